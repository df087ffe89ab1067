"""What a file says of itself goes into the front matter before what was told from its text."""

from basylym.adapters import yaml
from basylym.model.notices import Condition, Notice
from basylym.stages import given


def read(block):
    return yaml.load(block.strip("-\n"), "a.md", 1)


def test_file_goes_before_text_and_nothing_told_is_lost():
    told = {"title": "[First words]", "lang": "en", "udc": "81.1", "bibliography": "references.bib"}
    block = given.front_matter(told, {"title": "Of: trade", "lang": "de"}, "en")
    assert read(block) == {
        "title": "Of: trade",
        "lang": "en",
        "udc": "81.1",
        "bibliography": "references.bib",
    }


def test_every_value_comes_back_from_the_yaml():
    fields = {
        "title": {"kk": 'Атауы "жаңа"', "en": "A: b # c"},
        "author": [{"name": {"given": "A", "family": "B"}, "affiliations": ["1", "2"]}, "C. D."],
        "keywords": ["one", "- two", "null"],
        "abstract": "Two\nlines \u2028 and\u0085more",
        "empty": [],
        "odd name:": "x",
    }
    assert read(given.front_matter({}, fields, "kk")) == {**fields, "lang": "kk"}


def test_notices_that_the_file_answers_are_dropped():
    lacks = [Notice(Condition.TITLE_IS_GIVEN, "no title"), Notice(Condition.AUTHOR_IS_GIVEN, "no author")]
    assert given.still_lacking(lacks, {"title": "A"}) == (lacks[1],)
