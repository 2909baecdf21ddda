from __future__ import annotations

import hashlib

import pytest

from workbench.errors import UnreadableArticle
from workbench.importers import plain

CONTENT = "\ufeffFünf Tote bei Homs\r\n\r\nBei Kämpfen starben fünf Soldaten. \U0001f56f e\u0301\r\n".encode()


def test_keeps_the_bytes_and_reads_the_text() -> None:
    imported = plain.read(CONTENT, "homs.txt")
    assert imported.document.content == CONTENT
    assert imported.document.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert imported.document.text == CONTENT.decode("utf-8-sig")
    assert imported.document.encoding == "utf-8"


def test_says_what_it_found_and_leaves_the_rest_to_be_asked() -> None:
    imported = plain.read(CONTENT, "homs.txt")
    assert (imported.title, imported.language) == ("Fünf Tote bei Homs", "de")
    assert (imported.outlet, imported.published) == ("", None)
    assert (imported.media_type, imported.file_name) == ("text/plain", "homs.txt")


def test_blanks_are_no_article() -> None:
    with pytest.raises(UnreadableArticle, match=r"homs\.txt holds nothing but blanks"):
        plain.read(b" \r\n\t\n", "homs.txt")
