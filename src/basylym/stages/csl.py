"""Language pack -> its CSL locale, and a published style with the pack's words laid over it.

For a language that citeproc does not know it would use English, title case included, and say nothing.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from basylym.model.bibliography import is_latin
from basylym.model.document import Document, Node, Run, attributes, rewrite, rewrite_runs, walk
from basylym.model.language import Language
from basylym.stages import locate

NUMBER_OF_ONE = re.compile(r"[^\W\d_]-|-[^\W\d_]")  # a hyphen beside a letter
COVERED = {locate.WRITTEN_OUT + form: locate.COVER for form in ("", ":short", ":symbol")}
LOCATOR = re.compile(r'<label\b[^>]*\bvariable="locator"[^>]*>')
PART = re.compile(r"\{(year|month|day)(:02)?\}")
LITERAL = re.compile(r'((?:value|prefix|suffix)=")([^"]*)(")')
LOCALE = re.compile(r'<locale xml:lang="([^"]+)">(.*?)</locale>', re.S)
TERM = re.compile(r'<term name="([^"]+)"(?: form="([^"]+)")?')
GOST = re.compile(r"<title>[^<]*\b(?:GOST|ГОСТ)\b", re.I)
VANCOUVER = re.compile(r"<title>[^<]*\bVancouver\b", re.I)
UNKNOWN = "und"
MANY = 4  # authors
COMPILER = "compiler"
OTHERS = {"literal": "others"}  # Pandoc's name for BibTeX's "and others"
LABEL_FIRST = re.compile(r"(<names\b[^>]*[^>/]>)(\s*)(<label\b.*?</names>)", re.S)
JOINED = re.compile(r'(<(?:name|style|citation|bibliography)\b[^>]* and="(?:text|symbol)"[^>/]*)')
PRECEDES = re.compile(r' delimiter-precedes-last="[^"]*"')
DAY_FIRST = re.compile(r"\{day[^}]*\}(\S*) \{month")  # what stands between them: 5. November
MONTH_DAY = re.compile(r'(<date-part name="month")/>(\s*)<date-part name="day" prefix=" "/>')
NAME = re.compile(r"<name[\s/>]")
LETTERS = re.compile(r"[^\W\d_]")


def with_terms(style: str, language: Language) -> str:
    """A CSL style with the language's terms, dates and words laid over it.

    Source: CSL 1.0.2, "Locale" within styles.
    """
    style = LABEL_FIRST.sub(_named_first, _translated(style, language))
    if language.tag.split("-")[0] != "en":  # (2003, Chapter 7) is English; other languages write гл. 7
        style = LOCATOR.sub(lambda found: found.group().replace(' text-case="capitalize-first"', ""), style)
        style = JOINED.sub(_without_comma, style)
    at = style.index("<macro")
    if found := DAY_FIRST.search(language.csl_dates.get("text", "")):
        day = f'<date-part name="day" suffix="{found.group(1)}"/>'
        style = style[:at] + MONTH_DAY.sub(rf'{day}\2\1 prefix=" "/>', style[at:])
    covered = dataclasses.replace(language, csl_terms={**language.csl_terms, **COVERED})
    body = locale(covered, _of_its_own(style[:at], language))
    return f"{style[:at]}<locale xml:lang={_quoted(language.region)}>{body}</locale>\n{style[at:]}"


def _without_comma(found: re.Match[str]) -> str:
    """Names joined by a word, with no comma before the last: ``А, Ә және Б``, for that comma is English."""
    return PRECEDES.sub("", found.group(1)) + ' delimiter-precedes-last="never"'


def _named_first(found: re.Match[str]) -> str:
    """Names and their label in the order that CSL means where a style leaves ``<name/>`` out.

    Pandoc 3.9 then prints the label first, run into the name: "editorSmith".
    """
    opening, space, rest = found.groups()
    return found.group() if NAME.search(rest) else f"{opening}{space}<name/>{space}{rest}"


def _of_its_own(head: str, language: Language) -> frozenset[str]:
    """Terms that the style itself gives in the language: it knows better than the pack."""
    found = set()
    for tag, body in LOCALE.findall(head):
        if tag in (language.region, language.tag):
            found |= {name + (f":{form}" if form else "") for name, form in TERM.findall(body)}
    return frozenset(found)


def locale(language: Language, without: frozenset[str] = frozenset()) -> str:
    """What stands inside ``<locale>``: options, dates and terms, one element a line."""
    inside = str(language.punctuation_in_quote).lower()
    rows = [f'  <style-options punctuation-in-quote="{inside}"/>']
    for form, pattern in language.csl_dates.items():
        rows += [f'  <date form="{form}">', *_date(pattern), "  </date>"]
    rows.append("  <terms>")
    for name, word in language.csl_terms.items():
        if name in without:
            continue
        term, _, form = name.partition(":")
        named = f"name={_quoted(term)}" + (f" form={_quoted(form)}" if form else "")
        if "|" in word:
            one, many = word.split("|")
            body = f"<single>{escape(one)}</single><multiple>{escape(many)}</multiple>"
        else:
            body = escape(word)
        rows.append(f"    <term {named}>{body}</term>")
    return "\n".join(["", *rows, "  </terms>", ""])


def handed_over(entries: Sequence[Any], style: str) -> list[Any]:
    """The entries as citeproc and a GOST style need them.

    A number such as ``151-I`` is one: citeproc takes each hyphen for a range and would print "Nos".
    With four authors and more the title comes first in GOST 7.80-2000, 5.4.2: CSL cannot count names, so that
    such a style has a macro ``many-authors``, which prints ``original-author``. One author "and others" is
    four and more, of whom three were not told. Where a style knows no compilers it prints them as editors;
    where it has no words for archives or laws, what they are stands with the publisher and the title.
    """
    made = []
    for entry in entries:
        if NUMBER_OF_ONE.search(number := str(entry.get("number", ""))):
            entry = {**entry, "number": number.replace("-", locate.HYPHEN)}
        if 'macro name="many-authors"' in style and _are_many(entry.get("author", ())):
            entry = {**entry, "original-author": entry["author"]}
            del entry["author"]
        if COMPILER in entry and "editor" not in entry and COMPILER not in style:
            entry = {**entry, "editor": entry[COMPILER]}
        made.append(_of_known_words(entry, style))
    return made


def _of_known_words(entry: Mapping[str, Any], style: str) -> Mapping[str, Any]:
    """The entry with what the style would leave out moved where it prints.

    IEEE knows no archive and no law, Vancouver no number of a law that a newspaper printed.
    """
    if "archive" in entry and 'variable="archive"' not in style:
        held = ", ".join(str(entry[name]) for name in ("archive", "archive_location") if name in entry)
        entry = {**entry, "publisher": entry.get("publisher", held)}
    if entry.get("type") != "legislation" or not (VANCOUVER.search(style) or "regulation" not in style):
        return entry
    sign = "No." if is_latin(str(entry.get("title", ""))) else "№"
    number = f"{sign} {entry['number']}" if "number" in entry else ""
    act = " ".join(filter(None, (str(entry.get("genre", "")), number)))
    if "regulation" in style:
        return {**entry, "genre": act} if "container-title" in entry else entry
    title = ": ".join(filter(None, (str(entry.get("title", "")), act)))
    kind = "article-newspaper" if "container-title" in entry else entry["type"]
    return {**entry, "title": title, "type": kind}


def _are_many(authors: Sequence[Mapping[str, Any]]) -> bool:
    return len(authors) >= MANY or (bool(authors) and dict(authors[-1]) == OTHERS)


def follows_the_work(style: str) -> bool:
    """Whether the style describes each work in the work's own language, as every GOST does."""
    return GOST.search(style[: style.index("<macro")]) is not None


