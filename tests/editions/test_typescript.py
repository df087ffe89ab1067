"""A manuscript as a journal wants it set; and anonymous, held against damage done to it on purpose."""

import io
import os
import shutil
import zipfile
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image

import galleys
from basylym import pipeline, project, submitting
from basylym.adapters import _typescript, epub, pdf_text, pdfium
from basylym.editions import _leaks, pdf, submission
from basylym.model.galley import Submission
from basylym.model.notices import BasylymError, Condition
from basylym.model.typescript import Spacing, Typeface, Typescript
from basylym.stages import manuscript_form
from commands import basylym, piped

ARTICLE = """---
lang: kk
title: Жолдар туралы
author:
  - name: { kk: Аида С. Тұлпарова, en: Aida S. Tulparova }
    affiliations: [Дала университеті]
    orcid: 0000-0002-1825-0097
doi: 10.1234/lines
journal: own.toml
---

Ә ғ қ ң ө ұ ү һ і әріптері бар бірінші абзац бірнеше жолға созылады, өйткені онда айтылатын сөз көп.[^1]

[^1]: Ескерту.

![Сурет.](shot.jpg){#fig:shot alt="Шаршы"}

Екінші абзац формуламен $a^2$ және *көлбеу*, **қою** сөздермен бітеді.

# Алғыс

Анамызға рақмет.
"""
JOURNAL = """source = "none: invented"
form = "two-columns"
[submission]
spacing = "double"
typeface = "times"
margins = 20
figures = "at-end"
"""
MM = 72 / 25.4
SECRETS = ("Тұлпарова", "Tulparova", "0000-0002-1825-0097", "10.1234/lines")


def picture(**more):
    held = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(held, "JPEG", **more)
    return held.getvalue()


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("typescript")
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    (folder / "own.toml").write_text(JOURNAL, "utf-8")
    (folder / "shot.jpg").write_bytes(picture())
    return project.find(folder / "article.md")


@pytest.fixture(scope="module")
def built(place):
    """The PDF and the DOCX of the anonymous manuscript, and the notices."""
    made = pipeline.build(place, ["submission", "typescript"], wish=Submission(anonymous=True))
    return {edition.form: edition.content for edition in made.value}, made.notices


@pytest.fixture(scope="module")
def lines(built):
    return [page.lines for page in pdf_text.pages(built[0]["submission"])]


def test_journal_settles_form_spacing_type_margins_and_the_place_of_figures(place):
    front = pipeline.compose(place).value.manuscript.front
    assert front.form == "two-columns"
    wanted = Typescript(Spacing.DOUBLE, Typeface.TIMES, (20.0, 20.0, 20.0, 20.0), at_end=True)
    assert front.submission == wanted
    assert Typescript(spacing=Spacing.ONE_AND_A_HALF).over(wanted).spacing is Spacing.ONE_AND_A_HALF


def test_lines_stand_two_lines_of_type_apart(lines):
    text = [line for line in lines[1] if line.size > 11.5]
    steps = {round(below.base - above.base, 1) for above, below in pairwise(text)}
    assert 24.0 in steps
    assert all(step % 24.0 == 0 for step in steps)


def test_text_keeps_to_the_margins(lines):
    text = [line for page in lines for line in page if line.size > 9.5]
    assert min(line.left for line in text) == pytest.approx(20 * MM, abs=1.0)
    assert max(line.right for line in text) <= 595.276 - 20 * MM + 0.5


def test_text_is_set_in_the_type_of_the_journal_and_every_letter_is_there(built):
    content, notices = built
    with pikepdf.open(io.BytesIO(content["submission"])) as document:
        named = {
            str(item.BaseFont) for item in document.objects if "/BaseFont" in getattr(item, "keys", set)()
        }
    assert any("Tinos" in name for name in named)
    assert not any("Serif" in name for name in named)
    assert [str(one) for one in notices if one.condition.severity == "error"] == []
    assert "Ә ғ қ ң ө ұ ү һ і" in "".join(pdfium.seen(content["submission"]))


def test_figures_stand_on_pages_of_their_own_behind_the_text(built):
    pages = pdfium.seen(built[0]["submission"])
    assert "[1-сурет]" in pages[1]
    assert "1-сурет. Сурет." in " ".join(pages[-1].split()).replace(" .", ".")
    assert "бітеді" not in pages[-1]


def test_marks_of_figures_that_stand_at_the_end_are_no_words_of_the_text(place):
    document = pipeline.compose(place).value.document
    before = manuscript_form.word_counts(document)
    assert manuscript_form.word_counts(manuscript_form.gathered(document)) == before


def test_the_usual_manuscript_has_the_usual_type_and_spacing(tmp_path):
    galley = galleys.written(tmp_path, submission.FORMAT, ARTICLE.replace("journal: own.toml\n", ""))
    text = [line for line in pdf_text.pages(submission.pages(galley).value)[1].lines if line.size > 11.5]
    steps = {round(below.base - above.base, 1) for above, below in pairwise(text)}
    assert 18.0 in steps
    assert 24.0 not in steps


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"spacing": 3}, "none of 1.5, 2, double"),
        ({"margins": [20, 20]}, "write mm for all sides"),
        ({"margins": 3}, "15 to 60 mm"),
        ({"margins": True}, "write mm for all sides"),
        ({"typeface": "comic"}, "comic is none of"),
        ({"colour": "red"}, "colour: no such field"),
    ],
)
def test_what_is_no_form_of_a_manuscript_is_refused(table, said):
    with pytest.raises(ValueError, match=said):
        _typescript.read(table)


