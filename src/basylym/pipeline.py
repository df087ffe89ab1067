"""article.md and references.bib -> editions, in numbered steps; nothing is decided here.

 1 read · 2 repair   raw source -> fair copy and ledger          normalize.py
 3 structure         article.md -> Manuscript                    stages/structure, adapters/front
 4 parse             Manuscript.body -> Document                 adapters/pandoc
 5 collate           references.bib -> Bibliography              adapters/bibtex
 6 number            Document -> Document                        stages/number
 7 cite              Document, Bibliography, style -> Document   stages/cite, adapters/pandoc
 8 typeset           Document, Language -> Document              stages/typeset
 9 set               + front matter, colophon -> Galley          here
10 print             Galley, Format -> Edition                   editions/*
"""

from __future__ import annotations

import calendar
import dataclasses
import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import basylym
from basylym import citing, collate, editions, languages, project, registry, rescripting, submitting
from basylym.adapters import fonts, front, pandoc, pyphen, yaml
from basylym.model.document import Document, Node, attributes, div, plain, rewrite, string, walk
from basylym.model.galley import AS_IT_IS, Colophon, Edition, Format, Galley, Hyphenation, Submission
from basylym.model.language import Language
from basylym.model.manuscript import Manuscript
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice, Outcome
from basylym.project import Project
from basylym.stages import admit, cite, identify, number, placed, structure, tongue, typeset

FORMATS = registry.collect(editions, "FORMAT", Format)
LANGUAGES = registry.collect(languages, "LANGUAGE", Language)
DEFAULT_LANGUAGE = "en"  # of an article whose front matter names none, as in Pandoc; never a fallback
OLDEST_EPOCH = 315_532_800  # 1980-01-01, the first day a ZIP file can name; used where no date is given
EVERY_BREAK = Hyphenation(letters=1, before=2, after=2)
Report = Callable[[str], None]


@dataclasses.dataclass(frozen=True, slots=True)
class Set:
    """Steps 3 to 7 done: what every edition of one article shares."""

    manuscript: Manuscript
    document: Document
    language: Language
    colophon: Colophon
    pictures: Mapping[str, bytes]
    submission: Submission = AS_IT_IS
    sources: Mapping[str, bytes] = dataclasses.field(default_factory=dict)
    works: Mapping[str, Mapping[str, Any]] = dataclasses.field(default_factory=dict)


def compose(place: Project, style: str = "", report: Report = lambda step: None) -> Outcome[Set]:
    """Take an article through steps 3 to 7.

    Args:
        place: the article's files.
        style: name of a shipped CSL style or path of a .csl file; else the front matter's.
        report: told the name of each step as it starts.

    Raises:
        BasylymError: no edition can be made.
    """
    report("3 structure")
    manuscript, found = _structure(place)
    language = _pack(manuscript.front.language)
    report("4 parse")
    document, notices = _parsed(manuscript)
    found += notices
    document, notices = _pictures_checked(document, place, manuscript, language)
    found += notices
    report("5 collate")
    bibliography, notices = collate.collate(place, manuscript, LANGUAGES)
    found += notices
    report("6 number")
    numbered = number.number(document, language, LANGUAGES)
    found += [placed.by_sign(notice, manuscript) for notice in numbered.notices]
    report("7 cite")
    chosen = collate.style(place, style, manuscript.front.style, language.style)
    body = (manuscript.body, manuscript.path, manuscript.body_line)
    document, uncited = numbered.value, manuscript.front.uncited
    found += cite.check(document, bibliography, uncited, *body)
    if uncited or any(cite.cited(document)):
        document = citing.resolve(document, bibliography, chosen, language, LANGUAGES, uncited)
        second = manuscript.front.second_list
        if second:
            other = collate.style(place, "", second.style, "") if second.style else chosen
            twice = citing.with_second_list(document, bibliography, second, other, LANGUAGES, language)
            document = twice.value
            found += twice.notices
    identified = identify.identify(document)
    works = citing.works(document, identified.value, bibliography)
    found += [placed.by_sign(notice, manuscript) for notice in identified.notices]
    found += _glyphs(identified.value, manuscript)
    shared = (_colophon(manuscript), _pictures(identified.value, place))
    sources = project.sources(place, manuscript.front.bibliography)
    made = Set(manuscript, identified.value, language, *shared, sources=sources, works=works)
    return Outcome(made, tuple(found))


