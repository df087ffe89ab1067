"""Numbers, labels and cross-references."""

import pytest

from basylym.model.document import attributes, plain
from basylym.model.notices import Condition
from basylym.stages.number import label_of, number
from trees import EN, KK, PACKS, of_type, read, shown

FIGURE = "![A map.](map.png){#fig:map}\n\n"
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n\n"


def numbered(markdown, pack=EN):
    return number(read(markdown), pack)


def text(markdown, pack=EN):
    return shown(numbered(markdown, pack).value)


def captions(markdown, pack=EN):
    document = numbered(markdown, pack).value
    found = [node for kind in ("Figure", "Table") for node in of_type(document, kind)]
    return [plain(node["c"][1][1]) for node in found]


def links(markdown, pack=EN):
    document = numbered(markdown, pack).value
    return [(plain(node["c"][1]), node["c"][2][0]) for node in of_type(document, "Link")]


def test_figures_are_numbered_in_the_order_of_the_text_wherever_they_stand():
    markdown = (
        "![one](a.png)\n\n::: {.wide}\n> ![two](b.png)\n:::\n\n- x\n\n    ![three](c.png)\n\n![four](d.png)"
    )
    assert captions(markdown) == [
        f"Figure\u00a0{n}. {word}" for n, word in enumerate("one two three four".split(), 1)
    ]


@pytest.mark.parametrize(
    ("tag", "printed"), [("en", "Table\u00a01."), ("ru", "Таблица\u00a01."), ("kk", "1-кесте.")]
)
def test_tables_bear_the_term_of_the_language(tag, printed):
    assert captions(TABLE + ": About trade\n", PACKS[tag]) == [f"{printed} About trade"]


def test_table_and_picture_without_caption_or_label_take_no_number():
    assert captions(TABLE + "\n\n![](a.png)\n\n" + TABLE + ": Numbered\n") == ["", "Table\u00a01. Numbered"]


def test_table_with_a_label_and_no_caption_is_numbered():
    markdown = TABLE + ": {#tbl:bare}\n\nSee @tbl:bare."
    assert captions(markdown) == ["Table\u00a01."]
    assert links(markdown) == [("Table\u00a01", "#tbl:bare")]


def test_reference_stands_before_what_it_names():
    assert links("See @fig:map.\n\n" + FIGURE) == [("Figure\u00a01", "#fig:map")]


def test_reference_may_begin_a_sentence_with_a_capital():
    assert links(FIGURE + "@Fig:map shows it.") == [("Figure\u00a01", "#fig:map")]


def test_words_around_a_reference_are_kept():
    assert text(FIGURE + "It is there [see @fig:map, left].").endswith("It is there see Figure\u00a01, left.")
    assert text(FIGURE + "As @fig:map [on the left] shows.").endswith("As Figure\u00a01 (on the left) shows.")


def test_bare_number_and_several_at_once():
    assert text(FIGURE + "![B](b.png){#fig:b}\n\nNo. [-@fig:b], [@fig:map; @fig:b].").endswith(
        "No. 2, Figure\u00a01, Figure\u00a02."
    )


def test_kazakh_ending_follows_at_once():
    assert text(FIGURE + "[@fig:map]те", KK).endswith("1-суретте")


def test_citation_in_a_group_of_references_stays_a_citation():
    outcome = numbered(FIGURE + "[@fig:map; @knuth, p. 5; @liang]")
    assert not outcome.notices
    (cite,) = of_type(outcome.value, "Cite")
    assert [one["citationId"] for one in cite["c"][0]] == ["knuth", "liang"]


def test_reference_to_nothing_is_told_and_shown():
    outcome = numbered("See @fig:lost.", KK)
    assert [notice.condition for notice in outcome.notices] == [Condition.CROSS_REFERENCE_RESOLVES]
    assert "@fig:lost: табылмады" in shown(outcome.value)


def test_label_that_stands_twice_is_told_and_the_first_counts():
    outcome = numbered(FIGURE + "![Other](b.png){#fig:map}\n\n@fig:map")
    assert [notice.condition for notice in outcome.notices] == [Condition.LABEL_IS_UNIQUE]
    assert shown(outcome.value).endswith("Figure\u00a01")


def test_equation_that_is_a_paragraph_of_its_own_is_set_apart():
    document = numbered("$$x$$\n\n$$y$$ {#eq:y}\n\n@eq:y").value
    assert [attributes(node)[:2] for node in of_type(document, "Div")] == [
        ("", ("equation",)),
        ("eq:y", ("equation",)),
    ]
    assert shown(document).endswith("(1)")


