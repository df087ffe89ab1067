"""A text that was decoded in the wrong encoding -> what its bytes say in the right one, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from basylym.model.chunks import Chunks, Inside

PAGES = ("cp1251", "cp1252")
SHOWN = 3  # signs of UTF-8 that a text must hold before any is believed
ENOUGH = 8  # signs that show how the text was decoded, so that a doubtful one is believed too
WORDS = 5  # words of nothing but accented letters: no language has so many
EXPECTED = re.compile(
    "[\u00a0-\u024f\u0386-\u03ce\u0400-\u04ff\u1e00-\u1eff\u2010-\u2044\u20a0-\u20bf\u2116\u2122\u2190-\u21ff"
    "\u2200-\u22ff\ufb00-\ufb06]+"
)
HIGH = "\x80-\x9f\xa1-\xaa\xaf-\xba\xbc-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
ACCENTED = re.compile(f"(?<![0-9A-Za-z{HIGH}])[{HIGH}]+(?![0-9A-Za-z{HIGH}])")
BESIDE = f"[{HIGH}AaBCcEeHIiKMOoPpTXxy]"
THREE = Inside(f"[{HIGH}][{HIGH}][{HIGH}]")
MIXED = re.compile(f"(?<![0-9A-Za-z{HIGH}])(?={BESIDE}+(?![0-9A-Za-z{HIGH}])){BESIDE}*[{HIGH}]{BESIDE}*")
RUN = re.compile(f"[{HIGH}]+")
NO_LETTER = re.compile(r"[\W\d_]")


@dataclass(frozen=True, slots=True)
class Undone:
    """A span of the text, what stood there before it was decoded wrongly, and as what it was read."""

    start: int
    end: int
    after: str
    page: str


@cache
def _bytes_of(page: str) -> dict[str, int]:
    """Return letter -> byte, for the upper half of a code page; what it lacks, as decoders leave it."""
    table: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        table[chr(byte)] = byte if byte < 0xA0 else table.get(chr(byte), byte)
    if page == "cp1251":
        table = {letter: byte for letter, byte in table.items() if byte < 0xA0}
        table["\ufffd"] = 0x98  # the one byte that is no letter there
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(page, "ignore")
        if letter:
            table[letter] = byte
    return table


@cache
def _units(page: str) -> re.Pattern[str]:
    """Match runs of what UTF-8's signs of several bytes look like when read in a code page."""
    table = _bytes_of(page)

    def of(first: int, last: int) -> str:
        return (
            "[" + "".join(re.escape(letter) for letter, byte in table.items() if first <= byte <= last) + "]"
        )

    more = of(0x80, 0xBF)
    two, three, four = of(0xC2, 0xDF), of(0xE0, 0xEF), of(0xF0, 0xF4)
    return re.compile(f"(?:{two}{more}|{three}{more}{more}|{four}{more}{more}{more})+")


@cache
def _inner(page: str) -> Inside:
    """Match the end of a sign of two bytes or more: most texts have no such pair of letters."""
    table = _bytes_of(page)
    last = "".join(re.escape(letter) for letter, byte in table.items() if 0x80 <= byte <= 0xBF)
    first = "".join(re.escape(letter) for letter, byte in table.items() if 0xC2 <= byte <= 0xF4)
    return Inside(f"[{last}](?<=[{first}].)")


