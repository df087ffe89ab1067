"""Modules that tests share lie beside them; no spelling dictionary of the machine is asked."""

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DICPATH"] = ""
# How long an example takes says nothing on a machine that does other work as well.
settings.register_profile("basylym", deadline=None)
settings.load_profile("basylym")
