"""Take out the space before a sign that closes up to its word; ask about a semicolon and a colon.

Only after a word of two letters or more and before a space or the line's end; a stop, an exclamation or a
question mark only before a capital, so that "the .txt files" and "the command . reads" stay. A colon is
left alone in a paragraph that describes a published work, where one stands between two spaces. Languages
that set a space before a sign keep it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

OPENS_CHUNK = Inside(r"(?:(?<!\S)|\u00a0)[,;.:!?]")
SITE = re.compile(
    r"([ \u00a0])(?=[,;.:!?])(?<=[^\W\d_]{2}.)"
    r"(?:[,;:](?=\s+[^\W\d_])|[.!?](?=\s+[«“\"(]?([^\W\d_])[^\W\d_])|[.!?](?=\n\n|\s*\Z))"
)
DESCRIBED = re.compile(r"//|(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|https?:| / ")
SPACED_CODE = re.compile(r"\w (?:= \w+ )?\( \w|\w = \w+ \(|\w \) ;|= \w+ , \w+ =")  # f ( one , two ) ;
ASKED = ";:"


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a deletion for each such space."""
    for site in SITE.finditer(text) if OPENS_CHUNK.stands(words.chunks) else ():
        sign = text[site.end(1)]
        if sign == "," and SPACED_CODE.search(_line(text, site.start())):
            continue
        if sign in language.spaced_signs or (sign == ":" and _describes(text, site.start())):
            continue
        if site[2] is None or site[2].isupper():
            yield Edit(*site.span(1), "", f"a space before {sign!r}", 0.97, query=sign in ASKED)


def _line(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


def _describes(text: str, place: int) -> bool:
    """Tell whether the paragraph around ``place`` describes a published work."""
    start, end = text.rfind("\n\n", 0, place) + 1, text.find("\n\n", place)
    return DESCRIBED.search(text, start, end if end >= 0 else len(text)) is not None


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("ru", "наука , общество ; право . Закон принят .", "наука, общество; право. Закон принят."),
        Example("en", "the law , which holds .", "the law, which holds."),
        Example("kk", "Бұл не ? Бұл заң ! Үшеуі : бір", "Бұл не? Бұл заң! Үшеуі: бір"),
        Example("de", "Wer kam ? Niemand .", "Wer kam? Niemand."),
    ),
    counterexamples=(
        ("en", "the .txt files and the command . reads"),
        ("en", "a , b ; c"),
        ("ru", "в ... и ,5"),
        ("en", "it stood ... Then"),
        ("en", "type ? for help, and not !important"),
        ("ru", "Кипренский : роман. – М. : Молодая гвардия, 2001."),
    ),
)
