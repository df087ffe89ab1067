"""What is counted of a text's words."""

import pytest

from basylym.evidence.words import witness


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("the The end", {"end"}),
        ("Only here, and there and there", {"Only", "here"}),
        ("İzmir ve izmir, Ankara", {"ve", "Ankara"}),
        ("well-known well known", {"well-known", "well", "known"}),
        ("漢字 と 漢字 か", {"と", "か"}),
    ],
)
def test_word_stands_once_whatever_its_case(text, once):
    assert witness(None, None)(text).once() == once


@pytest.mark.parametrize("text", ["", " ", "one", "one two\n\nthree ", "\n a\u00a0b  c\n"])
def test_each_chunk_starts_where_it_stands(text):
    chunks = witness(None, None)(text).chunks
    for chunk, start in zip(chunks.row, chunks.starts, strict=False):
        assert text[start : start + len(chunk)] == chunk
    assert chunks.starts[-1] == len(text) + 1
