"""Galley -> the article as JATS 1.3, for archives and indexes: one XML file."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

from basylym.adapters import jinja, markup, pandoc, resources
from basylym.adapters.jinja import Markup
from basylym.editions import _jats_body, _pictures, _proof, _record, _sound
from basylym.editions._jats_places import institution
from basylym.model.document import Document, Node
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.manuscript import Contributor
from basylym.model.notices import BasylymError, Condition, Notice, Outcome
from basylym.model.wording import OBJECT, Tally
from basylym.stages import wording

FLAVOUR = "jats_archiving"
INLINE = "jats_articleauthoring"  # the one kind whose notes stand where they are called
TITLE, ABSTRACT = "front-title-", "front-abstract-"
SPACES = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:mml="http://www.w3.org/1998/Math/MathML"'
REVIEW = re.compile(r"\breview\b|обзор|шолу|derleme", re.IGNORECASE)
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD with MathML3'
    ' v1.3 20210610//EN" "JATS-archivearticle1-3-mathml3.dtd">\n'
)
COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)", re.IGNORECASE)
DEDICATED = re.compile(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in one language; ``surname`` and ``given`` only where initials tell which is which."""

    language: str
    text: str
    surname: str = ""
    given: str = ""


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the article as JATS.

    Notices: ``FIGURE_EXISTS``, ``MARKUP_IS_SAFE``.
    """
    document = _document(galley)
    article = _written(_jats_body.prepared(document.value))
    front = jinja.render("jats/front.xml.j2", **_values(galley, document.value))
    article.insert(0, markup.parse_xml(front.encode()))
    _jats_body.dress(article, galley.works)
    review = REVIEW.search(galley.front.kind)
    article.set("article-type", "review-article" if review else "research-article")
    article.set("dtd-version", "1.3")
    article.set(_jats_body.LANG, galley.front.language)
    return Outcome(f"{HEAD}{markup.xml(article)}\n".encode(), document.notices)


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold a JATS file against the article it was printed from.

    Raises:
        BasylymError: ``EDITION_KEEPS_TEXT`` where it is no XML.
    """
    document = _document(galley).value
    try:
        article = markup.parse_xml(content)
    except markup.XMLError as error:
        raise BasylymError(
            Notice(Condition.EDITION_KEEPS_TEXT, f"the JATS cannot be read: {error}")
        ) from error
    expected = wording.wording(_jats_body.prepared(document), caption_first=True)
    names = [[part.text or "" for part in name] for name in article.iterfind("front//name")]
    head = "\n".join(text for front in article.iter("front") for text in front.itertext())
    head += "".join(f"\n{' '.join(order)}" for name in names for order in (name, name[::-1]))
    head += OBJECT * sum(1 for _ in article.iterfind("front//inline-formula"))
    added = (_licence(galley.front.licence),)
    return _proof.judge(
        document, expected, _jats_body.wording(article), galley, "the JATS", head, added=added
    )


def _document(galley: Galley) -> Outcome[Document]:
    """The document with sound names and addresses; pictures bear the names the author gave them."""
    pictures = _pictures.pictures(galley)
    named = {path: dataclasses.replace(one, name=path) for path, one in pictures.value.items()}
    sound = _sound.sound(galley.document, named, galley.language)
    return Outcome(sound.value, (*pictures.notices, *sound.notices))


def _written(document: Document) -> markup.Element:
    """The article as Pandoc writes it: body and back matter."""
    template = f"--template={resources.TEMPLATES / 'jats' / 'body.xml'}"
    return markup.parse_xml(pandoc.write(document, FLAVOUR, template).encode())


def _piece(document: Document, blocks: list[Node], *, title: bool) -> Markup:
    """A piece of the front matter, its notes inside it."""
    inside = markup.parse_xml(
        f"<p {SPACES}>{pandoc.write(document.with_blocks(blocks), INLINE)}</p>".encode()
    )
    if title and len(inside) == 1:
        inside = inside[0]
    return Markup(markup.inside_xml(inside))


def _values(galley: Galley, document: Document) -> dict[str, Any]:
    front, head = galley.front, galley.front.masthead
    pieces, _ = _record.cut(document)
    titles, abstracts = (
        {
            name.removeprefix(kind): _piece(document, blocks, title=kind == TITLE)
            for name, blocks in pieces.items()
            if name.startswith(kind) and blocks
        }
        for kind in (TITLE, ABSTRACT)
    )
    titles.setdefault(front.language, Markup(f"[{galley.language.terms.article}]"))
    first, _, last = head.pages.replace("—", "–").replace("-", "–").partition("–")
    subjects = [
        ("heading", "", front.kind),
        ("irsti", front.irsti_label or galley.language.terms.irsti, front.irsti),
        ("udc", galley.language.terms.udc, front.udc),
    ]
    return {
        "front": front,
        "head": head,
        "language": front.language,
        "terms": galley.language.terms,
        "packs": {tag: _record.pack(galley, tag).terms for tag in (*abstracts, *front.keywords)},
        "colophon": galley.colophon,
        "titles": titles,
        "abstracts": abstracts,
        "subjects": [row for row in subjects if row[2]],
        "persons": [_person(person) for person in front.contributors],
        "places": [[_record.Said(text, tag) for tag, text in place.items()] for place in front.affiliations],
        "institution": institution,
        "correspondents": [one for one in front.contributors if one.corresponding and one.email],
        "day": front.published or front.date,
        "first_page": first.strip() or (str(head.first_page) if head.first_page > 1 else ""),
        "last_page": last.strip(),
        "licence": _licence(front.licence),
    }


def _person(person: Contributor) -> dict[str, Any]:
    names = [_name(tag, text) for tag, text in person.name.items() if text]
    places = [place + 1 for place in person.affiliations]
    told = ("orcid", "email", "about", "corresponding")
    return {"names": names, "affiliations": places, **{field: getattr(person, field) for field in told}}


def _name(tag: str, text: str) -> Name:
    return Name(tag, text, *_record.name_parts(text))


def _licence(licence: str) -> str:
    """The address of a Creative Commons licence, or nothing."""
    if found := COMMONS.search(licence):
        return f"https://creativecommons.org/licenses/{found.group(1).lower()}/{found.group(2)}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if DEDICATED.search(licence) else ""


FORMAT = Format(".jats.xml", "application/jats+xml", Hyphenation(0, 0, 0), edition, prove)
