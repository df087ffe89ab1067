"""The EPUBs that tests of books ask about, each proven and written once for all tests of a run."""

import galleys
from basylym.editions import epub, kindle

BOOKS = {
    "first": (galleys.ROOT, epub.FORMAT),
    "everything": (galleys.EVERYTHING, epub.FORMAT),
    "kindle": (galleys.EVERYTHING, kindle.FORMAT),
}


def books(folder):
    """Name -> path of each book, written into ``folder``."""
    made = {name: folder / f"{name}.epub" for name in BOOKS}
    for name, path in made.items():
        place, form = BOOKS[name]
        printed = galleys.printed(place, form)
        assert form.prove(galleys.of(place, form), printed.value).notices == ()
        path.write_bytes(printed.value)
    return made
