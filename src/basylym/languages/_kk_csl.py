"""What citation styles print in Kazakh: every term of CSL 1.0.2, as columns.

Part of the pack ``kk.py``; a file of its own because the table is long. Nobody has translated CSL
into Kazakh before. The first table follows what is in print: the draft kazakh.lbx of biblatex
(issue 1472), babel's locale kk 1.6, CLDR 48 and samples of journals. The second holds our own
proposals: ask an editor before calling one final.
"""

from __future__ import annotations

from basylym.model.language import csl_table

# name = long ; short ; verb ; verb-short ; symbol, each with "singular|plural" where they differ
ATTESTED = csl_table("""
and = және ; ; ; ; және
and others = және басқалар
et-al = және т.б.
in = ішінде
circa = шамамен ; шам.
no date = жылы көрсетілмеген ; ж. к.
page = бет|беттер ; б.|б.
page-first = бет|беттер ; б.|б.
number-of-pages = бет|бет ; б.|б.
volume = том|томдар ; т.|т.
number-of-volumes = том|том ; т.|т.
number = нөмір|нөмірлер ; №|№
collection-number = нөмір|нөмірлер ; №|№
chapter = тарау|тараулар ; тарау|тараулар ; ; ; тарау|тараулар
chapter-number = тарау|тараулар ; тарау|тараулар
section = параграф|параграфтар ; §|§§ ; ; ; §|§§
part = бөлім|бөлімдер ; бөл.|бөл.
paragraph = абзац|абзацтар ; абз.|абз. ; ; ; ¶|¶¶
column = баған|бағандар ; бағ.|бағ.
line = жол|жолдар ; жол|жолдар
verse = өлең|өлеңдер ; өлең|өлеңдер
figure = сурет|суреттер ; сур.|сур.
table = кесте|кестелер ; кесте|кестелер
appendix = қосымша|қосымшалар ; қос.|қос.
editor = редактор|редакторлар ; ред.|ред. ; редакциясымен ; ред.
collection-editor = редактор|редакторлар ; ред.|ред. ; редакциясымен ; ред.
translator = аудармашы|аудармашылар ; ауд.|ауд. ; аударған ; ауд.
editortranslator = редактор және аудармашы|редакторлар және аудармашылар ; ред. және ауд.|ред. және ауд. ; \
редакциялаған және аударған ; ред. және ауд.
editor-translator = редактор және аудармашы|редакторлар және аудармашылар ; ред. және ауд.|ред. және ауд. ; \
редакциялаған және аударған ; ред. және ауд.
thesis = диссертация ; дис.
long-ordinal-01 = бірінші
long-ordinal-02 = екінші
long-ordinal-03 = үшінші
long-ordinal-04 = төртінші
long-ordinal-05 = бесінші
long-ordinal-06 = алтыншы
long-ordinal-07 = жетінші
long-ordinal-08 = сегізінші
long-ordinal-09 = тоғызыншы
long-ordinal-10 = оныншы
season-01 = көктем
season-02 = жаз
season-03 = күз
season-04 = қыс
ad = б.з.
ce = б.з.
bc = б.з.д.
bce = б.з.д.
open-quote = «
close-quote = »
open-inner-quote = “
close-inner-quote = ”
page-range-delimiter = –
colon = :
comma = ,
ordinal = -
ordinal-01 = -
ordinal-02 = -
ordinal-03 = -
ordinal-11 = -
ordinal-12 = -
ordinal-13 = -
""")
PROPOSED = csl_table("""
accessed = қаралған күні
advance-online-publication = алдын ала онлайн жарияланым ; алдын ала онл. жар.
album = альбом
anonymous = авторы белгісіз ; авт. белг.
at = мекенжайы ; ; ; ; мекенжайы
audio-recording = аудиожазба ; аудиож.
available at = қолжетімді ; қолж.
by = авторы
cited = қаралған күні ; қар.
film = фильм ; фильм
forthcoming = жарияланады
from = дереккөзі ; дерек.
henceforth = бұдан әрі
ibid = сонда
in press = баспада
internet = интернет
letter = хат ; хат
loc-cit = аталған жерде
no-place = орны көрсетілмеген ; о. к.
no-publisher = баспасы көрсетілмеген ; б. к.
on = күні
online = электрондық ресурс
op-cit = аталған еңбек
original-work-published = алғашқы басылымы ; алғ. бас.
personal-communication = жеке хат-хабар ; жеке хат-хабар
podcast = подкаст
podcast-episode = подкаст шығарылымы ; подк. шығ.
preprint = препринт
presented at = баяндалған жері
radio-broadcast = радиохабар ; радиохабар
radio-series = радиохабарлар топтамасы ; радиохаб. топт.
radio-series-episode = радиохабар шығарылымы ; радиохаб. шығ.
reference = сілтеме|сілтемелер ; сілт.|сілт.
retrieved = алынған күні ; алын. күні
review-of = рецензия ; рец.
scale = масштаб ; масшт.
special-issue = арнайы шығарылым ; арн. шығ.
special-section = арнайы бөлім ; арн. бөл.
television-broadcast = телехабар ; телехабар
television-series = телехабарлар топтамасы ; телехаб. топт.
television-series-episode = телехабар шығарылымы ; телехаб. шығ.
video = бейнежазба ; бейнеж.
working-paper = жұмыс құжаты ; жұм. құж.
article = препринт
article-journal = журнал мақаласы ; журн. мақ.
article-magazine = журнал мақаласы ; журн. мақ.
article-newspaper = газет мақаласы ; газ. мақ.
bill = заң жобасы
broadcast = хабар ; хабар
classic = классикалық шығарма ; класс. шығ.
collection = мұрағат қоры ; мұр. қоры
dataset = деректер жиынтығы
document = құжат ; құж.
entry = мақала
entry-dictionary = сөздік мақаласы ; сөзд. мақ.
entry-encyclopedia = энциклопедия мақаласы ; энц. мақ.
event = іс-шара
graphic = графика ; граф.
hearing = тыңдау ; ; айғақтары ; айғ.
interview = сұхбат ; сұхб.
legal_case = сот ісі ; сот ісі
legislation = заңнама ; заңн.
manuscript = қолжазба ; қолж.|қолж.
map = карта
motion_picture = бейнежазба ; бейнеж.
musical_score = нота ; нота
pamphlet = кітапша ; кітапша
paper-conference = конференция баяндамасы ; конф. баянд.
patent = патент ; пат.
performance = қойылым ; қойыл.
periodical = мерзімді басылым
personal_communication = жеке хат-хабар ; жеке хат-хабар
post = жазба
post-weblog = блог жазбасы
regulation = нормативтік акт ; норм. акт
report = есеп ; есеп
review = рецензия ; рец. ; рецензия ; рец.
review-book = кітапқа рецензия ; кіт. рец. ; кітапқа рецензия ; кіт. рец.
software = компьютерлік бағдарлама ; комп. бағд.
song = аудиожазба ; аудиож.
speech = баяндама
standard = стандарт ; станд.
treaty = шарт
webpage = веб-бет ; веб-бет
act = перде|перделер
article-locator = бап|баптар ; бап|баптар
book = кітап|кітаптар ; кіт.|кіт.
canon = канон|канондар ; кан.|кан.
elocation = мақала нөмірі|мақала нөмірлері ; мақ.|мақ.
equation = теңдеу|теңдеулер ; теңд.|теңд.
folio = парақ|парақтар ; пар.|пар.
issue = шығарылым|шығарылымдар ; №|№
note = ескерту|ескертулер ; ескерту|ескертулер
opus = опус|опустар ; оп.|оп.
rule = ереже|ережелер ; ереже|ережелер
scene = көрініс|көріністер ; көр.|көр.
sub-verbo = бас сөз|бас сөздер ; бас сөз|бас сөздер
supplement = қосымша|қосымшалар ; қос.|қос.
timestamp = |
title-locator = тақырып|тақырыптар ; тақ.|тақ.
citation-number = сілтеме|сілтемелер ; сілт.|сілт.
edition = басылым|басылымдар ; бас.|бас.
first-reference-note-number = ескерту|ескертулер ; ескерту|ескертулер
printing = таралым|таралымдар ; тар.|тар.
version = нұсқа|нұсқалар ; нұсқ.
author = |
chair = төраға|төрағалар ; ; төрағалығымен
compiler = құрастырушы|құрастырушылар ; құраст.|құраст. ; құрастырған ; құраст.
composer = | ; ; музыкасын жазған ; муз.
container-author = | ; ; авторы
contributor = қатысушы|қатысушылар ; қат.|қат. ; қатысқан
curator = куратор|кураторлар ; кур.|кур. ; кураторлығымен ; кур.
director = режиссёр|режиссёрлер ; реж.|реж. ; режиссёрі ; реж.
editorial-director = бас редактор|бас редакторлар ; бас ред.|бас ред. ; бас редакциясымен ; бас ред.
executive-producer = атқарушы продюсер|атқарушы продюсерлер ; атқ. прод.|атқ. прод. ; \
атқарушы продюсері ; атқ. прод.
guest = қонақ|қонақтар ; ; қонағы|қонақтары
host = жүргізуші|жүргізушілер ; ; жүргізген
illustrator = суретші|суретшілер ; безенд.|безенд. ; безендірген ; безенд.
interviewer = | ; ; сұхбаттасқан
narrator = оқушы|оқушылар ; оқ.|оқ. ; оқыған ; оқ.
organizer = ұйымдастырушы|ұйымдастырушылар ; ұйымд.|ұйымд. ; ұйымдастырған ; ұйымд.
original-author = | ; ; түпнұсқа авторы
performer = орындаушы|орындаушылар ; орынд.|орынд. ; орындаған ; орынд.
producer = продюсер|продюсерлер ; прод.|прод. ; продюсері ; прод.
recipient = | ; ; алушы
reviewed-author = | ; ; авторы
script-writer = сценарий авторы|сценарий авторлары ; сцен.|сцен. ; сценарийін жазған ; сцен.
series-creator = топтама авторы|топтама авторлары ; топт. авт.|топт. авт. ; топтаманы жасаған
""")
TERMS = {**ATTESTED, **PROPOSED, "semicolon": ";"}

