"""Between which words no line may end, and by which rule, in each language."""

import pytest

from basylym.model.document import words
from basylym.stages.bind import bound
from trees import PACKS


def rules(text, tag):
    """The words with ``~`` at each bound space, and the rules that bound them."""
    made, found = bound(words(text), PACKS[tag])
    shown = "".join("~" if node.get("c") == "\u00a0" else node.get("c", " ") for node in made)
    return shown, [rule for _, rule in found]


@pytest.mark.parametrize(
    ("tag", "shown", "rule"),
    [
        ("kk", "А.~С.~Үлгібай", "initials"),
        ("kk", "Үлгібай~А.~С. айтты", "initials"),
        ("kk", "айтты Үлгібай~А., бірақ", "initials"),
        ("kk", "2014~ж.", "before-unit"),
        ("kk", "1941–1945~жж.", "before-unit"),
        ("kk", "XXI~ғасыр", "before-unit"),
        ("kk", "XIX–XX~ғғ.,", "before-unit"),
        ("kk", "3,5~млрд", "before-unit"),
        ("kk", "5~%", "before-unit"),
        ("kk", "[2, 15–17~б.],", "before-unit"),
        ("kk", "№~5", "after-sign"),
        ("kk", "5~қарашада", "date"),
        ("kk", "және т.~б.", "abbreviation-of-letters"),
        ("kk", "15~000 адам", "thousands"),
        ("kk", "1~234~567 теңге", "thousands"),
        ("kk", "б.~15", "after-abbreviation"),
        ("kk", "– P.~153–162", "after-abbreviation"),
        ("kk", "мұнда~да", "short-word"),
        ("kk", "сөз~– ой", "before-sign"),
        ("ru", "книга~: учебник", "before-sign"),
        ("ru", "с.~15", "after-abbreviation"),
        ("ru", "5~ноября", "date"),
        ("ru", "§~7", "after-sign"),
        ("ru", "т.~е. так", "abbreviation-of-letters"),
        ("ru", "15~000 рублей", "thousands"),
        ("ru", "XX~вв.", "before-unit"),
        ("en", "Fig.~2", "after-abbreviation"),
        ("en", "J.~R.~Smith", "initials"),
        ("en", "5~November", "date"),
        ("en", "e.~g. this", "abbreviation-of-letters"),
        ("tr", "5~Kasım", "date"),
        ("tr", "s.~5", "after-abbreviation"),
        ("tr", "15~000 kişi", "thousands"),
    ],
)
def test_space_does_not_break(tag, shown, rule):
    printed, found = rules(shown.replace("~", " "), tag)
    assert printed == shown
    assert set(found) == {rule}


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("kk", "айтты. Үлгібай кетті."),
        ("kk", "2014 150 адам"),
        ("kk", "1, 2 сурет"),
        ("kk", "5 адам"),
        ("ru", "наборщик И.П. сказал"),
        ("ru", "глава 5"),
        ("en", "The 5 authors"),
        ("en", "in 2014 150 of them"),
        ("tr", "ev 5 oda"),
    ],
)
def test_other_spaces_may_break(tag, text):
    assert "~" not in rules(text, tag)[0]


def test_word_before_initials_and_surname_is_no_surname():
    assert rules("Наборщик И. О. Пример", "ru")[0] == "Наборщик И.~О.~Пример"


def test_date_after_its_year_may_part_from_it():
    assert rules("2014 ж. 5 қараша", "kk")[0] == "2014~ж. 5~қараша"
