"""References set in the styles of GOST: each kind of entry as the standards print it, in its language."""

import json
from pathlib import Path

import pytest

from basylym import citing, pipeline
from basylym.adapters import pandoc, resources
from basylym.model.bibliography import Bibliography, Reference
from basylym.model.document import attributes, plain, rewrite, walk

SPECIMENS = Path(__file__).parent / "specimens"
ENTRIES = json.loads((SPECIMENS / "gost-7-1-2003" / "references.json").read_text("utf-8"))
LANGUAGES = pipeline.LANGUAGES
STYLES = ("gost-7-1-2003", "gost-r-7-0-100-2018")


def printed(style, tag, entries):
    """The text of every reference as a list in the language ``tag`` prints it, without number and links."""
    references = {one["id"]: Reference(one["id"], one, "x.bib", 1) for one in entries}
    text = " ".join(f"[@{key}]" for key in references)
    xml = resources.styles()[style].read_text("utf-8")
    made = citing.resolve(pandoc.parse(text), Bibliography(references), xml, LANGUAGES[tag], LANGUAGES, ())
    bare = rewrite(list(made.blocks), _without_links, "")
    found = {}
    for node in walk(bare):
        identifier, classes, _ = attributes(node)
        if node["t"] == "Div" and "csl-entry" in classes:
            number, _, entry = plain(node).partition(".")
            found[identifier.removeprefix("ref-")] = (number, " ".join(entry.split()))
    return found


def _without_links(node, _):
    return [] if "backlinks" in attributes(node)[1] else node


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tag", ["kk", "ru", "en"])
def test_every_kind_of_entry_is_described_as_the_standard_prints_it(style, tag):
    rows = (SPECIMENS / style / "printed.tsv").read_text("utf-8").splitlines()
    expected = dict(row.split("\t") for row in rows)
    found = {key: entry for key, (_, entry) in printed(style, tag, ENTRIES).items()}
    assert list(found) == list(expected)
    for key, text in expected.items():
        assert found[key] == text


@pytest.mark.parametrize("style", STYLES)
def test_references_stand_in_the_order_of_citation(style):
    numbers = [number for number, _ in printed(style, "kk", ENTRIES).values()]
    assert numbers == [str(n) for n in range(1, len(ENTRIES) + 1)]


def test_style_without_the_rule_describes_all_works_in_the_language_of_the_article():
    one = next(entry for entry in ENTRIES if entry["id"] == "book-later-edition")
    assert "изд" not in printed("apa", "kk", [one])["book-later-edition"][1]
