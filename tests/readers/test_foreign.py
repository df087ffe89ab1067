"""Files of word processors, of the web and of TeX become Markdown; what is lost on the way is told."""

import io
import re
import zipfile

import pytest

import office
from basylym.model.notices import BasylymError, Condition
from basylym.model.readings import Changes
from basylym.receive import receive

BINARY = ("docx", "odt", "epub")
SMITH = {
    "id": "ITEM-1",
    "type": "book",
    "title": "A book of things",
    "author": [{"family": "Smith", "given": "J."}],
    "issued": {"date-parts": [["2011"]]},
}
DOE = {**SMITH, "title": "Another book of pH", "author": [{"family": "Doe", "given": "J."}]}
NURLAN = {
    "id": 46,
    "type": "article-journal",
    "title": "Қазақстан тарихы",
    "author": [{"family": "Нұрлан", "given": "Н."}],
    "issued": {"date-parts": [[2010]]},
}


def read(raw, name, beside=lambda _: None, **wished):
    return receive(raw, name, beside=beside, **wished)


def text(outcome):
    return outcome.value.source.text


def details(outcome, condition=Condition.SOURCE_COMES_THROUGH):
    return [notice.detail for notice in outcome.notices if notice.condition is condition]


@pytest.mark.parametrize("form", BINARY)
def test_notes_tables_and_pictures_of_binary_files_survive(form, tmp_path):
    outcome = read(office.written(form, tmp_path), f"a.{form}")
    made, media = text(outcome), outcome.value.media
    assert "# Introduction" in made
    assert "studied by many authors [1]. Text with *it* and `code`" in made
    assert re.search(r"a note\[\^1\] and H~2~O", made)
    assert "[^1]: A note of the author." in made
    assert re.search(r"^\| 1991 +\| 23 +\|$", made, re.MULTILINE)
    assert list(media.values()) == [office.png()]
    assert f"]({next(iter(media))})" in made
    assert outcome.value.source.original[:2] == b"PK"
    assert outcome.value.source.raw == made.encode()


@pytest.mark.parametrize("form", ["docx", "odt", "latex"])
def test_formulas_stay_formulas(form, tmp_path):
    name = "a.tex" if form == "latex" else f"a.{form}"
    made = text(read(office.written(form, tmp_path), name, lambda _: office.png()))
    assert re.search(r"(?<!\$)\$a(\^2_b|_\{b\}\^\{2\})\$(?!\$)", made)
    assert re.search(r"^\$\$\\frac\{a\}\{b\}\$\$$", made, re.MULTILINE)


def test_title_and_authors_are_the_files_own_and_in_its_order(tmp_path):
    for form in ("docx", "epub", "html"):
        front = read(office.written(form, tmp_path), f"a.{form}").value.front
        assert front["title"] == "The growth of trade"
        assert front["author"] == ["A. Smith", "B. Jones"]


