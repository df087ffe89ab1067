"""Lines of a paragraph, with letters of half an em each: what is promised of all of them."""

import itertools
import random
from dataclasses import replace

import pytest

from basylym.model.lines import JUSTIFIED, RAGGED, Run
from basylym.stages.compose import balance, compose
from basylym.stages.cut import LINE_END, OBJECT, cut

SHY, SPACE, MEASURE = "\u00ad", 0.24, 36.0


def advance(_, text):
    return SPACE if text in (" ", "\u00a0") else 0.5 * len(text), 0.0


def pieces(text, clinging=None, runs=()):
    return cut(text, runs or (Run(0, len(text), hyphen=0.3),), advance, clinging)


def composed(text, measure=MEASURE, **more):
    return compose(pieces(text), measure, SPACE, **more)


def prose(words, seed=0):
    """Words of two to six syllables, the same each time."""
    dice = random.Random(seed)
    syllables = ("қа", "тын", "лас", "ты", "рып", "эко", "но", "мен", "дік", "ға")
    return " ".join(SHY.join(dice.choices(syllables, k=dice.randint(2, 6))) for _ in range(words)) + "."


def first_fit(found, measure):
    """Word spaces of lines filled one after the other, as a browser does."""
    spaces, start = [], 0
    while start < len(found):
        best = None
        for place in range(start, len(found)):
            inside = found[start : place + (0 if found[place].space else 1)]
            width = sum(piece.width for piece in inside) + found[place].hyphen
            if width > measure:
                break
            if found[place].penalty is not None or place == len(found) - 1:
                best = place, width, sum(piece.space for piece in inside)
        assert best is not None
        place, width, count = best
        if place < len(found) - 1 and count:
            spaces.append(SPACE + (measure - width) / count)
        start = place + 1
    return spaces


def set_words(text, lines):
    return [text[line.start : line.end].replace(SHY, "") for line in lines]


PROSE = [prose(120, seed) for seed in range(12)]


@pytest.mark.parametrize("text", PROSE)
def test_lines_hold_the_whole_text(text):
    lines = composed(text)
    between = [text[a.end : b.start] for a, b in itertools.pairwise(lines)]
    assert (lines[0].start, lines[-1].end) == (0, len(text))
    assert set(between) <= {" ", ""}


@pytest.mark.parametrize("text", PROSE)
def test_no_line_is_wider_than_its_room_and_all_but_the_last_fill_it(text):
    for line in composed(text, indent=1.4)[:-1]:
        tightest = JUSTIFIED.ideal - JUSTIFIED.shrink - JUSTIFIED.tighten - JUSTIFIED.scaling
        assert line.filled
        assert line.space >= tightest
        assert line.width + line.spaces * (line.space - SPACE * line.scale - line.tracking) == pytest.approx(
            line.room
        )


@pytest.mark.parametrize("text", PROSE)
def test_room_is_the_measure_and_what_hangs_out(text):
    for place, line in enumerate(composed(text, indent=1.4)):
        assert line.room == pytest.approx(MEASURE + line.opening + line.closing - (0 if place else 1.4))


@pytest.mark.parametrize("text", PROSE)
def test_tracking_and_scale_stay_too_small_to_see(text):
    for line in composed(text):
        assert -JUSTIFIED.tighten <= line.tracking <= JUSTIFIED.loosest
        assert abs(line.scale - 1) <= JUSTIFIED.scaling + 1e-9


@pytest.mark.parametrize("text", PROSE)
def test_no_three_lines_in_a_row_end_in_hyphens(text):
    ends = "".join("-" if line.hyphenated else " " for line in composed(text))
    assert "---" not in ends


def test_spaces_are_more_even_than_where_each_line_is_filled_by_itself():
    whole = [line.space for text in PROSE for line in composed(text)[:-1]]
    greedy = [space for text in PROSE for space in first_fit(pieces(text), MEASURE)]
    assert max(whole) < 0.7 * max(greedy)
    assert sum((space - 0.25) ** 2 for space in whole) / len(whole) < 0.3 * sum(
        (space - 0.25) ** 2 for space in greedy
    ) / len(greedy)


def test_the_same_pieces_give_the_same_lines():
    assert composed(PROSE[0]) == composed(PROSE[0])


def test_last_line_is_not_stretched():
    last = composed("қысқа жол")[0]
    assert not last.filled
    assert last.space < 0.31


def test_last_line_that_is_nearly_full_is_filled():
    text = " ".join(["ай"] * 29)
    last = composed(text)[-1]
    assert last.width > MEASURE - 1
    assert last.filled


