"""Running heads of a text of few pages are told by where they stand, for they come back too seldom."""

import itertools

from basylym.normalize import normalize

WORDS = "Amber birch cedar delta ember fjord grove heath inlet jetty knoll larch marsh north ocean".split()
TITLE = "Foxes in the towns of the north and their young"


def lines(count, first):
    """Lines of one sentence, no two alike."""
    chosen = itertools.islice(itertools.permutations(WORDS, 11), first * 1000, (first + count) * 1000, 1000)
    return "".join(" ".join(line).lower() + ",\n" for line in chosen)


def made(tops):
    """Pages that end with a number and a form feed, normalized: one with the title, then one for each top."""
    pages = [f"{TITLE}\n\nAnna Weber\n\n{lines(20, 0).capitalize()}\n1\n\n"]
    for number, top in enumerate(tops, 2):
        pages.append(f"{top}\n\n{lines(20, 40 * number).capitalize()}\n{number}\n\n")
    return normalize("\f".join(pages).encode(), "a.txt", "en").value.article


def test_heads_of_facing_pages_that_stand_twice_each_are_taken_out():
    said = made(["A. Weber, T. Lind · Roads, 2024, No 3", "Foxes in towns"] * 2)
    assert "Roads" not in said
    assert "Foxes in towns\n" not in said


def test_a_head_that_stands_once_goes_where_it_says_the_title_again_or_all_other_pages_have_heads():
    said = made(
        ["A. Weber, T. Lind · Roads, 2024, No 3", TITLE[:31], "A. Weber, T. Lind · Roads, 2024, No 3"]
    )
    assert "Roads" not in said
    assert said.count("the north") == 1
    said = made(["Weber and Lind", "Roads. Volume twelve", "Weber and Lind"])
    assert "Volume twelve" not in said


def test_the_first_line_of_a_text_stays_though_later_pages_repeat_it():
    assert TITLE in made(["A. Weber", TITLE, "A. Weber", TITLE])


def test_headings_at_the_tops_of_pages_stay():
    said = made(["The food of foxes", "The young", "What is left to be done"])
    assert all(head in said for head in ("The food of foxes", "The young", "What is left to be done"))
    said = made(["Chapter 2", "Chapter 3", "Chapter 4"])
    assert all(head in said for head in ("Chapter 2", "Chapter 3", "Chapter 4"))


def test_a_line_at_the_top_of_a_page_that_nothing_proves_a_head_runs_into_no_sentence():
    said = made(["The food of foxes", "The young", "What is left to be done"])
    assert said.count(",\n\nThe young\n\n") == 1
