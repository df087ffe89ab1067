"""Words that a lost hyphen left in two, in a text whose lexicon knows the whole and not the halves."""

from dataclasses import replace

from basylym.evidence.words import witness
from basylym.model.language import Language
from basylym.normalize import evidence, pack
from basylym.repairs import merged_words, split_words

KNOWN = frozenset(
    "the a of and in is was with an old about we read it says for any every new book lines had to be "
    "information station relations nation action rational national administration forma also "
    "together get her form ten percent per cent into on".split()
)
ENGLISH: Language = pack("en")


def knows(form):
    return form.lower() in KNOWN


def mended(text, rule=split_words, accept=knows):
    edits = list(rule.find(text, ENGLISH, witness(None, None, accept)(text)))
    asked = [text[max(0, edit.start - 6) : edit.end + 6] for edit in edits if edit.query]
    for edit in sorted((edit for edit in edits if not edit.query), key=lambda one: -one.start):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text, asked


def test_halves_that_come_again_and_again_are_joined_where_each_is_no_word():
    text = "the informa tion of the sta tion and the rela tions of a na tion in an ac tion"
    assert mended(text)[0] == "the information of the station and the relations of a nation in an action"


def test_a_text_of_which_every_tenth_word_is_broken_can_still_show_its_lexicon():
    text = "the sta tion is old and a na tion is new"
    words = witness(None, None, knows)(text)
    assert not words.believed()
    assert mended(text)[0] == "the station is old and a nation is new"


def test_an_unknown_word_that_stands_without_its_half_more_often_is_a_word_of_its_own():
    text = "the tion is old. A tion was new, and we read of a tion in the sta tion"
    assert mended(text) == (text, [])


def test_an_unknown_word_that_stands_by_itself_as_often_is_asked_about():
    text = "the toget is old. We read it toget her and of a na tion, a sta tion and an ac tion"
    said, asked = mended(text)
    assert "nation, a station and an action" in said
    assert asked == [" toget her an"]


def test_a_name_before_a_word_is_asked_about_though_the_two_make_a_word():
    text = "we read the old book about Ta king, it was new"
    assert mended(text, accept=lambda form: form.lower() in {"king", "taking"} or knows(form)) == (
        text,
        ["out Ta king, "],
    )


def test_words_of_another_language_are_no_halves_though_two_of_them_make_a_known_word():
    text = "the book says: vox ac tion est nihil in it"
    assert mended(text) == (text, [])


def test_three_pieces_of_which_two_and_three_make_a_word_are_asked_about():
    text, asked = mended(
        "we read in forma tion about it", accept=lambda form: knows(form) and form != "forma"
    )
    assert text == "we read in forma tion about it"
    assert asked == []  # neither two nor three of them are known together
    known = {*KNOWN, "formation"} - {"forma"}
    text, asked = mended("we read in forma tion about it", accept=lambda form: form in known)
    assert text == "we read in forma tion about it"
    assert len(asked) == 1


def test_two_known_words_are_asked_about_once_the_text_has_shown_broken_words():
    broken = "the sta tion of a na tion in an ac tion was old"
    doubtful = "and ten per cent of it, per cent, any percent"
    assert mended(f"{broken} {doubtful}")[1] == ["en per cent o", "t, per cent, "]
    assert mended(f"the old book {doubtful}")[1] == []


def test_a_half_beside_another_word_in_one_chunk_is_left():
    text = "the old sta tion/book and a na tion"
    assert mended(text)[0] == "the old sta tion/book and a nation"


def test_a_line_end_between_halves_is_left_to_the_rules_of_lines():
    text = "the old sta\ntion and a na\ntion"
    assert mended(text) == (text, [])


def test_a_space_lost_between_short_words_of_the_text_is_asked_about_whatever_else_is_unknown():
    text = "xyzzy was the plugh of an old fnord and it says foobar: we read ofthe book"
    assert mended(text, merged_words)[1] == [" read ofthe book"]


def test_two_that_always_stand_side_by_side_and_never_as_one_are_asked_about():
    broken = "the sta tion of a na tion in an ac tion was old"
    text = f"{broken}, it was with form ation, any form ation, every form ation"
    known = {*KNOWN, "formation"}
    made, asked = mended(text, accept=lambda form: form in known)
    assert made.endswith("it was with form ation, any form ation, every form ation")
    assert len(asked) == 3
    made, _ = mended(f"{text}, and formation", accept=lambda form: form in known)
    assert made.endswith("it was with formation, any formation, every formation, and formation")


def test_name_that_a_known_word_would_complete_is_asked_about():
    broken = "the sta tion of a na tion in an ac tion was old"
    made, asked = mended(f"{broken} as it was in Ham form", accept=lambda one: knows(one) or one == "Hamform")
    assert made.endswith("in Ham form")
    assert asked == ["in Ham form"]


def test_name_of_a_class_behind_a_noun_is_no_half_though_the_two_make_a_compound():
    nouns = {"klassen", "report", "paket", "die", "und", "ist", "das", "meldung", "satz", "leitung"}
    wholes = {"Klassenreport", "Meldungen", "Satzung"}

    def accept(form):
        return form in wholes or (form.lower() in nouns and (form[0].isupper() or form in ("die", "und")))

    text = "die Klassen report und das Paket"
    german = pack("de")
    found = list(split_words.find(text, german, witness(None, None, accept)(text)))
    assert [edit.query for edit in found] in ([], [True])


def test_two_words_are_joined_for_want_of_a_vowel_only_where_vowels_are_known():
    text = "malyszomania tu i jaka malyszo mania"
    unknown = replace(ENGLISH, vowels=frozenset())
    found = list(split_words.find(text, unknown, witness(None, None, None)(text)))
    assert all(edit.query for edit in found)


def test_an_ending_that_stands_alone_is_the_rest_of_a_broken_kazakh_word():
    text = (
        "Бұл жылы ауыл балалары мектепке ерте бар ды, олардың көп шілігі жаңа кітаптар ды оқыды. Мұғалім нің "
        "айтуынша, мектеп терде жаңа пәндер көп. Балалар бұл пәндер ді жақсы көреді, өйткені олар қызық ты."
    )
    language = pack("kk")
    edits = split_words.find(text, language, evidence(language)(text))
    joined = {text[text.rfind(" ", 0, one.start) + 1 : one.end + 2] for one in edits if not one.query}
    assert {"кітаптар ды", "Мұғалім ні", "пәндер ді"} <= joined


def test_an_ending_that_is_named_as_such_joins_no_word():
    text = (
        "Бұл кестеде септік жалғаулары берілген, олар мынадай: ілік септігі ның нің, табыс септігі "
        "ды ді, барыс "
        "септігі ға ге, шығыс септігі тан тен. Сөз соңындағы дыбысқа қарай бұл жалғаулар әр түрлі жазылады."
    )
    language = pack("kk")
    assert [one for one in split_words.find(text, language, evidence(language)(text)) if not one.query] == []
