"""``учебник``, ``сборник статей``, ``оқу құралы`` behind the colon of a title -> what sort of book it is."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.read import FAIR, Read

SORTS = (
    r"учебник|учеб\.|(?:учебное|учеб\.|учебно-методическое|учеб\.-метод\."
    r"|методическое|справочное) пособие|справочник|монография"
    r"|хрестоматия|словарь|энциклопедия|практикум|курс лекций|атлас"
    r"|обзор|альбом|каталог|роман|повесть|рассказы|стихи|очерки?"
    r"|сборник|сб\.|сборник (?:статей|материалов|документов|рассказов|очерков|стихов|задач|научных трудов)"
    r"|сб\. (?:ст|науч\. тр|тр|материалов|док)\.?|воспоминания|лекции|тезисы докладов"
    r"|оқулық|оқу құралы|оқу-әдістемелік құрал|анықтамалық|сөздік"
    r"|жинақ|хрестоматия|әңгімелер|өлеңдер|мақалалар жинағы"
    r"|textbook|handbook|monograph|novel|dictionary|encyclop(?:a)?edia|reference book|short stories|poems"
)
SORT = re.compile(rf"(?:{SORTS})(?: для [^\W\d_][^:;/.]{{2,60}}(?:\.(?=\Z))?)?", re.IGNORECASE)


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: a sort of book, by a word that can be nothing else."""
    text = text.strip()
    found = SORT.fullmatch(text) or SORT.fullmatch(text.rstrip("."))
    return Read("book", (Told("type", found[0], FAIR),)) if found else None
