"""``Authors Title : what it is / who`` -> the fields of it, and the kind of work that it says it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from basylym.model.works import Told
from basylym.repairs._references import electronic, laws, patents, reports, sorts, standards, theses, volumes
from basylym.repairs._references.cuts import STOP, is_label
from basylym.repairs._references.houses import is_house
from basylym.repairs._references.names import INITIALS, SURNAME, Names, everyone
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.towns import is_town
from basylym.repairs._references.words import GAP, UPPER, YEAR, month

BY = re.compile(
    rf"{GAP}/{GAP}?(?=[^\s/])|(?<=\])/{GAP}?|(?<=[{UPPER}.»])/{GAP}"
    rf"|\.{GAP}(?=(?:Под{GAP}(?:общ\.{GAP}|науч\.{GAP})?ред|Отв\.{GAP}?ред|Сост|Құраст|Жауапты{GAP}ред)\.)"
)
"""The stroke before who is responsible, or a stop for it."""
COLON = re.compile(rf"{GAP}?:{GAP}")
TRAITS = (
    theses.trait,
    patents.trait,
    laws.trait,
    standards.trait,
    reports.trait,
    volumes.trait,
    electronic.trait,
    sorts.trait,
)
YEARS = re.compile(rf"[\dXVIХІ]{GAP}?(?:гг?|вв?|жж?|ғғ?)\.\Z")
SHORTENED = frozenset(
    "газ конф т тр ст журн вестн изв сер др пособие ғыл жин proc sci res phys акад автореф дис дисс респ"
    " libr доп испр перераб стер толықт өңд".split()
)
NO_TITLE = re.compile(
    rf",{GAP}(?:т|кн|vol|ч)\.{GAP}?\d|\.{GAP}(?:Т|Кн|Vol)\.{GAP}\d{{1,3}},|{GAP}\d{{1,2}}{GAP}т\.|\d(?:st"
    rf"|nd|rd|th) ed|\A(?:[^\W\d_]{{1,2}}|Изд|Ред|Вып|Пер|Сер|Том"
    rf"|Vol|Жин|Бас|Ред)\. |\A{YEAR}\. |\A[“\"‘„]|»,|\[|\d-?[а-я]? ?(?:изд"
    rf"|бас)\b"
)
NAME_IN_FULL = re.compile(rf"(?:[{UPPER}][^\W\d_]+,?{GAP}){{1,2}}[{UPPER}][^\W\d_]+\.")
IMPRINT_WITHIN = re.compile(rf"\.{GAP}([^.:;,]{{1,40}}\.?){GAP}?:{GAP}")
MAP = re.compile(rf"{GAP}?\[(?:Карт(?:ы|а|алар)|Maps?|Cartographic material)\]", re.IGNORECASE)
EDITED = re.compile(
    rf"(?:редактор(?:ы|лары)?|ред\. басқ\.|жауапты редактор|жауапты ред\.|құраст\.|құрастырған|сост\.|ed\. by"
    rf"|edited by|eds?\.)(?::)?{GAP}(?P<people>.{{3,200}})",
    re.IGNORECASE,
)
"""Before names in the nominative; after «под ред.» they are in the genitive, and what a genitive
stands for is a guess."""
PERSON = rf"(?:{INITIALS}{GAP}?{SURNAME}|{SURNAME},?{GAP}{INITIALS})"
ROLE = (
    r"(?:под|отв\.?|науч\.|общ\.|гл\.|жауапты|бас|авт\.?|сост\.? и"
    r"|и|авт\.-|пер\. с [а-яқғңәіөүұһ]{2,12}\.?|вступ\. ст\.?|предисл\.?"
    r"|коммент\.?|прим\.?|худож\.?|рук\.?|исполн\.?|ред\.-картогр\.?|картогр\.?|консультанты|executor)"
)
RESPONSIBLE = re.compile(
    rf"(?:(?:{ROLE}:?{GAP}?){{0,4}}(?:ред|редакцией|сост|пер|құраст"
    rf"|ауд|авт|рук|исполн|картогр|прим|предисл|коммент|вступ\. ст)\.?:?(?:{GAP}басқ\.)?"
    rf"{GAP}{PERSON}(?:(?:,{GAP}|{GAP}и{GAP}|{GAP}және{GAP}){PERSON}){{0,5}}(?:{GAP}(?:и{GAP}др\.?"
    rf"|\[и{GAP}др\.\]))?)\.?",
    re.IGNORECASE,
)
"""A statement that says who else is responsible, though in no form that gives a name in the nominative."""
HOUSED = {"thesis": "institution", "report": "institution", "patent": "holder"}
"""The field of an institution that a statement names, by kind of work."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A title and what stands beside it: fields, the kind it tells or nothing, whether all is told."""

    fields: list[Told]
    kind: str = ""
    whole: bool = True


