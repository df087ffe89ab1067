"""What Pandoc leaves out of an OpenDocument text is read; tables of contents are not."""

import office
from basylym.model.notices import Condition
from basylym.receive import receive


def read(raw, name):
    return receive(raw, name)


def text(outcome):
    return outcome.value.source.text


def details(outcome, condition=Condition.SOURCE_COMES_THROUGH):
    return [notice.detail for notice in outcome.notices if notice.condition is condition]


def test_text_of_boxes_and_shapes_of_an_odt_stands_behind_their_paragraph():
    box = "<draw:frame><draw:text-box><text:p>First in it.</text:p><text:p>Second <draw:frame><draw:text-box>"
    box += "<text:p>Inner.</text:p></draw:text-box></draw:frame>one.</text:p></draw:text-box></draw:frame>"
    shape = "<draw:custom-shape><text:p>On a shape.</text:p></draw:custom-shape>"
    raw = office.odt(f"<text:p>Before {box}and after.</text:p><text:p>Last{shape}.</text:p>")
    outcome = read(raw, "a.odt")
    parts = ["Before and after.", "First in it.", "Second one.", "Inner.", "Last.", "On a shape."]
    assert text(outcome) == "\n\n".join(parts) + "\n"
    assert details(outcome) == []


def test_paragraphs_of_an_odt_with_numbers_of_their_own_are_a_list():
    def item(words, level=1):
        number = f"<text:number>{level}.</text:number>"
        named = "text:numbered-paragraph"
        return f'<{named} text:level="{level}">{number}<text:p>{words}</text:p></{named}>'

    raw = office.odt(
        f"<text:p>Before.</text:p>{item('One')}{item('Inner', 2)}{item('Two')}<text:p>After.</text:p>"
    )
    outcome = read(raw, "a.odt")
    assert text(outcome) == "Before.\n\n1.  One\n\n    1.  Inner\n\n2.  Two\n\nAfter.\n"
    assert details(outcome) == []


def test_table_of_contents_of_an_odt_is_left_out_and_told():
    listed = "<text:index-body><text:p>Trade 3</text:p></text:index-body>"
    listed = f"<text:table-of-content>{listed}</text:table-of-content>"
    outcome = read(
        office.odt(f"{listed}<text:h text:outline-level='1'>Market</text:h><text:p>Words.</text:p>"), "a.odt"
    )
    assert text(outcome) == "# Market\n\nWords.\n"
    assert details(outcome) == ["the table of contents was left out: each edition has its own"]


def test_table_in_a_cell_of_an_odt_is_read_and_told():
    def table(*cells):
        row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        columns = "<table:table-column/>" * len(cells)
        return f"<table:table>{columns}<table:table-row>{row}</table:table-row></table:table>"

    inner = table("<text:p>Year</text:p>", "<text:p>Price</text:p>")
    outcome = read(office.odt(table(f"{inner}<text:p>Behind</text:p>", "<text:p>Beside</text:p>")), "a.odt")
    made = text(outcome)
    assert [made.index(word) for word in ("Year", "Price", "Behind")] == sorted(
        made.index(word) for word in ("Year", "Price", "Behind")
    )
    assert "Beside" in made
    assert details(outcome) == ["1 tables inside of a cell became paragraphs of it, row by row"]
