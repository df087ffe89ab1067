"""Move what stands above the text, and behind its references, into the front matter, as typed.

Codes, title, authors, places of work, addresses, days, abstracts and keywords, in each language they
are given in. What is not surely one of them stays where it is, with a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.works import Given
from basylym.repairs import literal_markup
from basylym.repairs._front_doubts import TORN, are_mixed, is_scrap
from basylym.repairs._front_lines import Line, joined, tongue
from basylym.repairs._front_page import OPEN, WHO, page_lines
from basylym.repairs._front_titles import FACTS, UNSURE, title_of
from basylym.repairs._references.lists import lists

ASKED = "this stands in the first page; what is it? It was left in the text"
CUT = "the keywords end in the middle of their list; where are the others? They were left in the text"
PART = "\n\n"
MANY = 6  # lines to ask about: the page is not made as a first page is
ADDRESSES = ("email", "orcid")
LABEL = "irsti-label"  # differs by language where the code does not


@dataclass(slots=True)
class Block:
    """What a first page says in one language."""

    lines: list[Line] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    tag: str = ""

    def of(self, kind: str) -> list[Line]:
        """Return its lines of one kind."""
        return [line for line in self.lines if line.kind == kind]

    @property
    def proven(self) -> bool:
        """Whether it is a first page at all."""
        return any(line.kind in ("abstract", "keywords", "people") for line in self.lines)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each line that leaves the body, and a question for each that may."""
    own = language.tag
    ends = [one.end for one in lists(text)]
    head = _blocks(page_lines(text, 0, len(text), words.forms()), own)
    tail = _blocks(page_lines(text, ends[-1], len(text)), own) if ends else []
    tail = [block for block in tail if block.of("abstract") or block.of("keywords")]
    head_proven = any(block.proven for block in head)
    blocks = [block for block in (*head, *tail) if block.proven]
    facts = [
        line
        for block in (*head, *tail)
        if head_proven or block in tail or _begins(block, text)
        for line in block.lines
        if line.kind in FACTS
    ]
    given, moved, asked = _told(blocks, language, words)
    told_before: dict[str, str] = {}
    for line in facts:
        if any(told_before.get(name, value) != value for name, value in line.values.items() if name != LABEL):
            asked.append(line)
            continue
        new = {name: value for name, value in line.values.items() if name not in told_before}
        told_before |= new
        given[line.start] = [Given(name, "", value) for name, value in new.items()]
        moved.append(line)
    moved.sort(key=lambda one: one.start)
    for line, (start, end, after) in zip(
        moved, _spans(text, moved, ends[-1] if ends else len(text)), strict=True
    ):
        what = ", ".join(dict.fromkeys(one.field for one in given.get(line.start, []))) or line.kind
        told = f"{what}: it stands in the front matter"
        yield Edit(start, end, after, told, 0.95, moved=tuple(given.get(line.start, [])))
    asked.sort(key=lambda one: one.start)
    for place, line in enumerate(asked if moved else ()):
        above = asked[place - 1] if place else None
        told = CUT if line.kind == "keywords" and OPEN.search(line.text) else ASKED
        gap = text[above.end : line.start] if above else ""
        free = above is not None and above.kind == line.kind == "free"
        if (free and gap == "\n") or (above and len(asked) > MANY and told is ASKED and not gap.strip()):
            continue  # one question for lines that stand together, and for all of a page that is none we know
        yield Edit(line.start, line.start, "", told, 0.8, query=True)


def _begins(block: Block, text: str) -> bool:
    """Tell whether a code opens the text: nothing but a first page begins with one."""
    return bool(block.lines) and block.lines[0].kind == "codes" and not text[: block.lines[0].start].strip()


def _spans(text: str, lines: Sequence[Line], tail_start: int) -> Iterator[tuple[int, int, str]]:
    """Yield what goes with each line that leaves, and what stays: lines that a blank one parted stay so."""
    place, close = 0, False
    for number, line in enumerate(lines):
        start, end = _span(text, line, line.start >= tail_start)
        if start > place:
            close = 0 < start < tail_start and text[start - 2 : start] != PART
        start, place = max(start, place), end
        goes_on = number + 1 < len(lines) and lines[number + 1].start == end
        parted = close and not goes_on and text[end - 2 : end] == PART
        yield start, end, "\n" if parted else ""


