"""A formula in OMML as Pandoc wrote it -> the same so built that every word processor shows it alike.

Pandoc writes signs one by one: a bracket is a run of its own, bars stand for themselves, ``&`` says where
rows align. Word reads that; LibreOffice takes ``|`` for "or", ``&`` for "and", and puts an error sign where a
raised bracket has no partner. Built as what they are (delimiters, matrices, limits, bars) both set them.

Source: ECMA-376 part 1, 22.1; Pandoc's issue 6975 for the raised bracket.
"""

from __future__ import annotations

from basylym.adapters import markup

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
OPENING, CLOSING = frozenset("([{⟨⌈⌊"), frozenset(")]}⟩⌉⌋")
BARS = frozenset("|‖")
ALONE = "∣"
"""A bar without a partner: "divides", or "given that"."""
SCRIPTS = frozenset(f"{M}{name}" for name in ("sSup", "sSub", "sSubSup"))
LIMITED = frozenset(("lim", "max", "min", "sup", "inf", "argmax", "argmin"))
NOTHING = "\u200b"
"""What stands before an equals sign that starts a cell: LibreOffice wants a left side of every relation."""
OVERLINES = frozenset("‾¯\u0304\u0305")


def mend(formula: markup.Element) -> None:
    """Build the delimiters, aligned rows, limits and bars of an ``m:oMath``; changes it."""
    for array in list(formula.iter(f"{M}eqArr")):
        _align(array)
    opened = [operator for operator in list(formula.iter(f"{M}nary")) if _give_back(operator)]
    for holder in reversed(_holders(formula)):
        _pair(list(holder))
    for holder in _holders(formula):  # outermost first: the second bar may bear a script
        _pair_bars(holder)
    for operator in opened:
        _take(operator.find(f"{M}e"), operator.getnext())
    for script in list(formula.iter(f"{M}sSub")):
        _limit(script)
    for accent in list(formula.iter(f"{M}acc")):
        _overline(accent)


def _holders(formula: markup.Element) -> list[markup.Element]:
    """The formula and every argument in it, outermost first."""
    names = ("oMath", "e", "num", "den", "sub", "sup", "deg", "lim", "fName")
    return [one for one in formula.iter() if one.tag in {f"{M}{name}" for name in names}]


def _made(name: str, *children: markup.Element, **values: str) -> markup.Element:
    made = markup.xml_element(f"{M}{name}", **{f"{M}{key}": value for key, value in values.items()})
    made.extend(children)
    return made


def _sign(node: markup.Element) -> str:
    """The one sign that a run is, or that a script stands at; "" where there is more, or none."""
    if node.tag in SCRIPTS:
        inside = list(node.find(f"{M}e"))
        return _sign(inside[0]) if len(inside) == 1 and inside[0].tag == f"{M}r" else ""
    if node.tag != f"{M}r":
        return ""
    text = "".join(part.text or "" for part in node.iter(f"{M}t"))
    return text if len(text) == 1 else ""


def _pair(nodes: list[markup.Element]) -> None:
    """Make delimiters of brackets; an interval may open with one kind and close with another."""
    waiting: list[markup.Element] = []
    for node in nodes:
        sign = _sign(node)
        if sign in OPENING and node.tag == f"{M}r":
            waiting.append(node)
        elif sign in CLOSING and waiting:
            _delimit(waiting.pop(), node)


def _pair_bars(holder: markup.Element) -> None:
    bars = [node for node in holder if _sign(node) in BARS]
    if len(bars) % 2 == 0 and all(node.tag == f"{M}r" for node in bars[::2]):
        for first, last in zip(bars[::2], bars[1::2], strict=True):
            _delimit(first, last)
    elif len(bars) == 1 and bars[0].tag == f"{M}r":
        for text in bars[0].iter(f"{M}t"):
            text.text = ALONE


def _delimit(first: markup.Element, last: markup.Element) -> None:
    """Put what stands between two signs into a delimiter; a script at the second becomes one at it."""
    properties = _made(
        "dPr",
        _made("begChr", val=_sign(first)),
        _made("sepChr", val=""),
        _made("endChr", val=_sign(last)),
        _made("grow", val="off"),
    )
    inside = _made("e")
    node = first.getnext()
    while node is not last:
        following = node.getnext()
        inside.append(node)
        node = following
    delimiter = _made("d", properties, inside)
    parent = first.getparent()
    if last.tag in SCRIPTS:
        base = last.find(f"{M}e")
        base.replace(base[0], delimiter)
        parent.remove(first)
    else:
        parent.replace(first, delimiter)
        parent.remove(last)


def _align(array: markup.Element) -> None:
    """Rows that align at ``&`` as a matrix whose columns are set right and left in turn."""
    rows = [_cells(row) for row in array.findall(f"{M}e")]
    most = max(map(len, rows), default=0)
    if most < 2:
        return
    columns = [
        _made("mc", _made("mcPr", _made("count", val="1"), _made("mcJc", val=("right", "left")[place % 2])))
        for place in range(most)
    ]
    gap = (_made("cGpRule", val="3"), _made("cGp", val="0"))
    head = _made("mPr", _made("plcHide", val="on"), *gap, _made("mcs", *columns))
    lines = [_made("mr", *cells, *(_made("e") for _ in range(most - len(cells)))) for cells in rows]
    array.getparent().replace(array, _made("m", head, *lines))


def _cells(row: markup.Element) -> list[markup.Element]:
    cells = [_made("e")]
    for node in list(row):
        if _sign(node) == "&":
            cells.append(_made("e"))
        else:
            cells[-1].append(node)
    for cell in cells[1:]:
        sign = _sign(cell[0]) if len(cell) else ""
        if sign and not sign.isalnum() and sign not in OPENING:
            cell.insert(0, _words(NOTHING))
    return cells


def _words(text: str) -> markup.Element:
    made = _made("t")
    made.text = text
    return _made("r", _made("rPr", _made("nor")), made)


def _give_back(operator: markup.Element) -> bool:
    """Take a lone opening bracket out of a sum's or an integral's argument: its partner stands behind."""
    argument = operator.find(f"{M}e")
    if argument is None or len(argument) != 1 or _sign(argument[0]) not in OPENING | BARS:
        return False
    operator.addnext(argument[0])
    return True


def _take(argument: markup.Element, following: markup.Element | None) -> None:
    if following is not None and not len(argument):
        argument.append(following)


def _limit(script: markup.Element) -> None:
    """``lim`` with what stands under it, and what it is the limit of."""
    base, below, following = script.find(f"{M}e"), script.find(f"{M}sub"), script.getnext()
    if "".join(base.itertext()).strip() not in LIMITED or following is None:
        return
    argument = _made("e")
    lower = _made("limLow", _made("e", *base), _made("lim", *below))
    made = _made("func", _made("fName", lower), argument)
    script.getparent().replace(script, made)
    argument.append(following)


def _overline(accent: markup.Element) -> None:
    sign = accent.find(f"{M}accPr/{M}chr")
    if sign is None or sign.get(f"{M}val") not in OVERLINES:
        return
    bar = _made("bar", _made("barPr", _made("pos", val="top")), accent.find(f"{M}e"))
    accent.getparent().replace(accent, bar)
