"""An article in another script of its language: every word, its tag, its table named, no PDF in Arabic."""

import itertools
import re
import shutil
from pathlib import Path

import pytest

from basylym import citing, pipeline, project, rescripting
from basylym.adapters import lexicon
from basylym.model.document import Document, attributes, div, plain, span, string, walk, words
from basylym.model.notices import BasylymError
from basylym.stages import rescript, romanize
from commands import basylym

ROOT = Path(__file__).parents[1]
CYRILLIC = re.compile("[\u0400-\u04ff]")
ARTICLE = """---
title: {kk: Тіл туралы, ru: О языке, en: On Language}
lang: kk
author: [{name: Айгүл Қонай, affiliations: Тіл институты}]
abstract: {kk: Бұл аңдатпа., ru: Аннотация.}
keywords: {kk: [тіл, сөз], ru: [язык]}
date: 2024-05-06
journal: {title: Тіл хабаршысы, series: Филология сериясы, issn: 0000-0000}
statements: {funding: Қаржыландырылған жоқ}
---

## Кіріспе

Қазақстан, 2,5 пайыз; [слово и дело]{lang=ru}, `код`, https://қаз.kz/а деді ме?

![Сурет атауы](a.svg){#fig:a}
"""


@pytest.fixture(scope="module")
def composed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("article")
    (folder / "manuscript").mkdir()
    (folder / "manuscript" / "article.md").write_text(ARTICLE, encoding="utf-8")
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    )
    (folder / "manuscript" / "a.svg").write_text(drawing, encoding="utf-8")
    return project.find(folder)


@pytest.mark.parametrize(
    ("script", "tag"), [("latin", "kk-Latn"), ("latin-2021", "kk-Latn"), ("arabic", "kk-Arab")]
)
def test_every_word_of_the_language_is_rewritten_and_no_other(composed, script, tag):
    made = pipeline.rescripted(pipeline.compose(composed).value, script)
    left = [
        node["c"]
        for node in walk(made.document.blocks)
        if node["t"] in ("Str", "Code") and CYRILLIC.search(str(node["c"]))
    ]
    text = " ".join(str(word) for word in left)
    for word in ("слово", "дело", "язык", "Аннотация", "код", "https://қаз.kz/а"):
        assert word.lower() in text.lower()
    assert "аңдатпа" not in text
    assert "Қазақстан" not in text
    assert made.language.tag == made.manuscript.front.language == tag
    names = {attributes(node)[0]: attributes(node)[2].get("lang") for node in made.document.blocks}
    assert names[f"front-title-{tag}"] == tag
    assert names["front-title-ru"] == "ru"


@pytest.mark.parametrize("script", ["latin", "latin-2021", "arabic"])
def test_front_matter_and_terms_follow(composed, script):
    made = pipeline.rescripted(pipeline.compose(composed).value, script)
    front, pack = made.manuscript.front, made.language
    assert set(front.title) == {pack.tag, "ru", "en"}
    assert not CYRILLIC.search(" ".join(front.keywords[pack.tag]) + front.title[pack.tag])
    assert front.keywords["ru"] == ("язык",)
    assert not CYRILLIC.search(next(iter(front.contributors[0].name.values())))
    terms = [getattr(pack.terms, name) for name in pack.terms.__slots__]
    assert not [term for term in terms if CYRILLIC.search(term)]
    assert "{n}" in pack.terms.figure
    assert not CYRILLIC.search(pack.date(front.date))
    assert front.masthead.title
    assert not CYRILLIC.search(front.masthead.title + front.masthead.series)
    assert front.statements
    assert not CYRILLIC.search(" ".join(front.statements.values()))
    assert not CYRILLIC.search(" ".join(pack.csl_terms.values()))


@pytest.mark.parametrize(
    ("script", "named"), [("latin", "2018"), ("latin-2021", "2021 jylğy joba"), ("arabic", "توتە")]
)
def test_table_is_named_at_the_end_and_called_an_experiment(composed, script, named):
    made = pipeline.rescripted(pipeline.compose(composed).value, script)
    last = made.document.blocks[-1]
    assert attributes(last)[0] == rescript.NOTE
    assert named in plain(last)
    assert re.search("[Tt]äjıri|[Tt]ájirı|تاجىريبە", plain(last))


def test_arabic_signs_stand_outside_figures_only():
    system = citing.ROMANIZATIONS["kazakh-arabic"]
    assert rescript.signs("2,5 ا, ب; ج?", system) == "2,5 ا، ب؛ ج؟"
    assert rescript.signs("a, b", citing.ROMANIZATIONS["iso-9"]) == "a, b"


