"""Join a word whose line-end hyphen stayed behind when its line was lost.

"таб- \u00a0лица" shows where a line ended: a hyphen and then a run of spaces, a no-break space or a
line end inside a word. A soft hyphen there is gone without a question, for it says what it is; so is
U+2010 in a text that has it there alone, for then the layout brought it and the author wrote U+002D.
The hyphen goes where the joined word stands elsewhere or is known; it stays where the hyphenated word
stands elsewhere, before a capital and beside a digit, unless half a word stands there. Suspended hyphens
("pre- and post-war") stay. The rest is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from basylym.model.chunks import Chunks, Inside
from basylym.model.language import Language
from basylym.model.repairs import Edit, Example, Phase, Rule, Words

WORD = r"[^\W\d_]"
SITE = re.compile(
    r"(?<![\w-])((?:\w+[-\u2010'’])*\w+)"
    r"(?:([-\u2010]|[ \u00a0]?\u00ad+)([ \u00a0]*\n[ \u00a0]*|[ \u00a0]+)|\ufffe\n?)(?=(\w+))"
)
HYPHEN = re.compile(
    r"[-\u2010\u00ad\ufffe](?:(?<=\ufffe)\n?|\u00ad*(?:[ \u00a0]*\n[ \u00a0]*|[ \u00a0]+))(?=(\w+))"
)
LAST = Inside("[-\u2010\u00ad](?!\\S)|\ufffe")
CHAIN = re.compile(r"[\w\u2010'’-]+\Z")
BELOW = re.compile(r"[^\n]{1,80}\n\s*([^\W\d_]+)")
CELLS = re.compile(r"(?<=\S) {3,}(?=\S)")
DECIMAL = re.compile(r"\d+[.,]\d")
LAYOUTS = "\u2010"  # what some programs break words with; few people can type it
WITH_GAP = re.compile(LAYOUTS + r"(?:[ \u00a0]*\n|[ \u00a0])")
BEHIND_LATIN = "\u0370"  # the first sign of Greek, before which only Latin stands
PDFIUMS, FEW = "\ufffe", 0.02  # of the lines: a layout that breaks words breaks more of them
ENOUGH = 3  # words that it broke
MOSTLY = 0.9  # of them stand inside lines: then line ends were lost, and no columns are mixed
NARROW, MANY = 0.6, 6  # of the length of such lines, where they are many
NEAR, BESIDE = 400, 2  # signs around a place, and how many others stand there
LONGEST = 200  # signs of a word with its hyphens
SUSPENDED = frozenset(
    "and or nor to und oder bzw sowie bis als и или либо және немесе мен пен бен ve veya ya".split()
)


def find(text: str, language: Language, words: Words) -> Iterator[Edit]:
    """Yield an edit, or a query where nothing tells whether the hyphen belongs to the word."""
    layouts = _is_the_layouts(text)
    unbroken = text.count(PDFIUMS) < FEW * text.count("\n")
    mixed = _inside_lines(text) if layouts else []
    narrow = _narrow(text) if layouts else 0.0
    for site in _sites(words.chunks):
        first, hyphen, gap, second = site.groups()
        start, end = site.end(1), site.start(4)
        if hyphen is None:
            yield from _restored(first, second, (start, end), words, layouts, unbroken)
            continue
        if hyphen == LAYOUTS and layouts and not _is_near(mixed, start):
            cell = narrow > 0 and (_is_cell(text, start, narrow) or (bool(mixed) and "\n" not in gap))
            cell = cell or bool(CELLS.search(text, text.rfind("\n", 0, start) + 1, start))  # a row's last
            apart = _are_of_two_words(first, second) or (cell and not _is_whole(first + second, words))
            told = f"{first!r} is a part of a word, but {second!r} may not be the rest: is a column between?"
            whole = "U+2010 stands only where lines end: the layout broke the word"
            yield Edit(start, end, "", told if apart else whole, 0.5 if apart else 0.98, query=apart)
            continue
        broken = "\n" in gap
        if hyphen.endswith("\u00ad"):
            if broken:
                yield Edit(start, end, "", "a soft hyphen at a line's end", 0.99)
        elif _is_suspended(first, second, words) or (second in language.enclitics and not broken):
            continue
        elif _is_own(first, second, words) or _is_ending(first, second, language):
            if broken:
                told = f"a line end after the hyphen of {f'{first}-{second}'!r}"
                doubtful = _is_part(first, site, words) or _goes_on(first, site, words)
                doubtful = doubtful or _is_of_margin(first, second, site, words)
                yield Edit(start, end, "-", told, 0.5 if doubtful else 0.97, query=doubtful)
            elif len(second) > 1 and second in language.case_endings:
                yield Edit(start, end, "-", f"{second!r} is an ending: the hyphen ties it to {first!r}", 0.97)
        elif not first[-1].isdigit():
            yield from _joined(first, second, gap, (start, end), words)


def _sites(chunks: Chunks) -> Iterator[re.Match[str]]:
    """Yield the matches of SITE: told by their hyphens, as most words have none."""
    text = chunks.text
    done = 0
    if not LAST.stands(chunks):
        return
    for hyphen in HYPHEN.finditer(text):
        end = hyphen.start()
        if text[end] == "\u00ad" and text[end - 1 : end] in (" ", "\u00a0"):
            end -= 1  # an extractor saw a gap before a hyphen that hangs in the margin
        done = max(done, end - LONGEST)
        begins = max(done, text.rfind(" ", done, end) + 1, text.rfind("\n", done, end) + 1)
        chain = CHAIN.search(text, begins, end)
        site = SITE.search(text, chain.start(), hyphen.end(1)) if chain else None
        if site:
            done = site.end()
            yield site


def _is_the_layouts(text: str) -> bool:
    """Tell whether U+2010 broke words at the ends of lines, and did nothing else."""
    standing = text.count(LAYOUTS)
    return standing >= ENOUGH and len(WITH_GAP.findall(text)) >= 0.98 * standing


def _inside_lines(text: str) -> list[int]:
    """Return where U+2010 stands inside lines while others end one: there lines of two columns are one."""
    gaps = [gap.start() for gap in WITH_GAP.finditer(text) if not gap[0].endswith("\n")]
    return gaps if len(gaps) < MOSTLY * text.count(LAYOUTS) else []


def _narrow(text: str) -> float:
    """Return the signs of a line that is shorter than those that words were broken at the ends of."""
    lengths = sorted(len(line) for line in text.split("\n") if line.endswith(LAYOUTS))
    return NARROW * lengths[len(lengths) // 2] if len(lengths) >= MANY else 0.0


def _is_cell(text: str, place: int, narrow: float) -> bool:
    """Tell whether a line that ends in a hyphen is too short for one of the text: it is a column's."""
    return place - text.rfind("\n", 0, place) - 1 < narrow


