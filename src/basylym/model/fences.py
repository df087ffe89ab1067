"""Lines that nothing may join, mend or escape -> the same between two fences, as Pandoc reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence

FENCE = "```"


def fenced(rows: Sequence[str]) -> str:
    """Return the lines between fences, longer than any run of backticks among them."""
    longest = max((len(run) for row in rows for run in re.findall("`+", row)), default=0)
    fence = FENCE + "`" * max(0, longest - len(FENCE) + 1)
    return "\n".join((fence, *rows, fence))
