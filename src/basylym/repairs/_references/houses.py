"""A statement of responsibility -> whether it names an institution, and no person."""

from __future__ import annotations

import re

from basylym.repairs._references.words import UPPER

HOUSE = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]{0,12}ин-т|институт|ун-т|университет|акад|центр|общ-во|общество|о-во|комитет|кітапхана|библиотек|филиал"
    r"|министерств|министрлі|лаборатор|отд-ние|отделение|кафедр|univers|institut|academ|center|centre|company"
    r"|council|agency|bureau|laborator|ұлттық|гос\.)",
    re.IGNORECASE,
)
LETTERS = re.compile(
    r"(?<![^\W_])[А-ЯӘҒҚҢӨҰҮІA-Z]{2,12}(?![^\W_])"
    r"|(?<![^\W_])(?:[А-ЯӘҒҚҰ][а-яәғқңұ]{1,3})(?:[А-ЯӘҒҚҰ][а-яәғқңұ]{1,3}|[А-ЯӘҒҚҰ]){1,5}(?![^\W_])"
)
"""АН, УААН; КазНУ, ВятГУ."""
INITIAL = re.compile(rf"(?<![^\W_])[{UPPER}]\.")


def is_house(statement: str) -> bool:
    """Tell whether a statement names an institution: by its words, or letters such as КазНУ."""
    if len(statement) > 160 or not re.match(rf"[{UPPER}«]", statement) or ":" in statement:
        return False
    return bool(HOUSE.search(statement) or (LETTERS.search(statement) and not INITIAL.search(statement)))
