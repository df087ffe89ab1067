"""Every format goes through the command line: normalized, proven, built; broken files end in words."""

import json
import random
import re

import pytest
import weasyprint

import office
from basylym import receive
from basylym.model.notices import BasylymError
from commands import basylym

PARAGRAPH = (
    "The growth of trade between the two countries over the last twenty years has been studied by many "
    "authors, who agree that its causes lie in politics more than in prices."
)
ARTICLE = f"""---
title: "The growth of trade"
author: [A. Smith]
abstract: "We study trade."
date: 2024-01-02
lang: en
---

# Introduction

{PARAGRAPH} It is known [1], and doubted [2, p. 5].

![A caption](p.png){{width=3cm}}

| year | share |
|------|-------|
| 1991 | 23    |

# Results

{PARAGRAPH} The formula is $a^2$.

# References

1. Smith, J. (2010). Trade in Asia. London: Sage.

2. Doe, J. (2011). Prices in Europe. Oxford: OUP.
"""
FORMATS = ("docx", "odt", "epub", "html", "rtf", "tex", "md", "pdf", "txt")


def source(form, folder):
    """The article as a file of that format."""
    path = folder / f"paper.{form}"
    (folder / "p.png").write_bytes(office.png())
    if form in ("md", "txt"):
        path.write_text(ARTICLE if form == "md" else ARTICLE.split("---\n")[2], "utf-8")
    elif form == "pdf":
        html = office.written("html", folder, ARTICLE).decode()
        weasyprint.HTML(string=html, base_url=str(folder)).write_pdf(path)
    else:
        path.write_bytes(office.written("latex" if form == "tex" else form, folder, ARTICLE))
    return path


def test_every_reader_is_tried_here():
    assert set(receive.READERS) == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_format_is_normalized_proven_and_built(form, tmp_path):
    path, into = source(form, tmp_path), tmp_path / "d"
    made = basylym("normalize", path, "--into", into)
    assert made.returncode == 0, made.stderr
    proof = basylym("verify", into, "--json")
    assert proof.returncode == 0, proof.stdout
    told = json.loads(proof.stdout)
    assert (told["lost"], told["rebuilt"]) == (0, True)
    if form == "txt":
        assert "received" not in told
    else:
        assert (told["received"], told["unchanged"]) == (f"source.{form}", True)
        assert (into / "manuscript" / f"source.{form}").read_bytes() == path.read_bytes()
    article = (into / "manuscript" / "article.md").read_text("utf-8")
    assert article.count(PARAGRAPH) == 2
    if form not in (
        "md",
        "rtf",
    ):  # what a person wrote in Markdown stays; Pandoc's own RTF loses headings' kind
        assert "[@smith2010]" in article
        assert "[@doe2011, p. 5]" in article
        assert "@book{doe2011" in (into / "references.bib").read_text("utf-8")
    again = basylym("normalize", path, "--into", into)
    assert again.returncode == 0, again.stderr
    assert (into / "manuscript" / "article.md").read_text("utf-8") == article
    if form not in ("docx", "tex"):  # what is built is article.md, whatever it came from
        return
    built = basylym("build", into, "--to", "html" if form == "tex" else "pdf,epub,html")
    assert built.returncode == 0, built.stderr
    page = (into / "build" / "article.html").read_text("utf-8")
    assert "causes lie in politics more than in prices" in " ".join(re.sub("\u00ad", "", page).split())


