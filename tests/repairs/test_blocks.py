"""Lists, flattened tables, captions and notes: whole texts through the whole engine."""

from pathlib import Path

import pytest

from basylym.model.repairs import Edit, State
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, pack, spoken
from basylym.stages.repair import rebuild, repair, replay
from basylym.stages.spans import Claim, Layer

FOLDER = Path(__file__).parents[1] / "specimens" / "raw"


def copy(tag, text):
    fair = repair(SourceText("source.txt", b"", text), pack(tag), RULES, evidence(pack(tag)))
    assert replay(text, fair.ledger) == fair.text
    assert rebuild(fair.text, fair.ledger) == text
    return fair


def asked(fair):
    return [row.rule for row in fair.ledger if row.state is State.QUERY]


def test_what_is_held_moves_with_the_text_and_is_hidden():
    layer = Layer("one 1. two").apply([Claim(Edit(4, 7, "1. ", "", held=((0, 3),)), "lists", 0)])
    layer = layer.apply([Claim(Edit(0, 3, "three", ""), "words", 0)])
    assert layer.text == "three 1. two"
    assert layer.shown == "three \ufffc\ufffc\ufffctwo"
    touching = [Claim(Edit(6, 7, "2", ""), "numbers", 0), Claim(Edit(9, 12, "2", ""), "numbers", 0)]
    assert layer.outside_held(touching) == touching[1:]


def test_the_cells_of_a_table_are_neither_mended_nor_joined():
    text = (
        "Table 1. Words\nWord    Parts     Number\nmeth-   od        12\nword ,  [1]       13\n"
        "1* b    c_d_      14"
    )
    assert copy("en", text).text == (
        "Table 1. Words\n\n```\nWord    Parts     Number\nmeth-   od        12\nword ,  [1]       13\n"
        "1* b    c_d_      14\n```"
    )


def test_a_fence_is_longer_than_the_longest_in_a_table():
    text = "Code\tUse\n```\t12\nb\t13\nc\t14"
    assert copy("en", text).text.startswith("````\n")


@pytest.mark.parametrize(
    "text",
    [
        "The result was 11 in 1990 and\n120 in 1995, which is more than\n117 in 2000 or 15 in 2001 there.",
        "Anna Weber\nTomas Lind\nUniversity of Leeds\nLeeds",
        "Dear  Sir ,\nI  am  well ,  and  hope\nyou  are  too .\nYours  truly",
    ],
)
def test_prose_and_addresses_are_no_tables(text):
    assert "```" not in copy("en", text).text


def test_sentences_behind_dashes_are_asked_about_where_the_language_speaks_so():
    text = "Мы узнали:\n– Торговля выросла.\n– Цены упали."
    assert asked(copy("ru", text)) == ["lists"]
    assert copy("ru", text).text == "Мы узнали:\n\n– Торговля выросла.\n\n– Цены упали."
    assert copy("en", "We found:\n– Trade grew.\n– Prices fell.").text == (
        "We found:\n\n- Trade grew.\n- Prices fell."
    )


def test_a_list_that_goes_on_after_a_paragraph_keeps_its_numbers():
    text = (
        "First:\n1. one thing;\n2. two things.\nThen, behind a paragraph:\n3. three things;\n4. four things."
    )
    assert "\n\n3. three things;\n4. four things." in copy("en", text).text


def test_a_word_broken_inside_an_item_is_joined():
    text = "Two:\n1. the method of a meth-\n   od;\n2. the end."
    assert copy("en", text).text == "Two:\n\n1. the method of a method;\n2. the end."


def test_notes_without_a_sure_call_each_are_asked_about_and_stay():
    text = "Foxes came late.1 They stay.2 They go.2\n\n1 See: Harris, p. 5.\n\n2 Ibid."
    fair = copy("en", text)
    assert asked(fair) == ["notes-in-the-flow"]
    assert "late.1" in fair.text


def test_numbered_headings_are_no_notes_where_a_call_of_the_next_number_has_none_among_them():
    text = (
        "The paper is set in a large type.1 The parts have these names:2\n\n1. Contract of sale\n\n"
        "2. Defects of it\n\nThe macro keeps the number of each part.3\n\n3 See the file of sections.\n"
    )
    fair = copy("en", text)
    assert "[^1]" not in fair.text
    assert "notes-in-the-flow" in asked(fair)


def test_citations_inside_a_note_are_still_citations():
    text = "Лисы живут у нас.¹ Их много [2].\n\n¹ См. об этом [1, с. 5] и далее.\n"
    assert "[^1]: См. об этом [@ref1, с. 5] и далее." in copy("ru", text).text


