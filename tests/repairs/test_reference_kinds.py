"""Works of every kind, and others that only look like one: each invented, with the fields read of it."""

from pathlib import Path

import pytest

from basylym.repairs._references.entries import works

TABLE = Path(__file__).parents[1] / "specimens" / "reference-kinds.tsv"
HEAD, *LINES = TABLE.read_text("utf-8").splitlines()
ROWS = [dict(zip(HEAD.split("\t"), line.split("\t"), strict=True)) for line in LINES]
KINDS = {
    "laws": "legislation",
    "patents": "patent",
    "standards": "standard",
    "maps": "map",
    "archives": "unpublished",
    "theses": "thesis",
    "reports": "report",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['family']}: {row['entry'][:40]}")
def test_entry_gives_its_kind_and_its_fields_and_no_others(row):
    [work] = works([(1, row["entry"])])
    fields = " | ".join(f"{one.name}={one.value}" for one in work.fields) or "-"
    assert (work.kind, "whole" if work.whole else "in part", fields) == (
        row["kind"],
        row["whole"],
        row["fields"],
    )
    assert work.raw == row["entry"]


@pytest.mark.parametrize("family", KINDS)
def test_every_family_has_entries_of_it_and_others_that_only_look_like_it(family):
    kinds = [row["kind"] for row in ROWS if row["family"] == family]
    assert kinds.count(KINDS[family]) >= 7
    assert len(kinds) - kinds.count(KINDS[family]) >= 3


def test_every_field_is_a_part_of_its_entry():
    for row in ROWS:
        [work] = works([(1, row["entry"])])
        for one in work.fields:
            if one.name in ("author", "editor", "editortype", "date", "submitted", "urldate", "volumes"):
                continue  # written otherwise than typed: names, days, counts in words
            words = one.value.replace(":", " ").split()
            assert all(word.strip(".") in row["entry"] for word in words), (one, row["entry"])


@pytest.mark.parametrize(
    "piece",
    [
        "1:25 000 000 ",
        "Ф. 81. Оп. 1. ",
        "№ 5 ; заявл. ",
        "дис. канд. ",
        "Т. 2. ",
        "отчет о НИР : ",
        "закон № 5 ",
        "ГОСТ 7.1-84. ",
    ],
)
def test_long_entry_of_any_kind_takes_no_endless_time(piece):
    [work] = works([(1, "Иванов И. И. Книга : " + piece * 80)])
    assert work.raw.startswith("Иванов")
