"""Stems and a word form -> whether Kazakh grammar builds that form from one of the stems.

A word list holds stems; running text holds stems with chains of endings. An ending's vowels
agree with the last vowel of what it follows, and its first consonant with the sound before it.
The chains are written once, with back vowels, and turned to front vowels by a table. A chain is
kept short: each derivation that any stem may take lets misspellings through, so that what is made
of few stems («-шы», «-ғы», «-ла») must be a headword. ``benchmarks/kazakh_lexicon.py`` measures both sides.

Source: the order of endings is that of any Kazakh grammar: derivation, number, person, case
for nouns; voice, negation, mood and tense, person for verbs.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from basylym.model.repairs import Grammar

BACK, FRONT = frozenset("аоұыяё"), frozenset("әеөүіэ")
VOWELS = frozenset("аәеёиоөуұүыіэюя")
TO_FRONT = str.maketrans({"а": "е", "ы": "і", "ғ": "г", "қ": "к"})
THRICE = re.compile(r"(.)\1\1")
LONGEST = 48  # letters; a longer run is no word, and would take long to tell
LONG = 5  # letters of a headword whose forms are no stems, headwords or not; shorter ones are alike by chance
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
POINTING = frozenset(  # are no infinitives
    "анау мынау сонау осынау ынау біреу екеу үшеу төртеу бесеу алтау жетеу".split()
)
NOUN_OF_VERB = re.compile("(?:[ыі]с|[ыі]м|[мбп][ае])$")  # шегініс, білім, жазба
DERIVED = "лы лі лық лік дық дік тық тік сыз сіз шы ші лар лер дар дер тар тер".split()
BARE = frozenset(  # endings that the word list holds; they stand alone only where a word was broken
    "ның нің дың дің тің ға ге қа ке на ды ді ты ті ны ні нда нде тан тен нен лар лер дық дік лік "
    "сы сі лы лі ған ген ғы гі қы кі са се мейді месе".split()
)
CLUSTERS = frozenset(  # what two consonants may begin a stem, all of them loans
    "бл бр вв вз вл вр гв гл гн гр др дж жд зв зд зн кв кл кн кр кс ль мл мн мр пл пн пр пс пт рж рт сб св "
    "ск сл см сн сп ср ст сф сх сц тв тр фл фр хв хл хр цв чл чт шв шк шл шп шт шр шн шм щв зл зр "
    "гд вт вс вп вк".split()
)

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
            *(_after(VNRL="мен(?:ен)?", Z="бен(?:ен)?", T="пен(?:ен)?"), _after(VNRLZ="дай", T="тай")),
        )
    )
    + ")"
)
OF_OWN = "(?:ның|ды|а|да|нан|мен|ша|дай)"  # after a possessive of the first and second person
OF_THIRD = "(?:ның|н|на|нда|нан|мен|нша|ндай)"
WHERE = f"(?:{_after(VNRLZ='дағы', T='тағы')}|нікі|дікі|тікі)"
OF_WHERE = f"(?:{PLURAL}?(?:ның|н|на|нда|нан|мен|{CASE})?)"
OWNED = f"(?:{OWN}{OF_OWN}?|{OUR}{CASE}?|{THIRD}(?:{OF_THIRD}|ндағы{OF_WHERE})?)"
PREDICATE_END = _after(
    V="мын|мыз|сың|сыз", RL="мын|мыз|сың|сыз", N="мын|быз|сың|сыз", Z="бын|быз|сың|сыз", T="пын|пыз|сың|сыз"
)
CASES = f"(?:(?:{PLURAL}(?:ша)?)?(?:{OWNED}|{CASE}|{PREDICATE_END}|{WHERE}{OF_WHERE})?)"
INFLECTED_NOUN = f"(?:{PLURAL}(?:{THIRD}{OF_THIRD}?|{CASE})?|{THIRD}{OF_THIRD}?|{CASE})"
LIK = f"(?<!лық)(?<!дық)(?<!тық){_after(VR='лық', NLZ='дық', T='тық')}"
SOFT_LIK = _after(VR="лығ", NLZ="дығ", T="тығ")  # before a vowel
# Of derived nouns «-лық» and «with, without» are built of any noun; others must be headwords.
HAVING = f"(?:{_after(VR='лы', NLZ='ды', T='ты')}|сыз)"
OF_HAVING = f"(?:{PLURAL}?(?:{THIRD}{OF_THIRD}?|{CASE}|{PREDICATE_END})?)"
MORE = _after(V="рақ", NRLZT="ырақ")
ONLY_OWNED = f"(?=ы|ің|ім)(?:{OWNED})"
NOUN = f"(?:(?:{HAVING}?{LIK})?{CASES}|{MORE}|{HAVING}?{SOFT_LIK}{ONLY_OWNED}|{HAVING}{OF_HAVING})"

MAKING = _after(VR="ландыр", NLZ="дандыр", T="тандыр")
# Passive and causative are built of any verb; other voices must be headwords.
PASSIVE = f"(?:(?<=[лдт]а)н|(?<!л.)(?<=[{V}])л|{_after(NRZT='ыл')})"
PASSIVE_OF_ONE = _after(V="л", NRZT="ыл", L="ын")
CAUSATIVE = _after(VRL="т", NLZ="дыр", T="тыр")
CAUSATIVE_OF_ONE = _after(NRLZ="дыр|ғыз", V="ғыз", T="тыр|қыз")  # what follows a stem of one syllable

NOT = _after(VRL="ма", NZ="ба", T="па")
GAN = _after(VNRLZ="ған", T="қан")
TAKING = _after(V="йтын", NRLZT="(?<!й)атын")  # after й it is spelt я
TO_COME = _after(V="р", NRLZT="(?<!й)(?:ар|ер)")
PARTICIPLE, NEGATIVE = f"(?:{GAN}|{TAKING}|{TO_COME})", f"(?:{GAN}|{TAKING}|с)"
GERUND = "(?<!й)(?:у|ушы)"
PERSON = "(?:мын|мін|сың|сыз|ды|мыз|быз|сыздар)"
FINITE = (
    "(?:"
    + "|".join(
        (
            f"{_after(V='й', NRLZT='(?<!й)а')}(?:{PERSON})?",
            f"{_after(V='п', NRLZT='ып')}(?:ты|пын|пыз|сың|сыз)?",
            f"{_after(VNRLZ='ды', T='ты')}(?:м|ң|қ|ңыз|ңыздар)?",
            "са(?:м|ң|қ|ңыз)?",
            _after(V="йық|йын|йынша", NRLZT="(?<!й)(?:айық|айын)"),
            "сын|ғай|гей",
            _after(V="ңыз", NRLZT="ыңыз"),
            _after(VNRLZ="ғалы|ғанша", T="қалы|қанша"),
            f"{_after(VRL='мақ', NZ='бақ', T='пақ')}(?:шы)?",
        )
    )
    + ")"
)
# A participle is declined, or made a noun of with «-лық». Each ending stands in the pattern as few times as
# it can, for that it takes long to compile.
INFLECTED = (
    f"(?:{NOT}?{FINITE}|(?:{PARTICIPLE}|{NOT}{NEGATIVE}){SOFT_LIK}{ONLY_OWNED}"
    f"|(?:(?:{PARTICIPLE}|{NOT}{NEGATIVE}){LIK}?|{GERUND}|улы|{NOT}у){CASES})"
)
VERB = f"(?:(?:{CAUSATIVE}?{PASSIVE}|{CAUSATIVE}|ыс)?{INFLECTED})"
VERB_OF_ONE = f"(?:(?:{CAUSATIVE_OF_ONE}{PASSIVE}|{PASSIVE_OF_ONE}|{CAUSATIVE_OF_ONE}|ыс)?{INFLECTED})"
NOMINAL = f"(?:{NOUN}|{MAKING}{PASSIVE}?{INFLECTED})"


# Python compiles sets of letters above U+00FF ten times as long, so that patterns and words meet in Latin-1.
CODES = str.maketrans({letter: chr(0xC0 + place) for place, letter in enumerate(V + N + R + L + Z + T + "ъ")})


@cache
def _chains(endings: str, harmony: str) -> re.Pattern[str]:
    """Compile on first use, for not every text is Kazakh."""
    return re.compile((endings.translate(TO_FRONT) if harmony == "front" else endings).translate(CODES))


def _ends(word: str, cut: int, endings: str, harmony: str) -> bool:
    return _chains(endings, harmony).fullmatch(word.translate(CODES), cut) is not None


# What can stand at a sentence's end in a language whose predicate comes last.
PREDICATE = re.compile(
    r"(?:а|е|й)(?:ды|ді)$|(?:ды|ді|ты|ті|дық|дік|тық|тік|дым|дім)$|(?:ған|ген|қан|кен)(?:дай|дей|мын|мін|быз|біз)?$"
    r"|(?:уда|уде)$|(?:мақ|мек|бақ|бек|пақ|пек)(?:шы|ші)?$|(?:са|се)$|(?:ар|ер|с)$|(?:мын|мін|мыз|міз|сыз|сіз)$"
    r"|(?:у|ып|іп)$|(?:сын|сін)$|(?:айық|ейік|йық|йік)$|^бірі$"
)
OWNED_END = re.compile(r"(?:[^аәеёиоөұүыіэюя](?:ы|і)|(?:сы|сі))$")


def acceptor(stems: frozenset[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a word form, in any case, is built from ``stems``."""

    @lru_cache(maxsize=1 << 16)
    def known(word: str) -> bool:
        word = word.lower()
        if word in stems:
            return word not in BARE
        if not word or len(word) > LONGEST or THRICE.search(word):
            return False
        if "-" in word:
            return all(part in BARE or known(part) for part in word.split("-"))
        return any(_built(word, cut, stems) for cut in range(len(word) - 1, 1, -1))

    return known


