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
from functools import cache, lru_cache

from basylym.model.repairs import Grammar

BACK, FRONT = frozenset("аоұыяё"), frozenset("әеөүіэ")
TO_FRONT = str.maketrans({"а": "е", "ы": "і", "ғ": "г", "қ": "к"})
LONGEST = 48  # letters; a longer run is no word, and would take long to tell
SHORTEST = 3  # letters of a stem that takes endings, but for these
SHORT = frozenset(
    "ай ақ ас ат аш ел ем ен ер ес ет із іс ит ой он от өз өт ұл ұн үй үн үш іш би бу ми су ту үс ән ең ор "
    "ал ек іл ау жу ки қу ой өс өл ти ұр ұш үз де же не ол бұ ос".split()
)
SOFTENED = {"г": "к", "ғ": "қ", "б": "п"}
SHORTENED = frozenset(  # verbs that lose their last vowel before the infinitive's у
    "оқы тоқы таны ері жібі суы ашы тасы байы жасы кемі семі қамты ұйы шірі кебі жары қажы дамы толқы "
    "балқы шалқы ұлы арты қарты молы ыды іркі жүгірі тербі қағы тұщы сасы аршы аңды жалықы кірі берікі "
    "нығы ірі сұйы қалқы шаңқы жетілі сыйы күңгірі ағары көгері аңқы мүжі жұқары үңгі түті сыпыры шағы "
    "кешікі жұмсары жайы".split()
)
HARDENED = {hard: soft for soft, hard in SOFTENED.items()}  # бірік-ті, бірігу

# What an ending follows: vowels; м н ң; р й у и ю; л; з ж; voiceless letters and the б в г д of loans.
V, N, R, L, Z, T = "аәеёоөұүыіэя", "мнң", "рйуию", "ль", "зж", "кқпстфхһцчшщбвгғд"


def _after(**forms: str) -> str:
    """Return a pattern: each form only after the letters it is given with."""
    sets = {"V": V, "N": N, "R": R, "L": L, "Z": Z, "T": T}
    told = (f"(?<=[{''.join(sets[name] for name in names)}])(?:{form})" for names, form in forms.items())
    return f"(?:{'|'.join(told)})"


C = "NRLZT"
PLURAL = _after(VR="лар", NLZ="дар", T="тар")
OWN = _after(V="м|ң", NRLZT="ым|ың")
OUR = _after(V="мыз|ңыз", NRLZT="ымыз|ыңыз")
THIRD = _after(V="сы", NRLZT="ы")
CASE = (
    "(?:"
    + "|".join(
        (
            *(_after(VN="ның", RLZ="дың", T="тың"), _after(V="ны", NRLZ="ды", T="ты")),
            *(_after(VNRLZ="ға", T="қа"), _after(VNRLZ="да", T="та"), _after(VRLZ="дан", N="нан", T="тан")),
            *(_after(VNRL="мен(?:ен)?", Z="бен(?:ен)?", T="пен(?:ен)?"), "ша", _after(VNRLZ="дай", T="тай")),
        )
    )
    + ")"
)
OF_OWN = "(?:ның|ды|а|да|нан|мен|ша|дай)"  # after a possessive of the first and second person
OF_THIRD = "(?:ның|н|на|нда|нан|мен|нша|ндай)"
WHERE = f"(?:{_after(VNRLZ='дағы', T='тағы')}|{_after(VNRLZ='ғы', T='қы')}|нікі|дікі|тікі)"
OF_WHERE = f"(?:{PLURAL}?(?:ның|н|на|нда|нан|мен|{CASE})?)"
OWNED = f"(?:{OWN}{OF_OWN}?|{OUR}{CASE}?|{THIRD}(?:{OF_THIRD}|ндағы{OF_WHERE})?)"
PREDICATE_END = _after(
    V="мын|мыз|сың|сыз", RL="мын|мыз|сың|сыз", N="мын|быз|сың|сыз", Z="бын|быз|сың|сыз", T="пын|пыз|сың|сыз"
)
CASES = f"(?:{PLURAL}?(?:{OWNED}|{CASE}|{PREDICATE_END}|{WHERE}{OF_WHERE})?)"
LIK = _after(VR="лық", NLZ="дық", T="тық")
SOFT_LIK = _after(VR="лығ", NLZ="дығ", T="тығ")  # before a vowel
LY = _after(VR="лы", NLZ="ды", T="ты")
MAKER = f"(?:{LIK}|{LY}|сыз|шы|шыл|{_after(VR='лас', NLZ='дас', T='тас')}|{_after(V='рақ', NRLZT='ырақ')})"
LATER = f"(?:{LIK}|шы|{_after(VR='лау', NLZ='дау', T='тау')})"
ONLY_OWNED = f"(?=ы|ің|ім)(?:{OWNED})"
NOUN = f"(?:{MAKER}?{LATER}?{CASES}|{MAKER}?{SOFT_LIK}{ONLY_OWNED})"

