"""The scripts of `.ci/packaging`, which are files to be started, not a package to be imported."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import ROOT

FOLDER = ROOT / ".ci" / "packaging"


@pytest.fixture(scope="session")
def script() -> Callable[[str], Any]:
    """Return what loads a script by its place below `.ci/packaging`."""

    def load(place: str) -> Any:
        name = "packaging_" + place.removesuffix(".py").replace("/", "_")
        spec = importlib.util.spec_from_file_location(name, FOLDER / place)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # dataclasses ask for their module
        sys.path.insert(0, str(FOLDER))  # scripts import what lies beside them
        try:
            spec.loader.exec_module(module)
        finally:
            sys.path.remove(str(FOLDER))
        return module

    return load
