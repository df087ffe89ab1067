"""Lines that a browser, a manual or a narrow column laid out: tables, wide signs, capitals, parted words."""

import textwrap

import pytest

from basylym.model.repairs import State
from basylym.model.text import SourceText
from basylym.normalize import LANGUAGES, RULES, evidence, spoken
from basylym.repairs import line_breaks
from basylym.repairs._lines import Mode, shown
from basylym.repairs._references.lists import lists
from basylym.repairs._tables import tables_of
from basylym.stages import tongue
from basylym.stages.repair import rebuild, repair, replay

PROSE = (
    "Названия звёзд взяты из каталога, который составил сам автор, а границы созвездий проведены так, "
    "как он описал их в своей книге, потому что другого источника у нас нет и не будет."
)
# The sky culture MUL.APIN of Stellarium 0.22, as w3m dumps it
STARS = """1        ^ЗІРКАЕПІМНУ (Плуг)             ^БОГЕнліл                 Cas

2        ^ЗІРКАБАРБАРУ (Вовк)            засівальник ^ЗІРКИЕПІМНУ  γ Cas (+?)

4        ^ЗІРКАГАМЛУ (Палиця для         ^БОГГамлум (Палиця для    у Aur
         кидання)                        кидання)

5        ^ЗІРКАТУАМУ·РАБУТУ (Великі      ^БОГЛугалірра та ^        Gem
         Близнюки)                       БОГМесламтаеа

7        ^ЗІРКААЛЛУТУ (Краб)             місце ^БОГААну            Cnc"""


def copy(tag, text):
    fair = repair(SourceText("source.txt", b"", text), spoken(tag), RULES, evidence(spoken(tag)))
    assert replay(text, fair.ledger) == fair.text
    assert rebuild(fair.text, fair.ledger) == text
    return fair


def filled(text, width=60):
    return "\n".join(textwrap.wrap(text, width))


def test_a_table_whose_rows_stand_apart_and_run_on_is_kept_as_it_was_laid_out():
    text = f"{filled(PROSE)}\n\n{STARS}\n\n{filled(PROSE)}\n"
    assert f"```\n{STARS}\n```" in copy("und", text).text


@pytest.mark.parametrize(
    "text",
    [
        # grep(1) in Ukrainian, as groff justifies it
        "       Регулярні    вирази    будуються    подібно    до   арифметичних\n"
        "       виразів,   за   допомогою   різних   операторів   для   поєднання\n"
        "       менших    виразів.    Основними    складовими    частинами    є\n"
        "       регулярні   вирази,   які    відповідають    одному    символу.\n"
        "       Більшість   символів,   включно   з   усіма   літерами,   самі   є",
        "       -C     виводить за стовпцями\n\n       -d     самі теки\n\n"
        "       -f     не впорядковує їх\n\n       -g     без власника\n\n       -h     читано людиною",
    ],
)
def test_gaps_of_justified_lines_and_of_labels_make_no_table(text):
    assert tables_of(text) == ()


def test_no_space_comes_into_a_word_that_is_written_without_spaces():
    japanese = "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。"
    text = "\n".join(textwrap.wrap(japanese * 8, 34)) + "\n"
    assert shown(text.strip()).mode is Mode.UNKNOWN
    assert copy("ja", text).text == text.strip()
    korean = (
        " 1. 모든 사람은 단독으로는 물론 타인과 공동으로 자신의 재산을 소유할 권\n    리를 가진다.\n\n"
        " 2. 어느 누구도 그렇다.\n"
    )
    assert "권 리" not in copy("ko", korean).text


def lines_below(text, tag="ru"):
    return line_breaks.find(text, spoken(tag), evidence(spoken(tag))(text))


def test_a_heading_of_two_lines_in_capitals_is_not_parted():
    title = "НЕСКОЛЬКО СЛОВ О НАШИХ ИССЛЕДОВАНИЯХ\nСЕВЕРО-ЗАПАДНЫХ ИНДЕЙЦЕВ:"
    text = f"{filled(PROSE)}\n\n{filled(PROSE)}\n\n{title}\n\n{filled(PROSE)}"
    (edit,) = [one for one in lines_below(text) if text[one.start - 1] == "Х"]
    assert edit.query


def test_a_short_line_below_a_shorter_one_that_runs_on_ends_no_paragraph_surely():
    entry = "This handbook of the Indians of Guiana and\nadjacent\ncountries.\n"
    text = (
        f"{filled(PROSE * 2)}\n{filled(PROSE * 3)}\n{entry}{filled('Archives of ethnography. ' + PROSE * 2)}"
    )
    (edit,) = [one for one in lines_below(text) if text.startswith("Archives", one.end)]
    assert edit.query


