"""Numbers in brackets that cite nothing stay as typed: subscripts, labels under a strange heading."""

from basylym.model.repairs import State
from basylym.normalize import normalize
from basylym.repairs._references.lists import main

DATED = """The sea was measured (Moreau 1998; Okafor and Lind 2003). Others doubt it (Tanaka 2001), and
Moreau (1998) answers them.

## References

Moreau, P., 1998. Depths of the sea. Lyon: Rivage.

Okafor, N. and Lind, B., 2003. Depths once more. Sea Letters, 4(2), pp.11–19.

Tanaka, K., 2001. Against depth. Kobe: Minato.
"""
UNREAD = """El mar fue medido [1] y descrito [2, 3] antes de esta obra. Véase también la carta [1].

Obras que se citan

[1] Moreau P., Las honduras del mar, Lyon 1998, http://example.org/
[2] Okafor N., Cartas del mar, Kobe 2003
[3] Tanaka K., Contra la hondura, Kobe 2001
"""


def rows(text: str, tag: str, rule: str) -> list[str]:
    ledger = normalize(text.encode(), "a.txt", tag).value.ledger
    return [row.before for row in ledger if row.rule == rule and row.state is State.APPLIED]


def test_subscripts_of_a_program_cite_nothing_where_surname_and_year_do():
    program = "plot(depth[2,1], depth[3])\nlines(depth)[2]\n"
    assert rows(f"{program}\n{DATED}", "en", "numeric-citations") == []


def test_subscripts_of_a_program_cite_nothing_where_other_numbers_do_and_words_are_asked_about():
    cited = "It was measured [1], doubted [2] and drawn [3]."
    listed = "\n\n".join(f"[{n}] Moreau P. Depths, part {n}. Lyon, 199{n}." for n in (1, 2, 3))
    text = (
        f"{cited} The loop reads row[2] and row[1], then a shelf[1]. It ends.\n\n## References\n\n{listed}\n"
    )
    assert rows(text, "en", "numeric-citations") == ["[1]", "[2]", "[3]"]
    asked = normalize(text.encode(), "a.txt", "en").value.ledger
    assert [row.column for row in asked if row.state is State.QUERY] == [text.index("[1]. ", 60) + 1]


def test_number_that_a_kazakh_author_typed_at_a_word_is_a_citation():
    listed = "\n\n".join(f"{n}. Қалиев Б. Көш жолдары. – Алматы, 199{n}. – 24{n} б." for n in (1, 2, 3))
    text = f"Мұнда жәрмеңке болды[1]. Ол өсті [2], кейін азайды [3].\n\nӘдебиеттер\n\n{listed}\n"
    assert rows(text, "kk", "numeric-citations") == ["[1]", "[2]", "[3]"]


def test_labels_of_a_list_under_an_unknown_heading_are_no_citations():
    assert rows(UNREAD, "und", "numeric-citations") == []


def test_arguments_of_a_command_cite_nothing():
    text = "The margins are set by \\newenvironment{margins}[2]{begin}{end}, or by \\margins[1] as here."
    assert rows(text, "en", "numeric-citations") == []


def test_pattern_of_names_of_files_cites_nothing():
    text = "Devices stand under /media/floppy[1-9], /media/cdrom[1-9] and share/<tongue>/man[1-9]."
    assert rows(text, "en", "numeric-citations") == []


def test_keys_of_a_table_in_a_program_cite_nothing():
    text = "The cat has words:\ncat = {\n[1] = 'It purrs.',\n[2] = 'It looks.',\n[3]= 'It sleeps.',\n}\n"
    assert rows(text, "en", "numeric-citations") == []


def test_what_a_program_printed_cites_nothing():
    printed = (
        "> class(depth)\n[1] TRUE\n> frequency(depth)\n[1] 4\n> depth.sea[1] + depth.sea[2]\n[2] 18\n" * 3
    )
    text = f"{printed}\n{DATED}"
    assert rows(text, "en", "numeric-citations") == []


def test_head_of_a_page_in_the_middle_of_a_sentence_begins_no_list():
    prose = f"The towns were counted twice, a\nReferences\nthird time in May. {'And so on. ' * 9}"
    assert main(f"{prose}\n\nMay 2014. See http://example.org/\n") is None


def test_name_of_a_list_among_names_of_other_parts_begins_no_list():
    names = "Preface\nReferences\nAbstract\nBibliography\nChapter\nAppendix\nContents\nGlossary\n"
    prose = "The names of the parts may be changed, as the table shows, in the preamble.\n\n" * 3
    listed = "".join(f"[{n}] Moreau P. Depths, part {n}. Lyon, 199{n}.\n" for n in (1, 2, 3, 4, 5, 6, 7))
    assert main(f"{names}\n{prose}Opere citate\n{listed}") is None


def test_elements_of_a_programs_lists_cite_nothing():
    text = "It is so [1], as they say [2].\n\n> inspect(crude[[2]])\n\n[[1]]\n<<Text>>\n\nAnd more.\n"
    assert rows(text, "en", "numeric-citations") == ["[1]", "[2]"]
    shown = "> inspect(ovid[1:2])\n\n> meta(letters)[1:2]\n\nIt is shown above, in the print of a program.\n"
    assert rows(shown, "en", "numeric-citations") == []


def test_marks_of_notes_and_figures_that_a_program_printed_cite_nothing():
    notes = "Press a key [2] or another [3] to go on.\n\n[2] There are more.\n\n[3] Say so.\n"
    assert rows(notes, "en", "numeric-citations") == []
    assert (
        rows("It was fitted.\n\ntau: [1] 0.5\n\nIt is so, and we go on.\n", "en", "numeric-citations") == []
    )
