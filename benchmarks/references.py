"""Works printed by citeproc in the shipped styles -> how well their entries are read back: one table.

The styles are other people's. The works were not looked at while the reader of entries was first written;
later the forms that it did not know were added after their entries, so that the works are not wholly unseen.
A field counts where its value stands in the entry as printed. Run: python benchmarks/references.py
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from basylym import normalize
from basylym.adapters import pandoc, resources
from basylym.model.document import attributes, plain, walk
from basylym.model.works import Work
from basylym.repairs._references.entries import works
from basylym.stages import csl, locate

ROOT = Path(__file__).parents[1]
SETS = (
    ROOT / "benchmarks/referencing/works.json",
    ROOT / "tests/specimens/gost-7-1-2003/references.json",
)
LANGUAGES = {"en": "en-US", "ru": "ru-RU", "kk": "kk-KZ"}
PLAIN_FIELDS = {
    "title": "title",
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher-place": "location",
    "number-of-pages": "pagetotal",
    "DOI": "doi",
    "URL": "url",
}


LATER = ROOT / "benchmarks/referencing/later.json"
"""Works written when all kinds had been read, and first read then: the honest test of that."""


def main() -> None:
    """Print the table; of the later works with ``later``, and what was not read with ``show``."""
    sets = (LATER,) if "later" in sys.argv else SETS
    entries = [one for path in sets for one in json.loads(path.read_text("utf-8"))]
    shown = "show" in sys.argv
    print(f"{'style':28} {'lang':4} {'works':>5} {'read':>5} {'P':>6} {'R':>6} {'F1':>6}")
    total: dict[str, Counter[str]] = {}
    for name, path in resources.styles().items():
        for tag, region in LANGUAGES.items():
            own = [one for one in entries if one.get("language", "en-US") == region]
            if not own:
                continue
            counts = _measured(own, path.read_text("utf-8"), region, shown)
            _print(name, tag, counts)
            total[tag] = total.get(tag, Counter()) + counts
    for tag, counts in total.items():
        _print("all", tag, counts)


def _print(name: str, tag: str, counts: Counter[str]) -> None:
    precision = counts["right"] / max(1, counts["told"])
    recall = counts["right"] / max(1, counts["sought"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    row = f"{counts['works']:5} {counts['whole']:5} {precision:6.3f} {recall:6.3f} {f1:6.3f}"
    print(f"{name:28} {tag:4} {row}")


def _measured(entries: list[dict], style: str, region: str, shown: bool) -> Counter[str]:
    language = normalize.pack(region)
    ready = csl.handed_over([{**one} for one in entries], style)
    document = pandoc.parse("::: {#refs}\n:::")
    known = csl.with_terms(style, language)
    done = locate.uncovered(pandoc.resolve(document, ready, known, language.region, ["*"]))
    printed = {
        attributes(node)[0].removeprefix("ref-"): plain(node["c"][1])
        for node in walk(done.blocks)
        if node["t"] == "Div" and "csl-entry" in attributes(node)[1]
    }
    counts: Counter[str] = Counter()
    for one in entries:
        text = re.sub(r"^(?:\[\d+\]|\d+\.)\s*", "", " ".join(printed[one["id"]].split()))
        [work] = works([(0, text)])
        told = _told(work, one["type"])
        sought = _sought(one, text, told)
        told = {name: value for name, value in told.items() if name in NAMES}
        if "pages" in told and one.get("page", "").split("-")[0] == told["pages"].split("-")[0]:
            sought["pages"] = told["pages"]  # citeproc shortens the second number
        if "year" in told and told["year"] == str(one.get("issued", {}).get("date-parts", [[""]])[0][0]):
            sought["year"] = told["year"]
        right = {name for name, value in told.items() if sought.get(name) == value}
        counts += Counter(works=1, whole=work.whole, told=len(told), sought=len(sought), right=len(right))
        if shown and (len(right) < len(told) or not work.whole):
            wrong = {name: (value, sought.get(name)) for name, value in told.items() if name not in right}
            print(f"    {'WRONG' if wrong else 'unread'} {text}\n        {wrong}")
    return counts


NAMES = {*PLAIN_FIELDS.values(), "author", "year", "journaltitle", "booktitle"}
ALIKE = {"issue": "number", "institution": "publisher", "holder": "publisher"}
"""Names of BibLaTeX for one kind of work -> the name under which their values are compared."""


def _told(work: Work, kind: str) -> dict[str, str]:
    """The fields that were read, by the names under which they are compared."""
    told = {field.name: _flat(field.value) for field in work.fields}
    if kind == "legislation" and "number" in told:
        told["act"] = told.pop("number")
    told |= {ALIKE[name]: value for name, value in told.items() if name in ALIKE}
    if "maintitle" in told:  # of a work in volumes; CSL calls it the title
        told["title"] = told["maintitle"]
    if "author" in told:
        told["author"] = _families(told["author"])
    return told


def _sought(one: dict, text: str, read: dict[str, str]) -> dict[str, str]:
    """The fields of an entry whose values stand in it as printed."""
    told = {field: str(one[name]) for name, field in PLAIN_FIELDS.items() if one.get(name)}
    if one["type"] in ("patent", "standard", "thesis"):
        told["number"] = str(one.get("number") or one.get("genre", "").partition(" : ")[2])
    if one["type"] == "patent":
        told["location"] = one["jurisdiction"]
    container = "booktitle" if one["type"] in ("chapter", "paper-conference") else "journaltitle"
    if one.get("container-title"):
        told[container] = one["container-title"]
        if (short := one["container-title"].replace(".", "")) in text:
            told[container] = short  # Vancouver takes the stops away
    told = {name: _flat(value) for name, value in told.items() if value and _flat(value) in _flat(text)}
    year = str(one.get("issued", {}).get("date-parts", [[""]])[0][0])
    if year and year in text and len(one["issued"]["date-parts"][0]) == 1:
        told["year"] = year
    genre = _flat(one.get("genre", ""))
    split = "type" in read and read["type"] in genre
    if genre and f"{told.get('title')}: {genre}" in _flat(text) and not split:
        told["title"] = f"{told['title']}: {genre}"  # what it is may be read as a part of the title
    people = [_flat(person["family"]) for person in one.get("author", []) if "family" in person]
    present = [name for name in dict.fromkeys(people) if name in _flat(text)]
    if present:
        told["author"] = " and ".join(present)
    return told


def _families(bibtex: str) -> str:
    families = (name.split(",")[0] for name in bibtex.split(" and ") if name != "others")
    return " and ".join(dict.fromkeys(families))


def _flat(text: str) -> str:
    text = re.sub("[-–—‑]+", "-", text).replace("’", "'").replace(" :", ":")
    return re.sub(r"\s+", " ", text).strip(" .").lower()


if __name__ == "__main__":
    main()
