"""A fair copy -> the front matter and the references of an article nobody has edited yet.

What the rules moved out of the body stands there. Nothing is invented: a title the source does not
give stands in square brackets, as cataloguers supply it; a work that is cited and not listed gets an
entry that says only that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from basylym.model.codes import BBK, IRSTI, UDC
from basylym.model.language import Language
from basylym.model.notices import Condition, Locus, Notice
from basylym.model.repairs import FairCopy, State
from basylym.model.works import Given, Work
from basylym.stages import inscribe
from basylym.stages._opening_head import below_head

HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
NUMBER = re.compile(r"^[\dIVX.]+ ")
ESCAPED = re.compile(r"\\([^\w\s])")
CITED = re.compile(r"(?<![\\\w])@ref(\d{1,3})(?!\w)")
KEY = re.compile(r"(?<![\\\w])@([a-z]+\d[\w-]*)")
SENTENCE_END = re.compile(r"[.!?…][»”\")\]]*$")
LONGEST_TITLE, OPENING_WORDS = 200, 8
MOST_LINES = 5  # of a title, the blank ones between them too
CODES = re.compile(rf"\A(?:(?:{IRSTI}|{UDC}|{BBK})[ \u00a0.:]{{1,3}}[^\s\d]{{0,3}}\d\S*\s+)+")
"""The codes of a first line, of a library's scheme each: no words of a title."""
ISSUE = re.compile(
    r"(?=.*(?<!\d)(?:19|20)\d\d(?!\d))"
    r".*(?:№|\bno\.?|\bvol\.?|\bissue|\bтом|\bт\.|\bвып\.|\bсайы) ?\d[\d\s().,:;–-]*$",
    re.IGNORECASE,
)
"""A year and a number of a journal: what its pages bear on top."""
BUILT = re.compile(r"\s*(?:\||\+[-=:]|:::|```|~~~|&nbsp;)")
BULLET = re.compile(r"[-*+] +")
PICTURE = re.compile(r"!\[((?:[^\]\\]|\\.)*)\]\([^()]*\)(?:\{[^{}]*\})?")
LOOSE = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\([^()]*\)(?:\{[^{}]*\})?|\[\^[^\]\s]+\]|(?<!\\)\\$")
"""What is no word of its line: a picture, the call of a note, the sign of a broken line."""
WRAPPED = re.compile(r"(?<![\\!])\[((?:[^\[\]\\]|\\.)+)\](?:\([^()]*\)|\{[^{}]*\})")
BOLD = re.compile(r"(?<!\\)\*\*")
SINGLE = ("irsti", "irsti-label", "udc", "doi", "date", "received", "accepted", "published")
AUTHOR_DATE = "author-date-citations"
BY_NUMBER = {"numeric-citations": "ieee", "superscript-citations": "vancouver"}
BY_AUTHOR = frozenset({"chicago-author-date", "apa", "gost-r-7-0-5-2008"})
UNSAFE = "\x7f\x85\u2028\u2029\ufeff"
"""Signs that JSON lets stand and YAML does not."""
ABSTRACT, REFERENCES = "abstract", "references"


def title(fair: FairCopy, language: Language | None) -> tuple[str, str]:
    """Return a title for the fair copy, still without brackets, and where it was taken from."""
    text = below_head(_from_words(fair.text), fair.source.text, language)
    text = CODES.sub("", text, count=1)
    first = _first_lines(text)
    asks = first.endswith("?")  # as titles may, and hardly a paragraph at the head of a text
    if (
        first
        and not first.startswith("#")
        and len(first) <= LONGEST_TITLE
        and (asks or first.isupper() or not SENTENCE_END.search(first))
    ):
        return first, "the first line"
    names = language.headings if language else {}
    for heading in HEADING.finditer(text):
        if _plain(heading[1]).strip().lower() not in names:
            return _without_markup(heading[1]), "the first heading"
    text = re.sub(r"^#+ .*\n+", "", text).split("\n\n", 1)[0]
    words = (_without_markup(text) or _without_markup(PICTURE.sub(r"\1", text))).split()
    return " ".join(words[:OPENING_WORDS]) + ("…" if len(words) > OPENING_WORDS else ""), "the first words"


