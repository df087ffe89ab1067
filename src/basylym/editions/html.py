"""Galley -> one web page that needs nothing but itself: no script, no address, no second file."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from basylym.adapters import fonts, jinja, markup, pandoc, resources
from basylym.editions import _entry, _markers, _page, _pictures, _proof, _record, _sound
from basylym.model.document import plain
from basylym.model.galley import Format, Galley, Hyphenation
from basylym.model.manuscript import FrontMatter
from basylym.model.notices import Outcome
from basylym.model.wording import Tally
from basylym.stages import isolate

FLAGS = ("--section-divs", "--mathml", "--syntax-highlighting=none")
FACES = (  # family, weight, style, file, and the elements whose text needs it; none: the whole page
    ("Source Serif 4", "400", "normal", "SourceSerif4_400Regular.ttf", ""),
    ("Source Serif 4", "600", "normal", "SourceSerif4_600SemiBold.ttf", ""),
    ("Source Serif 4", "400", "italic", "SourceSerif4_400Regular_Italic.ttf", "//em | //h5 | //h6"),
    (
        *("Source Serif 4", "600 700", "italic", "SourceSerif4_700Bold_Italic.ttf"),
        "//em//strong | //strong//em | //h1//em | //h2//em | //summary//em",
    ),
    ("Source Sans 3", "400", "normal", "SourceSans3_400Regular.ttf", ""),
    ("Source Sans 3", "600", "normal", "SourceSans3_600SemiBold.ttf", ""),
    ("Source Sans 3", "400", "italic", "SourceSans3_400Regular_Italic.ttf", "//em"),
    ("Noto Sans Mono", "400", "normal", "NotoSansMono_400Regular.ttf", "//code | //pre"),
)
FEATURES = ("kern", "mark", "mkmk", "locl", "ccmp", "liga", "calt", "onum", "pnum", "lnum", "tnum", "sups")
FIRST_SHOWN = 300  # characters of the abstract in a page's description


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the web page.

    Notices: ``FIGURE_EXISTS``, ``MARKUP_IS_SAFE``.
    """
    pictures = _pictures.pictures(galley)
    sound = _sound.sound(galley.document, pictures.value, galley.language)
    pieces, body = _record.cut(sound.value)
    title = _bare(plain(pieces.get(f"front-title-{galley.front.language}", [])))
    record = _record.record(galley, title)
    marked = isolate.document(_markers.marked(sound.value), galley.language)
    page = _page.page(pandoc.write(marked, "html5", *FLAGS), pictures.value, galley.language)
    abstract = _bare(plain(pieces.get(f"front-abstract-{galley.front.language}", [])))
    opening = next((plain(node) for node in body.blocks if node["t"] == "Para"), "")
    values = {
        "record": record,
        "terms": galley.language.terms,
        "pieces": {name: jinja.Markup(inside) for name, inside in page.pieces.items()},  # Pandoc wrote them
        "text": jinja.Markup(page.text),
        "contents": page.contents,
        "tags": _tags(galley, record, abstract or _bare(opening)),
        "alternatives": _alternatives(galley),
        "direction": galley.language.direction,
        "comma": galley.language.comma,
        "properties": _properties(galley, record, abstract or _bare(opening)),
        "linked": jinja.Markup(_linked(galley, record, abstract)),  # escaped there
        "cited": _entry.cited(galley, record),
        "colophon": galley.colophon,
        "fonts": _record.FONTS,
    }
    bare = jinja.render("article.html.j2", **values, style="", policy="")
    style = _style(markup.page(bare), page, galley.language.direction)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:"
    policy += "; base-uri 'none'; form-action 'none'"
    policy += "; connect-src 'self'"  # no script can ask; search engines' own tools look for robots.txt
    made = jinja.render("article.html.j2", **values, style=jinja.Markup(style), policy=policy)
    content = made.encode()
    return Outcome(content, (*pictures.notices, *sound.notices))


