from __future__ import annotations

from pathlib import Path

import pytest

from workbench.commands.reading import Reader, reader_of


@pytest.fixture(scope="session")
def reader(resources: Path) -> Reader:
    return reader_of(resources)
