"""Pictures: told by their bytes, and an SVG that can do nothing but be looked at."""

import pytest

from basylym.editions import _pictures

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 9 9">{}</svg>'
)


def safe(inside):
    return _pictures.safe_svg(SVG.format(inside).encode()).decode()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<image href="https://example.org/track.png"/>',
        '<image xlink:href="file:///etc/passwd"/>',
        '<use href="other.svg#x"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<style>@import 'https://example.org/x.css'; rect{fill:url(https://example.org/x)}</style>",
        "<rect style=\"fill:url( 'https://example.org/x' )\"/>",
        r'<rect style="fill:u\72l(https://example.org/x)"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<?xml-stylesheet href="https://example.org/x.css"?>',
    ],
)
def test_what_acts_or_calls_home_is_taken_out(inside):
    made = safe(inside)
    for word in ("example.org", "alert", "javascript", "passwd", "other.svg", "foreignObject", "onclick"):
        assert word not in made


def test_shapes_gradients_and_pictures_inside_it_stay():
    inside = (
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)"/>'
        '<use href="#g"/><image href="data:image/png;base64,AAAA"/><style>rect{stroke:red}</style>'
    )
    made = safe(inside)
    for part in ("linearGradient", "url(#g)", 'href="#g"', "base64,AAAA", "rect{stroke:red}"):
        assert part in made


def test_text_brings_its_font_along_and_shapes_alone_do_not():
    assert "@font-face" in safe('<text font-family="sans-serif">Жыл</text>')
    assert "'Source Sans 3'" in safe('<text font-family="Source Sans 3, sans-serif">Жыл</text>')
    assert "@font-face" not in safe("<rect/>")


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>' + SVG.format(
        "<text>&a;&b;</text>"
    )
    made = _pictures.safe_svg(bomb.encode()).decode()
    assert "ENTITY" not in made
    assert "root:" not in made


@pytest.mark.parametrize("content", [b"", b"text", b"<html/>", b"<svg/>", b"<svg", b"%PDF-1.7"])
def test_what_is_no_picture_is_none(content):
    assert _pictures.read("p", content) is None


def test_a_picture_is_told_by_its_bytes():
    assert _pictures.read("p", b"\xff\xd8\xff\xe0").name == "p.jpg"
    assert _pictures.read("p", b"RIFF0000WEBPVP8 ").media_type == "image/webp"
