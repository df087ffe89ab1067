"""The page held against what good composition asks, in one column and in two, on laid-out lines."""

import dataclasses
import io
import re
import subprocess
from statistics import fmean

import pikepdf
import pytest

import galleys
from basylym.editions import _composed, pdf

CHARACTERS = {"one-column": (60, 70), "two-columns": (42, 50)}
DEVIATION = {"one-column": 0.07, "two-columns": 0.11}  # em
LOOSE = {"one-column": 0.01, "two-columns": 0.06}  # of the lines, over half an em
BROUGHT_AT_END, WRITTEN_AT_END = re.compile("[ ]?\u00ad(?:\n|$)"), re.compile("\u2010\n")
BLANK, PARAGRAPH_END = re.compile(r"\s+"), re.compile(r"\n\n+")
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


SPECIMENS = {
    "article in one column": (galleys.ROOT, "one-column"),
    "article in two columns": (galleys.ROOT, "two-columns"),
    "everything": (galleys.EVERYTHING, "one-column"),
    "three languages in two columns": (galleys.ROOT / "tests" / "specimens" / "kazakh", "two-columns"),
}


@pytest.fixture(scope="module", params=SPECIMENS)
def seen(request):
    place, form = SPECIMENS[request.param]
    galley = galleys.of(place, pdf.FORMAT)
    galley = dataclasses.replace(galley, front=dataclasses.replace(galley.front, form=form))
    with pytest.MonkeyPatch.context() as patch:
        return form, Seen(galley, patch)


def told(one, words):
    return [notice.detail for notice in one.made.notices if words in notice.detail]


def test_every_word_is_there_and_nothing_is_at_fault(seen):
    form, one = seen
    unfilled = [notice for notice in one.made.notices if "is not filled" in notice.detail]
    assert [str(notice) for notice in one.made.notices if notice not in unfilled] == []
    assert len(unfilled) <= (form == "two-columns")  # a narrow line before a long word that is whole
    assert [str(notice) for notice in pdf.prove(one.galley, one.made.value).notices] == []


@pytest.mark.parametrize("seen", list(SPECIMENS)[:2], indirect=True)  # Kazakh, whose letters are wide
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
    assert one.laid.lines > 30
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


def test_no_line_of_a_paragraph_stands_alone_at_the_top_or_foot_of_a_page(seen):
    assert told(seen[1], "stands alone") == []


def test_no_heading_has_fewer_than_two_lines_below_it(seen):
    assert told(seen[1], "is alone at its foot") == []


def test_no_page_is_left_half_empty(seen):
    assert told(seen[1], "lines are empty") == []


def test_no_line_is_wider_than_its_measure(seen):
    assert told(seen[1], "stands out") == []


def test_every_note_stands_on_the_page_of_its_call(seen):
    assert told(seen[1], "its call on another") == []


def test_every_float_stands_on_the_page_of_its_first_mention_or_the_next(seen):
    assert told(seen[1], "its first mention") == []


def test_lines_of_a_title_are_balanced_or_end_at_a_colon(seen):
    for title in seen[1].root.iter("h1", "h2"):
        rows = ["".join(row.itertext()).strip() for row in title.findall("span[@class='l']")]
        uneven = [row for row in rows if len(row) < 0.4 * max(map(len, rows))]
        assert all(row.endswith(":") for row in uneven), rows


def test_no_last_line_is_the_tail_of_a_word(seen):
    for paragraph in seen[1].root.iter("p"):
        rows = paragraph.findall("span[@class='l']")
        if len(rows) > 1 and rows[-2].find(".//span[@class='h']") is not None:
            assert len("".join(rows[-1].itertext()).strip()) > 4


def test_only_the_families_of_the_page_are_in_the_file(seen):
    with pikepdf.open(io.BytesIO(seen[1].made.value)) as document:
        named = {str(one.BaseFont) for one in document.objects if "/BaseFont" in getattr(one, "keys", set)()}
    families = {re.sub(r"^/[A-Z]+\+|,$|(-(Semi-Bold|Bold|Italic))+,?$", "", name) for name in named}
    assert families <= {"Source-Serif-4", "Source-Sans-3", "Noto-Sans-Mono"}, named


def extracted(content, folder):
    """What poppler extracts: an extractor that we have no part in."""
    (folder / "a.pdf").write_bytes(content)
    subprocess.run(["pdftotext", folder / "a.pdf", folder / "a.txt"], check=True)
    return (folder / "a.txt").read_text("utf-8")


def joined(text):
    """Words that were broken made whole: only where a soft hyphen or a hyphen of the author ends a line."""
    return BLANK.sub(" ", WRITTEN_AT_END.sub("-", BROUGHT_AT_END.sub("", text))).strip()


def is_whole(said, blocks):
    """Whether a paragraph stands in one block, or its parts at the end of one and the start of another."""
    if any(said in block for block in blocks):
        return True
    ends = {n for n in range(1, len(said)) if any(block.endswith(said[:n].strip()) for block in blocks)}
    return any(block.startswith(said[n:].strip()) for n in ends for block in blocks)


def test_extracted_words_are_whole_and_no_line_ends_a_paragraph(seen, tmp_path):
    pages = extracted(seen[1].made.value, tmp_path).split("\f")
    blocks = [joined(block) for page in pages for block in PARAGRAPH_END.split(page) if block.strip()]
    paragraphs = []
    for paragraph in seen[1].root.iter("p"):
        rows = ["".join(row.itertext()) for row in paragraph.findall("span[@class='l']")]
        holds = {part.tag for part in paragraph.iter()}
        if len(rows) > 2 and not holds & {"img", "sup", "code"}:
            paragraphs.append(joined("\n".join(rows)))
    assert len(paragraphs) > 3
    assert [said for said in paragraphs if not is_whole(said, blocks)] == []


def test_a_table_wider_than_a_column_spans_both_at_the_top_of_a_page(tmp_path):
    filler = "Words that fill a page are many and of no importance to anybody. " * 30 + "\n\n"
    text = "---\nlang: en\ntitle: T\nform: two-columns\n---\n\n" + filler * 4
    text += f"{WIDE}| {' | '.join('1' * 9)} |\n\n: Wide {{#tbl:w}}\n\n" + filler * 2
    galley = galleys.written(tmp_path, pdf.FORMAT, text)
    made = pdf.pages(galley)
    assert [str(notice) for notice in made.notices] == []
    assert [str(notice) for notice in pdf.prove(galley, made.value).notices] == []
