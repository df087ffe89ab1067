"""The press's fonts hold what its languages write."""

from io import BytesIO

from fontTools.ttLib import TTFont

from basylym.adapters import fonts
from trees import PACKS


def test_every_text_font_holds_every_alphabet():
    letters = (
        "".join(pack.letters + pack.letters.upper() for pack in PACKS.values()) + "«»“”„‘’–—…№§0123456789"
    )
    for path in fonts.files():
        if path.name.startswith(("SourceSerif", "SourceSans", "NotoSansMono")):
            lacking = [sign for sign in letters if ord(sign) not in fonts.characters(path.name)]
            assert lacking == [], path.name


def test_characters_that_nobody_holds_are_told_once_and_in_order():
    assert fonts.missing("a\U00012000b\u05d0\U00012000") == ["\U00012000", "\u05d0"]


def test_signs_that_are_not_seen_need_no_glyph():
    assert fonts.missing("a\u00ad\u200b\u2060\ufeff\n") == []


def test_subset_is_the_same_twice():
    name = fonts.files()[0].name
    assert fonts.woff2(name, "abc") == fonts.woff2(name, "abc")


def test_subset_keeps_the_glyphs_asked_for_the_figures_they_can_take_and_its_licence():
    name = next(path.name for path in fonts.files() if path.name == "SourceSerif4_400Regular.ttf")
    made = TTFont(BytesIO(fonts.woff2(name, "қ1", ("onum",))))
    assert {ord("қ"), ord("1")} == set(made.getBestCmap())
    assert {record.FeatureTag for record in made["GSUB"].table.FeatureList.FeatureRecord} == {"onum"}
    assert len(made.getGlyphOrder()) == 4  # .notdef, the letter, both figures
    assert "Open Font License" in made["name"].getDebugName(13)
