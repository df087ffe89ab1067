"""Kazakh as it comes out of PDFs, Word and web pages: letters of another alphabet, first pages, lines."""

import pytest

from basylym.normalize import normalize

SENTENCES = (
    "Кітапхана қорында сақталған қолжазбалардың көпшілігі өткен ғасырдың басында жиналған, ал "
    "олардың бір бөлігі "
    "әлі күнге дейін толық сипатталмаған. Біз осы қорды екі жыл бойы зерттеп, әрбір қолжазбаның "
    "тарихын анықтадық.",
    "Қолжазбалар үш топқа бөлінеді. Бірінші топқа хаттар жатады, олардың иелері белгілі және күндері "
    "көрсетілген. "
    "Екінші топқа күнделіктер мен естеліктер кіреді, ал үшінші топта авторы белгісіз өлеңдер мен "
    "аңыздар сақталған.",
    "Әр топтағы қағаздар бөлек жәшіктерде жатыр. Оларды сақтау үшін арнайы бөлме дайындалған, онда "
    "ауаның ылғалы "
    "мен жылуы күн сайын өлшенеді. Сондықтан қағаздар жақсы сақталған және оқуға қиын емес деп "
    "айтуға болады.",
    "Зерттеу нәтижесінде жүзден астам хаттың кімге жазылғаны анықталды. Қалған хаттардың иелері "
    "белгісіз болып "
    "отыр, өйткені олардың алғашқы беттері жоғалған. Бұл хаттар туралы келесі мақалада толығырақ "
    "жазылатын болады.",
)


def made(text, tag=None):
    return normalize(text.encode(), "a.txt", tag).value


def body(text, tag=None):
    return made(text, tag).article.split("\n---\n", 1)[1].strip()


def front(text):
    return made(text).article.split("\n---\n", 1)[0]


def test_the_schwa_of_the_phonetic_alphabet_in_kazakh_words_is_a_kazakh_letter():
    text = "\n\n".join(SENTENCES)
    typed = text.replace("ә", "ə").replace("Ә", "Ə")
    assert made(typed).tag == "kk"
    assert body(typed) == body(text)
    assert "А.Ә. Байжанов" in body(f"{typed}\n\nБұл туралы А.Ə. Байжанов та жазған болатын.")


def test_a_schwa_among_latin_letters_stays():
    text = f"{SENTENCES[0]} Azərbaycan тілінде «gəl» деген сөз бар, [ə] дыбысы айтылады."
    assert "Azərbaycan тілінде «gəl» деген" in body(text)
    assert "ə] дыбысы" in body(text)


def test_names_that_go_on_from_the_line_above_are_no_authors():
    text = (
        "Оқулық, Алматы қаласы\n\nЖобаны жасаушылар ретінде қол қойғандар: Әлихан Бөкейханов, Ахмет "
        "Байтұрсынов,\n"
        "Міржақып Дулатов, Елдос Омаров, Есенғали Тұрмағамбетов,\nХалел Жүндібаев, Ғазымбек "
        "Бірімжанов. Жоба он "
        "бөлімнен тұрады.\n\n"
    )
    assert "author:" not in front(text + SENTENCES[0])
    assert "Міржақып Дулатов, Елдос Омаров" in body(text + SENTENCES[0])


def test_a_place_of_work_is_not_cut_behind_a_genitive():
    text = (
        "Ұлттық мүдде туралы\n\nҮмбет Серікбаев,\nҚ. Жұбанов атындағы Ақтөбе мемлекеттік университетінің\n"
        "Тарих бөлімінің меңгерушісі\n"
    )
    assert "мемлекеттік университетінің\nТарих бөлімінің" in body(text + SENTENCES[0])


def test_a_book_s_imprint_is_no_place_of_work():
    text = f"Қазақ тілінің тарихы Алматы, 2016\n\nМАРХАБАТ ТОМАНОВ\n\n{SENTENCES[0]}"
    assert "affiliations" not in front(text)


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_lines_of_word_are_paragraphs_though_headings_and_items_stand_among_them(end):
    heads = ["КІРІСПЕ", "Зерттеу сұрағы мен мақсаты", "Зерттеу міндеттері", "Гипотеза"]
    items = ["1. Хаттардың иелерін анықтау.", "2. Күнделіктерді сипаттау.", "3. Аңыздарды салыстыру."]
    lines = []
    for head, text in zip(heads, SENTENCES, strict=True):
        lines += [head, text, *(items if head == heads[2] else [])]
    parts = body(end.join(lines)).split("\n\n")
    assert [part for part in parts if part in SENTENCES] == list(SENTENCES)
    assert "## Зерттеу сұрағы мен мақсаты" in parts