def test_works_that_fields_cite_get_keys_of_their_own_though_mendeley_numbers_each_field_anew():
    code = office.citation("", SMITH)
    raw = office.docx(
        office.paragraph(
            office.run("Cited "),
            office.field(code, "(Smith, 2011)", cut=40),
            office.run(" and "),
            office.field(office.citation("", DOE), "(Doe, 2011)"),
            office.run(" and "),
            office.field(office.citation("", SMITH), "(Smith, 2011)"),
            office.run("."),
        ),
        office.paragraph(office.field(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ", "Smith J. A book")),
    )
    outcome = read(raw, "a.docx")
    assert text(outcome) == "Cited [@smith2011] and [@doe2011] and [@smith2011].\n"
    assert outcome.value.bibliography.count("@book") == 2
    assert "title = {Another book of pH}" in outcome.value.bibliography
    assert details(outcome) == []


def test_citation_of_endnote_is_linked_too():
    record = (
        "<EndNote><Cite><Author>Smith</Author><Year>2010</Year><RecNum>7</RecNum><record>"
        '<rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type><contributors><authors>'
        "<author>Smith, John</author></authors></contributors><titles><title>On pH of things</title></titles>"
        "<dates><year>2010</year></dates></record></Cite></EndNote>"
    )
    shown = office.field(f" ADDIN EN.CITE {record}", "(Smith, 2010)")
    outcome = read(office.docx(office.paragraph(office.run("Text "), shown, office.run("."))), "a.docx")
    assert text(outcome) == "Text [@7].\n"
    assert "title = {On pH of things}" in outcome.value.bibliography
    assert details(outcome) == []


def test_places_in_cited_works_are_written_in_the_language_of_the_text():
    word = office.run("Қазақстанның тарихы туралы еңбекте айтылғандай ")
    code = office.citation("ZOTERO_ITEM ", NURLAN, locator="5", label="page")
    outcome = read(office.docx(office.paragraph(word, office.field(code, "(Нұрлан, 5-б.)"))), "a.docx")
    assert text(outcome).endswith("[@work1, б. 5]\n")
    assert "title = {Қазақстан тарихы}" in outcome.value.bibliography
    assert "langid" not in outcome.value.bibliography


@pytest.mark.parametrize(
    ("changes", "made"),
    [
        (Changes.ACCEPT, "One two four.\n"),
        (Changes.REJECT, "One three four.\n"),
        (Changes.ALL, "One [two]{.underline} ~~three~~ four.\n"),
    ],
)
def test_tracked_changes_are_treated_as_asked_and_counted(changes, made):
    raw = office.docx(
        office.paragraph(
            office.run("One "), office.inserted("two "), office.deleted("three "), office.run("four.")
        )
    )
    outcome = read(raw, "a.docx", changes=changes)
    assert text(outcome) == made
    assert "1 tracked insertions and 1 deletions" in details(outcome)[0]


def test_words_that_do_not_come_through_are_told(tmp_path):
    raw = office.with_part(
        office.written("epub", tmp_path),
        "EPUB/text/title_page.xhtml",
        lambda page: page.replace("</section>", "<p>Wellhiddenword</p></section>"),
    )
    assert any("Wellhiddenword" in told for told in details(read(raw, "a.epub")))


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
def test_web_page_is_decoded_as_it_declares(charset):
    page = f"<html lang=ru><meta charset={charset}><body><p>Развитие <b>торг</b>овли</p></body></html>"
    outcome = read(page.encode(charset), "a.html")
    assert text(outcome) == "Развитие **торг**овли\n"
    assert outcome.notices == ()


def test_web_page_that_lies_of_its_encoding_is_read_as_it_is_and_told():
    page = "<html><meta charset=utf-8><body><p>Развитие торговли между двумя странами</p></body></html>"
    outcome = read(page.encode("cp1251"), "a.html")
    assert "Развитие торговли" in text(outcome)
    assert any("and is not" in told for told in details(outcome, Condition.ENCODING_IS_DECLARED))


def test_scripts_and_navigation_of_a_web_page_are_left_out_and_embedded_pictures_taken():
    picture = (
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGP4z8AARwzEcQCukw/x0F8jngAAAABJRU5ErkJggg=="
    )
    page = (
        '<!doctype html><head><title>T</title><meta name="citation_author" content="Smith, A.">'
        '<meta name="citation_author" content="Jones, B."></head><body><nav>Menu here</nav>'
        "<script>alert('script')</script><p onclick='x()'>Text <a href='javascript:alert(1)'>link</a>"
        f'<img src="data:image/png;base64,{picture}"><img src="file:///etc/passwd"></p></body>'
    )
    outcome = read(page.encode(), "a.html")
    assert "alert" not in text(outcome)
    assert "Menu" not in text(outcome)
    assert outcome.value.front["author"] == ["Smith, A.", "Jones, B."]
    assert list(outcome.value.media) == ["media/embedded-1.png"]
    assert "'Menu here'" in details(outcome)[0]
    assert "'file:///etc/passwd' is not in the file" in details(outcome, Condition.FIGURE_EXISTS)[0]


def test_letters_of_rich_text_are_decoded_by_the_character_set_of_their_font():
    cyrillic = b"".join(b"\\'%02x" % byte for byte in "Развитие".encode("cp1251"))
    raw = (
        rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset204 Times;}{\f1\fcharset162 Arial;}}\f0 "
        + cyrillic
        + rb" {\f1 \'fe\'f0}\f0  \u1179\'e8\u1171? one{\super\chftn{\*\footnote\plain A note.}}\par Two.}"
    )
    outcome = read(raw, "a.rtf")
    assert text(outcome) == "Развитие şğ қғ one[^1]\n\nTwo.\n\n[^1]: A note.\n"
    assert outcome.notices == ()


TEX = r"""\documentclass{article}
\usepackage[cp1251]{inputenc}
\begin{document}
\section{Введение}\label{sec:i}
См. раздел~\ref{sec:i}, формулу~\eqref{x} и~\cite[с.~5]{a}. \textbf{Жирный} \неведомо{утрата} текст.
\begin{equation}\label{x} a=b \end{equation}
\begin{figure}\includegraphics{fig1}\caption{Подпись.}\label{map}\end{figure}
\begin{thebibliography}{9}
\bibitem{a} Иванов И. О вещах. 2010.
\end{thebibliography}
\end{document}
"""


