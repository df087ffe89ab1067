"""Lists of forty works and more, as they stand at the end of an article, become the expected references.bib.

The files beside them were read through by a person, entry by entry; what is not read in them stays as typed.
"""

import re
from pathlib import Path

import pytest

from basylym import normalize
from basylym.adapters import bibtex
from basylym.stages import inscribe

FOLDER = Path(__file__).parent / "specimens" / "reference-lists"
LISTS = {tag: (FOLDER / f"{tag}.txt").read_text("utf-8") for tag in ("kk", "ru", "en")}
HEADINGS = ("ПАЙДАЛАНЫЛҒАН ӘДЕБИЕТТЕР ТІЗІМІ", "СПИСОК ЛИТЕРАТУРЫ", "References")
NUMBER = re.compile(r"(\d{1,2})\.? ")


def entries(text):
    """What stands below the heading of the list, line by line; a line is an entry."""
    lines = text.splitlines()
    start = next(place for place, line in enumerate(lines) if line in HEADINGS)
    return lines[: start + 1], [line for line in lines[start + 1 :] if line]


def bibliography(text, tag):
    return normalize.normalize(text.encode(), "source.txt", tag).value.bibliography


@pytest.mark.parametrize("tag", LISTS)
def test_list_becomes_the_expected_references(tag):
    assert bibliography(LISTS[tag], tag) == (FOLDER / f"{tag}.bib").read_text("utf-8")


@pytest.mark.parametrize("tag", LISTS)
def test_as_many_entries_are_written_as_are_listed_and_each_keeps_what_was_typed(tag):
    _, listed = entries(LISTS[tag])
    found = bibtex.read(bibliography(LISTS[tag], tag), "references.bib")
    assert found.notices == ()
    kept = [inscribe.read(entry.fields[inscribe.RAW]) for entry in found.value.entries]
    assert kept == [entry if tag == "en" else NUMBER.sub("", entry, count=1) for entry in listed]
    assert len(kept) >= 40


@pytest.mark.parametrize("tag", LISTS)
def test_most_entries_are_read_wholly_and_the_kinds_are_many(tag):
    found = bibtex.read((FOLDER / f"{tag}.bib").read_text("utf-8"), "references.bib").value.entries
    whole = [entry for entry in found if entry.fields.get("keywords") != inscribe.PARSED]
    assert len(whole) >= 0.75 * len(found)
    assert len({entry.kind for entry in whole}) >= 10


@pytest.mark.parametrize("form", ["{n}. {entry}", "{n}) {entry}", "[{n}] {entry}", "{n} {entry}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("tag", ["kk", "ru"])
def test_numbers_of_any_form_give_the_same_references(tag, form, gap):
    head, listed = entries(LISTS[tag])
    bare = [NUMBER.sub("", entry, count=1) for entry in listed]
    numbered = gap.join(form.format(n=n, entry=entry) for n, entry in enumerate(bare, 1))
    made = bibliography("\n".join(head) + "\n\n" + numbered, tag)
    assert made == (FOLDER / f"{tag}.bib").read_text("utf-8")


@pytest.mark.parametrize("tag", ["kk", "ru"])
def test_entries_wrapped_over_lines_and_pages_give_the_same_references(tag):
    head, listed = entries(LISTS[tag])
    bare = [NUMBER.sub("", entry, count=1) for entry in listed]
    wrapped = [
        re.sub(r"(.{30,80}?[^\W\d_]{3},?) (?=[^\W\d_]{3})", r"\1\n", f"{n}. {entry}", count=1)
        for n, entry in enumerate(bare, 1)
    ]
    made = bibliography("\n".join(head) + "\n\n" + "\n".join(wrapped), tag)
    assert made == (FOLDER / f"{tag}.bib").read_text("utf-8")
