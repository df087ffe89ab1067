"""An editor's decisions are carried out, outlive a new extraction, and never break the proof."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basylym import normalize
from basylym.model.decisions import Decision, Verdict
from basylym.model.notices import BasylymError, Condition
from basylym.model.repairs import State
from basylym.stages import decide, ledger
from basylym.stages.repair import CHANGES_TEXT, DECODE, rebuild, replay

TEXT = (
    "Развитие торговли между двумя странами изучали многие авторы, и они согласны: будующее за нею.\n\n"
    "В 1941-1945 гг. было иначе; торговля  стояла, и никто не знал, что будет дальше с ней и с нами.\n"
)


def made(text=TEXT, decisions=()):
    return normalize.normalize(text.encode(), "source.txt", "ru", None, decisions)


def row(outcome, rule):
    return next(row for row in outcome.value.ledger if row.rule == rule)


def said(rule, verdict, text="", source=TEXT):
    return decide.decided(row(made(source), rule), source, verdict, text)


def body(outcome):
    return outcome.value.article.split("---\n", 2)[2].strip()


def test_accepted_query_changes_the_text():
    outcome = made(decisions=[said("misspellings", Verdict.ACCEPT)])
    assert "будущее за нею" in body(outcome)
    assert row(outcome, "misspellings").state is State.ACCEPTED
    assert Condition.DECISION_IS_USED not in [notice.condition for notice in outcome.notices]


def test_repair_that_is_to_stand_is_undone():
    outcome = made(decisions=[said("year-ranges", Verdict.STET)])
    assert "1941-1945 гг." in body(outcome)
    assert row(outcome, "year-ranges").state is State.STET


@pytest.mark.parametrize("rule", ["misspellings", "year-ranges"])
def test_reworded_place_says_what_the_editor_said(rule):
    outcome = made(decisions=[said(rule, Verdict.REWORD, "тогда")])
    assert "тогда" in body(outcome)
    assert row(outcome, rule).state is State.REWORDED


def test_decision_outlives_a_new_extraction_with_other_lines_and_a_new_beginning():
    other = "Новая строка стоит здесь.\n\n" + TEXT.replace("и они согласны", "и они\u00a0 \nсогласны")
    other = other.replace("нею.", "нею .")
    outcome = made(other, [said("misspellings", Verdict.ACCEPT), said("year-ranges", Verdict.STET)])
    assert "будущее" in body(outcome)
    assert "1941-1945" in body(outcome)


def test_decision_about_a_place_that_is_gone_is_a_notice():
    one = said("misspellings", Verdict.ACCEPT)
    outcome = made("Текст, в котором ничего такого больше нет и не было, кроме слов.\n", [one])
    idle = [notice for notice in outcome.notices if notice.condition is Condition.DECISION_IS_USED]
    assert len(idle) == 1
    assert str(idle[0].locus) == "manuscript/decisions.tsv:2:1"
    assert "accept is idle" in idle[0].detail


def test_how_the_source_was_decoded_is_nothing_to_decide_about():
    outcome = made(decisions=[said(DECODE, Verdict.STET)])
    assert Condition.DECISION_IS_USED in [notice.condition for notice in outcome.notices]
    assert row(outcome, DECODE).state is State.APPLIED


def test_decisions_are_written_and_read_back():
    known = (said("misspellings", Verdict.REWORD, "a\tb\nc\\"), said("year-ranges", Verdict.STET))
    assert decide.read(decide.write(known), "decisions.tsv") == known


@pytest.mark.parametrize(
    "text", ["id\n", "id\tverdict\trule\tbefore\ttext\tleft\tright\n1\tperhaps\tr\tb\t\tl\tr\n"]
)
def test_what_is_no_decision_is_named_with_its_line(text):
    with pytest.raises(BasylymError) as caught:
        decide.read(text, "decisions.tsv")
    assert caught.value.notice.condition is Condition.DECISION_IS_READ


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_decisions_keep_spans_disjoint_and_the_source_whole(data):
    damaged = list(TEXT * 2)
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.sampled_from(["", " ", "\n", "-\n", "..", "\u00ad", "*", "ﬁ"]))
    text = "".join(damaged)
    rows = [row for row in made(text).value.ledger if row.rule != DECODE]
    chosen = data.draw(st.lists(st.sampled_from(rows), max_size=8, unique=True)) if rows else []
    decisions = [
        Decision(
            *(getattr(decide.decided(one, text, verdict, "так *и* быть"), name) for name in decide.COLUMNS)
        )
        for one in chosen
        for verdict in [data.draw(st.sampled_from(list(Verdict)))]
    ]
    after = made(text, decisions).value
    fair = replay(text, after.ledger)
    assert rebuild(fair, after.ledger) == text
    spans = [(row.start, row.end) for row in after.ledger if row.state in CHANGES_TEXT and row.rule != DECODE]
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(sorted(spans)))
    proof = normalize.verify(
        text.encode(), ledger.write(after.ledger), after.article, source_path="s", ledger_path="l"
    ).value
    assert (proof.lost, proof.rebuilt, proof.edited) == (0, True, False)
