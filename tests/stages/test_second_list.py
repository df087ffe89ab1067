"""The references printed twice: as cited, and again in Latin letters, in the same order and number."""

import re
from pathlib import Path

import pytest

from basylym import manual, pipeline, project
from basylym.adapters import resources
from basylym.model.document import attributes, plain, rewrite, walk
from basylym.model.notices import BasylymError, Condition

BIBLIOGRAPHY = """
@article{tauba, author = {Таубаева, Ш.}, title = {Ғылыми мақала туралы},
  title-en = {On the {Scientific} Article},
  journaltitle = {Қазақстан мектебі}, journal-en = {School of Kazakhstan},
  year = 2019, number = 3, pages = {2--8}}
@book{lotman, author = {Лотман, Ю. М.}, title = {Структура художественного текста}, address = {Москва},
  publisher = {Искусство}, year = 1970,
  title-en = {Structure of the Artistic Text}, author-latin = {Lotman, Juri}}
@article{shannon, author = {Shannon, Claude E.}, title = {A Mathematical Theory of NATO},
  journaltitle = {Bell System Technical Journal}, year = 1948, volume = 27, number = 3, pages = {379--423}}
@book{abai, author = {Құнанбайұлы, Абай}, title = {Қара сөздер}, title-latin = {Qara sozder}, year = 1993,
  address = {Алматы}, publisher = {Ел}}
"""
ARTICLE = """---
title: Екі тізім
lang: {lang}
bibliography: references.bib
{front}
---

Мәтін [@lotman; @tauba] және [@shannon], [@abai, б. 5].
"""
SYSTEMS = [name for name, system in pipeline.citing.ROMANIZATIONS.items() if system.script == "Latn"]


def composed(folder: Path, second: str, style: str = "", lang: str = "kk"):
    (folder / "manuscript").mkdir()
    text = ARTICLE.replace("{front}", second).replace("{lang}", lang)
    (folder / "manuscript" / "article.md").write_text(text, encoding="utf-8")
    (folder / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    return pipeline.compose(project.find(folder), style)


def lists(document):
    """Keys and texts of the first and the second list, back links left out."""
    bare = rewrite(
        list(document.blocks), lambda node, _: [] if "backlinks" in attributes(node)[1] else node, ""
    )
    found = {}
    for block in walk(bare):
        if block["t"] == "Div" and attributes(block)[0] in ("refs", "refs-latin"):
            name = attributes(block)[0]
            found[name] = {
                attributes(entry)[0].removeprefix("ref-").removeprefix("latin-"): plain(entry).strip()
                for entry in block["c"][1]
            }
    return found["refs"], found["refs-latin"]


@pytest.mark.parametrize("style", ["gost-7-1-2003", "apa"])
def test_both_lists_have_the_same_works_in_the_same_order(tmp_path, style):
    """In every style and by every system: ``tests/acceptance/test_both_lists.py``."""
    first, second = lists(composed(tmp_path, "second-list: iso-9", style).value.document)
    assert len(first) == 4
    assert list(first) == list(second)
    numbers = [[text.split()[0] for text in one.values()] for one in (first, second)]
    if numbers[0][0].strip("[]().").isdigit():
        assert numbers[0] == numbers[1]


def test_title_is_followed_by_its_translation_and_a_hand_made_form_wins(tmp_path):
    made = composed(tmp_path, "second-list: {system: bsi, heading: References}", "gost-7-1-2003")
    first, second = lists(made.value.document)
    assert first["tauba"] == (
        "2. Таубаева, Ш. Ғылыми мақала туралы / Ш. Таубаева // Қазақстан мектебі. – 2019. – № 3. – Б. 2–8."
    )
    assert second["tauba"] == (
        "2. Taubaeva, Sh. Gylymi makala turaly [On the Scientific Article] / Sh. Taubaeva // "
        "Kazakstan mektebi [School of Kazakhstan]. – 2019. – № 3. – P. 2–8."
    )
    assert second["lotman"].startswith("1. Lotman, J. Struktura khudozhestvennogo teksta [Structure of the")
    assert "Qara sozder" in second["abai"]
    assert "A Mathematical Theory of NATO" in second["shannon"]


def test_each_list_may_have_its_own_style(tmp_path):
    front = "second-list: {system: kazakh-latin-2018, style: apa}"
    first, second = lists(composed(tmp_path, front, "gost-7-1-2003").value.document)
    assert first["lotman"].startswith("1. Лотман, Ю. М. Структура")
    assert second["lotman"].startswith("Lotman, J. (1970)")


def test_second_list_stands_below_the_first_under_its_own_heading(tmp_path):
    blocks = composed(tmp_path, "second-list: {system: iso-9, heading: Sources}").value.document.blocks
    headings = [plain(block["c"][2]) for block in blocks if block["t"] == "Header"]
    assert headings == ["Әдебиеттер", "Sources"]
    assert [attributes(block)[0] for block in blocks if block["t"] == "Div"][-2:] == ["refs", "refs-latin"]


def test_entries_bear_the_tag_of_their_letters(tmp_path):
    document = composed(tmp_path, "second-list: iso-9").value.document
    tags = {
        attributes(node)[0]: attributes(node)[2].get("lang")
        for node in walk(document.blocks)
        if attributes(node)[0].startswith("ref-latin-")
    }
    assert tags["ref-latin-tauba"] == "kk-Latn"
    assert tags["ref-latin-lotman"] == "ru-Latn"


def test_title_without_a_translation_is_told(tmp_path):
    notices = composed(tmp_path, "second-list: iso-9").notices
    found = [notice for notice in notices if notice.condition is Condition.TITLE_IS_TRANSLATED]
    assert [notice.detail for notice in found] == ["the reference 'abai' has no title-en for the second list"]
    assert found[0].locus.line == 11


@pytest.mark.parametrize("system", ["esperanto", "kazakh-arabic"])
def test_unknown_system_is_refused_with_the_names_of_those_there_are(tmp_path, system):
    with pytest.raises(BasylymError, match=r"iso-9.*romanization-exists"):
        composed(tmp_path, f"second-list: {system}")


def test_article_without_the_field_has_one_list(tmp_path):
    document = composed(tmp_path, "").value.document
    assert not any(attributes(node)[0] == "refs-latin" for node in walk(document.blocks))


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "gost-r-7-0-5-2008"])
def test_sorted_list_follows_the_kazakh_alphabet(tmp_path, style):
    names = (
        "Әбіш Азат Бек Ғабит Галым Қали Кәрім Ңар Нар Өмір Омар Үсен Ұлық Улан Һадис Хасен Ілияс Ырыс Эрик"
    )
    names = names.split()
    entries = [
        f"@book{{k{n}, author={{{name}, А.}}, title={{Т}}, year=2000}}" for n, name in enumerate(names)
    ]
    (tmp_path / "manuscript").mkdir()
    cites = " ".join(f"[@k{n}]" for n in range(len(names)))
    front = "---\ntitle: Т\nlang: kk\nbibliography: references.bib\n---\n\n"
    (tmp_path / "manuscript" / "article.md").write_text(front + cites, encoding="utf-8")
    (tmp_path / "references.bib").write_text("\n".join(entries), encoding="utf-8")
    document = pipeline.compose(project.find(tmp_path), style).value.document
    order = [
        int(attributes(node)[0].removeprefix("ref-k"))
        for node in walk(document.blocks)
        if attributes(node)[0].startswith("ref-k")
    ]
    alphabet = pipeline.LANGUAGES["kk"].letters
    by_alphabet = sorted(names, key=lambda name: [alphabet.index(letter) for letter in name.lower()])
    assert [names[n] for n in order] == by_alphabet


