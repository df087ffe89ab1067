"""Page numbers and running heads are told by how they stand; numbers of anything else stay."""

import itertools

from basylym.normalize import evidence, normalize, pack
from basylym.repairs import running_heads

WORDS = "amber birch cedar delta ember fjord grove heath inlet jetty knoll larch marsh north ocean".split()
SENTENCE = "Here a sentence of one full line is closed, and the next one opens below.\n"


def without(text):
    found = running_heads.find(text, pack("en"), evidence(pack("en"))(text))
    for edit in sorted(found, key=lambda one: -one.start):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


def lines(count, first=0):
    """Lines of one sentence, no two alike."""
    chosen = itertools.islice(itertools.permutations(WORDS, 12), first * 1000, (first + count) * 1000, 1000)
    return "".join(" ".join(line) + ",\n" for line in chosen)


def pages(heads, body):
    return "".join(part for pair in itertools.zip_longest(body, heads, fillvalue="") for part in pair)


def test_numbers_that_stand_a_page_apart_are_folios_though_most_stand_between_paragraphs():
    body = [*(lines(39, 39 * page) + SENTENCE for page in range(6)), lines(40, 400), SENTENCE * 3]
    heads = [f"\n{number}\nJournal of Studies\n\n" for number in range(33, 40)]
    made = without(pages(heads, body))
    assert "Journal" not in made
    assert not any(str(number) in made for number in range(33, 40))


def test_two_folios_with_heads_of_their_own_go_where_both_break_a_sentence():
    for heads in (
        ["Journal of Studies 17\n", "18 J. Smith\n"],
        ["17\nJournal of Studies\n", "18\nJ. Smith\n"],
    ):
        made = without(pages(heads, [lines(40, 40 * page) for page in range(3)]))
        assert made == lines(120)


def test_head_that_stands_once_in_a_sentence_is_a_link_between_two_that_come_back():
    heads = ["Studies 131\n", "132 A. Smith\n", "Studies 133\n"]
    body = [lines(40, 40 * page) for page in range(3)]
    ending = lines(1, 130).capitalize()
    assert without(pages(heads, [*body, ending])) == "".join(body) + ending


def closed(count, first):
    """A page of lines that ends with its sentence."""
    return lines(count, first).removesuffix(",\n") + ".\n"


def test_heads_of_facing_pages_go_though_every_page_ends_with_its_sentence():
    body = [*(closed(40, 40 * page) for page in range(3)), closed(9, 200)]
    for heads in (
        ["Journal of Studies 17\n", "18 J. Smith\n", "Journal of Studies 19\n"],
        ["17\nJournal of Studies\n", "18\nJ. Smith\n", "19\nJournal of Studies\n"],
        ["\n17\n\nJournal\n\n", "\n18\n\nJ. Smith\n\n", "\n19\n\nJournal\n\n"],
        ["Journal\n17\n", "J. Smith\n18\n", "Journal\n19\n"],
    ):
        made = without(pages(heads, body))
        assert [line for line in made.split("\n") if line] == "".join(body).splitlines()


def test_pages_too_short_for_facing_ones_lose_their_heads_by_their_numbers():
    heads = [f"{('Journal', 'J. Smith')[n % 2]} {n}\n" for n in range(1, 8)]
    body = [lines(40 if page < 3 else 12, 40 * page) for page in range(8)]
    assert without(pages(heads, body)) == "".join(body)


def test_numbered_sections_and_heads_of_one_side_only_are_no_heads_of_facing_pages():
    body = [*(closed(40, 40 * page) for page in range(3)), closed(9, 200)]
    for heads in (
        ["1 Trade\n", "2 Prices\n", "3 Wages\n"],
        ["Chapter 1\n", "Chapter 2\n", "Chapter 3\n"],
        ["1 Trade\n", "2 Prices\n", "4 Trade\n"],
    ):
        text = pages(heads, body)
        assert without(text) == text


