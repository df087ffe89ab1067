"""The command line: commands, options and exit codes; nothing is decided here.

Each command imports what it does, so that ``--help`` need not wait for the whole press to load.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from basylym import __version__, console, project
from basylym.adapters import resources
from basylym.model.notices import (
    WRONG_USE,
    BasylymError,
    Condition,
    Locus,
    Notice,
    Severity,
)
from basylym.model.readings import Changes
from basylym.model.typescript import Spacing, Typeface

Answer = TypeVar("Answer")
FOUND_ERRORS = 1
Result = tuple[Sequence[Notice], dict[str, Any], list[str]]
"""What a command found, its result for a machine, and the same in lines for a person."""

app = typer.Typer(
    name="basylym",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="From the raw text of a scholarly article to a PDF, an EPUB and a web page that can be trusted.\n\n"
    "Exit codes: 0 done; 1 done, but an error stands (with --strict: any notice); "
    "2 wrong use; 3 nothing could be made.",
)
Place = Annotated[
    Path, typer.Argument(metavar="[DIR|FILE.md]", help="The article's folder, or a Markdown file.")
]
Out = Annotated[Path | None, typer.Option("--out", help="Folder of the editions; default DIR/build.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object on standard output.")]
Typography = Annotated[
    bool, typer.Option("--explain-typography", help="Say what is set otherwise than typed: place and rule.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 for any notice, not only for errors.")]


def _command(work: Callable[..., Result]) -> Callable[..., None]:
    """Run a command's work; print its notices and result; end with the exit code they call for."""

    @functools.wraps(work)
    def run(*arguments: Any, **options: Any) -> None:
        machine, strict = options.get("json", False), options.get("strict", False)
        try:
            notices, values, lines = work(*arguments, **options)
            errors = any(notice.condition.severity is Severity.ERROR for notice in notices)
            code = FOUND_ERRORS if errors or (strict and notices) else 0
        except BasylymError as error:
            notices, values, lines, code = (error.notice,), {}, [], error.exit_code
        if machine:
            found = [console.as_json(notice) for notice in notices]
            console.print_json({**values, "notices": found, "exit": code})
        else:
            console.show(notices)
            for line in lines:
                console.say(line)
        raise typer.Exit(code)

    return run


@app.command("normalize", epilog="Example: basylym normalize paper.txt --into paper --lang kk")
@_command
def _normalize(
    source: Annotated[Path, typer.Argument(help="The article as received.")],
    into: Annotated[Path, typer.Option("--into", help="Folder for the manuscript; made if need be.")],
    lang: Annotated[
        str | None, typer.Option("--lang", help="BCP 47 tag; else told from the letters.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", help="Such as cp1251; else told by evidence.")
    ] = None,
    track_changes: Annotated[
        Changes, typer.Option("--track-changes", help="Of a Word document: all shows both readings.")
    ] = Changes.ACCEPT,
    json: Json = False,
    strict: Strict = False,
) -> Result:
    """Read an article of any format and repair it, with a ledger of every repair and every question."""
    from basylym import renew

    with console.progress() as report:
        report("1 read · 2 repair")
        return renew.renew(source, into, lang, encoding, track_changes)


@app.command(epilog="Example: basylym decide 3f2a9c01 stet paper")
@_command
def decide(
    row: Annotated[str, typer.Argument(metavar="ID", help="Of a row of ledger.tsv, or its start.")],
    said: Annotated[str, typer.Argument(metavar="accept|stet|TEXT", help="Or what is to stand there.")],
    place: Place = Path(),
    json: Json = False,
) -> Result:
    """Decide what becomes of a repair or a query; normalizing again carries it out."""
    from basylym import renew

    return renew.settle(project.find(place).root, row, said)


@app.command(epilog="Example: basylym verify paper")
@_command
def verify(place: Place = Path(), json: Json = False) -> Result:
    """Replay the ledger: prove that every character of the source is accounted for."""
    from basylym import renew

    return renew.verify(project.find(place).root)


@app.command(epilog="Example: basylym build paper --to pdf,html --csl apa")
@_command
def build(
    place: Place = Path(),
    to: Annotated[str, typer.Option("--to", help="Editions, with commas between.")] = "",
    out: Out = None,
    csl: Annotated[
        str, typer.Option("--csl", help=f"A style ({', '.join(resources.styles())}) or a file.")
    ] = "",
    script: Annotated[
        str, typer.Option("--script", help="Experimental, Kazakh only: latin, latin-2021 or arabic.")
    ] = "",
    purpose: Annotated[str, typer.Option("--for", help="submission: the manuscript form of journals.")] = "",
    anonymous: Annotated[bool, typer.Option("--anonymous", help="A submission without its authors.")] = False,
    at_end: Annotated[bool, typer.Option("--figures-at-end", help="Tables too, of a submission.")] = False,
    spacing: Annotated[Spacing | None, typer.Option("--spacing", help="Of its lines.")] = None,
    typeface: Annotated[Typeface | None, typer.Option("--typeface", help="Of its text.")] = None,
    explain_typography: Typography = False,
    json: Json = False,
    strict: Strict = False,
) -> Result:
    """Build the PDF, the EPUB and the web page of an article."""
    from basylym import certificate, pipeline, submitting

    article = project.find(place)
    asked = certificate.Asked(csl, script, anonymous, at_end, spacing or "", typeface or "")
    wanted = submitting.wanted(to, purpose, asked.wish)
    unknown = [name for name in wanted if name not in pipeline.FORMATS]
    if unknown or not wanted:
        known = ", ".join(pipeline.FORMATS)
        detail = f"there is no edition {', '.join(unknown)!r}; there are {known}"
        raise BasylymError(Notice(Condition.EDITION_IS_KNOWN, detail), WRONG_USE)
    folder = out or article.root / project.BUILD
    with console.progress() as report:
        composed = pipeline.compose(article, csl, report)
        made = pipeline.editions_of(article, composed, wanted, report, script, asked.wish)
    stem = f"{article.stem}-{script}" if script else article.stem
    editions = {folder / f"{stem}{edition.suffix}": edition for edition in made.value}
    certified = certificate.certify(article, composed.value, editions, made.notices, asked)
    project.write({file: edition.content for file, edition in editions.items()} | certified)
    values, lines = _typography(article, composed.value) if explain_typography else ({}, [])
    names = [str(path) for path in (*editions, *certified)]
    return (*made.notices, *certificate.open_queries(article)), {"files": names, **values}, [*lines, *names]


