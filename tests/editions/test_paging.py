"""Where notes, figures and tables come to stand on the pages."""

import io
import random
import re

import pikepdf
import pypdfium2
import pytest

import galleys
from basylym.editions import pdf

WORDS = (
    "Words that fill the page are many and of no importance to anybody at all when they stand here".split()
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 378 168" width="378" height="168">'
    b'<rect width="378" height="168" fill="#0f5c6e"/></svg>'
)
TOP = 63.0  # pt from the top of an inner page to its text
TABLE = "| Year | Sum |\n|:-----|----:|\n" + "".join(f"| {1990 + n} | {n} |\n" for n in range(14))


def sentences(chance, many):
    return " ".join(
        " ".join(chance.choices(WORDS, k=chance.randint(6, 22))).capitalize() + "." for _ in range(many)
    )


def noted(seed, paragraphs):
    """An article with a note here and there, long ones too, and headings: what notes slip away from."""
    chance, text, notes = random.Random(seed), [], []
    for _ in range(paragraphs):
        if chance.random() < 0.12:
            text.append("# Heading\n")
        said = []
        for _ in range(chance.randint(1, 6)):
            said.append(sentences(chance, 1)[:-1])
            if chance.random() < 0.25:
                said[-1] += f"[^{len(notes)}]"
                words = " ".join(chance.choices(WORDS, k=chance.randint(4, 70)))
                notes.append(f"[^{len(notes)}]: {words}.\n")
            said[-1] += "."
        text.append(" ".join(said) + "\n")
    return "---\nlang: en\ntitle: Notes\nauthor: A B\n---\n\n" + "\n".join(text + notes)


def pages(content):
    said = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))
    return [text.replace("\u00a0", " ") for text in said]


@pytest.fixture(scope="module")
def floating(tmp_path_factory):
    chance = random.Random(3)
    parts = [
        "---\nlang: en\ntitle: Figures\nauthor: A B\n---\n",
        *(sentences(chance, 12) + "\n" for _ in range(4)),
        "Here @fig:one is first mentioned. " + sentences(chance, 12) + "\n",
        "![The one.](a.svg){#fig:one alt=x}\n",
        *(sentences(chance, 12) + "\n" for _ in range(2)),
        "Here @tbl:t is. " + sentences(chance, 2) + "\n",
        f"{TABLE}\n: The table {{#tbl:t}}\n",
        *(sentences(chance, 12) + "\n" for _ in range(2)),
        "![The two.](a.svg){#fig:two alt=y}\n",
        "The end.\n",
    ]
    galley = galleys.written(tmp_path_factory.mktemp("floating"), pdf.FORMAT, "\n".join(parts), a_svg=SVG)
    return galley, pdf.pages(galley)


def test_every_note_stands_whole_on_the_page_of_its_call(tmp_path):
    galley = galleys.written(tmp_path, pdf.FORMAT, noted(1, 45))  # WeasyPrint alone loses one of these
    made = pdf.pages(galley)
    assert [str(notice) for notice in made.notices] == []
    assert [str(notice) for notice in pdf.prove(galley, made.value).notices] == []


def test_a_figure_stands_at_the_top_of_the_page_of_its_first_mention_or_of_the_next(floating):
    _, made = floating
    assert [str(notice) for notice in made.notices] == []
    texts = pages(made.value)
    for name, said in (("Figure 1. The one", "first mentioned"), ("Figure 2. The two", "The end.")):
        stands = next(number for number, text in enumerate(texts) if name in text)
        mentioned = next(number for number, text in enumerate(texts) if said in text)
        assert stands - mentioned in (0, 1), name
        document = pypdfium2.PdfDocument(made.value)
        page = document[stands]
        tops = [page.get_height() - part.get_bounds()[3] for part in page.get_objects() if part.type == 2]
        assert any(abs(top - TOP) < 1.0 for top in tops), name


def test_text_goes_on_over_the_place_where_a_table_found_no_room(floating):
    _, made = floating
    texts = pages(made.value)
    stands = next(number for number, text in enumerate(texts) if "Table 1. The table" in text)
    assert texts[stands].index("Table 1. The table") < 60  # behind the running head
    assert len(texts[stands - 1].splitlines()) > 38


def test_figures_are_read_where_the_manuscript_has_them(floating):
    galley, made = floating
    assert [str(notice) for notice in pdf.prove(galley, made.value).notices] == []
    with pikepdf.open(io.BytesIO(made.value)) as document:
        tree = document.Root.StructTreeRoot.K[0].K
        kinds = [str(kid.S) for part in tree for kid in part.K if "/S" in kid]
    assert re.search(r"/P,/P,/Div,/P", ",".join(kinds))


def test_a_table_that_floats_leaves_the_others_in_the_text(tmp_path):
    filler = sentences(random.Random(5), 12) + "\n"
    tables = [f"{TABLE}\n: The {which} {{#tbl:{which}}}\n" for which in ("first", "second", "third")]
    parts = ["Before.\n", tables[0], filler, filler, tables[1], filler, tables[2], "After.\n"]
    text = "---\nlang: en\ntitle: Tables\n---\n\n" + "\n".join(parts)
    made = pdf.pages(galleys.written(tmp_path, pdf.FORMAT, text))
    assert [str(notice) for notice in made.notices] == []
    first, second = pages(made.value)
    assert first.index("Before.") < first.index("Table 1. The first")
    assert second.index("Table 2. The second") < 60  # behind the running head
    assert second.index("Table 3. The third") < second.index("After.")


def test_a_figure_of_an_article_of_one_page_stands_in_its_text(tmp_path):
    text = "Before.\n\n![The one.](a.svg){#fig:one alt=x}\n\nAfter.\n"
    galley = galleys.written(tmp_path, pdf.FORMAT, text, a_svg=SVG)
    made = pdf.pages(galley)
    (said,) = pages(made.value)
    assert said.index("Before.") < said.index("Figure 1") < said.index("After.")
    assert made.notices == ()
