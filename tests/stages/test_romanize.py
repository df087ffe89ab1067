"""Cyrillic in other letters: each table against examples in print, capitals, and what depends on place."""

import pytest

from basylym import registry, romanizations
from basylym.languages import kk, ru
from basylym.model.romanization import Romanization
from basylym.stages.romanize import lower, romanize

SYSTEMS = registry.collect(romanizations, "ROMANIZATION", Romanization)
LATIN = [name for name, system in SYSTEMS.items() if system.script == "Latn"]
IN_PRINT = [
    # BGN/PCGN 1979 and 1947: examples of the tables themselves
    *(
        ("bgn-pcgn", "kk", *pair)
        for pair in (
            ("Абай", "Abay"),
            ("Әуезов", "Äūezov"),
            ("Владимир", "Vladīmīr"),
            ("Жамбыл", "Zhambyl"),
            ("Шиелі", "Shīeli"),
            ("Семей", "Semey"),
            ("Өскемен", "Öskemen"),
            ("Шымкент", "Shymkent"),
        )
    ),
    *(
        ("bgn-pcgn", "ru", *pair)
        for pair in (
            ("Ельцин", "Yel’tsin"),
            ("Горбачёв", "Gorbachëv"),
            ("подъезд", "pod”yezd"),
            ("Чехов", "Chekhov"),
            ("Юрьев", "Yur’yev"),
            ("Щукин", "Shchukin"),
            ("Алексеев", "Alekseyev"),
        )
    ),
    # ALA-LC, Russian 2012: examples of the table
    *(
        ("ala-lc", "ru", *pair)
        for pair in (
            ("Азов", "Azov"),
            ("Кубань", "Kubanʹ"),
            ("Ульяновск", "Ulʹi͡anovsk"),
            ("Грозный", "Groznyĭ"),
            ("Дзержинский", "Dzerzhinskiĭ"),
            ("Ёлкин", "Ëlkin"),
            ("Озёрный", "Ozërnyĭ"),
        )
    ),
    # BSI: examples of the journals that ask for it
    (
        "bsi",
        "ru",
        "Формирование профессиональных компетенций будущих педагогов",
        "Formirovanie professional'nykh kompetentsii budushchikh pedagogov",
    ),
    ("bsi", "ru", "Худяков А.И.", "Khudyakov A.I."),
    # ISO 9:1995
    ("iso-9", "ru", "Щедрин, Юлия, объём, съезд", "Ŝedrin, Ûliâ, obʺëm, sʺezd"),
    ("iso-9", "kk", "Қазақ ғылымы", "Ķazaķ ġylymy"),
    # the decree of 2018
    *(
        ("kazakh-latin-2018", "kk", *pair)
        for pair in (
            ("Қазақстан Республикасы", "Qazaqstan Respýblıkasy"),
            ("Ғылым", "Ǵylym"),
            ("өңір", "óńir"),
            ("үкімет", "úkimet"),
            ("ұлттық", "ulttyq"),
            ("яғни", "ıaǵnı"),
            ("шаңырақ", "shańyraq"),
            ("чемпион", "chempıon"),
            ("комиссия", "komıssıa"),
        )
    ),
    *(
        ("kazakh-latin-2021", "kk", *pair)
        for pair in (
            ("Қазақстан", "Qazaqstan"),
            ("Ұлттық", "Ūlttyq"),
            ("жаңа", "jaña"),
            ("ШЫҒЫС", "ŞYĞYS"),
            ("Ғылым", "Ğylym"),
        )
    ),
    # newspapers of Kazakhs who write in Arabic letters
    *(
        ("kazakh-arabic", "kk", *pair)
        for pair in (
            ("қазақ", "قازاق"),
            ("тіл", "ٴتىل"),
            ("әліпби", "ٴالىپبي"),
            ("бір", "ٴبىر"),
            ("екінші", "ەكىنشى"),
            ("үшінші", "ٴۇشىنشى"),
            ("жаңа", "جاڭا"),
            ("ұлттық", "ۇلتتىق"),
            ("көрініс", "كورىنىس"),
            ("өз", "ٴوز"),
            ("тенденция", "تەندەنتسيا"),
            ("отан", "وتان"),
            ("ғылым", "عىلىم"),
            ("жөн", "ٴجون"),
        )
    ),
]


@pytest.mark.parametrize(("system", "tag", "cyrillic", "written"), IN_PRINT)
def test_example_comes_out_as_printed(system, tag, cyrillic, written):
    assert romanize(cyrillic, SYSTEMS[system], tag) == written


@pytest.mark.parametrize("system", SYSTEMS)
def test_system_has_every_letter_of_kazakh_and_russian(system):
    assert set(SYSTEMS[system].letters["kk"]) == set(kk.LANGUAGE.letters)
    if SYSTEMS[system].script == "Latn":
        assert set(SYSTEMS[system].letters["ru"]) == set(ru.LANGUAGE.letters)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("tag", ["kk", "ru"])
def test_no_cyrillic_letter_is_left_in_any_case(system, tag):
    letters = {"kk": kk, "ru": ru}[tag].LANGUAGE.letters
    for text in (letters, letters.upper(), " ".join(letters), " ".join(letters.upper()), letters.title()):
        assert not any("Ѐ" <= sign <= "ӿ" for sign in romanize(text, SYSTEMS[system], tag))


@pytest.mark.parametrize("system", LATIN)
@pytest.mark.parametrize("tag", ["ru", "en-US", ""])
def test_kazakh_name_in_an_entry_of_another_language_takes_the_kazakh_table(system, tag):
    made = romanize("Әуезов, Иванов", SYSTEMS[system], tag)
    kazakh = romanize("Әуезов", SYSTEMS[system], "kk")
    assert made == f"{kazakh}, {romanize('Иванов', SYSTEMS[system], tag)}"
    assert not any("Ѐ" <= sign <= "ӿ" for sign in made)


@pytest.mark.parametrize("system", LATIN)
def test_latin_text_figures_and_signs_stay(system):
    text = "NATO, 21% – CASA-100 [2, p. 5]; https://example.org/a?b"
    assert romanize(text, SYSTEMS[system], "kk") == text


def test_word_in_capitals_stays_in_capitals():
    assert romanize("ЩИ Щи щи", SYSTEMS["bsi"], "ru") == "SHCHI Shchi shchi"
    assert romanize("Я Яков", SYSTEMS["bsi"], "ru") == "Ya Yakov"


def test_dotted_and_dotless_i_keep_apart_in_capitals_where_the_alphabet_says_so():
    assert romanize("Іні ИМАН ІЛІМ", SYSTEMS["kazakh-latin-2021"], "kk") == "Inı İMAN ILIM"
    assert lower("Inı İMAN", SYSTEMS["kazakh-latin-2021"]) == "ını iman"


def test_exception_speaks_for_every_word_that_starts_with_it():
    exceptions = {"цирк": "sirk", "цирков": "tsirkov"}
    system = SYSTEMS["kazakh-latin-2021"]
    assert romanize("Циркке ЦИРК цирковой", system, "kk", exceptions) == "Sirkke SİRK tsirkovoi"


def test_stress_marks_and_soft_hyphens_inside_a_word_are_dropped():
    assert romanize("за\u0301мок", SYSTEMS["bsi"], "ru") == "zamok"
    assert romanize("қа\u00adзақ", SYSTEMS["kazakh-latin-2018"], "kk") == "qazaq"
