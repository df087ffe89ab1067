"""First pages whose lists end in a short line, in other languages, and entries that have none."""

import pytest

from basylym.languages.en import LANGUAGE as ENGLISH
from basylym.languages.kk import LANGUAGE as KAZAKH
from basylym.languages.ru import LANGUAGE as RUSSIAN
from basylym.normalize import evidence, spoken
from basylym.repairs.front_matter import find
from fronts import told

TWO = (
    "О торговле двух стран\n\nИ. И. Иванов\n\nАннотация\nРост торговли оценён по книгам двух стран.\n"
    "Ключевые слова\nрынок, цены, таможня,\nВВП\nAbstract\nThe growth of trade is told by their books.\n"
    "Keywords\nmarket, prices, customs, GDP\nПостановка вопроса\nТорговля росла."
)
BULGARIAN = (
    "Търговията между две страни и нейните\nпазари (1835–1878 г.)\nгл. ас. д-р Анна Петрова\n"
    "Примерен университет „Св. Климент“\nРезюме: Статията разглежда търговията между две страни.\n"
    "Ключови думи: търговия, пазар, цени.\n\nУвод\nТърговията расте."
)


def by_tag(text, language):
    edits = find(text, language, evidence(language)(text))
    return {(one.field, one.tag): one.value for edit in edits for one in edit.moved}


def test_the_last_keyword_on_a_line_of_its_own_is_no_title_and_each_list_keeps_its_language():
    given = by_tag(TWO, RUSSIAN)
    assert given["keywords", "ru"] == ["рынок", "цены", "таможня", "ВВП"]
    assert given["keywords", "en"] == ["market", "prices", "customs", "GDP"]
    assert ("title", "en") not in given


def test_a_line_right_below_an_open_list_of_keywords_is_no_title():
    text = TWO.replace("ВВП\nAbstract", "ВВП России в прошлом веке\n\nAbstract")
    given, asked = told(text, RUSSIAN)
    assert given["title"] == "О торговле двух стран"
    assert "ВВП России в прошлом веке" in asked


@pytest.mark.parametrize("tag", ["bg", "und"])
def test_a_bulgarian_page_is_in_its_language_and_an_author_with_a_post_is_no_line_of_the_title(tag):
    given = by_tag(BULGARIAN, spoken(tag))
    assert given["title", tag] == "Търговията между две страни и нейните пазари (1835–1878 г.)"
    assert given["abstract", tag] == "Статията разглежда търговията между две страни."
    assert given["keywords", tag] == ["търговия", "пазар", "цени"]


@pytest.mark.parametrize(
    ("label", "tag"),
    [
        ("Анотація. Мова і письмо двох народів.\n\nКлючові слова", "uk"),
        ("Сажетак: Језик и писмо.\n\nКључне речи", "sr"),
    ],
)
def test_labels_of_other_slavic_languages_give_texts_in_them(label, tag):
    text = f"О двох\n\nА. Б. Коваль\n\n{label}: мова, письмо.\n\n## 1\n\nТекст."
    assert {of for _, of in by_tag(text, spoken(tag))} == {tag}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "АНУАР ҚАСЫМБЕКОВ\n\nАнуар Қасымбеков (10.01.1915, Ақмола – 5.10.1983, Алматы) – жазушы.\n\n"
            "## Өмірбаяны\n\nАуылда туған.",
            KAZAKH,
        ),
        (
            "JOHN SPECIMEN\n\nJohn Specimen was born at the University of Example.\n\n## Life\n\nHe wrote.",
            ENGLISH,
        ),
    ],
)
def test_the_headword_of_an_entry_is_no_author_and_its_first_sentence_no_place_of_work(text, language):
    given, _ = told(text, language)
    assert not given
