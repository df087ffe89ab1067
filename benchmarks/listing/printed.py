"""Works and a style -> the entries of a list as citeproc prints them, in the order of the style."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from repairing import texts

from basylym import normalize
from basylym.adapters import pandoc, resources
from basylym.model.document import attributes, plain, walk
from basylym.stages import csl, locate

from .works import Work

PACKAGE = "citation-style-language-styles"
REGIONS = {
    "en": "en-US",
    "mixed": "en-US",
    "ru": "ru-RU",
    "kk": "kk-KZ",
    "tr": "tr-TR",
    "de": "de-DE",
    "fr": "fr-FR",
}
STYLES = {
    ("en", "train"): (
        "apa",
        "ieee",
        "vancouver",
        "chicago-author-date",
        "modern-language-association",
        "harvard-cite-them-right",
        "elsevier-harvard",
        "springer-basic-author-date",
        "nature",
        "american-sociological-association",
    ),
    ("en", "test"): (
        "american-medical-association",
        "american-political-science-association",
        "turabian-author-date",
        "chicago-note-bibliography",
        "springer-lecture-notes-in-computer-science",
        "the-lancet",
        "cell",
        "council-of-science-editors-author-date",
        "american-anthropological-association",
        "journal-of-historical-linguistics",
        "elsevier-with-titles",
        "taylor-and-francis-chicago-author-date",
    ),
    ("mixed", "train"): (
        "apa",
        "chicago-author-date",
        "modern-humanities-research-association-author-date",
        "sage-harvard",
    ),
    ("mixed", "test"): (
        "deutsches-archaologisches-institut",
        "american-journal-of-archaeology",
        "harvard-european-archaeology",
        "chicago-note-bibliography",
    ),
    ("ru", "train"): ("gost-7-1-2003", "gost-r-7-0-5-2008", "apa", "vancouver"),
    ("ru", "test"): ("gost-r-7-0-100-2018", "gost-r-7-0-5-2008-numeric", "chicago-author-date", "ieee"),
    ("kk", "train"): ("gost-7-1-2003", "gost-r-7-0-5-2008", "apa", "vancouver"),
    ("kk", "test"): ("gost-r-7-0-100-2018", "gost-r-7-0-5-2008-numeric", "chicago-author-date", "ieee"),
    ("tr", "train"): ("apa-tr", "isnad", "turkiye-bilimsel-ve-teknolojik-arastirma-kurumu"),
    ("tr", "test"): (
        "isnad-metinici",
        "chicago-author-date",
        "marmara-universitesi-turkiyat-arastirmalari-enstitusu",
        "galatasaray-universitesi-sosyal-bilimler-enstitusu",
    ),
    ("de", "train"): ("din-1505-2", "zeitschrift-fur-soziologie", "deutsche-gesellschaft-fur-psychologie"),
    ("de", "test"): (
        "chicago-author-date-de",
        "iso690-author-date-de",
        "zeitschrift-fur-geschichtsdidaktik",
        "springer-vs-author-date",
        "zeitschrift-fur-politik",
    ),
    ("fr", "train"): ("iso690-author-date-fr", "revue-francaise-de-sociologie", "apa"),
    ("fr", "test"): (
        "chicago-author-date-fr",
        "lettres-et-sciences-humaines-fr",
        "iso690-numeric-fr",
        "revue-dhistoire-moderne-et-contemporaine",
    ),
}
NUMBER = re.compile(r"^(?:\[\d+\]|\(\d+\)|\d+[.)]?)\s+(?=\D)")
SHORTEST = 25  # signs of an entry that names a work


def entries(works: Sequence[Work], name: str, language: str) -> list[str]:
    """Return the entries without their numbers."""
    styles = resources.styles()
    published = f"usr/share/citation-style-language/styles/{name}.csl"
    path = styles[name] if name in styles else texts.fetched(PACKAGE) / published
    written = path.read_text("utf-8")
    ready = csl.handed_over([{**one} for one in works], written)
    tongue = normalize.pack(language)
    known = csl.with_terms(written, tongue) if tongue and name in styles else written
    done = locate.uncovered(pandoc.resolve(_empty(), ready, known, REGIONS[language], ["*"]))
    found = [
        " ".join(plain(node["c"][1]).split())
        for node in walk(done.blocks)
        if node["t"] == "Div" and "csl-entry" in attributes(node)[1]
    ]
    bare = [NUMBER.sub("", entry) for entry in found]
    return [entry for entry in bare if len(entry) >= SHORTEST]


@cache
def _empty() -> pandoc.Document:
    return pandoc.parse("::: {#refs}\n:::")
