"""Document, Bibliography, CSL style -> Document with its citations and references set: step 7 in one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from basylym import registry, romanizations
from basylym.adapters import pandoc
from basylym.model.bibliography import Bibliography, is_latin
from basylym.model.document import Document
from basylym.model.language import Language
from basylym.model.manuscript import SecondList
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Notice, Outcome
from basylym.model.romanization import Romanization
from basylym.stages import cite, csl, locate, rank, romanize, second_list

ROMANIZATIONS = registry.collect(romanizations, "ROMANIZATION", Romanization)


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
    are taken from a run of their own; so are the citations in passages that are in another language.

    Args:
        document: numbered.
        bibliography: what may be cited.
        style: XML of a CSL style.
        language: of the article.
        languages: tag -> pack.
        uncited: which references to list though they are not cited, as Pandoc's nocite.
    """
    entries = csl.handed_over(cite.entries(bibliography, languages, language), style)
    ready = cite.prepare(document, language, languages)
    ranked = rank.by_script(entries, language.script)
    done = _run(ready, ranked, rank.sorted_by_script(style), language, uncited)
    tags = {entry["id"]: _language(entry, bibliography, languages) for entry in entries}
    listed = second_list.order(done)
    works = {tags.get(key) for key in listed} if csl.follows_the_work(style) else set()
    passages = cite.passages(ready, language, languages)
    ranked, ordered = rank.in_order(entries, listed), rank.sorted_by_rank(style)
    others = {
        pack.region: _run(ready, ranked, ordered, pack, uncited)
        for pack in languages.values()
        if pack.region != language.region and pack.region in works | set(passages)
    }
    if works:
        done = csl.in_their_languages(done, others, tags)
    done = cite.in_their_passages(done, others, passages)
    done = csl.in_languages(done, {key: tag for key, tag in tags.items() if tag != language.region})
    return cite.anchored(done, bibliography, language)


def with_second_list(
    document: Document,
    bibliography: Bibliography,
    matter: SecondList,
    style: str,
    languages: Mapping[str, Language],
    language: Language,
) -> Outcome[Document]:
    """The document with its references printed a second time, in Latin letters, in the same order.

    Args:
        document: resolved.
        bibliography: what may be cited.
        matter: system and heading.
        style: XML of the second list's CSL style.
        languages: tag -> pack.
        language: of the article.

    Notices:
        ``TITLE_IS_TRANSLATED``: a title has no English beside it.

    Raises:
        BasylymError: ``ROMANIZATION_EXISTS``.
    """
    known_systems = [name for name, one in ROMANIZATIONS.items() if one.script == "Latn"]
    if matter.system not in known_systems:
        detail = f"there is no romanization {matter.system!r}; there are {', '.join(known_systems)}"
        raise BasylymError(Notice(Condition.ROMANIZATION_EXISTS, detail), WRONG_USE)
    system = ROMANIZATIONS[matter.system]
    keys = second_list.order(document)
    known = {entry["id"]: entry for entry in cite.entries(bibliography, languages, language)}
    listed = [known[key] for key in keys if key in known]
    latin = second_list.entries(listed, bibliography, lambda text, tag: romanize.romanize(text, system, tag))
    style = second_list.unsorted(style)
    ready = second_list.citing(document, [entry["id"] for entry in listed])
    second = _run(ready, csl.handed_over(latin, style), style, languages["en"], ())
    tags = {
        key: _latin_tag(str(entry["language"]), str(entry.get("title", ""))) for key, entry in known.items()
    }
    made = second_list.inserted(document, second, matter.heading, tags)
    return Outcome(made, tuple(second_list.notices(listed, bibliography)))


def works(
    document: Document, identified: Document, bibliography: Bibliography
) -> dict[str, Mapping[str, Any]]:
    """The works of the list of references by the identifiers that their entries bear in ``identified``.

    Args:
        document: resolved.
        identified: the same with its identifiers settled.
        bibliography: what may be cited.
    """
    pairs = zip(second_list.order(identified), second_list.order(document), strict=True)
    return {
        f"{second_list.ENTRY}{name}": bibliography.references[key].csl
        for name, key in pairs
        if key in bibliography.references
    }


def _latin_tag(tag: str, title: str) -> str:
    """The tag of an entry in the second list: ``kk-Latn`` where it was romanized."""
    return tag if is_latin(title) else f"{tag.split('-')[0] or cite.NO_LANGUAGE}-Latn"


def _language(entry: Mapping[str, Any], bibliography: Bibliography, languages: Mapping[str, Language]) -> str:
    """The region of the entry's language; English for a title in Latin letters whose entry names none."""
    told = str(bibliography.references[entry["id"]].csl.get("language", ""))
    title = str(entry.get("title", ""))
    unknown = told in ("", cite.NO_LANGUAGE) and is_latin(title) and any(map(str.isalpha, title))
    known = languages.get(str(entry["language"]).split("-")[0])  # en-US is described as en-GB is
    return languages["en"].region if unknown else known.region if known else str(entry["language"])


def _run(ready: Document, entries: list[Any], style: str, language: Language, uncited: Any) -> Document:
    known = csl.with_terms(style, language)
    done = locate.uncovered(pandoc.resolve(ready, entries, known, language.region, uncited))
    return csl.joined(done, language)
