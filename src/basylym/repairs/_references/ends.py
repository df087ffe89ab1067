"""A line below a list of references -> whether it opens what journals print behind one, in any language."""

from __future__ import annotations

import re

from basylym.repairs._front_labels import opens_front
from basylym.repairs._references.words import GAP, UPPER

ALONE = (  # on a line of their own, or with a sign behind them
    "appendix|appendices|annexe?s?|supplement(?:ary|al) (?:materials?|information|data|files?)"
    "|supporting information|(?:the )?authors?['’]?s?['’]? (?:contributions?|information|details"
    "|affiliations?|notes?|biograph(?:y|ies)|data)"
    "|contributions? of (?:the )?authors?|contributors?|about the contributors?"
    "|notes? on (?:the )?(?:contributors?|authors?)"
    "|biograph(?:y|ies|ical notes?)|affiliations?|conflicts? of interests?|competing interests?|disclosures?"
    "|declarations?(?: of (?:competing|conflicting) interests?)?|acknowledge?ments?"
    "|funding(?: (?:information|sources?|statement))?"
    "|financial support|ethic(?:s|al)(?: (?:approval|statement|considerations))?"
    "|(?:data )?availability(?: (?:of data(?: and materials?)?|statement))?"
    "|data availability(?: statement)?|corresponding authors?|(?:address for )?correspondence(?: to)?"
    "|abbreviations|orcid(?: id)?s?"
    "|how to cite(?: this article)?|cite this article(?: as)?|for citations?|copyright|publisher['’]s note"
    "|figure captions?|figure legends?"
    "|приложени[ея]|(?:информация |сведения |данные )?об автор(?:ах?|е)|автор(?:ы)?|вклад авторов"
    "|заявленный вклад авторов|конфликт интересов|благодарност[ьи]"
    "|финансирование|источники? финансирования|для цитирования|контакты|контактная информация"
    "|адрес для (?:корреспонденции|переписки)"
    "|условные сокращения|список сокращений"
    "|қосымша(?:лар)?|авторлар(?:дың)? үлесі|мүдделер қақтығысы|алғыс(?: айту)?|қаржыландыру"
    "|хат-хабар авторы|корреспондент автор|қысқартулар"
    "|додат(?:ок|ки)|відомості про автор(?:а|ів|ку)|інформація про автор(?:а|ів|ку)|про автор(?:а|ів)"
    "|конфлікт інтересів|подяк[аи]|внесок авторів"
    "|анотація|резюме|ключові слова|реферат"
    "|anh(?:ang|änge)|danksagung|(?:über|zu) (?:den|die|der) (?:autor(?:in|en|innen)?|verfasser(?:in"
    "|innen)?)|zur person|autoren(?:informationen|angaben)?"
    "|angaben zu(?:r|m|) (?:person|autor(?:in|en|innen)?)|interessenkonflikte?|anschrift (?:des"
    "|der) (?:verfassers?|verfasserin|autors?|autorin|autoren)"
    "|korrespondenz(?:adresse|anschrift)?|finanzierung|förderung|zusammenfassung|schlüsselwörter"
    "|abbildungsverzeichnis"
    "|annexes?|remerciements?|à propos (?:de l['’]auteure?|des auteurs)|(?:sur|notice sur) (?:l['’]auteure?"
    "|les auteurs)|conflits? d['’]intérêts?"
    "|(?:déclaration|liens) d['’]intérêts?|contributions? des auteurs|financement|résumé|mots[- ]clés"
    "|auteurs?"
    "|anexos?|apéndices?|agradecimientos?|(?:sobre|acerca de) (?:el|la|los|las) autor(?:a|es|as)?"
    "|conflictos? de intere(?:ses|s)|correspondencia"
    "|financia(?:ción|miento)|contribuci(?:ón|ones) de (?:los|las) autor(?:es|as)|resumen|palabras clave"
    "|apêndices?|agradecimentos?|sobre (?:o|a|os|as) autor(?:a|es|as)?|conflitos? de interesses?"
    "|correspondência|financiamento|resumo|palavras-chave"
    "|appendice|ringraziamenti|conflitt[oi] di interessi|riassunto|parole chiave"
    "|ek(?:ler)?|teşekkür|yazar(?:lar)? hakkında|yazar(?:lar)?ın? katkı(?:sı|ları|)"
    "|çıkar çatışması(?: beyanı)?|extended abstract|genişletilmiş özet|finansman"
)
DATED = (  # before a date
    "(?:manuscript |article )?(?:received|accepted|submitted|revised|published)(?: (?:in revised form"
    "|online|for publication|by the editors?))?(?: on)?"
    "|(?:статья |рукопись |материал )?(?:поступила?|получена|принята?|одобрена"
    "|опубликована)(?: (?:в редакцию|к (?:печати|публикации)|после (?:рецензирования|доработки)))*"
    "|дата (?:поступления|принятия|публикации)(?: статьи| рукописи)?(?: в редакцию| к печати)?"
    "|(?:мақала |жариялауға |баспаға )?(?:редакцияға )?(?:келіп )?(?:түсті|түскен(?: күні)?|қабылданды"
    "|жарияланды)|мақала редакцияға"
    "|(?:стаття )?(?:надійшла|прийнята|одержано|отримано)(?: до (?:редакції|редколегії|друку))?"
    "|(?:manuskript )?(?:eingegangen|eingereicht|angenommen)(?: am)?|reçu(?: le)?|accepté(?: le)?"
    "|recibido(?: el)?|aceptado(?: el)?"
    "|recebido(?: em)?|aceito(?: em)?|aprovado(?: em)?|ricevuto(?: il)?|accettato(?: il)?|geliş tarihi"
    "|kabul tarihi|gönderim tarihi|yayın tarihi|başvuru tarihi"
)
WITH_COLON = (
    "addresses?|contacts?|e-?mails?|tel(?:ephone)?|phone|authors?|note|адрес|тел|эл\\. ?почта"
    "|электронная почта|мекенжайы|байланыс|email des? auteurs?"
    "|adresse|direcci[oó]n|endereço|adres|iletişim|sorumlu yazar|рецензент|рецензенты|reviewers?"
    "|научный руководитель|©"
)
NUMBER = rf"(?:{GAP}№?(?:\d{{1,2}}|[{UPPER}]|[IVX]{{1,4}}))?"
ENDS = re.compile(
    rf"(?:#{{1,6}}{GAP})?(?:(?:\d{{1,2}}|[IVX]{{1,4}})\.{GAP})?"
    rf"(?:(?:{ALONE}){NUMBER}{GAP}?(?:[.:]|[–—-]{GAP}|\Z|{GAP}\()|(?:{DATED})(?:{GAP}?:|{GAP}\d|{GAP}?\Z"
    rf"|{GAP}(?:le|el|em|am){GAP}\d|{GAP}\d)"
    rf"|(?:{WITH_COLON}){GAP}?:|©)",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    rf"(?:appendix|annexe?|приложение|қосымша|додаток|anhang|anexo|apéndice|ek){NUMBER}(?:[.:]|{GAP}[{UPPER}])",
    re.IGNORECASE,
)


DATE = re.compile(rf"(?:#{{1,6}}{GAP})?(?:{DATED})", re.IGNORECASE)
ADDRESS = re.compile(r"https?://|www\.")


def ends_list(line: str, after: str = "") -> bool:
    """Tell whether a line opens what stands behind a list; a day before an address is when that was seen."""
    seen = DATE.match(line[:200]) and ADDRESS.search(f"{line}\n{after}")
    return not seen and (opens_front(line) or bool(ENDS.match(line[:200])))
