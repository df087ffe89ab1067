"""Details the author does not type: marks, dashes, bound words, soft hyphens."""

import pytest

from basylym.adapters import pyphen
from basylym.model.document import attributes, plain, walk
from basylym.model.galley import Hyphenation
from basylym.stages.typeset import hyphenated, typeset
from trees import EN, KK, PACKS, RU, of_type, read

NONE = Hyphenation(0, 2, 2)
FREE = Hyphenation(4, 2, 2)
BREAKS = {tag: rule for tag, pack in PACKS.items() if (rule := pyphen.hyphenator(pack))}


def document(markdown, pack=EN, hyphenation=NONE):
    return typeset(read(markdown), pack, PACKS, BREAKS, hyphenation)


def text(markdown, pack=EN, hyphenation=NONE):
    return plain(document(markdown, pack, hyphenation).blocks)


def broken(word, pack=KK, hyphenation=FREE):
    return hyphenated(word, pack, BREAKS[pack.tag], hyphenation).replace("\u00ad", "=")


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("en", '"a" and ("b"), "c."', "“a” and (“b”), “c.”"),
        ("en", "\"a 'b' c\" 'd'", "“a ‘b’ c” ‘d’"),
        ("en", "\"'word' said\" she", "“‘word’ said” she"),
        ("en", "don't, the 1980s' fashion, d'Essai, '90s", "don’t, the 1980s’ fashion, d’Essai, ’90s"),
        ("en", '"a *b* `c` $d$"', "“a b c d”"),
        ("en", '*"a"* "*b*" **"c** d" [e "f"](http://x.org)', "“a” “b” “c d” e “f”"),
        ("en", '"a\nb"', "“a b”"),
        ("en", 'x"y" "z—" —"w"', "x”y” “z—” —“w”"),
        ("en", 'a 6" pipe', 'a 6" pipe'),
        ("en", '"note^["in" note] ends"', "“note ends”"),
        ("kk", '"Егемен"нің, "a "b" c"', "«Егемен»нің, «a “b” c»"),
        ("ru", "\"правило 'внутри' правила\"", "«правило „внутри“ правила»"),
        ("ru", 'об\'ём "и" `"код"`', 'об’ём «и» "код"'),
        ("ru", "«готовые» “знаки” остаются", "«готовые» “знаки” остаются"),
        ("en", "a -- b --- c, 5--7 ... end", "a – b — c, 5–7 … end"),
        ("en", "---- .... a-b", "---- .... a-b"),
        ("en", '<https://x.org/a--b?c="d">', 'https://x.org/a--b?c="d"'),
        ("en", '`a -- "b" ...` $a--b$', 'a -- "b" ... a--b'),
    ],
)
def test_marks_are_the_languages(tag, typed, printed):
    assert text(typed, PACKS[tag]).replace("\u00a0", " ") == printed


def test_nested_languages_have_their_own_marks():
    markdown = '"a" ["б" ["ә" б]{lang=kk} "в"]{lang=ru} "c" ["d"]{lang=kk-KZ} ["e"]{lang=ja}'
    assert text(markdown) == '“a” «б» «ә» б «в» “c” «d» "e"'


def test_marks_of_a_note_do_not_count_outside_it():
    notes = of_type(document('"a^["b] c"'), "Note")
    assert plain(notes[0]["c"]) == "“b"


def test_headings_terms_and_verse_have_marks_too():
    markdown = '# "a"\n\n"t"\n:   "d"\n\n| "first\n| last"\n'
    found = [node["c"] for node in walk(document(markdown).blocks) if node["t"] == "Str"]
    assert found == ["“a”", "“t”", "“d”", "“first", "last”"]


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        ("ru", "И.~О.~Пример"),
        ("ru", "(И.~О.~Пример)"),
        ("ru", "в~2025~г., 15~кг и~50~%, №~7, §~5"),
        ("kk", "А.~С.~Үлгібай мұнда~да"),
        ("kk", "2025~ж. 5~млн"),
        ("en", "a~press, 15~kg"),
        ("ru", "слово~— слово"),
    ],
)
def test_words_that_must_stay_together_are_bound(tag, typed):
    assert text(typed.replace("~", " "), PACKS[tag]) == typed.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "whole"), [("АҚШ-тың", ["АҚШ-тың"]), ("(21%-ға)", ["21%-ға"]), ("жан-жақты", [])]
)
def test_hyphen_of_an_abbreviation_or_a_figure_does_not_end_a_line(typed, whole):
    spans = [node for node in of_type(document(typed, KK), "Span") if "nb" in attributes(node)[1]]
    assert [plain(node) for node in spans] == whole
    assert text(typed, KK) == typed


