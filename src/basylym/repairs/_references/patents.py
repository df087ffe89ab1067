"""Patents and inventors' certificates -> number, state, application, days: before the title or behind it.

``Устройство : пат. 2187888 Рос. Федерация``, ``Пат. 2187888 Рос. Федерация, МПК7 Н 04. Устройство``.
"""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.houses import is_house
from basylym.repairs._references.read import FAIR, SURE, Read
from basylym.repairs._references.words import DASH, GAP, UPPER, day

KIND = (
    r"(?:(?:инновационный|предварительный|евразийский|инновациялық"
    r"|еуразиялық|алдын ала|US|U\.S\.|U\.{GAP}S\.|European|Eurasian)"
    r"{GAP})?(?:патент(?:і)?|пат\.|patent|pat\.|а\.{GAP}?с\.|авторское свидетельство"
    r"|авт\.{GAP}?свид\.|өнертабысқа{GAP}патент"
    r"|пайдалы{GAP}модельге{GAP}патент)"
    r"(?:{GAP}(?:на{GAP}изобретение|на{GAP}полезную{GAP}модель))?"
).replace("{GAP}", GAP)
NUMBER = (
    rf"(?:№|No\.?|N)?{GAP}?(?P<number>(?-i:[A-Z]{{2}}{GAP}?)?\d(?:[\d,]"
    rf"|{GAP}(?=\d{{3}}(?!\d))){{1,14}}(?-i:{GAP}?[A-ZСВАУ]\d?(?![^\W_]))?)"
)
STATE = (
    r"(?P<state>(?:Рос(?:сийская|\.)?{GAP}Федерация|Республика{GAP}Казахстан"
    r"|Респ\.{GAP}Казахстан|Қазақстан{GAP}Республикасы"
    r"|Республика{GAP}Беларусь|СССР|РФ|РК|ҚР|США|US|USA|Казахстан"
    r"|Украина|ЕАПО|Kazakhstan|Republic{GAP}of{GAP}Kazakhstan))"
).replace("{GAP}", GAP)
CLASS = r"(?:М[ПК]К|МКИ|IPC|Int\.{GAP}?Cl\.?|ХПК).{1,60}?".replace("{GAP}", GAP)
SAID = rf"(?P<kind>{KIND}){GAP}{NUMBER}(?:,?{GAP}\(?{STATE}\)?)?(?P<class>(?:,|{GAP}?:){GAP}{CLASS})?"
PLAIN = re.compile(r"пат\.|патент|patent|pat\.", re.IGNORECASE)
TRAIT = re.compile(SAID, re.IGNORECASE)
STATE_FIRST = re.compile(
    rf"{STATE}(?:ның|ының)?{GAP}№?{GAP}?(?P<number>\d{{2,9}}){GAP}(?:инновациялық{GAP})?патенті", re.I
)
HEAD = re.compile(rf"{SAID}\.{GAP}(?=[{UPPER}«])", re.IGNORECASE)
APPLIED = re.compile(
    r"(?:заявка[ \u00a0])?(?:№|appl\. no\.|appl\.)[ \u00a0]?(?P<number>[\w/.–-]{1,30})", re.IGNORECASE
)
SUBMITTED = re.compile(
    r"(?:заявл\.|заявлено|өтінім(?: берілген)?|өтін\.|filed|appl\.)[ :\u00a0]{1,3}(?P<day>.{6,30})",
    re.IGNORECASE,
)
ISSUED = re.compile(
    r"(?:опубл\.|опубликовано|и выдано|выдано|жарияланған|жариял\."
    r"|жарияланды|және берілген|publ\.|published|issued|and issued)"
    r"[ :\u00a0]{1,3}(?P<day>[^,]{6,30}?)(?P<gazette>, ?(?:Бюл|Bull).{2,40})?",
    re.IGNORECASE,
)
HOLDER = re.compile(
    r"(?:(?:заявитель|патентообладатель|патент иесі|өтінім беруші|applicant|assignee|holder)"
    r"(?: (?:и|және|and) (?:заявитель|патентообладатель|патент иесі"
    r"|holder))?|заявители и патентообладатели)[ :]{1,2}(?P<who>.{3,160})",
    re.IGNORECASE,
)
PARTS = re.compile(
    rf";|{GAP}:{GAP}(?!ил)|\.{GAP}{DASH}{GAP}"
    rf"|(?<!заявл)(?<!опубл)(?<![Бб]юл)(?<!жариял)(?<!өтін)\.{GAP}(?=[{UPPER}\d№])"
)
EXTENT = re.compile(rf"(?P<pages>\d{{1,3}}){GAP}?(?:с|б|p)\.?(?P<more>{GAP}?:{GAP}?ил\.?)?", re.IGNORECASE)


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: number and state; a class is read, and kept nowhere."""
    found = TRAIT.fullmatch(text.strip().rstrip("."))
    return _told(found) if found else None


def _told(found: re.Match[str]) -> Read:
    told = [Told("number", " ".join(found["number"].split()), SURE)]
    if found["state"]:
        told.append(Told("location", found["state"], SURE))
    said = found.groupdict()
    plain = PLAIN.fullmatch(said.get("kind") or "патент")
    if not plain:  # «а. с.», «инновационный патент»: styles would print that it is a patent
        told.append(Told("type", said["kind"], SURE))
    return Read("patent", tuple(told), bool(plain) and not said.get("class"))


def headed(text: str) -> tuple[Read, str] | None:
    """Read an entry that begins with the patent; return that and the rest, which begins with the title."""
    if found := HEAD.match(text):
        return _told(found), text[found.end() :]
    if (found := STATE_FIRST.match(text)) and text[found.end() : found.end() + 2] == ". ":
        return _told(found), text[found.end() + 2 :]
    return None


def areas(pieces: list[str]) -> tuple[list[Told], bool] | None:
    """Read ``№ 2000131736/09 ; заявл. 18.12.2000 ; опубл. 20.08.2002``, dashes or colons between.

    Returns:
        The fields, and whether they hold every word; None where something is of no known kind.
    """
    told: list[Told] = []
    whole = True
    said = (one.strip(" .,\u00a0") for one in PARTS.split(". ".join(pieces)))
    for one in filter(None, said):
        if found := SUBMITTED.fullmatch(one):
            read = day(found["day"])
            told += [Told("submitted", read, SURE)] if read else []
            whole = whole and bool(read)
        elif found := ISSUED.fullmatch(one):
            read = day(found["day"])
            told += [Told("date", read, SURE)] if read else []
            whole = whole and bool(read) and not found["gazette"]
        elif found := EXTENT.fullmatch(one):
            told.append(Told("pagetotal", found["pages"], SURE))
            whole = whole and not found["more"]
        elif found := APPLIED.fullmatch(one):
            told.append(Told("application", found["number"], SURE))
        elif re.fullmatch(r"приоритет.{4,40}|Бюл\.? ?№ ?\d{1,3}.{0,20}|ил\.?", one, re.IGNORECASE):
            whole = False
        elif is_house(one):
            told.append(Told("holder", one, FAIR))
        else:
            return None
    names = [one.name for one in told]
    return (told, whole) if told and len(set(names)) == len(names) else None


def holder(statement: str) -> tuple[str, bool] | None:
    """Return who holds the patent, and whether nothing else was said of them."""
    found = HOLDER.fullmatch(statement)
    return (found["who"].strip(), False) if found else None
