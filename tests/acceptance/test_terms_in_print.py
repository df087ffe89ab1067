"""Every language pack through every edition: what the press adds is in the language of the article, only."""

import html
import io
import re
import zipfile
from dataclasses import fields

import pypdfium2
import pytest

from basylym import pipeline, project
from basylym.model.language import Terms
from trees import PACKS

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
NEUTRAL = {"IRSTI", "UDC", "№"}  # a name that other languages keep, or a sign
ARTICLE = """---
title: {{{tag}: "1 + 1"}}
lang: {tag}
author: [{{name: X Y, affiliations: Z, orcid: 0000-0002-1825-0097, email: a@example.org, corresponding: true,
  about: Q}}]
abstract: {{{tag}: "2 + 2"}}
keywords: {{{tag}: ["3"]}}
date: 2024-05-06
received: 2024-01-02
accepted: 2024-02-03
published: 2024-05-06
licence: CC BY 4.0
irsti: 19.01.11
udc: "655"
doi: 10.00000/x
journal: {{title: J, issn: 0000-0000}}
volume: 5
issue: 6
pages: 7-8
bibliography: references.bib
---

# 1 {{#sec:a}}

@fig:a, @tbl:a, @eq:a, @sec:a, @fig:zz [@a] [@empty] 4[^1] ![5](none.svg)

[^1]: 6

![7](a.svg){{#fig:a}}

| 8 | 9 |
|---|---|
| 1 | 2 |

: 3 {{#tbl:a}}

$$x$$ {{#eq:a}}
"""
BIBLIOGRAPHY = """
@book{a, author = {1, 2}, title = {3}, edition = {2}, publisher = {4}, address = {5}, year = 2000,
  pagetotal = {9},
  editor = {6, 7}, translator = {8, 9}, volume = {3}, url = {https://example.org/1}, urldate = {2024-02-03}}
@misc{empty, keywords = {basylym-placeholder}}
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Tag -> suffix -> the words of the edition of one article that holds signs and figures only."""
    made = {}
    for tag in PACKS:
        folder = tmp_path_factory.mktemp(tag)
        (folder / "manuscript").mkdir()
        (folder / "manuscript" / "article.md").write_text(ARTICLE.format(tag=tag), encoding="utf-8")
        (folder / "manuscript" / "a.svg").write_text(PICTURE, encoding="utf-8")
        (folder / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
        built = pipeline.build(project.find(folder), pipeline.FORMATS, "gost-7-1-2003").value
        made[tag] = {edition.suffix: words(edition) for edition in built}
    return made


def words(edition):
    if edition.suffix.endswith(".pdf"):
        pages = pypdfium2.PdfDocument(edition.content)
        return " ".join(page.get_textpage().get_text_range() for page in pages)
    if edition.suffix.endswith((".epub", ".docx")):
        told = (".xhtml", ".opf", ".ncx", "/document.xml", "/footnotes.xml", "/core.xml")
        with zipfile.ZipFile(io.BytesIO(edition.content)) as book:
            names = [name for name in book.namelist() if name.endswith(told)]
            return " ".join(seen(book.read(name).decode()) for name in names)
    return seen(edition.content.decode())


def seen(page):
    """Text and the attributes that are read aloud."""
    page = re.sub(r"(?s)<(style|script)\b.*?</\1>", " ", page)
    page = re.sub(r'(?s)<(p|pre)\b[^>]*translate="no".*?</\1>', " ", page)  # formats for programs
    spoken = re.findall(r'(?:aria-label|alt|title|summary)="([^"]*)"', page)
    return html.unescape(" ".join([re.sub(r"<[^>]+>", " ", page), *spoken]))


def terms(tag):
    """What a pack adds to a page, as regular expressions; only what has three letters or more."""
    found = {}
    for field in fields(Terms):
        text = getattr(PACKS[tag].terms, field.name).replace("\u00a0", " ")
        bare = re.sub(r"\{\w+\}", "", text).strip(" .():-")
        if sum(letter.isalpha() for letter in bare) >= 3 and bare not in NEUTRAL:
            found[field.name] = bare
    return found


PAIRS = [(tag, other) for tag in PACKS for other in PACKS if tag != other]


@pytest.mark.parametrize(("tag", "other"), PAIRS)
def test_no_edition_prints_a_term_of_another_language(printed, tag, other):
    own = " ".join(getattr(PACKS[tag].terms, field.name) for field in fields(Terms)).lower()
    for suffix, text in printed[tag].items():
        for name, term in terms(other).items():
            if re.search(rf"(?<!\w){re.escape(term.lower())}(?!\w)", own):
                continue  # the two languages share the word
            found = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text)
            assert not found, f"{suffix} in {tag} prints {other}.{name}: {term!r}"


@pytest.mark.parametrize("tag", PACKS)
def test_every_edition_prints_terms_of_its_own_language(printed, tag):
    for suffix, text in printed[tag].items():
        for name in ("abstract", "keywords", "references", "missing_reference"):
            term = getattr(PACKS[tag].terms, name)
            assert term.lower() in re.sub(r"\s+", " ", text.replace("\u00ad", "")).lower(), (
                suffix,
                name,
            )


@pytest.mark.parametrize("tag", [tag for tag in PACKS if PACKS[tag].script == "Cyrl"])
def test_cyrillic_edition_has_no_latin_word_but_names(printed, tag):
    names = (
        "DOI ORCID CC BY IRSTI UDC ISSN URL PDF EPUB XMP WCAG Basylym Source Serif Sans Noto Mono STIX Two "
        "Math example org https doi http www orcid creativecommons licenses by mailto uuid urn svg "
        "fig none zz"
    ).split()
    page = printed[tag][".html"]
    visible = re.sub(r"\S+(?:://|@|\.org)\S*", " ", page)
    found = set(re.findall(r"(?<!\w)[A-Za-z]{2,}(?!\w)", visible)) - set(names)
    assert not found, found
