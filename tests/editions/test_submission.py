"""The form for journals: numbered lines, no broken words; anonymous, it names its authors nowhere."""

import io
import re

import pikepdf
import pytest
from PIL import Image

import galleys
from basylym import pipeline, project, submitting
from basylym.adapters import pdfium
from basylym.editions import submission
from basylym.model.document import Document, div, plain, words
from basylym.model.galley import Submission
from basylym.model.notices import BasylymError, Condition
from basylym.model.typescript import Typescript
from basylym.stages import anonymize

PLANTED = """---
lang: en
title: On Lines
author:
  - name: { en: Aida S. Tulparova, kk: Аида С. Тұлпарова }
    affiliations: [University of Steppes]
    orcid: 0000-0002-1825-0097
    email: aida@example.org
    about: wrote it
abstract: { en: We count lines. }
doi: 10.1234/lines
date: 2025-01-01
bibliography: refs.bib
csl: CSL
statements:
  funding: Paid by the Steppe Fund.
  conflicts: None.
---

As shown before [@own], and by others [@other], lines count.

![A picture.](shot.jpg){#fig:shot alt="A square"}

| a | b |
|---|---|
| 1 | 2 |

: Numbers {#tbl:n}

After both.

# Acknowledgements

We thank our mothers.

# End

The end.
"""
REFERENCES = """@book{own, author={Tulparova, Aida}, title={Lines of Old}, year={2019}, publisher={Steppe}}
@book{other, author={Bekov, B.}, title={Other Lines}, year={2020}, publisher={Hill}}
"""
SECRETS = ("Tulparova", "0000-0002-1825-0097", "University of Steppes")


def picture(artist=""):
    exif = Image.Exif()
    exif[0x013B] = artist
    held = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(held, "JPEG", exif=exif if artist else b"")
    return held.getvalue()


def made(folder, wish, text=PLANTED, style="apa", artist=""):
    (folder / "paper.md").write_text(text.replace("CSL", style), encoding="utf-8")
    (folder / "refs.bib").write_text(REFERENCES, encoding="utf-8")
    (folder / "shot.jpg").write_bytes(picture(artist))
    built = pipeline.build(project.find(folder / "paper.md"), ["submission"], wish=wish)
    return built.value[0].content, built.notices


def said(notices):
    return [notice.detail for notice in notices if notice.condition is Condition.EDITION_IS_ANONYMOUS]


@pytest.fixture(scope="module")
def everything():
    built = pipeline.build(project.find(galleys.EVERYTHING), ["submission"])
    return pdfium.seen(built.value[0].content), built.notices


@pytest.fixture(scope="module")
def anonymous(tmp_path_factory):
    return made(tmp_path_factory.mktemp("blind"), Submission(anonymous=True, form=Typescript(at_end=True)))


def test_the_lines_are_numbered_from_one_to_the_last_without_a_gap(everything):
    pages, notices = everything
    lines = [line.strip() for page in pages for line in page.splitlines()]
    numbers = [int(line) for line in lines if re.fullmatch(r"\d{1,3}", line)]
    counted = [n for place, n in enumerate(numbers) if not place or n == max(numbers[:place]) + 1]
    assert len(counted) > 150
    assert counted[-1] == len(counted)
    assert [notice.detail for notice in notices if notice.condition.severity == "error"] == []


def test_every_page_says_what_it_is_and_of_how_many(everything):
    pages, _ = everything
    assert all("Manuscript · Where Words Break" in page for page in pages)
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))


def test_the_title_page_counts_the_words_of_text_and_abstracts(everything):
    assert re.search(r"Word count: text \d{4}, abstract \d\d, Русский \d\d, Қазақша \d\d", everything[0][0])


def test_no_word_is_broken(everything):
    assert "\u00ad" not in "".join(everything[0])


def test_an_anonymous_edition_tells_nothing_of_its_authors(anonymous):
    content, notices = anonymous
    assert said(notices) == []
    text = "".join(pdfium.seen(content))
    assert not any(secret in text for secret in SECRETS)
    assert "mothers" not in text
    assert "Fund" not in text
    assert "Conflict of interest. None." in text
    with pikepdf.open(io.BytesIO(content)) as document, document.open_metadata() as metadata:
        assert "/Author" not in document.docinfo
        assert "dc:creator" not in metadata
        assert "10.1234" not in str(metadata)


def test_works_of_the_authors_own_are_withheld_and_others_stay(anonymous):
    text = " ".join("".join(pdfium.seen(anonymous[0])).split())
    assert "Lines of Old" not in text
    assert "([withheld for review]" in text
    assert "Other lines" in text
    assert "The end." in text


