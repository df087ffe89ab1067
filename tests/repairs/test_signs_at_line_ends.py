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


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("in 1884–\n1893 and on pages 110–\n13", "in 1884–1893 and on pages 110–13"),
        ("from 15–\n25% of them", "from 15–25% of them"),
        ("from 1950–\n12. The next item", "from 1950–\n12. The next item"),
        ("born 1950 –\n1990 died", "born 1950 –\n1990 died"),
    ],
)
def test_line_end_within_a_range_is_taken_out(text, made):
    for edit in reversed(list(signs_at_line_ends.find(text, pack("en"), evidence(pack("en"))(text)))):
        text = text[: edit.start] + edit.after + text[edit.end :]
    assert text == made
