"""What is written as BibTeX is read back by bibtexparser and by Pandoc, sign for sign."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from basylym.adapters import bibtex, pandoc
from basylym.model.works import Told, Work
from basylym.stages import inscribe

SIGNS = "abЖқі \\{}~^$&%#_\"`'@-–,<>=()[]?!.:;/|*«»“”‘’…é№ı0\u00a0"
texts = st.text(st.sampled_from(SIGNS), min_size=1, max_size=30).filter(lambda text: text.strip())


def flat(text):
    return " ".join(text.split())


def work(raw, *fields, whole=False, kind="misc"):
    return Work("key2001", 1, kind, fields, raw, whole)


@given(texts)
@example("'")
@example("““””")
def test_bibtexparser_reads_back_what_was_written(text):
    [entry] = bibtex.read(inscribe.references([work(text)]), "a.bib").value.entries
    assert inscribe.read(entry.fields["basylym-raw"]) == flat(text)
    assert inscribe.read(entry.fields["title"]) == flat(text)


@settings(max_examples=5, deadline=None)
@given(st.lists(texts, min_size=40, max_size=40))
@example(["““””", "a““b”c”", "““a” “b””", "“a “b” c “d” e”", "“‘“a”’”"])
def test_pandoc_reads_back_what_was_written(many):
    works = [Work(f"key{n}", n, "misc", (), text, False) for n, text in enumerate(many)]
    written = bibtex.read(inscribe.references(works), "a.bib").value
    made = pandoc.references(bibtex.joined(written, {}, False))
    assert [one.get("title", "") for one in made] == [flat(text) for text in many]


def test_fields_that_only_the_editor_reads_are_printed_nowhere():
    made = inscribe.references([work("Doe J. A thing, 2001", Told("author", "Doe, J.", 0.9))])
    [entry] = pandoc.references(made)
    assert entry["title"] == "Doe J. A thing, 2001"
    assert not {"author", "issued"} & entry.keys()
    assert "basylym-author = {Doe, J.}" in made


def test_title_in_latin_letters_keeps_its_capitals():
    made = inscribe.references([work("x", Told("title", "Trade in Asia", 1.0), whole=True, kind="book")])
    [entry] = pandoc.references(bibtex.joined(bibtex.read(made, "a.bib").value, {}, False))
    assert entry["title"] == "Trade in Asia"


def test_address_stands_as_it_is():
    address = "https://example.org/a_b?c=d%20e&f=~g#h"
    made = inscribe.references([work("x", Told("url", address, 1.0), whole=True, kind="online")])
    assert pandoc.references(made)[0]["URL"] == address
    assert bibtex.read(made, "a.bib").value.entries[0].fields["url"] == address


def test_people_are_parted_and_a_company_is_not():
    made = inscribe.references([work("x", Told("author", "Ли, А. and Ким, Б. and others", 1.0), whole=True)])
    assert [one.get("family") for one in pandoc.references(made)[0]["author"]][:2] == ["Ли", "Ким"]
