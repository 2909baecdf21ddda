from __future__ import annotations

from pathlib import Path

import pytest

from workbench.commands.lines import reader_of
from workbench.commands.reading import Reader


@pytest.fixture(scope="session")
def reader(resources: Path) -> Reader:
    return reader_of(resources)
