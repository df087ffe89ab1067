"""The forms of entries in APA, Harvard, Chicago, Vancouver and IEEE, as frames that a whole entry must fill.

``<title>`` stands for a field; what each may hold is in ``PIECES``.
"""

from __future__ import annotations

import re
from itertools import count

from basylym.repairs._references.words import DAY, GAP, MONTH, RANGE, UPPER, YEAR

NUMBER = r"\d{1,5}(?:[-–/]\d{1,5})?"
GATHERED = r"материал|конференц|жинағы|труды|сборник|сб\.|proceedings|proc\.|conference|symposium|congress"
PIECES = {
    "title": r".{3,400}?",
    "plain": r"[^.\[\]]{3,400}?",  # a title without a full stop
    "journal": (
        rf"[{UPPER}][^.;\d\"“”«»(]{{2,120}}(?:\([^()]{{2,40}}\))?"
        r"(?:\. (?:Сер\.|Серия|Ser\.|Series) [^;()\"“”«»]{2,60}|\. [^.;()\d]{2,40} сериясы)?"
    ),
    # behind quotation marks, where it may hold a full stop
    "series": rf"[{UPPER}](?:[^;\d\"“”«»()]|(?<=Сер\. )\d){{2,160}}?(?:\([^()]{{2,40}}\))?",
    "short": rf"[{UPPER}](?:[^;:\d\"“”«»(]|(?<=Сер )\d){{2,120}}?",  # a journal as its abbreviation
    "publisher": (
        rf"(?:(?:Изд-во|Изд\.|Издательство|Типография|Univ\.) [^;:\d(\[\]]{{2,90}}"
        rf"|[{UPPER}][^.;:\d(\[\]]{{1,90}}(?:\([^()]{{2,40}}\))?)"
        rf"(?: : [{UPPER}][^.;:\d(\[\]]{{1,60}})?\.?"
    ),
    "location": (
        r"(?:(?:М|Л|СПб|Пг|Н\. Новгород|Ростов н/Д|Алма-Ата)\.?"
        rf"|[{UPPER}][^.,;:/()\[\]\d\"]{{1,40}}(?:, [{UPPER}][^.,;:/()\[\]\d\"]{{1,30}})?)"
    ),
    "volume": r"\d{1,5}(?:/\d{1,5})?",
    "number": NUMBER,
    "pages": rf"{RANGE}|e\d{{1,8}}",
    "year": YEAR,
    "edition": r"\d{1,2}",
    "editors": r"[^()]{3,200}?",
    "booktitle": r"[^()]{3,200}?",
    "proceedings": r"[^():,]{3,200}?",
    "plainbook": r"[^().:,]{3,200}?",
    "seriestitle": r"[^()\d]{3,120}",
    # what holds papers, told by its name
    "volumes": rf"(?=[^()]{{0,200}}(?i:{GATHERED}))[{UPPER}][^()]{{3,250}}?",
    "institution": r"[^\[\]()]{3,90}",
    "pagetotal": r"\d{1,5}",
    "type": (
        r"(?:Doctoral|Master['’]s|PhD|Unpublished doctoral) (?:dissertation|thesis)"
        r"|(?:[Дд]ис|[Аа]втореф)[^\[\],;\d]{1,60}"
        r"|[^\[\],;\d]{3,50} (?:дис|автореф)\."
    ),
    "code": r"\d\d\.\d\d\.\d\d|[68][DМM]\d{5,6}",
    "report": r"(?:[А-ЯӘҒҚҢӨҰҮІа-яәғқңөұүһі-]{3,20} )?(?:[Оо]тч[её]т|[Ее]сеп)(?: о НИР"
    r"| по НИР)?|(?:Technical |Research |Annual )?[Rr]eport",
    "act": (
        r"[^,\[\]№]{0,40}(?i:закон|указ|постановление|приказ|кодекс|заңы"
        r"|жарлығы|қаулысы|бұйрығы|кодексі)(?![^\W\d_])"
        r"[^,\[\]№]{0,60}"
    ),
    "law": r"\d[\w/.-]{0,20}",
    "patent": r"(?:[A-Z]{2} ?)?\d[\d,]{2,12}(?: ?[A-Z]\d?)?",
    "day": rf"(?i:{DAY})",
    "submitted": rf"(?i:{DAY})",
    "monthday": rf"\d{{1,2}} (?i:{MONTH})",
    "site": r"(?i:[^\[\]\d]{0,50}(?:сайт|портал|сайты|порталы))",
    "own": rf"[{UPPER}][^.\[\]]{{1,300}}?",  # a title of one volume
    "maintitle": rf"[{UPPER}][^.\[\]:]{{1,200}}?",
    "scale": r"1 ?: ?\d{1,3}(?: ?\d{3}){1,2}",
    "version": r"[\w.-]{1,20}",
    "data": r"(?i:data ?set|набор данных|деректер жинағы)",
    "program": r"(?i:(?:computer )?software|computer program|программа|программное обеспечение|бағдарлама)",
    "sort": r"[^\[\]\d]{3,40}",
    "spoken": (
        r"(?:Учебное пособие|Учеб\. пособие|Учебник|Справочник|Монография|Хрестоматия|Оқулық|Оқу құралы"
        r"|Оқу-әдістемелік құрал)"
    ),
    "unsure": r"\d{1,4}",  # a volume, or a page
    "issue": r"\d{1,5}",
    "several": r"\d{1,3}",
    "newspaper": rf"[{UPPER}][^.;\d\"“”«»(\[\]]{{2,60}}(?:\.(?=,))?",
    "house": rf"[{UPPER}][^\[\]();\d]{{2,120}}",
    "abbreviated": (  # told by its first word, so that it may hold full stops
        r"(?:Вестн|Вестник|Изв|Известия|Учен|Уч|Тр|Труды|Докл|Журн|Хабаршы"
        r"|Proc|Trans|Bull)\.? [^;()\"“”«»\d]{2,120}"
        r"(?:(?:Сер|Ser)\. ?\d{1,2}[^;()\"“”«»]{0,60})?"
    ),
}
QUOTED = r"[\"“«'‘]<title>[,.]?[\"”»'’][,.]?"
SORT = r"(?: \[<sort>\]|\. <spoken>)?"  # of a book
NTH = r"(?:(?:st|nd|rd|th)? ed(?:ition|n)?|-?[ея] изд(?:ание)?|-?(?:ші|шы)? бас(?:ылым|ылымы)?)\.?"
EDITION = rf"(?: ?\(<edition>{NTH}\)|[.,] <edition>{NTH})?"
PP = r"(?:(?:pp?|[сСcCбБ]|сс|бб)\. ?)?<pages>"
NO = r"(?:no|№|issue|iss|вып|шығ)\.?"
IN = r"(?:[Ii]n|[Вв]|[Іі]шінде):?"
ONLINE = r"(?: \[(?:Internet|Интернет|Online|Онлайн)\])?"
CITED = r"(?: ?[гж]\.)?(?: \[(?:cited|цитируется по)[^\[\]]{3,40}\])?"
AFTER_YEAR = (  # names (2010) ... and names. 2010. ...
    ("inproceedings", rf"<title>\. <volumes>, {PP}\.?"),
    ("article", rf"<title>(?:\.|(?<=[?!])) <journal>, <volume>(?: ?\(<number>\))?(?:, {PP})?\.?"),
    ("article", rf"<title>(?:\.|(?<=[?!])) <journal>, {NO} ?<number>, {PP}\.?"),
    ("article", rf"{QUOTED} <journal>,? <volume>(?: ?\(<number>\)|, {NO} ?<number>)?(?:[:,] {PP})?\.?"),
    ("article", rf"{QUOTED} <series>, {NO} ?<number>(?:[:,] {PP})?\.?"),
    ("inproceedings", rf"{QUOTED} <volumes>(?: \(<location>\))?, {PP}\.?"),
    ("incollection", rf"{QUOTED} {IN} <proceedings>\. <publisher>"),
    (
        "incollection",
        rf"<title>\. {IN} <editors> ?\(Eds?\.?\),? <booktitle>"
        rf" \({PP}\)\. (?:<location>: )?<publisher>",
    ),
    ("incollection", rf"<title>\. {IN} <booktitle> \({PP}\)\.(?: <publisher>)?"),
    ("book", rf"<plain>{EDITION}{SORT}\. <location> ?: ?<publisher>"),
    ("book", rf"<plain>{EDITION}{SORT}\. <publisher>"),
    ("thesis", r"<title> [\[(]<type>, <institution>[\])]\.?"),
    ("thesis", r"<title> \((?:Публикация|Жарияланым|Publication) (?:№ |No\. )?<code>\) \[<type>\]\.?"),
    ("thesis", r"<title> [\[(]<type>(?: : <code>)?[\])](?:\. <institution>)?\.?"),
    ("article", rf"<title>(?:\.|(?<=[?!])) <journal>, \(<number>\)(?:, {PP})?\.?"),
    ("article", rf"<plain>\. <abbreviated>, (?:<volume>(?: ?\(<number>\))?|\(<number>\))(?:, {PP})?\.?"),
    ("patent", r"<title> \((?:Патент|Patent) №? ?(?:No\. )?<patent>\)(?:\. <house>)?\.?"),
    (
        "patent",
        r"<plain>\. (?:Патент|Patent) (?:№ ?)?<patent>, (?:заявлено|өтінім берілген"
        r"|filed) <submitted>,? (?:и выдано|және берілген|and issued) <day>\.?",
    ),
    ("thesis", rf"{QUOTED} <type>(?: : <code>)?, <location>\.?(?: \(<code>\))?\.?"),
    ("thesis", rf"{QUOTED} <type>, <institution>\.?"),
    ("book", r"<plain> \((?:Т|Vols?|Тт)\. 1[–-]<several>\)\. <publisher>"),
    ("book", r"<plain> \((?:Т|Vol)\. <volume>\)\. <publisher>"),
    ("book", r"<maintitle>: (?:Т|Vol)\. <volume>\. <own>\. <publisher>"),
    ("book", r"<plain>\. <several> (?:т|vols)\. <publisher>"),
    ("book", r"<own>\. (?:Т|Vol)\. <volume> (?:из|of) <maintitle>\. <publisher>"),
    ("book", r"<own>\. Т\. <volume> / <maintitle>\. <publisher>"),
    ("article", rf"{QUOTED} <newspaper>, <monthday>\.?"),
    ("dataset", r"<title>(?: \((?:Version|Версия|v\.) <version>\))? \[<data>\](?:\. <publisher>)?\.?"),
    ("software", r"<title>(?: \((?:Version|Версия|v\.) <version>\))? \[<program>\](?:\. <publisher>)?\.?"),
    ("online", rf"{QUOTED}"),
)
DATED = (
    ("article", rf"<plain>(?:\.|(?<=[?!])) <journal>(?:, {PP})?\.?"),
)  # names (2010, May 3) ...: of a newspaper
WITH_YEAR = (  # names. title ... year
    (
        "article",
        rf"<plain>(?:\.|(?<=[?!])) <short>\.?{ONLINE}\.? <year>(?: [A-Z][a-z]{{2}}(?: \d{{1,2}})?)?"
        rf"{CITED}(?:; ?|\. | (?=\d{{0,4}}\())(?:<volume>(?: ?\(<number>\))?|\(<number>\))(?:: ?<pages>)?\.?",
    ),
    (
        "book",
        rf"<plain>{EDITION}{SORT}\. <location>: <publisher>; <year>\.?(?: <pagetotal> ?(?:p|[сcбС])\b\.?)?",
    ),
    (
        "incollection",
        rf"<plain>\. {IN} <editors>, (?:editors?|редактор(?:ы)?|eds?\.)\. <plainbook>\. <location>:"
        rf" <publisher>; <year>\. {PP}\.?",
    ),
    (
        "incollection",
        rf"<plain>\. {IN} <booktitle>\. <location>: <publisher>; <year>(?: ?[гж])?\. {PP}\.?",
    ),
    ("article", rf"{QUOTED} <journal> <volume>(?:, {NO} <number>)? \(<year>\): <pages>\.?"),
    ("article", rf"{QUOTED} <short>, vol\. <volume>(?:, no\. <number>)?(?:, pp?\. <pages>)?, <year>\.?"),
    ("article", rf"{QUOTED} <series>, {NO} ?<number>(?:, {PP})?, <year>(?: ?[гж])?\.?"),
    ("inproceedings", rf"{QUOTED} {IN} <proceedings>, <year>(?:, pp?\. <pages>)?\.?"),
    (
        "incollection",
        rf"{QUOTED} {IN} <booktitle>, <editors>, (?:Eds?|[Рр]ед)\.?, <location>(?:: <publisher>)?, <year>"
        rf"(?:, {PP})?\.?",
    ),
    ("incollection", rf"{QUOTED} {IN} <booktitle>, <location>(?:: <publisher>)?, <year>(?:, {PP})?\.?"),
    ("incollection", rf"<plain>\. {IN} <booktitle>\. <location>; <year>(?: ?[гж])?\. {PP}\.?"),
    ("thesis", r"<title> \[<type>(?: : <code>)?\]\.? \[?<location>\.?\]?; <year>(?: ?г)?\.?"),
    ("thesis", r"<title> \[<type>\]\.? (?:<location>: )?<institution>; <year>\.?"),
    (
        "book",
        r"<maintitle>\. (?:Т|Vol)\. <volume>, <own>\. <location>: <publisher>; <year>\.?(?:"
        r" <pagetotal> ?(?:p|[сcбС])\b\.?)?",
    ),
    ("book", r"<plain>\. <location>: <publisher>; <year>\.? \(<seriestitle>\)\.?"),
    ("article", r"<plain>(?:\.|(?<=[?!])) <newspaper>\. <day>\.?"),
    ("article", r"<plain>(?:\.|(?<=[?!])) <newspaper>\. <day>: ?<pages>\.?"),
    ("article", rf"{QUOTED} <newspaper>,(?: pp?\. <pages>,)? <day>\.?"),
    ("article", rf"{QUOTED} <short>, т\. <volume>(?:, № <number>)?(?:, {PP})?, <year>(?: ?[гж])?\.?"),
    ("thesis", rf"{QUOTED} <type>(?: : <code>)?, <location>\.?, <year>(?: ?[гж])?\.?"),
    ("thesis", rf"{QUOTED} <type>, <institution>, <year>\.?"),
    (
        "patent",
        rf"{QUOTED} (?:U\.S\. |US |пат\. |Пат\. )?(?:[Pp]atent|[Пп]атент)(?: No\.| №)? ?<patent>, <day>\.?",
    ),
    ("online", rf"{QUOTED}"),
    ("book", r"<plain>, <several> т\. <location>: <publisher>, <year>(?: ?[гж])?\.?"),
    ("book", r"<plain>, т\. <volume>, <several> т\. <location>: <publisher>, <year>(?: ?[гж])?\.?"),
    ("inproceedings", rf"{QUOTED} {IN} <proceedings>, <location>: <publisher>, <year>, {PP}\.?"),
    ("book", rf"<plain>{EDITION}\. <location>: <publisher>, <year>(?: ?[гж])?\.?"),
    ("book", rf"<plain>, <edition>{NTH} <location>: <publisher>, <year>(?: ?[гж])?\.?"),
)
UNNAMED = (  # works of nobody: told by what they say they are
    ("map", r"<plain>\. \(<year>\)\. \[(?:Карт[аы]|Map)\]\. <publisher>\.?"),
    ("map", r"<plain>\. <year>\. <publisher>\. <scale>\.?"),
    ("report", r"<title>\. \(<year>\)\. \[<report>\]\. <house>\.?"),
    ("report", r"<plain>\. <year>\. <report>\. <house>\.?"),
    ("report", r"<plain> \[<report>\]\. <location>: <house>; <year>(?: ?[гж])?\.?"),
    ("report", rf"{QUOTED} <house>, <location>, <report>, <year>(?: ?[гж])?\.?"),
    ("legislation", r"<plain>, <act>(?: № ?<law>), <newspaper> <unsure> \(<year>\)\.?"),
    ("legislation", r"<plain>, <act>(?: № ?<law>), <newspaper> \(<year>\)\.?"),
    (
        "legislation",
        r"[«\"“]<plain>: <act>(?: № ?<law>)?[»\"”], <newspaper>,(?: (?:вып"
        r"|шығ)\. <issue>,)?(?: [сcб]\. ?<pages>,)?"
        r" (?:<day>|<year>(?: ?[гж])?)\.?",
    ),
    (
        "legislation",
        r"<plain> \[<act>(?: № ?<law>)?\]\. <newspaper>\. (?:<year>(?: ?[гж]\.)? [сc]\. ?<pages>|<day>)\.?",
    ),
    ("online", r"<plain>\. \((?:б\. г|ж\. к|n\.d)\.\)\. \[<site>\]\.?"),
    ("online", r"[«\"“]<plain>[»\"”]\. (?:б\. г|ж\. к|n\.d)\. <site>\. <location>\.?"),
    ("online", r"<plain> \[<site>\](?: \[Интернет\])?\. <location>;? ?\.?"),
    ("online", r"[«\"“]<plain>[»\"”]\.?(?: \[(?:Электронный ресурс|Электрондық ресурс|Online)\]\.?)?"),
)
NAMED = {
    "plain": "title",
    "proceedings": "booktitle",
    "volumes": "booktitle",
    "journal": "journaltitle",
    "series": "journaltitle",
    "short": "journaltitle",
    "abbreviated": "journaltitle",
    "newspaper": "journaltitle",
    "plainbook": "booktitle",
    "seriestitle": "series",
    "own": "title",
    "several": "volumes",
    "report": "type",
    "act": "type",
    "site": "type",
    "sort": "type",
    "spoken": "type",
    "data": "type",
    "program": "type",
    "house": "institution",
    "law": "number",
    "patent": "number",
    "code": "number",
}


def _frame(written: str) -> re.Pattern[str]:
    """Return a frame as a pattern: a space is any space, <name> a group that ends in its own number."""
    numbers = count()

    def group(name: re.Match[str]) -> str:
        return f"(?P<{NAMED.get(name[1], name[1])}_{next(numbers)}>{PIECES[name[1]]})"

    return re.compile(re.sub(r"(?<!\?P)<(\w+)>", group, written.replace(" ", GAP)))


FRAMES_AFTER = [(kind, _frame(written)) for kind, written in AFTER_YEAR]
FRAMES_DATED = [(kind, _frame(written)) for kind, written in DATED]
FRAMES_WITH = [(kind, _frame(written)) for kind, written in WITH_YEAR]
FRAMES_UNNAMED = [(kind, _frame(written)) for kind, written in UNNAMED]
