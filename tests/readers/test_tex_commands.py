r"""Commands of LaTeX that Pandoc does not know are read as those that it knows, or told of."""

from basylym.model.notices import Condition
from basylym.receive import receive


def read(body, preamble=""):
    text = rf"\documentclass{{article}}{preamble}" + f"\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return receive(text.encode(), "a.tex")


def text(outcome):
    return outcome.value.source.text


def details(outcome, condition=Condition.SOURCE_COMES_THROUGH):
    return [notice.detail for notice in outcome.notices if notice.condition is condition]


def test_commands_of_packages_that_cite_are_citations():
    outcome = read(r"So says \citeonline{silva2001}, as \shortcite[p.~5]{jones1999,doe}. \citestyle{acm}")
    assert text(outcome) == "So says [@silva2001], as [@jones1999; @doe p.\N{NO-BREAK SPACE}5].\n"


def test_command_that_is_left_out_of_a_sentence_is_told():
    outcome = read("The authors are grateful to \\lamport{} and to \\knuth.\n\n\\noindent The rest \\newpage")
    assert details(outcome) == [r"commands that Pandoc does not know were left out: '\\lamport'; '\\knuth'"]


def test_names_in_parts_and_keywords_are_read():
    preamble = r"\title{Trade\\in Asia\thanks{For all}}\author{\fnm{Leslie} \sur{Lamport}}"
    preamble += r"\keywords{trade, prices \sep wine.}"
    outcome = read("\\maketitle\nThe text of it.", preamble)
    front = outcome.value.front
    assert (front["title"], front["author"]) == ("Trade in Asia", ["Leslie Lamport"])
    assert front["keywords"] == ["trade", "prices", "wine"]
    assert details(outcome) == ["a note of the title was left out: 'For all'"]


def test_key_to_subjects_for_machines_is_no_text():
    listed = "\\begin{CCSXML}\n<ccs2012><concept>Trade</concept></ccs2012>\n\\end{CCSXML}"
    assert text(read(f"{listed}\nThe text of it.")) == "The text of it.\n"


def test_bibliographies_that_are_missing_are_told_together_and_those_in_an_example_are_none():
    outcome = read(r"The text \verb|\bibliography{shown}| of it. \bibliography{one,two} \bibliography{one}")
    told = details(outcome, Condition.BIBLIOGRAPHY_EXISTS)
    assert told == ["2 bibliographies 'one.bib', 'two.bib' are not beside the source"]


def test_list_of_references_without_an_entry_is_none():
    shown = "\\begin{thebibliography}{9} ... \\end{thebibliography}"
    body = f"The text.\n\\begin{{verbatim}}\n{shown}\n\\end{{verbatim}}"
    assert text(read(body)).startswith("The text.\n")
