"""The signs of a PDF's page become lines of whole words."""

from basylym.adapters._glyph_accents import with_accents
from basylym.adapters._glyph_lines import lines
from basylym.adapters._glyph_names import CODE, LOST, told, with_names
from basylym.adapters._glyph_pitches import Pitches
from basylym.adapters._glyphs import Look, Sign
from basylym.adapters._tex_maths import sign as tex_sign
from basylym.adapters.pdf_text import _typed

LOOK = Look(size=12.0, weight=400, font="AAAAAA+TeXGyreTermes-Regular")
TALL = {"b", "d", "f", "h", "k", "l", "t", "i"}
ABOVE = {"´": (8.3, 5.9), "˜": (8.0, 6.2), "¨": (8.1, 6.6)}  # pt above the base line: top, bottom


def sign(letter, left, width=5.5, base=100.0):
    top = base - (8.2 if letter.isupper() or letter in TALL else 5.4)
    return Sign(letter, left, left + width, top, base, base, left - 0.3, 12.0, LOOK)


def accent(letter, letter_left, width=5.5, base=100.0, lifted=0.0):
    """An accent as TeX draws it with old fonts: a sign of its own, over the middle of its letter."""
    left = letter_left + width / 2 - 1.3
    high, low = ABOVE[letter]
    base -= lifted
    return Sign(letter, left, left + 2.6, base - high, base - low, base, left - 1.0, 12.0, LOOK)


def typed(text, *, before=True, left=50.0):
    """Signs side by side; an accent stands over the letter behind it in ``text``, drawn before or after."""
    made, waiting = [], ""
    for letter in text:
        if letter in ABOVE:
            waiting = letter
            continue
        if letter == " ":
            made.append(Sign(" "))
            left += 3.5
            continue
        own = sign(letter, left)
        over = [accent(waiting, left, lifted=2.6 if letter.isupper() else 0.0)] if waiting else []
        made += [*over, own] if before else [own, *over]
        waiting, left = "", left + 6.0
    return made


def said(signs):
    return [line["text"] for line in lines(with_accents(signs), Pitches())]


def test_letters_of_a_wide_ligature_stand_in_one_word():
    """``ffi`` is one sign of three letters, wider than the step back that begins a line."""
    ligature = [Sign(one, 60.0, 69.5, 91.8, 100.0, 100.0, 59.7, 12.0, LOOK) for one in "ffi"]
    assert said([*typed("of "), *[sign("A", 53.5)], *ligature, sign("l", 69.8, 3.0), sign("i", 73.1, 3.0)])[
        -1
    ].endswith("Affili")


def test_accents_drawn_apart_stand_on_their_letters():
    assert said(typed("c´omo escribir en espa˜nol")) == ["cómo escribir en español"]
    assert said(typed("un art´ıculo pr¨achtig", before=False)) == ["un artículo prächtig"]
    assert said(typed("´Ultima P´AGINA")) == ["Última PÁGINA"]


def test_accent_that_is_drawn_behind_the_whole_line_stands_on_its_letter():
    letters = typed("PAGINAS")
    over = accent("´", letters[1].left, lifted=2.6)
    assert said([*letters, over]) == ["PÁGINAS"]


def test_accent_drawn_out_of_its_turn_parts_no_word():
    """Where PDFium jumps to an accent and back it sees spaces, as in a line of small capitals."""
    letters = typed("PAGS UNO")
    over = accent("´", letters[1].left, lifted=2.6)
    assert said([letters[0], Sign(" "), over, Sign(" "), *letters[1:]]) == ["PÁGS UNO"]


def test_accent_that_stands_beside_letters_stays_a_sign():
    """An acute beside a figure is a prime or a minute, and one between two letters no part of either."""
    assert said([*typed("12"), accent("´", 62.5, 2.0), *typed("alto", left=70.0)]) == ["12´ alto"]
    assert said(
        [*typed("ab"), Sign("~", 62.0, 67.0, 96.0, 97.5, 100.0, 61.7, 12.0, LOOK), sign("c", 68.0)]
    ) == ["ab~c"]


def test_accent_over_a_letter_that_no_writing_knows_with_it_stays_a_sign():
    assert said(typed("´qu")) == ["´qu"] or said(typed("´qu")) == ["q´u"]


def test_space_of_another_font_in_a_typed_line_is_one():
    """Such a space is narrower than a letter of the listing: ``$a$but$b$`` was one word."""
    places = [0.0, 6.0, 12.0, 20.5, 25.0, 30.0, 38.5, 44.5, 50.5]
    assert _typed("$a$ but $b$", places, 6.0) == "$a$ but $b$"
    assert _typed("if x:", [0.0, 6.0, 24.0, 30.0], 6.0) == "if  x:"


def test_signs_that_only_their_names_tell_are_letters():
    """A font names its ligatures ``f_f_i`` and its figures ``one.oldstyle``; PDFium knows neither."""
    names = told(
        [
            {
                "/BaseFont": "/UTZVDK+TeXGyreTermes-Regular",
                "/Encoding": {"/Differences": [27, "/f_f_i", "/g12"]},
            }
        ]
    )
    signs = [
        *typed("o"),
        sign(chr(CODE + 27), 56.0, 9.5),
        *typed("cial", left=66.0),
        sign(chr(CODE + 28), 90.0),
    ]
    assert said(with_names(signs, lambda: names)) == [f"official{LOST}"]


def test_two_fonts_of_one_name_that_differ_tell_nothing():
    fonts = [{"/BaseFont": "/A+F", "/Encoding": {"/Differences": [27, one]}} for one in ("/f_i", "/f_l")]
    assert told(fonts) == {}


def test_signs_of_tex_formulas_are_told_by_their_codes():
    assert [tex_sign("CMSY10", 104), tex_sign("CMSY7", 48), tex_sign("CMSY10", 127)] == [
        "\u27e8",
        "\u2032",
        "\u2660",
    ]
    assert [tex_sign("CMEX10", 88), tex_sign("CMEX10", 18), tex_sign("CMEX10", 112)] == [
        "\u2211",
        "(",
        "\u221a",
    ]
    assert [tex_sign("CMMI10", 15), tex_sign("CMMI10", 63), tex_sign("CMMI7", 64)] == [
        "\u03f5",
        "\u22c6",
        "\u2202",
    ]
    assert [tex_sign("CMR10", 104), tex_sign("CMEX10", 60)] == ["", ""]
