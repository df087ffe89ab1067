"""A hyphen at a line's end is the layout's or the author's; signs that only layouts write tell which."""

import pytest

from basylym.evidence.words import witness
from basylym.normalize import evidence, normalize, pack, spoken
from basylym.repairs import kept_line_end_hyphens

BROKEN = "a\u2010 way, be\u2010\ntween, a well-known meth\u2010\nod"


def mended(tag, text):
    """The text after what is certain, and the questions."""
    language = spoken(tag)
    found = list(kept_line_end_hyphens.find(text, language, evidence(language)(text)))
    asked = [text[edit.start : edit.end] for edit in found if edit.query]
    for edit in sorted(found, key=lambda one: -one.start):
        if not edit.query:
            text = text[: edit.start] + edit.after + text[edit.end :]
    return text, asked


def test_hyphen_that_stands_only_at_line_ends_is_the_layouts():
    assert mended("en", BROKEN) == ("away, between, a well-known method", [])


def test_hyphen_that_stands_within_lines_too_may_be_the_authors():
    text = "zork\u2010\nmil, glim\u2010\nvor, trep\u2010\nnix and up\u2010to\u2010date"
    assert mended("en", text) == (text, ["\u2010\n"] * 3)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (f"{BROKEN} and firefox\ufffeesr", "away, between, a well-known method and firefox-esr"),
        ("firefox\ufffeesr", "firefoxesr"),
        ("firefox\ufffe\nesr", "firefoxesr"),
    ],
    ids=["beside the layout's own", "alone", "where a running head stood behind it"],
)
def test_sign_of_pdfium_is_the_authors_where_the_layout_broke_words_with_another(text, meant):
    assert mended("en", text)[0] == meant


def test_sign_of_pdfium_before_und_is_a_suspended_hyphen():
    assert mended("de", "Vor\ufffeund Nachteile") == ("Vor- und Nachteile", [])


def test_word_that_nobody_knows_is_asked_about_where_the_sign_cannot_stay():
    assert mended("en", "firefox\ufffeesr") == ("firefoxesr", ["\ufffe"])
    assert mended("en", "a method, meth\ufffeod") == ("a method, method", [])


def test_half_a_word_before_a_number_or_a_capital_is_asked_about():
    for text in ("Осы айтылған сөздікт-\nСондықтан қалды", "Осы айтылған сөздікт-\n1\nқалды"):
        assert mended("kk", text) == (text, ["-\n"])
    assert mended("kk", "Ол мұз-\n4 деп аталды") == ("Ол мұз-4 деп аталды", [])


def test_letter_with_a_hyphen_before_or_is_suspended_though_the_two_make_a_word():
    text = "the F-\nor the t-test, and the F- or the t-test; for"
    assert mended("en", text) == (text, [])


def test_half_a_word_before_a_single_capital_is_asked_about():
    text = "The standard com-\nI [arb. units] commands"
    assert mended("en", text) == (text, ["-\n"])


def test_half_a_word_before_a_running_head_is_asked_about():
    for tag, text in (
        ("kk", "туралы» Президенттер-\nУниверситет хабаршысы\n\nдің Бірлескен мәлімдемесі"),
        ("de", "Die Methode: mit dieser Metho-\nZeitschrift für Verwaltung\nde ist es klar"),
        ("ru", "Все пакеты. Необходимые паке-\nВестник университета\nты, не все"),
    ):
        assert mended(tag, text) == (text, ["-\n"])
    text = "ein Debian-\nPaket ist ein\nPaket"
    assert mended("de", text) == (text.replace("-\n", "-", 1), [])


def test_half_a_word_whose_rest_was_misread_as_a_capital_is_asked_about():
    text = "шетелдік зерттеушілер-\nДің пайымдауынша"
    assert mended("kk", text) == (text, ["-\n"])


def test_number_alone_below_a_broken_word_is_asked_about():
    text = "a portable doc-\n59\nument, or one in UTF-\n8\nas others in UTF-8"
    assert mended("en", text) == ("a portable doc-\n59\nument, or one in UTF-8\nas others in UTF-8", ["-\n"])


def test_a_hyphen_of_pdfium_is_the_words_own_where_the_layout_breaks_next_to_no_words():
    text = "бу язманың тулы бер юлы менә шундый\n" * 120
    said, asked = mended("und", f"{text}ирләрнең һәм хатын\ufffeкызларның хокукы\n{text}")
    assert "хатын-кызларның" in said
    assert len(asked) == 1
    said, _ = mended("und", "аерым\ufffeлык һәм хо\ufffeкук турында\nтулы язма менә шундый була\n")
    assert "аерымлык һәм хокук" in said


def test_half_a_word_before_a_decimal_or_broken_more_than_once_is_asked_about():
    for tag, text in (
        ("en", "this may be-\n0.951 for all"),
        ("kk", "сөздікт-\n14pt, сөздікт-\n1\nқалды"),
    ):
        made, asked = mended(tag, text)
        assert made == text
        assert asked


def test_hyphen_between_two_scripts_is_the_words_own():
    assert mended("ru", "с PostScript\ufffeкартинками") == ("с PostScript-картинками", [])


def test_sign_of_pdfium_between_two_words_is_the_authors_hyphen_and_asked_about():
    text = "second\ufffehand land was sur\ufffeveyed"
    known = frozenset("second hand land was surveyed".split())
    found = list(kept_line_end_hyphens.find(text, pack("en"), witness(None, None, known.__contains__)(text)))
    assert [(edit.after, edit.query) for edit in found] == [("-", False), ("", True), ("", False)]


def test_hyphen_of_the_layout_between_capitals_and_small_letters_is_asked_about():
    text = "ЗІР\u2010\nЧовен, да\u2010\nлі й са\u2010\nма річ"
    assert mended("und", text) == ("ЗІР\u2010\nЧовен, далі й сама річ", ["\u2010\n"])


@pytest.mark.parametrize(
    "text", ["зоря сходжен-\nHIP 20889", "назва озна-\nСідло", "сузір’я аль-Дава-\nД. Адамс, 2024"]
)
def test_half_a_word_before_a_capital_is_asked_about_where_no_lexicon_knows_it(text):
    assert mended("und", text) == (text, ["-\n"])


def test_hyphen_of_the_layout_at_the_end_of_a_row_is_asked_about_unless_the_word_is_known():
    text = (
        "зоря     вона розгля\u2010\nкороль    тут ак\u2010\n24 зорі, да\u2010\nлі слово\n"
        "слово   і сло\u2010\nво"
    )
    said, asked = mended("und", text)
    assert "розгля\u2010\nкороль" in said
    assert "ак\u2010\n24 зорі, далі слово" in said
    assert said.endswith("слово")
    assert len(asked) == 2


def test_u0002_that_stands_only_inside_words_is_pdfiums_hyphen_however_many_there_are():
    words = "a meth\x02od of many meth\x02ods, and a meas\x02ure. A method of measure and methods. "
    said = normalize((words * 9).encode(), "a.txt", "en").value.article
    assert "a method of many methods, and a measure. A method of measure" in said
    said = normalize(b"a meth\x02od of one\x02. " + b"There is no more. " * 40, "a.txt", "en").value.article
    assert "meth\ufffdod" in said
