"""Laws, decrees, constitutions -> title, kind with its day, number; what printed them is read elsewhere.

``О рынке : закон РК от 5 мая 2003 г. № 12-II``, ``Закон РК от 5 мая 2003 г. № 12-II «О рынке»``,
``«Нарық туралы» Қазақстан Республикасының 2003 жылғы 5 мамырдағы № 12-II Заңы``.
"""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.read import SURE, Read
from basylym.repairs._references.words import GAP, UPPER, YEAR, day

RUSSIAN = (
    r"(?:федер(?:альный|\.)?|конституционн?ый|модельный) закон|закон"
    r"|указ|постановление|распоряжение|приказ|кодекс"
    r"|декрет|директива|решение|конституция"
)
KAZAKH = r"заңы|жарлығы|қаулысы|бұйрығы|өкімі|кодексі|шешімі|декреті|конституциясы|конституциялық заңы"
ENGLISH = r"law|act|decree|order|resolution|code|constitution|directive|regulation"
ISSUER = (
    r"РФ|РК|ҚР|СССР|КазССР|РСФСР|Рос(?:сийской|\.)|Республик|Казахстан"
    r"|Қазақстан|Правительств|Президент|Министр|Министерств"
    r"|Парламент|Мажилис|Верховн|Совет|Кабинет|акимат|әкімдік|маслихат"
    r"|мәслихат|Үкімет|Министрлігі|EU|Parliament|Republic"
    r"|Government|Council"
)
STATES = re.compile(
    rf"(?:{RUSSIAN}|{ENGLISH})(?![^\W\d_])|(?<![^\W\d_])(?:{KAZAKH})(?![^\W\d_])", re.IGNORECASE
)
DATED = re.compile(
    rf"(?:от|dated|of|on){GAP}(?:«\d|\d)|\d{GAP}?(?:жыл(?:ғы|ы)|ж\.){GAP}\d|принят|қабылдан|утв\.|утвержд",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?<![^\W_])(?:№|N|No\.?)[ \u00a0]?(?P<number>\d[\w/.-]{0,24}(?<![.-])(?:[ \u00a0]"
    r"(?:ЗРК|ҚРЗ|ЗРК|НПА))?|[IVX]{1,6}ЗРК)"
)
LONGEST = 320
FIRST = re.compile(rf"(?:(?:{RUSSIAN})(?![^\W\d_])|(?:{ENGLISH}){GAP}(?:of|No))", re.IGNORECASE)
QUOTED = re.compile(r"[«“\"](?P<title>[^«»“”\"]{3,250}|[^«»]{0,120}«[^«»]{2,120}»[^«»]{0,120})[»”\"]")
QUOTED_FIRST = re.compile(
    r"[«“\"](?P<title>[^«»“”\"]{3,250}|[^«»]{0,120}«[^«»]{2,120}»[^«»]{0,120})[»”\"](?P<about>"
    r"[ \u00a0](?:туралы|жайлы))?"
    r"[ \u00a0]?[,:]?[ \u00a0](?P<act>[^«»]{4,160})"
)
CHANGED = re.compile(
    r"\((?:с изм|в ред|по сост|өзгерістер|with amend|енгізілген)[^()]{3,200}\)", re.IGNORECASE
)
DATED_BEHIND = re.compile(rf"(?:от|dated|of){GAP}[^«»]{{4,60}}")
ITSELF = re.compile(  # a code, which is its own title
    rf"(?P<title>[{UPPER}][^«»:;.]{{2,60}}?(?:кодекс|Кодекс)(?![^\W\d_])[^«»:;.\d]{{0,60}}?){GAP}"
    rf"(?P<type>от{GAP}[^«»№]{{6,30}}?){GAP}{NUMBER.pattern}\.?(?:{GAP}?(?P<changed>\([^()]{{3,200}}\)))?\.?"
)
ADOPTED = re.compile(
    rf"принят[аоы]?{GAP}[^:«»]{{0,80}}?\d{{1,2}}{GAP}[^\W\d_]{{3,9}}{GAP}{YEAR}[^:«»]{{0,20}}"
    rf"|[^:«»]{{0,40}}?{YEAR}{GAP}?(?:жыл(?:ы|ғы)|ж\.){GAP}\d{{1,2}}{GAP}[^:«»]{{3,90}}?қабылдан(?:ған|ды)\.?",
    re.IGNORECASE,
)
HEADED = re.compile(
    r"(?:Российская Федерация|Республика Казахстан|Казахстан|Қазақстан Республикасы|СССР|РФ|РК)"
    r"(?:\.[ \u00a0](?:Законы|Конституция|Президент|Правительство"
    r"|Заңдар|Конституция)(?:[ \u00a0]\(\d{4}[^()]{0,80}\))?)?\.[ \u00a0]"
)
LAST = re.compile(rf"(?:{KAZAKH})(?![^\W\d_])\.?\Z", re.IGNORECASE)
GENITIVE = re.compile(
    rf"(?:{YEAR}){GAP}?(?:жылғы|ж\.){GAP}(\d{{1,2}}){GAP}([^\W\d_]{{3,10}}?)(?:дағы|дегі|тағы|тегі)", re.I
)


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: the kind of an act, its day and number."""
    text = text.strip()
    if ADOPTED.fullmatch(text):
        bare = text.removesuffix(".") if text.endswith(("қабылданған.", "қабылданды.", "года.")) else text
        return Read("legislation", (Told("type", bare, SURE),))
    if not 3 <= len(text) <= LONGEST or not STATES.search(text) or re.search(r"[«»:]", text):
        return None
    number = NUMBER.search(text)
    told = [Told("number", number["number"], SURE)] if number else []
    if number:
        before, after = text[: number.start()].rstrip(" ,\u00a0"), text[number.end() :].strip(" ,.\u00a0")
        text = f"{before} {after}" if after else before
    if not re.search(r"(?<![^\W\d_])[гж]\.\Z", text):
        text = text.rstrip(".")
    last = LAST.search(text) and re.search(ISSUER, text)
    if not (FIRST.match(text) or last or re.match(r"принят|утв", text)):
        return None
    alone = re.fullmatch(RUSSIAN, text, re.IGNORECASE)
    if not (number or last or alone or DATED.search(text) or re.search(ISSUER, text)):
        return None  # «закон жанра»
    return Read("legislation", (Told("type", text.strip(" ,"), SURE), *told))


def act(text: str) -> tuple[str, list[Told], bool] | None:
    """Read an act that does not begin with its title.

    Returns:
        The title, what else the act says of itself, whether that is all; None where it is no such act.
    """
    text = text.strip()
    if (found := QUOTED_FIRST.fullmatch(text)) and (read := trait(found["act"])):
        return found["title"] + (found["about"] or ""), list(read.fields), True
    if found := ITSELF.fullmatch(text):
        told = [Told("type", found["type"], SURE), Told("number", found["number"], SURE)]
        return found["title"], told, not found["changed"]
    if not (quoted := QUOTED.search(text)):
        return None
    kind, rest = text[: quoted.start()].strip(" :,"), text[quoted.end() :].strip(" .,")
    changed = CHANGED.fullmatch(rest)
    if DATED_BEHIND.fullmatch(rest):
        kind, rest = f"{kind} {rest}", ""
    if (changed or not rest) and (read := trait(kind)):
        return quoted["title"], list(read.fields), not changed
    return None


def day_of(kind: str) -> str:
    """Return the day that the kind of an act names, as YYYY-MM-DD, or nothing."""
    if found := GENITIVE.search(kind):
        year = re.search(YEAR, kind)
        return day(f"{found[1]} {found[2]} {year[0]}") if year else ""
    return day(kind)


def unheaded(text: str) -> str:
    """Return ``text`` without the state that a catalogue sets before the title of its law."""
    found = HEADED.match(text)
    return text[found.end() :] if found and text[found.end() : found.end() + 1] in UPPER_OR_QUOTE else text


UPPER_OR_QUOTE = frozenset('«“"' + "".join(re.findall(r"[^\\]", UPPER)))
