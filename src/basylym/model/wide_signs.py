"""A text -> its signs that fill two columns, or stand in words that no space parts: Chinese, Thai."""

from __future__ import annotations

import re

WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3"
    "\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd"
)
UNSPACED = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Burmese, Khmer
TWO_COLUMNS = re.compile(f"[{WIDE}]")
SIGN = re.compile(f"[{WIDE}{UNSPACED}]")


def is_unspaced(sign: str) -> bool:
    """Tell whether words of such signs are parted by no space, or broken anywhere."""
    return sign >= "\u0e00" and SIGN.match(sign) is not None


def columns(line: str) -> int:
    """Return how many columns a line fills."""
    return len(line) if line.isascii() else len(line) + len(TWO_COLUMNS.findall(line))


def written_without_spaces(text: str, share: float) -> bool:
    """Tell whether more than a ``share`` of the signs of ``text`` are such."""
    return SIGN.search(text) is not None and len(SIGN.findall(text)) > share * len(text)
