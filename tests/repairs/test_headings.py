"""Headings are told by their numbers and labels too, and are as deep as these say."""

import pytest

from basylym.normalize import evidence, normalize, pack
from basylym.repairs import headings

TEXT = {
    "en": "The letters that were lost in the fire cannot be replaced by any other source known to us.",
    "ru": "Письма, которые сгорели при пожаре, нельзя заменить никаким другим известным нам источником.",
    "kk": "Өрттен кейін жоғалған хаттарды басқа ешбір дереккөзбен алмастыруға болмайды деп есептейміз.",
    "de": "Die Briefe, die im Feuer verbrannt sind, kann keine andere uns bekannte Quelle ersetzen.",
}


def marked(tag, *heads):
    """The headings as marked, each with a paragraph above and below it."""
    text = "\n\n".join([TEXT[tag], *(part for head in heads for part in (head, TEXT[tag]))])
    language = pack(tag)
    for edit in sorted(headings.find(text, language, evidence(language)(text)), key=lambda one: -one.start):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return [line for line in text.split("\n") if line and line != TEXT[tag]]


@pytest.mark.parametrize(
    ("tag", "heads", "levels"),
    [
        (
            "en",
            ["1 Aims, sources and methods", "1.1 A review: goods", "1.1.1. Archives", "2. Results"],
            "2342",
        ),
        ("en", ["Part II", "Chapter 3. Results, discussed", "Section 4: Limits"], "222"),
        ("ru", ["Глава 15. Изменения, ожидаемые в новом выпуске", "§ 1. Понятие рынка", "§2 Цены"], "233"),
        ("ru", ["§ 1. Понятие рынка", "РАЗДЕЛ II. ЦЕНЫ"], "32"),
        ("kk", ["1-тарау. Сауданың тарихы, дереккөздері", "II бөлім", "§ 2. Зерттеу шегі"], "223"),
        ("de", ["Kapitel 3: Preise, Löhne", "Teil II – Die Folgen"], "22"),
    ],
)
def test_number_and_label_tell_a_heading_and_its_level(tag, heads, levels):
    assert marked(tag, *heads) == [
        f"{'#' * int(level)} {head}" for head, level in zip(heads, levels, strict=True)
    ]


@pytest.mark.parametrize(
    ("tag", "head"),
    [
        ("ru", "2. Переговоры 2000–2010 гг."),
        ("kk", "2. Келіссөздер, 1991–2005 жж."),
        ("ru", "3. Цены в 1913 г."),
    ],
)
def test_stop_of_a_year_at_its_end_makes_no_sentence_of_a_heading(tag, head):
    assert marked(tag, head) == [f"## {head}"]


def test_numbered_line_right_above_its_text_is_a_heading():
    long = f"{TEXT['ru']} {TEXT['ru']}"
    text = f"{long}\n\n1. Правовая основа\n{long}\n\n1.1. Соглашения\n{TEXT['ru']}\n\nЕщё: {long}"
    made = text
    for edit in sorted(headings.find(text, pack("ru"), evidence(pack("ru"))(text)), key=lambda e: -e.start):
        made = made[: edit.start] + edit.after + made[edit.end :]
    assert "\n\n## 1. Правовая основа\n\nПисьма" in made
    assert "\n\n### 1.1. Соглашения\n\nПисьма" in made


@pytest.mark.parametrize(
    "text",
    [
        "1. Письма\nПисьма сгорели.\n\n2. Книги\nКниги остались.",
        f"1. Письма, которые сгорели при пожаре, нельзя заменить никаким\n{TEXT['ru']}\n{TEXT['ru']}",
        f"1.1. Письма\nи {TEXT['ru']}",
        f"1.1. Письма сгорели.\n{TEXT['ru']}",
    ],
)
def test_item_or_line_of_a_paragraph_with_a_number_is_no_heading(text):
    text = f"{TEXT['ru']}\n\n{text}\n\n{TEXT['ru']}"
    assert list(headings.find(text, pack("ru"), evidence(pack("ru"))(text))) == []


