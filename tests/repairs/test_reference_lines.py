"""Lines of a list of references: none is parted or joined on a guess, and what stands behind is no entry."""

import re
import textwrap
from pathlib import Path

import pytest

from basylym.model.repairs import State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, spoken
from basylym.repairs._references.lists import lists
from basylym.stages.repair import repair

SPECIMENS = Path(__file__).parents[1] / "specimens" / "reference-lists"
HEADINGS = {"en": "References", "ru": "Литература", "kk": "Әдебиеттер"}
PROSE = {
    "en": "The towns of the steppe grew beside water, and those who lived there traded grain for salt, as "
    "travellers have told since they were first seen. Nothing was written of it until much later. ",
    "ru": "Города степи росли у воды, и те, кто в них жил, меняли зерно на соль, о чём рассказывали "
    "путешественники с тех пор, как впервые их увидели. Записано это было много позже. ",
    "kk": "Дала қалалары су бойында өсті, онда тұрған жұрт астықты тұзға айырбастады, бұл туралы жолаушылар "
    "оларды алғаш көргеннен бері айтып келеді. Бұл кейінірек қана жазылды. ",
}
BEHIND = {
    "en": (
        "Appendix A. Questions",
        "Affiliation: Department of History, University of Nowhere",
        "Received: 12 March 2019; accepted: 4 May 2019",
        "Author contributions",
        "Conflict of interest",
        "About the author",
        "Information about authors:",
    ),
    "ru": ("Сведения об авторах:", "Приложение 1", "Поступила в редакцию 12.03.2019", "Вклад авторов"),
    "kk": ("Авторлар туралы мәлімет:", "Қосымша", "Сведения об авторах:"),
}


def entries(tag):
    """The entries of a specimen, as they stand below its heading."""
    listed = (SPECIMENS / f"{tag}.txt").read_text("utf-8").split("\n\n")[-1]
    return [re.sub(r"^\d+[.)]? ", "", line) for line in listed.strip().split("\n")]


def wrapped(text, width):
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def article(tag, listed, width, behind="", form="{entry}"):
    """An article that ends with a list, filled to a width, without blank lines between the entries."""
    lines = wrapped(PROSE[tag] * 3, width)
    heading = ["", HEADINGS[tag], ""]
    entered = [
        line
        for number, entry in enumerate(listed, 1)
        for line in wrapped(form.format(n=number, entry=entry), width)
    ]
    return "\n".join([*lines, *heading, *entered, *wrapped(behind, width)]) + "\n"


def taken(text, tag):
    """The entries that left the text, and the questions about lines of the list."""
    language = spoken(tag)
    fair = repair(SourceText("a.txt", b"", text), language, RULES, evidence(language))
    asked = [row for row in fair.ledger if row.state is State.QUERY and row.rule == "reference-lists"]
    return [work.raw for work in fair.moved if hasattr(work, "raw")], asked, fair.text


def flat(text):
    return re.sub(r"[\W_]", "", text).casefold()


def faults(raws, listed, asked):
    """Entries that were cut, and more joined than questions were asked."""
    ends, place = set(), 0
    for entry in listed:
        place += len(flat(entry))
        ends.add(place)
    found, place = set(), 0
    for raw in raws:
        place += len(flat(raw))
        found.add(place)
    missing = {end for end in ends - found if end <= place}
    return found - ends, max(0, len(missing) - len(asked))


@pytest.mark.parametrize("width", range(60, 101, 4))
@pytest.mark.parametrize("tag", HEADINGS)
def test_entries_of_a_filled_list_without_numbers_are_neither_cut_nor_joined(tag, width):
    listed = entries(tag)
    raws, asked, _ = taken(article(tag, listed, width), tag)
    assert faults(raws, listed, asked) == (set(), 0)
    assert not raws or len(asked) <= 0.3 * len(listed)


@pytest.mark.parametrize("form", ["{n}. {entry}", "[{n}] {entry}", "{n}) {entry}"])
@pytest.mark.parametrize("tag", HEADINGS)
@pytest.mark.parametrize("width", [60, 73, 88, 100])
def test_entries_of_a_filled_list_with_numbers_are_those_that_bear_them(tag, width, form):
    listed = entries(tag)
    raws, _, _ = taken(article(tag, listed, width, form=form), tag)
    assert list(map(flat, raws)) == list(map(flat, listed))


@pytest.mark.parametrize("form", ["{entry}", "{n}. {entry}"])
@pytest.mark.parametrize(("tag", "behind"), [(tag, one) for tag, found in BEHIND.items() for one in found])
def test_what_stands_right_behind_a_list_is_no_part_of_its_last_entry(tag, behind, form):
    listed = entries(tag)[:12]
    raws, _, left = taken(article(tag, listed, 76, behind, form), tag)
    assert flat(behind) not in flat(" ".join(raws))
    assert flat(behind)[:20] in flat(left)


