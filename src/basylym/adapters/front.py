"""The front matter's plain values -> FrontMatter, each field checked: the one home of pydantic.

Fields that other presses use (Pandoc, JOSS, Quarto) are understood where they mean the same;
a field that nobody reads is left alone, for other tools may want it, unless it looks misspelt.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from basylym.adapters import _fields, _typescript
from basylym.model.manuscript import Contributor, FrontMatter, Masthead, SecondList
from basylym.model.notices import BasylymError, Condition, Locus, Notice
from basylym.model.typescript import UNSAID, Typescript

Value = TypeVar("Value")
Text = Annotated[str, BeforeValidator(_fields.text)]
Texts = Annotated[dict[str, Text], BeforeValidator(_fields.plain_or_map)]
Keywords = Annotated[
    dict[str, Annotated[list[str], BeforeValidator(_fields.keywords)]], BeforeValidator(_fields.plain_or_map)
]
Day = Annotated[date | None, BeforeValidator(_fields.day)]
Tag = Annotated[str, BeforeValidator(_fields.tag)]


class _Open(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _given(cls, values: Any) -> Any:
        """A field that stands empty, as templates leave them, was not given."""
        if isinstance(values, dict):
            return {name: value for name, value in values.items() if value is not None}
        return values


class _Author(_Open):
    name: Annotated[Texts, BeforeValidator(_fields.name)] = Field(default_factory=dict)
    given: Text = Field("", validation_alias=AliasChoices("given", "given-names", "firstname"))
    family: Text = Field("", validation_alias=AliasChoices("family", "surname", "lastname"))
    affiliations: Annotated[list[Any], BeforeValidator(_fields.listed)] = Field(
        default_factory=list, validation_alias=AliasChoices("affiliations", "affiliation", "institute")
    )
    orcid: Text = ""
    email: Text = ""
    corresponding: bool = False
    about: Text = ""


class _Journal(_Open):
    name: Text = ""
    title: Text = ""
    series: Text = ""
    issn: Text = ""
    eissn: Text = ""


class _SecondList(_Open):
    system: Text
    heading: Text = "References"
    style: Text = ""


class _Statements(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    funding: Text = ""
    conflicts: Text = ""
    artificial_intelligence: Text = Field(
        "", validation_alias=AliasChoices("ai", "artificial-intelligence", "artificial_intelligence")
    )
    contributions: Text = ""
    availability: Text = Field("", validation_alias=AliasChoices("data", "availability"))


class _Front(_Open):
    title: Texts = Field(default_factory=dict)
    short_title: Text = Field("", validation_alias=AliasChoices("short-title", "short_title"))
    subtitle: Texts = Field(default_factory=dict)
    lang: Tag = ""
    author: Annotated[list[Any], BeforeValidator(_fields.listed)] = Field(
        default_factory=list, validation_alias=AliasChoices("author", "authors")
    )
    affiliations: Annotated[list[Any], BeforeValidator(_fields.listed)] = Field(
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
    licence: Annotated[str, BeforeValidator(_fields.licence)] = Field(
        "", validation_alias=AliasChoices("licence", "license")
    )
    journal: Annotated[_Journal, BeforeValidator(_fields.journal)] = Field(default_factory=_Journal)
    volume: Text = ""
    issue: Text = ""
    pages: Text = ""
    first_page: int = Field(1, ge=1, validation_alias=AliasChoices("first-page", "first_page"))
    bibliography: Annotated[list[Text], BeforeValidator(_fields.listed)] = Field(default_factory=list)
    csl: Text = ""
    form: Literal["", "one-column", "two-columns"] = ""
    submission: Annotated[Typescript, BeforeValidator(_typescript.read)] = UNSAID
    nocite: Annotated[list[str], BeforeValidator(_fields.keys)] = Field(default_factory=list)
    notice: Text = ""
    statements: _Statements = Field(default_factory=lambda: _Statements.model_validate({}))
    second_list: Annotated[
        _SecondList | None, BeforeValidator(lambda v: {"system": v} if isinstance(v, str) else v)
    ] = Field(None, validation_alias=AliasChoices("second-list", "second_list"))


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
        raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, _said(first), locus)) from error
    tag = front.lang or language
    places: list[dict[str, str]] = []
    codes: dict[str, int] = {}
    for number, item in enumerate(front.affiliations, 1):
        codes.setdefault(str(number), _place(item, tag, places, codes))
    line = lines.get("author", lines.get("authors", lines.get("", 1)))
    people = tuple(_person(item, tag, places, codes, Locus(path, line)) for item in front.author)
    journal = front.journal
    return FrontMatter(
        language=tag,
        title=_titled(_by_language(front.title, tag), _by_language(front.subtitle, tag)),
        short_title=front.short_title,
        contributors=people,
        affiliations=tuple(places),
        abstract=_by_language(front.abstract, tag),
        keywords=_tagged({name: tuple(words) for name, words in front.keywords.items() if words}, tag),
        date=front.date or front.published,
        received=front.received,
        accepted=front.accepted,
        published=front.published,
        doi=_fields.DOI.sub("", front.doi).strip(),
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
            _fields.span(front.pages),
        ),
        bibliography=tuple(front.bibliography),
        uncited=tuple(front.nocite),
        style=front.csl,
        form=front.form,
        submission=front.submission,
        notice=front.notice,
        statements={name: text for name, text in front.statements.model_dump().items() if text},
        journal=journal.name,
        second_list=SecondList(**front.second_list.model_dump()) if front.second_list else None,
    )


def misspelt(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each field that nobody reads and that is known but for a letter or two; and the known one."""
    known: set[str] = set()
    for name, field in _Front.model_fields.items():
        alias = field.validation_alias
        known |= {name, *(map(str, alias.choices) if isinstance(alias, AliasChoices) else ())}
    for name in values:
        close = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.8)
        if name not in known and close:
            yield name, close[0]


