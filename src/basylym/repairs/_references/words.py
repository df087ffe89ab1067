"""The words of reference lists: what stands before a volume, a page or an address, in every language.

One list mixes languages whatever the article's is, so these are told apart by form, not by pack.
"""

from __future__ import annotations

import re

UPPER = "".join(re.escape(chr(code)) for code in range(0x41, 0x530) if chr(code).isupper())
LOWER = "".join(re.escape(chr(code)) for code in range(0x61, 0x530) if chr(code).islower())
GAP = r"[ \u00a0\u202f]"
DASH = r"[-–—‑−]"
YEAR = r"(?:1[5-9]|20)\d\d"
RANGE = rf"[A-Z]?\d{{1,6}}(?:\s?{DASH}\s?[A-Z]?\d{{1,6}})?(?:,\s?\d{{1,6}}(?:\s?{DASH}\s?\d{{1,6}})?){{0,5}}"
MONTHS = (
    "января|янв|январь|қаңтар|january|jan|ocak",
    "февраля|февр|февраль|ақпан|february|feb|şubat",
    "марта|март|наурыз|march|mar|mart",
    "апреля|апр|апрель|сәуір|april|apr|nisan",
    "мая|май|мамыр|may|mayıs",
    "июня|июнь|маусым|june|jun|haziran",
    "июля|июль|шілде|july|jul|temmuz",
    "августа|авг|август|тамыз|august|aug|ağustos",
    "сентября|сент|сентябрь|қыркүйек|september|sept|sep|eylül",
    "октября|окт|октябрь|қазан|october|oct|ekim",
    "ноября|нояб|ноябрь|қараша|november|nov|kasım",
    "декабря|дек|декабрь|желтоқсан|december|dec|aralık",
)
MONTH = "(?:" + "|".join(MONTHS) + r")\.?"
MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split("|")}
DAY = (
    rf"(?:\d{{1,2}}[./]\d{{1,2}}[./](?:{YEAR}|\d\d)|{YEAR}-\d\d-\d\d|\d{{1,2}}{GAP}{MONTH},?{GAP}{YEAR}"
    rf"|{MONTH}{GAP}\d{{1,2}},?{GAP}{YEAR}|{YEAR}{GAP}?(?:ж\.|жыл|жылғы){GAP}?\d{{1,2}}{GAP}{MONTH})"
    rf"(?:{GAP}?(?:г|ж|y)\.|{GAP}(?:года|жыл))?"
)
VOLUME_LABEL = r"(?:том|т|vol|volume|кітап|кн|cilt)"
NUMBER_LABEL = r"(?:№№|№|no|nos|nr|n|вып|выпуск|issue|iss|шығ|шығарылым|сан|sayı|#)"
PAGE_LABEL = r"(?:с|c|б|p|pp|pages|стр|бет|бб|s|ss)"  # the second is a Latin letter
LABELS_BEFORE_NUMBERS = frozenset(
    "т том vol volume v № no nos nr n вып выпуск iss issue шығ с c б p pp стр ч part pt кн кітап гл ст art "
    "cilt sayı s ss бөлім chap ch ed г ж рис сурет".split()
)
"""A number behind one of these numbers no entry of the list."""

REFERENCES = (
    "пайдаланылған әдебиеттер тізімі|пайдаланылған дереккөздер тізімі|пайдаланылған әдебиеттер"
    "|пайдаланылған әдебиет|әдебиеттер тізімі|әдебиет тізімі|дереккөздер тізімі|әдебиеттер|әдебиет"
    "|дереккөздер"
    "|список использованных источников и литературы|список использованной литературы и источников"
    "|список использованных источников|список использованной литературы|список источников и литературы"
    "|список цитируемой литературы|библиографический список|список литературы|список источников"
    "|использованная литература|библиография|литература и источники|источники и литература|литература"
    "|источники"
    "|список використаних джерел (?:та|і|й) літератури|список використаних джерел"
    "|список використаної літератури"
    "|список літератури|використані джерела|використана література|література|джерела|бібліографія"
    "|list of references|reference list|references and notes|references|bibliography|works cited"
    "|literature cited|literature"
    "|quellen- und literaturverzeichnis|literaturverzeichnis|literaturangaben|quellenverzeichnis|literatur"
    "|références bibliographiques|références|bibliographie|ouvrages cités"
    "|referencias bibliográficas|referencias|bibliografía|obras citadas"
    "|referências bibliográficas|referências|riferimenti bibliografici|bibliografia"
    "|kaynakça|kaynaklar"
)
NOTES = "ескертулер|сілтемелер|сілтемелер мен ескертулер|примечания|ссылки|сноски|notes|endnotes|footnotes"
"""Lists under these are lists of references where their entries look like them."""


def month(name: str) -> int:
    """Return the number of a month by its name in any case, or 0."""
    return MONTH_NUMBERS.get(name.lower().rstrip("."), 0)


def day(told: str) -> str:
    """Return a day as YYYY-MM-DD, or nothing where it is none or can be read two ways."""
    if found := re.search(rf"({YEAR})-(\d\d)-(\d\d)", told):
        year, months, days = found[1], int(found[2]), int(found[3])
    elif found := re.search(rf"(\d{{1,2}})[./](\d{{1,2}})[./]({YEAR})", told):
        year, months, days = found[3], int(found[2]), int(found[1])
        if "/" in told and days <= 12 and days != months:
            return ""  # 3/4/2020 is two days, by two customs
    elif found := re.search(rf"(\d{{1,2}}){GAP}([^\W\d_]{{3,12}})\.?,?{GAP}({YEAR})", told):
        year, months, days = found[3], month(found[2]), int(found[1])
    elif found := re.search(rf"([^\W\d_]{{3,12}})\.?{GAP}(\d{{1,2}}),?{GAP}({YEAR})", told):
        year, months, days = found[3], month(found[1]), int(found[2])
    elif found := re.search(rf"({YEAR})\D{{1,8}}?(\d{{1,2}}){GAP}([^\W\d_]{{3,12}})", told):
        year, months, days = found[1], month(found[3]), int(found[2])
    else:
        return ""
    return f"{year}-{months:02}-{days:02}" if 1 <= months <= 12 and 1 <= days <= _length(months) else ""


def _length(months: int) -> int:
    return 29 if months == 2 else 30 if months in (4, 6, 9, 11) else 31
