from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.casefile.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.create(tmp_path / "a.case")
    yield store
    store.close()
