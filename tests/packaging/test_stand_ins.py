"""What stands in a bundle for modules that were left out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.conftest import ROOT

HOOK = ROOT / ".ci" / "packaging" / "without_clients.py"


@pytest.fixture(scope="module")
def blis_py(script: Callable[[str], Any]) -> Any:
    return script("blis_py.py")


@pytest.mark.parametrize("trans1", [False, True])
@pytest.mark.parametrize("trans2", [False, True])
@pytest.mark.parametrize("sizes", [(1, 1, 1), (3, 5, 7), (200, 96, 288), (64, 300, 2)])
def test_matrices_are_multiplied_as_blis_does_to_the_last_bit(
    blis_py: Any, sizes: tuple[int, int, int], trans1: bool, trans2: bool
) -> None:
    import blis.py

    chance, (rows, inner, columns) = np.random.default_rng(7), sizes
    first = chance.standard_normal((inner, rows) if trans1 else (rows, inner)).astype("f")
    second = chance.standard_normal((columns, inner) if trans2 else (inner, columns)).astype("f")
    turned = {"trans1": trans1, "trans2": trans2}
    ours, theirs = (gemm(first, second, beta=0.0, **turned) for gemm in (blis_py.gemm, blis.py.gemm))
    assert ours.tobytes() == theirs.tobytes()
    ours, theirs = np.ones((rows, columns), "f"), np.ones((rows, columns), "f")
    blis_py.gemm(first, second, out=ours, alpha=0.5, **turned)
    blis.py.gemm(first, second, out=theirs, alpha=0.5, **turned)
    assert ours.tobytes() == theirs.tobytes()


def test_matrices_that_do_not_fit_are_refused(blis_py: Any) -> None:
    with pytest.raises(ValueError, match="Shape mismatch"):
        blis_py.gemm(np.ones((2, 3), "f"), np.ones((2, 3), "f"))


@pytest.mark.parametrize("there", [{}, {"gemm[floats_t,floats_t,floats_t]": None}])
def test_another_blis_is_refused(blis_py: Any, there: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blis_py, "cy", SimpleNamespace(__pyx_capi__=there))
    with pytest.raises(ImportError, match="another function"):
        blis_py.found()


def test_spacy_reads_without_its_command_line() -> None:
    program = f"""
import runpy, sys
runpy.run_path({str(HOOK)!r})
import spacy, spacy.cli.info
assert spacy.info() == {{}}
loaded = [name for name in ("requests", "httpx", "typer", "rich", "weasel") if name in sys.modules]
assert not loaded, loaded
assert [token.text for token in spacy.blank("de")("Fünf Tote.")] == ["Fünf", "Tote", "."]
"""
    subprocess.run([sys.executable, "-c", program], check=True)
