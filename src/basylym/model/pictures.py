"""The first bytes of a file -> which kind of picture it is, of those that every edition can show."""

from __future__ import annotations

import re

PICTURES = {  # by what their first bytes must be: a text that is called picture.png is none
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".svg": re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:.{0,4000}?<)??(?:svg[\s>]|\w+:svg[\s>])", re.DOTALL),
}


def suffix(content: bytes) -> str:
    """The suffix that a picture's content calls for, or nothing where it is none that can be shown."""
    return next((name for name, sign in PICTURES.items() if sign.match(content)), "")
