"""A damaged text -> the same as calibre's heuristics repair it, from the Debian package, by its own code.

The package is fetched by name; its two modules are loaded as they stand, with stand-ins for what they
import of the rest of calibre. Text is handed over as calibre's own reader of plain text does: blocks
parted by blank lines are paragraphs, else each line is one and is unwrapped by the heuristics.
"""

from __future__ import annotations

import html
import importlib.util
import re
import sys
from functools import cache
from types import ModuleType, SimpleNamespace
from typing import Any

from .texts import fetched

OPTIONS = SimpleNamespace(
    enable_heuristics=True,
    unwrap_lines=True,
    html_unwrap_factor=0.4,
    dehyphenate=True,
    renumber_headings=False,
    markup_chapter_headings=True,
    italicize_common_cases=False,
    fix_indents=True,
    delete_blank_paragraphs=False,
    format_scene_breaks=False,
    replace_scene_breaks="",
    verbose=0,
)
TAGGED = re.compile(r"<(p|h\d)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def _quiet(*_: object) -> None:
    pass


@cache
def processor() -> Any:
    """Return calibre's HeuristicProcessor class."""
    folder = fetched("calibre") / "usr/lib/calibre/calibre"
    log = SimpleNamespace(debug=_quiet, info=_quiet, warn=_quiet, __call__=_quiet)
    stand_ins: dict[str, dict[str, Any]] = {
        "calibre": {"entity_to_unicode": lambda found: html.unescape(found.group()), "as_unicode": str},
        "calibre.utils": {},
        "calibre.utils.logging": {"default_log": log},
        "calibre.utils.html2text": {"html2text": lambda page: html.unescape(TAG.sub("", page))},
        "calibre.ebooks": {},
        "calibre.ebooks.conversion": {},
    }
    for name, values in stand_ins.items():
        module = sys.modules[name] = ModuleType(name)
        module.__dict__.update(values, __path__=[])
    found = {}
    for name, file in (
        ("calibre.utils.wordcount", "utils/wordcount.py"),
        ("calibre.ebooks.conversion.preprocess", "ebooks/conversion/preprocess.py"),
        ("calibre.ebooks.conversion.utils", "ebooks/conversion/utils.py"),
    ):
        spec = importlib.util.spec_from_file_location(name, folder / file)
        if spec is None or spec.loader is None:
            raise FileNotFoundError(file)
        found[name] = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found[name])
    return found["calibre.ebooks.conversion.utils"].HeuristicProcessor


def repaired(text: str) -> str:
    """Return ``text`` after calibre's heuristics, headings marked as in Markdown."""
    classes = processor()
    analysis = sys.modules["calibre.ebooks.conversion.preprocess"]
    log = SimpleNamespace(debug=_quiet, info=_quiet, warn=_quiet)
    length = analysis.DocAnalysis("txt", text).line_length(0.5)
    text = analysis.Dehyphenator(0, log=log)(text, "txt", length)
    parted = text.count("\n\n") > 0.02 * text.count("\n")
    blocks = re.split(r"\n{2,}", text) if parted else text.split("\n")
    page = "\n".join(f"<p>{html.escape(block, quote=False)}</p>" for block in blocks if block.strip())
    made = classes(OPTIONS, log)(f"<html><head></head><body>{page}</body></html>")
    rows = []
    for found in TAGGED.finditer(made):
        mark = "## " if found[1] != "p" else ""
        rows.append(mark + " ".join(html.unescape(TAG.sub("", found[2])).split()))
    return "\n\n".join(row for row in rows if row)
