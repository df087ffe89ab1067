"""How the line ends of a text are meant, told from its lines."""

import textwrap

from basylym.model.repairs import Phase
from basylym.model.text import SourceText
from basylym.normalize import RULES, evidence, pack
from basylym.repairs import false_sentence_ends, line_breaks
from basylym.repairs._lines import Mode, shown
from basylym.repairs._tables import tables_of
from basylym.stages.repair import repair

ARTICLE = (
    "Everyone has the right to take part in the government of the country, directly or through freely "
    "chosen representatives, and everyone has the right of equal access to public service there."
)
EARLY = {slug: rule for slug, rule in RULES.items() if rule.phase < Phase.STRUCTURE}
VERSE = "\n".join(
    "The curfew tolls the knell of parting day,|The lowing herd wind slowly o'er the lea|"
    "The ploughman homeward plods his weary way|And leaves the world to darkness and to me|"
    "Now fades the glimmering landscape on the sight|And all the air a solemn stillness holds|"
    "Save where the beetle wheels his droning flight|And drowsy tinklings lull the distant folds".split("|")
)


def filled(text):
    return "\n".join(textwrap.wrap(text, 60))


def test_many_short_headings_do_not_hide_that_lines_are_filled():
    text = "\n".join(f"Article {number}\n{filled(ARTICLE)}" for number in range(1, 13))
    assert shown(text).mode is Mode.WRAPPED
    edits = sorted(line_breaks.find(text, pack("en"), evidence(pack("en"))(text)), key=lambda e: -e.start)
    for edit in edits:
        text = text if edit.query else text[: edit.start] + edit.after + text[edit.end :]
    assert text == "\n\n".join(f"Article {number}\n\n{ARTICLE}" for number in range(1, 13))


def test_verse_with_capitals_keeps_its_lines():
    assert shown(VERSE).mode is Mode.UNKNOWN


def joined(text):
    found = line_breaks.find(text, pack("en"), evidence(pack("en"))(text))
    for edit in sorted(found, key=lambda one: -one.start):
        text = text if edit.query else text[: edit.start] + edit.after + text[edit.end :]
    return text


LOWER = "tar takes files and makes one of them, " + ARTICLE[0].lower() + ARTICLE[1:]


def test_short_line_in_capitals_is_a_heading_though_a_small_letter_follows():
    text = "\n".join([*(filled(ARTICLE) for _ in range(3)), "HOW TO USE IT", filled(LOWER)])
    assert joined(text).endswith(f"there.\n\nHOW TO USE IT\n\n{LOWER}")


def test_short_line_before_an_indent_is_a_heading_though_a_small_letter_follows():
    indented = [textwrap.fill(one, 60, initial_indent="    ") for one in [*[ARTICLE] * 8, LOWER, ARTICLE]]
    text = "\n".join([*indented[:8], "Options of the program", *indented[8:]])
    assert f"there.\n\nOptions of the program\n\n{LOWER}" in joined(text)


def test_line_broken_far_too_early_before_a_small_letter_is_left_as_it_stands():
    text = "\n".join(
        [*(filled(ARTICLE) for _ in range(3)), "rsync", filled(f"rsync is a program. {ARTICLE}")]
    )
    assert "\nrsync\nrsync is a program" in joined(text)


def test_word_in_capitals_at_the_end_of_a_full_line_is_no_heading():
    text = filled(f"{ARTICLE} {ARTICLE} This is the work of UNESCO and of UNICEF {LOWER} {ARTICLE}")
    assert "\n" not in joined(text).replace("\n\n", "")


def test_note_that_stands_before_its_mark_is_not_joined_to_the_sentence_it_breaks_off():
    """pdftotext puts a raised number, smaller than its note, behind the note; the text goes on overleaf."""
    last = "And all that was asked of them is now rather difficult and"
    above = f"{filled(ARTICLE)}\n{filled(ARTICLE)}\n{last}"
    note = "There is more of this in the thesis of the author (2013)."
    text = f"{above}\n{note}\n1\n\n\npossible. {filled(ARTICLE)}\n{filled(ARTICLE)}"
    assert f"{last}\n{note}\n" in joined(text)
    assert f"{last} {note}" in joined(text.replace("\n1\n\n\npossible", "\nIt is possible"))


def test_letter_that_ends_a_short_line_of_filled_ones_is_no_initial():
    text = "\n".join(
        f"{filled(ARTICLE)}\nAll of it was computed in R.\nAnother view: {filled(ARTICLE)}" for _ in "abcd"
    )
    assert shown(text).mode is Mode.WRAPPED
    assert not list(false_sentence_ends.find(text, pack("en"), evidence(pack("en"))(text)))


def test_verse_among_filled_lines_keeps_its_lines():
    verse = (
        "Oh, the wind was foul and the sea ran very high on the starboard side,\n"
        "And the mate was drunk and the captain slept through the rising tide,\n"
        "Leave her, Johnny, and all of us go where the old ships ride"
    )
    text = "\n\n".join([*[filled(ARTICLE)] * 4, verse, *[filled(ARTICLE)] * 2])
    assert shown(text).mode is Mode.WRAPPED
    edits = list(line_breaks.find(text, pack("en"), evidence(pack("en"))(text)))
    at = text.index(verse)
    assert not [edit for edit in edits if at < edit.start < at + len(verse)]


def test_clauses_that_a_tab_parts_from_their_numbers_are_no_table():
    clauses = "2.\tRENT\n2.1\tThe tenant pays each quarter.\n2.1.1\tInterest is due.\n2.2\tSee clause 7."
    assert not tables_of(clauses)
    assert tables_of("1.5\t2.25\n2.5\t6.25\n3.5\t12.25\n4.5\t20.25")


