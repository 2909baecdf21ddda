"""The icons of the program and of its cases: as drawn, sharp in every size, in the formats of Windows and macOS."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

NAMES = ("app", "case")


@pytest.fixture
def icons(script: Callable[[str], Any], qapp: QGuiApplication) -> Any:
    return script("icons.py")


def entries(data: bytes) -> list[tuple[int, bytes]]:
    """Return width and bytes of each picture of a Windows icon."""
    zero, kind, count = struct.unpack_from("<HHH", data)
    assert (zero, kind) == (0, 1)
    found = []
    for number in range(count):
        width, height, _, _, _, bits, length, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert (width, bits) == (height, 32)
        found.append((width or 256, data[at : at + length]))
    assert sum(len(body) for _, body in found) == len(data) - 6 - 16 * count
    return found


def chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return kind and bytes of each picture of a macOS icon."""
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    found, at = [], 8
    while at < len(data):
        length = struct.unpack_from(">I", data, at + 4)[0]
        found.append((data[at : at + 4], data[at + 8 : at + length]))
        at += length
    return found


@pytest.mark.parametrize("name", NAMES)
def test_what_is_committed_is_what_the_drawing_makes(icons: Any, name: str) -> None:
    for path, data in icons.files(name).items():
        kept, made = QImage(str(path)), QImage.fromData(data)
        assert not kept.isNull(), path
        assert (kept.width(), kept.height()) == (made.width(), made.height())
        # Other versions of Qt may compress otherwise and round otherwise at a curve; an edited drawing moves more.
        assert differing(kept, made) <= kept.width() * kept.height() // 100, f"run .ci/packaging/icons.py for {path}"


def differing(one: QImage, other: QImage) -> int:
    """Count the channels of pixels that look otherwise."""
    pictures = [picture.convertToFormat(QImage.Format.Format_ARGB32) for picture in (one, other)]
    return sum(abs(a - b) > 8 for a, b in zip(*(bytes(picture.constBits()) for picture in pictures), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_a_windows_icon_holds_every_size_and_only_the_largest_as_png(icons: Any, name: str) -> None:
    found = entries((icons.HERE / f"{name}.ico").read_bytes())
    assert [width for width, _ in found] == [16, 20, 24, 32, 40, 48, 64, 256]
    assert [body.startswith(b"\x89PNG") for _, body in found] == [False] * 7 + [True]
    for width, body in found[:-1]:
        assert struct.unpack_from("<Iii", body) == (40, width, 2 * width)
        assert len(body) == 40 + 4 * width * width + (width + 31) // 32 * 4 * width


@pytest.mark.parametrize("name", NAMES)
def test_a_mac_icon_holds_png_files_of_the_size_their_kind_says(icons: Any, name: str) -> None:
    found = chunks((icons.HERE / f"{name}.icns").read_bytes())
    assert {kind: QImage.fromData(body).width() for kind, body in found} == icons.ICNS_SIZES


def test_edges_stand_on_whole_pixels(icons: Any, tmp_path: Path) -> None:
    drawing = tmp_path / "one.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        '<rect x="13" y="13" width="21" height="2" fill="#0000ff"/>'
        '<polygon points="0,41 13,41 13,64 0,64" fill="#ff0000"/></svg>',
        encoding="utf-8",
    )
    for size in (16, 20, 24, 48):
        picture = icons.image(drawing, icons.WHOLE, size)
        colours = {QColor.fromRgba(picture.pixel(x, y)).name() for x in range(size) for y in range(size)}
        assert colours == {"#000000", "#0000ff", "#ff0000"}, "a line never blurs, and never vanishes"


def test_the_corner_of_a_case_is_folded(icons: Any) -> None:
    drawing, part = icons.DRAWINGS["case"]
    picture = icons.image(drawing, part, 16)
    assert picture.pixelColor(13, 0).alpha() < 128
    assert picture.pixelColor(2, 0).alpha() == 255


def test_the_side_of_the_installer_is_as_drawn_in_the_size_it_takes(icons: Any) -> None:
    kept = QImage(str(icons.HERE / "side.bmp"))
    assert (kept.width(), kept.height()) == (164, 314)
    assert kept.colorCount() <= 256
    assert differing(kept, icons.side()) <= kept.width() * kept.height() // 100
