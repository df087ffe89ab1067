"""Lines of two columns mixed into one text are seen and refused; tables, verse and clean texts are not."""

import random

import pytest

from basylym.model.notices import BasylymError, Condition
from basylym.normalize import evidence, normalize, spoken
from basylym.stages.columns import mixed

WORDS = (
    "экономика развитие торговля государство политика общество исследование результат население производство "
    "сотрудничество и в на не что с по из у за отношения история война рынок"
).split()


def column(seed, lines=40, width=34):
    """Lines of one column, words broken with hyphens where they do not fit."""
    dice = random.Random(seed)
    made, line = [], ""
    while len(made) < lines:
        word = dice.choice(WORDS)
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif width - len(line) > 5 and len(word) > 7:
            cut = min(len(word) - 3, width - len(line) - 2)
            made.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            made.append(line)
            line = word
    return made


def seen(lines):
    text = "\n".join(lines)
    return mixed(text, evidence(spoken("ru"))(text))


LEFT, RIGHT = column(1), column(2)
BESIDE = [f"{one:<40}{two}" for one, two in zip(LEFT, RIGHT, strict=True)]
JOINED = [f"{one} {two}" for one, two in zip(LEFT, RIGHT, strict=True)]
TURNS = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]


@pytest.mark.parametrize("lines", [BESIDE, JOINED, TURNS])
def test_mixed_columns_are_seen(lines):
    assert seen(lines)


@pytest.mark.parametrize("lines", [LEFT, [*LEFT, *RIGHT], [" ".join(LEFT)]])
def test_columns_that_follow_each_other_are_clean(lines):
    assert seen(lines) is None


def test_tables_and_contents_are_no_columns():
    table = [f"{word:<20}{number:>8}   {number * 2:>8}" for number, word in enumerate(WORDS)]
    contents = [f"{line}          {number}" for number, line in enumerate(LEFT)]
    assert seen([*LEFT, *table]) is None
    assert seen(contents) is None


def test_mixed_text_is_refused_with_its_place():
    with pytest.raises(BasylymError) as caught:
        normalize("\n".join(["Заголовок", *BESIDE]).encode(), "a.txt", "ru")
    assert caught.value.notice.condition is Condition.COLUMNS_STAND_APART
    assert caught.value.notice.locus.line == 2


def test_columns_whose_edge_differs_from_page_to_page_are_seen():
    halves = [(one.strip("-"), two.strip("-")) for one, two in zip(LEFT, RIGHT, strict=True)]
    wide = [f"{one:<{40 + 9 * page}}{two}" for page in range(3) for one, two in halves]
    pages = [wide[:40], wide[40:80], wide[80:]]
    other = ["рис."] * 60
    assert seen(["\f".join("\n".join([*page, *other]) for page in pages)])


def filled(seed, indent, width=36):
    """Lines of a column without hyphens: paragraphs of seven lines, the last one short."""
    dice, made = random.Random(seed), []
    for _ in range(6):
        line, short = " " * indent + dice.choice(WORDS).capitalize(), dice.randint(12, 24)
        for _ in range(7):
            while len(line) < width - 6:
                line += " " + dice.choice(WORDS)
            made.append(line)
            line = dice.choice(WORDS)
        made[-1] = made[-1][:short].rsplit(" ", 1)[0] + "."
    return made


def test_columns_with_a_gutter_as_wide_as_a_space_are_seen_by_their_paragraphs_ends():
    """No word is broken, and filled lines stand one space apart: only where a paragraph ends is room."""
    left, right = filled(3, 3), filled(4, 3)
    lines = [
        f"{one:<40}{two}" if len(one) < 30 else f"{one} {two}" for one, two in zip(left, right, strict=True)
    ]
    assert seen(lines)


def test_gaps_in_one_column_verse_and_lists_of_terms_show_no_gutter():
    one = filled(5, 3, width=76)
    stretched = [line.replace(". ", ".   ") for line in one]
    verse = [f"{line:<38}{other}" for line, other in zip(filled(6, 0, 24), filled(7, 0, 24), strict=True)][:8]
    terms = [f"{WORDS[n]:<12}{line}." for n, line in enumerate(filled(8, 0, 50)[:20])]
    assert seen(stretched) is None
    assert seen([*one, *verse]) is None
    assert seen([*one[:10], *terms]) is None
