"""What a link of the PDF leads to, in words: shown and said in the place of its address."""

from __future__ import annotations

import textwrap

from basylym.model.document import Document, Node, attributes, plain, rewrite, walk
from basylym.model.language import Language

LONGEST = 120  # characters
CAPTIONED = {"Figure": 1, "Table": 1}  # kind of a block -> where its content has the caption
OURS = "backlinks"


def led_to(document: Document, language: Language) -> dict[str, str]:
    """The name of each place that a link may lead to -> what stands there, or what is done by going there.

    Args:
        document: as printed.
        language: of the article.
    """
    told: dict[str, str] = {}
    notes = 0
    for node in walk(rewrite(list(document.blocks), _without_ways_back, "")):
        name, classes, _ = attributes(node)
        if node["t"] == "Note":
            notes += 1
            told[f"fn{notes}"] = f"{notes}. {' '.join(map(plain, node['c']))}"
            told[f"fnref{notes}"] = f"{language.terms.back}: {notes}"
        elif name.startswith("cite-"):
            told[name] = language.terms.back
        elif node["t"] in CAPTIONED:
            told[name] = plain(node["c"][CAPTIONED[node["t"]]][1])
        elif "equation" in classes:
            told[name] = plain(node).rsplit(maxsplit=1)[-1]  # its number
        elif node["t"] == "Header" or name.startswith("ref-"):
            told[name] = plain(node)
    return {name: _shortened(text) for name, text in told.items() if name and text.strip()}


def _without_ways_back(node: Node, _: str) -> Node | list[Node]:
    return [] if node["t"] == "Span" and OURS in attributes(node)[1] else node


def _shortened(text: str) -> str:
    return textwrap.shorten(text.replace("\u00ad", ""), LONGEST, placeholder=" …")
