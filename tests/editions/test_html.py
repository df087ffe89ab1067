"""The web page: whole, alone, harmless, and in the language of its article."""

import base64
import dataclasses
import hashlib
import json
import re
from urllib.parse import unquote

import pytest

import galleys
from basylym.adapters import markup
from basylym.editions import _page, html
from basylym.languages import en, kk, ru
from basylym.model.notices import Condition


def opened(made):
    return markup.page(made.value.decode()), made


def page(galley):
    return opened(html.edition(galley))


@pytest.fixture(scope="module")
def everything():
    return opened(galleys.printed(galleys.EVERYTHING, html.FORMAT))


@pytest.fixture(scope="module")
def kazakh(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kazakh")
    galley = galleys.kazakh(folder, html.FORMAT)
    return page(galley)


def test_everything_is_kept_and_nothing_is_said_to_be_lost(everything):
    assert [notice for notice in everything[1].notices if notice.condition.severity == "error"] == []
    galley = galleys.of(galleys.EVERYTHING, html.FORMAT)
    assert html.prove(galley, everything[1].value).notices == ()


def test_a_passage_that_is_left_out_is_noticed(tmp_path):
    text = "---\nlang: en\ntitle: T\n---\n\nFirst.\n\nSecond one.[^1]\n\n[^1]: Note.\n"
    galley = galleys.written(tmp_path, html.FORMAT, text)
    content = html.edition(galley).value
    assert html.prove(galley, content).notices == ()
    for passage in (b"First.", b"Second one.", b"Note."):
        lost = html.prove(galley, content.replace(passage, b"")).notices
        assert [notice.condition for notice in lost] == [Condition.EDITION_KEEPS_TEXT]


def test_a_page_has_one_title_one_main_and_the_landmarks(everything):
    root, _ = everything
    for path in ("//h1", "//main", "//main/article", "//nav", "//body/header", "//article/footer"):
        assert len(root.xpath(path)) == 1, path
    assert root.get("lang") == "en"
    assert root.xpath("//details/@lang") == ["ru", "kk"]


def test_nothing_is_loaded_from_outside_and_nothing_runs(everything):
    root, made = everything
    written = made.value.decode()
    for address in root.xpath("//@src"):
        assert address.startswith("data:")
    assert root.xpath("//link/@href") == ["data:,"]  # or a browser asks the server for an icon
    assert root.xpath("//iframe | //object | //embed | //script[not(@type)]") == []
    assert root.xpath("//script/@type") == ["application/ld+json"]
    assert root.xpath("//@style") == []
    assert not re.search(r"url\((?!data:)|@import", written)


def test_the_policy_allows_this_style_sheet_and_no_other(everything):
    root, made = everything
    style = re.search(r"<style>(.*?)</style>", made.value.decode(), re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_every_link_inside_the_page_leads_to_a_place_and_every_name_is_given_once(everything):
    root, _ = everything
    names = root.xpath("//@id")
    assert len(names) == len(set(names))
    for target in root.xpath("//a/@href[starts-with(., '#')]"):
        assert unquote(target[1:]) in names


def test_each_note_has_its_call_and_a_way_back(everything):
    root, _ = everything
    calls = root.xpath("//a[@role='doc-noteref']/@href")
    notes = root.xpath("//section[@id='footnotes']/ol/li/@id")
    assert calls
    assert [f"#{name}" for name in notes] == calls
    assert len(root.xpath("//section[@id='footnotes']//a[@role='doc-backlink']")) == len(notes)


def test_the_notes_stand_before_the_references(everything):
    root, _ = everything
    order = [element.get("id") for element in root.iter() if element.get("id") in ("footnotes", "refs")]
    assert order == ["footnotes", "refs"]


def test_tables_and_code_scroll_in_a_box_that_the_keyboard_reaches(everything):
    root, _ = everything
    for box in [*root.xpath("//div[@class='scroll']"), *root.xpath("//pre")]:
        assert box.get("tabindex") == "0"
        assert root.xpath(f"//*[@id='{box.get('aria-labelledby')}']")


def test_scholars_search_engines_find_what_the_front_matter_gives(everything):
    root, _ = everything
    assert len(root.xpath("//meta[@name='citation_author']")) == 5
    assert root.xpath("//meta[@name='citation_publication_date']/@content") == ["2025/03/14"]
    linked = json.loads(root.xpath("//script/text()")[0])
    assert linked["@type"] == "ScholarlyArticle"
    assert linked["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "Journal of Specimens"


def test_nothing_is_said_of_what_was_not_given(kazakh):
    root, _ = kazakh
    for name in ("citation_author", "citation_publication_date", "citation_doi", "citation_abstract"):
        assert root.xpath(f"//meta[@name='{name}']") == []
    linked = json.loads(root.xpath("//script/text()")[0])
    assert "author" not in linked or linked["author"] == []
    assert "datePublished" not in linked
    assert kk.LANGUAGE.terms.missing_author in _page.text(root.find("body"))


def test_a_kazakh_page_says_nothing_in_english_or_russian(kazakh):
    root, _ = kazakh
    for foreign in root.xpath(
        "//*[local-name()='math'] | //code | //*[@translate='no'] | //style | //script"
    ):
        markup.remove(foreign)
    said = [_page.text(root.find("body")), *root.xpath("//body//@aria-label"), *root.xpath("//body//@title")]
    told = galleys.LATIN_NAMES.sub("", " ".join(said))
    assert re.findall(r"[A-Za-z]+", told) == []
    own = {getattr(kk.LANGUAGE.terms, field.name) for field in dataclasses.fields(kk.LANGUAGE.terms)}
    for pack in (ru.LANGUAGE, en.LANGUAGE):
        for field in dataclasses.fields(pack.terms):
            term = getattr(pack.terms, field.name)
            if "{n}" not in term and "{fonts}" not in term and term not in own:
                assert term not in told, (pack.tag, field.name)


def test_a_page_without_an_abstract_is_described_by_its_first_words(kazakh):
    assert kazakh[0].xpath("//meta[@name='description']/@content")[0].startswith("Мәтін")


def test_others_can_cite_the_article_in_words_as_bibtex_and_as_ris(everything):
    root, _ = everything
    assert "Aida S.\u00a0Specimen" in root.xpath("//p[@class='whole-entry']/text()")[0]
    bibtex, ris = root.xpath("//div[contains(@class, 'cite')]//pre/text()")
    assert bibtex.startswith("@article{specimen-2025-1-007,")
    assert "author = {Specimen, Aida S. and Sample, Boris T. and {Claire d’Essai}" in bibtex
    assert ris.splitlines()[0] == "TY  - JOUR"
    assert "DO  - 10.00000/specimen.2025.1.007" in ris
    saved = root.xpath("//a[@download]")
    assert [link.get("download") for link in saved] == ["article.bib", "article.ris"]
    assert [unquote(link.get("href").partition(",")[2]) for link in saved] == [bibtex, ris]


def test_bibtex_takes_signs_that_mean_something_to_it(tmp_path):
    text = '---\nlang: en\ntitle: "50 % & {x}_1 \\\\ #"\nauthor: A. B. Smith & Sons\n---\n\nWord.\n'
    root, _ = page(galleys.written(tmp_path, html.FORMAT, text))
    bibtex = root.xpath("//div[contains(@class, 'cite')]//pre/text()")[0]
    assert "\\%" in bibtex
    assert "\\&" in bibtex
    assert re.search(r"(?<!\\)[%&#_]", bibtex) is None


def test_what_has_no_title_is_not_cited(kazakh, tmp_path):
    assert kazakh[0].xpath("//div[contains(@class, 'cite')]")
    root, _ = page(galleys.written(tmp_path, html.FORMAT, "---\nlang: kk\n---\n\nМәтін.\n"))
    assert root.xpath("//div[contains(@class, 'cite')]") == []


def test_a_call_carries_what_it_leads_to_and_a_heading_its_address(everything):
    root, _ = everything
    calls = root.xpath("//a[@role='doc-noteref'] | //*[@class='text']//a[starts-with(@href, '#ref-')]")
    assert len(calls) > 10
    for call in calls:
        aim = root.xpath(f"//*[@id='{unquote(call.get('href')[1:])}']")[0]
        said = re.sub(r"\W", "", _page.text(aim))
        assert re.sub(r"\W", "", call.get("data-shown"))[:40] in said
        assert "↑" not in call.get("data-shown")
    for link in root.xpath("//a[@class='anchor']"):
        assert link.get("href") == f"#{link.getparent().getparent().get('id')}"
    assert root.xpath("//a[@class='anchor']")


def test_a_title_that_the_press_supplied_says_so(tmp_path):
    galley = galleys.written(tmp_path, html.FORMAT, '---\nlang: kk\ntitle: "[Атау]"\n---\n\nМәтін.\n')
    root, _ = page(galley)
    assert kk.LANGUAGE.terms.supplied in _page.text(root.find("body"))
    assert root.xpath("//meta[@name='citation_title']") == []


def test_an_article_without_a_title_still_has_a_heading(tmp_path):
    root, _ = page(galleys.written(tmp_path, html.FORMAT, "---\nlang: kk\n---\n\nМәтін.\n"))
    assert _page.text(root.xpath("//h1")[0]) == f"[{kk.LANGUAGE.terms.article}]"


def test_hostile_front_matter_and_text_stay_text(tmp_path):
    text = """---
lang: en
title: "T </title><script>alert(1)</script>"
author: "</script><img src=x onerror=alert(1)>"
notice: "<b onclick=x>n</b> {{ 7*7 }}"
abstract: "{% raw %} </style> ${x}"
---

A [word]{onclick="alert(1)" style="position:fixed"} and [a link](javascript:alert(1)){onmouseover=x}.
"""
    root, _ = page(galleys.written(tmp_path, html.FORMAT, text))
    assert len(root.xpath("//script")) == 1
    assert root.xpath("//img | //b[@onclick]") == []
    assert root.xpath("//@*[starts-with(name(), 'on')]") == []
    assert root.xpath("//a[starts-with(@href, 'javascript')]") == []
    assert "49" not in _page.text(root.xpath("//p[@class='notice']")[0])


def test_a_passage_in_a_language_without_a_pack_is_kept(tmp_path):
    text = "---\nlang: kk\ntitle: {kk: Атау, de: Titel}\nabstract: {de: Kurz gesagt}\n---\n\nМәтін.\n"
    root, made = page(galleys.written(tmp_path, html.FORMAT, text))
    assert made.notices == ()
    assert root.xpath("//details/@lang") == ["de"]


def test_a_list_of_tasks_keeps_its_boxes_as_signs(tmp_path):
    galley = galleys.written(
        tmp_path, html.FORMAT, "---\nlang: en\ntitle: T\n---\n\n- [ ] To do\n- [x] Done\n"
    )
    made = html.edition(galley)
    assert made.notices == ()
    assert html.prove(galley, made.value).notices == ()
    assert "☐" in made.value.decode()
