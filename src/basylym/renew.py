"""A raw text, the folder of its article -> the manuscript's files, with what a person edited merged in.

What a person edited is told by normalizing the last source again: the ledger says what was decided
then. Nothing is overwritten: where a merge changes an edited file, the edited one is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from basylym import console, normalize, project
from basylym.adapters.merging import merged, unsettled
from basylym.model.decisions import Decision, Verdict
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Changes
from basylym.model.repairs import State
from basylym.normalize import Normalized
from basylym.stages import decide, ledger
from basylym.stages.repair import DECODE

LANG = re.compile(r"^lang: *[\"']?([\w-]+)", re.MULTILINE)
Result = tuple[Sequence[Notice], dict[str, Any], list[str]]
VERDICTS = {
    State.ACCEPTED: Verdict.ACCEPT,
    State.STET: Verdict.STET,
    State.REWORDED: Verdict.REWORD,
}


def renew(
    source: Path,
    folder: Path,
    tag: str | None,
    encoding: str | None,
    changes: Changes = Changes.ACCEPT,
) -> Result:
    """Normalize ``source`` into ``folder`` and write its files; return notices, values and lines to print.

    Raises:
        BasylymError: as ``normalize.normalize`` and ``files``; nothing is written then.
    """
    raw, settled = project.read_bytes(source), decisions(folder)
    beside = Beside(source)
    decided = str(folder / project.DECISIONS)
    made = normalize.normalize(raw, str(source), tag, encoding, settled, changes, beside.read, decided)
    new = files(folder, made.value, beside.taken)
    edited = [path for path in new.value if _is_as_edited(path, new.value[path], folder, made.value)]
    project.write(new.value)
    rows = [row for row in made.value.ledger if row.rule != DECODE]
    states = {state: sum(row.state is state for row in rows) for state in State}
    names = [str(path) for path in new.value]
    asked = console.counted(states[State.QUERY], "query", "queries")
    lines = [*names, f"{console.counted(states[State.APPLIED], 'repair')} applied, {asked} for the author"]
    lines += [f"{path}: your edits stand as they are, and nothing new came into them" for path in edited]
    if settled:
        used = sum(states[state] for state in VERDICTS)
        lines.append(f"{console.counted(used, 'decision')} carried out")
    values = {"files": names, "applied": states[State.APPLIED], "query": states[State.QUERY]}
    return (*made.notices, *new.notices), values, lines


def _is_as_edited(path: Path, content: bytes, folder: Path, made: Normalized) -> bool:
    """Tell whether what is to be written is what a person made of the file, and not what the press would."""
    fresh = {folder / project.ARTICLE: made.article, folder / project.BIBLIOGRAPHY: made.bibliography}
    return path in fresh and content != fresh[path].encode() and content == project.read_bytes(path)


def settle(folder: Path, name: str, said: str) -> Result:
    """Write one decision into decisions.tsv; return notices, values and lines to print."""
    one, written = add(folder, name, said)
    path = folder / project.DECISIONS
    project.write({path: written})
    told = f"{one.verdict} {one.id} ({one.rule}, {one.before!r})"
    rows = folder / project.LEDGER
    name, _, _ = normalize.received(project.read_text(rows), str(rows))
    source = folder / project.SOURCE.with_name(name)
    lines = [str(path), told, f"Carry it out with: basylym normalize {source} --into {folder}"]
    return (), {"files": [str(path)], "id": one.id, "verdict": str(one.verdict)}, lines


def verify(folder: Path) -> Result:
    """Prove that no character of the source of ``folder`` is lost; return notices, values and lines to print.

    Raises:
        BasylymError: ``FILE_EXISTS``, ``MANUSCRIPT_IS_UTF8``, ``LEDGER_REPLAYS``.
    """
    source, article, rows = (folder / name for name in (project.SOURCE, project.ARTICLE, project.LEDGER))
    written = project.read_text(rows)
    name, _, _ = normalize.received(written, str(rows))
    original = source.with_name(name)
    proof = normalize.verify(
        project.read_bytes(source),
        written,
        project.read_text(article),
        source_path=str(original),
        ledger_path=str(rows),
        received=project.read_bytes(original) if original.is_file() else None,
    )
    found = proof.value
    rebuilt = "byte for byte" if found.rebuilt else "NOT byte for byte"
    what = f"{source.name}, read from {found.received}," if found.received else "the source"
    what = f"{source.name}, the same as {found.received}," if found.copied else what
    unchanged = (
        f"{found.received} is, by its SHA-256, {'the' if found.unchanged else 'NOT the'} file that was read"
    )
    bound = f"how {source.name} came from it ({found.reader}) is not proved: see what normalize noticed"
    edited = "article.md has been edited since; the proof went through the replayed fair copy"
    lines = [
        f"characters kept {found.kept}, repaired {found.repaired}, lost {found.lost}",
        f"{what} was rebuilt {rebuilt} from the fair copy and the ledger",
        *([unchanged] if found.received else []),
        *([bound] if found.received and not found.copied else []),
        *([edited] if found.edited else []),
        f"{console.counted(found.queries, 'query', 'queries')} open",
    ]
    names = ["kept", "repaired", "lost", "rebuilt", "edited", "queries"]
    names += ["received", "unchanged"] if found.received else []
    return proof.notices, {name: getattr(found, name) for name in names}, lines


def decisions(folder: Path) -> tuple[Decision, ...]:
    """Return what the editor of the article in ``folder`` decided.

    Raises:
        BasylymError: ``FILE_EXISTS``, ``MANUSCRIPT_IS_UTF8``, ``DECISION_IS_READ``.
    """
    path = folder / project.DECISIONS
    return decide.read(project.read_text(path), str(path)) if path.is_file() else ()


def files(
    folder: Path, made: Normalized, beside: Mapping[str, bytes] = MappingProxyType({})
) -> Outcome[dict[Path, bytes]]:
    """Return what is to be written into ``folder``: path -> content.

    Notices:
        MERGE_IS_CLEAN: both a person and the press changed the same lines; both stand, marked.

    Raises:
        BasylymError: MANUSCRIPT_IS_UNEDITED, where nothing says what the edited file was made from.
    """
    new = {
        folder / project.SOURCE: made.source.raw,
        folder / project.LEDGER: ledger.write(made.ledger).encode(),
    }
    if made.source.original:
        new[folder / project.SOURCE.with_suffix(made.source.suffix)] = made.source.original
    new |= {folder / project.BESIDE / name: content for name, content in beside.items()}
    new |= {folder / project.MEDIA / name: content for name, content in made.media.items()}
    texts = {
        folder / project.ARTICLE: made.article,
        folder / project.BIBLIOGRAPHY: made.bibliography,
    }
    edited = {path: project.read_text(path) for path in texts if path.exists()}
    edited = {path: text for path, text in edited.items() if text != texts[path]}
    notices: list[Notice] = []
    last = _last(folder) if edited else None
    for path, text in texts.items():
        if path not in edited:
            new[path] = text.encode()
            continue
        if last is None:
            detail = (
                "the file was edited, and no ledger and source beside it say from what; nothing was changed"
            )
            raise BasylymError(Notice(Condition.MANUSCRIPT_IS_UNEDITED, detail, Locus(str(path))), WRONG_USE)
        if unsettled(edited[path]):
            detail = "the file still holds a conflict of the last merge; nothing was changed"
            raise BasylymError(Notice(Condition.MANUSCRIPT_IS_UNEDITED, detail, Locus(str(path))), WRONG_USE)
        base = last.article if path.name == project.ARTICLE.name else last.bibliography
        whole, conflicts = merged(base, edited[path], text)
        new[path] = whole.encode()
        if whole != edited[path]:
            kept = _free(path)
            new[kept] = edited[path].encode()
            told = f"your edits were merged with the new text; the file as you had it is {kept.name}"
            notices.append(Notice(Condition.MANUSCRIPT_IS_MERGED, told, Locus(str(path))))
        if conflicts:
            detail = f"{conflicts} places were changed both by you and by the press; both stand there, marked"
            notices.append(Notice(Condition.MERGE_IS_CLEAN, detail, Locus(str(path), unsettled(whole))))
    return Outcome(new, tuple(notices))


def _last(folder: Path) -> Normalized | None:
    """Return what was last normalized into ``folder``, or None where its source and ledger do not tell."""
    source, rows = folder / project.SOURCE, folder / project.LEDGER
    if not source.is_file() or not rows.is_file():
        return None
    try:
        written = project.read_text(rows)
        last = ledger.read(written, str(rows))
        text, _ = normalize.decoded(project.read_bytes(source), last, str(source), str(rows))
        name, encoding, changes = normalize.received(written, str(rows))
        path = source.with_name(name)
        raw = project.read_bytes(path)
    except BasylymError:
        return None
    named = LANG.search(project.read_text(folder / project.ARTICLE))
    tag = named[1] if named else None
    verdicts = [
        decide.decided(row, text, VERDICTS[row.state], row.after if row.state is State.REWORDED else "")
        for row in last
        if row.state in VERDICTS
    ]
    read = Beside(path).read
    return normalize.normalize(raw, str(path), tag, encoding, verdicts, changes, read).value


@dataclass(slots=True)
class Beside:
    """What a source names beside it, and what of that was asked for: path in its folder -> content."""

    source: Path
    taken: dict[str, bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes | None:
        """Return the content of the file of that name, or None; remember it."""
        found = project.beside(self.source, name)
        if found is None:
            return None
        self.taken[found[0]] = found[1]
        return found[1]


def _free(path: Path) -> Path:
    """Return a name beside ``path`` that no file has."""
    number = 1
    while (kept := path.with_name(f"{path.stem}.edited-{number}{path.suffix}")).exists():
        number += 1
    return kept


def add(folder: Path, name: str, said: str) -> tuple[Decision, bytes]:
    """Return the decision about one row of the ledger, and decisions.tsv with it.

    Args:
        folder: of the article.
        name: the row's id, or as much of its start as tells it from all others.
        said: ``accept``, ``stet``, or what is to stand there.

    Raises:
        BasylymError: ``FILE_EXISTS``, ``LEDGER_REPLAYS``, ``DECISION_IS_READ``, ``DECISION_IS_USED``.
    """
    rows_path, source_path = folder / project.LEDGER, folder / project.SOURCE
    rows = ledger.read(project.read_text(rows_path), str(rows_path))
    text, _ = normalize.decoded(project.read_bytes(source_path), rows, str(source_path), str(rows_path))
    found = [row for row in rows if name and row.id.startswith(name) and row.rule != DECODE]
    if len(found) != 1:
        many = ", ".join(row.id for row in found[:5])
        detail = f"{len(found)} rows of the ledger begin with {name!r}{': ' + many if many else ''}"
        raise BasylymError(Notice(Condition.DECISION_IS_USED, detail, Locus(str(rows_path))), WRONG_USE)
    known: dict[str, Verdict] = {"accept": Verdict.ACCEPT, "stet": Verdict.STET}
    verdict = known.get(said, Verdict.REWORD)
    one = decide.decided(found[0], text, verdict, said if verdict is Verdict.REWORD else "")
    return one, decide.write(_with(decisions(folder), one)).encode()


def _with(earlier: Sequence[Decision], one: Decision) -> list[Decision]:
    place = ("rule", "before", "left", "right")
    same = [getattr(one, name) for name in place]
    kept = [
        other for other in earlier if other.id != one.id and [getattr(other, name) for name in place] != same
    ]
    return [*kept, one]
