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
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import basylym
from basylym import editions, languages, project, registry
from basylym.adapters import bibtex, fonts, front, pandoc, pyphen, resources, yaml
from basylym.model.bibliography import Bibliography, Reference
from basylym.model.document import Document, Node, attributes, plain, rewrite, string, walk
from basylym.model.galley import Colophon, Edition, Format, Galley, Hyphenation
from basylym.model.language import Language
from basylym.model.manuscript import Manuscript
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice, Outcome
from basylym.project import Project
from basylym.stages import cite, number, structure, typeset

FORMATS = registry.collect(editions, "FORMAT", Format)
LANGUAGES = registry.collect(languages, "LANGUAGE", Language)
DEFAULT_STYLE = "gost-r-7-0-5-2008-numeric"
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
    language = LANGUAGES.get(manuscript.front.language) or _without_pack(manuscript.front.language)
    report("4 parse")
    document = pandoc.parse(manuscript.body)
    document = document.with_blocks([*pandoc.parse_pieces(_pieces(manuscript)), *document.blocks])
    document, notices = _pictures_checked(document, place, manuscript, language)
    found += notices
    report("5 collate")
    bibliography, notices = _collate(place, manuscript)
    found += notices
    report("6 number")
    numbered = number.number(document, language)
    found += [_placed(notice, manuscript) for notice in numbered.notices]
    report("7 cite")
    chosen = _style(place, style or manuscript.front.style or DEFAULT_STYLE)
    body = (manuscript.body, manuscript.path, manuscript.body_line)
    found += cite.check(numbered.value, bibliography, *body)
    document = numbered.value
    if any(cite.cited(document)):
        known = cite.with_terms(chosen, language)
        entries = cite.entries(bibliography, LANGUAGES, language)
        document = pandoc.resolve(cite.prepare(document, language), entries, known, language.region)
        document = cite.anchored(document, bibliography, language)
    found += _glyphs(document, manuscript)
    made = Set(manuscript, document, language, _colophon(manuscript), _pictures(document, place))
    return Outcome(made, tuple(found))


def galley(made: Set, form: Format) -> Galley:
    """Steps 8 and 9: typeset for one format, and lay out all that it is printed from."""
    rules = {tag: pyphen.hyphenator(pack) for tag, pack in LANGUAGES.items()}
    breaks = {tag: rule for tag, rule in rules.items() if rule is not None}
    known = {**LANGUAGES, made.language.tag: made.language}
    document = typeset.typeset(made.document, made.language, known, breaks, form.hyphenation)
    return Galley(made.manuscript.front, document, made.language, known, made.colophon, made.pictures)


def build(
    place: Project, formats: Iterable[str], style: str = "", report: Report = lambda step: None
) -> Outcome[tuple[Edition, ...]]:
    """All ten steps: the editions named by ``formats``, and every notice.

    Raises:
        BasylymError: no edition could be made.
    """
    composed = compose(place, style, report)
    notices = list(composed.notices)
    made = []
    failed: BasylymError | None = None
    for name in formats:
        report(f"10 print {name}")
        try:
            printed = FORMATS[name].print(galley(composed.value, FORMATS[name]))
        except BasylymError as error:  # one edition that cannot be made does not hold up the others
            failed = failed or error
            notices.append(error.notice)
            continue
        notices += printed.notices
        made.append(Edition(FORMATS[name].suffix, printed.value))
    if failed and not made:
        raise failed
    return Outcome(tuple(made), tuple(dict.fromkeys(notices)))


