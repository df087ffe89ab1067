"""A title is all the lines that it stands on, and nobody is made an author by the shape of one."""

import pytest

from basylym.languages.en import LANGUAGE as ENGLISH
from basylym.languages.kk import LANGUAGE as KAZAKH
from basylym.languages.ru import LANGUAGE as RUSSIAN
from basylym.normalize import normalize
from fronts import told

ABOUT = "Abstract. The snow insulates the soil.\n\nKeywords: snow, soil\n\n## 1 Introduction\n\nSnow fell."
PLACE = "Institute of Geography, University of Example"


def names(given):
    return [author["name"] for author in given.get("author", [])]


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            "Snow Cover and Soil Temperature in the\nNorthern Steppe",
            "Snow Cover and Soil Temperature in the Northern Steppe",
        ),
        (
            "The Effect of Snow Cover\nOn the Soil of Three Stations",
            "The Effect of Snow Cover On the Soil of Three Stations",
        ),
        (
            "Northern Steppe\nof three stations and their snow",
            "Northern Steppe of three stations and their snow",
        ),
        (
            "Teaching at the\nUniversity of Example",
            "Teaching at the University of Example",
        ),
    ],
)
def test_a_title_on_two_lines_is_one(rows, title):
    given, asked = told(f"{rows}\n\nAnna K. Weber and Tomas Lind\n\n{PLACE}\n\n{ABOUT}")
    assert given["title"] == title
    assert names(given) == ["Anna K. Weber", "Tomas Lind"]
    assert not asked


def test_a_title_that_looks_like_a_name_is_no_author():
    given, _ = told(f"Deep Learning\n\nAnna K. Weber and Tomas Lind\n\n{PLACE}\n\n{ABOUT}")
    assert given["title"] == "Deep Learning"
    assert names(given) == ["Anna K. Weber", "Tomas Lind"]


def test_a_first_line_that_may_be_title_or_author_is_asked_about_and_so_are_the_authors():
    given, asked = told(f"Deep Learning\n\nTomas Lind\n\n{PLACE}\n\n{ABOUT}")
    assert "title" not in given
    assert not names(given)
    assert asked[:2] == ["Deep Learning", "Tomas Lind"]


def test_authors_on_a_line_each_below_a_title_are_all_authors():
    given, _ = told(f"On snow and soil\n\nAnna Weber\n\nTomas Lind\n\n{PLACE}\n\n{ABOUT}")
    assert given["title"] == "On snow and soil"
    assert names(given) == ["Anna Weber", "Tomas Lind"]


def test_two_lines_with_a_gap_between_are_not_surely_one_title():
    given, asked = told(f"On Snow and Soil\n\nAn Answer to Readers\n\nA. Weber\n\n{ABOUT}")
    assert "title" not in given
    assert "On Snow and Soil" in asked


def test_a_title_runs_on_in_russian_and_kazakh():
    given, _ = told(
        "О торговле и\nБольшой Степи\n\nИ. И. Иванов\n\nАннотация. О торговле.\n\n## Введение\n\nТекст.",
        RUSSIAN,
    )
    assert given["title"] == "О торговле и Большой Степи"
    given, _ = told(
        "Сауда және\nҰлы Дала\n\nА. Б. Сейітқали\n\nАңдатпа. Сауда туралы.\n\n## Кіріспе\n\nМәтін.", KAZAKH
    )
    assert given["title"] == "Сауда және Ұлы Дала"


@pytest.mark.parametrize(
    ("title", "gap", "byline", "language"),
    [
        ("Foxes and their feeders: a study of\ntwo towns", "\n\n", "anna weber and tomas lind", ENGLISH),
        ("О кормлении лисиц в двух городах", "\n", "иванов и. и., петрова а. с.", RUSSIAN),
        ("Екі қаладағы түлкілер туралы", "\n\n", "сұлтанов а. б. және серікова г. м.", KAZAKH),
    ],
)
def test_names_in_small_letters_below_a_title_are_no_line_of_it_and_are_asked_about(
    title, gap, byline, language
):
    given, asked = told(f"{title}{gap}{byline}\n\n{PLACE}\n\n{ABOUT}", language)
    assert given["title"] == title.replace("\n", " ")
    assert asked == [byline, PLACE]


def test_words_right_below_a_title_that_may_be_names_or_its_end_leave_the_title_open():
    given, asked = told(f"Foxes and towns\nred foxes, wild dogs\n\n{PLACE}\n\n{ABOUT}")
    assert "title" not in given
    assert asked == ["Foxes and towns", "red foxes, wild dogs", PLACE]


def test_a_scrap_below_the_label_of_an_abstract_is_asked_about():
    text = "Аңдатпа\n\n* Хат-хабар авторы\n\nТүйін сөздер: тасымал, жол\n\n## Кіріспе\n\nМәтін."
    given, asked = told(text, KAZAKH)
    assert "abstract" not in given
    assert asked[0] == "Аңдатпа"


def test_a_heading_with_names_below_it_is_the_title_and_what_stands_above_it_is_asked_about():
    given, asked = told(
        f"Journal of Specimens\n\n## Snow and Soil\n\nAnna Weber1, Tomas Lind2\n\n"
        f"1 {PLACE} 2 Academy of Specimens, Exampletown\n\n{ABOUT}"
    )
    assert given["title"] == "Snow and Soil"
    assert given["affiliations"] == [PLACE, "Academy of Specimens, Exampletown"]
    assert [author["affiliations"] for author in given["author"]] == [[1], [2]]
    assert asked == ["Journal of Specimens"]


