"""Good articles compose without a notice; bad input is told by condition and never by a traceback."""

import shutil
from pathlib import Path

import pytest

from basylym import pipeline, project
from basylym.adapters import child, pandoc
from basylym.model.document import attributes, plain, walk
from basylym.model.notices import BasylymError, Condition

SPECIMENS = Path(__file__).parent / "specimens"
PNG = (SPECIMENS / "everything" / "manuscript" / "figures" / "grey.png").read_bytes()
FRONT = (
    "---\ntitle: A\nauthor: B\nabstract: C\ndate: 2014-11-05\nlang: {lang}\n"
    "bibliography: references.bib\n---\n\n"
)
BIB = "@book{known,\n  author = {Knuth, Donald},\n  title = {The Book of U.S. Art},\n  year = 1984,\n}\n"


@pytest.fixture
def article(tmp_path):
    """Writes an article and its bibliography; the file ``outside.png`` lies beside the project."""
    (tmp_path / "outside.png").write_bytes(PNG)
    (tmp_path / "outside.bib").write_text(BIB, encoding="utf-8")
    root = tmp_path / "article"

    def write(body, bib=BIB, lang="en", front=FRONT):
        (root / "manuscript").mkdir(parents=True, exist_ok=True)
        text = front.replace("{lang}", lang) + body
        (root / "manuscript" / "article.md").write_bytes(text.encode() if isinstance(text, str) else text)
        (root / "references.bib").write_text(bib, encoding="utf-8")
        return root

    return write


def composed(root, style=""):
    return pipeline.compose(project.find(root), style)


def conditions(root, style=""):
    return [notice.condition.name for notice in composed(root, style).notices]


def stopped(root, style=""):
    with pytest.raises(BasylymError) as caught:
        composed(root, style)
    return caught.value.notice


def words(root, style=""):
    return plain(composed(root, style).value.document.blocks)


CONFLICT = "<<<<<<< edited\n{}\n=======\n{}\n>>>>>>> normalized\n"


def test_conflict_of_a_merge_left_in_the_article_stops_the_build_at_its_line(article):
    notice = stopped(article("One.\n\n" + CONFLICT.format("Two.", "Three.")))
    assert notice.condition is Condition.MERGE_IS_CLEAN
    assert (notice.locus.line, notice.locus.path.endswith("article.md")) == (12, True)


def test_conflict_of_a_merge_left_in_the_bibliography_stops_the_build(article):
    notice = stopped(article("One [@known].\n", bib=CONFLICT.format(BIB, BIB.replace("1984", "1985"))))
    assert notice.condition is Condition.MERGE_IS_CLEAN
    assert notice.locus.path.endswith("references.bib")


def test_specimen_of_everything_composes_without_a_notice():
    outcome = composed(SPECIMENS / "everything")
    assert [str(notice) for notice in outcome.notices] == []
    names = [attributes(node)[0] for node in walk(outcome.value.document.blocks)]
    named = [name for name in names if name]
    assert len(named) == len(set(named))
    assert {"fig-loose", "tbl-words", "eq-chain", "sec-results", "front-title-kk", "refs"} <= set(named)


def test_empty_file(article):
    assert stopped(article("", front="")).condition is Condition.MANUSCRIPT_HAS_TEXT


def test_folder_without_a_manuscript(tmp_path):
    with pytest.raises(BasylymError) as caught:
        project.find(tmp_path)
    assert caught.value.notice.condition is Condition.MANUSCRIPT_EXISTS
    assert caught.value.exit_code == 2


def test_missing_file(tmp_path):
    with pytest.raises(BasylymError) as caught:
        project.find(tmp_path / "none.md")
    assert caught.value.notice.condition is Condition.FILE_EXISTS


def test_binary_file(article):
    root = article("x")
    (root / "manuscript" / "article.md").write_bytes(b"Title\n\x89PNG\xff\x00")
    notice = stopped(root)
    assert notice.condition is Condition.MANUSCRIPT_IS_UTF8
    assert (notice.locus.line, notice.locus.column) == (2, 1)


def test_front_matter_that_is_no_yaml(article):
    notice = stopped(article("x", front="---\ntitle: A\nauthor: [B\n---\n\n"))
    assert notice.condition is Condition.FRONT_MATTER_IS_YAML
    assert notice.locus.line > 2


