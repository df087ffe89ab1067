"""The words that open the facts of a first page, in the languages that such pages are written in.

One article gives title, abstract and keywords in several languages, so these are not its pack's alone.
"""

from __future__ import annotations

import re

from basylym.model.codes import IRSTI, UDC

ABSTRACT = {
    "kk": "аңдатпа|түйіндеме|түйін",
    "ru": "аннотация|резюме",
    "en": "abstract|summary|annotation",
    "tr": "özet|öz",
    "uk": "анотація",
    "be": "анатацыя",
    "sr": "сажетак|апстракт|резиме",
}
KEYWORDS = {
    "kk": "түйін(?:ді)? сөздер|кілт(?:тік|ті)? сөздер|тірек сөздер|негізгі сөздер",
    "ru": "ключевые слова(?: и словосочетания)?|опорные слова",
    "en": "key ?words(?: and phrases)?|key-words|index terms",
    "tr": "anahtar kelimeler|anahtar sözcükler",
    "bg": "ключови думи",
    "uk": "ключові слова",
    "be": "ключавыя словы",
    "sr": "кључне (?:речи|ријечи)",
    "mk": "клучни зборови",
}
SLAVIC = ("bg", "mk", "sr", "uk", "be")
"""Languages of their own letters whose labels are known, and that may share one with Russian: Резюме."""
RECEIVED = (
    r"(?:мақала )?(?:редакцияға )?(?:келіп )?түсті|(?:мақала )?түскен күні"
    r"|(?:статья )?поступила(?: в редакцию)?|дата поступления"
    r"|(?:article )?received(?: on)?|date received|geliş tarihi"
)
ACCEPTED = (
    r"(?:жариялауға |басуға )?қабылданды|қабылданған күні"
    r"|(?:статья )?принята(?: к печати| к публикации)?|дата принятия"
    r"|accepted(?: for publication)?(?: on)?|date accepted|kabul tarihi"
)
PUBLISHED = (
    r"жарияланды|жарияланған күні|опубликована|дата публикации|published(?: online)?(?: on)?|yayın tarihi"
)
ABOUT = (
    r"авторлар(?:дың)? (?:туралы|жайлы) мәлімет(?:тер)?|автор туралы мәлімет(?:тер)?"
    r"|сведения об авторах?|информация об авторах?"
    r"|information about (?:the )?authors?|about (?:the )?authors?|authors['’] information"
)
CONTENTS = re.compile(
    r"(?:table of )?contents|мазмұны|содержание|оглавление|içindekiler|inhalt(?:sverzeichnis)?"
    r"|table des mati[èe]res|sommaire|indice|índice|spis treści|obsah|tartalomjegyzék|inhoud(?:sopgave)?"
    r"|sisäl(?:lys(?:luettelo)?|tö)|innehåll|cuprins|sumário|mục lục|daftar isi",
    re.IGNORECASE,
)
"""The word above a table of contents, in whatever language an abstract may stand before it."""
SIGN = r"[ \u00a0]?(?:[.:]|[–—-](?=[ \u00a0]))"
EVERY = [
    *ABSTRACT.values(),
    *KEYWORDS.values(),
    *(IRSTI, UDC, ABOUT),
    *(rf"(?:{form})(?=[ \u00a0]?:|[ \u00a0]\d)" for form in (RECEIVED, ACCEPTED, PUBLISHED)),
]
OPENS = re.compile(rf"(?:{'|'.join(EVERY)})(?:{SIGN}|[ \u00a0]*\Z|[ \u00a0](?=\d))", re.IGNORECASE)


def opens_front(line: str) -> bool:
    """Tell whether a line opens with one of the words above, as a label."""
    return bool(OPENS.match(line[:200]))


def labelled(line: str, forms: dict[str, str]) -> tuple[str, int] | None:
    """Return the language of the label that ``line`` opens with and where what it labels starts."""
    for tag, form in forms.items():
        found = re.match(rf"(?:{form})(?:{SIGN}|[ \u00a0]*(?:\n|\Z))[ \u00a0\n]*", line, re.IGNORECASE)
        if found and not (found[0].rstrip().isalpha() and found[0][0].islower()):  # «keywords» names a field
            return tag, found.end()
    return None


INTRODUCTION = re.compile(  # above the text: an abstract ends there, in whatever language
    r"introduction|introducción|introdução|introduzione|einleitung|einführung|giriş|wstęp|úvod|uvod|inledning"
    r"|введение|кіріспе|вступ|въведение|увод|кириш|киришүү|кереш|инеш|оршил|муқаддима",
    re.IGNORECASE,
)
