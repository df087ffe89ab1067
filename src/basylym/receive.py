"""A file as received -> Reading, by the reader of its format: told from its content, then from its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from basylym import readers, registry
from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Changes, Reader, Reading, Received

READERS = registry.collect(readers, "READER", Reader)
PLAIN = READERS["txt"]
TEXTS = ("md", "tex")  # what any text may be: of these only the name tells
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def receive(
    raw: bytes,
    path: str,
    encoding: str | None = None,
    changes: Changes = Changes.ACCEPT,
    beside: Callable[[str], bytes | None] = lambda name: None,
) -> Outcome[Reading]:
    """Read a source of any format.

    Args:
        raw: its bytes.
        path: as the user named it.
        encoding: as the user named it, or ``None``.
        changes: what becomes of tracked changes.
        beside: a name that the source gives -> the content of that file beside it, or ``None``.

    Notices:
        SUFFIX_TELLS_FORMAT: the name says one format, the content another, which is read.
        And what the reader of the format notices.

    Raises:
        BasylymError: SOURCE_OPENS, and what the reader of the format raises.
    """
    if not raw.strip():
        raise BasylymError(Notice(Condition.SOURCE_HAS_TEXT, "the file is empty", Locus(path)))
    if raw.startswith(OLD_WORD):
        told = "the file is of Word before 2007, or locked with a password: save it as .docx"
        raise BasylymError(Notice(Condition.SOURCE_OPENS, told, Locus(path)))
    suffix = PurePath(path).suffix.lower()
    named = next((reader for reader in READERS.values() if suffix in reader.suffixes), None)
    seen = next((reader for reader in READERS.values() if reader.recognizes(raw)), None)
    by_name = named in [READERS[slug] for slug in TEXTS]
    chosen = named if named and (by_name or seen is None) else seen or PLAIN
    notices: list[Notice] = []
    if named and chosen is not named:
        told = f"the name ends in {suffix}, the content is {chosen.name}"
        notices.append(Notice(Condition.SUFFIX_TELLS_FORMAT, told, Locus(path)))
    outcome = chosen.read(Received(path, raw, encoding, changes, beside))
    reading = outcome.value
    if reading.source.original:
        wished = [f"encoding:{encoding}"] if encoding else []
        wished += [f"changes:{changes}"] if changes is not Changes.ACCEPT else []
        reading = replace(reading, source=replace(reading.source, wished=",".join(wished)))
    return Outcome(reading, (*notices, *outcome.notices))
