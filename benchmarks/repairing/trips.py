"""A clean sample -> the text that an extractor takes out of its typeset pages, with every place that differs.

Set by WeasyPrint on A5 in one column or A4 in two, justified and hyphenated, with running heads and
folios; taken out by pdftotext -raw and by pypdfium2.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections.abc import Callable
from itertools import pairwise

import pypdfium2
import weasyprint

from .measure import PARAGRAPH, aligned, gap_after, parted
from .noise import HEADS, LETTERS, SPACE, Damaged, Site, breaks
from .texts import Sample

FORMS = {"one column": ("A5", 1), "two columns": ("A4", 2)}
CSS = """@page {{ size: {page}; margin: 18mm 16mm; @top-center {{ content: "{head}" }}
  @bottom-center {{ content: counter(page) }} }}
body {{ font: 10pt serif; columns: {columns}; column-gap: 8mm; text-align: justify; hyphens: manual }}
p {{ margin: 0; text-indent: 1.5em }} h2 {{ font-size: 12pt; margin: 1em 0 .5em; text-align: left }}"""


def broken(text: str, language: str) -> str:
    """Return ``text`` with a soft hyphen wherever the language breaks a word of five letters or more."""

    def mark(run: re.Match[str]) -> str:
        word = run[0]
        if len(word) < 5:
            return word
        cuts = [0, *breaks(language)(word.lower()), len(word)]
        return "\u00ad".join(word[start:end] for start, end in pairwise(cuts))

    return LETTERS.sub(mark, text)


def typeset(sample: Sample, form: str) -> bytes:
    """Return a PDF of the sample."""
    page, columns = FORMS[form]
    css = CSS.format(page=page, columns=columns, head=HEADS[sample.language][0])
    body = "".join(
        f"<{tag}>{html.escape(broken(block.text, sample.language))}</{tag}>"
        for block in sample.blocks
        for tag in ["h2" if block.heading else "p"]
    )
    source = f'<html lang="{sample.language}"><style>{css}</style><body>{body}'
    made: bytes = weasyprint.HTML(string=source).write_pdf()
    return made


def by_pdftotext(pdf: bytes) -> str:
    """Return what pdftotext takes out, in the order of the file: its own leaves whole columns in disorder."""
    done = subprocess.run(
        ("pdftotext", "-raw", "-enc", "UTF-8", "-", "-"), input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode()


def by_pdfium(pdf: bytes) -> str:
    """Return what pypdfium2 takes out."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


EXTRACTORS: dict[str, Callable[[bytes], str]] = {"pdftotext -raw": by_pdftotext, "pypdfium2": by_pdfium}


def trip(sample: Sample, pdf: bytes, extractor: str) -> Damaged:
    """Return the extracted text of ``pdf``, and where it is not the clean sample."""
    made = Damaged([], [], EXTRACTORS[extractor](pdf))
    for block in sample.blocks:
        words = block.text.split(" ")
        made.words += words
        made.gaps += [SPACE] * (len(words) - 1) + [PARAGRAPH]
    made.gaps.pop()
    found = aligned(made.words, made.text)
    for number, place in enumerate(found.at):
        if place is None:
            made.sites.append(Site(number, number, "word"))
        elif number + 1 < len(found.at) and gap_after(found, number) not in (made.gaps[number], None):
            kind = "paragraph end" if made.gaps[number] == PARAGRAPH else "line end"
            made.sites.append(Site(number, number + 1, kind))
    made.inserted = max(0, len(parted(made.text).words) - len(made.words))
    return made
