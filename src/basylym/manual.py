"""The press's own catalogues -> pages of the manual: ``python -m basylym.manual docs`` writes them.

What can be printed from the code is never written by hand, so that it cannot go stale.
"""

from __future__ import annotations

import dataclasses
import html
import inspect
import sys
from pathlib import Path

from basylym import citing, journals, normalize, pipeline, project
from basylym.adapters import resources
from basylym.model.notices import Condition
from basylym.model.typescript import Typescript
from basylym.stages import require, second_list, typeset


def pages() -> dict[str, str]:
    """File name -> Markdown of every page that is printed from code."""
    return {
        "conditions.md": conditions(),
        "repairs.md": repairs(),
        "languages.md": languages(),
        "references.md": references(),
        "typography.md": typography(),
        "journals.md": of_journals(),
    }


def conditions() -> str:
    """The catalogue of conditions."""
    rows = [
        "# Conditions",
        "",
        "Each is named as what should hold. A notice that one does not hold ends with its name in",
        "square brackets; `basylym explain NAME` prints its line. Printed from `model/conditions.py`.",
        "",
        "| condition | severity | what should hold | what to do where it does not |",
        "|---|---|---|---|",
    ]
    rows += [f"| `{one.slug}` | {one.severity} | {one.meaning} | {_cell(one.remedy)} |" for one in Condition]
    return "\n".join([*rows, ""])


def repairs() -> str:
    """Every repair rule: what it says of itself, what it mends and what it leaves alone."""
    rows = [
        "# Repairs",
        "",
        "One rule a file, in `src/basylym/repairs/`; its examples below are its tests. `␣` stands for",
        "a space run's space, `⏎` for a line end. Printed from the rules.",
        "",
    ]
    for slug, rule in normalize.RULES.items():
        module = inspect.getmodule(rule.find)
        about = inspect.getdoc(module) or ""
        rows += [f"## {slug}", "", about, "", f"Phase {rule.phase.value}, {rule.phase.name.lower()}.", ""]
        rows += ["| language | found | becomes |", "|---|---|---|"]
        rows += [f"| {one.language} | {_shown(one.before)} | {_shown(one.after)} |" for one in rule.examples]
        rows += [f"| {tag} | {_shown(text)} | *left alone* |" for tag, text in rule.counterexamples]
        rows.append("")
    return "\n".join(rows)


def languages() -> str:
    """Every language pack."""
    rows = [
        "# Languages",
        "",
        "One file each, in `src/basylym/languages/`. Printed from the packs.",
        "",
        "| tag | language | hyphenation | lexicon | figure | references |",
        "|---|---|---|---|---|---|",
    ]
    for tag, pack in pipeline.LANGUAGES.items():
        broken = "by rule" if pack.hyphenate else f"Pyphen, {pack.dictionary}" if pack.dictionary else "none"
        cells = (tag, pack.autonym, broken, pack.lexicon or "none", pack.terms.figure.format(n=1))
        rows.append(f"| {' | '.join(cells)} | {pack.terms.references} |")
    return "\n".join([*rows, ""])


def references() -> str:
    """The citation styles, and how the references are printed a second time in Latin letters."""
    rows = [
        "# References",
        "",
        "## Styles",
        "",
        "Named by `csl:` in the front matter or `--csl`. Printed from `templates/styles/`.",
        "",
        "| name | style |",
        "|---|---|",
    ]
    for name, path in resources.styles().items():
        title = path.read_text(encoding="utf-8").partition("<title>")[2].partition("</title>")[0]
        rows.append(f"| `{name}` | {_cell(html.unescape(title))} |")
    about = (inspect.getdoc(second_list) or "").partition("\n\n")[2].replace("``", "`")
    fields = [line for line in about.split("\n") if line.startswith("`")]
    prose = about.replace("\n".join(fields), "").strip()
    rows += ["", "## A second list in Latin letters", "", prose, ""]
    rows += [
        f"- {name}: {meaning.strip()}" for name, _, meaning in (line.partition("   ") for line in fields)
    ]
    rows += [
        "",
        "Asked for in the front matter: `second-list: {system: iso-9, heading: References, style: apa}`;",
        "`style` may be left out. Systems, printed from `src/basylym/romanizations/`:",
        "",
        "| system | name | source |",
        "|---|---|---|",
    ]
    for slug, system in citing.ROMANIZATIONS.items():
        if system.script == "Latn":
            rows.append(f"| `{slug}` | {_cell(system.name)} | {_cell(system.source)} |")
    return "\n".join([*rows, ""])


