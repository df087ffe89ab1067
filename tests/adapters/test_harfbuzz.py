"""Widths that HarfBuzz gives, against the metrics in the font files, and the hyphen at a line's end."""

import pytest
from fontTools.ttLib import TTFont

from basylym.adapters import harfbuzz
from basylym.adapters.resources import FONTS

SERIF = (FONTS / "SourceSerif4_400Regular.ttf",)
SANS_ITALIC = (FONTS / "SourceSans3_400Regular_Italic.ttf",)
MONO = (FONTS / "NotoSansMono_400Regular.ttf",)


@pytest.mark.parametrize("sign", "аәғқңөұүһі АZ9-»№")
def test_width_of_a_sign_is_that_of_the_font_file(sign):
    with TTFont(SERIF[0]) as font:
        width = font["hmtx"][font.getBestCmap()[ord(sign)]][0] / font["head"].unitsPerEm
    assert harfbuzz.advance(SERIF, sign) == pytest.approx(width)


def test_nothing_has_no_width():
    assert harfbuzz.advance(SERIF, "") == 0.0


def test_pairs_are_kerned():
    assert harfbuzz.advance(SERIF, "ГА") < harfbuzz.advance(SERIF, "Г") + harfbuzz.advance(SERIF, "А")


def test_features_change_widths_and_may_be_switched_off():
    assert harfbuzz.advance(SERIF, "2014", ("onum", "pnum")) != harfbuzz.advance(SERIF, "2014")
    assert harfbuzz.advance(SERIF, "fi", ("-liga",)) > harfbuzz.advance(SERIF, "fi")


def test_signs_that_a_font_lacks_are_named_once_in_order():
    assert harfbuzz.lacking(SERIF, "б😀а→😀") == "😀"
    assert harfbuzz.lacking(SERIF, "Қазақстан « » № α ≤") == ""


def test_sign_that_one_font_lacks_is_taken_from_the_next():
    with TTFont(SERIF[0]) as serif, TTFont(MONO[0]) as mono:
        only = next(chr(code) for code in sorted(mono.getBestCmap()) if code not in serif.getBestCmap())
    assert harfbuzz.lacking((*SERIF, *MONO), only) == ""
    both = harfbuzz.advance((*SERIF, *MONO), f"а{only}")
    assert both == pytest.approx(harfbuzz.advance(SERIF, "а") + harfbuzz.advance(MONO, only))


@pytest.mark.parametrize("name", sorted(path.name for path in FONTS.glob("SourceSerif4*.ttf")))
def test_serif_draws_a_soft_hyphen_as_wide_as_a_hyphen(name):
    fonts = (FONTS / name,)
    hyphen = harfbuzz.line_end_hyphen(fonts)
    assert hyphen.text == "\u00ad"
    assert hyphen.width == pytest.approx(harfbuzz.advance(fonts, "-"))
    assert 0.04 < hyphen.drop < 0.07
    assert harfbuzz.advance(fonts, "\u00ad") == 0.0
    assert harfbuzz.advance(fonts, "\u00ad", hyphen.features) == hyphen.width


@pytest.mark.parametrize("fonts", [SANS_ITALIC, MONO])
def test_font_without_such_a_glyph_shows_an_ordinary_hyphen(fonts):
    hyphen = harfbuzz.line_end_hyphen(fonts)
    assert (hyphen.text, hyphen.features, hyphen.drop) == ("-", (), 0.0)