def _typography(article: project.Project, composed: Any) -> tuple[dict[str, Any], list[str]]:
    from basylym import explaining

    told = explaining.explain(article, composed)
    return {"typography": explaining.values(told)}, explaining.lines(told)


@app.command(epilog="Example: basylym check paper --strict")
@_command
def check(
    place: Place = Path(),
    explain_typography: Typography = False,
    json: Json = False,
    strict: Strict = False,
) -> Result:
    """Look an article over without building it: citations, references, figures, open queries."""
    from basylym import normalize, pipeline

    article = project.find(place)
    with console.progress() as report:
        composed = pipeline.compose(article, report=report)
    notices = list(composed.notices)
    rows = article.root / project.LEDGER
    if rows.is_file():
        notices += normalize.open_queries(
            project.read_text(rows), str(rows), str(article.root / project.SOURCE)
        )
    values, lines = _typography(article, composed.value) if explain_typography else ({}, [])
    return notices, values, [*lines, *(["nothing to remark"] if not notices else [])]


@app.command(epilog="Example: basylym explain citation-resolves")
@_command
def explain(
    condition: Annotated[str, typer.Argument(help="Its name as printed in square brackets.")] = "",
    json: Json = False,
) -> Result:
    """Say what a condition means and what to do; without a name, list all."""
    known = {one.slug: one for one in Condition}
    if condition and condition not in known:
        notice = Notice(Condition.CONDITION_EXISTS, f"there is no condition {condition!r}")
        raise BasylymError(notice, WRONG_USE)
    chosen = [known[condition]] if condition else list(known.values())
    values = [
        {"condition": one.slug, "severity": str(one.severity), "meaning": one.meaning, "remedy": one.remedy}
        for one in chosen
    ]
    lines = []
    for one in chosen:
        lines += [f"{one.slug} ({one.severity})", f"  {one.meaning}", f"  {one.remedy}"]
    return (), {"conditions": values}, lines


@app.command(epilog="Example: basylym hyphenate --lang kk ынтымақтастық")
@_command
def hyphenate(
    words: Annotated[list[str], typer.Argument(metavar="WORD...", help="Words to break.")],
    lang: Annotated[str, typer.Option("--lang", help="BCP 47 tag of a language with a pack.")],
    json: Json = False,
) -> Result:
    """Print each word with a hyphen wherever it may break, one word a line."""
    from basylym import pipeline

    broken = pipeline.hyphenated(words, lang)
    return (), {"words": dict(zip(words, broken, strict=True))}, list(broken)


@app.command("doctor", epilog="Example: basylym doctor")
@_command
def _doctor(json: Json = False) -> Result:
    """Print what is there, what is missing, and the command that mends it."""
    from basylym import doctor

    return doctor.report()


@app.command(epilog="Example: basylym prove paper")
@_command
def prove(place: Place = Path(), out: Out = None, json: Json = False) -> Result:
    """Hold the editions against their certificate, and their text against the manuscript."""
    from basylym import certificate

    return certificate.check(project.find(place), out)


@app.command(epilog="Example: basylym init paper --lang kk")
@_command
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")],
    lang: Annotated[str, typer.Option("--lang", help="Language of the new article.")] = "en",
    json: Json = False,
) -> Result:
    """Start a small new article that builds."""
    example = resources.TEMPLATES / "init" / lang
    if not example.is_dir():
        detail = f"there is no example article in {lang!r}"
        raise BasylymError(Notice(Condition.LANGUAGE_IS_KNOWN, detail), WRONG_USE)
    names = (project.ARTICLE, project.BIBLIOGRAPHY)
    for name in names:
        if (folder / name).exists():
            place = Locus(str(folder / name))
            notice = Notice(Condition.MANUSCRIPT_IS_UNEDITED, "the file stands already", place)
            raise BasylymError(notice, WRONG_USE)
    project.write({folder / name: (example / name.name).read_bytes() for name in names})
    made = [str(folder / name) for name in names]
    return (), {"files": made}, [*made, f"Build it with: basylym build {folder}"]


def _version(wanted: bool) -> None:
    if wanted:
        console.say(f"basylym {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass
