"""Turkish: the example of a language added with one file."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from basylym.model.language import Language, Locators, Terms, csl_table

VOWELS = frozenset("aeıioöuüâîû")
MONTHS = (
    *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
    *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
)


def hyphenate(word: str) -> tuple[int, ...]:
    """Return the offsets at which a lower-case Turkish ``word`` may break, between syllables.

    Of the consonants between two vowels only the last goes over; two letters stay on each line.

    Source: Türk Dil Kurumu, Yazım Kılavuzu, "Hece Yapısı ve Satır Sonunda Kelimelerin Bölünmesi".
    """
    nuclei = [place for place, letter in enumerate(word) if letter in VOWELS]
    breaks = (second - (second - first > 1) for first, second in pairwise(nuclei))
    return tuple(place for place in breaks if 2 <= place <= len(word) - 2)


def printed_date(day: date) -> str:
    """``5 Kasım 2014``."""
    return f"{day.day}\u00a0{MONTHS[day.month - 1]} {day.year}"


LANGUAGE = Language(
    tag="tr",
    script="Latn",
    autonym="Türkçe",
    english_name="turkish",
    region="tr-TR",
    quotes=("“", "”"),
    nested_quotes=("‘", "’"),
    punctuation_in_quote=False,
    decimal=",",
    vowels=VOWELS,
    letters="abcçdefgğhıijklmnoöprsştuüvyzâîû",
    commonest=frozenset("ve için ile olarak olan gibi kadar veya sonra göre ise değil ancak olduğu".split()),
    commonness=0.02,
    hallmarks="ı",
    terms=Terms(
        abstract="Öz",
        keywords="Anahtar kelimeler",
        references="Kaynakça",
        contents="İçindekiler",
        notes="Notlar",
        figure="Şekil {n}",
        table="Tablo {n}",
        equation="({n})",
        section="Bölüm {n}",
        page="s. {n}",
        received="Geliş",
        accepted="Kabul",
        published="Yayım",
        licence="Lisans",
        corresponding="Sorumlu yazar",
        cite="Atıf için",
        about_authors="Yazarlar hakkında",
        about_edition="Bu baskı hakkında",
        article="Makale",
        supplied="Başlığı yayıncı koymuştur: kaynakta başlık yok.",
        missing_author="Yazar belirtilmemiş",
        missing_reference="Kaynak belirtilmemiş: metinde yazarı, başlığı ve yılı yok",
        missing_picture="Görsel yok",
        unresolved="bulunamadı",
        back="Metne dön",
        anchor="Bu bölüme bağlantı",
        page_list="Basılı sürümün sayfaları",
        cover="Kapak",
        text="Metin",
        volume="Cilt {n}",
        issue="sy.\u00a0{n}",
        pages="ss. {n}",
        draft="Taslak",
        set_in="{fonts} ile dizilmiştir.",
        skip="Metne geç",
        irsti="IRSTI",  # a code of the states of the CIS: Turkish has no name for it
        udc="EOS",
        word_count="Sözcük sayısı: {counts}",
        withheld="hakemlik süresince gizlendi",
        funding="Finansman",
        conflicts="Çıkar çatışması",
        artificial_intelligence="Yapay zekâ kullanımı",
        contributions="Yazar katkıları",
        availability="Veri erişilebilirliği",
        accessibility=(
            "Baskıda içindekiler tablosu, başlık düzeyleri, notlara ve kaynaklara gidip gelen bağlantılar "
            "vardır; ekran okuyucuyla okunabilir."
        ),
    ),
    csl_terms={  # what CSL's own locale leaves in English or gets wrong
        **csl_table("""
