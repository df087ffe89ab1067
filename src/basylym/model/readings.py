"""What a reader is given, and what it hands on: the text, and all that a file holds beside its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from basylym.model.notices import Outcome
from basylym.model.repairs import Edit
from basylym.model.text import SourceText


class Changes(StrEnum):
    """What becomes of tracked changes: taken as made, taken back, or both shown."""

    ACCEPT = "accept"
    REJECT = "reject"
    ALL = "all"


def _nothing(_: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class Received:
    """A file as received, and what the user said of it.

    Attributes:
        path: the file as the user named it, for notices.
        raw: its bytes.
        encoding: as the user named it, or ``None``.
        changes: what becomes of tracked changes.
        beside: a name the file gives -> the content of the bibliography, the metadata or the
            picture of that name in the same folder or below it; ``None`` where there is none.
    """

    path: str
    raw: bytes
    encoding: str | None = None
    changes: Changes = Changes.ACCEPT
    beside: Callable[[str], bytes | None] = _nothing


@dataclass(frozen=True, slots=True)
class Known:
    """A repair that only the reader can make, for it alone saw the file: a row of the ledger.

    Attributes:
        edit: on the decoded source.
        rule: what the ledger calls it.
        markup: whether what it writes is Markdown and no word of the author's.
    """

    edit: Edit
    rule: str
    markup: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in a file.

    Attributes:
        source: the text.
        front: fields of the front matter that the file itself gives, as plain YAML values.
        bibliography: BibTeX of the works the file carries, or nothing.
        media: path under ``manuscript/`` -> content of a picture.
        known: repairs that the reader alone can make.
    """

    source: SourceText
    front: Mapping[str, Any] = field(default_factory=dict)
    bibliography: str = ""
    media: Mapping[str, bytes] = field(default_factory=dict)
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """One format of source.

    Attributes:
        suffixes: with their dots, lower case.
        name: of the format, as a notice says it.
        recognizes: whether bytes are surely of this format, by their own signs.
        read: a file -> what is in it.
    """

    suffixes: tuple[str, ...]
    name: str
    recognizes: Callable[[bytes], bool]
    read: Callable[[Received], Outcome[Reading]]