def titled(text: str, told: list[Told], kind: str = "") -> Titled | None:
    """Return authors and title of ``Title : thesis / who``, or None where who they are is not sure.

    Args:
        text: as typed, without the names before the title.
        told: those names.
        kind: what the areas behind say the work is, where they do.
    """
    title, *who = BY.split(text)
    if len(who) > 1:
        return None
    title = re.sub(r"[. ]{0,3}[–—-][ ]?\Z", ".", title.strip()).strip()
    trait, whole = None, True
    if acted := laws.act(laws.unheaded(closed(title))):
        title, said, all_told = acted
        trait = Read("legislation", tuple(said), all_told)
    else:
        found = parted(title)
        if found:
            title, trait = found
        if trait is None and (mapped := MAP.search(title)):
            title, trait = title[: mapped.start()] + title[mapped.end() :], Read("map", ())
        if trait and trait.kind == "legislation":
            headed = laws.unheaded(title)
            trait = trait if headed == title else replace(trait, whole=False)  # a heading has no field
            title = headed
    kind = trait.kind if trait else kind
    whole = trait is None or trait.whole
    people = list(told)
    if who:
        stated = _stated(who[0], people, kind)
        if stated is None:
            return None
        people, whole = stated.fields, whole and stated.whole
    named = _named(title, people, kind, bool(who))
    if named is None:
        return None
    given = {one.name for one in named}
    more = [one for one in (trait.fields if trait else ()) if one.name not in given]
    return Titled([*people, *named, *more], "" if kind == "book" else kind, whole)


def parted(title: str) -> tuple[str, Read] | None:
    """Return the title before the first colon behind which it says what it is, and that."""
    for colon in list(COLON.finditer(title))[:6]:
        said, _, house = title[colon.end() :].partition(" ; ")
        for trait in TRAITS:
            if read := trait(said):
                if house and not (read.kind in HOUSED and is_house(house)):
                    continue
                held = (Told(HOUSED[read.kind], closed(house), SURE),) if house else ()
                return title[: colon.start()], replace(read, fields=(*read.fields, *held))
    for stop in list(STOP.finditer(title))[:6]:
        if read := theses.trait(title[stop.end() :]):
            return title[: stop.start()], read
    return None


def _named(title: str, people: list[Told], kind: str, stated: bool) -> list[Told] | None:
    """Return the title, of one volume with that of the whole; None where it may hold more than that.

    Where somebody is stated to be responsible, all before the stroke is title, but for a name in full.
    """
    title = closed(title)
    if several := volumes.one_of_many(title):
        return several
    title = COLON.sub(": ", title).strip()
    if not 2 <= len(title) <= 400 or not any(map(str.isalpha, title)) or month(title.split()[-1]):
        return None
    stops = sum(not is_label(title, stop.start()) for stop in STOP.finditer(title))
    if kind in ("standard", "map", "legislation", "patent"):
        stops = 0  # what they are tells where the title ends
    stated = stated and not NAME_IN_FULL.match(title)
    if any(is_town(found[1]) for found in IMPRINT_WITHIN.finditer(title)):
        return None
    if stops > (bool(people) or 2 * stated) or NO_TITLE.search(title):
        return None  # «Абай Құнанбайұлы. Шығармалары»: an author in a form that is no proof
    return [Told("title", title, SURE if people or kind else FAIR)]


