"""Stems and a word form -> whether Kazakh grammar builds that form from one of the stems.

A word list holds stems; running text holds stems with chains of endings. An ending's vowels
agree with the last vowel of what it follows, and its first consonant with the sound before it.
The chains are written once, with back vowels, and turned to front vowels by a table.

Source: the order of endings is that of any Kazakh grammar: derivation, number, person, case
for nouns; voice, negation, mood and tense, person for verbs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from basylym.model.repairs import Grammar

BACK, FRONT = frozenset("аоұыяуюё"), frozenset("әеөүіэию")
TO_FRONT = str.maketrans({"а": "е", "ы": "і", "ғ": "г", "қ": "к", "я": "я"})
LONGEST = 48  # letters; a longer run is no word, and would take long to tell
SOFTENED = {"г": "к", "ғ": "қ", "б": "п"}

PLURAL = "(?:лар|дар|тар)"
PERSON = "(?:ымыз|мыз|ыңыз|ңыз|ым|ың|сы|ы|м|ң)"
CASE = "(?:ның|дың|тың|ға|қа|на|а|ны|ды|ты|н|да|та|нда|дан|тан|нан|мен|бен|пен|менен|ша)"
WHERE = "(?:дағы|тағы|ндағы|ғы|қы|нікі|дікі|тікі|дай|тай|ндай|дейін)"
MAKER = "(?:лық|дық|тық|лығ|дығ|тығ|шылық|шыл|сыз|лы|ды|ты|шы|дас|тас|лас|ғыш|қыш|рақ|ырақ|лау|дау|тау)"
NOUN = f"(?:{MAKER}*{PLURAL}?{PERSON}?{CASE}?(?:{WHERE}{PLURAL}?{PERSON}?{CASE}?)?)"
VERBAL = "(?:ла|да|та|лан|дан|тан|лас|дас|тас|ландыр|дандыр|тандыр|лат|дат|тат|ай|қар|ғар|ыс)"
VOICE = "(?:ыл|л|ын|н|ыс|с|т|ыт|дыр|тыр|ғыз|қыз|ғы|қы|ар|ыр)"
NOT = "(?:ма|ба|па)"
TENSE = (
    "(?:ған|қан|атын|йтын|ар|ыр|р|с|ушы|у|ып|п|а|й|ғалы|қалы|са|ды|ты|мақ|бақ|пақ|мақшы|ғанша|қанша|ғансын|йық|айық|"
    "сын|ыңыз|ңыз|ғандай|қандай|аты|йты|уда|ыпты|пты|ғай|гей|майынша|ғандық|қандық|ғандығ|қандығ|"
    "атындық|йтындық|атындығ|йтындығ|ымыз|йынша|йлық|ғы|қы|улы|ым|м)"
)
ENDS = "(?:мын|мыз|сың|сыз|сыңдар|сыздар|ды|ты|м|ң|қ|мы|бы|пы)"
VERB = f"(?:{VERBAL}?{VOICE}{{0,3}}{NOT}?{TENSE}(?:{NOUN}|{ENDS}))"
CHAIN = f"(?:{NOUN}|{VERB}|{MAKER}{VERB})"
BACK_CHAIN = re.compile(CHAIN)
FRONT_CHAIN = re.compile(CHAIN.translate(TO_FRONT))

# What can stand at a sentence's end in a language whose predicate comes last.
PREDICATE = re.compile(
    r"(?:а|е|й)(?:ды|ді)$|(?:ды|ді|ты|ті|дық|дік|тық|тік|дым|дім)$|(?:ған|ген|қан|кен)(?:дай|дей|мын|мін|быз|біз)?$"
    r"|(?:уда|уде)$|(?:мақ|мек|бақ|бек|пақ|пек)(?:шы|ші)?$|(?:са|се)$|(?:ар|ер|с)$|(?:мын|мін|мыз|міз|сыз|сіз)$"
    r"|(?:у|ып|іп)$|(?:сын|сін)$|(?:айық|ейік|йық|йік)$"
)
OWNED = re.compile(r"(?:[^аәеёиоөұүыіэюя](?:ы|і)|(?:сы|сі))$")


def acceptor(stems: frozenset[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a word form, in any case, is built from ``stems``."""

    @lru_cache(maxsize=1 << 16)
    def known(word: str) -> bool:
        word = word.lower()
        if word in stems or not word or len(word) > LONGEST:
            return word in stems
        if "-" in word:
            return all(known(part) for part in word.split("-"))
        return any(_built(word, cut, stems) for cut in range(len(word) - 1, 1, -1))

    return known


def _built(word: str, cut: int, stems: frozenset[str]) -> bool:
    stem, rest = word[:cut], word[cut:]
    return _stands(stem, stems) and bool(_chain(stem).fullmatch(rest))


def _stands(stem: str, stems: frozenset[str]) -> bool:
    if stem in stems:
        return True
    hard = SOFTENED.get(stem[-1])
    return (hard is not None and stem[:-1] + hard in stems) or stem + "у" in stems


def _chain(stem: str) -> re.Pattern[str]:
    for letter in reversed(stem):
        if letter in FRONT:
            return FRONT_CHAIN
        if letter in BACK:
            return BACK_CHAIN
    return BACK_CHAIN


def is_title_end(word: str) -> bool:
    """Tell whether ``word`` has the shape of a noun in the third person possessive, and of no predicate.

    The predicate closes a Kazakh sentence; a phrase that ends in such a noun is a name.
    """
    word = word.lower()
    return bool(OWNED.search(word)) and not PREDICATE.search(word)


GRAMMAR = Grammar(accept=acceptor, titular=is_title_end, softened=dict(zip("кқп", "гғб", strict=True)))
