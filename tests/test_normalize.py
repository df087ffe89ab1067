"""Raw bytes become the article's first files; nothing is invented, nothing is lost."""

import time

import pytest

from basylym import normalize
from basylym.model.notices import BasylymError, Condition
from basylym.model.repairs import State
from basylym.stages import ledger
from basylym.stages.repair import DECODE

BODY = (
    "Развитие торговли между двумя странами за последние двадцать лет изучали многие авторы, и все они "
    "согласны в том, что причины его лежат скорее в политике, чем в ценах."
)


def made(text, tag=None, **given):
    return normalize.normalize(text if isinstance(text, bytes) else text.encode(), "a.txt", tag, **given)


def body(outcome):
    return outcome.value.article.split("---\n", 2)[2].strip("\n")


def conditions(outcome):
    return [notice.condition for notice in outcome.notices]


def proof(raw, outcome, article=None):
    return normalize.verify(
        raw,
        ledger.write(outcome.value.ledger),
        outcome.value.article if article is None else article,
        source_path="source.txt",
        ledger_path="ledger.tsv",
    )


def test_title_is_supplied_in_brackets_and_noticed():
    outcome = made(f"О торговле двух стран\n\n{BODY}", "ru")
    assert 'title: "[О торговле двух стран]"' in outcome.value.article
    assert Condition.TITLE_IS_GIVEN in conditions(outcome)
    assert Condition.AUTHOR_IS_GIVEN in conditions(outcome)
    assert "author" not in outcome.value.article


def test_question_above_the_text_is_supplied_and_not_the_first_heading():
    text = made(f"Зачем торгуют две страны?\n\n{BODY}\n\n## Рынок\n\n{BODY}", "ru").value.article
    assert 'title: "[Зачем торгуют две страны?]"' in text


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("**Торговля двух стран**[^1]", "Торговля двух стран"),
        ("| Банк | Срок |\n|------|------|\n| Наш | год |\n\nТорговля двух стран", "Торговля двух стран"),
        (
            "![Снимок](media/a.png){width=2cm}\n\n[[Торговля]{.underline}](https://a.kz/b) стран",
            "Торговля стран",
        ),
        ("- Торговля двух стран\n- Рынок", "Торговля двух стран"),
    ],
)
def test_title_that_is_supplied_has_no_markup_no_note_and_is_no_row_of_a_table(above, title):
    raw = f"{above}\n\n{BODY}\n\n[^1]: Примечание.\n".encode()
    text = normalize.normalize(raw, "a.md", "ru").value.article
    assert f'title: "[{title}]"' in text


def test_title_of_nothing_but_pictures_is_what_the_first_one_shows():
    text = normalize.normalize("![Бритва](media/a.png)\n\n![Птица](media/b.png)\n".encode(), "a.md", "ru")
    assert 'title: "[Бритва]"' in text.value.article


def test_lone_number_in_brackets_without_a_list_is_asked_about_and_stays():
    said = "Use the wording that is suggested in the clause on works (clause [1]) of the same lease."
    outcome = made(said, "en")
    assert body(outcome).replace("\\", "") == said
    asked = [row.rule for row in outcome.value.ledger if row.state is State.QUERY]
    assert asked == ["numeric-citations"]


def test_first_words_stand_for_a_title_where_nothing_else_does():
    assert (
        'title: "[Развитие торговли между двумя странами за последние двадцать…]"'
        in made(BODY, "ru").value.article
    )


