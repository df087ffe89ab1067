"""The silences of Pandoc that we rely on, or work around: a failure here means that Pandoc has changed."""

import json

import pytest

from basylym.adapters import child, pandoc
from basylym.model.notices import BasylymError, Condition

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>{locale}
<macro name="m"><text variable="title" text-case="title"/></macro>
<citation><layout delimiter="; " prefix="(" suffix=")"><text macro="m"/>
<group prefix=", "><label variable="locator" form="short"/><text variable="locator" prefix=" "/></group>
</layout></citation><bibliography><layout>
<names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>
<text variable="title" quotes="true"/></layout></bibliography></style>"""
PEOPLE = [{"family": family, "given": "A."} for family in ("Алиев", "Болат", "Серік")]
ENTRY = {"id": "a", "type": "book", "title": "білім туралы", "author": PEOPLE}


def cited(markdown="[@a]", entry=None, language="kk-KZ", locale=""):
    style = STYLE.format(locale=locale)
    return pandoc.write(pandoc.resolve(pandoc.parse(markdown), [entry or ENTRY], style, language), "plain")


def test_title_of_an_entry_without_language_is_taken_for_english():
    assert "Білім Туралы" in cited()


@pytest.mark.parametrize("language", ["kk-KZ", "und", "ru-RU"])
def test_title_of_an_entry_with_another_language_is_left_alone(language):
    assert "білім туралы" in cited(entry={**ENTRY, "language": language})


def test_citeproc_has_no_kazakh_terms_and_is_silent():
    assert "et al." in cited()
    assert "“" in cited()


def test_locale_inside_the_style_mends_the_terms():
    terms = '<term name="et-al">т.б.</term><term name="open-quote">«</term><term name="close-quote">»</term>'
    shown = cited(locale=f'<locale xml:lang="kk-KZ"><terms>{terms}</terms></locale>')
    assert "т.б." in shown
    assert "«" in shown


def test_locator_number_first_is_read_as_an_english_page_and_braces_keep_it():
    assert "p. 115–б" in cited("[@a, 115-б.]")
    assert "(Білім Туралы, 115-б.)" in cited("[@a{}, 115-б.]")


@pytest.mark.parametrize(
    ("langid", "title"), [("", "Білім туралы заң"), (", langid = {und}", "Білім Туралы Заң")]
)
def test_title_in_a_bib_loses_its_capitals_unless_its_language_is_told(langid, title):
    (entry,) = pandoc.references(f"@book{{a, title = {{Білім Туралы Заң}}{langid}}}")
    assert entry["title"] == title


def test_keys_with_odd_letters_come_through():
    keys = ["knuth:1984", "vaswani+2017", "bell/174465", "марков1913", "байтұрсынұлы1926", "a.b-c_d"]
    bib = "\n".join(f"@book{{{key}, title = {{A}}}}" for key in keys)
    assert [entry["id"] for entry in pandoc.references(bib)] == keys


def test_strings_of_a_bib_are_resolved_only_if_they_are_handed_over():
    (entry,) = pandoc.references('@string{p = "Press"}\n@book{a, title = {A}, publisher = p # " One"}')
    assert entry["publisher"] == "Press One"


@pytest.mark.parametrize("reader", ["rst", "latex", "org"])
def test_sandbox_refuses_to_read_files(tmp_path, reader):
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret", encoding="utf-8")
    given = {
        "rst": f".. include:: {secret}",
        "latex": f"\\input{{{secret}}}",
        "org": f'#+INCLUDE: "{secret}"',
    }[reader]
    try:
        shown = pandoc._run(["-f", reader, "-t", "plain"], given)
    except BasylymError as error:
        shown = str(error)
    assert "s3cret" not in shown


def test_manuscript_may_not_run_raw_code():
    tree = json.dumps(pandoc.parse("<b>x</b> \\textbf{y} `z`{=html}\n\n<script>1</script>\n").blocks)
    assert "RawInline" not in tree
    assert "RawBlock" not in tree


def test_bib_may_not_read_files(tmp_path):
    secret = tmp_path / "secret.tex"
    secret.write_text("s3cret", encoding="utf-8")
    shown = json.dumps(pandoc.references(f"@book{{a, title = {{\\input{{{secret}}}}}}}"))
    assert "s3cret" not in shown


def test_spaces_in_the_names_of_pictures_are_escaped_and_letters_are_not():
    tree = json.dumps(pandoc.parse("![a](<менің сурет.png>)").blocks, ensure_ascii=False)
    assert "менің%20сурет.png" in tree


def test_pieces_do_not_reach_into_one_another():
    made = pandoc.parse_pieces({"a": "---\np1: x\n...\n", "b": "*b*\n\n\u2028 [^1]\n\n# c", "c": '"'})
    assert [name for name, piece in made.items() if piece.blocks] == ["a", "b", "c"]
    assert "Emph" in json.dumps(made["b"].blocks)


def test_formulas_that_tex_cannot_read_are_told_by_nothing():
    good, bad, also = pandoc.mathml([("x^2", True), ("\\frac{", False), ("y", False)])
    assert good.startswith("<math")
    assert bad == ""
    assert also.startswith("<math")


@pytest.mark.parametrize("bomb", ["> " * 3000 + "x", "- " * 3000 + "x", "[" * 20000, "*a " * 20000])
def test_bombs_end_in_time_with_a_notice_or_a_small_tree(bomb, monkeypatch):
    monkeypatch.setattr(pandoc, "LIMITS", child.Limits(seconds=1, megabytes=0))
    assert ending(bomb) in ("a tree", Condition.CHILD_ENDS)


def ending(markdown):
    try:
        return "a tree" if pandoc.parse(markdown).blocks else ""
    except BasylymError as error:
        return error.notice.condition


@pytest.mark.parametrize(
    ("written", "depth"),
    [
        ("1", 0),
        ("[]", 1),
        ('{"a": [1, {"b": "[[[["}]}', 3),
        ('["\\\\", "\\"[[", "\\n[", [[]], {}]', 3),
        ("[" * 40 + "]" * 40, 40),
    ],
)
def test_depth_of_a_tree_is_told(written, depth):
    assert not pandoc._is_deeper(written, depth)
    assert depth == 0 or pandoc._is_deeper(written, depth - 1)
