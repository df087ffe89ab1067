"""A fair copy -> the front matter and the references of an article nobody has edited yet.

Nothing is invented: a title the source does not give stands in square brackets, as cataloguers
supply it; a work that is cited and not listed gets an entry that says only that.
"""

from __future__ import annotations

import json
import re

from basylym.model.language import Language
from basylym.model.notices import Condition, Locus, Notice

HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NUMBER = re.compile(r"^[\dIVX.]+ ")
ESCAPED = re.compile(r"\\([^\w\s])")
CITED = re.compile(r"(?<![\\\w])@ref(\d{1,3})(?!\w)")
SENTENCE_END = re.compile(r"[.!?…][»”\")\]]*$")
LONGEST_TITLE, OPENING_WORDS = 200, 8
ABSTRACT, REFERENCES = "abstract", "references"


def title(text: str, language: Language | None) -> tuple[str, str]:
    """Return a title for the fair copy ``text``, still without brackets, and where it was taken from."""
    first = text.split("\n", 1)[0]
    if not first.startswith("#") and len(first) <= LONGEST_TITLE and not SENTENCE_END.search(first):
        return first, "the first line"
    names = language.headings if language else {}
    for heading in HEADING.finditer(text):
        if _plain(heading[1]).strip().lower() not in names:
            return heading[1], "the first heading"
    words = re.sub(r"^#+ .*\n+", "", text).split()
    return " ".join(words[:OPENING_WORDS]) + ("…" if len(words) > OPENING_WORDS else ""), "the first words"


def front_matter(text: str, tag: str, language: Language | None) -> str:
    """Return the YAML block, with its two lines of hyphens, that stands above the fair copy ``text``."""
    supplied, _ = title(text, language)
    fields = {"title": _quoted(f"[{supplied}]"), "lang": tag, "bibliography": "references.bib"}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n"


def cited(text: str) -> tuple[int, ...]:
    """Return the numbers of works that the fair copy cites and nobody lists, in order."""
    return tuple(sorted({int(key[1]) for key in CITED.finditer(text)}))


def references(numbers: tuple[int, ...]) -> str:
    """Return BibTeX: a placeholder for each number, without author, title or year."""
    head = "% The works that the article cites, in BibTeX.\n"
    if numbers:
        head += (
            "% The source cites these numbers and has no list: each entry below stands for a work nobody\n"
            "% has named yet. Fill in author, title and year, and take the keyword away.\n"
        )
    entries = (
        f"\n@misc{{ref{number},\n  keywords = {{basylym-placeholder}},\n  note = {{[{number}]}}\n}}\n"
        for number in numbers
    )
    return head + "".join(entries)


def notices(text: str, path: str, language: Language | None) -> tuple[Notice, ...]:
    """Return what the fair copy ``text`` of the source in ``path`` lacks.

    Args:
        text: the fair copy.
        path: the source, for the places.
        language: its pack, or ``None``.

    Notices:
        TITLE_IS_GIVEN, AUTHOR_IS_GIVEN, ABSTRACT_IS_GIVEN, REFERENCE_IS_COMPLETE, CITATION_RESOLVES.
    """
    locus = Locus(path)
    supplied, origin = title(text, language)
    told = f"the title [{_plain(supplied)}] was supplied from {origin}"
    found = [
        Notice(Condition.TITLE_IS_GIVEN, told, locus),
        Notice(Condition.AUTHOR_IS_GIVEN, "no authors were read from the source", locus),
    ]
    roles = _roles(text, language)
    if ABSTRACT not in roles:
        found.append(Notice(Condition.ABSTRACT_IS_GIVEN, "no abstract was read from the source", locus))
    found += [
        Notice(
            Condition.REFERENCE_IS_COMPLETE,
            f"[{number}] is cited and the source has no list of references",
            locus,
        )
        for number in cited(text)
    ]
    if REFERENCES in roles and not text.endswith(":::"):
        told = (
            "the list of references stands as text; its entries and the numbers that cite them are not linked"
        )
        found.append(Notice(Condition.REFERENCE_IS_LINKED, told, locus))
    return tuple(found)


def _roles(text: str, language: Language | None) -> set[str | None]:
    names = language.headings if language else {}
    return {names.get(NUMBER.sub("", _plain(head[1])).strip().lower()) for head in HEADING.finditer(text)}


def _plain(markdown: str) -> str:
    return ESCAPED.sub(r"\1", markdown)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
