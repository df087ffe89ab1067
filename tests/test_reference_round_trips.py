"""An entry that is read wholly is printed again as it was typed: read, written as BibTeX, read back, set."""

import re
from functools import cache

import pytest

from basylym.adapters import bibtex, pandoc
from basylym.repairs._references.entries import works
from basylym.stages import inscribe
from test_citing import LANGUAGES, SPECIMENS, STYLES, printed


def table(path):
    head, *lines = (SPECIMENS / path).read_text("utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


DIFFERENCES = table("reference-round-trips.tsv")
OF_STYLES = table("printed-by-others/differences.tsv")
"""What the styles set otherwise than others printed it, whatever was read."""
OWN = {
    style: dict(
        row.split("\t") for row in (SPECIMENS / style / "printed.tsv").read_text("utf-8").splitlines()
    )
    for style in STYLES
}
OTHERS = [
    (row.split("\t")[0], row.split("\t")[1], row.split("\t")[4])
    for row in (SPECIMENS / "printed-by-others" / "examples.tsv").read_text("utf-8").splitlines()[1:]
]


def again(style, entries):
    """Each work read of ``entries``, and its entry as the style sets it; by the names of the entries."""
    made = works(enumerate(entries.values(), 1))
    library = bibtex.read(inscribe.references(made), "references.bib").value
    csl = {one["id"]: one for one in pandoc.references(bibtex.joined(library, LANGUAGES, True))}
    whole = [bibtex.completed(csl[entry.key], entry) for entry in library.entries]
    found = printed(style, "kk", whole)
    return {name: (work, found[work.key][1]) for name, work in zip(entries, made, strict=True)}


@cache
def own(style):
    return again(style, OWN[style])


@cache
def of_others(style):
    return again(style, {work: text for one, work, text in OTHERS if one == style})


def with_differences(style, work, text, rows=DIFFERENCES):
    for row in rows:
        if (row["style"], row["work"]) == (style, work):
            assert text.count(row["printed"]) == 1, row
            text = text.replace(row["printed"], row["set"])
    return text


def bare(text):
    """What differs between printers, and says nothing: spaces, dashes, a stop beside one, the medium."""
    text = re.sub(r"\[(?:Текст|Text)\]", "", text)
    return re.sub(r"[\s.,–—-]+", "", text)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("work", OWN[STYLES[0]])
def test_entry_of_every_kind_that_the_press_printed_is_printed_again(style, work):
    read, found = own(style)[work]
    assert found == with_differences(style, work, OWN[style][work])
    assert read.whole or inscribe.PARSED in inscribe.references([read])


@pytest.mark.parametrize(("style", "work", "text"), OTHERS, ids=[f"{one}:{work}" for one, work, _ in OTHERS])
def test_entry_that_others_printed_is_printed_again_but_for_spaces_and_dashes(style, work, text):
    read, found = of_others(style)[work]
    if read.whole:
        text = with_differences(style, work, text, OF_STYLES)
    text = with_differences(style, f"others/{work}", text)
    assert bare(found) == bare(text)


def test_every_difference_has_its_reason_and_its_entry():
    names = {(style, work) for style in STYLES for work in OWN[style]}
    names |= {(style, f"others/{work}") for style, work, _ in OTHERS}
    assert {(row["style"], row["work"]) for row in DIFFERENCES} <= names
    assert all(len(row["why"]) > 7 for row in DIFFERENCES)
