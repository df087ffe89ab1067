"""One area of a GOST entry -> the fields it holds: imprint, volume, pages, date, edition, thesis."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._reference_words import (
    DASH,
    DAY,
    GAP,
    MONTH,
    NUMBER_LABEL,
    PAGE_LABEL,
    RANGE,
    UPPER,
    VOLUME_LABEL,
    YEAR,
    day,
    month,
)

SURE, FAIR = 0.97, 0.9
YEARS = rf"(?P<year>{YEAR})(?:{GAP}?(?:ж|г|жыл|год|y)\b\.?)?"
PLACE = rf"[{UPPER}][^:,;/.()«»\"\d]{{0,40}}\.?(?:{GAP}?[;,]{GAP}?[{UPPER}][^:,;/()«»\"\d]{{0,40}})?"
IMPRINT = re.compile(
    rf"(?P<location>{PLACE})(?:{GAP}?:{GAP}?(?P<publisher>[^\s:,;.][^:]{{1,120}}?))?[,.]{GAP}?{YEARS}",
    re.DOTALL,
)
HOUSE = re.compile(r"univers|универс|институт|institut|press|баспа|изд|publish", re.IGNORECASE)
"""What is no town."""
PUBLISHED = re.compile(rf"(?P<location>{PLACE}){GAP}?:{GAP}?(?P<publisher>[^\s:,;.][^:]{{1,120}})")
YEAR_ONLY = re.compile(YEARS)
VOLUME = rf"{VOLUME_LABEL}\.?{GAP}?(?P<volume>\d{{1,4}}|[IVXLCІХ]{{1,8}})"
NUMBER = (
    rf"{NUMBER_LABEL}\.?{GAP}?(?P<number>\d{{1,6}}"
    rf"(?:{GAP}?[-–/]{GAP}?\d{{1,6}})?(?:{GAP}?\(\d{{1,6}}(?:-\d+)?\))?)"
)
ISSUE = re.compile(rf"(?:{VOLUME})?(?:[,.;]?{GAP}{{0,2}}(?:{DASH}{GAP})?{NUMBER})?", re.IGNORECASE)
SHORT_ISSUE = re.compile(rf"(?P<volume>\d{{1,4}}){GAP}?\((?P<number>\d{{1,6}}(?:[-–/]\d{{1,4}})?)\)")
PAGES = re.compile(
    rf"(?:{PAGE_LABEL}\.?{GAP}?(?P<pages>{RANGE})|(?P<behind>{RANGE}){GAP}?[-‑]?{GAP}?(?:бб|б|бет|с|c|pp|p|стр)"
    rf"|(?P<bare>\d{{1,5}}{GAP}?{DASH}{GAP}?\d{{1,5}}))\.?",
    re.IGNORECASE,
)
TOTAL = re.compile(
    rf"(?P<pagetotal>\d{{1,5}}){GAP}?[-‑]?(?:с|c|б|бет|p|pp|стр|pages)\b\.?(?:{GAP}?:{GAP}?ил\.?)?",
    re.IGNORECASE,
)
VOLUMES = re.compile(rf"(?P<volumes>\d{{1,3}}){GAP}?(?:т|vols?|том)\.?", re.IGNORECASE)
EDITION = re.compile(
    r"(?P<edition>\d{1,2})(?:-?(?:е|я|ші|шы|-ое|st|nd|rd|th))?[- \u00a0]{0,2}"
    r"(?:изд|бас|басылым|басылымы|ed|edn|edition)\b\.?(?P<more>,[^.:;]{2,60})?\.?",
    re.IGNORECASE,
)
ISSUED = re.compile(
    rf"(?:(?P<whole>{DAY})|(?P<first>{YEAR})?[.,]?{GAP}?(?:{DASH}{GAP})?(?P<day>\d{{1,2}}){GAP}(?P<month>{MONTH})"
    rf"(?:{GAP}(?P<last>{YEAR}))?)(?:{GAP}?[гж]\.)?",
    re.IGNORECASE,
)
THESIS = re.compile(
    rf"(?P<type>(?:автореф(?:ерат|\.)?{GAP}?)?(?:дис(?:с(?:ертация|\.)?|\.)|diss\.|(?:phd|doctoral|master's){GAP}"
    rf"(?:thesis|dissertation))[^:\n]{{0,80}}?)(?:{GAP}?:{GAP}?(?P<code>(?:\d\d\.){{2}}\d\d|6D\d{{6}}|8D\d{{5}}))?",
    re.IGNORECASE,
)


def area(text: str) -> list[Told] | None:
    """Return what one area holds, or None where it is of no known kind."""
    text = text.strip(" \u00a0").rstrip(",;").strip()
    bare = text.rstrip(".").rstrip()
    if found := YEAR_ONLY.fullmatch(bare):
        return [Told("year", found["year"], SURE)]
    if found := SHORT_ISSUE.fullmatch(bare):
        return [Told("volume", found["volume"], SURE), Told("number", found["number"], SURE)]
    if bare and (found := ISSUE.fullmatch(bare)):
        return [Told(name, found[name], SURE) for name in ("volume", "number") if found[name]]
    if found := TOTAL.fullmatch(bare):
        return [Told("pagetotal", found["pagetotal"], SURE)]
    if found := VOLUMES.fullmatch(bare):
        return [Told("volumes", found["volumes"], SURE)]
    if found := PAGES.fullmatch(bare):
        return [Told("pages", found["pages"] or found["behind"] or found["bare"], SURE)]
    if found := EDITION.fullmatch(bare):
        return [Told("edition", found["edition"] if not found["more"] else bare, SURE)]
    if (found := ISSUED.fullmatch(bare)) and (date := _date(found)):
        years = [] if date.startswith("-") else [Told("year", date[:4], SURE)]
        return [Told("date", date, SURE), *years]
    for pattern, sure in ((IMPRINT, SURE), (PUBLISHED, FAIR)):
        if (found := pattern.fullmatch(bare)) and not HOUSE.search(found["location"]):
            return [
                Told(name, found[name].strip(), sure)
                for name in ("location", "publisher", "year")
                if name in pattern.groupindex and found[name]
            ]
    if found := THESIS.fullmatch(bare):
        return [Told("type", bare, SURE)]
    return None


def areas(pieces: list[str]) -> list[Told] | None:
    """Return what all of ``pieces`` hold, or None where one is unknown or two say one thing."""
    told: list[Told] = []
    for piece in pieces:
        if not piece.strip(" .\u00a0"):
            continue
        found = area(piece)
        if found is None and (parts := re.split(rf",{GAP}|;{GAP}|\.{GAP}", piece)) and len(parts) < 6:
            found = []
            for part in parts:
                inner = area(part)
                if inner is None:
                    return None
                found += inner
        if found is None:
            return None
        told += found
    return _consistent(told)


def _consistent(told: list[Told]) -> list[Told] | None:
    seen: dict[str, str] = {}
    kept = []
    for one in told:
        if one.name in seen:
            if seen[one.name] != one.value:
                return None
            continue
        seen[one.name] = one.value
        kept.append(one)
    if date := seen.get("date"):
        day_only = [one for one in kept if one.name == "date" and one.value.startswith("-")]
        year = seen.get("year", "")
        if day_only:
            if not year:
                return None
            kept = [one if one.name != "date" else Told("date", year + date, one.confidence) for one in kept]
        elif year and not date.startswith(year):
            return None
    return kept


def _date(found: re.Match[str]) -> str:
    if found["whole"]:
        return day(found["whole"])
    months, days = month(found["month"]), int(found["day"])
    if not months or not 1 <= days <= 31:
        return ""
    year = found["first"] or found["last"] or ""
    return f"{year}-{months:02}-{days:02}"
