"""A page of the PDF begins in the book where its own words stand, and not where others are like them."""

from basylym.adapters import markup
from basylym.editions._leaves import mark
from basylym.model.galley import Leaf

HEADING = "Қазақстан және АҚШ экономикалық ынтымақтастығы"
FIRST = "Екі ел арасындағы қарым-қатынастар жан-жақты дамып келеді. " * 4
SECOND = "Отандық және шетелдік зерттеушілер мұны атап өтеді. " * 4


def test_page_that_opens_with_a_heading_in_the_words_of_the_title_begins_at_the_heading():
    page = markup.parse_xml(
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>[{HEADING}]</h1><p>{FIRST}</p>'
        f"<h2>{HEADING}</h2><p>{SECOND}</p></body></html>".encode()
    )
    leaves = (Leaf("1", (f"[{HEADING}]", FIRST)), Leaf("2", (HEADING, SECOND)))
    assert mark(page, leaves) == (("_page-1", "1"), ("_page-2", "2"))
    assert page.xpath("name(//*[@id='_page-2']/..)") == "h2"