def _first_lines(text: str) -> str:
    """Return the first line and those that go on with it: in capitals too, or from a small letter on."""
    first, *later = text.split("\n")[:MOST_LINES]
    said = _without_markup(first)
    if first.startswith("#") or not said:
        return said
    for line in later:
        more = _without_markup(line)
        if not more and said.isupper():
            continue  # lines of a title that stands in the middle of its page may be far from one another
        if not more or not (more[0].islower() or (said.isupper() and more.isupper())):
            break
        said = f"{said} {more}"
    return said


def _from_words(text: str) -> str:
    """Return ``text`` from its first line that is more words than figures: an ISSN or a day is no title.

    Neither is the issue of a journal, nor a row of a table or a picture, which a word processor's files often
    have on top.
    """
    place = 0
    for line in text.splitlines(keepends=True):
        said = "" if BUILT.match(line) else _without_markup(line)
        words = sum(sign.isalpha() for sign in said) > sum(sign.isdigit() for sign in said)
        if words and not (len(said) <= LONGEST_TITLE and ISSUE.match(said)):
            return text[place:]
        place += len(line)
    return text


def _without_markup(line: str) -> str:
    """Return the words of a line: a title calls no note, is no link and is not bold in bold."""
    line = BULLET.sub("", BOLD.sub("", LOOSE.sub("", line.strip())).strip())
    if BUILT.match(line):  # there is nothing but tables
        line = " ".join(re.split(r"(?:(?<!\\)\||[+:=-]{2,}|\s)+", line))
    while (bare := WRAPPED.sub(r"\1", line)) != line:
        line = bare
    return line.strip()


def front_matter(fair: FairCopy, tag: str, language: Language | None) -> str:
    """Return the YAML block, with its two lines of hyphens, that stands above the fair copy."""
    own = language.tag if language else tag
    given = [replace(one, tag=tag) if one.tag == own else one for one in fair.moved if isinstance(one, Given)]
    supplied, _ = title(fair, language)
    titles = _by_language(given, "title")
    if tag not in titles:
        titles = {tag: f"[{supplied}]", **titles}
    fields: dict[str, Any] = {"title": _plainest(titles, tag), "lang": tag}
    if authors := _authors(given, tag):
        fields["author"] = authors
    if places := _by_language(given, "affiliations"):
        each = zip(*places.values(), strict=True)
        fields["affiliations"] = [_plainest(dict(zip(places, names, strict=True)), tag) for names in each]
    for name in ("abstract", "keywords"):
        if texts := _by_language(given, name):
            fields[name] = _plainest(texts, tag)
    fields |= {one.field: one.value for one in given if one.field in SINGLE}
    fields["bibliography"] = "references.bib"
    works = [one for one in fair.moved if isinstance(one, Work)]
    if style := _style(fair, language):
        fields["csl"] = style
    if uncited := _uncited(fair.text, works):
        fields["nocite"] = uncited
    return "---\n" + "".join(_row(name, value) for name, value in fields.items()) + "---\n"


def _style(fair: FairCopy, language: Language | None) -> str:
    """Return a style that cites as the author did, where the usual one of its language does not."""
    ways = {row.rule for row in fair.ledger if row.state is State.APPLIED}
    if AUTHOR_DATE in ways:
        return "apa"
    if language is not None and language.style not in BY_AUTHOR:
        return ""
    return next((style for way, style in BY_NUMBER.items() if way in ways), "")


def _by_language(given: Iterable[Given], field: str) -> dict[str, Any]:
    return {one.tag: one.value for one in given if one.field == field}


def _plainest(texts: Mapping[str, Any], tag: str) -> Any:
    """Return the one text where it is in the article's own language, else all by language, its own first."""
    own = {name: texts[name] for name in (tag,) if name in texts}
    return texts[tag] if texts.keys() == {tag} else own | dict(texts)


