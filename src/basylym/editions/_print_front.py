"""The front matter -> the values that the first page, the running head and the colophon are filled with.

What was not given is left out. Every word the press adds comes from the language pack.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from basylym.adapters.jinja import Markup
from basylym.model import days
from basylym.model.galley import Galley
from basylym.model.language import Language
from basylym.model.manuscript import Contributor, Localized

FAMILIES = ("Source Serif 4", "Source Sans 3")
LONGEST_HEAD = 84  # characters of sans 8.4 on the measure
LONGEST_NAMES = 48
MOST_NAMES = 3
CORRESPONDING = "*"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rail, linked where it has an address."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label of the rail or the colophon, and what stands below it."""

    label: str
    lines: tuple[Any, ...]


def values(galley: Galley, pieces: Mapping[str, str], plain: Mapping[str, str]) -> dict[str, Any]:
    """All that the template asks for but the body.

    Args:
        pieces: name of a front-matter piece, such as ``abstract-kk`` -> its HTML.
        plain: the same as bare text.
    """
    front, language, terms = galley.front, galley.language, galley.language.terms
    own = front.language
    keywords = front.keywords.get(own, ())
    names = [_name(person, own) for person in front.contributors]
    title = plain.get(f"title-{own}", "") or next(iter(front.title.values()), "")
    before, _, after = terms.page.partition("{n}")
    instant = datetime.datetime.fromtimestamp(galley.colophon.epoch, datetime.UTC)
    return {
        "language": own,
        "terms": terms,
        "first_page": front.masthead.first_page,
        "title": Markup(pieces.get(f"title-{own}", "")),
        "title_text": title,
        "author_names": names,
        "description": plain.get(f"abstract-{own}", ""),
        "keyword_list": keywords,
        "press": galley.colophon.press,
        "instant": instant.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "running_head": _running_head(names, front.short_title or title, language),
        "masthead": _masthead(galley),
        "notices": [text for text in (front.notice, front.title_is_supplied and terms.supplied) if text],
        "rail": _rail(galley),
        "page_before": before,
        "page_after": after,
        "kicker": _kicker(galley),
        "authors": _authors(galley),
        "affiliations": _affiliations(galley),
        "abstract": Markup(pieces.get(f"abstract-{own}", "")),
        "others": [_other(galley, tag, pieces) for tag in _other_languages(galley)],
        "colophon": _colophon(galley, names, title),
    }


def _local(texts: Localized, tag: str) -> str:
    return texts.get(tag) or next(iter(texts.values()), "")


def _name(person: Contributor, tag: str) -> str:
    return _local(person.name, tag)


