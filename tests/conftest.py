"""Modules that tests share lie beside them; no spelling dictionary of the machine is asked."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
os.environ["DICPATH"] = ""
