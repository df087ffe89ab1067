"""Bytes of a plain text file -> SourceText; nothing changed, nothing lost.

A byte order mark says the encoding; without one, valid UTF-8 is UTF-8. Otherwise the encodings
of Cyrillic and Western texts are tried, and one is taken only if its letters make words clearly
better than those of every other.
"""

from __future__ import annotations

import codecs
import re

from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.text import SourceText

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins the same
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSED = ("cp1251", "kz1048", "koi8-r", "cp866", "cp1252")
NO_TEXT = frozenset(
    {"base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "unicode_escape", "idna", "punycode"}
)
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
UNPRINTED = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
ELSEWHERE = frozenset("ђѓќљњћџјѕўґєїЂЃЌЉЊЋЏЈЅЎҐЄЇ")  # where cp1251 has them, kz1048 has Kazakh letters
CLEAR = 1.2  # how many times better the best guess must be than the next
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
        BasylymError: SOURCE_HAS_TEXT, SOURCE_IS_TEXT, ENCODING_IS_KNOWN.
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
            text = _decoded(raw[len(mark) :], name)
            if text is None:
                raise _no_text(path, f"the byte order mark says {name}, the bytes are not", Locus(path))
            return Outcome(SourceText(path, raw, text, name, mark, "the byte order mark says so"))
    text = _decoded(raw, "utf-8")
    if text is not None:
        return Outcome(SourceText(path, raw, text, "utf-8", b"", "the bytes are valid UTF-8"))
    return _guessed(raw, path)


def _guessed(raw: bytes, path: str) -> Outcome[SourceText]:
    if b"\0" in raw:
        raise _no_text(path, "the bytes are not UTF-8 and hold zeros, as binary files do", Locus(path))
    guesses = []
    for name in GUESSED:
        text = _decoded(raw, name)
        if text is not None:
            guesses.append((_likeness(text), name, text))
    guesses.sort(key=lambda guess: -guess[0])
    if not guesses or guesses[0][0] <= 0.5:
        raise _no_text(
            path, "the bytes are not UTF-8, and no other encoding makes words of them", Locus(path)
        )
    best, name, text = guesses[0]
    rivals = [guess for guess in guesses[1:] if guess[2] != text and best < CLEAR * guess[0]]
    if rivals:
        names = " or ".join(guess[1] for guess in (guesses[0], *rivals))
        raise _no_text(path, f"the bytes are not UTF-8; they may be {names}", Locus(path))
    told = f"the bytes are not UTF-8; their letters make words in {name}"
    notice = Notice(Condition.ENCODING_IS_DECLARED, told, Locus(path))
    return Outcome(SourceText(path, raw, text, name, b"", told), (notice,))


def _decoded(raw: bytes, name: str) -> str | None:
    try:
        text = raw.decode(name)
        return text if text.encode(name) == raw else None
    except UnicodeError:
        return None


def _likeness(text: str) -> float:
    """Return how much the non-ASCII letters of ``text`` stand in words as people write them, to 1."""
    words = [word for word in WORD.findall(text) if not word.isascii()]
    foreign = sum(1 for letter in text if ord(letter) > 127 and not letter.isspace())
    if not words or not foreign:
        return 0.0
    good = 0.0
    for word in words:
        strange = sum(1 for letter in word if ord(letter) > 127)
        if word[1:].islower() or (word.isupper() and len(word) < 6) or len(word) == 1:
            one_script = len({"CYR" if "\u0400" <= letter <= "\u052f" else "LAT" for letter in word}) == 1
            vowels = sum(word.lower().count(vowel) for vowel in "аәеёиоөұүыіэюяaeiouyáàâäéèêëíìîïóòôöõúùûüå")
            western = not ("\u0400" <= word[-1] <= "\u052f") and 2 * strange > len(word)
            if one_script and not western and not ELSEWHERE & set(word) and (vowels or len(word) < 3):
                good += strange * (1.0 if 5 * vowels >= len(word) else 0.5)
    common = sum(text.lower().count(letter) for letter in "оеаинтс")
    rare = sum(text.lower().count(letter) for letter in "щъфцэё")
    balance = 1.0 if common > 2 * rare or not common + rare else 0.3
    return balance * good / foreign


def _no_text(path: str, told: str, place: Locus) -> BasylymError:
    return BasylymError(Notice(Condition.SOURCE_IS_TEXT, told, place))


def _unknown(path: str, told: str) -> BasylymError:
    return BasylymError(Notice(Condition.ENCODING_IS_KNOWN, told, Locus(path)), WRONG_USE)
