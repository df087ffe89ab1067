"""Brackets and stops stand in one line with the formula beside them."""

import pytest

from basylym.adapters import markup
from basylym.editions import _held_signs

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'


def held(paragraph):
    root = markup.fragment(paragraph)
    _held_signs.hold(root.xpath(".//*[local-name()='math']"))
    return markup.inside(root).replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a (", "), b", 'a <span class="nb">({})</span>'.replace("})", "}),") + " b"),
        ("a ", ", b", 'a <span class="nb">{},</span> b'),
        ("a “", " b", 'a <span class="nb">“{}</span> b'),
        ("a ", " b", "a {} b"),
        ("a <i>i</i>(", " b", 'a <i>i</i><span class="nb">({}</span> b'),
    ],
)
def test_signs_beside_a_formula_are_held_with_it(before, after, expected):
    bare = MATH.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")
    assert held(f"<p>{before}{MATH}{after}</p>").strip() == f"<p>{expected.format(bare)}</p>"