def prove(galley: Galley, content: bytes) -> Outcome[Tally]:
    """Hold a web page against the article it was printed from."""
    document = _sound.sound(galley.document, _pictures.pictures(galley).value, galley.language).value
    page = markup.page(content.decode("utf-8", "replace").strip() or "<p></p>")
    found = _proof.tree(page.find("body"))
    pieces, _ = _record.cut(document)
    title = _bare(plain(pieces.get(f"front-title-{galley.front.language}", [])))
    own = _entry.cited(galley, _record.record(galley, title))
    added = (own.words, *(f"{one.label} {one.name} {one.text}" for one in own.entries)) if own else ()
    return _proof.judge(document, _proof.body(document), found, galley, "the web page", added=added)


def _bare(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _style(page: markup.Element, parts: _page.Page, direction: str) -> str:
    rules = [_face(*face[:4], signs) for face in FACES if (signs := _signs(page, face[4]))]
    if formulas := _signs(page, "//math"):
        rules.append(_declared("STIX Two Math", "400", "normal", fonts.mathematics(formulas, packed=True)))
    screen, beside = resources.read("markers.css") + resources.read("screen.css"), _beside(parts.notes)
    if direction == "rtl":
        screen, beside = _page.mirrored(screen), _page.mirrored(beside)
        return "\n".join([*rules, screen + _page.from_the_right(parts.rules) + beside]).strip()
    return "\n".join([*rules, screen + parts.rules + beside]).strip()


def _signs(page: markup.Element, where: str) -> str:
    found = page.xpath(where) if where else [page]
    return "".join(sorted({sign for element in found for sign in _page.text(element)}))


def _face(family: str, weight: str, style: str, file: str, signs: str) -> str:
    return _declared(family, weight, style, fonts.woff2(file, signs + "-‐…", FEATURES))


def _declared(family: str, weight: str, style: str, font: bytes) -> str:
    described = f"font-family:'{family}';font-weight:{weight};font-style:{style};font-display:swap"
    coded = base64.b64encode(font).decode()
    return f"@font-face{{{described};src:url(data:font/woff2;base64,{coded}) format('woff2')}}"


def _beside(notes: int) -> str:
    """CSS that sets each note beside its call, below the one before it, where browsers can."""
    rules = []
    marked = []
    for n in range(1, notes + 1):
        below = f"max(anchor(--call-{n} top,0px),calc(anchor(--note-{n - 1} bottom,0px) + 14px))"
        top = below if n > 1 else "anchor(--call-1 top,0px)"
        rules.append(f"#fnref{n}{{anchor-name:--call-{n}}}#fn{n}{{anchor-name:--note-{n};top:{top}}}")
        marked.append(f":root:has(#fnref{n}:is(:hover,:focus-visible)) #fn{n}")
    if not rules:
        return ""
    rules.append(f"{','.join(marked)}{{background:var(--mark)}}")
    return f"@media screen and (min-width:1160px){{{''.join(rules)}}}"


def _tags(galley: Galley, record: _record.Record, described: str) -> list[tuple[str, str]]:
    """Names and values of meta elements, Google Scholar's among them; only what the front matter gives."""
    front, head = galley.front, galley.front.masthead
    rows = [
        ("description", _first(described)),
        ("keywords", ", ".join(record.own.keywords)),
        ("generator", galley.colophon.press),
        ("citation_title", "" if record.title_is_supplied else record.title),
    ]
    for person in front.contributors:
        rows.append(("citation_author", _record.said(person.name, front.language).text))
        for place in person.affiliations:
            name = _record.said(front.affiliations[place], front.language).text
            rows.append(("citation_author_institution", name))
        rows.append(("citation_author_orcid", person.orcid))
    day = front.published or front.date
    first, _, last = head.pages.replace("—", "–").replace("-", "–").partition("–")
    rows += [
        ("citation_publication_date", day.isoformat().replace("-", "/") if day else ""),
        ("citation_journal_title", head.title),
        ("citation_issn", head.issn),
        ("citation_issn", head.eissn),
        ("citation_volume", head.volume),
        ("citation_issue", head.issue),
        ("citation_firstpage", first.strip()),
        ("citation_lastpage", last.strip()),
        ("citation_doi", front.doi),
        ("citation_language", front.language),
        ("citation_keywords", "; ".join(record.own.keywords)),
    ]
    return [(name, value) for name, value in rows if value]


def _alternatives(galley: Galley) -> list[tuple[str, str, str]]:
    """Dublin Core by language: title, authors, abstract, keywords, where the front matter has several."""
    front = galley.front
    found = _record.in_languages(galley.document)
    tags = dict.fromkeys([*found.get("title", {}), *found.get("description", {}), *front.keywords])
    rows: list[tuple[str, str, str]] = []
    for tag in tags if len(tags) > 1 else ():
        rows.append(("DC.title", tag, found.get("title", {}).get(tag, "")))
        rows += [("DC.creator", tag, person.name.get(tag, "")) for person in front.contributors]
        rows.append(("DC.description", tag, found.get("description", {}).get(tag, "")))
        rows += [("DC.subject", tag, word) for word in front.keywords.get(tag, ())]
    return [row for row in rows if row[2]]


def _properties(galley: Galley, record: _record.Record, described: str) -> list[tuple[str, str]]:
    """Open Graph."""
    day = galley.front.published or galley.front.date
    rows = [
        ("og:type", "article"),
        ("og:title", record.title),
        ("og:description", _first(described)),
        ("og:locale", galley.language.region.replace("-", "_")),
        ("og:site_name", record.journal),
        ("article:published_time", day.isoformat() if day else ""),
        *(("article:tag", word) for word in record.own.keywords),
    ]
    return [(name, value) for name, value in rows if value]


def _linked(galley: Galley, record: _record.Record, abstract: str) -> str:
    """schema.org's ScholarlyArticle as JSON-LD, safe inside a script element."""
    front, head = galley.front, galley.front.masthead
    day = front.published or front.date
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "name": record.title,
        "headline": record.title,
        "inLanguage": front.language,
        "author": [_person(front, n) for n in range(len(front.contributors))],
        "abstract": abstract,
        "keywords": list(record.own.keywords),
        "datePublished": day.isoformat() if day else "",
        "identifier": galley.colophon.identifier,
        "sameAs": f"https://doi.org/{front.doi}" if front.doi else "",
        "license": front.licence,
        "pagination": head.pages,
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": head.issue,
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": head.volume,
                "isPartOf": {
                    "@type": "Periodical",
                    "name": head.title,
                    "issn": [number for number in (head.issn, head.eissn) if number],
                },
            },
        }
        if head.title
        else "",
    }
    written = json.dumps(_given(told), ensure_ascii=False, indent=1)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _person(front: FrontMatter, number: int) -> dict[str, Any]:
    person = front.contributors[number]
    places = [_record.said(front.affiliations[place], front.language).text for place in person.affiliations]
    return {
        "@type": "Person",
        "name": _record.said(person.name, front.language).text,
        "identifier": f"https://orcid.org/{person.orcid}" if person.orcid else "",
        "affiliation": [{"@type": "Organization", "name": place} for place in places],
    }


def _given(value: Any) -> Any:
    """``value`` without what is empty."""
    if isinstance(value, dict):
        return {name: kept for name, part in value.items() if (kept := _given(part))}
    if isinstance(value, list):
        return [_given(part) for part in value]
    return value


def _first(text: str) -> str:
    """The beginning of a text, whole words."""
    if len(text) <= FIRST_SHOWN:
        return text
    return text[:FIRST_SHOWN].rpartition(" ")[0].rstrip(".,;:") + "…"


FORMAT = Format(".html", "text/html", Hyphenation(9, 4, 4), edition, prove)
