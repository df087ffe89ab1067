"""Record, pieces of the front matter and body -> the document of a book, with what opens and closes it."""

from __future__ import annotations

from collections.abc import Mapping

from basylym.editions._record import FONTS, Author, Fact, Record, Said, Summary
from basylym.model.document import Document, Node, Run, div, span, string, words
from basylym.model.galley import Colophon
from basylym.model.language import Language

TITLE = "_title"  # no identifier of an author's starts so; Pandoc writes ``id__title``
JOINT = " · "
SHORT_NAME = 24  # characters of a name that one line of a phone holds


def book(
    body: Document, pieces: Mapping[str, list[Node]], record: Record, language: Language, colophon: Colophon
) -> Document:
    """The whole book as one document.

    Args:
        body: the article without the pieces of its front matter.
        pieces: identifier such as ``front-abstract-kk`` -> blocks.
        record: what stands around the text.
        language: of the article.
        colophon: what the press says of the edition.
    """
    opening = _opening(pieces, record, language)
    closing = _closing(pieces, record, language, colophon)
    return body.with_blocks([*opening, *body.blocks, *closing])


def _opening(pieces: Mapping[str, list[Node]], record: Record, language: Language) -> list[Node]:
    terms = language.terms
    title = _run(pieces.get(f"front-title-{record.language}", [])) or words(record.title)
    heading = {"t": "Header", "c": [1, [TITLE, ["title"], []], title]}
    blocks: list[Node] = []
    issue = JOINT.join(filter(None, [record.journal, record.issue]))
    if issue:
        blocks.append(_line("journal", words(issue)))
    codes = [f"{fact.label} {fact.value}" for fact in record.codes]
    kicker = JOINT.join([*codes, *([record.kind] if record.kind else [])])
    if kicker:
        blocks.append(_line("kicker", words(kicker)))
    authors = _authors(record.authors, language.comma) or words(terms.missing_author)
    blocks.append(_line("authors" if record.authors else "authors missing", authors))
    if record.affiliations:
        blocks.append(div(_places(record.affiliations), classes=("affiliations",)))
    if record.notice:
        blocks.append(_line("notice", words(record.notice)))
    if record.title_is_supplied:
        blocks.append(_line("notice", words(terms.supplied)))
    if record.facts:
        blocks.append(_line("facts", _facts(record.facts)))
    abstract = pieces.get(f"front-abstract-{record.language}", [])
    keywords = _keywords(record.own, language.comma)
    if abstract or keywords:
        label = [_line("label", words(terms.abstract))] if abstract else []
        blocks.append(div([*label, *abstract, *keywords], classes=("abstract",)))
    return [heading, div(blocks, classes=("head",))]


def _closing(
    pieces: Mapping[str, list[Node]], record: Record, language: Language, colophon: Colophon
) -> list[Node]:
    """Summaries in other languages, the authors, the edition: each a section of its own."""
    terms = language.terms
    blocks: list[Node] = []
    for other in record.others:
        title = pieces.get(f"front-title-{other.tag}", [])
        inside = [
            *([div(title, classes=("summary-title",))] if title else []),
            *([_line("names", words(", ".join(other.authors)))] if other.authors else []),
            *(_line("place", words(place)) for place in other.affiliations),
            *pieces.get(f"front-abstract-{other.tag}", []),
            *_keywords(other),
        ]
        heading = [span(words(other.autonym), lang=other.tag)]
        blocks.append(_section(f"_summary-{other.tag}", heading))
        blocks.append(div(inside, classes=("summary",), lang=other.tag))
    told = [_about(author, language) for author in record.authors if author.about or author.orcid]
    if told:
        blocks += [_section("_authors", words(terms.about_authors)), div(told, classes=("about",))]
    fonts = f"{colophon.press}. {terms.set_in.format(fonts=FONTS)}"
    edition = [_line("", words(fonts)), _line("", words(colophon.identifier))]
    return [*blocks, _section("_edition", words(terms.about_edition)), div(edition, classes=("about",))]


def _section(name: str, run: Run) -> Node:
    return {"t": "Header", "c": [2, [name, ["apparatus"], []], run]}


def _line(classes: str, run: Run) -> Node:
    line: Node = {"t": "Para", "c": run}
    return div([line], classes=tuple(classes.split())) if classes else line


def _run(blocks: list[Node]) -> Run:
    """The inlines of blocks that hold one line."""
    run: Run = []
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            run += [{"t": "Space"}, *block["c"]] if run else block["c"]
    return run


def _said(text: Said) -> Run:
    return [span(words(text.text), lang=text.language)] if text.language else words(text.text)


def _raised(text: str) -> Node:
    return {"t": "Superscript", "c": [string(text)]}


def _authors(authors: tuple[Author, ...], comma: str) -> Run:
    run: Run = []
    for author in authors:
        marks = ",".join([*map(str, author.marks), *(["*"] if author.corresponding else [])])
        run += [string(comma), {"t": "Space"}] if run else []
        whole = ("nb",) if len(author.name.text) <= SHORT_NAME else ()
        run += [span(_said(author.name), classes=whole), *([_raised(marks)] if marks else [])]
    return run


def _places(places: tuple[Said, ...]) -> list[Node]:
    many = len(places) > 1
    return [
        _line("", [*([_raised(str(n)), string("\u00a0")] if many else []), *_said(place)])
        for n, place in enumerate(places, 1)
    ]


def _facts(facts: tuple[Fact, ...]) -> Run:
    run: Run = []
    for fact in facts:
        value = words(fact.value)
        if fact.link:
            value = [_link(value, fact.link)]
        run += words("\u00a0· ") if run else []  # a point may end a line, not begin one
        run += [span([*words(f"{fact.label} "), *value], classes=("fact",))]
    return run


def _link(run: Run, target: str) -> Node:
    return {"t": "Link", "c": [["", [], []], run, [target, ""]]}


def _keywords(summary: Summary, comma: str = ",") -> list[Node]:
    if not summary.keywords:
        return []
    label: Node = {"t": "Strong", "c": words(f"{summary.terms.keywords}:")}
    return [_line("keywords", [label, {"t": "Space"}, *words(f"{comma} ".join(summary.keywords))])]


def _about(author: Author, language: Language) -> Node:
    run: Run = [{"t": "Strong", "c": _said(author.name)}]
    if author.about:
        run += words(f" – {author.about}")
    if author.email:
        label = f"* {language.terms.corresponding}: " if author.corresponding else ""
        run += [{"t": "LineBreak"}, *words(label), _link([string(author.email)], f"mailto:{author.email}")]
    if author.orcid:
        target = f"https://orcid.org/{author.orcid}"
        run += [{"t": "LineBreak"}, *words("ORCID "), _link([string(author.orcid)], target)]
    return _line("", run)
