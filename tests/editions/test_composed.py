"""Paragraphs of a page rewritten line by line: what is kept, and what is left alone."""

import random
import re

import pytest

from basylym.adapters import markup
from basylym.adapters.resources import FONTS
from basylym.editions._composed import COMPOSED_CSS, Setting, Shape, compose_page
from basylym.editions._voices import INLINES, Change, Family
from basylym.model.notices import Condition

SHY = "\u00ad"
SERIF = Family(
    FONTS / "SourceSerif4_400Regular.ttf",
    FONTS / "SourceSerif4_400Regular_Italic.ttf",
    FONTS / "SourceSerif4_600SemiBold.ttf",
    FONTS / "SourceSerif4_700Bold_Italic.ttf",
)
MONO = Family(*[FONTS / "NotoSansMono_400Regular.ttf"] * 4)
FEATURES = ("onum", "pnum")
LOREM = (
    "Украина мен Қырым­дағы жағ­дай Қазақ­стан­ның көп­век­тор­лы сырт­қы сая­са­ты­ның бола­ша­ғы, атап "
    "айт­қан­да Қазақ­стан Ресей­дің ең жақын әріп­тесі бола оты­рып, тең­дес­ті­ріл­ген сырт­қы сая­сат­ты "
    "жүр­гізе алу мүм­кін­дігі тура­лы сұрақ­тар тудыр­ды."
)


def setting(measure=200.0, **more):
    return Setting(lambda element: element.tag == "p", SERIF, 10.2, measure, features=FEATURES, **more)


def page(inside, *settings, inlines=INLINES):
    root = markup.fragment(inside)
    root.set("lang", "kk")
    outcome = compose_page(root, settings or (setting(),), inlines)
    return root, outcome


def rows(root):
    return root.findall(".//p/span[@class='l']")


def said(element):
    return "".join(element.itertext())


def test_each_line_is_a_span_and_a_line_break_stands_between_two():
    root, outcome = page(f"<p id='one' class='cont'>{LOREM}</p>")
    paragraph = root.find("p")
    assert [child.tag for child in paragraph] == ["span", "br"] * (outcome.value.lines - 1) + ["span"]
    assert (paragraph.get("id"), paragraph.get("class")) == ("one", "cont composed justified")
    assert outcome.notices == ()


def test_text_is_kept_and_only_line_ends_hold_soft_hyphens():
    root, _ = page(f"<p>{LOREM}</p>")
    lines = [said(row) for row in rows(root)]
    joined = " ".join(lines).replace(f"{SHY} ", "").replace("\u2010 ", "-")
    assert joined == LOREM.replace(SHY, "")
    assert all(SHY not in line[:-1] for line in lines)


def test_hyphen_of_the_author_at_a_line_end_is_told_from_one_that_the_line_brings():
    root, _ = page("<p>сауда-экономикалық байланыс</p>", setting(measure=90.0))
    ends = [said(row)[-1] for row in rows(root)]
    assert "\u2010" in ends
    assert SHY not in ends
    signs = root.findall(".//span[@class='r']")
    assert {sign.text for sign in signs} == {"\u2010"}


def test_inline_elements_are_repeated_over_lines_and_their_names_stand_once():
    root, _ = page(f"<p>Бір <em id='a' class='x' lang='ru'>{LOREM} <b>{LOREM}</b></em>.</p>")
    pieces = root.findall(".//em")
    assert len(pieces) > 5
    assert [piece.get("id") for piece in pieces] == ["a", *[None] * (len(pieces) - 1)]
    assert {piece.get("class") for piece in pieces} == {"x"}
    assert all(bold.getparent().tag == "em" for bold in root.iter("b"))


def test_link_holds_no_element_so_that_the_page_stays_accessible():
    root, _ = page(f"<p><a href='#x'>{LOREM}</a></p>", setting(measure=90.0))
    links = root.findall(".//a")
    assert len(links) > 3
    assert all(len(link) == 0 and link.get("href") == "#x" for link in links)
    assert root.findall(".//span[@class='h']")


def test_place_to_link_to_is_kept_once():
    root, outcome = page(f"<p><span id='here'></span>{LOREM}<a id='there'></a> соңы</p>")
    assert [element.get("id") for element in root.iter() if element.get("id")] == ["here", "there"]
    assert outcome.notices == ()


def test_object_of_known_width_is_moved_whole():
    image = "<img src='a.svg' alt='a' style='width:2.5em;height:1em'/>"
    root, outcome = page(f"<p>{LOREM} {image} {LOREM}</p>")
    assert outcome.notices == ()
    assert root.find(".//img").getparent().get("class") == "l"


