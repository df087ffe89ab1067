"""The edition for journals: the manuscript form of the PDF, and where it names authors it should not name."""

from __future__ import annotations

from collections.abc import Iterator

from basylym.adapters import pdf as files
from basylym.adapters import pdfium
from basylym.editions import _leaks, _manuscript, pdf
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.notices import Notice, Outcome
from basylym.model.wording import Tally


def pages(galley: Galley) -> Outcome[bytes]:
    """Print the article as a manuscript.

    Notices:
        ``EDITION_IS_ANONYMOUS`` for each secret of an anonymous article that the file tells.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` without Pango, ``CHILD_ENDS`` where layout runs out of bounds.
    """
    made = pdf.printed(galley, _manuscript.form(galley.submission.form))
    told = leaks(made.value, galley.submission.secrets)
    return Outcome(made.value, (*made.notices, *told))


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold the manuscript against the article it was printed from."""
    return pdf.prove(galley, content, (_manuscript.word_counts(galley),))


def leaks(content: bytes, secrets: tuple[str, ...]) -> tuple[Notice, ...]:
    """Look for ``secrets`` in all that a PDF shows and in all that it holds beside.

    Notices:
        ``EDITION_IS_ANONYMOUS``, with the place and the words around.
    """
    return _leaks.leaks((*_shown(content), *files.hidden(content)), secrets) if secrets else ()


def _shown(content: bytes) -> Iterator[tuple[str, str]]:
    """The text of each page, running heads and pictures included."""
    for number, text in enumerate(pdfium.seen(content), 1):
        yield f"page {number}", text


FORMAT = Format(
    suffix="-submission.pdf",
    media_type="application/pdf",
    hyphenation=Hyphenation(letters=0, before=0, after=0),
    print=pages,
    prove=prove,
)