def galley(made: Set, form: Format) -> Galley:
    """Steps 8 and 9: typeset for one format, and lay out all that it is printed from."""
    known = {**LANGUAGES, made.language.tag: made.language}
    breaks = {tag: rule for tag, pack in known.items() if (rule := pyphen.hyphenator(pack)) is not None}
    document = typeset.typeset(made.document, made.language, known, breaks, form.hyphenation)
    shared = (known, made.colophon, made.pictures, made.submission, made.sources, made.works)
    return Galley(made.manuscript.front, document, made.language, *shared)


def rescripted(made: Set, script: str) -> Set:
    """The article in another script, such as ``latin``.

    Raises:
        BasylymError: ``ROMANIZATION_EXISTS``.
    """
    matter = made.manuscript.front
    document, told, language = rescripting.rewritten(made.document, matter, made.language, script)
    manuscript = dataclasses.replace(made.manuscript, front=told)
    return dataclasses.replace(made, manuscript=manuscript, document=document, language=language)


def submitted(made: Set, wish: Submission) -> Set:
    """The article as a journal wants it."""
    document, matter, told = submitting.prepared(made.document, made.manuscript.front, made.language, wish)
    manuscript = dataclasses.replace(made.manuscript, front=matter)
    return dataclasses.replace(
        made, manuscript=manuscript, document=document, colophon=_colophon(manuscript), submission=told
    )


def build(
    place: Project,
    formats: Collection[str],
    style: str = "",
    report: Report = lambda step: None,
    script: str = "",
    wish: Submission = AS_IT_IS,
) -> Outcome[tuple[Edition, ...]]:
    """All ten steps: the editions named by ``formats``, and every notice.

    Raises:
        BasylymError: no edition could be made.
    """
    composed = compose(place, style, report)
    ready = rescripted(composed.value, script) if script else composed.value
    ready = submitted(ready, wish) if submitting.EDITION in formats else ready
    made = printed(ready, formats, report)
    named = submitting.named_by_file(place.stem, ready.submission)
    return Outcome(made.value, tuple(dict.fromkeys((*composed.notices, *made.notices, *named))))


def printed(
    ready: Set, formats: Iterable[str], report: Report = lambda step: None
) -> Outcome[tuple[Edition, ...]]:
    """Steps 8 to 10: the editions, each held against the article as soon as it is made.

    Raises:
        BasylymError: no edition could be made.
    """
    made, notices = [], []
    failed: BasylymError | None = None
    for name in formats:
        form = FORMATS[name]
        report(f"10 print {name}")
        try:
            rescripting.refuse(form.media_type, ready.language)
            sheets = galley(ready, form)
            edition = form.print(sheets)
            report(f"   prove {name}")
            proof = form.prove(sheets, edition.value)
        except BasylymError as error:  # one edition that cannot be made does not hold up the others
            failed = failed or error
            notices.append(error.notice)
            continue
        told = (*edition.notices, *proof.notices)
        found = tuple(placed.by_quotation(notice, ready.manuscript) for notice in told)
        notices += found
        made.append(Edition(name, form.suffix, edition.value, proof.value, found))
    if failed and not made:
        raise failed
    return Outcome(tuple(made), tuple(notices))


def hyphenated(words: Iterable[str], tag: str) -> tuple[str, ...]:
    """Each word with a hyphen at every place where it may break: ``ын-ты-мақ-тас-тық``.

    Raises:
        BasylymError: ``LANGUAGE_IS_KNOWN`` where no pack tells how to break words of ``tag``.
    """
    pack = LANGUAGES.get(tag)
    rule = pyphen.hyphenator(pack) if pack else None
    if pack is None or rule is None:
        detail = f"no language pack says how {tag!r} breaks words; there are {', '.join(LANGUAGES)}"
        raise BasylymError(Notice(Condition.LANGUAGE_IS_KNOWN, detail), WRONG_USE)
    broken = (typeset.hyphenated(word, pack, rule, EVERY_BREAK) for word in words)
    return tuple(word.replace(typeset.SOFT_HYPHEN, "-") for word in broken)


