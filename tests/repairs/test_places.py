"""Places in cited works, as authors write them."""

import pytest

from basylym.repairs._places import place
from trees import PACKS


@pytest.mark.parametrize(
    ("tag", "typed", "read"),
    [
        ("kk", "115-б.", "б. 115"),
        ("kk", "1-т., 12–13-б.", "т. 1, б. 12–13"),
        ("ru", "т. 1, с. 12-13", "т. 1, с. 12-13"),
        ("en", "vol. 2, chap. 3, pp. 15, 17", ""),
        ("en", "vol. 2, pp. 15-17", "vol. 2, pp. 15-17"),
        ("en", "see below, p. 5", ""),
        ("en", "2, 3, 4, 5, 6", ""),
    ],
)
def test_each_of_several_places_bears_its_label_or_none_is_read(tag, typed, read):
    assert place(typed, PACKS[tag]) == read
