"""``Там же. С. 15``, ``Его же. Title``, ``———. 2012``, ``ders., Title``: entries that lean on those before.

Which work or author they mean, only the order of the list tells. It is never taken from there: an editor who
moves an entry would change what another means.
"""

from __future__ import annotations

import re

from basylym.repairs._references.words import DASH, GAP, UPPER

WORK = (  # the work before
    rf"Там{GAP}же|Бұл{GAP}да{GAP}сонда|Сонда|Аталған{GAP}(?:еңбек|шығарма)|Көрсетілген{GAP}еңбек|Указ\.{GAP}соч|Цит\.{GAP}соч|Ibid(?:em)?|Op\.{GAP}cit"
)
AUTHOR = rf"Его{GAP}же|Её{GAP}же|Ее{GAP}же|Их{GAP}же|Он{GAP}же|Она{GAP}же|Сол{GAP}автор|Соныкі|Idem|Id|Eadem"
GERMAN = r"[Dd](?:ers|ies)(?=\.,|\.:)|D(?:ers|ies)(?=\.)"
"""As abbreviated, for «dies» alone is a common word."""
BEHIND = rf"(?:[.,:;]|{GAP}?{DASH}|\Z|{GAP}(?:[СсБбPpТт]|pp|бет|№)\.?{GAP}?\d)"
"""What such a word is followed by: Kazakh «сонда» is a common one."""
LEAN = re.compile(
    rf"(?:(?P<work>{WORK})(?={BEHIND})|(?P<author>(?:{AUTHOR})(?={BEHIND})|{GERMAN}|[—–]{{2,4}}|[—–](?=[:,])|_{{3,8}}|-{{3,6}}))"
    rf"(?:[.,:;]|{GAP}(?={DASH}|[^\W_])|\Z)"
)
PLACE = re.compile(
    rf"(?:[.,–—-]|{GAP}){{0,4}}(?:(?:[СсБбPpТт]|pp|стр|бет|т|vol)\.?{GAP}?\d[\d{GAP[1:-1]},;–-]{{0,30}}|\d{{1,5}}(?:{DASH}\d{{1,5}})?"
    rf"{GAP}?-?{GAP}?(?:бб?|с|бет|p)?)?\.?",
    re.IGNORECASE,
)


def leans(entry: str) -> str:
    """Return on what an entry leans, ``work`` or ``author``; nothing where it stands by itself."""
    found = LEAN.match(entry.lstrip())
    return (found.lastgroup or "") if found else ""


def own(entry: str) -> str:
    """Return what an entry that leans on the author before says of its own work: from its title on."""
    found = LEAN.match(entry)
    rest = entry[found.end() :].lstrip(" ,.") if found else ""
    return rest if re.match(rf"[{UPPER}«“\"\d(]", rest) and not PLACE.fullmatch(rest) else ""
