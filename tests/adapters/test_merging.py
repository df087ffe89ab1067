"""What a person and the press changed in one text comes together; what both changed is marked."""

import pytest

from basylym.adapters.merging import merged, settled
from basylym.model.notices import BasylymError, Condition

BASE = "One line here.\n\nAnother line there.\n\nThe last line.\n"


@pytest.mark.parametrize(
    ("edited", "made", "whole"),
    [
        (BASE, BASE, BASE),
        (BASE.replace("here", "mine"), BASE, BASE.replace("here", "mine")),
        (BASE, BASE.replace("last", "final"), BASE.replace("last", "final")),
        (
            BASE.replace("here", "mine"),
            BASE.replace("last", "final"),
            BASE.replace("here", "mine").replace("last", "final"),
        ),
        (
            BASE.replace("Another", "My other"),
            BASE.replace("there", "yonder"),
            BASE.replace("Another", "My other").replace("there", "yonder"),
        ),
    ],
    ids=["nothing", "edited", "made", "two lines", "two words of a line"],
)
def test_changes_of_both_come_together(edited, made, whole):
    assert merged(BASE, edited, made) == (whole, 0)


def test_word_changed_by_both_is_marked_and_nothing_is_lost():
    whole, conflicts = merged(BASE, BASE.replace("last", "final"), BASE.replace("last", "closing"))
    assert conflicts == 1
    assert "<<<<<<< edited\nThe final line.\n=======\nThe closing line.\n>>>>>>> normalized\n" in whole
    assert "One line here." in whole


def test_text_without_a_line_end_keeps_its_signs_on_lines_of_their_own():
    whole, conflicts = merged("a b", "a c", "a d")
    assert conflicts == 1
    assert whole == "<<<<<<< edited\na c\n=======\na d\n>>>>>>> normalized\n"


def test_conflict_left_standing_is_an_error_at_its_line():
    whole, _ = merged(BASE, BASE.replace("last", "final"), BASE.replace("last", "closing"))
    with pytest.raises(BasylymError) as caught:
        settled(whole, "article.md")
    assert caught.value.notice.condition is Condition.MERGE_IS_CLEAN
    assert caught.value.notice.locus.line == 5


def test_text_that_shows_a_conflict_of_another_program_is_left_as_it_is():
    shown = "```\n<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> topic\n```\n"
    assert settled(shown, "article.md") == shown


def test_sign_of_a_conflict_that_was_half_taken_away_is_told_too():
    whole, _ = merged(BASE, BASE.replace("last", "final"), BASE.replace("last", "closing"))
    with pytest.raises(BasylymError) as caught:
        settled(whole.replace("<<<<<<< edited\n", "").replace("\n", "\r\n"), "article.md")
    assert caught.value.notice.locus.line == 8
