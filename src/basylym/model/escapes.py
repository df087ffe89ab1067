"""Which signs of a plain text Pandoc would read as markup, wherever they stand.

Source: Pandoc User's Guide, "Pandoc's Markdown".
"""

from __future__ import annotations

import re

MARKUP = re.compile(
    r"[\\`*$^~|{\[]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word is no emphasis
    r"|(?<![^\W_])@"  # nor is the sign inside an address a citation
    r"|<(?![\s\d=])"
    r"|&(?=#?\w{1,40};)"
    r"|\#"
)
EACH = re.compile(f"{MARKUP.pattern}|@")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(`+)(?!`).+?(?<!`)\2(?!`)|\$(?=\S)(?:[^$\\]|\\.)+\$(?!\d)")
"""A sign behind a backslash; or code or a formula, in which a backslash is itself."""


def escaped(text: str) -> str:
    """Return the text with a backslash before each sign that would be markup."""
    signs = EACH if text.count("@") > 1 else MARKUP  # behind an address a second sign is a citation
    return signs.sub(lambda sign: f"\\{sign[0]}", text)


def unescaped(text: str) -> str:
    """Return the text without the backslashes that keep its signs from being markup."""
    return ESCAPED.sub(lambda found: found[1] or found[0], text)
