"""What would be fenced as a table but begins or ends inside a sentence, in a broken word, or is a list."""

import pytest

from basylym.repairs._lines import lines_of
from basylym.repairs._tables import tables_of

PROSE = "The foxes of the two towns were counted again and again by all of us, and the"
CELLS = "Town\nLeeds\n2.4\nBristol\n13.1\nYork\n1.0"


def kept(text):
    """Return the first and the last line of each table."""
    said = [line.text.strip() for line in lines_of(text)]
    return [(said[table.first], said[table.last]) for table in tables_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        # the pieces of a displayed formula, below a sentence that goes on in small letters
        f"{PROSE} density with mean\nm and spread s is\ng(y) = 1\n√\n2π\ne\n−\n1\n2\n(y − m)\n2\n"
        "(3)\nWe write it so.",
        # ... that breaks off in a word before capitals, and above prose that goes on
        f"{PROSE} density of it is given as\nG(y; m) = 1\n√\n2π\n1\n2\nX\n2\n. (4)\nThe first term, log √\n"
        "2π, is a constant that plays no part in what follows.",
        # half a formula with the folio below it
        "3yi + 3t(1 − t)\n2y\n+\ni + 3t\n2\n(1 − t)y\n−\n3\nyi\n2\n10\n"
        "for 0 ≤ t ≤ 1. The rules by which the points are chosen stand in the other book.",
        # a fraction, and the figures of a drawing
        f"{PROSE} tension must be at least 3\n4\n.\n0\n1 2\n3\n(a)\n0\n1 2\n3\n(b)\nFig. 10: Curves.",
        # numbers of the lines of code
        f"{PROSE} file works depending on whether it\nis found:\n34\n35\n36\n37\n38\n\n"
        "\\InputIfFound{it}{it.is.there}",
        # the last line of the code of a drawing
        "draw (0,0)..controls (67.1,61.0) and (59.8,84.6)\n..(30,50);\n0\n2\n4\n3\n1\n"
        "Fig. 5: The path drawn by it.",
    ],
)
def test_figures_inside_a_sentence_are_no_table(text):
    assert kept(text) == []


@pytest.mark.parametrize(
    "above",
    [
        f"{PROSE} counts are as follows:",
        f"{PROSE} counts are as\nfollows:",
        "Table 3 – Foxes in each of the towns that were seen",
        "Foxes in each of the towns that we saw",
        f"{PROSE} towns grew.",
    ],
)
def test_a_table_below_what_announces_it_is_kept(above):
    assert kept(f"{above}\n{CELLS}\n\nSo the foxes grew.") in ([("Town", "1.0")], [("follows:", "1.0")])


def test_a_table_whose_sentence_ends_on_a_short_line_above_begins_behind_it():
    assert kept(f"{PROSE} counts are as\nfollows:\n{CELLS}\n\nSo they grew.") == [("Town", "1.0")]


def test_a_table_ends_before_the_prose_that_goes_on_below_it():
    prose = "York is also one\nof the towns that were counted by us in the spring."
    assert kept(f"{PROSE} towns grew.\n\n{CELLS}\n{prose}") == [("Town", "1.0")]


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf0a7", "●", "►", "•"])
def test_a_list_of_bullets_is_no_table(bullet):
    items = [
        "the work is looked at as a whole, and",
        "",
        "the parts are drawn;",
        "a plan is made;",
        "it is tried;",
        "it is told.",
    ]
    text = "\n".join(
        f"      {bullet if item and n != 1 else ' '}      {item or 'in its parts;'}"
        for n, item in enumerate(items)
    )
    assert kept(f"What is to be done:\n\n{text}\n       (all of it)\n\nSo it was.") == []


def test_the_rest_of_a_broken_word_belongs_to_the_last_row():
    said = ["Works of one author", "Papers of a meeting", "Theses", "Judgements, some of them with com-"]
    rows = [
        f"{one:38}{of}" for one, of in zip(said, ["@book", "@inproceedings", "@thesis", "@law"], strict=True)
    ]
    text = "\n".join([*rows, "ments", "", "Table 2 – Types"])
    assert kept(text) == [(rows[0], "ments")]
