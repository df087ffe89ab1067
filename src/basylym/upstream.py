"""Language packs -> data/upstream/: what Pyphen, Pandoc and CSL lack, in the form their projects want.

``python -m basylym.upstream data/upstream`` writes every file; nothing there is written by hand but
its README.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

from basylym import pipeline, project
from basylym.adapters import lexicon, resources
from basylym.languages import kk
from basylym.model.language import Language
from basylym.stages import csl

Breaks = tuple[int, ...]
DICTIONARY = "hyph_kk_KZ.dic"
RIGHTS = "http://creativecommons.org/licenses/by-sa/3.0/"
LICENCE = "This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 License"
UPDATED = "2026-11-23T00:00:00+00:00"  # of the terms, by hand: the clock is never asked
LOUDEST = 8  # patterns of an exception outvote those of the rule, which stay below 3


def files() -> dict[str, str]:
    """File name -> text of every file that is printed from the packs."""
    packs = pipeline.LANGUAGES
    return {
        DICTIONARY: dictionary(),
        "kk.yaml": translations(packs["kk"]),
        "locales-kk-KZ.xml": locale(packs["kk"]),
        "locales-ru-RU.xml": locale(packs["ru"]),
    }


def translations(language: Language) -> str:
    """Pandoc's terms, as its ``data/translations/<tag>.yaml`` has them."""
    return "".join(f"{name}: {word}\n" for name, word in sorted(language.pandoc_terms.items()))


def locale(language: Language) -> str:
    """A CSL locale file, as the repository of CSL's locales has them."""
    head = f'''<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="{language.region}">
  <info>
    <translator>
      <name>Basylym</name>
    </translator>
    <rights license="{RIGHTS}">{LICENCE}</rights>
    <updated>{UPDATED}</updated>
  </info>'''
    return f"{head}{csl.locale(language)}</locale>\n"


def dictionary() -> str:
    """The Kazakh rule and its exceptions as patterns, in the format of Hunspell, LibreOffice and Pyphen.

    Source: F. M. Liang, Word Hy-phen-a-tion by Com-put-er (1983); here the patterns are not learnt
    from words but written down from the rule, so that they hold for every word.
    """
    rows = _merged([*_rule(), *_exceptions(lexicon.breaks("kk"))])
    head = [
        "UTF-8",
        "LEFTHYPHENMIN 2",
        "RIGHTHYPHENMIN 2",
        "% Kazakh (Cyrillic). Printed from the spelling rule by Basylym; MIT licence.",
    ]
    return "\n".join([*head, *rows, ""])


def _merged(patterns: Iterable[str]) -> list[str]:
    """One pattern for all that have the same letters: readers of the format keep only the last."""
    found: dict[str, list[int]] = {}
    for pattern in patterns:
        letters = "".join(sign for sign in pattern if not sign.isdigit())
        values = found.setdefault(letters, [0] * (len(letters) + 1))
        place = 0
        for sign in pattern:
            if sign.isdigit():
                values[place] = max(values[place], int(sign))
            else:
                place += 1
    rows = []
    for letters, values in sorted(found.items()):
        row = "".join(f"{value or ''}{sign}" for value, sign in zip(values, [*letters, ""], strict=True))
        rows.append(row)
    return rows


def _rule() -> Iterator[str]:
    """Patterns that say what ``languages.kk.hyphenate`` computes."""
    plain, signs, glide = kk.PLAIN_VOWELS, kk.SIGNS, "у"
    consonants = sorted(set(kk.LANGUAGE.letters) - kk.VOWELS - signs)
    vowels = sorted(kk.VOWELS)
    for consonant, vowel in product(consonants, vowels):
        yield f"1{consonant}{vowel}"  # the last consonant goes over
    for one, other in product(sorted(plain), vowels):
        yield f"{one}1{other}" if other != glide else f"{one}1{glide}{glide}"
    for one, other in product(sorted(plain), repeat=2):
        yield f"{one}1{glide}{other}"  # after a vowel у is a consonant, and goes over
    for vowel in vowels:
        yield f"{glide}1{vowel}"  # after a consonant у is a vowel of its own
        yield from (f"{sign}1{vowel}" for sign in signs)
    for one, other in product(sorted(plain), vowels):
        yield f"{one}{glide}2{other}"
    yield from (f".{glide}2{vowel}" for vowel in sorted(plain))
    for one, other in product(consonants, consonants + sorted(signs)):
        yield f".{one}2{other}"  # a word's first consonants have no vowel before them to part from
        yield f".{one}{other}2"
    for cluster in _openings():
        yield "." + "2".join(cluster) + "2"


def _openings() -> list[str]:
    """Clusters of three consonants and more with which Kazakh headwords start."""
    found = set()
    for word in lexicon.load("kk").headwords:
        opening = word[: next((n for n, letter in enumerate(word) if letter in kk.VOWELS), len(word))]
        if len(opening) > 2 and set(opening) <= set(kk.LANGUAGE.letters):
            found.add(opening)
    return sorted(found)


def _exceptions(stems: Mapping[str, Breaks]) -> Iterator[str]:
    for stem, breaks in stems.items():
        reach = breaks[-1] + 2
        signs = [str(LOUDEST + (place in breaks)) for place in range(1, reach)]
        yield "." + "".join(letter + sign for letter, sign in zip(stem, [*signs, ""], strict=False))


def main() -> None:
    """Write every file into the folder named on the command line."""
    folder = Path(sys.argv[1])
    shipped = resources.TEMPLATES / "hyphenation"
    project.write({shipped / DICTIONARY: dictionary().encode()})
    project.write({folder / name: text.encode() for name, text in files().items()})


if __name__ == "__main__":
    main()
