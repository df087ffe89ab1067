"""A text typed double-spaced comes out as if it had been typed with single lines."""

import textwrap
from pathlib import Path

import pytest

from basylym.model.repairs import State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, pack, spoken
from basylym.stages.repair import repair

PRESS = Path(__file__).parents[2]
ARTICLE = (PRESS / "manuscript" / "source.txt").read_text("utf-8")
PARAGRAPHS = [
    "Foxes have lived in this town for at least ninety years, and nobody knows how many of the people who "
    "live beside them have fed them in that time, although many have asked.1",
    "The method that we chose is well-known, but it was never used in a town that is so far from any wood "
    "or field as this one is, and that matters more than most who wrote of it would have readers think.",
    "1 See Harris, S. (1981), p. 5.",
    "What the cameras saw was seldom what had been told to us: where food was said to lie each night there "
    "was none in the mornings, and where nobody fed them they came as often as they did anywhere else.",
]


def copy(tag, text):
    return repair(SourceText("source.txt", b"", text), pack(tag), RULES, evidence(pack(tag)))


def doubled(text):
    return "\n\n".join(text.rstrip("\n").split("\n"))


def test_the_first_article_typed_double_spaced_is_repaired_as_the_first_article():
    assert copy("kk", doubled(ARTICLE)).text == copy("kk", ARTICLE).text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_notes_are_linked_and_paragraphs_parted_as_in_a_text_of_single_lines(end):
    single = "\n\n".join(textwrap.fill(one, 64) for one in PARAGRAPHS)
    fair = copy("en", doubled(single).replace("\n", end))
    assert fair.text == copy("en", single).text
    assert "have asked.[^1]\n\nThe method" in fair.text


def test_a_full_line_that_ends_a_sentence_is_asked_about_where_no_gap_is_wider_than_another():
    lines = textwrap.wrap(" ".join(PARAGRAPHS[1:2] * 2), 64)
    lines[2] = lines[2][:-1] + "."
    lines[3] = lines[3].capitalize()
    fair = copy("en", "\n\n".join(lines * 2))
    asked = [row for row in fair.ledger if row.state is State.QUERY and row.rule == "double-spacing"]
    assert [row.line for row in asked] == [5, 5 + 2 * len(lines)]


def test_paragraphs_of_one_line_each_are_no_double_spaced_text():
    text = "\n\n".join(PARAGRAPHS * 4)
    assert "double-spacing" not in {row.rule for row in copy("en", text).ledger}


def test_word_of_one_small_letter_at_the_end_of_a_sentence_is_no_initial():
    article = "Кожна людина має право на захист творів, автором яких вона є."
    text = "\n\n".join(f"{article}\n\nСтаття {number}." for number in range(1, 9))
    fair = repair(SourceText("source.txt", b"", text), spoken("und"), RULES, evidence(spoken("und")))
    assert fair.text == text
