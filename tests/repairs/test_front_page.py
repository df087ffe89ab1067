"""A first page as an extractor leaves it, its lines broken at a width."""

import pytest

from basylym.model.repairs import State
from basylym.normalize import normalize

ABSTRACT = """Counting foxes by night is harder than it looks, since the same fox may be seen
by several people. We ask whether the counts of earlier years can be trusted (Lind 2006).
Data that were gathered by walkers contain such doubles, and most of the methods that
find them need a picture of each fox. The method that is described here needs none of
them, and it is shown how it can be joined to others with little work."""
BODY = """The town has three parks, and each of them was walked twice in a week by two people
who did not know of one another. What they saw was written down on a map, and
the maps were compared at the end of each month by a third person, who had never been
in any of the parks and knew their names alone from the maps that were given to him."""
PAGE = f"Foxes of three parks\n\nAnna J. Weber\n\nAbstract\n{ABSTRACT}\n\nKeywords: foxes, parks, counts\n"


def made(text):
    return normalize(text.encode(), "a.txt", "en").value


def asked(text):
    rows = made(text).ledger
    return [row for row in rows if row.rule == "front-matter" and row.state is State.QUERY]


def test_abstract_in_two_paragraphs_of_broken_lines_is_whole_where_keywords_follow():
    said = made(f"{PAGE}\n1. Introduction\n{BODY}\n").article
    abstract = said.split("abstract: ")[1].split("keywords:")[0]
    assert abstract.startswith('"Counting foxes')
    assert abstract.strip().endswith('with little work."')


def test_text_in_broken_lines_ends_a_first_page_and_is_not_asked_about_line_by_line():
    rows = "".join(f"{n}.1 Paths of wood {n} . . . . .\n" for n in range(1, 9)) + "9.1 The centre . . . .\n"
    page = (
        f"Foxes of three parks\n\nAnna J. Weber, Tomas Lind\n\n{BODY}\n{BODY}\n\nContents\n{rows}\n{BODY}\n"
    )
    assert "9.1 The centre" in made(page).article.split("\n---\n")[1]
    assert len(asked(page)) <= 3


def test_line_of_mostly_figures_and_signs_is_no_title():
    revision = "Id: foxes.txt,v 1.3 2004/10/15 05:34:29 aw Exp"
    page = f"Foxes Parks\nAnna J. Weber\n\n{revision}\n\nAbstract\n{ABSTRACT}\n"
    assert "2004/10/15" in made(f"{page}\nKeywords: foxes, parks\n\n{BODY}\n").article.split("\n---\n")[1]


def test_table_of_contents_below_an_abstract_is_no_part_of_it():
    rows = "".join(f"{n}.1 Paths of wood {n} . . . . . . . . . . . . . . . . . .\n" for n in range(1, 9))
    page = (
        f"Foxes of three parks\n\nAnna J. Weber\n\nAbstract\nFoxes were counted by night.\nContents\n{rows}"
    )
    article = made(f"{page}\n{BODY}\n").article
    assert "Paths of wood" not in article.split("\n---\n")[0]
    assert "Contents\n1.1 Paths" in article.split("\n---\n")[1]


def test_numbered_heading_and_rows_of_contents_name_no_people_and_no_place():
    rows = "I. Introduction\nI.1. History of the university\nI.2. Walks\nII. Foxes\nII.1. Counts\n"
    page = (
        f"Foxes of three parks\n\nAnna J. Weber\n\nAbstract: {ABSTRACT}\n\nKeywords: foxes, parks\n\n{rows}"
    )
    front, text = made(f"{page}\n{BODY}\n").article.split("\n---\n")
    assert "Introduction" not in front
    assert "I.1. History of the university" in text


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("first", "second"), [("1 ", "2 "), ("¹ ", "² "), ("1", "2")])
def test_numbers_of_places_of_work_are_no_notes_of_the_authors(gap, first, second):
    places = f"{first}University of Graz, Austria{gap}{second}Lund University, Sweden"
    page = f"Foxes of three parks\n\nA. J. Weber1, T. Lind2{gap}{places}\n\nAbstract. {ABSTRACT}\n\n{BODY}\n"
    front, body = made(page).article.split("\n---\n")
    assert '"name": "T. Lind", "affiliations": [2]' in front
    assert "University" not in body


def test_authors_are_read_though_nothing_tells_whose_the_only_address_is():
    who = "A. J. Weber1, T. Lind2\n\n1 University of Graz, Austria\n\n2 Lund University, Sweden"
    page = f"Foxes of three parks\n\n{who}\n\nE-mail: office@example.org\n\nAbstract. {ABSTRACT}\n\n{BODY}\n"
    front, body = made(page).article.split("\n---\n")
    assert "A. J. Weber" in front
    assert "Lund University, Sweden" in front
    assert "office@example.org" not in front
    assert "office@example.org" in body


