"""Front matter of other presses becomes ours; the body of a Markdown file stays as it is."""

import pytest

from basylym.adapters import front as fronts
from basylym.adapters import yaml
from basylym.model.notices import BasylymError, Condition
from basylym.receive import receive
from basylym.stages import given

BODY = "# Summary\n\nThe text [@smith2010] with `code  here`.\n"
BIB = b"@book{smith2010, author={Smith, J.}, title={Things}, year={2010}}\n"
JOSS = """---
title: 'Gala: A Python package'
tags:
  - Python
  - astronomy
authors:
  - name: Adrian M. Price-Whelan
    orcid: 0000-0002-1825-0097
    equal-contrib: true
    affiliation: "1, 2"
  - name: Author Without ORCID
    affiliation: 2
affiliations:
  - name: Lyman Spitzer
    index: 1
  - name: Institution
    index: 2
date: 13 August 2017
bibliography: paper.bib
---

"""
QUARTO = """---
title: A title
author:
  - name: {given: Jane, family: Doe}
    orcid: 0000-0002-1825-0097
    attributes: {corresponding: true}
    affiliations: [{name: University}]
abstract: Said.
citation: {container-title: A Journal, volume: 3, doi: 10.1234/abc}
format: {html: default}
csl: nowhere.csl
---

"""
MYST = """---
title: A title
authors:
  - name: Jane Doe
    affiliations: [one]
    corresponding: true
affiliations:
  - id: one
    name: University
parts: {abstract: Said so.}
venue: {title: A Journal}
exports: [{format: pdf}]
---

"""
METADATA = b"""title: Manubot title
keywords: [one, two]
lang: en-US
authors:
  - name: Jane Roe
    initials: JR
    orcid: 0000-0002-1825-0097
    email: jane@example.org
    affiliations: [Department, University]
"""


def read(text, **beside):
    files = {name.replace("_", "."): content for name, content in beside.items()}
    return receive(text.encode(), "paper.md", beside=files.get)


def checked(outcome):
    """The front matter as the press will read it from the file it writes."""
    written = given.front_matter({}, outcome.value.front, "en")
    return fronts.check(yaml.load(written.strip("-\n"), "a.md", 1), "a.md", {}, "en")


def kept(outcome):
    text = outcome.value.source.text
    return text[outcome.value.known[0].edit.end :] if outcome.value.known else text


def test_joss():
    outcome = read(JOSS + BODY, paper_bib=BIB)
    front = checked(outcome)
    assert front.title == {"en": "Gala: A Python package"}
    assert [person.name["en"] for person in front.contributors] == [
        "Adrian M. Price-Whelan",
        "Author Without ORCID",
    ]
    assert front.contributors[0].affiliations == (0, 1)
    assert front.keywords == {"en": ("Python", "astronomy")}
    assert str(front.date) == "2017-08-13"
    assert outcome.value.bibliography == BIB.decode().strip()
    assert kept(outcome) == BODY


def test_quarto():
    outcome = read(QUARTO + BODY)
    front = checked(outcome)
    assert front.contributors[0].name == {"en": "Jane Doe"}
    assert front.contributors[0].corresponding
    assert front.masthead.title == "A Journal"
    assert (front.masthead.volume, front.doi) == ("3", "10.1234/abc")
    assert front.style == ""
    assert any("nowhere.csl" in notice.detail for notice in outcome.notices)


def test_date_that_is_the_day_of_printing_is_left_out_and_told():
    outcome = read("---\ntitle: T\ndate: today\n---\n\nThe text.\n")
    assert "date" not in outcome.value.front
    assert [notice.detail for notice in outcome.notices] == [
        "the date 'today' names no day: give the article its own"
    ]


def test_myst():
    front = checked(read(MYST + BODY))
    assert front.abstract == {"en": "Said so."}
    assert front.affiliations == ({"en": "University"},)
    assert front.contributors[0].corresponding
    assert front.masthead.title == "A Journal"


def test_roles_of_myst_are_written_as_pandoc_does_but_not_in_code():
    text = "So {cite:p}`doe2010, smith`, as {cite:t}`jones`; H{sub}`2`O, {ref}`a`.\n\n```\n{cite}`doe`\n```\n"
    edits = [(one.rule, one.edit.after) for one in read(text).value.known]
    assert edits == [
        ("myst-roles", "[@doe2010; @smith]"),
        ("myst-roles", "@jones"),
        ("myst-roles", "~2~"),
    ]


def test_abstract_that_myst_has_as_a_block_goes_to_the_front_matter():
    text = '---\ntitle: T\n---\n\n+++ { "part": "abstract" }\n\nIt is so.\n\n+++\n\n## Trade\n\nThe text.\n'
    outcome = read(text)
    assert outcome.value.front["abstract"] == "It is so."
    assert [text[one.edit.start : one.edit.end][:5] for one in outcome.value.known] == ["---\nt", "+++ {"]


def test_manubot_keeps_its_front_matter_in_a_file_beside():
    outcome = read(BODY, metadata_yaml=METADATA)
    front = checked(outcome)
    assert front.title == {"en": "Manubot title"}
    assert front.contributors[0].email == "jane@example.org"
    assert outcome.value.front["lang"] == "en-US"
    assert kept(outcome) == BODY


def test_title_block_of_pandoc():
    outcome = read("% A title\n% Jane Doe; John Roe\n% 2020\n\n" + BODY)
    front = checked(outcome)
    assert front.title == {"en": "A title"}
    assert [person.name["en"] for person in front.contributors] == ["Jane Doe", "John Roe"]
    assert kept(outcome) == BODY


def test_references_that_stand_in_the_front_matter_go_to_the_bibliography():
    entry = "{id: roe, type: book, title: Of pH, author: [{family: Roe}], issued: {year: 2001}}"
    outcome = read(f"---\ntitle: A\nreferences: [{entry}]\n---\n\n{BODY}")
    assert "@book{roe" in outcome.value.bibliography
    assert "{Of pH}" in outcome.value.bibliography


def test_bibliography_that_is_not_there_is_noticed():
    outcome = read("---\nbibliography: lost.bib\n---\n\n" + BODY)
    assert [notice.condition for notice in outcome.notices] == [Condition.BIBLIOGRAPHY_EXISTS]


def test_front_matter_that_is_no_yaml_is_refused_at_its_line():
    with pytest.raises(BasylymError) as caught:
        read("---\ntitle: [a\n---\n\n" + BODY)
    assert caught.value.notice.condition is Condition.FRONT_MATTER_IS_YAML