def test_stop_of_another_word_behind_a_number_ends_a_sentence():
    assert marked("ru", "2. Переговоров было 15 видов.") == ["2. Переговоров было 15 видов."]


def test_numbered_heading_may_stand_right_below_another_or_below_the_title():
    text = f"Trade in Asia\n\n1. Sources, letters\n\n{TEXT['en']}"
    (found,) = headings.find(text, pack("en"), evidence(pack("en"))(text))
    assert (found.start, found.after) == (15, "## ")
    text = f"{TEXT['en']}\n\n1. Sources of trade\n\n1.1. The letters\n\n{TEXT['en']}"
    found = [edit.after for edit in headings.find(text, pack("en"), evidence(pack("en"))(text))]
    assert found == ["## ", "### "]


@pytest.mark.parametrize(
    ("tag", "line"),
    [
        ("en", "Chapter 3 of the law says so."),
        ("en", "chapter 3, Results"),
        ("en", "Part 3 was never written, as the author left the country;"),
        ("ru", "Глава 3 закона. Она говорит о рынке"),
        ("ru", "Часть 2,"),
        ("kk", "1-тарау. Ол туралы айтылды."),
    ],
)
def test_sentence_that_begins_with_a_label_is_no_heading(tag, line):
    assert marked(tag, line) == [line]


def test_items_with_commas_that_follow_one_another_are_no_headings():
    lines = ["1. Apples, pears", "2. Plums, nuts"]
    text = "\n\n".join([TEXT["en"], *lines, TEXT["en"]])
    assert list(headings.find(text, pack("en"), evidence(pack("en"))(text))) == []


def test_name_of_a_constant_between_two_paragraphs_is_no_heading():
    assert marked("en", "CAP_NET_BIND_SERVICE") == ["CAP_NET_BIND_SERVICE"]
    assert marked("en", "Bind services") == ["## Bind services"]


def test_names_between_numbers_of_pages_are_entries_of_a_contents():
    text = "Contents\n\nDedication\n\niv\n\nAbstract\n\nvi\n\nReferences\n\n14\n\n" + TEXT["en"]
    language = pack("en")
    assert not list(headings.find(text, language, evidence(language)(text)))


def test_line_at_the_top_of_a_page_that_says_a_heading_again_is_no_heading():
    page = "\n".join(
        f"{line} of the vowels that were counted in the villages of the north" for line in "ABCDEFGH"
    )
    top = "1. First section\n"
    text = (
        f"1 First section\n{page}.\n\f{top}Then we measured them. {page}.\n\fSecond remarks on it\n{page}.\n"
    )
    made = normalize(text.encode(), "source.txt", "en").value.article
    assert "# 1. First section" not in made
    head = f"Kapitel 1. Laute\n{page}.\n"
    twice = f"Kapitel 1\n\nLaute\n{page}.\n\f{head}\fEnde\n{page}.\n\f{head}"
    assert "# Kapitel 1. Laute" not in normalize(twice.encode(), "source.txt", "de").value.article
    numbered = f"1.2 Die Laute\n{page}.\n\f1.2 Die Laute 2\n{page}.\n\fEnde\n{page}.\n"
    assert "# 1.2 Die Laute 2" not in normalize(numbered.encode(), "source.txt", "de").value.article
    below = f"1.1 Die Wörter\n{page}.\n\f1.5 Die Laute\n\n1.5 Die Laute\n{page}.\n\fEnde\n{page}.\n"
    assert normalize(below.encode(), "source.txt", "de").value.article.count("# 1.5 Die Laute") == 1


def test_name_below_a_title_that_ends_as_a_sentence_is_the_authors():
    for first in ("Was sind eigentlich Daten?", "2013"):
        text = f"{first}\n\nJakob Lind\n\n{TEXT['de']}\n\nDie Folgen\n\n{TEXT['de']}"
        language = pack("de")
        [only] = headings.find(text, language, evidence(language)(text))
        assert text[only.start :].startswith("Die Folgen")
