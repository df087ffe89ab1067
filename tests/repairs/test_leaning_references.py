"""An entry that leans on the one before it takes no field of that, and is asked about."""

import pytest

from basylym.normalize import RULES, evidence, spoken
from basylym.repairs._references.lists import main

LEANING = {
    "Там же. С. 15.": set(),
    "Там же, с. 15–17.": set(),
    "Сонда. – Б. 12.": set(),
    "Бұл да сонда, 45 б.": set(),
    "Указ. соч. С. 5.": set(),
    "Ibid., p. 12.": set(),
    "Op. cit., pp. 1–3.": set(),
    "Его же. Сочинения. – М. : Степь, 2001. – 300 с.": {
        "title",
        "location",
        "publisher",
        "year",
        "pagetotal",
    },
    "Id. The second book. – London : Nowhere Press, 1999. – 120 p.": {
        "title",
        "location",
        "publisher",
        "year",
        "pagetotal",
    },
    "———. (2012). Trade in Asia. London: Sage.": set(),
}


@pytest.mark.parametrize("entry", LEANING)
def test_entry_that_leans_on_the_one_before_takes_nothing_from_it_and_is_asked_about(entry):
    before = "Иванов И. И. Книга. – Омск : Степь, 1998. – 240 с."
    text = f"Текст.\n\nЛитература\n\n1. {before}\n\n2. {entry}"
    [_, work] = main(text).works
    assert (work.raw, work.whole, work.kind, work.family) == (entry, False, "misc", "")
    assert {one.name for one in work.fields} == LEANING[entry]
    language = spoken("ru")
    asked = [
        edit for edit in RULES["reference-lists"].find(text, language, evidence(language)(text)) if edit.query
    ]
    assert [f"@{work.key} leans on" in edit.evidence for edit in asked] == [True]


@pytest.mark.parametrize(
    "entry", ["Сонда біз өзенді көрдік. – Алматы : Дала, 2001. – 90 б.", "Idea of trade, 1999."]
)
def test_common_word_at_the_head_of_a_title_leans_on_nothing(entry):
    text = f"Мәтін.\n\nӘдебиеттер\n\n1. {entry}"
    language = spoken("kk")
    assert not [
        edit for edit in RULES["reference-lists"].find(text, language, evidence(language)(text)) if edit.query
    ]