def _span(text: str, line: Line, behind: bool) -> tuple[int, int]:
    """Return a line with the gap behind it; with that before it where it closes the text."""
    if behind or not text[line.end :].strip("\n"):
        return len(text[: line.start].rstrip("\n")), line.end
    return line.start, line.end + len(text[line.end :]) - len(text[line.end :].lstrip("\n"))


def _blocks(lines: Sequence[Line], own: str) -> list[Block]:
    blocks: list[Block] = [Block()]
    for line in lines:
        current = blocks[-1]
        closed = bool(current.of("abstract") or current.of("keywords"))
        again = line.kind in ("abstract", "keywords") and any(
            other.tag != line.tag or other.kind == line.kind
            for other in current.lines
            if other.kind in ("abstract", "keywords")
        )
        if again or (closed and line.kind in ("free", "people")):
            blocks.append(current := Block())
        current.lines.append(line)
    for block in blocks:
        block.tag = next((line.tag for line in block.lines if line.kind in ("abstract", "keywords")), "")
        block.titles = title_of(block.lines, block.tag, own) if block.proven else []
    return blocks


def _told(
    blocks: Sequence[Block], language: Language, words: Words
) -> tuple[dict[int, list[Given]], list[Line], list[Line]]:
    """Return what each line gives, by its start; the lines that leave; and those to ask about."""
    given: dict[int, list[Given]] = {}
    moved: list[Line] = []
    asked: list[Line] = []
    people = _agreed([[p for line in b.of("people") for p in line.values["people"]] for b in blocks])
    places = _agreed([[p for line in b.of("place") for p in line.values["places"]] for b in blocks])
    seen: set[tuple[str, str]] = set()
    for block in blocks:
        said = " ".join(line.text for line in (*block.titles, *block.of("abstract"), *block.of("more")))
        tag = tongue(said or " ".join(line.text for line in block.lines), block.tag, language.tag)
        facts = _facts(block, tag, people, places, language, words)
        for line in block.lines:
            own = facts.get(line.start)
            keys = {(one.field, one.tag) for one in own or ()}
            if line.kind in FACTS:
                continue
            if own is None or keys & seen:
                asked.append(line)
                continue
            seen |= keys
            given[line.start] = own
            moved.append(line)
    return given, moved, asked


def _agreed(lists_of: list[list[dict[str, Any]]]) -> bool:
    """Tell whether every language that lists any lists as many."""
    return len({len(one) for one in lists_of if one}) == 1


def _facts(
    block: Block, tag: str, people: bool, places: bool, language: Language, words: Words
) -> dict[int, list[Given]]:
    """Return what each line of a block gives; an empty list for a line whose words another line gives."""
    facts: dict[int, list[Given]] = {}
    if block.titles:
        title = " ".join(line.text for line in block.titles)
        facts |= {line.start: [] for line in block.titles}
        facts[block.titles[0].start] = [Given("title", tag, _escaped(title, language, words))]
    for place, line in enumerate(block.lines):
        if line.kind not in ("abstract", "keywords"):
            continue
        more = []
        for other in block.lines[place + 1 :]:
            if other.kind != "more":
                break
            more.append(other)
        said = joined(line, more)
        scrap = line.values.get(TORN) or (line.kind == "abstract" and is_scrap(said, len(more)))
        if not said or scrap or (line.kind == "keywords" and OPEN.search(said)):
            continue
        facts |= {other.start: [] for other in more}
        value: Any = _escaped(said, language, words) if line.kind == "abstract" else _keywords(said)
        facts[line.start] = [Given(line.kind, tag, value)]
    return facts | _who(block, tag, people, places)


