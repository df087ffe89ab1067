"""Kazakh word forms are built by the rules of its sounds, and a wrong ending is no word."""

import pytest

from basylym.adapters import lexicon
from basylym.evidence.grammars import kk

KNOWN = kk.GRAMMAR.accept(lexicon.load("kk").headwords)
RIGHT = (
    "мемлекеттердің елдерімізге кітаптан қаласында экономикамыздың ынтымақтастығы ресурстары елмен қызбен "
    "барғандықтан оқыды бірікті қойылған жасалмайтын көрсетілген дамуына балама кітаппен үйіндегі "
    "тәуелсіздігіміздің ерекшеленеді орындалмаған жаңартылуда белгісінде әртараптандырылған "
    "қоғамдастықпен сулар"
)
WRONG = (
    "мемлекетлердің кітапдан елдан кітабқа жасалпайтын қызмен елпен кітапмен гіліктің "
    # no derivation that only some stems take, no noun's ending after a bare verb, no aorist of a negation
    "мәселеледі екішіден қатынастады сақталына ұстанатпардың аналған алайа мемлекетттердің туге мүшесілің"
)


@pytest.mark.parametrize("form", RIGHT.split())
def test_form_is_known(form):
    assert KNOWN(form)
    assert KNOWN(form.capitalize())


@pytest.mark.parametrize("form", WRONG.split())
def test_misspelt_form_is_not(form):
    assert not KNOWN(form)


def test_word_of_endless_length_takes_no_endless_time():
    assert not KNOWN("а" * 100_000)
