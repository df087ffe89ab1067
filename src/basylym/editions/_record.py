"""Galley -> Record: what stands above and below the text, as plain strings in the article's language."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from datetime import date

from basylym.model import days
from basylym.model.document import Document, Node, attributes, plain
from basylym.model.galley import Galley
from basylym.model.language import Language, Terms
from basylym.model.manuscript import Contributor, FrontMatter, Localized

INITIALS_LAST = re.compile(r"(\S{2,}),? ((?:\w\.[ -]?){1,3})")
INITIALS_FIRST = re.compile(r"((?:\S+ )*(?:\w\.[ -]?){1,3}) ?(\S*\w{2}\S*)")
INITIAL = re.compile(r"(\b[^\W\d_]\.) (?=\S)")  # its name must not stand on another line
FONTS = "Source Serif 4, Source Sans 3"


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in; ``language`` is empty where that is the article's."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """One author; ``marks`` are affiliation numbers from 1, empty where there is one affiliation."""

    name: Said
    marks: tuple[int, ...]
    corresponding: bool
    orcid: str
    email: str
    about: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the record: label, value, and where it leads, if anywhere."""

    label: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The article's head in one language: autonym of the language, terms, names, keywords."""

    tag: str
    autonym: str
    terms: Terms
    authors: tuple[str, ...]
    affiliations: tuple[str, ...]
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The front matter as an edition prints it.

    Attributes:
        language: BCP 47.
        title: without markup; never empty.
        title_is_supplied: whether the press gave it.
        authors, affiliations: in the order of the page.
        own: the head in the article's language.
        others: the heads in other languages, in the order of the front matter.
        codes: IRSTI and UDC, each with its label.
        kind: such as ``Research article``.
        facts: DOI, days, licence.
        journal, series, issue: of the masthead; ``issue`` is year, volume, number and pages in one line.
        notice: a sentence the edition must show.
    """

    language: str
    title: str
    title_is_supplied: bool
    authors: tuple[Author, ...]
    affiliations: tuple[Said, ...]
    own: Summary
    others: tuple[Summary, ...]
    codes: tuple[Fact, ...]
    kind: str
    facts: tuple[Fact, ...]
    journal: str
    series: str
    issue: str
    notice: str


def record(galley: Galley, title: str) -> Record:
    """What stands around the text.

    Args:
        galley: the article.
        title: its title without markup, or nothing.
    """
    front, language = galley.front, galley.language
    terms = language.terms
    many = len(front.affiliations) > 1
    codes = (
        Fact(front.irsti_label or terms.irsti, front.irsti),
        Fact(terms.udc, front.udc),
    )
    tags = dict.fromkeys([*front.title, *front.abstract, *front.keywords])
    others = [tag for tag in tags if tag != front.language]
    return Record(
        language=front.language,
        title=title or f"[{terms.article}]",
        title_is_supplied=front.title_is_supplied or not title,
        authors=tuple(_author(person, front.language, many) for person in front.contributors),
        affiliations=tuple(said(place, front.language) for place in front.affiliations),
        own=_summary(front, front.language, language),
        others=tuple(_summary(front, tag, pack(galley, tag)) for tag in others),
        codes=tuple(fact for fact in codes if fact.value),
        kind=front.kind,
        facts=tuple(fact for fact in _facts(front, language) if fact.value),
        journal=front.masthead.title,
        series=front.masthead.series,
        issue=_issue(front, language),
        notice=front.notice,
    )


def said(texts: Localized, tag: str) -> Said:
    """The text in the language ``tag``, else the first given, marked as what it is."""
    if texts.get(tag):
        return Said(texts[tag])
    other = next(iter(texts), "")
    return Said(texts.get(other, ""), other)


def year(front: FrontMatter) -> str:
    """The year of publication, or nothing."""
    day = front.published or front.date
    return str(day.year) if day else ""


def name_parts(text: str) -> tuple[str, str]:
    """Surname and given names, only where initials tell which is which; else nothing twice."""
    if found := INITIALS_LAST.fullmatch(text):
        return found.group(1), found.group(2).strip()
    if found := INITIALS_FIRST.fullmatch(text):
        return found.group(2), found.group(1).strip()
    return "", ""


def cut(document: Document) -> tuple[dict[str, list[Node]], Document]:
    """The pieces of the front matter that hold markup, by identifier, and the document without them."""
    pieces: dict[str, list[Node]] = {}
    body = []
    for node in document.blocks:
        name = attributes(node)[0]
        if node["t"] == "Div" and name.startswith(("front-title-", "front-abstract-")) and name not in pieces:
            pieces[name] = node["c"][1]
        else:
            body.append(node)
    return pieces, document.with_blocks(body)


def in_languages(document: Document) -> dict[str, dict[str, str]]:
    """``title`` and ``description`` -> BCP 47 tag -> text without markup, as metadata has them."""
    pieces, _ = cut(document)
    found: dict[str, dict[str, str]] = {}
    for name, blocks in pieces.items():
        _, field, tag = name.split("-", 2)
        text = " ".join(" ".join(plain(block) for block in blocks).replace("\u00ad", "").split())
        if text:
            found.setdefault("title" if field == "title" else "description", {})[tag] = text
    return found


def pack(galley: Galley, tag: str) -> Language:
    """The pack of a language; of one nobody wrote a pack for, the article's with the bare tag for a name."""
    known = galley.languages.get(tag) or galley.languages.get(tag.split("-")[0])
    return known or dataclasses.replace(galley.language, autonym=tag)


def _author(person: Contributor, tag: str, many: bool) -> Author:
    marks = tuple(sorted(place + 1 for place in person.affiliations)) if many else ()
    name = said(person.name, tag)
    bound = dataclasses.replace(name, text=INITIAL.sub("\\1\u00a0", name.text))
    return Author(bound, marks, person.corresponding, person.orcid, person.email, person.about)


def _summary(front: FrontMatter, tag: str, pack: Language) -> Summary:
    return Summary(
        tag=tag,
        autonym=pack.autonym,
        terms=pack.terms,
        authors=tuple(name for person in front.contributors if (name := person.name.get(tag))),
        affiliations=tuple(name for place in front.affiliations if (name := place.get(tag))),
        keywords=front.keywords.get(tag, ()),
    )


def _facts(front: FrontMatter, language: Language) -> list[Fact]:
    terms = language.terms

    def printed(day: date | None) -> str:
        return days.printed(day, language) if day else ""

    return [
        Fact("DOI", front.doi, f"https://doi.org/{front.doi}"),
        Fact(terms.received, printed(front.received)),
        Fact(terms.accepted, printed(front.accepted)),
        Fact(terms.published, printed(front.published)),
        Fact(terms.licence, front.licence),
    ]


def _issue(front: FrontMatter, language: Language) -> str:
    head, terms = front.masthead, language.terms
    parts = [
        year(front) if head.title else "",
        terms.volume.format(n=head.volume) if head.volume else "",
        terms.issue.format(n=head.issue) if head.issue else "",
        terms.pages.format(n=head.pages) if head.pages else "",
    ]
    return f"{language.comma} ".join(part for part in parts if part)
