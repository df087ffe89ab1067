"""The folder of one article: finds, reads and writes its files, each of them whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice
from basylym.model.pictures import PICTURES

ARTICLE = Path("manuscript", "article.md")
SOURCE = Path("manuscript", "source.txt")
LEDGER = Path("manuscript", "ledger.tsv")
DECISIONS = Path("manuscript", "decisions.tsv")
BIBLIOGRAPHY = Path("references.bib")
MEDIA = Path("manuscript")  # pictures of a source are named from here, as article.md names them
BESIDE = Path("manuscript", "beside")
BUILD = Path("build")
NAMED = frozenset({".bib", ".json", ".yaml", ".yml"})
LARGEST = 64 * 1024 * 1024  # bytes; a scholarly article with its pictures is far below


@dataclass(frozen=True, slots=True)
class Project:
    """Where one article lives.

    Attributes:
        root: nothing outside this folder is read for the article.
        article: the Markdown file.
    """

    root: Path
    article: Path

    @property
    def stem(self) -> str:
        """The name its editions bear."""
        return self.article.stem


def find(place: Path) -> Project:
    """The project of a folder that holds manuscript/article.md, or of a Markdown file.

    Raises:
        BasylymError: ``FILE_EXISTS``, ``MANUSCRIPT_EXISTS``.
    """
    if place.is_dir():
        if not (place / ARTICLE).is_file():
            detail = f"the folder {place} holds no {ARTICLE}"
            raise BasylymError(Notice(Condition.MANUSCRIPT_EXISTS, detail), WRONG_USE)
        return Project(place, place / ARTICLE)
    if not place.is_file():
        raise BasylymError(Notice(Condition.FILE_EXISTS, f"there is no file {place}"), WRONG_USE)
    folder = place.parent
    if folder.resolve().name != ARTICLE.parent.name:
        return Project(folder, place)
    return Project(folder.parent if folder.name else folder / "..", place)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file named by the user.

    Raises:
        BasylymError: ``FILE_EXISTS``.
    """
    try:
        if path.stat().st_size > LARGEST:
            detail = f"{path} is larger than {LARGEST // 1024 // 1024} MB"
            raise BasylymError(Notice(Condition.FILE_EXISTS, detail), WRONG_USE)
        return path.read_bytes()
    except OSError as error:
        detail = f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
        raise BasylymError(Notice(Condition.FILE_EXISTS, detail), WRONG_USE) from error


def read_text(path: Path) -> str:
    """The text of a manuscript file.

    Raises:
        BasylymError: ``FILE_EXISTS``, ``MANUSCRIPT_IS_UTF8``.
    """
    raw = read_bytes(path)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        place = Locus(str(path), line, error.start - raw.rfind(b"\n", 0, error.start))
        detail = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        raise BasylymError(Notice(Condition.MANUSCRIPT_IS_UTF8, detail, place)) from error


def beside(source: Path, name: str) -> tuple[str, bytes] | None:
    """A file that a source names beside it: its path from the source's folder, and its content.

    Only a picture, a bibliography or metadata, and only inside that folder; what an earlier
    normalization took over lies in ``beside/`` there.
    """
    for folder in (source.parent / BESIDE.name, source.parent):
        try:
            root = folder.resolve()
            path = (root / unquote(name)).resolve()
            known = path.suffix.lower() in PICTURES or path.suffix.lower() in NAMED
            if known and path.is_relative_to(root) and path.is_file() and path.stat().st_size <= LARGEST:
                return path.relative_to(root).as_posix(), path.read_bytes()
        except (OSError, ValueError):  # a name too long for a file, as data: has, or with a null in it
            continue
    return None


def inside(project: Project, name: str) -> Path | None:
    """The file that an article names by a relative path, or None if it is not inside the project.

    Looked for beside the article first, then at the project's root.
    """
    root = project.root.resolve()
    for folder in (project.article.parent, project.root):
        for written in dict.fromkeys((name, unquote(name))):  # Pandoc writes a space as %20
            try:
                path = (folder / written).resolve()
                if path.is_relative_to(root) and path.is_file():
                    return path
            except (OSError, ValueError):  # a name too long for a file, as data: has, or with a null in it
                continue
    return None


def sources(project: Project, bibliographies: Iterable[str]) -> dict[str, bytes]:
    """Name -> content of the article's text and of its bibliographies, as they stand."""
    paths = [project.article, *(path for name in bibliographies if (path := inside(project, name)))]
    return {path.name: read_bytes(path) for path in paths}


def picture(project: Project, name: str) -> bytes | None:
    """The bytes of a picture the article names, or None if it has none of that name inside the project."""
    path = inside(project, name)
    if path is None or path.suffix.lower() not in PICTURES or path.stat().st_size > LARGEST:
        return None
    content = path.read_bytes()
    return content if PICTURES[path.suffix.lower()].match(content) else None


def write(files: Mapping[Path, bytes]) -> None:
    """Write files, each by way of a temporary one beside it; a failure leaves the old ones standing.

    Raises:
        BasylymError: ``OUTPUT_IS_WRITABLE``.
    """
    ready: list[tuple[str, Path]] = []
    folder = Path()
    try:
        for path, content in files.items():
            folder = path.parent
            folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=folder, prefix=f".{path.name}.")
            ready.append((name, path))
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.chmod(name, 0o644)
        for name, path in ready:
            os.replace(name, path)
    except OSError as error:
        for name, _ in ready:
            Path(name).unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        detail = f"the folder {folder} cannot be written to: {reason}"
        raise BasylymError(Notice(Condition.OUTPUT_IS_WRITABLE, detail)) from error
