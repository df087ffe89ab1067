"""All that an edition is printed from, and what an edition is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from basylym.model.document import Document
from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter
from basylym.model.notices import Notice, Outcome
from basylym.model.typescript import UNSAID, Typescript
from basylym.model.wording import Tally


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How freely words break: only words of ``letters`` or more, ``before`` and ``after`` letters kept.

    ``letters`` of 0 forbids all soft hyphens.
    """

    letters: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Colophon:
    """What the press says of the edition.

    Attributes:
        epoch: seconds since 1970-01-01 UTC; every date a tool writes.
        identifier: ``urn:uuid:...`` or ``https://doi.org/...``, the same for the same article.
        press: name and version of the program.
    """

    epoch: int
    identifier: str
    press: str


@dataclass(frozen=True, slots=True)
class Submission:
    """How a journal wants a manuscript.

    Attributes:
        anonymous: without all that tells who wrote it.
        form: how it is set; before a build only what was asked for on the command line.
        secrets: what must not be found in it.
    """

    anonymous: bool = False
    form: Typescript = UNSAID
    secrets: tuple[str, ...] = ()


AS_IT_IS = Submission()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the PDF: its number as printed, and the first pieces of text on it."""

    label: str
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Galley:
    """One article ready to print in one format.

    Attributes:
        front: the front matter.
        document: blocks, cited, numbered and typeset; the pieces of the front matter that hold
            markup stand at its head as Divs whose identifier starts with ``front-``
            (``front-title-kk``, ``front-abstract-ru``).
        language: the pack of the article's language.
        languages: tag -> pack, of every language known.
        colophon: epoch, identifier, press.
        pictures: path as written in the document -> bytes.
        submission: how a journal wants it; only the edition for journals asks.
        sources: name -> content of the files that the article was read from.
        works: identifier of an entry of the list of references -> the work as CSL JSON.
        leaves: the pages of the PDF; only editions that name them are told.
    """

    front: FrontMatter
    document: Document
    language: Language
    languages: Mapping[str, Language]
    colophon: Colophon
    pictures: Mapping[str, bytes]
    submission: Submission = AS_IT_IS
    sources: Mapping[str, bytes] = field(default_factory=dict)
    works: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    leaves: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of edition.

    Attributes:
        suffix: of its files.
        media_type: of its files.
        hyphenation: its thrift with hyphens.
        print: makes it.
        prove: counts what the galley says, and gives a notice ``EDITION_KEEPS_TEXT`` for each place where
            an edition says something else.
        leaves: the pages of an edition of this form, or None where it has none that others could name.
        names_pages: whether an edition of this form names the pages of the one that has some.
    """

    suffix: str
    media_type: str
    hyphenation: Hyphenation
    print: Callable[[Galley], Outcome[bytes]]
    prove: Callable[[Galley, bytes], Outcome[Tally]]
    leaves: Callable[[Galley, bytes], tuple[Leaf, ...]] | None = None
    names_pages: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """One printed file.

    Attributes:
        form: name of its format, such as ``pdf``.
        suffix: of the file.
        content: its bytes.
        tally: what it holds, as counted by its proof.
        notices: what was noticed in printing and in proving it.
    """

    form: str
    suffix: str
    content: bytes
    tally: Tally
    notices: tuple[Notice, ...] = ()
