"""The start of an entry -> the names that stand there, and where they end.

Three forms: surname first with initials (Иванов И. И.; Smith, J. A.; Smith JA), initials first
(J. Smith), and surname first with the given name in full (Smith, John). A name in any other form is
not read: it may be a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from basylym.repairs._references.words import GAP, LOWER, UPPER

PARTICLE = (
    r"(?:(?:van der|van den|van|von|de la|de|der|den|di|da|del|la|le|ibn|al|el|бен|фон|аль|эль|де|ван) )"
)
WORD = rf"[{UPPER}][{UPPER}{LOWER}'’ʼ]{{1,30}}"
SURNAME = rf"{PARTICLE}?{WORD}(?:[-‑]{WORD}){{0,2}}(?:,? (?:Jr|Sr|мл|ст)\.?)?"
INITIAL = rf"(?:[{UPPER}][{LOWER}]?|Mc[A-Z])\."
INITIALS = rf"{INITIAL}(?:{GAP}?[-‑]?{INITIAL}){{0,3}}"
DOTLESS = rf"[A-Z]{{1,3}}(?![{UPPER}{LOWER}])"
CYRILLIC = r"[А-ЯЁӘҒҚҢӨҰҮҺІ]{1,3}(?=[,.])"
GIVEN = rf"[{UPPER}][{LOWER}]{{1,20}}(?:{GAP}(?:{INITIAL}|[{UPPER}][{LOWER}]{{1,20}})){{0,2}}"
BEHIND = (  # a surname: a stop may be lost inside initials or before a comma, and a title may begin with one
    rf"(?:{INITIAL}|[А-ЯЁӘҒҚҢӨҰҮҺІ](?={GAP}[{UPPER}]\.{GAP}|,{GAP}{WORD}{GAP}[{UPPER}][.,]))"
    rf"(?:[-‑]?{INITIAL}|{GAP}{INITIAL}(?![{UPPER}][{LOWER}])){{0,3}}"
)
INVERTED = re.compile(rf"({SURNAME})(,?){GAP}({BEHIND})")
PATRONYMIC = re.compile(
    rf"({WORD}){GAP}([{UPPER}][{LOWER}]{{1,20}}{GAP}[{UPPER}][{LOWER}]{{2,20}}(?:вич"
    rf"|вна|ична|ұлы|қызы|улы|кызы))(?=\.{GAP})"
)
VANCOUVER = re.compile(rf"({SURNAME}){GAP}({DOTLESS})")
BARE = re.compile(rf"({SURNAME}){GAP}({CYRILLIC})")
FULL = re.compile(rf"({SURNAME}),{GAP}({GIVEN})(?:(?<=\.)|(?=[,.;]|{GAP}(?:and|&|және|и){GAP}|{GAP}\())")
DIRECT = re.compile(rf"({INITIALS}){GAP}?({SURNAME})(?![{LOWER}])")
SPOKEN = re.compile(rf"({GIVEN}){GAP}({SURNAME})(?=[,.;]|{GAP}(?:and|&){GAP}|{GAP}\()")
JOINT = re.compile(rf"{GAP}?[,;]?{GAP}?(?:&|\band\b|\bи\b|\bжәне\b|\bмен\b|\bve\b){GAP}|{GAP}?[,;]{GAP}?")
JOINED = re.compile(rf"{GAP}?,?{GAP}(?:&|and|и|және|мен|ve){GAP}")
NAMESAKE = re.compile(rf"{GAP}(?:атындағы|ат\.|имени|им\.)(?![^\W\d_])")
"""Behind a name, of what is called after it: «Сәтбаев Қ. И. атындағы университет»."""
MORE = re.compile(rf",{GAP}{SURNAME}{GAP}[{UPPER}]{{1,3}}[,.]")
OTHERS = re.compile(
    rf"{GAP}?,?{GAP}?(?:et{GAP}al\.?|\[?и{GAP}?др\.?\]?|\[?және{GAP}т\.{GAP}?б\.?\]?|\[?т\.{GAP}?б\.\]?"
    rf"|и{GAP}другие|and{GAP}others|ve{GAP}diğerleri)(?![{LOWER}])"
)
ROLE = re.compile(
    rf"{GAP}?[(\[](?:eds?|editors?|hrsg|ред|құраст|сост|жауапты ред"
    rf"|отв\. ?ред)\.?[)\]]|,{GAP}(?:eds?|ред)\.|,{GAP}(?:editors?"
    rf"|редактор(?:ы)?)(?=\.)",
    re.IGNORECASE,
)
MOST = 60


@dataclass(frozen=True, slots=True)
class Names:
    """Names read from a text: as BibTeX writes them, where they end, and what they are."""

    people: tuple[tuple[str, str], ...]
    end: int
    others: bool = False
    editors: bool = False
    spelt: bool = False

    @property
    def bibtex(self) -> str:
        """``Family, Given and Family, Given and others``."""
        shown = [f"{family}, {given}" if given else family for family, given in self.people]
        return " and ".join([*shown, *(["others"] if self.others else [])])


NOBODY = Names((), 0)


def names(text: str, start: int = 0, bare: bool = False) -> Names:
    """Return the names that stand at ``start``; nobody where none do.

    With ``bare`` also surnames with Cyrillic initials without stops, which may be a title.
    """
    people: list[tuple[str, str]] = []
    place = start
    form: re.Pattern[str] | None = BARE if bare and BARE.match(text, start) else None
    spelt = False
    while len(people) < MOST:
        found = _one(text, place, form, bool(people))
        if found is None:
            break
        pattern, family, given, end = found
        form = form or pattern
        spelt = spelt or pattern in (FULL, SPOKEN)
        people.append((family, given))
        place = end
        joint = JOINT.match(text, place)
        if not joint or _one(text, joint.end(), form, True) is None:
            break
        place = joint.end()
    if not people or NAMESAKE.match(text, place):
        return NOBODY
    others = OTHERS.match(text, place)
    if not others and (JOINED.match(text, place) or MORE.match(text, place)):
        return NOBODY  # one more stands there, in a form that was not read
    place = others.end() if others else place
    role = ROLE.match(text, place)
    return Names(tuple(people), role.end() if role else place, bool(others), bool(role), spelt)


def _one(
    text: str, place: int, form: re.Pattern[str] | None, later: bool
) -> tuple[re.Pattern[str], str, str, int] | None:
    """Return one name: its form, surname, given names and end. The first name sets the form."""
    for pattern in (INVERTED, VANCOUVER, BARE, DIRECT, FULL, SPOKEN, PATRONYMIC):
        if form is None and pattern in (SPOKEN, BARE):
            continue
        if form is not None and pattern not in ALSO[form]:
            continue
        found = pattern.match(text, place)
        if not found:
            continue
        if pattern is INVERTED:
            stops = re.sub(rf"(?<![^\W_])([{UPPER}])(?![.\w])", r"\1.", found[3])
            return pattern, found[1], _spaced(stops), found.end()
        if pattern is PATRONYMIC:
            return pattern, found[1], found[2], found.end()
        if pattern is DIRECT or pattern is SPOKEN:
            return pattern, found[2], _spaced(found[1]), found.end()
        given = _spaced(found[2]) if pattern is FULL else " ".join(f"{one}." for one in found[2])
        return pattern, found[1], given, found.end()
    return None


ALSO = {
    INVERTED: (INVERTED, DIRECT),
    VANCOUVER: (VANCOUVER,),
    BARE: (BARE,),
    DIRECT: (DIRECT,),
    FULL: (FULL, SPOKEN),
    SPOKEN: (SPOKEN,),
    PATRONYMIC: (),
}


def _spaced(initials: str) -> str:
    """``А.Б.`` as ``А. Б.``: BibTeX parts given names at spaces."""
    return re.sub(rf"\.(?=[{UPPER}])", ". ", initials.replace("\u00a0", " ")).strip()


def everyone(text: str) -> Names | None:
    """Return the names where ``text`` is nothing else, or None."""
    text = text.strip().rstrip(",;")
    found = names(text)
    rest = text[found.end :].strip(" .,")
    return found if found.people and not rest else None
