"""What an edition says, in sight and out of it -> where it names authors it should not name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from basylym.adapters import epub, markup
from basylym.model.notices import Condition, Notice
from basylym.stages import anonymize

Said = tuple[str, str]
"""Where something is said, and the words."""
ENCODINGS = (("utf-8", 0), ("utf-16-le", 0), ("utf-16-le", 1))  # and the byte that each starts at
PROPERTIES = "docProps/"


def leaks(said: Iterable[Said], secrets: tuple[str, ...]) -> tuple[Notice, ...]:
    """Look for ``secrets`` in all that is said.

    Notices:
        ``EDITION_IS_ANONYMOUS`` for each secret and place, with the words around.
    """
    seen: dict[Said, Notice] = {}
    for where, text in said if secrets else ():
        for secret, around in anonymize.leaks(text, secrets):
            detail = f"{where} says {secret!r}: {around!r}"
            seen.setdefault((secret, where), Notice(Condition.EDITION_IS_ANONYMOUS, detail))
    return tuple(seen.values())


def in_package(content: bytes) -> Iterator[Said]:
    """Everything that a package of XML files says, such as a DOCX: names, words, attributes, pictures."""
    for name, held in epub.unpack(content).items():
        yield "the name of a file", name
        where = "a property" if name.startswith(PROPERTIES) else name
        if name.endswith((".xml", ".rels")):
            tree = markup.parse_xml(held)
            yield where, "".join(tree.itertext())  # a word may be cut into runs
            for element in tree.iter():
                yield from ((where, value) for value in element.attrib.values())
        else:
            yield from ((name, held[start:].decode(encoding, "ignore")) for encoding, start in ENCODINGS)
