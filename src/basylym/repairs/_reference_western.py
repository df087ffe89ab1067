"""An entry as APA, Harvard, Chicago, Vancouver and IEEE write it -> its kind and its fields, or None.

Each form is a frame that the whole entry must fill: names, year, title and container in the form's
own order, with its own signs. An entry that fills none is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from basylym.model.works import Told
from basylym.repairs._reference_areas import FAIR, SURE
from basylym.repairs._reference_gost import Read
from basylym.repairs._reference_names import Names, everyone, names
from basylym.repairs._reference_words import GAP, MONTH, RANGE, UPPER, YEAR, day, month

NUMBER = r"\d{1,5}(?:[-–/]\d{1,5})?"
GATHERED = r"материал|конференц|жинағы|труды|сборник|сб\.|proceedings|proc\.|conference|symposium|congress"
PIECES = {
    "title": r".{3,400}?",
    "plain": r"[^.\[\]]{3,400}?",  # a title without a full stop
    "journal": (
        rf"[{UPPER}][^.;\d\"“”«»(]{{2,120}}(?:\([^()]{{2,40}}\))?"
        r"(?:\. (?:Сер\.|Серия|Ser\.|Series) [^;()\"“”«»]{2,60}|\. [^.;()\d]{2,40} сериясы)?"
    ),
    # behind quotation marks, where it may hold a full stop
    "series": rf"[{UPPER}](?:[^;\d\"“”«»()]|(?<=Сер\. )\d){{2,160}}?(?:\([^()]{{2,40}}\))?",
    "short": rf"[{UPPER}](?:[^;:\d\"“”«»(]|(?<=Сер )\d){{2,120}}?",  # a journal as its abbreviation
    "publisher": rf"[{UPPER}][^.;:\d(\[\]]{{1,90}}(?:\([^()]{{2,40}}\))?\.?",
    "location": (
        r"(?:(?:М|Л|СПб|Пг|Н\. Новгород|Ростов н/Д|Алма-Ата)\.?"
        rf"|[{UPPER}][^.,;:/()\d\"]{{1,40}}(?:, [{UPPER}][^.,;:/()\d\"]{{1,30}})?)"
    ),
    "volume": r"\d{1,5}(?:/\d{1,5})?",
    "number": NUMBER,
    "pages": rf"{RANGE}|e\d{{1,8}}",
    "year": YEAR,
    "edition": r"\d{1,2}",
    "editors": r"[^()]{3,200}?",
    "booktitle": r"[^()]{3,200}?",
    "proceedings": r"[^():,]{3,200}?",
    # what holds papers, told by its name
    "volumes": rf"(?=[^()]{{0,200}}(?i:{GATHERED}))[{UPPER}][^()]{{3,250}}?",
    "institution": r"[^\[\]()]{3,90}",
    "pagetotal": r"\d{1,5}",
    "type": (
        r"(?:Doctoral|Master['’]s|PhD|Unpublished doctoral) (?:dissertation|thesis)"
        r"|(?:[Дд]ис|[Аа]втореф)[^\[\]\d]{1,60}(?:: ?[\d.]+)?"
    ),
}
QUOTED = r"[\"“«'‘]<title>[,.]?[\"”»'’][,.]?"
SORT = (  # of a book
    r"(?: \[[^\[\]\d]{3,40}\]|\. (?:Учебное пособие|Учеб\. пособие|Учебник|Справочник|Монография|Хрестоматия"
    r"|Оқулық|Оқу құралы|Оқу-әдістемелік құрал))?"
)
NTH = r"(?:(?:st|nd|rd|th)? ed(?:ition|n)?|-?[ея] изд(?:ание)?|-?(?:ші|шы)? бас(?:ылым|ылымы)?)\.?"
EDITION = rf"(?: ?\(<edition>{NTH}\)|[.,] <edition>{NTH})?"
PP = r"(?:(?:pp?|[сСcCбБ]|сс|бб)\. ?)?<pages>"
NO = r"(?:no|№|issue|iss|вып|шығ)\.?"
IN = r"(?:[Ii]n|[Вв]):?"
ONLINE = r"(?: \[(?:Internet|Интернет|Online|Онлайн)\])?"
CITED = r"(?: ?г\.)?(?: \[(?:cited|цитируется по)[^\[\]]{3,40}\])?"
AFTER_YEAR = (  # names (2010) ... and names. 2010. ...
    ("inproceedings", rf"<title>\. <volumes>, {PP}\.?"),
    ("article", rf"<title>(?:\.|(?<=[?!])) <journal>, <volume>(?: ?\(<number>\))?(?:, {PP})?\.?"),
    ("article", rf"<title>(?:\.|(?<=[?!])) <journal>, {NO} ?<number>, {PP}\.?"),
    ("article", rf"{QUOTED} <journal>,? <volume>(?: ?\(<number>\)|, {NO} ?<number>)?(?:[:,] {PP})?\.?"),
    ("article", rf"{QUOTED} <series>, {NO} ?<number>(?:[:,] {PP})?\.?"),
    ("inproceedings", rf"{QUOTED} <volumes>(?: \(<location>\))?, {PP}\.?"),
    ("incollection", rf"{QUOTED} {IN} <proceedings>\. <publisher>"),
    (
        "incollection",
        rf"<title>\. {IN} <editors> ?\(Eds?\.?\),? <booktitle>"
        rf" \({PP}\)\. (?:<location>: )?<publisher>",
    ),
    ("incollection", rf"<title>\. {IN} <booktitle> \({PP}\)\.(?: <publisher>)?"),
    ("book", rf"<plain>{EDITION}{SORT}\. <location> ?: ?<publisher>"),
    ("book", rf"<plain>{EDITION}{SORT}\. <publisher>"),
    ("thesis", r"<title> [\[(]<type>, <institution>[\])]\.?"),
    ("thesis", r"<title> [\[(]<type>[\])](?:\. <institution>)?\.?"),
    ("article", rf"<title>(?:\.|(?<=[?!])) <journal>, \(<number>\)(?:, {PP})?\.?"),
)
DATED = (("article", r"<plain>(?:\.|(?<=[?!])) <journal>\.?"),)  # names (2010, May 3) ...: of a newspaper
WITH_YEAR = (  # names. title ... year
    (
        "article",
        rf"<plain>(?:\.|(?<=[?!])) <short>\.?{ONLINE}\.? <year>(?: [A-Z][a-z]{{2}}(?: \d{{1,2}})?)?"
        rf"{CITED}(?:;|\\.) ?(?:<volume>(?: ?\(<number>\))?|\(<number>\)): ?<pages>\.?",
    ),
    (
        "book",
        rf"<plain>{EDITION}{SORT}\. <location>: <publisher>; <year>\.?(?: <pagetotal> ?(?:p|[сcбС])\b\.?)?",
    ),
    (
        "incollection",
        rf"<plain>\. {IN} <booktitle>\. <location>: <publisher>; <year>(?: ?г)?\. {PP}\.?",
    ),
    ("article", rf"{QUOTED} <journal> <volume>(?:, {NO} <number>)? \(<year>\): <pages>\.?"),
    ("article", rf"{QUOTED} <short>, vol\. <volume>(?:, no\. <number>)?(?:, pp?\. <pages>)?, <year>\.?"),
    ("article", rf"{QUOTED} <series>, {NO} ?<number>(?:, {PP})?, <year>(?: ?г)?\.?"),
    ("inproceedings", rf"{QUOTED} {IN} <proceedings>, <year>(?:, pp?\. <pages>)?\.?"),
    (
        "incollection",
        rf"{QUOTED} {IN} <booktitle>, <editors>, (?:Eds?|[Рр]ед)\.?, <location>(?:: <publisher>)?, <year>"
        rf"(?:, {PP})?\.?",
    ),
    ("incollection", rf"{QUOTED} {IN} <booktitle>, <location>(?:: <publisher>)?, <year>(?:, {PP})?\.?"),
    ("book", rf"<plain>{EDITION}\. <location>: <publisher>, <year>(?: ?г)?\.?"),
    ("book", rf"<plain>, <edition>{NTH} <location>: <publisher>, <year>(?: ?г)?\.?"),
)
INNER_STOP = re.compile(rf"[^\W_]{{3}}\.{GAP}[{UPPER}]")
QUOTES = frozenset("\"“«'‘„")
NAMED = {
    "plain": "title",
    "proceedings": "booktitle",
    "volumes": "booktitle",
    "journal": "journaltitle",
    "series": "journaltitle",
    "short": "journaltitle",
}


def _frame(written: str) -> re.Pattern[str]:
    """Return a frame as a pattern: a space is any space, <name> a group that ends in its own number."""
    numbers = count()

    def group(name: re.Match[str]) -> str:
        return f"(?P<{NAMED.get(name[1], name[1])}_{next(numbers)}>{PIECES[name[1]]})"

    return re.compile(re.sub(r"(?<!\?P)<(\w+)>", group, written.replace(" ", GAP)))


FRAMES_AFTER = [(kind, _frame(written)) for kind, written in AFTER_YEAR]
FRAMES_DATED = [(kind, _frame(written)) for kind, written in DATED]
FRAMES_WITH = [(kind, _frame(written)) for kind, written in WITH_YEAR]
YEAR_NEXT = re.compile(
    rf"\.?{GAP}?(?:\(({YEAR})[a-zа-г]?(?:, ({MONTH}{GAP}\d{{1,2}}|\d{{1,2}}{GAP}{MONTH}))?\)"
    rf"|[.,]?{GAP}({YEAR})[a-zа-г]?(?=[.,]{GAP}))[.,]?{GAP}",
    re.IGNORECASE,
)


def western(text: str, online: bool) -> Read | None:
    """Read one entry, its addresses taken out."""
    authors = names(text, bare=True)
    if not authors.people:
        return None
    if found := YEAR_NEXT.match(text, authors.end):
        year, rest = found[1] or found[3], text[found.end() :].strip()
        if found[2]:
            return _of_a_day(_fill(FRAMES_DATED, rest, authors, year), found[2], year)
        return _fill(FRAMES_AFTER, rest, authors, year) or (
            _web_page(rest, authors, year) if online else None
        )
    return _fill(FRAMES_WITH, text[authors.end :].lstrip(" .,\u00a0"), authors, "")


def _fill(frames: Iterable[tuple[str, re.Pattern[str]]], rest: str, authors: Names, year: str) -> Read | None:
    for kind, frame in frames:
        found = frame.fullmatch(rest)
        if not found:
            continue
        given = {name.split("_")[0]: value.strip() for name, value in found.groupdict().items() if value}
        title = given["title"]
        if "//" in title or "http" in title or (kind == "book" and title != title.strip(" .,")):
            continue
        if (
            title[0] in QUOTES
            or INNER_STOP.search(title)
            or month(given.get("journaltitle", "").split(" ")[-1])
        ):
            continue
        told = [Told("editor" if authors.editors else "author", authors.bibtex, SURE)]
        if edited := given.pop("editors", ""):
            editors = everyone(edited)
            if editors is None:
                return None
            told.append(Told("editor", editors.bibtex, SURE))
        given.setdefault("year", year)
        told += (
            Told(name, _bare(name, value), FAIR if name == "publisher" else SURE)
            for name, value in given.items()
        )
        return Read(kind, tuple(told))
    return None


def _of_a_day(read: Read | None, told: str, year: str) -> Read | None:
    days = re.sub(r"\D", "", told)
    date = day(f"{days} {re.sub(r'[^a-zа-яәғқңөұүһіçğıöşü]', '', told.lower())} {year}")
    return replace(read, fields=(*read.fields, Told("date", date, SURE))) if read and date else None


def _web_page(rest: str, authors: Names, year: str) -> Read | None:
    """``Names (2020). Title.`` and an address: nothing else."""
    title = rest.strip().rstrip(".")
    if not title or title[0] in QUOTES or re.search(rf"[.?!]{GAP}", title) or len(title) > 300:
        return None
    told = (Told("author", authors.bibtex, SURE), Told("title", title, FAIR), Told("year", year, SURE))
    return Read("online", told)


def _bare(name: str, value: str) -> str:
    value = value.strip(" ,")
    if name == "publisher" and re.search(r"\b(?:Inc|Ltd|Co|Bros)\.\Z", value):
        return value
    if name == "location" and re.fullmatch(r"\w{1,4}\.", value):
        return value  # М., СПб.
    return value if name == "journaltitle" and value.endswith(".") else value.rstrip(" .,")
