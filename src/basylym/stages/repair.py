"""SourceText, Language, rules -> FairCopy; and the ledger replayed, and turned back into the source.

Rules of one phase see the same text. Where two claim one place the higher rank wins, then the
higher confidence, then the earlier start; what is left is applied in one pass. Every change is
kept as a span of the immutable source, so the ledger is a set of disjoint spans whatever the
phases did to one another; a change of a changed place becomes one row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from basylym.model.language import Language
from basylym.model.notices import BasylymError, Condition, Notice
from basylym.model.readings import Known
from basylym.model.repairs import Edit, FairCopy, Phase, Repair, Rule, State, Words
from basylym.model.text import SourceText
from basylym.model.works import Given, Moved
from basylym.stages import prose
from basylym.stages.spans import Change, Claim, Layer, resolve

CHANGES_TEXT = frozenset({State.APPLIED, State.ACCEPTED, State.REWORDED})
MARKUP_PHASES = frozenset({Phase.STRUCTURE, Phase.CITATIONS})
DECODE = "decode"
CONTEXT = 16


def repair(
    source: SourceText,
    language: Language,
    rules: Mapping[str, Rule],
    words: Callable[[str], Words],
    known: Iterable[Known] = (),
    titled: bool = False,
) -> FairCopy:
    """Run each of ``rules`` once, phase by phase; where the source is Markdown, on its prose alone.

    Args:
        source: the text as received.
        language: the pack of the source's language.
        rules: slug -> rule; their order in the mapping does not matter.
        words: a text -> the evidence about its words; called once a phase.
        known: repairs that the reader made, disjoint; they come first.
        titled: whether the reader knows the title: no other line of the text is one.

    Returns:
        The fair copy. Its ledger starts with the row that says how the source was decoded.
    """
    told = [Claim(one.edit, one.rule, 0, one.markup) for one in known]
    layer = Layer(source.text)
    queries = [layer.locate(claim) for claim in told if claim.edit.query]
    layer = layer.apply(resolve(claim for claim in told if not claim.edit.query))
    moved: list[Moved] = []
    for phase in _phases(source):
        of_phase = {slug: rule for slug, rule in sorted(rules.items()) if rule.phase is phase}
        if not of_phase:
            continue
        guarded = source.markdown and phase in prose.PHASES
        shown = prose.hide(layer.text) if guarded else layer.shown
        unread = prose.hide(layer.text) if source.markdown and not guarded else ""
        evidence = replace(words(shown), page_ends=layer.page_ends, markdown=source.markdown)
        claims = [
            Claim(edit, slug, rule.rank)
            for slug, rule in of_phase.items()
            for edit in _kept(rule.find(shown, language, evidence), shown, guarded, unread)
            if edit.query or edit.held or shown[edit.start : edit.end] != edit.after
            if not (titled and _titles(edit, language.tag))
        ]
        claims = layer.outside_held(claims)
        applied = [claim for claim in claims if not claim.edit.query]
        if phase is Phase.MARKUP:
            applied = layer.outside_markup(applied)
        won = resolve(applied)
        queries.extend(layer.locate(claim) for claim in claims if claim.edit.query and not _told(claim, won))
        moved.extend(one for claim in won for one in claim.edit.moved)
        layer = layer.apply(won, markup=phase in MARKUP_PHASES)
    return FairCopy(source, layer.text, tuple(_ledger(source, layer.changes, queries)), tuple(moved))


def _titles(edit: Edit, tag: str) -> bool:
    """Tell whether an edit moves a title in the language of the text to the front matter."""
    given = (one for one in edit.moved if isinstance(one, Given))
    return any(one.field == "title" and one.tag in ("", tag) for one in given)


def _phases(source: SourceText) -> Iterable[Phase]:
    """Return the phases that a source goes through: numbers in brackets are citations in a word
    processor's file as in plain text, and in Markdown that a person wrote they are what he wrote."""
    if not source.markdown:
        return Phase
    return [
        phase
        for phase in Phase
        if phase in prose.PHASES or (phase is Phase.CITATIONS and source.suffix not in prose.AS_TYPED)
    ]


def _told(query: Claim, won: Sequence[Claim]) -> bool:
    """Tell whether a higher rule has settled the very place that a lower one asks about."""
    edit = query.edit
    at = bisect_left(won, edit.start, key=lambda one: one.edit.start)
    return edit.start < edit.end and any(
        one.rank > query.rank and (one.edit.start, one.edit.end) == (edit.start, edit.end)
        for one in won[at : at + 2]
    )


