"""Put the lost hyphen back into a compound that is written with one.

Evidence is needed for the hyphen itself, not only for the two parts: the lexicon lists the pair,
or the text writes another compound with the same second part. Many compounds are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from basylym.model.chunks import Inside, standing
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

WORD = re.compile(r"(?<![\w-])[^\W\d_]{7,48}(?![\w-])")
HYPHENATED = Inside(r"(?<![\w-])[^\W\d_]{3,}-([^\W\d_]{4,})(?![\w-])")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an insertion for each compound."""
    if words.headword is None or words.known is None:  # most languages need not be counted at all
        return
    seconds = {pair[1].lower(): pair[0] for pair in HYPHENATED.finditer(words.chunks) if pair[0].islower()}
    found = {run: joint for run in words.runs() if (joint := _cut(run, seconds, words))}
    for run, (cut, told, sure) in found.items():
        for word in standing(text, run, WORD):
            yield Edit(word.start() + cut, word.start() + cut, "-", told, sure)


def _cut(form: str, seconds: Mapping[str, str], words: Words) -> tuple[int, str, float] | None:
    """Return where a hyphen is missing in ``form``, why, and how sure that is."""
    if not 7 <= len(form) <= 48 or not form[1:].islower() or words.known is None or words.listed is None:
        return None
    paired = words.paired(form)
    cuts = [cut for cut in range(4, len(form) - 3) if form[cut:].lower() in seconds]
    if not (paired or cuts) or words.known(form):
        return None
    if paired:
        return paired.index("-"), f"the lexicon writes {paired!r}", 0.98
    for cut in cuts:
        if words.listed(form[:cut]) and words.known(form[cut:].lower()):
            second = seconds[form[cut:].lower()]
            return cut, f"{form!r} is unknown, its parts are known, and the text writes {second!r}", 0.95
    return None


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
