"""What stands in the source is what Pandoc reads back: no sign of it becomes markup."""

import json
import subprocess

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basylym.adapters.pandoc import MANUSCRIPT_FORMAT
from basylym.model.repairs import Phase
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, pack
from basylym.stages.repair import repair

PLAIN = {slug: rule for slug, rule in RULES.items() if rule.phase < Phase.STRUCTURE}
ESCAPED = {**PLAIN, "literal-markup": RULES["literal-markup"]}
SIGNS = [
    *"*_#@$<>[]():;|~^\\+-=\"'`!&{}%.,/?x1aI ",
    *(
        "\n",
        "\n\n",
        "  ",
        "    ",
        "\t",
        " \n",
        "1. ",
        "2) ",
        "(1) ",
        "a. ",
        "iv. ",
        "A.  ",
        "II. ",
        "#. ",
        "(@) ",
        "@x",
        "@.",
    ),
    *(
        ":::",
        "::: {.x}",
        "---",
        "===",
        "...",
        "```",
        "~~~",
        "- ",
        "+ ",
        "* ",
        "> ",
        "| ",
        ": ",
        "~ ",
        "# ",
        "## x",
    ),
    *(
        "<div>",
        "</div>",
        "<b>",
        "<http://x.kz>",
        "http://x.kz/a_b",
        "a@b.kz",
        "<a@b.kz>",
        "[^1]",
        "[^1]: x",
        "^[x]",
    ),
    *(
        "[x](y)",
        "![x](y)",
        "[x]: y",
        "[x]{.y}",
        "{#id}",
        "[@x, p. 5]",
        "-@x",
        "[1]",
        "$x$",
        "$$",
        "\\(x\\)",
        "\\begin{a}",
    ),
    *(
        "|---|---|",
        "--- ---",
        "+---+",
        "+===+",
        "&amp;",
        "&#65;",
        "&copy",
        "Mr. ",
        "e.g. ",
        "слово",
        "қаз",
        "😀",
        ":smile:",
    ),
    *(
        "’",
        "“",
        "«",
        "»",
        "–",
        "—",
        "…",
        "\u00a0",
        "\u00b7",
        "e\u0301",
        "–-",
        "==x==",
        "~~x~~",
        "H~2~O",
        "x^2^",
        "# #",
        "x #",
    ),
    *(
        "*[HTML]: x",
        "Table: x",
        ": x {#tbl}",
        "![x]",
        "\\",
        "\\\n",
        "...\n",
        "% x",
        "%%",
        "  - ",
        "   1. ",
        "\u2028",
        "\u3000",
    ),
]
dense = st.lists(st.sampled_from(SIGNS), max_size=24).map("".join)
random_text = st.text(max_size=40)
Texts = st.lists(st.one_of(dense, dense, random_text), min_size=8, max_size=40)


def copy(text, rules):
    return repair(SourceText("s", b"", text), pack("kk"), rules, evidence(pack("kk"))).text


def read_by_pandoc(pages):
    """The blocks' text of each page, all pages in one run of Pandoc: a heading parts them."""
    fence = "\n\n# basylymfence\n\n"
    out = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", MANUSCRIPT_FORMAT, "-t", "json"],
        input=fence.join(pages).encode(),
        capture_output=True,
        check=True,
    )
    read, page = [], []
    for block in json.loads(out.stdout)["blocks"]:
        if block["t"] == "Header" and inlines(block["c"][2]) == "basylymfence":
            read.append("\n\n".join(page))
            page = []
        else:
            page.append(inlines(block["c"]) if block["t"] == "Para" else f"<{block['t']}>")
    return [*read, "\n\n".join(page)]


def inlines(nodes):
    known = {"Str": lambda node: node["c"], "Space": lambda _: " ", "SoftBreak": lambda _: "\n"}
    return "".join(known.get(node["t"], lambda other: f"<{other['t']}>")(node) for node in nodes)


def check(texts):
    wanted = [copy(text, PLAIN) for text in texts]
    pages = [copy(text, ESCAPED) for text in texts]
    for text, want, page, got in zip(texts, wanted, pages, read_by_pandoc(pages), strict=True):
        assert got == want, (text, page)


@settings(max_examples=60, deadline=None)
@given(Texts)
def test_text_comes_back_from_pandoc_as_it_was(texts):
    check(texts)


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_sign_comes_back_at_every_place(sign):
    check(
        [
            sign,
            f"{sign}x",
            f"x{sign}",
            f"x {sign} y",
            f"x\n{sign}\ny",
            f"x\n\n{sign}y\n\nz",
            f"{sign} {sign}",
            f"{sign}x{sign}",
        ]
    )


def test_second_at_sign_of_a_word_is_no_citation():
    check(["x@xa@b.kz", "a@b.kz and c@d.kz", "a@b @c"])
