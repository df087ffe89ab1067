"""The command line's contract: names, exit codes, notices, JSON."""

import json
import os
import shutil
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from commands import basylym, piped

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "manuscript" / "source.txt"
ARTICLE = """---
title: One
author: A. Author
abstract: Said.
date: 2020-01-02
lang: en
bibliography: references.bib
---

Some text [@one].
"""
BIB = "@book{one, author={A. Writer}, title={A book}, year={2001}, publisher={House}}\n"


@pytest.fixture
def paper(tmp_path):
    (tmp_path / "paper.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "references.bib").write_text(BIB, "utf-8")
    return tmp_path / "paper.md"


@pytest.fixture(scope="module")
def normalized(tmp_path_factory):
    folder = tmp_path_factory.mktemp("article")
    assert basylym("normalize", SOURCE, "--into", folder).returncode == 0
    return folder


def test_normalize_writes_the_four_files_and_keeps_the_source_as_received(normalized):
    made = {str(path.relative_to(normalized)) for path in normalized.rglob("*") if path.is_file()}
    assert made == {
        "manuscript/source.txt",
        "manuscript/article.md",
        "manuscript/ledger.tsv",
        "references.bib",
    }
    assert (normalized / "manuscript" / "source.txt").read_bytes() == SOURCE.read_bytes()


def test_the_committed_manuscript_is_what_normalizing_gives(normalized):
    for name in ("manuscript/article.md", "manuscript/ledger.tsv", "references.bib"):
        assert (normalized / name).read_bytes() == (ROOT / name).read_bytes(), name


@pytest.mark.parametrize("name", ["manuscript/article.md", "references.bib"])
def test_normalizing_again_leaves_what_a_person_edited(tmp_path, normalized, name):
    folder = tmp_path / "edited"
    shutil.copytree(normalized, folder)
    edited = folder / name
    edited.write_text(edited.read_text("utf-8") + "\nmine\n", "utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert basylym("normalize", SOURCE, "--into", folder).returncode == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_edited_article_that_nothing_tells_the_source_of_is_not_overwritten(tmp_path, normalized):
    folder = tmp_path / "edited"
    shutil.copytree(normalized, folder)
    (folder / "manuscript" / "article.md").write_text("mine\n", "utf-8")
    (folder / "manuscript" / "ledger.tsv").unlink()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = basylym("normalize", SOURCE, "--into", folder)
    assert done.returncode == 2
    assert "[manuscript-is-unedited]" in done.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_decision_is_written_and_carried_out(tmp_path, normalized):
    folder = tmp_path / "decided"
    shutil.copytree(normalized, folder)
    rows = (folder / "manuscript" / "ledger.tsv").read_text("utf-8").splitlines()
    name = next(row.split("\t")[0] for row in rows if row.split("\t")[1] == "query")
    assert basylym("decide", name, "stet", folder).returncode == 0
    assert basylym("normalize", SOURCE, "--into", folder).returncode == 0
    settled = (folder / "manuscript" / "ledger.tsv").read_text("utf-8")
    assert f"{name}\tstet\t" in settled


def test_verify_proves_that_no_character_was_lost(normalized):
    done = basylym("verify", normalized, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == found["exit"] == 0
    assert found["lost"] == 0
    assert found["rebuilt"] is True
    assert found["kept"] + found["repaired"] == len(SOURCE.read_text("utf-8"))


def test_verify_exits_with_an_error_when_the_ledger_was_tampered_with(tmp_path, normalized):
    folder = tmp_path / "tampered"
    shutil.copytree(normalized, folder)
    rows = folder / "manuscript" / "ledger.tsv"
    rows.write_text(rows.read_text("utf-8").replace("таpатпау\tтаратпау", "тapатпау\tтаратпау"), "utf-8")
    done = basylym("verify", folder)
    assert done.returncode in (1, 3)
    assert "[ledger-replays]" in done.stderr
    assert "Traceback" not in done.stderr


def test_build_writes_the_editions_named_and_says_where(paper):
    done = basylym("build", paper, "--to", "html", "--out", paper.parent / "made")
    assert done.returncode == 0, done.stderr
    made = paper.parent / "made"
    assert done.stdout.split() == [str(made / "paper.html"), str(made / "paper.certificate.json")]
    assert "Writer" in (paper.parent / "made" / "paper.html").read_text("utf-8").replace("\u00ad", "")


def test_build_of_a_file_writes_into_a_build_folder_beside_it(paper):
    assert basylym("build", paper.name, "--to", "html", folder=paper.parent).returncode == 0
    assert (paper.parent / "build" / "paper.html").is_file()


def test_build_takes_a_style_by_name_and_by_file(paper):
    shutil.copy(ROOT / "templates" / "styles" / "ieee.csl", paper.parent / "mine.csl")
    for style in ("ieee", "mine.csl"):
        done = basylym("build", paper.name, "--to", "html", "--csl", style, folder=paper.parent)
        assert done.returncode == 0, done.stderr
        assert "[1]" in (paper.parent / "build" / "paper.html").read_text("utf-8").replace(
            "</a>", ""
        ).replace('<a href="#ref-one" role="doc-biblioref">', "")


def test_an_unknown_key_is_an_error_with_its_place_and_the_edition_is_still_printed(paper):
    paper.write_text(ARTICLE + "\nAnd more [@two].\n", "utf-8")
    done = basylym("build", paper, "--to", "html")
    assert done.returncode == 1
    assert f"{paper}:12:11: error: the citation @two has no entry [citation-resolves]" in done.stderr
    assert (paper.parent / "build" / "paper.html").is_file()


def test_strict_makes_any_notice_count(paper):
    paper.write_text(ARTICLE.replace("author: A. Author\n", ""), "utf-8")
    assert basylym("build", paper, "--to", "html").returncode == 0
    assert basylym("check", paper, "--strict").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "condition"),
    [
        (("build", "nowhere.md"), 2, "file-exists"),
        (("build", "."), 2, "manuscript-exists"),
        (("build", "paper.md", "--to", "docs"), 2, "edition-is-known"),
        (("build", "paper.md", "--csl", "nonesuch"), 2, "style-exists"),
        (("normalize", "nowhere.txt", "--into", "x"), 2, "file-exists"),
        (("normalize", "empty.txt", "--into", "x"), 3, "source-has-text"),
        (("normalize", "binary.txt", "--into", "x"), 3, "source-is-text"),
        (("normalize", "paper.md", "--into", "x", "--encoding", "klingon"), 2, "encoding-is-known"),
        (("explain", "nonesuch"), 2, "condition-exists"),
        (("init", ".", "--lang", "tlh"), 2, "language-is-known"),
    ],
)
def test_bad_input_is_a_clear_error_with_a_stable_exit_code(paper, arguments, code, condition):
    (paper.parent / "empty.txt").write_bytes(b" \n")
    (paper.parent / "binary.txt").write_bytes(bytes(range(256)) * 8)
    before = sorted(paper.parent.rglob("*"))
    done = basylym(*arguments, folder=paper.parent)
    assert done.returncode == code, done.stderr
    assert f"[{condition}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(paper.parent.rglob("*")) == before


def test_an_output_folder_that_cannot_be_written_to_is_an_error(paper):
    (paper.parent / "taken").write_text("a file, not a folder", "utf-8")
    done = basylym("build", paper, "--to", "html", "--out", paper.parent / "taken")
    assert done.returncode == 3
    assert "[output-is-writable]" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "paper.md"),
        ("build", "paper.md", "--to", "html"),
        ("explain", "citation-resolves"),
        ("doctor",),
        ("init", "new"),
        ("build", "nowhere.md"),
    ],
)
def test_json_is_one_object_and_nothing_else_on_standard_output(paper, arguments):
    done = basylym(*arguments, "--json", folder=paper.parent)
    answer = json.loads(done.stdout)
    assert answer["exit"] == done.returncode
    assert isinstance(answer["notices"], list)


