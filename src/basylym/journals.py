"""The journal that an article names: what its editions take from it, and what it asks for in vain."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from basylym import project
from basylym.adapters import journal, resources
from basylym.model.document import Document
from basylym.model.journal import Journal
from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter, Manuscript
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice
from basylym.project import Project
from basylym.stages import require


def shipped() -> dict[str, Journal]:
    """Name -> journal, of all that are shipped."""
    return {name: _read(path, str(path)) for name, path in resources.journals().items()}


def found(place: Project, name: str) -> Journal:
    """The journal of a name, or of a .toml file inside the project.

    Raises:
        BasylymError: ``JOURNAL_EXISTS``, ``JOURNAL_PARSES``.
    """
    known = resources.journals()
    path = project.inside(place, name) if name.endswith(".toml") else known.get(name)
    if path is None:
        detail = f"there is no journal {name!r}; shipped are {', '.join(known)}"
        raise BasylymError(Notice(Condition.JOURNAL_EXISTS, detail, Locus(str(place.article))), WRONG_USE)
    return _read(path, name)


def applied(place: Project, front: FrontMatter) -> FrontMatter:
    """The front matter with what its journal gives where it gives nothing itself."""
    if not front.journal:
        return front
    one, own = found(place, front.journal), front.masthead
    language = front.language.split("-")[0]
    title = one.title.get(front.language) or one.title.get(language) or next(iter(one.title.values()), "")
    masthead = dataclasses.replace(
        own,
        title=own.title or title,
        series=own.series or one.series,
        issn=own.issn or one.issn,
        eissn=own.eissn or one.eissn,
    )
    return dataclasses.replace(
        front,
        masthead=masthead,
        irsti_label=front.irsti_label or one.irsti_label,
        licence=front.licence or one.licence,
        style=front.style or one.style,
        second_list=front.second_list or one.second_list,
        accent=one.accent,
        form=front.form or one.form,
        submission=front.submission.over(one.submission),
    )


def unsatisfied(
    place: Project, manuscript: Manuscript, document: Document, language: Language
) -> list[Notice]:
    """What the article's journal asks of manuscripts and does not find in this one."""
    front = manuscript.front
    if not front.journal:
        return []
    return require.notices(found(place, front.journal), front, document, language, manuscript.path)


def _read(path: Path, shown: str) -> Journal:
    return journal.read(project.read_text(path), path.stem, shown)
