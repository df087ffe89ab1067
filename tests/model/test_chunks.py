"""The chunks of a text, and patterns that look at each different one once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basylym.model.chunks import Chunks, Inside, standing, without_case
from basylym.normalize import RULES, evidence, pack
from basylym.repairs._beside import HEADS, TAILS, neighbours, spaced

TEXT = st.text(alphabet="aбЖX1 \n\u00a0\t-,.([\u00ad\u2028", max_size=60)
CAPITAL = r"[^\W\d_a-zа-я](?<![\w.-].)[^\W\d_]*(?!\w|-\d)"
INSIDE = Inside(CAPITAL)


@given(TEXT)
def test_chunks_stand_where_their_places_say(text):
    chunks = Chunks(text)
    assert "".join(chunk + " " for chunk in chunks.row)[:-1] == text.replace("\n", " ")
    for chunk, start in zip(chunks.row, chunks.starts, strict=False):
        assert text[start : start + len(chunk)] == chunk
    assert chunks.signs == frozenset(text) - {" ", "\n"}
    assert chunks.kinds == frozenset(chunks.row) - {""}


@given(TEXT)
def test_a_pattern_inside_chunks_matches_where_it_matches_in_the_whole_text(text):
    whole = [found.span() for found in re.finditer(CAPITAL, text)]
    chunks = Chunks(text)
    assert [found.span() for found in INSIDE.finditer(chunks)] == whole
    assert INSIDE.stands(chunks) is bool(whole)


def test_a_pattern_made_after_a_text_was_searched_is_searched_for_too():
    chunks = Chunks("один Два три")
    assert Inside("[А-Я]").chunks(chunks) == {"Два"}
    assert Inside("три").chunks(chunks) == {"три"}


def test_a_text_whose_lines_are_joined_has_the_same_bag_and_another_text_has_not():
    one, joined, other = Chunks("a b\nc\n\na"), Chunks("a b c a"), Chunks("a b c c")
    assert one.bag is joined.bag
    assert other.bag is not one.bag


def test_a_word_is_found_wherever_it_stands_alone():
    word = re.compile(r"(?<!\w)\w+(?!\w)")
    assert [found.start() for found in standing("on one on.\non", "on", word)] == [0, 7, 11]


def test_turkish_dotted_capital_is_i_without_a_dot_of_its_own():
    assert without_case("İl ÖZ") == "il öz"


@given(TEXT)
def test_neighbours_are_the_words_on_both_sides_of_one_space(text):
    chunks = Chunks(text)
    tails, heads = neighbours(chunks)
    found = [
        (first, second)
        for number, (first, second) in enumerate(zip(tails, heads, strict=True))
        if first and second and spaced(chunks, number)
    ]
    pairs = re.finditer(r"(?<![\w-])([^\W\d_]+) (?=([^\W\d_]+)(?![\w-]))", text)
    assert found == [pair.groups() for pair in pairs]


def test_last_and_first_words_of_a_chunk_are_whole():
    assert (TAILS["«сөз"], TAILS["екі-сөз"], TAILS["сөз,"]) == ("сөз", "", "")
    assert (HEADS["сөз»,"], HEADS["сөз-екі"], HEADS["(сөз"]) == ("сөз", "", "")


@pytest.mark.parametrize("tag", ["en", "kk"])
def test_what_is_remembered_of_one_text_changes_no_edit_of_another(tag):
    for rule in RULES.values():
        for example in rule.examples:
            words = evidence(pack(tag))
            once = [*rule.find(example.before, pack(tag), words(example.before))]
            [*rule.find(example.after, pack(tag), words(example.after))]
            assert [*rule.find(example.before, pack(tag), words(example.before))] == once
