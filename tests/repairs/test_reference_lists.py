"""References in are references out, whatever the list looks like; and no list takes endless time."""

import re
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from basylym.normalize import RULES, evidence, spoken
from basylym.repairs._references.entries import works
from basylym.repairs._references.lists import lists, main

ENTRIES = (
    "Придуманов И. И. Торговля города. – Омск: Степь, 1998. – 240 с.",
    "Сейітқалиев А. Б., Ормантаева Г. Т. Дала сауда жолдары. – Алматы: Қиял, 2009. – Т. 2. – 212 б.",
    "Иванов П. С. Рынки // Вестник вымысла. 2005. Т. 12, № 4. С. 35–48.",
    "Doe, J., & Poe, R. (2015). Tales of the market. Journal of Invented Studies, 12(3), 10–29.",
    "Smith JA. Roads and illness. London: Nowhere Press; 2008. 300 p.",
    "Қазақстан Республикасының ойдан шығарылған заңы, 2001 ж. 1 қаңтар, № 1.",
    "Рынок сегодня. URL: https://example.ru/rynok/2019 (дата обращения: 12.03.2020).",
    "Trade of Nothing Act 2011, c. 5.",
    "ЦГА РК. Ф. 81. Оп. 1. Д. 457. Л. 3–9.",
    "ҚР ОММ. 64-қ. 1-т. 201-іс. 5-п.",
    "ГОСТ 7.1–2003. Описание книги. – Введ. 2004-07-01. – М. : Изд-во стандартов, 2004. – 47 с.",
    "Пат. 34512 РК. Способ очистки вод / Ибраев Н. А. – № 2019/0456.1 ; заявл. 20.06.2019"
    " ; опубл. 30.10.2020.",
    "Там же. С. 15–17.",
    "Сонда. – Б. 12.",
    "Ibid., p. 12.",
    "Его же. Сочинения. – М. : Степь, 2001. – 300 с.",
)
FORMS = ("{n}. {entry}", "[{n}] {entry}", "{n}) {entry}", "{n} {entry}", "{entry}")
GAPS = ("\n", "\n\n")
chosen = st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=12)


@given(
    chosen,
    st.sampled_from(FORMS),
    st.sampled_from(GAPS),
    st.sampled_from(["", "\n\nҚосымша\n\nМәтін.", "\n\n[^1]: Ескертпе, 2019."]),
)
def test_as_many_entries_are_found_as_are_listed(entries, form, gap, behind):
    assume(len(entries) > 1 or form != "{n} {entry}")
    listed = gap.join(form.format(n=n, entry=entry) for n, entry in enumerate(entries, 1))
    found = main(f"Мәтін.\n\nӘдебиеттер\n\n{listed}{behind}")
    assert [" ".join(work.raw.split()) for work in found.works] == entries


@given(chosen, st.sampled_from(FORMS[:4]))
def test_entries_that_damage_joined_are_parted_at_their_numbers(entries, form):
    assume(len(entries) > 1 or form != "{n} {entry}")
    listed = " ".join(form.format(n=n, entry=entry) for n, entry in enumerate(entries, 1))
    found = main(f"Текст.\n\nЛитература\n\n{listed}")
    assert [work.raw for work in found.works] == entries


@given(chosen, st.integers(40, 90), st.sampled_from(FORMS[:4]))
def test_entries_wrapped_over_lines_stay_whole(entries, width, form):
    assume(len(entries) > 1 or form != "{n} {entry}")
    listed = "\n".join(
        re.sub(rf"(.{{20,{width}}}) ", r"\1\n", form.format(n=n, entry=entry))
        for n, entry in enumerate(entries, 1)
    )
    found = main(f"Текст.\n\nЛитература\n\n{listed}")
    assert [work.raw for work in found.works] == entries


@given(chosen)
def test_keys_are_unique_and_plain_and_the_same_each_time(entries):
    made = works(enumerate(entries, 1))
    keys = [work.key for work in made]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z]+\d+[a-z]*(?:-\d+)?", key) for key in keys)
    assert made == works(enumerate(entries, 1))