@lru_cache(maxsize=4)
def read_as_bytes(chunks: Chunks) -> tuple[Undone, ...]:
    """Return where a text holds UTF-8 that was read as one byte a letter.

    A run of two signs or more is believed if they are letters and stand for themselves; a single
    one only where it cannot be else, or where the text shows many.
    """
    text = chunks.text
    if text.isascii():
        return ()
    found: list[Undone] = []
    for page in PAGES:
        table = _bytes_of(page)
        sure: list[Undone] = []
        unsure: list[Undone] = []
        for run in _runs_of_bytes(chunks, page):
            try:
                after = bytes(table[letter] for letter in run.group()).decode("utf-8")
            except UnicodeDecodeError:
                continue
            if not EXPECTED.fullmatch(after) or after == run.group():
                continue
            undone = Undone(*run.span(), after, page)
            (sure if _is_sure(text, undone) else unsure).append(undone)
        shown = sum(len(one.after) for one in sure)
        if shown >= ENOUGH:
            sure += [one for one in unsure if not _in_word(text, one)]
        found += sure if shown >= SHOWN else []
    found.sort(key=lambda one: (one.start, -one.end))
    return tuple(one for n, one in enumerate(found) if n == 0 or found[n - 1].end <= one.start)


def _runs_of_bytes(chunks: Chunks, page: str) -> Iterator[re.Match[str]]:
    """Yield the runs of signs of UTF-8 read in a code page; none has a space in it."""
    for start, end in chunks.where(_inner(page).chunks(chunks)):
        yield from _units(page).finditer(chunks.text, start, end)


def _is_sure(text: str, one: Undone) -> bool:
    if _in_word(text, one):
        return False
    if len(one.after) == 1:
        punctuation = one.end - one.start > 2 and not one.after.isalpha()
        middle = one.page == "cp1252" and text[one.start - 1 : one.start].islower() and one.after.islower()
        return punctuation or middle
    scripts = {"\u0400" <= letter <= "\u04ff" for letter in one.after if letter.isalpha()}
    return len(scripts) <= 1


def _in_word(text: str, one: Undone) -> bool:
    """Tell whether letters of the same script stand right beside: then the run is a part of a true word."""
    beside = text[max(0, one.start - 1) : one.start] + text[one.end : one.end + 1]
    if one.page == "cp1251":
        return any("\u0400" <= letter <= "\u052f" for letter in beside)
    return any("\u00c0" <= letter <= "\u024f" for letter in beside)


@lru_cache(maxsize=4)
def read_as_latin(chunks: Chunks, letters: str) -> tuple[Undone, ...]:
    """Return where words of Cyrillic letters were read as words of accented Latin ones.

    ``letters`` are those of the language, or nothing; they tell its own code page from the Russian.
    """
    text = chunks.text
    if not THREE.stands(chunks):
        return ()
    accented = {word for chunk in THREE.chunks(chunks) for word in ACCENTED.findall(chunk)}
    found_words = {word for word in accented if len(NO_LETTER.sub("", word)) >= 3}
    if len(found_words) < WORDS:
        return ()
    table = _bytes_of("cp1252")
    best: list[Undone] = []
    for page in ("cp1251", "kz1048", "ptcp154"):
        found = []
        for word in _foreign_runs(text):
            after = bytes(table[letter] for letter in word.group()).decode(page, "replace")
            known = (
                all(letter.lower() in letters for letter in after if letter.isalpha()) if letters else True
            )
            cyrillic = all("\u0400" <= letter <= "\u052f" for letter in after if letter.isalpha())
            if cyrillic and known and "\ufffd" not in after and after != word.group():
                found.append(Undone(*word.span(), after, page))
        if len(found) > len(best):
            best = found
    return tuple(best)


def _foreign_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield runs of accented letters; a Latin letter that was typed for a Cyrillic one may stand between."""
    for word in MIXED.finditer(text):
        runs = list(RUN.finditer(text, *word.span()))
        if 2 * sum(run.end() - run.start() for run in runs) > word.end() - word.start():
            yield from runs


def undone(text: str) -> str:
    """Return ``text`` with every wrong decoding undone that no knowledge of its language is needed for."""
    chunks = Chunks(text)
    for find in (read_as_bytes, lambda chunks: read_as_latin(chunks, "")):
        pieces: list[str] = []
        place = 0
        for one in find(chunks):
            pieces += (chunks.text[place : one.start], one.after)
            place = one.end
        if pieces:
            chunks = Chunks("".join((*pieces, chunks.text[place:])))
    return chunks.text
