"""The scripts of `.ci/packaging`, which are files to be started, not a package to be imported."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session")
def script() -> Callable[[str], Any]:
    """Return what loads a script by its place below `.ci/packaging`."""

    def load(place: str) -> Any:
        name = "packaging_" + place.removesuffix(".py").replace("/", "_")
        spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / "packaging" / place)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
