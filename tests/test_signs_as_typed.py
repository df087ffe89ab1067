"""What an author typed prints as he typed it, though the reader of his file makes Markdown of it."""

import pypandoc
import pytest

import office
from basylym import normalize
from basylym.model.repairs import State

ENTRIES = (
    "1. Ұлттық статистика бюросы. Шағын бизнес мониторингі [Электрондық ресурс]. – URL: https://stat.gov.kz",
    "2. Smith J. Stars * and_ # of @home <b> `x` | ~y ^z 'a' \"b\" [Electronic resource]. – L.: Sage, 2010.",
)
PARAGRAPHS = ("Бұл мәтін шағын бизнес туралы айтады [1] және [2].", "Әдебиеттер", *ENTRIES)
SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!|<>@^~$'\""})


def document(form, folder):
    if form == "docx":
        return office.docx(*(office.paragraph(office.run(text)) for text in PARAGRAPHS))
    return office.written(form, folder, "\n\n".join(text.translate(SIGNS) for text in PARAGRAPHS))


@pytest.mark.parametrize("form", ["docx", "odt", "html", "rtf", "latex"])
def test_entry_of_any_file_holds_no_backslash_of_markdown(form, tmp_path):
    name = "a.tex" if form == "latex" else f"a.{form}"
    made = normalize.normalize(document(form, tmp_path), name, "kk").value
    works = made.bibliography.replace("{\\textbackslash}", "§")
    assert works.count("basylym-raw =") == 2
    assert "§" not in works
    assert "мониторингі [Электрондық ресурс]" in works
    assert "* and\\_ \\# of {@}home" in works


def test_backslash_that_was_typed_stays_in_its_entry():
    text = "It was said [1].\n\nReferences\n\n1. Smith, J. (2010). The path \\[C: of disks. London: Sage."
    made = normalize.normalize(text.encode(), "a.txt", "en").value
    assert "{\\textbackslash}[C:" in made.bibliography


@pytest.mark.parametrize("typed", ["[@key; @key2]", "(@key)", "see x@y.org@key", "“@key”", "a;@key", "-@key"])
def test_key_that_was_typed_in_a_word_processor_cites_nothing(typed):
    raw = office.docx(office.paragraph(office.run(f"Models are many {typed}, as it was said.")))
    made = normalize.normalize(raw, "a.docx", "en").value
    body = made.article.split("---\n", 2)[2]
    read = pypandoc.convert_text(body, "json", "markdown")
    assert '"Cite"' not in read
    assert typed.replace("“", "").replace("”", "")[-6:].strip() in pypandoc.convert_text(
        body, "plain", "markdown", extra_args=["--wrap=none"]
    )


def copy(text):
    prose = "Первый абзац этого текста говорит о рынке и о том, как люди торгуют на нём.\n\n"
    made = normalize.normalize((prose * 9 + text).encode(), "a.txt", "ru").value
    asked = [row.before for row in made.ledger if row.state is State.QUERY]
    return made.article.split("---\n", 2)[2].strip(), asked


@pytest.mark.parametrize(
    ("before", "shown", "sign"),
    [
        ("Он сказал что\x15нибудь о рынке, и все его услышали.", "что\ufffdнибудь", "\x15"),
        ("Рынок \x16 место торговли, и все о нём знают давно.", "Рынок \ufffd место", "\x16"),
        ("\x88 Рынок растёт, и все о нём знают уже давно.", "\ufffd Рынок", "\x88"),
        ("Это слово\x9dслово в тексте, и все о нём знают давно.", "слово\x9dслово", "\x9d"),
        ("В году было 12\x0745 дней, и все о них знают давно.", "12\ufffd45", "\x07"),
        ("Слово\x06\nслово стоит здесь, и все о нём знают давно.", "Слово\ufffd", "\x06"),
    ],
)
def test_control_that_stands_for_a_sign_is_shown_and_asked_about(before, shown, sign):
    text, asked = copy(f"{before}\n")
    assert shown in text
    assert sign in asked


def test_dashes_of_a_font_that_open_what_is_said_are_no_bullets():
    said = "\x16 Как дела у вас?\n\n\x16 Дела идут хорошо.\n\n\x16 Вот и славно.\n"
    text, asked = copy(said)
    assert text.count("\ufffd ") == 3
    assert asked.count("\x16") == 3


def test_hyphen_of_a_font_at_a_line_end_joins_the_halves_that_make_a_word():
    said = "Кто должен, тот платит.\n\nПервый абзац этого текста дол\x7f\nжен говорить о рынке.\n"
    assert "текста должен говорить" in copy(said)[0]


def test_sign_of_the_second_table_of_a_font_that_opens_lines_is_a_bullet():
    text, _ = copy("Задачи таковы:\n\x88 описать рынок\n\x88 измерить цены\n\x88 сделать вывод\n")
    assert "- описать рынок\n- измерить цены\n- сделать вывод" in text
