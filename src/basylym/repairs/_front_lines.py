"""A line of a first page -> what it surely is: codes, days, names, a place of work, an address; or free."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from basylym.model.codes import IRSTI, UDC
from basylym.repairs._front_labels import (
    ABSTRACT,
    ACCEPTED,
    KEYWORDS,
    PUBLISHED,
    RECEIVED,
    SLAVIC,
    labelled,
)
from basylym.repairs._lines import SENTENCE_END
from basylym.repairs._references.names import INITIALS, SURNAME
from basylym.repairs._references.words import DAY, GAP, LOWER, UPPER, day

PROSE, SENTENCE = 350, 100  # signs of a paragraph; of one that ends as a sentence does
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
MARK = r"[\d⁰¹²³⁴-⁹*∗†‡✉]{1,4}"
MARKS = re.compile(rf"(?:{GAP}?{MARK}(?:{GAP}?,{GAP}?(?={MARK}))?)+")
CODE = re.compile(
    rf"(?:(?P<irsti>{IRSTI})|(?P<udc>{UDC}))(?:{GAP}?[:.])?{GAP}?(?P<code>\d[\d.:/()+=\"'-]{{1,40}}(?:[;,]{GAP}?\d[\d.:/()+=\"'-]{{1,40}}){{0,5}})"
    rf"(?:{GAP}{{1,9}}|[;,]{GAP}{{0,3}}|\Z)",
    re.IGNORECASE,
)
DOI = re.compile(
    r"(?:doi:?[ \u00a0]?)?(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S{1,100}?)\.?", re.IGNORECASE
)
DATED = re.compile(
    rf"(?:(?P<received>{RECEIVED})|(?P<accepted>{ACCEPTED})|(?P<published>{PUBLISHED}))(?:{GAP}?[:–—-])?{GAP}?(?P<day>{DAY})"
    rf"(?:[.;,/|]?{GAP}{{1,9}}|[.;,]?\Z)",
    re.IGNORECASE,
)
ALONE = re.compile(rf"{DAY}\.?", re.IGNORECASE)
EMAIL = re.compile(
    rf"(?:[(,;]{GAP}?)?(?:(?:\*{GAP}?)?(?:e-?mail|е-?mail|э-?пошта"
    rf"|эл\.{GAP}?пошта(?:сы)?|электрондық пошта|электронная почта"
    rf"|эл\.{GAP}?почта|corresponding author|хат-хабар авторы|хат-хабарларға арналған автор"
    rf"|автор для переписки"
    rf"|автор-корреспондент|корреспондент автор)(?:{GAP}?[:.–-])?{GAP}?){{0,2}}\*?{GAP}?"
    rf"(?P<address>[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}){GAP}?\)?",
    re.IGNORECASE,
)
ORCID = re.compile(
    rf"(?:[(,;]{GAP}?)?(?:orcid(?:{GAP}?id)?{GAP}?:?{GAP}?)?(?:https?://(?:www\.)?orcid\.org/)?"
    rf"(?P<id>\d{{4}}-\d{{4}}-\d{{4}}-\d{{3}}[\dXХ])\)?",
    re.IGNORECASE,
)
CAPITAL = rf"[{UPPER}](?:[{LOWER}'’ʼ-]|(?<=-)[{UPPER}]){{1,25}}|[{UPPER}][{UPPER}-]{{2,25}}"
SPELT = rf"(?:{CAPITAL})(?:{GAP}(?:{INITIALS}|(?:{CAPITAL}))){{1,3}}"
NAME = re.compile(rf"{INITIALS}{GAP}?{SURNAME}|{SURNAME},?{GAP}{INITIALS}(?!{GAP}[{UPPER}][{LOWER}])")
FULL_NAME = re.compile(SPELT)
JOINT = re.compile(rf"{GAP}?[,;]{GAP}?(?:(?:and|және|и|мен|&){GAP})?|{GAP}(?:and|және|и|мен|&){GAP}")
PLACE = re.compile(
    r"универс|институт|академи|университет|мектеп|колледж|кафедра|факультет|орталы[ғқ]|центр|министрл|министерств"
    r"|[uü]nivers|institut|academy|college|school of|department|faculty|centre|center|ministry|laborator"
    rf"|\bқ\.,|(?-i:(?<!\d)(?<!\d{GAP})\bг\.{GAP}?[{UPPER}])|қазақстан|казахстан|kazakhstan|алматы|астана|almaty|astana",
    re.IGNORECASE,
)
SECTION = re.compile(r"\A(?:[IVX]{1,4}|\d{1,2})\.\d{1,2}\.? ")  # a row of a table of contents
TITLED = re.compile(  # a person with degree or post, of whom the place is only said
    rf"\A(?:{NAME.pattern}|{SPELT}){GAP}?[-–—,(]{GAP}?.{{0,80}}?(?:доктор|кандидат|профессор|доцент|магистр|аспирант"
    r"|phd|ph\.d|professor|ғылымдарының|докторант|студент)",
    re.IGNORECASE,
)
WITH_NAME = re.compile(  # the post of one person before the name of the next: т.ғ.д. Д. Ыдырысов
    rf"(?<!\w)(?:(?:\w{{1,3}}\.){{1,2}}{GAP}?[дк]\.|доцент\w?|профессор\w?|PhD),?{GAP}(?:{NAME.pattern})"
)
IMPRINT = re.compile(rf",{GAP}?(?:19|20)\d\d\.?\Z")  # of a book: Алматы, 2016
PAGES = r"(?!(?:19|20)\d\d)\d{1,4}[-–](?!(?:19|20)\d\d)\d{1,4}"  # and no years
# What journals set above a title or beside an abstract, as Roads 12 (2019) 45–60: no title and no name.
SET_ABOVE = re.compile(
    rf"article{GAP}(?:info(?:rmation)?|history)|a ?r ?t ?i ?c ?l ?e {{1,3}}i ?n ?f ?o|open{GAP}access"
    rf"|(?:original|research|review|scientific|short){GAP}(?:research{GAP})?(?:article|paper|communication)"
    rf"|(?:оригинальная|научная|обзорная){GAP}статья|ғылыми{GAP}мақала|araştırma{GAP}makalesi"
    rf"|(?=.{{0,160}}?[^\W\d_]{{3}})(?=.{{0,160}}?(?<!\d)(?:19|20)\d\d(?!\d))"
    rf".{{8,160}}?[:,.)]{GAP}?{PAGES}(?:{GAP}?б)?\.?",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] +(?:[^\W\d_]{4,}|(?<=[^\W\d_]{5}..)(?:19|20)\d\d)")
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
RUSSIAN = re.compile("[ыэё]", re.IGNORECASE)
LATIN = re.compile(r"[A-Za-z]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands, and what it is.

    Attributes:
        start, end: span of the text, its heading mark included.
        text: without that mark.
        kind: codes, dates, doi, people, place, contact, abstract, keywords, label or free.
        tag: of a label's language, or nothing.
        values: what it tells, by field.
    """

    start: int
    end: int
    text: str
    kind: str = "free"
    tag: str = ""
    values: dict[str, Any] = field(default_factory=dict)