def _built(word: str, cut: int, stems: frozenset[str]) -> bool:
    stem = word[:cut]
    if (cut < SHORTEST and stem not in SHORT) or not _pronounceable(stem):
        return False
    noun = _unsoftened(stem, word[cut], stems)
    verbal = _is_verb(stem, stems)
    if not (noun or verbal):
        return False
    verb = VERB if sum(letter in VOWELS for letter in stem) > 1 else VERB_OF_ONE
    for kind in _harmony(stem):
        if verbal and _ends(word, cut, verb, kind):
            return True
        if noun and _ends(word, cut, NOMINAL, kind) and _is_noun(noun, stems):
            return True
    return False


def _unsoftened(stem: str, follows: str, stems: frozenset[str]) -> str:
    """Return the headword that stands as ``stem`` before the letter that follows, or nothing: кітаб-ы."""
    if follows in "ыі":
        if stem[-1] in HARDENED:
            return ""
        if stem[-1] in SOFTENED and stem not in stems:
            stem = stem[:-1] + SOFTENED[stem[-1]]
    return stem if stem in stems else ""


def _pronounceable(stem: str) -> bool:
    return stem[0] in VOWELS or stem[1] in VOWELS or stem[:2] in CLUSTERS


@lru_cache(maxsize=1 << 14)
def _is_noun(stem: str, stems: frozenset[str]) -> bool:
    """Tell whether a headword takes a noun's endings, for the list holds more than stems of nouns.

    It holds bare verbs and converbs, which take none unless a noun made of the same stem is a headword
    (кір-у, кірлі), and forms with endings, whose stem is a headword itself.
    """
    if len(stem) >= SHORTEST and not NOUN_OF_VERB.search(stem):
        verbal = _is_verb(stem, stems) or (stem[-1] in "аей" and _is_verb(stem[:-1], stems))
        if verbal and not any(stem + end in stems for end in DERIVED):
            return False
    return not any(
        stem[:cut] in stems
        and any(_ends(stem, cut, INFLECTED_NOUN, kind) for kind in _harmony(stem[:cut]))
        and _is_noun(stem[:cut], stems)
        for cut in range(LONG, len(stem))
    )


def _is_verb(stem: str, stems: frozenset[str]) -> bool:
    """Tell whether a headword is the infinitive of ``stem``: бар-у, оқ(ы)-у, қо(й)-ю, бірі(к)-гу."""
    last, before = stem[-1], stem[:-1]
    if stem not in stems and (stem + "ы" in SHORTENED or stem + "і" in SHORTENED):
        return False
    spelt = [stem + "у"] if stem + "у" not in POINTING else []
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
        if letter in "ую" and (place < len(stem) or not any(one in VOWELS for one in stem[:-1])):
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
