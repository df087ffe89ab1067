"""Steps 1 and 2: bytes of a raw text -> the article's first files; and the proof that nothing was lost.

Nothing is read from or written to disk here; ``project`` does that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256

from basylym import languages, registry, repairs
from basylym.adapters import hunspell, pyphen, yaml
from basylym.model.decisions import Decision
from basylym.model.language import Language
from basylym.model.notices import BasylymError, Condition, Locus, Notice, Outcome
from basylym.model.readings import Changes, Reading
from basylym.model.repairs import Repair, Rule, State, Words
from basylym.model.text import SourceText
from basylym.receive import receive
from basylym.repairs._code_pages import undone
from basylym.stages import columns, decide, fresh, given, ledger
from basylym.stages.repair import CHANGES_TEXT, DECODE, rebuild, repair, replay
from basylym.stages.tongue import PLAIN, UNDETERMINED, told_by_letters
from basylym.witnesses import evidence

RULES = registry.collect(repairs, "RULE", Rule)
LANGUAGES = registry.collect(languages, "LANGUAGE", Language)
BROKEN = "kept-line-end-hyphens"
DECISIONS = "manuscript/decisions.tsv"  # for notices
FACTS = re.compile(r"(\w+)=([^\s;]+)")
FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Normalized:
    """What normalizing makes of one source.

    Attributes:
        source: the text as received and decoded, or as a tool read it.
        tag: BCP 47 tag of its language, as given or as told from its letters.
        article: front matter and Markdown.
        ledger: every repair and every query.
        bibliography: BibTeX.
        media: path under ``manuscript/`` -> content of a picture of the source.
    """

    source: SourceText
    tag: str
    article: str
    ledger: tuple[Repair, ...]
    bibliography: str
    media: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of the source's characters; code points.

    Attributes:
        kept: stand in the fair copy as received.
        repaired: stand inside repairs, each of them in the ledger.
        lost: are in neither; always counted, never assumed.
        rebuilt: whether the source's bytes came back from the fair copy and the ledger alone.
        edited: whether article.md has been edited since, so that the fair copy had to be replayed.
        queries: questions still open.
        received: the file that the source was read from, where it was no text; else nothing.
        reader: what read it, in words.
        unchanged: whether that file is the one that was read.
        copied: whether the source is that file, byte for byte.
    """

    kept: int
    repaired: int
    lost: int
    rebuilt: bool
    edited: bool
    queries: int
    received: str = ""
    reader: str = ""
    unchanged: bool = True
    copied: bool = False


