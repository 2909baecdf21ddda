"""Stands in for the module blis.py in bundles for Linux: matrices multiplied by the library that blis.cy holds already.

blis.py carries a second copy of the whole BLIS, 18 MB, of which thinc calls this one function, and that one calls
blis.cy. So what comes out is the same to the last bit.
"""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
from blis import cy

#: BLIS_TRANSPOSE of BLIS, which blis.cy calls TRANSPOSE and keeps to itself.
_TRANSPOSED = 0x08
_FUNCTION = "gemm[floats_t,floats_t,floats_t]"
_MATRIX = (ctypes.c_void_p, ctypes.c_int64, ctypes.c_int64)
_SIZES = (ctypes.c_int64, ctypes.c_int64, ctypes.c_int64)
_TYPE = ctypes.CFUNCTYPE(
    None, ctypes.c_int, ctypes.c_int, *_SIZES, ctypes.c_double, *_MATRIX, *_MATRIX, ctypes.c_double, *_MATRIX
)


def found() -> Any:
    """Return blis.cy's own function; ImportError where it is not the one that was known."""
    name = ctypes.pythonapi.PyCapsule_GetName
    name.restype, name.argtypes = ctypes.c_char_p, [ctypes.py_object]
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    capsule = cy.__pyx_capi__.get(_FUNCTION)
    told = name(capsule) if capsule is not None else b""
    kinds = [part.strip().rpartition("_2cy_")[2] for part in told.decode().partition("(")[2].rstrip(")").split(",")]
    sizes, matrix = ["dim_t"] * 3, ["floats_t", "inc_t", "inc_t"]
    if kinds != ["trans_t", "trans_t", *sizes, "double", *matrix, *matrix, "double", *matrix]:
        raise ImportError(f"blis.cy has another function for matrices: {told!r}")
    return _TYPE(pointer(capsule, told))


_gemm = found()


def gemm(
    first: Any,
    second: Any,
    *,
    out: Any = None,
    trans1: bool = False,
    trans2: bool = False,
    alpha: float = 1.0,
    beta: float = 1.0,
) -> Any:
    """Return `alpha` times the product of two matrices, each transposed where it is said, and `beta` times `out`.

    All are of 32-bit floats, and contiguous; thinc sees to that. ValueError where the shapes do not fit.
    """
    rows, inner = first.shape[::-1] if trans1 else first.shape
    other, columns = second.shape[::-1] if trans2 else second.shape
    if inner != other:
        raise ValueError(f"Shape mismatch for blis.gemm: {(rows, inner)}, {(other, columns)}")
    if out is None:
        out = np.zeros((rows, columns), dtype="f")
    _gemm(
        _TRANSPOSED if trans1 else 0,
        _TRANSPOSED if trans2 else 0,
        *(rows, columns, inner, alpha),
        *(first.ctypes.data, first.shape[1], 1),
        *(second.ctypes.data, second.shape[1], 1),
        *(beta, out.ctypes.data, out.shape[1], 1),
    )
    return out
