"""A line that ends behind a slash or an opening sign goes on where the text says so, or it is asked."""

import pytest

from basylym.normalize import evidence, pack
from basylym.repairs import signs_at_line_ends


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("read /etc/apt/\nsources.list and usr/bin", True),
        ("the GNU/\nLinux system, and GNU/Linux", True),
        ("under /usr/local/\nare the files, as in usr/bin", None),
        ("in source/ which is here, either/\nor, and a/b", None),
        ("/* sets usr/bin */\nspeed = 0", False),
        ("see http://www.example.org/forum/\nlind@example.org", False),
        ("a verse /\nand another, usr/bin", False),
        ("the folders of usr/share:\nmygame/\nthemes/\ndefault/\ntheme.ini", False),
    ],
)
def test_line_end_behind_a_slash(text, joined):
    found = list(signs_at_line_ends.find(text, pack("en"), evidence(pack("en"))(text)))
    assert [not edit.query for edit in found] == ([] if joined is False else [bool(joined)])
