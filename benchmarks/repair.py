"""Damaged texts in five languages -> tables: what is mended, what is broken, by language and kind.

``python benchmarks/repair.py [train|test] [--faults KIND]``. The test half is only counted; the
faults of the train half can be read one by one.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable

from repairing import measure, noise, peers, texts, trips

HEAD = (
    *(
        "sites",
        "prec %",
        "recall %",
        "+query %",
        "false/10k",
        "asked/10k",
        "WER % in",
        "out",
        "para F1",
        "head F1",
    ),
    *("furn R %", "lost", "MB/s"),
)


def score(
    program: str, sample: texts.Sample, made: noise.Damaged
) -> tuple[measure.Tally, list[measure.Fault]]:
    """Repair one damaged sample, and count."""
    start = time.process_time()
    answer = peers.PROGRAMS[program](made.text, sample.language)
    seconds = time.process_time() - start
    answer = peers.proved(answer)
    tally, faults = measure.measured(made, answer.text, answer.answered)
    measure.headings(tally, sample.blocks, answer.text)
    tally.size, tally.seconds, tally.lost = len(made.text.encode()), seconds, answer.lost
    tally.queries = answer.queries
    return tally, faults


def percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.2f}" if whole else "–"


def f1(right: int, found: int, there: int) -> str:
    return f"{2 * right / (found + there):.3f}" if found + there else "–"


def row(tally: measure.Tally) -> tuple[str, ...]:
    done = tally.mended + tally.wrong + tally.broken
    return (
        *(str(tally.sites), percent(tally.mended, done), percent(tally.mended, tally.sites)),
        *(percent(tally.mended + tally.asked, tally.sites), f"{1e4 * tally.broken / tally.words:.2f}"),
        f"{1e4 * tally.queries / tally.words:.1f}",
        *(percent(tally.edits_before, tally.words), percent(tally.edits_after, tally.words)),
        f1(tally.breaks_right, tally.breaks_found, tally.breaks),
        f1(tally.heads_right, tally.heads_found, tally.heads),
        percent(tally.inserted - tally.left, tally.inserted),
        *(str(tally.lost), f"{tally.size / 1e6 / tally.seconds:.2f}" if tally.seconds else "–"),
    )


def show(name: str, cells: Iterable[str], width: int = 34) -> None:
    print(f"{name:{width}}" + "".join(f"{cell:>10}" for cell in cells))


def table(half: str, programs: list[str], kinds: list[str], faults_of: str) -> None:
    samples = texts.samples(half)
    words = sum(len(block.text.split()) for sample in samples for block in sample.blocks)
    print(f"{half}: {words} words, {len(samples)} samples\n")
    for program in programs:
        for sample in {sample.language: sample for sample in samples}.values():
            peers.warm(sample.language)
            peers.PROGRAMS[program](sample.blocks[-1].text, sample.language)  # the speed is a warm one
        print(f"{program}")
        show("", HEAD)
        whole: dict[str, measure.Tally] = defaultdict(measure.Tally)
        for kind in kinds:
            by_language: dict[str, measure.Tally] = defaultdict(measure.Tally)
            for sample in samples:
                if kind == "look-alike letters" and sample.language not in noise.LOOKALIKES:
                    continue
                if kind == "ligatures" and sample.language in noise.LOOKALIKES:
                    continue
                tally, faults = score(program, sample, noise.damage(sample, kind))
                by_language[sample.language] += tally
                if faults_of in ("all", kind) and program == "basylym":
                    for fault in faults:
                        print(f"  {sample.language} {fault.kind}: {fault.clean!r} -> {fault.output!r}")
            for language, tally in sorted(by_language.items()):
                show(f"  {kind:26} {language}", row(tally))
                whole[language] += tally
        for language, tally in sorted(whole.items()):
            show(f"  {'all':26} {language}", row(tally))
        show(f"  {'all':26} all", row(sum(whole.values(), measure.Tally())))
        print()


def round_trips(half: str, programs: list[str], faults_of: str) -> None:
    """Typeset one sample of each language, take the text out again, repair it, and count."""
    first = {sample.language: sample for sample in reversed(texts.samples(half))}
    pages = {
        (language, form): trips.typeset(sample, form)
        for language, sample in first.items()
        for form in trips.FORMS
    }
    print("round trips: typeset, extracted, repaired\n")
    for program in programs:
        print(program)
        show("", HEAD)
        for extractor in trips.EXTRACTORS:
            for (language, form), pdf in sorted(pages.items(), key=lambda item: (item[0][1], item[0][0])):
                made = trips.trip(first[language], pdf, extractor)
                tally, faults = score(program, first[language], made)
                show(f"  {extractor}, {form} {language}", row(tally))
                for fault in faults if faults_of == "trips" else ():
                    print(f"  {fault.kind}: {fault.clean!r} -> {fault.output!r}")
        print()


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("half", nargs="?", default="test", choices=("train", "test"))
    asked.add_argument("--faults", default="", help="print what came out wrong in this kind, or in all")
    asked.add_argument("--kind", default="", help="only this kind, or trips")
    asked.add_argument("--program", default="", help="only this program")
    asked.add_argument("--without-dictionaries", action="store_true")
    given = asked.parse_args()
    os.environ["DICPATH"] = "" if given.without_dictionaries else texts.dictionaries()
    if given.faults and given.half == "test":
        sys.exit("the test half is not to be read")
    kinds = [given.kind] if given.kind else list(noise.KINDS)
    programs = [given.program] if given.program else list(peers.PROGRAMS)
    if given.kind != "trips":
        table(given.half, programs, kinds, given.faults)
    if given.kind in ("", "trips"):
        round_trips(given.half, programs, given.faults)


if __name__ == "__main__":
    main()
