"""Locators printed number first, and nothing else touched."""

import pytest

from basylym.model.document import plain
from basylym.stages.locate import number_first
from trees import KK, of_type, read


def suffix(markdown):
    return of_type(read(markdown), "Cite")[0]["c"][0][0]["citationSuffix"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[@a, б. 115]", "{}, 115-б."),
        ("[@a, 115-б.]", "{}, 115-б."),
        ("[@a, 115 б.]", "{}, 115-б."),
        ("[@a, б. 115–117]", "{}, 115–117-б."),
        ("[@a, б. 115-117]", "{}, 115–117-б."),
        ("[@a, 115-117-б.]", "{}, 115–117-б."),
        ("[@a, 115–117 беттер]", "{}, 115–117-беттер"),
        ("[@a, б. 115, 120]", "{}, 115, 120-б."),
        ("[@a, Б. 5]", "{}, 5-б."),
        ("[@a, 2-том, 15-б.]", "{}, 2-том, 15-б."),
        ("[@a, т. 2, б. 15]", "{}, 2-т., 15-б."),
        ("[@a, 3-сурет]", "{}, 3-сурет"),
        ("[@a, 3-сурет, сол жақта]", "{}, 3-сурет, сол жақта"),
        ("[@a, § 5]", "{}, 5-§"),
        ("@a [115-б.]", "{}, 115-б."),
    ],
)
def test_locator_is_printed_number_first(written, printed):
    assert plain(number_first(suffix(written), KK)) == printed


@pytest.mark.parametrize(
    "written", ["[@a]", "[@a, бөлме 12]", "[@a, баспа 2014]", "[@a, 2014 ж. басылым]", "[@a, т. II]"]
)
def test_what_is_no_locator_stays(written):
    given = suffix(written)
    assert number_first(given, KK) is given


def test_markup_behind_a_locator_stays():
    made = number_first(suffix("[@a, б. 5, *мұнда* да]"), KK)
    assert plain(made) == "{}, 5-б., мұнда да"
    assert any(node["t"] == "Emph" for node in made)
