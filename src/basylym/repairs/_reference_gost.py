"""An entry as GOST 7.1 and GOST R 7.0.5 write it -> its kind and its fields, or None.

``Names Title : subtitle / responsibility // Container. – Place : Publisher, Year. – № 3. – С. 5-10.``,
with the dashes or without them. Every word must find its field, else nothing is returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from basylym.model.works import Told
from basylym.repairs._reference_areas import FAIR, SURE, THESIS, areas
from basylym.repairs._reference_names import INITIALS, SURNAME, everyone, names
from basylym.repairs._reference_words import DASH, GAP, LABELS_BEFORE_NUMBERS, UPPER, YEAR

INSIDE = re.compile(r"(?<!:)\s?//\s?")
BY = re.compile(rf"{GAP}/{GAP}")
DASHED = re.compile(rf"\.?{GAP}{DASH}{GAP}|\.{DASH}{GAP}?(?=[{UPPER}\d№])|\.{GAP}{DASH}(?=[{UPPER}\d№])")
STOP = re.compile(rf"(?<=[^.])\.{GAP}(?=[{UPPER}\d№«(])")
COMMA = re.compile(rf",{GAP}(?=[{UPPER}\d№])|;{GAP}")
INVERTED_END = re.compile(rf"(?:ed\.|eds\.|ред\.){GAP}{SURNAME},?{GAP}{INITIALS}\Z")
NO_TITLE = re.compile(
    rf"\d(?:st|nd|rd|th) ed|\A[^\W\d_]{{1,3}}\. |\A{YEAR}\. |\A[“\"‘„]|»,|\[|\d-?[а-я]? ?(?:изд|бас)\b"
)
CUTS = 12
LONGEST_TITLE = 250
SHORTENED = frozenset("газ конф т тр ст журн вестн изв сер др пособие ғыл жин proc sci res phys".split())
SERIES = re.compile(r"\((?P<series>[^()]{3,120})\)\.?\Z")
EDITED = re.compile(
    rf"(?:редактор(?:ы|лары)?|ред\. басқ\.|жауапты редактор|жауапты ред\.|құраст\.|құрастырған|сост\.|ed\. by"
    rf"|edited by|eds?\.)(?::)?{GAP}(?P<people>.{{3,200}})",
    re.IGNORECASE,
)
"""Before names in the nominative; after «под ред.» they are in the genitive, and what a genitive
stands for is a guess."""
PERSON = rf"(?:{INITIALS}{GAP}?{SURNAME}|{SURNAME},?{GAP}{INITIALS})"
RESPONSIBLE = re.compile(
    rf"{GAP}[/;]{GAP}(?:(?:(?:под|отв\.|науч\.|общ\.|гл\.|жауапты){GAP})*(?:ред|редакцией|сост|пер|құраст|ауд)\.?"
    rf"(?:{GAP}басқ\.)?{GAP}{PERSON}(?:(?:,|{GAP}и|{GAP}және){GAP}{PERSON}){{0,5}}"
    rf"|[^/;]{{0,80}}(?:ин-т|институт|ун-т|университет|акад|univers|institut|academ)[^/;]{{0,60}}?)"
    rf"(?=\.?{GAP}{DASH}{GAP}|{GAP}[/;]|\.{GAP}[{UPPER}]|\Z)",
    re.IGNORECASE,
)
"""A statement that says who else is responsible, though in no form that gives a name in the nominative."""
PROCEEDINGS = re.compile(
    r"материал|конференц|conference|proceedings|proc\.|симпозиум|symposium|конгресс|congress|жинағы|труды\b"
    r"|сб\.|сборник",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Read:
    """An entry read: its kind as BibLaTeX has it, its fields, and whether they hold all that it says."""

    kind: str
    fields: tuple[Told, ...]
    whole: bool = True


def gost(text: str, online: bool) -> Read | None:
    """Read one entry, its addresses taken out: wholly, or all but who else is responsible for it."""
    whole = _read(text.strip(), online)
    if whole:
        return whole
    named, left_out = RESPONSIBLE.subn("", text, count=2)
    rest = _read(named.strip(), online) if left_out else None
    return replace(rest, whole=False) if rest else None


def _read(text: str, online: bool) -> Read | None:
    authors = names(text)
    rest = text[authors.end :].lstrip(" .,:\u00a0") if authors.people else text
    told = [Told("author", authors.bibtex, SURE)] if authors.people and not authors.editors else []
    if authors.editors:
        told = [Told("editor", authors.bibtex, SURE)]
    if authors.spelt or not rest or not (rest[0].isupper() or rest[0] in '«“"[' or rest[0].isdigit()):
        return None
    inside = INSIDE.split(rest)
    if len(inside) > 2:
        return None
    return (_inside if len(inside) == 2 else _alone)(inside, told, online)


def _inside(parts: list[str], told: list[Told], online: bool) -> Read | None:
    """``Title / who // Container. – areas``."""
    titled = _titled(parts[0], told)
    for container, pieces in _cuts(parts[1]):
        if titled and (found := areas(pieces)):
            return _contained(titled, container, found, online)
    return None


