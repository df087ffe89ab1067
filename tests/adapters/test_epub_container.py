"""The container of an EPUB: the same bytes for the same files."""

import zipfile
from io import BytesIO

from basylym.adapters import epub

FILES = {"mimetype": b"application/epub+zip", "b": b"2", "a": b"1" * 500}


def test_the_media_type_comes_first_and_is_not_compressed():
    with zipfile.ZipFile(BytesIO(epub.pack(FILES, 1_700_000_000))) as archive:
        first = archive.infolist()[0]
        assert archive.namelist() == ["mimetype", "a", "b"]
    assert first.compress_type == zipfile.ZIP_STORED
    assert first.date_time == (2023, 11, 14, 22, 13, 20)


def test_the_same_files_in_another_order_give_the_same_bytes():
    turned = dict(reversed(FILES.items()))
    assert epub.pack(FILES, 1_700_000_000) == epub.pack(turned, 1_700_000_000)


def test_what_was_packed_can_be_unpacked():
    assert epub.unpack(epub.pack(FILES, 1_700_000_000)) == FILES