def test_number_of_a_journal_is_no_title():
    text = made(f"ISSN 0000-0000\n\n2014, № 3 (12)\n\nО торговле двух стран\n\n{BODY}", "ru").value.article
    assert 'title: "[О торговле двух стран]"' in text
    assert "ISSN 0000-0000" in text


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("УДК 94(574)\n\nТорговля двух стран\nи её рынки", "Торговля двух стран и её рынки"),
        ("ТОРГОВЛЯ ДВУХ СТРАН В\nКОНЦЕ XIX В.", "ТОРГОВЛЯ ДВУХ СТРАН В КОНЦЕ XIX В."),
        ("Вестник рынка. 2021. № 2 (94)\n\nТорговля двух стран", "Торговля двух стран"),
        ("О торговле двух стран\n\nКратко о рынке", "О торговле двух стран"),
    ],
)
def test_title_that_is_supplied_is_whole_and_no_issue_of_a_journal(above, title):
    text = made(f"{above}\n\n{BODY}", "ru").value.article
    assert f'title: "[{title}]"' in text


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Материалы съезда\nТОРГОВЛЯ ДВУХ СТРАН В КОНЦЕ ВЕКА", "ТОРГОВЛЯ ДВУХ СТРАН В КОНЦЕ ВЕКА"),
        ("Материалы съезда\n\n1 ТОРГОВЛЯ И РЫНОК В КАЗАХСТАНЕ\n\n1.1 Рынок", "ТОРГОВЛЯ И РЫНОК В КАЗАХСТАНЕ"),
        ("О торговле\n\n1 РЫНОК И ЕГО ЦЕНЫ\n\n1.1 Рынок\n\n2 СПРОС НА РЫНКЕ", "О торговле"),
        ("О торговле\n\nИ. И. ИВАНОВ, А. С. ПЕТРОВА\n\nО рынке", "О торговле"),
        ("О торговле\n\nВВЕДЕНИЕ", "О торговле"),
        ("О торговле\n\nПРИМЕРНЫЙ ГОСУДАРСТВЕННЫЙ УНИВЕРСИТЕТ ТОРГОВЛИ", "О торговле"),
        (f"О торговле\n\nРЫНОК И ЕГО ЦЕНЫ\n\n{BODY}\n\nСПРОС НА РЫНКЕ", "О торговле"),
        ("О торговле\n\nКратко о рынке двух стран", "О торговле"),
    ],
)
def test_title_that_is_supplied_is_no_running_head_above_a_title_in_capitals(above, title):
    head = above.split("\n")[0]
    text = made(f"{above}\n\n{BODY}\n\n1\n\f{head}\n\n{BODY}\n", "ru").value.article
    assert text.split('title: "')[1].split('"')[0].strip("[]") == title


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("listed", ["", "\n\nReferences\n\n1. Harris, S. Foxes. Leeds: Press, 1981."])
def test_numbers_stay_numbers_in_a_language_without_a_pack_and_without_a_list_too(tag, listed):
    said = made(f"Foxes live in towns [1], and people feed them there [1], as many of us know.{listed}", tag)
    article = said.value.article
    assert "csl: ieee\n" in article
    assert "towns [@" in article


def test_language_is_told_by_the_script_of_most_letters():
    references = "\n".join(
        f"{n}. Smith J. The economy of Asia. London: Nowhere Press, 2001." for n in range(1, 5)
    )
    kazakh = "Қазақстан мен көрші елдердің арасындағы сауда жылдан жылға өсіп келеді. " * 4
    assert "lang: kk\n" in made(f"{kazakh}\n\nӘдебиеттер\n\n{references}").value.article


def test_title_with_quotes_and_colons_is_yaml():
    text = made(f'О "торговле": C:\\новая\n\n{BODY}', "ru").value.article
    assert '''title: "[О \\"торговле\\": C:\\\\\\\\новая]"''' in text


def test_cited_works_without_a_list_get_placeholders():
    outcome = made(f"{BODY} [1]. И далее [2, с. 5; 3].\n\nЛитература", "ru")
    assert "[@ref2, с. 5; @ref3]" in body(outcome)
    assert body(outcome).endswith("## Литература\n\n::: {#refs}\n:::")
    bibliography = outcome.value.bibliography
    assert bibliography.count("@misc{ref") == bibliography.count("basylym-placeholder") == 3
    assert not {"author", "title =", "year ="} & set(bibliography.split("@misc")[1].split())
    assert conditions(outcome).count(Condition.REFERENCE_IS_COMPLETE) == 3


def test_list_that_is_present_moves_to_the_bibliography_and_its_numbers_cite_it():
    entries = "1. Иванов И. И. Торговля. М., 2001.\n\n2. Петров П. Рынок. – СПб., 2003. – 5 с."
    outcome = made(f"{BODY} [1], [2, с. 3].\n\nЛитература\n\n{entries}", "ru")
    assert "[@ivanov2001], [@petrov2003, с. 3]." in body(outcome)
    assert body(outcome).endswith("## Литература\n\n::: {#refs}\n:::")
    assert "basylym-raw = {Петров П. Рынок. – СПб., 2003. – 5 с.}" in outcome.value.bibliography
    assert outcome.value.bibliography.count("@book{") == 2
    assert Condition.REFERENCE_IS_LINKED not in conditions(outcome)


def test_unknown_language_is_noticed_and_what_needs_none_is_done():
    outcome = made("Ελληνικά  κείμενο *εδώ*", "el")
    assert body(outcome) == r"Ελληνικά κείμενο \*εδώ\*"
    assert Condition.LANGUAGE_IS_KNOWN in conditions(outcome)
    assert "lang: el\n" in outcome.value.article


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Қазақстан – үлкен ел.", "kk"),
        (BODY, "ru"),
        ("The growth of trade was studied.", "en"),
        ("Ελληνικά", "und"),
    ],
)
def test_language_is_told_from_letters_and_noticed(text, tag):
    outcome = made(text)
    assert outcome.value.tag == tag
    assert {Condition.LANGUAGE_IS_DECLARED, Condition.LANGUAGE_IS_KNOWN} & set(conditions(outcome))


