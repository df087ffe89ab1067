"""WeasyPrint's making of one page, done again where it came out badly: notes by their calls, figures on top.

Nothing here imports WeasyPrint: its modules are handed in, and some of their functions replaced.

* The foot of a page was laid out again, whole, for each note it got; here each note is measured once.
* A note whose call is on this page and that was put off to the next (Kozea/WeasyPrint #2432, #2437) has the
  page made again, with less room for the text, so that the line of the call goes where the note goes.
* A block in a ``place`` floats: it stands at the top of the page of its first mention, or of the next.
  It is tagged at its place, so that the order of reading is the manuscript's.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from basylym.adapters import _floats
from basylym.adapters._floats import Float, State

MOST_TRIES = 12  # of one page
FULLEST = 0.72  # of a page that floats may take if they are several
LEAST = 4  # lines of text that stay on a page under a float
VOID = 3  # lines; a table that would leave more empty floats


def improve(modules: Any, unit: float) -> None:
    """Replace what WeasyPrint does badly.

    Args:
        modules: ``layout``, ``page``, ``build``, ``tags`` and ``pdf`` of WeasyPrint.
        unit: px of one line of the grid.
    """
    _measure_notes_once(modules.layout.LayoutContext, modules.build, modules.page.block_level_layout)
    _Maker(modules.page, unit)
    _floats.tag_at_places(modules.tags, modules.pdf)


def _measure_notes_once(context_class: Any, build: Any, lay_out: Any) -> None:
    def height(context: Any, note: Any) -> float:
        area = context.current_footnote_area
        known = context.__dict__.setdefault("heights_of_notes", {})
        key = id(note), area.page.width
        if key not in known:
            area.children = [note]
            alone = build.create_anonymous_boxes(area.deepcopy())
            alone = lay_out(context, alone, -float("inf"), None, area.page)[0]
            known[key] = alone.height
        return float(known[key])

    def update(context: Any) -> bool:
        area = context.current_footnote_area
        if area.height != "auto" and not context.in_column:
            context.page_bottom += area.margin_height()
        heights = [height(context, note) for note in context.current_page_footnotes]
        area.children = context.current_page_footnotes
        area.height = sum(heights) if heights else "auto"
        if heights and not context.in_column:
            context.page_bottom -= area.margin_height()
        return False  # no foot of ours is limited in height

    context_class._update_footnote_area = update


class _Maker:
    """Makes pages, each as often as it must be."""

    def __init__(self, module: Any, unit: float) -> None:
        self.unit = unit
        self.make_page, self.lay_out = module.make_page, module.block_level_layout
        module.make_page, module.block_level_layout = self.make, self.laid_out

    def make(self, context: Any, root: Any, kind: Any, resume_at: Any, number: int, counters: Any) -> Any:
        """One page, as ``make_page`` of WeasyPrint gives it."""
        state = context.__dict__.get("floating")
        if state is None or state.root is not root:
            state = context.floating = State(root, list(_floats.floats(root)))
        before = _Before(context, counters, number)

        def attempt(tops: tuple[int, ...], spare: float = 0.0) -> tuple[Any, Any, Any]:
            before.restore(context, counters)
            state.tops, state.spare, state.placed[number] = tops, spare, tops
            made: tuple[Any, Any, Any] = self.make_page(context, root, kind, resume_at, number, counters)
            state.spare = 0.0
            return made

        waiting, known = _floats.waiting(state, number)
        open_ = number > 1 and not kind.blank and kind.name in ("", None)
        tops = self._fitting(context, state, kind, waiting) if open_ else ()
        made = attempt(tops)
        if state.floats:
            made, known = self._with_floats(attempt, made, context, state, kind, (number, known, open_))
        state.known[number] = known
        return self._with_notes(attempt, made, context, state.placed[number])

    def _with_floats(
        self, attempt: Any, made: Any, context: Any, state: State, kind: Any, at: tuple[int, int, bool]
    ) -> tuple[Any, int]:
        """The page with what is first mentioned on it, if its mention stays there; and what is known of."""
        number, known, open_ = at
        tops = state.placed[number]
        for _ in range(MOST_TRIES):
            known = max(known, _floats.mentioned(made[0], state))
            fresh = [one for one in _floats.waiting(state, number, known)[0] if one not in tops]
            if (late := _floats.put_off(state, made[1])) is not None and state.left > VOID * self.unit:
                state.floats[late].set_afloat(True)
                known = max(known, late + 1)
                made = attempt(tops)
                continue
            if not fresh:
                break
            for one in fresh:
                if not state.floats[one].height:
                    self._measure(context, state.floats[one], made[0])
            ended = made[1] is None
            wider = self._fitting(context, state, kind, (*tops, *fresh)) if open_ else tops
            if len(wider) > len(tops):
                wider = wider if ended else wider[: len(tops) + 1]
                tried = attempt(wider)
                if ended or _floats.mentioned(tried[0], state) > wider[-1]:
                    tops, made = wider, tried
                    continue
                made = attempt(tops)
            elif ended:  # there is no page left to float to
                for one in fresh:
                    state.floats[one].set_afloat(False)
                made = attempt(tops)
                continue
            break
        return made, known

    def _with_notes(self, attempt: Any, made: Any, context: Any, tops: tuple[int, ...]) -> Any:
        """The page with so little text that all notes that are called on it stand on it."""
        first = made
        for _ in range(MOST_TRIES):
            call = _slipped(made[0], context.reported_footnotes)
            if call is None:
                return made
            spare = context.page_bottom - call
            if spare > made[0].height / 2:
                break
            made = attempt(tops, spare + self.unit / 8)
        return first if made is first else attempt(tops)

    def _fitting(self, context: Any, state: State, kind: Any, wanted: tuple[int, ...]) -> tuple[int, ...]:
        """As many of the floats that wait as may stand on one page."""
        style = context.style_for(kind)
        room = style["size"][1] - sum(style[f"margin_{side}"].value for side in ("top", "bottom"))
        taken, found = 0.0, list[int]()
        for one in wanted:
            height = state.floats[one].height
            if found and taken + height > FULLEST * room:
                break
            if taken + height > room - LEAST * self.unit:
                break
            taken += height
            found.append(one)
        return tuple(found)

    def _measure(self, context: Any, float_: Float, page: Any) -> None:
        """Lay a float out alone, as wide as the page's text."""
        context.create_block_formatting_context()
        box = self._laid_float(context, float_, page, 0.0, 0.0)
        context.finish_block_formatting_context()
        float_.height = self._whole(box.margin_height())

    def _whole(self, height: float) -> float:
        return -(-round(height / self.unit, 3) // 1) * self.unit

    def _laid_float(self, context: Any, float_: Float, around: Any, left: float, top: float) -> Any:
        box = float_.box.deepcopy()
        box.style = box.style.copy()
        box.style["position"] = "static"
        above, below = box.style["padding_top"], box.style["padding_bottom"]
        box.style["padding_top"] = type(above)(0, "px")
        box.style["padding_bottom"] = type(below)(above.value + below.value, "px")
        for side in ("top", "bottom"):
            box.style[f"border_{side}_width"] = 0
        box.position_x, box.position_y = left, top
        box.afloat = True
        bottom = context.page_bottom
        context.page_bottom = float("inf")
        made = self.lay_out(context, box, -float("inf"), None, around, True, [], [], [])[0]
        context.page_bottom = bottom
        return made

    def laid_out(self, context: Any, box: Any, bottom_space: float, *others: Any, **named: Any) -> Any:
        """``block_level_layout``; the root is laid out below the floats of its page and above its spare."""
        state = context.__dict__.get("floating")
        if state is None or box is not state.root or context.current_footnote_area is None:
            return self.lay_out(context, box, bottom_space, *others, **named)
        page = context.current_footnote_area.page
        floats = []
        for one in state.tops:
            float_ = state.floats[one]
            floats.append(self._laid_float(context, float_, page, box.position_x, box.position_y))
            box.position_y += self._whole(floats[-1].margin_height())
        made = self.lay_out(context, box, bottom_space + state.spare, *others, **named)
        if made[0] is not None:
            last = max((one.position_y + one.margin_height() for one in _text(made[0])), default=0.0)
            state.left = context.page_bottom - last
            made[0].children = [*floats, *made[0].children]
        return made


class _Before:
    """What making a page changes around it, as it was."""

    def __init__(self, context: Any, counters: Any, number: int) -> None:
        self.notes = list(context.footnotes)
        self.reported = list(context.reported_footnotes)
        self.broken = dict(context.broken_out_of_flow)
        self.counters = copy.deepcopy(counters)
        self.remake = context.page_maker[number - 1][-1]
        self.remade = {key: copy.copy(value) for key, value in self.remake.items()}

    def restore(self, context: Any, counters: Any) -> None:
        """Have it so again."""
        context.footnotes[:] = self.notes
        context.reported_footnotes = list(self.reported)
        context.broken_out_of_flow = dict(self.broken)
        for mine, was in zip(counters, copy.deepcopy(self.counters), strict=True):
            mine.clear()
            mine.update(was) if isinstance(mine, dict) else mine.extend(was)
        self.remake.update({key: copy.copy(value) for key, value in self.remade.items()})
        context.running_elements.pop(_floats.RUNNING[1], None)
        context.in_column = False


def _slipped(page: Any, reported: list[Any]) -> float | None:
    """px from the page's top to the first line that calls a note that is not on the page."""
    if not reported:
        return None
    for line in page.descendants():
        if type(line).__name__ == "LineBox" and any(
            inner.footnote in reported for inner in line.descendants() if inner.footnote is not None
        ):
            return float(line.position_y)
    return None


def _text(root: Any) -> Iterator[Any]:
    """The lines, pictures and rows on a page."""
    for box in root.descendants():
        if type(box).__name__ in ("LineBox", "TableRowBox") or type(box).__name__.endswith("ReplacedBox"):
            yield box