def _contained(titled: list[Told], container: str, found: list[Told], online: bool) -> Read | None:
    given = {one.name for one in found}
    if "pagetotal" in given:  # a page of a paper, «5 б.», not the length of a book
        found = [Told("pages", one.value, FAIR) if one.name == "pagetotal" else one for one in found]
    container = _closed(container)
    by = BY.split(container)
    if len(by) > 1:
        if (
            len(by) > 2
            or not (editor := EDITED.fullmatch(by[1].strip()))
            or not (people := everyone(editor["people"]))
        ):
            return None
        found.append(Told("editor", people.bibtex, FAIR))
        container = by[0]
    if (
        not 2 <= len(container) <= 250
        or INSIDE.search(container)
        or not {"year", "pages", "date"} & (given | ({"year"} if online else set()))
    ):
        return None
    placed = bool({"location", "publisher"} & given)
    kind = "article" if not placed else "inproceedings" if PROCEEDINGS.search(container) else "incollection"
    name = "journaltitle" if kind == "article" else "booktitle"
    if kind == "article" and (PROCEEDINGS.search(container) and not {"volume", "number"} & given):
        kind, name = "inproceedings", "booktitle"
    return Read(kind, (*titled, Told(name, container, SURE), *found))


def _alone(parts: list[str], told: list[Told], online: bool) -> Read | None:
    """``Title / who. – Place : Publisher, Year. – 300 с.``"""
    for title, pieces in _cuts(parts[0]):
        if found := areas(pieces):
            return _whole(title, found, told, online)
    titled = _titled(parts[0], told) if online and len(parts[0]) <= LONGEST_TITLE else None
    return Read("online", tuple(titled)) if titled and not DASHED.search(parts[0]) else None


