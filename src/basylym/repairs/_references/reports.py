"""``отчет о НИР (заключ.) : 12-04`` -> what a report says of itself."""

from __future__ import annotations

import re

from basylym.model.works import Told
from basylym.repairs._references.read import SURE, Read

REPORT = re.compile(
    r"(?P<type>(?:(?:заключительный|промежуточный|итоговый|годовой"
    r"|научный|аналитический|технический|закл\.|науч\.|науч\.-техн\."
    r"|научно-технический) )?отч[её]т(?: (?:о|по) (?:НИР|ОКР|НИОКР|научно-исследовательской работе|"
    r"выполнении НИР))?(?: \((?:заключ|заключительный|промежут|промежуточный|итоговый|закл)\.?\))?"
    r"|(?:ҒЗЖ|ғылыми-зерттеу жұмысы|ғылыми-зерттеу жұмыстары|ҒЗТКЖ) (?:туралы"
    r"|бойынша) (?:қорытынды |аралық )?есеп(?: \([^()]{3,30}\))?"
    r"|ғылыми есеп|қорытынды есеп"
    r"|(?:technical|research|final|annual|interim|working) (?:report|paper)|report|rep\.|tech\. rep\.)"
    r"(?:(?: ?:|,)? ?(?P<number>№ ?[\w/.-]{1,30}|[A-Z]{2,8}[-/][\w/.-]{1,30}))?",
    re.IGNORECASE,
)


def trait(text: str) -> Read | None:
    """Read what stands behind the colon of a title: a report, and its number."""
    found = REPORT.fullmatch(text.strip())
    if not found:
        return None
    told = [Told("type", found["type"], SURE)]
    if found["number"]:
        told.append(Told("number", found["number"].lstrip("№ "), SURE))
    return Read("report", tuple(told))
