"""An entry as APA, Harvard, Chicago, Vancouver and IEEE write it -> its kind and its fields, or None.

Each form is a frame that the whole entry must fill: names, year, title and container in the form's
own order, with its own signs. An entry that fills none is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from basylym.model.works import Told
from basylym.repairs._references.areas import HOUSE
from basylym.repairs._references.frames import FRAMES_AFTER, FRAMES_DATED, FRAMES_UNNAMED, FRAMES_WITH
from basylym.repairs._references.names import Names, everyone, names
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.titles import parted
from basylym.repairs._references.words import GAP, MONTH, UPPER, YEAR, day, month

INNER_STOP = re.compile(rf"[^\W_]{{3}}\.{GAP}[{UPPER}]")
BODY = re.compile(rf"(?P<who>[{UPPER}][^.()\d,;:«»\"/]{{3,120}})\.{GAP}\((?P<year>{YEAR})\)\.{GAP}")
ORGANIZATION = re.compile(
    r"\b(?:Ministry|Office|Bureau|Organi[sz]ation|Committee|Agency|Association|Institute|University|Department|Bank|Nations"
    r"|Union|Commission|Council|Government)\b"
    r"|\b(?i:министерство|комитет|агентство|организация|министрлігі|агенттігі|ұйымы|комитеті)\b"
)
JOINED = re.compile(r" (?:and|&|и|және) ")
QUOTES = frozenset("\"“«'‘„")
YEAR_NEXT = re.compile(
    rf"\.?{GAP}?(?:\(({YEAR})[a-zа-г]?(?:, ({MONTH}{GAP}\d{{1,2}}|\d{{1,2}}{GAP}{MONTH}))?\)"
    rf"|[.,]?{GAP}({YEAR})[a-zа-г]?(?=[.,]{GAP}))[.,]?{GAP}",
    re.IGNORECASE,
)


def western(text: str, online: bool) -> Read | None:
    """Read one entry, its addresses taken out."""
    authors = names(text, bare=True)
    if not authors.people:
        return _fill(FRAMES_UNNAMED, text, authors, "", online) or _of_a_body(text, online)
    if found := YEAR_NEXT.match(text, authors.end):
        year, rest = found[1] or found[3], text[found.end() :].strip()
        if found[2]:
            return _of_a_day(_fill(FRAMES_DATED, rest, authors, year, online), found[2], year)
        return _fill(FRAMES_AFTER, rest, authors, year, online) or (
            _web_page(rest, authors, year) if online else None
        )
    return _fill(FRAMES_WITH, text[authors.end :].lstrip(" .,\u00a0"), authors, "", online)


def _of_a_body(text: str, online: bool) -> Read | None:
    """``Ministry of Fairs. (2019). Report on fairs.``: a body for an author, told by the word for one."""
    found = BODY.match(text)
    if not found or not ORGANIZATION.search(found["who"]) or JOINED.search(found["who"]):
        return None
    body, rest = Names(((found["who"], ""),), found.end()), text[found.end() :].strip()
    read = _fill(FRAMES_AFTER, rest, body, found["year"], online)
    return read or (_web_page(rest, body, found["year"]) if online else None)


def _fill(
    frames: Iterable[tuple[str, re.Pattern[str]]], rest: str, authors: Names, year: str, online: bool
) -> Read | None:
    for kind, frame in frames:
        found = frame.fullmatch(rest) if online or kind != "online" else None
        if not found:
            continue
        given = {name.split("_")[0]: value.strip() for name, value in found.groupdict().items() if value}
        title = given["title"]
        if "//" in title or "http" in title or (kind == "book" and title != title.strip(" .,")):
            continue
        if (
            title[0] in QUOTES
            or INNER_STOP.search(title)
            or month(given.get("journaltitle", "").split(" ")[-1])
            or HOUSE.search(given.get("location", ""))
        ):
            continue
        told = [Told("editor" if authors.editors else "author", authors.bibtex, SURE)] * bool(authors.people)
        if edited := given.pop("editors", ""):
            editors = everyone(edited)
            if editors is None:
                return None
            told.append(Told("editor", editors.bibtex, SURE))
        given.setdefault("year", year)
        whole = not given.pop("unsure", "")
        if not _in_days(given) or (kind == "thesis" and not given["type"]):
            continue
        if kind == "patent" and "institution" in given:
            given["holder"] = given.pop("institution")
        told += (
            Told(name, _bare(name, value), FAIR if name in ("publisher", "holder", "institution") else SURE)
            for name, value in given.items()
            if value
        )
        return _refined(Read(kind, tuple(told), whole))
    return None


def _in_days(given: dict[str, str]) -> bool:
    """Write the days of ``given`` as YYYY-MM-DD; tell whether all could be."""
    if "monthday" in given:
        given["day"] = f"{given.pop('monthday')} {given['year']}"
    if "submitted" in given:
        given["submitted"] = day(given["submitted"])
    if "day" in given:
        given["date"] = day(given.pop("day"))
        given["year"] = ""
    return all(given.get(name, "told") for name in ("date", "submitted"))


def _refined(read: Read) -> Read:
    """Take from the title what it says the work is, as in a description by GOST: «Title : в 2 т.»."""
    fields = {one.name: one for one in read.fields}
    found = parted(fields["title"].value) if read.kind in ("book", "online", "article") else None
    if found is None or found[1].kind not in ("book", "thesis") or not found[1].whole:
        return read
    title, said = found
    kind = said.kind if read.kind == "book" else read.kind
    if kind == "thesis" and "publisher" in fields:
        fields["institution"] = replace(fields.pop("publisher"), name="institution")
    fields["title"] = replace(fields["title"], value=title)
    return replace(
        read, kind=kind, fields=(*fields.values(), *(one for one in said.fields if one.name not in fields))
    )


def _of_a_day(read: Read | None, told: str, year: str) -> Read | None:
    days = re.sub(r"\D", "", told)
    date = day(f"{days} {re.sub(r'[^a-zа-яәғқңөұүһіçğıöşü]', '', told.lower())} {year}")
    return replace(read, fields=(*read.fields, Told("date", date, SURE))) if read and date else None


def _web_page(rest: str, authors: Names, year: str) -> Read | None:
    """``Names (2020). Title.`` and an address: nothing else."""
    title = rest.strip().rstrip(".")
    if not title or title[0] in QUOTES or re.search(rf"[.?!]{GAP}", title) or len(title) > 300:
        return None
    told = (Told("author", authors.bibtex, SURE), Told("title", title, FAIR), Told("year", year, SURE))
    return Read("online", told)


def _bare(name: str, value: str) -> str:
    value = value.strip(" ,")
    if name == "publisher" and re.search(r"\b(?:Inc|Ltd|Co|Bros)\.\Z", value):
        return value
    if name == "location" and re.fullmatch(r"\w{1,4}\.", value):
        return value  # М., СПб.
    return value if name == "journaltitle" and value.endswith(".") else value.rstrip(" .,")