def _stated(who: str, told: list[Told], kind: str) -> Titled | None:
    """Read what stands behind the stroke: authors, editors, an institution; None where it may be anything."""
    told, houses, whole = list(told), [], True
    for statement in filter(None, map(str.strip, who.split(";"))):
        people = persons(statement)
        full = _spelt_out(told[0].value, statement) if told else ""
        editor = EDITED.fullmatch(statement)
        edited = persons(editor["people"]) if editor else None
        if full:
            told[0] = Told("author", full, SURE)
        elif people:
            if told and told[0].name == "author" and not _same(told[0].value, people.bibtex):
                return None
            fuller = max([people.bibtex, *(one.value for one in told if one.name == "author")], key=len)
            told = [Told("author", fuller, SURE), *(one for one in told if one.name != "author")]
        elif editor and edited:
            told += _edited(editor, edited)
        elif RESPONSIBLE.fullmatch(statement):
            whole = False
        elif kind == "patent" and (held := patents.holder(statement)):
            houses.append(closed(held[0]))
            whole = whole and held[1]
        elif is_house(statement):
            houses.append(closed(statement))
        elif (found := re.match(rf"(?P<people>.+?){GAP}\((?:СССР|РФ|РК|ҚР|KZ|RU)\)\Z", statement)) and (
            people := everyone(found["people"])
        ):
            told = [Told("author", people.bibtex, SURE), *(one for one in told if one.name != "author")]
            whole = False
        else:
            return None
    if houses and kind in HOUSED:
        told.append(Told(HOUSED[kind], " ; ".join(houses), SURE if kind != "patent" else FAIR))
    elif houses:
        whole = False
    return Titled(told, kind, whole)


def container(text: str) -> tuple[str, list[Told], bool] | None:
    """Read ``Container / who``: what holds the work, its editors, and whether all is told."""
    name, *who = BY.split(closed(text))
    if len(who) > 1:
        return None
    told: list[Told] = []
    whole = True
    for statement in filter(None, map(str.strip, who[0].split(";") if who else ())):
        editor = EDITED.fullmatch(statement)
        people = persons(editor["people"]) if editor else None
        if editor and people:
            told += _edited(editor, people)
        elif RESPONSIBLE.fullmatch(statement) or is_house(statement):
            whole = False
        else:
            return None
    if len([one for one in told if one.name == "editor"]) > 1:
        return None
    return closed(name), told, whole


def persons(text: str) -> Names | None:
    """Return the names where ``text`` is nothing else; the stop of the last may have closed the statement."""
    return everyone(text) or everyone(f"{text}.")


def _edited(editor: re.Match[str], people: Names) -> list[Told]:
    told = [Told("editor", people.bibtex, FAIR)]
    compiled = re.match(r"(?:сост|құраст)", editor[0], re.IGNORECASE)
    return [*told, Told("editortype", "compiler", FAIR)] if compiled else told


def _spelt_out(bibtex: str, statement: str) -> str:
    """Return the one author in full where ``statement`` is that: ``Белозеров Иван Валентинович``."""
    family, _, initials = bibtex.partition(", ")
    words = statement.rstrip(".").replace(",", "").split()
    own = [word[0] for word in words[1:] if word]
    if own and words[0] == family and own == re.findall(rf"[{UPPER}]", initials):
        return f"{family}, {' '.join(words[1:])}"
    return ""


def closed(text: str) -> str:
    """Return ``text`` without the stop that closes it; an abbreviation keeps its own."""
    bare = text.strip(" ,\u00a0")
    last = re.search(r"(?<![-‑])\b([^\W\d_]{1,8})\.\Z", bare)
    own = last and last[1].lower() in SHORTENED
    return bare if own or YEARS.search(bare) else bare.rstrip(" .,\u00a0")


def _same(bibtex: str, other: str) -> bool:
    """Tell whether the names before the title are the first of those behind it."""
    ours, theirs = (
        [name.split(",")[0].lower() for name in one.removesuffix(" and others").split(" and ")]
        for one in (bibtex, other)
    )
    return ours == theirs[: len(ours)] or theirs == ours[: len(theirs)]
