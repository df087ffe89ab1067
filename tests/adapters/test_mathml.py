"""Formulas as outlines that sit on the line."""

from basylym.adapters import mathml, pandoc


def test_a_formula_becomes_outlines_without_text_or_fonts():
    (drawing,) = mathml.draw(pandoc.mathml([(r"\frac{a}{b} = x^2", True)]), "#123456")
    assert "<path" in drawing.svg
    assert "<text" not in drawing.svg
    assert "#123456" in drawing.svg
    assert drawing.width > 1
    assert drawing.ascent > drawing.depth > 0


def test_a_subscript_hangs_below_the_line_and_a_letter_does_not():
    plain, low = mathml.draw(pandoc.mathml([("x", False), ("x_j", False)]), "black")
    assert low.depth > plain.depth + 0.1


def test_what_cannot_be_drawn_is_none_and_spoils_nothing_else():
    good = pandoc.mathml([("x", False)])[0]
    drawings = mathml.draw(["<math", "<math></math>", good], "black")
    assert [drawing is None for drawing in drawings] == [True, True, False]


def test_no_formulas_need_no_child():
    assert mathml.draw([], "black") == []