def test_a_hyphen_of_the_layout_joins_no_capital_and_no_letter_of_another_script():
    words = "локо‐\nно, семе‐\nті та міс‐\nця"
    fair = copy("und", f"{words} Велика Вед‐\nAnorhâkoya і кра‐\nПівденна")
    assert fair.text.startswith("локоно, семеті та місця")
    assert "ВедAnor" not in fair.text
    assert "краПівденна" not in fair.text
    assert sum(row.state is State.QUERY for row in fair.ledger if row.rule == "kept-line-end-hyphens") == 2


def test_a_line_without_letters_is_no_part_of_an_item():
    text = (
        "- Можно ли гладить капрон на своей сестре, если она не спит?\n"
        "- Не можно, а нужно, если он на красивой женской ножке весь\n%\n"
        "- Почему же у курицы нет зубов, а у рыбы есть, и не мало их?\n- Потому, что у петуха нет.\n%\n"
    )
    assert "весь %" not in copy("ru", text).text


def test_an_initial_does_not_join_the_heading_below_it():
    people = "которые живут у рек и о которых мы писали раньше, а с ними и о людях из Сан-Хосе И."
    text = f"{filled(PROSE)} {PROSE[:60]}\n{people}\nУагага Амагада\n\n{filled(PROSE)}\n"
    assert "И. Уагага" not in copy("ru", text).text


def test_prose_below_a_word_like_sources_is_no_list_of_references():
    prose = (
        "Источники\n\nО них говорят часто, 2005 год.\n\n"
        "Эта работа является частью ряда исследований, проведенных в виде опроса в период с 2005 по 2007 "
        "год, результатом которого стала диссертация о небе и о людях. Опираясь на источники по "
        "этноматематике, на практические наблюдения за небом и на классические книги о созвездиях, мы "
        "составили карту неба этих групп. Периоды дождя отмечены закатом созвездий."
    )
    assert lists(prose) == ()


EXACT = "\n".join(textwrap.wrap(" ".join([PROSE[:-1].lower()] * 16), 58))


def test_a_nearly_full_line_before_a_capital_that_had_room_is_asked_about():
    text = (
        f"{EXACT}\n6. Топ-3 навички, необхідні для сучасного тестера\nНа мою думку, навички потрібні\n{EXACT}"
    )
    assert shown(text).exact
    (edit,) = [one for one in lines_below(text) if text.startswith("На мою", one.end)]
    assert edit.query


def test_a_short_line_before_a_small_letter_ends_no_paragraph_surely():
    text = f"{EXACT}\nпроти тих, що жили у 2 ст. до н. е.\nу Єгипті та {EXACT}"
    (edit,) = [one for one in lines_below(text, "und") if text.startswith("у Єгипті", one.end)]
    assert edit.query or edit.after == " "


def test_hyphens_between_two_columns_join_no_words():
    column = "культури, які бачили люди, де‐ зми і сузір'я, які були\n"
    fair = copy("und", "\n".join([column * 6, "локо‐\nно та семе‐\nті"] * 2))
    assert "дезми" not in fair.text


def test_thai_keeps_its_lines():
    thai = "บุคคลใดจะถูกจับกุม กักขัง หรือเนรเทศไปต่างถิ่นโดยพลการไม่ได้"
    text = "\n".join([f"    ข้อ {number}\n    {thai}\n{thai}" for number in range(1, 9)])
    assert "ได้ ข้อ" not in copy("th", text).text


def test_kabardian_is_not_told_as_russian_by_one_word():
    # Article 2 of the Universal Declaration of Human Rights
    text = (
        "Псоми зэхуэдэу зы щхьэхуитыныгъэрэ зы хуитыныгъэкӏэ мы Декларацэм щыгъэнаӏуауэ хуагъэува псом и "
        "щхьэр ягъэпэжыну, лъэпкъкӏи, и бзэкӏи, и фэкӏи, и динкӏи, и политикэ еплъыкӏэкӏи, къыздыхэкӏам "
        "и мылъкукӏи, и унагъуэм и щытыкӏэкӏи, и къэралым и статускӏи, абы и щӏыналъэм и хуитыныгъэр"
    )
    assert tongue.told_by_letters(text * 4, LANGUAGES) == "und"


def test_a_chinese_word_gets_no_space_before_a_quotation():
    assert copy("zh", "包括了“月球之路”中的所有星座，包括了“月球之路”中的").text.count(" ") == 0


def test_a_sign_before_a_word_of_the_text_is_not_mended_into_it():
    # the search terms of aptitude, in its Russian manual
    text = (
        "?archive(архив), ~Aархив\n\n?action(действие), ~aдействие\n\nскpомное молчание, спop с pуководством"
    )
    fair = copy("ru", text)
    assert "Aархив" in fair.text
    assert "aдействие" in fair.text
    assert "скромное" in fair.text
    assert "руководством" in fair.text


