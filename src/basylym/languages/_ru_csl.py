"""What citation styles print in Russian: every term of CSL 1.0.2, as columns.

Part of the pack ``ru.py``. CSL's own locale for Russian leaves more than a hundred terms in English.

Source: GOST R 7.0.5-2008, GOST 7.1-2003 and GOST R 7.0.12-2011 for the short forms in print.
"""

from __future__ import annotations

from basylym.model.language import csl_table

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
MONTHS_SHORT = "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.".split()

# name = long ; short ; verb ; verb-short ; symbol, each with "singular|plural" where they differ
TERMS = {
    **csl_table("""
accessed = дата обращения
advance-online-publication = предварительная онлайн-публикация ; предв. онлайн-публ.
album = альбом
and = и ; ; ; ; и
and others = и другие
anonymous = аноним ; аноним
at = по адресу ; ; ; ; по адресу
audio-recording = аудиозапись ; аудиозап.
available at = доступно по адресу ; доступно
by = автор
circa = около ; ок.
cited = дата обращения ; дата обращ.
et-al = и др.
film = фильм ; фильм
forthcoming = готовится к печати
from = из ; из
henceforth = далее
ibid = там же
in = в
in press = в печати
internet = интернет
letter = письмо ; письмо
loc-cit = там же
no date = без даты ; б. г.
no-place = без места ; б. м.
no-publisher = без издательства ; б. и.
on = от
online = электронный ресурс
op-cit = указ. соч.
original-work-published = первоначально опубликовано ; ориг. публ.
personal-communication = личное сообщение ; личн. сообщ.
podcast = подкаст
podcast-episode = выпуск подкаста ; вып. подкаста
preprint = препринт
presented at = представлено на
radio-broadcast = радиопередача ; радиоперед.
radio-series = цикл радиопередач ; цикл радиоперед.
radio-series-episode = выпуск цикла радиопередач ; вып. цикла радиоперед.
reference = ссылка|ссылки ; ссыл.|ссыл.
retrieved = дата обращения ; дата обращ.
review-of = рецензия на ; рец. на
scale = масштаб ; масшт.
special-issue = специальный выпуск ; спец. вып.
special-section = специальный раздел ; спец. разд.
television-broadcast = телепередача ; телеперед.
television-series = телесериал ; телесериал
television-series-episode = выпуск телесериала ; вып. телесериала
video = видеозапись ; видеозап.
working-paper = рабочий документ ; раб. док.
article = препринт
article-journal = статья в журнале ; ст. в журн.
article-magazine = статья в журнале ; ст. в журн.
article-newspaper = статья в газете ; ст. в газ.
bill = законопроект
broadcast = передача ; перед.
classic = классическое произведение ; класс. произв.
collection = архивный фонд ; арх. фонд
dataset = набор данных
document = документ ; док.
entry = статья
entry-dictionary = словарная статья ; слов. ст.
entry-encyclopedia = энциклопедическая статья ; энцикл. ст.
event = событие
graphic = изображение ; изобр.
hearing = слушание ; ; показания ; показания
interview = интервью ; интервью
legal_case = судебное дело ; суд. дело
legislation = законодательный акт ; законодат. акт
manuscript = рукопись ; рукоп.|рукоп.
map = карта
motion_picture = видеозапись ; видеозап.
musical_score = ноты ; ноты
pamphlet = брошюра ; брош.
paper-conference = доклад на конференции ; докл. на конф.
patent = патент ; пат.
performance = представление ; представл.
periodical = периодическое издание
personal_communication = личное сообщение ; личн. сообщ.
post = запись
post-weblog = запись в блоге
regulation = нормативный акт ; норматив. акт
report = отчет ; отчет
review = рецензия ; рец. ; рецензия на ; рец. на
review-book = рецензия на книгу ; рец. на кн. ; рецензия на книгу ; рец. на кн.
software = программа для ЭВМ ; прогр.
song = аудиозапись ; аудиозап.
speech = доклад
standard = стандарт ; стандарт
thesis = диссертация ; дис.
treaty = договор
webpage = веб-страница ; веб-стр.
ad = н. э.
ce = н. э.
bc = до н. э.
bce = до н. э.
open-quote = «
close-quote = »
open-inner-quote = „
close-inner-quote = “
page-range-delimiter = –
colon = :
comma = ,
ordinal = -е
ordinal-01 = -е
ordinal-02 = -е
ordinal-03 = -е
ordinal-11 = -е
ordinal-12 = -е
ordinal-13 = -е
long-ordinal-01 = первое
long-ordinal-02 = второе
long-ordinal-03 = третье
long-ordinal-04 = четвертое
long-ordinal-05 = пятое
long-ordinal-06 = шестое
long-ordinal-07 = седьмое
long-ordinal-08 = восьмое
long-ordinal-09 = девятое
long-ordinal-10 = десятое
season-01 = весна
season-02 = лето
season-03 = осень
season-04 = зима
act = акт|акты
appendix = приложение|приложения ; прил.|прил.
article-locator = статья|статьи ; ст.|ст.
book = книга|книги ; кн.|кн.
canon = канон|каноны ; кан.|кан.
chapter = глава|главы ; гл.|гл. ; ; ; гл.|гл.
chapter-number = глава|главы ; гл.|гл.
citation-number = ссылка|ссылки ; ссыл.|ссыл.
collection-number = номер|номера ; №|№
column = колонка|колонки ; стб.|стб.
edition = издание|издания ; изд.|изд.
elocation = номер статьи|номера статей ; ст.|ст.
equation = уравнение|уравнения ; ур.|ур.
figure = рисунок|рисунки ; рис.|рис.
first-reference-note-number = примечание|примечания ; примеч.|примеч.
folio = лист|листы ; л.|л.
issue = выпуск|выпуски ; вып.|вып.
line = строка|строки ; стк.|стк.
note = примечание|примечания ; примеч.|примеч.
number = номер|номера ; №|№
number-of-pages = страница|страницы ; с.|с.
number-of-volumes = том|тома ; т.|т.
opus = опус|опусы ; оп.|оп.
page = страница|страницы ; с.|с.
page-first = страница|страницы ; с.|с.
paragraph = абзац|абзацы ; абз.|абз. ; ; ; ¶|¶¶
part = часть|части ; ч.|ч.
printing = тираж|тиражи ; тир.|тир.
rule = правило|правила ; прав.|прав.
scene = сцена|сцены ; сц.|сц.
section = раздел|разделы ; разд.|разд. ; ; ; §|§§
sub-verbo = под словом|под словами ; под сл.|под сл.
supplement = приложение|приложения ; прил.|прил.
table = таблица|таблицы ; табл.|табл.
timestamp = |
title-locator = титул|титулы ; тит.|тит.
verse = стих|стихи ; ст.|ст.
version = версия|версии ; верс.
volume = том|тома ; т.|т.
author = |
chair = председатель|председатели ; ; под председательством
collection-editor = редактор|редакторы ; ред.|ред. ; под редакцией ; под ред.
compiler = составитель|составители ; сост.|сост. ; составление ; сост.
composer = | ; ; композитор ; комп.
container-author = | ; ; автор
contributor = участник|участники ; участ.|участ. ; при участии
curator = куратор|кураторы ; кур.|кур. ; куратор ; кур.
director = режиссер|режиссеры ; реж.|реж. ; режиссер ; реж.
editor = редактор|редакторы ; ред.|ред. ; под редакцией ; под ред.
editor-translator = редактор и переводчик|редакторы и переводчики ; ред. и пер.|ред. и пер. ; \
под редакцией и в переводе ; ред. и пер.
editortranslator = редактор и переводчик|редакторы и переводчики ; ред. и пер.|ред. и пер. ; \
под редакцией и в переводе ; ред. и пер.
editorial-director = главный редактор|главные редакторы ; гл. ред.|гл. ред. ; под главной редакцией ; гл. ред.
executive-producer = исполнительный продюсер|исполнительные продюсеры ; исп. прод.|исп. прод. ; \
исполнительный продюсер ; исп. прод.
guest = гость|гости ; ; с участием|с участием
host = ведущий|ведущие ; ; ведущий
illustrator = иллюстратор|иллюстраторы ; ил.|ил. ; иллюстрации ; ил.
interviewer = | ; ; интервью взял
narrator = чтец|чтецы ; чтец|чтецы ; читает ; чит.
organizer = организатор|организаторы ; орг.|орг. ; организатор ; орг.
original-author = | ; ; автор
performer = исполнитель|исполнители ; исполн.|исполн. ; исполняет ; исполн.
producer = продюсер|продюсеры ; прод.|прод. ; продюсер ; прод.
recipient = | ; ; адресат
reviewed-author = | ; ; автор
script-writer = сценарист|сценаристы ; сцен.|сцен. ; сценарий ; сцен.
series-creator = создатель цикла|создатели цикла ; созд. цикла|созд. цикла ; создатель цикла
translator = переводчик|переводчики ; пер.|пер. ; перевод ; пер.
"""),
    "semicolon": ";",
    **{f"month-{n:02d}": name for n, name in enumerate(MONTHS, 1)},
    **{f"month-{n:02d}:short": name for n, name in enumerate(MONTHS_SHORT, 1)},
}

# Words that published styles write out instead of asking for a term
PHRASES = {
    "as": "как",
    "before the": "в",
    "publication": "публикация",
    "track": "трек",
    "accepted": "принято",
    "aired": "вышло в эфир",
    "episode": "выпуск",
    "filed": "заявлено",
    "issued": "выдано",
    "of": "из",
    "presented": "представлено",
    "recorded": "записано",
    "released": "выпущено",
    "reprint": "переиздание",
    "to": "к",
    "no.": "№",
    "vol.": "т.",
    "Art.": "ст.",
    "located at": "находится по адресу",
}