def _kept(edits: Iterable[Edit], shown: str, guarded: bool, unread: str) -> Iterable[Edit]:
    """The edits of prose alone; or, of citations in Markdown, those that are not inside of code."""
    if guarded:
        return prose.admitted(edits, shown)
    return prose.outside_code(edits, unread) if unread else edits


def replay(text: str, ledger: Iterable[Repair]) -> str:
    """Return the fair copy: ``text``, the decoded source, with the ledger's changes.

    Raises:
        BasylymError: LEDGER_REPLAYS, where a row does not fit the text.
    """
    pieces: list[str] = []
    place = 0
    for row in _changes(ledger):
        if row.start < place or text[row.start : row.end] != row.before:
            raise _misfit(row, "the source", text[row.start : row.end])
        pieces += (text[place : row.start], row.after)
        place = row.end
    return "".join((*pieces, text[place:]))


def rebuild(text: str, ledger: Iterable[Repair]) -> str:
    """Return the decoded source, from ``text``, the fair copy, and the ledger alone.

    Raises:
        BasylymError: LEDGER_REPLAYS, where a row does not fit the text.
    """
    pieces: list[str] = []
    place = source_place = 0
    for row in _changes(ledger):
        kept = row.start - source_place
        found = text[place + kept : place + kept + len(row.after)]
        if kept < 0 or found != row.after or row.end - row.start != len(row.before):
            raise _misfit(row, "the fair copy", found)
        pieces += (text[place : place + kept], row.before)
        place += kept + len(row.after)
        source_place = row.end
    return "".join((*pieces, text[place:]))


def _changes(ledger: Iterable[Repair]) -> list[Repair]:
    rows = (row for row in ledger if row.state in CHANGES_TEXT and row.rule != DECODE)
    return sorted(rows, key=lambda row: (row.start, row.end))


def _misfit(row: Repair, where: str, found: str) -> BasylymError:
    detail = (
        f"row {row.id} ({row.rule}) of the ledger, line {row.line}, column {row.column}, does not fit "
        f"{where}: it holds {found[:40]!r} there"
    )
    return BasylymError(Notice(Condition.LEDGER_REPLAYS, detail))


def _ledger(source: SourceText, changes: Iterable[Change], queries: Iterable[Change]) -> Iterable[Repair]:
    yield decode_row(source)
    rows = [(change, State.APPLIED) for change in changes] + [(query, State.QUERY) for query in queries]
    rows.sort(key=lambda row: (row[0].start, row[0].end, row[1] is State.QUERY, row[0].rule))
    seen: Counter[str] = Counter()
    text = source.text
    for (start, end, after, rule, evidence, confidence), state in rows:
        before = text[start:end]
        line, column = source.place(start)
        name = identify(seen, rule, before, after, text[max(0, start - CONTEXT) : end + CONTEXT])
        yield Repair(name, state, rule, line, column, start, end, before, after, confidence, evidence)


def identify(seen: Counter[str], *content: str) -> str:
    """Return eight hexadecimal digits made from ``content``, told apart from ``seen``, and count it."""
    key = "\0".join(content)
    again = seen.get(key, 0)
    seen[key] = again + 1
    while True:
        told = f"{key}\0{again}" if again else key
        name = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        if name not in seen:
            seen[name] = 1
            return name
        again += 1


def decode_row(source: SourceText) -> Repair:
    """Return the ledger's first row: how the bytes became text, in words and for ``verify``."""
    facts = {
        "encoding": source.encoding,
        "mark": source.mark.hex() or "none",
        "characters": str(len(source.text)),
        "bytes": str(len(source.raw)),
        "sha256": sha256(source.raw).hexdigest(),
    }
    if source.original:
        facts["received"] = f"source{source.suffix}"
        facts["wished"] = source.wished or "none"
        facts["received_sha256"] = sha256(source.original).hexdigest()
    told = " ".join(f"{name}={value}" for name, value in facts.items())
    evidence = f"{told}; {source.evidence}" if source.evidence else told
    return Repair(facts["sha256"][:8], State.APPLIED, DECODE, 1, 1, 0, 0, "", "", 1.0, evidence)