def test_spacing_is_understood_as_people_write_it():
    assert [_typescript.read({"spacing": said}).spacing for said in (1.5, "1.5", 2, 2.0, "double")] == [
        *[Spacing.ONE_AND_A_HALF] * 2,
        *[Spacing.DOUBLE] * 3,
    ]


def test_front_matter_at_fault_is_told_with_its_line(tmp_path):
    with pytest.raises(BasylymError, match="spacing"):
        galleys.written(tmp_path, pdf.FORMAT, "---\nlang: en\ntitle: T\nsubmission: {spacing: 7}\n---\n\nx\n")


def test_pdf_and_docx_are_editions_for_a_journal():
    assert submitting.wanted("pdf,docx", "submission", Submission()) == ["submission", "typescript"]


def test_nothing_of_the_anonymous_manuscripts_names_their_author(built):
    content, notices = built
    assert [one for one in notices if one.condition is Condition.EDITION_IS_ANONYMOUS] == []
    assert submission.leaks(content["submission"], SECRETS) == ()
    assert _leaks.leaks(_leaks.in_package(content["typescript"]), SECRETS) == ()
    assert "рақмет" not in "".join(pdfium.seen(content["submission"]))


def _attach_named(document):
    document.attachments["Tulparova.txt"] = b"nothing"


def _bookmark(document):
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Tulparova 2019", 0))


def _metadata(document):
    with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:creator"] = ["Aida Tulparova"]


def _link(document):
    where = pikepdf.Dictionary(
        S=pikepdf.Name.URI, URI=pikepdf.String("https://orcid.org/0000-0002-1825-0097")
    )
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=where)
    page = document.pages[0]
    page.Annots = pikepdf.Array([*page.get("/Annots", []), document.make_indirect(link)])


def _picture(**more):
    def damage(document):
        for item in document.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
                item.write(picture(**more), filter=pikepdf.Name.DCTDecode)

    return damage


def _metadata_of_a_picture(document):
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            kept = document.make_stream(b"<x:xmpmeta>Aida Tulparova</x:xmpmeta>", Type=pikepdf.Name.Metadata)
            item.Metadata = kept


def _property(document):
    document.docinfo["/Company"] = "doi 10.1234/LINES"


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (_attach_named, "the structure"),
        (_bookmark, "the structure"),
        (_metadata, "the metadata"),
        (_link, "the structure"),
        (_picture(comment="by Tulparova"), "a picture"),
        (_picture(xmp=b"<x:xmpmeta>Tulparova</x:xmpmeta>"), "a picture"),
        (_metadata_of_a_picture, "the metadata"),
        (_property, "the property Company"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_leak_made_on_purpose_is_found_where_it_is(built, damage, where):
    with pikepdf.open(io.BytesIO(built[0]["submission"])) as document:
        damage(document)
        held = io.BytesIO()
        document.save(held)
    found = [one.detail for one in submission.leaks(held.getvalue(), SECRETS)]
    assert any(detail.startswith(where) for detail in found), found


@pytest.mark.parametrize(
    ("name", "content", "where"),
    [
        ("docProps/core.xml", b"<p xmlns:d='d'><d:creator>Aida S. Tulparova</d:creator></p>", "a property"),
        ("docProps/app.xml", b"<p><Company>0000-0002-1825-0097</Company></p>", "a property"),
        ("word/comments.xml", b"<c author='Tulparova'>x</c>", "word/comments.xml"),
        ("word/header1.xml", "<h><t>Тұлпа</t><t>рова</t></h>".encode(), "word/header1.xml"),
        ("word/media/Tulparova.png", galleys.PNG, "the name of a file"),
        ("word/media/a.jpg", picture(comment="by Tulparova"), "word/media/a.jpg"),
        (
            "word/_rels/x.rels",
            b"<r Target='mailto:tulparova@example.org' T='Tulparova'/>",
            "word/_rels/x.rels",
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_leak_planted_in_a_docx_is_found_where_it_is(built, name, content, where):
    files = {**epub.unpack(built[0]["typescript"]), name: content}
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for one, said in files.items():
            archive.writestr(one, said)
    (found, *_) = _leaks.leaks(_leaks.in_package(held.getvalue()), SECRETS)
    assert found.detail.startswith(where)


def test_an_author_named_in_the_running_head_is_found(tmp_path):
    named = ARTICLE.replace("journal: own.toml", "short-title: Тұлпарова жолдары")
    (tmp_path / "article.md").write_text(named, "utf-8")
    wish = Submission(anonymous=True)
    made = pipeline.build(project.find(tmp_path / "article.md"), ["submission"], wish=wish)
    found = [one.detail for one in made.notices if one.condition is Condition.EDITION_IS_ANONYMOUS]
    assert any(detail.startswith("page 2 ") for detail in found)


def test_another_process_in_another_folder_and_time_zone_writes_the_same_bytes(place, built, tmp_path):
    shutil.copytree(place.root, tmp_path / "paper")
    strange = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "LANG": "C", "LC_ALL": "C"}
    asked = ("--for", "submission", "--to", "pdf,docx", "--anonymous")
    ended = piped("build", "article.md", *asked, "--out", "made", folder=tmp_path / "paper", env=strange)
    assert ended.returncode == 0, ended.stderr
    made = {path.suffix[1:]: path.read_bytes() for path in (tmp_path / "paper/made").glob("article-sub*")}
    assert made == {"pdf": built[0]["submission"], "docx": built[0]["typescript"]}
    assert basylym("prove", tmp_path / "paper/article.md", "--out", tmp_path / "paper/made").returncode == 0
