"""Ask about a word that stands here in two, where the text elsewhere writes it as one.

Only where the lexicon is believed and both parts are its words, and the form as one is no word
of the lexicon with a sense of its own; else the two may mean different things.
"""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.chunks import without_case
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._beside import neighbours, spaced

FIRST, SECOND = 2, 3  # letters that each word must have


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such pair."""
    if words.known is None or words.listed is None:
        return
    chunks, counts = words.chunks, words.lowered()
    tails, heads = neighbours(chunks)
    joined = [without_case(first + second) for first, second in zip(tails, heads, strict=True)]
    for number in [number for number, form in enumerate(joined) if form in counts]:
        first, second = tails[number], heads[number]
        if len(first) < FIRST or len(second) < SECOND or not spaced(chunks, number):
            continue
        as_one = counts[joined[number]]
        if second in language.enclitics or words.listed(first + second):
            continue
        if second.islower() and words.listed(first) and words.known(second) and words.count(first) > 1:
            told = f"the text writes {(first + second).lower()!r} as one word, {as_one} times"
            start = chunks.starts[number + 1]
            yield Edit(start - 1 - len(first), start + len(second), first + second, told, 0.6, query=True)


RULE = Rule(
    phase=Phase.PUNCTUATION,
    find=find,
    examples=(
        Example(
            "kk",
            "Үшжақты келісім жасалды. Осы үш жақты келісім бойынша үш елдің басшысы кездесті.",
            "Үшжақты келісім жасалды. Осы үшжақты келісім бойынша үш елдің басшысы кездесті.",
        ),
        Example(
            "kk",
            "Бұл төрт жақты кездесу болды. Мұндай төртжақты кездесуге төрт ел келді, бәрі де риза болды.",
            "Бұл төртжақты кездесу болды. Мұндай төртжақты кездесуге төрт ел келді, бәрі де риза болды.",
        ),
    ),
    counterexamples=(
        ("en", "maybe it may be so, may it be"),
        ("ru", "чтобы что бы он ни делал, что бы ни говорил"),
        ("kk", "үш жақты келісім мен үш ел"),
    ),
)
