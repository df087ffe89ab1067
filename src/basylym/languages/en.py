"""English."""

from __future__ import annotations

from datetime import date

from basylym.model.language import Language, Locators, Terms

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def printed_date(day: date) -> str:
    """``5 November 2014``."""
    return f"{day.day}\u00a0{MONTHS[day.month - 1]} {day.year}"


LANGUAGE = Language(
    tag="en",
    script="Latn",
    autonym="English",
    english_name="english",
    region="en-GB",
    quotes=("“", "”"),
    nested_quotes=("‘", "’"),
    punctuation_in_quote=False,
    decimal=".",
    vowels=frozenset("aeiouy"),
    letters="abcdefghijklmnopqrstuvwxyz",
    commonest=frozenset(
        "the of and that it with by this from or which not have has been were their they will can".split()
    ),
    commonness=0.08,
    hallmarks="",
    terms=Terms(
        abstract="Abstract",
        keywords="Keywords",
        references="References",
        contents="Contents",
        notes="Notes",
        figure="Figure {n}",
        table="Table {n}",
        equation="({n})",
        section="Section {n}",
        page="p. {n}",
        received="Received",
        accepted="Accepted",
        published="Published",
        licence="Licence",
        corresponding="Corresponding author",
        cite="How to cite",
        about_authors="About the authors",
        about_edition="About this edition",
        article="Article",
        supplied="Title supplied by the press: the source has none.",
        missing_author="Author not stated",
        missing_reference="Source not stated: the manuscript gives no author, title or year",
        missing_picture="Missing picture",
        unresolved="not found",
        back="Back to the text",
        anchor="Link to this section",
        page_list="Pages of the printed edition",
        cover="Cover",
        text="Text",
        volume="Volume {n}",
        issue="no.\u00a0{n}",
        pages="pp. {n}",
        draft="Manuscript",
        set_in="Set in {fonts}.",
        skip="Skip to the text",
        irsti="IRSTI",
        udc="UDC",
        word_count="Word count: {counts}",
        withheld="withheld for review",
        funding="Funding",
        conflicts="Conflict of interest",
        artificial_intelligence="Use of artificial intelligence",
        contributions="Author contributions",
        availability="Data availability",
        accessibility=(
            "The edition has a table of contents, levels of headings, and links to its notes and references "
            "and back; it can be read with a screen reader."
        ),
    ),
    csl_terms={
        "et-al": "et al.",  # also in running heads
        "open-quote": "“",
        "close-quote": "”",
        "open-inner-quote": "‘",
        "close-inner-quote": "’",
        "page-range-delimiter": "–",
    },
    csl_phrases={
        "Режим доступа:": "Access mode:",
        "заявл.": "filed",
        "опубл.": "published",
        "пат.": "pat.",
        "Патент №": "Patent №",
        "Введ.": "Introduced",
        "Карты": "Maps",
        "Изображение (картографическое ; неподвижное ; двухмерное) : непосредственное": (
            "Image (cartographic ; still ; two-dimensional) : print"
        ),
        "Текст : непосредственный": "Text : print",
        "Текст : электронный": "Text : electronic",
    },
    date=printed_date,
    locators=Locators(
        labels={
            "page": ("pages", "page", "pp.", "p.", "pp"),
            "volume": ("volume", "vol."),
            "chapter": ("chapter", "chap.", "ch."),
            "section": ("section", "sec.", "§"),
            "figure": ("figure", "fig."),
            "table": ("table",),
            "article-locator": ("article", "art."),
            "paragraph": ("paragraph", "para."),
            "part": ("part",),
            "appendix": ("appendix", "app."),
            "book": ("book", "bk."),
            "column": ("column", "col."),
            "equation": ("equation", "eq."),
            "folio": ("folio", "fol."),
            "issue": ("issue", "number", "no."),
            "line": ("line",),
            "note": ("note", "n."),
            "opus": ("opus", "op."),
            "verse": ("verse",),
        },
        read=("kk", "ru"),
        many={"page": "pp."},
    ),
    abbreviations=frozenset(
        "p pp vol no nos fig figs tab ch chap sec ed eds dr mr mrs ms prof st vs cf eg ie etc al approx dept "
        "univ inc ltd jr sr e.g i.e".split()
    ),
    year_marks=("AD", "BC", "CE", "BCE"),
    lookalikes={},
    case_endings=frozenset({"s", "th", "st", "nd", "rd"}),
    headings={
        "abstract": "abstract",
        "summary": "abstract",
        "keywords": "keywords",
        "introduction": "introduction",
        "materials and methods": "methods",
        "methods": "methods",
        "literature review": "literature",
        "results": "results",
        "discussion": "discussion",
        "results and discussion": "results",
        "conclusion": "conclusion",
        "conclusions": "conclusion",
        "acknowledgements": "acknowledgements",
        "acknowledgments": "acknowledgements",
        "appendix": "appendix",
        "references": "references",
        "bibliography": "references",
        "literature": "references",
        "works cited": "references",
    },
    units=frozenset("% ‰ km m cm mm kg g t ha l h min million billion trillion °C".split()),
    proclitics=frozenset({"a"}),
    speech_dash=False,
    dictionary="en_GB",
)
