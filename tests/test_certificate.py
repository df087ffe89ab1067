"""Editions are certified, proven again later, and damage done to them on purpose is found."""

import json
import re
import shutil

import pikepdf
import pytest

import galleys
from basylym import certificate, pipeline, project
from basylym.adapters import epub
from basylym.model.notices import BasylymError, Condition
from commands import basylym
from pdf_damage import described, drawn, elements, misspelt, redraw, spoiled, tags_swapped, undrawn, untagged

ARTICLE = """---
lang: kk
title: Тақырып
author: А. Авторов
abstract: Аңдатпа туралы бірер сөз.
date: 2024-05-06
bibliography: references.bib
---

Бірінші абзац ынтымақтастықты нығайту туралы айтады [@a].

Екінші абзац жан-жақты зерттелген ескертпесіз емес.[^1]

Үшінші абзац формуламен $x^2 + y^2$ аяқталады.[^2]

[^1]: Алғашқы ескертпе мәтіні.
[^2]: Соңғы ескертпе мәтіні.

# Бөлім

| Жыл | Саны |
|:----|-----:|
| Бірі | 17 |

: Кесте туралы {#tbl:k}

![Сурет туралы айтылған сөз](figure.png){#fig:s alt="Сұр шаршы"}

Төртінші абзац @fig:s суретінен кейін тұр.
"""
BIB = "@book{a, author={Жазушы, А.}, title={Кітап}, year={2001}, publisher={Баспа}}\n"
FORMS = ("pdf", "epub", "html")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """An article's folder, its editions made, with their certificate."""
    root = tmp_path_factory.mktemp("built")
    (root / "manuscript").mkdir()
    (root / "manuscript" / "article.md").write_text(ARTICLE, "utf-8")
    (root / "references.bib").write_text(BIB, "utf-8")
    (root / "manuscript" / "figure.png").write_bytes(galleys.PNG)
    ended = basylym("build", root)
    assert (ended.returncode, ended.stderr) == (0, "")
    return root


@pytest.fixture
def paper(built, tmp_path):
    """A copy of it that may be spoiled."""
    return shutil.copytree(built, tmp_path / "paper")


@pytest.fixture(scope="module")
def galley(built):
    made = pipeline.compose(project.find(built)).value
    return {name: pipeline.galley(made, pipeline.FORMATS[name]) for name in FORMS}


def edition(root, name):
    return root / "build" / f"article.{name}"


def checked(root):
    return certificate.check(project.find(root), None)


# Damage to HTML and XHTML, as text


def without(pattern):
    def damage(text):
        damaged, times = re.subn(pattern, "", text, flags=re.DOTALL)
        assert times
        return damaged

    return damage


def changed(old, new):
    def damage(text):
        damaged = re.sub("\u00ad?".join(old), new, text, count=1)
        assert damaged != text
        return damaged

    return damage


def swapped(text):
    first, second = re.findall(r"<p>(?:Бірінші|Ек).*?</p>", text, re.DOTALL)
    return text.replace(first, "\0").replace(second, first).replace("\0", second)


def moved(text):
    """The section's paragraph before its table."""
    last = re.findall(r"<p>Төр.*?</p>", text, re.DOTALL)[0]
    text = text.replace(last, "")
    at = re.search(r"<h2[^>]*>Бөлім.*?</h2>", text, re.DOTALL).end()
    return text[:at] + last + text[at:]


WRITTEN = {
    "a changed word": changed("зерттелген", "зерттелмеген"),
    "a changed letter": changed("нығайту", "ныгайту"),
    "a lost hyphen": changed("жан-жақты", "жанжақты"),
    "two words run together": changed("Төртінші абзац", "Төртіншіабзац"),
    "a lost paragraph": without(r"<p>Үшін.*?</p>"),
    "swapped paragraphs": swapped,
    "a moved paragraph": moved,
    "a lost note": without(r"<(li|aside) [^>]*id=\"fn2\".*?</\1>"),
    "a lost picture": without(r"<img [^>]*>"),
    "another picture's words": changed("Сұр шаршы", "Қара шаршы"),
    "a lost formula": without(r"<math .*?</math>"),
    "a changed formula": lambda text: text.replace("x^2 + y^2", "x^2 + z^2"),
    "a lost cell": without(r"<td[^>]*>17</td>"),
    "a lost caption": without(r"Кесте туралы"),
    "a lost title": without(r"(?<=>)Тақырып(?=<)"),
    "a lost abstract": without(r"<p>Аңдатпа.*?</p>"),
    "an added sentence": changed("аяқталады.", "аяқталады. Мұны ешкім жазған жоқ."),
    "an advertisement": changed("</body>", "<p>Жарнама</p></body>"),
    "a lost reference": without(r"<div id=\"ref-a\".*?</div>\s*</div>"),
}


def reprinted(name, damage, content):
    if name == "html":
        return damage(content.decode()).encode()
    files = epub.unpack(content)
    page = next(file for file in files if file.startswith("EPUB/text/"))
    return epub.pack({**files, page: damage(files[page].decode()).encode()}, 0x20000000)


@pytest.mark.parametrize("name", ["html", "epub"])
@pytest.mark.parametrize("damage", WRITTEN)
def test_damage_is_found(built, galley, name, damage):
    content = edition(built, name).read_bytes()
    assert pipeline.FORMATS[name].prove(galley[name], content).notices == ()
    spoiled = reprinted(name, WRITTEN[damage], content)
    found = pipeline.FORMATS[name].prove(galley[name], spoiled).notices
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}


