r"""Works -> BibTeX text, which bibtexparser and Pandoc read back to the same values; and its letters back.

Whatever LaTeX could take for more than a letter is written as a command in braces. A work whose
fields were not all read is an entry whose title is the entry as typed, so that it prints the author's own
words; what was read of it stands in fields that nobody prints, for the editor to put in place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from basylym.model.bibliography import is_latin
from basylym.model.works import Work

RAW = "basylym-raw"
READ = "basylym-"
PARSED = "basylym-unread"
"""The keyword of an entry whose fields were not all read."""
WRITTEN = {
    "\\": "{\\textbackslash}",
    "{": "\\{",
    "}": "\\}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    "$": "\\$",
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
    '"': "{\\textquotedbl}",
    "`": "\\`{}",
    "'": "{\\textquotesingle}",
    "@": "{@}",
    "‘": "{‘}",
    "<": "{\\textless}",
    ">": "{\\textgreater}",
}
NESTED = {"“": "{“}"}  # within another of its kind; by itself it is the style's to print
READ_BACK = {written: sign for sign, written in (WRITTEN | NESTED).items()}
BACK = re.compile("|".join([*map(re.escape, sorted(READ_BACK, key=len, reverse=True)), r"\{\}"]))
UNDETERMINED = "und"  # ISO 639; as English, Pandoc would take the capitals of a title away
SEVERAL = "mul"  # ISO 639; no style changes the capitals of what is in no one language
PAGES = re.compile(
    r"\d[ \u00a0]?-?(бб?|с)\.?(?=\W*\Z| – [^\W\d_]{3,} ?:)|(?<!\w)([БС])\. ?\d"
    r"|\d[ -](томдық|т-)|(басылған|электрондық)\Z"
)
PAGE_WORDS = {"б": "kazakh", "бб": "kazakh", "с": "russian"}
VERBATIM = frozenset({"url", "doi"})  # BibLaTeX reads these as they stand
LISTS = frozenset({"publisher", "location", "institution"})  # BibLaTeX parts these at a bare "and"
ORDER = (
    "author editor editortype title title-en maintitle journaltitle booktitle series edition version"
    " volume number issue volumes "
    "location publisher institution holder archive archive-location type scale application"
    " submitted date year "
    "pages pagetotal isbn doi url urldate"
).split()


def references(works: Iterable[Work]) -> str:
    """Return BibTeX of ``works``, one entry for each."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Work) -> str:
    told = {one.name: one.value for one in work.fields}
    shown = {name: told[name] for name in ORDER if name in told}
    if "year" in shown and "date" not in shown:
        shown["date"] = shown.pop("year")
    if not work.whole:
        shown = {"title": work.raw, **{READ + name: value for name, value in shown.items()}}
        shown["keywords"] = PARSED
    if tongue := _tongue(work, shown.get("title", "")):
        shown["langid"] = tongue
    if len(shown.get("date", "")) > len("2001") and work.kind == "article":
        shown["entrysubtype"] = "newspaper"
    rows = [f"  {name} = {{{_value(name, value)}}}," for name, value in shown.items()]
    rows.append(f"  {RAW} = {{{written(work.raw)}}}")
    return f"@{work.kind}{{{work.key},\n" + "\n".join(rows) + "\n}\n"


def _tongue(work: Work, title: str) -> str:
    """Return the language of an entry by what it calls a page; nothing where its title's letters tell it."""
    if not work.whole:
        return SEVERAL
    if is_latin(written(title)):
        return UNDETERMINED
    found = PAGES.search(work.raw)
    return PAGE_WORDS.get(found[found.lastindex or 0].lower(), "kazakh") if found else ""


def _value(name: str, value: str) -> str:
    if name in VERBATIM:
        return re.sub(r"[{}\\\s]", lambda sign: f"%{ord(sign[0]):02X}", value)
    if name.removeprefix(READ) in LISTS:
        return written(value).replace(" and ", " {and} ")
    return _people(value) if name.removeprefix(READ) in ("author", "editor") else written(value)


def _people(value: str) -> str:
    """Return names; one without a comma is of a body, and braces keep it from being taken for a person."""
    names = value.split(" and ")
    bodies = (name != "others" and "," not in name for name in names)
    return " and ".join(
        f"{{{written(name)}}}" if body else written(name) for name, body in zip(names, bodies, strict=True)
    )


def written(text: str) -> str:
    """Return ``text`` with every sign that LaTeX knows written as a letter."""
    flat = " ".join(text.split())
    escaped = "".join(WRITTEN.get(sign, sign) for sign in flat)
    escaped = re.sub(r"(?<=“)[^”]+", lambda quoted: quoted[0].replace("“", NESTED["“"]), escaped)
    return re.sub(r"-(?=-)|,(?=,)", lambda sign: sign[0] + "{}", escaped)


def read(written: str) -> str:
    """Return the text that ``written`` wrote."""
    return BACK.sub(lambda found: READ_BACK.get(found[0], ""), written)