def test_misspelt_field_is_told_with_its_line_and_a_field_of_another_tool_is_not(article):
    front = FRONT.replace("lang:", "execute: 1\nkeyword: a, b\nlang:")
    found = composed(article("Word [@known].\n", front=front)).notices
    assert [(notice.condition, notice.locus.line) for notice in found] == [(Condition.FIELD_IS_READ, 7)]
    assert "'keyword' is not read; 'keywords' is" in found[0].detail


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("author: [{name: B, orcid: 0000-0002-1825-0098}]", "ORCID 0000-0002-1825-0098"),
        ("author: [{name: B, email: a at b}]", "no e-mail address"),
        ("author: B\njournal: {title: J, issn: 1234-5678}", "ISSN 1234-5678"),
        ("author: B\ndoi: 11.1234/x", "DOI '11.1234/x'"),
        ("author: B\nirsti: 11.25.4", "IRSTI code '11.25.4'"),
    ],
)
def test_number_that_cannot_be_right_is_told_with_its_line(article, given, told):
    root = article("Word [@known].\n", front=FRONT.replace("author: B", given))
    (notice,) = composed(root).notices
    assert notice.condition is Condition.IDENTIFIER_IS_VALID
    assert told in notice.detail
    assert notice.locus.line == 3 + given.count("\n")


def test_numbers_that_can_be_right_are_not_told(article):
    given = (
        "author: [{name: B, orcid: https://orcid.org/0000-0002-1825-0097, email: b.c@mail.example.kz}]\n"
        "doi: https://doi.org/10.26577/JH.2024.v113.i2.01\nirsti: 11.25.40; 14.35\n"
        "journal: {title: J, issn: 1563-0226, eissn: 2617-4073}"
    )
    root = article("Word [@known].\n", front=FRONT.replace("author: B", given))
    assert conditions(root) == []


def test_alias_bomb(article):
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n\n"
    assert stopped(article("x", front=bomb)).condition is Condition.FRONT_MATTER_IS_YAML


def test_broken_entry_is_told_with_its_line_and_the_others_stand(article):
    root = article("[@known]", bib="% comment\n@book{broken,\n title = {A,\n\n" + BIB)
    notices = composed(root).notices
    assert [notice.condition for notice in notices] == [Condition.BIBLIOGRAPHY_PARSES]
    assert notices[0].locus.line == 2
    assert "Knuth" in words(root)


def test_entry_that_lacks_a_comma_is_told_and_the_others_stand(article):
    root = article("[@known]", bib=BIB + "@book{two,\n  title = {Two}\n  year = 1999,\n}\n")
    notices = composed(root).notices
    assert [notice.condition for notice in notices] == [Condition.BIBLIOGRAPHY_PARSES]
    assert notices[0].locus.line == 6
    assert "Knuth" in words(root)


def test_key_that_stands_twice(article):
    notices = composed(article("[@known]", bib=BIB + BIB)).notices
    assert [notice.condition for notice in notices] == [Condition.REFERENCE_IS_UNIQUE]
    assert notices[0].locus.line == 6


def test_bibliography_that_is_not_there(article):
    front = FRONT.replace("references.bib", "none.bib")
    assert stopped(article("x", front=front)).condition is Condition.BIBLIOGRAPHY_EXISTS


@pytest.mark.parametrize("name", ["../outside.bib", "/etc/passwd", "manuscript/../../outside.bib", "x" * 400])
def test_bibliography_outside_the_project(article, name):
    front = FRONT.replace("references.bib", name)
    assert stopped(article("x", front=front)).condition is Condition.BIBLIOGRAPHY_EXISTS


def test_unknown_citation_key_is_told_with_its_place(article):
    root = article("First.\n\nmail@unknown.org then [see @known; @unknown, p. 5].\n")
    notice = next(notice for notice in composed(root).notices)
    assert notice.condition is Condition.CITATION_RESOLVES
    assert (notice.locus.line, notice.locus.column) == (12, 36)
    assert "unknown" in words(root)


def test_entry_that_nobody_cites_is_told_unless_nocite_lists_it(article):
    assert "REFERENCE_IS_CITED" in conditions(article("x"))
    root = article("x", front=FRONT.replace("lang:", "nocite: '@*'\nlang:"))
    assert conditions(root) == []
    assert "Knuth" in words(root)


@pytest.mark.parametrize("style", ["none", "none.csl", "../outside.csl", "/etc/passwd"])
def test_unknown_style(article, style):
    assert stopped(article("[@known]"), style).condition is Condition.STYLE_EXISTS


def test_style_named_by_where_others_keep_it_is_the_shipped_one(article):
    front = FRONT.replace("lang:", "csl: pandoc/csl/ieee.csl\nlang:")
    assert conditions(article("[@known]", front=front)) == []
    assert "[1]" in words(article("[@known]", front=front))


