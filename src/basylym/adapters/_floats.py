"""What may float to a page's top: found among the boxes, followed from page to page, tagged at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

FLOATS = "data-float"  # the attribute of a place: ``always``, or ``needed`` for what may stand in the text
ALWAYS, NEEDED = "always", "needed"
RUNNING = ("running()", "float")


@dataclass(slots=True)
class Float:
    """One block that floats: its place in the tree, its box, and the addresses it is mentioned by."""

    place: Any
    box: Any
    links: frozenset[str]
    afloat: bool
    height: float = 0.0

    def set_afloat(self, afloat: bool) -> None:
        """Take the block out of the text or put it back; what is left of it keeps to what follows."""
        self.afloat = afloat
        self.box.style["position"] = RUNNING if afloat else "static"
        self.place.style["break_after"] = "avoid" if afloat else "auto"


@dataclass(slots=True)
class State:
    """Of one layout: all floats; by page, which are known of and which stand on it."""

    root: Any
    floats: list[Float]
    known: dict[int, int] = field(default_factory=dict)  # how many of them, counted from the first
    placed: dict[int, tuple[int, ...]] = field(default_factory=dict)
    tops: tuple[int, ...] = ()
    spare: float = 0.0
    left: float = 0.0  # px between text and notes


def floats(root: Any) -> Iterator[Float]:
    for box in root.descendants():
        kind = box.element.get(FLOATS) if box.element is not None else None
        if kind is None or not getattr(box, "children", ()):
            continue
        content = box.children[0]
        links = frozenset(f"#{part.get('id')}" for part in box.element.iter() if part.get("id"))
        for one in (box, content):
            one.style = one.style.copy()  # which it shares with others whose style is the same
        made = Float(box, content, links, kind == ALWAYS)
        made.set_afloat(made.afloat)
        yield made


def waiting(state: State, number: int, known: int = 0) -> tuple[tuple[int, ...], int]:
    """Floats that are known of before page ``number``, or to it, and stand on no page before it."""
    known = max([known, *(many for page, many in state.known.items() if page < number)])
    placed = {one for page, tops in state.placed.items() if page < number for one in tops}
    waiting = (one for one in range(known) if state.floats[one].afloat and one not in placed)
    return tuple(waiting), known


def mentioned(page: Any, state: State) -> int:
    """How many floats the page has reached, by a mention or by the place where they were written."""
    links, places = set(), set()
    for box in page.descendants():
        if box.element is not None:
            links.add(box.element.get("href"))
            places.add(id(box.element))
    reached = (
        number
        for number, one in enumerate(state.floats, 1)
        if id(one.place.element) in places or (one.afloat and one.links & links)
    )
    return max(reached, default=0)


def put_off(state: State, resume_at: Any) -> int | None:
    """The block that may float and that the next page would begin with."""
    box = state.root
    while resume_at:
        ((index, resume_at),) = resume_at.items()
        if index >= len(box.children):
            return None  # inside a line or a row
        box = box.children[index]
        for number, one in enumerate(state.floats):
            if box.element is one.place.element and not one.afloat and not resume_at:
                return number
    return None


def tag_at_places(tags: Any, pdf: Any) -> None:
    plain_tree, plain_add = tags._build_box_tree, tags.add_tags
    afloat: list[tuple[Any, list[Any]]] = []
    places: dict[int, Any] = {}

    def build(box: Any, parent: Any, *others: Any) -> Iterator[Any]:
        box = getattr(box, "_box", None) or box
        made = list(plain_tree(box, parent, *others))
        if getattr(box, "afloat", False):
            afloat.append((box.element, made))
            return
        if box.element is not None and box.element.get(FLOATS) and made:
            for inside in box.element:
                places[id(inside)] = made[0]
        yield from made

    def add(*given: Any) -> None:
        afloat.clear()
        places.clear()
        plain_add(*given)
        for element, made in afloat:
            place = places[id(element)]
            for one in made:
                one["P"] = place.reference
                place["K"].append(one.reference)

    tags._build_box_tree = build
    pdf.add_tags = add
