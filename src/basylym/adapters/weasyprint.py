"""A page as XHTML, CSS and files -> PDF, laid out by WeasyPrint in a child process: its one home.

The parent calls ``pdf`` and ``available``; the child is this module run as a program. It reads
JSON on standard input, and writes one line of JSON and the PDF on standard output. WeasyPrint,
and with it Pango, is loaded in the child alone, so that the other editions print without them.
"""

from __future__ import annotations

import base64
import ctypes.util
import json
import logging
import os
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from basylym.adapters import _faults, _floats, _numbering, _paging, _snapping, child, laidout, pyphen
from basylym.model.notices import BasylymError, Condition, Notice, Outcome

FLOATS, ALWAYS, NEEDED = _floats.FLOATS, _floats.ALWAYS, _floats.NEEDED
SCHEME = "press:"
"""What the address of every file in a payload starts with; no other address is ever opened."""
LIMITS = child.Limits(seconds=180, megabytes=3072)
PROBE = child.Limits(seconds=30, megabytes=3072)
MISSING = 4  # exit code of a child that cannot load Pango
MOST_LAYOUTS = 9
EXPECTED = "No fonts configured in FontConfig"  # so it should be: ours come with the payload
FONTCONFIG = "<?xml version='1.0'?><fontconfig><cachedir>cache</cachedir></fontconfig>"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a PDF is made from.

    Attributes:
        html: the page as well-formed XML without namespaces, so that a note may hold paragraphs
            inside a paragraph, which no HTML parser would leave there.
        css: one style sheet.
        files: name -> content; ``press:name`` is its address in the page and the style sheet.
        identifier: 16 bytes that name the document for ever.
        unit: pt of one line of the grid.
        top: pt from a page's top to the grid's first line.
        widths: pt of the measure, and of the frame that wider tables may use.
        numbered: whether the lines of the text are numbered in the margin.
    """

    html: str
    css: str
    files: Mapping[str, bytes]
    identifier: bytes
    unit: float
    top: float
    widths: tuple[float, float] = (378.0, 490.0)
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A PDF, and what was measured on its pages.

    Attributes:
        pages: how many.
        lines: body lines on all of them.
        off_grid: how many of those stand beside the grid.
        notes: of each page, pt from its top to where its notes start.
        tables: of each table on each page, which table it is a part of.
        layouts: how often all pages were laid out.
    """

    content: bytes
    pages: int
    lines: int
    off_grid: int
    notes: tuple[float, ...]
    tables: tuple[int, ...] = ()
    layouts: int = 1


def pdf(sheet: Sheet) -> Outcome[Laid]:
    """Lay out and write.

    Notices:
        ``PAGE_IS_CLEAN`` for each thing WeasyPrint complained of, and each flaw seen on the pages.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` without Pango, ``CHILD_ENDS`` where layout did not end well.
    """
    given = {
        "html": sheet.html,
        "css": sheet.css,
        "files": {name: base64.b64encode(content).decode() for name, content in sheet.files.items()},
        "identifier": sheet.identifier.hex(),
        "unit": sheet.unit,
        "top": sheet.top,
        "widths": sheet.widths,
        "numbered": sheet.numbered,
    }
    ended = _child((), json.dumps(given).encode(), LIMITS)
    if ended.code == MISSING:
        raise BasylymError(Notice(Condition.TOOL_IS_PRESENT, ended.complaint.strip()))
    if ended.code:
        last = (ended.complaint.strip().splitlines() or ["it gave no reason"])[-1]
        raise BasylymError(Notice(Condition.CHILD_ENDS, f"WeasyPrint stopped: {last[:300]}"))
    head, _, content = ended.output.partition(b"\n")
    told = json.loads(head)
    said = [*told["said"], *(line for line in ended.complaint.splitlines() if line.strip())]
    notices = tuple(Notice(Condition.PAGE_IS_CLEAN, what) for what in dict.fromkeys(said))
    counted = {name: told[name] for name in ("pages", "lines", "off_grid", "layouts")}
    laid = Laid(content, notes=tuple(told["notes"]), tables=tuple(told["tables"]), **counted)
    return Outcome(laid, notices)


@cache
def available() -> str | None:
    """None where WeasyPrint can be loaded, else what is missing."""
    ended = _child(("--available",), b"", PROBE)
    return None if ended.code == 0 else ended.complaint.strip() or "WeasyPrint cannot be loaded"


def _child(flags: tuple[str, ...], given: bytes, limits: child.Limits) -> child.Ended:
    command = [sys.executable, "-m", "basylym.adapters.weasyprint", *flags]
    return child.run(command, given, limits, tool="WeasyPrint")


# Below here only the child runs.


