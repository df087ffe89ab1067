"""Put the lost hyphen back into a compound that is written with one.

Evidence is needed for the hyphen itself, not only for the two parts: the lexicon lists the pair,
or the text writes another compound with the same second part. Many compounds are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

WORD = re.compile(r"(?<![\w-])[^\W\d_]{7,48}(?![\w-])")
HYPHENATED = re.compile(r"(?<![\w-])[^\W\d_]{3,}-([^\W\d_]{4,})(?![\w-])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion for each compound."""
    if words.known is None or words.listed is None:
        return
    seconds = {pair[1].lower(): pair[0] for pair in HYPHENATED.finditer(text) if pair[0].islower()}
    for word in WORD.finditer(text):
        form = word.group()
        if not form[1:].islower() or words.known(form):
            continue
        paired = words.paired(form)
        if paired:
            joint = word.start() + paired.index("-")
            yield Edit(joint, joint, "-", f"the lexicon writes {paired!r}", 0.98)
            continue
        for cut in range(4, len(form) - 3):
            first, second = form[:cut], form[cut:].lower()
            if second in seconds and words.listed(first) and words.known(second):
                told = f"{form!r} is unknown, its parts are known, and the text writes {seconds[second]!r}"
                yield Edit(word.start() + cut, word.start() + cut, "-", told, 0.95)
                break


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example("kk", "қарымқатынас пен ақпарат", "қарым-қатынас пен ақпарат"),
        Example(
            "kk",
            "қазақ халқының діни-рухани дәстүрі мен тарихирухани мұрасы туралы жаңа кітап",
            "қазақ халқының діни-рухани дәстүрі мен тарихи-рухани мұрасы туралы жаңа кітап",
        ),
    ),
    counterexamples=(
        ("kk", "келісімшарт пен келісім"),
        ("kk", "екіжақты келісім"),
        ("en", "northwest and north-west"),
        ("ru", "северозапад"),
    ),
)
