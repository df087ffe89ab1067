"""Of a date that is a month or a year no more is printed than was given."""

import copy
from datetime import date

import pytest

import galleys
from basylym.adapters import _fields
from basylym.editions import epub, html, jats, pdf
from basylym.model import days
from trees import PACKS


@pytest.mark.parametrize(
    ("typed", "iso", "tag", "printed"),
    [
        ("2013", "2013", "de", "2013"),
        (2013, "2013", "kk", "2013"),
        ("2013-05", "2013-05", "de", "Mai 2013"),
        ("May 2013", "2013-05", "en", "May 2013"),
        ("2013-11", "2013-11", "ru", "ноябрь 2013"),
        ("2013-11", "2013-11", "kk", "2013\u00a0ж. қараша"),
        ("11.11.2013", "2013-11-11", "ru", "11\u00a0ноября 2013\u00a0г."),
    ],
)
def test_as_much_is_printed_as_was_given(typed, iso, tag, printed):
    day = _fields.day(typed)
    assert day.isoformat() == str(day) == iso
    assert days.printed(day, PACKS[tag]) == printed
    assert copy.deepcopy(day).isoformat() == iso
    assert days.printed(date(day.year, day.month, 5), PACKS[tag]) != printed


@pytest.mark.parametrize("form", [pdf.FORMAT, epub.FORMAT, html.FORMAT, jats.FORMAT])
def test_no_edition_invents_the_first_of_january(tmp_path, form):
    galley = galleys.written(tmp_path, form, "---\nlang: en\ntitle: T\ndate: 2013\n---\n\nWord.\n")
    assert galley.front.date.isoformat() == "2013"
    made = form.print(galley).value
    assert form.prove(galley, made).notices == ()
    if form in (html.FORMAT, jats.FORMAT):
        assert b"January" not in made
        assert b"2013-01" not in made
        assert b"2013/01" not in made
