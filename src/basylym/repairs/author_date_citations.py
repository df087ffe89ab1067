"""Make citations of names and years: (Сұлтанов, 2014, 15 б.), (Smith & Doe 2010: 5), Smith (2010).

A citation is linked where just one entry of the list has that surname and that year: in its fields where all
of them were read, else where it opens with the surname and no other entry holds both. Else it stays as typed,
and where the text cites so at all it is asked about. Of ``Smith (2010)`` only the year is replaced, for the
name may bear an ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words
from basylym.model.works import Work
from basylym.repairs._places import page, place
from basylym.repairs._references.lists import lists, main
from basylym.repairs._references.names import INITIALS, SURNAME
from basylym.repairs._references.words import GAP, YEAR, month

PARENTHESIS = re.compile(rf"\(([^()]{{0,200}}?{YEAR}[^()]{{0,120}})\)")
LEAD = r"(?:(?:см\.?(?: также)?|see(?: also)?|cf\.?|e\.g\.,?|қар\.?|қараңыз)[: ]{1,2})"
PERSON = rf"(?:{INITIALS}{GAP}?)?{SURNAME}(?:,?{GAP}{INITIALS})?"
OTHERS = r"(?:et al\.?|и др\.?|және т\. ?б\.?|т\. ?б\.?)"
PEOPLE = rf"{PERSON}(?:,? (?:&|and|и|және|мен|ve|und) {PERSON}|, {PERSON}){{0,6}}(?:,? {OTHERS})?"
ONE = re.compile(
    rf"(?P<lead>{LEAD})?(?P<people>{PEOPLE})(?P<comma>,?) (?P<years>{YEAR}[a-zа-г]?(?:, {YEAR}[a-zа-г]?)*)"
    r"(?:(?P<sign>[:,]) ?(?P<place>[^;]{1,60}))?"
)
YEARS = re.compile(rf"({YEAR}[a-zа-г]?)(?:(?P<sign>[:,]) ?(?P<place>[^;]{{1,60}}))?")
BEFORE = re.compile(rf"([^\W\d_][^\W\d_'’-]{{1,40}})(?:{GAP}{OTHERS})?{GAP}\Z")
NUMERIC = re.compile(r"\[\d{1,3}(?:[,;:–-][^\]\n]{0,60})?\]")
NAME_BEFORE = 60
WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-])+")


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit for each citation that names one entry, and questions about the others."""
    listed = main(text)
    if listed is None or (listed.numbered and NUMERIC.search(text, 0, listed.heading[0])):
        return
    spans = [(one.heading[0], one.end) for one in lists(text)]
    linked: list[Edit] = []
    open_ones: list[Edit] = []
    for found in PARENTHESIS.finditer(text):
        if any(start <= found.start() < end for start, end in spans):
            continue
        inside = " ".join(found[1].split())
        behind = text[max(0, found.start() - NAME_BEFORE) : found.start()]
        made = _parenthetical(inside, listed.works, language) or _narrative(
            inside, behind, listed.works, language
        )
        if made:
            told = "surname and year are those of one entry of the list of references"
            linked.append(Edit(*found.span(), f"[{made}]", told, 0.95))
        elif _looks_cited(inside):
            told = "no one entry of the list of references, read in all its fields, has that name and year"
            open_ones.append(Edit(*found.span(), found.group(), told, 0.8, query=True))
    yield from linked
    if len(linked) >= len(open_ones):
        yield from open_ones


def _parenthetical(inside: str, works: Sequence[Work], language: Language) -> str:
    """Return ``@key, с. 5; @other`` for names, years and places, or nothing."""
    made: list[str] = []
    for part in inside.split(";"):
        found = ONE.fullmatch(part.strip())
        if not found:
            return ""
        family = re.search(SURNAME, re.sub(rf"\A{INITIALS}{GAP}?", "", found["people"]))
        years = found["years"].split(", ")
        keys = [_key(family[0], year, works, frozenset()) for year in years] if family else []
        told = _place(found["sign"], found["place"], language)
        if not keys or not all(keys) or told is None:
            return ""
        lead = found["lead"] or ""
        made.append("; ".join(f"{lead if not n else ''}@{key}" for n, key in enumerate(keys)) + told)
    return "; ".join(made)


