"""Pictures as authors give them -> pictures that can do nothing but be looked at.

An SVG may hold scripts, links, foreign documents and addresses that call home; what is left
of it here is shapes, text and pictures that lie inside it. Its text brings the press's font along,
because a picture in a page does not see the page's fonts.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from basylym.adapters import fonts, markup
from basylym.model.galley import Galley
from basylym.model.notices import Condition, Notice, Outcome

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
)
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
KEPT = frozenset(
    (
        "svg g defs symbol use title desc metadata switch style path rect circle ellipse line "
        "polyline polygon text tspan textPath image marker linearGradient radialGradient stop "
        "pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite "
        "feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood "
        "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset "
        "fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
    ).split()
)
HARMLESS = re.compile(r"#|data:image/(png|jpeg|gif|webp);base64,", re.I)
ADDRESS = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?#)[^)]*\)", re.I)
RULE_FROM_ELSEWHERE = re.compile(r"@(import|namespace|charset|font-face)[^;{}]*(;|\{[^}]*\}|$)", re.I)
ESCAPE = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?")
FACES = (
    ("Source Sans 3", "400", "SourceSans3_400Regular.ttf"),
    ("Source Sans 3", "600", "SourceSans3_600SemiBold.ttf"),
)
SANS = "'Source Sans 3', sans-serif"
GENERIC = re.compile(r"\s*(sans-serif|system-ui|ui-sans-serif)\s*", re.I)
UNQUOTED = re.compile(r"(?<!['\"])\b(Source (?:Sans 3|Serif 4))\b(?!['\"])")  # CSS skips a bare figure
BOLD = re.compile(r"bold|[6-9]00")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for an edition; ``name`` is a file name without folder."""

    name: str
    media_type: str
    content: bytes

    @property
    def address(self) -> str:
        """The picture as a ``data:`` address."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.content).decode()}"


def pictures(galley: Galley) -> Outcome[Mapping[str, Picture]]:
    """Every picture that can be printed, by its path as written.

    Notices: ``FIGURE_EXISTS`` for one that cannot be read as a picture.
    """
    made: dict[str, Picture] = {}
    notices = []
    for number, (path, content) in enumerate(galley.pictures.items(), 1):
        picture = read(f"picture-{number}", content)
        if picture is None:
            detail = f"the picture {path!r} is neither PNG, JPEG, GIF, WebP nor SVG that can be read"
            notices.append(Notice(Condition.FIGURE_EXISTS, detail))
        else:
            made[path] = picture
    return Outcome(made, tuple(notices))


def read(stem: str, content: bytes) -> Picture | None:
    """A picture told by its first bytes, not by its name; None if it is none that can be printed."""
    for signature, suffix, media_type in SIGNATURES:
        if content.startswith(signature):
            return Picture(f"{stem}.{suffix}", media_type, content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Picture(f"{stem}.webp", "image/webp", content)
    safe = safe_svg(content)
    return Picture(f"{stem}.svg", "image/svg+xml", safe) if safe else None


def safe_svg(content: bytes) -> bytes:
    """An SVG without scripts, handlers, links and outside addresses; nothing if it is no SVG."""
    try:
        root = markup.parse_xml(content)
    except (markup.XMLError, ValueError):
        return b""
    if root.tag != f"{SVG}svg":
        return b""
    for element in list(root.iter()):
        if element is root or element.getparent() is None:
            continue
        if not isinstance(element.tag, str):
            markup.remove(element)
        elif element.tag == f"{SVG}a":
            markup.unwrap(element)
        elif element.tag.removeprefix(SVG) not in KEPT:
            markup.remove(element)
    for element in root.iter():
        _disarm(element)
    _with_fonts(root)
    return markup.xml(root).encode()


def _disarm(element: markup.Element) -> None:
    for name, value in list(element.attrib.items()):
        local = name.rpartition("}")[2].lower()
        foreign = name.startswith("{") and not name.startswith((XLINK, "{http://www.w3.org/XML"))
        if local.startswith("on") or foreign or (local in ("href", "src") and not HARMLESS.match(value)):
            del element.attrib[name]
        elif "\\" in value or ADDRESS.search(value):
            element.set(name, ADDRESS.sub("none", _unescaped(value)))
    if element.tag == f"{SVG}style" and element.text:
        text = RULE_FROM_ELSEWHERE.sub("", _unescaped(element.text))
        element.text = ADDRESS.sub("none", text)


def _unescaped(style: str) -> str:
    """CSS without its escapes, behind which an address could hide."""
    return ESCAPE.sub(_meant, style).replace("\\", "")


def _meant(escape: re.Match[str]) -> str:
    code = int(escape.group(1), 16)
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _with_fonts(root: markup.Element) -> None:
    """Let text be set in the press's sans, unless the picture names a family of its own, not just a kind."""
    text = "".join("".join(part.itertext()) for part in root.iter(f"{SVG}text"))
    if not text.strip():
        return
    written = markup.xml(root)
    rules = []
    for family, weight, file in FACES:
        if weight != "400" and not BOLD.search(written):
            continue
        font = base64.b64encode(fonts.woff2(file, text)).decode()
        source = f"url(data:font/woff2;base64,{font})"
        rules.append(f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source}}}")
    style = markup.element_in(f"{SVG}style", root)
    style.text = "".join(rules)
    if not root.get("font-family"):
        root.set("font-family", SANS)
    for element in root.iter():
        family = element.get("font-family", "")
        if GENERIC.fullmatch(family):
            element.set("font-family", SANS)
        elif UNQUOTED.search(family):
            element.set("font-family", UNQUOTED.sub(r"'\1'", family))
