"""Journal, front matter and Document -> a notice for each thing the journal asks for in vain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from basylym.model.document import Document, attributes, plain, walk
from basylym.model.journal import Bounds, Journal
from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter
from basylym.model.notices import Condition, Locus, Notice
from basylym.stages import cite, manuscript_form

STATEMENTS = ("funding", "conflicts", "artificial_intelligence", "contributions", "availability")
NUMBERED = re.compile(r"^[\dIVX]+(?:\.\d+)*[.)]?\s+")


def _declares(name: str, front: FrontMatter) -> bool:
    return name in front.statements


Asked = Callable[[FrontMatter], bool]
FIELDS: Mapping[str, tuple[str, Asked]] = MappingProxyType(
    {
        "irsti": ("the IRSTI code (irsti)", lambda front: bool(front.irsti)),
        "udc": ("the UDC code (udc)", lambda front: bool(front.udc)),
        "doi": ("a DOI (doi)", lambda front: bool(front.doi)),
        "licence": ("a licence (licence)", lambda front: bool(front.licence)),
        "affiliation": ("the affiliation of each author", lambda front: _each(front, "affiliations")),
        "email": ("the e-mail address of each author", lambda front: _each(front, "email")),
        "orcid": ("the ORCID of each author", lambda front: _each(front, "orcid")),
        "corresponding": (
            "which author is written to (corresponding: true)",
            lambda front: any(one.corresponding for one in front.contributors),
        ),
        **{
            name.replace("_", "-"): (f"a statement on {name.replace('_', ' ')}", partial(_declares, name))
            for name in STATEMENTS
        },
    }
)
"""What ``fields`` of a journal may name -> in words, and whether a front matter gives it."""


def notices(
    journal: Journal, front: FrontMatter, document: Document, language: Language, path: str
) -> list[Notice]:
    """Compare an article with what its journal asks of manuscripts.

    Args:
        journal: with its requirements.
        front: of the article.
        document: cited, with the list of references.
        language: of the article.
        path: of article.md.

    Notices: ``JOURNAL_IS_SATISFIED``.
    """
    found = [*_front(journal, front), *_text(journal, document, language)]
    return [
        Notice(Condition.JOURNAL_IS_SATISFIED, f"{journal.name} asks for {asked}", Locus(path))
        for asked in found
    ]


def _front(journal: Journal, front: FrontMatter) -> Iterator[str]:
    asks = journal.requires
    for tag in asks.languages:
        for name, given in (
            ("title", front.title),
            ("abstract", front.abstract),
            ("keywords", front.keywords),
        ):
            if not _in(given, tag):
                yield f"the {name} in {tag}"
    for tag, words in front.keywords.items():
        yield from _bounded(len(words), asks.keywords, f"keywords in {tag}")
    yield from _bounded(len(front.contributors), asks.authors, "authors")
    for name in asks.fields:
        told, is_given = FIELDS.get(name, (f"{name!r}, which the press does not know", lambda _: False))
        if not is_given(front):
            yield told


def _text(journal: Journal, document: Document, language: Language) -> Iterator[str]:
    asks = journal.requires
    counts = manuscript_form.word_counts(document)
    for tag, words in counts.items():
        if tag:
            yield from _bounded(words, asks.abstract_words, f"words of abstract in {tag}")
    yield from _bounded(counts[""], asks.words, "words of text")
    lists = [node for node in walk(document.blocks) if attributes(node)[0] == cite.REFERENCES]
    yield from _bounded(len(lists[0]["c"][1]) if lists else 0, asks.references, "references")
    headings = [plain(node["c"][2]) for node in walk(document.blocks) if node["t"] == "Header"]
    roles = {language.headings.get(NUMBERED.sub("", text).strip().lower()) for text in headings}
    roles |= {attributes(node)[0] for node in walk(document.blocks) if node["t"] == "Header"}
    for role in asks.sections:
        if role not in roles:
            usual = next((name for name, other in language.headings.items() if other == role), "")
            yield f"a section on {role}" + (f", such as {usual.capitalize()!r}" if usual else "")


def in_words(bounds: Bounds) -> str:
    """``3 to 5``, ``at least 3``, ``at most 5``."""
    least, most = bounds
    return f"{least} to {most}" if least and most else f"at least {least}" if least else f"at most {most}"


def _bounded(count: int, bounds: Bounds, what: str) -> Iterator[str]:
    least, most = bounds
    if count < least or (most and count > most):
        yield f"{in_words(bounds)} {what}; there are {count}"


def _in(given: Mapping[str, object], tag: str) -> bool:
    return any(own.split("-")[0] == tag and value for own, value in given.items())


def _each(front: FrontMatter, name: str) -> bool:
    return bool(front.contributors) and all(getattr(one, name) for one in front.contributors)
