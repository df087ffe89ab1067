"""Of a web page the article is read, its notes as notes, and what is left out is told."""

import re

import pytest

from basylym import normalize
from basylym.model.notices import Condition
from basylym.receive import receive


def read(raw, name):
    return receive(raw, name)


def text(outcome):
    return outcome.value.source.text


def details(outcome, condition=Condition.SOURCE_COMES_THROUGH):
    return [notice.detail for notice in outcome.notices if notice.condition is condition]


def page(body, title="T"):
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>".encode()
    )


PROSE = "The growth of trade between the two countries was studied by many authors in these years."


def test_web_page_is_cut_to_what_it_names_as_its_content():
    parts = f"<div role=navigation><div>Menu</div> of the site</div><main><h1>Trade</h1><p>{PROSE}</p></main>"
    outcome = read(page(f"{parts}<footer>Imprint</footer>"), "a.html")
    assert text(outcome) == f"# Trade\n\n{PROSE}\n"
    assert details(outcome) == [
        "the page's own parts were left out: <div role=navigation> 'Menu of the site', <footer> 'Imprint'"
    ]
    outcome = read(page(f"<div>Menu</div><article><p>{PROSE}</p></article>"), "a.html")
    assert text(outcome) == f"{PROSE}\n"


def test_form_around_a_whole_page_is_no_part_to_leave_out():
    assert text(read(page(f"<form><p>{PROSE}</p><input name=a></form>"), "a.html")) == f"{PROSE}\n"


@pytest.mark.parametrize(
    ("call", "note"),
    [
        (
            '<a href="#id4" id="id2" role="doc-noteref"><span>[</span>1<span>]</span></a>',
            '<aside><aside class="footnote" id="id4" role="note"><span class="label"><span>[</span>'
            '<a role="doc-backlink" href="#id2">1</a><span>]</span></span><p>So he says.</p></aside></aside>',
        ),
        (
            '<sup id="fnref:1"><a href="#fn:1" class="footnote">1</a></sup>',
            '<div class="footnotes"><ol><li id="fn:1"><p>So he says. '
            '<a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li></ol></div>',
        ),
        (
            '<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>',
            '<hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> So he says.</p></div>',
        ),
        (
            '<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">1</a></sup>',
            '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
            "So he says.</p></div>",
        ),
    ],
)
def test_note_of_a_web_page_is_a_note_however_the_page_writes_it(call, note):
    outcome = read(page(f"<p>{PROSE}{call}</p>{note}"), "a.html")
    assert re.sub(r"\n-{9,}\n", "", text(outcome)) == f"{PROSE}[^1]\n\n[^1]: So he says.\n"
    assert details(outcome) == []


def test_call_of_a_note_that_is_not_on_the_page_makes_no_empty_note():
    outcome = read(page(f'<p>{PROSE}<a role="doc-noteref" href="#n9">9</a></p>'), "a.html")
    assert text(outcome) == f"{PROSE}9\n"


def test_work_that_is_cited_with_a_way_back_is_no_note():
    listed = '<ol><li id="ref1"><a href="#r1">1</a> Smith J. A book. 2011.</li></ol>'
    made = text(
        read(page(f'<p>{PROSE} <a id="r1" href="#ref1">1</a></p><h2>References</h2>{listed}'), "a.html")
    )
    assert "[^1]" not in made
    assert "Smith J. A book. 2011." in made


def test_title_of_a_web_page_is_its_heading_and_not_the_name_of_the_site():
    head = '<section id="a"><h1>6. Trade<a class="headerlink" href="#a">¶</a></h1>'
    outcome = read(
        page(f'{head}<p>{PROSE} <a href="#a">Above</a></p></section>', "6. Trade — Our manual 2.1"), "a.html"
    )
    assert outcome.value.front["title"] == "6\\. Trade"
    assert "¶" not in text(outcome)
    assert ":::" not in text(outcome)


def test_language_of_the_whole_and_classes_of_code_are_not_said_again():
    outcome = read(page(f'<div lang=EN><p>{PROSE} <code class="docutils">f</code></p></div>'), "a.html")
    assert text(outcome) == f"{PROSE} `f`\n"


def test_pictures_on_other_servers_are_told_of_together():
    shown = "".join(f'<img src="https://a.org/{n}.png">' for n in range(7))
    told = details(read(page(f"<p>{PROSE}{shown}</p>"), "a.html"), Condition.FIGURE_EXISTS)
    assert len(told) == 1
    assert told[0].startswith(
        "7 pictures are on another server, and nothing is fetched: 'https://a.org/0.png'"
    )


def test_number_in_brackets_in_code_is_no_citation():
    listed = (
        "<li>Smith, J. (2010). Trade in Asia. London: Sage.</li><li>Doe, B. (2011). Lists. Oxford: Oak.</li>"
    )
    code = "<code>x = a [1]</code><pre>print (a [1], b [2])\n</pre>"
    raw = page(f"<p>{PROSE} It is so [1], and so [2]. {code}</p><h2>References</h2><ol>{listed}</ol>")
    made = normalize.normalize(raw, "a.html").value.article
    assert "It is so [@smith2010], and so [@doe2011]. `x = a [1]`" in made
    assert "    print (a [1], b [2])" in made


def test_comments_of_a_page_are_no_parts_of_it():
    body = f"<!-- one --><div>Menu</div><?php two ?><main><!-- three --><p>{PROSE}</p></main><!-- four -->"
    assert text(read(page(f"{body}<!-- [if IE]> five <![endif] -->"), "a.html")) == f"{PROSE}\n"
