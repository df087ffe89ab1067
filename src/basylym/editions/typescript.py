"""The edition for journals that want a Word file: the DOCX, and where it names authors it should not name."""

from __future__ import annotations

import dataclasses

from basylym.editions import _leaks, docx
from basylym.model.galley import Galley
from basylym.model.notices import Outcome


def edition(galley: Galley) -> Outcome[bytes]:
    """Print the manuscript as DOCX.

    Notices:
        ``EDITION_IS_ANONYMOUS`` for each secret of an anonymous article that the file tells.

    Raises:
        BasylymError: ``TOOL_IS_PRESENT`` where a drawing has to be rastered and Pango is missing.
    """
    made = docx.edition(galley)
    told = _leaks.leaks(_leaks.in_package(made.value), galley.submission.secrets)
    return Outcome(made.value, (*made.notices, *told))


FORMAT = dataclasses.replace(docx.FORMAT, suffix="-submission.docx", print=edition)
