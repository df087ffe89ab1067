"""What styles print in each language: every term, no English in silence, capitals kept, files for others."""

import re
from pathlib import Path

import pytest
from lxml import etree

from basylym import citing, pipeline, project, upstream
from basylym.adapters import pandoc, resources
from basylym.model.bibliography import Bibliography, Reference
from basylym.model.document import Document, div, plain, string
from basylym.model.language import csl_table
from basylym.stages import csl, locate

ROOT = Path(__file__).parents[2]
SCHEMA = etree.RelaxNG(etree.parse(ROOT / "tests" / "contracts" / "csl-1.0.2.rng"))
STYLES = resources.styles()
COMPLETE = ("kk", "ru")  # CSL has no locale for the one, and half of one for the other
TRANSLATED = [tag for tag in pipeline.LANGUAGES if tag != "en"]
ENGLISH = frozenset(
    "by with edited trans translated compiled comp directed dir vol pp p and in on at from of the to "
    "accessed retrieved available online chapter section edition version presented interview letter "
    "report thesis manuscript review issue number page volume st nd rd th".split()
)
KINDS = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic "
    "collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing "
    "interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference "
    "patent performance periodical personal_communication post post-weblog regulation report review "
    "review-book software song speech standard thesis treaty webpage"
).split()
PERSON, OTHERS = {"family": "Әуез", "given": "Мұхтар"}, [{"family": "Қонай", "given": "Асқар Б."}] * 8
ROLES = (
    "editor translator director illustrator compiler container-author collection-editor composer "
    "interviewer recipient reviewed-author chair curator guest host narrator organizer performer "
    "producer script-writer series-creator executive-producer editorial-director contributor"
).split()
DAY = {"date-parts": [[2014, 11, 5]]}
ENGLISH_LABELS = {  # of CSL's own locale
    "section": {"sect."},
    "part": {"pt"},
    "book": {"bk"},
    "line": {"l."},
    "verse": {"v."},
}


FULL = {
    "container-title": "Тіл әлемі",
    "collection-title": "Тілдер",
    "collection-number": "3",
    "volume": "2",
    "issue": "4",
    "number": "77",
    "page": "115-117",
    "number-of-pages": "300",
    "number-of-volumes": "3",
    "edition": "2",
    "publisher": "Ғылым",
    "publisher-place": "Алматы",
    "event-title": "Жиын",
    "event-place": "Астана",
    "section": "5",
    "chapter-number": "7",
    "archive": "Мұрағат",
    "scale": "1:1000",
    "archive_location": "қор 1",
    "version": "1.2",
    "genre": "түрі",
    "supplement-number": "2",
    "part-number": "1",
    "printing-number": "2",
    "original-date": {"date-parts": [[1930]]},
    "reviewed-title": "Сын",
    "authority": "Сот",
    "medium": "қағаз",
    "URL": "0",
    "accessed": DAY,
    "event-date": DAY,
    "submitted": DAY,
}


def entries(language):
    """Two of every kind, one with a title only and one with everything; no two can be mistaken."""
    for number, kind in enumerate(KINDS):
        one = {"type": kind, "title": f"Сөз {number}", "language": language}
        yield {"id": f"few{number}", **one}
        people = {
            "author": [{**PERSON, "family": f"Әуез{number}"}, *OTHERS],
            **{role: [PERSON] for role in ROLES},
        }
        yield {
            "id": f"all{number}",
            **one,
            **people,
            **FULL,
            "issued": {"date-parts": [[1900 + number, 11, 5]]},
        }


def printed(style, tag, listed, text=None):
    """Print ``listed`` in ``style``: the text of each reference, and of the citations."""
    pack = pipeline.LANGUAGES[tag]
    keys = "; ".join(f"[@{one['id']}]" for one in listed)
    document = pandoc.parse((text or keys) + "\n\n::: {#refs}\n:::\n")
    known = csl.with_terms(STYLES[style].read_text("utf-8"), pack)
    made = csl.joined(pandoc.resolve(document, listed, known, pack.region), pack)
    refs = made.blocks[-1]["c"][1]
    return {entry["c"][0][0].removeprefix("ref-"): plain(entry) for entry in refs}, plain(made.blocks[0])


@pytest.mark.parametrize("tag", COMPLETE)
def test_pack_has_every_term_of_csl_and_no_other(tag):
    lines = (ROOT / "tests" / "languages" / "csl-1.0.2-terms.txt").read_text("utf-8").splitlines()
    assert set(pipeline.LANGUAGES[tag].csl_terms) == set(lines)


@pytest.mark.parametrize("tag", pipeline.LANGUAGES)
def test_every_term_is_one_that_csl_knows(tag):
    lines = (ROOT / "tests" / "languages" / "csl-1.0.2-terms.txt").read_text("utf-8").splitlines()
    names = {line.split(":")[0] for line in lines}
    assert {term.split(":")[0] for term in pipeline.LANGUAGES[tag].csl_terms} <= names


@pytest.mark.parametrize("tag", TRANSLATED)
@pytest.mark.parametrize("style", STYLES)
def test_style_prints_no_english_term_for_any_kind_of_entry(style, tag):
    pack = pipeline.LANGUAGES[tag]
    shown, cited = printed(style, tag, list(entries(pack.region)))
    assert len(shown) == 2 * len(KINDS)
    for key, text in shown.items():
        found = set(re.findall(r"[^\W\d_]+", text)) - {"URL", "DOI", "PMID", "PMCID"}
        foreign = {word for word in found if word.isascii()} if pack.script != "Latn" else found & ENGLISH
        foreign -= {"in", "online"} if tag == "de" else set()  # German has these words too
        assert not foreign, (key, text)
    if pack.script != "Latn":
        assert not re.search(r"[A-Za-z]{3,}", cited)


