"""Citations compared with the bibliography, and made linkable both ways."""

import pytest

from basylym.model.bibliography import Bibliography, Reference
from basylym.model.document import attributes, plain
from basylym.model.notices import Condition
from basylym.stages import cite
from trees import EN, KK, PACKS, of_type, read


def bibliography(**entries):
    return Bibliography(
        {key: Reference(key, csl, "references.bib", n) for n, (key, csl) in enumerate(entries.items(), 1)}
    )


BOOK = {"type": "book", "title": "Art", "author": [{"family": "A"}]}


def checked(markdown, *, uncited=(), **entries):
    return cite.check(read(markdown), bibliography(**entries), uncited, markdown, "article.md", 1)


def test_key_without_entry_is_told_with_its_place():
    (notice,) = checked("One.\n\nTwo x@b [@b; @c].", c=BOOK)
    assert (notice.condition, notice.locus.line, notice.locus.column) == (Condition.CITATION_RESOLVES, 3, 10)


def test_labels_are_no_citations():
    assert checked("@fig:a @Tbl:b [-@eq:c]") == ()


def test_entry_that_is_not_cited_is_told_unless_it_is_listed():
    assert [notice.condition for notice in checked("x", c=BOOK)] == [Condition.REFERENCE_IS_CITED]
    assert checked("x", uncited=("c",), c=BOOK) == ()
    assert checked("x", uncited=("*",), c=BOOK) == ()


def test_listed_key_without_entry_is_told():
    assert [notice.condition for notice in checked("x", uncited=("d",))] == [Condition.CITATION_RESOLVES]


def test_citation_in_a_caption_is_one_citation_though_pandoc_copies_it_for_the_blind():
    document = read("![Map [@a].](map.png)\n\n::: {#ref-a}\nEntry.\n:::")
    made = cite.anchored(document, bibliography(a=BOOK), EN)
    (image,) = of_type(made, "Image")
    assert [node["t"] for node in image["c"][1]] == ["Str", "Space", "Str", "Str"]
    marks = [attributes(node)[0] for node in of_type(made, "Span")]
    assert [mark for mark in marks if mark] == ["cite-a-1"]


def test_formula_in_a_title_is_a_formula_again_and_a_price_is_none():
    document = read("::: {#ref-a}\nLines of (\\$x\\_i\\$), \\$5, H\\$^{2}\\$.\n:::")
    assert "$x_i$" in plain(document.blocks)
    made = cite.anchored(document, bibliography(a=BOOK), EN)
    assert [node["c"][1] for node in of_type(made, "Math")] == ["x_i", "^{2}"]
    assert plain(made.blocks) == "Lines of (x_i), $5, H^{2}."


@pytest.mark.parametrize(
    ("needle", "body", "column"),
    [
        ("@a", "x@a @a.b @a:b @a-b @ab @a.", 24),
        ("@a/b", "x @{a/b}", 3),
        ("#fig:a", "{#fig:ab} {#fig:a}", 12),
        ("ꙮ", "аꙮб", 2),
        ("@none", "x", 1),
    ],
)
def test_place_is_of_the_whole_key(needle, body, column):
    assert cite.locus(needle, body, "a.md", 1).column == column


@pytest.mark.parametrize(
    ("entry", "region"),
    [
        ({"title": "Әдебиет танытқыш"}, "kk-KZ"),
        ({"title": "Литература"}, "ru-RU"),
        ({"title": "Обзор DNA и мира"}, "ru-RU"),
        ({"title": "Art"}, "en-GB"),
        ({"title": "Art", "language": "en-US"}, "en-US"),
        ({"title": "Art", "language": "kazakh"}, "kk-KZ"),
        ({"title": "Історія України"}, "und"),
        ({"title": "Über Größe"}, "de-DE"),
        ({"title": "Işık ve göz"}, "tr-TR"),
        ({"title": "Görüntü"}, ""),
        ({"title": "El niño"}, ""),
        ({"title": "Qu’est-ce que la documentation?"}, ""),
        ({"title": "Zur Neubestimmung des Dokumentenbegriffs im rein Digitalen"}, ""),
        ({"title": "The das experiment in Die Zeit"}, "en-GB"),
        ({"title": ""}, ""),
    ],
)
def test_language_of_an_entry(entry, region):
    assert cite.tag_of(entry, PACKS) == region


def test_reference_that_says_nothing_prints_as_missing_and_keeps_what_it_has():
    given = bibliography(a={"type": "", "keyword": "x"}, b={"type": "book", "note": "Letter"})
    empty, noted = cite.entries(given, PACKS, KK)
    assert KK.terms.missing_reference in empty["title"]
    assert empty["type"] == "document"
    assert (noted["note"], noted["type"]) == ("Letter", "book")


@pytest.mark.parametrize(
    ("markdown", "heads"),
    [
        ("x [@a]", ["References"]),
        ("x [@a]\n\n# References", ["References"]),
        ("x [@a]\n\n# Bibliography {.unnumbered}\n\n# Appendix\n\ny", ["Bibliography", "Appendix"]),
        ("# References\n\nwords\n\n# More\n\nx", ["References", "More", "References"]),
        ("x\n\n::: {#refs}\n:::\n\ny", []),
    ],
)
def test_list_of_references_has_one_place(markdown, heads):
    made = cite.prepare(read(markdown), EN, PACKS)
    assert [plain(node["c"][2]) for node in of_type(made, "Header")] == heads
    assert [attributes(node)[0] for node in of_type(made, "Div")].count("refs") == 1


def test_citations_and_references_lead_to_one_another():
    made = read("x [@a] [@a; @b]\n\n::: {#refs}\n::: {#ref-a .csl-entry}\nArt.\n:::\n:::\n")
    linked = cite.anchored(made, bibliography(a=BOOK, b=BOOK), EN)
    spans = [attributes(node)[0] for node in of_type(linked, "Span") if "citation" in attributes(node)[1]]
    assert spans == ["cite-a-1", "cite-a-2", "cite-b-1"]
    assert [node["c"][2][0] for node in of_type(linked, "Link")] == ["#cite-a-1", "#cite-a-2"]
