"""How the line ends of a text are meant, told from its lines."""

import textwrap

from basylym.normalize import evidence, pack
from basylym.repairs import line_breaks
from basylym.repairs._lines import Mode, shown

ARTICLE = (
    "Everyone has the right to take part in the government of the country, directly or through freely "
    "chosen representatives, and everyone has the right of equal access to public service there."
)
VERSE = "\n".join(
    "The curfew tolls the knell of parting day,|The lowing herd wind slowly o'er the lea|"
    "The ploughman homeward plods his weary way|And leaves the world to darkness and to me|"
    "Now fades the glimmering landscape on the sight|And all the air a solemn stillness holds|"
    "Save where the beetle wheels his droning flight|And drowsy tinklings lull the distant folds".split("|")
)


def filled(text):
    return "\n".join(textwrap.wrap(text, 60))


def test_many_short_headings_do_not_hide_that_lines_are_filled():
    text = "\n".join(f"Article {number}\n{filled(ARTICLE)}" for number in range(1, 13))
    assert shown(text).mode is Mode.WRAPPED
    edits = sorted(line_breaks.find(text, pack("en"), evidence(pack("en"))(text)), key=lambda e: -e.start)
    for edit in edits:
        text = text if edit.query else text[: edit.start] + edit.after + text[edit.end :]
    assert text == "\n\n".join(f"Article {number}\n\n{ARTICLE}" for number in range(1, 13))


def test_verse_with_capitals_keeps_its_lines():
    assert shown(VERSE).mode is Mode.UNKNOWN
