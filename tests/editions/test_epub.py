"""The EPUB: its package, its navigation, its notes, and that nothing of the article is lost."""

import dataclasses
import re

import pytest

import galleys
from basylym.adapters import epub as container
from basylym.adapters import markup
from basylym.editions import _page, epub
from basylym.languages import en, kk, ru
from basylym.model.notices import Condition

X = "{http://www.w3.org/1999/xhtml}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPS = "{http://www.idpf.org/2007/ops}"


def opened(content):
    files = container.unpack(content)
    return {
        name: markup.parse_xml(content)
        for name, content in files.items()
        if name.endswith((".xhtml", ".opf", ".ncx"))
    }


@pytest.fixture(scope="module")
def everything():
    made = epub.edition(galleys.of(galleys.EVERYTHING, epub.FORMAT))
    return opened(made.value), made


@pytest.fixture(scope="module")
def kazakh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kazakh")
    return opened(epub.edition(galleys.kazakh(folder, epub.FORMAT)).value)


def metadata(package, name):
    return [meta.text for meta in package.iter("{*}meta") if meta.get("property") == name]


def test_everything_is_kept_and_nothing_is_said_to_be_lost(everything):
    assert [notice for notice in everything[1].notices if notice.condition.severity == "error"] == []
    galley = galleys.of(galleys.EVERYTHING, epub.FORMAT)
    assert epub.prove(galley, everything[1].value).notices == ()


def test_a_passage_that_is_left_out_is_noticed(tmp_path):
    text = "---\nlang: en\ntitle: T\n---\n\nFirst.\n\nSecond one.[^1]\n\n[^1]: Note.\n"
    galley = galleys.written(tmp_path, epub.FORMAT, text)
    content = epub.edition(galley).value
    assert epub.prove(galley, content).notices == ()
    for passage in (b"First.", b"Second one.", b"Note."):
        files = {name: part.replace(passage, b"") for name, part in container.unpack(content).items()}
        lost = epub.prove(galley, container.pack(files, 0x20000000)).notices
        assert [notice.condition for notice in lost] == [Condition.EDITION_KEEPS_TEXT]


def test_the_package_says_who_what_when_and_in_which_language(everything):
    package = everything[0]["EPUB/content.opf"]
    assert [one.text for one in package.iter(f"{DC}identifier")] == [
        "https://doi.org/10.00000/specimen.2025.1.007"
    ]
    assert len(list(package.iter(f"{DC}creator"))) == 5
    assert [one.text for one in package.iter(f"{DC}language")] == ["en"]
    assert "hyphenation" in [one.text for one in package.iter(f"{DC}subject")]
    assert metadata(package, "dcterms:modified") == ["2025-03-14T00:00:00Z"]
    assert "MathML" in metadata(package, "schema:accessibilityFeature")
    assert metadata(package, "schema:accessibilityHazard") == ["none"]
    assert metadata(package, "schema:accessibilitySummary") == [en.LANGUAGE.terms.accessibility]


def test_the_navigation_names_every_section_and_leads_to_it(everything):
    files, _ = everything
    names = set(files["EPUB/text/ch001.xhtml"].xpath("//@id"))
    places = files["EPUB/nav.xhtml"].xpath("//*[local-name()='a']/@href")
    assert len(places) > 5
    assert places.count("text/cover.xhtml") == 1
    assert {place.partition("#")[2] for place in places if "#" in place} <= names


def test_notes_open_in_place_and_lead_back(everything):
    page = everything[0]["EPUB/text/ch001.xhtml"]
    calls = [link for link in page.iter(f"{X}a") if link.get(f"{OPS}type") == "noteref"]
    notes = {aside.get("id"): aside for aside in page.iter(f"{X}aside")}
    assert calls
    assert [link.get("href").removeprefix("#") for link in calls] == list(notes)
    for name, aside in notes.items():
        assert aside.get("role") == "doc-footnote"
        back = aside.find(f".//{X}a")
        assert back.get("role") == "doc-backlink"
        assert back.get("href") == f"#{name.replace('fn', 'fnref')}"


def test_formulas_are_mathml_and_languages_are_marked_twice(everything):
    page = everything[0]["EPUB/text/ch001.xhtml"]
    assert page.xpath("//*[local-name()='math']")
    for element in page.iter(f"{X}*"):
        assert element.get("lang") == element.get("{http://www.w3.org/XML/1998/namespace}lang")


def test_the_style_leaves_colour_to_the_night(everything):
    style = container.unpack(everything[1].value)["EPUB/styles/stylesheet1.css"].decode()
    assert not re.search(r"(?<![-\w])(color|background(-color)?)\s*:", style)
    assert not re.search(r"#[0-9a-f]{3,6}\b|\d(px|pt)\b", style)


def test_a_kazakh_book_says_nothing_in_english_or_russian(kazakh):
    told = []
    for name, root in kazakh.items():
        if name.endswith(".opf"):
            continue
        for foreign in root.xpath("//*[local-name()='math' or local-name()='code' or local-name()='head']"):
            markup.remove(foreign)
        told += ["".join(root.itertext()), *root.xpath("//@aria-label"), *root.xpath("//@title")]
    package = kazakh["EPUB/content.opf"]
    told += [
        *(one.text for one in package.iter(f"{DC}title", f"{DC}creator", f"{DC}subject", f"{DC}description")),
        *metadata(package, "schema:accessibilitySummary"),
    ]
    text = galleys.LATIN_NAMES.sub("", " ".join(told))
    assert re.findall(r"[A-Za-z]+", text) == []
    own = {getattr(kk.LANGUAGE.terms, field.name) for field in dataclasses.fields(kk.LANGUAGE.terms)}
    for pack in (ru.LANGUAGE, en.LANGUAGE):
        for field in dataclasses.fields(pack.terms):
            term = getattr(pack.terms, field.name)
            if "{n}" not in term and "{fonts}" not in term and term not in own:
                assert term not in text, (pack.tag, field.name)


def test_names_and_addresses_that_a_book_may_not_hold_are_mended(tmp_path):
    text = """---
lang: en
title: T
---

# One {#fn1}

See [one](#fn1), [bad](<https://[bad>), [doi](doi:10.1000/1).[^1]

[^1]: A\u0001B.
"""
    made = epub.edition(galleys.written(tmp_path, epub.FORMAT, text))
    page = opened(made.value)["EPUB/text/ch001.xhtml"]
    assert page.xpath("//*[local-name()='a'][.='one']/@href") == ["#of-fn1"]
    assert page.xpath("//*[local-name()='a'][.='doi']/@href") == ["https://doi.org/10.1000/1"]
    assert page.xpath("//*[local-name()='a'][.='bad']") == []
    assert [notice.condition for notice in made.notices] == [Condition.MARKUP_IS_SAFE]
    body = _page.text(page.find(f"{X}body"))
    assert "bad" in body
    assert "AB." in body


def test_a_list_of_tasks_keeps_its_boxes_as_signs(tmp_path):
    galley = galleys.written(
        tmp_path, epub.FORMAT, "---\nlang: en\ntitle: T\n---\n\n- [ ] To do\n- [x] Done\n"
    )
    made = epub.edition(galley)
    assert made.notices == ()
    assert epub.prove(galley, made.value).notices == ()
    assert "☐" in "".join(epub.spine(made.value).itertext())