def classify(start: int, end: int, text: str) -> Line:
    """Return a line as what it surely is; a whole line or nothing, so that no word is lost."""
    said = text.strip(" \u00a0\t")
    for kind, forms in (("abstract", ABSTRACT), ("keywords", KEYWORDS)):
        if found := labelled(said, forms):
            return Line(start, end, said, kind, found[0], {"rest": said[found[1] :].strip()})
    if len(said) > 400:
        return Line(start, end, said)
    if values := _codes(said):
        return Line(start, end, said, "codes", "", values)
    if values := _dates(said):
        return Line(start, end, said, "dates", "", values)
    if found_doi := DOI.fullmatch(said):
        return Line(start, end, said, "doi", "", {"doi": found_doi[1]})
    if SET_ABOVE.fullmatch(said):
        return Line(start, end, said, "label")
    contacts, rest = _contacts(said)
    if contacts and not rest.strip(" *,;.:()"):
        return Line(start, end, said, "contact", "", contacts)
    if listed := people(rest.rstrip(" ,;.") if contacts else rest):
        return Line(start, end, said, "people", "", {"people": listed, **contacts})
    if PLACE.search(rest) and not any(
        form.search(rest) for form in (SECTION, SENTENCES, IMPRINT, TITLED, WITH_NAME)
    ):
        return Line(start, end, said, "place", "", {"places": _places(rest), **contacts})
    return Line(start, end, said)


def is_prose(text: str) -> bool:
    """Tell whether a line is a paragraph of the text: long, or a sentence that is long for a title."""
    return len(text) > PROSE or (
        len(text) > SENTENCE and bool(SENTENCE_END.search(text.rstrip("0123456789")))
    )


