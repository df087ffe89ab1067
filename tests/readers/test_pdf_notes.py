"""Notes at the foot of a PDF's pages are linked where their marks stand; lists of references are none."""

import pytest
import weasyprint

from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

TEXT = " ".join(f"Foxes were counted on hill {chr(96 + n)} in spring by two of us." for n in range(1, 20))
STYLE = """@page { size: A4; margin: 25mm } body { font: 11pt/15pt serif; margin: 0; text-align: justify }
p { margin: 0 0 8pt } .foot { position: absolute; bottom: 0; left: 0; right: 0; font: 8pt/10pt serif }
.page { position: relative; height: 245mm; break-after: page } sup { font-size: 7pt }
.foot sup, .refs sup { font-size: 5.5pt } .two { columns: 2 }"""


def fair(body, style=""):
    raw = weasyprint.HTML(string=f"<html lang=en><style>{STYLE}{style}</style>{body}</html>").write_pdf()
    received = receive(raw, "a.pdf")
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in received.value.known if not one.edit.query)
    made = Layer(received.value.source.text).apply(resolve(claims)).text
    return made.split("\n\n"), [notice.detail for notice in received.notices]


def page(text, *notes):
    return (
        f"<div class=page>{text}<div class=foot>{''.join(f'<div>{note}</div>' for note in notes)}</div></div>"
    )


@pytest.mark.parametrize("mark", ["*", "\u2217", "\u2020", "\u00b6", "1"])
@pytest.mark.parametrize("call", ["<sup>{}</sup>", "{}"])
def test_note_of_any_mark_is_linked_to_its_call(mark, call):
    said = f"<p>{TEXT} So says Fox{call.format(mark)} himself. {TEXT}</p>"
    made, notices = fair(page(said, f"{mark} A fox of the hill."))
    assert "So says Fox[^1] himself." in made[0]
    assert made[-1] == "[^1]: A fox of the hill."
    assert notices == []


def test_mark_that_no_place_or_two_places_show_stays_with_a_notice():
    said = f"<p>{TEXT} So says Fox* and Hare* and all. {TEXT}</p>"
    made, notices = fair(page(said, "* A beast of the hill."))
    assert made[-1] == "* A beast of the hill."
    assert len(notices) == 1


def test_marks_that_stand_together_are_each_linked():
    said = f"<p>A. Fox<sup>1,2</sup> and B. Hare<sup>1,\u2020</sup> wrote it. {TEXT}</p>"
    made, _ = fair(page(said, "<sup>1</sup>Hill", "<sup>2</sup>Dale", "<sup>\u2020</sup>Both wrote."))
    assert made[0].startswith("A. Fox[^1][^2] and B. Hare^1,^[^3] wrote it.")
    assert made[-3:] == ["[^1]: Hill", "[^2]: Dale", "[^3]: Both wrote."]


def test_letters_of_addresses_beside_a_mark_stay_high():
    said = f"<p>A. Fox<sup>a,b,1</sup> and B. Hare<sup>a</sup> wrote it. {TEXT}</p>"
    made, _ = fair(page(said, "<sup>1</sup>Hill"))
    assert made[0].startswith("A. Fox^a,b,^[^1] and B. Hare^a^ wrote it.")


def test_what_a_publisher_tells_below_a_note_is_no_part_of_it():
    told = "<p style='margin-top: 8pt'>All rights are the fox's, and none of them the hare's.</p>"
    made, _ = fair(page(f"<p>Fox<sup>1</sup> says it. {TEXT}</p>", "<sup>1</sup>Of the hill.", told))
    assert made[-1] == "[^1]: Of the hill."
    assert "All rights are the fox's, and none of them the hare's." in made


def test_mark_on_a_place_of_its_own_belongs_to_the_note_beside_it():
    note = "<span style='position: absolute; margin-top: -3pt; font-size: 5.5pt'>1</span>"
    note += "<div style='margin-left: 14pt'>A fox of the hill that was seen there by both of us.</div>"
    made, notices = fair(page(f"<p>{TEXT} So says Fox<sup>1</sup> himself. {TEXT}</p>", note))
    assert made[-1] == "[^1]: A fox of the hill that was seen there by both of us."
    assert notices == []


