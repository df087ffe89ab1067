"""One line of a list of references -> what it looks like: the opening of an entry, its end, or neither."""

from __future__ import annotations

import re

from basylym.repairs._references.archives import HELD
from basylym.repairs._references.archives import SIGN as PLACE_IN_ARCHIVE
from basylym.repairs._references.names import PARTICLE
from basylym.repairs._references.same import leans
from basylym.repairs._references.words import GAP, LOWER, UPPER, YEAR

LONGEST = 1200  # signs; a longer entry is no entry of one work
MARK = re.compile(r"#{1,6} ")
BULLET = re.compile(r"\A[-–—•*·] +")
SIGN_OF_WORK = re.compile(rf"{YEAR}|https?://|www\.|\bdoi\b|//|ISBN", re.IGNORECASE)
ENDED = re.compile(r"(?:[.!?)\]»”\"…/]|\d|[сбpbж]|(?:https?://|www\.|\b10\.\d{4}\S*/)\S+(?:\n\S+)?)\s*\Z")
INITIAL = re.compile(rf"(?:\A|[\s(\[.&]|\.[-‑])[{UPPER}]\.\s*\Z")
STARTS = re.compile(rf"(?!{YEAR}[.,:)])[{UPPER}«“\"„‘'\[\d↑^]|[—–]{{2}}|_{{3}}")
TORN = re.compile(  # what no entry ends with
    r"(?:[,:;&(\[«„]|(?<!\S)/{1,2}|[^.\d][–—-]"
    r"|(?<![^\W_])(?:and|by|und|et|y|e|ve|и|в|на|мен|және|of|the|in|for|on|to|with|from|der|die|das|von|zur?"
    r"|im|de|du|des|la|le|les|del|los|las|do|da|dos|para|pour|sur|о|об|по|при|из|для|с\. ?:|та|й|у|із"
    r"|(?:[Vv]ol|[Nn]os?|[Ii]n|[Ee]ds?|[Hh]rsg|[Рр]ед|[Сс]ост|[Пп]ер|[Оо]тв|[Пп]од|[Вв]ып|[Тт]|№"
    r"|[Ии]зд|[Ии]зд-во|[Бб]ас|[Чч]|[Nn]r|[Bb]d|[Jj]g|п°)\.?))\s*\Z"
    r"|(?<=[\s(,;:.])(?<!\d[ \u00a0])(?:[Pp]p?|[СсCcБб])\.\s*\Z"
    rf"|(?:\A|(?<=[\s(\[&])|(?<=\.[-‑]))(?<!\d[ \u00a0])[{UPPER}]{GAP}?\.\s*\Z"
)
GOES_ON = re.compile(  # what no entry opens with
    rf"(?:In|В кн|В сб|Вып|Том|Кн|Бет|№|Режим доступа|Дата обращения|Доступ|Қолжетімділік режимі"
    rf"|Available|Retrieved|Accessed|Disponible|Consultado|Recuperado|Erişim|Verfügbar|Online verfügbar"
    rf"|Abgerufen"
    rf"|Zugriff|Vol|No|Nos|Pp|Bd|Nr|Jg|ISBN|ISSN|DOI|URL|URN|arXiv|PMID|Ed|Eds|Hrsg|Изд-во|Cilt"
    rf"|Sayı|Paper|Article|Art)(?:[.:]|{GAP}(?:from|at|in|on|en|sur|unter|от|\d|adresi|le|el|em)(?![^\W_])"
    rf"|{GAP}?[:№])"
    rf"|(?:[TТCСБPHSЧLЛВ]|[CС]c|[CС]т|Бб|Art)\.{GAP}?[\dIVX]|(?:М|Л|СПб|Б|А)\.?{GAP}?:|(?:М|Л|СПб)\.,"
    rf"|(?:https?|ftp)://|www\.|10\.\d{{4}}/|[(&,.;:)\]»”+=]|[–—-](?![–—-])|{YEAR}(?![\d–—-])"
    rf"|\d{{1,4}}{GAP}?[–—-]{GAP}?\d"
    rf"|\d{{1,4}}{GAP}?(?:с|p|pp|S|б|бет|стр)(?![^\W_])|\d{{1,4}}{GAP}?\(|\d{{1,4}}[-‑][^\W\d_]{{1,3}}\."
    rf"|\d{{1,4}}\.?\Z|\d{{1,4}}[.,/:]\d"
)
WORD = rf"[{UPPER}{LOWER}'’ʼ]+"
NAME = rf"(?:{PARTICLE}){{0,2}}(?:[dDlLOo]['’])?[{UPPER}]{WORD}(?:[-‑][{UPPER}]?{WORD})*"
NAMES = rf"{NAME}(?:{GAP}{NAME}){{0,2}}"
INVERTED = re.compile(
    rf"{NAMES},?{GAP}(?:[{UPPER}][{LOWER}]{{0,2}}\.|[{UPPER}]{{1,3}}(?=[,.:;]|{GAP}[({UPPER}]))"
)
FULL = re.compile(rf"{NAMES},{GAP}(?:[{UPPER}]\.|[{UPPER}][{LOWER}'’-]{{1,20}})(?=[,.;:/]|{GAP})")
CAPITALS = re.compile(
    rf"[{UPPER}'’-]{{3,30}}(?:{GAP}[{UPPER}'’-]{{2,30}}){{0,2}},?{GAP}(?:[{UPPER}][{LOWER}.]|[(\[]?{YEAR})"
)
DIRECT = re.compile(rf"(?:[{UPPER}][{LOWER}]?\.{GAP}?-?){{1,4}}{NAMES}")
PARTICLED = re.compile(  # van Gennep, A.; von der Heide A (2001); van Gennep et al. (1909)
    rf"(?:{PARTICLE}|[dl]['’]){NAMES}(?:,|{GAP}[{UPPER}]\.|{GAP}[{UPPER}]{{1,3}}(?:[,.:;]|{GAP}[({UPPER}])"
    rf"|(?:{GAP}et{GAP}al\.)?{GAP}[(\[]{YEAR}[a-z]?[)\]][.:]?{GAP})"
)
SHAPES = (("surname", INVERTED), ("surname", CAPITALS), ("surname", FULL), ("initials", DIRECT))
IN_BRACKETS = re.compile(rf"[(\[](?:[^()\[\]\d]{{0,80}}){YEAR}[a-zа-я]?(?:[^()\[\]]{{0,30}})[)\]]")
DATED = re.compile(rf"[{UPPER}][^()\[\]]{{2,120}}[(\[]{YEAR}[a-zа-я]?(?:[^()\[\]]{{0,30}})[)\]][.,:]?{GAP}\S")
BEFORE_TITLE = re.compile(rf"[(\[]{YEAR}[a-zа-я]?[)\]][.,:]?\Z")
"""The year of people, and no title yet."""
YEARS = re.compile(
    rf"(?<!\d){YEAR}(?!\d)|(?<![^\W_])(?:n\.{GAP}?d\.|s\.{GAP}?[da]\.|o\.{GAP}?[JD]\.|б\.{GAP}?г\."
    rf"|ж\.{GAP}?к\.|t\.{GAP}?y\."
    r"|(?:in press|forthcoming|to appear|no date|kein Datum|ohne Jahr|sans date|sin fecha|sem data|tarihsiz"
    r"|baskıda"
    r"|в печати|без года|im Druck|im Erscheinen|à paraître|en prensa)(?![^\W_]))"
)
PAGES = re.compile(
    rf"\d{GAP}?(?:с|б|p|pp|S|s|стр|бет)\.?\Z|\d[–—-]\d{{1,5}}\.?\Z|(?<!\d){YEAR}[)\]]?\.?\Z|/\S+\Z"
)
"""How an entry ends that ends with its pages, its year or its address."""