def joined(line: Line, more: Sequence[Line]) -> str:
    """Return a labelled text: a blank line parts paragraphs, unless a sentence goes on below it."""
    said: str = line.values["rest"]
    for above, other in pairwise((line, *more)):
        parted = other.start - above.end > 1 and SENTENCE_END.search(said)
        said += ("\n\n" if parted else " ") + other.text
    return said.strip()


def tongue(text: str, tag: str, own: str) -> str:
    """Return the language of ``text``: by its letters, its label's ``tag``, or the article's ``own``."""
    language = own.split("-")[0]
    if len(LATIN.findall(text)) > len(CYRILLIC.findall(text)):
        return tag if tag in ("en", "tr") else own if language not in ("kk", "ru") else "en"
    if tag in SLAVIC:
        return own if language == "und" else tag
    if language in SLAVIC and tag in ("", "ru"):
        return "ru" if tag and RUSSIAN.search(text) and not KAZAKH.search(text) else own
    if KAZAKH.search(text):
        return own if language == "kk" else "kk"
    return tag if tag in ("kk", "ru") else own if language in ("kk", "ru") else "ru"


def _codes(said: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    place = 0
    while place < len(said):
        found = CODE.match(said, place)
        if not found:
            return {}
        code = found["code"].rstrip(".,;")
        if found["irsti"]:
            values |= {"irsti": code, "irsti-label": found["irsti"]}
        else:
            values["udc"] = code
        place = found.end()
    return values


def _dates(said: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if ALONE.fullmatch(said) and (told := day(said)):
        return {"date": told}
    place = 0
    while place < len(said):
        found = DATED.match(said, place)
        told = day(found["day"]) if found else ""
        if not found or not told:
            return {}
        values[next(name for name in ("received", "accepted", "published") if found[name])] = told
        place = found.end()
    return values


def _contacts(said: str) -> tuple[dict[str, Any], str]:
    values: dict[str, Any] = {}
    rest = said
    for name, pattern, group in (("orcid", ORCID, "id"), ("email", EMAIL, "address")):
        found = [one[group] for one in pattern.finditer(rest)]
        if found:
            values[name] = [
                one.upper().replace("Х", "X") if name == "orcid" else one.rstrip(".") for one in found
            ]
            rest = pattern.sub("", rest)
    return values, rest.strip()


def people(said: str) -> list[dict[str, Any]]:
    """Return the people that a line lists, or nothing where anything else stands in it."""
    listed: list[dict[str, Any]] = []
    place = 0
    while place < len(said):
        found = NAME.match(said, place) or FULL_NAME.match(said, place)
        if not found or len(listed) > 30:
            return []
        marks = MARKS.match(said, found.end())
        signs = marks.group().translate(SUPERSCRIPTS) if marks else ""
        listed.append(
            {
                "name": re.sub(r"\s+", " ", found.group()).strip(),
                "marks": re.findall(r"\d{1,2}", signs),
                "corresponding": "*" in signs or "∗" in signs or "✉" in signs,
                "spelt": found.re is FULL_NAME,
            }
        )
        place = marks.end() if marks else found.end()
        joint = JOINT.match(said, place)
        if place < len(said) and not joint and said[place:].strip(" .,;"):
            return []
        place = joint.end() if joint else len(said)
    return listed


def _places(said: str) -> list[dict[str, Any]]:
    said = said.strip(" ;,")
    pieces = re.split(rf";{GAP}?(?=[\d⁰¹²³⁴-⁹])", said)
    if len(pieces) == 1:
        pieces = _counted(said)
    made = []
    for piece in pieces:
        found = re.match(rf"({MARK}){GAP}?[.)]?{GAP}?", piece)
        digits = re.sub(r"\D", "", found[1].translate(SUPERSCRIPTS)) if found else ""
        name = piece[found.end() :] if found else piece
        made.append({"mark": digits, "name": name.strip(" ;,").removesuffix(".") or piece})
    return made


def _counted(said: str) -> list[str]:
    """Return the places of a line that numbers them 1, 2, 3 without a sign between."""
    cuts = [0]
    number = 2
    while said.startswith("1") and (
        found := re.compile(rf"{GAP}{number}{GAP}?(?=[{UPPER}])").search(said, cuts[-1])
    ):
        cuts.append(found.start())
        number += 1
    return [said[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(said)], strict=True)]
