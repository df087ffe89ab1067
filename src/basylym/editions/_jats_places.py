"""An affiliation as written -> its institution, city and country as JATS tags them, where that is certain.

Only a last part that is the name of a country tells that what stands before it is a city.
"""

from __future__ import annotations

from basylym.adapters.jinja import Markup
from basylym.editions._record import Said

NAMED = """\
AM Armenia|Армения
AZ Azerbaijan|Azerbaycan|Әзербайжан|Әзірбайжан|Азербайджан
BY Belarus|Беларусь
CA Canada|Канада|Kanada
CN China|Қытай|Китай|Çin
DE Germany|Германия|Almanya
ES Spain|Испания|İspanya
FR France|Франция|Fransa
GB United Kingdom|UK|Ұлыбритания|Великобритания|Birleşik Krallık
GE Georgia|Грузия|Gürcistan
IN India|Үндістан|Индия|Hindistan
IT Italy|Италия|İtalya
JP Japan|Жапония|Япония|Japonya
KG Kyrgyzstan|Қырғызстан|Кыргызстан|Киргизия|Kırgızistan
KR South Korea|Republic of Korea|Оңтүстік Корея|Южная Корея|Республика Корея|Güney Kore
KZ Kazakhstan|Republic of Kazakhstan|Қазақстан|Қазақстан Республикасы|Казахстан|Kazakistan
KZ Республика Казахстан
MN Mongolia|Моңғолия|Монголия|Moğolistan
PL Poland|Польша|Polonya
RU Russia|Russian Federation|Ресей|Ресей Федерациясы|Россия|Российская Федерация|Rusya
TJ Tajikistan|Тәжікстан|Таджикистан|Tacikistan
TM Turkmenistan|Түрікменстан|Туркменистан|Türkmenistan
TR Turkey|Türkiye|Түркия|Турция
UA Ukraine|Украина|Ukrayna
US USA|United States|United States of America|АҚШ|США|ABD
UZ Uzbekistan|Өзбекстан|Узбекистан|Özbekistan
"""
COUNTRIES = {name: row[:2] for row in NAMED.splitlines() for name in row[3:].split("|")}


def institution(place: Said) -> Markup:
    """The inside of ``aff``: every word of it, tagged as far as it is certain."""
    parts = [part.strip() for part in place.text.split(",")]
    code = COUNTRIES.get(parts[-1].rstrip("."))
    if code is None or len(parts) < 2:
        return Markup("<institution>{}</institution>").format(place.text)
    country = Markup('<country country="{}">{}</country>').format(code, parts[-1])
    if len(parts) == 2:
        return Markup("<institution>{}</institution>, {}").format(parts[0], country)
    name = Markup("<institution>{}</institution>").format(", ".join(parts[:-2]))
    return Markup("{}, <city>{}</city>, {}").format(name, parts[-2], country)
