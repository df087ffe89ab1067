"""Damage done on purpose to each edition, case by case: proving it fails, and shows the place."""

import re
import shutil

import pytest

import galleys
import pdf_damage
from basylym import pipeline, project
from basylym.adapters import epub
from basylym.model.notices import BasylymError, Condition
from pdf_damage import described, drawn, led_elsewhere, misspelt, tags_swapped, twice, undrawn, untagged

ARTICLE = """---
lang: en
title: Harbours of the north
author: A. Author
date: 2024-05-06
abstract: What the abstract says in brief.
bibliography: references.bib
csl: ieee
---

The first paragraph speaks of lanterns along the quay [@a].

A second paragraph tells of ropes and barrels.[^1]

Here the formula $p + q$ is given for everyone [@b].

[^1]: What the footnote says at length.

# Places

![Plan of the breakwater](figure.png){#fig:plan alt="A grey square"}

The last paragraph mentions @fig:plan again.
"""
BIB = """@book{a, author={Seaman, Ann}, title={Lights of the Coast}, year={1999}, publisher={Press}}
@book{b, author={Keeper, Bob}, title={Sums for Sailors}, year={2004}, publisher={Press}}
"""
FORMS = ("pdf", "epub", "html", "jats", "docx")
BLOCK = {"epub": "p", "html": "p", "jats": "p", "docx": "w:p"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Form -> the galley and the edition printed from it; the PDF is laid out once."""
    root = tmp_path_factory.mktemp("harbours")
    (root / "article.md").write_text(ARTICLE, "utf-8")
    (root / "references.bib").write_text(BIB, "utf-8")
    (root / "figure.png").write_bytes(galleys.PNG)
    composed = pipeline.compose(project.find(root / "article.md"))
    assert composed.notices == ()
    sheets = {name: pipeline.galley(composed.value, pipeline.FORMATS[name]) for name in FORMS}
    editions = {name: pipeline.FORMATS[name].print(sheets[name]).value for name in FORMS}
    shutil.rmtree(root)
    return {name: (sheets[name], editions[name]) for name in FORMS}


def proven(name, galley, content):
    try:
        return pipeline.FORMATS[name].prove(galley, content).notices
    except BasylymError as error:
        return (error.notice,)


# As text: the one file of a page, the page of a book, the main part of a DOCX and its notes


def parts(name, content):
    """The files of an edition, and those of them that hold its text."""
    if name in ("html", "jats"):
        return {"": content}, [""]
    files = epub.unpack(content)
    inside = {"epub": ["EPUB/text/ch001.xhtml"], "docx": ["word/document.xml", "word/footnotes.xml"]}
    return files, inside[name]


def spoiled(name, content, damage):
    files, inside = parts(name, content)
    changed = {file: damage(files[file].decode(), name).encode() for file in inside}
    assert any(changed[file] != files[file] for file in inside), "no damage was done"
    files = {**files, **changed}
    return files[""] if "" in files else epub.pack(files, 0x20000000, **_first(files))


def _first(files):
    return {"first": "[Content_Types].xml"} if "[Content_Types].xml" in files else {}


def loosely(words):
    """The words wherever soft hyphens, no-break spaces or the edges of runs stand in them."""
    gap = r"(?:\u00ad|&#173;|&shy;|</w:t></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)*"
    letters = [r"(?:\s|\u00a0)+" if letter == " " else re.escape(letter) for letter in words]
    return gap.join(letters)


def replaced(words, others):
    def damage(text, _):
        return re.sub(loosely(words), others, text)

    return damage


def blocks(text, name):
    tag = BLOCK[name]
    return [found.group() for found in re.finditer(rf"<{tag}(?: [^>]*)?>.*?</{tag}>", text, re.DOTALL)]


def holding(text, name, words):
    return next((block for block in blocks(text, name) if re.search(loosely(words), block)), None)


def paragraphs_swapped(text, name):
    first, second = (holding(text, name, words) for words in ("lanterns along", "ropes and barrels"))
    if not first or not second:
        return text
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


def citation_changed(text, name):
    """[1] and no other number, where the first paragraph cites."""
    paragraph = holding(text, name, "lanterns along")
    return (
        text.replace(paragraph, re.sub(r"(?<=\[)1(?=\])|(?<=>)1(?=<)|\[1\]", "7", paragraph, count=1))
        if paragraph
        else text
    )


def citation_led_elsewhere(text, _):
    """It says [1] as before, and leads to the second reference."""
    return re.sub(r"""(href="[^"]*#|\brid="|w:anchor=")ref-a\"""", r'\1ref-b"', text)


def citation_exchanged(text, _):
    """[1] has become [2], in words and in what it leads to."""
    changed = citation_led_elsewhere(text, _)
    return re.sub(r"(ref-b\"[^>]*>(?:<[^>]+>)*\[?)1", r"\g<1>2", changed, count=1)


def reference_dropped(text, name):
    if name == "docx":
        return text.replace(holding(text, name, "Keeper") or "", "")
    pattern = r"<ref id=\"ref-b\".*?</ref>" if name == "jats" else r"<div id=\"ref-b\".*?</div>\s*</div>"
    return re.sub(pattern, "", text, flags=re.DOTALL)


def image_removed(text, name):
    patterns = {"jats": r"<graphic .*?</graphic>", "docx": r"<w:drawing>.*?</w:drawing>"}
    return re.sub(patterns.get(name, r"<img [^>]*>"), "", text, flags=re.DOTALL)


def formula_removed(text, name):
    patterns = {"jats": r"<inline-formula>.*?</inline-formula>", "docx": r"<m:oMath>.*?</m:oMath>"}
    return re.sub(patterns.get(name, r"<math .*?</math>"), "", text, flags=re.DOTALL)


WRITTEN = {
    "a word lost": (replaced("ropes and barrels", "ropes barrels"), "barrels"),
    "a word doubled": (replaced("ropes and barrels", "ropes and and barrels"), "ropes"),
    "two paragraphs swapped": (paragraphs_swapped, "Asecondparagraph"),
    "a note's body lost": (replaced("What the footnote says at length.", ""), "footnote"),
    "a caption lost": (replaced("Plan of the breakwater", ""), "breakwater"),
    "a citation changed": (citation_changed, "quay"),
    "a citation led elsewhere": (citation_led_elsewhere, "toref-b"),
    "a citation exchanged for another": (citation_exchanged, "quay"),
    "a reference dropped": (reference_dropped, "Keeper"),
    "an image removed": (image_removed, "\ufffc"),
    "a formula removed": (formula_removed, "theformula"),
    "the title lost": (replaced("Harbours of the north", ""), "Harbours"),
}


def shown(notice):
    """What a notice quotes, without the spaces that the lines of a PDF leave out."""
    return re.sub(r"\s", "", notice.detail)


@pytest.mark.parametrize("name", [name for name in FORMS if name != "pdf"])
@pytest.mark.parametrize("damage", WRITTEN)
def test_damage_to_what_is_written_is_found_and_its_place_shown(made, name, damage):
    galley, content = made[name]
    assert proven(name, galley, content) == ()
    spoil, place = WRITTEN[damage]
    found = proven(name, galley, spoiled(name, content, spoil))
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}
    assert any(place in shown(notice) for notice in found), [one.detail for one in found]