def test_letter_of_a_version_is_no_initial():
    text = "Se usaron los arreglos de TEX 2.X.\nPor cierto, no bastan."
    assert not list(false_sentence_ends.find(text, pack("en"), evidence(pack("en"))(text)))


def test_paragraphs_on_lines_of_their_own_are_parted_though_blank_lines_stand_above_headings():
    text = (
        f"1. Rights\n{ARTICLE}\n{ARTICLE}\n\n2. Duties\n{ARTICLE}\n2.1. Of all\n{ARTICLE}\n\n"
        "To the council\nMain street 1\nLund"
    )
    assert joined(text) == text.replace(f"{ARTICLE}\n", f"{ARTICLE}\n\n").replace("\n\n\n", "\n\n").replace(
        "Rights\n", "Rights\n\n"
    ).replace("Duties\n", "Duties\n\n").replace("all\n", "all\n\n")


def test_initial_below_a_broken_word_is_joined_at_once_and_not_in_a_second_run():
    text = "2014. все \u00ad\nкалықein видно А.\nПушкинas принятЗаң Ол Leeds\n"
    text += "They causes жаңа союзаthe М., word“press” çà [2,"
    once = repair(SourceText("a.txt", b"", text), pack("ru"), EARLY, evidence(pack("ru"))).text
    again = repair(SourceText("a.txt", b"", once), pack("ru"), EARLY, evidence(pack("ru")))
    assert again.text == once


def test_entries_of_a_table_of_contents_keep_their_lines():
    rows = "\n".join(f"A.{n} The editors of system {n} . . . . . . . . . . . . . 13{n}" for n in range(5))
    text = joined("\n\n".join([*[filled(ARTICLE)] * 4, rows, filled(ARTICLE)]))
    assert "130\n\nA.1" in text


def test_abbreviation_that_ends_a_short_line_of_filled_ones_ends_its_sentence():
    text = "\n".join(f"{filled(ARTICLE)}\nIt works by accident, etc.\ncast is empty\n" for _ in "abcd")
    assert shown(text).mode is Mode.WRAPPED
    assert not list(false_sentence_ends.find(text, pack("en"), evidence(pack("en"))(text)))


def test_lines_whose_numbers_count_on_keep_their_ends():
    listing = "\n".join(f"    {n}  {line}" for n, line in enumerate(filled(ARTICLE).split("\n"), 20))
    text = joined("\n\n".join([*[filled(ARTICLE)] * 4, listing, filled(ARTICLE)]))
    assert text.count("\n    2") + text.count("\n2") >= 3
    psalm = "\n".join(f"{n} The verse says its own thing and ends." for n in range(1, 9))
    assert joined(psalm) == psalm


def test_numbered_headings_whose_numbers_count_on_are_parted_from_their_text():
    law = "\n".join(f"{n} бап\n{filled(ARTICLE)}\n{filled(ARTICLE)}" for n in range(1, 9))
    assert "\n\n2 бап\n\n" in joined(law)


def test_command_that_goes_on_and_ways_to_call_a_program_keep_their_lines():
    ways = "install [OPTION]... [-T] SOURCE DESTINATION OF THE FILES\ninstall [OPTION]... -t DIRECTORY SOURCE"
    command = "vim '+argdo %s#usr/local/lib#usr/lib#gce|update' +quit \\\n$(find . -type f -name '*.c')"
    text = joined("\n\n".join([*[filled(ARTICLE)] * 4, ways, command, filled(ARTICLE)]))
    assert ways in text
    assert command in text


def test_letter_among_letters_or_at_the_end_of_a_line_with_room_is_no_initial():
    for said in ("The capitals are these: Γ, Δ, Λ, Π, Ω.\nSome", "given in a matrix of size T × I.\nIn the"):
        text = f"{said} following, all of it is shown.\n\n{filled(ARTICLE)}"
        assert not list(false_sentence_ends.find(text, pack("en"), evidence(pack("en"))(text)))


def test_choices_of_a_menu_keep_their_lines():
    menu = "\n".join(
        f"   {letter} [ ] GNU/Linux on {letter * 3} with very many more words (one)" for letter in "defgh"
    )
    text = joined("\n\n".join([*[filled(ARTICLE)] * 12, menu, filled(ARTICLE)]))
    assert "(one) " not in text


def test_a_line_that_ends_early_above_one_without_an_indent_is_asked_about_where_indents_open_paragraphs():
    paragraph = textwrap.fill(f"{ARTICLE} {ARTICLE} {ARTICLE}", 60, initial_indent="   ")
    terms = "Nouns of one syllable.\nVerbs of motion.\nAll others."
    text = f"{paragraph}\n{paragraph}\n{paragraph}\n   Of three kinds.\n{terms}\n{paragraph}\n{paragraph}"
    assert shown(text).indented
    assert "Of three kinds.\nNouns of one syllable.\nVerbs of motion.\nAll others.\n\n" in joined(text)
    found = line_breaks.find(text, pack("en"), evidence(pack("en"))(text))
    assert sum("the line below has no indent" in edit.evidence for edit in found if edit.query) == 3


def test_a_nearly_full_line_goes_on_in_one_without_an_indent_where_indents_open_paragraphs():
    paragraph = textwrap.fill(f"{ARTICLE} {ARTICLE} {ARTICLE}", 60, initial_indent="   ")
    nearly = "   Everyone has the right to take part in it, as is so."
    text = f"{paragraph}\n{paragraph}\n{paragraph}\n{nearly}\nEverything else is said there too.\n{paragraph}"
    assert "as is so. Everything" in joined(text)
