"""A line that ends behind a slash goes on where the text says so; where it may end there, it is asked."""

import pytest

from basylym.normalize import evidence, pack
from basylym.repairs import slashes_at_line_ends


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("read /etc/apt/\nsources.list and usr/bin", True),
        ("the GNU/\nLinux system, and GNU/Linux", True),
        ("under /usr/local/\nare the files, as in usr/bin", None),
        ("in source/ which is here, either/\nor, and a/b", None),
        ("a verse /\nand another, usr/bin", False),
    ],
)
def test_line_end_behind_a_slash(text, joined):
    found = list(slashes_at_line_ends.find(text, pack("en"), evidence(pack("en"))(text)))
    assert [not edit.query for edit in found] == ([] if joined is False else [bool(joined)])