@pytest.mark.parametrize("name", ["chicago", "gost-7-1", "chicago-author-date"])
def test_style_may_be_named_by_its_start_where_only_one_starts_so(tmp_path, name):
    first, _ = lists(composed(tmp_path, "second-list: iso-9", name).value.document)
    assert len(first) == 4


def test_start_that_several_styles_share_names_none_of_them(tmp_path):
    with pytest.raises(BasylymError, match="style-exists"):
        composed(tmp_path, "", "gost")


def test_manual_names_every_style_and_system():
    page = manual.references()
    assert all(f"`{name}`" in page for name in [*resources.styles(), *SYSTEMS])
    assert "`title" not in page.split("## A second list")[0]
    assert "- `X-en`: X in English" in page


LATIN_TITLE = "The U.S. Policy in Central Asia and NATO's CASA-100"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("style", resources.styles())
def test_abbreviations_in_an_english_title_keep_their_capitals(tmp_path, style, lang):
    (tmp_path / "manuscript").mkdir()
    front = f"---\ntitle: Т\nlang: {lang}\nbibliography: references.bib\n---\n\n[@starr]\n"
    (tmp_path / "manuscript" / "article.md").write_text(front, encoding="utf-8")
    entry = "@article{starr, author={Starr, F.}, journal={U.S. Affairs}, year=2014, title={TITLE}}"
    entry = entry.replace("TITLE", LATIN_TITLE)
    (tmp_path / "references.bib").write_text(entry, encoding="utf-8")
    document = pipeline.compose(project.find(tmp_path), style).value.document
    text = next(plain(node) for node in walk(document.blocks) if attributes(node)[0] == "ref-starr")
    assert re.search(r"The U\.S\. \w+ in", text)
    assert "CASA-100" in text
    assert re.search(r"U\.?S\.? Affairs", text)  # Vancouver takes the full stops away
    if lang != "en":
        assert LATIN_TITLE in text.replace("’", "'")
