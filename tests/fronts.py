"""What a first page gives, for tests of it."""

from basylym.languages.en import LANGUAGE as ENGLISH
from basylym.normalize import evidence
from basylym.repairs.front_matter import find


def told(text, language=ENGLISH):
    """Return what the front matter is given, by field, and what is asked, as it stands in the text."""
    given, asked = {}, []
    for edit in find(text, language, evidence(language)(text)):
        given |= {one.field: one.value for one in edit.moved}
        if edit.query:
            asked.append(text[edit.start :].split("\n")[0])
    return given, asked