def _cuts(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what ``text`` may begin with, and the areas behind it: the likeliest cut first."""
    dashes = list(DASHED.finditer(text))[:CUTS]
    for number, dash in enumerate(dashes[:3]):
        ends = [one.start() for one in dashes[number + 1 :]] + [len(text)]
        starts = [one.end() for one in dashes[number:]]
        tail = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        head_end = dash.start() + dash.group().startswith(".")
        if ". –" in (head := text[:head_end].replace("—", "–").replace(" - ", " – ")):
            return  # an area that nobody knows stands between the title and the others
        yield text[: len(head)], tail
        for head, stops in _stops(text[:head_end]):
            yield head, [*stops, *tail]
    if not dashes:
        yield from _stops(text)


def _stops(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield ``text`` cut at a full stop, but for those of labels and initials, or at a comma."""
    for sign in (STOP, COMMA):
        places = [
            stop.span() for stop in sign.finditer(text) if sign is COMMA or not _is_label(text, stop.start())
        ]
        places = places[:CUTS]
        for number, (start, _) in enumerate(places[:8]):
            ends = [one for one, _ in places[number + 1 :]] + [len(text)]
            starts = [two for _, two in places[number:]]
            yield (
                text[: start + (sign is STOP)],
                [text[one:two] for one, two in zip(starts, ends, strict=True)],
            )


def _is_label(text: str, end: int) -> bool:
    word = re.search(r"[^\W_]{1,8}\Z", text[max(0, end - 9) : end])
    if not word or word[0].isdigit() or INVERTED_END.search(text[max(0, end - 60) : end + 1]):
        return False
    return len(word[0]) == 1 or word[0].lower() in LABELS_BEFORE_NUMBERS


def _whole(title: str, found: list[Told], told: list[Told], online: bool) -> Read | None:
    given = {one.name for one in found}
    series = SERIES.search(title)
    if series:
        found.append(Told("series", series["series"], FAIR))
        title = title[: series.start()]
    titled = _titled(title, told)
    if titled is None or "pages" in given:
        return None
    thesis = "type" in given or any(one.name == "type" for one in titled)
    if thesis:
        return Read("thesis", (*titled, *found))
    if {"volume", "number", "date"} & given - {"volume"} or not ({"year"} & given):
        return Read("online", (*titled, *found)) if online and {"date"} & given else None
    if not {"location", "publisher", "pagetotal"} & given:
        return Read("online", (*titled, *found)) if online else None
    return Read("book", (*titled, *found))


def _titled(text: str, told: list[Told]) -> list[Told] | None:
    """Return authors and title of ``Title : thesis / who``, or None where who they are is not sure."""
    told = list(told)
    title, *who = BY.split(text)
    if len(who) > 1:
        return None
    if who:
        statements = [one.strip() for one in re.split(r";", who[0].strip().rstrip(".")) if one.strip()]
        for statement in statements:
            people = everyone(statement.rstrip("."))
            if told and _spelt_out(told[0].value, statement):
                continue
            editor = EDITED.fullmatch(statement)
            edited = everyone(editor["people"].rstrip(".")) if editor else None
            if people:
                if told and told[0].name == "author" and not _same(told[0].value, people.bibtex):
                    return None
                told = [Told("author", people.bibtex, SURE), *(one for one in told if one.name != "author")]
            elif edited:
                told.append(Told("editor", edited.bibtex, FAIR))
            else:
                return None
    title = _closed(title)
    split = re.split(rf"{GAP}?:{GAP}(?=(?:автореф|дис|diss))", title, maxsplit=1, flags=re.IGNORECASE)
    if len(split) == 2:
        if not THESIS.fullmatch(split[1]):
            return None
        told.append(Told("type", split[1], SURE))
        title = split[0]
    title = re.sub(rf"{GAP}:{GAP}", ": ", title).strip()
    if not 2 <= len(title) <= 400 or not any(map(str.isalpha, title)):
        return None
    if len(STOP.findall(title)) > bool(told) or NO_TITLE.search(title):
        return None  # «Абай Құнанбайұлы. Шығармалары»: an author in a form that is no proof
    return [*told, Told("title", title, SURE if told else FAIR)]


def _spelt_out(bibtex: str, statement: str) -> bool:
    """Tell whether ``statement`` is the one author in full: ``Белозеров Иван Валентинович``."""
    family, _, initials = bibtex.partition(", ")
    words = statement.rstrip(".").split()
    own = [word[0] for word in words[1:] if word]
    return bool(own) and words[0] == family and own == re.findall(rf"[{UPPER}]", initials)


def _closed(text: str) -> str:
    """Return ``text`` without the stop that closes it; an abbreviation keeps its own."""
    bare = text.strip(" ,\u00a0")
    last = re.search(r"([^\W\d_]{1,8})\.\Z", bare)
    return bare if last and last[1].lower() in SHORTENED else bare.rstrip(" .,\u00a0")


def _same(bibtex: str, other: str) -> bool:
    """Tell whether the names before the title are the first of those behind it."""
    ours, theirs = (
        [name.split(",")[0].lower() for name in one.removesuffix(" and others").split(" and ")]
        for one in (bibtex, other)
    )
    return ours == theirs[: len(ours)] or theirs == ours[: len(theirs)]
