"""An article that ends with a list of references -> its text as programs and people leave it."""

from __future__ import annotations

import html
import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import weasyprint
from repairing import noise, trips

HEADINGS = {
    "en": "References",
    "mixed": "Bibliography",
    "ru": "Список литературы",
    "kk": "Пайдаланылған әдебиеттер тізімі",
    "tr": "Kaynakça",
    "de": "Literaturverzeichnis",
    "fr": "Références",
}
BEHIND = {
    "en": ("Appendix A. Questions asked", "Received: 12 March 2019; accepted: 4 May 2019"),
    "mixed": ("Acknowledgements", "About the author"),
    "ru": ("Сведения об авторах", "Поступила в редакцию 12.03.2019"),
    "kk": ("Авторлар туралы мәлімет", "Қосымша"),
    "tr": ("Ekler", "Geliş Tarihi: 12.03.2019"),
    "de": ("Anhang", "Eingegangen am 12. März 2019"),
    "fr": ("Annexe", "Remerciements"),
}
HEADS = {
    **noise.HEADS,
    "mixed": noise.HEADS["en"],
    "fr": ("Revue des études appliquées", "M. Dupont, J. Aubert"),
}
WIDTHS = (60, 68, 76, 84, 92)
PAGE = 40  # lines
FEW, MORE = 6, 12  # paragraphs before the list, where there are no pages, and where pages are typeset


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the entries of its list in order, and what stands behind the list."""

    name: str
    language: str
    prose: tuple[str, ...]
    entries: tuple[str, ...]
    behind: str

    @property
    def heading(self) -> str:
        """Stands above the list."""
        return HEADINGS[self.language]


def _filled(text: str, width: int, **more: str) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False, **more)


def _text(article: Article, listed: Sequence[str], width: int, blank: bool = True) -> str:
    """The article with its list as laid out; prose is filled to the width, or a line each paragraph."""
    lines: list[str] = []
    for paragraph in article.prose[:FEW]:
        lines += [*(_filled(paragraph, width) if width else [paragraph]), *([""] if blank else [])]
    lines += ["", article.heading, ""] if blank else [article.heading]
    lines += [*listed, *([""] if blank else []), article.behind]
    return "\n".join(lines) + "\n"


def _lines(article: Article, dice: random.Random) -> str:
    return _text(article, article.entries, 0)


def _blank_lines(article: Article, dice: random.Random) -> str:
    return _text(article, [line for entry in article.entries for line in (entry, "")][:-1], 0)


def _wrapped(article: Article, dice: random.Random, form: str = "{entry}", **more: str) -> str:
    width = dice.choice(WIDTHS)
    rows = [form.format(n=number, entry=entry) for number, entry in enumerate(article.entries, 1)]
    return _text(article, [line for row in rows for line in _filled(row, width, **more)], width)


def _wrapped_apart(article: Article, dice: random.Random) -> str:
    width = dice.choice(WIDTHS)
    return _text(
        article, [line for entry in article.entries for line in (*_filled(entry, width), "")][:-1], width
    )


def _hanging(article: Article, dice: random.Random) -> str:
    return _wrapped(article, dice, subsequent_indent=dice.choice(("   ", "    ", "      ")))


def _indented(article: Article, dice: random.Random) -> str:
    return _wrapped(article, dice, initial_indent=dice.choice(("   ", "    ", "      ")))


def _numbered(article: Article, dice: random.Random) -> str:
    return _wrapped(
        article, dice, dice.choice(("{n}. {entry}", "{n}) {entry}", "[{n}] {entry}", "{n} {entry}"))
    )


def _hyphenated(article: Article, dice: random.Random) -> str:
    return _text(article, _broken(article, dice.choice(WIDTHS)), 76)


def _broken(article: Article, width: int) -> list[str]:
    """The entries filled to a width, words broken at line ends with a hyphen."""
    cuts = noise.breaks("en" if article.language in ("mixed", "fr") else article.language)
    found: list[str] = []
    for entry in article.entries:
        line = ""
        for word in entry.split(" "):
            room = width - len(line) - bool(line)
            if len(word) > room and line:
                plain = word.isalpha()
                fit = max((at for at in cuts(word.lower()) if at < room), default=0) if plain else 0
                if fit > 1:
                    line, word = f"{line} {word[:fit]}-", word[fit:]
                found.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        found.append(line)
    return found


def _pages(article: Article, dice: random.Random) -> str:
    """No blank lines, hyphens at line ends, and a running head with a folio on each page."""
    width, folio = dice.choice(WIDTHS[:4]), dice.randrange(3, 300)
    prose = [line for paragraph in article.prose for line in _filled(paragraph, width)]
    rows = [*prose, article.heading, *_broken(article, width), article.behind]
    made: list[str] = []
    for number, row in enumerate(rows, 1):
        made.append(row)
        if number % PAGE == 0 and number < len(rows):
            journal, people = HEADS[article.language]
            made += [f"{journal} {folio}" if folio % 2 else f"{folio} {people}"]
            folio += 1
    return "\n".join(made) + "\n"


CSS = """@page {{ size: {page}; margin: 18mm 16mm; @top-center {{ content: "{head}" }}
  @bottom-center {{ content: counter(page) }} }}