VERBAL = f"(?:{_after(VR='ла', NLZ='да', T='та')}(?:н|с|т|ндыр|стыр)?)"
VOICE = _after(
    V="л|н|с|т|тыл|ттыр|стыр|ндыр",
    NRLZT="ыл|ын|ыс|ылыс|ыстыр|ындыр",
    NRLZ="дыр|дырыл|ғыз",
    T="тыр|тырыл|қыз",
    RL="т|тыл",
)
NOT = _after(VRL="ма", NZ="ба", T="па")
GAN = _after(VNRLZ="ған", T="қан")
PARTICIPLE = f"(?:{GAN}|{_after(V='йтын', NRLZT='атын')}|{_after(V='р', NRLZT='ар|ер')}|(?<=а)с)"
GERUND = f"(?:у|{_after(V='ушы', NRLZT='ушы')})"
PERSON = "(?:мын|мін|сың|сыз|ды|мыз|быз|сыздар)"
FINITE = (
    "(?:"
    + "|".join(
        (
            f"{_after(V='й', NRLZT='а')}(?:{PERSON})?",
            f"{_after(V='п', NRLZT='ып')}(?:ты|пын|пыз|сың|сыз)?",
            f"{_after(VNRLZ='ды', T='ты')}(?:м|ң|қ|ңыз|ңыздар)?",
            "са(?:м|ң|қ|ңыз)?",
            _after(V="йық|йын|йынша", NRLZT="айық|айын"),
            "сын|ғай|гей",
            _after(V="ңыз", NRLZT="ыңыз"),
            _after(VNRLZ="ғалы|ғанша", T="қалы|қанша"),
            f"{_after(VRL='мақ', NZ='бақ', T='пақ')}(?:шы)?",
        )
    )
    + ")"
)
NOMINALIZED = f"(?:{PREDICATE_END}|{LIK}{CASES}|{SOFT_LIK}{ONLY_OWNED}|{CASES})"
INFLECTED = f"(?:{FINITE}|{PARTICIPLE}{NOMINALIZED}|{GERUND}{CASES}|улы{CASES})"
VERB = f"(?:{VOICE}?{NOT}?{INFLECTED})"
NOMINAL = f"(?:{NOUN}|{VERBAL}{VERB})"


@cache
def _chains(endings: str, harmony: str) -> re.Pattern[str]:
    """Compile on first use: it takes half a second, and not every text is Kazakh."""
    return re.compile(endings.translate(TO_FRONT) if harmony == "front" else endings)


# What can stand at a sentence's end in a language whose predicate comes last.
PREDICATE = re.compile(
    r"(?:а|е|й)(?:ды|ді)$|(?:ды|ді|ты|ті|дық|дік|тық|тік|дым|дім)$|(?:ған|ген|қан|кен)(?:дай|дей|мын|мін|быз|біз)?$"
    r"|(?:уда|уде)$|(?:мақ|мек|бақ|бек|пақ|пек)(?:шы|ші)?$|(?:са|се)$|(?:ар|ер|с)$|(?:мын|мін|мыз|міз|сыз|сіз)$"
    r"|(?:у|ып|іп)$|(?:сын|сін)$|(?:айық|ейік|йық|йік)$"
)
OWNED_END = re.compile(r"(?:[^аәеёиоөұүыіэюя](?:ы|і)|(?:сы|сі))$")


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
    stem = word[:cut]
    if cut < SHORTEST and stem not in SHORT:
        return False
    hard = SOFTENED.get(stem[-1])
    nominal = stem in stems and not (word[cut] in "ыі" and stem[-1] in "кқп")
    soft = hard is not None and word[cut] in "ыі" and stem[:-1] + hard in stems
    verbal = _is_verb(stem, stems)
    if not (nominal or soft or verbal):
        return False
    for kind in _harmony(stem):
        if (nominal or soft) and _chains(NOMINAL, kind).fullmatch(word, cut):
            return True
        if verbal and _chains(VERB, kind).fullmatch(word, cut):
            return True
    return False


def _is_verb(stem: str, stems: frozenset[str]) -> bool:
    """Tell whether a headword is the infinitive of ``stem``: бар-у, оқ(ы)-у, қо(й)-ю, бірі(к)-гу."""
    last, before = stem[-1], stem[:-1]
    spelt = [stem + "у"]
    if stem in SHORTENED:
        spelt.append(before + "у")
    elif last == "й":
        spelt.append(before + "ю")
    elif last in HARDENED:
        spelt.append(before + HARDENED[last] + "у")
    return any(form in stems for form in spelt)


def _harmony(stem: str) -> tuple[str, ...]:
    """Return whether back or front endings follow ``stem``, or both where its letters do not tell."""
    for place, letter in reversed(tuple(enumerate(stem, 1))):
        if letter in "ую" and place < len(stem):
            return ("back",)  # of a loan; at the end it is the infinitive's, and what stands before decides
        if letter in FRONT:
            return ("front",)
        if letter in BACK:
            return ("back",)
        if letter == "и":
            return ("front", "back")
    return ("front", "back")


def is_title_end(word: str) -> bool:
    """Tell whether ``word`` has the shape of a noun in the third person possessive, and of no predicate.

    The predicate closes a Kazakh sentence; a phrase that ends in such a noun is a name.
    """
    word = word.lower()
    return bool(OWNED_END.search(word)) and not PREDICATE.search(word)


GRAMMAR = Grammar(accept=acceptor, titular=is_title_end, softened=dict(zip("кқп", "гғб", strict=True)))
