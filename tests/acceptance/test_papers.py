"""Papers written by others: every edition is made of them as they are, and no validator finds a fault."""

import json
import re

import pikepdf
import pytest
from lxml import html as page_html

import galleys
import screens
import validators
from acceptance.test_screen_editions import LARGEST, NEWER
from acceptance.test_verapdf import LEAST, PROFILES, failures
from basylym import pipeline, project
from basylym.adapters import epub as container
from basylym.adapters import markup
from basylym.model.severity import Severity
from contracts.test_jats import complaints, rules, validate  # noqa: F401 - rules is a fixture

PAPERS = galleys.ROOT / "tests" / "specimens" / "papers"
ARTICLES = {
    "dust-extinction": "paper.md",
    "timeseriesflattener": "paper.md",
    "laboratory-report": "report.md",
    "was-sind-daten": "paper.md",
    "schwimmbad": "paper.md",
}
TOLD = {  # what each lacks, and no more
    "dust-extinction": ["ABSTRACT_IS_GIVEN"],
    "timeseriesflattener": ["ABSTRACT_IS_GIVEN", "FIGURE_EXISTS"],
    "laboratory-report": ["ABSTRACT_IS_GIVEN", "DATE_IS_GIVEN", "BIBLIOGRAPHY_PARSES", "REFERENCE_IS_CITED"],
    "was-sind-daten": ["ABSTRACT_IS_GIVEN", "REFERENCE_IS_CITED"],
    "schwimmbad": ["ABSTRACT_IS_GIVEN", "MARKUP_IS_SAFE"],
}
WHOLE = {"dust-extinction", "was-sind-daten", "schwimmbad"}
LANGUAGES = {"laboratory-report": "ru-RU", "was-sind-daten": "de"}  # the others are English
FORMS = ("pdf", "epub", "html", "kindle", "jats", "docx")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Name of a paper -> its notices, and its editions as files by form; each is made once."""
    folder = tmp_path_factory.mktemp("papers")
    made = {}
    for name, article in ARTICLES.items():
        place = project.find(PAPERS / name / article)
        outcome = pipeline.build(place, FORMS)
        files = {}
        for edition in outcome.value:
            files[edition.form] = folder / f"{name}{edition.suffix}"
            files[edition.form].write_bytes(edition.content)
        made[name] = outcome.notices, files
    return made


@pytest.fixture(scope="module")
def files(printed):
    """Form -> the files of that form, by name of the paper."""
    return {form: {name: made[form] for name, (_, made) in printed.items()} for form in FORMS}


@pytest.fixture(scope="module")
def trees(files):
    return {name: page_html.parse(path).getroot() for name, path in files["html"].items()}


@pytest.mark.parametrize("name", ARTICLES)
def test_every_edition_is_made_and_nothing_is_told_but_what_the_paper_lacks(printed, name):
    notices, made = printed[name]
    assert sorted(made) == sorted(FORMS)
    assert [notice.condition.name for notice in notices] == TOLD[name]
    has_errors = any(notice.condition.severity is Severity.ERROR for notice in notices)
    assert has_errors == (name not in WHOLE)


def test_nothing_that_an_author_commented_out_is_printed(trees):
    told = trees["was-sind-daten"].text_content().replace("\xad", "")
    assert "Dokumente" in told
    assert "Ausklammerung der Bedeutungsebene" not in told
    assert "<!" not in told


def test_every_label_of_latex_leads_somewhere(trees):
    root = trees["dust-extinction"]
    calls = [
        (one.text_content().replace("\xa0", " "), one.get("href")) for one in root.xpath("//a[@class='xref']")
    ]
    assert calls == [
        ("Figure 1", "#fig-averages"),
        ("Figure 2", "#fig-parameter_averages"),
        ("Figure 3", "#fig-grain"),
        ("Figure 4", "#fig-shapes"),
    ]
    for root in trees.values():
        assert "\\label" not in root.text_content()
        assert "ref{" not in root.text_content()


@pytest.mark.parametrize("flavour", PROFILES)
def test_verapdf_finds_nothing(files, flavour):
    for path in files["pdf"].values():
        checks, found = failures(path, flavour)
        assert found == [], path
        assert checks > LEAST / 10


def test_epubcheck_finds_nothing(files, tmp_path):
    for path in (*files["epub"].values(), *files["kindle"].values()):
        ended, told = validators.epubcheck(path, tmp_path / "report.json")
        assert told["messages"] == [], path
        assert ended == 0
        assert told["checker"]["filename"] == path.name
        assert told["publication"]["title"]


def test_ace_finds_nothing_at_any_impact(files):
    books = list(files["epub"].values())
    for report in validators.ace(books):
        assert [one["assertions"] for one in report["assertions"] if one["assertions"]] == []
        assert report["earl:result"]["earl:outcome"] == "pass"
        assert len(report["assertions"]) >= 2


def test_jats_is_valid_by_its_dtd_and_by_the_rules_of_jats4r(files, rules, tmp_path):  # noqa: F811
    for path in files["jats"].values():
        assert validate(path.read_bytes()) == [], path
        told = complaints(path.read_bytes(), rules, tmp_path)
        assert [one for one in told if "warnings" not in one[0]] == [], path


def test_nu_finds_no_error_but_css_that_is_newer_than_nu(files):
    said = validators.nu(files["html"].values())
    assert [
        one["message"] for one in said if not any(re.search(known, one["message"]) for known in NEWER)
    ] == []


def test_axe_finds_nothing_and_a_browser_loads_nothing_and_nothing_sticks_out(files):
    with screens.chromium() as browser:
        for path in files["html"].values():
            for scheme, width in (("light", 1280), ("dark", 390)):
                context = browser.new_context(
                    color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900}
                )
                tab, asked = context.new_page(), []
                tab.on("request", lambda request, asked=asked: asked.append(request.url))
                tab.goto(path.as_uri())
                assert [url for url in asked if not url.startswith(("data:", "file:"))] == []
                assert tab.evaluate("document.documentElement.scrollWidth") <= width
                tab.add_script_tag(path=validators.NPM / "axe-core" / "axe.min.js")
                found = tab.evaluate("axe.run()")["violations"]
                assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path
                context.close()


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_lighthouse_gives_100_for_access_practice_and_search(files, name, tmp_path):
    page = files["html"][name]
    with screens.served(page.parent) as address:
        scores, poor = validators.lighthouse(f"{address}/{page.name}", tmp_path / "report.json")
    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}, poor


@pytest.mark.parametrize("name", ARTICLES)
def test_the_page_is_small_and_search_engines_and_browsers_are_told_what_it_is(files, trees, name):
    root = trees[name]
    assert files["html"][name].stat().st_size < LARGEST
    said = {}
    for one in root.xpath("//meta[@content]"):
        said.setdefault(one.get("name") or one.get("property") or one.get("http-equiv"), []).append(
            one.get("content")
        )
    (title,) = said["citation_title"]
    heading = " ".join(root.xpath("//h1")[0].text_content().replace("\xad", "").split())
    assert title == heading == said["og:title"][0]
    assert said["og:type"] == ["article"]
    language = root.get("lang")
    assert said["citation_language"] == [language]
    (linked,) = (json.loads(one.text) for one in root.xpath("//script"))
    assert linked["@type"] == "ScholarlyArticle"
    assert linked["headline"] == title
    assert linked["inLanguage"] == language
    assert [one["name"] for one in linked["author"]] == said["citation_author"]
    if "citation_publication_date" in said:
        assert said["citation_publication_date"][0].replace("/", "-") == linked["datePublished"]
    (policy,) = said["Content-Security-Policy"]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert allowed["default-src"] == "'none'"
    assert "'unsafe-inline'" not in policy
    assert not re.search(r"https?:", policy)
    assert root.xpath("//script/@type") == ["application/ld+json"]


@pytest.mark.parametrize("name", ARTICLES)
def test_both_books_list_the_pages_of_the_pdf(files, name):
    with pikepdf.open(files["pdf"][name]) as document:
        pages = [str(number) for number in range(1, len(document.pages) + 1)]
    for form in ("epub", "kindle"):
        contents = markup.parse_xml(container.unpack(files[form][name].read_bytes())["EPUB/nav.xhtml"])
        listed = contents.xpath("//*[local-name()='nav'][@role='doc-pagelist']//*[local-name()='a']/text()")
        assert listed == pages, form


@pytest.mark.parametrize("name", ARTICLES)
def test_the_pdf_is_titled_tagged_and_in_its_language_and_carries_its_sources(files, name):
    with pikepdf.open(files["pdf"][name]) as document:
        assert document.Root.Lang == LANGUAGES.get(name, "en")
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert ARTICLES[name] in document.attachments