def _who(block: Block, tag: str, people: bool, places: bool) -> dict[int, list[Given]]:
    """Return authors, places of work and addresses: all where they fit one another, else none.

    An address that nothing gives to one author stays where it is, if it stands in a line of its own.
    """
    facts: dict[int, list[Given]] = {}
    who, where = block.of("people"), block.of("place")
    names = [one for line in who for one in line.values["people"]]
    listed = [one for line in where for one in line.values["places"]]
    marks = [one["mark"] for one in listed]
    spelt = any(one["spelt"] for one in names) and not (listed or any(one["marks"] for one in names))
    fits = all(mark in marks for one in names for mark in one["marks"]) and len(set(marks)) == len(marks)
    numbered = all(marks) or not any(marks)  # what has no number among what has one is no place of theirs
    if (
        not names
        or not people
        or spelt
        or not fits
        or not numbered
        or (listed and not places)
        or block.of(UNSURE)
        or not (block.titles or block.of("abstract") or block.of("keywords"))  # a headword, it may be
        or (where and where[-1].start < who[0].start and not any(marks))  # more of a title
        or are_mixed(names, listed, block.of("free"))
    ):
        return {}
    authors = []
    for one in names:
        belongs = [marks.index(mark) + 1 for mark in one["marks"]]
        if not belongs and len(listed) == 1:
            belongs = [1]
        authors.append({"name": one["name"], "affiliations": belongs, "corresponding": one["corresponding"]})
    if listed and not all(author["affiliations"] for author in authors):
        return {}
    holders = [line for line in block.lines if line.kind in WHO]
    loose = [
        line
        for name in ADDRESSES
        for line in holders
        if line.values.get(name) and not _given_out(name, authors, holders)
    ]
    if any(line.kind != "contact" for line in loose):
        return {}
    for author in authors:
        for name in ADDRESSES:
            if any(author.get(name) in line.values.get(name, ()) for line in loose):
                del author[name]  # its line stays, for another address in it is nobody's
    facts |= {line.start: [] for line in holders if line not in loose}
    facts[who[0].start] = [Given("author", tag, authors)]
    if where:
        facts[where[0].start] = [Given("affiliations", tag, [one["name"] for one in listed])]
    return facts


def _given_out(name: str, authors: list[dict[str, Any]], holders: Sequence[Line]) -> bool:
    """Give the addresses of one kind to the authors they surely are of; tell whether there are such."""
    values = list(dict.fromkeys(value for line in holders for value in line.values.get(name, ())))
    chief = [author for author in authors if author["corresponding"]]
    owners = authors if len(values) == len(authors) else chief if len(values) == len(chief) == 1 else []
    for author, value in zip(owners, values, strict=bool(owners)):
        author[name] = value
    return bool(owners)


def _keywords(said: str) -> list[str]:
    said = " ".join(said.split()).rstrip(" .")
    sign = next((sign for sign in (";", ",", " / ") if sign in said), ",")
    return [part.strip() for part in said.split(sign) if part.strip()]


def _escaped(said: str, language: Language, words: Words) -> str:
    """Return plain text as Markdown."""
    said = "\n\n".join(" ".join(part.split()) for part in said.split("\n\n"))
    pieces: list[str] = []
    place = 0
    for edit in sorted(literal_markup.find(said, language, words), key=lambda one: one.start):
        pieces += (said[place : edit.start], edit.after)
        place = edit.end
    return "".join((*pieces, said[place:]))


HEAD = "О торговле двух стран\n\nИ. И. Иванов¹\n\n¹Казахский национальный университет, Алматы\n\n"
RULE = Rule(
    phase=Phase.CITATIONS,
    find=find,
    examples=(
        Example(
            "ru",
            f"МРНТИ 11.25.19\n\n{HEAD}Аннотация. О торговле.\n\nКлючевые слова: рынок, цены.\n\n## Введение",
            "## Введение",
        ),
        Example(
            "en",
            "On trade\n\nJ. Smith\n\nAbstract: It grows.\n\nKeywords: trade; prices\n\n## Introduction",
            "## Introduction",
        ),
    ),
    counterexamples=(
        ("en", "On trade\n\nThe growth of trade was studied by many authors."),
        ("ru", "Аннотация к книге была короткой."),
        ("kk", "Мәтін. Кілт сөздер туралы айтылды."),
    ),
    rank=6,
)
