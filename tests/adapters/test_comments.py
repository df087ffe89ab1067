"""An author's comments to himself are printed nowhere, and what they part stays parted."""

import pytest

from trees import read, shown

NOTE = "<!-- ask @nobody2001 -->"


@pytest.mark.parametrize(
    ("markdown", "same_as"),
    [
        (f"бір{NOTE}екі", "бірекі"),
        (f"one {NOTE} two", "one two"),
        (f"one\n{NOTE}\ntwo", "one\ntwo"),
        (f"one {NOTE}\n\ntwo", "one\n\ntwo"),
        (f"{NOTE}\n\none", "one"),
        (f"{NOTE}\n# Head\n\none", "# Head\n\none"),
        ("one\n\n<!--\n# Old\n\n- x\n\n[@a]\n-->\n\ntwo", "one\n\ntwo"),
        ("one <!-- a <!-- b --> two", "one two"),
        ("a\n\n<!-- one --> b <!-- two -->\n\nc", "a\n\nb\n\nc"),
        (f"- a\n- b {NOTE}\n- c", "- a\n- b\n- c"),
        (f"text[^1]\n\n[^1]: note {NOTE} more", "text[^1]\n\n[^1]: note more"),
        (f"# Head {NOTE} {{#x}}\n\nsee", "# Head {#x}\n\nsee"),
        (f"| a | b |\n|---|---|\n| 1 {NOTE} | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"),
        (f"> q\n> {NOTE}\n> r", "> q\n> r"),
        ("x <!-- never closed", "x <!-- never closed"),
        ("x\n\n<!-- never closed\n\ny", "x\n\n<!-- never closed\n\ny"),
    ],
)
def test_comment_leaves_no_trace(markdown, same_as):
    assert read(markdown) == read(same_as)


@pytest.mark.parametrize(
    "code",
    [f"`{NOTE}`", f"```\n{NOTE}\n```", f"    {NOTE}", f"\\{NOTE[:4]} shown -->", f"``` html\n{NOTE}\n```"],
)
def test_comment_shown_as_code_is_code(code):
    kept = shown(read(f"a {NOTE} b\n\n{code}\n\n{NOTE}\n\nlast"))
    assert kept.count("<!--") == 1
    assert "last" in kept


def test_comment_between_two_lists_keeps_them_two():
    lists = [node["t"] for node in read(f"- a\n- b\n\n{NOTE}\n\n- c\n").blocks]
    assert lists == ["BulletList", "BulletList"]


def test_a_sign_of_private_use_stays_beside_a_comment():
    signs = "".join(map(chr, (0xE000, 0xE0FF)))
    assert shown(read(f"one {signs} {NOTE} two")) == f"one {signs} two"
