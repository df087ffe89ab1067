"""A spelling dictionary of the machine is asked where there is one; without one nothing is made up."""

import os

import pytest

from basylym.adapters import hunspell


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "xx_XX.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", "utf-8")
    (tmp_path / "xx_XX.dic").write_text("2\nhouse/S\nтом\n", "utf-8")
    monkeypatch.setenv("DICPATH", f"{tmp_path}{os.pathsep}{tmp_path / 'none'}")
    hunspell.speller.cache_clear()
    yield tmp_path
    hunspell.speller.cache_clear()


@pytest.mark.parametrize(
    ("form", "known"),
    [("house", True), ("houses", True), ("House", True), ("том", True), ("hoose", False), ("", False)],
)
def test_form_is_known_as_the_dictionary_says(folder, form, known):
    accept = hunspell.speller("xx")
    assert accept
    assert accept(form) is known


def test_hyphen_is_no_evidence_but_its_parts_are(folder):
    accept = hunspell.speller("xx-XX")
    assert accept
    assert accept("house-том")
    assert not accept("house-hoose")


@pytest.mark.parametrize("tag", ["yy", "../xx", "und", ""])
def test_language_without_a_dictionary_has_no_speller(folder, tag):
    assert hunspell.speller(tag) is None


def test_no_dictionary_is_asked_in_tests():
    hunspell.speller.cache_clear()
    assert hunspell.speller("en") is None


def test_what_was_asked_is_not_remembered_without_end(folder, monkeypatch):
    monkeypatch.setattr("basylym.model.chunks.REMEMBERED", 10)
    accept = hunspell.speller("xx")
    assert [accept(f"house{'s' * (n % 3)}") for n in range(3)] == [True, True, False]
    for n in range(100):
        accept(f"word{n}")
    assert len(accept.__self__) <= 12


def test_compound_of_three_is_known_by_its_parts_and_not_by_how_long_suggestions_may_take(
    tmp_path, monkeypatch
):
    letters = "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\nCOMPOUNDFLAG C\nCOMPOUNDMIN 3\n"
    (tmp_path / "xx_XX.aff").write_text(letters, "utf-8")
    (tmp_path / "xx_XX.dic").write_text("4\nhaus/C\ntür/C\nschloss/C\nhaustürschlosz\n", "utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    hunspell.speller.cache_clear()
    accept = hunspell.speller("xx")
    hunspell.speller.cache_clear()
    assert accept
    assert accept("haustürschloss")
    assert not accept("haustürschlass")