def test_every_such_word_between_two_spaces_is_seen():
    spans = of_type(document("АҚШ-тың/ЖШС-ның", KK), "Span")
    assert [plain(node) for node in spans] == ["АҚШ-тың", "ЖШС-ның"]


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("ынтымақтастық", "ын=ты=мақ=тас=тық"),
        ("Ынтымақтастық", "Ын=ты=мақ=тас=тық"),
        ("ҚАЗАҚСТАН", "ҚАЗАҚСТАН"),
        ("ЮНЕСКОға", "ЮНЕСКОға"),
        ("вебсайтwebқа", "вебсайтwebқа"),
        ("кітап2", "кітап2"),
        ("2кітаптар", "2кітаптар"),
        ("кі\u0301таптар", "кі\u0301=тап=тар"),
        ("ко\u0438\u0306нулар", "ко\u0438\u0306=ну=лар"),
        ("кітап-қалам", "кі=тап-қалам"),
        ("е\u0304леуіш", "е\u0304леуіш"),
        ("", ""),
    ],
)
def test_word_is_broken_only_where_it_may(word, shown):
    assert broken(word) == shown


def test_near_a_hard_hyphen_three_letters_stay():
    assert broken("алақан-ала", KK, Hyphenation(4, 2, 2)) == "ала=қан-ала"
    assert broken("ала-алма", KK, Hyphenation(4, 2, 2)) == "ала-алма"


def test_short_words_stay_whole():
    assert broken("ала балалар", KK, Hyphenation(7, 2, 3)) == "ала ба=ла=лар"


def test_each_passage_is_broken_by_its_own_language():
    markdown = "hyphenation [перенос]{lang=ru} [ынтымақтастық]{lang=kk} [kirjoittaminen]{lang=fi} переносить"
    assert text(markdown, EN, FREE).replace("\u00ad", "=") == (
        "hy=phen=a=tion пе=ре=нос ын=ты=мақ=тас=тық kirjoittaminen переносить"
    )


def test_nothing_is_broken_in_headings_verse_code_addresses_formulas_and_alternative_texts():
    markdown = (
        "# Hyphenation\n\n| Hyphenation\n\n`hyphenation` $hyphenation$ <https://hyphenation.org> "
        "![hyphenation](a.png)\n\n    hyphenation\n"
    )
    assert "\u00ad" not in text(markdown, EN, FREE)


def test_format_may_forbid_soft_hyphens():
    assert "\u00ad" not in text("ынтымақтастық", KK, NONE)


def test_only_signs_are_added():
    markdown = "Қазақстан «Республикасының» -- *қабылданғаннан* кейін [ынтымақтастық]{lang=kk} АҚШ-тың."
    shown = text(markdown, KK, FREE).replace("\u00ad", "").replace("\u00a0", " ")
    assert shown == plain(read(markdown).blocks).replace("--", "–")


def test_languages_of_these_tests_break_words():
    assert {"en", "kk", "ru"} <= BREAKS.keys()
    assert RU.tag in BREAKS


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("kk", "«Газета «Егемен» *шықты*»", "«Газета “Егемен” шықты»"),
        ("ru", "«а *«б»* в»", "«а „б“ в»"),
        ("kk", "«а «б» в", "«а «б» в"),
        ("en", "«a «b» c»", "«a «b» c»"),
        ("kk", "«а^[«ә»] б»", "«а б»"),
        ("kk", "Астана - елорда", "Астана – елорда"),
        ("ru", "Москва - столица и 5 - 3", "Москва — столица и 5 - 3"),
        ("en", "x - y, well - known", "x - y, well – known"),
    ],
)
def test_marks_inside_marks_and_lone_hyphens_are_the_languages(tag, typed, printed):
    assert text(typed, PACKS[tag]).replace("\u00a0", " ") == printed


def test_each_change_is_told_with_its_rule():
    told = []
    typeset(read('"а" - А. С. Үлгібай, 1941-1945 жж., 21%-ға'), KK, PACKS, {}, NONE, told.append)
    assert [(change.rule, change.typed) for change in told] == [
        ("quotation-marks", '"а"'),
        ("dash", "-"),
        ("range", "1941-1945"),
        ("before-sign", "«а» –"),
        ("initials", "А. С."),
        ("initials", "С. Үлгібай,"),
        ("before-unit", "1941–1945 жж.,"),
        ("unbroken-hyphen", "1941–1945"),
        ("unbroken-hyphen", "21%-ға"),
    ]


def test_decimal_comma_in_a_formula_has_no_space_behind_it():
    found = of_type(document("$r > 1{,}5$ $(a{,}b)$"), "Math")
    assert [node["c"][1] for node in found] == ["r > \\text{1,5}", "(a{,}b)"]