def test_last_page_may_be_short_and_bear_its_head():
    heads = [f"Journal of Studies\n{number}\n" for number in range(1, 5)]
    body = [*(lines(40, 40 * page) for page in range(3)), lines(4, 130)]
    assert without(pages(heads, body)).rstrip() == "".join(body).rstrip()


def test_head_that_pdfium_glued_to_its_sign_for_a_hyphen_goes():
    heads = [f"of a Linux\ufffeJournal of Studies\n{number}\n" for number in range(1, 4)]
    body = [lines(40, 40 * page) for page in range(4)]
    glued = [f"of a Linux\ufffe\n{part}" for part in body[1:]]
    assert without(pages(heads, body)) == "".join([body[0], *glued])


def test_filled_line_of_the_text_that_stands_beside_two_page_numbers_stays():
    body = [lines(39, 39 * page) for page in range(4)]
    twice = "this very line is filled and closes two of the pages of the whole text\n"
    text = "".join((body[0], twice, "5\n", body[1], twice, "6\n", body[2], "7\n", body[3]))
    assert without(text) == "".join((body[0], twice, body[1], twice, body[2], body[3]))


def test_two_numbers_near_each_other_or_within_lines_of_text_stay():
    for heads in (
        ["17\n", "18\n"],
        ["5 lines of text that begin with a number and are filled as all others are\n"],
    ):
        near = pages(heads, [lines(8, 8 * page) for page in range(3)])
        assert without(near) == near
    text = pages(
        [f"{n} maintainers of the text that is filled to one and the same width as\n" for n in (5, 6)],
        [lines(40, 40 * page) for page in range(3)],
    )
    assert without(text) == text


def test_sonnets_and_numbered_articles_keep_their_numbers():
    sonnets = "".join(f"{number}\n\n{SENTENCE * 14}\n" for number in range(1, 30))
    articles = "".join(f"{number}\n{SENTENCE * (9 + number * 7 % 40)}" for number in range(1, 30))
    assert without(sonnets) == sonnets
    assert without(articles) == articles


def test_headings_that_stand_in_the_contents_too_are_no_running_heads():
    names = ["The first walk", "What was seen there", "The second walk", "What was heard", "The way home"]
    contents = "".join(f"{number} {name}\n\n" for number, name in enumerate(names, 1))
    body = "".join(
        f"{number} {name}\n{lines(9, 9 * number)}\nNotes of a walker\n\n{number + 2} / 17\n\n"
        for number, name in enumerate(names, 1)
    )
    made = without(contents + body)
    assert all(made.count(f"{number} {name}\n") == 2 for number, name in enumerate(names, 1))


def test_line_that_stands_mostly_elsewhere_is_no_running_head():
    block = "entry {\nname of it\nyear of it\n}\n"
    body = [lines(12, 12 * page) + block * 3 for page in range(6)]
    heads = [f"\n{number}\n\f" for number in range(33, 39)]
    made = without(pages(heads, body) + lines(12, 400))
    assert made.count("}\n") == 18


def fed(parts):
    """Pages that end with form feeds, as an extractor leaves them, normalized."""
    return normalize("\f".join(parts).encode(), "a.txt", "en").value.article.split("\n---\n", 1)[1]


def test_numbers_of_sections_stay_where_form_feeds_show_the_pages():
    parts = [
        f"{lines(9, 40 * n)}and this is not so.\n\n{n}\n\nTHE NEXT PART\n\n{lines(29, 40 * n + 9)}"
        for n in range(4, 12)
    ]
    made = fed(parts)
    assert all(f"\n{number}\n" in made for number in range(4, 12))


def test_heads_and_numbers_at_form_feeds_go_though_no_sentence_runs_on():
    body = [f"{lines(20, 40 * n)}{SENTENCE}" for n in range(5)]
    made = fed(f"{part}\nWords of a Walk\n\n{n} / 90\n" for n, part in enumerate(body, 17))
    assert "Words of a Walk" not in made
    assert "/ 90" not in made


