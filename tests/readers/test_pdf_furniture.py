"""Running heads and page numbers of a PDF are told by their row on the page too, and headings are none."""

import random

from basylym.adapters.pdf_text import Line, Page
from basylym.readers._furniture import furniture

WORDS = "foxes badgers counted seen found hill field river autumn spring before after under beside".split()
SIDE, HEAD_BASE, FOOT_BASE = 72.0, 50.0, 780.0


def line(text, base, left=SIDE, size=10.0, *, bold=False):
    return Line(text, left, left + 5.0 * len(text), base - size, base, size, bold)


def body(page, first=86.0, lines=40):
    """Lines of text, other ones on each page."""
    made = []
    for place in range(lines):
        words = random.Random(f"{page} {place}").choices(WORDS, k=11)
        made.append(line(" ".join(words), first + 13.0 * place))
    return made


def pages(*extra, first=86.0):
    """Pages of text, each with further lines."""
    return [Page(595.0, 842.0, 0.0, 0, (*more, *body(n, first))) for n, more in enumerate(extra)]


def taken(made):
    found = furniture(made)
    return [
        {made[page].lines[place].text for number, place in found if number == page}
        for page in range(len(made))
    ]


def test_heading_that_counts_with_the_pages_at_their_tops_is_no_running_head():
    """Sections 1, 2 and 3 that begin pages 1, 2 and 3 went with the page numbers."""
    names = ("Description", "Mission", "Instructions for a Mailing List")
    made = pages(*([line(f"{n}. {name}", 70.0, bold=True)] for n, name in enumerate(names, 1)))
    assert taken(made) == [set(), set(), set()]
    bare = pages(*([line(f"{n} {name}", 70.0 + 9 * n)] for n, name in enumerate(names, 1)))
    assert taken(bare) == [set(), set(), set()]


def test_head_that_ends_in_the_number_of_its_page_is_one_though_its_words_change():
    made = pages(
        *([line(f"{n} Chapter of {'foxes' if n % 2 else 'badgers'}", HEAD_BASE)] for n in range(11, 17))
    )
    assert all(len(one) == 1 for one in taken(made))


def test_what_stands_in_the_row_of_a_page_number_is_its_head_though_it_stands_once():
    heads = ("La Gaceta, vol. 7", "An example of an article", "La Gaceta, articles")
    rows = [[line(str(n), HEAD_BASE, 400.0), line(head, HEAD_BASE)] for n, head in enumerate(heads, 1)]
    assert taken(pages(*rows)) == [{str(n), head} for n, head in enumerate(heads, 1)]


def test_line_of_text_in_the_row_of_a_page_number_stays():
    """A number in the margin beside the first line of a text is the page's, the line is the text's."""
    rows = [[line(str(n), 73.0, 30.0), *body(n, 73.0, 1)] for n in (7, 8, 9)]
    assert taken(pages(*rows)) == [{"7"}, {"8"}, {"9"}]


def test_head_of_facing_pages_that_stands_twice_is_told_by_the_row_of_the_others():
    left, right = line("Conference 18, Woodstock", HEAD_BASE), line("Trovato et al.", HEAD_BASE, 400.0)
    swapped = [line("The Name of Hope", HEAD_BASE), line("Conference 18, Woodstock", HEAD_BASE, 400.0)]
    made = pages([], [left, right], swapped, [left, right], swapped, [left, right])
    even, odd = {left.text, right.text}, {"The Name of Hope", left.text}
    assert taken(made) == [set(), even, odd, even, odd, even]


def test_name_of_a_section_that_heads_one_page_is_told_by_the_height_of_the_heads_of_others():
    title = [line("Title of the article", HEAD_BASE), line("F. Last et al.", HEAD_BASE, 400.0)]
    made = pages([], title, [line("Introduction", HEAD_BASE)], title, [line("Conclusion", HEAD_BASE)], title)
    told = taken(made)
    assert [told[0], told[2], told[4]] == [set(), {"Introduction"}, {"Conclusion"}]


def test_text_that_reaches_up_to_the_height_of_the_heads_stays():
    """A page without a head whose text begins higher loses nothing."""
    title = [line("Title of the article", HEAD_BASE)]
    high = [
        Page(
            595.0,
            842.0,
            0.0,
            0,
            (line("It began with a long line of text", HEAD_BASE), *body(3, 63.0)),
        )
    ]
    made = [*pages(title, title, title), *high]
    assert taken(made)[3] == set()


def test_line_outside_of_a_foot_hides_no_foot():
    """An address below the foot of the first page left that foot in the text."""
    odd, even = line("The macros of a journal", FOOT_BASE, 300.0), line("R. Fairbairns", FOOT_BASE)
    made = pages(
        [odd, line("doi.org/10.47397/tb", FOOT_BASE + 14, size=7.0)], [even], [odd], [even], [odd], [even]
    )
    assert taken(made)[0] == {"The macros of a journal", "doi.org/10.47397/tb"}
