"""Two processes, in two folders and two time zones, print the same bytes in every edition."""

import os
import shutil

import pytest

import galleys
from commands import basylym, piped

MADE = (("--to", "pdf,epub,html,docx,jats,kindle"), ("--for", "submission"))
NAMES = {f"article{end}" for end in (".pdf", ".epub", ".html", ".docx", ".jats.xml")} | {"certificate.json"}
NAMES |= {"article-kindle.epub", "article-submission.pdf"}
STRANGE = {"PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "LANG": "C", "LC_ALL": "C"}


def small(folder):
    (folder / "manuscript").mkdir(parents=True)
    (folder / "manuscript" / "article.md").write_text(galleys.KAZAKH.replace("refs.bib", "references.bib"))
    (folder / "manuscript" / "figure.png").write_bytes(galleys.PNG)
    (folder / "references.bib").write_text(galleys.REFERENCE)


def everything(folder):
    shutil.copytree(galleys.EVERYTHING, folder)


@pytest.mark.parametrize("write", [small, everything])
def test_every_edition_is_the_same(tmp_path, write):
    here, there = tmp_path / "here", tmp_path / "far" / "there"
    for folder in (here, there):
        write(folder)
    for asked in MADE:
        near = basylym("build", here, *asked, "--out", here / "out")
        far = piped("build", ".", *asked, "--out", "out", folder=there, env={**os.environ, **STRANGE})
        assert (near.returncode, far.returncode) == (0, 0), near.stderr + far.stderr
    assert {file.name for file in (here / "out").iterdir()} == NAMES
    for name in NAMES:
        assert (here / "out" / name).read_bytes() == (there / "out" / name).read_bytes(), name
