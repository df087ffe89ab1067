"""A file that Pandoc reads -> Reading: its text as Markdown, its front matter, references and pictures.

What each format needs before and after stands in the file of the format; what is common stands here.
Every word that the file shows is looked for in the Markdown, and one that is missing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from basylym.adapters import foreign, pandoc
from basylym.model.document import Document, Node, plain, rewrite, walk, words
from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Known, Reading, Received
from basylym.model.repairs import Edit
from basylym.model.text import SourceText
from basylym.readers import _media, _tree

LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
SHOWN = 5
ITEM = re.compile(r"^(\(?\w{1,5})(?=[.)]\s)")
"""What would make the item of a list of a title: ``6. Trade``."""
SAYING = frozenset({"Para", "Plain", "Header", "LineBlock", "CodeBlock"})
REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
SKIPPED = re.compile(
    r"Skipped '(\\(?!begin|end|bibliographystyle|set)[A-Za-z]+\*?(?:\[[^\]]*\])*\{.*\w.*\})' at line (\d+)"
)
FRONT_MATTER = "front-matter"
Change = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class File:
    """What the file of a format knows of a source before Pandoc reads it.

    Attributes:
        content: the bytes that Pandoc is given.
        form: Pandoc's name of the format, with extensions.
        suffix: of the format, with its dot.
        words: every word that the file shows, or nothing where that cannot be told.
        pictures: name in the file -> content.
        front: what the file's own properties say for sure.
        claimed: a title that the properties give; believed only if it stands in the text.
        bibliography: BibTeX of what the file cites.
        flags: of Pandoc.
        change: what the format's tree needs first.
        first_line: where the text starts in the file: what was left out above it is no loss.
        said: what was noticed already.
        left_out: which of the commands that Pandoc skipped stood for words.
    """

    content: bytes
    form: str
    suffix: str
    words: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    front: Mapping[str, Any] = field(default_factory=dict)
    claimed: str = ""
    bibliography: str = ""
    flags: tuple[str, ...] = ()
    change: Change = lambda document: document
    first_line: int = 0
    said: tuple[Notice, ...] = ()
    left_out: Callable[[Sequence[str]], Iterable[str]] = lambda skipped: ()


def read(received: Received, file: File) -> Outcome[Reading]:
    """Read a file by way of Pandoc.

    Notices:
        SOURCE_COMES_THROUGH: words, comments or code of the file are not in the Markdown, or Pandoc
            complained. FIGURE_EXISTS: a picture is not in the file, or of a kind that cannot be shown.

    Raises:
        BasylymError: SOURCE_OPENS, SOURCE_HAS_TEXT, CHILD_ENDS.
    """
    place = Locus(received.path)
    given = _opened(received, file)
    media = _media.taken(_wanted(given.document, file, received))
    front = {**_front(given), **file.front}
    made = _tree.cleaned(file.change(given.document), media.paths, str(front.get("lang", "")))
    text = foreign.markdown(made.document).strip("\n")
    if not LETTER.search(text):
        told = "the file holds no letter that a reader would see"
        raise BasylymError(Notice(Condition.SOURCE_HAS_TEXT, told, place))
    text += "\n"
    known = _moved(text, front, file.claimed)
    if "title" in front:
        front["title"] = ITEM.sub(r"\1\\", str(front["title"]))
    told = f"Pandoc {pandoc.version()} read the {file.suffix} as Markdown"
    source = SourceText(
        received.path, text.encode(), text, "utf-8", b"", told, True, received.raw, file.suffix
    )
    used = {path: content for path, content in media.contents.items() if path in text}
    notices = [*file.said, *_left_behind(made, given, file, place), *_pictures(made, file, place)]
    notices += _notes_of_titles(given, place)
    notices += _lost(file.words, text, front, place)
    reading = Reading(source, front, _bibliography(given, file), used, known)
    return Outcome(reading, tuple(notices))


def _bibliography(given: foreign.Foreign, file: File) -> str:
    """BibTeX of what the file cites: what its reader knows, and works that Pandoc alone found (EndNote's)."""
    found = foreign.references(given.meta)
    more = [entry for entry in found if f"{{{entry['id']}," not in file.bibliography]
    return "\n".join(part for part in (file.bibliography, foreign.bibtex(more) if more else "") if part)


def _opened(received: Received, file: File) -> foreign.Foreign:
    try:
        return foreign.read(file.content, file.form, *file.flags)
    except BasylymError as error:
        if error.notice.condition is not Condition.SOURCE_OPENS:
            raise BasylymError(replace(error.notice, locus=Locus(received.path))) from error
        told = f"the file cannot be opened: {error.notice.detail.removeprefix('Pandoc stopped: ')}"
        raise BasylymError(Notice(Condition.SOURCE_OPENS, told, Locus(received.path))) from error


def _wanted(document: Document, file: File, received: Received) -> dict[str, bytes]:
    """The pictures that the tree names: in the file itself, or beside it."""
    found: dict[str, bytes] = {}
    for node in walk(document.blocks):
        if node["t"] == "Image" and node["c"][2][0] not in found:
            name = node["c"][2][0]
            content = file.pictures.get(name)
            content = received.beside(name) if content is None else content
            if content is not None:
                found[name] = content
    return found


def _front(given: foreign.Foreign) -> dict[str, Any]:
    """What Pandoc found above the text, as plain values; what is no date or tag is left out."""
    meta = given.meta
    texts = {name: _as_blocks(meta[name]) for name in ("title", "subtitle", "abstract") if name in meta}
    for name in ("title", "subtitle"):
        if name in texts:
            texts[name] = rewrite(texts[name], _on_one_line, "")
    front: dict[str, Any] = foreign.pieces(given.document.version, texts)
    people = [_said(one) for one in _listed(meta.get("author", meta.get("authors")))]
    people = [name for name in people if name]
    if people:
        front["author"] = people
    words = [_said(one) for one in _listed(meta.get("keywords"))]
    if any(words):
        front["keywords"] = [part.strip() for one in words for part in re.split("[;,]", one) if part.strip()]
    for name, form in (("date", DAY), ("lang", TAG)):
        found = _said(meta.get(name, ""))
        if form.fullmatch(found):
            front[name] = found
    return {name: value for name, value in front.items() if value}


def _on_one_line(node: Node, _: str) -> Any:
    """A title without its notes, of thanks mostly, and without the ends of its lines on a title page."""
    return [] if node["t"] == "Note" else {"t": "Space"} if node["t"] == "LineBreak" else node


def _notes_of_titles(given: foreign.Foreign, place: Locus) -> Iterator[Notice]:
    for name in ("title", "subtitle"):
        for node in walk(given.meta.get(name, {})):
            if node["t"] == "Note":
                told = f"a note of the {name} was left out: {' '.join(plain(node['c']).split())!r}"
                yield Notice(Condition.SOURCE_COMES_THROUGH, told, place)


def _as_blocks(value: Any) -> list[Node]:
    if value["t"] == "MetaBlocks":
        return list(value["c"])
    if value["t"] == "MetaInlines":
        return [{"t": "Plain", "c": value["c"]}]
    return [{"t": "Plain", "c": words(_said(value))}] if _said(value) else []


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value["c"]) if value["t"] == "MetaList" else [value]


