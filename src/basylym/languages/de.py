"""German."""

from __future__ import annotations

from datetime import date

from basylym.model.language import Language, Locators, Terms, csl_table

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def printed_date(day: date) -> str:
    """``5. November 2014``."""
    return f"{day.day}.\u00a0{MONTHS[day.month - 1]} {day.year}"


LANGUAGE = Language(
    tag="de",
    script="Latn",
    autonym="Deutsch",
    english_name="german",
    region="de-DE",
    quotes=("„", "“"),
    nested_quotes=("‚", "‘"),
    punctuation_in_quote=False,
    decimal=",",
    vowels=frozenset("aeiouäöüy"),
    letters="aäbcdefghijklmnoöpqrsßtuüvwxyz",
    commonest=frozenset(
        "der und das dem sich ist nicht ein eine einer auch "
        "für werden wird auf als im oder durch zur zum bei sind".split()
    ),
    commonness=0.06,
    hallmarks="",
    terms=Terms(
        abstract="Zusammenfassung",
        keywords="Schlagwörter",
        references="Literatur",
        contents="Inhalt",
        notes="Anmerkungen",
        figure="Abbildung {n}",
        table="Tabelle {n}",
        equation="({n})",
        section="Abschnitt {n}",
        page="S. {n}",
        received="Eingegangen",
        accepted="Angenommen",
        published="Veröffentlicht",
        licence="Lizenz",
        corresponding="Korrespondenz an",
        cite="Zitierweise",
        about_authors="Zu den Verfassern",
        about_edition="Zu dieser Ausgabe",
        article="Aufsatz",
        supplied="Titel vom Verlag: Die Vorlage hat keinen.",
        missing_author="Verfasser nicht genannt",
        missing_reference="Quelle nicht genannt: Im Manuskript fehlen Verfasser, Titel und Jahr",
        missing_picture="Bild fehlt",
        unresolved="nicht gefunden",
        back="Zurück zum Text",
        anchor="Verweis auf diesen Abschnitt",
        page_list="Seiten der gedruckten Ausgabe",
        cover="Umschlag",
        text="Haupttext",
        volume="Band {n}",
        issue="Heft {n}",
        pages="S. {n}",
        draft="Manuskript",
        set_in="Gesetzt aus {fonts}.",
        skip="Zum Text springen",
        irsti="IRSTI",  # a code of the states of the CIS: German has no name for it
        udc="DK",
        word_count="Wortzahl: {counts}",
        withheld="für die Begutachtung verborgen",
        funding="Förderung",
        conflicts="Interessenkonflikte",
        artificial_intelligence="Einsatz künstlicher Intelligenz",
        contributions="Beiträge der Verfasser",
        availability="Verfügbarkeit der Daten",
        accessibility=(
            "Die Ausgabe hat ein Inhaltsverzeichnis, Überschriftenebenen und Verweise auf Anmerkungen und "
            "Literatur und zurück; sie lässt sich mit einem Bildschirmleser lesen."
        ),
    ),
    csl_terms={
        **csl_table("""
et-al = u. a.
advance-online-publication = Vorabveröffentlichung ; Vorabveröff.
album = Album
audio-recording = Tonaufnahme ; Tonaufn.
henceforth = im Folgenden
loc-cit = am angegebenen Ort ; a. a. O.
no-place = ohne Ort ; o. O.
no-publisher = ohne Verlag ; o. V.
on = am
op-cit = am angegebenen Ort ; a. a. O.
original-work-published = Erstveröffentlichung ; Erstveröff.
podcast-episode = Podcastfolge
preprint = Vorabdruck
radio-broadcast = Radiosendung
radio-series = Radioserie
radio-series-episode = Folge einer Radioserie
special-issue = Sonderheft
special-section = Sonderteil
television-broadcast = Fernsehsendung
television-series = Fernsehserie
television-series-episode = Folge einer Fernsehserie
working-paper = Arbeitspapier
article = Vorabdruck
article-journal = Zeitschriftenaufsatz
article-magazine = Zeitschriftenartikel
article-newspaper = Zeitungsartikel
bill = Gesetzentwurf
broadcast = Sendung
classic = Klassiker
collection = Sammlung
dataset = Datensatz
document = Dokument
entry = Eintrag
entry-dictionary = Wörterbucheintrag
entry-encyclopedia = Lexikoneintrag
event = Veranstaltung
graphic = Grafik
hearing = Anhörung ; ; Aussage von ; Aussage von
interview = Gespräch
legal_case = Rechtsfall
legislation = Gesetz
manuscript = Handschrift ; Hs.|Hss.
map = Karte
motion_picture = Filmaufnahme ; Film
musical_score = Noten
pamphlet = Broschüre
paper-conference = Tagungsbeitrag
performance = Aufführung
periodical = Periodikum
post = Beitrag
post-weblog = Blogbeitrag
regulation = Verordnung
report = Bericht
review = Rezension ; Rez. ; Rezension von ; Rez. von
review-book = Buchrezension ; Rez. ; Rezension von ; Rez. von
review-of = Rezension von ; Rez. von
software = Programm
song = Tonaufnahme
speech = Vortrag
standard = Norm
thesis = Dissertation ; Diss.
treaty = Vertrag
webpage = Webseite
act = Akt|Akte
issue = Heft|Hefte ; H.|H.
editortranslator = Herausgeber und Übersetzer|Herausgeber und Übersetzer ; \
Hrsg. und Übers.|Hrsg. und Übers. ; herausgegeben und übersetzt von ; hrsg. und übers. von
editor-translator = Herausgeber und Übersetzer|Herausgeber und Übersetzer ; \
Hrsg. und Übers.|Hrsg. und Übers. ; herausgegeben und übersetzt von ; hrsg. und übers. von
article-locator = Artikel|Artikel ; Art.|Art.
number = Nummer|Nummern ; Nr.|Nr.
supplement = Beilage|Beilagen ; Beil.|Beil.
chapter-number = Kapitel|Kapitel ; Kap.|Kap.
version = Fassung ; Fass.
at = unter ; ; ; ; unter
chair = Vorsitz|Vorsitz ; ; Vorsitz von
collection-editor = Reihenherausgeber|Reihenherausgeber ; Reihenhrsg.|Reihenhrsg. ; \
herausgegeben von ; hrsg. von
compiler = Bearbeiter|Bearbeiter ; Bearb.|Bearb. ; bearbeitet von ; bearb. von
contributor = Mitarbeiter|Mitarbeiter ; Mitarb.|Mitarb. ; unter Mitarbeit von ; unter Mitarb. von
curator = Kurator|Kuratoren ; Kur.|Kur. ; kuratiert von ; kur. von
executive-producer = Produktionsleiter|Produktionsleiter ; Prod.|Prod. ; \
Produktionsleitung von ; Prod. von
guest = Gast|Gäste ; ; mit
host = Gastgeber|Gastgeber ; ; moderiert von ; mod. von
narrator = Sprecher|Sprecher ; Spr.|Spr. ; gesprochen von ; gespr. von
organizer = Veranstalter|Veranstalter ; Veranst.|Veranst. ; veranstaltet von ; veranst. von
performer = Interpret|Interpreten ; Interpr.|Interpr. ; aufgeführt von ; aufgef. von
producer = Produzent|Produzenten ; Prod.|Prod. ; produziert von ; prod. von
script-writer = Drehbuchautor|Drehbuchautoren ; Drehb.|Drehb. ; Drehbuch von ; Drehb. von
series-creator = Serienschöpfer|Serienschöpfer ; Serie|Serie ; geschaffen von ; geschaffen von
"""),
        "open-quote": "„",
        "close-quote": "“",
        "open-inner-quote": "‚",
        "close-inner-quote": "‘",
        "page-range-delimiter": "–",
    },
    csl_dates={"text": "{day}. {month} {year}", "numeric": "{day:02}.{month:02}.{year}"},
    csl_phrases={
        "as": "als",
        "before the": "vor dem",
        "publication": "Veröffentlichung",
        "track": "Titel",
        "accepted": "angenommen",
        "aired": "gesendet",
        "episode": "Folge",
        "filed": "angemeldet",
        "issued": "erteilt",
        "of": "von",
        "presented": "vorgetragen",
        "recorded": "aufgenommen",
        "released": "erschienen",
        "reprint": "Nachdruck",
        "to": "an",
        "no.": "Nr.",
        "vol.": "Bd.",
        "Art.": "Art.",
        "located at": "verfügbar in",
        "Режим доступа:": "Zugang:",
        "заявл.": "angemeldet",
        "опубл.": "veröffentlicht",
        "пат.": "Pat.",
        "Патент №": "Patent №",
        "Введ.": "Gültig ab",
        "Карты": "Karten",
        "Изображение (картографическое ; неподвижное ; двухмерное) : непосредственное": (
            "Bild (kartografisch ; unbewegt ; zweidimensional) : gedruckt"
        ),
        "Текст : непосредственный": "Text : gedruckt",
        "Текст : электронный": "Text : elektronisch",
    },
    date=printed_date,
    locators=Locators(
        labels={
            "page": ("Seite", "Seiten", "S."),
            "volume": ("Band", "Bd."),
            "chapter": ("Kapitel", "Kap."),
            "section": ("Abschnitt", "Abschn.", "§"),
            "figure": ("Abbildung", "Abb."),
            "table": ("Tabelle", "Tab."),
            "article-locator": ("Artikel", "Art."),
            "paragraph": ("Absatz", "Abs."),
            "part": ("Teil",),
            "issue": ("Heft", "H."),
            "line": ("Zeile", "Z."),
            "note": ("Anmerkung", "Anm."),
            "column": ("Spalte", "Sp."),
        },
        read=("en", "ru", "kk"),
    ),
    abbreviations=frozenset(
        "s bd bde nr abb tab kap abschn abs art aufl hrsg ders dies vgl bzw ca usw z b d h u a o ä evtl ggf "
        "jh dr prof st str inkl sog zit ff f anm sp z.b d.h u.a".split()
    ),
    year_marks=("v. Chr.", "n. Chr."),
    lookalikes={},
    case_endings=frozenset("s er ern en e te ten ter tes".split()),
    headings={
        "zusammenfassung": "abstract",
        "abstract": "abstract",
        "schlagwörter": "keywords",
        "schlüsselwörter": "keywords",
        "einleitung": "introduction",
        "einführung": "introduction",
        "forschungsstand": "literature",
        "methoden": "methods",
        "methode": "methods",
        "material und methoden": "methods",
        "ergebnisse": "results",
        "diskussion": "discussion",
        "ergebnisse und diskussion": "results",
        "fazit": "conclusion",
        "schluss": "conclusion",
        "schlussfolgerungen": "conclusion",
        "danksagung": "acknowledgements",
        "anhang": "appendix",
        "literatur": "references",
        "literaturverzeichnis": "references",
        "quellen und literatur": "references",
    },
    units=frozenset("% ‰ km m cm mm kg g t ha l min std. mio. mrd. €".split()),
    proclitics=frozenset({"z.", "d.", "u."}),  # z. B., d. h., u. a.
    speech_dash=False,
    dictionary="de_DE",
)
