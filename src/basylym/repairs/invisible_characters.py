"""Take out characters that nobody can see and no reader of the page needs.

Control characters, byte order marks inside the text, zero-width spaces and marks of writing
direction come from converters. Joiners stay beside letters of scripts that need them and in
emoji. A soft hyphen at a line end is left to the rule that mends line ends.

A control between letters or figures, or one that stands by itself, is what is left of a sign that a font
drew: it is shown as lost, and so asked about; at a line end inside a word it may be the font's hyphen.

Source: Unicode Standard, chapter 23, Special Areas and Format Characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._unseen import CONTROLS, JOINERS, LINE_END_HYPHEN, SOFT_HYPHEN, UNSEEN

LETTER = "[A-Za-z\u00c0-\u024f\u0400-\u052f]"
LETTER_OR_ITS_MARK = LETTER[:-1] + "\u0300-\u036f]"
GONE = re.compile(
    f"(?<={LETTER_OR_ITS_MARK})[{UNSEEN}{JOINERS}{SOFT_HYPHEN}]*[{JOINERS}][{UNSEEN}{JOINERS}{SOFT_HYPHEN}]*(?={LETTER})"
    f"|{SOFT_HYPHEN}(?![ \t]*[\r\n][ \t\n]*[^\\W\\d_])"
    f"|(?:(?!(?<=\\w){LINE_END_HYPHEN}\\w)[{UNSEEN}])+"  # that one is a hyphen of pdfium's
)
SOUGHT = Inside(f"[{UNSEEN}{JOINERS}{SOFT_HYPHEN}]")


DRAWN = f"(?!\x00)[{CONTROLS}]"
OPENING = re.compile(f"^[ \t]*((?![\x15\x16]){DRAWN})(?=[ \t]+[^\\W\\d_])", re.MULTILINE)
"""What may be a bullet; U+0015 and U+0016 are dashes of TeX's fonts, and open what is said."""
BROKEN = re.compile("(?<=[^\\W\\d_])[\x02\x7f](?=[ \t]*\r?\n[ \t]*[^\\W\\d_])")
"""The hyphen at a line end: U+007F in TeX's European fonts, U+0002 as pdfium gives it."""
HYPHENED = re.compile("(?<=[^\\W_])\x02(?=[^\\W_])")
SIGN = re.compile(
    f"(?<=[^\\W_])(?:{DRAWN})+(?=[^\\W_])|(?<!\\S)(?:{DRAWN})+(?!\\S)"
    f"|(?<![^\n])(?:{DRAWN})+(?=\\S)|(?<=[^\\W\\d_])(?:{DRAWN})+(?=[ \t]*\r?\n[ \t]*[^\\W\\d_])"
)
LIGATURE = re.compile("(?<![^\\W\\d_])[\x1b-\x1f](?=[^\\W\\d_])|(?<=[^\\W\\d_])[\x1b-\x1f]")
"""Asked about by the rule of TeX's ligatures."""
LOST = "\ufffd"
LEADS, TRAILS = frozenset(map(chr, range(0xC2, 0xE0))), frozenset(map(chr, range(0x80, 0xA0)))
ITEMS = 3  # lines that one sign opens


def _bullets(text: str, sign: str) -> list[int]:
    """Return where a control character opens lines, if it does little else: a bullet that has no name."""
    places = [one.start(1) for one in OPENING.finditer(text) if one[1] == sign]
    return places if len(places) >= ITEMS and 2 * len(places) >= text.count(sign) else []


def _pdfiums_hyphens(text: str) -> frozenset[int]:
    """Return where U+0002 stands inside words, if it stands nowhere else: so pdfium writes a broken one."""
    found = [one.start() for one in HYPHENED.finditer(text)] if "\x02" in text else []
    return frozenset(found) if len(found) >= max(ITEMS, text.count("\x02")) else frozenset()


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a deletion for each run of unseen characters."""
    if not SOUGHT.stands(words.chunks):
        return
    pdfiums = _pdfiums_hyphens(text)
    bullets = {at: sign for sign in set(OPENING.findall(text)) for at in _bullets(text, sign)}
    for run in GONE.finditer(text):
        if run.start() in bullets:
            yield Edit(run.start(), run.start() + 1, "•", "a sign of a font without names opens lines")
            continue
        if text[run.start() - 1 : run.start()] in LEADS and len(run.group()) == 1 and run.group() in TRAILS:
            start = run.start() - 1
            read = bytes((ord(text[start]), ord(run.group()))).decode()
            yield Edit(start, run.end(), read, f"UTF-8 of {read!r}, read byte by byte?", 0.5, query=True)
            continue
        if run.start() in pdfiums:
            told = "U+0002, as pdfium gives the hyphen at a line's end"
            yield Edit(*run.span(), LINE_END_HYPHEN, told, 0.95)
            continue
        if BROKEN.match(text, run.start()):
            yield Edit(*run.span(), "-", f"U+{ord(run.group()):04X}, the hyphen of a font at a line end", 0.9)
            continue
        names = " ".join(dict.fromkeys(f"U+{ord(letter):04X}" for letter in run.group()))
        sign = SIGN.match(text, run.start())
        if sign and sign.end() == run.end() and not LIGATURE.match(text, run.start()):
            if run.group() >= "\x80" and text[run.start() - 1 : run.start()].isalpha():
                told = f"a letter of another code page, or a sign of a font without names? {names}"
                yield Edit(*run.span(), run.group(), told, 0.5, query=True)
                continue
            lost = LOST * len(run.group())
            yield Edit(*run.span(), lost, f"a font without names drew a sign here: {names}", 0.9)
            continue
        yield Edit(*run.span(), "", f"unseen: {names}")


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example("ru", "экономи\u00adка", "экономика"),
        Example("en", "zero\u200bwidth\x00", "zerowidth"),
        Example("kk", "\u200eқазақ\u200dша", "қазақша"),
    ),
    counterexamples=(
        ("en", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
        ("en", "می\u200cخواهم"),
        ("kk", "тілі"),
    ),
    rank=2,
)
