"""Galley -> an EPUB for Kindle: what its converter knows, and no more.

The shop takes EPUB and makes its own format of it. That has no MathML on every device, replaces the
book's fonts by the reader's, and drops style sheets that hold what it does not know; so formulas are
pictures, and the style sheet keeps to CSS 2, which numbers «1)» and «(1)» as «1.».

Source: Kindle Publishing Guidelines, on text, images, tables, and the list of supported CSS.
"""

from __future__ import annotations

from basylym.editions import epub
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.notices import Outcome
from basylym.model.wording import Tally

KIND = epub.Kind("the EPUB for Kindle", "kindle.css", plain=True)


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the EPUB for Kindle; notices as for the EPUB."""
    return epub.printed(galley, KIND)


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold an EPUB for Kindle against the article it was printed from."""
    return epub.proven(galley, content, KIND)


FORMAT = Format(
    "-kindle.epub", "application/epub+zip", Hyphenation(0, 0, 0), edition, prove, names_pages=True
)
