"""Walking the tree and making changed ones."""

import pytest

from basylym.model.document import attributes, plain, rewrite, rewrite_runs, string, walk, words
from trees import read


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("a *b* **c** ~~d~~ x^2^ `e` $f$", "a b c d x2 e f"),
        ("a^[note] [b](http://x.org 'title') ![c](d.png)", "a b c"),
        ("[@a, p. 5] @b", "[@a, p. 5] @b"),
        ("a\\\nb\nc", "a b c"),
        ("[a]{.smallcaps lang=kk}", "a"),
    ],
)
def test_plain_text_is_what_is_read(markdown, text):
    assert plain(read(markdown).blocks) == text


def test_walk_goes_in_the_order_of_the_text():
    found = [
        node["c"] for node in walk(read("a *b* c\n\n> d\n\n- e\n\nf\n:   g\n").blocks) if node["t"] == "Str"
    ]
    assert found == ["a", "b", "c", "d", "e", "f", "g"]


def test_rewrite_shares_what_it_leaves_alone():
    blocks = list(read("a *b*\n\n| x | y |\n|---|---|\n| 1 | 2 |\n").blocks)
    assert rewrite(blocks, lambda node, _: node, "en") is blocks


def test_rewrite_may_put_several_nodes_in_place_of_one():
    def double(node, _):
        return [node, node] if node["t"] == "Str" else node

    assert plain(rewrite(list(read("a *b*").blocks), double, "en")) == "aa bb"


def test_nearest_language_is_told():
    told = {}

    def note(node, language):
        if node["t"] == "Str":
            told[node["c"]] = language
        return node

    markdown = "a [b [c]{lang=kk} d]{lang=ru}\n\n::: {lang=de}\n- e^[f]\n\n# g {lang=fr}\n:::\n"
    rewrite(list(read(markdown).blocks), note, "en")
    assert told == {"a": "en", "b": "ru", "c": "kk", "d": "ru", "e": "de", "f": "de", "g": "fr"}


def test_every_run_is_seen_verse_and_terms_too():
    seen = []

    def note(run, _):
        seen.append(plain(run))
        return run

    rewrite_runs(list(read("# h\n\np *e*\n\n| v\n| w\n\nt\n:   d\n\n[l](http://x.org)").blocks), note, "en")
    assert {"h", "p e", "e", "v", "w", "t", "d", "l"} <= set(seen)


def test_words_and_attributes():
    assert plain(words("a  b")) == "a  b"
    assert attributes(string("a")) == ("", (), {})