def hyphenated(words: Iterable[str], tag: str) -> tuple[str, ...]:
    """Each word with a hyphen at every place where it may break: ``ын-ты-мақ-тас-тық``.

    Raises:
        BasylymError: ``LANGUAGE_IS_KNOWN`` where no pack tells how to break words of ``tag``.
    """
    pack = LANGUAGES.get(tag)
    rule = pyphen.hyphenator(pack) if pack else None
    if pack is None or rule is None:
        known = ", ".join(LANGUAGES)
        detail = f"no language pack says how {tag!r} breaks words; there are {known}"
        raise BasylymError(Notice(Condition.LANGUAGE_IS_KNOWN, detail), WRONG_USE)
    broken = (typeset.hyphenated(word, pack, rule, EVERY_BREAK) for word in words)
    return tuple(word.replace(typeset.SOFT_HYPHEN, "-") for word in broken)


def _structure(place: Project) -> tuple[Manuscript, list[Notice]]:
    path = str(place.article)
    parts = structure.cut(project.read_text(place.article), path)
    values = yaml.load(parts.front, path, parts.lines[""])
    matter = front.check(values, path, parts.lines, DEFAULT_LANGUAGE)
    made = Manuscript(path, matter, parts.body, parts.body_line)
    return made, list(structure.notices(matter, LANGUAGES.get(matter.language), path))


def _without_pack(tag: str) -> Language:
    """A language nobody wrote a pack for: English terms, said so by ``LANGUAGE_IS_KNOWN``, and no hyphens."""
    return dataclasses.replace(LANGUAGES["en"], tag=tag, region=tag, dictionary=None, letters="")


def _pieces(manuscript: Manuscript) -> dict[str, str]:
    matter = manuscript.front
    named = {"title": matter.title, "abstract": matter.abstract}
    return {f"front-{field}-{tag}": text for field, texts in named.items() for tag, text in texts.items()}


def _collate(place: Project, manuscript: Manuscript) -> tuple[Bibliography, list[Notice]]:
    """Read every .bib file that the front matter names."""
    references: dict[str, Reference] = {}
    notices: list[Notice] = []
    for name in manuscript.front.bibliography:
        path = project.inside(place, name)
        if path is None:
            detail = f"the bibliography {name!r} is not inside the project"
            raise BasylymError(Notice(Condition.BIBLIOGRAPHY_EXISTS, detail, Locus(manuscript.path)))
        shown = str(place.root / path.relative_to(place.root.resolve()))
        read = bibtex.read(project.read_text(path), shown)
        notices += read.notices
        entries = {entry.key: entry for entry in read.value}
        for csl in pandoc.references(bibtex.joined(read.value, LANGUAGES)):
            entry = entries[csl["id"]]
            placeholder = bibtex.PLACEHOLDER in entry.fields.get("keywords", "")
            references.setdefault(entry.key, Reference(entry.key, csl, shown, entry.line, placeholder))
    return Bibliography(references), notices


def _style(place: Project, name: str) -> str:
    shipped = resources.styles()
    if name.removesuffix(".csl") in shipped:
        return shipped[name.removesuffix(".csl")].read_text(encoding="utf-8")
    path = project.inside(place, name) or (Path(name) if Path(name).suffix == ".csl" else None)
    if path is None or not path.is_file():
        detail = f"there is no citation style {name!r}; shipped are {', '.join(shipped)}"
        raise BasylymError(Notice(Condition.STYLE_EXISTS, detail), WRONG_USE)
    text = project.read_text(path)
    if "<style" not in text or "<macro" not in text:
        raise BasylymError(Notice(Condition.STYLE_EXISTS, f"{name} is not a CSL style"), WRONG_USE)
    return text


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
            detail = f"the picture {name!r} is not inside the project"
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


def _placed(notice: Notice, manuscript: Manuscript) -> Notice:
    label = notice.detail.split("@")[-1].split("'")[1 if "'" in notice.detail else 0].split(" ")[0]
    where = cite.locus(label, manuscript.body, manuscript.path, manuscript.body_line)
    return Notice(notice.condition, notice.detail, where)


def _glyphs(document: Document, manuscript: Manuscript) -> list[Notice]:
    notices = []
    for sign in fonts.missing(plain(document.blocks)):
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
