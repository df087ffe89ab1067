"""Front matter of our own and of other presses' kinds -> FrontMatter."""

from datetime import date

import pytest

from basylym.adapters import front, yaml
from basylym.model.notices import BasylymError, Condition


def checked(text, language="en"):
    lines = {"": 2}
    for number, row in enumerate(text.split("\n"), 2):
        lines.setdefault(row.split(":")[0], number)
    return front.check(yaml.load(text, "article.md", 2), "article.md", lines, language)


def fault(text):
    with pytest.raises(BasylymError) as caught:
        checked(text)
    assert caught.value.notice.condition is Condition.FRONT_MATTER_IS_YAML
    return caught.value.notice


def test_nothing_given_is_nothing_invented():
    assert checked("") == front.check({}, "article.md", {}, "en")
    assert checked("").title == {}


def test_fields_that_a_template_leaves_empty_were_not_given():
    fields = "title author abstract keywords date doi journal first-page lang bibliography csl"
    empty = "\n".join(f"{field}:" for field in fields.split())
    assert checked(empty) == checked("")
    assert checked("title: {kk: , en: A}").title == {"en": "A"}


def test_figures_stay_as_typed():
    made = checked("udc: 81.10\nirsti: 19.01.11\nvolume: 010\nissue: 1_2\ndoi: 10.1000")
    assert (made.udc, made.irsti, made.masthead.volume, made.masthead.issue, made.doi) == (
        "81.10",
        "19.01.11",
        "010",
        "1_2",
        "10.1000",
    )


def test_norwegian_is_a_language():
    assert checked("lang: no").language == "no"


@pytest.mark.parametrize(
    ("typed", "tag"), [("kk", "kk"), ("KK", "kk"), ("en_US", "en-US"), ("kk-Latn-KZ", "kk-Latn-KZ")]
)
def test_language_tag_is_bcp_47(typed, tag):
    assert checked(f"lang: {typed}").language == tag


@pytest.mark.parametrize("typed", ["'kk\" onload=\"x'", "Kazakh language", "<b>", "[kk]"])
def test_what_is_no_language_tag_is_told(typed):
    assert "language tag" in fault(f"lang: {typed}").detail


def test_own_language_comes_first_and_holds_for_its_regions():
    made = checked("lang: en-US\ntitle: {kk: Б, en: A}\nkeywords: {ru: [в], en: [a]}\nabstract: plain")
    assert list(made.title.items()) == [("en-US", "A"), ("kk", "Б")]
    assert made.keywords == {"en-US": ("a",), "ru": ("в",)}
    assert made.abstract == {"en-US": "plain"}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2014-11-05", date(2014, 11, 5)),
        ("2014-11-05T10:20:30", date(2014, 11, 5)),
        ("2014", date(2014, 1, 1)),
        ("2014-11", date(2014, 11, 1)),
        ("05.11.2014", date(2014, 11, 5)),
        ("5 November 2014", date(2014, 11, 5)),
        ("November 5, 2014", date(2014, 11, 5)),
        ("2014/11/05", date(2014, 11, 5)),
    ],
)
def test_dates_of_other_presses_are_read(typed, day):
    assert checked(f"date: {typed}").date == day


@pytest.mark.parametrize("typed", ["today", "2014-13-40", "last-modified", "[2014]", "99999"])
def test_what_is_no_date_is_told_with_its_line(typed):
    notice = fault(f"title: A\ndate: {typed}")
    assert "is no date" in notice.detail
    assert notice.locus.line == 3


def test_article_without_a_date_bears_its_publication_date():
    assert checked("published: 2014-11-05").date == date(2014, 11, 5)


def test_joss_paper():
    made = checked(
        "title: 'Gala: A package'\ntags:\n  - Python\n  - astronomy\nauthors:\n"
        "  - name: A. M. Price\n    orcid: 0000-0000-0000-0116\n    equal-contrib: true\n"
        '    affiliation: "1, 2"\n'
        "  - name: B. Two\n    corresponding: true\n    affiliation: 2\n"
        "affiliations:\n  - name: Princeton, USA\n    index: 1\n    ror: 00hx57361\n"
        "  - name: Institution, Country\n    index: 2\ndate: 13 August 2017\nbibliography: paper.bib\n"
    )
    assert [person.affiliations for person in made.contributors] == [(0, 1), (1,)]
    assert made.affiliations == ({"en": "Princeton, USA"}, {"en": "Institution, Country"})
    assert made.keywords == {"en": ("Python", "astronomy")}
    assert made.contributors[1].corresponding