advance-online-publication = erken çevrimiçi yayım ; erken çevr. yay.
album = albüm
audio-recording = ses kaydı ; ses kydı.
by = yazan
henceforth = bundan böyle
loc-cit = aynı yer
no-place = yer yok ; y.y.
no-publisher = yayıncı yok ; yay. yok
on = tarih:
op-cit = adı geçen eser
original-work-published = ilk yayımı ; ilk yay.
podcast-episode = podcast bölümü ; podcast böl.
preprint = ön baskı
radio-broadcast = radyo yayını ; radyo yay.
radio-series = radyo dizisi ; radyo diz.
radio-series-episode = radyo dizisi bölümü ; radyo diz. böl.
special-issue = özel sayı ; öz. sy.
special-section = özel bölüm ; öz. böl.
television-broadcast = televizyon yayını ; TV yay.
television-series = televizyon dizisi ; TV diz.
television-series-episode = televizyon dizisi bölümü ; TV diz. böl.
working-paper = çalışma metni ; çal. metni
article = ön baskı
article-journal = dergi makalesi ; dergi mak.
article-magazine = dergi makalesi ; dergi mak.
article-newspaper = gazete yazısı ; gazete yzs.
bill = kanun teklifi
broadcast = yayın ; yay.
dataset = veri kümesi
document = belge ; belge
entry = madde
entry-dictionary = sözlük maddesi ; sözl. md.
entry-encyclopedia = ansiklopedi maddesi ; ans. md.
event = etkinlik
graphic = grafik ; graf.
hearing = duruşma ; ; ifadesi ; ifade
interview = görüşme ; gör.
legal_case = dava ; dava
legislation = mevzuat ; mevz.
manuscript = el yazması ; el yzm.|el yzm.
map = harita
motion_picture = görüntü kaydı ; gör. kydı.
musical_score = nota ; nota
pamphlet = broşür ; broş.
paper-conference = bildiri ; bild.
performance = gösteri ; göst.
periodical = süreli yayın
post = gönderi
post-weblog = blog yazısı
regulation = yönetmelik ; yön.
report = rapor ; rap.
review = inceleme ; inc. ; inceleme ; inc.
review-book = kitap incelemesi ; kit. inc. ; kitap incelemesi ; kit. inc.
software = yazılım ; yaz.
song = ses kaydı ; ses kydı.
speech = konuşma
standard = standart ; stand.
thesis = tez ; tez
treaty = antlaşma
webpage = web sayfası ; web syf.
act = perde|perdeler
appendix = ek|ekler ; ek|ek
article-locator = madde|maddeler ; md.|md.
canon = kural|kurallar ; kur.|kur.
chapter-number = bölüm|bölümler ; böl.|böl.
elocation = konum|konumlar ; kon.|kon.
equation = denklem|denklemler ; denk.|denk.
number-of-volumes = cilt|cilt ; c.|c.
page-first = sayfa|sayfalar ; s.|s.
printing = basım|basımlar ; bas.|bas.
rule = kural|kurallar ; kur.|kur.
scene = sahne|sahneler ; sahne|sahne
title-locator = başlık|başlıklar ; başl.|başl.
verse = dize|dizeler ; dize|dize
issue = sayı|sayılar ; sy.|sy.
folio = yaprak|yapraklar ; yp.|yp.
and = ve ; ; ; ; ve
at = adres ; ; ; ; adres
bce = M.Ö.
review-of = inceleme ; inc.
cited = erişim ; eriş.
number = numara|numaralar ; no.|no.
ce = M.S.
chair = başkan|başkanlar ; ; başkanlığında
citation-number = atıf|atıflar ; atf.|atf.
collection-editor = editör|editörler ; ed.|ed. ; editör ; ed.
compiler = derleyen|derleyenler ; der.|der. ; derleyen ; der.
composer = | ; ; besteleyen ; best.
contributor = katkıda bulunan|katkıda bulunanlar ; katk.|katk. ; katkısıyla ; katk.
curator = küratör|küratörler ; kür.|kür. ; küratör ; kür.
editor-translator = editör ve çeviren|editörler ve çevirenler ; ed. ve çev.|ed. ve çev. ; \
düzenleyen ve çeviren ; ed. ve çev.
editortranslator = editör ve çeviren|editörler ve çevirenler ; ed. ve çev.|ed. ve çev. ; \
düzenleyen ve çeviren ; ed. ve çev.
executive-producer = baş yapımcı|baş yapımcılar ; baş yap.|baş yap. ; baş yapımcı ; baş yap.
guest = konuk|konuklar ; ; konuğu
host = sunucu|sunucular ; ; sunan ; sunan
narrator = anlatıcı|anlatıcılar ; anl.|anl. ; anlatan ; anl.
organizer = düzenleyen|düzenleyenler ; düz.|düz. ; düzenleyen ; düz.
original-author = | ; ; yazar
performer = icra eden|icra edenler ; icra|icra ; icra eden ; icra
producer = yapımcı|yapımcılar ; yap.|yap. ; yapımcı ; yap.
script-writer = metin yazarı|metin yazarları ; metin|metin ; metni yazan ; metin
series-creator = dizi yapımcısı|dizi yapımcıları ; dizi yap.|dizi yap. ; dizinin yapımcısı ; dizi yap.
supplement = ek|ekler ; ek|ek
table = tablo|tablolar ; tablo|tablolar
version = sürüm|sürümler ; sür.
ordinal = .
ordinal-01 = .
ordinal-02 = .
ordinal-03 = .
"""),
        "open-quote": "“",
        "close-quote": "”",
        "page-range-delimiter": "–",
    },
    csl_dates={"text": "{day} {month} {year}", "numeric": "{day:02}.{month:02}.{year}"},
    csl_phrases={
        "as": "olarak",
        "before the": "huzurunda:",
        "publication": "yayın",
        "track": "parça",
        "accepted": "kabul",
        "aired": "yayımlanma",
        "episode": "bölüm",
        "filed": "başvuru",
        "issued": "verilme",
        "of": "/",
        "presented": "sunulma",
        "recorded": "kayıt",
        "released": "çıkış",
        "reprint": "yeniden basım",
        "to": "kime:",
        "no.": "sy.",
        "vol.": "c.",
        "Art.": "mak.",
        "located at": "yeri",
        "пат.": "patent",
        "Режим доступа:": "Erişim:",
        "заявл.": "başvuru",
        "опубл.": "yayım",
        "Патент №": "Patent №",
        "Введ.": "Yürürlük",
        "Карты": "Haritalar",
        "Изображение (картографическое ; неподвижное ; двухмерное) : непосредственное": (
            "Görüntü (kartografik ; durağan ; iki boyutlu) : basılı"
        ),
        "Текст : непосредственный": "Metin : basılı",
        "Текст : электронный": "Metin : elektronik",
    },
    date=printed_date,
    locators=Locators(
        labels={
            "page": ("sayfa", "ss.", "s.", "syf."),
            "volume": ("cilt", "c."),
            "chapter": ("bölüm", "böl."),
            "section": ("kısım", "ksm.", "§"),
            "figure": ("şekil", "şek."),
            "table": ("tablo",),
            "article-locator": ("madde", "md."),
            "book": ("kitap", "kit."),
            "folio": ("yaprak", "yp."),
            "issue": ("sayı", "sy."),
            "line": ("satır", "sat."),
            "note": ("not", "n."),
        },
        read=("en", "ru", "kk"),
        many={"page": "ss."},
    ),
    abbreviations=frozenset("s ss c sy çev ed haz bkz vb vd vs dr prof doç öğr gör bl no yy ör krş".split()),
    year_marks=("M.Ö.", "M.S.", "yılı", "yılları", "yıllarında"),
    lookalikes={},
    case_endings=frozenset(
        "de da te ta den dan ten tan e a ye ya i ı u ü yi yı yu yü in ın un ün nin nın nun nün".split()
    ),
    headings={
        "öz": "abstract",
        "özet": "abstract",
        "anahtar kelimeler": "keywords",
        "anahtar sözcükler": "keywords",
        "giriş": "introduction",
        "yöntem": "methods",
        "gereç ve yöntem": "methods",
        "literatür taraması": "literature",
        "bulgular": "results",
        "tartışma": "discussion",
        "bulgular ve tartışma": "results",
        "sonuç": "conclusion",
        "sonuçlar": "conclusion",
        "teşekkür": "acknowledgements",
        "ek": "appendix",
        "kaynakça": "references",
        "kaynaklar": "references",
    },
    units=frozenset("% ‰ km m cm mm kg g t ha l sa dk milyon milyar trilyon TL °C".split()),
    hyphenate=hyphenate,
    capitals={"i": "İ", "ı": "I"},
)
