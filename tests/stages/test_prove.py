"""The proof sees every word that an edition could lose."""

import pytest

from basylym.model.notices import Condition
from basylym.stages.prove import missing, order, passages, squeezed
from trees import read

EVERYTHING = """# Heading

Paragraph with *emphasis*, $x^2$ and a note.^[The note.]

- item

Term
:   Definition

| Verse one
|   verse two

> Quotation

    code block

| a | b |
|---|---|
| cell | d |

: Caption

![Picture](a.png)
"""
PARTS = (
    "Heading|Paragraph with|The note.|item|Term|Definition|Verse one|verse two|Quotation|code block|"
    "cell|Caption|Picture"
)


def test_every_kind_of_passage_is_seen():
    seen = list(passages(read(EVERYTHING)))
    assert [part for part in PARTS.split("|") if not any(part in passage for passage in seen)] == []


@pytest.mark.parametrize("lost", PARTS.split("|"))
def test_each_lost_passage_is_told(lost):
    whole = " ".join(passages(read(EVERYTHING)))
    assert missing(read(EVERYTHING), whole, "PDF") == ()
    found = missing(read(EVERYTHING), whole.replace(lost, ""), "PDF")
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}


@pytest.mark.parametrize(
    ("one", "other"),
    [("ын\u00adтымақ", "ынтымақ"), ("жан-жақты", "жан‐\nжақты"), ("a\u00a0b", "a b"), ("ﬁn", "fin")],
)
def test_what_lines_change_does_not_count(one, other):
    assert squeezed(one) == squeezed(other)


@pytest.mark.parametrize(("one", "other"), [("і", "i"), ("а", "a"), ("е", "ё"), ("«", '"'), ("Қ", "қ")])
def test_letters_and_marks_count(one, other):
    assert squeezed(one) != squeezed(other)


def test_order_is_told():
    assert order(["one", "two", "three"], "one two three") == 0
    assert order(["two", "one"], "one two") == 1
