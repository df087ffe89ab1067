"""Articles in every form, and every journal in every language -> sheets of pages, a table of word spaces.

``python benchmarks/printing/specimens.py build/specimens`` (``make specimens``). Word spaces are em, of every
line that is stretched; a loose line's are over half an em. Notices of printing stand below the table.
"""

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from basylym import journals, pipeline, project
from basylym.editions import _composed, pdf, submission
from basylym.model.manuscript import Masthead

ROOT = Path(__file__).parents[2]
SPECIMENS = ROOT / "tests" / "specimens"
ARTICLES = {
    "article": ROOT,
    "everything": SPECIMENS / "everything",
    "kazakh": SPECIMENS / "kazakh",
    **{f"init-{path.name}": path / "article.md" for path in sorted((ROOT / "templates" / "init").iterdir())},
}
LANGUAGES = [path.name for path in sorted((ROOT / "templates" / "init").iterdir())]
FORMS = ("one-column", "two-columns")
GROUND, GAP, COLUMNS, SCALE = (150, 154, 156), 10, 4, 0.7
HEAD = ("", "pages", "lines", "mean", "sd", "max", "loose", "hyphens", "in a row")
LOOSE = 0.5  # em


def printed() -> Iterator[tuple[str, Any, Any]]:
    """Name, format and galley of each thing to print."""
    for name, place in ARTICLES.items():
        made = pipeline.compose(project.find(place)).value
        galley = pipeline.galley(made, pdf.FORMAT)
        for form in FORMS:
            front = dataclasses.replace(galley.front, form=form)
            yield f"{name}-{form}", pdf.FORMAT, dataclasses.replace(galley, front=front)
        yield f"{name}-submission", submission.FORMAT, pipeline.galley(made, submission.FORMAT)
    for language in LANGUAGES:
        place = project.find(ARTICLES[f"init-{language}"])
        galley = pipeline.galley(pipeline.compose(place).value, pdf.FORMAT)
        for name in journals.shipped():
            front = dataclasses.replace(galley.front, journal=name, masthead=Masthead(), form="")
            set_ = dataclasses.replace(galley, front=journals.applied(place, front))
            yield f"journal-{name}-{language}", pdf.FORMAT, set_


def sheet(content: bytes, path: Path) -> int:
    """Write all pages of a PDF on one picture; how many they are."""
    pages = [page.render(scale=SCALE).to_pil() for page in pypdfium2.PdfDocument(content)]
    width, height = (max(page.size[side] for page in pages) + GAP for side in (0, 1))
    rows = -(-len(pages) // COLUMNS)
    made = Image.new("RGB", (min(COLUMNS, len(pages)) * width + GAP, rows * height + GAP), GROUND)
    for number, page in enumerate(pages):
        made.paste(page, (number % COLUMNS * width + GAP, number // COLUMNS * height + GAP))
    made.save(path, optimize=True)
    return len(pages)


def row(name: str, pages: int, seen: _composed.Statistics) -> tuple[str, ...]:
    stretched = bool(seen.spaces)
    spaces = (f"{seen.mean:.3f}", f"{seen.deviation:.3f}", f"{seen.widest:.2f}") if stretched else ("–",) * 3
    loose = f"{seen.loose(LOOSE) / seen.lines:.1%}" if stretched else "–"
    return (
        *(name, str(pages), str(seen.lines), *spaces, loose),
        *(f"{seen.hyphenated / max(seen.lines, 1):.0%}", str(seen.in_a_row)),
    )


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    compose, seen = _composed.compose_page, []

    def heard(*given: Any) -> Any:
        made = compose(*given)
        seen.append(made.value)
        return made

    _composed.compose_page = heard
    rows, said = [HEAD], []
    for name, form, galley in printed():
        made = form.print(galley)
        proof = form.prove(galley, made.value)
        said += [f"{name}: {notice}" for notice in (*made.notices, *proof.notices)]
        rows.append(row(name, sheet(made.value, folder / f"{name}.png"), seen[-1]))
    table = "\n".join(f"{cells[0]:36}" + "".join(f"{cell:>9}" for cell in cells[1:]) for cells in rows)
    table = "\n".join([table, *said]) + "\n"
    (folder / "word-spaces.txt").write_text(table, encoding="utf-8")
    print(table, end="")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
