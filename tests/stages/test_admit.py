"""What acts, or loads something from outside, goes out of the author's tree; what only looks stays."""

import pytest

from basylym.model.document import attributes
from basylym.model.notices import Condition
from basylym.stages.admit import admit
from trees import of_type, read, shown


def admitted(markdown):
    return admit(read(markdown), markdown)


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="alert(1)"',
        'style="background:url(http://x.org/a.png)"',
        'src="http://x.org/a.png"',
        'lang="en onload=x"',
        'width="80%;background:url(x)"',
        'href="javascript:1"',
    ],
)
def test_attribute_that_acts_is_left_out(attribute):
    outcome = admitted(f"[word]{{{attribute}}}")
    assert attributes(of_type(outcome.value, "Span")[0])[2] == {}
    assert [notice.condition for notice in outcome.notices] == [Condition.MARKUP_IS_SAFE]


@pytest.mark.parametrize(
    "markdown",
    [
        "[сөз]{lang=kk}",
        "::: {lang=kk-Cyrl .verse #x}\nсөз\n:::",
        '![A](a.png){#fig:a alt="a < b map" width=80% height=3.5cm}',
        "``` {.python startFrom=10}\nx\n```",
        "[a](https://x.org) [b](mailto:a@x.org) [c](#d) <https://x.org/?a=b>",
        "\\<b>, \\\\textbf\\{x}, a < b, `<i>`, 5 <6> 7, <https://x.org>",
    ],
)
def test_what_only_looks_is_kept(markdown):
    outcome = admitted(markdown)
    assert outcome.notices == ()
    assert outcome.value == read(markdown)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.org", "a.md"]
)
def test_address_that_no_reader_should_follow_is_left_out(address):
    outcome = admitted(f"[the words]({address})")
    assert not of_type(outcome.value, "Link")
    assert shown(outcome.value) == "the words"
    assert [notice.condition for notice in outcome.notices] == [Condition.MARKUP_IS_SAFE]


@pytest.mark.parametrize(
    "raw", ["<b>bold</b>", "<!-- never closed", "\\textbf{x}", "<script>alert(1)</script>"]
)
def test_raw_code_prints_as_typed_and_is_told(raw):
    outcome = admitted(f"Some {raw} here.")
    assert {notice.condition for notice in outcome.notices} == {Condition.MARKUP_IS_SAFE}
    assert not of_type(outcome.value, "RawInline")


def test_author_cannot_write_a_piece_of_the_front_matter():
    (made,) = of_type(admitted("::: {#front-title-kk}\nForged\n:::").value, "Div")
    assert not attributes(made)[0].startswith("front-")