def _authors(given: Iterable[Given], tag: str) -> list[dict[str, Any]]:
    """Return the authors: each with a name in every language that lists them."""
    by_language = _by_language(given, "author")
    made = []
    for persons in zip(*by_language.values(), strict=True):
        names = {name: one["name"] for name, one in zip(by_language, persons, strict=True)}
        author: dict[str, Any] = {"name": _plainest(names, tag)}
        for field in ("affiliations", "email", "orcid", "corresponding"):
            if value := next((one[field] for one in persons if one.get(field)), None):
                author[field] = value
        made.append(author)
    return made


def _row(name: str, value: Any) -> str:
    """Return one field as YAML, every text of it as JSON writes it."""
    if name in ("lang", "bibliography", "csl"):
        return f"{name}: {value}\n"
    if isinstance(value, list):
        return f"{name}:\n" + "".join(f"  - {_quoted(one)}\n" for one in value)
    if isinstance(value, dict):
        return f"{name}:\n" + "".join(f"  {_quoted(tag)}: {_quoted(text)}\n" for tag, text in value.items())
    return f"{name}: {_quoted(value)}\n"


def _uncited(text: str, works: Iterable[Work]) -> list[str]:
    """Return the keys of works that the author lists and does not cite."""
    used = set(KEY.findall(text))
    return [work.key for work in works if work.key not in used]


def cited(text: str) -> tuple[int, ...]:
    """Return the numbers of works that the fair copy cites and nobody lists, in order."""
    return tuple(sorted({int(key[1]) for key in CITED.finditer(text)}))


def references(fair: FairCopy) -> str:
    """Return BibTeX: the works of the list; where it is lost, a placeholder for each number cited."""
    head = "% The works that the article cites, in BibTeX.\n"
    works = [one for one in fair.moved if isinstance(one, Work)]
    if works:
        return f"{head}% {inscribe.RAW} is each entry as typed.\n\n{inscribe.references(works)}"
    numbers = cited(fair.text)
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


def notices(fair: FairCopy, path: str, language: Language | None) -> tuple[Notice, ...]:
    """Return what the article made of the source in ``path`` lacks.

    Notices:
        TITLE_IS_GIVEN, AUTHOR_IS_GIVEN, ABSTRACT_IS_GIVEN, REFERENCE_IS_COMPLETE, REFERENCE_IS_LINKED,
        REFERENCE_IS_PARSED, REFERENCE_IS_CITED.
    """
    locus = Locus(path)
    text = fair.text
    given = {(one.field, one.tag) for one in fair.moved if isinstance(one, Given)}
    fields = {name for name, _ in given}
    works = [one for one in fair.moved if isinstance(one, Work)]
    found = []
    if not any(name == "title" and (not language or language.tag == tag) for name, tag in given):
        supplied, origin = title(fair, language)
        told = f"the title [{_plain(supplied)}] was supplied from {origin}"
        found.append(Notice(Condition.TITLE_IS_GIVEN, told, locus))
    if "author" not in fields:
        found.append(Notice(Condition.AUTHOR_IS_GIVEN, "no authors were read from the source", locus))
    roles = _roles(text, language)
    if ABSTRACT not in roles and ABSTRACT not in fields:
        found.append(Notice(Condition.ABSTRACT_IS_GIVEN, "no abstract was read from the source", locus))
    if works:
        return (*found, *_works(text, works, locus))
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


def _works(text: str, works: Iterable[Work], locus: Locus) -> Iterator[Notice]:
    """Yield what the works of the list lack."""
    uncited = set(_uncited(text, works))
    for work in works:
        said = f"{work.raw[:60]}…" if len(work.raw) > 60 else work.raw
        if not work.whole:
            told = f"@{work.key} prints as typed, for its fields were not all read: {said}"
            yield Notice(Condition.REFERENCE_IS_PARSED, told, locus)
        if work.key in uncited:
            told = f"@{work.key} is listed and was found cited nowhere; nocite keeps it in print: {said}"
            yield Notice(Condition.REFERENCE_IS_CITED, told, locus)


def _roles(text: str, language: Language | None) -> set[str | None]:
    names = language.headings if language else {}
    return {names.get(NUMBER.sub("", _plain(head[1])).strip().lower()) for head in HEADING.finditer(text)}


def _plain(markdown: str) -> str:
    return ESCAPED.sub(r"\1", markdown)


def _quoted(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    for sign in UNSAFE:
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return written
