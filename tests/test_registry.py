"""The registry finds the files that each add one thing, and refuses those that do not."""

import sys
from types import ModuleType

import pytest

from basylym import editions, languages, registry
from basylym.model.galley import Format
from basylym.model.language import Language


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Writes a package of plug-ins and gives it back imported."""

    def write(**modules):
        folder = tmp_path / "plugged"
        folder.mkdir()
        (folder / "__init__.py").write_text("", encoding="utf-8")
        for name, text in modules.items():
            (folder / f"{name}.py").write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        for name in [name for name in sys.modules if name.split(".")[0] == "plugged"]:
            monkeypatch.delitem(sys.modules, name)
        return __import__("plugged")

    return write


def test_slug_is_the_files_name_with_hyphens(package):
    found = registry.collect(package(b_c="THING = 2", a="THING = 1", _private="x = 1"), "THING", int)
    assert list(found.items()) == [("a", 1), ("b-c", 2)]


@pytest.mark.parametrize("text", ["", "THING = 'text'", "OTHER = 1"])
def test_file_without_its_value_is_refused_by_name(package, text):
    found = registry.collect(package(broken=text), "THING", int)
    with pytest.raises(TypeError, match=r"plugged\.broken must hold THING, a int"):
        found["broken"]


def test_what_is_found_cannot_be_changed(package):
    found = registry.collect(package(a="THING = 1"), "THING", int)
    with pytest.raises(TypeError):
        found["b"] = 2


def test_a_file_is_loaded_only_when_its_value_is_asked_for(package):
    found = registry.collect(package(a="THING = 1", b="raise RuntimeError"), "THING", int)
    assert "b" in found
    assert found["a"] == 1
    with pytest.raises(KeyError):
        found["c"]


def test_house_has_its_three_languages_and_editions():
    assert isinstance(languages, ModuleType)
    assert {"en", "kk", "ru"} <= registry.collect(languages, "LANGUAGE", Language).keys()
    assert {"epub", "html", "pdf"} <= registry.collect(editions, "FORMAT", Format).keys()