def test_heading_that_later_pages_repeat_as_their_head_stays():
    body = [f"{lines(20, 40 * n)}{SENTENCE}" for n in range(6)]
    heads = ["", "Words of a Walk\n\n", *["Words of a Walk\n\n"] * 4]
    made = fed(f"{head}{part}" for head, part in zip(heads, body, strict=True))
    assert made.count("Words of a Walk") == 1


def test_line_of_program_text_at_the_end_of_pages_is_no_head():
    body = [f"{lines(20, 40 * n)}entry {{\nname of it\n}}\n\n{n}\n" for n in range(33, 39)]
    assert fed(body).count("}\n") == 6


def test_labels_of_chapters_at_the_tops_of_pages_are_no_heads_but_a_bracketed_page_number_is_furniture():
    body = [f"CHAPTER {n}\n\n{lines(20, 40 * n)}{SENTENCE}\nWalks [Page {2 * n + 7}]\n" for n in range(1, 6)]
    between = [f"{lines(20, 40 * n + 200)}{SENTENCE}\nWalks [Page {2 * n + 8}]\n" for n in range(1, 6)]
    made = fed(part for pair in zip(body, between, strict=True) for part in pair)
    assert all(f"CHAPTER {n}\n" in made for n in range(1, 6))
    assert "Page" not in made


def test_lines_that_come_back_on_title_pages_alone_are_no_heads():
    front = [f"University of the Town\nFaculty of Foxes\n{lines(9, 20 * n)}{SENTENCE}" for n in range(3)]
    body = [f"{lines(20, 40 * n + 80)}{SENTENCE}\n{n}\n" for n in range(4, 12)]
    assert fed([*front, *body]).count("University") == 3


def test_head_of_two_pages_beside_their_numbers_that_names_a_section_goes():
    body = [lines(12, 20 * page) for page in range(8)]
    parts = [f"{number}\n\n{body[number - 1]}" for number in range(1, 9)]
    parts[1] = "1.1\nThe dens\n" + body[1]
    parts[0] = "1\n\nThe dens\n\n" + body[0]
    for number in (5, 7):
        parts[number - 1] = f"1.1. THE DENS\n\n{number}\n\n{body[number - 1]}"
    assert "THE DENS" not in fed(parts)


def test_numbers_of_the_lines_of_a_listing_are_no_folios():
    def listing(first):
        return "".join(
            f"    {n}  {line}\n" if n != first + 8 else f"    {n}\n"
            for n, line in enumerate(lines(16, first).splitlines(), first)
        )

    text = "".join(f"{lines(40, 50 * n)}\n{listing(n + 1)}{lines(40, 50 * n + 200)}" for n in range(4))
    assert without(text) == text


def test_labels_that_count_with_the_pages_for_once_are_no_folios():
    body = [f"{lines(20, 40 * n)}{SENTENCE}\n{n}\n" for n in range(1, 9)]
    body[1], body[6] = f"Chapter 2\n\n{body[1]}", f"Chapter 3\n\n{body[6]}"
    assert "Chapter 2" in fed(body)


def test_line_at_the_top_of_a_page_above_its_number_is_a_head_though_it_stands_once():
    body = [f"{n}\n\n{lines(20, 40 * n)}{SENTENCE}" for n in range(1, 9)]
    body[4] = f"1.3 The sources of it\n\n{body[4]}"
    assert "The sources of it" not in fed(body)


def test_head_without_numbers_goes_where_it_mostly_breaks_a_sentence():
    head, body = "Journal of Studies\n\n", [lines(30, 30 * page) for page in range(4)]
    assert without(head + head.join(body)) == head + "".join(body)