def test_note_inside_a_paragraph_is_set_first_and_moved_whole():
    inlines = {**INLINES, "div.note": Change(width=lambda element, em: 0.0)}
    root = markup.fragment(f"<p>{LOREM}</p>")
    note = markup.sub_element(root[0], "div", class_="note", id="n1")
    markup.sub_element(note, "p").text = LOREM
    note.tail = " соңы."
    outcome = compose_page(root, (setting(),), inlines)
    assert (outcome.value.composed, outcome.notices) == (2, ())
    moved = root.find(".//div")
    assert (moved.get("id"), moved.get("class")) == ("n1", "note apart")
    assert moved.find("p").get("class") == "composed justified"
    assert moved.getparent().get("class") == "l"


def test_line_break_of_the_author_is_kept():
    root, _ = page("<p>бір <br/> екі<br/></p>")
    assert [said(row) for row in rows(root)] == ["бір", "екі"]


def test_last_line_is_filled_up_so_that_the_engine_does_not_stretch_it():
    root, _ = page("<p>қысқа жол</p>")
    style = rows(root)[0].get("style")
    assert float(re.search(r"margin-right:([\d.]+)em", style)[1]) > 10


def test_shape_is_a_class_and_ragged_lines_need_no_style():
    root, outcome = page(f"<p>{LOREM}</p>", setting(shape=Shape.RAGGED))
    assert root.find("p").get("class") == "composed ragged"
    assert {row.get("style") for row in rows(root)} == {None}
    assert outcome.value.spaces == ()


def test_title_is_balanced_and_breaks_after_its_colon():
    title = setting(measure=160.0, shape=Shape.BALANCED, bold=True, clinging=frozenset(["мен"]))
    root, _ = page("<p>Қазақстан және АҚШ: экономикалық ынтымақтастықтың жағдайы мен болашағы</p>", title)
    lines = [said(row) for row in rows(root)]
    assert lines[0] == "Қазақстан және АҚШ:"
    assert not any(line.endswith("мен") for line in lines)


def test_first_setting_that_matches_counts():
    wide = Setting(lambda element: element.get("class") == "wide", SERIF, 10.2, 400.0, features=FEATURES)
    _, narrow = page(f"<p>{LOREM}</p>", wide, setting())
    _, broad = page(f"<p class='wide'>{LOREM}</p>", wide, setting())
    assert broad.value.lines < narrow.value.lines


def test_inline_voice_is_measured_as_it_is_set():
    inlines = {**INLINES, "code": Change(family=MONO, scale=0.5), "code.big": Change(family=MONO)}
    _, small = page(f"<p><code>{LOREM}</code></p>", inlines=inlines)
    _, large = page(f"<p><code class='big'>{LOREM}</code></p>", inlines=inlines)
    assert small.value.lines < large.value.lines


def test_mixed_scripts_are_composed():
    text = "Αθήνα λόγος, official files, Ñandú, ғылым ≤ α+β " * 6
    root, outcome = page(f"<p>{text}</p>")
    assert outcome.notices == ()
    assert " ".join(said(row) for row in rows(root)) == text.strip()


def test_address_is_broken_after_its_signs():
    address = "https://www.example.org/very/long/path/to_the/document.html?query=article"
    root, outcome = page(f"<p>URL: <a href='{address}'>{address}</a></p>", setting(120.0, shape=Shape.RAGGED))
    lines = [said(row) for row in rows(root)]
    assert outcome.notices == ()
    assert "".join(lines) == f"URL:{address}" or "".join(lines) == f"URL: {address}"
    assert all(line[-1] in "/._?=:" for line in lines[:-1])


def test_signs_that_are_not_drawn_leave_the_line():
    root, _ = page("<p>а\u2060б бір\u2011екі</p>")
    assert said(rows(root)[0]) == "аб бір-екі"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("бар 😀 сөз", "its font has no '😀'"),
        ("бір <img src='a.png'/> екі", "it holds <img> of unknown width"),
        ("бір <button>x</button> екі", "it holds <button>"),
        ("а" * 90, "wider than its line of 200 pt"),
        ("\ufffc", "it holds the sign U+FFFC"),
        ("<i>" * 60 + "сөз" + "</i>" * 60, "nested more than 50 deep"),
    ],
)
def test_paragraph_that_cannot_be_composed_is_left_as_it_was_and_reported(inside, reason):
    before = markup.serialise(markup.fragment(f"<p>{inside}</p>")[0])
    root, outcome = page(f"<p>{inside}</p>")
    assert markup.serialise(root[0]) == before
    (notice,) = outcome.notices
    assert notice.condition is Condition.PARAGRAPH_IS_COMPOSED
    assert reason in notice.detail
    assert (outcome.value.composed, outcome.value.left) == (0, 1)


