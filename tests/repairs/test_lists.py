"""Where an item of a list goes on, and where it ends: pages of an extractor, through the whole engine."""

import pytest

from basylym.model.repairs import State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, spoken
from basylym.stages.repair import rebuild, repair, replay

PROSE = """The vowels of the northern dialects were recorded in nine villages, and each of
the speakers was asked to read the same list of words twice, once in the house
and once in the field, so that the length of each of them could be compared with
what the older grammars say about it. The recordings are kept in the archive of
the institute, where they can be heard by all who ask for them in writing first.
"""


def copy(tag, text):
    fair = repair(SourceText("source.txt", b"", text), spoken(tag), RULES, evidence(spoken(tag)))
    assert replay(text, fair.ledger) == fair.text
    assert rebuild(fair.text, fair.ledger) == text
    return fair.text


@pytest.mark.parametrize(
    ("tag", "one", "two"),
    [
        # the name of a second author looks like the sign of an item
        (
            "de",
            "• Aufsätze in der Zeitschrift, wie Hall (1989), Hall (1990), Hall und West, Esling",
            "u. Gaylord (1993) und so weiter.",
        ),
        ("hu", "• Az első betű olyan, és a második karakter", "(ha van) nem betű, hanem szám."),
        ("hu", "• A leírás ezt nem veszi figyelembe, így az eredménye", "„a kert”, mert nem betű."),
        (
            "it",
            "• il convertitore più vecchio che produce pagine si trova sul sito http://a.example/l/,",
            "CTAN://support/latex2html",
        ),
        ("it", "• latex2rtf converte in formato Rich Text:", "CTAN://support/latex2rtf"),
        (
            "en",
            "• ftp://pub.example.org/press/outgoing/proceedings/instructions/for/authors/instruct8.",
            "5x11.pdf. We rely on this document.",
        ),
    ],
)
def test_item_goes_on_in_what_can_begin_no_paragraph(tag, one, two):
    text = (
        f"{PROSE}The parts are these:\n• one of them is old.\n{one}\n{two}\n• a third one is new.\n\n{PROSE}"
    )
    assert f"- {one[2:]} {two}\n- a third one is new." in copy(tag, text)


def test_item_goes_on_behind_a_letter_that_was_set_lower():
    text = (
        f"{PROSE}The programs are these:\n• rtf2l, which is old and makes files for L\nA\nTEX.\n• wvware.\n"
    )
    assert "- rtf2l, which is old and makes files for L A TEX.\n- wvware." in copy("en", text)


def test_what_stands_between_two_bullets_is_of_the_first_one_where_no_line_has_room():
    one = "• A part that draws the trapezium of the vowels may be loaded by those who need it.\n"
    two = "It can be used without the main one.\n"
    text = f"{PROSE}The parts are these:\n• a first one.\n{one}{two}• the last one.\nAll of them are old.\n"
    assert "who need it. It can be used without the main one.\n- the last one." in copy("en", text)


def test_paragraph_that_introduces_the_next_list_is_no_part_of_an_item():
    one = "• a part that draws the trapezium of the vowels.\nIt has these other parts:\n"
    text = f"{PROSE}The parts are these:\n• a first one.\n{one}• the signs.\n• the last one.\n\n{PROSE}"
    assert "- a part that draws the trapezium of the vowels.\n\nIt has these other parts:\n\n- the" in copy(
        "en", text
    )


def test_sentence_goes_on_below_its_clauses():
    text = (
        f"{PROSE}The command takes two things:\n• a language;\n• a list of dialects, with commas;\n"
        f"to which the colours are to be given in the listing that stands below.\n{PROSE}"
    )
    assert "- a list of dialects, with commas;\n\nto which the colours" in copy("en", text)


def test_bullet_in_a_table_of_signs_opens_no_item():
    signs = "| \\textbar\n• \\textbullet\n‡ \\textdaggerdbl\n† \\textdagger\n"
    text = f"{PROSE}We need:\n• time;\n• room;\n• pay.\n\n{PROSE}Signs and their names:\n{signs}"
    assert "- \\textbullet" not in copy("en", text).replace("\\\\", "\\")