def bare(said: str) -> str:
    """Return a line without marks of Markdown and bullets."""
    return BULLET.sub("", MARK.sub("", said.strip()))


def shape(said: str) -> str:
    """Return how the people are written that a line opens with; nothing where none stand there."""
    return next((name for name, form in SHAPES if form.match(said)), "same" if leans(said) else "")


def is_open(said: str) -> bool:
    """Tell whether a bracket or a quotation mark that opens in ``said`` never closes there."""
    low, closed = said.count("„"), said.count("”") + said.count("“")
    quoted = low > closed if low else said.count("“") > said.count("”")
    return quoted or any(said.count(one) > said.count(two) for one, two in ("()", "[]", "«»"))


def is_torn(said: str) -> bool:
    """Tell whether a line ends as no entry does."""
    return bool(TORN.search(said)) or bool(HYPHEN.search(said))


HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]\Z")


def goes_on(said: str) -> bool:
    """Tell whether a line begins as no entry does."""
    if leans(said) or PARTICLED.match(said):
        return False
    return said[:1].islower() or bool(GOES_ON.match(said)) or not STARTS.match(said)


def closes(said: str) -> bool:
    """Tell whether an entry may end with this line."""
    return not is_torn(said) and bool(ENDED.search(said))


def is_undated(said: str) -> bool:
    """Tell whether an entry begins here that never names a year: a place in an archive, «там же»."""
    return bool(leans(said) or HELD.match(said))


def tells_work(said: str) -> bool:
    """Tell whether ``said`` has a sign of a work: a year, an address, a place in an archive, «там же»."""
    return bool(SIGN_OF_WORK.search(said) or PLACE_IN_ARCHIVE.search(said) or leans(said))