def test_style_named_by_the_front_matter_must_be_inside_the_project(article, tmp_path):
    shutil.copy(Path(__file__).parents[1] / "templates" / "styles" / "ieee.csl", tmp_path / "mine.csl")
    front = FRONT.replace("lang:", "csl: ../mine.csl\nlang:")
    assert stopped(article("[@known]", front=front)).condition is Condition.STYLE_EXISTS
    assert conditions(article("[@known]"), str(tmp_path / "mine.csl")) == []


@pytest.mark.parametrize("text", ["not a style", "<style><macro name=", "<style/>"])
def test_file_that_is_no_style(article, tmp_path, text):
    (tmp_path / "bad.csl").write_text(text, encoding="utf-8")
    assert stopped(article("[@known]"), str(tmp_path / "bad.csl")).condition is Condition.STYLE_EXISTS


@pytest.mark.parametrize(
    "name",
    [
        "none.png",
        "../outside.png",
        "../../outside.png",
        "/etc/passwd",
        "http://example.org/a.png",
        "data:image/png;base64," + "A" * 5000,
        "link.png",
        "article.md",
        "fake.png",
        "a%00.png",
    ],
)
def test_picture_that_is_not_inside_the_project(article, name, tmp_path):
    root = article(f"One.\n\n![A]({name})\n\nTwo.")
    (root / "manuscript" / "link.png").symlink_to(tmp_path / "outside.png")
    (root / "manuscript" / "fake.png").write_text("secret", encoding="utf-8")
    outcome = composed(root)
    found = [notice for notice in outcome.notices if notice.condition is Condition.FIGURE_EXISTS]
    assert len(found) == 1
    assert found[0].locus.line == 12
    assert outcome.value.pictures == {}
    assert "No picture" in plain(outcome.value.document.blocks) or name[:20] in plain(
        outcome.value.document.blocks
    )


def test_each_time_a_picture_is_shown_has_a_place_of_its_own(article):
    root = article("![A](none.png)\n\n![A](none.png)\n\nTwo.")
    found = [one for one in composed(root).notices if one.condition is Condition.FIGURE_EXISTS]
    assert [one.locus.line for one in found] == [10, 12]


def test_picture_with_a_space_in_its_name_is_found(article):
    root = article("![A](<my picture.png>)\n\n[@known]")
    (root / "manuscript" / "my picture.png").write_bytes(PNG)
    outcome = composed(root)
    assert outcome.notices == ()
    assert list(outcome.value.pictures.values()) == [PNG]


@pytest.mark.parametrize("bomb", ["> " * 2000 + "x", "[" * 30000])
def test_bomb_ends_with_a_notice(article, bomb, monkeypatch):
    monkeypatch.setattr(pandoc, "LIMITS", child.Limits(seconds=2, megabytes=0))
    assert stopped(article(bomb)).condition is Condition.CHILD_ENDS


def test_deep_but_decent_nesting_composes(article):
    body = "\n".join("    " * depth + "- x" for depth in range(12)) + "\n\n" + "> " * 15 + "[@known]"
    assert conditions(article(body)) == []


def test_output_that_cannot_be_written(tmp_path):
    (tmp_path / "build").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(BasylymError) as caught:
        project.write({tmp_path / "build" / "article.html": b"x"})
    assert caught.value.notice.condition is Condition.OUTPUT_IS_WRITABLE


def test_line_ends_and_byte_order_mark_change_nothing(article):
    root = article('A "word".\n\n$$x$$ {#eq:x}\n\n@eq:x [@known]\n')
    expected = composed(root).value.document
    path = root / "manuscript" / "article.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert composed(root).value.document == expected


def test_language_with_a_region_has_the_pack_of_its_language(article):
    made = composed(article("x [@known]", lang="kk-KZ"))
    assert made.notices == ()
    assert made.value.language.terms.references == pipeline.LANGUAGES["kk"].terms.references


def test_language_without_a_pack_is_told(article):
    assert conditions(article("x [@known]", lang="fi")) == ["LANGUAGE_IS_KNOWN"]


def test_passage_in_a_language_without_a_pack_is_told(article):
    told = composed(article("x [@known] [sana]{lang=fi} [слово]{lang=ru}")).notices
    assert [notice.condition.name for notice in told] == ["LANGUAGE_IS_KNOWN"]
    assert "'fi'" in told[0].detail