@pytest.mark.parametrize(
    "text",
    [
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de "
        "razón y conciencia, deben comportarse fraternalmente los unos con los otros. Toda persona tiene "
        "los derechos y libertades de esta carta, sin distinción alguna de raza, color, sexo o idioma.",
        "Усі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і "
        "совістю і повинні діяти у відношенні один до одного в дусі братерства. Кожна людина має всі права "
        "і свободи, незалежно від раси, кольору шкіри, статі, мови, релігії чи політичних переконань.",
        "Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат. Алардын "
        "аң-сезими менен абийири бар жана бири-бирине бир туугандык мамиле кылууга тийиш. Ар бир адам бул "
        "жарыяда көрсөтүлгөн бардык укуктарга жана эркиндиктерге эч кандай айырмасыз ээ болууга тийиш.",
        "Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест "
        "и следва да се отнасят помежду си в дух на братство. Всеки човек има право на всички права и "
        "свободи, без разлика на раса, цвят на кожата, пол, език, религия или други убеждения.",
        "Tutti gli esseri umani nascono liberi ed eguali in dignità e diritti. Essi sono dotati di ragione "
        "e di coscienza e devono agire gli uni verso gli altri in spirito di fratellanza. Ad ogni individuo "
        "spettano tutti i diritti e tutte le libertà, senza distinzione alcuna di razza, di colore.",
    ],
    ids=["Spanish", "Ukrainian", "Kyrgyz", "Bulgarian", "Italian"],
)
def test_neighbour_of_a_language_without_a_pack_is_not_taken_for_it(text):
    outcome = made(text)
    assert outcome.value.tag == "und"
    assert body(outcome) == text
    assert {row.rule for row in outcome.value.ledger} <= {"decode", "missing-front-matter"}


def test_short_text_in_turkish_is_told_though_it_has_few_of_the_commonest_words():
    text = (
        "Kıyı bataklıkları fırtınaları nasıl hatırlar? Bu soruya verilen cevaplar, geçen yüzyıldan beri "
        "değişmiştir. Her fırtına ardında ince bir kum tabakası bırakır; bataklık bunun üzerinde büyür. "
        "Bataklıkların belleği eksiktir ama güvenilir değil denemez, çünkü tabakalar kendi yerinde kalır ve "
        "hiçbir dalga onları götürmez. Körfezde on iki sondaj yapıldı, örnekler soğukta saklandı."
    )
    assert made(text).value.tag == "tr"


def test_french_text_with_english_passages_is_no_english_one():
    french = (
        "La partition est chiffrée par le noyau lors du démarrage du système, puis montée par un script. "
    )
    english = "The key of the partition is not stored."
    assert made("\n\n".join([french * 5, english, french * 5])).value.tag == "und"


def test_language_of_an_article_full_of_program_text_is_told_by_its_words():
    program = "\n".join(f"set_margin(left={n}, right={n + 1}, paper=default_paper);" for n in range(9))
    prose = "Поля страницы задаются для каждой главы отдельно, и это не зависит от размера листа. " * 4
    assert made(f"{prose}\n\n{program}\n\n{prose}\n\n{program}").value.tag == "ru"


def test_named_language_with_region_uses_its_pack():
    assert Condition.LANGUAGE_IS_KNOWN not in conditions(made(BODY, "ru-KZ"))


WRAPPED = """The growth of trade between the two countries over the last
twenty years has been studied by many authors, who agree that
its causes lie in politics more than in prices. The first of
them wrote before the war, when no figures were known to any-
body at all.
The second paragraph begins on a line of its own, for the line
before it was short and ended a sentence. It goes on for some
lines more, so that the width of the column can be seen and it
does not depend on one line only."""


def test_lines_filled_to_a_width_are_joined_and_short_ones_end_paragraphs():
    text = body(made(WRAPPED + " Anybody knows it.", "en"))
    assert text.count("\n\n") == 1
    assert "known to anybody at all.\n\nThe second" in text


def test_each_line_a_paragraph():
    lines = [f"{BODY} Это сказано не раз, и не два, а {count} раз. И всё." for count in range(3, 8)]
    assert body(made("\n".join(lines), "ru")) == "\n\n".join(lines)


def test_line_ends_of_verse_stay():
    verse = "Белеет парус одинокой\nВ тумане моря голубом!..\nЧто ищет он в стране далёкой?\nЧто кинул он"
    assert body(made(verse, "ru")) == verse


