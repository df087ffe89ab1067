"""Russian."""

from __future__ import annotations

from datetime import date

from basylym.languages import _ru_csl
from basylym.model.language import Language, Locators, Terms

MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


def printed_date(day: date) -> str:
    """``5 ноября 2014 г.``"""
    return f"{day.day}\u00a0{MONTHS[day.month - 1]} {day.year}\u00a0г."


LANGUAGE = Language(
    tag="ru",
    script="Cyrl",
    autonym="Русский",
    english_name="russian",
    region="ru-RU",
    quotes=("«", "»"),
    nested_quotes=("„", "“"),
    punctuation_in_quote=False,
    decimal=",",
    vowels=frozenset("аеёиоуыэюя"),
    letters="абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    commonest=frozenset(
        "в на не и с по из к о от за что как это для "
        "их его они при был была было были также только если чтобы этого этой который которые".split()
    ),
    commonness=0.04,
    hallmarks="ы",
    terms=Terms(
        abstract="Аннотация",
        keywords="Ключевые слова",
        references="Литература",
        contents="Содержание",
        notes="Примечания",
        figure="Рисунок {n}",
        table="Таблица {n}",
        equation="({n})",
        section="Раздел {n}",
        page="с. {n}",
        received="Поступила",
        accepted="Принята",
        published="Опубликована",
        licence="Лицензия",
        corresponding="Автор для переписки",
        cite="Как цитировать",
        about_authors="Сведения об авторах",
        about_edition="Об издании",
        article="Статья",
        supplied="Заглавие дано издателем: в источнике заглавия нет.",
        missing_author="Автор не указан",
        missing_reference="Источник не указан: в рукописи нет ни автора, ни заглавия, ни года",
        missing_picture="Нет рисунка",
        unresolved="не найдено",
        back="Вернуться к тексту",
        anchor="Ссылка на этот раздел",
        page_list="Страницы печатного издания",
        cover="Обложка",
        text="Текст",
        volume="Том {n}",
        issue="№\u00a0{n}",
        pages="С. {n}",
        draft="Рукопись",
        set_in="Набрано шрифтами {fonts}.",
        skip="Перейти к тексту",
        irsti="МРНТИ",
        udc="УДК",
        word_count="Число слов: {counts}",
        withheld="скрыто на время рецензирования",
        funding="Финансирование",
        conflicts="Конфликт интересов",
        artificial_intelligence="Использование искусственного интеллекта",
        contributions="Вклад авторов",
        availability="Доступность данных",
        accessibility=(
            "В издании есть оглавление, уровни заголовков, ссылки на примечания и литературу и обратно;"
            " его можно читать с экранным диктором."
        ),
    ),
    csl_terms=_ru_csl.TERMS,
    csl_dates={"text": "{day} {month} {year} г.", "numeric": "{day:02}.{month:02}.{year}"},
    csl_phrases=_ru_csl.PHRASES,
    date=printed_date,
    months=tuple("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()),
    locators=Locators(
        labels={
            "page": ("страница", "стр.", "с.", "c."),
            "volume": ("том", "т."),
            "chapter": ("глава", "гл."),
            "section": ("раздел", "разд.", "§"),
            "figure": ("рисунок", "рис."),
            "table": ("таблица", "табл."),
            "article-locator": ("статья", "ст."),
            "paragraph": ("пункт", "п."),
            "part": ("часть", "ч."),
        },
        read=("kk", "en"),
    ),
    abbreviations=frozenset(
        "г гг в вв т е п д др пр с стр см рис табл гл разд изд ред млн млрд тыс трлн руб долл коп проф акад "
        "доц им напр ср ул обл р н э кв м км".split()
    ),
    year_marks=("гг.", "гг", "г.", "годы", "годов", "годах", "годам"),
    lookalikes=dict(zip("AaBCcEeHKMOoPpTXxy", "АаВСсЕеНКМОоРрТХху", strict=True)),
    case_endings=frozenset(
        "а у ом е ы ов ам ами ах й го му м х ми я ю ей ая ое ые ый ой ую ий ия ию".split()
    ),
    headings={
        "аннотация": "abstract",
        "резюме": "abstract",
        "ключевые слова": "keywords",
        "введение": "introduction",
        "материалы и методы": "methods",
        "методы": "methods",
        "обзор литературы": "literature",
        "результаты": "results",
        "обсуждение": "discussion",
        "результаты и обсуждение": "results",
        "основная часть": "body",
        "заключение": "conclusion",
        "выводы": "conclusion",
        "благодарности": "acknowledgements",
        "приложение": "appendix",
        "литература": "references",
        "список литературы": "references",
        "список использованной литературы": "references",
        "список использованных источников": "references",
        "источники": "references",
    },
    units=frozenset(
        ("г. гг. в. вв. млн млрд тыс. трлн с. % ‰ км м см мм кг г т га л ч мин руб. долл. °C").split()
    ),
    proclitics=frozenset("в во к ко с со у о об и а но на за из от до по не ни".split()),
    enclitics=frozenset("же ли бы б ж".split()),
    inside={"figure": "рис. {n}", "table": "табл. {n}"},
    dictionary="ru_RU",
    style="gost-r-7-0-5-2008-numeric",
    dash="—",
)
