"""Pages of a PDF that are turned, stamped, scanned, locked or damaged: read, or refused with a reason."""

import io

import pikepdf
import pytest
import weasyprint

import office
from basylym.adapters._glyphs import turned
from basylym.model.notices import BasylymError, Condition
from basylym.receive import receive
from basylym.stages.spans import Claim, Layer, resolve

TEXT = " ".join(f"Foxes were counted on hill {n} in spring by two of us." for n in range(1, 30))
STYLE = "@page { size: A4; margin: 25mm } body { font: 11pt/15pt serif; margin: 0 } p { margin: 0 0 8pt }"


def printed(body, style=""):
    return weasyprint.HTML(string=f"<html lang=en><style>{STYLE}{style}</style>{body}</html>").write_pdf()


def fair(reading):
    claims = (Claim(one.edit, one.rule, 0, one.markup) for one in reading.known)
    return Layer(reading.source.text).apply(resolve(claims)).text


def read(raw):
    received = receive(raw, "a.pdf")
    return fair(received.value).split("\n\n"), [notice.detail for notice in received.notices]


def changed(raw, change):
    with pikepdf.open(io.BytesIO(raw)) as document:
        change(document)
        saved = io.BytesIO()
        document.save(saved)
    return saved.getvalue()


def drawn(operators):
    """Draw more on each page; ``%s`` is the name of its first font."""

    def change(document):
        for page in document.pages:
            font = next(iter(page.Resources.Font)).lstrip("/")
            page.contents_add(document.make_stream(operators.replace("%s", font).encode()))

    return change


def hidden(document):
    """Make all text of the pages invisible, as behind the picture of a scanned page."""
    for page in document.pages:
        out = []
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "BT":
                out += [
                    instruction,
                    pikepdf.ContentStreamInstruction([pikepdf.Integer(3)], pikepdf.Operator("Tr")),
                ]
            else:
                out.append(instruction)
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(out))


def scan(folder, style):
    (folder / "scan.png").write_bytes(office.png(64))
    place = (folder / "scan.png").as_uri()
    return f"<img style='width: 160mm; height: 240mm; {style}' src='{place}'>"


def test_letters_beyond_the_first_plane_come_through():
    made, _ = read(printed(f"<p>The set \U0001d4d0 and the number \U0001d465 are large.</p><p>{TEXT}</p>"))
    assert made[0] == "The set \U0001d4d0 and the number \U0001d465 are large."


STAMP = "<div style='position: absolute; left: {}; top: 60mm; transform: rotate(-90deg); {}'>{}</div>"


@pytest.mark.parametrize(
    ("place", "style"),
    [("-45mm", "font-size: 16pt; width: 60mm"), ("40mm", "font-size: 60pt; transform: rotate(-50deg)")],
)
def test_stamp_in_the_margin_and_watermark_across_the_page_are_no_text(place, style):
    stamp = STAMP.format(place, style, "arXiv:1234.5678v2")
    reading = receive(printed(f"<p>{TEXT}</p>{stamp}"), "a.pdf").value
    assert fair(reading).strip() == TEXT
    assert any("arXiv" in reading.source.text[one.edit.start : one.edit.end] for one in reading.known)


def test_words_turned_beside_a_drawing_stand_at_the_end_and_are_told():
    axis = "<div style='height: 60mm; padding-left: 60mm'><span style='display: inline-block; "
    axis += "transform: rotate(-90deg); font-size: 9pt'>Foxes in a year</span></div>"
    made, notices = read(printed(f"<p>{TEXT}</p>{axis}<p>So it was.</p>"))
    assert made == [TEXT, "So it was.", "Foxes in a year"]
    assert notices == ["text that is turned against its page stands at the end of the text: that of page 1"]


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_page_whose_text_lies_on_its_side_is_read_upright(quarter):
    rows = "".join(f"<p>Hill {n} was seen in the year {1900 + n}.</p>" for n in range(1, 9))
    side = "<div style='position: absolute; top: 0; left: 0; width: 200mm; transform-origin: 0 0; transform: "
    moved = {90: "translate(150mm, 0)", 180: "translate(160mm, 200mm)", 270: "translate(0, 200mm)"}[quarter]
    body = f"<p>{TEXT}</p><div style='break-before: page; position: relative; height: 1mm'>"
    body += f"{side}{moved} rotate({quarter}deg)'>{rows}</div></div>"
    made, notices = read(printed(body))
    assert made == [TEXT, *(f"Hill {n} was seen in the year {1900 + n}." for n in range(1, 9))]
    assert notices == []