def test_line_that_comes_back_between_sentences_is_a_heading():
    for text in (
        "Points to note\n\n".join(closed(30, 30 * page) for page in range(5)),  # never inside one
        "Points to note\n\n".join(lines(9, 9 * page) for page in range(5)),  # too near for a page
        "Points to note:\n".join(lines(30, 30 * page) for page in range(5)),
        "of the studies\n".join(lines(30, 30 * page) for page in range(5)),
    ):
        assert without(text) == text


def test_number_of_a_section_at_the_top_of_a_page_is_no_folio_where_those_stand_below():
    body = "".join(f"{lines(20, 20 * page)}\n{page + 1}\n\f" for page in range(3))
    text = f"{body}4\n\nThe parts of a document\n\n{lines(9, 90)}and so on.\n\n4\n\f{lines(9, 120)}\n5\n"
    made = normalize(text.encode(), "source.txt", "en").value.article
    assert "4\n\nThe parts of a document" in made
    assert "so on.\n\n4\n" not in made


def test_head_and_number_go_from_a_page_of_few_lines_too():
    heads = ["Vowels of the North 1\n", "2 A. Sample and B. Author\n", "Vowels of the North 3\n"]
    heads += ["4 A. Sample and B. Author\n", "Vowels of the North 5\n"]
    body = [lines(20), "Summary\nIt is said in other words.\n", *(lines(20, 20 * page) for page in (2, 3, 4))]
    text = "\f".join(head + page for head, page in zip(heads, body, strict=True))
    made = normalize(text.encode(), "source.txt", "en").value.article
    assert "A. Sample" not in made
    assert "Summary\nIt is said" in made


def test_misread_number_above_the_head_of_a_page_goes_with_it():
    heads = ["", "A. Smith\n", "r\n\nA. Smith\n\n", "[u\n\nA. Smith\n\n", "A. Smith\n"]
    made = fed(f"{head}{lines(30, 30 * page)}" for page, head in enumerate(heads))
    assert "Smith" not in made
    assert "[u" not in made
    assert "\nr\n" not in made


def test_few_signs_above_a_line_that_is_no_head_stay():
    made = fed(f"So\n\n{head}\n{lines(30, 30 * page)}" for page, head in enumerate(["Ab", "Cd", "Ef", "Gh"]))
    assert made.count("So\n") == 4


def test_number_of_a_section_near_the_top_of_a_page_without_a_folio_stays():
    body = "".join(f"{lines(20, 20 * page)}\n{page + 1}\n\f" for page in (0, 2, 3, 4))
    first, rest = body.split("\f", 1)
    text = (
        f"{first}\fA version of this was printed before.\n\n2\n\nThe parts of it\n\n{lines(20, 200)}\f{rest}"
    )
    assert "2\n\nThe parts of it" in normalize(text.encode(), "source.txt", "en").value.article


def test_numbered_sections_shorter_than_a_page_are_no_folios_whatever_sign_ends_their_sentences():
    law = ["Յուրաքանչյուր ոք ունի սեփականություն տնօրինելու իրավունք։", "Ոչ ոք չպետք է կամայականորեն զրկվի։"]
    parts = []
    for number in range(1, 31):
        parts.append(f"Հոդված {number}\n{law[0]}\n{law[1]}\n")
        if number % 5 == 0:
            parts.append(f"{lines(9, number)}Journal 12 (2019)\n{number // 5}\n{lines(9, 50 + number)}")
    said = without("".join(parts))
    assert all(f"Հոդված {number}\n" in said for number in range(1, 31))
    assert "Journal" not in said


def test_title_that_later_pages_repeat_as_their_head_stays_though_the_text_names_it_too():
    first = f"Words of a Walk\n\n{lines(20, 400)}\nWords of a Walk\n\n{lines(9, 500)}"
    made = fed([first, *(f"{n}\n\nWords of a Walk\n\n{lines(30, 40 * n)}" for n in range(2, 7))])
    assert made.lstrip().startswith("Words of a Walk")
    assert made.count("Words of a Walk") == 2
