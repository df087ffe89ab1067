"""A list in Latin letters of the same works is no second bibliography, and gives its English titles."""

import pytest

from basylym.normalize import RULES, evidence, spoken

WORKS = (
    "Серов П. Н. Реки степи. – Омск: Степь, 1998. – 240 с.",
    "Әлімов Е. К. Өзен мен адам // Дала хабаршысы. – 2011. – Т. 3, № 1. – Б. 5–12.",
    "Roe J. On rivers // Steppe Journal. – 2005. – Vol. 2. – P. 10–19.",
)
TWINS = (
    "Serov P.N. Reki stepi [Rivers of the steppe]. Omsk: Step', 1998. 240 p. [in Russian]",
    "Alimov E. K. Ozen men adam [The river and man] // Dala khabarshysy. – 2011. – Vol. 3, No. 1. – P. 5–12.",
    "Roe J. On rivers // Steppe Journal. – 2005. – Vol. 2. – P. 10–19.",
)


def edits(works, others):
    listed = (f"{n}. {one}" for n, one in enumerate(works, 1))
    again = (f"{n}. {one}" for n, one in enumerate(others, 1))
    text = "\n\n".join(["Текст [1].", "Литература", *listed, "References", *again])
    language = spoken("ru")
    return list(RULES["reference-lists"].find(text, language, evidence(language)(text)))


def english(found):
    works = [work for edit in found for work in edit.moved]
    return [next((one.value for one in work.fields if one.name == "title-en"), "") for work in works]


def asked(found):
    return [edit.evidence for edit in found if edit.query]


def test_second_list_of_the_same_works_gives_their_english_titles_and_is_asked_about():
    found = edits(WORKS, TWINS)
    assert english(found) == ["Rivers of the steppe", "The river and man", ""]
    assert asked(found) == ["'References' is a second list, of the same works; shall the press make it?"]
    assert [work.raw for edit in found for work in edit.moved] == list(WORKS)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_second_list_that_stays_typed_has_a_heading_and_its_entries_stand_apart(gap):
    listed = [f"{n} {one}" for n, one in enumerate(WORKS, 1)]
    again = [f"{n} {one}" for n, one in enumerate(TWINS, 1)]
    text = gap.join(["Текст [1].\n\nЛитература", *listed]) + "\n\n" + gap.join(["References", *again])
    language = spoken("ru")
    found = RULES["reference-lists"].find(text, language, evidence(language)(text))
    for edit in sorted((edit for edit in found if not edit.query), key=lambda one: -one.start):
        text = text[: edit.start] + edit.after + text[edit.end :]
    assert text.split("\n:::\n\n")[1] == "\n\n".join(["## References", *again])


@pytest.mark.parametrize(
    "others",
    [
        TWINS[:2],  # fewer
        (TWINS[1], TWINS[2], TWINS[0]),  # in another order
        tuple(other.replace("1998", "1999").replace("240", "12").replace("2011", "2010") for other in TWINS),
        WORKS,  # in the same letters
    ],
)
def test_second_list_of_other_works_gives_nothing(others):
    assert set(english(edits(WORKS, others))) == {""}


@pytest.mark.parametrize(
    "twin",
    [
        "Serov P.N. Reki stepi. Omsk: Step', 1998. 240 p. [in Russian]",
        "Serov P.N. Reki stepi. Omsk [Town]: Step', 1998. 240 p.",
        "Serov P.N. Reki stepi [Text]. Omsk: Step', 1998. 240 p.",
        "Serov P.N. [et al.] Reki stepi. Omsk: Step', 1998. 240 p.",
        "Serov P.N. Reki stepi // Sbornik [Papers]. Omsk: Step', 1998. 240 p.",
        "Serov P.N. Reki stepi [Реки степи]. Omsk: Step', 1998. 240 p.",
    ],
)
def test_brackets_that_are_no_title_in_english_give_none(twin):
    assert english(edits(WORKS, (twin, *TWINS[1:])))[0] == ""
