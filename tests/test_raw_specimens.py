"""Raw articles with their lists of references, in three languages and many styles, come out as expected.

The expectations were written by hand from the sources, not from what the press makes of them: entries
that it does not read are in them with all their fields.
"""

from pathlib import Path

import pytest
import yaml as pyyaml

from basylym import normalize
from basylym.adapters import bibtex, front, yaml
from basylym.model.repairs import State
from basylym.model.works import Work
from basylym.stages import inscribe, ledger, structure
from basylym.stages.repair import repair

FOLDER = Path(__file__).parent / "specimens" / "raw"
NAMES = sorted(path.name for path in FOLDER.iterdir())
EXPECTED = {name: pyyaml.safe_load((FOLDER / name / "expected.yaml").read_text("utf-8")) for name in NAMES}
RAW = {name: (FOLDER / name / "source.txt").read_bytes() for name in NAMES}
MADE = {name: normalize.normalize(RAW[name], "source.txt", EXPECTED[name]["lang"]).value for name in NAMES}
every = pytest.mark.parametrize("name", NAMES)
LEAST = {"en": 0.90, "kk": 0.85, "ru": 0.85}


def works(name):
    language = normalize.spoken(EXPECTED[name]["lang"])
    fair = repair(MADE[name].source, language, normalize.RULES, normalize.evidence(language))
    return [one for one in fair.moved if isinstance(one, Work)]


def matter(name):
    parts = structure.cut(MADE[name].article, "article.md")
    values = yaml.load(parts.front, "article.md", 2)
    return front.check(values, "article.md", parts.lines, EXPECTED[name]["lang"])


@every
def test_citations_stand_in_the_text_as_expected(name):
    for piece in EXPECTED[name]["body"]:
        assert piece in MADE[name].article


@every
def test_as_many_references_leave_the_text_as_were_in_it(name):
    found = bibtex.read(MADE[name].bibliography, "references.bib")
    assert found.notices == ()
    assert len(found.value.entries) == len(EXPECTED[name]["works"]) + EXPECTED[name].get("placeholders", 0)


@every
def test_each_entry_keeps_what_its_author_typed(name):
    text = "".join(MADE[name].source.text.split())
    for work in works(name):
        assert "".join(work.raw.split()) in text
    entries = bibtex.read(MADE[name].bibliography, "references.bib").value.entries
    kept = [inscribe.read(entry.fields[inscribe.RAW]) for entry in entries if inscribe.RAW in entry.fields]
    assert kept == [work.raw for work in works(name)]


@every
def test_entry_that_was_not_read_prints_as_typed(name):
    entries = bibtex.read(MADE[name].bibliography, "references.bib").value.entries
    for entry in entries:
        if inscribe.PARSED in entry.fields.get("keywords", ""):
            assert entry.fields["title"] == entry.fields[inscribe.RAW]
            assert entry.kind == "misc"
            assert not {"author", "date", "year"} & entry.fields.keys()


@every
def test_what_is_cited_and_not_listed_is_asked(name):
    asked = [row.before for row in MADE[name].ledger if row.state is State.QUERY and "citations" in row.rule]
    assert asked == EXPECTED[name]["unlinked"]


@every
def test_front_matter_reads_back_to_what_the_source_says(name):
    given, expected = matter(name), EXPECTED[name]["front"]
    tag = EXPECTED[name]["lang"]
    if "title" in expected:
        assert given.title == expected["title"]
        assert not given.title_is_supplied
    else:
        assert given.title_is_supplied
    assert [person.name[tag] for person in given.contributors] == expected.get("authors", [])
    assert [place[tag] for place in given.affiliations] == expected.get("affiliations", [])
    assert sorted(given.abstract) == sorted(expected.get("abstract", []))
    assert {one: list(said) for one, said in given.keywords.items()} == expected.get("keywords", {})
    assert [person.email for person in given.contributors if person.email] == expected.get("email", [])
    assert [person.orcid for person in given.contributors if person.orcid] == expected.get("orcid", [])
    assert (given.irsti, given.udc) == (expected.get("irsti", ""), expected.get("udc", ""))
    for name_of_day in ("received", "accepted"):
        assert str(getattr(given, name_of_day) or "") == expected.get(name_of_day, "")


@every
def test_nothing_is_lost(name):
    made = MADE[name]
    proof = normalize.verify(
        RAW[name], ledger.write(made.ledger), made.article, source_path="source.txt", ledger_path="ledger.tsv"
    ).value
    assert (proof.lost, proof.rebuilt, proof.edited) == (0, True, False)


def scores(tag):
    """True, false and missing fields of all the works of one language."""
    true = false = missing = 0
    for name in NAMES:
        if EXPECTED[name]["lang"] != tag:
            continue
        for work, expected in zip(works(name), EXPECTED[name]["works"], strict=True):
            told = {one.name: one.value for one in work.fields}
            sought = {field: value for field, value in expected.items() if field != "kind"}
            right = sum(sought.get(field) == value for field, value in told.items())
            true, false, missing = true + right, false + len(told) - right, missing + len(sought) - right
    return true, false, missing


@pytest.mark.parametrize("tag", LEAST)
def test_fields_are_read_well_and_hardly_ever_wrongly(tag):
    true, false, missing = scores(tag)
    assert true / (true + false) >= 0.98
    assert 2 * true / (2 * true + false + missing) >= LEAST[tag]
