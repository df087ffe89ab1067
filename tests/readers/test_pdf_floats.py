"""What floats in a PDF, such as figures, parts no sentence."""

from dataclasses import replace

from basylym.adapters.pdf_text import Line
from basylym.readers._floats import behind
from basylym.readers._paragraphs import paragraphs, placed

FULL = "of the foxes that were counted on the hill in spring by two"  # 240 pt wide


def line(text, base, left=72.0, size=10.0, *, right=None, bold=False):
    end = right or (left + 240.0 if len(text) > 40 else left + 4.1 * len(text))
    return Line(text, left, end, base - size, base, size, bold)


def column(number, *lines):
    return placed(lines, 0, number)


def said(*columns):
    blocks = behind(paragraphs([line for column in columns for line in column]))
    return [" ".join(line.line.text for line in block.lines) for block in blocks]


def body(first, *last, base=100.0):
    return [line(text, base + 12.0 * n) for n, text in enumerate([first, *[FULL] * 4, *last])]


CAPTION = ("Figure 2: Foxes on the hill at night,", "when none of us was there.")


def test_figure_at_the_head_of_a_column_parts_no_sentence():
    head = [line(text, 60.0 + 10.0 * n, size=9.0) for n, text in enumerate(CAPTION)]
    after = body("of us was seen by none of them, and so it ended with the", "last of them.")
    made = said(column(0, *body("Much was said " + FULL)), column(2, *head, *after))
    assert made == [" ".join(one.text for one in (*body("Much was said " + FULL), *after)), " ".join(CAPTION)]


def test_caption_in_letters_of_the_text_is_no_part_of_the_sentence_before_it():
    head = [line(text, 60.0 + 12.0 * n) for n, text in enumerate(CAPTION)]
    after = body("of us was seen by none of them, and so it ended with the", "last of them.")
    made = said(column(0, *body("Much was said " + FULL)), column(2, *head, *after))
    assert made[-1] == " ".join(CAPTION)
    assert len(made) == 2


def test_labels_of_a_drawing_go_with_its_caption():
    labels = [
        line("8", 40.0),
        line("6", 52.0),
        line("400 500 600 700", 70.0, 90.0),
        line("time [s]", 84.0, 120.0),
    ]
    head = [line("Figure 1: Foxes by hour.", 110.0, size=9.0)]
    after = body("mon sight on the hill at dawn, and so it was told to two", "of us.", base=140.0)
    before = body("Foxes were " + FULL, FULL[:-8] + " com-")
    made = said(column(0, *before), column(2, *labels, *head, *after))
    assert made[0] == " ".join(one.text for one in (*before, *after))
    assert made[-1] == "Figure 1: Foxes by hour."


def test_small_print_at_the_foot_of_a_column_parts_no_sentence():
    foot = [line("Send letters to the foxes themselves, on the hill, or to their earth.", 300.0, size=8.0)]
    after = body("of us was seen by none of them, and so it ended with the", "last of them.")
    made = said(column(0, *body("Much was said " + FULL), *foot), column(2, *after))
    assert made == [" ".join(one.text for one in (*body("Much was said " + FULL), *after)), foot[0].text]


def test_paragraph_that_ends_before_a_figure_and_one_that_begins_behind_it_stay_two():
    head = [line(text, 60.0 + 10.0 * n, size=9.0) for n, text in enumerate(CAPTION)]
    after = body("The last of us was seen by none of them, and it ended with the", "last of them.")
    made = said(column(0, *body("Much was said " + FULL)), column(2, *head, *after))
    assert [one[:8] for one in made] == ["Much was", "Figure 2", "The last"]


def test_quotation_in_small_letters_inside_a_sentence_stays_where_it_is():
    """It goes on below in the same column, with room around it: nothing floats there."""
    first, quoted = body("Much was said " + FULL), [line("what foxes say to foxes alone", 178.0, 90.0, 9.0)]
    after = body("of us was seen by none of them, and so it ended with the", "last of them.", base=200.0)
    assert [one[:7] for one in said(column(0, *first, *quoted, *after))] == ["Much wa", "what fo", "of us w"]


def test_entries_that_count_stay_apart():
    """A list of contents without the numbers of its pages ran into one paragraph."""
    entries = ["5 Title page", "5.1 Title", "5.2 Authors of foxes", "6 Sections", "7 Mathematics"]
    listed = [line(one, 200 + 12.0 * n) for n, one in enumerate(entries)]
    assert said(column(0, *body("Much was said " + FULL), *listed))[1:] == entries


def test_command_with_room_beside_it_is_no_part_of_the_text_below():
    command = replace(line("\\title[short]{full}", 172.0, 90.0), pitch=6.0)
    after = body("Each of the foxes was told, and each was counted on the hill", "twice.", base=184.0)
    made = said(column(0, *body("Much was said " + FULL, "on it:"), command, *after))
    assert any(one.startswith("Each of the foxes") for one in made)


def test_address_that_fills_its_line_goes_on():
    """No room was left beside it for the next word."""
    address = replace(line("https://foxes.example/hills/in/spring", 160.0, right=305.0), pitch=6.0)
    after = body("everything that was said of foxes on the hill, and of all of", "them.", base=172.0)
    made = said(column(0, *body("Much was said " + FULL), address, *after))
    assert len(made) == 1
