"""A text file is decoded with nothing changed, or refused in words an editor understands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from basylym.model.notices import WRONG_USE, BasylymError, Condition
from basylym.readers.txt import read

KAZAKH = "Қазақстан Республикасы – Орталық Азиядағы мемлекет. Оның астанасы – Астана, ұлты – қазақ. Әдебиет."
RUSSIAN = "Развитие экономики страны зависит от многих причин. Съезд принял решение об этом."
FRENCH = "Café déjà vu : naïve résumé de l’été à Genève, où l’élève apprit."


def rebuilt(source):
    return source.mark + source.text.encode(source.encoding)


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
    ],
)
def test_mark_and_utf8_say_the_encoding(codec, mark, name):
    outcome = read(mark + KAZAKH.encode(codec), "a.txt")
    source = outcome.value
    assert (source.text, source.encoding, source.mark) == (KAZAKH, name, mark)
    assert outcome.notices == ()


@pytest.mark.parametrize(
    ("text", "codec"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (KAZAKH, "kz1048"), (FRENCH, "cp1252")],
)
def test_encoding_told_from_letters_is_noticed(text, codec):
    outcome = read(text.encode(codec), "a.txt")
    assert outcome.value.text == text
    assert [notice.condition for notice in outcome.notices] == [Condition.ENCODING_IS_DECLARED]
    assert rebuilt(outcome.value) == text.encode(codec)


UKRAINIAN = (
    "Розвиток економіки країни залежить від багатьох причин. Її вивчали автори, які дійшли згоди щодо цього."
)
TURKISH = "Türkiye’nin ekonomisi son yıllarda büyük değişiklikler geçirdi. Şehirlerde yaşayan insanlar arttı."
ICELANDIC = "Það er ljóst að þróun efnahagslífsins hefur áhrif á fólkið í landinu. Íslendingar ræða málið."


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (f"{KAZAKH} {KAZAKH}", "ptcp154"),
        (UKRAINIAN, "cp1251"),
        (TURKISH, "cp1254"),
        (TURKISH.replace("’", ""), "iso8859-9"),
        (ICELANDIC, "cp1252"),
        ("Größere Städte wachsen über alle Maßen, kleine Dörfer schrumpfen.", "cp1252"),
        (RUSSIAN.upper(), "koi8-r"),
    ],
)
def test_encodings_of_neighbours_are_told_apart_by_the_letters_of_their_languages(text, codec):
    assert read(text.encode(codec), "a.txt").value.text == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [KAZAKH, "Plain English text, nothing else."])
def test_wide_text_without_a_mark_is_read_and_noticed(text, codec):
    outcome = read(text.encode(codec), "a.txt")
    assert outcome.value.text == text
    assert [notice.condition for notice in outcome.notices] == [Condition.ENCODING_IS_DECLARED]
    assert rebuilt(outcome.value) == text.encode(codec)


def test_where_two_encodings_fit_the_error_shows_what_each_makes_of_the_text():
    with pytest.raises(BasylymError) as caught:
        read("Сурет ү".encode("kz1048"), "a.txt")
    notice = caught.value.notice
    assert notice.condition is Condition.ENCODING_IS_CERTAIN
    assert "kz1048 (Сурет ү)" in notice.detail
    assert "cp1251 (Сурет ї)" in notice.detail
    assert "--encoding" in notice.condition.remedy


def test_utf8_with_a_few_broken_bytes_is_refused_at_the_first_of_them():
    raw = KAZAKH.encode() + "\nЖол ".encode() + b"\xff" + KAZAKH.encode()
    with pytest.raises(BasylymError) as caught:
        read(raw, "a.txt")
    notice = caught.value.notice
    assert notice.condition is Condition.SOURCE_IS_TEXT
    assert (notice.locus.line, notice.locus.column) == (2, 5)


@pytest.mark.parametrize("name", ["cp1251", "windows-1251", "CP1251"])
def test_named_encoding_is_used(name):
    assert read(RUSSIAN.encode("cp1251"), "a.txt", name).value.text == RUSSIAN


@pytest.mark.parametrize("name", ["utf-16", "utf-8-sig", "utf-8"])
def test_named_encoding_keeps_the_mark_apart(name):
    raw = RUSSIAN.encode(name)
    source = read(raw, "a.txt", name).value
    assert source.text == RUSSIAN
    assert rebuilt(source) == raw


@pytest.mark.parametrize(
    ("raw", "encoding", "condition"),
    [
        (b"", None, Condition.SOURCE_HAS_TEXT),
        (b" \n\t\r\n", None, Condition.SOURCE_HAS_TEXT),
        (b"\xef\xbb\xbf", None, Condition.SOURCE_HAS_TEXT),
        (b"123 + 456", None, Condition.SOURCE_HAS_TEXT),
        (b"text with\x00a zero", None, Condition.SOURCE_IS_TEXT),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", None, Condition.SOURCE_IS_TEXT),
        (bytes(range(1, 256)) * 3, None, Condition.SOURCE_IS_TEXT),
        (b"\xff\xfeabc", None, Condition.SOURCE_IS_TEXT),
        (b"text", "no-such-encoding", Condition.ENCODING_IS_KNOWN),
        (b"text", "base64", Condition.ENCODING_IS_KNOWN),
        (b"\xff\xff text", "utf-8", Condition.ENCODING_IS_KNOWN),
        (b"text", "idna", Condition.ENCODING_IS_KNOWN),
    ],
)
def test_what_is_no_text_is_refused_by_condition(raw, encoding, condition):
    with pytest.raises(BasylymError) as caught:
        read(raw, "a.txt", encoding)
    notice = caught.value.notice
    assert notice.condition is condition
    assert notice.locus.path == "a.txt"
    if condition is Condition.ENCODING_IS_KNOWN:
        assert caught.value.exit_code == WRONG_USE


@given(
    st.binary(max_size=200),
    st.sampled_from([None, "utf-8", "cp1251", "utf-16", "koi8-r", "shift_jis", "utf-7"]),
)
def test_any_bytes_come_back_or_are_refused(raw, encoding):
    try:
        source = read(raw, "a.txt", encoding).value
    except BasylymError:
        return
    assert rebuilt(source) == raw
