"""Standards and building codes -> number and title: ``ГОСТ 7.1–2003. Title``, ``Title : СТ РК 34-2010``."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.areas import areas
from basylym.repairs._references.cuts import cuts
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.words import GAP, YEAR

SERIES = (
    r"(?:ГОСТ(?: Р)?(?: (?:ИСО|ISO|IEC|EN|МЭК|РК))?(?:/(?:МЭК|IEC"
    r"|ТО|TR|TS))?|СТ(?: РК)?(?: (?:ИСО|ISO|IEC|EN|МЭК))?(?:/(?:МЭК"
    r"|IEC))?|ҚР СТ"
    r"(?: (?:ИСО|ISO|IEC|EN))?|МЕМСТ(?: (?:Р|ISO|ИСО))?|СТБ|ДСТУ"
    r"|СНиП(?: РК)?|СН РК|ҚР Қ[НЖ]|ҚР ЕЖ|СП(?: РК)?|СанПиН|ВСН|ОСТ"
    r"|РД|РМГ|МИ|ТР ТС|ТР ЕАЭС"
    r"|ТУ|ISO(?:/(?:IEC|TR|TS|CD|DIS))?|IEC|EN(?: ISO)?|BS(?: EN)?(?: ISO)?"
    r"|DIN(?: EN)?(?: ISO)?|ASTM|IEEE(?: Std)?|ANSI(?:/[A-Z]{2,6})?"
    r"|ITU-[RT])"
)
CODE = (
    rf"{SERIES} [A-ZА-Я]{{0,3}}\.?(?:-| )?\d[\d.:/–—‑-]{{1,24}}(?:-[A-ZА-Я]\d*)?(?<=[\dA-ZА-Я*])\*?"
    rf"(?:/[\w-]{{1,12}})?"
)
NUMBER = re.compile(CODE.replace(" ", GAP))
HEAD = re.compile(rf"(?P<number>{NUMBER.pattern})(?P<sign>[.:,]?){GAP}(?=\S)")
QUOTED = re.compile(rf"[«“\"](?P<title>[^«»“”\"]{{3,300}})[»”\"][.,]?(?:{GAP}(?P<rest>.*))?")
APA = re.compile(
    rf"(?P<title>[^()]{{3,300}}?){GAP}\((?P<number>{NUMBER.pattern})\)\.{GAP}\((?P<year>{YEAR})\)\.{GAP}"
    rf"(?P<publisher>[^()\d]{{2,100}}?)\.?"
)
CHICAGO = re.compile(
    rf"(?P<title>[^()]{{3,300}}?)\.{GAP}(?P<year>{YEAR})\.{GAP}(?P<number>{NUMBER.pattern})\.{GAP}"
    rf"(?P<publisher>[^()\d]{{2,100}}?)\.?"
)
IEEE = re.compile(
    rf"(?P<title>[^()«»]{{3,300}}?),{GAP}(?P<number>{NUMBER.pattern}),{GAP}(?:(?P<location>"
    rf"[^\d,()]{{1,30}}),{GAP})?(?P<year>{YEAR})"
    rf"(?:{GAP}(?:г|ж)\.?)?\.?"
)


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: the number of a standard."""
    text = text.strip().rstrip(".")
    return Read("standard", (Told("number", text, SURE),)) if NUMBER.fullmatch(text) else None


def standard(text: str) -> Read | None:
    """Read an entry that begins with the number of a standard, or names it behind the title."""
    text = text.strip()
    if found := HEAD.match(text):
        return _headed(found["number"], text[found.end() :])
    for pattern in (APA, CHICAGO, IEEE):
        if found := pattern.fullmatch(text):
            told = [
                Told(name, value.strip(" ,"), FAIR if name in ("publisher", "location") else SURE)
                for name, value in found.groupdict().items()
                if value
            ]
            return Read("standard", tuple(told))
    return None


def _headed(number: str, rest: str) -> Read | None:
    told = Told("number", number, SURE)
    if quoted := QUOTED.fullmatch(rest):
        found = areas([(quoted["rest"] or "").strip(" .–—-")])
        return _whole(told, quoted["title"], *found) if found else None
    for title, pieces in cuts(rest):
        if found := areas(pieces):
            return _whole(told, title, *found)
    title = rest.strip(" .")
    if re.search(rf"{YEAR}(?!\d)|//|\.{GAP}[–—-]{GAP}|;", title):
        return None
    return _whole(told, title, [], True)


def _whole(number: Told, title: str, found: list[Told], whole: bool) -> Read | None:
    title = title.strip(" .–—-\u00a0")
    title = re.sub(r"\A[{(«“]|[»”]\Z", "", title) if title.count("«") != title.count("»") else title
    if not 3 <= len(title) <= 400 or not title[0].isupper() or "//" in title:
        return None
    if {"pages", "journaltitle"} & {one.name for one in found}:
        return None
    title = re.sub(rf"{GAP}:{GAP}", ": ", title)
    return Read("standard", (number, Told("title", title, SURE), *found), whole)
