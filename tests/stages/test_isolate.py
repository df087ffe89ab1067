"""Runs of words from left to right, inside a text from right to left, are marked; nothing else changes."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basylym.model.document import Document, attributes, plain, walk, words
from basylym.stages import isolate
from trees import PACKS

ARABIC = dataclasses.replace(PACKS["kk"], tag="kk-Arab", script="Arab")


def islands(text):
    given_ = Document((1, 23), ({"t": "Para", "c": words(text)},))
    made = isolate.document(given_, ARABIC)
    assert plain(made.blocks) == plain(given_.blocks)
    return [plain(node) for node in walk(made.blocks) if attributes(node)[2].get("dir") == "ltr"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("زاڭ № 151-I. – 1997", ["151-I"]),
        ("ليتسەنزيا CC BY 4.0", ["CC BY 4.0"]),
        ("تىل https://doi.org/10.1/a_b/ دەدى", ["https://doi.org/10.1/a_b/"]),
        ("PDF-تە جانە PDF", ["PDF", "PDF"]),
        ("XX\u00a0عاسىر", ["XX"]),
        ("2,5–3 ەسە 41%-دان", []),
        ("(J. Smith, 2003), سوز", ["J. Smith"]),
        ("HTML 41%-دان", ["HTML"]),
    ],
)
def test_island_ends_where_its_words_end(text, found):
    assert islands(text) == found


@given(st.text(alphabet="ab1 .,-–()«»\u00a0سوز/", max_size=40))
def test_no_sign_is_lost_or_moved(text):
    islands(" ".join(text.split(" ")))


def test_text_from_left_to_right_comes_back_as_it_is():
    document = Document((1, 23), ({"t": "Para", "c": words("а PDF")},))
    assert isolate.document(document, PACKS["kk"]) is document


def test_passages_in_other_languages_are_left_alone():
    inner = {"t": "Div", "c": [["", [], [["lang", "en"]]], [{"t": "Para", "c": words("in English")}]]}
    document = Document((1, 23), (inner,))
    assert isolate.document(document, ARABIC).blocks == document.blocks
