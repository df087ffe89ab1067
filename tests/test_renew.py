"""Normalizing again keeps what a person edited, marks what both changed, and carries decisions out."""

import pytest

from basylym import normalize, project, renew
from basylym.model.notices import BasylymError, Condition
from basylym.stages import ledger

FIRST = (
    "Развитие торговли между двумя странами изучали многие авторы, и они согласны: будующее за нею.\n\n"
    "В 1941-1945 гг. было иначе; торговля  стояла, и никто не знал, что будет дальше с ней и с нами.\n"
)
SECOND = FIRST.replace("многие авторы", "разные  авторы")


@pytest.fixture
def folder(tmp_path):
    run(tmp_path, FIRST)
    return tmp_path / "paper"


def run(place, text):
    source = place / "new.txt"
    source.write_text(text, "utf-8")
    notices, values, lines = renew.renew(source, place / "paper", "ru", None)
    return [notice.condition for notice in notices], values, lines


def edit(folder, old, new):
    path = folder / project.ARTICLE
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def article(folder):
    return (folder / project.ARTICLE).read_text("utf-8")


def test_same_source_again_leaves_an_edited_article_as_it_is(folder, tmp_path):
    edit(folder, "с нами", "с вами")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    conditions, _, lines = run(tmp_path, FIRST)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert Condition.MANUSCRIPT_IS_MERGED not in conditions
    assert next(line for line in lines if "your edits stand" in line).startswith(
        str(folder / project.ARTICLE)
    )


def test_new_source_and_edits_come_together_and_the_edited_file_is_kept(folder, tmp_path):
    edit(folder, "с нами", "с вами")
    edited = article(folder)
    conditions, _, _ = run(tmp_path, SECOND)
    assert "разные авторы" in article(folder)
    assert "с вами" in article(folder)
    assert Condition.MANUSCRIPT_IS_MERGED in conditions
    assert (folder / "manuscript" / "article.edited-1.md").read_text("utf-8") == edited


def test_line_changed_by_both_stands_twice_and_is_an_error(folder, tmp_path):
    edit(folder, "многие авторы", "все авторы")
    conditions, _, _ = run(tmp_path, SECOND)
    assert Condition.MERGE_IS_CLEAN in conditions
    assert "<<<<<<< edited" in article(folder)
    assert "все авторы" in article(folder)
    assert "разные авторы" in article(folder)
    with pytest.raises(BasylymError) as caught:
        run(tmp_path, FIRST)
    assert caught.value.notice.condition is Condition.MANUSCRIPT_IS_UNEDITED


def test_no_kept_file_is_overwritten(folder, tmp_path):
    edit(folder, "с нами", "с вами")
    run(tmp_path, SECOND)
    edit(folder, "с вами", "с ними")
    run(tmp_path, FIRST)
    kept = sorted(path.name for path in (folder / "manuscript").glob("article.edited-*"))
    assert kept == ["article.edited-1.md", "article.edited-2.md"]


def test_bibliography_is_merged_too(folder, tmp_path):
    path = folder / project.BIBLIOGRAPHY
    path.write_text(path.read_text("utf-8") + "\n@book{mine, title = {Моя}}\n", "utf-8")
    run(tmp_path, SECOND)
    assert "@book{mine" in path.read_text("utf-8")


@pytest.mark.parametrize("gone", [project.LEDGER, project.SOURCE])
def test_edited_article_without_its_source_or_ledger_is_left_alone(folder, tmp_path, gone):
    edit(folder, "с нами", "с вами")
    (folder / gone).unlink()
    with pytest.raises(BasylymError) as caught:
        run(tmp_path, SECOND)
    assert caught.value.notice.condition is Condition.MANUSCRIPT_IS_UNEDITED
    assert caught.value.exit_code == 2
    assert "с вами" in article(folder)


def row(folder, rule):
    rows = ledger.read((folder / project.LEDGER).read_text("utf-8"), "ledger.tsv")
    return next(row for row in rows if row.rule == rule)


def test_decision_is_written_and_carried_out_by_the_next_normalizing(folder, tmp_path):
    edit(folder, "с нами", "с вами")
    renew.settle(folder, row(folder, "misspellings").id[:5], "accept")
    renew.settle(folder, row(folder, "year-ranges").id, "stet")
    _, _, lines = run(tmp_path, FIRST)
    assert "2 decisions carried out" in lines
    assert "будущее" in article(folder)
    assert "1941-1945" in article(folder)
    assert "с вами" in article(folder)
    proof = normalize.verify(
        (folder / project.SOURCE).read_bytes(),
        (folder / project.LEDGER).read_text("utf-8"),
        article(folder),
        source_path="s",
        ledger_path="l",
    ).value
    assert (proof.lost, proof.rebuilt) == (0, True)


def test_second_decision_about_a_row_takes_the_place_of_the_first(folder):
    name = row(folder, "misspellings").id
    renew.settle(folder, name, "accept")
    renew.settle(folder, name, "грядущее")
    (one,) = renew.decisions(folder)
    assert (one.verdict, one.text) == ("reword", "грядущее")


@pytest.mark.parametrize("name", ["", "zzzz"])
def test_row_that_is_not_in_the_ledger_cannot_be_decided(folder, name):
    with pytest.raises(BasylymError) as caught:
        renew.settle(folder, name, "stet")
    assert caught.value.notice.condition is Condition.DECISION_IS_USED


def test_idle_decision_is_told_of_at_its_line_of_the_file_as_the_user_named_it(folder, tmp_path):
    renew.settle(folder, row(folder, "misspellings").id, "accept")
    source = tmp_path / "new.txt"
    source.write_text(FIRST.replace("будущее", "счастье").replace("будующее", "счастье"), "utf-8")
    notices, _, _ = renew.renew(source, folder, "ru", None)
    (idle,) = [notice for notice in notices if notice.condition is Condition.DECISION_IS_USED]
    assert str(idle.locus) == f"{folder / project.DECISIONS}:2:1"
