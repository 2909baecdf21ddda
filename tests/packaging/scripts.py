"""The scripts of `.ci/packaging`, loaded as modules."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

from tests.conftest import ROOT

FOLDER = ROOT / ".ci" / "packaging"


def load(name: str) -> Any:
    """Return a script as a module; what it imports beside itself is found."""
    path = FOLDER / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"packaging_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    sys.path.insert(0, str(path.parent))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module