def in_their_languages(
    document: Document, others: Mapping[str, Document], tags: Mapping[str, str]
) -> Document:
    """Each reference as the run in its own language printed it: ``С. 5`` of a Russian work in a Kazakh list.

    Args:
        document: resolved in the language of the article.
        others: region -> the same document resolved in that language.
        tags: citation key -> region of the work's language.
    """
    printed = {
        (region, attributes(node)[0]): node
        for region, other in others.items()
        for node in walk(other.blocks)
        if node["t"] == "Div" and "csl-entry" in attributes(node)[1]
    }

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Div" or "csl-entry" not in attributes(node)[1]:
            return node
        name = attributes(node)[0]
        return printed.get((tags.get(name.removeprefix("ref-"), ""), name), node)

    return document.with_blocks(rewrite(list(document.blocks), change, ""))


def in_languages(document: Document, tags: Mapping[str, str]) -> Document:
    """Each reference marked with the language of its work, so that it is read and broken in that.

    Args:
        document: resolved.
        tags: citation key -> BCP 47 tag, of works in another language than the article.
    """

    def change(node: Node, _: str) -> Node:
        if node["t"] != "Div" or "csl-entry" not in attributes(node)[1]:
            return node
        (identifier, classes, pairs), blocks = node["c"]
        tag = tags.get(identifier.removeprefix("ref-"), "")
        if tag in ("", UNKNOWN):
            return node
        return {"t": "Div", "c": [[identifier, classes, [*pairs, ["lang", tag]]], blocks]}

    return document.with_blocks(rewrite(list(document.blocks), change, ""))