def _running_head(names: list[str], title: str, language: Language) -> str:
    if len(names) > MOST_NAMES or len(", ".join(names)) > LONGEST_NAMES:
        names = [f"{names[0]} {language.csl_terms.get('et-al', '…')}"]
    who = ", ".join(names)
    room = LONGEST_HEAD - len(who) - 3 * bool(who)
    if len(title) > room:
        title = title[: room - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"
    return " · ".join(part for part in (who, title) if part)


def _masthead(galley: Galley) -> dict[str, Any] | None:
    journal, terms = galley.front.masthead, galley.language.terms
    if not journal.title:
        return None
    codes = [
        f"{label} {value}" for label, value in (("ISSN", journal.issn), ("eISSN", journal.eissn)) if value
    ]
    number = [
        term.format(n=value)
        for term, value in ((terms.volume, journal.volume), (terms.issue, journal.issue))
        if value
    ]
    day = galley.front.published or galley.front.date
    when = [str(day.year)] if day else []
    if journal.pages:
        when.append(terms.pages.format(n=journal.pages))
    lines = [line for line in (", ".join(number), ", ".join(when)) if line]
    return {"title": journal.title, "series": journal.series, "codes": codes, "issue": lines}


def _rail(galley: Galley) -> list[Fact]:
    front, language, terms = galley.front, galley.language, galley.language.terms
    facts = []
    if front.doi:
        facts.append(Fact("DOI", (Line(front.doi, f"https://doi.org/{front.doi}"),)))
    for label, when in (
        (terms.received, front.received),
        (terms.accepted, front.accepted),
        (terms.published, front.published),
    ):
        if when:
            facts.append(Fact(label, (Line(days.printed(when, language)),)))
    if front.date and not any((front.received, front.accepted, front.published)):
        facts.append(Fact("", (Line(days.printed(front.date, language)),)))
    writers = [person for person in front.contributors if person.corresponding]
    if writers:
        lines = []
        for person in writers:
            lines.append(Line(_name(person, front.language)))
            if person.email:
                lines.append(Line(person.email, f"mailto:{person.email}"))
        facts.append(Fact(f"{CORRESPONDING} {terms.corresponding}", tuple(lines)))
    known = [person for person in front.contributors if person.orcid]
    if known:
        lines = []
        for person in known:
            lines.append(Line(_name(person, front.language)))
            lines.append(Line(person.orcid, f"https://orcid.org/{person.orcid}"))
        facts.append(Fact("ORCID", tuple(lines)))
    if front.licence:
        facts.append(Fact(terms.licence, (Line(front.licence),)))
    return facts


def _kicker(galley: Galley) -> list[dict[str, str]]:
    front, terms = galley.front, galley.language.terms
    parts = []
    if front.irsti:
        parts.append({"kind": "code", "text": f"{front.irsti_label or terms.irsti} {front.irsti}"})
    if front.udc:
        parts.append({"kind": "code", "text": f"{terms.udc} {front.udc}"})
    if front.kind:
        parts.append({"kind": "kind", "text": front.kind})
    return parts


def _authors(galley: Galley) -> list[dict[str, str]]:
    several = len(galley.front.affiliations) > 1
    made = []
    for person in galley.front.contributors:
        marks = [str(n + 1) for n in person.affiliations] if several else []
        if person.corresponding:
            marks.append(CORRESPONDING)
        made.append({"name": _name(person, galley.front.language), "marks": ",".join(marks)})
    return made


def _affiliations(galley: Galley) -> list[dict[str, str]]:
    places = galley.front.affiliations
    return [
        {"mark": str(n) if len(places) > 1 else "", "text": _local(place, galley.front.language)}
        for n, place in enumerate(places, 1)
    ]


def _other_languages(galley: Galley) -> list[str]:
    front = galley.front
    tags = dict.fromkeys([*front.title, *front.abstract, *front.keywords])
    return [tag for tag in tags if tag != front.language and (tag in front.abstract or tag in front.keywords)]


def _other(galley: Galley, tag: str, pieces: Mapping[str, str]) -> dict[str, Any]:
    front = galley.front
    pack = galley.languages.get(tag) or galley.languages.get(tag.split("-")[0])
    names = [person.name[tag] for person in front.contributors if tag in person.name]
    return {
        "tag": tag,
        "autonym": pack.autonym if pack else tag,
        "label": pack.terms.abstract if pack else tag,
        "title": Markup(pieces.get(f"title-{tag}", "")),
        "authors": ", ".join(names),
        "affiliations": [place[tag] for place in front.affiliations if place.get(tag)],
        "abstract": Markup(pieces.get(f"abstract-{tag}", "")),
        "keywords": front.keywords.get(tag, ()),
        "keywords_label": pack.terms.keywords if pack else tag,
    }


def _about(person: Contributor, tag: str) -> str:
    """What the author says of themselves, with the name unless a part of it is there already."""
    name = _name(person, tag)
    known = any(word in person.about for word in name.split() if len(word) > 2)
    return person.about if known else f"{name}: {person.about}"


def _colophon(galley: Galley, names: list[str], title: str) -> list[Fact]:
    front, terms = galley.front, galley.language.terms
    parts = []
    about = tuple(_about(person, front.language) for person in front.contributors if person.about)
    if about:
        parts.append(Fact(terms.about_authors, about))
    if names and (front.masthead.title or front.doi):
        masthead = _masthead(galley) or {"title": "", "issue": []}
        place = ", ".join([masthead["title"], *masthead["issue"]]).strip(", ")
        address = f"https://doi.org/{front.doi}" if front.doi else ""
        whole = ". ".join(part.rstrip(".") for part in (", ".join(names), title, place, address) if part)
        parts.append(Fact(terms.cite, (whole + ("" if address else "."),)))
    made = terms.set_in.format(fonts=", ".join(FAMILIES))
    parts.append(Fact(terms.about_edition, (f"{made} {galley.colophon.press}.",)))
    return parts
