"""Where words may break: the Kazakh rule, its exceptions, and the dictionary printed from both."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from basylym import pipeline, upstream
from basylym.adapters import fonts, lexicon, pyphen, resources, weasyprint
from basylym.languages import kk
from commands import basylym

ROOT = Path(__file__).parents[2]
PRINTED = ROOT / "tests" / "languages" / "kk-breaks-as-printed.tsv"
DICTIONARY = ROOT / "data" / "upstream" / upstream.DICTIONARY
RULE = pyphen.hyphenator(kk.LANGUAGE)
assert RULE is not None


def as_printed():
    with PRINTED.open(encoding="utf-8") as file:
        return [(row["word"], row["breaks"]) for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("word", "breaks"), as_printed())
def test_kazakh_word_breaks_as_printed(word, breaks):
    assert pipeline.hyphenated([word], "kk") == (breaks,)


@pytest.mark.parametrize(
    "breaks",
    [
        *("ын-ты-мақ-тас-тық", "элект-рон", "инф-ра-құ-ры-лым", "транс-порт", "съез-дің", "аль-бом"),
        *("жаң-ғырт-ты", "рес-пуб-ли-ка-мыз-да", "әке-лік", "қа-йың", "ми-нистр-лік", "центр-лік"),
        *("инс-тру-мен-тал-ды", "экс-прес-сия", "ре-конс-трук-ци-я-лау", "абс-трак-ті-лік"),
    ],
)
def test_loan_word_breaks_so_that_two_consonants_stay(breaks):
    assert pipeline.hyphenated([breaks.replace("-", "")], "kk") == (breaks,)


@pytest.mark.parametrize("word", ["АҚШ", "ҚазҰУ", "CASA", "Б1", "H2O", "АҚШ-тың", "ұя", "төрт"])
def test_abbreviations_figures_and_one_syllable_never_break(word):
    assert pipeline.hyphenated([word], "kk") == (word,)


@pytest.mark.parametrize(
    ("tag", "breaks"), [("ru", "пе-ре-нос"), ("en", "hy-phen-a-tion"), ("ru", "Пе-ре-нос")]
)
def test_other_languages_break_by_their_dictionaries(tag, breaks):
    assert pipeline.hyphenated([breaks.replace("-", "")], tag) == (breaks,)


def test_exceptions_are_stems_that_the_rule_breaks_otherwise():
    for stem, breaks in lexicon.breaks("kk").items():
        assert tuple(place for place in kk.hyphenate(stem) if place <= breaks[-1]) != breaks, stem


def test_dictionary_in_the_tree_is_the_one_the_pack_prints():
    assert DICTIONARY.read_text("utf-8") == upstream.dictionary()


def test_dictionary_is_shipped_and_known_to_hyphens_auto():
    assert (resources.TEMPLATES / "hyphenation" / upstream.DICTIONARY).read_bytes() == DICTIONARY.read_bytes()
    program = (
        "from basylym.adapters import pyphen; import pyphen as tool; pyphen.shipped();"
        "print(tool.Pyphen(lang=tool.language_fallback('kk')).inserted('ынтымақтастық'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "ын-ты-мақ-тас-тық"


def test_page_that_asks_for_automatic_hyphens_is_broken_as_kazakh():
    html = '<html lang="kk"><head><title>a</title></head><body><p>ынтымақтастық</p></body></html>'
    css = (
        "@font-face { font-family: S; src: url(press:SourceSerif4_400Regular.ttf) }"
        "@page { size: 100pt 200pt; margin: 0 } p { font: 12pt S; hyphens: auto; width: 60pt }"
    )
    files = {path.name: path.read_bytes() for path in fonts.files()}
    made = weasyprint.pdf(weasyprint.Sheet(html, css, files, b"0" * 16, 14, 0))
    text = pypdfium2.PdfDocument(made.value.content)[0].get_textpage().get_text_range()
    assert text.split() == ["ынты‐", "мақтас‐", "тық"]


def test_dictionary_agrees_with_the_rule_on_every_headword_and_its_endings():
    known = pyphen.register("kk_KZ", DICTIONARY)
    words = sorted(w for w in lexicon.load("kk").headwords if set(w) <= set(kk.LANGUAGE.letters))
    assert len(words) > 50_000
    some = words[
        ::4
    ]  # all 53,955 were compared when the dictionary was made; a test need not take ten seconds
    assert [word for word in some if known(word) != RULE(word)] == []
    endings = sorted(kk.LANGUAGE.case_endings)
    some = [word for word in some if set(word) & kk.VOWELS]
    inflected = [word + endings[n % len(endings)] for n, word in enumerate(some)]
    assert [word for word in inflected if known(word) != RULE(word)] == []


def test_dictionary_is_read_when_a_break_is_first_asked_for(monkeypatch):
    read = []
    real = pyphen.pyphen.Pyphen
    monkeypatch.setattr(pyphen.pyphen, "Pyphen", lambda lang: read.append(lang) or real(lang=lang))
    breaks = pyphen.of_tag("pl")
    assert read == []
    assert breaks is not None
    assert [breaks("artykuł"), breaks("autor")] == [(2, 4), (2,)]
    assert read == ["pl"]


def test_command_prints_one_word_a_line_and_json():
    command = ("hyphenate", "--lang", "kk", "ынтымақтастық", "алақан")
    said = basylym(*command)
    assert (said.stdout, said.returncode) == ("ын-ты-мақ-тас-тық\nала-қан\n", 0)
    said = basylym(*command, "--json")
    assert json.loads(said.stdout)["words"] == {"ынтымақтастық": "ын-ты-мақ-тас-тық", "алақан": "ала-қан"}


def test_command_names_the_languages_it_knows():
    said = basylym("hyphenate", "--lang", "xx", "word")
    assert said.returncode == 2
    assert "language-is-known" in said.stderr
    assert "kk" in said.stderr
