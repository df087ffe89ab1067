"""Front matter -> numbers in it that cannot be right, such as a mistyped ORCID: the one home of stdnum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import isni, issn

from basylym.model.manuscript import FrontMatter

DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[^\s@<>(),;:\".]{2,}")
IRSTI = re.compile(r"\d\d(?:\.\d\d){0,2}")


def faults(front: FrontMatter) -> Iterator[tuple[str, str]]:
    """Yield the value as given, and what is wrong with it in an editor's words.

    Source: ISO 27729 and ISO 3297 (check digits of ORCID and ISSN); the DOI Handbook, section 2.2;
    GRNTI codes are two, four or six digits.
    """
    for person in front.contributors:
        if person.orcid and not isni.is_valid(person.orcid):
            yield person.orcid, f"the ORCID {person.orcid} has a wrong digit, or too few"
        if person.email and not EMAIL.fullmatch(person.email):
            yield person.email, f"{person.email!r} is no e-mail address"
    for number in (front.masthead.issn, front.masthead.eissn):
        if number and not issn.is_valid(number):
            yield number, f"the ISSN {number} has a wrong digit, or too few"
    if front.doi and not DOI.fullmatch(front.doi):
        yield front.doi, f"the DOI {front.doi!r} does not start with 10., a number and a slash"
    for code in re.split(r"[,;]\s*", front.irsti):
        if code and not IRSTI.fullmatch(code):
            yield (
                front.irsti,
                f"the IRSTI code {code!r} is not two, four or six digits with full stops between",
            )
