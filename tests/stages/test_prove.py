"""The proof sees every word that an edition could lose, change, move or add."""

import dataclasses

import pytest

from basylym.model.notices import Condition
from basylym.model.wording import OBJECT, Wording
from basylym.stages.prove import compare, missing, squeezed, strange, tally
from basylym.stages.wording import wording
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
    "Heading|Paragraph with|item|Term|Definition|Verse one|verse two|Quotation|code block|"
    "Caption|cell|Picture"
)


def found(one, other, **more):
    return [notice.condition for notice in compare(one, other, "the book", **more).notices]


def running(text):
    return Wording(text)


def lines(text):
    """The text as lines of a page say it."""
    return running("head\n" + text + "\n7")


def test_every_kind_of_passage_is_seen_in_its_order():
    told = wording(read(EVERYTHING))
    places = [told.running.find(part) for part in PARTS.split("|")]
    assert places == sorted(places)
    assert -1 not in places
    assert told.notes == ("\nThe note.\n",)
    assert told.objects == ("x^2", "Picture")
    assert told.running.count(OBJECT) == 2
    assert told.tables == 1
    assert "a note.1" in told.running


def test_a_caption_is_read_before_its_picture_where_it_stands_there():
    told = wording(read("![Caption](a.png)"), caption_first=True).running
    assert told.index("Caption") < told.index(OBJECT)


def test_what_could_not_be_drawn_is_text():
    assert "[x]" in wording(read("$x$"), instead=lambda tex: f"[{tex}]").running


@pytest.mark.parametrize("lost", PARTS.split("|"))
@pytest.mark.parametrize("in_lines", [False, True])
def test_each_lost_passage_is_told(lost, in_lines):
    whole = wording(read(EVERYTHING))
    assert found(whole, whole, in_lines=in_lines) == []
    short = dataclasses.replace(whole, running=whole.running.replace(lost, ""))
    assert Condition.EDITION_KEEPS_TEXT in found(whole, short, in_lines=in_lines)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("one two", "one too"),
        ("one two", "two one"),
        ("one two", "one and two"),
        ("one two", "onetwo"),
        ("onetwo", "one two"),
        ("жан-жақты", "жанжақты"),
        ("жанжақты", "жан-жақты"),
        ("a\u00a0b", "a b"),
        ("і", "i"),
        ("ё", "е"),
        ("«a»", '"a"'),
        ("Қ", "қ"),
        ("ﬁn", "fin"),
        ("e\u0301", "é"),
    ],
)
def test_every_code_point_and_every_word_counts(wanted, given):
    assert found(running(wanted), running(given)) == [Condition.EDITION_KEEPS_TEXT]


@pytest.mark.parametrize(
    ("wanted", "given"), [("ын\u00adтымақ", "ынтымақ"), ("one\n\ntwo", "one two"), ("a  b", "a\n b")]
)
def test_soft_hyphens_and_line_ends_are_undone(wanted, given):
    assert found(running(wanted), running(given)) == []


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("one two", "one\ntwo"),
        ("a\u00a0b", "a b"),
        ("ын\u00adтымақ", "ын\u00ad\nтымақ"),
        ("ын\u00adтымақ", "ын\u2010\nтымақ"),
        ("жан-жақты", "жан\u2010\nжақты"),
        ("жан-жақты", "жан\u00ad\nжақты"),
        ("a/b", "a/\nb"),
        ("fin", "ﬁn"),
        ("note1, and", "note\n1 \n, and"),
        ("замо\u0301к", "замо\u0301 к"),
    ],
)
def test_what_lines_change_does_not_count(wanted, given):
    assert found(running(wanted), lines(given), in_lines=True) == []


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("one two", "onetwo"),
        ("onetwo", "one two"),
        ("жан-жақты", "жан\nжақты"),
        ("жан-жақты", "жанжақты"),
        ("жанжақты", "жан\u2010\nжақты"),
        ("жанжақты", "жан\u00ad\nжақты"),
        ("жан\u00adжақты", "жан-жақты"),
        ("x²", "x2"),
    ],
)
def test_a_line_changes_nothing_else(wanted, given):
    assert found(running(wanted), lines(given), in_lines=True) == [Condition.EDITION_KEEPS_TEXT]


def test_a_notice_shows_both_texts_at_the_place():
    text = "The first words of a text that is long enough, and then the second of them."
    told = compare(running(text), running(text.replace("second", "third")), "the book").notices
    assert "then the third of them" in told[0].detail
    assert "then the second of the" in told[0].detail


@pytest.mark.parametrize("in_lines", [False, True])
def test_what_stands_around_the_text_is_handed_on(in_lines):
    around = compare(running("the text"), running("Title the text\nColophon"), "it", in_lines=in_lines).value
    assert squeezed(around) == "TitleColophon"


def test_a_word_around_the_text_that_nobody_declared_is_told():
    assert strange("Title, by A. Author1,2", ["Title", "A. Author", "by 1 2"], "it") == ()
    assert "advertisement" in strange("Title advertisement", ["Title"], "it")[0].detail


@pytest.mark.parametrize("in_lines", [False, True])
@pytest.mark.parametrize("notes", [(), ("One.",), ("Two.", "One."), ("One.", "Two. More."), ("One.", "To.")])
def test_notes_count(notes, in_lines):
    text = Wording("a1 b2", ("One.", "Two."))
    assert found(text, text, in_lines=in_lines) == []
    assert Condition.EDITION_KEEPS_TEXT in found(text, Wording("a1 b2", notes), in_lines=in_lines)


def test_pictures_formulas_and_tables_count():
    text = Wording(f"a {OBJECT} b {OBJECT}", objects=("x", "y"), tables=1)
    framed = Wording(f"{OBJECT} a {OBJECT} b {OBJECT} {OBJECT}", objects=("logo", "x", "y", "z"), tables=1)
    assert found(text, framed) == []
    assert found(text, dataclasses.replace(text, objects=("x", "z"))) != []
    assert found(text, dataclasses.replace(text, running=f"a {OBJECT} b", objects=("x",))) != []
    assert found(text, dataclasses.replace(text, tables=0)) != []


def test_an_article_is_counted():
    document = read(f"Жан-жақты d’Essai $x$.^[Note.]\n\n{EVERYTHING}")
    made = tally(wording(document), document)
    counted = {"notes": 2, "figures": 1, "pictures": 1, "tables": 1, "formulas": 2}
    assert {name: getattr(made, name) for name in counted} == counted
    short = read("Жан-жақты d’Essai $x$.^[Note.]")
    assert (tally(wording(short), short).words, tally(wording(short), short).characters) == (4 + 1, 23)


def test_passages_are_looked_for_anywhere():
    assert missing(["one two"], "zero one\ntwo three", "it") == ()
    assert len(missing(["two one"], "one two", "it")) == 1
