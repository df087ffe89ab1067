"""References as others printed them, each named with its place, and as the styles of GOST set them."""

import json
import re

import pytest

from test_citing import ENTRIES, SPECIMENS, STYLES, printed

FOLDER = SPECIMENS / "printed-by-others"
WORKS = json.loads((FOLDER / "works.json").read_text("utf-8"))
PASSED_OVER = {
    "designation": lambda text: re.sub(r" \[(?:Текст|Text)\]", "", text),
    "dashes": lambda text: re.sub("[—–-]", "–", text),
    "comma": lambda text: re.sub(r"^(\w+),", r"\1", text),
    "spaces": lambda text: "".join(text.split()),
}


def rows(name):
    head, *lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


EXAMPLES, DIFFERENCES, MISSING = rows("examples.tsv"), rows("differences.tsv"), rows("missing.tsv")
SET = {style: {key: text for key, (_, text) in printed(style, "kk", WORKS).items()} for style in STYLES}


def name_of(example):
    return f"{example['style']}:{example['work']}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_entry_is_set_as_others_printed_it_but_for_the_differences_that_are_told(example):
    text, made = example["as printed"], SET[example["style"]][example["work"]]
    for row in DIFFERENCES:
        if name_of(row) == name_of(example):
            assert text.count(row["printed"]) == 1, row
            text = text.replace(row["printed"], row["set"])
    for passed in example["passed over"].split(","):
        if passed != "-":
            text, made = PASSED_OVER[passed](text), PASSED_OVER[passed](made)
    assert made.rstrip(". ") == text.rstrip(". ")


def test_every_example_names_its_place_and_every_difference_its_reason():
    assert {row["work"] for row in EXAMPLES} == {work["id"] for work in WORKS}
    assert all(len(row["source"]) > 20 for row in EXAMPLES)
    assert {name_of(row) for row in DIFFERENCES} <= {name_of(row) for row in EXAMPLES}
    assert all(len(row["why"]) > 5 for row in DIFFERENCES)


def kind_of(entry):
    """What of an entry the styles look at: its type, and of a book how many people and volumes it has."""
    people = len(entry.get("author", ()))
    if entry["type"] == "thesis":
        kind = "abstract of a thesis" if "автореф" in entry["genre"] else "thesis"
    elif entry["type"] != "book":
        kind = entry["type"] + (" on the web" if "URL" in entry and entry["type"] != "webpage" else "")
    elif "volume-title" in entry or "number-of-volumes" in entry:
        kind = "volume with its title" if "volume-title" in entry else "book in volumes"
    elif people:
        kind = f"book, authors: {people}" if people < 4 else "book, authors: 4 and more"
    else:
        kind = "book, edited"
    return kind, entry["language"][:2]


def test_every_kind_of_entry_has_an_example_or_is_named_as_without():
    shown = {kind_of(work) for work in WORKS if work["id"] in {row["work"] for row in EXAMPLES}}
    without = {(row["kind"], row["language"]) for row in MISSING}
    assert {kind_of(entry) for entry in ENTRIES} <= shown | without
    assert not shown & without
