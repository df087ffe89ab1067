"""What stands in a field of the front matter -> the same in the one form that is checked.

Presses write dates, names, keywords and licences in forms of their own; they are told apart here.
"""

from __future__ import annotations

import contextlib
import re
from datetime import date, datetime
from typing import Any

from basylym.model import days

TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
DOI = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.I)
JOURNAL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|\S+\.toml")  # kaznu-ir-law, our-journal.toml
ORCID = re.compile(r"^\s*(?:https?://)?(?:www\.)?orcid\.org/", re.I)
DAY_FORMS = dict.fromkeys(("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%Y/%m/%d"), days.DAY)
DAY_FORMS |= {"%Y-%m": days.MONTH, "%B %Y": days.MONTH, "%Y": days.YEAR}
NAME_PARTS = {
    "given",
    "family",
    "literal",
    "given-names",
    "surname",
    "dropping-particle",
    "non-dropping-particle",
}


def text(value: Any) -> Any:
    """A text; nothing where the field stands empty."""
    if value is None:
        return ""
    return str(value) if isinstance(value, int | float | date) and not isinstance(value, bool) else value


def listed(value: Any) -> Any:
    """One or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def keywords(value: Any) -> Any:
    """A list, or a text with semicolons or else commas."""
    if isinstance(value, str):
        sign = ";" if ";" in value else ","
        return [part.strip() for part in value.split(sign) if part.strip()]
    return [str(part) for part in listed(value) if part is not None]


def keys(value: Any) -> Any:
    """Citation keys, ``@*`` for all, as in Pandoc's ``nocite: "@a, @b"``."""
    return re.findall(r"@\{?([^\s,;{}\]]*[^\s,;{}\].])", value) if isinstance(value, str) else listed(value)


def day(value: Any) -> Any:
    """A date in one of the forms that manuscripts have, with how much of it is known."""
    if value is None or isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    for form, known in DAY_FORMS.items():
        with contextlib.suppress(ValueError):
            found = datetime.strptime(str(value).strip(), form)
            return days.Day(found.year, found.month, found.day, known)
    with contextlib.suppress(ValueError):
        return datetime.fromisoformat(str(value).strip()).date()
    raise ValueError(f"{value} is no date; write it as YYYY-MM-DD")


def tag(value: Any) -> Any:
    """A BCP 47 tag."""
    written = str(value or "").replace("_", "-")
    if written and not TAG.fullmatch(written):
        raise ValueError(f"{value} is no language tag; write one such as kk or en-GB")
    language, *rest = written.split("-")
    return "-".join([language.lower(), *rest])


def plain_or_map(value: Any) -> Any:
    """By language; one text is of the article's own."""
    return value if isinstance(value, dict) else {"": value}


def name(value: Any) -> Any:
    """A person's name as one text, by language, or in the parts that Quarto and CSL have."""
    if isinstance(value, dict) and value.keys() & NAME_PARTS:
        parts = [
            value.get(part) for part in ("given", "given-names", "non-dropping-particle", "family", "surname")
        ]
        return {"": value.get("literal") or " ".join(str(part) for part in parts if part)}
    return plain_or_map(value)


def journal(value: Any) -> Any:
    """A journal, or the name of its file, or only its title."""
    if isinstance(value, dict):
        return value
    return {"name" if JOURNAL.fullmatch(str(value)) else "title": value}


def licence(value: Any) -> Any:
    """A licence by its name; of Quarto's parts the one that says most."""
    if isinstance(value, dict):
        return next((value[name] for name in ("text", "type", "name", "url") if value.get(name)), "")
    return text(value)


def span(pages: str) -> str:
    """``15-24`` or ``15--24`` with an en dash."""
    return re.sub(r"(?<=\d)\s*(?:--?|—)\s*(?=\d)", "–", pages)
