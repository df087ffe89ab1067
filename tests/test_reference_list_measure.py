"""The measure of lists of references: an entry that lost letters is not joined to the next."""

import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path

PLACES = Path(__file__).parents[1] / "benchmarks/listing/places.py"
TRUE = (
    "nipperdey1937siekönnenihnfindenzugegriffen17januar2024",
    "wehler1953beisoftwarefürdaskonkrete",
    "esser1990derzweckdercodenamens4983",
)


def ends(found: Sequence[str]) -> list[int]:
    spec = importlib.util.spec_from_file_location("places", PLACES)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Iterator[int] = module.ends(TRUE, found)
    return [*made]


BOUNDS = [len(TRUE[0]), len(TRUE[0] + TRUE[1]), len("".join(TRUE))]


def test_an_entry_that_lost_a_ligature_near_its_end_is_not_joined_to_all_that_follow():
    assert ends([TRUE[0].replace("ff", ""), *TRUE[1:]]) == BOUNDS


def test_an_entry_that_lost_its_last_signs_ends_where_it_did():
    assert ends([TRUE[0].removesuffix("24"), TRUE[1], TRUE[2].removesuffix("83")]) == BOUNDS


def test_a_running_head_behind_an_entry_is_no_cut():
    assert ends([TRUE[0] + "zeitschriftxyz1", *TRUE[1:]]) == BOUNDS


def test_two_entries_joined_and_one_cut_are_told():
    assert ends([TRUE[0] + TRUE[1], TRUE[2][:10], TRUE[2][10:]]) == [BOUNDS[1], BOUNDS[1] + 10, BOUNDS[2]]