def test_neither_the_key_of_an_own_work_nor_a_caption_that_cites_it_names_its_author(tmp_path):
    text = PLANTED.replace("[@own]", "[@Tulparova2019]").replace(
        '![A picture.](shot.jpg){#fig:shot alt="A square"}', "![After @Tulparova2019; not @other.](shot.jpg)"
    )
    (tmp_path / "paper.md").write_text(text.replace("CSL", "apa"), encoding="utf-8")
    (tmp_path / "refs.bib").write_text(REFERENCES.replace("{own,", "{Tulparova2019,"), encoding="utf-8")
    (tmp_path / "shot.jpg").write_bytes(picture())
    wish = Submission(anonymous=True, form=Typescript(at_end=True))
    outcome = pipeline.build(project.find(tmp_path / "paper.md"), ["submission", "typescript"], wish=wish)
    assert said(outcome.notices) == []


def test_a_title_that_holds_a_surname_as_a_word_is_no_work_of_the_authors_own():
    entry = div(
        [{"t": "Para", "c": words("Markov A. 1913. Tulparova of the Steppe")}], classes=("csl-entry",)
    )
    listed = Document((1, 23), (div([entry], identifier="refs", classes=("references",)),))
    blinded = anonymize.blinded(listed, ("Tulparova",), pipeline.LANGUAGES["en"])
    assert "Markov" in plain(list(blinded.blocks))


def test_figures_and_tables_stand_behind_all_else_and_leave_a_mark(anonymous):
    text = " ".join("".join(pdfium.seen(anonymous[0])).split())
    assert text.index("[Figure 1]") < text.index("After both.") < text.index("Other lines")
    assert text.index("Other lines") < text.index("Figure 1. A picture.") < text.index("Table 1. Numbers")


def test_a_signed_edition_keeps_its_authors_and_statements(tmp_path):
    content, notices = made(tmp_path, Submission(), style="ieee")
    text = "".join(pdfium.seen(content))
    assert all(secret in text for secret in SECRETS)
    assert "Funding. Paid by the Steppe Fund." in text
    assert said(notices) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (("After both.", "As Tulparova’s pupils, we."), "page "),
        (('alt="A square"', 'alt="A square by A. Tulparova"'), "the structure"),
        (("title: On Lines", "title: Lines of TULPAROVA"), "the property Title"),
    ],
)
def test_a_name_planted_in_the_text_is_found(tmp_path, change, where):
    _, notices = made(tmp_path, Submission(anonymous=True), PLANTED.replace(*change))
    assert any(detail.startswith(where) for detail in said(notices))


def test_what_a_camera_wrote_into_a_picture_does_not_reach_the_edition(tmp_path):
    content, notices = made(tmp_path, Submission(anonymous=True), artist="Aida S. Tulparova")
    assert b"Tulparova" in picture("Aida S. Tulparova")
    assert said(notices) == []
    with pikepdf.open(io.BytesIO(content)) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
                item.write(picture("Aida S. Tulparova"), filter=pikepdf.Name.DCTDecode)
        held = io.BytesIO()
        document.save(held)
    found = submission.leaks(held.getvalue(), ("Tulparova",))
    assert [notice.detail.partition(" says")[0] for notice in found] == ["a picture"]


def test_a_name_in_metadata_or_an_attachment_is_found(anonymous):
    with pikepdf.open(io.BytesIO(anonymous[0])) as document:
        document.attachments["note.txt"] = "written by aida@example.org".encode("utf-16-le")
        document.docinfo["/Keywords"] = "Tulparova"
        held = io.BytesIO()
        document.save(held)
    found = [notice.detail for notice in submission.leaks(held.getvalue(), ("Tulparova", "aida@example.org"))]
    assert any(detail.startswith("an attachment") for detail in found)
    assert any(detail.startswith("the property Keywords") for detail in found)


def test_a_name_in_the_files_own_name_is_found():
    wish = Submission(anonymous=True, secrets=("Tulparova",))
    assert len(submitting.named_by_file("tulparova-lines", wish)) == 1
    assert submitting.named_by_file("article", wish) == []


@pytest.mark.parametrize(("to", "purpose"), [("epub", "submission"), ("", "reading"), ("pdf", "")])
def test_what_is_no_edition_for_a_journal_is_refused(to, purpose):
    wish = Submission(anonymous=not purpose)
    with pytest.raises(BasylymError):
        submitting.wanted(to, purpose, wish)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Aida S. Specimen", "Specimen"),
        ("Үлгібаева Ә. Б.", "Үлгібаева"),
        ("Үлгібаева Әсел Болатқызы", "Үлгібаева"),
        ("Ахмет Байтұрсынұлы", "Байтұрсынұлы"),
        ("Образцова, Аида", "Образцова"),
        ("Ли", ""),
    ],
)
def test_the_surname_is_the_word_by_which_one_is_cited(name, expected):
    assert anonymize.surname(name) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("по Тұлпаровадан алынған", True),
        ("the TULPAROVA method", False),
        ("Тұл\u00adпарова", True),
        ("мұнда тұлпарова жоқ", False),
    ],
)
def test_a_surname_is_found_with_case_endings_and_behind_soft_hyphens(text, found):
    assert bool(list(anonymize.leaks(text, ("Тұлпарова",)))) is found
