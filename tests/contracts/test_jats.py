"""The DTD of JATS 1.3 and the Schematron of JATS4R find no error in what the press prints as JATS.

Both come from npm (``make`` sets them up); the stylesheet that is compiled there has lost the
functions it calls, so they are put back from its source.
"""

import copy
import re
from pathlib import Path

import pytest
from lxml import etree
from saxonche import PySaxonProcessor

import galleys
from basylym.editions import jats

MODULES = galleys.ROOT / ".venv" / "jats" / "node_modules" / "@jats4r"
DTD = MODULES / "dtds" / "schema" / "1.3" / "JATS-archivearticle1-3-mathml3.dtd"
RULES = MODULES / "schematrons" / "schematrons" / "1.0"
XSL = "{http://www.w3.org/1999/XSL/Transform}"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
STRANGE = """---
lang: kk
title: "*Тақырып* $x^2$"
author:
  - {name: {kk: А. Б. Авторов, en: Avtorov A. B.}, affiliations: [1], corresponding: true, email: a@b.org}
  - Бір Адам
affiliations: ["Бір университет, Алматы, Қазақстан"]
abstract: "Аңдатпа.^[Ескертпесі бар.]"
keywords: [бір, екі]
licence: CC BY-NC-ND 4.0
doi: 10.1000/1
bibliography: refs.bib
csl: gost-r-7-0-5-2008-numeric
journal: {title: Журнал, issn: 0000-0000}
volume: 3
issue: 2
pages: 5–9
---

Мәтін[^1] және сілтеме [@a; @b]. Кесте: @tbl:k, теңдеу: @eq:e.

[^1]: Ескертпе.

    - Тізімі бар.

$$ a < b $$ {#eq:e}

::: {lang=ru}
Русский абзац с [словом]{lang=kk}.

> Цитата.
:::

| Желсіз түнде
|     жарық ай

# Бөлім {#sec:b}

+-----+:---:+
| а   | б   |
+=====+=====+
| - г | ![Шағын](figure.png) |
+-----+-----+

: Кесте {#tbl:k}

![Сурет $y$](figure.png)

# Пайдаланылған әдебиет

::: {#refs}
:::

# Қосымша

Соңғы абзац.
"""
BIB = """@article{a, author={Авторов, А.}, title={Мақала}, journal={Журнал}, year={2001}, volume={3},
 number={2}, pages={1--9}, langid={kazakh}, doi={10.1000/2}}
@incollection{b, author={{Ұйым}}, editor={von Müller, Jan}, title={Chapter}, booktitle={Book}, year={2001},
 publisher={P}, address={A}, isbn={978-3-16-148410-0}, url={https://example.org/a?b=c&d=e}}
"""


STANDING = {"article": galleys.ROOT, "everything": galleys.EVERYTHING, "kazakh": galleys.KAZAKH_SPECIMEN}


def validate(content):
    dtd = etree.DTD(str(DTD))
    tree = etree.fromstring(content, etree.XMLParser(load_dtd=False, no_network=True))
    dtd.validate(tree)
    return [f"{error.line}: {error.message}" for error in dtd.error_log]


@pytest.fixture(scope="module")
def rules(tmp_path_factory):
    """The compiled rules, their functions put back."""
    sheet = etree.parse(str(RULES / "jats4r.sch.xsl"))
    source = etree.parse(str(RULES / "jats4r.sch"))
    for empty in sheet.getroot().findall(f"{XSL}function"):
        sheet.getroot().remove(empty)
    for function in source.getroot().iter(f"{XSL}function"):
        sheet.getroot().append(copy.deepcopy(function))
    path = tmp_path_factory.mktemp("rules") / "rules.xsl"
    sheet.write(str(path))
    return path


def complaints(content, rules, folder):
    """What the rules say of a file: the name of the pattern and the message."""
    path = Path(folder, "article.xml")
    path.write_text(re.sub(r"<!DOCTYPE[^>]*>", "", content.decode()), "utf-8")
    with PySaxonProcessor(license=False) as saxon:
        run = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(rules))
        report = etree.fromstring(run.transform_to_string(source_file=str(path)).encode())
    found, pattern, fired = [], "", 0
    for element in report:
        if element.tag == f"{SVRL}active-pattern":
            pattern = element.get("id") or element.get("name")
        fired += element.tag == f"{SVRL}fired-rule"
        if element.tag in (f"{SVRL}failed-assert", f"{SVRL}successful-report"):
            found.append((pattern, " ".join("".join(element.itertext()).split())))
    assert fired
    return found


@pytest.fixture(scope="module", params=["article", "everything", "kazakh", "strange", "bare"])
def printed(request, tmp_path_factory):
    if request.param in STANDING:
        galley = galleys.of(STANDING[request.param], jats.FORMAT)
    else:
        text = STRANGE if request.param == "strange" else "One paragraph.\n"
        folder = tmp_path_factory.mktemp(request.param)
        galley = galleys.written(folder, jats.FORMAT, text, refs_bib=BIB, figure_png=galleys.PNG)
    return galley, jats.edition(galley)


def test_it_is_valid_by_its_dtd(printed):
    assert validate(printed[1].value) == []


def test_the_dtd_sees_what_is_wrong(printed):
    assert validate(printed[1].value.replace(b"<body>", b"<body><b/>")) != []


def test_the_rules_of_jats4r_find_no_error(printed, rules, tmp_path):
    told = complaints(printed[1].value, rules, tmp_path)
    assert [one for one in told if "warnings" not in one[0]] == []


def test_the_rules_see_what_is_wrong(printed, rules, tmp_path):
    wrong = re.sub(rb"<permissions>.*?</permissions>", b"", printed[1].value, flags=re.DOTALL)
    assert complaints(wrong.replace(b"<permissions/>", b""), rules, tmp_path) != []


def test_nothing_is_lost(printed):
    galley, made = printed
    assert [notice for notice in made.notices if notice.condition.severity == "error"] == []
    assert [notice.detail for notice in jats.prove(galley, made.value).notices] == []
