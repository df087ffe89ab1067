"""The promises that every rule keeps, and every rule to come."""

import dataclasses
import itertools
import random
import time

import pytest

from basylym.model.repairs import Phase, State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, pack
from basylym.stages.repair import DECODE, rebuild, repair, replay
from basylym.stages.tongue import PLAIN

EXAMPLES = [(slug, example) for slug, rule in RULES.items() for example in rule.examples]
STANDS = [(slug, *one) for slug, rule in RULES.items() for one in rule.counterexamples]
TAGS = ("kk", "ru", "en")


def copy(tag, text, rules=RULES):
    language = pack(tag)
    return repair(SourceText("source.txt", b"", text), language or PLAIN, rules, evidence(language))


def rows(fair, *states):
    return [row for row in fair.ledger if row.rule != DECODE and (not states or row.state in states)]


def answered(fair):
    """The text with every query answered by yes."""
    return replay(
        fair.source.text,
        [dataclasses.replace(row, state=State.ACCEPTED) for row in fair.ledger if not overlapped(row, fair)],
    )


def overlapped(row, fair):
    return row.state is State.QUERY and any(
        other.start < row.end and row.start < other.end for other in rows(fair, State.APPLIED)
    )


def scraps(count, length, seed=0):
    """Texts thrown together from the letters and the words of all examples, the same each time."""
    whole = "".join(example.before for _, example in EXAMPLES)
    letters = sorted({*whole})
    words = sorted({*whole.split(" "), *" \n.-[]«»", "\n\n", "..", "  "})
    dice = random.Random(seed)
    for number in range(count):
        if number % 2:
            yield "".join(dice.choices(letters, k=length))
        else:
            yield " ".join(dice.choices(words, k=length // 4))


@pytest.mark.parametrize(("slug", "example"), EXAMPLES)
def test_rule_mends_its_examples(slug, example):
    fair = copy(example.language, example.before, {slug: RULES[slug]})
    assert rows(fair)
    assert answered(fair) == example.after


@pytest.mark.parametrize(("slug", "tag", "text"), STANDS)
def test_rule_leaves_its_counterexamples(slug, tag, text):
    assert rows(copy(tag, text, {slug: RULES[slug]})) == []


@pytest.mark.parametrize("slug", RULES)
def test_rule_has_examples_and_counterexamples_of_other_texts(slug):
    rule = RULES[slug]
    assert len(rule.examples) >= 2
    assert len(rule.counterexamples) >= 2


@pytest.mark.parametrize("slug", RULES)
def test_rule_edits_do_not_overlap(slug):
    rule = RULES[slug]
    for tag in TAGS:
        for text in scraps(200, 60):
            edits = sorted(
                rule.find(text, pack(tag), evidence(pack(tag))(text)), key=lambda edit: (edit.start, edit.end)
            )
            for asked in (False, True):  # what cannot stay may be mended and asked about
                of_kind = [edit for edit in edits if edit.query is asked]
                for one, other in itertools.pairwise(of_kind):
                    assert one.end <= other.start, ascii(text)
            assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)


@pytest.mark.parametrize("tag", TAGS)
def test_ledger_is_disjoint_and_goes_both_ways(tag):
    for text in scraps(600, 60):
        fair = copy(tag, text)
        applied = rows(fair, State.APPLIED)
        for one, other in itertools.pairwise(applied):
            assert one.end <= other.start, ascii(text)
        assert all(row.before == text[row.start : row.end] for row in rows(fair))
        assert len({row.id for row in fair.ledger}) == len(fair.ledger)
        assert replay(text, fair.ledger) == fair.text, ascii(text)
        assert rebuild(fair.text, fair.ledger) == text, ascii(text)


@pytest.mark.parametrize("tag", TAGS)
def test_order_of_rules_does_not_matter(tag):
    backwards = dict(reversed(list(RULES.items())))
    for text in scraps(300, 60, seed=1):
        assert copy(tag, text).ledger == copy(tag, text, backwards).ledger, ascii(text)


EARLY = {slug: rule for slug, rule in RULES.items() if rule.phase < Phase.STRUCTURE}


@pytest.mark.parametrize("slug", EARLY)
def test_mended_examples_need_no_second_mending(slug):
    for example in RULES[slug].examples:
        fair = copy(example.language, example.before, EARLY)
        assert rows(copy(example.language, fair.text, EARLY), State.APPLIED) == []


@pytest.mark.parametrize("tag", TAGS)
def test_phases_before_structure_leave_nothing_for_a_second_run(tag):
    for text in scraps(1000, 60, seed=2):
        fair = copy(tag, text, EARLY)
        again = rows(copy(tag, fair.text, EARLY), State.APPLIED)
        assert again == [], (ascii(text), again)


def test_one_word_of_a_million_letters_is_read_in_seconds():
    started = time.process_time()
    fair = copy("kk", "қ" * 1_000_000 + " сөз.")
    assert fair.text == "қ" * 1_000_000 + " сөз."
    assert time.process_time() - started < 20


def test_the_words_of_a_text_are_counted_as_they_stand_and_parted_at_hyphens():
    words = evidence(pack("en"))("Well-known, well-known; (Known) it's known\u00a0known. İl il")
    assert words.forms() == {
        "Well-known": 1,
        "well-known": 1,
        "Known": 1,
        "it": 1,
        "s": 1,
        "known": 2,
        "İl": 1,
        "il": 1,
    }
    assert words.runs()["known"] == 4
    assert (words.count("KNOWN"), words.count("well-Known"), words.count("il"), words.count("")) == (
        3,
        2,
        2,
        0,
    )
