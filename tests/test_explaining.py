"""What typesetting changes, with its place in article.md."""

from basylym import explaining, pipeline, project

ARTICLE = """---
lang: kk
title: Үлгі
abstract: 2014 ж. жазылды.
---

"Бір" сөз, 1941-1945
жж. және А. С. Үлгібай.

[«А»]{lang=ja} `"код" 1-2`
"""


def test_each_change_has_its_place_and_rule(tmp_path):
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    told = explaining.explain(project.find(path), pipeline.compose(project.find(path)).value)
    assert [line.replace(f"{path}:", "") for line in explaining.lines(told)] == [
        "4:11: 2014 ж. -> 2014⍽ж. [before-unit]",
        '7:1: "Бір" -> «Бір» [quotation-marks]',
        "7:12: 1941-1945 -> 1941–1945 [range]",
        "7:12: 1941–1945 жж. -> 1941–1945⍽жж. [before-unit]",
        "7:12: 1941–1945 -> 1941–⁀1945 [unbroken-hyphen]",
        "8:10: А. С. -> А.⍽С. [initials]",
        "8:13: С. Үлгібай. -> С.⍽Үлгібай. [initials]",
    ]
    first = explaining.values(told)[0]
    assert (first["line"], first["rule"], first["typed"]) == (4, "before-unit", "2014 ж.")
    assert path.read_text(encoding="utf-8") == ARTICLE
