"""The page held against what good composition asks, in one column and in two, on laid-out lines."""

import shutil
from statistics import fmean

import pytest

import galleys
from basylym.editions import _composed, pdf

CHARACTERS = {"one-column": (60, 70), "two-columns": (42, 50)}
DEVIATION = {"one-column": 0.07, "two-columns": 0.11}  # em
LOOSE = {"one-column": 0.01, "two-columns": 0.06}  # of the lines, over half an em
WIDE = "| " + " | ".join(f"Head{n}word" for n in range(9)) + " |\n|" + "---|" * 9 + "\n"


class Seen:
    """What was composed and laid out on the way to a PDF."""

    def __init__(self, galley, patch):
        compose, lay_out = _composed.compose_page, pdf.weasyprint.pdf

        def composed(root, *others):
            self.root, made = root, compose(root, *others)
            self.statistics = made.value
            return made

        def laid(sheet):
            made = lay_out(sheet)
            self.laid = made.value
            return made

        patch.setattr(pdf._composed, "compose_page", composed)
        patch.setattr(pdf.weasyprint, "pdf", laid)
        self.galley, self.made = galley, pdf.pages(galley)


@pytest.fixture(scope="module", params=["one-column", "two-columns"])
def seen(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(galleys.ROOT / "manuscript", folder / "manuscript")
    shutil.copy(galleys.ROOT / "references.bib", folder)
    article = folder / "manuscript" / "article.md"
    article.write_text(
        article.read_text("utf-8").replace("---\n", f"---\nform: {request.param}\n", 1), "utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        return request.param, Seen(galleys.of(folder, pdf.FORMAT), patch)


def test_every_word_is_there_and_nothing_is_at_fault(seen):
    form, one = seen
    unfilled = [notice for notice in one.made.notices if "is not filled" in notice.detail]
    assert [str(notice) for notice in one.made.notices if notice not in unfilled] == []
    assert len(unfilled) <= (form == "two-columns")  # a narrow line before a long word that is whole
    assert [str(notice) for notice in pdf.prove(one.galley, one.made.value).notices] == []


def test_lines_hold_as_many_characters_as_the_eye_takes_in(seen):
    form, one = seen
    rows = []
    for paragraph in one.root.iter("p"):
        if "justified" in (paragraph.get("class") or "") and paragraph.getparent().tag == "section":
            rows += [len("".join(row.itertext())) for row in paragraph.findall("span")[:-1]]
    low, high = CHARACTERS[form]
    assert len(rows) > 100
    assert low <= fmean(rows) <= high


def test_every_line_of_the_text_stands_on_the_grid(seen):
    _, one = seen
    assert one.laid.lines > 150
    assert one.laid.off_grid == 0


def test_the_pages_are_laid_out_once(seen):
    _, one = seen
    assert one.laid.layouts == 1


def test_word_spaces_are_even_and_hyphens_few(seen):
    form, one = seen
    figures = one.statistics
    assert figures.left == 0
    assert figures.deviation <= DEVIATION[form]
    assert figures.loose() <= LOOSE[form] * figures.lines
    assert figures.in_a_row < 3


def test_a_table_wider_than_a_column_spans_both_at_the_top_of_a_page(tmp_path):
    filler = "Words that fill a page are many and of no importance to anybody. " * 30 + "\n\n"
    text = "---\nlang: en\ntitle: T\nform: two-columns\n---\n\n" + filler * 4
    text += f"{WIDE}| {' | '.join('1' * 9)} |\n\n: Wide {{#tbl:w}}\n\n" + filler * 2
    galley = galleys.written(tmp_path, pdf.FORMAT, text)
    made = pdf.pages(galley)
    assert [str(notice) for notice in made.notices] == []
    assert [str(notice) for notice in pdf.prove(galley, made.value).notices] == []
