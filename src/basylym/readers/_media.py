"""Pictures as a file names them -> pictures under safe names, and what had to be left behind.

A name is kept as far as it is plain; what a picture is, its first bytes say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath

from basylym.model import pictures

FOLDER = "media"
PLAIN = re.compile(r"[^a-z0-9-]+")
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Media:
    """Pictures taken over: name in the file -> path under ``manuscript/``, and path -> content."""

    paths: Mapping[str, str]
    contents: Mapping[str, bytes]


def taken(found: Mapping[str, bytes]) -> Media:
    """Give each picture of a kind that can be printed a safe name; others are not taken."""
    paths: dict[str, str] = {}
    contents: dict[str, bytes] = {}
    seen: dict[str, str] = {}
    for name, content in found.items():
        suffix = pictures.suffix(content)
        if not suffix:
            continue
        key = sha256(content).hexdigest()
        if key not in seen:
            stem = PLAIN.sub("-", PurePosixPath(name.replace("\\", "/")).stem.lower()).strip("-")[:LONGEST]
            stem = stem or f"picture-{len(seen) + 1}"
            path = f"{FOLDER}/{stem}{suffix}"
            turn = 2
            while path in contents:
                path = f"{FOLDER}/{stem}-{turn}{suffix}"
                turn += 1
            seen[key], contents[path] = path, content
        paths[name] = seen[key]
    return Media(paths, contents)
