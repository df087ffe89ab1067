"""The space between a sentence and the next, lost."""

import pytest

from basylym.evidence.words import witness
from basylym.normalize import pack
from basylym.repairs import missing_sentence_spaces as rule


def found(text, tag, accept=None):
    return [
        (text[: edit.start], edit.query)
        for edit in rule.find(text, pack(tag), witness(None, None, accept)(text))
    ]


@pytest.mark.parametrize(
    "text", ["Он ушёл! Мы ехали на Яндекс.Такси", "Где? Это было в Омске.Затем мы уехали"]
)
def test_stop_behind_a_capital_is_asked_about_for_it_may_stand_in_a_name(text):
    assert found(text, "ru") == [(text[: text.index(".") + 1], True)]


def test_stop_behind_the_first_words_of_a_paragraph_is_left_to_the_rule_of_headings():
    assert found("Он ушёл.\nИстория Омска.Город основан давно", "ru") == []


def test_latin_words_are_asked_about_only_where_both_are_known():
    known = frozenset(("we", "read", "it", "then", "left")).__contains__
    assert found("we read it.Then we left", "en", known) == [("we read it.", True)]
    assert found("we read node.Then we left", "en", known) == []
    assert found("we read it.Then we left", "en") == []


def test_bracket_that_closes_a_citation_ends_a_sentence_in_any_letters():
    assert found("as was shown [12].This holds (see there).But", "en") == [
        ("as was shown [12].", False),
        ("as was shown [12].This holds (see there).", False),
    ]


def test_addresses_and_code_are_left():
    for text in ("см. http://сайт.рф/отчёт.Год", "вызов сумма().Итог", "имя_файла.Док", "foo(x)[1].Bar_baz"):
        assert found(text, "ru") == [], text
