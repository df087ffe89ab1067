"""A language's tag -> which word forms a spelling dictionary on this machine accepts, or nothing.

Dictionaries are not ours to ship: they are looked for where Hunspell itself looks, in ``DICPATH`` if it
is set, else in the folders of the system.

Hunspell looks for better spellings of a compound of three words before it accepts it, letter by letter of
``TRY``, up to 50 ms a word by the processor's clock: its answer would depend on the machine. It is given
the dictionary without that line, which serves nothing but suggestions.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from basylym.model.chunks import Told

FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/share/hunspell",
)
LETTERS_TO_TRY = re.compile(rb"(?m)^TRY[ \t].*$")
LONGEST = 48  # letters of a word that is looked up: a longer one is none, and takes long


def dictionary(tag: str) -> Path | None:
    """Return the ``.dic`` file for a BCP 47 ``tag``: its region's, else the one of the usual region."""
    named = os.environ.get("DICPATH")
    folders = named.split(os.pathsep) if named is not None else FOLDERS
    base, _, region = tag.replace("_", "-").partition("-")
    wanted = [f"{base}_{region.upper()}", f"{base}_{base.upper()}", f"{base}_US", base]
    for folder in folders:
        others = sorted(path.stem for path in Path(folder).glob(f"{base}_*.dic")) if folder else []
        for name in [*wanted, *others] if folder and base.isalpha() else ():
            path = Path(folder, f"{name}.dic")
            if path.is_file() and path.with_suffix(".aff").is_file():
                return path
    return None


@cache
def speller(tag: str) -> Callable[[str], bool] | None:
    """Return whether a word form is spelt right, or None without Hunspell or without a dictionary.

    A form with a hyphen is right if its parts are: Hunspell is no evidence for a hyphen.
    """
    path = dictionary(tag)
    if path is None:
        return None
    try:
        hunspell = importlib.import_module("hunspell")
    except ImportError:
        return None
    with TemporaryDirectory() as folder:  # read whole at once
        rules = path.with_suffix(".aff").read_bytes()
        Path(folder, f"{path.stem}.aff").write_bytes(LETTERS_TO_TRY.sub(b"", rules))
        shutil.copyfile(path, Path(folder, path.name))
        words = hunspell.Hunspell(path.stem, hunspell_data_dir=folder)

    def spelt(form: str) -> bool:
        if "-" in form:
            return all(told[part] for part in form.split("-"))
        return 0 < len(form) <= LONGEST and bool(words.spell(form))

    told = Told(spelt)  # bounded, for a process may read any number of texts
    return told.__getitem__