def joined(document: Document, language: Language) -> Document:
    """``2- басылым`` -> ``2-басылым``: where a hyphen stands for the ordinal's ending, no space follows it.

    Styles put a space after every ordinal; only the list of references is touched.
    """
    if not language.csl_terms.get("ordinal", "").endswith("-"):
        return document

    def close(run: Run, _: str) -> Run:
        if not any(_is_ordinal(node) for node in run):
            return run
        return [
            node for n, node in enumerate(run) if not (node["t"] == "Space" and n and _is_ordinal(run[n - 1]))
        ]

    def change(node: Node, tag: str) -> Node:
        if node["t"] != "Div" or "csl-entry" not in attributes(node)[1]:
            return node
        return {"t": "Div", "c": rewrite_runs(node["c"], close, tag)}

    return document.with_blocks(rewrite(list(document.blocks), change, language.tag))


def _is_ordinal(node: Node) -> bool:
    return node["t"] == "Str" and re.search(r"\d-$", node["c"]) is not None


def _date(pattern: str) -> list[str]:
    """``{year} ж. {day} {month}``: what stands after a part goes with it, the space with the next part."""
    found = list(PART.finditer(pattern))
    rows, prefix = [], ""
    for number, part in enumerate(found):
        name, padded = part.groups()
        end = found[number + 1].start() if number + 1 < len(found) else len(pattern)
        after = pattern[part.end() : end]
        suffix = after.rstrip()
        form = f" form={_quoted(_form(name, padded))}" if name != "year" else ""
        rows.append(
            f"    <date-part name={_quoted(name)}{form}"
            + (f" prefix={_quoted(prefix)}" if prefix else "")
            + (f" suffix={_quoted(suffix)}" if suffix else "")
            + "/>"
        )
        prefix = after[len(suffix) :]
    return rows


def _form(name: str, padded: str | None) -> str:
    if padded:
        return "numeric-leading-zeros"
    return "long" if name == "month" else "numeric"


def _translated(style: str, language: Language) -> str:
    """Words that the style writes out, in ``value``, ``prefix`` and ``suffix``, put in the language."""
    start = style.index("<macro")

    def change(found: re.Match[str]) -> str:
        head, text, tail = found.groups()
        bare = text.strip()
        word = language.csl_phrases.get(bare)
        if word is None or not LETTERS.search(bare):
            return found.group()
        return head + text.replace(bare, escape(word, {'"': "&quot;"})) + tail

    return style[:start] + LITERAL.sub(change, style[start:])


def _quoted(text: str) -> str:
    return '"' + escape(text, {'"': "&quot;"}) + '"'
