"""Formulas of a DOCX are built as what they are, not of single signs."""

import re

import pytest

import galleys
from basylym.adapters import epub as container
from basylym.adapters import markup
from basylym.editions import _docx_formulas, docx

M = _docx_formulas.M


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """TeX -> the formula as it stands in a DOCX; all of them in one."""
    given = [tex for tex, _ in SHAPES]
    folder = tmp_path_factory.mktemp("formulas")
    galley = galleys.written(folder, docx.FORMAT, "\n\n".join(f"A ${tex}$." for tex in given))
    files = container.unpack(docx.edition(galley).value)
    made = list(markup.parse_xml(files["word/document.xml"]).iter(f"{M}oMath"))
    assert len(made) == len(given)
    return dict(zip(given, made, strict=True))


def shape(node):
    """Names of elements and signs, their properties left out: ``d(|r|)``."""
    name = node.tag.removeprefix(M)
    if name == "r":
        return "".join(part.text or "" for part in node.iter(f"{M}t"))
    inside = "".join(shape(child) for child in node if not child.tag.endswith("Pr"))
    if name == "d":
        begin, end = (node.find(f"{M}dPr/{M}{one}Chr").get(f"{M}val") for one in ("beg", "end"))
        return f"d[{begin}{inside}{end}]"
    return inside if name in ("e", "oMath") else f"{name}[{inside}]"


SHAPES = [
    ("(n/2)^2", "sSup[d[(n/2)]sup[2]]"),
    ("|r|^3", "sSup[d[|r|]sup[3]]"),
    ("f(x) = |x|", "fd[(x)]=d[|x|]"),
    ("[0, 1)", "d[[0,1)]"),
    ("((a) + b)", "d[(d[(a)]+b)]"),
    ("P(A|B)", "Pd[(A∣B)]"),
    ("|a| + |b|", "d[|a|]+d[|b|]"),
    ("a) + (b", "a)+(b"),
    ("\\sum_k [r_k > 1]", "nary[sub[k]sup[\u200b]d[[sSub[rsub[k]]>1]]]"),
    ("\\lim_{t} P", "func[fName[limLow[limlim[t]]]P]"),
    ("\\bar{x}", "bar[x]"),
    ("\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", "m[mr[a\u200b=b]mr[c\u200b=d]]"),
    ("\\frac{(a)}{b}", "f[num[d[(a)]]den[b]]"),
]


@pytest.mark.parametrize(("tex", "expected"), SHAPES)
def test_signs_that_belong_together_are_one_thing(built, tex, expected):
    assert re.sub(r"\s", "", shape(built[tex])) == expected


def test_columns_of_aligned_rows_are_set_to_the_sign_and_from_it(built):
    matrix = next(built[SHAPES[11][0]].iter(f"{M}m"))
    assert [one.get(f"{M}val") for one in matrix.iter(f"{M}mcJc")] == ["right", "left"]
