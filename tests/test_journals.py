"""A journal is one file: what it gives an article, what it asks of one, and what it may not hold."""

from pathlib import Path

import pytest

from basylym import journals, opening, pipeline, project
from basylym.adapters import journal, resources
from basylym.model.notices import BasylymError, Condition
from basylym.stages import require
from basylym.stages.require import in_words

SHIPPED = journals.shipped()
ROLES = {role for pack in pipeline.LANGUAGES.values() for role in pack.headings.values()}
SAMPLE = resources.journals()["sample-journal"].read_text("utf-8")
ARTICLE = """---
title: {kk: Атауы}
lang: kk
author: [{name: {kk: Айгүл Үлгібай}, affiliation: Үлгілер}]
abstract: {kk: "Бір екі үш."}
keywords: {kk: [бір, екі], ru: [один, два, три]}
date: 2026-01-05
statements: {funding: "Жоқ."}
journal: JOURNAL
---

# 1. Кіріспе

Мәтін бар.

# Зерттеу әдістері

Мәтін жоқ.
"""


@pytest.fixture
def article(tmp_path):
    """Write an article of a journal, and set it."""

    def composed(name, **files):
        (tmp_path / "article.md").write_text(ARTICLE.replace("JOURNAL", name), "utf-8")
        for stem, text in files.items():
            (tmp_path / f"{stem}.toml").write_text(text, "utf-8")
        return pipeline.compose(project.find(tmp_path / "article.md"))

    return composed


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_journal_names_its_source_and_asks_for_what_the_press_knows(name):
    one = SHIPPED[name]
    assert one.sample or one.source.startswith(("http://", "https://"))
    assert set(one.requires.fields) <= set(require.FIELDS)
    assert set(one.requires.sections) <= ROLES
    assert not one.style or one.style in resources.styles()
    assert set(one.title) <= set(pipeline.LANGUAGES)


def test_journal_gives_what_the_front_matter_does_not(article):
    front = article("sample-journal").value.manuscript.front
    assert (front.masthead.title, front.masthead.issn) == ("Үлгілер хабаршысы", "0000-0000")
    assert (front.irsti_label, front.style, front.accent) == ("ХҒТАР", "gost-7-1-2003", "#7a2e39")
    assert front.second_list.system == "kazakh-latin-2018"


def test_front_matter_counts_before_its_journal(article):
    named = "{name: sample-journal, title: Басқа, issn: 1111-1111}\ncsl: apa\nirsti-label: МҒТАР"
    front = article(named).value.manuscript.front
    assert (front.masthead.title, front.masthead.issn) == ("Басқа", "1111-1111")
    assert (front.irsti_label, front.style) == ("МҒТАР", "apa")


def test_what_a_journal_asks_for_and_misses_is_named_once_each(article):
    asked = [one for one in article("sample-journal").notices if one.condition.name == "JOURNAL_IS_SATISFIED"]
    told = [one.detail.removeprefix("sample-journal asks for ") for one in asked]
    assert told == [
        *(
            "the title in ru",
            "the abstract in ru",
            "the title in en",
            "the abstract in en",
            "the keywords in en",
        ),
        "3 to 7 keywords in kk; there are 2",
        "the IRSTI code (irsti)",
        "the UDC code (udc)",
        "the ORCID of each author",
        "which author is written to (corresponding: true)",
        "30 to 300 words of abstract in kk; there are 3",
        "200 to 7000 words of text; there are 8",
        "at least 5 references; there are 0",
        "a section on results, such as 'Нәтижелер'",
        "a section on conclusion, such as 'Қорытынды'",
    ]


def test_title_alone_is_no_journal_of_ours_and_asks_for_nothing(article):
    made = article("Үлгілер хабаршысы")
    assert made.value.manuscript.front.masthead.title == "Үлгілер хабаршысы"
    assert not [one for one in made.notices if one.condition.name == "JOURNAL_IS_SATISFIED"]


def test_journal_of_ones_own_lies_beside_the_article(article):
    made = article("our.toml", our='source = "our own page"\n[title]\nkk = "Біздің журнал"\n')
    assert made.value.manuscript.front.masthead.title == "Біздің журнал"


@pytest.mark.parametrize("name", ["kaznu-ir-lw", "../elsewhere.toml", "none.toml"])
def test_journal_that_is_not_there_is_an_error(article, name):
    with pytest.raises(BasylymError) as error:
        article(name)
    assert error.value.notice.condition is Condition.JOURNAL_EXISTS


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("source = 'x'\nstlye = 'apa'", "stlye: no such field"),
        ("source = 'x'\n[requires]\nkeywrods = [1, 2]", "requires.keywrods: no such field"),
        ("source = 'x'\n[requires]\nkeywords = [5, 3]", "requires.keywords: write [at least, at most]"),
        ("source = 'x'\n[requires]\nkeywords = 5", "requires.keywords: write [at least, at most]"),
        ("source = 'x'\n[requires]\nkeywords = [true, 5]", "requires.keywords: write"),
        ("source = 'x'\nrequires = 5", "requires: this is no table"),
        ("source = 'x'\n[requires]\nfields = 'irsti'", "requires.fields: this is no list"),
        ("source = 'x'\naccent = 'red; } body { display: none'", "is no colour"),
        ("source = 'x'\nissn = 5", "issn: this is no text"),
        ("source = 'x'\n[second-list]\nsystm = 'iso-9'", "second-list.systm: no such field"),
        ("source = 'x'\nform = 'three-columns'", "form: three-columns is none of"),
        ("source = 'x'\nsubmission = 5", "submission: this is no table"),
        ("source = 'x'\n[submission]\nspacing = 7", "submission.spacing: 7 is none of"),
        ("issn = '0000-0000'", "source: say where"),
        ("source = [[[", ""),
    ],
)
def test_file_that_holds_something_else_is_an_error_that_says_what(text, told):
    with pytest.raises(BasylymError) as error:
        journal.read(text, "x", "x.toml")
    assert error.value.notice.condition is Condition.JOURNAL_PARSES
    assert told in error.value.notice.detail


def test_bounds_in_words():
    assert [in_words(bounds) for bounds in ((3, 5), (3, 0), (0, 5))] == ["3 to 5", "at least 3", "at most 5"]


def test_specimen_is_printed_as_its_journal_wants():
    place = Path(__file__).parent / "specimens" / "kazakh"
    front = opening.structured(project.find(place))[0].front
    assert (front.accent, front.style) == ("#7a2e39", "gost-7-1-2003")
    assert front.masthead.title == "Үлгілер хабаршысы"
