"""The text of article.md -> its front matter's YAML, its body, and where each of them stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from basylym.model.language import Language
from basylym.model.manuscript import FrontMatter
from basylym.model.notices import BasylymError, Condition, Locus, Notice

FENCE = "---"
FIELD = re.compile(r"([A-Za-z][\w-]*)\s*:")


@dataclass(frozen=True, slots=True)
class Parts:
    """An article.md cut in two.

    Attributes:
        front: YAML, without its fences; empty where there is none.
        body: Markdown.
        body_line: line, from 1, on which the body starts.
        lines: field of the front matter -> its line; "" -> the first line.
    """

    front: str
    body: str
    body_line: int
    lines: dict[str, int]

    def line_of(self, value: str) -> int:
        """The line of the file that holds ``value``; the front matter's first where none does."""
        first = self.lines[""]
        rows = self.front.split("\n")
        return next((number for number, row in enumerate(rows, first) if value in row), first)


def cut(text: str, path: str) -> Parts:
    """Cut an article.md into front matter and body.

    Raises:
        BasylymError: ``FRONT_MATTER_IS_YAML`` where the front matter is never closed,
            ``MANUSCRIPT_HAS_TEXT`` where nothing stands below it.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    rows = text.split("\n")
    front, start = "", 0
    opened = next((n for n, row in enumerate(rows) if row.strip()), 0)
    if rows[opened].rstrip() == FENCE:
        ends = [n for n, row in enumerate(rows[opened + 1 :], opened + 1) if row.rstrip() in (FENCE, "...")]
        if not ends:
            detail = "the front matter is opened with --- and never closed"
            raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, detail, Locus(path, opened + 1)))
        front, start = "\n".join(rows[opened + 1 : ends[0]]), ends[0] + 1
    while start < len(rows) and not rows[start].strip():
        start += 1
    body = "\n".join(rows[start:])
    if not body.strip():
        raise BasylymError(Notice(Condition.MANUSCRIPT_HAS_TEXT, "there is no text", Locus(path, start + 1)))
    lines = {"": opened + 2 if front else 1}
    for number, row in enumerate(front.split("\n"), opened + 2):
        found = FIELD.match(row)
        if found:
            lines.setdefault(found.group(1), number)
    return Parts(front, body, start + 1, lines)


def notices(front: FrontMatter, language: Language | None, path: str) -> tuple[Notice, ...]:
    """What the front matter lacks. Nothing is invented: it prints as missing, or not at all."""
    place = Locus(path)
    found = []
    title = front.title.get(front.language, "")
    if not title:
        found.append(Notice(Condition.TITLE_IS_GIVEN, "the article has no title", place))
    elif front.title_is_supplied:
        detail = f"the title {title} was supplied by the press"
        found.append(Notice(Condition.TITLE_IS_GIVEN, detail, place))
    if not front.contributors:
        found.append(Notice(Condition.AUTHOR_IS_GIVEN, "the article names no author", place))
    if not front.abstract:
        found.append(Notice(Condition.ABSTRACT_IS_GIVEN, "the article has no abstract", place))
    if front.date is None:
        found.append(Notice(Condition.DATE_IS_GIVEN, "the article bears no date", place))
    if missing := lacking(front.language, language):
        found.append(Notice(Condition.LANGUAGE_IS_KNOWN, missing, place))
    return tuple(found)


def lacking(tag: str, language: Language | None) -> str:
    """What an article in ``tag`` goes without, in words; nothing where its pack has all.

    Args:
        tag: BCP 47, as the front matter gives it.
        language: the pack of the tag, or of its language; None where nobody wrote one.
    """
    if language is None:
        return (
            f"there is no language pack for {tag!r}: the words that the press adds stand in English"
            " (Abstract, References, Figure 1, dates, links read aloud), and so do those of citations"
            " where CSL has no such language; quotation marks are English; no word is broken at a line's end"
        )
    script = language.script
    scripts = [part.title() for part in tag.split("-")[1:] if len(part) == len(script) and part.isalpha()]
    if scripts and scripts[0] != script:
        return (
            f"the pack of {language.tag!r} is for {script}, not {scripts[0]}: the words that the press adds"
            f" stand in {script}, and no word in {scripts[0]} is broken; an article in {script}"
            " can be set in another script with --script"
        )
    if language.hyphenate is None and language.dictionary is None:
        return f"the pack of {language.tag!r} breaks no word: lines stand ragged or wide"
    return ""


def foreign(tag: str, own: str) -> str:
    """What a passage in ``tag``, a language without a pack, goes without in an article in ``own``."""
    return (
        f"there is no language pack for {tag!r}, in which a passage is: its quotation marks stay as typed,"
        f" none of its words is broken, figures in it are named in {own!r}, a summary bears its tag"
        " for a heading"
    )
