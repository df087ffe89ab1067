"""A word before a year -> whether it is surely a town: «Ақиқат, 2001» is a journal's."""

from __future__ import annotations

import re

from basylym.repairs._references.words import UPPER

NAMES = frozenset(
    "Москва Ленинград Санкт-Петербург Петроград Алматы Алма-Ата Астана Нұр-Сұлтан Нур-Султан"
    " Целиноград Ақмола Шымкент Чимкент"
    " Қарағанды Караганда Қызылорда Кызылорда Орал Уральск Ақтөбе Актобе Ақтау Актау Атырау"
    " Гурьев Тараз Жамбыл Талдықорған"
    " Талдыкорган Өскемен Усть-Каменогорск Семей Семипалатинск Павлодар Петропавл Петропавловск"
    " Қостанай Костанай Кустанай"
    " Көкшетау Кокшетау Түркістан Туркестан Жезқазған Екібастұз Орынбор Оренбург Қазан"
    " Ташкент Самарканд Самарқанд Бұхара Бишкек"
    " Фрунзе Душанбе Ашхабад Минск Киев Харьков Одесса Львов Рига Вильнюс Таллин Тарту"
    " Баку Ереван Тбилиси Кишинев Новосибирск"
    " Томск Омск Тюмень Екатеринбург Свердловск Челябинск Самара Куйбышев Саратов Пермь"
    " Уфа Казань Красноярск Иркутск Якутск"
    " Улан-Удэ Чита Хабаровск Владивосток Воронеж Краснодар Ростов-на-Дону Волгоград Астрахань"
    " Тула Тверь Ярославль Рязань Пенза"
    " Ижевск Барнаул Кемерово Сыктывкар Мурманск Архангельск Калининград Ставрополь Майкоп"
    " Махачкала Элиста Пущино Дубна"
    " London Oxford Cambridge Paris Berlin Leipzig München Munich Wien Vienna Zürich Geneva"
    " Rome Roma Milano Madrid Amsterdam"
    " Leiden Brussels Stockholm Oslo Helsinki Copenhagen Warszawa Warsaw Kraków Praha Prague"
    " Budapest Ankara İstanbul Istanbul"
    " Boston Chicago Washington Princeton Toronto Tokyo Beijing Dordrecht Heidelberg Dublin"
    " Edinburgh Manchester Philadelphia".split()
) | {
    "New York",
    "Нижний Новгород",
    "Великий Новгород",
    "Н. Новгород",
    "Los Angeles",
    "San Francisco",
    "Ростов н/Д",
}
SHORT = re.compile(rf"[{UPPER}][^\W\d_]{{0,4}}\.|N\. ?Y\.|Н\. ?Новгород|Ростов[ -]н/Д\.?|СПб\.?")

LONE = frozenset({"М.", "Л.", "СПб.", "Пг.", "Н. Новгород", "N. Y."})


def stands_alone(text: str) -> bool:
    """Tell whether a town may be all that an area says."""
    return text in LONE or text.rstrip(".") in NAMES


def without_stop(text: str) -> str:
    """Return a place without the stop that is none of an abbreviation: ``Алматы.: Өнер``."""
    return text[:-1] if text.endswith(".") and text[:-1] in NAMES else text


def is_town(text: str) -> bool:
    """Tell whether a place of publication is one beyond doubt: of several parted by signs, the first."""
    first = re.split(r" ?[;,] ?| \(", text.replace("\u00a0", " ").strip())[0]
    return bool(SHORT.fullmatch(first)) or first.rstrip(".") in NAMES