def normalize(
    raw: bytes,
    path: str,
    tag: str | None = None,
    encoding: str | None = None,
    decisions: Sequence[Decision] = (),
    changes: Changes = Changes.ACCEPT,
    beside: Callable[[str], bytes | None] = lambda name: None,
    decided: str = DECISIONS,
) -> Outcome[Normalized]:
    """Make the article's first files from a source of any format.

    Args:
        raw: the bytes as received.
        path: the source as the user named it, for notices.
        tag: BCP 47 tag of its language, or ``None`` to tell it from the letters.
        encoding: as the user named it, or ``None``.
        decisions: of the editor, about repairs and queries of an earlier time.
        changes: what becomes of tracked changes.
        beside: a name that the source gives -> the content of that file beside it, or ``None``.
        decided: the file of ``decisions``, for notices.

    Notices:
        Those of ``receive``, and
        DECISION_IS_USED, ENCODING_IS_DECLARED, LANGUAGE_IS_KNOWN, QUERY_IS_SETTLED for each query,
        TITLE_IS_GIVEN, AUTHOR_IS_GIVEN, ABSTRACT_IS_GIVEN, REFERENCE_IS_COMPLETE, REFERENCE_IS_LINKED,
        REFERENCE_IS_PARSED, REFERENCE_IS_CITED.

    Raises:
        BasylymError: COLUMNS_STAND_APART, and those of ``receive``.
    """
    received = receive(raw, path, encoding, changes, beside)
    reading, notices = received.value, list(received.notices)
    source = reading.source
    tongue, declared = (tag, True) if tag else _tongue(reading)
    language = pack(tongue)
    if language is None:
        who = (
            f"there is no pack for {tongue!r}"
            if tongue != UNDETERMINED
            else "no language was told by the letters"
        )
        told = (
            f"{who}: look-alike letters, section names, places in citations, "
            "abbreviations and misspellings were not looked for; the rest was"
        )
        notices.append(Notice(Condition.LANGUAGE_IS_KNOWN, told, Locus(path)))
    elif not declared:
        told = f"the letters look like {language.autonym} ({tongue}); no language was named"
        notices.append(Notice(Condition.LANGUAGE_IS_DECLARED, told, Locus(path)))
    if not source.suffix:
        _refuse_columns(source, evidence(spoken(tongue)))
    words = evidence(spoken(tongue))
    fair = repair(source, spoken(tongue), RULES, words, reading.known, titled="title" in reading.front)
    if decisions:
        settled = decide.decide(fair, decisions, decided)
        fair, notices = settled.value, [*notices, *settled.notices]
    asked = sum(row.rule == BROKEN and row.state is State.QUERY for row in fair.ledger)
    if asked and not (language and language.lexicon) and hunspell.speller(tongue) is None:
        told = f"no dictionary of {tongue!r} is here, so {asked} words broken at line ends are asked about"
        notices.append(Notice(Condition.WORDS_CAN_BE_LOOKED_UP, told, Locus(path)))
    front = fresh.front_matter(fair, tongue, language)
    if reading.front:
        front = given.front_matter(yaml.load(front.strip("-\n"), path, 1), reading.front, tongue)
    article = front + "\n" + fair.text + "\n"
    works = "\n".join(part for part in (fresh.references(fair), reading.bibliography) if part)
    made = Normalized(source, tongue, article, fair.ledger, works.rstrip("\n") + "\n", reading.media)
    queries = (_query(row, path) for row in fair.ledger if row.state is State.QUERY)
    lacks = given.still_lacking(fresh.notices(fair, path, language), reading.front)
    return Outcome(made, (*notices, *lacks, *queries))


def _refuse_columns(source: SourceText, words: Callable[[str], Words]) -> None:
    """Stop at a text in which two columns stand mixed: nothing in it says what belongs to which."""
    found = columns.mixed(source.text, words(source.text))
    if found:
        place, told = found
        raise BasylymError(Notice(Condition.COLUMNS_STAND_APART, told, source.locus(place)))


def _tongue(reading: Reading) -> tuple[str, bool]:
    """The source's language, and whether it names it itself; templates of web pages often lie."""
    letters = told_by_letters(undone(reading.source.text), LANGUAGES)
    named = str(reading.front.get("lang", ""))
    doubtful = reading.source.suffix in (".html", ".epub") and letters != UNDETERMINED
    if named and not (doubtful and named.split("-")[0].lower() != letters):
        return named, True
    return letters, False


def pack(tag: str) -> Language | None:
    """Return the language pack for a BCP 47 ``tag``, or for its language alone, or ``None``."""
    tag = tag.replace("_", "-")
    return LANGUAGES.get(tag) or LANGUAGES.get(tag.split("-")[0].lower())


@cache
def spoken(tag: str) -> Language:
    """Return the pack for a BCP 47 ``tag``, or the one of no language in particular, with its breaks."""
    language = pack(tag)
    if language is None:
        return replace(PLAIN, tag=tag, hyphenate=pyphen.of_tag(tag))
    return replace(language, hyphenate=pyphen.hyphenator(language))


