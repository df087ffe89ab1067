"""Entries as typed -> Works: fields where every word finds its own, a key for each, always the raw entry."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from basylym.model.works import Told, Work
from basylym.repairs._references.addresses import addresses
from basylym.repairs._references.gost import gost
from basylym.repairs._references.names import names
from basylym.repairs._references.same import leans, own
from basylym.repairs._references.shapes import LONGEST
from basylym.repairs._references.western import western
from basylym.repairs._references.words import YEAR

YEARS = re.compile(rf"(?<![\d/.-])({YEAR})([a-zа-г])?(?![\d/])")
ASCII = dict(
    zip(
        "абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяәçğıöşüéèêëáàâäãåóòôõøíìîïúùûñßæœčřžýłńśź",
        (
            "a,b,v,g,g,d,e,e,zh,z,i,y,k,q,l,m,n,n,o,o,p,r,s,t,u,u,u,f,kh,h,ts,ch,sh,shch,,y,i,,e,yu,ya,a,"
            "c,g,i,o,s,u,e,e,e,e,a,a,a,a,a,a,o,o,o,o,o,i,i,i,i,u,u,u,n,ss,ae,oe,c,r,z,y,l,n,s,z"
        ).split(","),
        strict=True,
    )
)
BROKEN = re.compile(r"(?<=\d[–‑-])[ \u00a0]*\n[ \u00a0]*(?=\d)")  # inside a range of pages


def works(entries: Iterable[tuple[int, str]]) -> tuple[Work, ...]:
    """Return a work for each entry, number and text; as many as there are entries."""
    read = [_work(number, " ".join(BROKEN.sub("", raw).split())) for number, raw in entries]
    wanted = [_wanted(work, place) for place, work in enumerate(read, 1)]
    many = Counter(wanted)
    turns: Counter[str] = Counter()
    taken = {key for key, times in many.items() if times == 1}
    keyed = []
    for work, key in zip(read, wanted, strict=True):
        new = key
        while many[key] > 1 and (new == key or new in taken):
            turns[key] += 1
            new = f"{key}-{turns[key]}" if key[:3] == "ref" else f"{key}{_letters(turns[key])}"
        taken.add(new)
        keyed.append(replace(work, key=new))
    return tuple(keyed)


def _work(number: int, raw: str) -> Work:
    if len(raw) > LONGEST:
        return Work("", number, "misc", (), raw, False)
    told, rest = addresses(raw)
    if on := leans(raw):
        return _leaning(number, raw, told, own(rest) if on == "author" else "")
    authors = names(rest)
    online = any(one.name == "url" for one in told)
    ways = [way for way in (western(rest, online), gost(rest, online)) if way is not None]
    ways = [way for way in ways if way.whole] or ways
    if len(ways) == 1 or (len(ways) == 2 and _said(ways[0].fields) == _said(ways[1].fields)):
        fields = (*_dated(ways[0].fields), *told)
        whole = ways[0].whole
        kind = ways[0].kind if whole else "misc"
        return Work("", number, kind, fields, raw, whole, *_marks(authors.people, raw, fields))
    sure = list(told)
    if authors.people and not authors.editors:
        sure.insert(0, Told("author", authors.bibtex, 0.9))
    years = {found[1] for found in YEARS.finditer(rest)}
    if len(years) == 1 and not online:
        sure.append(Told("year", years.pop(), 0.9))
    return Work("", number, "misc", tuple(sure), raw, False, *_marks(authors.people, raw, tuple(sure)))


def _leaning(number: int, raw: str, told: list[Told], rest: str) -> Work:
    """An entry that leans on the one before: what it says itself, and never what that one says."""
    online = any(one.name == "url" for one in told)
    ways = [way for way in (western(rest, online), gost(rest, online)) if way is not None] if rest else []
    said = ways[0].fields if len({way.fields for way in ways}) == 1 else ()
    return Work("", number, "misc", (*_dated(said), *told), raw, False)


def _said(fields: tuple[Told, ...]) -> set[tuple[str, str]]:
    return {(one.name, one.value) for one in fields}


def _dated(fields: tuple[Told, ...]) -> tuple[Told, ...]:
    """Return the fields with one date: the day where it is told, else the year."""
    day = any(one.name == "date" for one in fields)
    return tuple(one for one in fields if not (day and one.name == "year"))


def _marks(people: tuple[tuple[str, str], ...], raw: str, fields: tuple[Told, ...]) -> tuple[str, str]:
    """Return what an author-date citation calls the work: surname and year."""
    told = {one.name: one.value for one in fields}
    year = told.get("year") or told.get("date", "")[:4]
    lettered = [found for found in YEARS.finditer(raw) if found[1] == year and found[2]]
    return (people[0][0] if people else "", year + (lettered[0][2] if lettered else ""))


def _wanted(work: Work, place: int) -> str:
    name = re.sub(r"[^a-z]", "", "".join(ASCII.get(sign, sign) for sign in work.family.lower()))
    if name and work.year:
        return name + re.sub(r"\D", "", work.year)
    return f"ref{work.number or place}"


def _letters(turn: int) -> str:
    letters = ""
    while turn:
        turn, left = divmod(turn - 1, 26)
        letters = chr(97 + left) + letters
    return letters
