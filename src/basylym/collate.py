"""The .bib files and the citation style that an article names -> Bibliography, and a style's XML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from basylym import project
from basylym.adapters import bibtex, merging, pandoc, resources
from basylym.model.bibliography import Bibliography, Reference
from basylym.model.language import Language
from basylym.model.manuscript import Manuscript
from basylym.model.notices import WRONG_USE, BasylymError, Condition, Locus, Notice
from basylym.project import Project
from basylym.stages import second_list


def collate(
    place: Project, manuscript: Manuscript, languages: Mapping[str, Language]
) -> tuple[Bibliography, list[Notice]]:
    """Read every .bib file that the front matter names."""
    references: dict[str, Reference] = {}
    notices: list[Notice] = []
    for name in manuscript.front.bibliography:
        path = project.inside(place, name)
        if path is None:
            detail = f"the bibliography {name!r} is not inside the project"
            raise BasylymError(Notice(Condition.BIBLIOGRAPHY_EXISTS, detail, Locus(manuscript.path)))
        shown = str(place.root / path.relative_to(place.root.resolve()))
        read = bibtex.read(merging.settled(project.read_text(path), shown), shown)
        notices += read.notices
        written = {entry.key: entry for entry in read.value.entries}
        as_typed = manuscript.front.language.split("-")[0] != "en"
        made = {csl["id"]: csl for csl in _made(read.value, languages, as_typed)}
        for key, entry in written.items():
            where = Locus(shown, entry.line)
            if key in references:
                detail = f"the key {key!r} stands in two bibliographies"
                notices.append(Notice(Condition.REFERENCE_IS_UNIQUE, detail, where))
            elif key in made:
                placeholder = bibtex.PLACEHOLDER in entry.fields.get("keywords", "")
                latin = {name: text for name, text in entry.fields.items() if second_list.belongs(name)}
                latin = {name: text.replace("{", "").replace("}", "") for name, text in latin.items()}
                made_whole = bibtex.completed(made[key], entry)
                references[key] = Reference(key, made_whole, shown, entry.line, placeholder, latin)
            elif entry.kind not in bibtex.NOT_CITED:
                detail = f"the entry {key!r} is broken"
                notices.append(Notice(Condition.BIBLIOGRAPHY_PARSES, detail, where))
    return Bibliography(references), notices


def _made(
    library: bibtex.Library, languages: Mapping[str, Language], as_typed: bool
) -> list[pandoc.Reference]:
    """The entries as CSL JSON; where Pandoc stops at one of them, all the others."""
    try:
        return pandoc.references(bibtex.joined(library, languages, as_typed))
    except BasylymError as error:
        if error.notice.condition is not Condition.BIBLIOGRAPHY_PARSES:
            raise
        if len(library.entries) < 2:
            return []
    sound = tuple(
        entry
        for entry in library.entries
        if _made(bibtex.Library((entry,), library.strings), languages, as_typed)
    )
    return pandoc.references(bibtex.joined(bibtex.Library(sound, library.strings), languages, as_typed))


def style(place: Project, named: str, matter: str, usual: str) -> str:
    """The XML of a CSL style.

    Args:
        place: the article's files.
        named: on the command line; may be a file anywhere.
        matter: by the front matter; a file must be inside the project.
        usual: the language's own, where neither names one.
    """
    name = named or matter or usual
    shipped = resources.styles()
    path = project.inside(place, name) if name.endswith(".csl") else None
    if path is None and named.endswith(".csl") and Path(named).is_file():
        path = Path(named)
    if path is None:
        bare = Path(name).name.removesuffix(".csl")  # templates name it by where they keep it
        longer = [stem for stem in shipped if stem.startswith(f"{bare}-")]  # chicago: there is but one
        path = shipped.get(bare) or (shipped[longer[0]] if len(longer) == 1 else None)
    if path is None:
        detail = f"there is no citation style {name!r}; shipped are {', '.join(shipped)}"
        raise BasylymError(Notice(Condition.STYLE_EXISTS, detail), WRONG_USE)
    text = project.read_text(path)
    if "<style" not in text or "<macro" not in text:
        parent = "; it only names another style" if "independent-parent" in text else ""
        detail = f"{name} is not a CSL style that can be used{parent}"
        raise BasylymError(Notice(Condition.STYLE_EXISTS, detail), WRONG_USE)
    return text