def test_full_line_that_ends_the_last_item_is_asked_about():
    one = "• the beams that stand in the middle of the staff are too far away from its lines.\n"
    text = f"{PROSE}The parts are these:\n• a first one.\n{one}Nobody has looked at them.\n\n{PROSE}"
    fair = repair(SourceText("source.txt", b"", text), spoken("en"), RULES, evidence(spoken("en")))
    assert "its lines.\nNobody" in fair.text
    assert any(row.state is State.QUERY and "does the item go on" in row.evidence for row in fair.ledger)


def test_remark_in_brackets_below_the_last_item_is_no_part_of_it():
    rows = "• the first is too large\n• the stems are too thin\n(There are two more.)\n"
    assert "too thin\n\n(There are" in copy("en", f"{PROSE}Look at these:\n{rows}\n{PROSE}")


@pytest.mark.parametrize(
    ("last", "goes_on"),
    [
        ("belong to them. For this we had the help of a good many others as well.", True),
        ("belong to them. For this we had some help.", False),
    ],
)
def test_an_item_goes_on_behind_a_nearly_full_line_where_the_next_number_stands_below(last, goes_on):
    text = (
        "We did three things, and each of them was done by two of us in the springs:\n"
        "1. First we looked for the foxes in the towns and in all of the woods that\n"
        f"{last}\n"
        "As all of them had seen foxes before, there was nothing that we had to say.\n"
        "2. Then we counted them, and wrote down what we had found in two notebooks,\n"
        "one for the towns.\n"
        "3. And finally we told the people who helped us what we had found there.\n\n"
        "So it was."
    )
    fair = repair(SourceText("source.txt", b"", text), spoken("en"), RULES, evidence(spoken("en"))).text
    assert (f"{last} As all of them" in fair and "\n2. Then" in fair) == goes_on


def test_signs_and_names_of_one_letter_are_items_where_most_of_their_list_are_words():
    marks = "• *: b\n• square: s\n• +: +\n• circle: o\n• rhomb: r\n• |: |\n"
    text = f"{PROSE}The marks are these:\n{marks}\n{PROSE}"
    assert "- \\*: b\n- square: s\n- +: +\n- circle: o\n- rhomb: r\n- \\|: \\|\n" in copy("en", text)


def test_rows_of_bullets_without_words_are_no_list():
    text = f"{PROSE}Vowel, stress, tone:\n• ◦ •\n• • ◦\n• long\n• 3 2\n\n{PROSE}"
    assert "\n- " not in copy("en", text)


def test_list_below_a_colon_is_one_whatever_names_and_years_its_items_hold():
    items = (
        "KAZ DDD 2013 [1]: 38 villages, weeks 4–38.",
        "KAZ BBB 2014 [1]: 37 villages; a longer list of words than DDD.",
        "Leeds 1819 [3]: 95 villages, two lists.",
    )
    text = f"{PROSE}The words are of three sets:\n" + "".join(f"• {item}\n" for item in items) + f"\n{PROSE}"
    listed = "".join(f"- {item}\n" for item in items)
    assert listed in copy("en", text).replace("\\", "")


def test_bullets_that_are_no_list_from_the_first_are_none_from_their_middle_on():
    text = (
        f"{PROSE}He said that much had to be done and\n"
        f"– to buy salt;\n– to sell grain;\n– to dig wells;\n– to go home.\n{PROSE}"
    )
    assert "\n- " not in copy("en", text)
    works = (
        "• Smith J. Trade. Leeds, 2001.\n• Doe A. Salt. Leeds, 2002.\n• Kept as it is.\n• Poe R. 1999.\n"
        "• Sold as it was.\n"
    )
    assert "\n- " not in copy("en", f"{PROSE}{works}\n{PROSE}")
