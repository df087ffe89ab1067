"""Identifiers that XML allows, no two alike, and links that lead somewhere."""

from basylym.model.document import ATTRIBUTES_AT, attributes, walk
from basylym.model.notices import Condition
from basylym.stages.identify import identify
from trees import of_type, read


def identifiers(document):
    found = [attributes(node)[0] for node in walk(document.blocks) if node["t"] in ATTRIBUTES_AT]
    return [name for name in found if name]


def targets(document):
    return [node["c"][2][0] for node in of_type(document, "Link")]


def test_labels_become_names_that_xml_allows_and_links_follow():
    document = identify(read("# A {#sec:a}\n\n[x]{#1st} [a](#sec:a) [b](#1st)")).value
    assert identifiers(document) == ["sec-a", "n-1st"]
    assert targets(document) == ["#sec-a", "#n-1st"]


def test_two_keys_that_differ_only_in_a_sign_stay_apart():
    document = identify(read("[x]{#a:b} [z]{#a-b} [l](#a:b) [m](#a-b)")).value
    assert identifiers(document) == ["a-b", "a-b-2"]
    assert targets(document) == ["#a-b", "#a-b-2"]


def test_identifier_that_stands_twice_is_renamed_and_the_first_is_meant():
    document = identify(read("[x]{#a} [y]{#a} [z]{#a-2} [l](#a)")).value
    assert len(set(identifiers(document))) == 3
    assert targets(document) == ["#a"]


def test_cyrillic_identifiers_stay():
    document = identify(read("# Қорытынды сөз\n\n[x](#қорытынды-сөз)")).value
    assert identifiers(document) == ["қорытынды-сөз"]
    assert targets(document) == ["#қорытынды-сөз"]


def test_link_to_nowhere_is_told_and_its_words_stay():
    outcome = identify(read("[some words](#nowhere) stay"))
    assert [notice.condition for notice in outcome.notices] == [Condition.CROSS_REFERENCE_RESOLVES]
    assert not of_type(outcome.value, "Link")
    assert [node["c"] for node in of_type(outcome.value, "Str")] == ["some", "words", "stay"]


def test_second_time_changes_nothing():
    once = identify(read("[x]{#a:b} [y]{#a:b} [l](#a:b)")).value
    assert identify(once).value == once
