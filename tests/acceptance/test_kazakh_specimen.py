"""A three-language Kazakh article with both lists: its editions say what a reader of Kazakh expects."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest

from basylym import pipeline, project

ROOT = Path(__file__).parents[2]
TITLES = {
    "kk": "Қазақ мәтініндегі тасымал мен жол тығыздығы: шағын өлшеу",
    "ru": "Перенос слов и плотность строк в казахском тексте: малое измерение",
    "en": "Hyphenation and the Density of Lines in Kazakh Text: A Small Measurement",
}
PRINTED = [
    "ХҒТАР 16.21.37",
    "ӘОЖ 811.512.122",
    "[1, 115–117-б.; 2, 95–97-б.]",
    "[4, 4-бап]",
    "[10, с. 41–43]",
    "[11, p. 388]",
    "1-кестеде және 1-суретте",
    "as Figure 1 shows",
    "«Үлгілер “Хабаршысы”»",
    "XX ғасырдың",
    "1990–2000-жылдардағы",
    "улучшает «цвет»",
    "“greatest where words are longest”",
    "2025, 12-том, № 1, 15–24-б.",
    "Байтұрсынұлы, А. Әдебиет танытқыш / А. Байтұрсынұлы. – 2-бас. – Алматы : Атамұра, 2003. – 208 б.",
    "– 1913. – Т. 7, № 3. – С. 153–162.",
    "– Vol. 27, № 3. – P. 379–423.",
    "Қазақ мәтінін теру (үлгі) : филол. ғыл. канд. дис. автореф. : 10.02.02 / Сынақбаев Нұрлан А. – Алматы",
    "Қазақстанның физикалық картасы (үлгі) [Карталар]. – 1:2 500 000. – Алматы : Үлгі баспасы, 2010. – 1 п.",
    "хаты (үлгі) : 1925 ж. 6 мамыр // Үлгілер мұрағаты. – 81-қ. 1-т. 12-іс. 14-п.",
    "Е. Т. Нұсқабай [және т.б.] // Үлгілер хабаршысы. – 2021. – Т. 3, № 2. – Б. 15–21.",
    "Baitursynuly, A. Ádebıet tanytqysh [A Guide to Literature] / A. Baitursynuly.",
    "Markov, A. A. Primer statisticheskogo issledovaniya nad tekstom",
    "Университет образцов, Алматы, Казахстан",
    "Institute of Invented Data, Astana, Kazakhstan",
    "Айгуль С. Улгибай",
]


@pytest.fixture(scope="module")
def built():
    """Notices, and suffix -> content, of the specimen."""
    made = pipeline.build(project.find(ROOT / "tests" / "specimens" / "kazakh"), ["pdf", "epub", "html"])
    return made.notices, {edition.suffix: edition.content for edition in made.value}


@pytest.fixture(scope="module")
def files(built):
    """Name -> text of every file of the EPUB."""
    with zipfile.ZipFile(io.BytesIO(built[1][".epub"])) as book:
        return {name: book.read(name).decode("utf-8", "ignore") for name in book.namelist()}


def words(page):
    page = re.sub(r"(?s)<(style|script)\b.*?</\1>|<[^>]+>", "", page)
    return re.sub(r"\s+", " ", page.replace("\u00ad", "").replace("\u00a0", " "))


def test_it_builds_without_a_notice(built):
    assert built[0] == ()


@pytest.mark.parametrize("text", PRINTED)
def test_page_says(built, text):
    assert text in words(built[1][".html"].decode())


@pytest.mark.parametrize("text", [text for text in PRINTED if "12-том" not in text])
def test_book_says(files, text):
    assert text in " ".join(words(page) for name, page in files.items() if name.endswith(".xhtml"))


def test_both_lists_have_the_same_works_in_the_same_order(built):
    found = re.findall(r'id="ref-(latin-)?([a-z]+\d+)"', built[1][".html"].decode())
    first = [key for latin, key in found if not latin]
    assert first == [key for latin, key in found if latin]
    assert len(first) == 21


@pytest.mark.parametrize("tag", TITLES)
def test_metadata_of_the_pdf_has_the_title_in_each_language(built, tag):
    with pikepdf.open(io.BytesIO(built[1][".pdf"])) as document:
        packet = document.Root.Metadata.read_bytes().decode()
        assert str(document.docinfo["/Title"]) == TITLES["kk"]
    assert f'<rdf:li xml:lang="{tag}">{TITLES[tag]}</rdf:li>' in packet
    assert packet.count(f'<rdf:li xml:lang="{tag}">') == 2  # title and description


@pytest.mark.parametrize("tag", TITLES)
def test_metadata_of_the_page_has_title_authors_abstract_and_keywords_in_each_language(built, tag):
    page = built[1][".html"].decode()
    assert f'<meta name="DC.title" lang="{tag}" content="{TITLES[tag]}">' in page
    assert page.count(f'<meta name="DC.creator" lang="{tag}"') == 4
    assert page.count(f'<meta name="DC.subject" lang="{tag}"') == 5
    assert page.count(f'<meta name="DC.description" lang="{tag}"') == 1


def test_metadata_of_the_book_has_title_and_abstract_in_each_language(files):
    package = files["EPUB/content.opf"]
    assert f'<dc:title id="title">{TITLES["kk"]}</dc:title>' in package
    for tag in ("ru", "en"):
        assert f'property="alternate-script" xml:lang="{tag}">{TITLES[tag]}</meta>' in package
        assert package.count(f'<dc:description xml:lang="{tag}">') == 1


def test_each_passage_says_its_language(built):
    page = built[1][".html"].decode()
    assert '<html lang="kk">' in page
    assert page.count('<details lang="ru">') == page.count('<details lang="en">') == 1
    assert re.search(r'id="ref-markov1913"[^>]*lang="ru-RU"', page)
    assert re.search(r'id="ref-latin-markov1913"[^>]*lang="ru-Latn"', page)