def _is_whole(word: str, words: Words) -> bool:
    return bool(words.count(word)) or bool(words.accept and words.accept(word))


def _is_near(places: list[int], place: int) -> bool:
    return bisect_left(places, place + NEAR) - bisect_left(places, place - NEAR) >= BESIDE


def _restored(
    first: str, second: str, place: tuple[int, int], words: Words, layouts: bool, unbroken: bool
) -> Iterator[Edit]:
    """Write what pdfium's sign for a hyphen, U+002D or U+00AD, at a line's end stands for; it cannot stay.

    Where the layout broke words with another hyphen, this one is the author's; and where it breaks next to
    none or both parts are words, unless the word stands or is known without.
    """
    own = layouts or _are_of_two_words(first, second) or _is_own(first, second, words)
    own = own or words.count(f"{first}-{second}") > 0
    told = "pdfium's sign for a hyphen at a line's end"
    if _is_suspended(first, second, words):
        yield Edit(*place, "- ", f"{told}: a suspended one", 0.95)
    elif own:
        yield Edit(*place, "-", f"{told}: the word's own", 0.95)
    else:
        joined = first + second
        known = bool(words.count(joined) or (words.accept and words.accept(joined)))
        whole = bool(words.accept and words.accept(first) and words.accept(second))
        own = (unbroken or whole) and not known
        why = "the word was broken"
        if own:
            why = "the layout breaks next to no words" if unbroken else "its parts are words"
        yield Edit(*place, "-" if own else "", f"{told}: {why}", 0.9)
        if not known:
            asked = f"{told}: {joined!r} or {f'{first}-{second}'!r}?"
            yield Edit(*place, "" if own else "-", asked, 0.5, query=True)


def _are_of_two_words(first: str, second: str) -> bool:
    """Tell whether two parts make no word: small letters and capitals meet, or letters of two scripts."""
    one, two = first[-1], second[0]
    return (
        (one.islower() and two.isupper())
        or (one.isalpha() and two.isalpha() and _are_of_two_scripts(one, two))
        or (first[-2:].isupper() and len(first) > 1 and second[1:2].islower())
        or (len(first) > 1 and one.islower() and two.isdigit())
    )


def _are_of_two_scripts(first: str, second: str) -> bool:
    return (first[-1] < BEHIND_LATIN) != (second[0] < BEHIND_LATIN)


def _is_suspended(first: str, second: str, words: Words) -> bool:
    if second.lower() not in SUSPENDED:
        return False
    if len(first) == 1 and first.isupper():
        return True  # the F- or the χ²-test
    joined = first + second
    return not (words.count(joined) or (words.accept and words.accept(joined)))


def _is_own(first: str, second: str, words: Words) -> bool:
    """Tell whether the hyphen is the word's own: before a capital or a digit, or after a digit."""
    if second[0].isdigit() or first[-1].isdigit():
        return True
    if second[0].isupper() and not words.count(first + second):
        return first[-1].islower() or not second.isupper()
    return False