# Damage to a PDF: to its tags, or to what its pages draw


def picture_not_drawn(document):
    shown = next(filter(described("Сұр шаршы"), elements(document, "/Figure")))
    kids = list(shown.K) if isinstance(shown.K, pikepdf.Array) else [shown.K]
    number = next(int(kid.MCID) if isinstance(kid, pikepdf.Dictionary) else int(kid) for kid in kids)
    redraw(document, (0, number), undrawn)


DRAWN = {
    "a changed word": drawn("зерттелген", misspelt),
    "a lost line": drawn("Төртінші", undrawn),
    "a lost paragraph": untagged("/P", number=1),
    "swapped paragraphs": tags_swapped,
    "a lost note": drawn("Соңғы ескертпе", undrawn),
    "a picture without its tag": untagged("/Figure", described("Сұр шаршы")),
    "a picture that is not drawn": picture_not_drawn,
    "a lost table": untagged("/Table"),
    "a lost title": drawn("Тақырып", undrawn),
}


@pytest.mark.parametrize("damage", DRAWN)
def test_damage_to_a_pdf_is_found(built, galley, damage):
    content = edition(built, "pdf").read_bytes()
    assert pipeline.FORMATS["pdf"].prove(galley["pdf"], content).notices == ()
    found = pipeline.FORMATS["pdf"].prove(galley["pdf"], spoiled(content, DRAWN[damage])).notices
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("content", [b"", b"no edition"])
def test_what_is_no_edition_is_told(galley, name, content):
    try:
        found = pipeline.FORMATS[name].prove(galley[name], content).notices
    except BasylymError as error:
        found = [error.notice]
    assert {notice.condition for notice in found} == {Condition.EDITION_KEEPS_TEXT}


# The certificate


def test_a_certificate_names_everything_an_edition_is_made_from(built):
    told = json.loads((built / "build" / "certificate.json").read_text("utf-8"))
    assert set(told["made-from"]) == {"manuscript/article.md", "manuscript/figure.png", "references.bib"}
    assert set(told["editions"]) == {"article.epub", "article.html", "article.pdf"}
    for entry in told["editions"].values():
        counts = entry["counts"]
        assert (counts["notes"], counts["figures"], counts["tables"], counts["formulas"]) == (2, 1, 1, 1)
        assert (counts["citations"], counts["references"]) == (1, 1)
    assert {"pandoc", "weasyprint", "python"} <= set(told["tools"])
    assert str(built) not in json.dumps(told)


def test_a_certificate_that_holds_is_said_to(built):
    notices, values, lines = checked(built)
    assert notices == ()
    assert values["editions"] == {"article.epub": True, "article.html": True, "article.pdf": True}
    assert all(line.endswith("as certified") and "NOT" not in line for line in lines)


def test_the_command_tells_where_an_edition_differs(paper):
    page = edition(paper, "html")
    page.write_text(WRITTEN["a changed word"](page.read_text("utf-8")), "utf-8")
    ended = basylym("prove", paper, "--json")
    told = json.loads(ended.stdout)
    assert ended.returncode == told["exit"] == 1
    assert told["editions"] == {"article.epub": True, "article.html": False, "article.pdf": True}
    assert [one["condition"] for one in told["notices"]] == ["edition-is-certified", "edition-keeps-text"]
    assert "зерттелмеген" in told["notices"][1]["detail"]


def test_an_edited_manuscript_is_told_with_the_place(paper):
    article = paper / "manuscript" / "article.md"
    article.write_text(ARTICLE.replace("зерттелген", "қаралған"), "utf-8")
    notices, _, _ = checked(paper)
    assert notices[0].condition is Condition.MANUSCRIPT_IS_CERTIFIED
    assert notices[0].locus.path == "manuscript/article.md"
    assert sum(notice.condition is Condition.EDITION_KEEPS_TEXT for notice in notices) >= len(FORMS)


@pytest.mark.parametrize("name", ["references.bib", "manuscript/figure.png"])
def test_what_is_gone_is_told(paper, name):
    (paper / name).unlink()
    if name == "references.bib":
        with pytest.raises(BasylymError):
            checked(paper)
    else:
        assert checked(paper)[0][0].condition is Condition.MANUSCRIPT_IS_CERTIFIED


def test_an_edition_that_is_gone_is_told(paper):
    edition(paper, "epub").unlink()
    assert [notice.condition for notice in checked(paper)[0]] == [Condition.EDITION_IS_CERTIFIED]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"certificate": 1}', '{"editions": {"a": {"format": "nothing"}}}']
)
def test_what_is_no_certificate_is_told(paper, text):
    (paper / "build" / "certificate.json").write_text(text, "utf-8")
    with pytest.raises(BasylymError) as caught:
        checked(paper)
    assert caught.value.notice.condition is Condition.CERTIFICATE_EXISTS


def test_editions_built_one_by_one_are_certified_together_and_alike(paper, built):
    shutil.rmtree(paper / "build")
    for name in ("html", "epub", "pdf"):
        assert basylym("build", paper, "--to", name).returncode == 0
    whole = (built / "build" / "certificate.json").read_bytes()
    assert (paper / "build" / "certificate.json").read_bytes() == whole
    (paper / "manuscript" / "article.md").write_text(ARTICLE.replace("нығайту", "дамыту"), "utf-8")
    assert basylym("build", paper, "--to", "html").returncode == 0
    told = json.loads((paper / "build" / "certificate.json").read_text("utf-8"))
    assert set(told["editions"]) == {"article.html"}