@dataclass(slots=True)
class _Ears(logging.Handler):
    """Hears what WeasyPrint logs."""

    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        logging.Handler.__init__(self, logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one line of the log."""
        self.said.append(" ".join(record.getMessage().split()))

    __hash__ = logging.Handler.__hash__


def _load() -> Any:
    """WeasyPrint, with fontconfig told to supply no font of the machine's own.

    Raises:
        SystemExit: a library is missing.
    """
    config = Path("fonts.conf").resolve()  # a bare name would be looked for in /etc/fonts
    config.write_text(FONTCONFIG, encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(config)
    warnings.filterwarnings("ignore", message=EXPECTED)
    if sys.platform == "linux":
        _find_libraries_by_soname()
    try:
        import weasyprint
    except (OSError, ImportError) as error:
        print(str(error).split(":")[0].strip() or "Pango cannot be loaded", file=sys.stderr)
        raise SystemExit(MISSING) from error
    return weasyprint


def _find_libraries_by_soname() -> None:
    """Keep cffi from asking ldconfig, gcc and ld, in fifty processes, for names that Linux does not use.

    WeasyPrint tries several names of each library; that with its soname is loaded without asking.
    """
    ctypes.util.find_library = lambda name: None


def _main() -> None:
    weasyprint = _load()
    if sys.argv[1:] == ["--available"]:
        return
    pyphen.shipped()
    given = json.loads(sys.stdin.buffer.read())
    ears = _Ears()
    logger = logging.getLogger("weasyprint")
    logger.handlers[:] = [ears]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its colour profile open
        content, told = _written(weasyprint, given)
    told["said"] = [*ears.said, *told["said"], *(str(one.message) for one in caught)]
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)


def _written(weasyprint: Any, given: Mapping[str, Any]) -> tuple[bytes, dict[str, Any]]:
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration

    _let_notes_hold_tables()
    modules = _modules()
    _paging.improve(modules, given["unit"] / laidout.PT)
    _snapping.snap(modules.block, given["unit"])
    if given["numbered"]:
        _numbering.number(modules.layout, given["unit"], given["top"])
    fetcher = _fetcher(given["files"])
    shared = {"font_config": FontConfiguration(), "counter_style": CounterStyle()}  # else the rules are lost
    css = weasyprint.CSS(string=given["css"], url_fetcher=fetcher, **shared)
    root = ElementTree.fromstring(given["html"])  # noqa: S314  # written by us, no entities
    options = {
        **weasyprint.DEFAULT_OPTIONS,
        "stylesheets": [css],
        "cache": {},
        "pdf_variant": "pdf/a-3a",
        "pdf_tags": True,
        "pdf_identifier": bytes.fromhex(given["identifier"]),
    }

    def render(shown: ElementTree.Element) -> Any:
        html = weasyprint.HTML(string="<html></html>", base_url=SCHEME, url_fetcher=fetcher)
        _plant(html, shown)
        return html.render(**shared, **options)

    if (record := laidout.alone(root)) is not None:
        laidout.begin(render(record), root, given["unit"])
    document, layouts = render(root), 1
    while layouts < MOST_LAYOUTS and laidout.settle(document, root, given["unit"], given["widths"]):
        document, layouts = render(root), layouts + 1
    lines, off = laidout.grid(document, given["unit"], given["top"])
    told = {
        "pages": len(document.pages),
        "lines": lines,
        "off_grid": off,
        "notes": laidout.notes(document),
        "tables": laidout.tables(document),
        "layouts": layouts,
        "said": [*laidout.flaws(document), *_faults.faults(document, given["unit"] / laidout.PT)],
    }
    return document.write_pdf(**options), told


def _modules() -> SimpleNamespace:
    from weasyprint import layout, pdf
    from weasyprint.formatting_structure import build
    from weasyprint.layout import block, page
    from weasyprint.pdf import tags

    return SimpleNamespace(layout=layout, pdf=pdf, build=build, block=block, page=page, tags=tags)


def _plant(html: Any, root: ElementTree.Element) -> None:
    """Put our tree in the place of the one that the HTML parser made."""
    import cssselect2

    html.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
    html.etree_element = html.wrapper_element.etree_element


def _fetcher(files: Mapping[str, str]) -> Any:
    """A fetcher that hands out the payload's files and refuses every other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    def fetch(_: Any, url: str, headers: Any = None) -> Any:
        name = url.removeprefix(SCHEME)
        if name == url or name not in files:
            raise ValueError(f"{url[:80]} is not part of the article")
        return URLFetcherResponse(url, base64.b64decode(files[name]))

    return type("Fetcher", (URLFetcher,), {"fetch": fetch})()


def _let_notes_hold_tables() -> None:
    """Keep WeasyPrint from wrapping a table twice, which stops it at a note that holds one.

    It builds the anonymous boxes of the note area again each time a note is added.
    """
    from weasyprint.formatting_structure import boxes, build

    plain = build.anonymous_table_boxes

    def once(box: Any) -> Any:
        if isinstance(box, boxes.ParentBox) and getattr(box, "is_table_wrapper", False):
            return box
        return plain(box)

    build.anonymous_table_boxes = once


if __name__ == "__main__":
    _main()
