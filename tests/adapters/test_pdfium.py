"""Text back out of a PDF."""

import pytest

from basylym.adapters import pdfium
from basylym.model.notices import BasylymError, Condition


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_an_error_by_condition(content):
    with pytest.raises(BasylymError) as caught:
        pdfium.text(content, [800.0])
    assert caught.value.notice.condition is Condition.EDITION_KEEPS_TEXT
