"""An entry in another tradition, in Russian or Kazakh words, is read as well as one in English."""

import pytest

from basylym.repairs._references.entries import works
from basylym.stages import inscribe

READ = {
    "Алимова, Г. Дала өзендері [Электрондық ресурс] / Г. Алимова. – 2021. – Қол жеткізу режимі: "
    "https://example.kz/ozen (қаралған күні: 03.05.2022).": {
        "title": "Дала өзендері",
        "url": "https://example.kz/ozen",
        "urldate": "2022-05-03",
        "year": "2021",
    },
    "Алимова, Г. Дала өзендері / Г. Алимова. – 2- бас. – Алматы : Ой, 2005. – 86 б. – Мәтін : басылған.": {
        "kind": "book",
        "edition": "2",
        "pagetotal": "86",
    },
    "Алимов, Е. К., & Серов, П. Н. (2019). Реки степи (2-е изд.) [Учебное пособие]. Дом книги.": {
        "kind": "book",
        "title": "Реки степи",
        "edition": "2",
        "publisher": "Дом книги",
    },
    "Серов ПН, Алимов ЕК. Реки степи [монография]. М.: Дом книги; 2019. 214 с.": {
        "author": "Серов, П. Н. and Алимов, Е. К.",
        "title": "Реки степи",
        "location": "М.",
        "publisher": "Дом книги",
        "pagetotal": "214",
    },
    "Серов, П. Н. 2019. «Паводки и люди». Вестн. ун-та. Сер. 3, География, вып. 5: 23–35.": {
        "kind": "article",
        "title": "Паводки и люди",
        "journaltitle": "Вестн. ун-та. Сер. 3, География",
        "number": "5",
        "pages": "23–35",
    },
    "П. Н. Серов, «Паводки и люди», в Реки и города, Казань: Дом книги, 2015, сс. 20–31.": {
        "kind": "incollection",
        "booktitle": "Реки и города",
        "location": "Казань",
        "pages": "20–31",
    },
    "Серов, П. Н. (2020, июнь 17). Вода пришла. Степная газета.": {
        "kind": "article",
        "journaltitle": "Степная газета",
        "date": "2020-06-17",
    },
    "Әлімов, Е. (2019). Өзен мен адам. Халықаралық конференция материалдары, 71–75.": {
        "kind": "inproceedings",
        "booktitle": "Халықаралық конференция материалдары",
        "pages": "71–75",
    },
    "Әлімов, Е. (2019). Өзен мен адам. Дала университетінің хабаршысы. География сериясы, (3), 44–51.": {
        "kind": "article",
        "title": "Өзен мен адам",
        "journaltitle": "Дала университетінің хабаршысы. География сериясы",
        "number": "3",
    },
    "Roe A, Doe B. On rivers. J Steppe [Internet]. 2021 [cited 2022 Mar 5];3(2):15-21.": {
        "kind": "article",
        "title": "On rivers",
        "volume": "3",
        "pages": "15-21",
    },
}


def told(entry):
    [work] = works([(1, entry)])
    return work, {"kind": work.kind} | {one.name: one.value for one in work.fields}


@pytest.mark.parametrize("entry", READ)
def test_entry_is_read(entry):
    work, fields = told(entry)
    assert work.whole
    assert {name: fields.get(name) for name in READ[entry]} == READ[entry]


@pytest.mark.parametrize(
    "entry",
    [
        "Реки степи : учебник / под ред. П. Н. Серова. – М. : Дом книги, 2001. – 231 с.",
        "Реки степи : сборник / под общ. ред. П. Н. Серова и Е. К. Алимова. – М. : Дом книги, 2001. – 231 с.",
        "Реки степи : отчет / Ин-т степей. – М. : Дом книги, 2001. – 231 с.",
    ],
)
def test_entry_with_someone_responsible_in_the_genitive_gives_its_other_fields_and_is_printed_as_typed(entry):
    work, fields = told(entry)
    assert not work.whole
    assert work.kind == "misc"
    assert work.raw == entry
    assert (fields["publisher"], fields["year"], fields["pagetotal"]) == ("Дом книги", "2001", "231")
    assert "editor" not in fields
    assert "author" not in fields


def test_title_with_a_full_stop_within_is_no_title_and_journal():
    work, _ = told("Серов, П. Н. (2019). Философия. Итоги века. Дом книги.")
    assert not work.whole


@pytest.mark.parametrize(
    ("entry", "author"),
    [
        ("Ministry of Fairs. (2019). Report on fairs. https://example.org/fairs", "Ministry of Fairs"),
        (
            "World Organization of Fairs. (2010). Counts of fever. Nowhere Press.",
            "World Organization of Fairs",
        ),
        ("Дала министрлігі. (2015). Су туралы сөз. https://example.kz/su", "Дала министрлігі"),
    ],
)
def test_body_before_a_year_is_an_author_and_no_person(entry, author):
    work, fields = told(entry)
    assert work.whole
    assert fields["author"] == author
    assert f"author = {{{{{author}}}}}," in inscribe.references([work])


@pytest.mark.parametrize(
    "entry",
    [
        "The river bank. (2010). Roads. Nowhere Press.",
        "Food and Nothing Organization. (2010). Counts of grain. Nowhere Press.",  # BibTeX would make it two
        "History of fairs. (2001). Nowhere Press.",
    ],
)
def test_title_before_a_year_is_no_author(entry):
    assert "author" not in told(entry)[1]
