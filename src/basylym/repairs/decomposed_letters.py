"""Write a letter and its combining marks as the one letter they make.

Some systems store й as и and a breve. The eye sees one letter; search, hyphenation and many
fonts do not.

Source: Unicode Standard Annex #15, Normalization Form C.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from basylym.model.chunks import Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._unseen import SOFT_HYPHEN, UNSEEN

BETWEEN = re.compile(f"[{UNSEEN}{SOFT_HYPHEN}]+")
CLUSTER = Inside(f"[^\\W\\d_](?:[{UNSEEN}{SOFT_HYPHEN}]*[\u0300-\u036f])+")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each cluster that normalization form C writes shorter."""
    for cluster in CLUSTER.finditer(words.chunks):
        letter = normalize("NFC", BETWEEN.sub("", cluster.group()))
        if letter != cluster.group():
            yield Edit(*cluster.span(), letter, f"{cluster.group()!a} is the letter {letter!a}")


RULE = Rule(
    phase=Phase.CODE_POINTS,
    find=find,
    examples=(
        Example("ru", "краи\u0306", "край"),
        Example("en", "re\u0301sume\u0301", "résumé"),
    ),
    rank=3,
    counterexamples=(("ru", "за\u0301мок"), ("en", "café"), ("kk", "ұйым")),
)
