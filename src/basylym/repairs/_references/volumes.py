"""``Сочинения : в 2 т.``, ``Шығармалар. 20 томдық. Т. 2. Абай жолы`` -> how many volumes, and one of them."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.areas import VOLUME
from basylym.repairs._references.read import SURE, Read
from basylym.repairs._references.words import DASH, GAP

MANY = {
    word: str(number)
    for number, words in enumerate(
        (
            "двух екі two",
            "трех трёх үш three",
            "четырех четырёх төрт four",
            "пяти бес five",
            "шести алты six",
            "семи жеті seven",
            "восьми сегіз eight",
            "девяти тоғыз nine",
            "десяти он ten",
        ),
        2,
    )
    for word in words.split()
} | {"двенадцати": "12", "он екі": "12"}
COUNT = "(?P<count>\\d{1,3}|" + "|".join(sorted(MANY, key=len, reverse=True)) + ")"
WHOLE = re.compile(
    rf"(?:(?:в|in){GAP}{COUNT}{GAP}?-?(?:ти|х|и)?{GAP}?(?:т|томах|кн|книгах|vols?|volumes)\.?"
    rf"|{COUNT.replace('count', 'own')}{GAP}?-?{GAP}?томдық)",
    re.IGNORECASE,
)
ONE = re.compile(
    rf"(?P<main>[^.]{{2,160}}?)(?:\.|(?P<colon>{GAP}?:)){GAP}(?P<whole>[^.:]{{3,30}}?\.?)"
    rf"(?:\.|{GAP}?[,;:]|(?<=\.))?{GAP}{VOLUME}(?:\.{GAP}|{GAP}?:{GAP})(?P<title>.{{2,200}})",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?P<main>[^.]{{2,160}}?)(?:\.|{GAP}?:){GAP}{VOLUME}(?:\.{GAP}|{GAP}?:{GAP})(?P<title>.{{2,200}})",
    re.IGNORECASE,
)
OF_ONE = re.compile(rf"{VOLUME}(?:{GAP}?:{GAP}|\.{GAP}?){DASH}?{GAP}?(?P<title>[^/]{{2,200}})", re.IGNORECASE)


LAST = re.compile(
    rf"(?P<title>[^:]{{2,200}}?)(?:[.,]|{GAP}?:){GAP}"
    rf"(?:{VOLUME}|(?P<first>\d{{1,3}}){GAP}?[-‑]{GAP}?(?:т|том|кітап)(?![^\W_]))\.?",
    re.IGNORECASE,
)


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: how many volumes the work has."""
    found = WHOLE.fullmatch(text.strip().rstrip("."))
    if not found:
        return None
    count = (found["count"] or found["own"]).lower()
    return Read("book", (Told("volumes", MANY.get(count, count), SURE),))


def one_of_many(text: str) -> list[Told] | None:
    """Read a title that names a work, the count of its volumes if told, and one volume with its own title."""
    for pattern in (ONE, BARE):
        found = pattern.fullmatch(text.strip())
        if not found:
            continue
        told = [
            Told("maintitle", found["main"].strip(), SURE),
            Told("volume", found["volume"], SURE),
            Told("title", found["title"].strip(" ."), SURE),
        ]
        if pattern is BARE:
            return told
        if of := trait(found["whole"]):
            return [*told, *of.fields]
    if found := LAST.fullmatch(text.strip()):
        return [Told("title", found["title"], SURE), Told("volume", found["volume"] or found["first"], SURE)]
    return None