def test_address_of_nobody_keeps_what_stands_in_its_line_out_of_the_front_matter():
    contact = "E-mail: a@example.org, b@example.org, c@example.org, ORCID 0000-0002-1825-0097"
    who = f"A. J. Weber*, T. Lind\n\n{contact}"
    page = f"Foxes of three parks\n\n{who}\n\nAbstract. {ABSTRACT}\n\n{BODY}\n"
    front, body = made(page).article.split("\n---\n")
    assert "T. Lind" in front
    assert "0000-0002-1825-0097" not in front
    assert "0000-0002-1825-0097" in body


def test_line_that_stays_above_lines_that_leave_is_parted_from_the_heading_below_them():
    page = (
        f"Foxes of three parks\n\nAnna J. Weber\n\nNOT A LABEL\nReceived 3 March 2019\n\nAbstract. {ABSTRACT}"
    )
    body = made(f"{page}\n\n1. Introduction\n\n{BODY}\n").article.split("\n---\n")[1]
    assert "NOT A LABEL\n\n## 1. Introduction\n\n" in body


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("Journal of Park Studies 12 (2019) 45-60", "ARTICLE INFO"),
        ("Vestnik parkov. 2019. № 3. P. 45–60", "Research Article"),
    ],
)
def test_line_of_the_journal_and_kind_of_article_are_neither_title_nor_people(head, label):
    who = "Anna Weber1*, Tomas Lind2\n1 University of Graz, Austria\n2 Lund University, Sweden"
    page = (
        f"{head}\n\nFoxes of three parks\n\n{who}\n\n{label}\nReceived 3 March 2019\n\nAbstract\n{ABSTRACT}"
    )
    front, body = made(f"{page}\n\nKeywords: foxes, parks\n\n1. Introduction\n\n{BODY}\n").article.split(
        "\n---\n"
    )
    assert 'title: "Foxes of three parks"' in front
    assert '"name": "Tomas Lind", "affiliations": [2]' in front
    assert head in body
    assert label in body


def test_years_in_a_title_make_no_line_of_a_journal_of_it():
    title = "Foxes of three parks in 2019: walks of 1990–2000, walks of 2010–2015"
    page = f"{title}\n\nA. J. Weber\n\nAbstract. {ABSTRACT}\n\n{BODY}\n"
    assert f'title: "{title}"' in made(page).article


def test_title_in_capitals_below_numbered_places_is_no_place_and_what_keywords_follow_is_the_abstract():
    said = (
        "Мақалада Орталық Азия мемлекеттерінің су дипломатиясы қарастырылады. 1992 жылғы келісім талданады, "
        "оның бүгінгі жағдайға сай келмейтіні көрсетіледі."
    )
    english = (
        "The article considers the water diplomacy of the states of Central Asia. It is shown that the "
        "agreement of 1992 is out of date."
    )
    own = "Г. Байқуши1*, А.С. Омаров2\n1Қазақ ұлттық университеті, Алматы\n2Еуразия университеті"
    other = "G. Baikushi1*, A.S. Omarov2\n1Kazakh University, Almaty\n2Eurasian University"
    address = "*e-mail: a@example.kz"
    page = (
        f"ХҒТАР 11.25.19\n\n{own}\n{address}\n\nОРТАЛЫҚ АЗИЯДАҒЫ СУ ДИПЛОМАТИЯСЫ\n\n"
        f"{said}\nТүйін сөздер: су, дипломатия.\n\n{other}\n{address}\n\nWater diplomacy\n\n"
        f"{english}\nKey words: water, diplomacy.\n\nКіріспе\n\n{said} {said}\n"
    )
    front = normalize(page.encode(), "a.txt", "kk").value.article.split("\n---\n")[0]
    assert '"kk": "ОРТАЛЫҚ АЗИЯДАҒЫ СУ ДИПЛОМАТИЯСЫ"' in front
    assert '"en": "Water diplomacy"' in front
    assert said in front
    assert english in front
    assert front.count("ДИПЛОМАТИЯСЫ") == 1


def test_paragraph_that_no_keywords_follow_is_no_abstract():
    page = f"Foxes of three parks\n\nA. J. Weber\n\n{' '.join(BODY.split())}\n\nWords: foxes\n\n{BODY}\n"
    assert "abstract:" not in made(page).article