@settings(max_examples=300)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=6))
def test_any_text_is_an_entry_that_keeps_itself(entries):
    made = works(enumerate(entries, 1))
    assert [work.raw for work in made] == [" ".join(entry.split()) for entry in entries]


def test_numbers_may_be_missing_or_stand_twice():
    text = "Т.\n\nЛитература\n\n1. А, 2001.\n\n2. Б, 2002.\n\n4. В, 2004.\n\n4. Г, 2004."
    assert [entry.number for entry in main(text).entries] == [1, 2, 4, 4]


def test_a_line_that_begins_with_a_number_is_an_entry_only_where_the_numbers_run_on():
    listed = (
        "1 Smith, J. (2010). Trade.\n2 Doe, A. (2011). Numbers. London:\n12 Roads.\n3 Poe, B. (2012). Towns."
    )
    assert [work.number for work in main(f"Text.\n\nReferences\n\n{listed}").works] == [1, 2, 3]
    titled = "1 Smith, J. (2010). Route 2 Towns, a tale https://example.org/a 2 Doe, A. (2011). Numbers."
    assert [work.number for work in main(f"Text.\n\nReferences\n\n{titled}").works] == [1, 2]
    alone = "5 Smith, J. (2010). Trade.\n\nDoe, A. (2011). Numbers."
    assert [work.number for work in main(f"Text.\n\nReferences\n\n{alone}").works] == [0, 0]


SORTED = (
    "Brown, A. (2011). Imaginary trade routes.",
    "Granovetter, M. (1973). The strength of weak ties.\nAmerican Journal of Sociology, 78(6), 1360–1380.",
    "Hill, S. (2018). Towns of the steppe. https://example.org/towns",
    "Poe, R. (2004). The three-factor theory of grammar.\nIn J. Doe (Ed.), Handbook of grammar. Nowhere.",
    "Smith, B., Stone, C., & Watts,\nD. (2013). Empty archives.",
    "Артемьева, С. А., Дмитриев, А. И. и Дорутина, В.\nВ. 2002. Контроль.",
    "Белозеров, И. В. и Ким, Б. С.\n2002. Политика Орды.",
)


@pytest.mark.parametrize("turned", [False, True])
def test_a_line_inside_an_entry_of_a_sorted_list_opens_none(turned):
    entries = [*SORTED[5:], *SORTED[:5]] if turned else SORTED
    found = main("Text.\n\nReferences\n\n" + "\n".join(entries))
    assert [work.raw for work in found.works] == [entry.replace("\n", " ") for entry in entries]


def test_year_behind_a_volume_is_no_number_of_an_entry():
    text = f"Т.\n\nЛитература\n\n1. {ENTRIES[1]}\n\n2. Б, 2002."
    assert len(main(text).entries) == 2


@given(chosen, st.sampled_from([" ↑", " ↩", " ↑ ↑ ↑", " ↑1 ↑2", "\n↩︎"]), st.sampled_from(FORMS[:4]))
def test_links_back_to_citations_are_no_words_of_an_entry(entries, links, form):
    assume(len(entries) > 1 or form != "{n} {entry}")
    listed = "\n\n".join(form.format(n=n, entry=entry) + links for n, entry in enumerate(entries, 1))
    found = main(f"Текст.\n\nЛитература\n\n{listed}")
    assert [" ".join(work.raw.split()) for work in found.works] == entries


@pytest.mark.parametrize("links", ["↑ ", "↑ 1 2 ", "^ ", "^ a b c "])
def test_links_of_a_wiki_before_an_entry_are_no_words_of_it(links):
    listed = "\n\n".join(links + entry for entry in ENTRIES[:4])
    assert [work.raw for work in main(f"Текст.\n\nЛитература\n\n{listed}").works] == list(ENTRIES[:4])


@given(chosen, st.integers(1, 11), st.sampled_from(["\n\n", "\f", "\n\f\n"]))
def test_entry_over_a_page_break_stays_one(entries, broken, gap):
    broken = min(broken, len(entries)) - 1
    turned = re.sub(r"(.{15,40}[^\W\d_.:;–]) (?=[^\W\d_])", rf"\1{gap}", entries[broken], count=1)
    listed = [*entries[:broken], turned, *entries[broken + 1 :], ENTRIES[0]]
    text = "\n\n".join(f"{n}. {entry}" for n, entry in enumerate(listed, 1))
    found = main(f"Текст.\n\nЛитература\n\n{text}")
    assert [" ".join(work.raw.split()) for work in found.works] == [*entries, ENTRIES[0]]


