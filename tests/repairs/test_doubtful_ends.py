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
