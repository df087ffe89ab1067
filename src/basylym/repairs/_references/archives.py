"""Documents in archives -> which archive, and where in it: ``// ГАРФ. – Ф. А-513. Оп. 1. Д. 12. Л. 14``."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.names import names
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.words import DASH, GAP, UPPER

WHICH = (
    rf"{GAP}?№?{GAP}?(?:[{UPPER}]{{1,2}}[-‑]?{GAP}?)?\d{{1,6}}[а-я]?(?:{GAP}?[-–,]{GAP}?\d{{1,6}})?"
    rf"(?:{GAP}?об\.)?"
)
FUND = (
    rf"(?:(?:Ф|Фонд|ф|фонд|Қ|Қор|қор|F|Fond|Fund|РГ|R-?G)\.?{WHICH}"
    rf"|\d{{1,5}}{GAP}?[-‑]?{GAP}?(?:қ\.|қор(?:ы)?(?![^\W\d_])))"
)
PART = (
    rf"(?:(?:Оп|оп|Опись|опись|Д|д|Дело|дело|Дд|дд|Л|л|Лл|лл|Лист"
    rf"|лист|Листы|листы|Картон|картон|К|к|Св|св|Ед\.{GAP}?хр|ед\.{GAP}?хр"
    rf"|Т|т|Тізбе|тізбе|Іс|іс|П|п|Парақ|парақ|Inv|inv|Op|Opis|opis|D|d"
    rf"|Delo|delo|File|file|L|l|List|list|Box|box|Folder|folder|ll)\.?{WHICH}"
    rf"|\d{{1,6}}{GAP}?[-‑]?{GAP}?(?:т\.|тізбе|іс|п\.|бб?\.|парақ|б\.)\.?|{GAP}?об\.)"
)
PLACE = rf"{FUND}(?:[.,;:]{{0,2}}{GAP}?(?:{DASH}{GAP})?{PART}){{1,6}}"
NAMED = rf"[{UPPER}][^./;:«»\d]{{1,120}}?(?:{GAP}\([^()]{{2,30}}\))?"
HELD = re.compile(
    rf"(?P<archive>{NAMED})[.,:]?{GAP}(?:{DASH}{GAP}?)?(?P<place>{PLACE})\.?(?P<note>{GAP}\("
    rf"[^()]{{3,200}}\)\.?)?"
)
HELD_LAST = re.compile(
    rf"(?P<title>.{{3,400}}?)[.,]?{GAP}(?:(?:б\.{GAP}?г|ж\.{GAP}?к"
    rf"|n\.{GAP}?d)\.{GAP})?(?P<place>{PLACE})\.?{GAP}(?P<archive>{NAMED})\.?"
)
BRACKETED = re.compile(rf"(?P<title>.{{3,400}}?)\.{GAP}(?P<archive>{NAMED}){GAP}\((?P<place>{PLACE})\.?\)\.?")
KEPT_AT = re.compile(
    rf"(?P<title>.{{3,400}}?)\.{GAP}(?:Орны|Находится по адресу|Located at)(?P<colon>:){GAP}"
    rf"(?P<archive>{NAMED})[;.]{GAP}(?P<place>{PLACE})\.?"
)
QUOTED = re.compile(
    rf"(?P<title>(?:[^«»]{{3,120}}, )?[«“\"][^«»“”]{{3,300}})[»”\"],{GAP}(?P<archive>{NAMED}),{GAP}"
    rf"(?P<place>{PLACE})\.?"
)
SIGN = re.compile(rf"(?<![^\W_]){PLACE}")
UNDATED = re.compile(rf"[.,]?{GAP}?\(?(?:б\.{GAP}?г|ж\.{GAP}?к|n\.{GAP}?d)\.\)?\.?{GAP}?")
ABBREVIATED = ("об", "-п", "-б", "-т", "-қ")
INSIDE = re.compile(r"\s?//\s?")


def container(text: str) -> tuple[list[Told], bool] | None:
    """Read what stands behind ``//``: an archive and a place in it, and whether nothing else."""
    found = HELD.fullmatch(text.strip())
    return (_place(found), not found["note"]) if found else None


def archive(text: str) -> Read | None:
    """Read an entry that names no title, or names the archive otherwise than behind ``//``."""
    if not SIGN.search(text):
        return None
    text = text.strip()
    if found := HELD.fullmatch(text):
        return Read("unpublished", tuple(_place(found)), False)  # styles print a title, or call it missing
    if INSIDE.search(text):
        return None
    for pattern in (QUOTED, KEPT_AT, BRACKETED, HELD_LAST):
        if found := pattern.fullmatch(text):
            return _titled(found)
    return None


def _titled(found: re.Match[str]) -> Read | None:
    told: list[Told] = []
    title = found["title"]
    authors = names(title, bare=True)
    if authors.people and not authors.editors:
        told.append(Told("author", authors.bibtex, SURE))
        title = title[authors.end :]
    title = UNDATED.sub(" ", title, count=1) if UNDATED.match(title) else title
    title = (
        UNDATED.sub("", title)
        if (end := list(UNDATED.finditer(title))) and end[-1].end() == len(title)
        else title
    )
    if kind := re.fullmatch(
        rf"(?P<title>[^\[\]]{{3,300}}?)\.?{GAP}\[(?P<type>[^\[\]]{{3,200}})\]", title.strip(" .")
    ):
        told.append(Told("type", kind["type"], FAIR))
        title = kind["title"]
    title = title.strip(" .,\u00a0").strip('«»“”"').strip(" .,")
    if len(title) < 3 or re.search(r"\.[ \u00a0][^\W\d_]{4}", title):
        return Read("unpublished", (*told, *_place(found)), False)
    return Read("unpublished", (*told, Told("title", title, FAIR), *_place(found)))


def _place(found: re.Match[str]) -> list[Told]:
    place = found["place"].strip(" .")
    place += "." if place.endswith(ABBREVIATED) else ""
    return [
        Told("archive", found["archive"].strip(" ,"), SURE),
        Told("archive-location", place, SURE),
    ]
