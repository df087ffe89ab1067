"""An entry as GOST 7.1 and GOST R 7.0.5 write it -> its kind and its fields, or None.

``Names Title : subtitle / responsibility // Container. – Place : Publisher, Year. – № 3. – С. 5-10.``,
with the dashes or without them. Every word must find its field, else nothing is returned, or the entry is
not whole.
"""

from __future__ import annotations

import re
from dataclasses import replace

from basylym.model.works import Told
from basylym.repairs._references import archives, laws, patents
from basylym.repairs._references.areas import areas
from basylym.repairs._references.cuts import DASHED, cuts
from basylym.repairs._references.names import names
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.standards import standard
from basylym.repairs._references.titles import Titled, container, titled
from basylym.repairs._references.towns import is_town
from basylym.repairs._references.words import YEAR

INSIDE = re.compile(r"(?<!:)\s?//\s?")
IMPRINT_INSIDE = re.compile(rf":[^:]{{2,80}}, {YEAR}\Z")
LONGEST_TITLE = 250
QUOTED = re.compile(r"[«“\"][^«»“”]{2,250}[»”\"]\.?")
DATED_TITLE = re.compile(rf"\. {YEAR}\. ")
COLONS = re.compile(
    r"(?P<title>.{3,300}?) : (?P<areas>(?:№|заявл|опубл|өтін|жариял)(?:[^/]"
    r"|(?<=\d)/(?=\d)){3,200}?)(?P<who> / [^–]{3,200}?)?"
    r"(?:\. – (?P<more>.+))?\Z"
)
PROCEEDINGS = re.compile(
    r"материал|конференц|conference|proceedings|proc\.|симпозиум|symposium|конгресс|congress|жинағы|труды\b"
    r"|сб\.|сборник",
    re.IGNORECASE,
)
TOLD_KINDS = frozenset("map report standard legislation patent dataset software".split())
PLACED = frozenset({"location", "publisher"})


def gost(text: str, online: bool) -> Read | None:
    """Read one entry, its addresses taken out."""
    text = text.strip()
    if read := archives.archive(text) or standard(text) or _patent(text):
        return read
    authors = names(text)
    if not authors.people and names(text, bare=True).people:
        return None  # «Серов ПН. Реки» is of Vancouver; with a stop lost, of nobody knows what
    rest = text[authors.end :].lstrip(" .,:\u00a0") if authors.people else text
    told = [Told("author", authors.bibtex, SURE)] if authors.people and not authors.editors else []
    if authors.editors:
        told = [Told("editor", authors.bibtex, SURE)]
    if authors.spelt and not (DASHED.search(rest) or INSIDE.search(rest)):
        return None  # «Smith, John. Roads. 2001.» is of another tradition
    if not rest or not (rest[0].isupper() or rest[0] in '«“"[' or rest[0].isdigit()):
        return None
    inside = INSIDE.split(rest)
    if len(inside) > 2:
        return None
    return _inside(inside[0], inside[1], told, online) if len(inside) == 2 else _alone(rest, told, online)


def _patent(text: str) -> Read | None:
    """``Пат. 2187888 Рос. Федерация. Title / who. – № 5 ; заявл. … ; опубл. … – 3 с.``"""
    headed = patents.headed(text)
    if headed is None:
        return None
    patent, rest = headed
    for title, pieces in (*_colons(rest), *cuts(rest)):
        found, told = patents.areas(pieces), titled(title, [], "patent")
        if found and told and told.kind == "patent":
            whole = patent.whole and told.whole and found[1]
            return Read("patent", (*told.fields, *patent.fields, *found[0]), whole)
    return None


def _colons(rest: str) -> list[tuple[str, list[str]]]:
    """Cut ``Title : № 5 : заявл. … : опубл. … / who. – 3 с.`` into title with who, and the areas."""
    found = COLONS.match(rest)
    if not found:
        return []
    return [(found["title"] + (found["who"] or ""), [found["areas"], found["more"] or ""])]


def _inside(described: str, held: str, told: list[Told], online: bool) -> Read | None:
    """``Title / who // Container. – areas``."""
    title = titled(described, told)
    if title and (place := archives.container(held)):
        return Read("unpublished", (*title.fields, *place[0]), title.whole and place[1])
    for name, pieces in cuts(held):
        if title and (found := areas(pieces)) and found[0]:
            return _contained(title, name, found[0], found[1], online)
    return None