def test_same_works_in_two_scripts_are_two_lists_and_only_one_becomes_the_bibliography():
    cyrillic = ENTRIES[0], "Иванов П. С. Рынки // Вестник вымысла. 2005. Т. 12, № 4. С. 35–48."
    latin = (
        "Pridumanov I.I. Torgovlya goroda [Trade of the city]. Omsk: Step', 1998. 240 p.",
        "Ivanov P.S. Rynki [Markets]. Vestnik vymysla. 2005. Vol. 12, no. 4. Pp. 35–48.",
    )
    numbered = [f"{number}. {entry}" for number, entry in enumerate(cyrillic, 1)]
    text = "\n\n".join(["Текст [1].", "Литература", *numbered, "References", *latin])
    found = lists(text)
    assert [len(one.works) for one in found] == [2, 2]
    assert [work.raw for work in main(text).works] == list(cyrillic)
    language = spoken("ru")
    edits = list(RULES["reference-lists"].find(text, language, evidence(language)(text)))
    assert [work.raw for edit in edits for work in edit.moved] == list(cyrillic)
    assert any("second list, of the same works" in edit.evidence for edit in edits if edit.query)


def test_second_list_is_told_from_the_first():
    text = f"Т.\n\nӘдебиеттер\n\n1. {ENTRIES[0]}\n\nReferences\n\n1. {ENTRIES[4]}"
    assert len(lists(text)) == 2
    assert main(text).works[0].raw == ENTRIES[0]


@pytest.mark.parametrize("text", ["Литература\n\nО ней писали многие.", "Әдебиеттер", "Литература 1\n\n", ""])
def test_heading_without_works_is_no_list(text):
    assert main(text) is None


MINE = (
    "reference-lists",
    "front-matter",
    "numeric-citations",
    "author-date-citations",
    "superscript-citations",
)
HEADS = {
    "bare": "",
    "listed": "а\n\nЛитература\n\n1. Иванов И. И. Книга. – М.: Наука, 2001.\n\n",
    "headed": "Название\n\nИ. И. Иванов\n\n",
}
RUNS = {
    "letters": "А" * 50_000,
    "spaces": "а" + " " * 50_000 + "б",
    "brackets": "[" * 50_000,
    "number and spaces": "[1," + " " * 50_000 + "2]",
    "initials": "А. " * 17_000,
    "names": "Иванов И. И., " * 3_500,
    "digits": "1" * 50_000,
    "years": "(2010 " * 8_000,
    "citations": "(Smith, 2010; " * 3_500,
    "address": "http://" + "a/" * 25_000,
    "mail": "a." * 25_000 + "@",
    "numbers": "1. а\n" * 10_000,
    "headings": "Литература\n" * 4_500,
    "dashes": " – " * 16_000,
    "slashes": " // " * 12_000,
    "capitals": "Aa " * 16_000,
    "raised": "абв¹" * 12_000,
    "labels": "Аннотация. а\n" * 3_800,
    "places": "Ф. 81. Оп. 1. Д. 4. " * 2_500,
    "same": "Там же. С. 5. " * 3_500,
    "links": "↑ 1 " * 12_000,
    "codes": "МРНТИ 11.25 " * 4_000,
}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("run", RUNS)
def test_runs_of_anything_take_no_endless_time(run, head):
    language = spoken("ru")
    words = evidence(language)("а")
    start = time.process_time()
    for slug in MINE:
        list(RULES[slug].find(HEADS[head] + RUNS[run], language, words))
    assert time.process_time() - start < 2


def test_a_range_of_pages_that_a_line_end_parts_is_one():
    (work,) = works([(1, "Иванов П. С. Рынки // Вестник вымысла. 2005. № 4. С. 35–\n48.")])
    assert {one.name: one.value for one in work.fields}["pages"] == "35–48"
    assert work.raw.endswith("С. 35–48.")