def test_labels_references_and_entries_of_latex_are_kept():
    raw = TEX.replace(r" \неведомо{утрата}", "").encode("cp1251")
    outcome = read(raw, "a.tex", lambda name: office.png() if name == "fig1.png" else None)
    made = text(outcome)
    assert "# Введение {#sec:i}" in made
    assert "раздел [-@sec:i], формулу [-@eq:x] и [@a с. 5]. **Жирный** текст." in made.replace("\u00a0", " ")
    assert "$$a=b$$ {#eq:x}" in made
    assert "![Подпись.](media/fig1.png){#fig:map}" in made
    assert outcome.value.bibliography == "@misc{a,\n  note = {Иванов И. О вещах. 2010.}\n}"


def test_commands_that_are_left_out_of_latex_are_told():
    outcome = read(rb"\documentclass{article}\begin{document}One \oddly{lost} two.\end{document}", "a.tex")
    assert any(r"\\oddly{lost}" in told for told in details(outcome))


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a.txt", "a Word document"), ("a.odt", "a Word document"), ("a.pdf", "a Word document")],
)
def test_content_tells_the_format_and_a_wrong_name_is_noticed(name, shown):
    outcome = read(office.docx(office.paragraph(office.run("One two."))), name)
    assert text(outcome) == "One two.\n"
    assert shown in details(outcome, Condition.SUFFIX_TELLS_FORMAT)[0]


def swollen():
    return office.docx(office.paragraph(office.run("x")), word__media__a=b"\0" * 50_000_000)


HOSTILE = [
    (b"", "a.docx", Condition.SOURCE_HAS_TEXT),
    (b"plain words", "a.docx", Condition.SOURCE_OPENS),
    (b"PK\x03\x04 and no more", "a.docx", Condition.SOURCE_OPENS),
    (office.docx(office.paragraph(office.run("One")))[:400], "a.docx", Condition.SOURCE_OPENS),
    (swollen(), "a.docx", Condition.SOURCE_OPENS),
    (
        office.zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "a.docx",
        Condition.SOURCE_OPENS,
    ),
    (office.zipped({"a.txt": "words"}), "a.odt", Condition.SOURCE_OPENS),
    (office.zipped({"mimetype": "application/epub+zip"}), "a.epub", Condition.SOURCE_OPENS),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "a.doc", Condition.SOURCE_OPENS),
    (b"{\\rtf1 " + b"{" * 1000, "a.rtf", Condition.SOURCE_OPENS),
    (b"no rich text", "a.rtf", Condition.SOURCE_OPENS),
    (
        rb"\documentclass{a}\begin{document}\input{/etc/passwd}\end{document}",
        "a.tex",
        Condition.SOURCE_STANDS_ALONE,
    ),
    (b"Text \\include{part}", "a.tex", Condition.SOURCE_STANDS_ALONE),
    (b"%PDF-1.7 and no more", "a.pdf", Condition.SOURCE_OPENS),
    (b"words", "a.pdf", Condition.SOURCE_OPENS),
    (b"<html><body></body></html>", "a.html", Condition.SOURCE_HAS_TEXT),
    (b"<html><body>" + b"<div>" * 2000 + b"<p>words</p>", "a.html", Condition.CHILD_ENDS),
    (b"\x00\x01\x02\xff" * 50, "a.html", Condition.SOURCE_IS_TEXT),
]


@pytest.mark.parametrize(("raw", "name", "condition"), HOSTILE)
def test_hostile_and_broken_files_are_refused_by_condition(raw, name, condition):
    with pytest.raises(BasylymError) as caught:
        read(raw, name)
    assert caught.value.notice.condition is condition
    assert caught.value.notice.locus.path == name


def test_picture_outside_the_file_is_never_read(tmp_path):
    raw = office.with_part(
        office.written("odt", tmp_path),
        "content.xml",
        lambda body: re.sub(r'xlink:href="Pictures/[^"]+"', 'xlink:href="file:///etc/passwd"', body),
    )
    outcome = read(raw, "a.odt")
    assert outcome.value.media == {}
    assert "/etc/passwd" in details(outcome, Condition.FIGURE_EXISTS)[0]
    assert "root:" not in text(outcome)


