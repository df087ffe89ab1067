"""The front matter's plain values -> FrontMatter, each field checked: the one home of pydantic.

Fields that other presses use (Pandoc, JOSS, Quarto) are understood where they mean the same;
a field that nobody reads is left alone, for other tools may want it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from basylym.model.manuscript import Contributor, FrontMatter, Masthead
from basylym.model.notices import BasylymError, Condition, Locus, Notice


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, int | float | date) and not isinstance(value, bool) else value


def _listed(value: Any) -> Any:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _keywords(value: Any) -> Any:
    if isinstance(value, str):
        return [part.strip() for part in value.replace(";", ",").split(",") if part.strip()]
    return [str(part) for part in _listed(value)]


def _day(value: Any) -> Any:
    if isinstance(value, int):
        return date(value, 1, 1)
    if isinstance(value, str) and len(value) == 4 and value.isdigit():
        return date(int(value), 1, 1)
    return value


def _plain_or_map(value: Any) -> Any:
    return value if isinstance(value, dict) or value is None else {"": value}


Text = Annotated[str, BeforeValidator(_text)]
Texts = Annotated[dict[str, Text], BeforeValidator(_plain_or_map)]
Keywords = Annotated[
    dict[str, Annotated[list[str], BeforeValidator(_keywords)]], BeforeValidator(_plain_or_map)
]
Day = Annotated[date | None, BeforeValidator(_day)]


class _Open(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class _Author(_Open):
    name: Texts = Field(default_factory=dict)
    given: Text = Field("", validation_alias=AliasChoices("given", "given-names", "firstname"))
    family: Text = Field("", validation_alias=AliasChoices("family", "surname", "lastname"))
    affiliations: Annotated[list[Any], BeforeValidator(_listed)] = Field(
        default_factory=list, validation_alias=AliasChoices("affiliations", "affiliation", "institute")
    )
    orcid: Text = ""
    email: Text = ""
    corresponding: bool = False
    about: Text = ""


class _Journal(_Open):
    title: Text = ""
    series: Text = ""
    issn: Text = ""
    eissn: Text = ""


class _Front(_Open):
    title: Texts = Field(default_factory=dict)
    short_title: Text = Field("", validation_alias=AliasChoices("short-title", "short_title"))
    lang: str = ""
    author: Annotated[list[Any], BeforeValidator(_listed)] = Field(
        default_factory=list, validation_alias=AliasChoices("author", "authors")
    )
    affiliations: Annotated[list[Any], BeforeValidator(_listed)] = Field(
        default_factory=list, validation_alias=AliasChoices("affiliations", "institute")
    )
    abstract: Texts = Field(default_factory=dict)
    keywords: Keywords = Field(default_factory=dict, validation_alias=AliasChoices("keywords", "tags"))
    date: Day = None
    received: Day = None
    accepted: Day = None
    published: Day = None
    doi: Text = ""
    irsti: Text = ""
    irsti_label: Text = Field("", validation_alias=AliasChoices("irsti-label", "irsti_label"))
    udc: Text = ""
    kind: Text = Field("", validation_alias=AliasChoices("article-type", "kind"))
    licence: Text = Field("", validation_alias=AliasChoices("licence", "license"))
    journal: Annotated[_Journal, BeforeValidator(lambda v: {"title": v} if isinstance(v, str) else v)] = (
        Field(default_factory=_Journal)
    )
    volume: Text = ""
    issue: Text = ""
    pages: Text = ""
    first_page: int = Field(1, ge=1, validation_alias=AliasChoices("first-page", "first_page"))
    bibliography: Annotated[list[str], BeforeValidator(_listed)] = Field(default_factory=list)
    csl: str = ""
    notice: Text = ""


def check(values: Mapping[str, Any], path: str, lines: Mapping[str, int], language: str) -> FrontMatter:
    """Check every field against its kind.

    Args:
        values: as read from YAML.
        path: of the file, for notices.
        lines: field -> its line in that file, from 1.
        language: BCP 47 tag where the front matter gives none.

    Raises:
        BasylymError: ``FRONT_MATTER_IS_YAML``, with the line of the first field at fault.
    """
    try:
        front = _Front.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else ""
        locus = Locus(path, lines.get(field, lines.get("", 1)))
        detail = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg'].lower()}"
        raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, detail, locus)) from error
    tag = front.lang or language
    places: list[dict[str, str]] = []
    codes: dict[str, int] = {}
    for item in front.affiliations:
        _place(item, tag, places, codes)
    people = tuple(_person(item, tag, places, codes, path, lines) for item in front.author)
    journal = front.journal
    return FrontMatter(
        language=tag,
        title=_by_language(front.title, tag),
        short_title=front.short_title,
        contributors=people,
        affiliations=tuple(places),
        abstract=_by_language(front.abstract, tag),
        keywords={name or tag: tuple(words) for name, words in front.keywords.items()},
        date=front.date or front.published,
        received=front.received,
        accepted=front.accepted,
        published=front.published,
        doi=front.doi.removeprefix("https://doi.org/"),
        irsti=front.irsti,
        irsti_label=front.irsti_label,
        udc=front.udc,
        kind=front.kind,
        licence=front.licence,
        masthead=Masthead(
            journal.title,
            journal.series,
            journal.issn,
            journal.eissn,
            front.volume,
            front.issue,
            front.first_page,
            front.pages,
        ),
        bibliography=tuple(front.bibliography),
        style=front.csl,
        notice=front.notice,
    )


def _by_language(texts: Mapping[str, str], tag: str) -> dict[str, str]:
    named = {name or tag: text.strip() for name, text in texts.items() if text.strip()}
    return dict(sorted(named.items(), key=lambda item: item[0] != tag))


def _place(item: Any, tag: str, places: list[dict[str, str]], codes: dict[str, int]) -> int:
    """The index of an affiliation given as text, as a map by language, or as {id, name}."""
    code = ""
    if isinstance(item, dict) and ("name" in item or "id" in item):
        code, item = str(item.get("id", "")), item.get("name", item.get("id", ""))
    if not isinstance(item, dict) and str(item) in codes:
        return codes[str(item)]
    named = {str(k): str(v) for k, v in item.items()} if isinstance(item, dict) else {tag: str(item)}
    if named not in places:
        places.append(named)
    where = places.index(named)
    if code:
        codes[code] = where
    return where


def _person(
    item: Any,
    tag: str,
    places: list[dict[str, str]],
    codes: dict[str, int],
    path: str,
    lines: Mapping[str, int],
) -> Contributor:
    try:
        author = _Author.model_validate(item if isinstance(item, dict) else {"name": str(item)})
    except ValidationError as error:
        first = error.errors()[0]
        detail = f"author.{'.'.join(str(part) for part in first['loc'])}: {first['msg'].lower()}"
        locus = Locus(path, lines.get("author", lines.get("", 1)))
        raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, detail, locus)) from error
    name = _by_language(author.name, tag) or {tag: f"{author.given} {author.family}".strip()}
    belongs = tuple(_place(one, tag, places, codes) for one in author.affiliations)
    return Contributor(
        name,
        belongs,
        author.orcid.removeprefix("https://orcid.org/"),
        author.email,
        author.corresponding,
        author.about,
    )