def test_a_sentence_is_no_heading_where_headings_stand_on_their_own_lines():
    first = "Мемлекеттік сатып алу Қазақстан экономикасындағы ірі нарықтардың негізі."
    parts = ["Зерттеудің өзектілігі", f"{first} {SENTENCES[0]}", SENTENCES[1], "Зерттеу сұрағы мен мақсаты"]
    assert f"{first} {SENTENCES[0]}" in body("\n\n".join([*parts, *SENTENCES[2:]]))


def test_one_of_many_is_a_predicate_and_closes_a_sentence():
    first = "Мемлекеттік сатып алу ірі институционалдық нарықтардың бірі."
    assert first in body("\n\n".join([f"{first} {SENTENCES[0]}", *SENTENCES[1:]]))


def test_an_ending_behind_a_figure_or_an_abbreviation_is_tied_to_it_though_a_space_follows_the_hyphen():
    text = f"{SENTENCES[0]} Олар 2- ден басталып, БҰҰ- ның тізімінде тұр."
    assert body(text).endswith("Олар 2-ден басталып, БҰҰ-ның тізімінде тұр.")
    both = f"{SENTENCES[0]} Бұл 1990- және 2000-жылдары болды, 2- де емес."
    assert body(both).endswith("Бұл 1990- және 2000-жылдары болды, 2- де емес.")


def test_an_abstract_ends_with_the_keywords_that_stand_in_its_paragraph():
    text = (
        "ЛИРО-ЭПОС ЖЫРЛАРЫ\n\nК.М. Төлеубаева\n\nАннотация\n\nЖырлардағы мал шаруашылығының "
        "дәстүрлері баяндалған, "
        "олардың этнографиялық қырлары белгіленген. Түйін сөздер: жырлар, этнография, төрт түлік мал.\n\n"
    )
    assert body(text + SENTENCES[0]) == SENTENCES[0]


def test_an_isbn_is_no_heading():
    assert "\nISBN 978-601-255-026-9\n" in body(f"{SENTENCES[0]}\n\nISBN 978-601-255-026-9\n\n{SENTENCES[1]}")


def test_questions_and_answers_of_several_sentences_are_no_list():
    said = body(
        f"{SENTENCES[0]}\n\n− Сіз көп мақала жаздыңыз. Осыны тарқатып айтасыз ба?\n\n− {SENTENCES[1][:-9]}\n"
    )
    assert "\n- Сіз" not in said


def test_a_story_is_kazakh_though_it_has_the_letters_of_another_alphabet():
    text = (
        "Баяғы бала кезiмiзде үлкендердiң əр сөзiне тамсанып, не болса соған сендiк-ау! Мектептегi "
        "ағайларымыз "
        "табиғаттан сұрамай тартып аламыз деп үйреттi. Расында да, қазiр табиғат тыр жалаңаш, "
        "рухани байлығымыз да "
        "жамау, жан дүниемiз жүдеу. Сондай шақтарда елге байлық сыйлаған жандардың көркем "
        "дүниесiне көз жүгiртiп, "
        "арқамыз кеңидi, кенеземiз кеуiп келiп, бiр кесе су iшкендей болса да шекемiз жiпсидi."
    )
    assert made(text).tag == "kk"
    assert "бір кесе су ішкендей" in body(text)


def test_a_place_of_work_in_which_the_next_author_stands_is_none():
    text = (
        "ЖЫРЛАР ТУРАЛЫ\n\nК.М. Төлеубаева\n\n"
        "Тарих институтының қызметкері, т.ғ.д. Д. Ыдырысов Алматы колледжі\n\n"
        f"Аңдатпа. Жырлар туралы.\n\nКілт сөздер: жырлар.\n\n{SENTENCES[0]}"
    )
    assert "Ыдырысов" in body(text)
    text = text.replace("т.ғ.д. Д. Ыдырысов Алматы колледжі", "Д. Ыдырысов атындағы колледж, Алматы")
    assert "Ыдырысов" not in body(text)
