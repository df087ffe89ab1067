"""A text -> its chunks, what stands between spaces and line ends; and patterns that look at each once.

A text repeats itself: of its chunks less than half are different ones, and of these few are new to a
process that has read other texts. What can be told from a chunk alone is therefore told once a process.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Set
from itertools import accumulate, compress, count
from operator import add
from typing import ClassVar, TypeVar

T = TypeVar("T")
FEW = 8  # chunks that are found sooner one by one than by a look at all that a text has
EDGES = ("", " ", "\n")  # what stands beside a chunk
REMEMBERED = 1 << 18  # different chunks; after that many what is known of them is told anew


class Told(dict[str, T]):
    """A chunk or a word -> what is to be told of it, when first asked for; kept for a process's time.

    A plain dictionary that forgets everything when it is full: one that keeps the order of use, as
    ``lru_cache`` does, takes several times as long to ask.
    """

    __slots__ = ("_tell",)

    def __init__(self, tell: Callable[[str], T]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, key: str) -> T:
        if len(self) > REMEMBERED:
            self.clear()
        self[key] = told = self._tell(key)
        return told


class Bag:
    """The different chunks of a text, whatever their order.

    Attributes:
        counts: each of them, and how often it stands.
        kinds: the chunks alone.
        mixed: those that are not letters alone.
    """

    __slots__ = ("_before", "_held", "_signs", "counts", "kinds", "mixed")

    def __init__(self, counts: Mapping[str, int], before: Bag | None = None) -> None:
        self.counts = counts
        self._before = before
        self.kinds = frozenset(counts)
        self.mixed = [chunk for chunk in counts if not chunk.isalpha()]
        self._signs: frozenset[str] | None = None
        self._held: tuple[int, dict[str, int], int] = (0, {}, 0)

    @property
    def signs(self) -> frozenset[str]:
        """The different signs of the chunks: all of the text's but the space and the line feed."""
        if self._signs is None:
            self._signs = frozenset("".join(self.kinds))
        return self._signs

    def held(self) -> tuple[dict[str, int], int]:
        """Return the chunks that an ``Inside`` matches in, with its bit, and the bits of the whole text."""
        patterns, chunks, whole = self._held
        if patterns != len(Inside.all):
            chunks = self._told()
            whole = 0
            for bits in set(chunks.values()):
                whole |= bits
            self._held = len(Inside.all), chunks, whole
        return chunks, whole

    def _told(self) -> dict[str, int]:
        """Return what ``Inside`` tells of the chunks: of those that the bag before has, what it knows."""
        before = self._before
        self._before = None
        if before is None or before._held[0] != len(Inside.all):
            return Inside.told(self.kinds)
        held = {chunk: bits for chunk, bits in before._held[1].items() if chunk in self.kinds}
        return held | Inside.told(self.kinds - before.kinds)


