"""Join a word whose line-end hyphen stayed behind when its line was lost.

"таб- \u00a0лица" shows where a line ended: a hyphen and then a run of spaces, a no-break space or a
line end inside a word. The hyphen goes where the joined word stands elsewhere or is known, and
stays where the hyphenated one does. Suspended hyphens ("pre- and post-war") stay: they have one
plain space, and no joined word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

SITE = re.compile(
    r"(?<![\w-])([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010]([ \u00a0]*\n[ \u00a0]*|[ \u00a0]+)([^\W\d_]+)"
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit, or a query where nothing tells whether the hyphen belongs to the word."""
    for site in SITE.finditer(text):
        first, gap, second = site.groups()
        broken = gap != " "
        if not second[0].islower() or (not broken and second in language.enclitics):
            continue
        hyphen = site.end(1)
        joined, hyphenated = first + second, f"{first}-{second}"
        if first.isupper() and len(first) > 1:
            if broken and second in language.case_endings:
                yield Edit(
                    hyphen, site.start(3), "-", f"a line end before a case ending: {hyphenated!r}", 0.97
                )
            continue
        if words.count(hyphenated) or ((words.paired(joined) or "").lower() == hyphenated.lower()):
            if broken:
                yield Edit(hyphen, site.start(3), "-", f"a line end inside {hyphenated!r}", 0.98)
        elif words.count(joined):
            yield Edit(hyphen, site.start(3), "", f"{joined!r} stands elsewhere in the text", 0.99)
        elif broken and words.known and words.known(joined):
            yield Edit(hyphen, site.start(3), "", f"{joined!r} is in the lexicon", 0.97)
        elif broken:
            told = f"a line ended here; {joined!r} or {hyphenated!r}?"
            yield Edit(hyphen, site.start(3), "", told, 0.5, query=True)


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("ru", "Развитие торговли: разви-\u00a0 тие", "Развитие торговли: развитие"),
        Example("en", "The method is a meth-\nod", "The method is a method"),
        Example("en", "A well-known fact, a well-\nknown name", "A well-known fact, a well-known name"),
        Example("kk", "кітап-\u00a0 тар", "кітаптар"),
        Example("kk", "осы жылдар ішін-\nде БҰҰ-\nның", "осы жылдар ішінде БҰҰ-ның"),
    ),
    counterexamples=(
        ("en", "pre- and post-war prices"),
        ("de", "Vor- und Nachteile"),
        ("ru", "северо- и юго-восток"),
        ("en", "from A- to B"),
    ),
    rank=5,
)
