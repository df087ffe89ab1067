"""References set in the styles of GOST: each kind of entry as the standards print it, in its language."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basylym import citing, pipeline
from basylym.adapters import pandoc, resources
from basylym.model.bibliography import Bibliography, Reference
from basylym.model.document import attributes, plain, rewrite, walk

SPECIMENS = Path(__file__).parent / "specimens"
ENTRIES = json.loads((SPECIMENS / "gost-7-1-2003" / "references.json").read_text("utf-8"))
LANGUAGES = pipeline.LANGUAGES
STYLES = ("gost-7-1-2003", "gost-r-7-0-100-2018", "gost-r-7-0-5-2008-numeric")


def printed(style, tag, entries):
    """The text of every reference as a list in the language ``tag`` prints it, without number and links."""
    references = {one["id"]: Reference(one["id"], one, "x.bib", 1) for one in entries}
    text = " ".join(f"[@{key}]" for key in references)
    xml = resources.styles()[style].read_text("utf-8")
    made = citing.resolve(pandoc.parse(text), Bibliography(references), xml, LANGUAGES[tag], LANGUAGES, ())
    bare = rewrite(list(made.blocks), _without_links, "")
    found = {}
    for node in walk(bare):
        identifier, classes, _ = attributes(node)
        if node["t"] == "Div" and "csl-entry" in classes:
            number, _, entry = plain(node).partition(".")
            found[identifier.removeprefix("ref-")] = (number, " ".join(entry.split()))
    return found


def _without_links(node, _):
    return [] if "backlinks" in attributes(node)[1] else node


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tag", ["kk", "ru", "en"])
def test_every_kind_of_entry_is_described_as_the_standard_prints_it(style, tag):
    rows = (SPECIMENS / style / "printed.tsv").read_text("utf-8").splitlines()
    expected = dict(row.split("\t") for row in rows)
    found = {key: entry for key, (_, entry) in printed(style, tag, ENTRIES).items()}
    assert list(found) == list(expected)
    for key, text in expected.items():
        assert found[key] == text


@pytest.mark.parametrize("style", STYLES)
def test_references_stand_in_the_order_of_citation(style):
    numbers = [number for number, _ in printed(style, "kk", ENTRIES).values()]
    assert numbers == [str(n) for n in range(1, len(ENTRIES) + 1)]


def test_style_without_the_rule_describes_all_works_in_the_language_of_the_article():
    one = next(entry for entry in ENTRIES if entry["id"] == "book-later-edition")
    assert "изд" not in printed("apa", "kk", [one])["book-later-edition"][1]


def test_source_of_every_specimen_is_named():
    rows = (SPECIMENS / "gost-7-1-2003" / "sources.tsv").read_text("utf-8").splitlines()
    assert [row.split("\t")[0] for row in rows] == [entry["id"] for entry in ENTRIES]
    assert all(len(row.split("\t")[1]) > 10 for row in rows)
    examples = (SPECIMENS / "printed-by-others" / "examples.tsv").read_text("utf-8").splitlines()
    beside = {name for row in rows for name in row.split("\t")[2].split(", ") if name != "-"}
    assert beside <= {row.split("\t")[1] for row in examples}


@pytest.mark.parametrize("tag", ["kk", "ru", "en"])
def test_author_date_style_describes_every_work_as_the_numeric_one_does(tag):
    numeric = printed("gost-r-7-0-5-2008-numeric", tag, ENTRIES)
    dated = printed("gost-r-7-0-5-2008", tag, ENTRIES)
    assert {key: entry for key, (_, entry) in dated.items()} == {
        key: one for key, (_, one) in numeric.items()
    }


NAMES = "Ёлкин Ежов Әбіш Азат Ғабит Галым Қали Кәрім Ңар Нар Өмір Омар Ұлық Үсен Улан Һадис Хасен".split()
NAMES += ["Ілияс", "Ырыс"]
LATIN = ["Knuth", "Ábel", "Shannon", "Zapf"]


def names_in_order(style, tag, names):
    entries = [
        {
            "id": f"n{n}",
            "type": "book",
            "title": "Т",
            "author": [{"family": name, "given": "А."}],
            "issued": YEAR,
        }
        for n, name in enumerate(names)
    ]
    return [names[int(key.removeprefix("n"))] for key in printed(style, tag, entries)]


YEAR = {"date-parts": [[2000]]}
SORTED = ("apa", "chicago-author-date", "gost-r-7-0-5-2008")


@settings(max_examples=3, deadline=None)
@given(st.permutations(NAMES + LATIN))
@pytest.mark.parametrize("style", SORTED)
def test_kazakh_list_has_works_in_cyrillic_by_the_alphabet_then_works_in_latin(style, names):
    """Source: CLDR 48, collation of kk, which puts Cyrillic before all other letters."""
    found = names_in_order(style, "kk", names)
    alphabet = LANGUAGES["kk"].letters
    told = sorted(NAMES, key=lambda name: [alphabet.index(letter) for letter in name.lower()])
    assert found == [*told, "Ábel", "Knuth", "Shannon", "Zapf"]


@settings(max_examples=3, deadline=None)
@given(st.permutations(["Ежов", "Ёлкин", "Емельянов", "Жуков", "Иванов", "Йович", "Яров", "Knuth", "Zapf"]))
@pytest.mark.parametrize("style", SORTED)
def test_russian_list_sorts_yo_as_ye_and_latin_last(style, names):
    """Source: CLDR 48, collation of ru; ё differs from е only where all else is the same."""
    told = ["Ежов", "Ёлкин", "Емельянов", "Жуков", "Иванов", "Йович", "Яров", "Knuth", "Zapf"]
    assert names_in_order(style, "ru", names) == told


@pytest.mark.parametrize("style", SORTED)
def test_list_in_english_has_latin_first(style):
    assert names_in_order(style, "en", ["Әбіш", "Азат", "Zapf", "Knuth"])[:2] == ["Knuth", "Zapf"]


@pytest.mark.parametrize("style", SORTED)
def test_work_without_an_author_stands_by_its_title(style):
    books = [
        {"id": "a", "type": "book", "title": "Яблоко", "author": [{"family": "Жанат", "given": "А."}]},
        {"id": "b", "type": "book", "title": "Қазақ тілі"},
        {"id": "c", "type": "book", "title": "Алма", "author": [{"family": "Омар", "given": "А."}]},
    ]
    listed = [{**book, "issued": YEAR, "language": "kk-KZ"} for book in books]
    assert list(printed(style, "kk", listed)) == ["a", "b", "c"]


@pytest.mark.parametrize("tag", ["kk", "ru", "de", "tr"])
@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-author-date"])
def test_no_comma_stands_before_the_word_between_the_last_two_names(style, tag):
    """``А. Әуез, Б. Қонай және Ғ. Мүсіреп``: the comma before "and" is English."""
    one = next(entry for entry in ENTRIES if entry["id"] == "book-three-authors")
    joint = LANGUAGES[tag].csl_terms.get("and", "und")
    ((_, text),) = printed(style, tag, [one]).values()
    assert f" {joint} " in text or " & " in text
    assert f", {joint}" not in text
    assert ", &" not in text


@pytest.mark.parametrize(
    ("tag", "day"), [("kk", "5 қараша"), ("ru", "5 ноября"), ("de", "5. November"), ("tr", "5 Kasım")]
)
@pytest.mark.parametrize("style", ["apa", "chicago-author-date"])
def test_day_stands_before_the_month(style, tag, day):
    one = next(entry for entry in ENTRIES if entry["id"] == "kazakh-newspaper-article")
    ((_, text),) = printed(style, tag, [one]).values()
    assert day in text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("style", "day"),
    [
        ("gost-7-1-2003", "хаты : 1925 ж. 6 мамыр // ҚР ОММ. – 81-қ."),
        ("gost-r-7-0-100-2018", "хаты : 1925 ж. 6 мамыр. – Мәтін : басылған // ҚР ОММ. – 81-қ."),
        ("gost-r-7-0-5-2008-numeric", "хаты // ҚР ОММ. 81-қ. 1925."),
    ],
)
def test_document_in_an_archive_keeps_its_date(style, day):
    letter = {"id": "a", "type": "manuscript", "language": "kk-KZ", "title": "Оқу комиссариатының хаты"}
    place = {"archive": "ҚР ОММ", "archive_location": "81-қ."}
    ((_, text),) = printed(
        style, "kk", [{**letter, **place, "issued": {"date-parts": [[1925, 5, 6]]}}]
    ).values()
    assert text.replace("\u00a0", " ") == f"Оқу комиссариатының {day}"


FOUR_AND_MORE = [{"family": "Артемьева", "given": "С. А."}, {"literal": "others"}]


@pytest.mark.parametrize("style", ["gost-7-1-2003", "gost-r-7-0-100-2018"])
def test_book_of_one_author_and_others_starts_with_its_title(style):
    """Four authors and more do not head an entry (GOST 7.80-2000, 5.4.2); "and others" says that they are."""
    book = {"id": "a", "type": "book", "language": "ru-RU", "title": "Контроль мяса", "author": FOUR_AND_MORE}
    ((_, text),) = printed(style, "ru", [{**book, "issued": YEAR}]).values()
    assert text.startswith("Контроль мяса / С. А. Артемьева [и др.]. – 2000.")


@pytest.mark.parametrize("style", [*STYLES, "gost-r-7-0-5-2008"])
def test_law_in_a_newspaper_has_its_day_and_one_in_a_gazette_its_issue(style):
    law = {"id": "a", "type": "legislation", "language": "ru-RU", "title": "О языках", "number": "1-ФЗ"}
    paper = {**law, "container-title": "Газета", "issued": {"date-parts": [[2006, 7, 29]]}}
    ((_, day),) = printed(style, "ru", [paper]).values()
    ((_, issue),) = printed(style, "ru", [{**paper, "issue": "31"}]).values()
    assert re.search(r"2006\. (?:– )?29 июля", day)
    assert "июля" not in issue
    assert re.search(r"2006\. (?:– )?№ 31", issue)


@pytest.mark.parametrize(
    ("style", "month"), [("gost-7-1-2003", "2020. – Қаңтар."), (STYLES[2], "2020. Қаңтар.")]
)
def test_month_without_a_day_starts_its_area_with_a_capital(style, month):
    article = {
        "id": "a",
        "type": "article-newspaper",
        "language": "kk-KZ",
        "title": "Т",
        "container-title": "Г",
    }
    ((_, text),) = printed(style, "kk", [{**article, "issued": {"date-parts": [[2020, 1]]}}]).values()
    assert text.endswith(month)


@pytest.mark.parametrize("style", resources.styles())
def test_compilers_are_named_in_every_style(style):
    people = [{"family": "Бирюкова", "given": "А."}]
    book = {"id": "a", "type": "book", "language": "ru-RU", "title": "Стихи о музыке", "compiler": people}
    (parts,) = printed(style, "ru", [{**book, "issued": YEAR}]).values()
    assert "Бирюкова" in "".join(parts)
    if style in STYLES:
        assert "/ сост. А. Бирюкова" in parts[1]


@pytest.mark.parametrize("style", resources.styles())
def test_number_with_a_letter_behind_its_hyphen_is_one_number(style):
    law = {"id": "a", "type": "legislation", "language": "en-US", "title": "On Languages", "number": "151-I"}
    text = " ".join(str(one) for one in printed(style, "en", [law]).values())
    assert "Nos" not in text
    assert not {"\ufdd0", "\ufdd1"} & set(text)
    if style in ("apa", "chicago-author-date"):
        assert "No. 151-I" in text


TWO_OF_ONE_YEAR = [
    {
        "id": key,
        "type": "book",
        "language": "kk-KZ",
        "title": title,
        "author": [{"family": "Әуез", "given": "М."}, {"family": "Қонай", "given": "А."}],
        "issued": {"date-parts": [[2000]]},
    }
    for key, title in (("a", "Т"), ("b", "У"))
]


def cited_in_passages(style, text):
    references = {one["id"]: Reference(one["id"], one, "x.bib", 1) for one in TWO_OF_ONE_YEAR}
    xml = resources.styles()[style].read_text("utf-8")
    made = citing.resolve(pandoc.parse(text), Bibliography(references), xml, LANGUAGES["kk"], LANGUAGES, ())
    return [plain(block).replace("\u00a0", " ") for block in made.blocks]


PASSAGES = "@a айтты, [@b, 5-б.].\n\n::: {lang=ru}\n@a сказал, [@b, 5].\n:::\n\n[@b said.]{lang=en}"


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (
            "apa",
            [
                "Әуез және Қонай (2000a) айтты, (Әуез және Қонай, 2000b, 5-б.).",
                "Әуез и Қонай (2000a) сказал, (Әуез и Қонай, 2000b, с. 5).",
                "Әуез & Қонай (2000b) said.",
            ],
        ),
        ("gost-7-1-2003", ["[1] айтты, [2, 5-б.].", "[1] сказал, [2, с. 5].", "[2] said."]),
    ],
)
def test_citation_has_the_words_of_its_passage_and_the_letters_of_the_one_list(style, shown):
    assert cited_in_passages(style, PASSAGES)[:3] == shown


def test_citation_in_a_language_without_a_pack_has_the_words_of_the_article():
    assert cited_in_passages("apa", "[@a]{lang=fi}")[0] == "Әуез және Қонай (2000)"


LAW = {
    "id": "law",
    "type": "legislation",
    "title": "О языках",
    "genre": "закон РК от 11 июля 1997 г.",
    "number": "151",
    "container-title": "Казахстанская правда",
    "issued": {"date-parts": [[1997, 7, 17]]},
    "language": "ru-RU",
}
LETTER = {
    "id": "letter",
    "type": "manuscript",
    "title": "Письмо учителя",
    "archive": "ЦГА РК",
    "archive_location": "Ф. 81. Оп. 1. Д. 4",
    "language": "ru-RU",
}


@pytest.mark.parametrize("style", resources.styles())
def test_every_style_prints_the_act_and_what_printed_it(style):
    found = printed_anywhere(style, LAW).casefold()
    told = ("О языках", "закон РК", "№ 151", "Казахстанская правда", "1997")
    assert all(part.casefold() in found for part in told)


@pytest.mark.parametrize("style", resources.styles())
def test_every_style_prints_the_archive_and_the_place_in_it(style):
    found = printed_anywhere(style, LETTER)
    assert all(part in found for part in ("Письмо учителя", "ЦГА РК", "Ф. 81. Оп. 1. Д. 4"))


def test_place_in_an_archive_names_what_is_cited():
    bare = {name: value for name, value in LETTER.items() if name != "title"}
    assert "ЦГА РК. – Ф. 81. Оп. 1. Д. 4" in printed_anywhere("gost-7-1-2003", bare)
    assert "не указан" not in printed_anywhere("gost-7-1-2003", bare)


def printed_anywhere(style, entry):
    references = {entry["id"]: Reference(entry["id"], entry, "x.bib", 1)}
    xml = resources.styles()[style].read_text("utf-8")
    text = pandoc.parse(f"[@{entry['id']}]")
    made = citing.resolve(text, Bibliography(references), xml, LANGUAGES["ru"], LANGUAGES, ())
    return " ".join(plain(list(made.blocks)[-1]).split())
