"""Kazakh texts, words misspelt by one edit -> one table: what the lexicon knows, and what it lets pass.

``python benchmarks/kazakh_lexicon.py``. Misspelt is a real word of the texts after one letter of it
was left out, doubled by another, changed, or exchanged with the next; forms that are headwords, stand in
the texts, or that hunspell-kk accepts are other words and are left out.
"""

import os
import random
import re
from collections import Counter
from collections.abc import Callable

from repairing import texts

from basylym.adapters import hunspell, lexicon
from basylym.evidence.grammars import kk
from basylym.languages.kk import LANGUAGE

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PER_KIND = 2000
SHORTEST = 4


def edited(word: str, kind: str, dice: random.Random) -> str:
    """Return ``word`` with one letter wrong."""
    at = dice.randrange(len(word) - (kind == "exchanged"))
    letter = dice.choice(LANGUAGE.letters)
    return {
        "left out": word[:at] + word[at + 1 :],
        "put in": word[:at] + letter + word[at:],
        "changed": word[:at] + letter + word[at + 1 :],
        "exchanged": word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    }[kind]


def running(samples: tuple[texts.Sample, ...]) -> Counter[str]:
    native = set(LANGUAGE.letters) | {"-"}
    words = (word.lower() for one in samples for block in one.blocks for word in WORD.findall(block.text))
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
        counts = running(tuple(one for one in texts.samples(half) if one.language == "kk"))
        found += counts
        for what, weigh in (("running", counts), ("distinct", Counter(set(counts)))):
            shares = (
                100 * sum(n for word, n in weigh.items() if way(word)) / weigh.total()
                for way in ways.values()
            )
            print(f"{f'known, {name}, {what} words, %':34}" + "".join(f"{share:>24.1f}" for share in shares))
    words = sorted(word for word in found if len(word) >= SHORTEST and built(word))
    dice = random.Random(1)
    every: list[str] = []
    for kind in ("left out", "put in", "changed", "exchanged"):
        wrong = {edited(dice.choice(words), kind, dice) for _ in range(PER_KIND)}
        wrong = {word for word in wrong if word not in known.headwords and word not in found}
        every += (left := sorted(word for word in wrong if not (speller and speller(word))))
        print(f"{f'misspelt and accepted, {kind}, %':34}{100 * sum(map(built, left)) / len(left):>24.2f}")
    share = 100 * sum(map(built, every)) / len(every)
    print(f"{f'misspelt and accepted, all {len(every)}, %':34}{share:>24.2f}")
    print("such as", ", ".join(word for word in every if built(word))[:400])


if __name__ == "__main__":
    main()