def test_quarto_paper():
    made = checked(
        "title: A\nsubtitle: And B\nauthor:\n  - name:\n      given: Jane\n      family: Doe\n"
        "    affiliations:\n      - ref: uni\n      - name: Lab\n        city: Almaty\n"
        "  - name: {literal: The Group}\naffiliations:\n  - id: uni\n    name: University\n    country: KZ\n"
        "license:\n  text: CC BY 4.0\n  url: https://example.org\nlang: en_GB\n"
    )
    assert made.title == {"en-GB": "A: And B"}
    assert [list(person.name.values()) for person in made.contributors] == [["Jane Doe"], ["The Group"]]
    assert [list(place.values()) for place in made.affiliations] == [["University, KZ"], ["Lab, Almaty"]]
    assert made.contributors[0].affiliations == (0, 1)
    assert made.licence == "CC BY 4.0"


def test_pandoc_paper():
    made = checked(
        "title: A?\nsubtitle: B\nauthor:\n- Jane Doe\n- John Roe\nkeywords: [a, b]\nnocite: |\n  @x, @y.\n"
    )
    assert [person.name for person in made.contributors] == [{"en": "Jane Doe"}, {"en": "John Roe"}]
    assert made.title == {"en": "A? B"}
    assert made.uncited == ("x", "y")
    assert checked("nocite: '@*'").uncited == ("*",)


def test_pandoc_scholarly_paper():
    made = checked(
        "author:\n- Jane Doe:\n    institute: [a]\n    email: j@x.org\n- John Roe\ninstitute:\n- a: Uni\n"
    )
    assert [list(person.name.values()) for person in made.contributors] == [["Jane Doe"], ["John Roe"]]
    assert made.contributors[0].email == "j@x.org"


def test_one_author_and_parts_of_a_name():
    assert checked("author: A. B.").contributors[0].name == {"en": "A. B."}
    made = checked("author: {given: A., surname: B., affiliation: Lab}")
    assert made.contributors[0].name == {"en": "A. B."}
    assert made.affiliations == ({"en": "Lab"},)


def test_affiliations_may_be_named_by_their_place():
    made = checked(
        "author: [{name: A, affiliations: 2}, {name: B, affiliations: [1, 2]}]\naffiliations: [X, Y]"
    )
    assert [person.affiliations for person in made.contributors] == [(1,), (0, 1)]


def test_affiliation_that_is_not_there_is_told():
    assert "no affiliation 3" in fault("author: [{name: A, affiliations: 3}]\naffiliations: [X]").detail


def test_author_without_a_name_is_told():
    assert "no name" in fault("author: [{orcid: 0000-0000-0000-0116}]").detail


@pytest.mark.parametrize(
    ("field", "typed", "bare"),
    [
        ("doi", "https://doi.org/10.1/a", "10.1/a"),
        ("doi", "http://dx.doi.org/10.1/a", "10.1/a"),
        ("doi", "'doi: 10.1/a'", "10.1/a"),
    ],
)
def test_identifiers_are_bare(field, typed, bare):
    assert getattr(checked(f"{field}: {typed}"), field) == bare


def test_orcid_is_bare():
    made = checked("author: [{name: A, orcid: 'https://orcid.org/0000-0000-0000-0116'}]")
    assert made.contributors[0].orcid == "0000-0000-0000-0116"


def test_keywords_part_at_semicolons_if_there_are_any():
    assert checked("keywords: a, b; c").keywords == {"en": ("a, b", "c")}
    assert checked("keywords: a, b").keywords == {"en": ("a", "b")}


@pytest.mark.parametrize(
    "text",
    [
        "title: [a, b]",
        "author: [[a]]",
        "first-page: x",
        "first-page: 0",
        "journal: [a]",
        "bibliography: {a: b}",
        "doi: [x]",
    ],
)
def test_field_of_another_kind_is_told_in_words(text):
    notice = fault(text)
    assert notice.detail.startswith(text.split(":")[0])


def test_field_that_nobody_reads_is_left_alone():
    assert checked("format: {pdf: default}\nheader-includes: |\n  \\usepackage{x}\n") == checked("")
