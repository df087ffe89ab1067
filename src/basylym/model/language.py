"""A language pack: everything the press must know of one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

RIGHT_TO_LEFT = {"Arab", "Hebr", "Syrc", "Thaa"}


@dataclass(frozen=True, slots=True)
class Terms:
    """Words that the press adds to a page; ``{n}`` stands for the number."""

    abstract: str
    keywords: str
    references: str
    contents: str
    notes: str
    figure: str
    table: str
    equation: str
    section: str
    page: str
    received: str
    accepted: str
    published: str
    licence: str
    corresponding: str
    cite: str
    about_authors: str
    about_edition: str
    article: str
    supplied: str
    missing_author: str
    missing_reference: str
    missing_picture: str
    unresolved: str
    back: str
    anchor: str
    page_list: str
    cover: str
    text: str
    volume: str
    issue: str
    pages: str
    draft: str
    set_in: str
    skip: str
    irsti: str
    udc: str
    word_count: str
    withheld: str
    funding: str
    conflicts: str
    artificial_intelligence: str
    contributions: str
    availability: str
    accessibility: str


@dataclass(frozen=True, slots=True)
class Locators:
    """How a source writes places in a cited work, and how the press prints them again.

    Attributes:
        labels: CSL locator name -> the forms read in sources, without case.
        number_first: the number stands before its label, as in Kazakh ``115-б.``.
        joint: what stands between number and label when the number is first.
        read: tags of other languages whose labels authors use too; their own come first.
        many: CSL locator name -> the label of several, where that differs, as in English ``pp.``.
    """

    labels: Mapping[str, tuple[str, ...]]
    number_first: bool = False
    joint: str = ""
    read: tuple[str, ...] = ()
    many: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Every field without a default is required, so a gap is a TypeError, never English.

    Attributes:
        tag: BCP 47.
        script: ISO 15924.
        autonym: the language's own name.
        english_name: its name in English, lower case, as BibLaTeX's langid gives it.
        region: BCP 47 with region, as CSL locales are named.
        quotes, nested_quotes: opening and closing marks.
        punctuation_in_quote: whether a full stop goes inside the closing mark.
        decimal: the decimal sign.
        vowels: lower-case vowel letters.
        letters: the lower-case alphabet, in its order.
        commonest: words that hardly a page does without and its neighbours' languages have not, lower case.
        commonness: the share of a page's words that these are at least.
        hallmarks: letters of which a page has some and its neighbours' languages have none; or nothing.
        terms: words the press adds.
        csl_terms: CSL term name, or "name:form", -> word, or "singular|plural".
        date: a day -> as printed.
        locators: how places in cited works are written.
        abbreviations: words that end in a full stop inside a sentence, lower case, without it.
        year_marks: what may follow a year or a range of years, such as ``жж.``.
        lookalikes: foreign letters -> the native letters they are mistaken for.
        case_endings: endings joined to an abbreviation or a figure by a hyphen.
        headings: names of sections that papers have, lower case, -> role
            (``references``, ``conclusion``, ``introduction``, ``abstract`` ...).
        units: words and signs bound to the figure before them by a no-break space.
        postpositions: words that no comma stands before.
        proclitics, enclitics: short words bound to the next or the last word by a no-break space.
        hyphenate: a lower-case word -> offsets where it may break; None to use ``dictionary``.
        dictionary: name of a Pyphen dictionary; None where ``hyphenate`` is given or none exists.
        style: name of the CSL style where neither the author nor the command line names one.
        lexicon: name of a word list shipped with the package, or None.
        csl_dates: "text" and "numeric" -> the date, such as ``{day:02}.{month:02}.{year}``.
        csl_phrases: what a published style writes out in another language -> the same in this one.
        capitals: small letter -> its capital, where Unicode's default is another, as in Turkish.
        dash: what a hyphen between two spaces stands for.
        inside: ``figure`` and ``table`` -> how running text refers to one inside a sentence, where that
            is not as its caption has it, as in Russian ``рис. {n}``.
        speech_dash: whether a line that opens with a dash may be what somebody says.
        months: names of months without a day beside them, where they are others than with one.
        spaced_signs: signs that stand behind a space, such as ``:;!?`` in French.
        pandoc_terms: Pandoc's name of a term, such as ``ListOfFigures``, -> word, where Pandoc lacks it.
    """

    tag: str
    script: str
    autonym: str
    english_name: str
    region: str
    quotes: tuple[str, str]
    nested_quotes: tuple[str, str]
    punctuation_in_quote: bool
    decimal: str
    vowels: frozenset[str]
    letters: str
    commonest: frozenset[str]
    commonness: float
    hallmarks: str
    terms: Terms
    csl_terms: Mapping[str, str]
    date: Callable[[date], str]
    locators: Locators
    abbreviations: frozenset[str]
    year_marks: tuple[str, ...]
    lookalikes: Mapping[str, str]
    case_endings: frozenset[str]
    headings: Mapping[str, str]
    units: frozenset[str]
    proclitics: frozenset[str] = frozenset()
    enclitics: frozenset[str] = frozenset()
    hyphenate: Callable[[str], tuple[int, ...]] | None = None
    dictionary: str | None = None
    lexicon: str | None = None
    style: str = "chicago-author-date"
    csl_dates: Mapping[str, str] = field(default_factory=dict)
    csl_phrases: Mapping[str, str] = field(default_factory=dict)
    pandoc_terms: Mapping[str, str] = field(default_factory=dict)
    postpositions: frozenset[str] = frozenset()
    capitals: Mapping[str, str] = field(default_factory=dict)
    dash: str = "–"
    inside: Mapping[str, str] = field(default_factory=dict)
    speech_dash: bool = True
    spaced_signs: str = ""
    months: tuple[str, ...] = ()

    def lowered(self, text: str) -> str:
        """``text`` in lower case, as the language has it: Turkish İ is i, and I is ı."""
        for small, capital in self.capitals.items():
            text = text.replace(capital, small)
        return text.lower()

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, as HTML writes it."""
        return "rtl" if self.script in RIGHT_TO_LEFT else "ltr"

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return "،" if self.script == "Arab" else ","


CSL_FORMS = ("", ":short", ":verb", ":verb-short", ":symbol")


def csl_table(table: str) -> dict[str, str]:
    """Read ``name = long ; short ; verb ; verb-short ; symbol`` into csl_terms; an empty cell is no term."""
    terms = {}
    for row in table.split("\n"):
        name, _, cells = row.partition(" = ")
        for form, word in zip(CSL_FORMS, cells.split(";"), strict=False):
            if word.strip():
                terms[name.strip() + form] = word.strip()
    return terms
