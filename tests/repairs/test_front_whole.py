"""What leaves the text for the front matter leaves it whole: an abstract, a list of keywords, a title."""

import pytest

from basylym.languages.ru import LANGUAGE as RUSSIAN
from basylym.normalize import normalize
from fronts import told

HEAD = "Snow Cover of the Steppe\n\nA. Weber\n\nInstitute of Geography, University of Example\n\n"
BODY = "1. Introduction\n\nSnow fell on the steppe."
ABOUT = """The snow insulates the soil, and the soil of the steppe keeps its warmth under the snow.
Here, we show how deep the snow must be."""


def test_lines_of_an_abstract_that_stand_together_are_one_paragraph():
    given, _ = told(f"{HEAD}Abstract\n{ABOUT}\n\nKeywords: snow, soil\n\n{BODY}")
    assert given["abstract"] == " ".join(ABOUT.split())
    given, _ = told(f"{HEAD}Abstract\n{ABOUT}\n\nIt must be deep.\n\nKeywords: snow, soil\n\n{BODY}")
    assert given["abstract"] == f"{' '.join(ABOUT.split())}\n\nIt must be deep."


@pytest.mark.parametrize(
    "rest", ["sums are found in the list\ufffc of stations.", "Sums are in the list\ufffc."]
)
def test_abstract_that_is_torn_from_the_rest_of_its_sentence_is_asked_about(rest):
    given, asked = told(f"{HEAD}Abstract\n{ABOUT} More\n{rest}\n\n{BODY}")
    assert "abstract" not in given
    assert "Abstract" in asked


def test_abstract_without_a_stop_is_whole_where_nothing_goes_on_below():
    given, _ = told(
        f"{HEAD}Abstract. The snow insulates the soil of the whole steppe\n\nKeywords: snow, soil\n\n{BODY}"
    )
    assert given["abstract"] == "The snow insulates the soil of the whole steppe"


def test_paragraph_above_keywords_that_begins_in_a_small_letter_is_no_abstract():
    said = "Das Paket nennt die vielen Arten von Schnee, für"
    rest = "die es in der Sprache der Leute kurze Wörter gibt. In den Text ist einiges auf Deutsch gestreut."
    given, _ = told(f"{HEAD}Abstract/Zusammenfassung\n{said}\n{rest}\nKeywords: snow, soil\n\n{BODY}")
    assert "abstract" not in given


def test_abstract_ends_before_a_numbered_list():
    asks = "1. Whether the snow was deep (question 2).\n2. Whether it was cold.\n"
    said = f"{ABOUT}\n\nPupils were asked five things.\n{asks}\nThey said so."
    given, _ = told(f"{HEAD}Abstract\n\n{said}\n\nKeywords: snow\n\n{BODY}")
    assert "Whether" not in given.get("abstract", "")
    said = f"{ABOUT}\n\nThe pupils of the school were asked:\n{asks}"
    given, asked = told(f"{HEAD}Abstract\n\n{said}\n\nKeywords: snow\n\n{BODY}")
    assert "abstract" not in given
    assert "Abstract" in asked


def test_abstract_of_many_paragraphs_and_words_is_asked_about():
    many = "\n\n".join([" ".join(ABOUT.split())] * 17)
    given, asked = told(f"{HEAD}Abstract\n\n{many}\n\nKeywords: snow, soil\n\n{BODY}")
    assert "abstract" not in given
    assert "Abstract" in asked


def test_word_of_the_next_column_is_no_keyword():
    rows = "Keywords: snow; steppe;\n\nLearning\nmanagement\nsystems keep what is done.\n\nsoil; frost"
    given, asked = told(f"{HEAD}Abstract. {ABOUT}\n\n{rows}\n\n{BODY}")
    assert "management" not in given.get("keywords", [])
    assert not given.get("keywords") or "frost" in given["keywords"]
    assert asked or given.get("keywords")


def test_keywords_that_go_on_in_the_line_right_below_are_asked_about():
    rows = "Keywords: snow; steppe;\n\nLearning\n\nsoil; frost in the\nground"
    given, asked = told(f"{HEAD}Abstract. {ABOUT}\n\n{rows}\n\n{BODY}")
    assert "keywords" not in given
    assert "Keywords: snow; steppe;" in asked


CODES = "УДК 811.512.111'373.2 ББК Ш12=635.1*316*008.5"
NAMES = "А.Б. ИВАНОВА, Н.Д. ПЕТРОВ КРАТКИЙ ОБЗОР ИССЛЕДОВАНИЙ НАЗВАНИЙ СНЕГА И ЛЬДА"
WORDS = (
    "Ключевые слова: снег, почва.\n\nВ статье дается краткий обзор. "
    + "Снег лежал в степи долго. " * 5
    + "Он лежал."
)


@pytest.mark.parametrize(
    "rows", [f"{CODES}\n{NAMES}", NAMES, f"{CODES} КРАТКИЙ ОБЗОР ИССЛЕДОВАНИЙ НАЗВАНИЙ СНЕГА"]
)
def test_codes_and_names_in_one_line_with_a_title_leave_it_open(rows):
    assert "title" not in told(f"{rows}\n{WORDS}", RUSSIAN)[0]


@pytest.mark.parametrize("codes", ["УДК 811.51 ББК Ш12=635.1", "МРНТИ 16.21", "UDC 811.51"])
def test_title_that_is_supplied_is_not_made_of_codes(codes):
    text = f"{codes} Названия снега и льда в языке степи\n\nСнег лежал в степи. Он лежал долго."
    front = normalize(text.encode(), "a.txt", "ru").value.article
    assert 'title: "[Названия снега и льда в языке степи]"' in front
