"""Bytes of a ZIP file -> its members, read by name and within bounds; no file is written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from basylym.model.notices import BasylymError, Condition, Locus, Notice

MEGABYTE = 1024 * 1024
LARGEST_MEMBER = 64 * MEGABYTE
LARGEST_WHOLE = 256 * MEGABYTE
MOST_MEMBERS = 5000
MOST_PACKED = 400  # how many times a member may be larger than it is packed: text of a document reaches 50
SMALL = 4 * MEGABYTE  # members below this size may be packed as tightly as they like
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
SIGN = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Archive:
    """A ZIP file that was looked over: its members by name."""

    path: str
    members: dict[str, zipfile.ZipInfo]
    _file: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """The content of a member, or nothing where there is none of that name.

        Raises:
            BasylymError: ``SOURCE_OPENS``, where it is damaged.
        """
        if name not in self.members:
            return b""
        try:
            with self._file.open(self.members[name]) as member:
                return member.read(LARGEST_MEMBER + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            EOFError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise _shut(self.path, f"its part {name} is damaged: {error}") from error
        except Exception as error:  # zlib.error, lzma.LZMAError: each packing has an exception of its own
            raise _shut(self.path, f"its part {name} cannot be unpacked: {error}") from error

    def text(self, name: str) -> str:
        """The text of an XML member, or nothing.

        Raises:
            BasylymError: ``SOURCE_OPENS``, where it is damaged or defines entities, which no program
                writes and a few lines of which can stand for gigabytes.
        """
        content = self.read(name)
        if ENTITY.search(content):
            raise _shut(self.path, f"its part {name} defines entities of its own")
        wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        return content.decode("utf-16" if wide else "utf-8-sig", "replace")

    def under(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Names below ``folder``, without it, and contents."""
        for name, member in self.members.items():
            if name.startswith(folder) and not member.is_dir():
                yield name[len(folder) :], self.read(name)

    def rewritten(self, parts: Mapping[str, str]) -> bytes:
        """Return the archive with ``parts``, name -> text, in place of its own members of these names."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
            for name in self.members:
                file.writestr(name, parts[name].encode() if name in parts else self.read(name))
        return made.getvalue()


def opened(raw: bytes, path: str) -> Archive:
    """Look a ZIP file over.

    Raises:
        BasylymError: ``SOURCE_OPENS``, where it is cut off, locked, or swells beyond bounds.
    """
    try:
        file = zipfile.ZipFile(io.BytesIO(raw))
        members = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _shut(path, f"it is not whole: {str(error).lower()}") from error
    if len(members) > MOST_MEMBERS:
        raise _shut(path, f"it holds {len(members)} parts, more than {MOST_MEMBERS}")
    whole = 0
    for member in members:
        whole += member.file_size
        tight = member.file_size > SMALL and member.file_size > MOST_PACKED * max(1, member.compress_size)
        if member.flag_bits & 1:
            raise _shut(path, "it is locked with a password")
        if member.file_size > LARGEST_MEMBER or whole > LARGEST_WHOLE or tight:
            raise _shut(
                path, f"its part {member.filename!r} would swell to {member.file_size // MEGABYTE} MB"
            )
    return Archive(path, {member.filename: member for member in members}, file)


def holds(raw: bytes, name: str, content: bytes = b"") -> bool:
    """Whether bytes are a ZIP file with a member of that name, which starts with ``content``."""
    if not raw.startswith(SIGN):
        return False
    try:
        file = zipfile.ZipFile(io.BytesIO(raw))
        with file.open(name) as member:
            return member.read(len(content)) == content
    except Exception:  # a damaged file is none that can be recognized; reading it will say why
        return False


def _shut(path: str, told: str) -> BasylymError:
    return BasylymError(Notice(Condition.SOURCE_OPENS, f"the file cannot be opened: {told}", Locus(path)))