@pytest.mark.parametrize(
    ("script", "broken"),
    [
        *(
            ("kazakh-latin-2018", word)
            for word in (
                "yn-ty-maq-tas-tyq",
                "ke-ıin",
                "qa-ýyn",
                "sha-ńy-raq",
                "qı-yn",
                "oqý-shy",
                "ıaǵ-nı",
                "ba-ýyr",
            )
        ),
        *(("kazakh-latin-2021", word) for word in ("yn-ty-maq-tas-tyq", "ke-iın", "şa-ñy-raq", "oqu-şy")),
    ],
)
def test_latin_words_break_where_their_cyrillic_forms_do(script, broken):
    rule = rescript.breaks(pipeline.LANGUAGES["kk"], citing.ROMANIZATIONS[script])
    word = broken.replace("-", "")
    places = [0, *rule(word), len(word)]
    assert "-".join(word[a:b] for a, b in itertools.pairwise(places)) == broken


def test_arabic_words_never_break():
    assert rescript.breaks(pipeline.LANGUAGES["kk"], citing.ROMANIZATIONS["kazakh-arabic"]) is None


def test_latin_breaks_agree_with_cyrillic_ones_on_the_lexicon():
    system, pack = citing.ROMANIZATIONS["kazakh-latin-2018"], pipeline.LANGUAGES["kk"]
    rule = rescript.breaks(pack, system)
    words = [w for w in sorted(lexicon.load("kk").headwords) if set(w) <= set(pack.letters)][::9]
    wrong = 0
    for word in words:
        parts = [0, *pack.hyphenate(word), len(word)]
        cut = [word[a:b] for a, b in itertools.pairwise(parts)]
        latin = romanize.romanize(word, system, "kk")
        places = [0, *rule(latin), len(latin)]
        wrong += "-".join(latin[a:b] for a, b in itertools.pairwise(places)) != "-".join(
            romanize.romanize(part, system, "kk") for part in cut
        )
    assert wrong / len(words) < 0.05


def test_lang_attribute_inside_the_text_decides():
    pack, system = pipeline.LANGUAGES["kk"], citing.ROMANIZATIONS["kazakh-latin-2018"]
    run = [*words("тіл"), span(words("язык"), lang="ru"), span(words("тіл"), lang="kk")]
    given = Document(
        (1, 23), (div([{"t": "Para", "c": run}], lang="kk", alt="сурет"), {"t": "Para", "c": [string("ой")]})
    )
    write = rescripting.writer("kazakh-latin-2018", system, "kk")
    made = rescript.document(given, pack, system, write)
    assert [plain([block]) for block in made.blocks] == ["tilязыкtil", "oı"]
    assert attributes(made.blocks[0])[2] == {"lang": "kk-Latn", "alt": "sýret"}


@pytest.mark.parametrize("name", rescripting.SYSTEMS.values())
def test_exceptions_are_those_the_table_spells_otherwise(name):
    system = citing.ROMANIZATIONS[name]
    for start, written in lexicon.exceptions(name).items():
        assert romanize.romanize(start, system, "kk") != written
        assert not CYRILLIC.search(written)


@pytest.mark.parametrize("script", ["klingon", "iso-9"])
def test_unknown_script_is_refused_with_the_names_of_those_there_are(composed, script):
    with pytest.raises(BasylymError, match=r"latin, latin-2021, arabic"):
        pipeline.rescripted(pipeline.compose(composed).value, script)


def test_other_languages_have_no_other_script(tmp_path):
    shutil.copytree(ROOT / "templates" / "init" / "ru", tmp_path / "manuscript")
    shutil.move(tmp_path / "manuscript" / "references.bib", tmp_path / "references.bib")
    with pytest.raises(BasylymError, match="romanization-exists"):
        pipeline.rescripted(pipeline.compose(project.find(tmp_path)).value, "latin")


def test_command_prints_the_page_and_refuses_the_pdf_in_arabic_script(composed, tmp_path):
    command = ("build", composed.root, "--script", "arabic")
    said = basylym(*command, "--to", "pdf,html", "--out", tmp_path)
    assert said.returncode == 1
    assert "script-can-be-set" in said.stderr
    assert [path.name for path in tmp_path.glob("article*")] == ["article-arabic.html"]
    page = (tmp_path / "article-arabic.html").read_text("utf-8")
    assert 'lang="kk-Arab"' in page
    alone = basylym(*command, "--to", "pdf")
    assert alone.returncode == 3


@pytest.mark.parametrize(("script", "word"), [("latin", "álip\u00adbı"), ("latin-2021", "älıp\u00adbi")])
def test_words_in_latin_letters_may_break_on_the_page(composed, script, word):
    made = pipeline.rescripted(pipeline.compose(composed).value, script)
    galley = pipeline.galley(made, pipeline.FORMATS["html"])
    assert word in plain(galley.document.blocks)


def test_article_of_a_region_breaks_as_its_language_does(tmp_path):
    (tmp_path / "manuscript").mkdir()
    text = "---\nlang: kk-KZ\ntitle: Т\n---\n\nынтымақтастығымыздың\n"
    (tmp_path / "manuscript" / "article.md").write_text(text, encoding="utf-8")
    made = pipeline.compose(project.find(tmp_path)).value
    galley = pipeline.galley(made, pipeline.FORMATS["html"])
    assert "\u00ad" in plain(galley.document.blocks)
