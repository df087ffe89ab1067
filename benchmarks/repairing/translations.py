"""A language -> what three programs say in it: short running text of many hands, from Debian packages."""

from __future__ import annotations

import gettext
import zipfile
from collections.abc import Iterator

from .texts import fetched

MESSAGES = "libreoffice-l10n-{}"
PACKS = ("firefox-esr-l10n-{}", "thunderbird-l10n-{}")
SPOKEN = (".ftl", ".properties", ".dtd")


def passages(language: str) -> Iterator[str]:
    """Yield the programs' messages; those of Mozilla with their names and marks, as the files have them."""
    for file in sorted(fetched(MESSAGES.format(language)).rglob("*.mo")):
        with file.open("rb") as opened:
            told = gettext.GNUTranslations(opened)
        yield from told._catalog.values()  # type: ignore[attr-defined]
    for package in PACKS:
        for pack in sorted(fetched(package.format(language)).rglob("*.xpi")):
            with zipfile.ZipFile(pack) as archive:
                for name in archive.namelist():
                    if name.endswith(SPOKEN):
                        yield archive.read(name).decode("utf-8", "replace")
