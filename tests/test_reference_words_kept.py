"""Of an entry read wholly every word is in a field, but for the words that only say what a field is."""

import re
from pathlib import Path

from basylym.repairs._references.entries import works
from basylym.repairs._references.words import month

SPECIMENS = Path(__file__).parent / "specimens"
LABELS = set(
    "с б т p pp vol vols т том томдық екі in в и s l n м мәтін текст text print басылған"
    " непосредственный непосредственное"
    " изображение картографическое неподвижное двухмерное кескін картографиялық қозғалмайтын"
    " өлшемді электронный ресурс"
    " электрондық электронды electronic resource онлайн online url doi https org isbn дата"
    " обращения қаралған күні accessed"
    " режим доступа қол жеткізу режимі access mode др и н е г д ж к т б және бас изд ed"
    " пат патент patent u no заявл опубл"
    " өтінім жарияланған введ version карты карталар карта масштаб сост құраст орны".split()
)
"""Labels of pages, volumes, editions, media, addresses, days; «и др.», «[б. и.]»; «[Карты]» of a map."""


def entries():
    for line in (SPECIMENS / "reference-kinds.tsv").read_text("utf-8").splitlines()[1:]:
        yield line.split("\t")[4]
    for line in (SPECIMENS / "printed-by-others" / "examples.tsv").read_text("utf-8").splitlines()[1:]:
        yield line.split("\t")[4]
    for path in sorted(SPECIMENS.glob("gost-*/printed.tsv")):
        for line in path.read_text("utf-8").splitlines():
            yield line.split("\t")[1]
    for path in sorted((SPECIMENS / "reference-lists").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines()[6:]:
            yield re.sub(r"\A\d+\.? ", "", line)


def split(text):
    return re.findall(r"[^\W_]+", text.casefold())


def held(work):
    words = {word for one in work.fields for word in split(one.value)}
    for one in work.fields:
        if one.name in ("date", "submitted", "urldate"):
            words |= {part.lstrip("0") for part in one.value.split("-")}
        if one.name == "author":  # initials without stops stand together
            words |= {"".join(split(name.partition(",")[2])) for name in one.value.split(" and ")}
    return words


def is_label(word):
    return word in LABELS or month(word) or bool(re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", word))


def test_every_word_of_an_entry_read_wholly_is_in_a_field_or_is_a_label():
    read = 0
    for entry in dict.fromkeys(entries()):
        [work] = works([(1, entry)])
        if work.whole:
            own = held(work)
            left = {word for word in split(entry) if word not in own and word.lstrip("0") not in own}
            left = {word for word in left if re.sub(r"(?<=\d{4})[a-zа-г]\Z", "", word) not in own}
            assert {word for word in left if not is_label(word)} == set(), entry
            read += 1
    assert read >= 250