def _said(fault: Any) -> str:
    """A fault in an editor's words, the field first."""
    field = ".".join(str(part) for part in fault["loc"])
    told = fault["msg"].removeprefix("Value error, ")
    return f"{field}: {told[:1].lower()}{told[1:]}"


def _by_language(texts: Mapping[str, str], tag: str) -> dict[str, str]:
    return _tagged({name: text.strip() for name, text in texts.items() if text.strip()}, tag)


def _tagged(named: Mapping[str, Value], tag: str) -> dict[str, Value]:
    """By language, the article's own first; what is given for ``en`` holds for an article in ``en-GB``."""
    language = tag.split("-")[0]
    own = next((name for name in (tag, "", language) if name in named), None)
    rest = {name: value for name, value in named.items() if name != own and name}
    return rest if own is None else {tag: named[own], **rest}


def _titled(titles: Mapping[str, str], subtitles: Mapping[str, str]) -> dict[str, str]:
    return {
        tag: f"{title}{' ' if title[-1] in '.:?!' else ': '}{subtitles[tag]}" if tag in subtitles else title
        for tag, title in titles.items()
    }


def _place(item: Any, tag: str, places: list[dict[str, str]], codes: dict[str, int]) -> int:
    """The index of an affiliation given as text, as a map by language, or as {id, name}."""
    code = ""
    if isinstance(item, dict) and "ref" in item:
        item = item["ref"]
    if isinstance(item, dict) and item.keys() & {"id", "index", "name"}:
        code = str(item.get("id", item.get("index", "")))
        name = item.get("name", code)
        if isinstance(name, str):
            parts = (item.get(part) for part in ("department", "name", "city", "country"))
            name = ", ".join(str(part) for part in parts if part)
        item = name
    if not isinstance(item, dict) and str(item) in codes:
        return codes[str(item)]
    named = {str(k): str(v) for k, v in item.items() if v} if isinstance(item, dict) else {tag: str(item)}
    if named not in places:
        places.append(named)
    where = places.index(named)
    if code:
        codes[code] = where
    return where


def _person(
    item: Any, tag: str, places: list[dict[str, str]], codes: dict[str, int], locus: Locus
) -> Contributor:
    if isinstance(item, dict) and len(item) == 1 and isinstance(next(iter(item.values())), dict | None):
        [(name, rest)] = item.items()  # Pandoc's scholarly metadata: `- A. Author: {institute: x}`
        item = item if name in _Author.model_fields else {"name": name, **(rest or {})}
    try:
        author = _Author.model_validate(item if isinstance(item, dict) else {"name": item})
    except ValidationError as error:
        detail = f"author.{_said(error.errors()[0])}"
        raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, detail, locus)) from error
    name = _by_language(author.name, tag) or _by_language({"": f"{author.given} {author.family}"}, tag)
    if not name:
        raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, "author: one of them has no name", locus))
    belongs = []
    for one in author.affiliations:
        parts = str(one).replace(" ", "").split(",")
        listed = len(parts) > 1 and all(part in codes for part in parts)  # JOSS: "1, 2"
        for code in parts if listed else [one]:
            if str(code).isdigit() and str(code) not in codes:
                detail = f"author: there is no affiliation {code}"
                raise BasylymError(Notice(Condition.FRONT_MATTER_IS_YAML, detail, locus))
            belongs.append(_place(code, tag, places, codes))
    return Contributor(
        name,
        tuple(dict.fromkeys(belongs)),
        _fields.ORCID.sub("", author.orcid).strip(),
        author.email,
        author.corresponding,
        author.about,
    )