def test_no_line_is_moved_as_a_second_title_where_the_file_knows_its_own(tmp_path):
    page = (
        "<html lang='en'><head><title>The growth of trade</title></head><body><h1>The growth of trade</h1>"
        f"<p>Anna Weber<br>Universität Innsbruck</p><h2>Introduction</h2><p>{PARAGRAPH}</p></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    made = basylym("normalize", tmp_path / "a.html", "--into", tmp_path / "d")
    assert made.returncode == 0, made.stderr
    assert "Anna Weber" in (tmp_path / "d" / "manuscript" / "article.md").read_text("utf-8")


def test_proof_fails_where_the_file_as_received_was_changed(tmp_path):
    path, into = source("docx", tmp_path), tmp_path / "d"
    basylym("normalize", path, "--into", into)
    kept = into / "manuscript" / "source.docx"
    kept.write_bytes(kept.read_bytes() + b" ")
    proof = basylym("verify", into)
    assert proof.returncode == 1
    assert "NOT the file that was read" in proof.stdout
    assert "[ledger-replays]" in proof.stderr


def test_edited_manuscript_of_a_word_document_is_merged_when_it_is_normalized_again(tmp_path):
    path, into = source("docx", tmp_path), tmp_path / "d"
    basylym("normalize", path, "--into", into)
    article = into / "manuscript" / "article.md"
    article.write_text(article.read_text("utf-8").replace("It is known", "It is well known"), "utf-8")
    newer = ARTICLE.replace("The formula is", "The new formula is")
    path.write_bytes(office.written("docx", tmp_path, newer))
    assert basylym("normalize", path, "--into", into).returncode == 0
    merged = article.read_text("utf-8")
    assert "It is well known" in merged
    assert "The new formula is" in merged


def test_files_that_a_source_names_are_kept_beside_it_so_that_it_can_be_normalized_again(tmp_path):
    (tmp_path / "fig").mkdir()
    (tmp_path / "fig" / "one.png").write_bytes(office.png())
    (tmp_path / "refs.bib").write_text("@book{one, author={A. Writer}, title={B}, year={2001}}\n", "utf-8")
    (tmp_path / "secret.txt").write_text("never read", "utf-8")
    path = tmp_path / "paper.md"
    path.write_text(
        "---\ntitle: T\nauthor: A\nlang: en\nbibliography: refs.bib\n---\n\nText [@one].\n\n"
        "![One](fig/one.png)\n\n![Two](secret.txt)\n\n![Three](../x.png)\n",
        "utf-8",
    )
    into = tmp_path / "d"
    assert basylym("normalize", path, "--into", into).returncode == 0
    kept = {str(one.relative_to(into)) for one in into.rglob("*") if one.is_file()}
    assert {"manuscript/beside/refs.bib", "manuscript/beside/fig/one.png", "manuscript/media/one.png"} <= kept
    assert not any("secret" in name for name in kept)
    article = (into / "manuscript" / "article.md").read_text("utf-8")
    assert "![One](media/one.png)" in article
    assert "![Two](secret.txt)" in article
    again = tmp_path / "again"
    assert basylym("normalize", into / "manuscript" / "source.md", "--into", again).returncode == 0
    assert (again / "manuscript" / "article.md").read_text("utf-8") == article
    assert (again / "references.bib").read_bytes() == (into / "references.bib").read_bytes()


def test_tracked_changes_are_rejected_on_the_command_line(tmp_path):
    path, into = tmp_path / "a.docx", tmp_path / "d"
    body = office.paragraph(
        office.run("One "), office.inserted("two "), office.deleted("three "), office.run("four.")
    )
    path.write_bytes(office.docx(body))
    made = basylym("normalize", path, "--into", into, "--track-changes", "reject")
    assert made.returncode == 0, made.stderr
    assert "One three four." in (into / "manuscript" / "article.md").read_text("utf-8")
    assert basylym("normalize", path, "--into", into, "--track-changes", "keep").returncode == 2


BROKEN = {
    "a.docx": (b"PK\x03\x04 broken", "source-opens"),
    "b.docx": (b"words alone", "source-opens"),
    "c.pdf": (b"%PDF-1.4 broken", "source-opens"),
    "d.tex": (rb"\begin{document}\input{/etc/passwd}\end{document}", "source-stands-alone"),
    "e.odt": (b"", "source-has-text"),
    "f.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "source-opens"),
    "g.epub": (office.zipped({"mimetype": "application/epub+zip"}), "source-opens"),
    "h.html": (b"<html><script>alert(1)</script></html>", "source-has-text"),
    "i.md": (b"---\ntitle: [\n---\n\nText\n", "front-matter-is-yaml"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_ends_in_words_and_leaves_no_folder(name, tmp_path):
    raw, condition = BROKEN[name]
    (tmp_path / name).write_bytes(raw)
    made = basylym("normalize", tmp_path / name, "--into", tmp_path / "d")
    assert made.returncode == 3
    assert f"[{condition}]" in made.stderr
    assert "Traceback" not in made.stderr
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize("form", ["docx", "odt", "epub", "html", "rtf", "tex", "md", "pdf"])
def test_damaged_files_never_end_in_a_traceback(form, tmp_path):
    dice = random.Random(form)
    raw = source(form, tmp_path).read_bytes()
    for number in range(12):
        damaged = bytearray(raw)
        for _ in range(dice.choice((1, 20, 400))):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        if number % 3 == 0:
            del damaged[dice.randrange(len(damaged)) :]
        try:
            receive.receive(bytes(damaged), f"a.{form}")
        except BasylymError:
            continue
