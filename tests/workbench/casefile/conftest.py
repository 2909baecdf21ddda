from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.casefile.cipher import Key
from workbench.casefile.store import Store

KEY = Key(b"salt of one file", b"the secret of 32 bytes of a case")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the tests of a module that says ENCRYPTED_TOO on plain and on encrypted cases."""
    if "key" in metafunc.fixturenames and getattr(metafunc.module, "ENCRYPTED_TOO", False):
        metafunc.parametrize("key", [None, KEY], ids=["plain", "encrypted"])


@pytest.fixture
def key() -> Key | None:
    """Return what opens the case of a test."""
    return None


@pytest.fixture
def store(tmp_path: Path, key: Key | None) -> Iterator[Store]:
    store = Store.create(tmp_path / "a.case", key=key)
    yield store
    store.close()
