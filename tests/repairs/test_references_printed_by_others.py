"""Entries as others printed them are read to the fields that a person took from them, or left empty."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from basylym.repairs._references.entries import works

FOLDER = Path(__file__).parents[1] / "specimens" / "printed-by-others"
BY_HAND = {one["id"]: one for one in json.loads((FOLDER / "works.json").read_text("utf-8"))}
HEAD, *ROWS = (FOLDER / "examples.tsv").read_text("utf-8").splitlines()
PRINTED = sorted({(row.split("\t")[1], row.split("\t")[4]) for row in ROWS})
READ_HEAD, *READ_ROWS = (FOLDER / "read.tsv").read_text("utf-8").splitlines()
OTHERWISE = {tuple(row.split("\t")[:2]): row.split("\t")[2] for row in READ_ROWS}
NAMES = {
    "title": "title",
    "maintitle": "title",
    "publisher": "publisher",
    "institution": "publisher",
    "holder": "publisher",
    "location": "publisher-place",
    "volume": "volume",
    "volumes": "number-of-volumes",
    "number": "number",
    "issue": "issue",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "edition": "edition",
    "series": "collection-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "type": "genre",
    "url": "URL",
    "scale": "scale",
    "archive": "archive",
    "archive-location": "archive_location",
    "application": "call-number",
    "year": "issued",
    "date": "issued",
    "urldate": "accessed",
    "submitted": "submitted",
    "author": "author",
    "editor": "editor",
}
NUMBERED = {"legislation", "patent", "standard", "thesis", "report"}
KINDS = {
    "article": ("article-journal", "article-newspaper", "review"),
    "book": ("book",),
    "incollection": ("chapter", "entry-encyclopedia"),
    "inproceedings": ("paper-conference",),
    "unpublished": ("manuscript",),
    "online": ("webpage",),
}


def flat(text):
    text = re.sub(r"\s*[-–—‑]+\s*", "-", str(text)).replace("ё", "е").casefold()
    return re.sub(r"[\s.«»]+", "", text)


def people(value):
    if isinstance(value, str):
        return [name.split(",")[0].casefold() for name in value.split(" and ") if name != "others"]
    return [one["family"].casefold() for one in value if "family" in one]


def day(value):
    return "-".join(f"{part:02}" for part in value["date-parts"][0])


def by_hand(csl):
    """What a person took from the entry, by the names of the fields that are read."""
    told = {}
    for name, other in NAMES.items():
        if name == "number" and csl["type"] not in NUMBERED:
            other = "issue"
        if name == "location" and csl["type"] == "patent":
            other = "jurisdiction"
        if name == "editor" and "compiler" in csl:
            other = "compiler"
        if other in csl:
            told[name] = csl[other]
    if "volume-title" in csl:
        told["maintitle"], told["title"] = csl["title"], csl["volume-title"]
    return told


def same(name, read, told):
    if name in ("author", "editor"):
        return people(read) == people(told)
    if name in ("year", "date", "urldate", "submitted"):
        return read == day(told)
    return flat(read) == flat(told)


def compared(work_id, entry):
    [work] = works([(1, entry)])
    told = by_hand(BY_HAND[work_id])
    if "genre" in BY_HAND[work_id] and not any(one.name == "type" for one in work.fields):
        told["title"] = f"{told['title']}: {told.pop('type')}"  # one title, where it is not told apart
    wrong = [
        one
        for one in work.fields
        if one.name in NAMES
        and not same(
            one.name, one.value, told.get(one.name, {"date-parts": [[]]} if "date" in one.name else "")
        )
        and OTHERWISE.get((work_id, one.name)) != one.value
    ]
    return work, told, wrong


@pytest.mark.parametrize(("work_id", "entry"), PRINTED, ids=[work_id for work_id, _ in PRINTED])
def test_no_field_says_else_than_a_person_took_from_the_entry(work_id, entry):
    work, _, wrong = compared(work_id, entry)
    assert wrong == []
    assert work.raw == " ".join(entry.split())


@pytest.mark.parametrize(("work_id", "entry"), PRINTED, ids=[work_id for work_id, _ in PRINTED])
def test_entry_read_wholly_is_of_the_kind_that_a_person_gave_it(work_id, entry):
    work, _, _ = compared(work_id, entry)
    if work.whole and OTHERWISE.get((work_id, "kind")) != work.kind:
        assert BY_HAND[work_id]["type"] in KINDS.get(work.kind, (work.kind,))


def test_most_of_what_a_person_took_is_read():
    counts = Counter()
    for work_id, entry in PRINTED:
        work, told, wrong = compared(work_id, entry)
        counts["read"] += len([one for one in work.fields if one.name in NAMES]) - len(wrong)
        counts["told"] += len({NAMES[name] for name in told})
        counts["whole"] += work.whole
    assert counts["read"] / counts["told"] >= 0.85
    assert counts["whole"] >= 35


def test_every_reading_otherwise_has_its_reason():
    assert {work_id for work_id, _ in OTHERWISE} <= BY_HAND.keys()
    assert all(len(row.split("\t")[3]) > 10 for row in READ_ROWS)