body {{ font: 10pt serif; columns: {columns}; column-gap: 8mm; text-align: justify; hyphens: manual }}
p {{ margin: 0; text-indent: 1.5em }} h2 {{ font-size: 12pt; margin: 1em 0 .5em; text-align: left }}
p.entry {{ text-indent: {first}; margin-left: {left} }}"""


def _printed(article: Article, form: str, dice: random.Random, number: bool) -> bytes:
    page, columns = trips.FORMS[form]
    hangs = dice.random() < 0.5
    first, left = ("-1em", "1em") if hangs else ("0", "0")
    css = CSS.format(page=page, columns=columns, head=HEADS[article.language][0], first=first, left=left)
    tongue = "en" if article.language in ("mixed", "fr") else article.language
    prose = [f"<p>{html.escape(trips.broken(text, tongue))}" for text in article.prose[:MORE]]
    entries = [
        f"<p class=entry>{f'{at}. ' if number else ''}{html.escape(trips.broken(entry, tongue))}"
        for at, entry in enumerate(article.entries, 1)
    ]
    parts = [*prose, f"<h2>{article.heading}</h2>", *entries, f"<h2>{html.escape(article.behind)}</h2>"]
    made: bytes = weasyprint.HTML(string=f"<style>{css}</style><body>{''.join(parts)}").write_pdf()
    return made


def _by_pdftotext(article: Article, dice: random.Random) -> str:
    return trips.by_pdftotext(_printed(article, "one column", dice, number=False))


def _by_pdfium(article: Article, dice: random.Random) -> str:
    return trips.by_pdfium(_printed(article, "two columns", dice, number=dice.random() < 0.5))


def _numbers_lost(article: Article, dice: random.Random) -> str:
    """As cited, in no order, and the numbers are gone."""
    return _wrapped(article, dice)


LAYOUTS: dict[str, Callable[[Article, random.Random], str]] = {
    "a line each": _lines,
    "a line each, blank lines": _blank_lines,
    "wrapped": _wrapped,
    "wrapped, numbers lost": _numbers_lost,
    "wrapped, hyphens": _hyphenated,
    "wrapped, blank lines": _wrapped_apart,
    "wrapped, hanging": _hanging,
    "wrapped, indented": _indented,
    "wrapped, numbered": _numbered,
    "pages, running heads": _pages,
    "pdftotext, one column": _by_pdftotext,
    "pypdfium2, two columns": _by_pdfium,
}
UNSORTED = ("wrapped, numbers lost", "wrapped, numbered")


def laid(article: Article, layout: str) -> tuple[Article, str]:
    """Return the article, its entries in the order of the layout, and its text."""
    dice = random.Random(f"{article.name}{layout}")
    if layout in UNSORTED:
        entries = list(article.entries)
        dice.shuffle(entries)
        article = Article(article.name, article.language, article.prose, tuple(entries), article.behind)
    return article, LAYOUTS[layout](article, dice)
