"""YAML that is a mapping of fields, or the place where it is none."""

import pytest

from basylym.adapters.yaml import load
from basylym.model.notices import BasylymError, Condition

BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def fault(text):
    with pytest.raises(BasylymError) as caught:
        load(text, "article.md", 2)
    assert caught.value.notice.condition is Condition.FRONT_MATTER_IS_YAML
    assert "\n" not in caught.value.notice.detail
    return caught.value.notice


def test_scalars_are_as_typed():
    assert load("a: 81.10\nb: 2014-11-05\nc: no\nd:\ne: ~\n1: '2'\nf: [1, 0x10]\n", "a.md", 2) == {
        "a": "81.10",
        "b": "2014-11-05",
        "c": "no",
        "d": None,
        "e": None,
        "1": "2",
        "f": ["1", "0x10"],
    }


def test_empty_front_matter_is_no_fault():
    assert load("", "a.md", 2) == {}
    assert load("# only a comment", "a.md", 2) == {}


def test_tab_indents_as_it_does_for_pandoc():
    assert load("a:\n  b:\n\t- c\n    - d\ne: f\tg", "a.md", 2) == {"a": {"b": ["c", "d"]}, "e": "f    g"}


def test_place_is_told_in_lines_of_the_file():
    assert str(fault("title: A\nauthor: [A\nlang: kk").locus).startswith("article.md:4:")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BOMB, "alias"),
        ("a: &x 1\nb: *x", "alias"),
        ("[" * 5000, "nested"),
        ("a: " + "[" * 25 + "]" * 25, "nested"),
        ("a: " + "x" * 200_000, "longer"),
        ("- a\n- b", "list of fields"),
        ("only words", "list of fields"),
        ("title: A\ntitle: B", "stands twice"),
        ("title: {kk: A, kk: B}", "stands twice"),
        ("author:\n- {name: A, name: B}", "stands twice"),
        ("a: b: c", "not YAML"),
        ("a: 'x", "not YAML"),
        ("a: \x07", "not YAML"),
        ("a: !!python/object/apply:os.system [id]", "not YAML"),
        ("? [a]\n: b", "not YAML"),
        ("a: @b", "not YAML"),
    ],
)
def test_what_is_no_mapping_is_told(text, words):
    assert words in fault(text).detail