def test_letter_in_the_mirror_is_not_turned():
    assert turned(-1, 0, 0, 1) == 0  # the E of XeLaTeX
    assert turned(1, 0, 0, -1) == 0
    assert turned(-1, 0, 0, -1) == 180
    assert turned(0, 1, -1, 0) == 90


def test_recognized_text_behind_the_picture_of_a_page_is_read_and_told(tmp_path):
    picture = scan(tmp_path, "position: absolute; top: 0; left: 0")
    made, notices = read(changed(printed(f"{picture}<p>{TEXT}</p>"), hidden))
    assert made == [TEXT]
    assert len(notices) == 1
    assert "page 1 is what a program recognized in a picture" in notices[0]


def test_text_that_nobody_sees_is_left_out_and_told():
    unseen = "BT 3 Tr /%s 9 Tf 1 0 0 1 90 400 Tm <0003000400050006> Tj ET"
    made, notices = read(changed(printed(f"<p>{TEXT}</p>"), drawn(unseen)))
    assert made == [TEXT]
    assert len(notices) == 1
    assert notices[0].endswith("signs were left out that nobody sees on page 1")


def test_all_scanned_pages_are_named(tmp_path):
    picture = scan(tmp_path, "break-before: page")
    with pytest.raises(BasylymError) as caught:
        receive(printed(f"<p>{TEXT}</p>{picture}{picture}"), "a.pdf")
    assert caught.value.notice.condition is Condition.PAGE_HAS_TEXT
    assert "page 2, 3 are pictures without text" in caught.value.notice.detail


def test_page_that_shows_nothing_is_told():
    _, notices = read(printed(f"<p>{TEXT}</p><div style='break-before: page; height: 1mm'></div>"))
    assert notices == ["page 2 shows neither text nor picture"]


def test_locked_pdf_says_so():
    with pikepdf.open(io.BytesIO(printed("<p>Text.</p>"))) as document:
        saved = io.BytesIO()
        document.save(saved, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(BasylymError) as caught:
        receive(saved.getvalue(), "b.pdf")
    assert caught.value.notice.detail == "the PDF is locked with a password"


@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_pdf_that_was_cut_off_is_an_error_that_says_so(share):
    whole = printed(f"<p>{TEXT}</p>")
    with pytest.raises(BasylymError) as caught:
        receive(whole[: int(share * len(whole))], "a.pdf")
    assert caught.value.notice.condition is Condition.SOURCE_OPENS
    assert "damaged, cut off or none" in caught.value.notice.detail


def test_labels_of_pages_and_a_cut_page_change_nothing():
    def change(document):
        labels = pikepdf.Dictionary(
            Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name("/r"), St=pikepdf.Integer(7))])
        )
        document.Root.PageLabels = labels
        document.pages[0].CropBox = pikepdf.Array([40, 50, 560, 800])

    assert read(changed(printed(f"<p>{TEXT}</p>"), change)) == ([TEXT], [])


def test_table_on_its_side_within_an_upright_page_keeps_its_rows():
    rows = "".join(f"<tr><td>Hill {n} in the north<td>{n * 7}.5<td>{n * 3}.1</tr>" for n in range(1, 6))
    side = "<div style='height: 80mm'><table style='transform-origin: 0 0; transform: translate(0, 80mm) "
    body = f"<p>{TEXT}</p>{side}rotate(-90deg); border-spacing: 20pt 2pt'>{rows}</table></div><p>{TEXT}</p>"
    reading = receive(printed(body), "a.pdf").value
    for n in range(1, 6):
        assert f"Hill {n} in the north {n * 7}.5 {n * 3}.1" in " ".join(reading.source.text.split())
    assert fair(reading).startswith(f"{TEXT}\n\n{TEXT}\n\n")


def test_text_outside_of_what_the_page_shows_is_left_out_and_told():
    def cropped(document):
        for page in document.pages:
            page.CropBox = [40, 40, 560, 780]

    slug = "@page { @top-left { content: 'foxes.indd 1'; vertical-align: top; font-size: 9pt } }"
    made, notices = read(changed(printed(f"<p>{TEXT}</p><p>{TEXT}</p>", slug), cropped))
    assert made == [TEXT, TEXT]
    assert notices == ["11 signs were left out that nobody sees on page 1"]