def test_a_note_in_the_middle_of_a_sentence_lets_the_sentence_go_on():
    text = "Foxes came late1 and they\n1 See: Harris, p. 5.\nstay where they were born."
    assert copy("en", text).text.startswith("Foxes came late[^1] and they\nstay where")


def test_no_other_rule_asks_about_a_line_end_that_a_list_has_settled():
    made = (FOLDER / "ru-lists" / "source.txt").read_text("utf-8")
    rows = copy("ru", made).ledger
    settled = {(row.start, row.end) for row in rows if row.rule == "lists" and row.state is State.APPLIED}
    assert not [row for row in rows if row.state is State.QUERY and (row.start, row.end) in settled]


@pytest.mark.parametrize(("others", "mark"), [(2, "-"), (0, "•")])
def test_an_item_stands_alone_only_behind_a_bullet_that_opens_others(others, mark):
    items = "".join(f"• another thing of number {n}\n" for n in range(others))
    text = f"It holds these:\n\n{items}\nA paragraph between them.\n\n• the last thing\n\nIt ends here."
    assert f"\n\n{mark} the last thing\n\n" in copy("en", text).text


def test_bullets_of_a_symbol_font_become_a_list():
    text = "It holds three things:\n\n\uf0b7 prices\n\uf0b7 goods\n\uf0b7 people\n\nIt ends here."
    assert "things:\n\n- prices\n- goods\n- people\n\nIt" in copy("en", text).text


def test_a_listing_between_filled_lines_keeps_its_indents_and_its_signs():
    prose = (
        "The pictures were sorted by a small program that reads the name of each file, asks for\na number,"
    )
    listing = 'for name in files:\n    total[name]  =  ask ( "how many?" )\n    print(total[name] , "* q")'
    indented = "\n".join(f"    {line}" for line in listing.split("\n"))
    fair = copy("en", f"{prose} and ends:\n\n{indented}\n\nSo it was.")
    assert f"\n\n```\n{listing}\n```\n\nSo it was." in fair.text
    assert copy("en", fair.text).text == fair.text


def test_a_listing_that_holds_a_fence_stands_between_longer_ones():
    lines = ["for name in files:", '    print("```")', '    total[name] = ask("```")']
    indented = "\n".join(f"    {line}" for line in lines)
    fair = copy("en", f"The pictures were sorted so:\n\n{indented}\n\nSo it was.")
    assert f"\n\n````\n{chr(10).join(lines)}\n````\n\nSo it was." in fair.text


def test_item_goes_on_behind_a_nearly_full_line_that_ends_no_sentence():
    body = (
        "The kernels of the estimates were compared for all of the towns that had been counted so far,\n"
        "and a table of them is given at the end of this part,\n"
        "where the weights of each\n"
        "are listed by the names of those who proposed them first and of those who used them.\n"
    )
    item = "• Andrews placed these in a more general class, and the weights by Newey and West\n"
    rest = "(1987) in Equation 7 are those of the second kernel.\n• Others did not.\n"
    assert "Newey and West (1987) in Equation 7" in copy("en", f"{body}\n{item}{rest}").text


def test_items_under_small_circles_copied_as_letters_are_a_list_inside_the_item():
    text = (
        "Жоба бірнеше кезеңнен өтті:\n1. Дамыту кезеңі:\n   o Тілді таңдау.\n   o Дауысты тану.\n"
        "   o Дауысты синтездеу.\n2. Тестілеу кезеңі.\n"
    )
    made = copy("kk", text).text
    assert "1. Дамыту кезеңі:\n   - Тілді таңдау.\n   - Дауысты тану.\n   - Дауысты синтездеу.\n2." in made
    assert "o casa e\no Brasil" in made_of("pt", "Ele disse:\n\n  o casa e\n  o Brasil são assim.\n")


def made_of(tag, text):
    return repair(SourceText("source.txt", b"", text), spoken(tag), RULES, evidence(spoken(tag))).text


def test_table_whose_rules_are_drawn_is_kept_line_by_line():
    table = (
        "+------+---------------+\n|Sign  |What it means  |\n|------+---------------|\n"
        "|U     |all that can   |\n|      |be upgraded    |\n+------+---------------+"
    )
    margin = table.replace("\n", "\n    ")
    assert f"```\n{table}\n```" in copy("en", f"The signs:\n\n    {margin}\n\nThey are few.").text


def test_bars_of_formulas_are_no_table():
    text = "|x| + |y|\n|x| - |y|\n|x| * |y|"
    assert "```" not in copy("en", text).text


