"""In Markdown only the prose is mended: code, formulas, addresses, keys and drawn tables stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basylym.model.repairs import State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, spoken
from basylym.stages.prose import HIDDEN, hide
from basylym.stages.repair import DECODE, rebuild, repair, replay

KEPT = [  # each holds «наукa» with a Latin a, which a rule about letters would mend in prose
    "`наукa`",
    "``код ` наукa``",
    "$x_{наукa}$",
    "$$\n\\text{наукa}\n$$",
    "[слово](http://x.org/наукa)",
    "<https://x.org/наукa>",
    "https://x.org/наукa",
    "слово [@наукa, с. 5]",
    "@наукa",
    "{#sec:наукa}",
    "![](media/наукa.png)",
    "ivan.наукa@mail.kz",
    "10.1234/наукa",
    "```\nнаукa\n```",
    "~~~ {.python}\nнаукa\n~~~",
    "Текст.\n\n    наукa",
    "1.  Пункт\n\n        наукa\n\n    Дальше.",
    "- Пункт\n\n      наукa\n\n      и наукa",
    "10. Пункт\n\n    - Второй\n\n          наукa",
    "- Пункт\n\n    ```sh\n    наукa\n    ```",
    "Слово[^1].\n\n[^1]: Сноска.\n\n        наукa",
    "+------+\n| наукa |\n+------+",
    "  наукa   b\n ------ ---\n  1       2",
    "<b title='наукa'>",
    "[^наукa]: Сноска.",
    "\\команда[наукa]",
    "Текст.\n\n[слово]: http://x.org/наукa",
]
MENDED = [
    "наукa",
    "*наукa* и **наукa**",
    "# наукa",
    "1.  наукa",
    "- наукa",
    "> наукa",
    "| наукa | 5 |\n|---|---|\n| 1 | 2 |",
    "[наукa](http://x.org)",
    "Слово[^1].\n\n[^1]: О наукa.",
    "Цена $5, наукa и $6",
    "1. Пункт\n\n    наукa",
    "1.  Пункт\n\n    - Второй\n\n        - наукa\n\n        и наукa",
    "- Пункт\n\n    ```sh\n    код\n    ```\n\n    наукa",
]


def copy(text, **source):
    read = SourceText("a.md", text.encode(), text, markdown=True, suffix=".md", **source)
    return repair(read, spoken("ru"), RULES, evidence(spoken("ru")))


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_prose_stays(text):
    assert "наукa" not in hide(text)
    assert copy(text).text == text


@pytest.mark.parametrize("text", MENDED)
def test_prose_is_mended_wherever_it_stands(text):
    assert copy(text).text == text.replace("наукa", "наука")


def test_line_ends_are_made_one_kind_and_nothing_else_of_lines_is_touched():
    text = "# Глава\r\n\r\nСтрока один\r\nстрока два.\r\n\r\n```\r\nкод  здесь\r\n```\r\n"
    assert copy(text).text == text.replace("\r\n", "\n")


def test_numbers_in_brackets_are_citations_in_a_word_processors_file_alone():
    text = "Известно [1], [2, с. 5].\n"
    assert copy(text).text == text
    word = SourceText("a.docx", text.encode(), text, markdown=True, original=b"PK", suffix=".docx")
    assert "[@ref1]" in repair(word, spoken("ru"), RULES, evidence(spoken("ru"))).text


SIGNS = ["\n\n", "\n", " ", "`", "$", "``", "|", "---", "    ", "\\", "\r\n", "\u200b", "é", "РџСЂРё"]
SCRAPS = st.lists(
    st.sampled_from([*KEPT, *MENDED, *SIGNS]),
    max_size=8,
).map("".join)


@given(SCRAPS)
def test_hiding_keeps_every_place(text):
    hidden = hide(text)
    assert len(hidden) == len(text)
    assert all(one in (two, HIDDEN) for two, one in zip(text, hidden, strict=True))


@given(SCRAPS)
def test_ledger_of_markdown_goes_both_ways_and_a_second_run_finds_nothing(text):
    fair = copy(text)
    assert replay(text, fair.ledger) == fair.text
    assert rebuild(fair.text, fair.ledger) == text
    again = copy(fair.text).ledger
    assert [row for row in again if row.state is State.APPLIED and row.rule != DECODE] == []


def test_long_runs_cost_little():
    for sign in ("`", "$", "[", "\\", "|", "{", "<", "@", "    x\n\n", "]("):
        hide(sign * 20_000)