def _narrative(inside: str, behind: str, works: Sequence[Work], language: Language) -> str:
    """Return ``-@key, с. 5`` for a year behind the name it belongs to, or nothing."""
    found, name = YEARS.fullmatch(inside), BEFORE.search(behind)
    if not found or not name:
        return ""
    names = [name[1], *re.findall(rf"{SURNAME}(?= (?:and|&|и|және|мен) {re.escape(name[1])})", behind)]
    keys = [key for one in reversed(names) if (key := _key(one, found[1], works, language.case_endings))]
    told = _place(found["sign"], found["place"], language)
    return f"-@{keys[0]}{told}" if keys and told is not None else ""


def _key(name: str, year: str, works: Sequence[Work], endings: frozenset[str]) -> str:
    """Return the key of the one work by that surname in that year, or nothing."""
    name = name.casefold()
    fitting = [
        work
        for work in works
        if work.family
        and work.year[:4] == year[:4]
        and (
            name == (family := work.family.casefold())
            or (name.startswith(family) and name[len(family) :] in endings)
        )
    ]
    if len(fitting) > 1 or len(year) > 4:
        fitting = [work for work in fitting if work.year == year]
    if len(fitting) == 1 and fitting[0].whole:
        return fitting[0].key
    return "" if fitting[1:] else _opening(name, year, works, endings)


def _opening(name: str, year: str, works: Sequence[Work], endings: frozenset[str]) -> str:
    """Return the key of the one entry that holds the name and the year as typed and opens with the name.

    Another entry that holds both, wherever, is in its way. One whose fields were not all read has no year
    that a style could print (``Genz, n.d.``), so what cites it stays as typed and is asked about.
    """
    holding = [work for work in works if re.search(rf"(?<!\d){year}(?![^\W_])", work.raw)]
    fitting = []
    for work in holding:
        found = [one for one in WORD.finditer(work.raw.casefold()) if name.startswith(one[0])]
        found = [one for one in found if name == one[0] or name[len(one[0]) :] in endings]
        if found:
            fitting.append((work, found[0].start()))
    if len(fitting) != 1:
        return ""
    work, at = fitting[0]
    return work.key if work.whole and not at else ""


def _place(sign: str | None, told: str | None, language: Language) -> str | None:
    """Return a place as Pandoc reads it; None where what stands there is none."""
    if not told:
        return ""
    bare = sign == ":" or re.fullmatch(r"\d{1,3}(?:[-–]\d{1,3})?", told.strip())
    made = (page if bare else place)(told, language)
    return f", {made}" if made else None


def _looks_cited(inside: str) -> bool:
    parts = [ONE.fullmatch(part.strip()) for part in inside.split(";")]
    return all(found and found["comma"] and not month(found["people"]) for found in parts)


LIST_EN = (
    "\n\n## References\n\nDoe, J. (2012). A theory of prices. London: Sage."
    "\n\nSmith, A., & Doe, J. (2010). Trade in Asia. London: Sage."
)
LIST_KK = "\n\n## Әдебиеттер\n\nСұлтанов Б. Сыртқы саясат. – Алматы: Наука, 2014. – 232 б."
RULE = Rule(
    phase=Phase.CITATIONS,
    find=find,
    examples=(
        Example(
            "en",
            f"Shown (Smith & Doe 2010: 5; Doe, 2012). Doe (2012) agrees.{LIST_EN}",
            f"Shown [@smith2010, p. 5; @doe2012]. Doe [-@doe2012] agrees.{LIST_EN}",
        ),
        Example(
            "kk",
            f"Айтылған (Сұлтанов, 2014, 15 б.). Сұлтановтың (2014) пікірі.{LIST_KK}",
            f"Айтылған [@sultanov2014, б. 15]. Сұлтановтың [-@sultanov2014] пікірі.{LIST_KK}",
        ),
    ),
    counterexamples=(
        ("en", f"It rose (May 2010), and fell (2012); in Doe (the name, 2012).{LIST_EN}"),
        ("en", "Shown (Smith, 2010)."),
        ("kk", f"Үшінші кезең (2006 – қазіргі кезге дейін) және (2014 ж.).{LIST_KK}"),
    ),
)