def test_clauses_below_a_numbered_line_are_no_part_of_its_item():
    text = (
        "1. First steps\n    1.1. The work\n    1.2. The tools\n2. The second\n    2.1. Files*\n    2.2. Name"
    )
    assert " 1.1. The work 1.2" not in copy("en", text).text
    assert "second 2.1." not in copy("en", text).text


def test_command_below_a_colon_is_no_part_of_the_item():
    text = "- It could be input like this:\n\\digloss{Dit\n- And so on.\n- The end."
    assert "this: \\" not in copy("en", text).text


def test_cell_below_a_short_caption_is_no_part_of_it():
    prose = (
        "All the classes that there are stand in this table, which is in the middle of\nthe text of the page."
    )
    cells = "article\n\nfor articles in journals, short reports"
    text = f"{prose}\n\nTable 1: Classes\n{cells}\n\n{prose}\n{prose}"
    assert "Classes article" not in copy("en", text).text


def test_what_a_program_prints_below_its_prompt_is_no_list():
    tree = "> fit\n1) tax <= 432; criterion = 1\n2) ratio <= 15.2; criterion = 1\n3) weights = 72"
    assert copy("en", f"It was fitted.\n{tree}\nSo it was.").text.count("\n\n") == 0


def test_comment_of_a_program_is_no_list():
    text = "/**\n* runs the axis that is\n* given; what it says\n* is stored\n*/"
    assert "- " not in copy("en", text).text


def test_sign_without_a_name_that_opens_lines_is_a_bullet():
    text = "The load is (1 point):\n\x03 none\n\x03 the least\n\x03 the most\n\nBox \x03"
    assert copy("en", text).text == "The load is (1 point):\n\n- none\n- the least\n- the most\n\nBox \ufffd"


def test_caption_of_several_sentences_goes_on_behind_a_capital():
    prose = "The galaxies that we saw were drawn on a map, and the map was drawn again in the next year, as\n"
    said = "Figure 3. Light curves are shown. Sources are V2491 Cyg, and (d) RS\nOph, and KT Eri."
    text = f"{prose * 6}\n{said}\n"
    assert "(d) RS\n\nOph" not in copy("en", text).text


def test_code_of_spaced_signs_keeps_its_spaces():
    text = "Khat = acker ( Ahat , Bhat , pC ) ;\nmodel = Model (n , Ak , Bk , Ck)\nSo it is , then."
    assert copy("en", text).text.endswith("So it is, then.")
    assert "Ahat , Bhat" in copy("en", text).text
    assert "Ak , Bk" in copy("en", text).text


def test_caption_narrower_than_the_text_goes_on_behind_a_capital():
    prose = "The galaxies that we saw were drawn on a map, and the map was drawn again in the next year, as\n"
    said = "Figure 1. Scatterplot and regression fit of the Engel\nFood Expenditure Data: the plot shows more"
    assert "Engel\n\nFood" not in copy("en", f"{prose * 6}\n{said} of it.\n").text


def test_formula_below_a_colon_is_no_part_of_the_item():
    text = "• The kernel leads to the following weights:\nwl\n\n=\n\n3\n\n• And so on.\n• The end."
    assert "weights: wl" not in copy("en", text).text


def test_dots_that_multiply_are_no_bullets():
    text = "The scores are adjusted by\n\nG\n· (Ing − Hgg)\n· r(yg, xg) (18)\n· s(yg, xg) (19)\nwith all."
    assert "- " not in copy("en", text).text


def test_numbers_in_brackets_call_no_note_where_a_list_is_numbered_so():
    notes = "1. In the old version it was so.\n\n2. It has been changed by now."
    works = "References\n\n[1] J. Cheverud, Depths of the sea, 1985.\n\n[2] P. Moreau, Charts, 1998."
    text = f"The data, taken from [1], are shown.\n\nThe code is tree[2] here.\n\n{notes}\n\n{works}\n"
    assert "[^" not in copy("en", text).text


def test_headings_above_running_text_are_no_notes():
    text = (
        "Die Muster stehen im Wiki1 und sonst nirgends.\n\n1. Anfang der Arbeit\n"
        "Der Algorithmus arbeitet mit Mustern, die aus einer Liste berechnet wurden, und\n"
        "er trennt die Wörter in der Regel so, wie es ein Setzer von Hand getan hätte; sie\n"
        "haben dennoch eine ganze Reihe von Schwächen,2 die man seit langem kennt und die\n"
        "bis heute nicht behoben sind.\n\n2. Gebrauch der Muster\n"
        "Die Muster werden durch zwei Pakete zur Verfügung gestellt, die beide vorhanden sind.\n"
    )
    assert "[^" not in copy("de", text).text


