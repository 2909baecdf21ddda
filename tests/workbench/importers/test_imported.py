from __future__ import annotations

from workbench.importers.imported import document_of


def test_the_hash_is_of_the_bytes() -> None:
    document = document_of(b"", "", "utf-8")
    assert document.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
