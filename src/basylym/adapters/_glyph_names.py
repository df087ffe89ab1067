"""The fonts of a PDF -> which letters their signs are named after, where PDFium tells none.

Adobe's list says how a name is read: its parts between underscores, without what follows a full stop, as
``f_f_i`` or ``one.oldstyle``. PDFium knows single names alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from basylym.adapters import _tex_maths
from basylym.adapters._glyphs import Sign

CODE = 0x10F000  # where the codes of signs stand whose letters PDFium does not tell; nothing else does
CODES = 0x100
LOST = "\ufffd"
PART = re.compile(r"[A-Za-z]|ff|fi|fl|ffi|ffl|uni[0-9A-F]{4}")
FIGURES = "zero one two three four five six seven eight nine hyphen".split()
Names = Mapping[tuple[str, int], str]
"""A font's name without its prefix, and a code -> letters."""


def told(fonts: Iterable[Any]) -> Names:
    """Return what the encodings of fonts say; nothing where two fonts of one name differ."""
    found: dict[tuple[str, int], str] = {}
    doubtful: set[tuple[str, int]] = set()
    for font in fonts:
        encoding = font.get("/Encoding")
        if not hasattr(encoding, "keys") or "/Differences" not in encoding:
            continue
        base, code = str(font.get("/BaseFont", "")).lstrip("/").split("+")[-1], 0
        for one in encoding["/Differences"]:
            if isinstance(one, int) or not str(one).startswith("/"):
                code = int(one)
                continue
            letters = read(str(one)[1:])
            if found.setdefault((base, code), letters) != letters:
                doubtful.add((base, code))
            code += 1
    return {key: letters for key, letters in found.items() if letters and key not in doubtful}


def read(name: str) -> str:
    """Return the letters that a name stands for, or nothing."""
    parts = name.split(".")[0].split("_")
    return "".join(map(_part, parts)) if all(map(_part, parts)) else ""


def _part(name: str) -> str:
    if name in FIGURES:
        return "-" if name == "hyphen" else str(FIGURES.index(name))
    if not PART.fullmatch(name):
        return ""
    return chr(int(name[3:], 16)) if name.startswith("uni") else name


def with_names(signs: list[Sign], names: Callable[[], Names]) -> list[Sign]:
    """Return the signs, each that PDFium could not tell as the letters of its name, or as lost."""
    if not any(sign.letter >= chr(CODE) for sign in signs):
        return signs
    known = names()
    made: list[Sign] = []
    for sign in signs:
        if sign.letter < chr(CODE):
            made.append(sign)
            continue
        font, code = sign.look.font.split("+")[-1], ord(sign.letter) - CODE
        letters = known.get((font, code)) or _tex_maths.sign(font, code) or LOST
        made += [sign._replace(letter=letter) for letter in letters]
    return made
