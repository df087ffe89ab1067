"""Steps 3 and 4: article.md -> manuscript, document and language; what is missing in them is noticed."""

from __future__ import annotations

import dataclasses
from collections import Counter

from basylym import journals, languages, project, registry
from basylym.adapters import fonts, front, identifiers, merging, pandoc, yaml
from basylym.model.document import Document, Node, attributes, div, plain, rewrite, string, walk
from basylym.model.language import Language
from basylym.model.manuscript import Manuscript
from basylym.model.notices import Condition, Locus, Notice
from basylym.project import Project
from basylym.stages import admit, cite, placed, refer, structure, tongue

LANGUAGES = registry.collect(languages, "LANGUAGE", Language)
DEFAULT_LANGUAGE = "en"  # of an article whose front matter names none, as in Pandoc; never a fallback


def structured(place: Project) -> tuple[Manuscript, list[Notice]]:
    """Step 3: article.md cut into its checked front matter and its body.

    Raises:
        BasylymError: it cannot be read, a merge in it is not settled, or its front matter is none.
    """
    path = str(place.article)
    parts = structure.cut(merging.settled(project.read_text(place.article), path), path)
    values = yaml.load(parts.front, path, parts.lines[""])
    matter = front.check(values, path, parts.lines, DEFAULT_LANGUAGE)
    matter = journals.applied(place, matter)
    made = Manuscript(path, matter, parts.body, parts.body_line)
    found = list(structure.notices(matter, _known(matter.language), path))
    looks = tongue.told_by_letters(parts.body, LANGUAGES)
    if not values.get("lang") and looks not in (DEFAULT_LANGUAGE, tongue.UNDETERMINED):
        detail = f"the front matter names no language, and the text looks like {looks}; it is set as English"
        found.append(Notice(Condition.LANGUAGE_IS_KNOWN, detail, Locus(path)))
    for name, likely in front.misspelt(values):
        detail = f"the field {name!r} is not read; {likely!r} is"
        found.append(Notice(Condition.FIELD_IS_READ, detail, Locus(path, parts.lines.get(name, 1))))
    for value, detail in identifiers.faults(matter):
        found.append(Notice(Condition.IDENTIFIER_IS_VALID, detail, Locus(path, parts.line_of(value))))
    return made, found


def _known(tag: str) -> Language | None:
    """The pack of a tag, or of its language where only its region has none."""
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.split("-")[0])


def pack(tag: str) -> Language:
    """The pack under the article's own tag.

    Where nobody wrote one: English terms, said so by ``LANGUAGE_IS_KNOWN``, and no hyphens.
    """
    known = _known(tag)
    if known is None:
        return dataclasses.replace(LANGUAGES["en"], tag=tag, region=tag, dictionary=None, letters="")
    return known if known.tag == tag else dataclasses.replace(known, tag=tag, region=tag)


def parsed(manuscript: Manuscript) -> tuple[Document, list[Notice]]:
    """The body, and before it the pieces of the front matter that hold markup, each in its language."""
    matter = manuscript.front
    named = {"title": matter.title, "abstract": matter.abstract}
    places = {f"front-{field}-{tag}": tag for field, texts in named.items() for tag in texts}
    texts = {f"front-{field}-{tag}": text for field, given in named.items() for tag, text in given.items()}
    body = admit.admit(refer.refer(pandoc.parse(manuscript.body)), manuscript.body)
    blocks, notices = [], list(body.notices)
    for name, piece in pandoc.parse_pieces(texts).items():
        admitted = admit.admit(piece, texts[name])
        notices += admitted.notices
        blocks.append(div(list(admitted.value.blocks), identifier=name, lang=places[name]))
    document = body.value.with_blocks([*blocks, *body.value.blocks])
    tags = {attributes(node)[2].get("lang", "") for node in walk(document.blocks)} | {*matter.keywords}
    for tag in sorted(tags - {"", matter.language}):
        if _known(tag) is None:
            told = structure.foreign(tag, matter.language)
            notices.append(Notice(Condition.LANGUAGE_IS_KNOWN, told, Locus(manuscript.path)))
    return document, [placed.by_sign(notice, manuscript) for notice in notices]


def with_pictures(
    document: Document, place: Project, manuscript: Manuscript, language: Language
) -> tuple[Document, list[Notice]]:
    """Replace each picture that cannot be read by words that say so."""
    notices = []
    shown: Counter[str] = Counter()

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Image":
            return node
        name = node["c"][2][0]
        where = cite.locus(name, manuscript.body, manuscript.path, manuscript.body_line, shown[name])
        shown[name] += 1
        if project.picture(place, name) is None:
            detail = f"{name!r} is no picture inside the project"
            notices.append(Notice(Condition.FIGURE_EXISTS, detail, where))
            return {"t": "Strong", "c": [string(f"[{language.terms.missing_picture}: {name}]")]}
        if not plain(node["c"][1]) and not attributes(node)[2].get("alt"):
            detail = f"the picture {name!r} has no text for those who cannot see it"
            notices.append(Notice(Condition.FIGURE_HAS_ALTERNATIVE, detail, where))
        return node

    return document.with_blocks(rewrite(list(document.blocks), change, "")), notices


def pictures(document: Document, place: Project) -> dict[str, bytes]:
    """The content of each picture that the document shows, by its path."""
    names = dict.fromkeys(node["c"][2][0] for node in walk(document.blocks) if node["t"] == "Image")
    return {name: content for name in names if (content := project.picture(place, name)) is not None}


def glyphs(document: Document, manuscript: Manuscript) -> list[Notice]:
    """What no font can print, notes and code included."""
    notices = []
    shown = {
        "Str": lambda node: node["c"],
        "Code": lambda node: node["c"][1],
        "CodeBlock": lambda node: node["c"][1],
    }
    text = "".join(shown[node["t"]](node) for node in walk(document.blocks) if node["t"] in shown)
    for sign in fonts.missing(text):
        where = cite.locus(sign, manuscript.body, manuscript.path, manuscript.body_line)
        detail = f"no font has the character {sign!r} (U+{ord(sign):04X})"
        notices.append(Notice(Condition.GLYPH_IS_IN_FONT, detail, where))
    return notices
