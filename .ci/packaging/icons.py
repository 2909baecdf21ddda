"""Make the icons of the program and of its case files for Windows and macOS from the drawings: they are committed.

python .ci/packaging/icons.py, after a drawing was changed. What the drawings hold (rectangles and polygons without
curves) is moved to whole pixels in each size, so that bars and lines are as sharp at 16 pixels as at 256.
"""

from __future__ import annotations

import os
import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent / "icons"
#: Each drawing, and which part of its 64 by 64 units Windows shows: icons reach the border there, on macOS they do not.
DRAWINGS = {
    "app": (HERE.parents[2] / "resources" / "icons" / "app.svg", (4.0, 4.0, 56.0, 56.0)),
    "case": (HERE / "case.svg", (0.0, 0.0, 64.0, 64.0)),
}
WHOLE = (0.0, 0.0, 64.0, 64.0)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
#: The kinds of a macOS icon that are PNG files, with their sizes in pixels.
ICNS_SIZES = {
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip
PNG_SIZE = 256
#: The picture at the left of the installer's last page, in pixels, its colour, and the icon in it.
SIDE, SIDE_COLOUR, SIDE_ICON = (164, 314), "#dbe8f4", 96


def main() -> int:
    """Write every icon anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv)
    for name in DRAWINGS:
        for path, data in files(name).items():
            path.write_bytes(data)
    (HERE / "side.bmp").write_bytes(saved(side(), b"BMP"))
    del app
    return 0


def files(name: str) -> dict[Path, bytes]:
    """Return each file made of the drawing `name`, with its bytes."""
    drawing, part = DRAWINGS[name]
    return {
        HERE / f"{name}.ico": ico([image(drawing, part, size) for size in ICO_SIZES]),
        HERE / f"{name}.icns": icns({kind: png(image(drawing, WHOLE, size)) for kind, size in ICNS_SIZES.items()}),
        HERE / f"{name}.png": png(image(drawing, part, PNG_SIZE)),
    }


def image(drawing: Path, part: tuple[float, float, float, float], size: int) -> QImage:
    """Draw `part` of a drawing, `size` pixels wide and high, its edges on whole pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(snapped(drawing, part, size))).render(painter)
    painter.end()
    return picture


def snapped(drawing: Path, part: tuple[float, float, float, float], size: int) -> bytes:
    """Return the drawing in a grid of `size` units, with every edge on a line of that grid."""
    left, top, width, height = part
    across, down = size / width, size / height
    tree = ET.parse(drawing)  # noqa: S314 - a drawing of this project
    root = tree.getroot()
    root.set("viewBox", f"0 0 {size} {size}")
    for element in root:
        if element.tag.endswith("rect"):
            _snap_rectangle(element, (left, top), (across, down))
        else:
            _snap_polygon(element, (left, top), (across, down))
    return ET.tostring(root)


def _snap_rectangle(element: ET.Element, origin: tuple[float, float], scale: tuple[float, float]) -> None:
    for place, length, start, factor in zip(("x", "y"), ("width", "height"), origin, scale, strict=True):
        low = float(element.get(place, "0"))
        high = low + float(element.get(length, "0"))
        first = round((low - start) * factor)
        element.set(place, str(first))
        element.set(length, str(max(1, round((high - start) * factor) - first)))
    element.set("rx", str(float(element.get("rx", "0")) * scale[0]))


def _snap_polygon(element: ET.Element, origin: tuple[float, float], scale: tuple[float, float]) -> None:
    points = []
    for pair in element.get("points", "").split():
        places = zip(pair.split(","), origin, scale, strict=True)
        points.append(",".join(str(round((float(place) - start) * factor)) for place, start, factor in places))
    element.set("points", " ".join(points))


def side() -> QImage:
    """Draw the icon on the picture at the side of the installer's last page, in few colours."""
    width, height = SIDE
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(SIDE_COLOUR))
    painter = QPainter(picture)
    painter.drawImage((width - SIDE_ICON) // 2, height // 4, image(*DRAWINGS["app"], SIDE_ICON))
    painter.end()
    return picture.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)


def png(picture: QImage) -> bytes:
    """Return a picture as a PNG file."""
    return saved(picture, b"PNG")


def saved(picture: QImage, kind: bytes) -> bytes:
    """Return a picture as a file of a kind that Qt knows."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(picture)
    return bytes(buffer.data().data())


def ico(pictures: list[QImage]) -> bytes:
    """Return a Windows icon: bitmaps, which everything reads, and PNG for the largest, which would weigh 256 KB."""
    bodies = [png(picture) if picture.width() >= PNG_SIZE else bitmap(picture) for picture in pictures]
    at = 6 + 16 * len(bodies)
    entries = []
    for picture, body in zip(pictures, bodies, strict=True):
        side = picture.width() % 256  # 256 is written as 0
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), at))
        at += len(body)
    return struct.pack("<HHH", 0, 1, len(bodies)) + b"".join(entries) + b"".join(bodies)


def bitmap(picture: QImage) -> bytes:
    """Return a picture as a bitmap inside an icon: rows from the bottom, then an empty mask (alpha says it all)."""
    size = picture.width()
    rows = bytes(picture.constBits())
    upside_down = b"".join(rows[4 * size * row : 4 * size * (row + 1)] for row in reversed(range(size)))
    mask = bytes((size + 31) // 32 * 4 * size)
    return struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0) + upside_down + mask


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Return a macOS icon of PNG files by kind."""
    body = b"".join(kind + struct.pack(">I", 8 + len(data)) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    sys.exit(main())
