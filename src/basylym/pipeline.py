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
from basylym import citing, collate, editions, journals, opening, project, registry, rescripting, submitting
from basylym.adapters import pyphen
from basylym.model.document import Document, attributes, walk
from basylym.model.galley import AS_IT_IS, Colophon, Edition, Format, Galley, Hyphenation, Leaf, Submission
from basylym.model.language import Language
from basylym.model.manuscript import Manuscript
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Notice, Outcome
from basylym.project import Project
from basylym.stages import cite, identify, number, placed, typeset

FORMATS = registry.collect(editions, "FORMAT", Format)
LANGUAGES = opening.LANGUAGES
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
    manuscript, found = opening.structured(place)
    language = opening.pack(manuscript.front.language)
    report("4 parse")
    document, notices = opening.parsed(manuscript)
    found += notices
    document, notices = opening.with_pictures(document, place, manuscript, language)
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
    found += journals.unsatisfied(place, manuscript, document, language)
    identified = identify.identify(document)
    works = citing.works(document, identified.value, bibliography)
    found += [placed.by_sign(notice, manuscript) for notice in identified.notices]
    found += opening.glyphs(identified.value, manuscript)
    shared = (_colophon(manuscript), opening.pictures(identified.value, place))
    sources = project.sources(place, manuscript.front.bibliography)
    made = Set(manuscript, identified.value, language, *shared, sources=sources, works=works)
    return Outcome(made, tuple(found))


def galley(made: Set, form: Format) -> Galley:
    """Steps 8 and 9: typeset for one format, and lay out all that it is printed from."""
    known = {**LANGUAGES, made.language.tag: made.language}
    tags = {made.language.tag, *(attributes(node)[2].get("lang", "") for node in walk(made.document.blocks))}
    packs = [known.get(tag) or known.get(tag.split("-")[0]) for tag in sorted(tags)]
    breaks = {pack.tag: rule for pack in packs if pack and (rule := pyphen.hyphenator(pack))}
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
    return editions_of(place, compose(place, style, report), formats, report, script, wish)


def editions_of(
    place: Project,
    composed: Outcome[Set],
    formats: Collection[str],
    report: Report = lambda step: None,
    script: str = "",
    wish: Submission = AS_IT_IS,
) -> Outcome[tuple[Edition, ...]]:
    """Steps 8 to 10 of an article that was composed; its notices stand before the editions'.

    Raises:
        BasylymError: no edition could be made.
    """
    ready = rescripted(composed.value, script) if script else composed.value
    ready = submitted(ready, wish) if submitting.is_sent(formats) else ready
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
    leaves: tuple[Leaf, ...] | None = None
    wanted = list(formats)
    for name in sorted(wanted, key=lambda name: FORMATS[name].names_pages):  # after the pages they name
        form = FORMATS[name]
        if form.names_pages and leaves is None:
            leaves, untold = _leaves(ready, report)
            notices += untold
        report(f"10 print {name}")
        try:
            rescripting.refuse(form.media_type, ready.language)
            sheets = dataclasses.replace(galley(ready, form), leaves=leaves or ())
            edition = form.print(sheets)
            leaves = form.leaves(sheets, edition.value) if form.leaves else leaves
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
    made.sort(key=lambda edition: wanted.index(edition.form))
    return Outcome(tuple(made), tuple(notices))


def _leaves(ready: Set, report: Report) -> tuple[tuple[Leaf, ...], list[Notice]]:
    """The pages that an edition names though the one that has them was not asked for."""
    name = next(name for name, form in FORMATS.items() if form.leaves)
    form = FORMATS[name]
    report(f"   pages of {name}")
    try:
        rescripting.refuse(form.media_type, ready.language)
        sheets = galley(ready, form)
        told = form.leaves(sheets, form.print(sheets).value) if form.leaves else ()
    except BasylymError as error:
        return (), [
            Notice(Condition.PAGES_ARE_NAMED, f"no page of the {name} is named: {error.notice.detail}")
        ]
    return told, []


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
