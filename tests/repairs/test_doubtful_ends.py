"""Where a line end shows nothing sure of a paragraph, a caption or a sentence, none is ended or joined."""

import itertools
import textwrap

from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, normalize, spoken
from basylym.stages.repair import rebuild, repair, replay

WIDTH = 76
WORDS = ("", "county", "museum", "church", "school")
PROSE = (
    "The foxes of the northern towns were counted twice a year by those who live there, and what they wrote "
    "down was sent to the office of the county, where it has been kept ever since in a room of its own. "
    "Nobody has looked at all of these papers before us, and it was not easy to find out what was meant "
    "by those who wrote them, for many of the signs are explained in letters that were lost in the fire."
)


def copy(tag, text):
    fair = repair(SourceText("source.txt", b"", text), spoken(tag), RULES, evidence(spoken(tag)))
    assert replay(text, fair.ledger) == fair.text
    assert rebuild(fair.text, fair.ledger) == text
    return fair.text


def filled(text, width=WIDTH, indent=""):
    return "\n".join(textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent))


def set_in_letters(text):
    """Lines that are as long as letters of several widths let them be."""
    lines, widths = [""], itertools.cycle((76, 71, 74, 70, 76, 73))
    width = next(widths)
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines, width = [*lines, ""], next(widths)
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def test_full_line_of_a_quotation_that_stands_further_in_ends_no_paragraph():
    said = filled(f"{PROSE} {PROSE}", indent="  ")
    one = "  and improve on their contributions and eliminate the errors. But how can\n"
    two = "  human being whose contributions are to be assimilated and transcended.\n"
    three = "  It's a crazy idea, a kind of idolatry.\n"
    text = f"{filled(PROSE)}\n\n{said}\n{one}{two}{three}\n{filled(PROSE)}\n"
    assert "transcended.\n\nIt's a crazy" not in copy("en", text)


def test_nearly_full_line_of_a_caption_need_not_be_its_last():
    caption = "Figure 2: The foxes of the towns, as counted by those who live here.\nLeft: the north."
    body = set_in_letters(PROSE * 3)
    text = f"{body}\n\n{caption}\n{body}\n\n{body}\n"
    assert "live here.\n\nLeft" not in copy("en", text)


def test_letter_behind_a_word_is_no_initial_where_a_common_word_follows():
    text = (
        f"{filled(PROSE)}\nIt is all told below the table that they call the other part of the example I.\n"
    )
    text += f"For all that was counted in the towns, see the next one, and those for it.\n{filled(PROSE)}\n"
    assert "example I. For" not in copy("en", text)


def test_full_last_line_of_a_page_parts_no_paragraph():
    last = "all that was left of them is kept in the {} of the town."
    words = PROSE.removesuffix(".").split()
    pages = [filled(" ".join([*words[9 * n :], *words[: 9 * n]]).replace(".", ""), 60) for n in range(4)]
    text = "\f".join(
        f"{page}\n{last.format(WORDS[number])}\n{number}\n" for number, page in enumerate(pages, 1)
    )
    made = normalize(text.encode(), "source.txt", "en").value.article
    assert made.count("of the town.") == 4
    assert "of the town.\n\n" not in made.removesuffix("\n")
    assert "\n2\n" not in made


def test_line_that_ends_a_sentence_nearly_full_ends_no_paragraph_surely_in_letters_of_several_widths():
    one = "The foxes of the towns were counted by people who had lived there."
    text = f"{set_in_letters(PROSE * 3)}\n{one}\nNobody looked at it. {set_in_letters(PROSE * 3)}\n"
    assert "lived there.\n\nNobody" not in copy("en", text)


def test_link_below_a_full_line_goes_on_in_no_sentence():
    line = "the settings of this page, and whether the signs of it are highlighted"
    text = f"{filled(PROSE)}\n{line} so\n<< To the contents\n{filled(PROSE)}\n"
    assert "highlighted so << To" not in copy("en", text)


def test_what_is_said_behind_a_full_line_may_stand_in_a_paragraph_of_its_own():
    one = "In the century after that a friar of the same order wrote this to his king:"
    text = f'{filled(PROSE)}\n{one}\n"{filled(PROSE)}"\n{filled(PROSE)}\n'
    assert 'king: "The foxes' not in copy("en", text)


def test_sentence_that_a_figure_interrupts_is_no_part_of_its_caption():
    text = (
        f"{filled(PROSE)} The last part is to be\n\nFigure 2: The parts of a work in free and in fixed form\n"
        f"marked as such. {filled(PROSE)}\n"
    )
    assert "fixed form marked" not in copy("en", text)


def test_numbers_of_items_that_stand_apart_from_them_are_no_table():
    text = f"{filled(PROSE, 30)}\n1.\n2.\n3.\n4.\n5.\n6.\n{filled(PROSE, 30)}\n"
    assert "```" not in copy("es", text)


def test_what_a_program_prints_of_small_numbers_cites_nothing():
    text = f"{filled(PROSE)}\n\nR> pvalue(kt)\n[1] <1e-04\n99 percent confidence interval:\n0.00 0.01\n"
    assert "@ref1" not in copy("en", text)


def test_half_of_a_letter_that_was_read_as_bytes_is_not_thrown_away():
    assert "\u009c" in copy("de", f"{PROSE}\n\nEnglische \u00c3\u009cbersetzung von ihm.")


def test_word_that_was_broken_in_a_short_line_of_a_column_is_asked_about():
    body = "\n".join(
        f"{line[:-1]}\u2010\n{line[-1]}{line}" for line in filled(PROSE).split("\n") if line[-1].isalpha()
    )
    text = f"{body}\n[ R\u00e9f\u00e9rences bibliogra\u2010\nmusicale ]\n{PROSE}"
    assert "bibliogramusicale" not in copy("fr", text)


def test_number_that_counts_on_opens_an_entry_below_a_full_line():
    one = "[6] E. Wright: Pictures of the Almagest, its stars, and the Catalog of them"
    text = f"{filled(PROSE)}\n[5] A. Lane: Stars.\n{one}\n[7] Ptolemy, and others.\n\n{filled(PROSE)}\n"
    assert "of them [7]" not in copy("und", text).replace("\\", "")


def test_index_in_a_line_of_a_program_cites_nothing():
    lines = "R> wss[1] <- 0\n18 itempar_dif [1] <- itempar_dif [1] + sd(x)"
    text = f"{filled(PROSE)}\n\n{lines}\n\n{filled(PROSE)}\n"
    assert "@ref1" not in copy("en", text)


def test_paragraph_may_begin_behind_a_full_line_that_ends_in_a_colon():
    one = "This we shall divide into what can be seen in the sky above all these towns:"
    text = f"{filled(PROSE)}\n{one}\nThe Sun is there. {filled(PROSE)}\n{filled(PROSE)}\n"
    assert "towns: The Sun" not in copy("en", text)


def test_stop_that_was_torn_from_its_line_ends_no_paragraph():
    torn = "It was brought here by one of the authors of the catalogue [5]\n.\nThe file has it."
    assert ".\n\nThe file" not in copy("und", f"{filled(PROSE)}\n{torn}\n{filled(PROSE)}\n")
