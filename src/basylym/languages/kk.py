"""Kazakh in Cyrillic script.

The press must bring its own terms: neither Pandoc (data/translations), nor the CSL locales,
nor Pyphen has Kazakh, and each of them then falls back to English, or to nothing, in silence.

Draft: every line is to be read by a native editor before it is called final.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from basylym.languages import _kk_csl
from basylym.model.language import Language, Locators, Terms

VOWELS = frozenset("аәеёиоөұүыіэюяу")
PLAIN_VOWELS = VOWELS - {"у"}
SIGNS = frozenset("ьъ")
MONTHS = (
    *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
    *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
)
MONTHS_SHORT = (
    *("қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау."),
    *("шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."),
)


def hyphenate(word: str) -> tuple[int, ...]:
    """Return the offsets at which a lower-case Kazakh ``word`` may break, between syllables.

    Syllables are told by sound, one vowel each. ``у`` is a consonant after a vowel, and at the
    word's start before a vowel. Of several consonants between vowels only the last goes over;
    a hard or soft sign stays with the letter before it. Two letters stay on each line.

    Source: Rules of Kazakh spelling, chapter IX, sections 99-107.
    """
    nuclei = [place for place in range(len(word)) if _is_vowel(word, place)]
    breaks = []
    for first, second in pairwise(nuclei):
        place = second
        if second - first > 1:
            place = second - 1
            while place > first + 1 and word[place] in SIGNS:
                place -= 1
        if second - first > 1 and word[second - 1] in SIGNS:
            place = second  # съез-дің, аль-янс: the sign closes its syllable
        breaks.append(place)
    return tuple(place for place in breaks if 2 <= place <= len(word) - 2)


def _is_vowel(word: str, place: int) -> bool:
    letter = word[place]
    if letter != "у":
        return letter in PLAIN_VOWELS
    if place and word[place - 1] in PLAIN_VOWELS:
        return False
    return not (place == 0 and len(word) > 1 and word[1] in PLAIN_VOWELS)


def printed_date(day: date) -> str:
    """``2014 ж. 5 қараша``, as CLDR prints it."""
    return f"{day.year}\u00a0ж. {day.day}\u00a0{MONTHS[day.month - 1]}"


LANGUAGE = Language(
    tag="kk",
    script="Cyrl",
    autonym="Қазақша",
    english_name="kazakh",
    region="kk-KZ",
    quotes=("«", "»"),
    nested_quotes=("“", "”"),
    punctuation_in_quote=False,
    decimal=",",
    vowels=VOWELS,
    letters="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    commonest=frozenset(
        "және мен бұл үшін бойынша арқылы туралы болып болған болды бар емес дейін "
        "кейін оның сонымен қатар осы ол бен пен болады керек сияқты әр өз немесе "
        "бір біз сол деп деген еді екен енді жоқ ғана үшін ал болса деді".split()
    ),
    commonness=0.015,
    hallmarks="іұ",
    terms=Terms(
        abstract="Аңдатпа",
        keywords="Түйін сөздер",
        references="Әдебиеттер",
        contents="Мазмұны",
        notes="Ескертулер",
        figure="{n}-сурет",
        table="{n}-кесте",
        equation="({n})",
        section="{n}-бөлім",
        page="{n}-бет",
        received="Түсті",
        accepted="Қабылданды",
        published="Жарияланды",
        licence="Лицензия",
        corresponding="Хат-хабар авторы",
        cite="Дәйексөз үлгісі",
        about_authors="Авторлар туралы мәлімет",
        about_edition="Басылым туралы",
        article="Мақала",
        supplied="Тақырыпты баспа қойды: түпнұсқада тақырып жоқ.",
        missing_author="Автор көрсетілмеген",
        missing_reference="Дереккөз көрсетілмеген: түпнұсқада авторы, атауы және жылы жоқ",
        missing_picture="Сурет жоқ",
        unresolved="табылмады",
        back="Мәтінге оралу",
        anchor="Осы бөлімге сілтеме",
        page_list="Баспа нұсқасының беттері",
        cover="Мұқаба",
        text="Мәтін",
        volume="{n}-том",
        issue="№\u00a0{n}",
        pages="{n}-б.",
        draft="Қолжазба",
        set_in="Мәтін {fonts} қаріптерімен терілді.",
        skip="Негізгі мәтінге өту",
        irsti="ҒТАМР",
        udc="ӘОЖ",
        word_count="Сөз саны: {counts}",
        withheld="рецензия кезінде жасырылды",
        funding="Қаржыландыру",
        conflicts="Мүдделер қақтығысы",
        artificial_intelligence="Жасанды интеллектіні қолдану",
        contributions="Авторлардың үлесі",
        availability="Деректердің қолжетімділігі",
        accessibility=(
            "Басылымда мазмұн, тақырып деңгейлері, ескертулер мен әдебиетке екі жаққа жүретін сілтемелер бар;"
            " оны экран дикторымен оқуға болады."
        ),
    ),
    csl_terms={
        **_kk_csl.TERMS,
        **{f"month-{n:02d}": name for n, name in enumerate(MONTHS, 1)},
        **{f"month-{n:02d}:short": name for n, name in enumerate(MONTHS_SHORT, 1)},
    },
    csl_dates={"text": "{year} ж. {day} {month}", "numeric": "{day:02}.{month:02}.{year}"},
    csl_phrases=_kk_csl.PHRASES,
    pandoc_terms=_kk_csl.PANDOC,
    date=printed_date,
    locators=Locators(
        labels={
            "page": ("бет", "беттер", "бб.", "бб", "б.", "б"),
            "volume": ("том", "т."),
            "chapter": ("тарау",),
            "section": ("параграф", "§"),
            "figure": ("сурет", "сур."),
            "table": ("кесте",),
            "article-locator": ("бап",),
            "paragraph": ("тармақ",),
            "part": ("бөлім",),
        },
        number_first=True,
        joint="-",
        read=("ru", "en"),
    ),
    abbreviations=frozenset(
        (
            "ж жж б бб т тб қ ғ ғғ млн млрд мың трлн долл тг см сур кест ред ауд обл қар мыс проф акад доц"
        ).split()
    ),
    year_marks=("жж.", "жж", "ж.", "жылдар", "жылдары", "жылдардағы", "жылдарға", "жылдарда"),
    lookalikes=dict(zip("AaBCcEeHhiIKMOoPpTXxyƏəƟɵ", "АаВСсЕеНһіІКМОоРрТХхуӘәӨө", strict=True)),
    case_endings=frozenset(
        (
            "ның нің дың дің тың тің ға ге қа ке на не ды ді ты ті ны ні н да де та те нда нде "
            "дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі лар лер дар дер тар тер "
            "ы і сы сі ымен імен лық лік дық дік тық тік ша ше шы ші ншы нші "
            "ларды лерді дарды дерді тарды терді лардың лердің дардың дердің тардың тердің"
        ).split()
    ),
    headings={
        "аңдатпа": "abstract",
        "түйіндеме": "abstract",
        "түйін сөздер": "keywords",
        "кілт сөздер": "keywords",
        "тірек сөздер": "keywords",
        "кіріспе": "introduction",
        "материалдар мен әдістер": "methods",
        "зерттеу әдістері": "methods",
        "әдебиетке шолу": "literature",
        "нәтижелер": "results",
        "зерттеу нәтижелері": "results",
        "талқылау": "discussion",
        "нәтижелер мен талқылау": "results",
        "нәтижелер мен талқылаулар": "results",
        "нәтижелер және талқылау": "results",
        "нәтижелер және талқылама": "results",
        "нәтижелер мен талқылама": "results",
        "негізгі бөлім": "body",
        "қорытынды": "conclusion",
        "тұжырым": "conclusion",
        "алғыс": "acknowledgements",
        "қосымша": "appendix",
        "әдебиет": "references",
        "әдебиеттер": "references",
        "әдебиеттер тізімі": "references",
        "пайдаланылған әдебиет": "references",
        "пайдаланылған әдебиеттер": "references",
        "пайдаланылған әдебиеттер тізімі": "references",
    },
    units=frozenset(
        "ж. жж. ғ. ғғ. қ. млн млрд мың трлн б. бб. % ‰ км м см мм кг г т га л сағ мин °C".split()
    ),
    enclitics=frozenset("да де та те ма ме ба бе па пе мен бен пен ғой қой".split()),
    hyphenate=hyphenate,
    lexicon="kk",
    postpositions=frozenset("бойынша туралы жөнінде үшін арқылы ретінде сияқты секілді тәрізді".split()),
    style="gost-r-7-0-5-2008-numeric",
)
