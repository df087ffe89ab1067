"""Text in Cyrillic, a Romanization -> the same in its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from basylym.model.romanization import Romanization

WORD = re.compile(r"[^\W\d_]+(?:[\u0301\u00ad]+[^\W\d_]+)*")
CYRILLIC = re.compile("[\u0400-\u052f]")
ACUTE = "\u0301"  # a stress mark: no letter of the alphabet, and none of Kazakh Latin's acutes
STRESSED = re.compile(r"(?<=[аеёиоуыэюяАЕЁИОУЫЭЮЯ])\u0301")


def romanize(text: str, system: Romanization, tag: str, exceptions: Mapping[str, str] | None = None) -> str:
    """``text`` of the language ``tag`` in the letters of ``system``; what it has no letter for stays.

    Args:
        text: may hold figures, signs and words in other letters.
        system: the tables.
        tag: language of the text; the table of its base language is used, or the first there is. A word with
            letters that this table has not takes the table that has them.
        exceptions: how a lower-case word starts -> how its start is written; the longest counts.

    Stress marks and soft hyphens are dropped inside a word.
    """
    own = next((one for one in (tag, tag.split("-")[0]) if one in system.letters), next(iter(system.letters)))
    known = exceptions or {}

    def word(found: re.Match[str]) -> str:
        said = STRESSED.sub("", found.group()).replace("\u00ad", "")
        lacked = {sign for sign in said.lower() if CYRILLIC.match(sign)} - system.letters[own].keys()
        named = own
        if lacked:  # a Kazakh name in an entry that is in Russian or English
            named = next((one for one, letters in system.letters.items() if lacked <= letters.keys()), own)
        places = _compiled(system.places.get(named.split("-")[0], ()))
        return _word(said, system, system.letters[named], places, known)

    return WORD.sub(word, text)


Places = tuple[tuple[re.Pattern[str], str], ...]


@cache
def _compiled(places: tuple[tuple[str, str], ...]) -> Places:
    return tuple((re.compile(pattern), written) for pattern, written in places)


def _word(
    word: str,
    system: Romanization,
    letters: Mapping[str, str],
    places: Places,
    exceptions: Mapping[str, str],
) -> str:
    lower = word.lower()
    if len(lower) != len(word) or not set(lower) & letters.keys():
        return word
    shouted = len(word) > 1 and word.isupper()
    made, place = [], 0
    for length in range(len(word), 0, -1):
        start = exceptions.get(lower[:length])
        if start is not None:
            made.append(_cased(start, word[0], shouted, system))
            place = length
            break
    while place < len(word):
        written, end = letters.get(lower[place], word[place]), place + 1
        for pattern, instead in places:
            found = pattern.match(lower, place)
            if found and found.end() == place:  # a sign that comes before the letter
                made.append(instead)
            elif found:
                written, end = instead, found.end()
                break
        made.append(_cased(written, word[place], shouted, system))
        place = end
    return "".join(made)


def _cased(written: str, letter: str, shouted: bool, system: Romanization) -> str:
    if not letter.isupper() or not written:
        return written
    if shouted:
        return "".join(_capital(sign, system) for sign in written)
    return _capital(written[0], system) + written[1:]


def _capital(sign: str, system: Romanization) -> str:
    return system.capitals.get(sign, sign.upper())


def lower(text: str, system: Romanization) -> str:
    """``text`` in the system's letters in lower case: İ -> i and I -> ı where it says so."""
    back = {capital: small for small, capital in system.capitals.items()}
    return "".join(back.get(sign, sign.lower()) for sign in text)
