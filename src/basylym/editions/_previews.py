"""Calls of notes and references get what they lead to, as a text that the style sheet shows beside them.

It is an attribute and no element: nothing is said twice to those who search, copy or listen.
"""

from __future__ import annotations

from urllib.parse import unquote

from basylym.adapters import markup
from basylym.editions._proof import UNSEEN

SHOWN = "data-shown"
LONGEST = 420  # characters; the rest is read where it stands
CALLS = ".//a[@role='doc-noteref'] | .//a[starts-with(@href, '#ref-')]"


def preview(root: markup.Element) -> None:
    """Tell every call in ``root`` what it leads to."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    told: dict[str, str] = {}
    for call in root.xpath(CALLS):
        name = unquote(call.get("href")[1:])
        if name in named:
            call.set(SHOWN, told.setdefault(name, _shown(named[name])))


def _shown(element: markup.Element) -> str:
    text = " ".join(_text(element).replace("\u00ad", "").split())
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition(" ")[0].rstrip(".,;:–") + "…"


def _text(element: markup.Element) -> str:
    """The text of a note or an entry, without its ways back and without its number."""
    classes = (element.get("class") or "").split()
    back = element.get("role") == "doc-backlink" or "backlinks" in classes or "csl-left-margin" in classes
    if not isinstance(element.tag, str) or element.tag in UNSEEN or back:
        return ""
    inner = "".join(_text(child) + (child.tail or "") for child in element)
    space = " " if element.tag in ("p", "li", "div") else ""
    return f"{space}{element.text or ''}{inner}{space}"
