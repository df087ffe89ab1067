"""Finds the files that each add one thing: a rule, a language, a reader, an edition."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import TypeVar

Thing = TypeVar("Thing")


class Collected(Mapping[str, Thing]):
    """Slug -> the value of one file, by slug; a file is imported when its value is first asked for."""

    def __init__(self, package: ModuleType, name: str, kind: type[Thing]) -> None:
        stems = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
        self._places = {
            stem.replace("_", "-"): f"{package.__name__}.{stem}" for stem in stems if not stem.startswith("_")
        }
        self._name, self._kind = name, kind
        self._found: dict[str, Thing] = {}

    def __getitem__(self, slug: str) -> Thing:
        if slug not in self._found:
            place = self._places[slug]
            value = getattr(importlib.import_module(place), self._name, None)
            if not isinstance(value, self._kind):
                raise TypeError(f"{place} must hold {self._name}, a {self._kind.__name__}")
            self._found[slug] = value
        return self._found[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, slug: object) -> bool:
        return slug in self._places


def collect(package: ModuleType, name: str, kind: type[Thing]) -> Mapping[str, Thing]:
    """Return slug -> the value called ``name`` in each module of ``package``, by slug.

    The slug is the file's name with hyphens for underscores; a module whose name starts
    with an underscore is no plug-in. Slugs are known at once; a command that needs one
    language or one edition does not wait for the others to load.

    Raises:
        TypeError: when a value is asked for that its module lacks, or has of another type.
    """
    return Collected(package, name, kind)