# A PDF: what its pages draw, and the tags that say in which order it is read


DRAWN = {
    "words lost": (drawn("ropes and barrels", undrawn), "Asecondparagraph"),
    "words doubled": (drawn("ropes and barrels", twice), "opesandbarrels"),
    "two paragraphs swapped": (tags_swapped, "paragraph"),
    "a note's body lost": (drawn("What the footnote", undrawn), "footnote"),
    "a caption lost": (drawn("Plan of", undrawn), "Planof"),
    "a citation changed": (drawn("1", misspelt), "quay"),
    "a citation led elsewhere": (led_elsewhere("ref-a", "ref-b"), "toref-b"),
    "a citation without its link": (led_elsewhere("ref-a", "sec-x"), "ref-a"),
    "a reference dropped": (drawn("Keeper", undrawn), "Keeper"),
    "an image removed": (untagged("/Figure", described("square")), "\ufffc"),
    "a formula removed": (untagged("/Figure", described("p")), "theformula"),
    "the title lost": (drawn("Harbours of the north", undrawn), "Harbours"),
}


@pytest.mark.parametrize("damage", DRAWN)
def test_damage_to_a_pdf_is_found_and_its_place_shown(made, damage):
    galley, content = made["pdf"]
    assert proven("pdf", galley, content) == ()
    spoil, place = DRAWN[damage]
    found = proven("pdf", galley, pdf_damage.spoiled(content, spoil))
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}
    assert any(place in shown(notice) for notice in found), [one.detail for one in found]
