"""Bytes of a plain text file -> SourceText; nothing changed, nothing lost.

A byte order mark says the encoding; without one, valid UTF-8 is UTF-8. Otherwise the encodings
of Cyrillic and Western texts are tried, and one is taken only if its letters make words clearly
better than those of every other; where two fit, the error shows what each would make of it.
"""

from __future__ import annotations

import codecs
import re

from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Reader, Reading, Received
from basylym.model.text import SourceText
from basylym.readers import _letters

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NO_TEXT = frozenset(
    {"base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "unicode_escape", "idna", "punycode"}
)
FOREIGN = re.compile(r"[^\x00-\x7f]")
LOST = "\ufffd"
LETTER = re.compile(r"[^\W\d_]")
UNPRINTED = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f]|\x02(?!(?<=[^\\W_]\x02)\\s*[^\\W_])")
"""Pdfium writes U+0002 for the hyphen of a broken word."""
DAMAGED = 20  # good letters of UTF-8 for one byte that is none: the file is UTF-8, and damaged
MANY = 0.005


def read(raw: bytes, path: str, encoding: str | None = None) -> Outcome[SourceText]:
    """Decode ``raw``, the bytes of ``path``.

    Args:
        raw: the bytes as received.
        path: the file as the user named it, for notices.
        encoding: the name the user gave, or ``None`` to see for ourselves.

    Notices:
        ENCODING_IS_DECLARED: the encoding was told from the letters.

    Raises:
        BasylymError: SOURCE_HAS_TEXT, SOURCE_IS_TEXT, ENCODING_IS_KNOWN, ENCODING_IS_CERTAIN.
    """
    if not raw.strip():
        raise BasylymError(Notice(Condition.SOURCE_HAS_TEXT, "the file is empty", Locus(path)))
    outcome = _declared(raw, path, encoding) if encoding else _seen(raw, path)
    text = outcome.value.text
    if "\0" in text or len(UNPRINTED.findall(text)) > MANY * len(text):
        where = UNPRINTED.search(text)
        place = outcome.value.locus(where.start() if where else 0)
        raise _no_text(path, "the file holds control characters as binary files do", place)
    if not LETTER.search(text):
        raise BasylymError(Notice(Condition.SOURCE_HAS_TEXT, "the file holds no letter", Locus(path)))
    return outcome


def _declared(raw: bytes, path: str, encoding: str) -> Outcome[SourceText]:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = ""
    if not name or name in NO_TEXT:
        raise _unknown(path, f"no encoding is called {encoding!r}")
    mark, exact = _marked(raw, name)
    try:
        text = raw[len(mark) :].decode(exact)
        whole = mark + text.encode(exact) == raw
    except UnicodeError as error:
        raise _unknown(path, f"the bytes are not {name}: {error}") from error
    if not whole:
        raise _unknown(path, f"the bytes read as {name} cannot be written back the same")
    return Outcome(SourceText(path, raw, text, exact, mark, f"{name}, as named by the user"))


def _marked(raw: bytes, name: str) -> tuple[bytes, str]:
    """Return the byte order mark of ``raw`` in that encoding, and the encoding without one."""
    family = {"utf-8-sig": "utf-8"}.get(name, name)
    for mark, exact in MARKS:
        if raw.startswith(mark) and exact.startswith(family):
            return mark, exact
    return b"", {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(family, family)


def _seen(raw: bytes, path: str) -> Outcome[SourceText]:
    for mark, name in MARKS:
        if raw.startswith(mark):
            text = _letters.decoded(raw[len(mark) :], name)
            if text is None:
                raise _no_text(path, f"the byte order mark says {name}, the bytes are not", Locus(path))
            return Outcome(SourceText(path, raw, text, name, mark, "the byte order mark says so"))
    outcome = _zeros(raw, path)
    if outcome:
        return outcome
    text = _letters.decoded(raw, "utf-8")
    if text is not None:
        return Outcome(SourceText(path, raw, text, "utf-8", b"", "the bytes are valid UTF-8"))
    return _guessed(raw, path)


def _guessed(raw: bytes, path: str) -> Outcome[SourceText]:
    _refuse_damaged(raw, path)
    if b"\0" in raw:
        raise _no_text(path, "the bytes are not UTF-8 and hold zeros, as binary files do", Locus(path))
    found = _letters.guesses(raw)
    if not found:
        raise _no_text(
            path, "the bytes are not UTF-8, and no other encoding makes words of them", Locus(path)
        )
    best, rivals = found[0], _letters.rivals(found)
    if rivals:
        shown = [f"{best.name} ({_letters.sample(best, rivals[0])})"]
        shown += [f"{rival.name} ({_letters.sample(rival, best)})" for rival in rivals]
        told = f"the bytes are not UTF-8; they may be {' or '.join(shown)}"
        raise BasylymError(Notice(Condition.ENCODING_IS_CERTAIN, told, Locus(path)))
    told = f"the bytes are not UTF-8; their letters make words in {best.name}"
    notice = Notice(Condition.ENCODING_IS_DECLARED, told, Locus(path))
    return Outcome(SourceText(path, raw, best.text, best.name, b"", told), (notice,))


def _refuse_damaged(raw: bytes, path: str) -> None:
    """Stop at a text that is UTF-8 but for a few bytes: any other reading would spoil the rest."""
    text = raw.decode("utf-8", "replace")
    lost, good = text.count(LOST), len(FOREIGN.findall(text))
    if good - lost >= DAMAGED * lost:
        place = SourceText(path, raw, text).locus(text.index(LOST))
        told = f"the text is UTF-8, but {lost} of its bytes are none, the first of them here"
        raise _no_text(path, told, place)


def _zeros(raw: bytes, path: str) -> Outcome[SourceText] | None:
    """Text of two or four bytes a letter that has no mark: its zeros would pass for UTF-8."""
    found = _letters.wide(raw) if b"\0" in raw else None
    if not found:
        return None
    name, text = found
    told = f"there is no byte order mark; the bytes make words in {name}"
    notice = Notice(Condition.ENCODING_IS_DECLARED, told, Locus(path))
    return Outcome(SourceText(path, raw, text, name, b"", told), (notice,))


def _no_text(path: str, told: str, place: Locus) -> BasylymError:
    return BasylymError(Notice(Condition.SOURCE_IS_TEXT, told, place))


def _unknown(path: str, told: str) -> BasylymError:
    return BasylymError(Notice(Condition.ENCODING_IS_KNOWN, told, Locus(path)), WRONG_USE)


def _read(received: Received) -> Outcome[Reading]:
    outcome = read(received.raw, received.path, received.encoding)
    return Outcome(Reading(outcome.value), outcome.notices)


READER = Reader(
    suffixes=(".txt", ".text"),
    name="plain text",
    recognizes=lambda raw: False,  # what is nothing else is plain text
    read=_read,
)
