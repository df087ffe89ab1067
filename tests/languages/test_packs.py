"""Every pack is whole, in its own script, and fit for the tools that use it."""

import re
import unicodedata
from dataclasses import fields
from datetime import date

import pytest

from basylym.adapters import pyphen
from basylym.model.language import Terms
from trees import PACKS

FORMATTED = {"figure", "table", "equation", "section", "page", "volume", "issue", "pages", "set_in"}
NOT_WORDS = {"DOI", "ORCID", "IRSTI", "CSL", "PDF", "EPUB", "HTML", "URL", "ISSN", "UDC", "MathML", "WCAG"}
SCRIPTS = {"Cyrl": "CYRILLIC", "Latn": "LATIN"}

every_pack = pytest.mark.parametrize("tag", list(PACKS))


def terms(pack):
    return {field.name: getattr(pack.terms, field.name) for field in fields(Terms)}


def strange(text, script):
    """Words of ``text`` with a letter of another script, names of things that have no other name left out."""
    bare = re.sub(r"\{[^}]*\}|[|\u00a0]", " ", str(text))
    words = [word.strip("«»“”„‘’().,:;!?") for word in bare.split()]
    return [
        word
        for word in words
        if word not in NOT_WORDS
        and any(letter.isalpha() and script not in unicodedata.name(letter) for letter in word)
    ]


@every_pack
def test_tag_is_the_files_name(tag):
    assert PACKS[tag].tag == tag
    assert PACKS[tag].region.split("-")[0] == tag


@every_pack
def test_every_term_is_given(tag):
    assert [name for name, word in terms(PACKS[tag]).items() if not str(word).strip()] == []


@every_pack
def test_no_term_is_in_another_script(tag):
    pack = PACKS[tag]
    script = SCRIPTS[pack.script]
    found = {name: strange(word, script) for name, word in terms(pack).items() if isinstance(word, str)}
    found |= {name: strange(word, script) for name, word in pack.csl_terms.items()}
    found |= {name: strange(name, script) for name in pack.headings}
    assert {name: words for name, words in found.items() if words} == {}


@every_pack
def test_no_term_is_that_of_another_language(tag):
    for other in PACKS.keys() - {tag}:
        if PACKS[other].script != PACKS[tag].script:
            theirs = terms(PACKS[other])
            same = [word for name, word in terms(PACKS[tag]).items() if word == theirs[name]]
            assert [word for word in same if re.search(r"[^\W\d_]", re.sub(r"\{n\}", "", str(word)))] == []


@every_pack
def test_terms_take_their_number(tag):
    for name in FORMATTED - {"set_in"}:
        assert "7" in getattr(PACKS[tag].terms, name).format(n=7)


@every_pack
def test_alphabet_is_in_order_without_doubles_and_holds_its_vowels(tag):
    pack = PACKS[tag]
    assert len(set(pack.letters)) == len(pack.letters)
    assert pack.letters == pack.letters.lower()
    assert pack.vowels <= set(pack.letters)
    assert all(SCRIPTS[pack.script] in unicodedata.name(letter) for letter in pack.letters)


@every_pack
def test_look_alikes_are_foreign_and_stand_for_native_letters(tag):
    pack = PACKS[tag]
    assert not {foreign.lower() for foreign in pack.lookalikes} & set(pack.letters)
    assert {native.lower() for native in pack.lookalikes.values()} <= set(pack.letters)


@every_pack
def test_marks_differ_and_nested_ones_from_outer_ones(tag):
    pack = PACKS[tag]
    assert pack.quotes[0] != pack.quotes[1]
    assert set(pack.quotes) != set(pack.nested_quotes)


@every_pack
def test_every_month_is_printed_and_no_two_alike(tag):
    days = [PACKS[tag].date(date(2014, month, 5)) for month in range(1, 13)]
    assert len(set(days)) == 12
    assert all("2014" in day and "5" in day and " " in day.replace("\u00a0", " ") for day in days)
    assert {day: strange(day, SCRIPTS[PACKS[tag].script]) for day in days} == {day: [] for day in days}


@every_pack
def test_words_break_inside_and_never_at_their_ends(tag):
    rule = pyphen.hyphenator(PACKS[tag])
    assert rule is not None
    word = PACKS[tag].letters * 2
    places = rule(word)
    assert list(places) == sorted(set(places))
    assert all(0 < place < len(word) for place in places)


@every_pack
def test_headings_are_lower_case_and_name_the_list_of_references(tag):
    headings = PACKS[tag].headings
    assert all(name == name.lower() for name in headings)
    assert {"references", "abstract", "conclusion"} <= set(headings.values())


@every_pack
def test_pages_have_a_locator(tag):
    assert PACKS[tag].locators.labels["page"]
