"""Lists of references whose entries are known, as files hold them -> which entries came out: one table.

Of the boundaries between two entries, ``right`` were found, ``joined`` were not and nothing is asked there,
``asked`` stand with a question, ``typed`` in a list that stays as typed with one; ``missed`` are those of
lists that were not seen or ended too early. ``cut`` are places within an entry where one was begun.
``needless`` are questions about lines that open no entry. ``heads`` are running heads left in entries,
``swallowed`` texts behind a list that were taken into it.

``python benchmarks/reference_lists.py [train|test] [--faults] [--layout NAME]``; of the test half
the counts alone are to be seen.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from listing import places, printed, works
from listing.layouts import BEHIND, HEADS, LAYOUTS, Article, laid
from repairing import texts

from basylym.model.repairs import FairCopy, State
from basylym.model.text import SourceText
from basylym.model.works import Work
from basylym.normalize import RULES, evidence, spoken
from basylym.stages.repair import repair

HEAD = (
    *("lists", "bounds", "right", "cut", "joined", "asked", "typed", "missed", "needless", "heads"),
    *("swallowed", "found %"),
)
PROSE = 24  # paragraphs before a list
LEAST, MOST = 14, 36  # entries of a list
EDGE = 24  # signs that tell a text behind a list


def articles(half: str) -> Iterator[Article]:
    """Yield articles: each document's works in each style of its language that prints a list."""
    for (language, own), styles in printed.STYLES.items():
        if own != half:
            continue
        documents = works.works(language, half)
        for number, style in enumerate(styles):
            dice = random.Random(f"{language}{style}")
            document = documents[number % len(documents)]
            chosen = dice.sample(document, min(len(document), dice.randrange(LEAST, MOST)))
            entries = printed.entries(chosen, style, language)
            if len(entries) < 2:
                continue  # a style that prints works in notes alone
            paragraphs = works.prose(language, half)
            start = dice.randrange(max(1, len(paragraphs) - PROSE))
            prose = paragraphs[start : start + PROSE]
            name = f"{language} {number % len(documents)}, {style}"
            yield Article(name, language, prose, tuple(entries), dice.choice(BEHIND[language]))


@dataclass(slots=True)
class Found:
    """What became of one list."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def flat(text: str) -> str:
    """Return the letters and figures alone: hyphens and spaces differ by layout."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())


def repaired(article: Article, text: str) -> FairCopy:
    """Return the article as ``basylym normalize`` repairs it."""
    tongue = spoken("en" if article.language == "mixed" else article.language)
    return repair(SourceText("source.txt", b"", text), tongue, RULES, evidence(tongue))


def measured(article: Article, text: str) -> Found:
    """Repair the text, and count what became of its list."""
    fair, made = repaired(article, text), Found()
    counts = made.counts
    counts.update(lists=1, bounds=len(article.entries) - 1)
    raws = [one for one in fair.moved if isinstance(one, Work)]
    asked = [
        row.evidence for row in fair.ledger if row.rule == "reference-lists" and row.state is State.QUERY
    ]
    true = [flat(entry) for entry in article.entries]
    ends = [*accumulate(map(len, true))]
    if not raws:
        typed = any("nothing shows where" in one for one in asked)
        counts["typed" if typed else "missed"] += counts["bounds"]
        made.faults += [] if typed else ["missed: the list"]
        return made
    bounds, start, seen = {*ends[:-1]}, 0, set()
    bare = [_without_heads(work.raw, article.language) for work in raws]
    counts["heads"] += sum(heads for _, heads in bare)
    said = [flat(own) for own, _ in bare]
    for work, own, end in zip(raws, said, places.ends(true, said), strict=True):
        questions = sum(f"line of @{work.key} " in one for one in asked)
        inner = {one for one in bounds if start < one < end}
        counts["right"] += end in bounds - seen
        seen |= inner | ({end} & bounds)
        counts["asked"] += min(questions, len(inner))
        counts["joined"] += max(0, len(inner) - questions)
        counts["needless"] += max(0, questions - len(inner))
        counts["cut"] += end not in ends
        counts["swallowed"] += flat(article.behind) in own[-len(flat(article.behind)) - EDGE :]
        if end not in ends:
            made.faults.append(f"cut: {work.raw}")
        if len(inner) > questions:
            made.faults.append(f"joined: {work.raw}")
        start = end
    counts["missed"] += len(bounds - seen)
    if bounds - seen:
        made.faults.append(f"missed: {len(bounds - seen)} behind {raws[-1].raw}")
    return made


def _without_heads(raw: str, language: str) -> tuple[str, int]:
    """Return an entry without the running heads that were left in it, and how many."""
    names = "|".join(map(re.escape, HEADS[language]))
    return re.subn(rf"(?:(?<!\S)\d+ )?(?:{names})(?: \d+)?", " ", raw)


def main() -> None:
    """Print the table."""
    given = argparse.ArgumentParser()
    given.add_argument("half", nargs="?", default="test", choices=("train", "test"))
    given.add_argument("--faults", action="store_true", help="print what was cut, joined and missed")
    given.add_argument("--layout", default="", help="only this one")
    told = given.parse_args()
    if told.faults and told.half == "test":
        sys.exit("the test half is not to be read")
    os.environ["DICPATH"] = texts.dictionaries()
    layouts: dict[str, Counter[str]] = {}
    languages: dict[str, Counter[str]] = {}
    for article in articles(told.half):
        for layout in [told.layout] if told.layout else LAYOUTS:
            shown, text = laid(article, layout)
            found = measured(shown, text)
            layouts[layout] = layouts.get(layout, Counter()) + found.counts
            languages[article.language] = languages.get(article.language, Counter()) + found.counts
            for fault in found.faults if told.faults else ():
                print(f"{article.name}, {layout}: {fault}")
    print(f"{'':26}" + "".join(f"{name:>10}" for name in HEAD))
    for name, counts in (*layouts.items(), *languages.items(), ("all", sum(layouts.values(), Counter()))):
        share = f"{100 * counts['right'] / max(1, counts['bounds']):.2f}"
        cells = (*(str(counts[column]) for column in HEAD[:-1]), share)
        print(f"{name:26}" + "".join(f"{cell:>10}" for cell in cells))


if __name__ == "__main__":
    main()
