"""Galleys for the tests of editions: of an article in the checkout, or of one written for the test."""

import dataclasses
import fcntl
import os
import pickle
import re
from functools import cache
from pathlib import Path

from basylym import pipeline, project
from basylym.editions import pdf

ROOT = Path(__file__).parents[1]
EVERYTHING = ROOT / "tests" / "specimens" / "everything"
KAZAKH_SPECIMEN = ROOT / "tests" / "specimens" / "kazakh"  # two lists of references
STANDING = {ROOT, EVERYTHING, KAZAKH_SPECIMEN}
SHARED = "BASYLYM_TESTS_SHARE"  # names a folder of the run in the environment
KAZAKH = """---
lang: kk
title: Тақырып
bibliography: refs.bib
---

Мәтін[^1] және сілтеме [@a]. Формула: $x^2$, @tbl:k.

[^1]: Ескерту.

# Бөлім

| Жыл | Саны |
|:----|-----:|
| Бірі | 1 |

: Кесте {#tbl:k}

![Сурет](figure.png)
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f"
    "0005fe02fea72d99610000000049454e44ae426082"
)
REFERENCE = "@misc{a, keywords = {basylym-placeholder}}"
LATIN_NAMES = re.compile(r"Basylym [\d.]+|Source S\w+ \d|urn:uuid:[0-9a-f-]+|DOI|ORCID|https?://\S+")


@cache
def _composed(place):
    return pipeline.compose(project.find(place)).value


@cache
def standing(place, form):
    """The galley of an article that no test changes, typeset for ``form``."""
    return pipeline.galley(_composed(place), form)


def of(place, form):
    """The galley of the article at ``place``, typeset for ``form``."""
    if place in STANDING:
        return standing(place, form)
    return pipeline.galley(pipeline.compose(project.find(place)).value, form)


def printed(place, form):
    """What printing a standing article gave, done once for all tests of a run, whichever asks first."""
    path = Path(os.environ[SHARED], f"{place.name}{form.suffix}")
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            galley = of(place, form)
            if form.names_pages:
                sheets = of(place, pdf.FORMAT)
                leaves = pdf.leaves(sheets, printed(place, pdf.FORMAT).value)
                galley = dataclasses.replace(galley, leaves=leaves)
            path.write_bytes(pickle.dumps(form.print(galley)))
    return pickle.loads(path.read_bytes())


def written(folder, form, text, **files):
    """The galley of an article whose article.md is ``text``; ``files`` are named with ``_`` for the dot."""
    (folder / "article.md").write_text(text, encoding="utf-8")
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return of(folder / "article.md", form)


def kazakh(folder, form):
    """The galley of a small article, all in Kazakh, that has a note, a table, a figure and a reference."""
    return written(folder, form, KAZAKH, refs_bib=REFERENCE, figure_png=PNG)