class Chunks:
    """The chunks of one text, counted when first asked for.

    A chunk is what stands between two spaces or line feeds, or between one of them and the text's edge;
    other spaces stand inside chunks. It is empty where two of them stand side by side.

    Attributes:
        text: the whole.
    """

    __slots__ = ("_bag", "_row", "_starts", "text")
    _bags: ClassVar[deque[Bag]] = deque(maxlen=4)  # a text whose lines are joined has the same chunks

    def __init__(self, text: str) -> None:
        self.text = text
        self._row: list[str] | None = None
        self._bag: Bag | None = None
        self._starts: list[int] | None = None

    @property
    def row(self) -> list[str]:
        """All chunks, in their order."""
        if self._row is None:
            self._row = self.text.replace("\n", " ").split(" ")
        return self._row

    @property
    def starts(self) -> list[int]:
        """Where each of ``row`` starts, in code points from 0, and one more: the text's length and one."""
        if self._starts is None:
            before = accumulate(map(len, self.row), initial=0)  # without the signs between chunks
            self._starts = list(map(add, before, count()))
        return self._starts

    @property
    def bag(self) -> Bag:
        """The different chunks that are not empty; one and the same for texts that differ in nothing else."""
        if self._bag is None:
            counts = dict(Counter(self.row))  # compared much faster than a Counter
            counts.pop("", None)
            self._bag = next((bag for bag in self._bags if bag.counts == counts), None)
        if self._bag is None:
            self._bag = Bag(counts, self._bags[-1] if self._bags else None)
            self._bags.append(self._bag)
        return self._bag

    @property
    def kinds(self) -> frozenset[str]:
        """The different chunks."""
        return self.bag.kinds

    @property
    def signs(self) -> frozenset[str]:
        """The different signs of the chunks: all of the text's but the space and the line feed."""
        return self.bag.signs

    def numbers(self, sought: Set[str]) -> Iterator[int]:
        """Yield the number in ``row`` of each chunk that is one of ``sought``."""
        return compress(count(), map(sought.__contains__, self.row))

    def where(self, sought: Set[str]) -> Iterator[tuple[int, int]]:
        """Yield start and end of each chunk that is one of ``sought``, in their order."""
        if len(sought) > FEW:
            row, starts = self.row, self.starts
            for number in self.numbers(sought):
                yield starts[number], starts[number] + len(row[number])
        elif sought:
            yield from sorted(span for chunk in sought for span in self._spans(chunk))

    def _spans(self, chunk: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of each place where a chunk stands, in their order."""
        text, place = self.text, 0
        for _ in range(self.bag.counts.get(chunk, 0)):
            while True:
                start = text.index(chunk, place)
                place = end = start + len(chunk)
                if text[start - 1 : start] in EDGES and text[end : end + 1] in EDGES:
                    break
                place = start + 1
            yield start, end


class Inside:
    """A pattern that matches inside chunks only: neither a match nor what it looks at has a space in it.

    A space or line feed beside a chunk must be to it what the text's edge is. Each different chunk is
    searched once a process, for all such patterns together; then one look tells of all of them whether
    they match anywhere in a text.
    """

    __slots__ = ("_bit", "pattern")
    all: ClassVar[list[Inside]] = []
    _seen: ClassVar[set[str]] = set()  # chunks that were searched
    _bits: ClassVar[dict[str, int]] = {}  # those in which a pattern matches -> the bits of all that do

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self._bit = 1 << len(self.all)
        self.all.append(self)
        self._forget()

    @classmethod
    def _forget(cls) -> None:
        cls._seen.clear()
        cls._bits.clear()

    @classmethod
    def told(cls, kinds: frozenset[str]) -> dict[str, int]:
        """Return the chunks in which any of the patterns matches, with the bits of those that do."""
        if len(cls._seen) > REMEMBERED:
            cls._forget()
        new = kinds - cls._seen
        text = "\n".join(new)
        for one in cls.all if new else ():
            for chunk in one._holding(text):
                cls._bits[chunk] = cls._bits.get(chunk, 0) | one._bit
        cls._seen |= new
        bits = cls._bits
        return {chunk: bits[chunk] for chunk in bits.keys() & kinds}

    def _holding(self, text: str) -> set[str]:
        """Return the lines of ``text`` that hold a match."""
        found, place = set(), 0
        while match := self.pattern.search(text, place):
            place = text.find("\n", match.end())
            place = place if place >= 0 else len(text)
            found.add(text[text.rfind("\n", 0, match.start()) + 1 : place])
        return found

    def chunks(self, chunks: Chunks) -> Set[str]:
        """Return the different chunks of a text that hold a match."""
        bit = self._bit
        return {chunk for chunk, bits in chunks.bag.held()[0].items() if bits & bit}

    def stands(self, chunks: Chunks) -> bool:
        """Tell whether a text holds a match."""
        return bool(chunks.bag.held()[1] & self._bit)

    def finditer(self, chunks: Chunks) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, in their order."""
        if self.stands(chunks):
            for start, end in chunks.where(self.chunks(chunks)):
                yield from self.pattern.finditer(chunks.text, start, end)


def without_case(text: str) -> str:
    """Return ``text`` in lower case, Turkish İ as i; Unicode's has a dot of its own above that."""
    return text.replace("İ", "i").lower()


def lowering(text: str) -> Callable[[str], str]:
    """Return ``without_case`` for the parts of ``text``, the faster one where it has no Turkish İ."""
    return without_case if "İ" in text else str.lower


def standing(text: str, form: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern`` that are ``form`` and nothing else."""
    place = text.find(form)
    while place >= 0:
        found = pattern.match(text, place)
        if found and found[0] == form:
            yield found
        place = text.find(form, place + 1)
