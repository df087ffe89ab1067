"""References, a Romanization -> the same references for a second list, in Latin letters.

Many journals print every source twice: as cited, and again in Latin script, transliterated, with an
English translation in square brackets. What a person romanized by hand wins over every table.

Fields of an entry that say what the second list prints (``X`` is title, journal, booktitle, publisher,
location or series):

``X-latin``   X as its owner romanizes it
``X-en``      X in English, printed in square brackets after the romanized X
``author-latin``, ``editor-latin``   names, as BibTeX writes names
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from basylym.model.bibliography import Bibliography, is_latin
from basylym.model.document import Document, Node, attributes, div, rewrite, walk, words
from basylym.model.notices import Condition, Locus, Notice

Romanize = Callable[[str, str], str]
"""Text and the tag of its language -> the text in Latin letters."""

ENTRY = "ref-"  # what the identifiers of entries start with
IDENTIFIER = "refs-latin"
PLACES = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle", "maintitle"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher-place": ("location", "address"),
    "collection-title": ("series",),
    "event-title": ("eventtitle",),
    "genre": ("type",),
    "edition": ("edition",),
    "note": ("note",),
    "archive": ("archive",),
    "archive_location": ("archive-location",),
    "volume-title": ("volumetitle",),
    **dict.fromkeys(("jurisdiction", "number", "call-number", "number-of-pages", "volume", "issue"), ()),
}
SHORT = ("title-short", "container-title-short", "short-title")
PEOPLE = ("author", "editor", "compiler", "translator", "container-author", "collection-editor", "director")
ENDINGS = ("-latin", "-en")
SORTED = re.compile(r"(<bibliography\b[^>]*>\s*)<sort>.*?</sort>", re.S)
NO_CASE = "und"  # citeproc changes the capitals of English titles; romanized ones have none to change


def belongs(field: str) -> bool:
    """Whether a field of a .bib entry is one of those that only the second list reads."""
    return field.endswith(ENDINGS)


def entries(
    listed: Sequence[Mapping[str, Any]], bibliography: Bibliography, romanize: Romanize
) -> list[dict[str, Any]]:
    """The entries of the second list, in the same order.

    Args:
        listed: entries as CSL JSON, in the order of the first list.
        bibliography: holds the fields that only the second list reads.
        romanize: the journal's system.
    """
    return [_entry(one, bibliography.references[one["id"]].latin, romanize) for one in listed]


def _entry(entry: Mapping[str, Any], by_hand: Mapping[str, str], romanize: Romanize) -> dict[str, Any]:
    tag = str(entry.get("language", ""))
    made = {**entry, "language": NO_CASE}
    for name, fields in PLACES.items():
        text = str(entry.get(name, ""))
        hand = next((by_hand[f + "-latin"] for f in fields if f + "-latin" in by_hand), "")
        english = next((by_hand[f + "-en"] for f in fields if f + "-en" in by_hand), "")
        if text or hand:
            latin = hand or romanize(text, tag)
            made[name] = f"{latin} [{english}]" if english and english != latin else latin
    for name in SHORT:
        made.pop(name, None)
    for role in PEOPLE:
        if role + "-latin" in by_hand:
            made[role] = _names(by_hand[role + "-latin"])
        elif role in entry:
            made[role] = [
                {
                    part: romanize(text, tag) if isinstance(text, str) else text
                    for part, text in person.items()
                }
                for person in entry[role]
            ]
    return made


def _names(written: str) -> list[dict[str, str]]:
    people = []
    for name in re.split(r"\s+and\s+", written.strip()):
        family, comma, given = name.partition(",")
        if not comma:
            given, _, family = name.strip().rpartition(" ")
        people.append({"family": family.strip(), "given": given.strip()})
    return people


def notices(listed: Sequence[Mapping[str, Any]], bibliography: Bibliography) -> list[Notice]:
    """Notices: ``TITLE_IS_TRANSLATED`` for each title in another script that has no English beside it."""
    found = []
    for one in listed:
        reference = bibliography.references[one["id"]]
        title = str(one.get("title", ""))
        if title and not is_latin(title) and "title-en" not in reference.latin and not reference.placeholder:
            detail = f"the reference {reference.key!r} has no title-en for the second list"
            found.append(Notice(Condition.TITLE_IS_TRANSLATED, detail, Locus(reference.path, reference.line)))
    return found


def unsorted(style: str) -> str:
    """A CSL style that keeps the order it is given: the first list has sorted already."""
    return SORTED.sub(r"\1", style)


def citing(document: Document, keys: Sequence[str]) -> Document:
    """A document that cites ``keys`` in their order, with a place for their list."""
    each = [
        {
            "citationId": key,
            "citationPrefix": [],
            "citationSuffix": [],
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": 0,
            "citationHash": 0,
        }
        for key in keys
    ]
    cites: list[Node] = [{"t": "Cite", "c": [[one], []]} for one in each]
    return document.with_blocks([{"t": "Para", "c": cites}, div([], identifier="refs")])


def order(document: Document) -> list[str]:
    """Keys of the references, in the order of the list."""
    return [
        attributes(node)[0].removeprefix(ENTRY)
        for node in walk(document.blocks)
        if node["t"] == "Div" and "csl-entry" in attributes(node)[1]
    ]


def inserted(
    document: Document, second: Document, heading: str, latin: Mapping[str, str], level: int = 2
) -> Document:
    """``document`` with the list of ``second`` below its own, under ``heading``.

    Args:
        document: with its list of references.
        second: what ``citing`` gave, resolved.
        heading: of the second list.
        latin: key -> BCP 47 tag of the entry in the second list.
        level: of the heading.
    """
    found = next(node for node in walk(second.blocks) if attributes(node)[0] == "refs")
    (_, classes, pairs), children = found["c"]
    listed = [_renamed(node, latin) for node in children]
    block: list[Node] = [
        {"t": "Header", "c": [level, ["references-latin", [], []], words(heading)]},
        {"t": "Div", "c": [[IDENTIFIER, classes, pairs], listed]},
    ]

    def change(node: Node, _: str) -> Node | list[Node]:
        return [node, *block] if node["t"] == "Div" and attributes(node)[0] == "refs" else node

    return document.with_blocks(rewrite(list(document.blocks), change, ""))


def _renamed(node: Node, latin: Mapping[str, str]) -> Node:
    (identifier, classes, pairs), children = node["c"]
    key = identifier.removeprefix("ref-")
    lang = [["lang", latin[key]]] if latin.get(key) else []
    return {"t": "Div", "c": [[f"ref-latin-{key}", classes, [*pairs, *lang]], children]}