def test_equation_with_a_label_inside_a_paragraph_is_set_apart_and_no_word_is_lost():
    document = numbered("We have\n$$a$$ {#eq:a}\nand\n$$b$$ {#eq:b}, where it ends.").value
    assert shown(document).replace("\n", " ") == "We have a (1) and b (2) , where it ends."
    assert "{#eq" not in shown(document)


def test_displayed_formula_without_a_label_stays_in_its_paragraph():
    assert not of_type(numbered("We have $$a$$ there.").value, "Div")


def test_section_is_named_by_its_heading_in_the_quotation_marks_of_the_language():
    assert text("# Әдіс {#sec:m}\n\nҚараңыз: @sec:m", KK).endswith("Қараңыз: «Әдіс»")


def test_unnumbered_section_can_be_named_too():
    assert links("# A *b* {.unnumbered #sec:a}\n\n@sec:a") == [("“A b”", "#sec:a")]


def test_heading_with_note_link_citation_and_reference_is_named_without_them():
    markdown = (
        FIGURE
        + "# Of [maps](http://x.org)^[Note.] and @fig:map [@knuth; @fig:map]. [@x] {#sec:a}\n\nSee @sec:a."
    )
    document = numbered(markdown).value
    told = shown(document).split("[1]")[1].strip()
    assert told.endswith("See “Of maps and Figure\u00a01, Figure\u00a01.”.")
    assert len(of_type(document, "Note")) == 1
    (link,) = [node for node in of_type(document, "Link") if node["c"][2][0] == "#sec:a"]
    assert not of_type_in(link["c"][1], "Link")
    assert not of_type_in(link["c"][1], "Cite")


def of_type_in(run, kind):
    return [node for node in run if node["t"] == kind]


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ([1, 2, 3], [2, 3, 4]),
        ([2, 2], [2, 2]),
        ([1, 3, 3, 2], [2, 3, 3, 3]),
        ([3, 1, 2], [2, 2, 3]),
        ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]),
    ],
)
def test_headings_never_skip_a_level(written, levels):
    document = numbered("\n\n".join("#" * level + " x" for level in written)).value
    assert [node["c"][0] for node in of_type(document, "Header")] == levels


@pytest.mark.parametrize("name", ["fig:map", "Fig:map", "tbl:x", "eq:1", "Sec:a-b"])
def test_label_is_told_from_a_key(name):
    assert label_of(name)


@pytest.mark.parametrize("name", ["knuth:1984", "figure:1", "fig:", "FIG:x", "ғfig:x"])
def test_key_is_no_label(name):
    assert not label_of(name)


def test_reference_and_caption_are_in_the_language_of_their_passage():
    markdown = (
        FIGURE
        + "[@fig:map]те\n\n::: {lang=en}\nsee @fig:map and [-@fig:map]\n:::\n\n"
        + "::: {lang=ru-RU}\n@fig:map\n\n![План](b.png){#fig:plan}\n:::\n\n@fig:plan [@fig:map]{lang=ja}"
    )
    document = number(read(markdown), KK, PACKS).value
    said = [plain(node["c"][1]).replace("\u00a0", " ") for node in of_type(document, "Link")]
    assert said == ["1-сурет", "Figure 1", "1", "Рисунок 1", "2-сурет", "1-сурет"]
    figures = [plain(node["c"][1][1]).replace("\u00a0", " ") for node in of_type(document, "Figure")]
    assert figures == ["1-сурет. A map.", "Рисунок 2. План"]


@pytest.mark.parametrize(
    ("tag", "written", "printed"),
    [
        ("ru", "показано на @fig:map слева", "показано на рис. 1 слева"),
        ("ru", "@fig:map показывает", "Рисунок 1 показывает"),
        ("ru", "Это так. @fig:map показывает", "Это так. Рисунок 1 показывает"),
        ("ru", "Он спросил: «так?» @fig:map показывает", "Он спросил: «так?» Рисунок 1 показывает"),
        ("ru", "так (см. @fig:map)", "так (см. рис. 1)"),
        ("ru", "на работе А. @fig:map", "на работе А. рис. 1"),
        ("ru", "так [см. @fig:map]", "так см. рис. 1"),
        ("ru", "так (@fig:map)", "так (рис. 1)"),
        ("ru", "как показывает @Fig:map", "как показывает Рисунок 1"),
        ("ru", "на рисунке [-@fig:map]", "на рисунке 1"),
        ("kk", "Бұл [@fig:map]те бар", "Бұл 1-суретте бар"),
        ("en", "as @fig:map shows", "as Figure 1 shows"),
        ("tr", "bak. @fig:map", "bak. Şekil 1"),
    ],
)
def test_reference_inside_a_sentence_is_as_short_as_its_language_has_it(tag, written, printed):
    document = number(read(FIGURE + written), PACKS[tag], PACKS).value
    assert plain([document.blocks[-1]]).replace("\u00a0", " ") == printed
