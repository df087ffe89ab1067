"""A journal's TOML file -> Journal, each value checked against its kind; no other name may stand there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from typing import Any

from basylym.adapters import _typescript
from basylym.model.journal import Bounds, Journal, Requirements
from basylym.model.manuscript import SecondList
from basylym.model.notices import BasylymError, Condition, Locus, Notice

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
TEXTS = ("source", "series", "issn", "eissn", "irsti-label", "licence", "style", "accent", "form")
FORMS = ("one-column", "two-columns")
TABLES = ("title", "second-list", "submission", "requires")
LISTS = ("languages", "fields", "sections")
BOUNDS = tuple(one.name.replace("_", "-") for one in fields(Requirements) if one.name not in LISTS)


def read(text: str, name: str, path: str) -> Journal:
    """Read a journal.

    Args:
        text: TOML.
        name: of the journal, without folder and suffix.
        path: of the file, for the notice.

    Raises:
        BasylymError: ``JOURNAL_PARSES``.
    """
    try:
        values = tomllib.loads(text)
        _only(values, (*TEXTS, *TABLES, "sample"), "")
        told = {key.replace("-", "_"): _text(values, key) for key in TEXTS if key in values}
        if not told.get("source"):
            raise ValueError("source: say where the requirements were read")
        if told.get("accent") and not COLOUR.fullmatch(told["accent"]):
            raise ValueError(f"accent: {told['accent']} is no colour such as #0f5c6e")
        if told.get("form", FORMS[0]) not in FORMS:
            raise ValueError(f"form: {told['form']} is none of {', '.join(FORMS)}")
        title = values.get("title", {})
        title = {tag: _text(title, tag) for tag in title} if isinstance(title, dict) else {"": str(title)}
        second = values.get("second-list")
        return Journal(
            name=name,
            title=title,
            second_list=_second(second) if second else None,
            submission=_typescript.read(values.get("submission", {})),
            sample=values.get("sample") is True,
            requires=_requirements(values.get("requires", {})),
            **told,
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise BasylymError(Notice(Condition.JOURNAL_PARSES, str(error), Locus(path))) from error


def _second(table: Any) -> SecondList:
    _only(table, ("system", "heading", "style"), "second-list.")
    return SecondList(**{key: _text(table, key) for key in table})


def _requirements(table: Any) -> Requirements:
    _only(table, (*LISTS, *BOUNDS), "requires.")
    lists = {key: tuple(_listed(table[key], key)) for key in LISTS if key in table}
    bounds = {key.replace("-", "_"): _bounds(table[key], key) for key in BOUNDS if key in table}
    given: dict[str, Any] = {**lists, **bounds}
    return Requirements(**given)


def _only(table: Any, known: tuple[str, ...], where: str) -> None:
    if not isinstance(table, dict):
        raise TypeError(f"{where.rstrip('.')}: this is no table")
    odd = sorted(table.keys() - set(known))
    if odd:
        raise ValueError(f"{where}{odd[0]}: no such field; there are {', '.join(known)}")


def _text(table: Any, key: str) -> str:
    if not isinstance(table[key], str):
        raise TypeError(f"{key}: this is no text")
    return " ".join(table[key].split())


def _listed(value: Any, key: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"requires.{key}: this is no list of texts")
    return value


def _bounds(value: Any, key: str) -> Bounds:
    whole = isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)
    if not whole or min(value) < 0 or 0 < value[1] < value[0]:
        raise ValueError(f"requires.{key}: write [at least, at most], with 0 for no end")
    return value[0], value[1]
