"""A composed article, the name of a script -> the same article in that script, before it is typeset."""

from __future__ import annotations

from basylym import citing
from basylym.adapters import lexicon
from basylym.model.document import Document
from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Notice
from basylym.model.romanization import Romanization
from basylym.stages import rescript, romanize

SYSTEMS = {
    "latin": "kazakh-latin-2018",
    "latin-2021": "kazakh-latin-2021",
    "arabic": "kazakh-arabic",
}


def rewritten(
    document: Document, matter: FrontMatter, language: Language, script: str
) -> tuple[Document, FrontMatter, Language]:
    """The article in the script named on the command line.

    Raises:
        BasylymError: ``ROMANIZATION_EXISTS`` where the press has no such script, or none for the language.
    """
    base = language.tag.split("-")[0]
    slug = SYSTEMS.get(script, "")
    system = citing.ROMANIZATIONS.get(slug)
    if system is None or base not in system.note:
        known = ", ".join(SYSTEMS)
        detail = f"the press cannot write {language.autonym} as {script!r}; for Kazakh there are {known}"
        raise BasylymError(Notice(Condition.ROMANIZATION_EXISTS, detail), WRONG_USE)
    write = writer(slug, system, base)

    def signed(text: str) -> str:
        return rescript.signs(write(text), system)

    return (
        rescript.document(document, language, system, write, system.note[base]),
        rescript.front(matter, language, system, signed),
        rescript.pack(language, system, signed),
    )


def writer(slug: str, system: Romanization, tag: str) -> rescript.Write:
    """Text of the language ``tag`` -> the same by ``system`` and its exceptions."""
    exceptions = lexicon.exceptions(slug)
    return lambda text: romanize.romanize(text, system, tag, exceptions)


def refuse(media_type: str, language: Language) -> None:
    """Stop before a page is laid out in a script that cannot be set.

    Raises:
        BasylymError: ``SCRIPT_CAN_BE_SET``: WeasyPrint has no lines from right to left.
    """
    if language.direction == "rtl" and media_type == "application/pdf":
        detail = f"the PDF cannot be set in Arabic script ({language.tag})"
        raise BasylymError(Notice(Condition.SCRIPT_CAN_BE_SET, detail))
