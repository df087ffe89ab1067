"""Editions as printed -> the certificate that lies beside them; certificate and editions -> whether it holds.

A certificate names the bytes of everything an edition was made from and of the edition itself,
counts what was proven to be in it, and says with which tools. It asks no clock: the same article
has the same certificate.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import basylym
from basylym import pipeline, project, submitting
from basylym.adapters import pandoc
from basylym.model.galley import Edition, Submission
from basylym.model.notices import BasylymError, Condition, Locus, Notice
from basylym.model.typescript import Spacing, Typeface, Typescript
from basylym.project import Project
from basylym.stages import ledger
from basylym.stages.repair import DECODE

NAME = "certificate.json"
VERSION = 1
TOOLS = (
    *("weasyprint", "pydyf", "pikepdf", "pypdfium2", "lxml", "fonttools", "uharfbuzz", "ziamath", "pyphen"),
    *("jinja2", "bibtexparser", "pyyaml"),
)
Values = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """How an edition was asked for: the options that change what it says."""

    style: str = ""
    script: str = ""
    anonymous: bool = False
    at_end: bool = False
    spacing: str = ""
    typeface: str = ""

    @property
    def wish(self) -> Submission:
        """How the manuscript for a journal was asked for."""
        spacing = Spacing(self.spacing) if self.spacing else None
        typeface = Typeface(self.typeface) if self.typeface else None
        return Submission(self.anonymous, Typescript(spacing, typeface, at_end=self.at_end or None))


Ready = dict[tuple[Asked, bool], pipeline.Set]
"""Articles as they are set, by how they were asked for and whether a journal is sent them."""


def path(article: Project, folder: Path) -> Path:
    """Where the certificate of an article lies among its editions in ``folder``."""
    return folder / (NAME if article.stem == project.ARTICLE.stem else f"{article.stem}.{NAME}")


def certify(
    article: Project,
    composed: pipeline.Set,
    made: Mapping[Path, Edition],
    notices: Iterable[Notice],
    asked: Asked,
) -> dict[Path, bytes]:
    """The certificate of editions, by its path; what was certified before and still stands stays in it.

    Args:
        article: whose editions they are.
        composed: what they were printed from.
        made: path -> edition.
        notices: all that was noticed in making them.
        asked: how they were asked for.
    """
    if not made:
        return {}
    place = path(article, next(iter(made)).parent)
    printed = {notice for edition in made.values() for notice in edition.notices}
    values: Values = {
        "certificate": VERSION,
        "press": f"Basylym {basylym.__version__}",
        "made-from": _sources(article, composed, asked),
        "ledger": repairs(article),
        "notices": _counted(notice for notice in notices if notice not in printed),
        "tools": tools(),
    }
    entries = {file.name: _entry(edition, asked) for file, edition in made.items()}
    earlier = _standing(place, values)
    values["editions"] = dict(sorted({**earlier, **entries}.items()))
    return {place: (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()}


def check(article: Project, out: Path | None) -> tuple[Sequence[Notice], Values, list[str]]:
    """Hold an article's editions against their certificate and against the article as it stands.

    Returns: notices, values for a machine, lines for a person.

    Raises:
        BasylymError: ``CERTIFICATE_EXISTS``, or the article cannot be read.
    """
    place = path(article, out or article.root / project.BUILD)
    values = _read(place)
    notices: list[Notice] = []
    lines = []
    for name, digest in values["made-from"].items():
        file = project.inside(article, name)
        if file is None or _digest(file.read_bytes()) != digest:
            detail = (
                f"{name} {'is gone' if file is None else 'has been changed'} since the editions were made"
            )
            notices.append(Notice(Condition.MANUSCRIPT_IS_CERTIFIED, detail, Locus(name)))
    ready: Ready = {}
    results: Values = {}
    for name, entry in values["editions"].items():
        found = list(_held(article, place.parent / Path(name).name, entry, ready))
        notices += found
        holds = results[name] = not found
        said = f"{entry['counts']['words']} words, {entry['counts']['characters']} characters"
        lines.append(f"{name}: {said}, {'as certified' if holds else 'NOT as certified'}")
    return tuple(dict.fromkeys(notices)), {"certificate": str(place), "editions": results}, lines


@cache
def tools() -> dict[str, str]:
    """Outside tools and libraries that take part in printing or proving, with their versions."""
    versions = {name: metadata.version(name) for name in TOOLS}
    return {"python": platform.python_version(), "pandoc": pandoc.version(), **versions}


def _held(article: Project, file: Path, entry: Values, ready: Ready) -> Iterable[Notice]:
    """What is wrong with one edition. ``ready`` keeps the article as set for each way of asking."""
    if not file.is_file():
        yield Notice(Condition.EDITION_IS_CERTIFIED, f"{file.name} is gone", Locus(str(file)))
        return
    content = project.read_bytes(file)
    if _digest(content) != entry["sha256"]:
        detail = f"{file.name} is not the file that was certified"
        yield Notice(Condition.EDITION_IS_CERTIFIED, detail, Locus(str(file)))
    asked = Asked(**entry["asked"])
    sent = submitting.is_sent([entry["format"]])
    if (asked, sent) not in ready:
        ready[asked, sent] = _set(article, asked, sent)
    form = pipeline.FORMATS[entry["format"]]
    try:
        yield from form.prove(pipeline.galley(ready[asked, sent], form), content).notices
    except BasylymError as error:
        yield error.notice


def _set(article: Project, asked: Asked, sent: bool) -> pipeline.Set:
    made = pipeline.compose(article, asked.style).value
    made = pipeline.rescripted(made, asked.script) if asked.script else made
    return pipeline.submitted(made, asked.wish) if sent else made


def _sources(article: Project, composed: pipeline.Set, asked: Asked) -> dict[str, str]:
    """Everything that an edition is made from, by its path in the project -> the hash of its bytes."""
    front = composed.manuscript.front
    named = [*front.bibliography, front.style, front.journal, asked.style, *composed.pictures]
    files = [project.inside(article, name) for name in named if name]
    files += [article.article.resolve()]
    files += [article.root.resolve() / name for name in (project.SOURCE, project.LEDGER)]
    root = article.root.resolve()
    there = {str(file.relative_to(root)): file for file in files if file is not None and file.is_file()}
    return {name: _digest(project.read_bytes(there[name])) for name in sorted(there)}


def repairs(article: Project) -> dict[str, int]:
    """How many repairs were applied, and how many questions are open."""
    file = article.root / project.LEDGER
    rows = ledger.read(project.read_text(file), str(file)) if file.is_file() else ()
    rows = tuple(row for row in rows if row.rule != DECODE)
    return {state: sum(row.state == state for row in rows) for state in ("applied", "query")}


def open_queries(article: Project) -> list[Notice]:
    """One notice of all open queries, where there are any: a build is not the place to list them."""
    many = repairs(article)["query"]
    detail = f"{many} queries are open; basylym check lists them"
    place = Locus(str(article.root / project.LEDGER))
    return [Notice(Condition.QUERY_IS_SETTLED, detail, place)] if many else []


def _entry(edition: Edition, asked: Asked) -> Values:
    return {
        "format": edition.form,
        "sha256": _digest(edition.content),
        "bytes": len(edition.content),
        "asked": dataclasses.asdict(asked),
        "counts": dataclasses.asdict(edition.tally),
        "notices": _counted(edition.notices),
    }


def _standing(place: Path, values: Values) -> Values:
    """Editions certified earlier, of the same article and by the same tools, that lie there unchanged."""
    try:
        earlier = _read(place)
    except BasylymError:
        return {}
    if any(earlier.get(name) != values[name] for name in ("press", "made-from", "tools")):
        return {}
    files = {name: place.parent / Path(name).name for name in earlier["editions"]}
    return {
        name: entry
        for name, entry in earlier["editions"].items()
        if files[name].is_file() and _digest(files[name].read_bytes()) == entry["sha256"]
    }


def _read(place: Path) -> Values:
    """A certificate that has every field we look at."""
    detail = f"there is no certificate {place}"
    if place.is_file():
        try:
            values: Values = json.loads(project.read_text(place))
            for entry in values["editions"].values():
                _ = Asked(**entry["asked"]).wish
                _ = (pipeline.FORMATS[entry["format"]], entry["sha256"], entry["counts"]["words"])
            if values["certificate"] == VERSION and isinstance(values["made-from"], dict):
                return values
        except (ValueError, KeyError, TypeError, AttributeError):
            pass
        detail = f"{place} is no certificate that this version of the press can read"
    raise BasylymError(Notice(Condition.CERTIFICATE_EXISTS, detail, Locus(str(place))))


def _counted(notices: Iterable[Notice]) -> dict[str, int]:
    return dict(sorted(Counter(notice.condition.slug for notice in notices).items()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
