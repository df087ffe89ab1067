"""Modules that tests share lie beside them; no spelling dictionary of the machine is asked."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DICPATH"] = ""
# How long an example takes says nothing on a machine that does other work as well.
settings.register_profile("basylym", deadline=None)
settings.load_profile("basylym")

SHARED = "BASYLYM_TESTS_SHARE"
LONG = (
    "acceptance",
    "contracts",
    "editions",
    "test_citing.py",
    "test_certificate.py",
    "test_formats.py",
)
"""What takes longest, in this order; the workers begin with it, so that they end together."""


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = tempfile.mkdtemp(prefix="basylym-tests-")


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(SHARED))


def pytest_collection_modifyitems(items):
    def place(item):
        name = item.path.relative_to(Path(__file__).parent).parts[0]
        return LONG.index(name) if name in LONG else len(LONG)

    items.sort(key=place)