RAWS = [
    (f"Заголовок\r\n\r\n{BODY}\r\n").encode(),
    (f"\ufeff{BODY}  И вот\tтак.\r").encode(),
    f"{BODY}\n\nВыводы\n\n".encode("cp1251"),
    "\ufeffКазахский и\u0306 *язык* [1991]\u00ad\n".encode("utf-16-le"),
]


@pytest.mark.parametrize("raw", RAWS)
def test_source_comes_back_byte_for_byte(raw):
    outcome = made(raw)
    found = proof(raw, outcome).value
    assert (found.lost, found.rebuilt, found.edited) == (0, True, False)
    assert found.kept + found.repaired == len(outcome.value.source.text)


@pytest.mark.parametrize("raw", RAWS)
def test_proof_of_an_edited_article_goes_through_the_replayed_fair_copy(raw):
    outcome = made(raw)
    found = proof(raw, outcome, outcome.value.article + "\nAnother sentence.\n").value
    assert (found.lost, found.rebuilt, found.edited) == (0, True, True)


def test_changed_source_is_noticed():
    raw = BODY.encode()
    with pytest.raises(BasylymError) as caught:
        proof(raw + b".", made(raw))
    assert caught.value.notice.condition is Condition.LEDGER_REPLAYS
    assert caught.value.notice.locus.path == "source.txt"


def test_ledger_without_its_first_row_is_noticed():
    raw = BODY.encode()
    rows = [row for row in made(raw).value.ledger if row.rule != DECODE]
    with pytest.raises(BasylymError):
        normalize.verify(raw, ledger.write(rows), "", source_path="s", ledger_path="l")


def test_open_queries_are_notices_at_their_place():
    outcome = made("Первая строка.\n\nБудующее общества", "ru")
    notices = normalize.open_queries(ledger.write(outcome.value.ledger), "ledger.tsv", "source.txt")
    assert [(str(notice.locus), notice.condition) for notice in notices] == [
        ("source.txt:3:1", Condition.QUERY_IS_SETTLED)
    ]
    assert "'Будующее' -> 'Будущее'?" in notices[0].detail


def test_same_bytes_make_the_same_files():
    assert made(BODY * 3).value == made(BODY * 3).value


CLEAN = {
    "ru": BODY
    + "\n\nСм. рис. 5 и табл. 2 (1999–2003 гг.); «цитата» — вот она… Т. е. так, А. С. Пушкин, Х. Алиев.",
    "en": "On S and T, e.g. x-ray or pre- and post-war prices (p < 0.05), CO2, pH, III, U.S. policy; 3.5 km.",
    "kk": "Қазақ елі 1991 жылы тәуелсіздік алды. ТМД (Тәуелсіз Мемлекеттер Достастығы) құрылды.",
}


@pytest.mark.parametrize(("tag", "text"), CLEAN.items())
def test_clean_text_is_left_alone(tag, text):
    outcome = made(text, tag)
    assert body(outcome) == text
    assert [row for row in outcome.value.ledger if row.state is State.APPLIED and row.rule != DECODE] == []


def test_time_grows_with_the_text_and_no_faster():
    def seconds(times):
        raw = (f"{BODY} [1] *так* «вот»..Новый  абзац - и АБВГ.\n" * times).encode()
        start = time.process_time()
        made(raw, "ru")
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 16 * max(seconds(200), 0.01)


SWOLLEN = {
    "one letter": "А" * 50_000,
    "one space": "а" + " " * 50_000 + "б",
    "brackets": "а" + "[" * 20_000,
    "hyphens": "а-" * 25_000,
    "initials": "А.\n" * 15_000,
    "marks on a letter": "и" + "\u0306" * 50_000,
    "digits": "а " + "1" * 50_000,
}


@pytest.mark.parametrize("text", SWOLLEN.values(), ids=SWOLLEN)
def test_swollen_text_takes_no_endless_time(text):
    start = time.process_time()
    made(text, "kk")
    assert time.process_time() - start < 5


def test_words_that_cannot_be_looked_up_are_asked_about_and_the_reason_is_told():
    text = "It was a long and moun-\ntainous way that nobody had walked before, as they said.\n"
    made = normalize.normalize(text.encode(), "a.txt", "en")
    told = [one for one in made.notices if one.condition is Condition.WORDS_CAN_BE_LOOKED_UP]
    assert [notice.detail for notice in told] == [
        "no dictionary of 'en' is here, so 1 words broken at line ends are asked about"
    ]


def test_notice_says_that_no_language_was_told_and_not_that_one_named_und_has_no_pack():
    said = "El niño y la niña están en la ciudad con los otros niños, y los maestros les dan de comer. " * 5
    told = [one.detail for one in normalize.normalize(said.encode(), "a.txt").notices]
    assert any(one.startswith("no language was told by the letters: look-alike") for one in told)
    assert not any("'und'" in one for one in told)