def _contained(title: Titled, name: str, found: list[Told], whole: bool, online: bool) -> Read | None:
    given = {one.name for one in found}
    if "pagetotal" in given:  # a page of a paper, «5 б.», not the length of a book
        found = [Told("pages", one.value, FAIR) if one.name == "pagetotal" else one for one in found]
    held = container(name)
    if held is None:
        return None
    name, editors, all_told = held
    found = [*found, *editors]
    if (
        not 2 <= len(name) <= 250
        or INSIDE.search(name)
        or IMPRINT_INSIDE.search(name)
        or not {"year", "pages", "date"} & (given | ({"year"} if online else set()))
        or "named" in given
    ):
        return None
    whole = whole and all_told and title.whole
    if title.kind == "legislation":
        found = [replace(one, name="issue") if one.name == "number" else one for one in found]
        return Read(title.kind, (*title.fields, Told("journaltitle", name, SURE), *found), whole)
    placed = bool(PLACED & given)
    kind = "article" if not placed else "inproceedings" if PROCEEDINGS.search(name) else "incollection"
    if kind == "article" and (PROCEEDINGS.search(name) and not {"volume", "number"} & given):
        kind = "inproceedings"
    field = "journaltitle" if kind == "article" else "booktitle"
    return Read(kind, (*title.fields, Told(field, name, SURE), *found), whole)


def _alone(text: str, told: list[Told], online: bool) -> Read | None:
    """``Title / who. – Place : Publisher, Year. – 300 с.``"""
    for name, pieces in cuts(text):
        if (found := areas(pieces)) and found[0] and (read := _whole(name, *found, told, online)):
            return read
        if (found := patents.areas(pieces)) and (title := titled(name, told)) and title.kind == "patent":
            return Read("patent", (*title.fields, *found[0]), title.whole and found[1])
    title = titled(text, told) if len(text) <= LONGEST_TITLE else None
    if title and title.kind == "legislation":
        return _act(title)
    if title is None or not online or DASHED.search(text) or (told and QUOTED.fullmatch(text)):
        return None
    return Read(title.kind if title.kind in TOLD_KINDS else "online", tuple(title.fields), title.whole)


def _act(title: Titled) -> Read:
    """An act that says nothing of where it was printed: its own day is its date."""
    kind = next((one.value for one in title.fields if one.name == "type"), "")
    date = laws.day_of(kind)
    return Read(title.kind, (*title.fields, *([Told("date", date, SURE)] if date else [])), title.whole)


def _whole(name: str, found: list[Told], whole: bool, told: list[Told], online: bool) -> Read | None:
    given = {one.name for one in found}
    title = titled(name, told, "map" if "scale" in given else "")
    if title is None or "pages" in given or DATED_TITLE.search(name):
        return None
    fields, kind = _volume(title.fields, found), title.kind
    thesis = kind == "thesis" or "type" in given
    if kind == "legislation" and "publisher" in given and not any(one.name == "number" for one in fields):
        kind = "book"  # a constitution as a book, of which styles print more than of an act
    if "publisher" in given and any(one.name == "institution" for one in fields):
        whole = False  # styles print one of the two
    if thesis or kind in TOLD_KINDS:
        return Read("thesis" if thesis else kind, tuple(fields), whole and title.whole)
    if {"number", "date"} & given or not ({"year"} & given):
        online = online and bool({"date", "location"} & given)
    elif given == {"location", "year"} and not is_town(
        next(one.value for one in found if one.name == "location")
    ):
        return None  # «Ақиқат, 2001» may be a journal's
    elif {"location", "publisher", "pagetotal", "volumes"} & given:
        return Read("book", tuple(fields), whole and title.whole)
    return Read("online", tuple(fields), whole and title.whole) if online else None


def _volume(title: list[Told], found: list[Told]) -> list[Told]:
    """Return the fields, the title of one volume told in its area taken for the title, as BibLaTeX does."""
    named = [one for one in found if one.name == "named"]
    if not named:
        return [*title, *found]
    own = [replace(one, name="maintitle") if one.name == "title" else one for one in title]
    rest = [one for one in found if one.name != "named"]
    return [*own, Told("title", named[0].value, SURE), *rest]
