"""The first article comes out as its hand-made gold, every repair in the ledger, none without a cause."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basylym import normalize
from basylym.model.repairs import Edit, State
from basylym.stages import ledger
from basylym.stages.repair import DECODE, rebuild, replay
from basylym.stages.spans import Claim, Layer, clash, resolve

ROOT = Path(__file__).parents[2]
RAW = (ROOT / "manuscript/source.txt").read_bytes()
SOURCE = RAW.decode()
SPECIMEN = ROOT / "tests/specimens/article"
GOLD = (SPECIMEN / "gold.md").read_text("utf-8")
MADE = normalize.normalize(RAW, "source.txt", "kk")
LEDGER = MADE.value.ledger
APPLIED = [row for row in LEDGER if row.state is State.APPLIED and row.rule != DECODE]
QUERIES = [row for row in LEDGER if row.state is State.QUERY]


def defects(kind):
    with (SPECIMEN / "defects.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["auto|flag"] == kind]


def read(written):
    return written.encode().replace(b"\\n", b"\n").replace(b"\\u00a0", "\u00a0".encode()).decode()


def places(row):
    """The spans of the source that a row of the defects may mean: on its line or running on from it."""
    sought, line = read(row["source string"]), int(row["line"])
    first = STARTS[line - 1]
    last = STARTS[line] if line < len(STARTS) else len(SOURCE)
    spans = []
    at = SOURCE.find(sought, max(0, first - 40))
    while 0 <= at < last:
        spans.append((at, at + len(sought)))
        at = SOURCE.find(sought, at + 1)
    return spans


def touches(row, span):
    return row.start <= span[1] and span[0] <= row.end


STARTS = [0, *(at + 1 for at, sign in enumerate(SOURCE) if sign == "\n")]
AUTO, FLAG = defects("auto"), defects("flag")


def test_article_body_is_the_gold():
    body = MADE.value.article.split("---\n", 2)[2]
    assert body.strip("\n") == GOLD.strip("\n")


@pytest.mark.parametrize("row", AUTO, ids=lambda row: row["id"])
def test_defect_is_repaired_at_its_place(row):
    spans = places(row)
    assert spans
    assert any(touches(repair, span) for repair in APPLIED for span in spans)


@pytest.mark.parametrize("repair", APPLIED, ids=lambda repair: f"{repair.rule}-{repair.line}-{repair.column}")
def test_repair_is_explained_by_a_defect(repair):
    assert any(touches(repair, span) for row in AUTO for span in places(row))


MUST_ASK = "D002 D014 D031 D095 D096 D098 D120 D121 D126 D138 D145 D148 D170 D172 D174 D175 D183".split()


@pytest.mark.parametrize("row", [row for row in FLAG if row["id"] in MUST_ASK], ids=lambda row: row["id"])
def test_question_for_the_author_is_asked(row):
    spans = [(start, end) for start, end in places(row)]
    assert any(touches(query, span) and query.evidence for query in QUERIES for span in spans)


def test_no_query_is_applied_and_none_is_without_a_cause():
    named = {word for row in FLAG for word in row["note"].replace(",", " ").split()}  # "also ДСҰ (49)"
    stray = [
        query
        for query in QUERIES
        if query.before not in named and not any(touches(query, span) for row in FLAG for span in places(row))
    ]
    assert [(query.rule, query.before) for query in stray] == []


def test_ledger_is_written_and_read_back():
    assert ledger.read(ledger.write(LEDGER), "ledger.tsv") == LEDGER


def test_proof_holds_for_the_article():
    proof = normalize.verify(
        RAW, ledger.write(LEDGER), MADE.value.article, source_path="source.txt", ledger_path="ledger.tsv"
    ).value
    assert (proof.lost, proof.rebuilt, proof.edited) == (0, True, False)
    assert proof.kept + proof.repaired == len(SOURCE)


def test_identity_of_a_row_survives_a_change_elsewhere():
    longer = normalize.normalize("Жаңа сөйлем осында тұр.\n".encode() + RAW, "source.txt", "kk").value.ledger
    names = {row.id for row in longer}
    kept = [row for row in APPLIED if row.id in names]
    assert len(kept) >= 0.95 * len(APPLIED)


TEXT = st.text(alphabet="аб \n.-«1[]", max_size=30)


@st.composite
def edits_of(draw, text):
    count = draw(st.integers(0, 6))
    claims = []
    for _ in range(count):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 4)))
        after = draw(st.sampled_from(["", "x", "yz", text[start:end]]))
        rank = draw(st.integers(0, 2))
        claims.append(Claim(Edit(start, end, after, "why"), f"rule-{len(claims)}", rank))
    return resolve(claims)


@settings(max_examples=400, deadline=None)
@given(st.data(), TEXT)
def test_layers_of_any_edits_stay_disjoint_spans_of_the_source(data, source):
    layer = Layer(source)
    for _ in range(4):
        claims = data.draw(edits_of(layer.text))
        wanted, place = [], 0
        for claim in claims:
            wanted += (layer.text[place : claim.edit.start], claim.edit.after)
            place = claim.edit.end
        wanted = "".join((*wanted, layer.text[place:]))
        layer = layer.apply(claims)
        assert layer.text == wanted
        spans = [(change.start, change.end) for change in layer.changes]
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(st.data(), TEXT)
def test_claims_that_win_never_clash(data, source):
    claims = data.draw(edits_of(source))
    assert not any(
        clash(one.edit, other.edit) for place, one in enumerate(claims) for other in claims[:place]
    )


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=80), st.sampled_from(["kk", "ru", "en", "und"]))
def test_any_text_goes_both_ways(text, tag):
    prove("а" + text, tag)


DAMAGE = ["", " ", "\n", "\r\n", "-\u00a0 ", "..", "\u00ad", "[1]", "X", "*", "«"]
DAMAGE += ["-\n", "\u00ad\n", "\ufffe", "ﬁ", " ,", " . ", "\n    ", "\n17\n", "\nЖурнал 18\n", "\n\n"]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_damaged_article_goes_both_ways(data):
    start = data.draw(st.integers(0, len(SOURCE) - 400))
    text = list(SOURCE[start : start + 400])
    for _ in range(data.draw(st.integers(0, 30))):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at] = data.draw(st.sampled_from(DAMAGE))
    prove("".join(text) + "а", "kk")


def prove(text, tag):
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        return
    try:
        made = normalize.normalize(raw, "source.txt", tag).value
    except normalize.BasylymError:
        return
    fair = replay(made.source.text, made.ledger)
    assert rebuild(fair, made.ledger) == made.source.text
    proof = normalize.verify(
        raw, ledger.write(made.ledger), made.article, source_path="s", ledger_path="l"
    ).value
    assert (proof.lost, proof.rebuilt, proof.edited) == (0, True, False), ascii(text)
