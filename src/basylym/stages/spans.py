"""Changes of a changed text -> the same as disjoint spans of the source it came from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from basylym.model.repairs import Edit

HIDDEN = "\ufffc"
"""Stands for each sign that rules are not to see; no rule knows it."""


class Claim(NamedTuple):
    """An edit, and the rule that makes it; ``markup`` where it writes Markdown, whatever the phase."""

    edit: Edit
    rule: str
    rank: int
    markup: bool = False


class Change(NamedTuple):
    """A span of the source, and what stands in its place; code points from 0."""

    start: int
    end: int
    after: str
    rule: str
    evidence: str
    confidence: float


def clash(one: Edit, other: Edit) -> bool:
    """Tell whether two edits of one text cannot both be applied."""
    if one.start == one.end == other.start == other.end:
        return True
    if one.start == one.end:
        return other.start < one.start < other.end
    if other.start == other.end:
        return one.start < other.start < one.end
    return one.start < other.end and other.start < one.end


def resolve(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that win, in order of place: by rank, then confidence, then earlier start."""
    won: list[Claim] = []
    for cluster in _clusters(sorted(claims, key=_place)):
        won += cluster if len(cluster) == 1 else _settled(cluster)
    return won


def _settled(cluster: Iterable[Claim]) -> list[Claim]:
    """Return which of some claims that stand close to one another win, in order of place."""
    kept: list[Claim] = []
    for claim in sorted(cluster, key=_precedence):
        at = bisect_left(kept, _place(claim), key=_place)
        if not any(clash(claim.edit, other.edit) for other in kept[max(0, at - 2) : at + 2]):
            kept.insert(at, claim)
    return kept


def _place(claim: Claim) -> tuple[int, int]:
    return claim.edit[:2]


def _precedence(claim: Claim) -> tuple[float, ...]:
    return (-claim.rank, -claim.edit.confidence, claim.edit.start, claim.edit.end)


