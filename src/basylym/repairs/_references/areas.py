"""One area of a GOST entry -> the fields it holds: imprint, volume, pages, date, edition, thesis."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.read import FAIR, SURE
from basylym.repairs._references.theses import trait as thesis
from basylym.repairs._references.towns import is_town, stands_alone, without_stop
from basylym.repairs._references.words import (
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

YEARS = rf"(?P<year>{YEAR})(?:{GAP}?(?:ж|г|жыл|год|y)\b\.?)?"
TOWN = (
    rf"(?:N\. ?Y\.|Н\. Новгород|Ростов н/Д\.?|Ростов-н/Д\.?|\[(?:S\. ?l\."
    rf"|б\. ?м\.)\]|[{UPPER}][^:,;/.()«»\"\d]{{0,40}}(?:\.[-‑][{UPPER}][^:,;/.()«»\"\d]{{0,12}})?\.?"
    rf"(?:{GAP}\([{UPPER}][^()\d]{{1,20}}\))?)"
)
PLACE = rf"{TOWN}(?:{GAP}?[;,]{GAP}?[{UPPER}][^:,;/()«»\"\d]{{0,40}})?"
PUBLISHER = rf"[^\s:,;.\[][^:]{{1,120}}?(?:{GAP}?:{GAP}[{UPPER}«\"][^:]{{1,60}}?)?"
UNKNOWN = r"\[(?:б\. ?и\.|s\. ?n\.|S\. ?n\.|Б\. ?и\.)\]"
IMPRINT = re.compile(
    rf"(?P<location>{PLACE})(?:{GAP}?:{GAP}?(?:(?P<publisher>{PUBLISHER})"
    rf"|{UNKNOWN}))?(?:[,.]|{GAP}?:){GAP}?{YEARS}",
    re.DOTALL,
)
HOUSE = re.compile(r"univers|универс|институт|institut|press|баспа|изд|publish", re.IGNORECASE)
"""What is no town."""
PUBLISHED = re.compile(
    rf"(?P<location>{PLACE}){GAP}?:{GAP}?(?:(?P<publisher>[^\s:,;.\[][^:]{{1,120}})|{UNKNOWN})"
)
NOBODY = re.compile(rf"\[(?:[SsБб]\. ?[lм]\.)(?: ?: ?(?:[sб]\. ?[nи]\.))?\](?:,{GAP}?{YEARS})?")
"""Neither place nor publisher known."""
YEAR_WITHIN = re.compile(rf"(?<!\d){YEAR}(?!\d)")
YEAR_ONLY = re.compile(YEARS)
VOLUME = rf"{VOLUME_LABEL}\.?{GAP}?(?P<volume>\d{{1,4}}(?:[–-]\d{{1,3}})?|[IVXLCІХ]{{1,8}})(?![^\W_])"
VOLUME_FIRST = re.compile(rf"(?P<volume>\d{{1,3}}){GAP}?[-‑]{GAP}?(?:т|том|кітап|vol)\.?", re.IGNORECASE)
NUMBER_FIRST = re.compile(
    rf"(?P<number>\d{{1,4}}){GAP}?[-‑]{GAP}?(?:сан|шығ|шығарылым|шығарылуы|сы|басылым)\.?", re.IGNORECASE
)
VOLUME_NAMED = re.compile(rf"{VOLUME}{GAP}?:{GAP}(?P<named>[{UPPER}«][^:/]{{2,160}})", re.IGNORECASE)
NUMBER = (
    rf"{NUMBER_LABEL}\.?{GAP}?(?P<number>\d{{1,6}}"
    rf"(?:{GAP}?[-–/]{GAP}?\d{{1,6}})?(?:{GAP}?\(\d{{1,6}}(?:-\d+)?\))?)"
)
ISSUE = re.compile(rf"(?:{VOLUME})?(?:[,.;]?{GAP}{{0,2}}(?:{DASH}{GAP})?{NUMBER})?", re.IGNORECASE)
SHORT_ISSUE = re.compile(rf"(?P<volume>\d{{1,4}}){GAP}?\((?P<number>\d{{1,6}}(?:[-–/]\d{{1,4}})?)\)")
PAGES = re.compile(
    rf"(?:{PAGE_LABEL}\.?{GAP}?(?P<pages>{RANGE})|(?P<behind>{RANGE}){GAP}?[-‑]?{GAP}?(?:бб"
    rf"|б|бет|с|c|pp|p|стр)"
    rf"|(?P<bare>\d{{1,5}}{GAP}?{DASH}{GAP}?\d{{1,5}}))\.?",
    re.IGNORECASE,
)
LEAVES = re.compile(
    rf"\d{{1,4}}{GAP}?(?:л|к|п|парақ)(?:\.(?:{GAP}\(\d{{1,4}}{GAP}?[а-яқ]{{1,4}}\.\)\.?)?)?", re.IGNORECASE
)
"""An extent in leaves or in maps, kept with its unit."""
SCALE = re.compile(
    rf"(?:М(?:асштаб)?\.?{GAP}?)?(?P<scale>1{GAP}?:{GAP}?\d{{1,3}}(?:{GAP}?\d{{3}}){{1,2}})", re.IGNORECASE
)
INTRODUCED = re.compile(
    rf"(?:дата{GAP})?(?:введ(?:ен(?:ия|о)?)?|енгізілген(?:{GAP}күні)?"
    rf"|енг|introduced)(?:{GAP}в{GAP}действие)?\.?{GAP}?(?::{GAP})?(?P<day>.{{6,30}})",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"\((?P<series>[^()]{3,120}?)(?: ; (?P<number>(?:вып|кн|т|карта|шығ|vol|no|№)?\.? ?\d{1,5}))?\)",
    re.IGNORECASE,
)
ARTICLE = re.compile(rf"(?:Ст|Бап|Art)\.{GAP}?\d{{1,5}}|\d{{1,4}}-(?:құжат|бап)", re.IGNORECASE)
"""Where a gazette of laws printed one."""
LEFT_OUT = re.compile(
    r"(?:библиогр|инв\. ?№|рез\.|деп\. в|тираж|взамен|без сетки|бюл\."
    r"|прил\.|загл\. с|систем\. требования|доступ (?:для|из)|№ ?ГР"
    r"|гос\. ?рег|электрон\. ?(?:текстовые |граф\. )?дан|режим доступа"
    r"|rev\. op|дата введения|введ\. впервые|введено впервые"
    r"|для (?:за)?регистрир|мемлекеттік тірк|қолжазба құқығында|на правах рукописи|на обл\.|библ\.).{0,200}"
    r"|(?:на |in )?(?:қазақ|орыс|ағылшын|рус|каз|англ|кирг|узб)[^.]{0,40}(?:тіл(?:дер)?інде"
    r"|яз\.?|языках?)|свободный|ил\.?|\d{1,3} ?[xх×] ?\d{1,3} см"
    r"|\d{1,2} (?:электрон\.? )?(?:опт\.? )?диск.{0,30}",
    re.IGNORECASE,
)
"""What may be said of a book and has no field."""
TOTAL = re.compile(
    rf"(?P<pagetotal>\d{{1,5}}){GAP}?[-‑]?(?:с|c|б|бет|p|pp|стр|pages)\b\.?(?:{GAP}?:{GAP}?ил\.?)?",
    re.IGNORECASE,
)
VOLUMES = re.compile(rf"(?P<volumes>\d{{1,3}}){GAP}?(?:т|vols?|том)\.?", re.IGNORECASE)
EDITION = re.compile(
    r"(?:(?P<edition>\d{1,2})(?:-?(?:е|я|ші|шы|-ое|st|nd|rd|th))?[- \u00a0]{0,2}"
    r"(?:изд|издание|бас|басылым|басылымы|ed|edn|edition)\b|изд\. ?(?P<behind>\d{1,2})-"
    r"[ея])\.?(?P<more>,[^:;]{2,60})?\.?",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(r"(?:перераб|доп|испр|стер|толықт|өңд|rev|enl)\Z", re.IGNORECASE)
ISSUED = re.compile(
    rf"(?:(?P<whole>{DAY})|(?P<first>{YEAR})?[.,]?{GAP}?(?:{DASH}{GAP})?(?P<day>\d{{1,2}}){GAP}"
    rf"(?P<month>{MONTH})"
    rf"(?:,?{GAP}(?P<last>{YEAR}))?)(?:{GAP}?[гж]\.)?",
    re.IGNORECASE,
)
MONTH_ONLY = re.compile(rf"(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?(?:{GAP}?[гж]\.)?", re.IGNORECASE)


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
    for pattern in (TOTAL, VOLUMES, VOLUME_FIRST, NUMBER_FIRST, VOLUME_NAMED, SCALE, SERIES):
        if found := pattern.fullmatch(bare):
            return [Told(name, value, SURE) for name, value in found.groupdict().items() if value]
    if found := PAGES.fullmatch(bare):
        return [Told("pages", found["pages"] or found["behind"] or found["bare"], SURE)]
    if ARTICLE.fullmatch(bare):
        return [Told("pages", bare, FAIR)]
    if LEAVES.fullmatch(text):
        return [Told("pagetotal", text.rstrip(".") + "." * (")" not in text), SURE)]
    if found := EDITION.fullmatch(bare):
        said = f"{bare}." if ABBREVIATED.search(bare) else bare  # a dash behind it has eaten its stop
        return [Told("edition", said if found["more"] else found["edition"] or found["behind"], SURE)]
    if (found := INTRODUCED.fullmatch(bare)) and (date := day(found["day"])):
        return [Told("submitted", date, SURE)]
    if (found := ISSUED.fullmatch(bare)) and (date := _date(found)):
        years = [] if date.startswith("-") else [Told("year", date[:4], SURE)]
        return [Told("date", date, SURE), *years]
    if found := MONTH_ONLY.fullmatch(bare):
        return [Told("date", f"{found['year'] or ''}-{month(found['month']):02}", SURE)]
    if stands_alone(text):
        return [Told("location", bare if stands_alone(bare) else text, FAIR)]
    if found := NOBODY.fullmatch(text):
        return [Told("year", found["year"], SURE)] if found["year"] else []
    for pattern, sure in ((IMPRINT, SURE), (PUBLISHED, FAIR)):
        if (found := pattern.fullmatch(bare)) and not HOUSE.search(found["location"]):
            if pattern is PUBLISHED and YEAR_WITHIN.search(bare):
                return None
            alone = ":" not in bare and re.search(rf"[^;,]{GAP}", found["location"])
            if alone and not is_town(found["location"]):
                return None  # «Егемен Қазақстан, 2004» is a newspaper's
            return [
                Told(name, without_stop(found[name].strip()), sure)
                for name in ("location", "publisher", "year")
                if name in pattern.groupindex and found[name] and not found[name].startswith("[")
            ]
    read = thesis(text)
    return list(read.fields) if read else None


def areas(pieces: list[str]) -> tuple[list[Told], bool] | None:
    """Return what all of ``pieces`` hold, or None where one is unknown or two say one thing.

    With it, whether every word of them is in a field.
    """
    told: list[Told] = []
    whole, place = True, 0
    pieces = [piece for piece in pieces if piece.strip(" .,;\u00a0")]
    while place < len(pieces):
        many, found = 1, _areas(pieces[place])
        if ":" in pieces[place] and not YEAR_WITHIN.search(pieces[place]):
            for more in (2, 3):  # pieces of an imprint that has a full stop inside
                joined = (
                    area(". ".join(pieces[place : place + more])) if place + more <= len(pieces) else None
                )
                if joined and joined[-1].name == "year":
                    many, found = more, (joined, True)
                    break
        if found is None:
            return None
        told, whole, place = told + found[0], whole and found[1], place + many
    consistent = _consistent(told)
    return None if consistent is None else (consistent, whole)


def _areas(piece: str) -> tuple[list[Told], bool] | None:
    """Return what one piece holds, or several with commas or stops between."""
    if LEFT_OUT.fullmatch(piece.strip(" .,;\u00a0")):
        return [], False
    if (found := area(piece)) is not None:
        return found, True
    for sign in (rf",{GAP}|;{GAP}|(?<=[\d)])\.{GAP}", rf",{GAP}|;{GAP}|\.{GAP}"):
        parts = [part for part in re.split(sign, piece) if part.strip(" .,;\u00a0")]
        left = [part for part in parts if LEFT_OUT.fullmatch(part.strip(" .,;"))]
        inner = [area(part) for part in parts if part not in left] if len(parts) < 6 else [None]
        if None not in inner:
            return [one for each in inner for one in each or ()], not left
    return None


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
