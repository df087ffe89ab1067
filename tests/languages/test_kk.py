"""Kazakh words break as printed sources break them, and as the rules of spelling have it."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basylym.languages.kk import LANGUAGE, VOWELS, hyphenate

ROWS = Path(__file__).with_name("kk-breaks-as-printed.tsv").read_text("utf-8").splitlines()[1:]
WORDS = [row.split("\t")[:2] for row in ROWS]


@pytest.mark.parametrize(("word", "broken"), WORDS)
def test_word_breaks_as_printed(word, broken):
    places = [0, *hyphenate(word), len(word)]
    assert "-".join(word[a:b] for a, b in pairwise(places)) == broken


@settings(max_examples=300, deadline=None)
@given(st.text(LANGUAGE.letters, max_size=30))
def test_each_piece_has_a_vowel_and_the_outer_ones_two_letters(word):
    places = [0, *hyphenate(word), len(word)]
    pieces = [word[a:b] for a, b in pairwise(places)]
    assert "".join(pieces) == word
    if len(pieces) > 1:
        assert all(set(piece) & VOWELS for piece in pieces)
        assert min(len(pieces[0]), len(pieces[-1])) >= 2
        assert not any(piece[0] in "ьъ" for piece in pieces[1:])


def test_date_is_printed_as_cldr_has_it():
    assert LANGUAGE.date(date(2014, 11, 5)).replace("\u00a0", " ") == "2014 ж. 5 қараша"