def verify(
    raw: bytes,
    ledger_text: str,
    article_text: str,
    *,
    source_path: str,
    ledger_path: str,
    received: bytes | None = None,
) -> Outcome[Verification]:
    """Prove that every character of the source is in the fair copy or in the ledger.

    Args:
        raw: the bytes of source.txt.
        ledger_text: of ledger.tsv.
        article_text: of article.md, edited or not.
        source_path: for notices.
        ledger_path: for notices.
        received: the bytes of the file that source.txt was read from, where it was no text.

    Notices:
        LEDGER_REPLAYS: characters are lost, or the source does not come back byte for byte.

    Raises:
        BasylymError: LEDGER_REPLAYS, where source and ledger do not belong together.
    """
    rows = ledger.read(ledger_text, ledger_path)
    text, encoding = decoded(raw, rows, source_path, ledger_path)
    mark = raw[: len(raw) - len(text.encode(encoding, "surrogatepass"))]
    fair = replay(text, rows)
    body = FRONT.sub("", article_text, count=1)
    edited = body.strip("\n") != fair.strip("\n")
    back = rebuild(fair if edited else _padded(body, fair), rows)
    rebuilt = mark + back.encode(encoding, "surrogatepass") == raw
    spans = [(row.start, row.end) for row in rows if row.state in CHANGES_TEXT and row.rule != DECODE]
    repaired = sum(end - start for start, end in spans)
    kept = len(fair) - sum(len(row.after) for row in rows if row.state in CHANGES_TEXT)
    lost = len(text) - repaired - kept
    queries = sum(row.state is State.QUERY for row in rows)
    facts = _facts(rows, ledger_path)
    reader = rows[0].evidence.partition("; ")[2]
    proof = Verification(kept, repaired, lost, rebuilt, edited, queries, facts.get("received", ""), reader)
    if proof.received and facts["received_sha256"] == facts["sha256"]:
        proof = replace(proof, copied=True)
    if proof.received and sha256(received or b"").hexdigest() != facts["received_sha256"]:
        told = f"{proof.received} is not the file that the source was read from"
        return Outcome(
            replace(proof, unchanged=False), (Notice(Condition.LEDGER_REPLAYS, told, Locus(source_path)),)
        )
    if rebuilt and not lost:
        return Outcome(proof)
    told = f"{lost} characters are lost, and the source was {'' if rebuilt else 'not '}rebuilt byte for byte"
    return Outcome(proof, (Notice(Condition.LEDGER_REPLAYS, told, Locus(ledger_path)),))


def decoded(raw: bytes, rows: Sequence[Repair], source_path: str, ledger_path: str) -> tuple[str, str]:
    """Return the text of ``raw`` and its encoding, as the ledger's first row says.

    Raises:
        BasylymError: LEDGER_REPLAYS, where source and ledger do not belong together.
    """
    facts = _facts(rows, ledger_path)
    if sha256(raw).hexdigest() != facts["sha256"]:
        told = f"the source is not the one the ledger was written for: it had {facts['bytes']} bytes"
        raise BasylymError(Notice(Condition.LEDGER_REPLAYS, told, Locus(source_path)))
    mark = b"" if facts["mark"] == "none" else bytes.fromhex(facts["mark"])
    return raw[len(mark) :].decode(facts["encoding"]), facts["encoding"]


def open_queries(ledger_text: str, ledger_path: str, source_path: str) -> tuple[Notice, ...]:
    """Return a notice for each query of the ledger that nobody has settled."""
    rows = ledger.read(ledger_text, ledger_path)
    return tuple(_query(row, source_path) for row in rows if row.state is State.QUERY)


def _padded(body: str, fair: str) -> str:
    """Return the body as it stands in article.md, with as many line ends at its edges as the fair copy."""
    stripped = fair.lstrip("\n")
    return fair[: len(fair) - len(stripped)] + body.strip("\n") + stripped[len(stripped.rstrip("\n")) :]


def received(ledger_text: str, ledger_path: str) -> tuple[str, str | None, Changes]:
    """Return which file of manuscript/ was normalized, in what encoding, and what became of its changes."""
    facts = _facts(ledger.read(ledger_text, ledger_path), ledger_path)
    if "received" not in facts:
        return "source.txt", facts["encoding"], Changes.ACCEPT
    wished = dict(one.split(":", 1) for one in facts.get("wished", "none").split(",") if ":" in one)
    return facts["received"], wished.get("encoding"), Changes(wished.get("changes", "accept"))


def _facts(rows: Sequence[Repair], path: str) -> dict[str, str]:
    facts = dict(FACTS.findall(rows[0].evidence.split(";")[0])) if rows and rows[0].rule == DECODE else {}
    if not {"encoding", "mark", "bytes", "sha256"} <= facts.keys():
        told = "the first row does not say how the source was decoded"
        raise BasylymError(Notice(Condition.LEDGER_REPLAYS, told, Locus(path, 2)))
    return facts


def _query(row: Repair, path: str) -> Notice:
    asked = f"{row.before!r} -> {row.after!r}? " if row.before != row.after else ""
    told = f"{asked}{row.evidence} ({row.rule})"
    return Notice(Condition.QUERY_IS_SETTLED, told, Locus(path, row.line, row.column))
