"""A text, a lexicon and a user's analyser -> whether a form is known to either, and to which of the two.

The analyser runs in a child, which takes longer to start than to look thousands of forms up. So all
that rules are likely to ask of one text is asked at once, with the first form that the lexicon does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from basylym.model.repairs import LEXICON, Analyser

RUN = re.compile(r"[^\W\d_]+")
LONGEST = 48  # letters of a word that is looked up
SHORTEST = 2  # letters of a part of a merged word


class Asked:
    """What is known of one text's forms."""

    def __init__(
        self, text: str, forms: Iterable[str], lexicon: Callable[[str], bool] | None, analyser: Analyser
    ) -> None:
        self._text, self._forms = text, forms
        self._lexicon, self._analyser = lexicon, analyser
        self._told: dict[str, bool] = {}

    def accept(self, form: str) -> bool:
        """Tell whether the lexicon or the analyser knows ``form``."""
        return self._listed(form) or self._analysed(form)

    def voucher(self, form: str) -> str:
        """Name what knows ``form``, for the ledger."""
        return LEXICON if self._listed(form) else self._analyser.name

    def _listed(self, form: str) -> bool:
        return self._lexicon is not None and self._lexicon(form)

    def _analysed(self, form: str) -> bool:
        if form not in self._told:
            likely = {form} if self._told else {form, *self._likely()}
            likely = {one for one in likely if len(one) <= LONGEST and not self._listed(one)}
            known = self._analyser.known(frozenset(likely))
            self._told |= {one: one in known for one in likely | {form}}
        return self._told[form]

    def _likely(self) -> Iterator[str]:
        """Yield the text's forms, neighbours joined as a broken word is, and parts as of merged words."""
        for form in self._forms:
            yield form
            for cut in range(SHORTEST, min(len(form), LONGEST) - SHORTEST + 1):
                yield form[:cut]
                yield form[cut:]
        for first, second in pairwise(RUN.findall(self._text)):
            yield first + second
