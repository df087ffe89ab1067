"""Bytes of a rich text file -> Reading: its letters decoded here, then by way of Pandoc.

Pandoc knows two code pages and takes the rest for them; a Russian text comes out garbled. So each
letter written as a byte is rewritten as its Unicode number, after the character set of its font.

Source: Rich Text Format Specification 1.9.1, sections Character Set, Font Table, Unicode RTF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha1

from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.readers import _foreign, _rich_groups

SIGN = b"{\\rtf"
TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})?( ?)|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z'])|([{}])|([\r\n]+)|([\x80-\xff]+)"
    rb"|([^\\{}\r\n\x80-\xff]+)|(\\)",
    re.DOTALL,
)
CHARSETS = {
    0: "", 1: "", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
UNSHOWN = frozenset(
    b"fonttbl colortbl stylesheet info pict listtable listoverridetable rsidtbl generator themedata "
    b"datastore latentstyles colorschememapping xmlnstbl fldinst object header footer headerl headerr "
    b"footerl footerr headerf footerf bkmkstart bkmkend shppict nonshppict mmath annotation atnid "
    b"atnauthor".split()
)
PARAGRAPH = re.compile(rb"\\par(?![A-Za-z])")
SPACES = {
    b"par": "\n",
    b"line": "\n",
    b"tab": " ",
    b"cell": "\n",
    b"row": "\n",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
}
DEEPEST = 500


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside one pair of braces."""

    font: int = -1
    fallback: int = 1
    shown: bool = True
    table: bool = False
    picture: bool = False
    styles: bool = False  # names of styles: Pandoc prints what of them is no ASCII


@dataclass(slots=True)
class _Page:
    """What was read so far: the file rewritten, its words, its fonts."""

    codec: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    default: int = -1
    written: list[bytes] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    held: bytes = b""
    pictures: list[bytes] = field(default_factory=list)


def _read(received: Received) -> Outcome[Reading]:
    if not received.raw.startswith(SIGN):
        told = "the file cannot be opened: it does not begin as rich text does"
        raise BasylymError(Notice(Condition.SOURCE_OPENS, told, Locus(received.path)))
    raw, formulas = _rich_groups.without_copies(received.raw)
    page = _unicode(raw, received)
    pictures = {}
    for content in page.pictures:
        for suffix in (".png", ".jpg", ".jpeg", ".emf", ".wmf"):
            pictures[sha1(content, usedforsecurity=False).hexdigest() + suffix] = content
    told = f"{formulas} formulas were left out: Pandoc reads none of rich text; save it as .docx"
    file = _foreign.File(
        b"".join(page.written).replace(b"{\\*\\footnote", b"{\\footnote"),
        "rtf",
        ".rtf",
        words="".join(page.words),
        pictures=pictures,
        said=(Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(received.path)),) if formulas else (),
    )
    return _foreign.read(received, file)


def _unicode(raw: bytes, received: Received) -> _Page:
    """The file with every letter that was a byte as its Unicode number."""
    page = _Page()
    stack = [_State()]
    skip = 0
    opening = False  # whether the next word may name what a group is for
    for token in TOKEN.finditer(raw):
        word, number, _, code, sign, brace, _, high, plain, _ = token.groups()
        state = stack[-1]
        if code or high:
            if skip:
                skip -= 1
                page.written.append(b"?")
            else:
                page.held += bytes.fromhex(code.decode()) if code else high
            continue
        _flush(page, state)
        if brace == b"{":
            if len(stack) > DEEPEST:
                told = f"the file cannot be opened: its groups are nested more than {DEEPEST} deep"
                raise BasylymError(Notice(Condition.SOURCE_OPENS, told, Locus(received.path)))
            stack.append(replace(state, picture=False))  # its properties are no part of a picture
        elif brace and len(stack) == 2 and PARAGRAPH.search(raw, token.end()):
            continue  # one too many: the text goes on, and Pandoc would end here
        elif brace and len(stack) > 1:
            stack.pop()
        elif word:
            stack[-1], skip = _after_word(
                page, state, word, int(number or 0), number is not None, opening, skip
            )
        elif sign and sign in b"~{}\\" and state.shown:
            page.words.append(" " if sign == b"~" else sign.decode())
        elif plain and state.picture:
            page.pictures[-1] += plain
        elif plain:
            text = plain[min(skip, len(plain)) :]
            skip = max(0, skip - len(plain))
            if state.shown:
                page.words.append(text.decode("ascii", "replace"))
        opening = brace == b"{" or (opening and sign == b"*")
        if sign == b"*" and opening:
            stack[-1] = replace(stack[-1], shown=False)
        # no byte is left for the code page to matter, and Pandoc warns of those it does not know
        written = b"\\ansicpg1252 " if word == b"ansicpg" else token.group()
        # without a space before what stands for a number, Pandoc takes away the one behind it
        if word == b"u" and number:
            written = b"" if state.styles else b"\\u%b " % number
        page.written.append(written)
    _flush(page, stack[-1])
    page.pictures = [content for drawn in page.pictures if (content := _from_hexadecimal(drawn))]
    return page


def _from_hexadecimal(drawn: bytes) -> bytes:
    try:
        return bytes.fromhex(drawn.decode("ascii"))
    except ValueError:
        return b""


def _after_word(
    page: _Page, state: _State, word: bytes, number: int, given: bool, opening: bool, skip: int
) -> tuple[_State, int]:
    if word == b"u" and given:
        if state.shown:
            page.words.append(chr(number & 0xFFFF))
        return state, state.fallback
    if word == b"ansicpg":
        page.codec = _codec(f"cp{number}")
    elif word == b"deff":
        page.default = number
    elif word == b"f" and given:
        return replace(state, font=number), 0
    elif word == b"fcharset" and state.table:
        page.fonts[state.font] = CHARSETS.get(number, "")
    elif word == b"plain":
        return replace(state, font=page.default), 0
    elif word == b"uc":
        return replace(state, fallback=max(0, min(number, 9))), 0
    elif word == b"fonttbl":
        return replace(state, shown=False, table=True), 0
    elif word == b"pict" and opening:
        page.pictures.append(b"")
        return replace(state, shown=False, picture=True), 0
    elif word == b"footnote" and opening:
        page.words.append("\n")
        return replace(state, shown=True), 0
    elif word in UNSHOWN and opening:
        return replace(state, shown=False, styles=state.styles or word == b"stylesheet"), 0
    elif state.shown and word in SPACES:
        page.words.append(SPACES[word])
    return state, 0


def _codec(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _flush(page: _Page, state: _State) -> None:
    """Write the bytes held back as numbers, in the character set of the font they stand in."""
    if not page.held:
        return
    font = state.font if state.font >= 0 else page.default
    text = page.held.decode(page.fonts.get(font) or page.codec, "replace")
    page.held = b""
    for number in () if state.styles else _units(text):
        page.written.append(b"\\u%d %s" % (number, b"?" * state.fallback))
    if state.shown:
        page.words.append(text)


def _units(text: str) -> Iterator[int]:
    raw = text.encode("utf-16-le")
    for place in range(0, len(raw), 2):
        yield int.from_bytes(raw[place : place + 2], "little", signed=True)


READER = Reader(suffixes=(".rtf",), name="rich text", recognizes=lambda raw: raw.startswith(SIGN), read=_read)
