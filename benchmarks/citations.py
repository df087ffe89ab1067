"""Articles that cite a list, damaged as extractors damage -> how their citations are linked: one table.

``linked`` are led to the entries they mean, ``wrong`` to others, ``asked`` are listed as unlinked, ``missed``
neither; ``false`` are brackets, powers and years that cite nothing and were linked. A number or a name that
the list has not is ``strange``, and right where it is asked about. Precision counts every link that is
wrong; recall every citation whose work is listed. ``refs`` are entries found whole, of those listed.

``python benchmarks/citations.py [train|test] [--faults]``; the test half is only counted.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator

from repairing import citing, noise, texts

from basylym.model.repairs import FairCopy, State
from basylym.model.text import SourceText
from basylym.model.works import Work
from basylym.normalize import RULES, evidence, spoken
from basylym.stages.repair import repair

RULES_OF_CITATIONS = ("numeric-citations", "superscript-citations", "author-date-citations")
KINDS = ("clean", "wrapped, blank lines", "hyphen and line end", "page of an extractor")
DROPPED = re.compile(r"[\s\u00ad\u2010\u2011–-]")
LIGATURES = {one: letters for letters, one in noise.LIGATURES}
KEY = re.compile(r"@([\w-]*\w)")
HEAD = ("cited", "linked", "wrong", "asked", "missed", "false", "strange", "P %", "R %", "F1", "refs %")


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("half", nargs="?", default="test", choices=("train", "test"))
    asked.add_argument("--faults", action="store_true", help="print what was not linked as it should be")
    given = asked.parse_args()
    if given.faults and given.half == "test":
        sys.exit("the test half is not to be read")
    os.environ["DICPATH"] = texts.dictionaries()
    print(f"{'':34}" + "".join(f"{name:>9}" for name in HEAD))
    for system in citing.SYSTEMS:
        whole: Counter[str] = Counter()
        by_kind: dict[tuple[str, str], Counter[str]] = {}
        for sample in texts.samples(given.half):
            article = citing.article(sample, system)
            for kind in KINDS:
                counts = _counted(article, kind, given.faults)
                place = (kind, sample.language)
                by_kind[place] = by_kind.get(place, Counter()) + counts
                whole += counts
        for kind, counts in _summed(by_kind, 0).items():
            _print(f"{system}, {kind}", counts)
        for language, counts in sorted(_summed(by_kind, 1).items()):
            _print(f"{system}, all kinds {language}", counts)
        _print(f"{system}, all", whole)


def _summed(by_kind: dict[tuple[str, str], Counter[str]], place: int) -> dict[str, Counter[str]]:
    summed: dict[str, Counter[str]] = {}
    for named, counts in by_kind.items():
        summed[named[place]] = summed.get(named[place], Counter()) + counts
    return summed


def _print(name: str, counts: Counter[str]) -> None:
    told = counts["linked"] + counts["wrong"] + counts["false"] + counts["strange linked"]
    precision = counts["linked"] / max(1, told)
    recall = counts["linked"] / max(1, counts["cited"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    strange = f"{counts['strange asked']}/{counts['strange']}"
    refs = 100 * counts["refs found"] / max(1, counts["refs"])
    cells = (
        *(str(counts[column]) for column in HEAD[:6]),
        *(strange, f"{100 * precision:.2f}", f"{100 * recall:.2f}", f"{f1:.3f}", f"{refs:.1f}"),
    )
    print(f"{name:34}" + "".join(f"{cell:>9}" for cell in cells))


def _counted(article: citing.Cited, kind: str, shown: bool) -> Counter[str]:
    made = noise.damage(article.sample, kind)
    tongue = spoken(article.sample.language)
    fair = repair(SourceText("source.txt", b"", made.text), tongue, RULES, evidence(tongue))
    bare = [_bare(re.sub(r"^(?:\[\d+\]|\d+\.)\s*", "", entry)) for entry in article.entries]
    works = [one for one in fair.moved if isinstance(one, Work)]
    numbers = {one.key: bare.index(_bare(one.raw)) + 1 for one in works if _bare(one.raw) in bare}
    counts = Counter(refs=len(bare), **{"refs found": len(set(numbers.values()))})
    for item, start, end in _placed(article, made.text):
        became = _became(fair, item, start, end, numbers)
        counts[became] += 1
        counts["cited"] += bool(item.works)
        counts["strange"] += not item.listed
        if shown and became not in ("linked", "strange asked", "left"):
            print(f"  {article.sample.language} {article.sample.document}, {kind}: {became} {item.typed!r}")
    if shown and counts["refs found"] < counts["refs"]:
        lost = [one for number, one in enumerate(article.entries, 1) if number not in numbers.values()]
        print(f"  {article.sample.document}, {kind}: {len(works)} works; {lost[:3]}")
    return counts


def _became(fair: FairCopy, item: citing.Item, start: int, end: int, numbers: dict[str, int]) -> str:
    rows = [row for row in fair.ledger if row.start < end and start < row.end]
    rows = [row for row in rows if row.rule in RULES_OF_CITATIONS]
    keys = [key for row in rows if row.state is State.APPLIED for key in KEY.findall(row.after)]
    if not item.works and item.listed:
        return "false" if keys else "left"
    if not item.listed:
        return "strange linked" if keys else "strange asked" if rows else "strange missed"
    if keys:
        return "linked" if tuple(numbers.get(key, 0) for key in keys) == item.works else "wrong"
    return "asked" if rows else "missed"


def _placed(article: citing.Cited, text: str) -> Iterator[tuple[citing.Item, int, int]]:
    """Where each item stands in the damaged text; one that a running head parts is left out."""
    signs = [(part, at) for at, sign in enumerate(text) for part in LIGATURES.get(sign, sign)]
    signs = [(sign, at) for sign, at in signs if not DROPPED.match(sign)]
    whole, place = "".join(sign for sign, _ in signs), 0
    for item in article.items:
        sought = DROPPED.sub("", item.typed)
        found = whole.find(sought, place)
        if found < 0:
            continue
        place = found + len(sought)
        yield item, signs[found][1], signs[place - 1][1] + 1


def _bare(text: str) -> str:
    return DROPPED.sub("", "".join(LIGATURES.get(sign, sign) for sign in text)).rstrip(".")


if __name__ == "__main__":
    main()
