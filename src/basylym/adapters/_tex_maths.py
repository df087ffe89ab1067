"""The fonts of TeX's formulas -> the signs of their codes, as The TeXbook lists them in appendix F.

They name signs in their own way, so that PDFium tells none of a sum, a bracket or a prime.
"""

from __future__ import annotations

import re
from itertools import chain

SYMBOLS = dict(
    enumerate(
        "−·×∗÷⋄±∓⊕⊖⊗⊘⊙◯∘∙≍≡⊆⊇≤≥⪯⪰∼≈⊂⊃≪≫≺≻←→↑↓↔↗↘≃⇐⇒⇑⇓⇔↖↙∝′∞∈∋△▽",
    )
) | dict(
    chain(
        enumerate("∀∃¬∅ℜℑ⊤⊥", 56),
        enumerate("∪∩⊎∧∨⊢⊣⌊⌋⌈⌉{}⟨⟩|‖↕⇕\\≀√∐∇∫⊔⊓⊑⊒§†‡¶♣♢♡♠", 91),
    )
)
LETTERS = dict(
    chain(
        enumerate("ΓΔΘΛΞΠΣΥΦΨΩαβγδϵζηθικλμνξπρστυϕχψωεϑϖϱςφ↼↽⇀⇁"),
        enumerate("<", 60),
        enumerate(">⋆∂", 62),
        enumerate("♭♮♯⌣⌢ℓ", 91),
        enumerate("ıȷ℘", 123),
    )
)
LARGE = dict(
    chain(
        enumerate("()[]⌊⌋⌈⌉{}⟨⟩|‖/\\()()[]⌊⌋⌈⌉{}⟨⟩/\\()[]⌊⌋⌈⌉{}⟨⟩/\\/\\"),
        enumerate("⨆⨆∮∮⨀⨀⨁⨁⨂⨂∑∏∫⋃⋂⨄⋀⋁∑∏∫⋃⋂⨄⋀⋁∐∐", 70),
        enumerate("√√√√", 112),
    )
)
FONTS = (
    (re.compile(r"(?:CM(?:B?SY)|[tp]xb?sys?|LMMathSymbols)[\d-]*\w*", re.IGNORECASE), SYMBOLS),
    (re.compile(r"(?:CMMIB?|r?[tp]xb?mi|LMMathItalic)[\d-]*\w*", re.IGNORECASE), LETTERS),
    (re.compile(r"(?:CMEX|[tp]xb?exs?|LMMathExtension)[\d-]*\w*", re.IGNORECASE), LARGE),
)


def sign(font: str, code: int) -> str:
    """Return the sign that a code stands for in a font of TeX's formulas, or nothing."""
    signs = next((signs for named, signs in FONTS if named.fullmatch(font)), {})
    return signs.get(code, "")