@pytest.mark.parametrize("tag", ["de", "en", "kk", "ru", "tr"])
def test_a_new_article_builds_without_a_notice(tmp_path, tag):
    assert basylym("init", tmp_path / "new", "--lang", tag).returncode == 0
    done = basylym("build", tmp_path / "new", "--to", "html", "--strict")
    assert done.returncode == 0, done.stderr


def test_nothing_but_results_is_printed_in_a_pipe(paper):
    done = piped("build", paper, "--to", "html")
    assert done.stderr == ""
    assert [line.rpartition("/")[2] for line in done.stdout.splitlines()] == [
        "paper.html",
        "paper.certificate.json",
    ]


@pytest.mark.parametrize(
    "command", ["normalize", "decide", "verify", "build", "check", "explain", "doctor", "init"]
)
def test_every_command_has_help_with_an_example(command):
    done = basylym(command, "--help")
    assert done.returncode == 0
    assert f"Example: basylym {command}" in done.stdout


def test_a_reader_of_the_source_needs_no_terminal_locale(paper):
    done = subprocess.run(
        [sys.executable, "-m", "basylym", "check", "paper.md"],
        capture_output=True,
        cwd=paper.parent,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr


def test_a_lone_surrogate_is_a_fault_of_the_front_matter(paper):
    paper.write_text(ARTICLE.replace("title: One", 'title: "a \\ud800 b"'), "utf-8")
    done = basylym("check", paper)
    assert done.returncode == 3
    assert f"{paper}:2:8: error:" in done.stderr
    assert "[front-matter-is-yaml]" in done.stderr


def test_a_picture_whose_name_holds_a_space_is_printed(paper):
    (paper.parent / "bar chart.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>', "utf-8"
    )
    paper.write_text(ARTICLE + "\n![Bars](<bar chart.svg>){#fig:bars}\n", "utf-8")
    done = basylym("build", paper, "--to", "pdf")
    assert done.returncode == 0, done.stderr
    document = pypdfium2.PdfDocument(paper.parent / "build" / "paper.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Missing picture" not in text


def ended(process):
    """Whether a process is gone, or waits for whatever reaps orphans here."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_press_that_is_stopped_ends_in_a_line_and_leaves_no_child(paper, sign, code):
    paper.write_text(ARTICLE + "\n" + "[" * 20_000 + "\n", "utf-8")  # keeps Pandoc busy for its whole time
    command = [sys.executable, "-m", "basylym", "check", "paper.md"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a job behind others is started deaf to it
    with subprocess.Popen(
        command, cwd=paper.parent, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    ) as press:
        child = ""
        while not child and press.poll() is None:
            child = Path(f"/proc/{press.pid}/task/{press.pid}/children").read_text().strip()
        press.send_signal(sign)
        assert "Traceback" not in press.communicate(timeout=20)[1]
    assert press.returncode == code
    assert all(ended(int(number)) for number in child.split())
