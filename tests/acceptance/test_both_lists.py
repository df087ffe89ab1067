"""Both lists of references, in every style and with every way to write Cyrillic in Latin letters."""

import json
import re

import pytest

import galleys
from basylym import citing, pipeline
from basylym.adapters import pandoc, resources
from basylym.model.bibliography import Bibliography, Reference
from basylym.model.document import attributes, plain, walk
from basylym.model.manuscript import SecondList
from basylym.stages import second_list

SPECIMEN = galleys.ROOT / "tests" / "specimens" / "gost-7-1-2003" / "references.json"
ENTRIES = json.loads(SPECIMEN.read_text("utf-8"))
LANGUAGES = pipeline.LANGUAGES


@pytest.mark.parametrize("style", resources.styles())
@pytest.mark.parametrize(
    "system", [name for name, one in citing.ROMANIZATIONS.items() if one.script == "Latn"]
)
def test_second_list_has_the_same_works_in_the_same_order_in_every_system_and_style(style, system):
    references = {one["id"]: Reference(one["id"], one, "x.bib", 1) for one in ENTRIES}
    bibliography, xml = Bibliography(references), resources.styles()[style].read_text("utf-8")
    text = " ".join(f"[@{key}]" for key in reversed(references))
    first = citing.resolve(pandoc.parse(text), bibliography, xml, LANGUAGES["kk"], LANGUAGES, ())
    matter = SecondList(system)
    both = citing.with_second_list(first, bibliography, matter, xml, LANGUAGES, LANGUAGES["kk"]).value
    keys = [key.removeprefix("ref-") for key in second_list.order(both)]
    listed = [key for key in keys if not key.startswith("latin-")]
    assert sorted(listed) == sorted(references)
    assert [key.removeprefix("latin-") for key in keys if key.startswith("latin-")] == listed
    last = next(node for node in walk(both.blocks) if attributes(node)[0] == second_list.IDENTIFIER)
    assert not re.search("[\u0400-\u04ff]", plain(last))