def test_a_heading_of_the_text_is_no_title():
    given, asked = told("On snow\n\nA. Weber\n\n## Introduction\n\nSnow fell on the soil, and stayed there.")
    assert given["title"] == "On snow"
    assert not asked


def test_a_day_below_a_title_is_the_articles_date_and_no_line_of_the_title():
    given, asked = told(
        "Snow and Soil in the\nNorth\n11 August 2017\n\nAbstract. Snow fell.\n\n## Introduction\n\nText."
    )
    assert given["title"] == "Snow and Soil in the North"
    assert given["date"] == "2017-08-11"
    assert not asked


CUT = "Keywords: snow, soil, steppe,"
LABELLED = "Abstract. Snow insulates the soil."


@pytest.mark.parametrize(
    "rows",
    [
        f"{CUT}\n\nfrost, stations\n\n{LABELLED}",
        f"{CUT}\n\nAbstract.\n\nSnow insulates the soil.\n\nfrost, stations",
    ],
)
def test_keywords_that_end_in_a_comma_go_on_in_the_line_of_the_first_page_that_lists_more(rows):
    given, asked = told(f"On snow\n\nA. Weber\n\n{PLACE}\n\n{rows}\n\n## Introduction\n\nSnow fell.")
    assert given["keywords"] == ["snow", "soil", "steppe", "frost", "stations"]
    assert given["abstract"] == "Snow insulates the soil."
    assert not asked


@pytest.mark.parametrize(
    "rows", [CUT, f"{CUT}\n\nFrost, and What It Does", f"{CUT}\n\nit fell. It lay, and stayed"]
)
def test_keywords_that_end_in_a_comma_are_asked_about_where_no_line_lists_more(rows):
    given, asked = told(f"On snow\n\nA. Weber\n\n{PLACE}\n\n{LABELLED}\n\n{rows}\n\n## Introduction\n\nSnow.")
    assert "keywords" not in given
    assert asked[0] == CUT


@pytest.mark.parametrize(
    "row", ["Version 1.1-2, 2020-02-02", "Released 2021/03/02", "https://example.org/snow"]
)
def test_what_tells_of_a_version_a_day_or_an_address_leaves_the_title_open(row):
    given, _ = told(f"The Snow Package: Soils and\n{row}\n\nJohn Smith\n{PLACE}\n\n{ABOUT}")
    assert "title" not in given


def test_end_of_a_title_that_may_be_a_name_leaves_it_open():
    rows = "snow: A Program for Analyzing Finite\nMixture Models\nAnn Smith"
    given, asked = told(f"{rows}\n{PLACE}\n\n{ABOUT} The mixture models.")
    assert "title" not in given
    assert "snow: A Program for Analyzing Finite" in asked


def test_sign_of_an_operator_behind_a_name_is_a_mark_of_its_note():
    given, _ = told(f"Snow Cover and Soil Temperature\n\nJ. Smith∗\n\n{PLACE}\n\n{ABOUT}")
    assert given["title"] == "Snow Cover and Soil Temperature"
    assert names(given) == ["J. Smith"]


def test_abstract_that_a_list_goes_on_from_stays_in_the_text():
    text = (
        "Snow Cover\n\nJ. Smith\n\nAbstract\nThis tells of the kinds of snow, which are these:\n"
        "• snow that is dry;\n• snow that is wet.\n\n1 Introduction\n\nSnow fell."
    )
    assert "abstract" not in normalize(text.encode(), "source.txt", "en").value.article.split("---")[1]


def test_title_of_two_pairs_of_words_names_no_authors():
    given, _ = told(f"Snow Cover and Soil Temperature\n\nJ. Smith*\n\n{PLACE}\n\n{ABOUT}")
    assert given["title"] == "Snow Cover and Soil Temperature"
    assert names(given) == ["J. Smith"]
    _, asked = told(f"Snow Cover and Soil Temperature\n\nAnn Smith\n\n{PLACE}\n\n{ABOUT}")
    assert "Snow Cover and Soil Temperature" in asked


def test_heading_above_a_sentence_that_names_a_university_is_no_title():
    prose = (
        "Snow is a series of original papers in geography, edited by the faculty at the University of\n"
        "the Example, with the advice of an international board of editors, and published on the\n"
        "web by the library of the university, where all may read it without a fee for a\n"
        "year or two, or for longer.\n"
    )
    assert "title" not in told(f"Snow\n\nUniversity of Example\n\n## Description\n\n{prose}\n{ABOUT}")[0]


def test_a_year_in_a_title_is_no_place_of_work():
    text = (
        "УДК 947.084\n\nВыборы 1937 г. в городах Севера\n\nИ. И. Иванов\n\n"
        "Аннотация. Показан ход выборов.\n\nКлючевые слова: выборы, город\n\nНа Севере выбирали осенью."
    )
    given, _ = told(text, RUSSIAN)
    assert given.get("title") == "Выборы 1937 г. в городах Севера"
    assert names(given) == ["И. И. Иванов"]
