"""Ranges and Roman numerals, and what only looks like one, in each language."""

import pytest

from basylym.stages.figures import RULES, set_right
from trees import PACKS

RANGES = [
    ("kk", "1941-1945", "", "жж.", "1941–1945"),
    ("kk", "115-117-б.", "", "", "115–117-б."),
    ("kk", "1990-2000-жылдар", "", "", "1990–2000-жылдар"),
    ("kk", "10,5-12,3", "", "пайыз", "10,5–12,3"),
    ("kk", "3-4-сынып", "", "", "3–4-сынып"),
    ("kk", "1941-45", "", "жж.", "1941–45"),
    ("ru", "1941-1945", "в", "гг.", "1941–1945"),
    ("ru", "(15-17),", "с.", "", "(15–17),"),
    ("ru", "1200-1500", "с.", "", "1200–1500"),
    ("en", "5-7", "pp.", "", "5–7"),
    ("en", "2.5-3.5", "", "kg", "2.5–3.5"),
    ("tr", "1914-1918", "", "yılları", "1914–1918"),
]
TYPED = [
    ("kk", "CASA-100", "", "жобасы"),
    ("kk", "1560-1816", "ISSN", ""),
    ("kk", "2024-05-06", "", ""),
    ("kk", "0000-0002-1825-0097", "ORCID", ""),
    ("kk", "250-1234", "тел.", ""),
    ("kk", "701-702", "+7", ""),
    ("kk", "6-ға", "", ""),
    ("kk", "7.1-2003", "МЕМСТ", ""),
    ("ru", "1759-87", "ГОСТ", ""),
    ("ru", "9001-2015", "ISO", ""),
    ("ru", "10-5", "", ""),
    ("ru", "2,5-3.5", "", ""),
    ("en", "555-1234", "", ""),
    ("en", "COVID-19", "", ""),
    ("en", "007-009", "", ""),
    ("en", "10.1000/12-34", "", ""),
    ("en", "1941-45", "", "report"),
    ("tr", "2,5-1", "", ""),
]


@pytest.mark.parametrize(("tag", "typed", "before", "after", "printed"), RANGES)
def test_range_has_an_en_dash(tag, typed, before, after, printed):
    assert set_right(typed, before, after, PACKS[tag]) == (printed, "range")


@pytest.mark.parametrize(("tag", "typed", "before", "after"), TYPED)
def test_code_date_number_and_ending_stay_as_typed(tag, typed, before, after):
    assert set_right(typed, before, after, PACKS[tag]) == (typed, "")


@pytest.mark.parametrize(
    ("typed", "after", "printed"),
    [
        ("ХХІ", "ғасыр", "XXI"),
        ("(ХІХ-ХХ", "ғғ.", "(XIX–XX"),
        ("ІІІ-бөлім", "", "III-бөлім"),
        ("І", "том", "I"),
        ("Х", "ғ.", "X"),
        ("ХХ", "век", "XX"),
    ],
)
def test_roman_numeral_in_cyrillic_letters_is_set_in_latin_ones(typed, after, printed):
    assert set_right(typed, "", after, PACKS["kk"]) == (printed, "roman-numeral")


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("ІІМ", "хабарлады"),
        ("С", "вами"),
        ("М", "в"),
        ("Х.", "Т."),
        ("СМ", ""),
        ("ХХЖ", ""),
        ("I-V", "curve"),
    ],
)
def test_abbreviation_initial_and_preposition_are_no_numerals(typed, after):
    assert set_right(typed, "", after, PACKS["kk"])[0] == typed


def test_decimal_signs_are_the_authors():
    assert set_right("2.5", "", "%", PACKS["kk"]) == ("2.5", "")


def test_every_rule_says_what_it_does():
    assert all(meaning.endswith(".") for meaning in RULES.values())