@pytest.mark.parametrize("tag", pipeline.LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_every_place_in_a_work_has_its_own_label_inside_the_brackets(style, tag):
    pack = pipeline.LANGUAGES[tag]
    labels = {kind: forms[0] for kind, forms in locate.labels_of(pack).items() if kind != "page"}
    text = "\n\n".join(f"[@few0, {label} 7]" for label in labels.values())
    entry = next(entries(pack.region))
    bibliography = Bibliography({"few0": Reference("few0", entry, "x.bib", 1, False, {})})
    document = pandoc.parse(text + "\n\n[@few0, 7]\n")
    xml = STYLES[style].read_text("utf-8")
    done = citing.resolve(document, bibliography, xml, pack, pipeline.LANGUAGES, ())
    shown = [plain([block]).replace("\u00a0", " ") for block in done.blocks]
    for (kind, label), cited in zip(labels.items(), shown, strict=False):
        number_first = pack.locators.number_first
        known = {form.lower() for form in locate.labels_of(pack)[kind]}
        known |= ENGLISH_LABELS.get(kind, set()) if tag == "en" else set()
        found = re.search(r"7-([^])]+)[])]$" if number_first else r"[ .]?([^ ,(]+) 7[])]$", cited)
        assert found, (kind, label, cited)
        assert found.group(1).lower() in known, (kind, label, cited)
        small = number_first or found.group(1)[0].islower() or not label.islower()
        assert small or tag == "en", cited
    page = shown[len(labels)]
    assert page.endswith(("7-б.]", "7-б.)")) if number_first else re.search(r"[ ,]7[])]$", page), page


TITLES = {
    "kk": "Білім туралы Ой және АҚШ пен Қазақстан",
    "ru": "Структура Художественного текста и США",
}


@pytest.mark.parametrize("tag", TITLES)
@pytest.mark.parametrize("style", STYLES)
def test_title_keeps_its_case(style, tag):
    region = pipeline.LANGUAGES[tag].region
    book = {"id": "b", "type": "book", "title": TITLES[tag], "language": region, "author": [PERSON]}
    article = {**book, "id": "a", "type": "article-journal", "container-title": TITLES[tag]}
    shown, _ = printed(style, tag, [book, article])
    assert TITLES[tag] in shown["b"]
    assert shown["a"].count(TITLES[tag]) == 2


def test_ordinal_of_an_edition_has_no_space_after_its_hyphen():
    book = {"id": "b", "type": "book", "title": "Ой", "language": "kk-KZ", "edition": "2", "author": [PERSON]}
    assert "2-бас" in printed("apa", "kk", [book])[0]["b"]


def test_text_outside_the_list_keeps_its_spaces():
    para = {"t": "Para", "c": [string("2-"), {"t": "Space"}, string("бас")]}
    document = Document((1, 23), (para, div([para], classes=("csl-entry",))))
    joined = csl.joined(document, pipeline.LANGUAGES["kk"])
    assert [plain([block]) for block in joined.blocks] == ["2- бас", "2-бас"]


def test_table_reads_forms_and_skips_empty_cells():
    table = csl_table("\neditor = a|b ; ; c ; d\nauthor = |\n")
    assert table == {"editor": "a|b", "editor:verb": "c", "editor:verb-short": "d", "author": "|"}


@pytest.mark.parametrize("name", upstream.files())
def test_file_for_another_project_is_the_one_the_packs_print(name):
    assert (ROOT / "data" / "upstream" / name).read_text("utf-8") == upstream.files()[name]


@pytest.mark.parametrize(
    "path", [*STYLES.values(), *(ROOT / "data/upstream").glob("*.xml")], ids=lambda p: p.name
)
def test_style_and_locale_are_valid_csl(path):
    assert SCHEMA.validate(etree.parse(path)), SCHEMA.error_log.last_error


@pytest.mark.parametrize("tag", pipeline.LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_style_with_a_language_laid_over_it_is_well_formed(style, tag):
    etree.fromstring(csl.with_terms(STYLES[style].read_text("utf-8"), pipeline.LANGUAGES[tag]).encode())


@pytest.mark.parametrize("tag", ["en", "kk"])
def test_label_stands_after_the_name_where_the_style_leaves_the_name_out(tag):
    chapter = {"id": "c", "type": "chapter", "title": "Ой", "language": "kk-KZ", "container-title": "Кітап"}
    shown, _ = printed("vancouver", tag, [{**chapter, "author": [PERSON], "editor": [PERSON]}])
    label = {"en": "editor", "kk": "редактор"}[tag]
    assert f"Әуез М, {label}" in shown["c"]


@pytest.mark.parametrize("tag", pipeline.LANGUAGES)
def test_every_phrase_that_a_pack_puts_into_its_language_stands_in_a_style(tag):
    written = {
        found.strip()
        for path in STYLES.values()
        for found in re.findall(r'(?:value|prefix|suffix)="([^"]*)"', path.read_text("utf-8"))
    }
    assert set(pipeline.LANGUAGES[tag].csl_phrases) <= written


@pytest.mark.parametrize("style", ["", *STYLES])
def test_every_shipped_style_sets_the_specimen(style):
    place = project.find(ROOT / "tests" / "specimens" / "everything")
    shown = plain(pipeline.compose(place, style).value.document.blocks)
    assert "???" not in shown
    assert "Байтұрсынұлы" in shown