def _is_part(first: str, site: re.Match[str], words: Words) -> bool:
    """Tell whether ``first`` is part of a word whose rest stands elsewhere: a note or a column is between."""
    second = site[4]
    if len(second) == 1 and second.isupper() and site.string[site.end(4) : site.end(4) + 1] == ".":
        return True  # an initial: a name stands in between
    if not (first.isalpha() and first.islower()) or words.count(f"{first}-{second}") > 1:
        return False
    if words.accept is None or (second.isalpha() and _are_of_two_scripts(first, second)):
        return True
    if len(second) == 1 and second.isupper():
        return True  # «com-⏎I»: a letter of a formula or of a drawing stands in between
    if DECIMAL.match(site.string, site.start(4)):
        return True
    return not words.accept(first)


def _goes_on(first: str, site: re.Match[str], words: Words) -> bool:
    """Tell whether half a word goes on behind its hyphen, misread as a capital, or in the line after that."""
    last, known, named = first.rsplit("-", 1)[-1], words.accept, site[4]
    if not (last.isalpha() and last[1:].islower() and named[0].isupper()):
        return False
    below = BELOW.match(site.string, site.start(4))
    rests = [below[1]] if below and below[1].islower() else []
    if known and (known(named.lower()) or not known(named)):  # a German noun is a word by its capital alone
        rests.append(named.lower())
    whole = any(words.count(last + rest) or (known and known(last + rest)) for rest in rests)
    return whole and words.count(f"{first}-{named}") <= 1


def _is_of_margin(first: str, second: str, site: re.Match[str], words: Words) -> bool:
    """Tell whether a number alone on its line may be that of a line, a note or a page."""
    text, start = site.string, site.start(4)
    end = text.find("\n", start)
    alone = text[start : end if end >= 0 else len(text)].strip() == second
    return alone and second.isdigit() and not first[-1].isdigit() and f"{first}-{second}" not in text


def _is_ending(first: str, second: str, language: Language) -> bool:
    """Tell whether ``second`` is a case ending after an abbreviation."""
    return first.isupper() and len(first) > 1 and second in language.case_endings


def _joined(first: str, second: str, gap: str, place: tuple[int, int], words: Words) -> Iterator[Edit]:
    broken = gap != " "
    joined, hyphenated = first + second, f"{first}-{second}"
    if first.isupper() and len(first) > 1 and not broken:
        return
    if words.count(hyphenated) or ((words.paired(joined) or "").lower() == hyphenated.lower()):
        if broken:
            yield Edit(*place, "-", f"a line end inside {hyphenated!r}", 0.98)
    elif words.count(joined):
        yield Edit(*place, "", f"{joined!r} stands elsewhere in the text", 0.99)
    elif _is_known(first, second, words):
        certain = broken or not (words.accept and words.accept(first))  # «кино- театр» may be meant
        yield Edit(
            *place,
            "",
            f"{joined!r} is in {words.voucher(joined)}",
            0.97 if certain else 0.5,
            query=not certain,
        )
    elif not broken:
        return
    elif words.accept and words.accept(first) and words.accept(second):
        told = f"a line ended here; {joined!r} is unknown, its parts are words"
        yield Edit(*place, "-", told, 0.5, query=True)
    else:
        yield Edit(*place, "", f"a line ended here; {joined!r} or {hyphenated!r}?", 0.5, query=True)


def _is_known(first: str, second: str, words: Words) -> bool:
    """Tell whether the lexicon knows the joined word; in a chain of hyphens, only as one that was broken."""
    if words.accept is None:
        return False
    *chain, last = first.split("-")
    return words.accept(last + second) and not (chain and words.accept(last) and words.accept(second))


RULE = Rule(
    phase=Phase.LINES,
    find=find,
    examples=(
        Example("ru", "Развитие торговли: разви-\u00a0 тие", "Развитие торговли: развитие"),
        Example("en", "The method is a meth-\nod", "The method is a method"),
        Example("en", "A well-known fact, a well-\nknown name", "A well-known fact, a well-known name"),
        Example("kk", "кітап-\u00a0 тар", "кітаптар"),
        Example("ru", "эконо\u00ad\nмика", "экономика"),
        Example("kk", "экономи \u00ad\nкалық", "экономикалық"),
        Example("de", "ein Debian-\nPaket", "ein Debian-Paket"),
        Example("de", "Debian\ufffePaket mit Doku\ufffementation", "Debian-Paket mit Dokumentation"),
        Example("en", "a 64-\nbit system in UTF-\n8", "a 64-bit system in UTF-8"),
        Example("kk", "осы жылдар ішін-\nде БҰҰ-\nның", "осы жылдар ішінде БҰҰ-ның"),
    ),
    counterexamples=(
        ("en", "pre- and post-war prices"),
        ("de", "Vor- und Nachteile"),
        ("ru", "северо- и юго-восток"),
        ("en", "from A- to B"),
        ("de", "Ein-\nund Ausgabe"),
    ),
    rank=5,
)
