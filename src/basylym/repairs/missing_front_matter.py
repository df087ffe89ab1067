"""Ask for title, authors and abstract of a text that begins with its first sentence."""

from __future__ import annotations

from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.repairs._lines import ends_sentence

FULL = 150  # signs; a first paragraph shorter than that may be a title or an author
OPENING_EN = (
    "The growth of trade between the two countries over the last twenty years has been studied by many "
    "authors, who agree that its causes lie in politics more than in prices."
)
OPENING_RU = (
    "Развитие торговли между двумя странами за последние двадцать лет изучали многие авторы, и все они "
    "согласны в том, что причины его лежат скорее в политике, чем в ценах."
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield one query at the start of the text."""
    first = text.split("\n\n", 1)[0]
    if len(first) >= FULL and ends_sentence(first):
        told = "the text begins with its first sentence: what are its title, authors, abstract, keywords?"
        yield Edit(0, 0, "", told, 0.9, query=True)


RULE = Rule(
    phase=Phase.STRUCTURE,
    find=find,
    examples=(Example("en", OPENING_EN, OPENING_EN), Example("ru", OPENING_RU, OPENING_RU)),
    counterexamples=(("en", f"On trade\n\n{OPENING_EN}"), ("ru", "О торговле\n\nИ. Иванов")),
)
