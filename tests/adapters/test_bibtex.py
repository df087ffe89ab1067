"""Every entry of a .bib is read, or told."""

import pytest

from basylym.adapters import bibtex, pandoc
from basylym.model.notices import Condition
from trees import PACKS

ONE = "@book{one,\n  title = {One},\n}\n"


def read(text):
    return bibtex.read(text, "references.bib")


def told(text):
    return [(notice.condition, notice.locus.line) for notice in read(text).notices]


def keys(text):
    return [entry.key for entry in read(text).value.entries]


def test_entries_keep_their_lines_kinds_and_fields():
    (entry,) = read("\n% comment\n" + ONE.replace("@book", "@BOOK").replace("title", "TITLE")).value.entries
    assert (entry.key, entry.kind, entry.line, entry.fields["title"]) == ("one", "book", 3, "One")


@pytest.mark.parametrize(
    "broken",
    [
        "@book{two,\n title = {Two,\n}\n",
        '@book{two,\n title = "Two\n}\n',
    ],
)
def test_broken_entry_is_told_with_its_line_and_the_others_are_read(broken):
    text = ONE + "\n" + broken + "\n" + ONE.replace("one", "three")
    assert [condition for condition, _ in told(text)] == [Condition.BIBLIOGRAPHY_PARSES]
    assert told(text)[0][1] == 5
    assert keys(text) == ["one", "three"]


def test_field_that_stands_twice_costs_no_entry_and_two_values_are_told():
    same = "@book{two,\n title = {Two}, Year = 1999,\n year = 1999}\n"
    assert keys(ONE + same + ONE.replace("one", "three")) == ["one", "two", "three"]
    assert told(same) == []
    other = read(ONE + same.replace("\n year = 1999", '\n year = "2001"'))
    (notice,) = other.notices
    assert (notice.condition, notice.locus.line) == (Condition.BIBLIOGRAPHY_PARSES, 4)
    assert "'1999' and is '2001'" in notice.detail
    assert other.value.entries[1].fields == {"title": "Two", "year": "2001"}


def test_field_that_no_style_prints_may_stand_twice():
    assert told('@book{a, title = {A}, keywords = "Message passing", keywords = "MPI"}') == []


@pytest.mark.parametrize(
    "typed",
    [
        "10.1007/978-3-642-00659-3_2",
        r"10.1007/978-3-642-00659-3\_2",
        "https://doi.org/10.1007/978-3-642-00659-3_2",
        "http://dx.doi.org/10.1007/978-3-642-00659-3_2",
        "doi: 10.1007/978-3-642-00659-3_2",
    ],
)
def test_doi_is_bare_however_it_was_typed(typed):
    library = read(f"@article{{a, title = {{A}}, doi = {{{typed}}}}}").value
    (made,) = pandoc.references(bibtex.joined(library, {}, False))
    assert bibtex.completed(made, library.entries[0])["DOI"] == "10.1007/978-3-642-00659-3_2"


def test_address_loses_what_was_escaped_for_tex():
    library = read(r"@misc{a, title = {A}, url = {http://x.org/a\_b\%20c?d\&e\#f}}").value
    (made,) = pandoc.references(bibtex.joined(library, {}, False))
    assert bibtex.completed(made, library.entries[0])["URL"] == "http://x.org/a_b%20c?d&e#f"


def test_last_of_two_values_is_what_pandoc_prints():
    (made,) = pandoc.references(
        bibtex.joined(read("@book{a, title={A}, year=1999, year=2001}").value, {}, False)
    )
    assert made["issued"] == {"date-parts": [[2001]]}


def test_key_that_stands_twice_is_told_and_the_first_counts():
    text = ONE + ONE.replace("One", "Other")
    assert told(text) == [(Condition.REFERENCE_IS_UNIQUE, 4)]
    assert [entry.fields["title"] for entry in read(text).value.entries] == ["One"]


@pytest.mark.parametrize("text", ["", "% only a comment\n", "just words", "@comment{x}", '@preamble{"x"}'])
def test_file_without_entries_is_no_fault(text):
    assert keys(text) == []
    assert told(text) == []


def test_line_ends_do_not_matter():
    assert keys(ONE.replace("\n", "\r\n")) == ["one"]
    assert told(ONE.replace("\n", "\r\n")) == []


def test_strings_go_with_the_entries():
    library = read('@string{p = "Press"}\n@book{a, title = {A}, publisher = p}').value
    assert bibtex.joined(library, PACKS, False).startswith("@string{p")


@pytest.mark.parametrize(
    ("title", "as_typed", "langid"),
    [
        ("The Book", False, None),
        ("The Book", True, "und"),
        ("Қазақ тілі", False, "kazakh"),
        ("Русский язык", False, "russian"),
        ("Обзор DNA и мира", False, "russian"),
        ("The β-decay of ³H", False, None),
        ("Історія України", False, "und"),
        ("日本語", False, "und"),
        ("", True, None),
    ],
)
def test_language_of_a_title_is_told_to_pandoc_by_its_letters(title, as_typed, langid):
    text = bibtex.joined(read(f"@book{{a, title = {{{title}}}}}").value, PACKS, as_typed)
    assert (f"langid = {{{langid}}}" in text) if langid else ("langid" not in text)


def test_language_that_the_entry_declares_is_kept():
    text = bibtex.joined(read("@book{a, title = {Сөз}, langid = {french}}").value, PACKS, True)
    assert text.count("langid") == 1


def test_kinds_and_fields_that_pandoc_passes_over_are_kept():
    (entry,) = read(
        "@map{m, title={Карта}, scale={1:{25} 000}, archive={ҚР ОММ}, archive-location={1-қ.}}"
    ).value.entries
    made = bibtex.completed({"id": "m", "type": ""}, entry)
    told = {"type": "map", "scale": "1:25 000", "archive": "ҚР ОММ", "archive_location": "1-қ."}
    assert made == {"id": "m", **told}


def test_compilers_are_no_editors():
    """Pandoc 3.9 passes ``editortype`` over, and a compiler would be said to have edited the book."""
    typed = "@book{a, title={Стихи}, editor={Бирюкова, А.}, editortype={compiler}}"
    library = read(typed).value
    (made,) = pandoc.references(bibtex.joined(library, PACKS, True))
    done = bibtex.completed(made, library.entries[0])
    assert [one["family"] for one in done["compiler"]] == ["Бирюкова"]
    assert "editor" not in done
