"""The pages that readers are tried on are printed in the same fonts on every machine."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def same_fonts(monkeypatch):
    """Let WeasyPrint find DejaVu alone, whatever fonts there are: other widths would break other lines."""
    monkeypatch.setenv("FONTCONFIG_FILE", str(Path(__file__).with_name("fonts.conf")))
