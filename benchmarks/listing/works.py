"""Packages of bibliographies, and texts -> works in CSL JSON, parted by document into train and test.

English works are those of bibliographies that others keep. Of the other languages no open package has enough,
so works are made: the title is how a sentence of an open text begins, people, journals and publishers come
from a list of names, parted in two as well. What they say makes no sense; what stands where in an entry does.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypandoc
from repairing import texts

Work = dict[str, Any]
BIB = "usr/share/texlive/texmf-dist/bibtex/bib"
PACKAGE = "texlive-bibtex-extra"
KEPT = {  # bibliographies as their authors keep them
    ("en", "train"): ("beebe/typeset", "beebe/font", "beebe/texbook3"),
    ("en", "test"): ("beebe/printing-history", "beebe/epodd", "beebe/texgraph", "beebe/serif"),
    ("mixed", "train"): ("biblatex/biblatex/biblatex-examples",),
    ("mixed", "test"): ("archaeologie/archaeologie-examples",),
}
OWN = {
    ("kk", "train"): ("tests/specimens/gost-7-1-2003/references.json", "kk-KZ"),
    ("kk", "test"): ("benchmarks/referencing/later.json", "kk-KZ"),
    ("ru", "train"): ("tests/specimens/gost-7-1-2003/references.json", "ru-RU"),
    ("ru", "test"): ("benchmarks/referencing/later.json", "ru-RU"),
}
FRENCH = {
    "train": texts.Document("fr", "train", "debian-faq-fr", f"{texts.FAQ}/fr/[a-z]*.fr.html"),
    "test": texts.Document("fr", "test", "developers-reference-fr", f"{texts.GUIDE}/fr/[a-z]*.html"),
}
NAMES = json.loads((Path(__file__).parent / "names.json").read_text("utf-8"))
TITLE = re.compile(r"[^\W\d_a-z][^()\[\]{}<>«»„“”\"‘’'_/=@\\+*#]{60}")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
KINDS = ("article", "article", "article", "book", "book", "chapter", "thesis", "site", "report")
MADE = 60  # works of a language in one half
LARGEST = 400  # works of one bibliography that are looked at
THESES = {"ru": "дис. канд. ист. наук", "kk": "филол. ғыл. канд. дис.", "tr": "Doktora tezi"}
UNIVERSITIES = {
    "ru": "Томский государственный университет",
    "kk": "Әл-Фараби атындағы Қазақ ұлттық университеті",
    "tr": "Ankara Üniversitesi Sosyal Bilimler Enstitüsü",
    "de": "Universität Bielefeld",
    "fr": "Université Paris-Nanterre",
}


@cache
def kept(name: str) -> tuple[Work, ...]:
    """Return the works of a bibliography that have a title and a year or people."""
    told = texts.CACHE / f"{name.replace('/', '-')}.json"
    if not told.is_file():
        bib = texts.fetched(PACKAGE) / BIB / f"{name}.bib"
        command = (pypandoc.get_pandoc_path(), "--from", "bibtex" if "beebe" in name else "biblatex")
        written = bib.read_bytes().decode("utf-8", "replace").encode()
        done = subprocess.run((*command, "--to", "csljson"), input=written, capture_output=True, check=True)
        told.write_bytes(done.stdout)
    found = [one for one in json.loads(told.read_text("utf-8")) if one.get("title")]
    dice = random.Random(name)
    dice.shuffle(found)
    return tuple(map(_plain, found[:LARGEST]))


def _plain(one: Work) -> Work:
    """The work without its notes and abstracts, which no list prints."""
    gone = ("abstract", "keyword", "annote", "note")
    kept = {name: value for name, value in one.items() if name not in gone and "??" not in str(value)}
    return dict(json.loads(json.dumps(kept, ensure_ascii=False).replace("\u00ad", "")))


@cache
def prose(language: str, half: str) -> tuple[str, ...]:
    """Return paragraphs of an open text."""
    if language == "fr":
        blocks = texts.tidy(texts.read(FRENCH[half]), "fr")
        return tuple(block.text for block in blocks if not block.heading)
    tag = "en" if language == "mixed" else language
    mine = (sample for sample in texts.samples(half) if sample.language == tag)
    return tuple(block.text for sample in mine for block in sample.blocks if not block.heading)


@cache
def works(language: str, half: str) -> tuple[tuple[Work, ...], ...]:
    """Return the works of a language, document by document."""
    if (language, half) in KEPT:
        return tuple(kept(name) for name in KEPT[language, half])
    made = tuple(_made(language, half))
    if (language, half) in OWN:
        path, region = OWN[language, half]
        own = json.loads((texts.ROOT / path).read_text("utf-8"))
        made += tuple(one for one in own if one.get("language") == region)
    return (made,)


def _made(language: str, half: str) -> Iterator[Work]:
    dice = random.Random(f"{language}{half}")
    names = {kind: _half(found, half) for kind, found in NAMES[language].items()}
    sentences = [one for text in prose(language, half) for one in SENTENCE.split(text) if TITLE.match(one)]
    dice.shuffle(sentences)
    for number, pair in enumerate(pairwise(sentences[: MADE + 1])):
        yield _work(f"made{number}", language, pair, names, dice)


def _half(found: Sequence[str], half: str) -> Sequence[str]:
    return found[half == "test" :: 2]


def _work(
    key: str, language: str, said: tuple[str, str], names: dict[str, Sequence[str]], dice: random.Random
) -> Work:
    kind = dice.choice(KINDS)
    many = dice.choice((1, 1, 1, 2, 2, 3, 4, 6))
    made: Work = {
        "id": key,
        "type": "article-journal",
        "title": _title(said[0], dice),
        "author": _people(names["people"], many, dice),
        "issued": {"date-parts": [[dice.randrange(1936, 2025)]]},
    }
    first = dice.randrange(1, 480)
    pages = f"{first}-{first + dice.randrange(2, 40)}"
    town, publisher = dice.choice(names["publishers"]).split("|")
    journal = dice.choice(names["journals"])
    if kind == "article":
        made |= {"container-title": journal, "volume": str(dice.randrange(1, 90)), "page": pages}
        if dice.random() < 0.6:
            made["issue"] = str(dice.randrange(1, 13))
        if dice.random() < 0.2:
            made["DOI"] = f"10.{dice.randrange(1000, 9999)}/s{dice.randrange(10**6)}-{first}"
    elif kind == "book":
        made |= {"type": "book", "publisher": publisher, "publisher-place": town}
        made["number-of-pages"] = str(dice.randrange(90, 700))
        if dice.random() < 0.2:
            made["editor"] = made.pop("author")
    elif kind == "chapter":
        made |= {"type": "chapter", "publisher": publisher, "publisher-place": town, "page": pages}
        made["container-title"] = _title(said[1], dice)
        made["editor"] = _people(names["people"], dice.choice((1, 2)), dice)
    elif kind == "thesis":
        made |= {"type": "thesis", "publisher": UNIVERSITIES[language], "publisher-place": town}
        made["author"] = made["author"][:1]
        if language in THESES:
            made["genre"] = THESES[language]
    elif kind == "site":
        site = f"https://www.example.org/{journal.split()[-1].lower()}/{first}/{key}.html"
        made |= {"type": "webpage", "URL": site, "accessed": {"date-parts": [[2024, 1 + first % 12, 17]]}}
        if dice.random() < 0.5:
            made["author"] = [{"literal": dice.choice(names["bodies"])}]
        if dice.random() < 0.3:
            del made["issued"]
    else:
        made |= {"type": "report", "publisher": publisher, "publisher-place": town}
        made["author"] = [{"literal": dice.choice(names["bodies"])}]
    return made


def _title(sentence: str, dice: random.Random) -> str:
    words = sentence[: dice.randrange(24, 60)].split()[:-1]
    while len(words) > 2 and len(words[-1]) < 4:
        words.pop()
    title = " ".join(words).rstrip(".,;:!?–—-(«„“\"'")
    if dice.random() < 0.15:
        title += f" ({dice.randrange(1850, 1950)}–{dice.randrange(1950, 2000)})"
    return title


def _people(people: Sequence[str], many: int, dice: random.Random) -> list[dict[str, str]]:
    chosen = dice.sample(list(people), min(many, len(people)))
    return [dict(zip(("family", "given"), one.split("|"), strict=True)) for one in chosen]
