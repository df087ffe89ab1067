"""An article, set -> the same as a journal asks for it: anonymous, figures and tables at its end."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from basylym.model.document import Document
from basylym.model.galley import AS_IT_IS, Submission
from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Notice
from basylym.stages import anonymize, manuscript_form

EDITION = "submission"
EDITIONS = {"pdf": EDITION, "docx": "typescript"}
"""The kind of file -> the edition of it that a journal is sent."""
PURPOSES = {"": "pdf,epub,html", EDITION: EDITION}
"""What an edition is for -> the editions built where none are named."""


def wanted(to: str, purpose: str, wish: Submission) -> list[str]:
    """The editions to build; for a journal, its form takes the place of the PDF.

    Raises:
        BasylymError: ``EDITION_IS_KNOWN`` where no such purpose, or no such edition for it, is known.
    """
    names = [name.strip() for name in (to or PURPOSES.get(purpose, "")).split(",") if name.strip()]
    if purpose == EDITION:
        names = [EDITIONS.get(name, name) for name in names]
    sent = [name in EDITIONS.values() for name in names]
    odd = purpose not in PURPOSES or (any(sent) != all(sent)) or (purpose == EDITION and not all(sent))
    if odd or (wish != AS_IT_IS and not all(sent)):
        detail = "a journal is sent a manuscript as PDF or DOCX: --for submission --to pdf,docx"
        raise BasylymError(Notice(Condition.EDITION_IS_KNOWN, detail), WRONG_USE)
    return names


def is_sent(editions: Iterable[str]) -> bool:
    """Whether editions are manuscripts for a journal."""
    return bool({*editions} & {*EDITIONS.values()})


def prepared(
    document: Document, front: FrontMatter, language: Language, wish: Submission
) -> tuple[Document, FrontMatter, Submission]:
    """What is printed, and with an anonymous article what must not be found in it afterwards."""
    if wish.anonymous:
        hidden = anonymize.secrets(front)
        document = anonymize.blinded(document, hidden, language)
        front = anonymize.without_authors(front)
        wish = dataclasses.replace(wish, secrets=hidden)
    wish = dataclasses.replace(wish, form=wish.form.over(front.submission))
    told = {getattr(language.terms, name): text for name, text in front.statements.items()}
    document = manuscript_form.declared(document, told)
    if wish.form.at_end:
        document = manuscript_form.gathered(document)
    return document, front, wish


def named_by_file(stem: str, wish: Submission) -> list[Notice]:
    """Notices: ``EDITION_IS_ANONYMOUS`` where the name of the file says who wrote it."""
    spoken = stem.replace("-", " ").replace("_", " ")
    spoken = f"{spoken} {spoken.title()}"
    return [
        Notice(Condition.EDITION_IS_ANONYMOUS, f"the name of the file, {stem!r}, says {secret!r}")
        for secret, _ in anonymize.leaks(spoken, wish.secrets)
    ]
