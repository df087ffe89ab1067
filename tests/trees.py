"""Markdown as Pandoc reads it, for tests of the stages that come after."""

from basylym import languages, registry
from basylym.adapters import pandoc
from basylym.model.document import walk
from basylym.model.language import Language

PACKS = registry.collect(languages, "LANGUAGE", Language)
EN, KK, RU = PACKS["en"], PACKS["kk"], PACKS["ru"]


def read(markdown):
    return pandoc.parse(markdown)


def shown(document, target="plain"):
    """The document as text, blocks parted by one line end."""
    return "\n".join(pandoc.write(document, target).split("\n\n")).strip()


def of_type(document, kind):
    return [node for node in walk(document.blocks) if node["t"] == kind]