# Words that published styles write out instead of asking for a term: own proposals
PHRASES = {
    "as": "мына атпен:",
    "before the": "мына органда:",
    "publication": "жарияланым",
    "track": "трек",
    "accepted": "қабылданған",
    "aired": "эфирге шыққан",
    "episode": "шығарылым",
    "filed": "өтінім берілген",
    "issued": "берілген",
    "of": "/",
    "presented": "баяндалған",
    "recorded": "жазылған",
    "released": "шыққан",
    "reprint": "қайта басылым",
    "to": "кімге:",
    "no.": "№",
    "vol.": "т.",
    "Art.": "мақ.",
    "located at": "орны",
    "Режим доступа:": "Қол жеткізу режимі:",
    "заявл.": "өтінім",
    "опубл.": "жарияланған",
    "пат.": "пат.",
    "Патент №": "Патент №",
    "Введ.": "Енгізілген күні",
    "Карты": "Карталар",
    "Изображение (картографическое ; неподвижное ; двухмерное) : непосредственное": (
        "Кескін (картографиялық ; қозғалмайтын ; екі өлшемді) : басылған"
    ),
    "Текст : непосредственный": "Мәтін : басылған",
    "Текст : электронный": "Мәтін : электрондық",
}

# Pandoc's own terms (data/translations); babel's locale kk 1.6 but for the last three, which are proposals
PANDOC = {
    "Abstract": "Аңдатпа",
    "Appendix": "Қосымша",
    "Bibliography": "Әдебиет",
    "Chapter": "Тарау",
    "Contents": "Мазмұны",
    "Figure": "Сурет",
    "Glossary": "Глоссарий",
    "Index": "Көрсеткіш",
    "ListOfFigures": "Суреттер тізімі",
    "ListOfTables": "Кестелер тізімі",
    "Page": "Бет",
    "Part": "Бөлім",
    "Preface": "Алғысөз",
    "Proof": "Дәлелдеме",
    "References": "Әдебиеттер",
    "See": "қараңыз",
    "SeeAlso": "сондай-ақ қараңыз",
    "Table": "Кесте",
    "To": "Кімге",
    "Cc": "Көшірмесі",
    "Encl": "Қоса берілді",
    "Subject": "Тақырыбы",
}
