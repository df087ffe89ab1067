"""Ask about a word that stands here in two, where the text elsewhere writes it as one.

Only where the lexicon is believed and both parts are its words, and the form as one is no word
of the lexicon with a sense of its own; else the two may mean different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

PAIR = re.compile(r"(?<![\w-])([^\W\d_]{2,}) (?=([^\W\d_]{3,})(?![\w-]))")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield a query for each such pair."""
    if words.known is None or words.listed is None:
        return
    for pair in PAIR.finditer(text):
        first, second = pair.groups()
        as_one = words.count(first + second)
        if not as_one or second in language.enclitics or words.listed(first + second):
            continue
        if second.islower() and words.listed(first) and words.known(second) and words.count(first) > 1:
            told = f"the text writes {(first + second).lower()!r} as one word, {as_one} times"
            yield Edit(pair.start(), pair.end(2), first + second, told, 0.6, query=True)


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