@pytest.mark.parametrize("contents", ["", "Early days . . . . . . 2\n\nLater days\n\n4\n\n"])
def test_numbered_words_that_say_nothing_of_their_own_are_no_notes(contents):
    text = (
        f"{contents}The data are on our site1 for all to read.\n\n1. Early days\n\n"
        "The foxes came to the town when the mills were shut.2 They stayed there.\n\n"
        "2. Later days\n\nNobody has seen them leave.\n"
    )
    assert "[^" not in copy("en", text).text


def test_figures_of_a_key_in_brackets_call_no_note():
    text = (
        "Foxes came late.1 They stay where they were born,2 as we have seen.\n"
        "The list is longer by now [Lem3, Mor05]. It holds all of them.\n\n"
        "1 See: Harris, S. (1981), p. 5.\n\n2 There is no earlier record.\n\n3 Ibid.\n"
    )
    fair = copy("en", text)
    assert "[Lem3, Mor05]" in fair.text.replace("\\", "")
    assert "[^3]" not in fair.text


def test_a_number_with_a_nought_before_it_calls_no_note():
    text = "Foxes came late.1 The model Fox02 is new.\n\n1 See: Harris, p. 5.\n\n2 There is no record.\n"
    assert "Fox02" in copy("en", text).text


def test_notes_behind_the_last_folio_stand_apart_from_the_last_line():
    names = ("Aum", "Bex", "Cor", "Dol", "Emm", "Fal")
    pages = "".join(
        "".join(f"{name} has a row {row} that runs on and {row}{name}\n" for row in "abcdefgh")
        + f"and the foxes stay{mark} where they were born at {name}\n\n"
        f"{mark and f'{n} See: Harris, S. (1981), p. 1{n}.'}\n\n{n}\n\n\f"
        for n, (name, mark) in enumerate(zip(names, ("1", "2", "", "", "", ""), strict=True), 1)
    )
    text = copy("en", pages).text
    assert "6" not in text
    assert "where they were born at Fal\n\n[^1]: See" in text


def test_notes_stand_apart_from_the_line_above_a_list_that_follows_without_a_blank_line():
    text = (
        "Foxes came late.1 They stayed.2 They eat well.\n\n1 See: Harris, p. 5.\n2 There is no record.\n\n"
        "The foxes were counted in spring by the two of us.\nReferences\n"
        "Harris, S. (1981). Foxes in towns. Leeds: Press.\nLloyd, H. (1980). The red fox. London: Batsford.\n"
    )
    assert "two of us.\n\n[^1]: See: Harris, p. 5." in copy("en", text).text


def test_table_that_pandoc_wrote_between_lines_of_dashes_is_kept_line_by_line():
    prose = "The foxes were counted in spring by two of us."
    table = (
        "-----------------------------\ntown         foxes   seen by\n------------ ------- --------\n"
        "Leeds        11      two\n                     walkers\n\nYork         9       one\n"
        "-----------------------------"
    )
    indented = "\n".join(f"  {line}" if line else line for line in table.split("\n"))
    for shown in (table, indented):
        text = f"{prose}\n\n{shown}\n\n{prose}"
        assert f"```\n{table}\n```" in copy("en", text).text
    ruled = f"{prose}\n\n-----------------------------\n\n{prose}\n\n-----------------------------\n"
    assert "```" not in copy("en", ruled).text


def test_two_first_items_below_one_another_are_asked_about_for_one_may_be_a_note():
    text = (
        "They have three merits:\n1. The first is that they part what is said from what is seen,\n"
        "   so that a writer thinks of one thing at a time.\n1. One speaks then of a bare text.\n\n\f"
        "2. The second is that they are free.\n3. The third is that they are old.\n"
    )
    fair = copy("en", text)
    assert "lists" in asked(fair)
    assert "\n1. One speaks then of a bare text.\n2. The second" not in fair.text
    assert "\n\n1. One speaks then of a bare text.\n\n2. The second" not in fair.text


def test_a_name_and_year_whose_entry_was_not_read_stay_as_typed_and_are_asked_about():
    entries = (
        "Doe A (1992). “Roads of the steppe.” Something nobody reads 1, and 141 and more; vol.\n\n"
        "Lind, T. (1999). Roads and wells. London: Nowhere Press."
    )
    fair = copy(
        "en", f"Roads are old (Doe, 1992), and so are wells (Lind, 1999).\n\nReferences\n\n{entries}\n"
    )
    assert "old (Doe, 1992), and so are wells [@lind1999]." in fair.text
    assert "author-date-citations" in asked(fair)
