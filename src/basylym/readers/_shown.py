"""A piece of HTML -> the words that it shows to a reader."""

from __future__ import annotations

import html
import re

HIDDEN = re.compile(r"<(script|style|math|svg)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
INLINE = re.compile(
    r"</?(?:a(?![^>]*noteref)|abbr|b|bdi|bdo|cite|code|em|font|i|kbd|mark|q|s|small|span|strong|tt|u|var|wbr)\b[^>]*>",
    re.IGNORECASE,
)
TAGS = re.compile(r"<[^>]*>")


def words(text: str) -> str:
    """The text between the tags; a tag inside a word does not part it."""
    return html.unescape(TAGS.sub("\n", INLINE.sub("", HIDDEN.sub(" ", text))))
