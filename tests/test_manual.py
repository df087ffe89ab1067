"""The manual is printed from the code, and what is committed is what the code prints today."""

from pathlib import Path

import pytest

from basylym import manual

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("name", manual.pages())
def test_page_is_as_the_code_prints_it(name):
    assert (DOCS / name).read_text("utf-8") == manual.pages()[name], "run make docs"
