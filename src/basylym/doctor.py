"""This machine -> which parts of the press are there, and the command that mends what is missing."""

from __future__ import annotations

import dataclasses
import platform
from dataclasses import dataclass
from typing import Any

from basylym import pipeline
from basylym.adapters import analyser, fonts, hunspell, pandoc, resources, weasyprint
from basylym.model.notices import BasylymError, Condition, Notice

SPELLING = "apt-get install --no-install-recommends hunspell-en-us hunspell-ru hunspell-de-de hunspell-tr"
DEBIAN = "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the press: what was found, and the command that mends it where it is missing."""

    name: str
    present: bool
    found: str
    remedy: str = ""


def examine() -> tuple[Part, ...]:
    """Look at every outside tool, font and language pack."""
    lacking = weasyprint.available()
    faces = fonts.files()
    return (
        Part("Python", True, platform.python_version()),
        Part("Pandoc", True, pandoc.version()),
        Part(
            "Pango (for the PDF)",
            lacking is None,
            lacking or "can be loaded",
            f"As root on Debian: {DEBIAN}. The EPUB and the web page build without it.",
        ),
        Part(
            "fonts", bool(faces), f"{len(faces)} faces", "Install the package again: its fonts are missing."
        ),
        Part("styles", bool(resources.styles()), ", ".join(resources.styles()), "Install the package again."),
        Part(
            "languages", True, ", ".join(f"{tag} {pack.autonym}" for tag, pack in pipeline.LANGUAGES.items())
        ),
        Part("dictionaries", True, _dictionaries()),
        _analysers(),
        Part("editions", True, ", ".join(pipeline.FORMATS)),
    )


def _dictionaries() -> str:
    """Languages whose words can be looked up; without one, words broken at line ends are asked about."""
    known = {tag: bool(pack.lexicon) or hunspell.speller(tag) for tag, pack in pipeline.LANGUAGES.items()}
    there = ", ".join(tag for tag, found in known.items() if found)
    lacking = ", ".join(tag for tag, found in known.items() if not found)
    return f"{there or 'none'}; none for {lacking} (on Debian: {SPELLING})" if lacking else there


def _analysers() -> Part:
    """Finite-state analysers that the user set; one that cannot be used is a part that is missing."""
    there = analyser.configured()
    told, lacking = [], []
    for tag, path in there.items():
        try:
            told.append(f"{tag} {analyser.opened(path).name.removeprefix('the analyser ')}")
        except BasylymError as error:
            lacking.append(error.notice.detail)
    none = f"none set ({analyser.VARIABLE}KK=/path/of/a/transducer sets one for Kazakh)"
    remedy = (
        "Set the variable to a transducer of HFST or lttoolbox; on Debian: apt-get install hfst lttoolbox"
    )
    return Part("analysers", not lacking, "; ".join(lacking or told) or none, remedy)


def report() -> tuple[list[Notice], dict[str, Any], list[str]]:
    """What is wrong; every part for a machine; every part in lines for a person."""
    parts = examine()
    width = max(len(part.name) for part in parts)
    lines = []
    for part in parts:
        lines.append(f"{'ok     ' if part.present else 'MISSING'} {part.name:{width}}  {part.found}")
        lines += [f"        {part.remedy}"] if not part.present else []
    missing = [
        Notice(Condition.TOOL_IS_PRESENT, f"{part.name}: {part.found}") for part in parts if not part.present
    ]
    return missing, {"parts": [dataclasses.asdict(part) for part in parts]}, lines