def _clusters(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    cluster: list[Claim] = []
    reach = -1
    for claim in claims:
        if cluster and claim.edit.start > reach:
            yield cluster
            cluster = []
        cluster.append(claim)
        reach = max(reach, claim.edit.end) if len(cluster) > 1 else claim.edit.end
    if cluster:
        yield cluster


class Layer:
    """The source's text with some changes made: where each place of it came from."""

    __slots__ = ("_ends", "_starts", "changes", "held", "markup", "source", "text")

    def __init__(
        self,
        source: str,
        changes: Sequence[Change] = (),
        markup: Sequence[tuple[int, int]] = (),
        held: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.source, self.changes, self.markup, self.held = source, tuple(changes), tuple(markup), tuple(held)
        pieces: list[str] = []
        starts, ends = [], []
        place = length = 0
        for change in self.changes:
            length += change.start - place
            starts.append(length)
            pieces += (source[place : change.start], change.after)
            length += len(change.after)
            ends.append(length)
            place = change.end
        pieces.append(source[place:])
        self.text = "".join(pieces)
        self._starts, self._ends = starts, ends

    @property
    def page_ends(self) -> list[int]:
        """Where a form feed of the source stood, or stands, in this text."""
        if "\f" not in self.source:
            return []
        ends = [
            start
            for start, change in zip(self._starts, self.changes, strict=True)
            if "\f" in self.source[change.start : change.end]
        ]
        return ends or [feed.start() for feed in re.finditer("\f", self.text)]

    def _touched(self, start: int, end: int) -> range:
        """Return which changes an edit of ``start`` to ``end`` must be made one with."""
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, end)
        if first >= last:
            return range(0)
        while first < last and not self._one(first, start, end):
            first += 1
        while last > first and not self._one(last - 1, start, end):
            last -= 1
        return range(first, last)

    def _one(self, number: int, start: int, end: int) -> bool:
        left, right = self._starts[number], self._ends[number]
        if start == end:
            change = self.changes[number]
            hollow = left == right or change.start == change.end
            return left <= start <= right if hollow else left < start < right
        if left == right:
            return start < left < end
        return left < end and start < right

    def _origin_of_start(self, place: int) -> int:
        number = bisect_right(self._ends, place)
        return place if not number else self.changes[number - 1].end + place - self._ends[number - 1]

    def _origin_of_end(self, place: int) -> int:
        number = bisect_left(self._starts, place)
        return place if not number else self.changes[number - 1].end + place - self._ends[number - 1]

    def _span(self, start: int, end: int, touched: range) -> tuple[int, int, int, int]:
        """Return a span grown over the changes it touches: in this text, then in the source."""
        if touched:
            first, last = touched[0], touched[-1]
            left, right = min(start, self._starts[first]), max(end, self._ends[last])
            origin = self.changes[first].start if left == self._starts[first] else self._origin_of_start(left)
            goal = self.changes[last].end if right == self._ends[last] else self._origin_of_end(right)
            return left, right, origin, goal
        origin = self._origin_of_start(start)
        return start, end, origin, origin if start == end else self._origin_of_end(end)

    def locate(self, claim: Claim) -> Change:
        """Return what a claim asks as a change of the source, grown over the changes it touches."""
        edit = claim.edit
        left, right, origin, goal = self._span(edit.start, edit.end, self._touched(edit.start, edit.end))
        after = self.text[left : edit.start] + edit.after + self.text[edit.end : right]
        return Change(origin, goal, after, claim.rule, edit.evidence, edit.confidence)

    @property
    def shown(self) -> str:
        """The text as rules see it: what is held is hidden, but for line ends at its edges."""
        if not self.held:
            return self.text
        pieces: list[str] = []
        place = 0
        for start, end in self.held:
            said = self.text[start:end]
            inner = said.strip("\n")
            first = start + len(said) - len(said.lstrip("\n")) if inner else end
            pieces += (self.text[place:first], HIDDEN * len(inner))
            place = first + len(inner)
        return "".join((*pieces, self.text[place:]))

    def outside_markup(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims that touch no Markdown which an earlier phase has written."""
        return _outside(self.markup, claims)

    def outside_held(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims that touch nothing which an earlier phase holds."""
        return _outside(self.held, claims) if self.held else list(claims)

    def apply(self, claims: Sequence[Claim], *, markup: bool = False) -> Layer:
        """Return the next layer: these claims, disjoint and in order of place, made on this text."""
        if not claims:
            return self
        groups: list[tuple[list[Claim], range]] = []
        for claim in claims:
            touched = self._touched(claim.edit.start, claim.edit.end)
            if groups and touched and groups[-1][1] and touched[0] <= groups[-1][1][-1]:
                members, known = groups[-1]
                groups[-1] = ([*members, claim], range(known[0], max(known[-1], touched[-1]) + 1))
            else:
                groups.append(([claim], touched))
        changes: list[Change] = []
        done = 0
        for members, touched in groups:
            upto = touched[0] if touched else bisect_right(self._ends, members[0].edit.start)
            if done < upto:
                changes.extend(self.changes[done:upto])
            changes.extend(self._merged(members, touched) if touched else self._mapped(members[0], upto))
            done = max(done, touched[-1] + 1 if touched else upto)
        changes.extend(self.changes[done:])
        written = _moved(self.markup, claims, lambda one: _all(one.edit) if markup or one.markup else ())
        return Layer(self.source, changes, written, _moved(self.held, claims, lambda one: one.edit.held))

    def _mapped(self, claim: Claim, before: int) -> Iterable[Change]:
        """Return a claim that touches no change, and has so many ``before`` it, as a change of the source."""
        start, end, after = claim.edit[:3]
        origin = self.changes[before - 1].end + start - self._ends[before - 1] if before else start
        goal = origin if start == end else self._origin_of_end(end)
        if after != self.source[origin:goal]:
            yield Change(origin, goal, after, claim.rule, claim.edit.evidence, claim.edit.confidence)

    def _merged(self, members: list[Claim], touched: range) -> Iterable[Change]:
        left, right, origin, goal = self._span(members[0].edit.start, members[-1].edit.end, touched)
        pieces: list[str] = []
        place = left
        for claim in members:
            pieces += (self.text[place : claim.edit.start], claim.edit.after)
            place = claim.edit.end
        after = "".join((*pieces, self.text[place:right]))
        if after == self.source[origin:goal]:
            return
        earlier = [self.changes[number] for number in touched]
        later = list({claim.rule: claim.edit for claim in members}.items())
        told = [f"{change.rule}: {change.evidence}" for change in earlier]
        if told or len(later) > 1:
            told += [f"{slug}: {edit.evidence}" for slug, edit in later]
        evidence = "; then ".join(dict.fromkeys(told)) if told else later[0][1].evidence
        sure = min([claim.edit.confidence for claim in members] + [change.confidence for change in earlier])
        yield Change(origin, goal, after, members[-1].rule, evidence, sure)


def _outside(spans: Sequence[tuple[int, int]], claims: Iterable[Claim]) -> list[Claim]:
    starts = [start for start, _ in spans]
    kept = []
    for claim in claims:
        number = bisect_left(starts, max(claim.edit.end, claim.edit.start + 1))
        if not number or spans[number - 1][1] <= claim.edit.start:
            kept.append(claim)
    return kept


def _all(edit: Edit) -> tuple[tuple[int, int], ...]:
    return ((0, len(edit.after)),) if edit.after else ()


def _moved(
    spans: Sequence[tuple[int, int]],
    claims: Sequence[Claim],
    adds: Callable[[Claim], Iterable[tuple[int, int]]],
) -> list[tuple[int, int]]:
    """Return where ``spans`` stand once ``claims`` are made, and what each of these ``adds``."""
    moved, shift = [], 0
    old = iter((*spans, None))
    span = next(old)
    for claim in claims:
        edit = claim.edit
        while span and span[1] <= edit.start:
            moved.append((span[0] + shift, span[1] + shift))
            span = next(old)
        while span and span[0] < edit.end:  # rewritten: what stood there is gone
            span = next(old)
        place = edit.start + shift
        moved.extend((place + start, place + end) for start, end in adds(claim))
        shift += len(edit.after) - (edit.end - edit.start)
    while span:
        moved.append((span[0] + shift, span[1] + shift))
        span = next(old)
    return moved