def of_journals() -> str:
    """Every journal that is shipped: what it gives an article, and what it asks of one."""
    rows = [
        "# Journals",
        "",
        "Named by `journal:` in the front matter, whose own fields count before those of a journal. What",
        "is asked for and missing is a notice, `journal-is-satisfied`. Journals change their rules: the",
        "source named is a stored copy. Printed from `templates/journals/`.",
        "",
    ]
    for name, one in journals.shipped().items():
        gives = {
            "title": ", ".join(f"{title} ({tag})" for tag, title in one.title.items()),
            "series": one.series,
            "ISSN": one.issn,
            "label of the IRSTI": one.irsti_label,
            "citations": one.style and f"`{one.style}`",
            "second list": one.second_list and f"`{one.second_list.system}`",
            "licence": one.licence,
            "accent": one.accent,
            "form of the page": one.form,
            **_of_manuscripts(one.submission),
        }
        rows += [f"## {name}", "", f"Source: {one.source}.", ""]
        given = [f"| {label} | {value} |" for label, value in gives.items() if value]
        rows += ["| gives | |", "|---|---|", *given, ""] if given else []
        rows += ["| asks for | |", "|---|---|"]
        for field in dataclasses.fields(one.requires):
            value = getattr(one.requires, field.name)
            if not any(value):
                continue
            label = field.name.replace("_", " ")
            told = ", ".join(value) if isinstance(value[0], str) else require.in_words(value)
            rows.append(f"| {label} | {told} |")
        rows.append("")
    rows += ["A journal's `fields` may name: " + ", ".join(f"`{name}`" for name in require.FIELDS) + ".", ""]
    return "\n".join(rows)


def _of_manuscripts(wish: Typescript) -> dict[str, str]:
    """How a journal wants a manuscript set, by label."""
    margins = [f"{side:g}" for side in wish.margins or ()]
    one = margins[:1] if len({*margins}) == 1 else margins
    return {
        "spacing of a manuscript": wish.spacing or "",
        "its type": wish.typeface or "",
        "its margins": f"{', '.join(one)} mm" if one else "",
        "its figures and tables": {None: "", True: "behind the text", False: "in the text"}[wish.at_end],
    }


def typography() -> str:
    """What typesetting sets otherwise than typed."""
    rows = [
        "# Typography",
        "",
        "Done when an edition is set, never in the manuscript; `basylym check --explain-typography` prints",
        "each change with its place and rule. Each passage follows its own language: its marks, its locators",
        "(`115-б.`, `с. 15`, `p. 15`), its cross-references (`1-сурет`, `Figure 1`). Decimal signs stay.",
        "Printed from `stages/typeset.py`.",
        "",
        "| rule | what it does |",
        "|---|---|",
    ]
    rows += [f"| `{name}` | {_cell(meaning)} |" for name, meaning in typeset.RULES.items()]
    return "\n".join([*rows, ""])


def _shown(text: str) -> str:
    """A text as one table cell, its invisible signs made visible."""
    for sign, seen in (("\n", "⏎"), ("\r", "␍"), ("\u00a0", "⍽"), ("\u00ad", "¬"), ("  ", "␣␣")):
        text = text.replace(sign, seen)
    seen = "".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in text)
    return "`` " + _cell(seen) + " ``"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write every page into the folder named on the command line."""
    folder = Path(sys.argv[1])
    project.write({folder / name: text.encode() for name, text in pages().items()})


if __name__ == "__main__":
    main()
