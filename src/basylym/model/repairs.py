"""Rules that find flaws, and the record of every repair and query on the immutable source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from basylym.model.chunks import Chunks
from basylym.model.language import Language
from basylym.model.text import SourceText
from basylym.model.works import Moved


class Phase(IntEnum):
    """When a rule runs. Rules of one phase see the same text; a later phase sees the earlier's repairs.

    SPACING takes the lines of a text together that blank lines drove apart, so that all rules to come see
    lines as they were typed. BLOCKS tells what is no running text by its lines, before any rule joins them.
    What STRUCTURE and CITATIONS write is Markdown, never a word of the author's, and no edit of MARKUP is
    applied inside it.
    """

    CODE_POINTS = 1
    SPACING = 2
    BLOCKS = 3
    LETTERS = 4
    LINES = 5
    PUNCTUATION = 6
    STRUCTURE = 7
    CITATIONS = 8
    MARKUP = 9


class State(StrEnum):
    """What became of a finding: only ``applied``, ``accepted`` and ``reworded`` change the text."""

    APPLIED = "applied"
    QUERY = "query"
    ACCEPTED = "accepted"
    STET = "stet"
    REWORDED = "reworded"


LEXICON = "the lexicon"  # as the ledger names it


@dataclass(frozen=True, slots=True)
class Analyser:
    """A morphological analyser that the user set: its name for the ledger, forms -> those it knows."""

    name: str
    known: Callable[[frozenset[str]], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule may ask of the evidence about words.

    Attributes:
        chunks: what stands between the spaces of this very document.
        count: how often a word form stands in this very document, case folded.
        forms: every word form of this very document as it stands, chains of hyphens whole, and how often.
        runs: the same parted at hyphens. A text has far fewer different words than words, so a rule
            that looks at single words asks here first whether any is its business.
        lowered: the forms without case, and how often.
        once: the forms that stand once in this very document, whatever their case.
        unknown: the forms in lower case, of two letters or more, that the lexicon does not know.
        believed: whether the lexicon knows enough of this document to be asked; told when first asked.
        accept: whether a word form is in the language's lexicon or built from it by grammar.
        voucher: what knows an accepted word form, as the ledger is to name it.
        headword: whether a word form itself is a headword of the lexicon.
        paired: a form written as one -> the same with the hyphen the lexicon gives it, or ``None``.
        pair_openings: what such pairs of the lexicon begin with, in lower case.
        corrected: a common misspelling -> the same word as the lexicon spells it, or ``None``.
        titular: whether a phrase that ends in this word is a title and no sentence; ``None`` where
            the language does not show it.
        page_ends: where a page of the source ended with a form feed, down the text.
        markdown: whether the text is Markdown already, so that a backslash in it may be an escape.
    """

    chunks: Chunks
    count: Callable[[str], int]
    forms: Callable[[], Mapping[str, int]]
    runs: Callable[[], Mapping[str, int]]
    once: Callable[[], Set[str]]
    lowered: Callable[[], Mapping[str, int]]
    unknown: Callable[[], Set[str]] = frozenset
    believed: Callable[[], bool] = lambda: False
    accept: Callable[[str], bool] | None = None
    voucher: Callable[[str], str] = lambda _: LEXICON
    headword: Callable[[str], bool] | None = None
    paired: Callable[[str], str | None] = lambda _: None
    pair_openings: Set[str] = frozenset()
    corrected: Callable[[str], str | None] = lambda _: None
    titular: Callable[[str], bool] | None = None
    page_ends: Sequence[int] = ()
    markdown: bool = False

    @property
    def known(self) -> Callable[[str], bool] | None:
        """``accept``, or None where the language has no lexicon or it is not to be believed here."""
        return self.accept if self.accept and self.believed() else None

    @property
    def listed(self) -> Callable[[str], bool] | None:
        """``headword``, or None as for ``known``."""
        return self.headword if self.headword and self.believed() else None


class Edit(NamedTuple):
    """One change that a rule proposes to the text it was shown; made by the thousand, so a tuple.

    Attributes:
        start, end: code points from 0 into that text; equal for an insertion.
        after: what should stand there instead.
        evidence: why, in words an editor understands.
        confidence: 0 to 1.
        query: true where only the author can settle it; it is then shown and not applied.
        moved: what leaves the body with this edit, for the front matter or the bibliography.
        held: spans of ``after`` that no rule of a later phase sees or changes, even where this edit
            changes nothing: a table as typed, the sign that opens an item of a list.
    """

    start: int
    end: int
    after: str
    evidence: str
    confidence: float = 1.0
    query: bool = False
    moved: tuple[Moved, ...] = ()
    held: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text in a language, and what the rule makes of it; the same text where it must be left alone."""

    language: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One flaw: how to find it, and the examples that are its tests and its manual.

    Attributes:
        phase: when it runs.
        find: text, language, evidence -> edits in any order, not overlapping one another.
        examples: what it mends, at least two, of texts other than the first article.
        counterexamples: ``(language, text)`` it must leave alone, at least two.
        rank: where two rules of one phase claim the same place the higher rank wins.
    """

    phase: Phase
    find: Callable[[str, Language, Words], Iterable[Edit]]
    examples: tuple[Example, ...]
    counterexamples: tuple[tuple[str, str], ...]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """One row of the ledger: a place in the decoded source, and what the press did or asks there.

    ``start`` and ``end`` are code points from 0 into the decoded source, ``before`` is what
    stands there, ``line`` and ``column`` count from 1.
    """

    id: str
    state: State
    rule: str
    line: int
    column: int
    start: int
    end: int
    before: str
    after: str
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class FairCopy:
    """The repaired text, as Markdown without front matter, the ledger that led to it, and what left it."""

    source: SourceText
    text: str
    ledger: tuple[Repair, ...]
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, as its files give them, in lower case.

    Attributes:
        headwords: words as a dictionary lists them.
        pairs: words that are written with a hyphen, as ``құрал-жабдық``.
        misspellings: how a wrong form starts -> how the right one starts.
    """

    headwords: frozenset[str]
    pairs: frozenset[str]
    misspellings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's grammar says of word forms.

    Attributes:
        accept: headwords -> whether a form, in any case, is one of them or built from one.
        titular: whether a phrase that ends in this word is a title and no sentence.
        softened: letters that a final letter of a stem turns into before an ending.
    """

    accept: Callable[[frozenset[str]], Callable[[str], bool]]
    titular: Callable[[str], bool] | None = None
    softened: Mapping[str, str] = field(default_factory=dict)
