"""An article that was decoded wrongly comes out as from the right decoding, each word in the ledger."""

import re
from pathlib import Path

import pytest

from basylym import normalize
from basylym.stages.repair import rebuild

SOURCE = Path(__file__).parents[1] / "manuscript" / "source.txt"
PASSAGE = re.sub(r"[^\x00-\x7fа-яА-ЯёЁәғқңөұүһіӘҒҚҢӨҰҮҺІ«»–]", "", SOURCE.read_text("utf-8-sig")[:6000])


def misread(encoding, page):
    """What a program shows that takes the bytes for ``page``, unknown bytes left as controls."""
    raw = PASSAGE.encode(encoding)
    return "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in raw)


@pytest.fixture(scope="module")
def right():
    return normalize.normalize(PASSAGE.encode(), "a.txt").value


@pytest.mark.parametrize(
    "damaged",
    [
        misread("kz1048", "cp1251"),
        misread("ptcp154", "cp1251"),
        misread("utf-8", "cp1251"),
        misread("utf-8", "cp1252"),
        misread("utf-8", "latin-1"),
        misread("kz1048", "cp1252"),
        PASSAGE.encode().decode("cp1251", "replace"),
    ],
    ids=[
        "kz1048-1251",
        "pt154-1251",
        "utf8-1251",
        "utf8-1252",
        "utf8-latin1",
        "kz1048-1252",
        "utf8-1251-lost",
    ],
)
def test_wrong_decoding_is_undone_without_a_trace_but_in_the_ledger(right, damaged):
    made = normalize.normalize(damaged.encode(), "a.txt").value
    assert made.tag == "kk"
    assert made.article == right.article
    body = made.article.split("---\n", 2)[2][1:-1]
    assert rebuild(body, made.ledger) == damaged
