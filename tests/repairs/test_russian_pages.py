"""Russian as it comes out of PDFs and web pages: captions, heads with two numbers, names of programs."""

import pytest

from basylym.normalize import normalize

SENTENCES = (
    "В архиве хранятся письма, которые до сих пор никто не описал полностью, и мы начали с самых "
    "ранних из них.",
    "Письма разложены по годам, но многие листы потеряны, поэтому порядок их можно восстановить "
    "лишь частично.",
    "Каждое письмо мы сравнили с дневником, который вёл его получатель, и отметили все расхождения на полях.",
    "Оказалось, что даты в дневнике вернее, чем на письмах, потому что писались они в тот же самый вечер.",
)


def made(text):
    return normalize(text.encode(), "a.txt", "ru").value


def body(text):
    return made(text).article.split("\n---\n", 1)[1].strip()


def test_a_label_in_small_letters_that_a_line_begins_with_is_no_caption():
    text = (
        "Основная программа установки распаковывает и запускает установщик первой ступени, см.\n"
        "рис. 1. Он предлагает выбрать из двух вариантов: первый начинает установку в обычном\n"
        "режиме, второй только распаковывает архив и больше ничего не делает до перезапуска и\n"
        "до тех пор, пока пользователь сам не запустит его ещё раз из той же самой директории.\n"
    )
    said = body(text)
    assert "\n\n" not in said
    assert "первой ступени, см. рис. 1. Он предлагает" in " ".join(said.split())


def test_a_caption_ends_with_its_page():
    pages = [
        f"{SENTENCES[0]}\nРис. 46: Код программы и соответствующий ему рисунок\n\n\n\n            61\n\f"
        f"вместо которых поставлены другие. {SENTENCES[1]}\n62\n\f",
        *(
            f"{SENTENCES[number % 4]}\n{SENTENCES[(number + 1) % 4]}\n{62 + number}\n\f"
            for number in (1, 2, 3)
        ),
    ]
    assert "рисунок вместо" not in " ".join(body("".join(pages)).split())


@pytest.mark.parametrize(
    ("tag", "label"),
    [
        ("ru", "Продолжение таблицы 1"),
        ("ru", "Окончание таблицы 2.1"),
        ("kk", "1-кестенің жалғасы"),
        ("en", "Table 3 (continued)"),
    ],
)
def test_what_a_table_goes_on_under_is_no_heading(tag, label):
    parts = [SENTENCES[0] + " " + SENTENCES[1], label, SENTENCES[2] + " " + SENTENCES[3]]
    said = normalize("\n\n".join(parts).encode(), "a.txt", tag).value.article
    assert f"\n{label}\n" in said


def paged(heads):
    lines = [SENTENCES[number % 4] for number in range(8)]
    return "".join(f"{head}\n" + "\n".join(lines) + "\n\f" for head in heads)


@pytest.mark.parametrize("gap", [" ", "            "])
def test_a_running_head_between_the_number_of_its_section_and_that_of_the_page_is_taken_out(gap):
    heads = [
        "1 ВВЕДЕНИЕ 4",
        "2 СТРУКТУРА 5",
        "2 СТРУКТУРА 6",
        "3 УСТАНОВКА 7",
        "3 УСТАНОВКА 8",
        "3 УСТАНОВКА 9",
    ]
    said = body(paged([head[:-2] + gap + head[-1] for head in heads]))
    assert not any(word in said for word in ("ВВЕДЕНИЕ", "СТРУКТУРА", "УСТАНОВКА"))


def test_heads_of_facing_pages_may_both_hold_the_number_of_a_section():
    heads = ["8 ГЛАВА 1. ПИСЬМА", "1.2. КАК ИХ ЧИТАТЬ 9", "10 ГЛАВА 1. ПИСЬМА", "1.3. КАК ИХ ХРАНЯТ 11"]
    said = body(paged([*heads, "12 ГЛАВА 1. ПИСЬМА"]))
    assert not any(word in said for word in ("ГЛАВА", "ЧИТАТЬ", "ХРАНЯТ"))


def test_a_numbered_heading_at_the_top_of_a_page_that_ends_in_another_number_stays():
    heads = ["8 ГЛАВА 1. ПИСЬМА", "1.2. ПИСЬМА ИЗ ДОМА 7", "10 ГЛАВА 1. ПИСЬМА", "11", "12 ГЛАВА 1. ПИСЬМА"]
    assert "ПИСЬМА ИЗ ДОМА 7" in body(paged(heads))


def test_a_latin_name_of_the_text_inside_a_word_is_no_run_of_look_alikes():
    text = (
        f"{SENTENCES[0]} Программа TEX умеет много, и со стандартнымTEXом она совместима, как знают TEXники."
    )
    assert "стандартнымTEXом" in body(text)
    assert "TEXники" in body(text)
    assert "наука" in body(f"{SENTENCES[0]} Это нaукa.")


def test_a_person_with_a_degree_and_a_post_is_no_place_of_work():
    text = (
        "О письмах\n\nИ. В. Лужин\n\nЛужин Иван Владимирович - доктор философских наук, профессор кафедры "
        "социологии Института истории, г. Ростов-на-Дону\n\nАннотация. Письма описаны впервые.\n\n"
        f"Ключевые слова: письма, архив.\n\n{SENTENCES[0]}"
    )
    assert "доктор философских наук" in body(text)


def test_keywords_between_slashes_are_several():
    page = "О письмах\n\nИ. В. Лужин\n\nАннотация. Они описаны.\n\nКлючевые слова: ПИСЬМА / АРХИВ"
    text = f"{page}\n\n{SENTENCES[0]}"
    assert '- "ПИСЬМА"\n' in made(text).article


def test_the_many_lines_of_a_web_page_that_stand_above_an_abstract_are_few_questions():
    lines = ["Вернуться к содержанию", "Философская мысль", "Правильная ссылка", "Багрова Анна Ильинична"]
    lines += ["кандидат наук", "доцент, Институт нефти и газа", "Северная, 46", "Дата публикации:", "2018"]
    text = "\n\n".join(
        [*lines, "Аннотация: Письма описаны впервые.", "Ключевые слова: письма.", SENTENCES[0]]
    )
    asked = [row for row in made(text).ledger if row.rule == "front-matter" and row.state == "query"]
    assert len(asked) <= 3