SORTED = """\
Adler, G. H. (2001). Rainforest ecosystems and their many animals.
Journal of Invented Ecology, 12(3), 10–29.
Brown, A., & White, C. (2012). Roads that never were, and a history.
Nowhere Press.
Carter, B. L., Mills, T., Oldfield, R., Prentice, W., & Quail,
D. (2003). The weight of paper. Studies in Nothing, 9(1), 88–97.
Doe, J. (2019). Steppe winds (Version 2.1) [Data set]. Retrieved from
https://example.org/winds
Evans, R. (2007). Salt and silence in the towns of the steppe. London:
Sage.
Fox, T. (2021). The well has moved away from us. In A. Poe (Ed.),
Wells and words (pp. 3–11). Nowhere Press.
Green, D. (2014). Counting what is not there. Leeds: Nowhere Press.
"""


def test_line_that_opens_with_a_journal_a_publisher_or_a_second_author_opens_no_entry():
    raws, asked, _ = taken(f"Text.\n\nReferences\n\n{SORTED}", "en")
    assert [raw.split(",")[0] for raw in raws] == ["Adler", "Brown", "Carter", "Doe", "Evans", "Fox", "Green"]
    assert not asked


UNPROVED = """\
The history of a town
Trade and its roads. Water in the steppe
London 1998
A guide to the wells of the east
The salt and the road. Towns, 2001
"""


def test_list_that_nothing_parts_stays_typed_and_is_asked_about():
    text = f"Text.\n\nReferences\n\n{UNPROVED}"
    raws, asked, left = taken(text, "en")
    assert not raws
    assert not lists(text) or len(asked) == 1
    assert flat(UNPROVED) in flat(left)


def test_page_that_breaks_an_entry_parts_it_nowhere():
    listed = entries("en")[:16]
    lines = [wrapped(entry, 70) for entry in listed]
    broken = next(number for number, one in enumerate(lines) if len(one) > 1)
    lines[broken].insert(1, "")
    text = "\n".join([PROSE["en"], "", "References", "", *(line for one in lines for line in one)])
    raws, asked, _ = taken(text, "en")
    assert faults(raws, listed, asked) == (set(), 0)


def test_hanging_lines_go_on_with_their_entry():
    listed = entries("en")
    lines = [textwrap.fill(entry, 70, subsequent_indent="   ") for entry in listed]
    raws, asked, _ = taken("\n".join([PROSE["en"], "", "References", "", *lines]), "en")
    assert (list(map(flat, raws)), asked) == (list(map(flat, listed)), [])


def test_number_of_a_volume_at_the_start_of_a_line_opens_no_entry():
    text = (
        "Text.\n\nReferences\n\n1. Doe, J. Trade of the steppe and of the towns. Studies in Nothing, no.\n"
        "2. London, 2001.\n2. Poe, R. Roads. Leeds, 2003.\n3. Fox, T. Wells. Leeds, 2004.\n"
    )
    raws, _, _ = taken(text, "en")
    assert [raw.split(",")[0] for raw in raws] == ["Doe", "Poe", "Fox"]


@pytest.mark.parametrize(
    "heading",
    [
        "Références",
        "Bibliographie",
        "Referencias",
        "Bibliografía",
        "Referências",
        "Список використаних джерел",
    ],
)
def test_list_under_a_heading_of_another_language_is_one(heading):
    text = f"Text.\n\n{heading}\n\nDoe, J. (2010). Trade. Leeds: Sage.\nPoe, R. (2011). Roads. Leeds: Sage."
    assert [len(one.works) for one in lists(text)] == [2]


def test_initial_at_the_end_of_a_line_before_an_entry_is_no_name_that_goes_on():
    listed = f"{SORTED}Hill, S. (2018). Towns. Society of Nowhere e. V.\nIrving, K. (1998). Roads. Sage."
    text = f"Text.\n\nReferences\n\n{listed}\n"
    raws, asked, _ = taken(text, "en")
    assert raws[-1].startswith("Irving") or asked


def test_running_head_with_figures_of_its_own_is_taken_out_of_a_list():
    listed = entries("en")
    lines = article("en", listed, 70, form="{n}. {entry}").split("\n")
    while len(lines) < 90:
        lines = [*wrapped(PROSE["en"], 70), *lines]
    for page, at in enumerate(range(20, len(lines), 21)):
        lines.insert(at, f"Journal of Nothing 12 (2019) {page + 45}")
    raws, _, left = taken("\n".join(lines), "en")
    assert list(map(flat, raws)) == list(map(flat, listed))
    assert "Journal of Nothing 12" not in left