def test_text_that_is_not_english_and_names_no_language_is_told(article):
    body = "Қазақстан Республикасының экономикалық ынтымақтастығы туралы мақала [@known]"
    assert conditions(article(body, front=FRONT.replace("lang: {lang}\n", ""))) == ["LANGUAGE_IS_KNOWN"]
    assert conditions(article("An English text [@known]", front=FRONT.replace("lang: {lang}\n", ""))) == []


def test_front_matters_pieces_know_their_language(article):
    front = FRONT.replace("title: A", "title: {en: A, kk: Ә}")
    blocks = composed(article("x [@known]", front=front)).value.document.blocks
    assert [attributes(node)[2].get("lang") for node in blocks[:3]] == ["en", "kk", "en"]


def test_own_empty_heading_for_references_takes_the_list(article):
    root = article("x [@known]\n\n# References\n\n# Appendix\n\ny")
    blocks = composed(root).value.document.blocks
    heads = [plain(node["c"][2]) for node in blocks if node["t"] == "Header"]
    assert heads == ["References", "Appendix"]
    assert [attributes(node)[0] for node in blocks if node["t"] == "Div"][-1] == "refs"


def test_place_that_the_author_gave_the_list_is_kept(article):
    blocks = composed(article("x [@known]\n\n::: {#refs}\n:::\n\nlast")).value.document.blocks
    assert plain(blocks[-1]) == "last"
    assert not [node for node in blocks if node["t"] == "Header"]


def test_titles_keep_their_case_in_an_article_that_is_not_english(article):
    bib = BIB + "@book{kk,\n  title = {АҚШ және Орталық Азия},\n  year = 2014,\n}\n"
    bib += "@book{uk,\n  title = {Історія України та Світу},\n  year = 2014,\n}\n"
    for lang in ("kk", "ru"):
        shown = words(article("[@known; @kk; @uk]", bib, lang))
        assert "The Book of U.S. Art" in shown
        assert "АҚШ және Орталық Азия" in shown
        assert "Історія України та Світу" in shown


def test_non_latin_titles_keep_their_case_in_an_english_article(article):
    bib = "@book{kk, title = {АҚШ және Орталық Азия}}\n@book{uk, title = {Історія України та Світу}}\n"
    bib += "@book{ru, title = {Обзор DNA и мира}}\n"
    shown = words(article("[@kk; @uk; @ru]", bib), "chicago-author-date")
    for title in ("АҚШ және Орталық Азия", "Історія України та Світу", "Обзор DNA и мира"):
        assert title in shown


def test_bibliography_with_strings_comments_and_preamble(article):
    bib = '@preamble{"x"}\n@comment{y}\n@string{p = {Press}}\n'
    bib += '@book{a, title = {A}, publisher = p # " One", month = mar}\n'
    root = article("[@a]", bib)
    assert conditions(root) == []
    assert "Press One" in words(root)


def test_entry_with_only_a_note_keeps_it_and_prints_as_missing(article):
    root = article("[@a]", "@misc{a, note = {Private letter}, year = 1999}\n")
    assert conditions(root, "chicago-author-date") == ["REFERENCE_IS_COMPLETE"]
    shown = words(root, "chicago-author-date")
    assert pipeline.LANGUAGES["en"].terms.missing_reference in shown
    assert "1999" in shown


def test_glyph_that_no_font_has_is_told_also_in_a_note(article):
    notices = composed(article("x [@known]^[A word with \U00012000 in it.]")).notices
    assert [notice.condition for notice in notices] == [Condition.GLYPH_IS_IN_FONT]
    assert notices[0].locus.line == 10


def test_kazakh_locators_are_printed_number_first(article):
    shown = words(article("[@known, б. 115-117] [@known, 12-б.]", lang="kk"), "chicago-author-date")
    assert "115–117-б." in shown
    assert "12-б." in shown
    assert "p." not in shown


def test_english_locators_of_several_kinds(article):
    shown = words(article("[@known, pp. 5-7, fig. 2] [@known, chap. 3]"), "apa")
    assert "pp. 5–7, fig. 2" in shown
    assert "chap. 3" in shown


def test_label_that_stands_twice_is_told_at_its_second_place(article):
    root = article("# A {#sec:a}\n\n# B {#sec:a}\n\n@sec:a [@known]")
    (notice,) = composed(root).notices
    assert notice.condition is Condition.LABEL_IS_UNIQUE
    assert notice.locus.line == 12


def test_same_article_composes_to_the_same_tree():
    one, other = (composed(SPECIMENS / "everything").value.document for _ in range(2))
    assert one == other
