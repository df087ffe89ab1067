r"""LaTeX's ``\label`` and ``\ref``, as JOSS asks for them in Markdown."""

import pytest

from basylym.model.document import attributes, plain
from basylym.stages.number import number
from basylym.stages.refer import refer
from trees import EN, RU, of_type, read, shown

FIGURE = "![A map.\\label{fig:the_map}](map.png){ width=70% }\n\n"
TABLE = "Table: Trade. \\label{tab:trade}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
FORMULA = "$$E = m \\label{eq:mass}$$\n\n"


def made(markdown, pack=EN):
    return number(refer(read(markdown)), pack)


def links(markdown, pack=EN):
    document = made(markdown, pack).value
    return [(plain(node["c"][1]), node["c"][2][0]) for node in of_type(document, "Link")]


@pytest.mark.parametrize(
    ("typed", "element", "printed", "target"),
    [
        ("See \\autoref{fig:the_map}.", FIGURE, "Figure\u00a01", "#fig:the_map"),
        ("See Figure \\ref{fig:the_map}.", FIGURE, "1", "#fig:the_map"),
        ("In \\cref{tab:trade}.", TABLE, "Table\u00a01", "#tab:trade"),
        ("By (\\ref{eq:mass}).", FORMULA, "1", "#eq:mass"),
        ("By \\eqref{eq:mass}.", FORMULA, "(1)", "#eq:mass"),
        ("In \\autoref{sec:method}.", "# Method \\label{sec:method}\n\n", "“Method”", "#sec:method"),
        ("See \\autoref{map}.", FIGURE.replace("fig:the_map", "map"), "Figure\u00a01", "#fig:map"),
    ],
)
def test_reference_prints_the_number_and_leads_to_what_bears_the_label(typed, element, printed, target):
    assert links(f"{typed}\n\n{element}") == [(printed, target)]
    assert made(f"{typed}\n\n{element}").notices == ()


@pytest.mark.parametrize("element", [FIGURE, TABLE, FORMULA, "# Method \\label{sec:method}\n\n"])
def test_label_is_not_printed(element):
    assert "label" not in shown(made(element).value)


def test_label_is_left_out_of_the_words_for_those_who_do_not_see_the_picture():
    (image,) = of_type(made(FIGURE).value, "Image")
    assert plain(image["c"][1]) == "A map."


def test_heading_bears_the_label_and_not_a_name_made_of_it():
    (heading,) = of_type(made("# Method \\label{sec:method}").value, "Header")
    assert attributes(heading)[0] == "sec:method"


def test_tie_before_a_reference_is_a_no_break_space():
    assert "Figure\u00a01 and" in shown(made("Figure~\\ref{fig:the_map} and\n\n" + FIGURE).value)


def test_several_labels_in_one_reference():
    two = FIGURE + FIGURE.replace("the_map", "plan")
    assert links("See \\cref{fig:the_map,fig:plan}.\n\n" + two) == [
        ("Figure\u00a01", "#fig:the_map"),
        ("Figure\u00a02", "#fig:plan"),
    ]


def test_russian_shortens_inside_a_sentence_but_not_for_a_capital():
    assert [
        printed for printed, _ in links("На \\cref{fig:the_map} и \\Cref{fig:the_map}.\n\n" + FIGURE, RU)
    ] == [
        "рис.\u00a01",
        "Рисунок\u00a01",
    ]


def test_label_of_ours_on_the_same_element_counts():
    own = "![A map.\\label{old}](map.png){#fig:new}\n\n"
    assert links("See \\ref{old} and @fig:new.\n\n" + own) == [
        ("1", "#fig:new"),
        ("Figure\u00a01", "#fig:new"),
    ]
    formula = "$$a \\label{old}$$ {#eq:new}\n\n"
    assert links("By \\eqref{old}.\n\n" + formula) == [("(1)", "#eq:new")]


def test_reference_to_no_label_stays_as_typed():
    assert "\\autoref{fig:none}" in shown(made("See \\autoref{fig:none}.\n\n" + FIGURE).value).replace(
        "\\\\", "\\"
    )
    assert "\\ref{fig:none}" in shown(made("See \\ref{fig:none}.").value).replace("\\\\", "\\")


def test_label_in_code_and_in_a_formula_of_the_line_is_no_label():
    markdown = "`\\label{a}` and $x \\label{b}$ and \\ref{a} and \\ref{b}."
    assert links(markdown) == []
