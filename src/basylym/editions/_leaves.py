"""How the pages of the PDF begin -> the same places in a book, which has no pages of its own.

Who reads a book can then cite, and find, a page of the printed edition.
Source: EPUB 3.3, 5.10.2, page-list; EPUB Accessibility 1.1, 4.1.3; DPUB-ARIA 1.1, doc-pagebreak.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from basylym.adapters import markup, pdf, pdfium
from basylym.editions._epub_pages import XHTML
from basylym.model.galley import Leaf
from basylym.stages.prove import squeezed

TYPE = "{http://www.idpf.org/2007/ops}type"
PASSED_OVER = frozenset(("Figure", "Lbl", "Link", "Note"))
UNSEEN = frozenset(("math", "style", "script", "head"))
TRIED = 8  # pieces of text at the head of a page; a formula or a float may stand before the one found
PROBE, LEAST = 160, 6  # signs that are looked for, more than a heading has, and the fewest that are enough


def leaves(content: bytes, first: int) -> tuple[Leaf, ...]:
    """The pages of a PDF, each with the pieces of text that stand first on it.

    Args:
        content: a tagged PDF.
        first: the number of its first page.
    """
    marked = pdfium.marked(content)
    told: dict[int, list[str]] = {}
    for top in pdf.tags(content):
        for part in top.below:
            if part.kind != "NonStruct":  # the notes at the foot
                for page, mark in _places(part):
                    told.setdefault(page, []).append("".join(marked.get((page, mark), ())))
    return tuple(Leaf(str(first + page), tuple(told[page])) for page in sorted(told))


def mark(page: markup.Element, found: Sequence[Leaf]) -> tuple[tuple[str, str], ...]:
    """Put a mark into a book's page wherever a page of the PDF begins, at the start of the word.

    Returns: identifier and label of each; a page that begins nowhere in the text has none.
    """
    body = page.find(f"{XHTML}body")
    chunks = list(_chunks(body))
    signs: list[tuple[int, int]] = []
    whole = []
    for number, chunk in enumerate(chunks):
        for place, sign in enumerate(chunk.text):
            kept = squeezed(sign)
            whole.append(kept)
            signs += [(number, place)] * len(kept)
    text, here = "".join(whole), 0
    marks: list[tuple[int, int, str]] = []
    for turn, leaf in enumerate(found):
        at = here if turn == 0 else _found(text, leaf, here)
        if at is not None and signs:
            marks.append((*_word_start(chunks, *signs[at]), leaf.label))
            here = at
    for number, place, label in reversed(marks):
        _put(chunks[number], place, label)
    return tuple((f"_page-{label}", label) for _, _, label in marks)


def _places(tag: pdf.Tag) -> Iterator[tuple[int, int]]:
    if tag.kind in PASSED_OVER:
        return
    if not tag.kind:
        yield tag.place
    for one in tag.below:
        yield from _places(one)


def _found(text: str, leaf: Leaf, start: int) -> int | None:
    for number in range(min(TRIED, len(leaf.pieces))):
        probe = squeezed("".join(leaf.pieces[number:]))[:PROBE]
        while len(probe) >= LEAST:
            at = text.find(probe, start)
            if at >= 0:
                return at
            probe = probe[: len(probe) // 2]
    return None


def _chunks(element: markup.Element) -> Iterator[markup.Chunk]:
    """Runs of text in the order of reading, without notes, formulas and ways back."""
    if element.text:
        yield markup.Chunk(element, None, element.text)
    for child in element:
        kind = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else "style"
        apart = child.get("id") == "footnotes" or child.get("role") == "doc-backlink"
        if kind not in UNSEEN and not apart:
            yield from _chunks(child)
        if child.tail:
            yield markup.Chunk(element, child, child.tail)


def _word_start(chunks: Sequence[markup.Chunk], number: int, place: int) -> tuple[int, int]:
    text = chunks[number].text
    while place and (text[place - 1].isalnum() or text[place - 1] == "\u00ad"):
        place -= 1
    return number, place


def _put(chunk: markup.Chunk, place: int, label: str) -> None:
    made = markup.xml_element(f"{XHTML}span", id=f"_page-{label}", role="doc-pagebreak")
    made.set("aria-label", label)
    made.set(TYPE, "pagebreak")
    if chunk.after is None:
        text = chunk.parent.text or ""
        chunk.parent.text, made.tail = text[:place], text[place:]
        chunk.parent.insert(0, made)
    else:
        text = chunk.after.tail or ""
        index = chunk.parent.index(chunk.after) + 1
        chunk.after.tail, made.tail = text[:place], text[place:]
        chunk.parent.insert(index, made)