def test_a_line_before_a_word_that_cannot_break_is_left_ragged_and_said_so():
    _, outcome = page(f"<p>Бір екі {'а' * 34} үш төрт бес алты жеті сегіз тоғыз он</p>")
    (notice,) = outcome.notices
    assert notice.condition is Condition.PARAGRAPH_IS_COMPOSED
    assert "'Бір екі'" in notice.detail
    assert outcome.value.widest <= 1.0


@pytest.mark.parametrize("inside", ["", "  \n ", "<!-- nothing -->"])
def test_empty_paragraph_is_no_flaw(inside):
    root, outcome = page(f"<p>{inside}</p>")
    assert rows(root) == []
    assert outcome.notices == ()


def test_one_word_is_one_line():
    root, outcome = page("<p> сөз </p>")
    assert [said(row) for row in rows(root)] == ["сөз"]
    assert outcome.value.lines == 1


def test_classes_of_the_composer_are_no_author_s_to_use():
    root, _ = page("<p class='ragged'>бір <span class='l h x'>екі</span></p>")
    inner = root.find(".//p/span/span")
    assert inner.get("class") == "x"
    assert root.find("p").get("class") == "composed justified"


def test_what_follows_a_paragraph_stays_behind_it():
    root, _ = page(f"<p>{LOREM}</p> кейін <p>{LOREM}</p>")
    assert root[0].tail == " кейін "


def test_statistics_tell_how_even_the_page_is():
    _, outcome = page(f"<p>{LOREM} {LOREM} {LOREM}</p>", setting(378.0))
    statistics = outcome.value
    assert statistics.lines == len(statistics.spaces) + 1
    assert 0.18 < statistics.mean < 0.4
    assert statistics.deviation < 0.1
    assert statistics.widest < 0.6
    assert statistics.loose(0.0) == len(statistics.spaces)
    assert statistics.in_a_row <= 2


def test_the_same_page_gives_the_same_lines():
    first, _ = page(f"<p>{LOREM}</p>")
    again, _ = page(f"<p>{LOREM}</p>")
    assert markup.serialise(first) == markup.serialise(again)


def test_style_sheet_names_only_the_composer_s_own_classes():
    assert set(re.findall(r"\.([a-z]+)", COMPOSED_CSS)) == {"composed", "justified", "l", "h", "r", "apart"}


def scrap(dice, depth=0):
    """Markup thrown together, the same for the same dice."""
    bits = (
        *(
            "қа\u00adтын\u00adас",
            "АҚШ-тың",
            "сауда-экономикалық",
            " ",
            " ",
            "  ",
            "\u00a0",
            "«сөз»",
            ".",
            "–",
        ),
        *(
            "2001–2005",
            "https://a.b/c-d?e=f",
            "fi",
            "\u200b",
            "\u2060",
            "\u2011",
            "<br/>",
            "<wbr/>",
            "\n",
            SHY,
        ),
        *("<b id='x'></b>", "<img style='width:2em'/>", "<!--c-->", "-"),
    )
    for _ in range(dice.randint(0, 40 if not depth else 6)):
        if dice.random() < 0.15 and depth < 4:
            tag = dice.choice(("em", "strong", "span", "sup"))
            yield f"<{tag}>{''.join(scrap(dice, depth + 1))}</{tag}>"
        else:
            yield dice.choice(bits)


def test_words_and_objects_survive_whatever_a_paragraph_holds():
    dice = random.Random(0)
    for _ in range(200):
        source = "".join(scrap(dice))
        root, _ = page(
            f"<p>{source}</p>", setting(dice.choice((60.0, 200.0)), shape=dice.choice(list(Shape)))
        )
        after = "".join(root.xpath(".//text()[not(parent::comment())]")).replace("\u2010", "-")
        before = "".join(markup.fragment(f"<p>{source}</p>").xpath(".//text()[not(parent::comment())]"))
        drop = str.maketrans({"\u2011": "-", **dict.fromkeys(" \n\u00a0\u00ad\u200b\u2060", "")})
        assert after.translate(drop) == before.translate(drop)
        assert len(root.findall(".//img")) == source.count("<img")
