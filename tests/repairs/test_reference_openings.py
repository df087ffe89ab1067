"""Lines of a list that a careless reader cuts or joins: addresses, particles, volumes, days, brackets."""

import textwrap

import pytest

from basylym.model.repairs import State
from basylym.model.text import SourceText
from basylym.model.works import Work
from basylym.normalize import RULES, evidence, spoken
from basylym.repairs._references.lists import lists
from basylym.stages.repair import repair

PROSE = (
    "The towns of the steppe grew beside water, and those who lived there traded grain for salt, as\n"
    "travellers have told since they were first seen. Nothing was written of it until much later, when\n"
    "the roads had moved away and the wells were dry, so that all we know is what others have told us\n"
    "of people who had told them, and of what the wind has left of the walls that once stood there.\n"
)


def taken(listed, tag="en", heading="References", behind=""):
    """The entries that left the text, and the questions about lines of the list."""
    language = spoken(tag)
    text = f"{PROSE}\n{heading}\n\n{listed.strip()}\n{behind}"
    fair = repair(SourceText("a.txt", b"", text), language, RULES, evidence(language))
    asked = [row for row in fair.ledger if row.state is State.QUERY and row.rule == "reference-lists"]
    return [work.raw for work in fair.moved if isinstance(work, Work)], asked, fair.text


