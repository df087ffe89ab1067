"""Where a table begins and ends: at whole rows, with no caption and no line of prose inside."""

import pytest

from basylym.repairs._lines import lines_of
from basylym.repairs._tables import tables_of

ROW = "{}\tназвание {}\tперевод длинный и подробный, который не помещается в столбец {}\tкак есть\t"


def kept(text):
    """Return the first and the last line of each table."""
    said = [line.text.strip() for line in lines_of(text)]
    return [(said[table.first], said[table.last]) for table in tables_of(text)]


def tabbed(rows, between="\n\n"):
    return between.join(ROW.format(code, n, n) for n, code in enumerate(rows))


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_rows_with_as_many_tabs_each_are_a_table_though_blank_lines_part_them(between):
    rows = tabbed(["Abc", "Hya", "Crv", "Ori", "Eri"], between)
    text = f"В таблице показаны названия.\n\n{rows}\n\nНазвания взяты из книги."
    said = [line.text for line in lines_of(text)]
    assert [(said[one.first][:3], said[one.last][:3]) for one in tables_of(text)] == [("Abc", "Eri")]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"{n}.\tПервый пункт списка номер {n}" for n in range(1, 7)),
        "\n\n".join("\t\tЛиса жила в лесу, и её никто не видел." for _ in range(6)),
        "\n\n".join(f"{who}.\t\tДа, я видел её вчера." for who in "АБАБАБ"),
        "Лисы\tжили\tв лесу.\n\nИх\tникто\tне видел.\n\nА потом\tони\tушли.",
    ],
)
def test_tabs_of_lists_indents_and_speakers_make_no_table(text):
    assert tables_of(text) == ()


def test_a_caption_and_the_paragraph_below_stay_outside_a_table_of_aligned_columns():
    text = (
        " Түлкілер екі қалада саналды, олардың саны кестеде.\n"
        "     2-кесте – Қалалардағы түлкілер\n"
        "  Қала         Түлкі саны       Үй саны          Өсімі, %\n"
        "  1925 ж.      14               612              –\n"
        "  1939 ж.      21               874              8,4\n"
        "  1962 ж.      25               1016             5,1\n"
        "     Кестеден көрініп тұрғандай, түлкілердің саны\n"
        " жыл сайын өсіп отырды және олар қалаға жақындады.\n"
    )
    assert kept(text) == [
        ("Қала         Түлкі саны       Үй саны          Өсімі, %",
         "1962 ж.      25               1016             5,1")
    ]  # fmt: skip


def test_a_table_whose_cells_run_on_ends_with_the_last_line_of_its_last_row():
    text = (
        "                                           белгі\n"
        "I                    1–4                   сезімдік         бақылау, ойын\n"
        "                                           қатынас\n"
        "II                   5–9                   жүйелі білім\n"
        "                                                жоба,\n"
        "                                                пікірталас\n"
        "III                 10–11        тұрақты іс-    зерттеу,\n"
        "                                 әрекет         көмек\n"
        "      Бірінші    кезеңде баланың түлкіге деген сүйіспеншілігі\n"
        "оянады. Екінші кезеңде география мен биология пәндері оқылады.\n"
    )
    assert kept(text) == [("белгі", "әрекет         көмек")]


def test_a_narrow_cell_of_many_lines_is_not_cut_where_three_of_them_stand_in_columns():
    text = (
        "                                                    Дві лисиці\n"
        "                                                    живуть\n"
        "                                                    в лісі, їх\n"
        "                                        Два\n"
        "КОД                   al-                           (самі там)\n"
        "        Лисиці                           Охоро-                     1\n"
        "100                   Huwaig                        (обох)\n"
        "                                        нці\n"
        "                                                    у нас\n"
        "                                                    навесні.\n"
    )
    assert kept(text) == [("Дві лисиці", "навесні.")]


def test_the_last_line_of_a_first_cell_belongs_to_the_row():
    text = (
        "                                        Два\n"
        "КОД                   al-                           (самі там)\n"
        "        Лисиці                           Охоро-                     1\n"
        "100                   Huwaig                        (обох)\n"
        "4501\n\nЛисиці живуть у лісі.\n"
    )
    assert kept(text) == [("Два", "4501")]


@pytest.mark.parametrize(
    ("above", "first"), [("Сокра-", "Сокра-"), ("Лисицы", "Назва-             Перевод     Число")]
)
def test_a_short_line_above_is_a_cell_if_its_word_goes_on_and_else_may_be_a_heading(above, first):
    text = (
        f"Лисы живут в лесу.\n\n{above}\n"
        "       Назва-             Перевод     Число\n"
        "щение  ние\n"
        "UMi    Лиса малая         малая       12\n"
        "UMa    Лиса большая       большая     13\n"
        "Crv    Ворон             птица       14\n"
    )
    assert kept(text)[0][0] == first
