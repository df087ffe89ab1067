"""Document, Bibliography, CSL style -> Document with its citations and references set: step 7 in one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from basylym.adapters import pandoc
from basylym.model.bibliography import Bibliography, is_latin
from basylym.model.document import Document, attributes, walk
from basylym.model.language import Language
from basylym.stages import cite, csl


def resolve(
    document: Document,
    bibliography: Bibliography,
    style: str,
    language: Language,
    languages: Mapping[str, Language],
    uncited: Any,
) -> Document:
    """Set every citation and the list of references.

    Where the style describes each work in the work's own language, the references in other languages
    are taken from a run of their own.

    Args:
        document: numbered.
        bibliography: what may be cited.
        style: XML of a CSL style.
        language: of the article.
        languages: tag -> pack.
        uncited: which references to list though they are not cited, as Pandoc's nocite.
    """
    entries = csl.handed_over(cite.entries(bibliography, languages, language), style)
    ready = cite.prepare(document, language)
    done = _run(ready, entries, style, language, uncited)
    if csl.follows_the_work(style):
        tags = {entry["id"]: _language(entry, languages) for entry in entries}
        listed = _order(done)
        others = {}
        for pack in languages.values():
            if pack.region != language.region and pack.region in {tags.get(key) for key in listed}:
                other = _run(ready, entries, style, pack, uncited)
                if _order(other) == listed:  # else the numbers would be those of another list
                    others[pack.region] = other
        done = csl.in_their_languages(done, others, tags)
    return cite.anchored(done, bibliography, language)


def _language(entry: Mapping[str, Any], languages: Mapping[str, Language]) -> str:
    """The region of the entry's language; English for a title in Latin letters of which nothing is known."""
    known = str(entry["language"])
    unknown = known in ("", cite.NO_LANGUAGE) and is_latin(str(entry.get("title", "")))
    return languages["en"].region if unknown else known


def _run(ready: Document, entries: list[Any], style: str, language: Language, uncited: Any) -> Document:
    known = csl.with_terms(style, language)
    return csl.joined(pandoc.resolve(ready, entries, known, language.region, uncited), language)


def _order(document: Document) -> list[str]:
    return [
        attributes(node)[0].removeprefix("ref-")
        for node in walk(document.blocks)
        if node["t"] == "Div" and "csl-entry" in attributes(node)[1]
    ]
