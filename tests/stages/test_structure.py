"""article.md cut into front matter and body, with the lines of both."""

from dataclasses import replace

import pytest

from basylym.model.manuscript import Contributor, FrontMatter
from basylym.model.notices import BasylymError, Condition
from basylym.stages import structure
from basylym.stages.structure import cut, notices
from trees import PACKS


def fault(text):
    with pytest.raises(BasylymError) as caught:
        cut(text, "article.md")
    return caught.value.notice


def test_front_matter_and_body_are_parted():
    parts = cut("---\ntitle: A\nlang: kk\n---\n\nBody.\n", "article.md")
    assert (parts.front, parts.body, parts.body_line) == ("title: A\nlang: kk", "Body.\n", 6)
    assert parts.lines == {"": 2, "title": 2, "lang": 3}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_and_byte_order_mark_do_not_matter(end):
    text = "\ufeff" + end.join(["---", "title: A", "---", "Body", "", "more"])
    assert cut(text, "article.md") == cut("---\ntitle: A\n---\nBody\n\nmore", "article.md")


def test_body_without_front_matter():
    parts = cut("\n\n# Heading\n", "article.md")
    assert (parts.front, parts.body, parts.body_line) == ("", "# Heading\n", 3)


def test_front_matter_may_stand_below_empty_lines_and_end_in_dots():
    parts = cut("\n\n---\ntitle: A\n...\nBody", "article.md")
    assert (parts.front, parts.body, parts.body_line, parts.lines["title"]) == ("title: A", "Body", 6, 4)


def test_rule_in_the_body_opens_no_front_matter():
    assert cut("Body\n\n---\n\nmore", "article.md").body == "Body\n\n---\n\nmore"


def test_hyphens_inside_a_text_of_the_front_matter_do_not_close_it():
    assert cut("---\nabstract: |\n  a\n  ---\n  b\n---\nBody", "article.md").body == "Body"


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", "---\na: b\n---\n", "---\na: b\n---\n \n\t\n"])
def test_manuscript_without_text_is_told(text):
    assert fault(text).condition is Condition.MANUSCRIPT_HAS_TEXT


def test_front_matter_that_is_never_closed_is_told():
    notice = fault("---\ntitle: A\n\nBody")
    assert notice.condition is Condition.FRONT_MATTER_IS_YAML
    assert notice.locus.line == 1


def test_what_is_missing_is_noticed_and_nothing_invented():
    found = notices(FrontMatter("kk"), None, "article.md")
    assert [notice.condition.name for notice in found] == [
        "TITLE_IS_GIVEN",
        "AUTHOR_IS_GIVEN",
        "ABSTRACT_IS_GIVEN",
        "DATE_IS_GIVEN",
        "LANGUAGE_IS_KNOWN",
    ]


def test_title_that_the_press_supplied_is_noticed():
    front = FrontMatter("kk", {"kk": "[Тақырып]"}, contributors=(Contributor({"kk": "А"}),))
    found = [notice.condition for notice in notices(front, None, "article.md")]
    assert Condition.TITLE_IS_GIVEN in found
    assert Condition.AUTHOR_IS_GIVEN not in found


@pytest.mark.parametrize(
    ("tag", "pack", "told"),
    [
        ("uz", None, "stand in English"),
        ("kk-Latn", PACKS["kk"], "is for Cyrl, not Latn"),
        ("kk-Arab-CN", PACKS["kk"], "is for Cyrl, not Arab"),
        ("fi", replace(PACKS["tr"], tag="fi", hyphenate=None), "breaks no word"),
        ("kk", PACKS["kk"], ""),
        ("kk-Cyrl-KZ", PACKS["kk"], ""),
        ("en-GB", PACKS["en"], ""),
        ("de-1996", PACKS["de"], ""),
    ],
)
def test_what_an_article_goes_without_is_said_in_words(tag, pack, told):
    missing = structure.lacking(tag, pack)
    assert told in missing
    assert bool(told) == bool(missing)
