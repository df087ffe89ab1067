"""The pages of a PDF -> why it cannot be read, or what of it an editor has to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basylym.adapters.pdf_text import SCANNED, Page
from basylym.model.notices import BasylymError, Condition, Locus, Notice
from basylym.readers._draft import LETTER, Note

UNREAD = 0.05
DRAWN = 0.01  # the share of a page under pictures that shows one
TOLD = 12  # pages that a notice names


def refuse_scans(pages: Sequence[Page], place: Locus) -> None:
    """Stop at pages that are only pictures, or whose letters nobody can tell.

    Raises:
        BasylymError: ``PAGE_HAS_TEXT``, with the numbers of all such pages.
    """
    said = ["".join(line.text for line in page.lines) for page in pages]
    bare = [
        number
        for number, page in enumerate(pages, 1)
        if page.covered > SCANNED and not LETTER.search(said[number - 1])
    ]
    if bare:
        told = f"{_named(bare, 'is a picture', 'are pictures')} without text, as a scanner makes it"
        raise BasylymError(Notice(Condition.PAGE_HAS_TEXT, told, place))
    strange = [
        number
        for number, page in enumerate(pages, 1)
        if page.unread > max(20, UNREAD * len(said[number - 1]))
    ]
    if strange:
        told = f"{_named(strange, 'is', 'are')} set in fonts that do not say which letters they show"
        raise BasylymError(Notice(Condition.PAGE_HAS_TEXT, told, place))
    if not any(LETTER.search(one) for one in said):
        raise BasylymError(Notice(Condition.PAGE_HAS_TEXT, "no page of the PDF has a text", place))


def faults(
    pages: Sequence[Page], loose: Sequence[Note], apart: Sequence[int], place: Locus
) -> Iterator[Notice]:
    """Yield what may not have come through; ``apart``: pages, from 0, that bear turned text."""
    for told in _faults(pages, loose, apart):
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, place)


def _faults(pages: Sequence[Page], loose: Sequence[Note], apart: Sequence[int]) -> Iterator[str]:
    numbered = list(enumerate(pages, 1))
    drawn = [number for number, page in numbered if page.covered > DRAWN and not page.recognized]
    if drawn:
        yield f"pictures were not taken over: those of {_named(drawn)}"
    recognized = [number for number, page in numbered if page.recognized]
    if recognized:
        yield (f"the text of {_named(recognized)} is what a program recognized in a picture: compare them")
    unseen = [number for number, page in numbered if page.unseen]
    if unseen:
        count = sum(page.unseen for page in pages)
        yield f"{count} signs were left out that nobody sees on {_named(unseen)}"
    bare = [number for number, page in numbered if not (page.lines or page.turned or page.covered)]
    if bare:
        yield f"{_named(bare, 'shows', 'show')} neither text nor picture"
    beside = sorted({number + 1 for number in apart})
    if beside:
        yield f"text that is turned against its page stands at the end of the text: that of {_named(beside)}"
    lost = sum(page.unread for page in pages)
    if lost:
        yield f"{lost} signs have no letter in the fonts of the PDF"
    if loose:
        marks = ", ".join(f"{note.mark} of page {note.lines[0].page + 1}" for note in loose[:5])
        yield f"{len(loose)} notes have no mark in the text and stand at its end: {marks}"


def _named(numbers: Sequence[int], one: str = "", more: str = "") -> str:
    """The pages by their numbers, and what they do."""
    shown = ", ".join(map(str, numbers[:TOLD])) + (", …" if len(numbers) > TOLD else "")
    return f"page {shown} {one if len(numbers) == 1 else more}".strip()
