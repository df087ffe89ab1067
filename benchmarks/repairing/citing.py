"""A clean sample and a list of works -> the same sample citing them, and what each citation means.

Works are printed by the shipped styles, citations are put before the stops that end sentences, in the
forms that authors use, and brackets that cite nothing among them. Same seed, same article.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from basylym import normalize
from basylym.adapters import pandoc, resources
from basylym.model.document import attributes, plain, walk
from basylym.stages import csl, locate

from .texts import ROOT, Block, Sample

SETS = (
    ROOT / "benchmarks/referencing/works.json",
    ROOT / "tests/specimens/gost-7-1-2003/references.json",
)
REGIONS = {"en": "en-US", "ru": "ru-RU", "kk": "kk-KZ", "de": "en-US", "tr": "en-US"}
HEADINGS = {
    "en": ("References",),
    "ru": ("Литература", "Список литературы"),
    "kk": ("Әдебиеттер", "Пайдаланылған әдебиеттер тізімі"),
    "de": ("Literatur", "Literaturverzeichnis"),
    "tr": ("Kaynaklar", "Kaynakça"),
}
PLACES = {
    "en": ("p. {}", "pp. {}-{}"),
    "ru": ("с. {}", "c. {}-{}"),
    "kk": ("{}-б.", "{} б.", "б. {}-{}"),
    "de": ("S. {}", "S. {}-{}"),
    "tr": ("s. {}", "s. {}-{}"),
}
JOINED = {"en": "&", "ru": "и", "kk": "және", "de": "und", "tr": "ve"}
OTHERS = {"en": "et al.", "ru": "и др.", "kk": "және т.б.", "de": "et al.", "tr": "et al."}
STRANGERS = {"en": "Orwell", "ru": "Оруэлл", "kk": "Оруэлл", "de": "Orwell", "tr": "Orwell"}
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
SENTENCE = re.compile(r"(?<=[^\W\d_]{3})(?=[.!?](?: |$))")
UNCLEAR = re.compile(r"\[|\]|[⁰¹²³⁴-⁹]|\(\D{0,40}\d{4}")  # a text's own brackets would be counted as ours
OWN = re.compile(r" ?\[\d{1,3}(?:[,;:–-][^\]]{0,60})?\]")
SHARE = 0.3  # of sentences that cite
DECOYS = 0.04
STRANGE = 0.03
SYSTEMS = ("numbers", "raised", "names")
STYLES = {
    "numbers": ("vancouver", "ieee", "gost-7-1-2003", "gost-r-7-0-5-2008-numeric"),
    "raised": ("vancouver", "gost-7-1-2003"),
    "names": ("apa", "chicago-author-date"),
}
FALSE = {
    "numbers": ("[sic]", "(n ∈ [0, 1])", "[1991]", "[…]", "a[1]"),
    "raised": ("(5 km²)", "(7 м³)", "(10⁶)"),
    "names": ("(1991)", "(2006–2010)", "(1984 ж.)", "(n = 2010)"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """What was put into a text: as typed, and the works it means; none for what cites nothing.

    ``listed`` is false for a citation of what the list has not.
    """

    typed: str
    works: tuple[int, ...]
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Cited:
    """A sample with citations and a list, what was put in, in order, and the entries of the list."""

    sample: Sample
    items: tuple[Item, ...]
    entries: tuple[str, ...]


def article(sample: Sample, system: str, seed: int = 0) -> Cited:
    """Return ``sample`` with citations of one system and the list they cite."""
    dice = random.Random(f"{sample.document}{system}{seed}")
    known = [one for one in _works(REGIONS[sample.language]) if system != "names" or _name(one)]
    if system == "names":
        marks = [_name(one) for one in known]
        known = [one for one, mark in zip(known, marks, strict=True) if marks.count(mark) == 1]
    chosen = dice.sample(known, min(len(known), dice.randrange(9, 19)))
    style = dice.choice(STYLES[system])
    works, entries = _printed(chosen, style, sample.language)
    items: list[Item] = []
    blocks = [_with(block, system, works, sample.language, dice, items) for block in sample.blocks]
    listed = [Block(dice.choice(HEADINGS[sample.language]), True), *(Block(entry) for entry in entries)]
    return Cited(
        Sample(sample.language, f"{sample.document}, {style}", (*blocks, *listed)), tuple(items), entries
    )


def _with(
    block: Block,
    system: str,
    works: Sequence[Any],
    language: str,
    dice: random.Random,
    items: list[Item],
) -> Block:
    text = OWN.sub("", block.text)
    if block.heading or UNCLEAR.search(text):
        return Block(text, block.heading)
    made, place = "", 0
    for end in SENTENCE.finditer(text):
        chance = dice.random()
        if chance < DECOYS:
            item = Item(dice.choice(FALSE[system]), ())
        elif chance < DECOYS + STRANGE and system != "raised":
            item = _stranger(system, len(works), language)
        elif chance < DECOYS + STRANGE + SHARE:
            item = FORMS[system](works, language, dice)
        else:
            continue
        made += text[place : end.start()] + (" " if item.typed[0] in "([a" else "") + item.typed
        place = end.start()
        items.append(item)
    return Block(made + text[place:])


def _stranger(system: str, many: int, language: str) -> Item:
    typed = f"[{many + 4}]" if system == "numbers" else f"({STRANGERS[language]}, 1949)"
    return Item(typed, (), listed=False)


def _place(language: str, dice: random.Random) -> str:
    first = dice.randrange(2, 400)
    return dice.choice(PLACES[language]).format(first, first + dice.randrange(1, 9))


def _numbers(works: Sequence[Any], language: str, dice: random.Random) -> Item:
    many = len(works)
    one, two = sorted(dice.sample(range(1, many + 1), 2))
    last = min(many, one + dice.randrange(1, 4))
    forms = (
        (f"[{one}]", (one,)),
        (f"[{one}]", (one,)),
        (f"[{one}, {_place(language, dice)}]", (one,)),
        (f"[{one}: {dice.randrange(2, 300)}]", (one,)),
        (f"[{one}; {two}, {_place(language, dice)}]", (one, two)),
        (f"[{one}, {two}]", (one, two)),
        (f"[{one}{dice.choice('-–')}{last}]", tuple(range(one, last + 1))),
        (f"[{one}], [{two}]", (one, two)),
    )
    typed, meant = dice.choice([form for form in forms if len(set(form[1])) == len(form[1])])
    return Item(typed, meant)


def _raised(works: Sequence[Any], language: str, dice: random.Random) -> Item:
    one, two = sorted(dice.sample(range(1, len(works) + 1), 2))
    typed, meant = dice.choice(((f"{one}", (one,)), (f"{one}", (one,)), (f"{one},{two}", (one, two))))
    return Item(typed.translate(RAISED), meant)


def _names(works: Sequence[Any], language: str, dice: random.Random) -> Item:
    number = dice.randrange(1, len(works) + 1)
    people, year = _people(works[number - 1], language), _name(works[number - 1])[1]
    forms = (
        f"({people}, {year})",
        f"({people}, {year})",
        f"({people}, {year}, {_place(language, dice)})",
        f"({people} {year}: {dice.randrange(2, 300)})",
    )
    return Item(dice.choice(forms), (number,))


FORMS: dict[str, Callable[[Sequence[Any], str, random.Random], Item]] = {
    "numbers": _numbers,
    "raised": _raised,
    "names": _names,
}


def _people(work: Any, language: str) -> str:
    families = [person["family"] for person in work["author"]]
    if len(families) > 2:
        return f"{families[0]} {OTHERS[language]}"
    return f" {JOINED[language]} ".join(families)


def _name(work: Any) -> tuple[str, str]:
    """What an author calls a work: surname and year; nothing where it has no such name."""
    people = work.get("author") or [{}]
    year = str(work.get("issued", {}).get("date-parts", [[""]])[0][0])
    whole = all("family" in person for person in people)
    return (people[0]["family"], year) if whole and year else ("", "")


@cache
def _works(region: str) -> tuple[Any, ...]:
    entries = [one for path in SETS for one in json.loads(path.read_text("utf-8"))]
    return tuple(one for one in entries if one.get("language", "en-US") == region)


def _printed(chosen: list[Any], style: str, tag: str) -> tuple[list[Any], tuple[str, ...]]:
    """The works in the order of their list, and their entries as a style prints them."""
    language = normalize.pack(tag)
    assert language is not None
    written = resources.styles()[style].read_text("utf-8")
    ready = csl.handed_over([{**one} for one in chosen], written)
    empty = pandoc.parse("::: {#refs}\n:::")
    known = csl.with_terms(written, language)
    done = locate.uncovered(pandoc.resolve(empty, ready, known, language.region, ["*"]))
    named = {one["id"]: one for one in chosen}
    found = [
        (named[attributes(node)[0].removeprefix("ref-")], " ".join(plain(node["c"][1]).split()))
        for node in walk(done.blocks)
        if node["t"] == "Div" and "csl-entry" in attributes(node)[1]
    ]
    return [work for work, _ in found], tuple(entry for _, entry in found)