def _said(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if value["t"] in ("MetaString", "MetaBool"):
        return str(value["c"]).strip()
    return " ".join(plain(value["c"]).split()) if value["t"] in ("MetaInlines", "MetaBlocks") else ""


def _moved(text: str, front: dict[str, Any], claimed: str) -> tuple[Known, ...]:
    """The title, where it stands above the text too: it goes to the front matter, and the ledger says so."""
    title = front.get("title") or claimed
    place = 0
    for block in text.split("\n\n")[:SHOWN]:
        if title and _bare(block) == _bare(str(title)):
            end = min(len(text), place + len(block) + 2)
            front["title"] = re.sub(r"^#+ |\s*\{[^{}]*\}$", "", block).strip().replace("\n", " ")
            edit = Edit(place, end, "", "the title stands in the front matter")
            return (Known(edit, FRONT_MATTER),)
        place += len(block) + 2
    return ()


def _bare(text: str) -> str:
    return "".join(WORD.findall(re.sub(r"\{[^{}]*\}$", "", text.strip()))).casefold()


def _left_behind(made: _tree.Cleaned, given: foreign.Foreign, file: File, place: Locus) -> Iterable[Notice]:
    for warning in given.warnings:
        if "Could not fetch resource" not in warning:  # pictures are told of by themselves
            yield Notice(Condition.SOURCE_COMES_THROUGH, f"Pandoc says: {warning}", place)
    told = {"raw code was left out": made.raw, "comments were left out": made.comments}
    told["commands that Pandoc does not know were left out"] = [
        one[1] for one in map(SKIPPED.match, given.skipped) if one and int(one[2]) >= file.first_line
    ] + list(dict.fromkeys(file.left_out(given.skipped)))
    for what, samples in told.items():
        if samples:
            shown = "; ".join(repr(sample) for sample in samples[:SHOWN])
            more = f" and {len(samples) - SHOWN} more" if len(samples) > SHOWN else ""
            yield Notice(Condition.SOURCE_COMES_THROUGH, f"{what}: {shown}{more}", place)


def _pictures(made: _tree.Cleaned, file: File, place: Locus) -> Iterable[Notice]:
    missing = list(dict.fromkeys(made.missing))
    told = {
        "of a kind that no edition shows": [name for name in missing if name in file.pictures],
        "on another server, and nothing is fetched": [name for name in missing if REMOTE.match(name)],
    }
    told["not in the file"] = [name for name in missing if not any(name in known for known in told.values())]
    for why, names in told.items():
        if names:
            shown = ", ".join(repr(name) for name in names[:SHOWN])
            more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
            which = "the picture" if len(names) == 1 else f"{len(names)} pictures"
            told_of = f"{which} {shown} is {why}" if len(names) == 1 else f"{which} are {why}: {shown}{more}"
            yield Notice(Condition.FIGURE_EXISTS, told_of, place)


def _lost(shown: str, text: str, front: Mapping[str, Any], place: Locus) -> Iterable[Notice]:
    """Tell the words of the file that are neither in the Markdown, as the press reads it, nor above it."""
    if not shown:
        return
    document = pandoc.parse(text)
    said = "\n".join(plain(node) for node in walk(document.blocks) if node["t"] in SAYING)
    kept = "\n".join((text, said, str(front)))
    there = {word.casefold() for word in WORD.findall(UNSEEN.sub("", kept))}
    there |= {part for word in there for part in re.split("['’ʼ-]", word)}
    gone = [word for word in WORD.findall(UNSEEN.sub("", shown)) if word.casefold() not in there]
    gone = [word for word in gone if not all(part in there for part in re.split("['’ʼ-]", word.casefold()))]
    gone = list(dict.fromkeys(gone))
    if gone:
        sample = ", ".join(gone[:SHOWN]) + (" …" if len(gone) > SHOWN else "")
        told = f"{len(gone)} words of the file are not in the manuscript: {sample}"
        yield Notice(Condition.SOURCE_COMES_THROUGH, told, place)
