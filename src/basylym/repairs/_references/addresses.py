"""An entry -> the addresses in it (DOI, URL, day of access, ISBN), and the entry without them."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.words import DASH, DAY, GAP, day

DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s?(?:https?://(?:dx\.)?doi\.org/)?)\s?(10\.\d{4,9}/"
    r"[^\s,;\]]{1,200})",
    re.IGNORECASE,
)
BARE_DOI = re.compile(r"(?<![\w/])(10\.\d{4,9}/[^\s,;\]]{1,200})")
ADDRESS = re.compile(r"<?((?:https?|ftp)://[^\s<>«»\"]{3,500}|www\.[^\s<>«»\"]{3,500})>?")
BROKEN = re.compile(r"[a-z0-9][\w./%?=&~-]{1,200}")
HANGING = tuple("/-_=?&.%")
LEAD = re.compile(
    rf"(?:\[?(?:электронный ресурс|electronic resource|электрондық ресурс|электронды ресурс"
    rf"|online|онлайн|интернет)\]?[.:]?{GAP}?{DASH}?{GAP}?)?"
    rf"(?:\b(?:url|режим доступа|кіру режимі|қол ?жеткізу режимі|қолжетімді|сілтеме"
    rf"|доступно(?: по адресу| на)?|available"
    rf"(?: at| from)?|retrieved (?:from|[^.:/]{{5,40}},? from)|access mode|mode of access|from|из"
    rf"|erişim(?: adresi)?)"
    rf"{GAP}?:?{GAP}?)?\Z",
    re.IGNORECASE,
)
ACCESSED = re.compile(
    rf"[(\[]?(?:online;{GAP})?\b(?:дата обращения|дата доступа|обращение"
    rf"|қаралған күні|қарау күні|өтініш берген күні"
    rf"|қол ?жеткізу күні"
    rf"|жүгінген күні|қаралды|accessed(?: on)?|access date|date of access|last accessed|retrieved(?: on)?"
    rf"|erişim(?: tarihi)?|cited|цитируется по|просмотрено)"
    rf"[ :\u00a0]{{0,3}}({DAY})[)\]]?[.,]?(?:{GAP}?from\b)?",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    rf"\.?{GAP}?[\[(](?:электронный ресурс|electronic resource|электрондық ресурс|электронды ресурс"
    rf"|электронный ресурс онлайн|текст|text"
    rf"|мәтін|online|internet|онлайн|интернет)[\])]"
    rf"|{GAP}{DASH}{GAP}(?:Текст|Мәтін|Text|Изображение|Кескін|Image)(?:{GAP}\([^()]{{3,80}}\))?{GAP}?:{GAP}?"
    rf"(?:непосредственн(?:ый|ое)|электронн(?:ый|ое)|басылған|электрондық?|print|electronic)",
    re.IGNORECASE,
)
ISBN = re.compile(rf"(?:{GAP}?{DASH}{GAP})?ISBN:?{GAP}?((?:97[89][- ]?)?(?:\d[- ]?){{9}}[\dXХ])\b")
LEAD_SEEN = 90


def addresses(entry: str) -> tuple[list[Told], str]:
    """Return the fields found, and the entry with what was read taken out."""
    told: list[Told] = []
    rest = entry
    if (found := ACCESSED.search(rest)) and (read := day(found[1])):
        told.append(Told("urldate", read, 0.97))
        rest = _without(rest, found.start(), found.end())
    if found := ISBN.search(rest):
        told.append(Told("isbn", found[1].strip(), 0.98))
        rest = _without(rest, found.start(), found.end())
    for pattern in (DOI, BARE_DOI):
        if found := pattern.search(rest):
            name, cut = _trimmed(found[1])
            told.append(Told("doi", name, 0.98))
            rest = _without(rest, found.start(), found.end() - cut)
            break
    if found := ADDRESS.search(rest):
        address, cut = _trimmed(found[1])
        end, sure = found.end() - cut, 0.97
        following = BROKEN.match(rest, found.end() + 1)
        if following and not cut and address.endswith(HANGING):
            if not re.search(r"[\d/_=.-]", following[0].rstrip(".")):
                return told, rest  # a word, or the rest of an address broken over lines: not to be told
            more, cut = _trimmed(following[0])
            address, end, sure = address + more, following.end() - cut, 0.9
        told.append(Told("url", address, sure))
        lead = LEAD.search(rest[max(0, found.start() - LEAD_SEEN) : found.start()])
        start = found.start() - (len(lead.group()) if lead else 0)
        rest = _without(rest, start, end)
    rest = re.sub(r"(?<!\.)\.\.\Z", ".", MEDIUM.sub("", rest, count=2))
    return told, re.sub(r"[ \u00a0]{2,}", " ", rest).strip()


def _trimmed(address: str) -> tuple[str, int]:
    """Return an address without the signs that close the sentence, and how many those are."""
    bare = address.rstrip(".,;:")
    while bare.endswith((")", "]")) and bare.count("(") + bare.count("[") < bare.count(")") + bare.count("]"):
        bare = bare[:-1].rstrip(".,;:")
    return bare, len(address) - len(bare)


def _without(text: str, start: int, end: int) -> str:
    before = re.sub(rf"(?:{GAP}{DASH}|[,;:(]){{0,2}}{GAP}?\Z", "", text[:start].rstrip())
    after = text[end:].lstrip(" .,;)>\u00a0")
    if not after:
        return before
    return f"{before} {after}" if before.endswith((".", "!", "?")) else f"{before}. {after}"
