"""Headings of a PDF are told by size, weight, room and number; what only looks like one is none."""

from basylym.adapters.pdf_text import Line
from basylym.readers._headings import levels
from basylym.readers._paragraphs import paragraphs, placed

FULL = "of the foxes that were counted on the hill in spring by two"


def line(text, base, left=72.0, size=10.0, *, bold=False, raised=()):
    end = left + (240.0 if len(text) > 50 else 4.1 * len(text))
    return Line(text, left, end, base - size, base, size, bold, raised)


def text(base, lines=4):
    return [
        line(FULL if n else "Much was said of it, and more was heard, on the hill of the", base + 12.0 * n)
        for n in range(lines)
    ]


def told(*lines):
    """Each heading with its level."""
    blocks = paragraphs(
        placed([one for part in lines for one in (part if isinstance(part, list) else [part])], 0, 0)
    )
    found = levels(blocks, 10.0)
    return {" ".join(one.line.text for one in blocks[number].lines): level for number, level in found.items()}


def test_headings_far_apart_below_one_another_are_as_many():
    """Their only distances were taken for the leading of their size, and all ran into one."""
    made = told(
        text(60),
        line("Abbreviations", 150, size=14, bold=True),
        line("Thanks", 180, size=14, bold=True),
        line("Sources", 210, size=14, bold=True),
        text(240),
    )
    assert made == {"Abbreviations": 2, "Thanks": 2, "Sources": 2}


def test_numbered_heading_goes_on_where_its_words_hang():
    made = told(
        text(60),
        line("8 CONCEPTS OF FOXES AND OTHER", 150, bold=True, size=11),
        line("KEYWORDS", 163, 90, bold=True, size=11),
        text(190),
    )
    assert made == {"8 CONCEPTS OF FOXES AND OTHER KEYWORDS": 2}


def test_bold_heading_smaller_than_the_text_is_one_where_room_is_around_it():
    made = told(text(60), line("A. Second-level heading", 130, 120, 9.0, bold=True), text(156), text(230))
    assert made == {"A. Second-level heading": 2}


def test_bold_label_in_small_letters_near_its_text_is_no_heading():
    assert told(text(60), line("Table of foxes", 120, 72, 9.0, bold=True), text(130), text(230)) == {}


def test_deeper_numbers_in_the_same_letters_are_deeper_headings():
    made = told(
        text(60),
        line("6 Divisions", 130, bold=True),
        text(150),
        line("6.1 Abstracts", 220, bold=True),
        text(240),
        line("6.1.1 Long ones", 310, bold=True),
        text(330),
        line("7 Titles", 400, bold=True),
        text(420),
    )
    assert made == {"6 Divisions": 2, "6.1 Abstracts": 3, "6.1.1 Long ones": 4, "7 Titles": 2}


def test_bold_sentences_items_addresses_and_lines_of_a_raised_letter_are_no_headings():
    made = told(
        text(60),
        line("Your paper will be returned to you if foxes are seen in it,", 130, bold=True),
        line("or any part of one.", 142, bold=True),
        text(170),
        line("http://www.foxes.example/journal/submissions", 240, 90, 11.0, bold=True),
        text(262),
        line("• Foxes and badgers; Hills", 330, bold=True),
        text(350),
        line("bUniversity of the Hill", 420, 90, 12.0, raised=((0, 1),)),
        text(440),
    )
    assert made == {}


def test_signs_in_a_drawing_and_bold_keywords_near_an_abstract_are_no_headings():
    made = told(
        text(60),
        line("\U0001d445 \U0001d467 \U0001d70e", 150, 200.0, 12.0, bold=True),
        text(190),
        line("Keywords: foxes, hills.", 256, 72.0, 9.0, bold=True),
        text(280),
    )
    assert made == {}


def test_bold_question_and_short_sentence_stay_headings():
    made = told(
        text(60),
        line("Who counted the foxes?", 130, bold=True),
        text(150),
        line("Results.", 220, bold=True),
        text(240),
    )
    assert made == {"Who counted the foxes?": 2, "Results.": 2}
