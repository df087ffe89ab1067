"""What an editor decided about a repair or a query, keyed by content, so that it outlives the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is to become of a repair or a query.

    ``accept`` makes what a query proposes, and confirms a repair; ``stet`` lets the source stand;
    ``reword`` writes something else there.
    """

    ACCEPT = "accept"
    STET = "stet"
    REWORD = "reword"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        id: of the ledger's row when it was decided.
        verdict: accept, stet or reword.
        rule: of that row.
        before: what stood in the source.
        text: what is to stand there, as Markdown; only of ``reword``.
        left, right: letters and digits of the source around the place, lower case, to find it again.
    """

    id: str
    verdict: Verdict
    rule: str
    before: str
    text: str
    left: str
    right: str