def test_contents_without_leaders_and_what_is_held_end_an_abstract():
    rows = "".join(f"  {n}.1 Paths of wood {n}                                {n}\n" for n in range(1, 9))
    for below in ("Contents\n1\n2\n\nIntroduction\nPaths\n", f"3 The paths of woods       12\n{rows}"):
        page = (
            f"Foxes of parks\n\nAnna J. Weber\n\nAbstract\nFoxes were counted by night.\n\n{below}\n{BODY}\n"
        )
        front = made(page).article.split("\n---\n")[0]
        assert 'abstract: "Foxes were counted by night."' in front


def test_label_of_another_language_ends_an_abstract():
    page = f"Foxes of parks\n\nAnna J. Weber\n\nAbstract\n{ABSTRACT}\n\nAbstrakt\nLišky.\n\nKeywords: foxes\n"
    assert "Abstrakt" not in made(f"{page}\n1. Introduction\n{BODY}\n").article.split("\n---\n")[0]


def test_title_again_below_the_word_abstract_is_none():
    title = "A STUDY OF THE FOXES OF\nTHREE PARKS IN ONE TOWN AND\nOF THEIR DENS"
    page = f"ABSTRACT\n{title}\n\nAnna J. Weber\n\n{BODY}\n"
    assert "abstract:" not in made(page).article


def test_note_that_stands_within_an_abstract_leaves_it_in_the_text():
    note = "generalized ∗ This is a preprint of an article."
    said = f"{ABSTRACT[:-1]},\n{note}"
    page = f"Foxes of parks\n\nAnna J. Weber\n\nAbstract\n{said}\n\nKeywords: foxes\n\n{BODY}\n"
    assert "abstract:" not in made(page).article


def test_authors_and_institutes_of_columns_that_were_mixed_stay_in_the_text():
    who = "Institute for Foxes\n\nAnna J. Weber\n\nJohn Lind\n\nThe Lind Group"
    assert "author:" not in made(f"Foxes of parks\n\n{who}\n\nAbstract\n{ABSTRACT}\n\n{BODY}\n").article


def test_second_line_of_a_title_whose_words_stand_in_small_letters_names_nobody():
    title = "Computing with Robust\nCovariance Matrix Estimators"
    said = f"{ABSTRACT} The covariance matrix of estimators is computed."
    page = f"{title}\n\nAnna J. Weber\n\nAbstract\n{said}\n\nKeywords: foxes\n\n1. Introduction\n{BODY}\n"
    assert "Estimators" in made(page).article.split("title:")[1].split("\n")[0]


def test_name_of_a_field_is_no_label_of_keywords():
    page = f"keywords\n\nfield (separated values)\nA list of words that are parted. {BODY}\n"
    assert "keywords:" not in made(page).article


def test_number_of_a_version_is_no_title():
    page = f"Version 3.6\n\nAnna J. Weber\n\nAbstract\n{ABSTRACT}\n\nKeywords: foxes\n\n1. Aims\n{BODY}\n"
    assert 'title: "Version' not in made(page).article


def test_university_of_one_word_among_the_authors_shows_that_lines_were_mixed():
    who = "Anna Weber\n\nWirtschaftsuniversität Wien\n\nUniversität für Bodenkultur Wien"
    assert "author:" not in made(f"Foxes of parks\n\n{who}\n\nAbstract\n{ABSTRACT}\n\n{BODY}\n").article


def test_authors_of_whom_one_stands_twice_are_asked_about():
    page = "ORCID\nAnna J. Weber\n\nfoxes:\nUrban Fox Models\n\nAnna J. Weber\n\nUniversity of Leeds\n\n"
    text = f"{page}{ABSTRACT}\n\nKeywords: foxes, parks, counts\n\n1. Introduction\n{BODY}\n"
    said = made(text).article
    assert "Urban Fox Models" not in said.split("\n---\n")[0]
    assert "Urban Fox Models" in said


def test_an_abstract_ends_at_the_introduction_though_the_language_is_unknown():
    page = (
        "The list of letters\nPetar Jovic\nNew Belgrade, Serbia\nJuly 3, 2011\nAbstract\n"
        "This package contains commands for words in Latin scripts\n"
        "and the output of each command is the same word with an apostrophe,\n"
        "such as those that stand in the list or in the document of lists.\nIntroduction\n"
        "This package is loaded by its name in the preamble of a document, and\n"
        "knows many commands for words in the language, and gives the same words.\n"
    )
    article = normalize(page.encode(), "a.txt", "und").value.article
    assert "loaded by its name" in article.split("\n---\n", 1)[1]
