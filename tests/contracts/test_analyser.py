"""What we rely on in hfst-lookup and lt-proc: an analyser that is set is asked, named, never left out."""

import subprocess

import pytest

from basylym import doctor
from basylym.adapters import analyser
from basylym.model.notices import BasylymError, Condition
from basylym.normalize import RULES, evidence, normalize, spoken
from basylym.stages.repair import repair

LEXC = """Multichar_Symbols %<n%> %<pl%> %<np%>
LEXICON Root
бөрікөз%<n%>:бөрікөз N ;
Қызылсу%<np%>:Қызылсу # ;
қара-жер%<n%>:қара-жер # ;
LEXICON N
# ;
%<pl%>:дер # ;
"""
DIX = """<dictionary><alphabet>абвгғджзийкқлмнңоөпрстуұүфхшыіьәҚ</alphabet>
<sdefs><sdef n="n"/></sdefs><section id="main" type="standard">
<e><p><l>бөрікөз</l><r>бөрікөз<s n="n"/></r></p></e><e><p><l>бөрікөздер</l><r>бөрікөз<s n="n"/></r></p></e>
<e><p><l>Қызылсу</l><r>Қызылсу<s n="n"/></r></p></e><e><p><l>қара-жер</l><r>қара-жер<s n="n"/></r></p></e>
<e><p><l>жер</l><r>жер<s n="n"/></r></p></e></section></dictionary>"""
KNOWN = frozenset("бөрікөз бөрікөздер Бөрікөз Қызылсу қара-жер".split())
UNKNOWN = frozenset(("бөрікөзы", "бөрікөз-жер", "бөрікөз бөрікөз", "^бөрікөз$", "", "а" * 300))
TEXT = "Мұнда бөрікөз-\nдер туралы қысқаша айтылды. Бұл мәселе туралы кейін де айтылады."


def made(folder, kind):
    if kind == "lttoolbox":
        (folder / "kk.dix").write_text(DIX, "utf-8")
        command(folder, "lt-comp", "lr", "kk.dix", "kaz.automorf.bin")
        return str(folder / "kaz.automorf.bin")
    (folder / "kk.lexc").write_text(LEXC, "utf-8")
    command(folder, "hfst-lexc", "-q", "kk.lexc", "-o", "generator.hfst")
    command(folder, "hfst-invert", "generator.hfst", "-o", "kaz.hfst")
    command(folder, "hfst-fst2fst", "-w", "kaz.hfst", "-o", "kaz.hfstol")
    return str(folder / ("kaz.hfstol" if kind == "optimized" else "kaz.hfst"))


def command(folder, *words):
    subprocess.run(words, cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module", params=["hfst", "optimized", "lttoolbox"])
def transducer(request, tmp_path_factory):
    return made(tmp_path_factory.mktemp(request.param), request.param)


def test_analyser_knows_whole_forms_in_any_case_and_no_others(transducer):
    assert analyser.opened(transducer).known(KNOWN | UNKNOWN) == KNOWN


def ledger():
    language = spoken("kk")
    fair = repair(normalize(TEXT.encode(), "a.txt", "kk").value.source, language, RULES, evidence(language))
    return fair.text, {row.evidence: row.state.value for row in fair.ledger}


def test_word_that_the_analyser_alone_knows_is_joined_and_the_ledger_names_it(transducer, monkeypatch):
    monkeypatch.delenv("BASYLYM_ANALYSER_KK", raising=False)
    before, asked = ledger()
    assert "бөрікөздер" not in before
    assert "query" in asked.values()
    monkeypatch.setenv("BASYLYM_ANALYSER_KK", transducer)
    after, rows = ledger()
    assert "бөрікөздер туралы" in after
    name = transducer.rpartition("/")[2]
    assert rows[f"'бөрікөздер' is in the analyser {name}"] == "applied"


def test_doctor_tells_of_the_analyser(transducer, monkeypatch):
    monkeypatch.setenv("BASYLYM_ANALYSER_KK", transducer)
    (part,) = [part for part in doctor.examine() if part.name == "analysers"]
    assert part.present
    assert part.found == f"kk {transducer.rpartition('/')[2]}"


def test_analyser_that_is_set_and_cannot_be_used_stops_the_run(tmp_path, monkeypatch):
    (tmp_path / "kaz.fst").write_bytes(b"none of ours")
    for path in ("missing.hfst", "kaz.fst"):
        monkeypatch.setenv("BASYLYM_ANALYSER_KK", str(tmp_path / path))
        with pytest.raises(BasylymError) as caught:
            normalize(TEXT.encode(), "a.txt", "kk")
        assert caught.value.notice.condition is Condition.TOOL_IS_PRESENT
        assert not next(part for part in doctor.examine() if part.name == "analysers").present


def test_broken_transducer_is_told(tmp_path):
    path = tmp_path / "kaz.hfst"
    path.write_bytes(b"HFST" + bytes(64))
    with pytest.raises(BasylymError):
        analyser.opened(str(path)).known(frozenset({"сөз"}))


def test_none_is_asked_where_none_is_set(monkeypatch):
    monkeypatch.delenv("BASYLYM_ANALYSER_KK", raising=False)
    assert analyser.configured() == {}
