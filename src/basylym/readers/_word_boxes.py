"""The XML of a Word document -> the same, with text that Pandoc leaves out put where Pandoc reads it.

Text in boxes, also in those of a group, goes behind the paragraph that they are anchored in; of a box that
is written twice, for new and for old programs, the new one counts. What a simple field shows is text.
"""

from __future__ import annotations

import re

from basylym.adapters import markup
from basylym.adapters.markup import Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FIELD = re.compile(r"</?w:fldSimple\b[^>]*>")
BOX, PARAGRAPH = f"{WORD}txbxContent", f"{WORD}p"
BLOCKS = (PARAGRAPH, f"{WORD}tbl", f"{WORD}sdt")


def lifted(text: str) -> str:
    """Return the XML of a part; XML that is broken stays as it is."""
    text = FIELD.sub("", text)
    if "txbxContent" not in text:
        return text
    try:
        root = markup.parse_xml(text.encode())
    except (markup.XMLError, ValueError):
        return text
    for box in reversed([one for one in root.iter(BOX) if next(one.iterancestors(TWICE), None) is None]):
        _lift(box)
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + markup.xml(root)


def _lift(box: Element) -> None:
    holder = next(box.iterancestors(PARAGRAPH), None)
    if holder is None:
        return
    blocks = [child for child in box if child.tag in BLOCKS and "".join(child.itertext()).strip()]
    place = holder.getparent().index(holder) + 1
    for number, block in enumerate(blocks):
        holder.getparent().insert(place + number, block)
    alternate = next((one for one in box.iterancestors() if one.tag.endswith("}AlternateContent")), None)
    if alternate is not None:
        for copied in alternate.findall(TWICE):
            alternate.remove(copied)  # else its text would come through a second time
    markup.remove(box)
