"""The bytes of an EPUB <-> its files by name: the container, packed the same way every time."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping

FIRST = "mimetype"
BrokenError = zipfile.BadZipFile


def unpack(content: bytes) -> dict[str, bytes]:
    """The files of an EPUB that the press's own Pandoc made, in the order of the archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def pack(files: Mapping[str, bytes], epoch: int, first: str = FIRST) -> bytes:
    """Pack files: the media type first and uncompressed, the others by name, all of one day.

    Args:
        files: name -> content; in an EPUB ``mimetype`` must be among them.
        first: the file that stands first, in another kind of package.
        epoch: seconds since 1970-01-01 UTC, from 1980 on.

    Source: EPUB 3.3, section 4.2 (OCF ZIP container).
    """
    moment = time.gmtime(epoch)[:6]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_STORED if name == FIRST else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is packed
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name], compresslevel=9)
    return made.getvalue()