def _structure(place: Project) -> tuple[Manuscript, list[Notice]]:
    path = str(place.article)
    parts = structure.cut(project.read_text(place.article), path)
    values = yaml.load(parts.front, path, parts.lines[""])
    matter = front.check(values, path, parts.lines, DEFAULT_LANGUAGE)
    made = Manuscript(path, matter, parts.body, parts.body_line)
    found = list(structure.notices(matter, _known(matter.language), path))
    looks = tongue.told_by_letters(parts.body, LANGUAGES)
    if not values.get("lang") and looks not in (DEFAULT_LANGUAGE, tongue.UNDETERMINED):
        detail = f"the front matter names no language, and the text looks like {looks}; it is set as English"
        found.append(Notice(Condition.LANGUAGE_IS_KNOWN, detail, Locus(path)))
    return made, found


def _known(tag: str) -> Language | None:
    """The pack of a tag, or of its language where only its region has none."""
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.split("-")[0])


def _pack(tag: str) -> Language:
    """The pack under the article's own tag.

    Where nobody wrote one: English terms, said so by ``LANGUAGE_IS_KNOWN``, and no hyphens.
    """
    known = _known(tag)
    if known is None:
        return dataclasses.replace(LANGUAGES["en"], tag=tag, region=tag, dictionary=None, letters="")
    return known if known.tag == tag else dataclasses.replace(known, tag=tag, region=tag)


def _parsed(manuscript: Manuscript) -> tuple[Document, list[Notice]]:
    """The body, and before it the pieces of the front matter that hold markup, each in its language."""
    matter = manuscript.front
    named = {"title": matter.title, "abstract": matter.abstract}
    places = {f"front-{field}-{tag}": tag for field, texts in named.items() for tag in texts}
    texts = {f"front-{field}-{tag}": text for field, given in named.items() for tag, text in given.items()}
    body = admit.admit(pandoc.parse(manuscript.body), manuscript.body)
    blocks, notices = [], list(body.notices)
    for name, piece in pandoc.parse_pieces(texts).items():
        admitted = admit.admit(piece, texts[name])
        notices += admitted.notices
        blocks.append(div(list(admitted.value.blocks), identifier=name, lang=places[name]))
    document = body.value.with_blocks([*blocks, *body.value.blocks])
    return document, [placed.by_sign(notice, manuscript) for notice in notices]


def _pictures_checked(
    document: Document, place: Project, manuscript: Manuscript, language: Language
) -> tuple[Document, list[Notice]]:
    """Replace each picture that cannot be read by words that say so."""
    notices = []

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Image":
            return node
        name = node["c"][2][0]
        where = cite.locus(name, manuscript.body, manuscript.path, manuscript.body_line)
        if project.picture(place, name) is None:
            detail = f"{name!r} is no picture inside the project"
            notices.append(Notice(Condition.FIGURE_EXISTS, detail, where))
            return {"t": "Strong", "c": [string(f"[{language.terms.missing_picture}: {name}]")]}
        if not plain(node["c"][1]) and not attributes(node)[2].get("alt"):
            detail = f"the picture {name!r} has no text for those who cannot see it"
            notices.append(Notice(Condition.FIGURE_HAS_ALTERNATIVE, detail, where))
        return node

    return document.with_blocks(rewrite(list(document.blocks), change, "")), notices


def _pictures(document: Document, place: Project) -> dict[str, bytes]:
    names = dict.fromkeys(node["c"][2][0] for node in walk(document.blocks) if node["t"] == "Image")
    return {name: content for name in names if (content := project.picture(place, name)) is not None}


def _glyphs(document: Document, manuscript: Manuscript) -> list[Notice]:
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


def _colophon(manuscript: Manuscript) -> Colophon:
    matter = manuscript.front
    epoch = calendar.timegm(matter.date.timetuple()) if matter.date else OLDEST_EPOCH
    if matter.doi:
        identifier = f"https://doi.org/{matter.doi}"
    else:
        authors = [name for person in matter.contributors for name in person.name.values()]
        told = "\n".join([matter.language, *matter.title.values(), *authors])
        identifier = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}"
    return Colophon(max(epoch, OLDEST_EPOCH), identifier, f"Basylym {basylym.__version__}")
