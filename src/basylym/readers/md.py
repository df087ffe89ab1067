"""Bytes of a Markdown file -> Reading: its front matter turned into ours, its body as it stands.

Front matter of Pandoc, JOSS, Quarto, Manubot (``metadata.yaml`` beside the text) and MyST is
understood. What is named beside the file, the bibliography and the pictures, comes along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from basylym.adapters import foreign, resources, yaml
from basylym.model.notices import Condition, Locus, Notice, Outcome
from basylym.model.readings import Known, Reader, Reading, Received
from basylym.model.repairs import Edit
from basylym.readers import _media, _myst, txt
from basylym.readers._foreign import FRONT_MATTER

FENCED = re.compile(r"\s*---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n\s*|\Z)", re.DOTALL | re.MULTILINE)
TITLED = re.compile(r"%(.*)\r?\n(?:%(.*)\r?\n)?(?:%(.*)\r?\n)?\s*")
PICTURE = re.compile(r"!\[(?:[^\]\\]|\\.){0,2000}\]\(\s*<?([^)\s>]{1,500})")
YEAR = re.compile(r"\d{4}")
METADATA = "metadata.yaml"
OF_OTHERS = frozenset(
    "format execute jupyter kernelspec exports engine toc number-sections filters knitr editor "
    "numbering github header-includes geometry documentclass output biblio-style link-citations site "
    "settings".split()
)
"""What other presses are told how to print, and no fact of the article."""


def _read(received: Received) -> Outcome[Reading]:
    decoded = txt.read(received.raw, received.path, received.encoding)
    source, notices = decoded.value, [*decoded.notices]
    text = source.text
    known: list[Known] = []
    values: dict[str, Any] = {}
    fenced, titled = FENCED.match(text), TITLED.match(text)
    if fenced:
        first = text.count("\n", 0, fenced.start(1)) + 1
        values = yaml.load(fenced[1].replace("\r\n", "\n"), received.path, first)
        known.append(_taken(fenced.end(), "the front matter stands above the fair copy"))
    elif titled:
        lines = [" ".join((line or "").split()) for line in titled.groups()]
        people = [name.strip() for name in lines[1].split(";") if name.strip()]
        values = {"title": lines[0], "author": people, "date": lines[2]}
        known.append(_taken(titled.end(), "the title block stands above the fair copy"))
    beside = received.beside(METADATA)
    if beside is not None:
        values = {**yaml.load(beside.decode("utf-8-sig", "replace"), METADATA, 1), **values}
    bibliography, found = _bibliography(values, received)
    notices += found
    front, found = _ours(values, received.path)
    notices += found
    media, edits = _pictures(text, received)
    abstract, part = _myst.abstract(text)
    if part:
        front.setdefault("abstract", abstract)
        edits = [one for one in edits if not part.edit.start <= one.edit.start < part.edit.end] + [part]
    roles = [
        one for one in _myst.roles(text) if not part or not part.edit.start <= one.edit.start < part.edit.end
    ]
    edits = sorted([*edits, *roles], key=lambda one: one.edit.start)
    known += [one for one in edits if not known or one.edit.start >= known[0].edit.end]
    source = replace(source, markdown=True, original=received.raw, suffix=".md")
    reading = Reading(source, front, bibliography, media.contents, tuple(known))
    return Outcome(reading, tuple(notices))


def _taken(end: int, why: str) -> Known:
    return Known(Edit(0, end, "", why), FRONT_MATTER)


def _ours(values: Mapping[str, Any], path: str) -> tuple[dict[str, Any], list[Notice]]:
    """The fields by the names and in the forms that our front matter has."""
    front = {name: value for name, value in values.items() if name not in OF_OTHERS and value is not None}
    notices = []
    for name in ("bibliography", "references"):
        front.pop(name, None)
    parts = front.pop("parts", None)  # MyST
    if isinstance(parts, dict) and "abstract" in parts:
        front.setdefault("abstract", parts["abstract"])
    if "tags" in front:
        front.setdefault("keywords", front.pop("tags"))
    venue = front.pop("venue", None)
    if venue is not None and "journal" not in front:
        front["journal"] = venue if isinstance(venue, str) else {"title": venue.get("title", "")}
    cited = front.pop("citation", None)  # Quarto: how the article itself is cited
    if isinstance(cited, dict):
        names = {
            "doi": "doi",
            "container-title": "journal",
            "volume": "volume",
            "issue": "issue",
            "page": "pages",
        }
        for theirs, ours in names.items():
            if cited.get(theirs):
                front.setdefault(ours, cited[theirs])
    people = front.pop("authors", None) or front.pop("author", None)
    if people is not None:
        front["author"] = [_person(one) for one in (people if isinstance(people, list) else [people])]
    date = front.get("date")
    if isinstance(date, str) and not YEAR.search(date):  # Quarto: today, last-modified; R: `r Sys.Date()`
        front.pop("date")
        told = f"the date {date!r} names no day: give the article its own"
        notices.append(Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(path)))
    style = str(front.get("csl", ""))
    if style:
        stem = style.rsplit("/", 1)[-1].removesuffix(".csl")
        front.pop("csl")
        if stem in resources.styles():
            front["csl"] = stem
        else:
            told = f"the style {style!r} is not shipped: put its file beside article.md and name it"
            notices.append(Notice(Condition.SOURCE_COMES_THROUGH, told, Locus(path)))
    return front, notices


def _person(item: Any) -> Any:
    """An author without what only another press reads."""
    if not isinstance(item, dict):
        return item
    person = dict(item)
    marks = person.pop("attributes", None)  # Quarto
    if isinstance(marks, dict) and marks.get("corresponding"):
        person["corresponding"] = marks["corresponding"]
    for name in ("corresponding-author", "corresponding_author"):
        if name in person:
            person["corresponding"] = person.pop(name)
    return person


def _bibliography(values: Mapping[str, Any], received: Received) -> tuple[str, list[Notice]]:
    """BibTeX of the files that the front matter names, and of the references that stand in it."""
    pieces: list[str] = []
    notices = []
    for name in _names(values.get("bibliography")):
        content = received.beside(name)
        if content is None:
            told = f"the bibliography {name!r} is not beside the source"
            notices.append(Notice(Condition.BIBLIOGRAPHY_EXISTS, told, Locus(received.path)))
            continue
        written = content.decode("utf-8-sig", "replace")
        pieces.append((_from_json(written) if name.endswith(".json") else written).strip())
    entries = values.get("references")
    if isinstance(entries, list) and all(isinstance(one, dict) and "id" in one for one in entries):
        pieces.append(foreign.bibtex(entries).strip())
    return "\n\n".join(piece for piece in pieces if piece), notices


def _names(value: Any) -> Iterable[str]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str) and one]


def _from_json(written: str) -> str:
    try:
        entries = json.loads(written)
    except ValueError:
        return ""
    return foreign.bibtex(entries) if isinstance(entries, list) else ""


def _pictures(text: str, received: Received) -> tuple[_media.Media, list[Known]]:
    """The pictures beside the file under names of their own, and the paths in the text mended."""
    found: dict[str, bytes] = {}
    for picture in PICTURE.finditer(text):
        content = received.beside(picture[1]) if picture[1] not in found else None
        if content is not None:
            found[picture[1]] = content
    media = _media.taken(found)
    return media, list(_mended(text, media))


def _mended(text: str, media: _media.Media) -> Iterator[Known]:
    for picture in PICTURE.finditer(text):
        path = media.paths.get(picture[1])
        if path and path != picture[1]:
            edit = Edit(*picture.span(1), path, "the picture was copied to where article.md finds it")
            yield Known(edit, "picture-paths", markup=True)


READER = Reader(
    suffixes=(".md", ".markdown", ".qmd", ".mdown"),
    name="Markdown",
    recognizes=lambda raw: False,  # any text may be Markdown: only its name says so
    read=_read,
)
