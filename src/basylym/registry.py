"""Finds the files that each add one thing: a rule, a language, a reader, an edition."""

from __future__ import annotations

import importlib
import pkgutil
from types import MappingProxyType, ModuleType
from typing import TypeVar

Thing = TypeVar("Thing")


def collect(package: ModuleType, name: str, kind: type[Thing]) -> MappingProxyType[str, Thing]:
    """Return slug -> the value called ``name`` in each module of ``package``, by slug.

    The slug is the file's name with hyphens for underscores; a module whose name starts
    with an underscore is no plug-in.

    Raises:
        TypeError: a module has no such value, or one of another type.
    """
    found: dict[str, Thing] = {}
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        if module.name.startswith("_"):
            continue
        value = getattr(importlib.import_module(f"{package.__name__}.{module.name}"), name, None)
        if not isinstance(value, kind):
            raise TypeError(f"{package.__name__}.{module.name} must hold {name}, a {kind.__name__}")
        found[module.name.replace("_", "-")] = value
    return MappingProxyType(found)
