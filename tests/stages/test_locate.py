"""Locators printed number first, and nothing else touched."""

import pytest

from basylym.model.document import plain
from basylym.stages.locate import COVER, HYPHEN, located
from trees import KK, PACKS, of_type, read


def suffix(markdown):
    """What follows the key of a citation."""
    return of_type(read(markdown), "Cite")[0]["c"][0][0]["citationSuffix"]


def number_first(run, language):
    return located(run, language, language, {})


def shown(run):
    """The suffix as text: in braces what citeproc takes as a whole."""
    return plain(run).replace(COVER + " ", "").replace(HYPHEN, "-")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[@a, б. 115]", ", {115-б.}"),
        ("[@a, 115-б.]", ", {115-б.}"),
        ("[@a, 115 б.]", ", {115-б.}"),
        ("[@a, б. 115–117]", ", {115–117-б.}"),
        ("[@a, б. 115-117]", ", {115–117-б.}"),
        ("[@a, 115-117-б.]", ", {115–117-б.}"),
        ("[@a, 115–117 беттер]", ", {115–117-беттер}"),
        ("[@a, б. 115, 120]", ", {115, 120-б.}"),
        ("[@a, Б. 5]", ", {5-б.}"),
        ("[@a, 2-том, 15-б.]", ", {2-том, 15-б.}"),
        ("[@a, т. 2, б. 15]", ", {2-т., 15-б.}"),
        ("[@a, 3-сурет]", ", {3-сурет}"),
        ("[@a, 3-сурет, сол жақта]", ", {3-сурет}, сол жақта"),
        ("[@a, § 5]", ", {5-§}"),
        ("@a [115-б.]", ", {115-б.}"),
        ("[@a, 97]", ", {97-б.}"),
        ("[@a, 97-99, салыстырыңыз]", ", {97–99-б.}, салыстырыңыз"),
        ("[@a, 4-бап]", ", {4-бап}"),
        ("[@a, т. II]", ", {II т.}"),
        ("[@a, II тарау]", ", {II тарау}"),
        ("[@a, I–III том, 5-б.]", ", {I–III том, 5-б.}"),
        ("[@a, 7-ескерту]", ", {7-ескерту}"),
        ("[@a, 12-баған]", ", {12-баған}"),
        ("[@a, 3-шумақ]", ", {3-шумақ}"),
    ],
)
def test_locator_is_printed_number_first(written, printed):
    assert shown(number_first(suffix(written), KK)) == printed


@pytest.mark.parametrize("written", ["[@a]", "[@a, бөлме 12]", "[@a, баспа 2014]", "[@a, 2014 ж. басылым]"])
def test_what_is_no_locator_stays(written):
    given = suffix(written)
    assert number_first(given, KK) is given


def test_markup_behind_a_locator_stays():
    made = number_first(suffix("[@a, б. 5, *мұнда* да]"), KK)
    assert shown(made) == ", {5-б.}, мұнда да"
    assert any(node["t"] == "Emph" for node in made)


@pytest.mark.parametrize(
    ("tag", "passage", "written", "printed"),
    [
        ("kk", "kk", "[@a, p. 5]", ", {5-б.}"),
        ("kk", "kk", "[@a, с. 5]", ", {5-б.}"),
        ("kk", "kk", "[@a, pp. 115-117]", ", {115–117-б.}"),
        ("kk", "kk", "[@a, vol. 2, p. 3, 7]", ", {2-т., 3, 7-б.}"),
        ("ru", "ru", "[@a, p. 5-7]", ", с. 5–7"),
        ("ru", "ru", "[@a, 5-б.]", ", с. 5"),
        ("en", "en", "[@a, б. 5–7]", ", pp. 5–7"),
        ("tr", "tr", "[@a, p. 5]", ", s. 5"),
        ("ru", "ru", "[@a, табл. 5]", ", {табл. 5}"),
        ("ru", "ru", "[@a, п. 5]", ", {п. 5}"),
        ("en", "en", "[@a, table 5]", ", {table 5}"),
        ("kk", "en", "[@a, col. 5]", ", {col. 5}"),
        ("kk", "en", "[@a, б. 5]", ", {p. 5}"),
        ("kk", "ru", "[@a, с. 5-7]", ", {с. 5–7}"),
        ("en", "kk", "[@a, p. 5]", ", {5-б.}"),
        ("en", "kk", "[@a, 5-б.]", ", {5-б.}"),
    ],
)
def test_locator_is_in_the_language_of_its_passage_whatever_its_author_wrote(tag, passage, written, printed):
    assert shown(located(suffix(written), PACKS[tag], PACKS[passage], PACKS)) == printed


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "[@a, p. 5]"),
        ("en", "[@a, c. 1900]"),
        ("en", "[@a, s. 5]"),
        ("ru", "[@a, с. 5]"),
        ("ru", "[@a, гл. 5]"),
    ],
)
def test_what_citeproc_reads_itself_or_nobody_reads_is_left_to_it(tag, written):
    given = suffix(written)
    assert located(given, PACKS[tag], PACKS[tag], PACKS) is given