def test_text_about_latex_that_shows_a_file_of_it_is_no_latex():
    shown = "\\documentclass{article}\n\\begin{document}\nText.\n\\end{document}\n"
    text = f"A guide for authors\n\nBegin each file like this:\n\n{shown}\nThe class is named first.\n"
    assert receive(text.encode(), "guide.txt").value.source.text == text
    assert receive(f"% a comment\n\n{shown}".encode(), "guide").value.source.suffix == ".tex"


def test_word_that_a_note_or_an_emphasis_parts_is_not_told_as_lost(tmp_path):
    markdown = "One abc**de**fg\n\nTwo wor[^1]d.\n\n[^1]: A note.\n"
    assert details(read(office.written("docx", tmp_path, markdown), "a.docx")) == []


def test_link_that_is_underlined_as_links_are_is_only_a_link():
    run = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>there</w:t></w:r>'
    link = f'<w:p><w:hyperlink w:anchor="_x">{run}</w:hyperlink></w:p>'
    marked = '<w:bookmarkStart w:id="0" w:name="_x"/><w:bookmarkEnd w:id="0"/>'
    made = text(
        read(office.docx(f"<w:p>{marked}{office.run('Words.')}</w:p>", f"<w:p>{link}</w:p>"), "a.docx")
    )
    assert "underline" not in made


def test_text_behind_a_formula_of_rich_text_comes_through():
    formula = rb"{\mmath {\*\moMath {\mr\mscr0\msty2 \u948\'e4}}}"
    drawn = rb"{\mmathPict{\*\shppict{\pict\emfblip 0100}}{\nonshppict{\pict\macpict 00ff}}}"
    raw = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}{The kinase }" + formula + drawn + drawn
    outcome = read(raw + rb"{ activation has been proposed. {\mmath{\*\moMath{\mf a}}}}\par}", "a.rtf")
    assert text(outcome) == "The kinase δ activation has been proposed.\n"
    assert details(outcome) == ["1 formulas were left out: Pandoc reads none of rich text; save it as .docx"]


def test_underlined_word_that_was_typed_in_pieces_is_one():
    marked = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    pieces = [marked.format(piece) for piece in ("the Z", "ucker", " ", "r", "at")]
    made = text(read(office.docx(office.paragraph(*pieces)), "a.docx"))
    assert made == "[the Zucker rat]{.underline}\n"


def test_text_behind_a_brace_too_many_of_rich_text_comes_through():
    raw = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}{One part}} and the rest.\par}"
    assert text(read(raw, "a.rtf")) == "One part and the rest.\n"


def test_apostrophe_that_rich_text_writes_as_a_command_parts_no_word():
    raw = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}Scarpa\rquote s triangle.\par}"
    assert details(read(raw, "a.rtf")) == []


def test_text_in_boxes_of_a_group_in_word_stands_behind_their_paragraph():
    inner = office.paragraph(office.run("In a box."))
    box = (
        f"<v:group><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></v:group>"
    )
    drawn = f'<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml">{box}</w:pict></w:r>'
    raw = office.docx(office.paragraph(office.run("Before."), drawn), office.paragraph(office.run("After.")))
    outcome = read(raw, "a.docx")
    assert text(outcome) == "Before.\n\nIn a box.\n\nAfter.\n"
    assert details(outcome) == []


def test_what_a_simple_field_of_word_shows_is_text():
    field = f'<w:fldSimple w:instr=" MERGEFIELD Name ">{office.run("Telephone")}</w:fldSimple>'
    outcome = read(office.docx(office.paragraph(office.run("Call: "), field)), "a.docx")
    assert text(outcome) == "Call: Telephone\n"


def test_epub_that_was_packed_with_its_folder_is_opened(tmp_path):
    with zipfile.ZipFile(io.BytesIO(office.written("epub", tmp_path))) as file:
        members = {f"book/{name}": file.read(name) for name in file.namelist()}
    assert "# Introduction" in text(read(office.zipped(members), "a.epub"))


def test_names_of_styles_of_rich_text_are_no_text():
    styles = rb"{\stylesheet{\s0 Normal;}{\*\cs27\snext27 \u1058\'3f\u1077\'3f \'c7\'ed;}}"
    raw = rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times;}}" + styles
    assert text(read(raw + rb"\pard Body of it.\par}", "a.rtf")) == "Body of it.\n"


def test_picture_of_rich_text_with_properties_is_taken():
    drawn = rb"{\pict{\*\picprop{\sp{\sn wzName}{\sv Sun}}}\pngblip " + office.png().hex().encode() + rb"}"
    raw = rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}The sun " + drawn + rb" shines.\par}"
    outcome = read(raw, "a.rtf")
    assert list(outcome.value.media.values()) == [office.png()]
