"""The manuscript: front matter as checked values, and the Markdown body below it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from basylym.model.typescript import UNSAID, Typescript

Localized = Mapping[str, str]
"""BCP 47 tag -> text; the article's own language first."""


@dataclass(frozen=True, slots=True)
class Contributor:
    """One author. ``affiliations`` are indexes from 0 into the front matter's; ORCID bare."""

    name: Localized
    affiliations: tuple[int, ...] = ()
    orcid: str = ""
    email: str = ""
    corresponding: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The journal as the article's first page names it."""

    title: str = ""
    series: str = ""
    issn: str = ""
    eissn: str = ""
    volume: str = ""
    issue: str = ""
    first_page: int = 1
    pages: str = ""


@dataclass(frozen=True, slots=True)
class SecondList:
    """The list of references printed again in Latin letters.

    Attributes:
        system: name of a romanization.
        heading: as printed above it.
        style: CSL style of the second list; nothing for the same as the first.
    """

    system: str
    heading: str = "References"
    style: str = ""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above the text. Empty values were not given; nothing is invented.

    Attributes:
        language: BCP 47 tag of the article.
        title: Markdown by language; a title in square brackets was supplied by the press.
        contributors, affiliations: in the order of the page.
        abstract, keywords: by language; the abstract is Markdown.
        date: of the article; the clock is never asked.
        received, accepted, published: days of the editorial record.
        doi: bare. irsti, udc: as the journal prints them, without label.
        bibliography: paths as written, of .bib files.
        uncited: keys of references to list though nothing cites them; ``*`` for all of them.
        style: name of a shipped CSL style or path of a .csl file, or nothing.
        second_list: how the references are printed a second time, or None.
        statements: what a journal asks authors to declare: ``funding``, ``conflicts``,
            ``artificial_intelligence``, ``contributions``, ``availability``.
        notice: a sentence the edition must show, such as that it is a sample.
        journal: name of a journal's file, or its path inside the project, or nothing.
        accent: the journal's colour, ``#rrggbb``, or nothing.
        form: of the printed page: ``one-column`` or ``two-columns``; nothing for the usual one.
        submission: how the manuscript for a journal is set.
    """

    language: str
    title: Localized = field(default_factory=dict)
    short_title: str = ""
    contributors: tuple[Contributor, ...] = ()
    affiliations: tuple[Localized, ...] = ()
    abstract: Localized = field(default_factory=dict)
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: datetime.date | None = None
    received: datetime.date | None = None
    accepted: datetime.date | None = None
    published: datetime.date | None = None
    doi: str = ""
    irsti: str = ""
    irsti_label: str = ""
    udc: str = ""
    kind: str = ""
    licence: str = ""
    masthead: Masthead = field(default_factory=Masthead)
    bibliography: tuple[str, ...] = ()
    uncited: tuple[str, ...] = ()
    style: str = ""
    notice: str = ""
    statements: Mapping[str, str] = field(default_factory=dict)
    second_list: SecondList | None = None
    journal: str = ""
    accent: str = ""
    form: str = ""
    submission: Typescript = UNSAID

    @property
    def title_is_supplied(self) -> bool:
        """Whether the press, and not the author, gave the title."""
        title = self.title.get(self.language, "")
        return title.startswith("[") and title.endswith("]")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """One article as its editor sees it.

    Attributes:
        path: of article.md, as the user named it.
        front: the front matter, checked.
        body: Markdown.
        body_line: the line of the file, from 1, on which the body starts.
    """

    path: str
    front: FrontMatter
    body: str
    body_line: int = 1