def test_note_goes_on_at_the_foot_of_the_next_page_and_numbers_begin_anew():
    one = page(f"<p>{TEXT} So says Fox<sup>1</sup> himself. {TEXT}</p>", "<sup>1</sup>A fox that was seen on")
    two = page(f"<p>{TEXT} Hare<sup>1</sup> too. {TEXT}</p>", "the hill by all of us.", "<sup>1</sup>A hare.")
    made, notices = fair(one + two)
    assert made[-2:] == ["[^1]: A fox that was seen on the hill by all of us.", "[^2]: A hare."]
    assert "Hare[^2] too." in " ".join(made)
    assert notices == []


def test_notes_below_two_columns_are_read_one_column_after_the_other():
    foot = "<div style='float: left; width: 45%'><sup>1</sup>A fox of the hill</div>"
    foot += "<div style='float: right; width: 45%'><sup>2</sup>A hare of the dale</div>"
    said = f"<p>Fox<sup>1</sup> says it. {TEXT * 2}</p><p>Hare<sup>2</sup> too. {TEXT}</p>"
    said = f"<div class=two>{said}</div>"
    made, _ = fair(page(said, foot))
    assert made[-2:] == ["[^1]: A fox of the hill", "[^2]: A hare of the dale"]


def test_list_of_references_in_small_letters_that_goes_on_with_the_next_page_is_no_notes():
    entries = [f"<sup>{n}</sup>A. Fox and B. Hare, Hills and Dales {n} (Leeds, 1991)." for n in range(1, 40)]
    foot = "".join(f"<div>{one}</div>" for one in entries[:6])
    text = f"<div class=page><p>{TEXT} It is so.<sup>1</sup> And so.<sup>2</sup> {TEXT}</p>"
    text += f"<div class=foot>{foot}</div></div>"
    rest = "".join(f"<div class=refs style='font: 8pt/10pt serif'>{one}</div>" for one in entries[6:])
    made, notices = fair(text + rest)
    assert not any(one.startswith("[^") for one in made)
    assert notices == []
    assert "7 A. Fox and B. Hare, Hills and Dales 7 (Leeds, 1991)." in made
    assert all(f"Hills and Dales {n} (Leeds" in " ".join(made) for n in range(1, 40))


def test_small_lines_without_a_mark_at_the_foot_are_not_lost():
    foot = "<div style='float: left; width: 45%'>All rights are the fox's.</div>"
    foot += "<div style='float: right; width: 45%'><sup>1</sup>A hare of the dale</div>"
    said = f"<div class=two><p>Fox says it. {TEXT * 2}</p><p>Hare<sup>1</sup> too. {TEXT}</p></div>"
    made, _ = fair(page(said, foot))
    assert made[-1] == "[^1]: A hare of the dale"
    assert "All rights are the fox's." in made


def test_mark_that_stands_twice_calls_its_note_once():
    said = "<p>Fox<sup>1</sup> says it, and hare<sup>1</sup> too, with hounds<sup>1,2</sup>"
    said += f" and cats<sup>2,1</sup> so. {TEXT}</p>"
    made, notices = fair(page(said, "<sup>1</sup>Of the hill.", "<sup>2</sup>Of the dale."))
    assert made[0].startswith("Fox[^1] says it, and hare^1^ too, with hounds^1,^[^2] and cats^2,1^ so.")
    assert made[-2:] == ["[^1]: Of the hill.", "[^2]: Of the dale."]
    assert notices == []


def test_power_in_a_formula_calls_no_note():
    """A power of two above the call of note 2 took the note away, or got its number in the manuscript."""
    power = "<p class=sum>E = 𝑚𝑐<sup>2</sup></p>"
    called = f"<p>{TEXT} Others<sup>1</sup> too.</p>{power}<p>{TEXT} So says Fox<sup>2</sup> himself.</p>"
    made, _ = fair(page(called, "1 A badger.", "2 A fox of the hill."), ".sum { margin-left: 40mm }")
    assert "E = 𝑚𝑐^2^" in made
    assert any("So says Fox[^2] himself." in one for one in made)
