"""``официальный сайт``, ``набор данных``, ``программа для ЭВМ`` behind a title's colon -> the kind."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.read import SURE, Read

KINDS = (
    (
        "online",
        r"(?:[^\W\d_.]+(?:-[^\W\d_.]+)?\.?[ ]?(?::[ ])?){0,7}?(?:(?:веб-|web-|интернет-"
        r"|ғаламтор-)?(?:сайт|портал)(?:ы)?|website|web site|portal|site)",
    ),
    (
        "dataset",
        r"(?:открытый |ашық )?(?:набор данных|база данных|деректер жинағы|деректер қоры|data ?set|database)",
    ),
    (
        "software",
        r"(?:компьютерная )?программа(?: для ЭВМ)?|программное обеспечение|компьютерлік бағдарлама"
        r"|бағдарламалық (?:жасақтама|қамтамасыз ету)|(?:computer )?software|computer program",
    ),
)
SAID = [(kind, re.compile(written, re.IGNORECASE)) for kind, written in KINDS]
LONGEST = 90


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: a site, data, a program."""
    text = text.strip().rstrip(".")
    kinds = (kind for kind, said in SAID if len(text) <= LONGEST and said.fullmatch(text))
    kind = next(kinds, "")
    return Read(kind, (Told("type", text, SURE),)) if kind else None