@pytest.mark.parametrize(
    "end", ["https://doi.org/10.1002/(SICI)1096(1998)19:4<377::AID-JCC1>3.0.CO;2-P.", "Leeds: UNI$C."]
)
def test_capital_letter_that_ends_an_address_is_no_initial_and_no_label_of_a_page(end):
    others = "Price, H. 2009. “A Short History of Dust.” Leeds: Sage."
    raws, _, _ = taken(
        f"Poe, R. 1998. “Roads.” Trade 19 (4): 3–95. {end}\n\n{others}\n\nQuill, J. 2018. “Ink.” 15."
    )
    assert [raw.split(",")[0] for raw in raws] == ["Poe", "Price", "Quill"]
    raws, _, _ = taken(
        f"1. Poe, R. 1998. “Roads.” Trade 19. {end}\n2. {others}\n3. Quill, J. 2018. “Ink.” Leeds."
    )
    assert [raw.split(",")[0] for raw in raws] == ["Poe", "Price", "Quill"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_particle_in_small_letters_opens_an_entry_without_commas_and_stops(gap):
    listed = (
        "Reese TR (1958) Georgia and its roads. Quarterly 15: 168–190.",
        "van Gennep A (1909) Les rites de passage. Paris: Nourry.",
        "von der Heide A, Gross K (1960) The Rites of Passage. Leeds: Sage.",
        "Westfahl G (2000) Space and beyond. Leeds: Sage.",
    )
    raws, _, _ = taken(gap.join(listed))
    assert raws == list(listed)


def test_bare_number_before_a_particle_numbers_an_entry():
    listed = (
        "1 Müller, K.: Wege. Leipzig : Nichts, 1991\n2 von der Heide, Anna: Brunnen. Leipzig : Nichts, 1992\n"
        "3 Weiß, O.: Salz. Leipzig : Nirgends, 1993\n4 de Groot, P.: Sand. Leipzig : Nirgends, 1994\n"
    )
    raws, _, _ = taken(listed, "de", "Literatur")
    assert [raw.split(",")[0] for raw in raws] == ["Müller", "von der Heide", "Weiß", "de Groot"]


def test_number_of_a_volume_is_none_of_an_entry_where_the_number_due_comes_later():
    listed = (
        "1. Doe, J. Trade of the steppe. Leeds, 2001.\n2. Hyman, A. Studies of roads and wells of\n"
        "4. University Press, 2002.\n3. Fox, T. Wells. Leeds, 2004.\n4. Poe, R. Salt. Leeds, 2005.\n"
    )
    raws, _, _ = taken(listed)
    assert [raw.split(",")[0] for raw in raws] == ["Doe", "Hyman", "Fox", "Poe"]


def test_day_before_an_address_is_when_the_page_was_seen_and_no_end_of_the_list():
    listed = (
        '1) Güngör, E. t.y. "Bozkırın yolları ve kuyuları üzerine".\n'
        "Geliş tarihi 17 Nisan 2024, gönderen https://www.example.org/1.html\n"
        '2) Demir, F. 1954. "Tuz". İzmir: Hiçbir.\n3) Kaya, S. 1955. "Kum". İzmir: Hiçbir.\n'
    )
    raws, _, _ = taken(listed, "tr", "Kaynakça")
    assert len(raws) == 3
    raws, _, left = taken(listed, "tr", "Kaynakça", "Geliş Tarihi: 12.03.2019\n")
    assert len(raws) == 3
    assert "12.03.2019" in left


SORTED = (
    "Assmann, J. (1957). Wege in der Steppe und was sie trugen. Zeitschrift für Nichts, 78, 315–336.",
    "Beck, H. & Conrad, P. (2001). Brunnen. Göttingen: Nirgendwo.",
    "Conrad, P. (1999). Salz und Schweigen in den Städten der Steppe. Blätter für Nichts, 4, 5–61.",
    "Jäger, S. (2002). Was die Wände sagen. In A. Poe (Hrsg.), Mauern (S. 389–417). Göttingen: Nirgendwo.",
    "Lütge, F. (1941). Ein Teil der enthaltenen Wege ist nie begangen worden. Leipzig: Nirgendwo.",
    "Müller, H. (1981). Keine Sprache. Wiesbaden: Verlag für Nichts.",
    "Nipperdey, T. (1983). Mit dem Wind ziehen die Leute, und mit den Leuten der Wind. Leipzig: Nirgendwo.",
    "Raphael, L. (1948). Viele Städte. Neue Blätter, 73(9), 375–387.",
    "Schäfer, K. & von der Heide, A. (1961). Beachten Sie, dass dort kein Brunnen ist. Nichts, 77, 402–416.",
    "Ullmann, P. (1969). Sie sind als Wege nicht markiert. Frankfurt am Main: Nirgendwo.",
    "von der Heide, A. (1992). Fragen und Antworten. Blätter für Nichts, 27, 397–423.",
    "Wehler, U. (2016). Daher wurden schon vor Jahren die Wege verlegt. Göttingen: Nirgendwo.",
)


WORDS = "Wege und Brunnen der alten Steppe, wie sie von den Leuten selbst beschrieben worden sind".split()


def full(people, year, lines):
    """An entry whose last line is as full as the others."""
    entry, at = f"{people} ({year}).", len(people)
    while True:
        made = textwrap.wrap(f"{entry} Nichts.", 78, break_on_hyphens=False)
        if len(made) == lines and len(made[-1]) > 70:
            return f"{entry} Nichts."
        entry += f" {WORDS[at % len(WORDS)]}"
        at += 1 + (len(made) > lines)
        if len(made) > lines:
            entry = f"{people} ({year}). {WORDS[at % len(WORDS)]}"


def test_lines_that_open_with_people_in_one_order_part_a_list_of_full_lines():
    people = [entry.partition(" (")[0] for entry in SORTED]
    listed = [full(name, 1950 + number, 1 + number % 2) for number, name in enumerate(people)]
    lines = [line for entry in listed for line in textwrap.wrap(entry, 78, break_on_hyphens=False)]
    raws, asked, _ = taken("\n".join(lines), "de", "Literaturverzeichnis")
    assert not {*raws} - {*listed}
    assert (len(raws), asked) == (len(listed), [])


def test_year_behind_people_ends_no_entry():
    lines = [line for entry in SORTED for line in entry.replace("). ", ").\n", 1).split("\n")]
    raws, _, _ = taken("\n".join(lines), "de", "Literaturverzeichnis")
    assert not [raw for raw in raws if raw.rstrip().endswith(").") and len(raw) < 60]


def test_bracket_that_is_open_is_no_end_of_an_entry():
    text = (
        "Мәтін.\n\nӘдебиеттер\n\n1. Ахметов Қ. Дала. Алматы; 1990.\n2. Бегалин Е. Құдық [филол. ғыл.\n\n"
        "канд. дис.]. Алматы; 2011."
    )
    (listed,) = lists(text)
    assert [work.raw.endswith(("1990.", "2011.")) for work in listed.works] == [True, True]


def test_number_within_an_entry_parts_it_nowhere_where_the_next_line_bears_the_number_due():
    listed = "8. Hyman, A. 1981. Averroes on roads and wells. Studies in Philosophy 9. University Press.\n"
    text = "Text.\n\nReferences\n\n" + "".join(f"{n}. Doe, J. Trade {n}. Leeds, 2001.\n" for n in range(1, 8))
    (found,) = lists(f"{text}{listed}9. Poe, Terrence. 1974. Style and salt. Leeds.\n")
    assert [entry.number for entry in found.entries] == list(range(1, 10))
    assert found.works[7].raw.endswith("9. University Press.")


def test_line_that_closes_no_entry_and_is_nearly_full_goes_on():
    listed = (
        "Allen, T., 1981. A hierarchical editor of roads and of wells and of salt.\n"
        "Notices of Nothing 16, 74–81.\n"
        "Huss, R., 1976. The towns: an assessment of inventions in which is found\n"
        "Church's\u00a0law and salt. Graphic Crafts, Lancaster.\n"
        "Mercer, A., 1994. Style and principles of what the wind has left of walls,\n"
        "and of wells. Journal of Nothing 72, 1–3.\n"
        "Morris, R., 1989. Rendering the steppe. A historical and economic view of\n"
        "the technology of salt. The Journal 32, 524–532.\n"
    )
    raws, _, _ = taken(listed.replace("\u00a0", " "))
    assert not [raw for raw in raws if raw.startswith("Church") or raw.endswith("is found")]


def test_letter_of_a_town_at_the_end_of_a_line_with_room_ends_an_entry():
    listed = (
        "Архипов, А. А. 1999. «Торговые пути и колодцы степи в старину по запискам».\n"
        "Вопросы вымысла 4: 12–35.\n"
        "Белов, Иван Петрович. 2002. «Политика Орды на торговых путях и у колодцев в\n"
        "старину». Дис. ... канд. ист. наук : 07.00.02, М.\n"
        "Бочаров, И. Н. и Юлия Глухова. 2001. Колодцы степи. Нигде.\n"
        "Воронов, П. С. 2003. «Соль и молчание в городах степи, о которых рассказали\n"
        "путники». Вестник вымысла 12 (4): 35–48.\n"
        "Гусев, Н. А. 1998. «Вес бумаги, на которой ничего не записано, и что из того\n"
        "следует для истории». Вестник вымысла 9: 88–97.\n"
    )
    raws, asked, _ = taken(listed, "ru", "Литература")
    assert [raw.split(",")[0] for raw in raws] == ["Архипов", "Белов", "Бочаров", "Воронов", "Гусев"]
    assert not asked


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_heading_of_a_list_below_a_full_line_that_ends_in_a_letter_is_no_name(gap):
    last = "Package A suggests Package B if B contains files of the kind that enhance the whole work of A."
    listed = "Doe, J. (2010). Trade. Leeds: Sage.\nPoe, R. (2011). Roads. Leeds: Sage.\n"
    text = f"{PROSE}{last}{gap}References\n{listed}"
    language = spoken("en")
    fair = repair(SourceText("a.txt", b"", text), language, RULES, evidence(language))
    assert [work.raw[:3] for work in fair.moved if isinstance(work, Work)] == ["Doe", "Poe"]
    assert "work of A.\n\n## References" in fair.text


@pytest.mark.parametrize("same", ["ders.,", "dies.,", "Ders.:", "—:", "–:"])
@pytest.mark.parametrize("width", [0, 52])
def test_line_that_stands_for_the_author_above_opens_an_entry_and_is_asked_about(same, width):
    listed = (
        "Assmann Jan, Wege in der Steppe und was sie trugen, Blätter für Nichts 49 (1941) 40–57.",
        f"{same} Brunnen und ihre Geschichte in der alten Steppe, Göttingen 1957.",
        "Beck Hans, Salz und Schweigen in den Städten am Rande, Blätter für Nichts 4 (1999) 5–61.",
        "Conrad Paul, Mauern der verlassenen Städte, Leipzig 1962.",
        f"{same} Der Wind und die Leute, die mit ihm gezogen sind, Leipzig 1977.",
        "Wehler Ulrich, Was die Wände einander sagen, Blätter für Nichts 27 (1992) 397–423.",
    )
    lines = [line for entry in listed for line in (textwrap.wrap(entry, width) if width else [entry])]
    raws, asked, _ = taken("\n".join(lines), "de", "Literaturverzeichnis")
    assert raws == list(listed)
    assert sum("leans on the author" in row.evidence for row in asked) == 2


def test_the_same_word_or_dash_within_an_entry_opens_none():
    listed = (
        "Assmann Jan, Brunnen, in: Beck Hans (Hg.), Steppe. Mauern und Wege, von allen gebaut und bewacht\n"
        "dies. und jenseits der Wüste, Göttingen 1957.\n"
        "Beck Hans, Salz und Schweigen in den Städten am Rande – wie es die Alten sahen und beschrieben\n"
        "– und was davon blieb, Leipzig 1999.\n"
        "Conrad Paul, Mauern der verlassenen Städte, Leipzig 1962."
    )
    raws, _, _ = taken(listed, "de", "Literaturverzeichnis")
    assert [raw.split()[0] for raw in raws] == ["Assmann", "Beck", "Conrad"]


def test_particle_before_a_year_or_other_people_opens_an_entry():
    listed = (
        "Ullmann (1984): Ullmann, H.: Wege und Brunnen der Steppe, Leipzig 1984",
        "van Gennep (1909): van Gennep, A.: Les rites de passage, Paris 1909",
        "von der Heide et al. (1961): von der Heide, A./Müller, H./Esser, J.: Salz, Göttingen 1961",
        "Wehler (1992): Wehler, U.: Was die Wände sagen, Göttingen 1992",
    )
    raws, _, _ = taken("\n".join(listed), "de", "Literaturverzeichnis")
    assert raws == list(listed)


LISTED = (
    "1. Доу Ж. Сауда жолдары. Алматы, 1993 ж.\n2. Поу А. Тұз. Алматы, 1984 ж.\n"
    "3. Фокс Т. Құдықтар. Алматы, 1993 ж.\n4. Прайс Х. Шаңның қысқа тарихы. Алматы, 1995 ж.\n"
    "5. Квилл Ж. Сия. 2012 ж.\n"
)
NAMED = "Пайдаланылған әдебиеттер"


def test_list_ends_where_another_number_one_stands_and_that_is_asked_about():
    raws, asked, left = taken(LISTED, "kk", NAMED, "1. Бұл сөздер бірінші бөлімде салыстырылады.\n")
    assert [len(raws), raws[-1]] == [5, "Квилл Ж. Сия. 2012 ж."]
    assert "Бұл сөздер бірінші" in left
    assert [row.evidence for row in asked if "begin again" in row.evidence]


def test_list_ends_where_another_list_begins():
    raws, _, left = taken(LISTED, "kk", NAMED, "1. Бұл сөздер бірінші.\n2. Екінші бөлімді қараңыз.\n")
    assert [len(raws), raws[-1]] == [5, "Квилл Ж. Сия. 2012 ж."]
    assert "1. Бұл сөздер бірінші.\n2. Екінші бөлімді қараңыз." in left


def test_number_one_within_an_entry_ends_no_list_where_the_number_due_follows():
    listed = LISTED.replace("Тұз. Алматы, 1984 ж.", "Тұз туралы кітап, 1984 ж.\n1. Бөлім. Алматы.")
    raws, asked, _ = taken(listed, "kk", NAMED)
    assert [raw.split()[0] for raw in raws] == ["Доу", "Поу", "Фокс", "Прайс", "Квилл"]
    assert not [row for row in asked if "begin again" in row.evidence]


def test_next_article_below_entries_of_one_line_each_is_no_part_of_the_last_one():
    behind = "Ғылыми тілдің маңызы\nА. Б. Жазушы\nДала университеті, доцент\n\n" + PROSE
    raws, _, left = taken(LISTED, "kk", NAMED, behind)
    assert [len(raws), raws[-1]] == [5, "Квилл Ж. Сия. 2012 ж."]
    assert "Ғылыми тілдің маңызы" in left


@pytest.mark.parametrize(
    "last",
    [
        "Қуат Б. Дала жолдарының ескі суреттері және олардың тарихы. Бірінші бөлім\n1990. Алматы.",
        "Қуат Б. Дала жолдары.\nАлматы: Ғылым, 1990 ж.",
        "Қуат Б. Дала жолдарының ескі суреттері және олардың толық тарихы, 1990 ж. 2-кітап.\nАлматы: Ғылым.",
    ],
)
def test_last_entry_goes_on_where_no_other_does_and_its_line_has_no_room_or_names_no_year(last):
    raws, _, _ = taken(f"{LISTED}6. {last}", "kk", NAMED, "\n" + PROSE)
    assert raws[-1] == last.replace("\n", " ")


def test_journal_behind_a_quoted_title_is_of_its_entry_though_a_blank_line_parts_them():
    listed = (
        "Balder SD, Malm CL (2001). “A Two-Sample Test.”\n\nThe Northern Farmer, 55(3), 203–206.\n\n"
        "Bergen VW (2000). “Pros and Cons of Ploughs.”\n\nRoads in Winter, 19(10), 1319–1328.\n\n"
        "Edding ES (1987). Old Farms. Nowhere Press, York, UK.\n\n"
        "Ernst MD (2004). “Walls of Clay.” Wood and Stone, 19(4), 676–685."
    )
    entries, asked, _ = taken(listed)
    assert [entry.split()[0] for entry in entries] == ["Balder", "Bergen", "Edding", "Ernst"]
    assert not asked
