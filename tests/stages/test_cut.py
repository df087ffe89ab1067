"""Where lines may end, with letters of half an em each."""

import pytest

from basylym.model.lines import FORCED, Run
from basylym.stages import cut as stage
from basylym.stages.cut import LINE_END, OBJECT, cut, shown

SHY, NBSP = "\u00ad", "\u00a0"


def advance(_, text):
    return 0.25 if text in (" ", NBSP) else 0.5 * len(text), 0.0


def pieces(text, *runs, clinging=None):
    return cut(text, runs or (Run(0, len(text), hyphen=0.3),), advance, clinging)


def broken(text, *runs):
    """The text with a bar wherever a line may end inside a word."""
    ends = {p.end for p in pieces(text, *runs) if p.penalty is not None and not p.space}
    return "".join(sign + ("|" if place in ends else "") for place, sign in enumerate(text, 1)).replace(
        SHY, ""
    )


def penalty(text, end):
    return next(piece.penalty for piece in pieces(text) if piece.end == end)


def test_pieces_cover_the_text_in_order():
    text = f"Бұл{NBSP}сауда-эконо{SHY}мика, 2001–2005 жж."
    found = pieces(text)
    assert "".join(text[piece.start : piece.end] for piece in found) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("эко-но-ми-ка-лық", "эко|но|ми|ка|лық"),
        ("жә-не", "және"),  # fewer than six letters
        ("а-лақандар", "алақандар"),  # one letter would stay
        ("армияла-р", "армиялар"),  # one letter would go over
    ],
)
def test_word_breaks_at_soft_hyphens_that_keep_two_letters_on_each_line(text, expected):
    assert broken(text.replace("-", SHY)) == expected


def test_no_soft_hyphen_is_used_within_three_letters_of_a_written_one():
    assert broken(f"қарым-қа{SHY}ты{SHY}нас{SHY}тар") == "қарым-|қаты|нас|тар"


def test_short_ends_of_words_cost_more():
    word = f"бай{SHY}ла{SHY}ныс{SHY}ты{SHY}ру"
    assert penalty(word, 4) == penalty(word, 11) < penalty(word, 14)
    assert penalty(f"ор{SHY}наластыру", 3) > penalty(f"орн{SHY}аластыру", 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("сауда-экономикалық", "сауда-|экономикалық"),
        ("Қазақстан-Америка", "Қазақстан-|Америка"),
        *((word, word) for word in ("АҚШ-тың", "НАТО-ның", "1-кезең", "21%-ға", "CASA-100", "e-mail", "-5")),
        *((word, word) for word in ("Қазақстан-2050", "115-б.", "бір\u2011екі", "--екі")),
    ],
)
def test_written_hyphen_ends_a_line_only_between_words(text, expected):
    assert broken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2001–2005", "2001–|2005"), ("Қазақстан–АҚШ", "Қазақстан–|АҚШ")]
)
def test_dash_ends_a_line_and_a_range_parts_unwillingly(text, expected):
    assert broken(text) == expected
    assert penalty("2001–2005", 5) > penalty("Қазақстан–АҚШ", 10)


def test_dash_never_begins_a_line():
    spaces = [piece for piece in pieces("жол – жоба") if piece.space]
    assert [space.penalty for space in spaces] == [None, 0.0]


def test_no_break_space_stretches_and_does_not_break():
    space = pieces(f"5{NBSP}млрд")[1]
    assert space.space
    assert space.penalty is None


def test_nothing_breaks_inside_an_unbroken_run():
    text = f"ел сауда-эконо{SHY}мика ел"
    runs = (Run(0, 3), Run(3, 16, unbroken=True), Run(16, len(text)))
    assert broken(text, *runs) == text.replace(SHY, "")


def test_address_breaks_after_its_signs_and_never_inside_two_slashes():
    assert broken("https://doi.org/10.1/a_b?c=d.") == "https://|doi.|org/|10.|1/|a_|b?|c=|d."


def test_run_marked_as_an_address_breaks_as_one():
    assert broken("a/b", Run(0, 3, address=True)) == "a/|b"
    assert broken("a/b") == "a/b"


def test_zero_width_space_breaks_unseen():
    text = "абв\u200bгде"
    assert broken(text) == "абв\u200b|где"
    assert shown(text) == "абвгде"


def test_signs_without_width_give_one_place_to_break():
    assert sum(piece.penalty is not None for piece in pieces("абв" + "\u200b" * 1000 + "где")) == 1
    assert sum(piece.penalty is not None for piece in pieces("абвг" + SHY * 1000 + "деёж")) == 1


def test_title_breaks_no_word():
    assert all(
        piece.space or piece.penalty is None for piece in pieces(f"эко{SHY}номика", clinging=frozenset())
    )


def test_word_joiner_binds_and_is_not_drawn():
    assert all(piece.penalty is None for piece in pieces("а\u2060 б"))
    assert shown("а\u2060б\u2011в") == "аб-в"


def test_object_has_its_own_width_and_is_not_tracked():
    found = pieces(f"а{OBJECT}", Run(0, 1), Run(1, 2, width=2.5))
    assert (found[1].width, found[1].letters) == (2.5, 0)


def test_line_end_is_forced():
    assert [piece.penalty for piece in pieces(f"а{LINE_END}б")] == [None, FORCED, None]


def test_kerning_across_a_break_is_kept_while_the_word_is_whole():
    def kerned(_, text):
        return 0.5 * len(text) - 0.1 * text.count("ст"), 0.0

    text = f"зерт{SHY}тес{SHY}тірілді"
    found = cut(text, (Run(0, len(text), hyphen=0.3),), kerned)
    assert sum(piece.width + piece.kern for piece in found) == pytest.approx(kerned(0, shown(text))[0])
    assert [round(piece.kern, 6) for piece in found] == [0, -0.1, 0]


def test_accents_are_no_letters_of_their_own():
    assert pieces("за\u0301мок")[0].letters == 5


def test_title_breaks_after_a_colon_and_not_after_a_short_word():
    text = "Сауда: ел мен жер"
    costs = [piece.penalty for piece in pieces(text, clinging=frozenset(["мен"])) if piece.space]
    assert costs == [stage.SENSE, 0.0, stage.CLINGING]


def test_punctuation_hangs_by_a_share_of_its_width():
    opening, closing = pieces("«а,")[0].opening, pieces("«а,")[0].closing
    assert (opening, closing) == (0.6 * 0.5, 0.6 * 0.5)