@pytest.mark.parametrize(
    "line",
    [
        "Основным заданием практики (как различия",
        "Чтобы подключить к тексту внешнюю таблицу каскадных стилей",
    ],
)
def test_a_line_whose_sentence_goes_on_below_is_no_heading(line):
    below = "следует выполнить такие действия: выбрать в меню нужную команду и нажать на кнопку."
    assert "##" not in copy("ru", f"{PROSE}\n\n{line}\n\n{below}\n\n{PROSE}").text


def test_a_field_below_an_address_is_no_part_of_it():
    # a debian/copyright file, as the Ubuntu Packaging Guide shows it
    text = "Format: http://dep.org/copyright-format/1.0/\nUpstream-Name: Hello\nSource: ftp://ftp.org/hello"
    assert "1.0/Upstream" not in copy("ru", text).text


def test_a_caption_goes_on_in_a_word_in_quotation_marks_and_behind_a_bare_number():
    for caption in ("Рисунок 8.22. Слой в режиме\n«Умножение»", "Рисунок 17.\n(Выделение)"):
        text = f"{EXACT}.\n\n{caption}\n\n{EXACT}"
        assert f"{caption.split()[-1]}" in copy("ru", text).text
        assert caption.replace("\n", "\n\n") not in copy("ru", text).text


def test_a_head_in_capitals_that_repeats_a_heading_beside_a_folio_is_no_heading():
    pages = []
    for page in range(1, 6):
        head = "7.1. ПЕРЕМЕННЫЕ ОБЪЕКТА" if page == 3 else f"ГЛАВА {page}"
        own = "7.1\n\nПеременные объекта\n\n" if page == 3 else ""
        pages.append(f"{head}\n\n{page + 32}\n\n{PROSE}\n\n{own}{PROSE}\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n")
    assert "ПЕРЕМЕННЫЕ ОБЪЕКТА" not in copy("ru", "\f".join(pages)).text


def test_a_sentence_about_sources_is_no_list_of_one_work():
    # The sky culture of the Sami in Stellarium 0.22
    text = (
        "Источники\n\nСаамская культура неба построена на основе работы Бо Лундмарка (Шведское название: "
        "Sol- och månkult samt astrala och celesta föreställninga bland samerna, 1982), который основал "
        "большую часть своей работы на работах художника и писателя саамца Йохана Тури.\n\n"
        "Эта культура неба является конгломератом из по крайней мере трех культур."
    )
    assert lists(text) == ()


def test_a_verse_whose_first_line_stands_apart_is_no_heading():
    # Luke 2, 1 in Ukrainian, out of a PDF
    verse = "1 І трапилося тими днями, вийшов наказ царя Августа"
    below = "переписати всю землю. 2 Цей перепис перший відбувся тоді, коли владу над Сирією мав Квіріній."
    assert f"## {verse}" not in copy("und", f"{PROSE}\n\nРозділ 2\n\n{verse}\n\n{below}\n\n{PROSE}").text


def test_a_letter_of_a_keyboard_is_no_initial():
    text = "Выделите слои, а потом нажмите Cmd+E/Ctrl+E.\nСоздайте дубликат слоя."
    assert "Ctrl+E. Создайте" not in copy("ru", text).text


def test_a_head_on_both_pages_of_a_text_goes_where_a_sentence_goes_on_behind_it():
    head = "ВЕСТНИК УНИВЕРСИТЕТА. № 3, 2014"
    first = f"{head}\n\n{filled(PROSE)}\nи ещё мы хотели бы потанцевать или\n\n1\n\n"
    text = f"{first}\f{head}\nподпевать, когда звучит песня.\n{filled(PROSE)}\n\n2\n\n\f"
    made = copy("ru", text).text
    assert "ВЕСТНИК" not in made
    assert "или подпевать" in made
    assert made.rstrip().endswith("не будет.")


def test_an_indent_below_a_line_with_room_is_asked_about_where_clauses_begin_in_small_letters():
    # a preamble in Kyrgyz, as pdftotext -layout gives it: each clause opens with an indent and a small letter
    clauses = [
        "айылдын тургундары өз жерин, суусун жана тоолорун келечек муундар үчүн сактоого жана коргоого тийиш "
        "экендигин билип; жана",
        "мектептин мугалимдери балдарды окутуу үчүн китептерди жана башка куралдарды жыл сайын даярдап "
        "чыгышын эске алып; жана",
        "элдердин ортосундагы достук мамилелерди ар бир мамлекет өз мыйзамдары менен колдоого тийиш "
        "экендигин айтып; жана",
    ]
    text = "\n".join(textwrap.fill(clause, 51, initial_indent="    ") for clause in clauses * 3)
    made = copy("ky", text)
    assert not [opens for opens in ("жана айыл", "жана мектеп", "жана элдер") if opens in made.text]
    assert sum(row.state is State.QUERY for row in made.ledger if row.rule == "line-breaks") == 8
