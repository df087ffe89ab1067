"""Document, front matter, language pack -> the same in another script of the same language. Experimental.

One way only, and not settled: и and й, х and һ fall together in every table. The author's manuscript
stays in Cyrillic; passages in other languages, code, formulas and addresses stay as they are.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Any

from basylym.model.document import Document, Node, attributes, div, rewrite, string, words
from basylym.model.language import RIGHT_TO_LEFT, Language, Locators
from basylym.model.manuscript import Contributor, FrontMatter
from basylym.model.romanization import Romanization
from basylym.stages.figures import romanized

Write = Callable[[str], str]
ADDRESS = re.compile(r"://|www\.|@|^10\.\d{4,}/", re.I)
ARABIC_SIGNS = str.maketrans({",": "،", ";": "؛", "?": "؟"})
SPOKEN = {"aria-label", "alt", "title"}  # attributes that are read aloud
NOTE = "script-note"


def document(
    given: Document, language: Language, system: Romanization, write: Write, note: str = ""
) -> Document:
    """Every word of the article's language rewritten, its tag changed, and the table named at the end.

    Args:
        given: cited and numbered, not yet typeset.
        language: the pack of the article's language.
        system: the tables.
        write: text in Cyrillic -> in the other script.
        note: a sentence that names the table, in Cyrillic.
    """
    new = tag(language, system)

    def ours(name: str) -> bool:
        return name == language.tag or name == language.region

    def change(node: Node, inside: str) -> Node:
        if node["t"] == "Str" and ours(inside):
            return (
                node if ADDRESS.search(node["c"]) else string(signs(write(romanized(node["c"], "")), system))
            )
        identifier, classes, pairs = attributes(node)
        if not pairs and not identifier.startswith(("front-", "ref-")):
            return node
        changed = [[name, _value(name, value, inside)] for name, value in pairs.items()]
        if system.script in RIGHT_TO_LEFT:
            changed += [["dir", "rtl" if ours(pairs["lang"]) else "ltr"]] if "lang" in pairs else []
            changed += [["dir", "auto"]] if "csl-entry" in classes and "lang" not in pairs else []
        identifier = re.sub(rf"^(front-[a-z]+)-{re.escape(language.tag)}$", rf"\1-{new}", identifier)
        return _with(node, [identifier, list(classes), changed])

    def _value(name: str, value: str, inside: str) -> str:
        if name == "lang" and ours(value):
            return new
        return write(value) if name in SPOKEN and ours(inside) else value

    blocks = rewrite(list(given.blocks), change, language.tag)
    if note:
        blocks = [*blocks, div([{"t": "Para", "c": words(signs(write(note), system))}], identifier=NOTE)]
    return given.with_blocks(blocks)


def _with(node: Node, attribute: list[Any]) -> Node:
    place = 1 if node["t"] == "Header" else 0
    content = list(node["c"])
    content[place] = attribute
    return {"t": node["t"], "c": content}


def tag(language: Language, system: Romanization) -> str:
    """BCP 47 tag of the language in the other script: ``kk-Latn``."""
    return f"{language.tag.split('-')[0]}-{system.script}"


def signs(text: str, system: Romanization) -> str:
    """Commas, semicolons and question marks as the script writes them; those inside figures stay."""
    if system.script != "Arab":
        return text
    return re.sub(r"(?<!\d)[,;?]|[,;?](?!\d)", lambda found: found.group().translate(ARABIC_SIGNS), text)


def pack(language: Language, system: Romanization, write: Write) -> Language:
    """The pack for the other script: the same language, its words and its rules rewritten."""
    terms = dataclasses.replace(
        language.terms,
        **{
            one.name: _term(getattr(language.terms, one.name), write)
            for one in dataclasses.fields(language.terms)
        },
    )
    told = sorted({sign for letter in language.letters for sign in write(letter)})
    return dataclasses.replace(
        language,
        tag=tag(language, system),
        region=tag(language, system),
        script=system.script,
        autonym=write(language.autonym),
        nested_quotes=_facing(language.nested_quotes, system),
        terms=terms,
        csl_terms={name: write(term) for name, term in language.csl_terms.items()},
        date=lambda day: write(language.date(day)),
        letters="".join(told),
        vowels=frozenset(sign for vowel in language.vowels for sign in write(vowel)),
        locators=Locators(
            {name: tuple(map(write, forms)) for name, forms in language.locators.labels.items()},
            language.locators.number_first,
            language.locators.joint,
        ),
        units=frozenset(map(write, language.units)),
        enclitics=frozenset(map(write, language.enclitics)),
        case_endings=frozenset(map(write, language.case_endings)),
        year_marks=tuple(map(write, language.year_marks)),
        headings={write(name): role for name, role in language.headings.items()},
        hyphenate=breaks(language, system),
        dictionary=None,
        lexicon=None,
        capitals=system.capitals,
    )


def breaks(language: Language, system: Romanization) -> Callable[[str], tuple[int, ...]] | None:
    """Where a lower-case word in the other letters may break: where its Cyrillic form would.

    The letters are read back, the longest first; one that stands for a vowel and for a consonant is
    read as the consonant after a vowel, and at the word's start before one. Arabic letters never part.
    """
    rule = language.hyphenate
    if rule is None or system.script != "Latn":
        return None
    back: dict[str, list[str]] = {}
    for letter, written in system.letters[language.tag.split("-")[0]].items():
        back.setdefault(written, []).append(letter)
    back.pop("", None)
    longest = max(map(len, back))

    def pieces(word: str) -> list[str]:
        made, place = [], len(word)
        while place:  # from the end, so that tsh is t and sh
            sizes = range(min(longest, place), 0, -1)
            size = next((size for size in sizes if word[place - size : place] in back), 1)
            made.append(word[place - size : place])
            place -= size
        return made[::-1]

    def hyphenate(word: str) -> tuple[int, ...]:
        written = pieces(word)
        read: list[str] = []
        for n, piece in enumerate(written):
            vowels = [letter for letter in back.get(piece, [piece]) if letter in language.vowels]
            consonants = [letter for letter in back.get(piece, [piece]) if letter not in language.vowels]
            following = back.get(written[n + 1], []) if n + 1 < len(written) else []
            beside = read[-1] in language.vowels if read else bool(language.vowels & set(following))
            read.append((consonants if consonants and (beside or not vowels) else vowels)[0])
        ends = list(accumulate(map(len, written)))
        return tuple(ends[place - 1] for place in rule("".join(read)))

    return hyphenate


def _facing(quotes: tuple[str, str], system: Romanization) -> tuple[str, str]:
    """Quotation marks as they open from the right: of two that a browser does not mirror, the other first.

    Source: Unicode's BidiMirroring.txt has « and » and leaves “ and ” out; CLDR 48, delimiters of ar.
    """
    turned = system.script in RIGHT_TO_LEFT and not unicodedata.mirrored(quotes[0])
    return (quotes[1], quotes[0]) if turned else quotes


def _term(text: str, write: Write) -> str:
    """A term with its places for numbers and names left alone."""
    return "".join(part if part.startswith("{") else write(part) for part in re.split(r"(\{\w+\})", text))


def front(matter: FrontMatter, language: Language, system: Romanization, write: Write) -> FrontMatter:
    """The front matter with what it says in the article's language rewritten."""
    old, new = language.tag, tag(language, system)

    def keyed(texts: Mapping[str, Any], one: Callable[[Any], Any] = write) -> dict[str, Any]:
        return {
            new if name == old else name: one(text) if name == old else text for name, text in texts.items()
        }

    def person(one: Contributor) -> Contributor:
        return dataclasses.replace(one, name=keyed(one.name), about=write(one.about))

    masthead = matter.masthead
    return dataclasses.replace(
        matter,
        language=new,
        title=keyed(matter.title),
        short_title=write(matter.short_title),
        contributors=tuple(map(person, matter.contributors)),
        affiliations=tuple(keyed(place) for place in matter.affiliations),
        abstract=keyed(matter.abstract),
        keywords=keyed(matter.keywords, lambda each: tuple(map(write, each))),
        kind=write(matter.kind),
        irsti_label=write(matter.irsti_label),
        notice=write(matter.notice),
        statements={name: write(text) for name, text in matter.statements.items()},
        masthead=dataclasses.replace(masthead, title=write(masthead.title), series=write(masthead.series)),
    )