def test_last_line_is_not_the_end_of_a_word():
    for seed in range(40):
        text = prose(30, seed)
        lines = composed(text)
        last = text[lines[-1].start : lines[-1].end]
        assert " " in last or not lines[-2].hyphenated or lines[-1].width >= JUSTIFIED.short


def test_no_text_has_no_lines():
    assert compose((), MEASURE, SPACE) == ()


def test_one_word_is_one_line():
    assert set_words("сөз", composed("сөз")) == ["сөз"]


def test_word_wider_than_the_measure_cannot_be_composed():
    assert composed("а" * 80) is None
    assert composed("бір " + "а" * 80 + " екі") is None


def test_long_word_that_may_break_is_broken():
    lines = composed(SHY.join(["қатын"] * 20))
    assert len(lines) == 2
    assert lines[0].hyphen


def test_loose_lines_are_set_rather_than_given_up():
    words = ["қ" * 40, "ң" * 40, "ғ" * 40]
    assert set_words(" ".join(words), composed(" ".join(words))) == words


def test_forced_end_begins_a_new_line_without_indent():
    text = f"бір{LINE_END}екі үш"
    lines = composed(text, indent=2.0)
    assert set_words(text, lines) == ["бір", "екі үш"]
    assert [line.room for line in lines] == [MEASURE - 2 + lines[0].closing, MEASURE + lines[1].closing]


def test_first_line_is_indented_and_does_not_hang_at_its_left():
    text = "«" + prose(60)
    assert composed(text, indent=1.4)[0].opening == 0.0
    assert composed(text)[0].opening > 0.0


def test_ligatures_that_tracking_parts_are_counted():
    def joined(_, text):
        return 0.5 * len(text), 0.2 * text.count("fi")

    text = " ".join(["office", "filling", "final", "fifty"] * 12)
    lines = compose(cut(text, (Run(0, len(text)),), joined), MEASURE, 0.5)
    for line in lines:
        string = text[line.start : line.end]
        apart = 0.2 * string.count("fi") if line.tracking else 0.0
        assert line.width == pytest.approx(
            (0.5 * len(string) + apart) * line.scale + len(string) * line.tracking
        )


def test_object_stands_whole_on_a_line():
    text = f"ай {OBJECT} күн"
    runs = (Run(0, 3), Run(3, 4, width=20.0), Run(4, len(text)))
    assert compose(pieces(text, runs=runs), 15.0, SPACE) is None
    assert len(compose(pieces(text, runs=runs), 20.5, SPACE)) == 3


@pytest.mark.parametrize("text", PROSE)
def test_ragged_lines_keep_their_spaces_and_hang_nothing_at_the_right(text):
    for line in composed(text, taste=RAGGED):
        assert (line.filled, line.tracking, line.scale, line.closing) == (False, 0.0, 1.0, 0.0)
        assert line.width <= line.room
        assert line.space in (0.0, SPACE)


def test_ragged_lines_break_fewer_words_than_justified_ones():
    def hyphens(taste):
        return sum(line.hyphenated for text in PROSE for line in composed(text, taste=taste))

    assert hyphens(RAGGED) < hyphens(JUSTIFIED)


def balanced(text, measure=19.0, clinging=frozenset()):
    return set_words(text, balance(pieces(text, clinging), measure, SPACE))


def test_title_that_fits_is_one_line():
    assert balanced("Сауда: қысқа тақырып") == ["Сауда: қысқа тақырып"]


def test_title_lines_are_about_equally_wide():
    lines = balanced("Қазақстан экономикасының қазіргі жағдайы туралы ойлар")
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 10


def test_title_breaks_after_its_colon():
    title = "Қазақстан және АҚШ: экономикалық ынтымақтастықтың болашағы"
    assert balanced(title)[0] == "Қазақстан және АҚШ:"


def test_no_title_line_ends_in_a_clinging_word():
    title = "Kazakhstan and the economy of the United States in the years of growth and of change"
    clinging = frozenset(["and", "the", "of", "in"])
    assert not [line for line in balanced(title, clinging=clinging) if line.split()[-1] in clinging]


def test_title_wider_than_its_measure_is_left():
    assert balance(pieces("а" * 80), 19.0, SPACE) is None


def test_taste_may_forbid_scaling():
    strict = replace(JUSTIFIED, scaling=0.0)
    assert {line.scale for line in composed(PROSE[0], taste=strict)} == {1.0}
