"""What is read from a paragraph's element: its text, spaces collapsed, and the voice of each part."""

from pathlib import Path

import pytest

from basylym.adapters import markup
from basylym.editions._voices import (
    INLINES,
    Change,
    Family,
    NotInlineError,
    Voice,
    read,
    width_written,
)

FAMILY = Family(Path("regular"), Path("italic"), Path("bold"), Path("bold-italic"), (Path("other"),))


def parts(inside, inlines=INLINES):
    return read(markup.fragment(f"<p>{inside}</p>")[0], Voice(FAMILY), 10.0, inlines)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("  бір \n екі ", "бір екі"),
        ("бір <em> екі</em> ", "бір екі"),
        ("бір <br/> екі <br/>", "бір\u2028екі"),
        ("бір\u2028екі", "бір екі"),
        ("бір<wbr/>екі", "бір\u200bекі"),
        ("бір<!-- үш -->екі", "бірекі"),
        ("а <img width='4'/> б", "а \ufffc б"),
        ("", ""),
    ],
)
def test_spaces_collapse_and_objects_leave_a_sign(inside, text):
    assert parts(inside)[0] == text


def test_parts_cover_the_text_in_order():
    text, found = parts("бір <em>екі <b>үш</b></em> төрт")
    assert "".join(text[part.start : part.end] for part in found) == text
    assert [len(part.chain) for part in found] == [0, 1, 2, 0]


def test_voice_follows_the_elements():
    _, found = parts("<em lang='ru'>а<b>б</b></em><sub>в</sub>")
    assert [part.voice.fonts[0].name for part in found] == ["italic", "bold-italic", "regular"]
    assert [part.voice.language for part in found] == ["ru", "ru", ""]
    assert found[2].voice.scale < 1
    assert found[0].voice.fonts[1:] == FAMILY.others


def test_what_is_said_of_a_class_replaces_what_is_said_of_its_tag_and_a_bare_class_adds():
    inlines = {**INLINES, "sup.call": Change(features=("sups",)), ".big": Change(scale=2.0)}
    _, found = parts("<sup>1</sup><sup class='call'>2</sup><em class='big'>3</em>", inlines)
    assert [round(part.voice.scale, 4) for part in found] == [0.83, 1.0, 2.0]
    assert found[1].voice.features == ("sups",)
    assert found[2].voice.italic


def test_tracking_of_an_element_is_em_of_its_own_size():
    inlines = {**INLINES, "span.lead": Change(scale=0.5, tracking=0.02)}
    assert parts("<span class='lead'>а</span>", inlines)[1][0].voice.tracking == pytest.approx(0.01)


@pytest.mark.parametrize("inside", ["<div>а</div>", "<table></table>", "<img/>", "<button>а</button>"])
def test_what_has_no_known_width_is_no_inline(inside):
    paragraph = markup.element("p")
    paragraph.append(markup.fragment(inside)[0])
    with pytest.raises(NotInlineError):
        read(paragraph, Voice(FAMILY), 10.0, INLINES)


@pytest.mark.parametrize(
    ("written", "points"),
    [
        ("<img style='height:1em; width: 2.5em'/>", 25.5),
        ("<img style='width:30px'/>", 22.5),
        ("<img width='40'/>", 30.0),
        ("<img style='max-width:3pt'/>", None),
        ("<img/>", None),
    ],
)
def test_width_of_an_object_is_read_from_its_attributes(written, points):
    assert width_written(markup.fragment(written)[0], 10.2) == points
