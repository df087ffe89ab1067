"""Kazakh texts, words misspelt by one edit -> one table: what the lexicon knows, and what it lets pass.

``python benchmarks/kazakh_lexicon.py``; with ``show``, each misspelling that is let pass. Misspelt is every
word of the texts, twice in each way, with dice of its own: a changed grammar meets the same misspellings.
An edit may give another word of the language, and then nothing is misspelt. Three checks leave those out:
the form is a headword, stands in the texts, or hunspell-kk accepts it; it stands more than twice in the
Kazakh of LibreOffice, Firefox and Thunderbird, 232,000 words; or it is told for one by hand in
``kazakh_real_words.tsv``, with the stem and the endings that it is made of, for anybody to look over. What
the hand list leaves out is counted apart, so that the figure without it stands beside.
"""

import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from repairing import texts, translations

from basylym.adapters import hunspell, lexicon
from basylym.evidence.grammars import kk
from basylym.languages.kk import LANGUAGE

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TIMES = 2
SHORTEST = 4
OFTEN = 3  # times that a form stands in translated programs before it is believed: they have misprints too
BY_HAND = Path(__file__).with_name("kazakh_real_words.tsv")
CONFUSED = (
    "аә гғ кқ оө уұ уү ұү иі ыі хһ".split()
)  # on one key; not н and ң: «соңына» and «соңыңа» are both right
KINDS = ("left out", "put in", "changed", "exchanged", "confused")


def edited(word: str, kind: str, dice: random.Random) -> str:
    """Return ``word`` with one letter wrong."""
    at = dice.randrange(len(word) - (kind == "exchanged"))
    letter = dice.choice(LANGUAGE.letters)
    if kind == "confused":
        places = [(at, pair) for at, one in enumerate(word) for pair in CONFUSED if one in pair]
        at, pair = dice.choice(places or [(at, word[at] + letter)])
        letter = pair[pair.index(word[at]) - 1]
    return {
        "left out": word[:at] + word[at + 1 :],
        "put in": word[:at] + letter + word[at:],
        "changed": word[:at] + letter + word[at + 1 :],
        "exchanged": word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        "confused": word[:at] + letter + word[at + 1 :],
    }[kind]


def running(passages: Iterable[str]) -> Counter[str]:
    native = set(LANGUAGE.letters) | {"-"}
    words = (word.lower() for passage in passages for word in WORD.findall(passage))
    return Counter(word for word in words if len(word) > 1 and native.issuperset(word))


def main() -> None:
    os.environ["DICPATH"] = str(texts.fetched("hunspell-kk") / "usr/share/hunspell")
    speller = hunspell.speller("kk")
    known = lexicon.load("kk")
    built = kk.GRAMMAR.accept(known.headwords)
    ways: dict[str, Callable[[str], bool]] = {"headwords and grammar": built}
    if speller:
        ways["hunspell-kk"] = speller
    print(f"{'':34}" + "".join(f"{name:>24}" for name in ways))
    found: Counter[str] = Counter()
    for half, name in (("train", "the article"), ("test", "UDHR")):
        counts = running(
            block.text for one in texts.samples(half) if one.language == "kk" for block in one.blocks
        )
        found += counts
        for what, weigh in (("running", counts), ("distinct", Counter(set(counts)))):
            shares = (
                100 * sum(n for word, n in weigh.items() if way(word)) / weigh.total()
                for way in ways.values()
            )
            print(f"{f'known, {name}, {what} words, %':34}" + "".join(f"{share:>24.1f}" for share in shares))
    shown = running(translations.passages("kk"))
    attested = {form for form, times in shown.items() if times >= OFTEN} | known.headwords | set(found)
    told = {line.split("\t")[0] for line in BY_HAND.read_text("utf-8").splitlines() if line[:1] not in "#"}
    words = sorted(word for word in found if len(word) >= SHORTEST and built(word))
    print(f"{'':34}{'misspelt':>12}{'accepted, %':>12}{'less by hand, %':>18}")
    every: list[str] = []
    passed: list[str] = []
    for kind in KINDS:
        wrong = {
            edited(word, kind, random.Random(f"{word} {kind} {n}")) for word in words for n in range(TIMES)
        }
        wrong = {word for word in wrong - attested if not (speller and speller(word))}
        let = sorted(filter(built, wrong))
        _print(kind, len(wrong), let, told)
        every += wrong
        passed += let
    _print("all", len(every), passed, told)
    if "show" in sys.argv:
        print(*(word for word in dict.fromkeys(passed) if word not in told), sep="\n")


def _print(kind: str, size: int, passed: list[str], told: set[str]) -> None:
    wrong = [word for word in passed if word not in told]
    real = len(passed) - len(wrong)
    rest = size - real
    print(
        f"{f'misspelt, {kind}':34}{size:>12}{100 * len(passed) / size:>12.2f}{100 * len(wrong) / rest:>18.2f}"
    )


if __name__ == "__main__":
    main()
