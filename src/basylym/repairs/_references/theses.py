"""``дис. … канд. ист. наук : 07.00.02`` -> what a thesis, or the abstract of one, says of itself."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.houses import is_house
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.words import GAP, UPPER

CODE = re.compile(r"[ :,\u00a0]*\(?(\d\d\.\d\d\.\d\d|\d\.\d{1,2}\.\d{1,2}|[68][DМM]\d{5,6})\)?\.?\Z")
"""Of the speciality, in a list of each country."""
FIRST = re.compile(
    r"(?:автореф(?:ерат)?|дисс?(?:ертация)?)(?![^\W\d_])|(?:phd|ph\. ?d\."
    r"|doctoral|master['’]s|candidate) (?:thesis|diss)"
    r"|diss\.|unpublished doctoral diss",
    re.IGNORECASE,
)
LAST = re.compile(
    r"(?<![^\W\d_])(?:дисс?\.?|дис[^\W\d_]{0,2}|диссертация(?:сы)?"
    r"|(?:дис[^\W\d_]{0,12}\.? ?)?автореф(?:\.|ераты?)?|тезисы?)\Z",
    re.IGNORECASE,
)
DEGREE = re.compile(
    r"канд|докт|д-ра|доктора|магист|phd|ph\. ?d|ғыл|наук|филос|doctor|master|candidate", re.IGNORECASE
)
HOUSED = re.compile(rf"(?P<type>[^.]{{3,60}})\.{GAP}(?P<house>[{UPPER}].{{3,120}})")
LONGEST = 200


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: a thesis, its degree and speciality."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    told = []
    if found := CODE.search(text):
        told.append(Told("number", found[1], SURE))
        text = text[: found.start()]
    if found := HOUSED.fullmatch(text):
        if not is_house(found["house"]):
            return None
        told.append(Told("institution", found["house"].rstrip("."), FAIR))
        text = found["type"]
    if ":" in text or not (FIRST.match(text) or LAST.search(text)):
        return None
    if not (told or DEGREE.search(text) or FIRST.fullmatch(text.rstrip("."))):
        return None  # a book on theses
    text = text.removesuffix(".") if text.endswith("наук.") else text  # that stop closes the sentence
    return Read("thesis", (Told("type", text, SURE), *told))
