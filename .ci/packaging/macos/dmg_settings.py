"""What the disk image shows, for dmgbuild: the program beside a link to the folder it belongs into."""

from __future__ import annotations

from pathlib import Path
from typing import Any

#: dmgbuild puts what is given with -D here before it runs this file.
defines: dict[str, Any] = globals().get("defines", {})

application = defines["app"]
format = "ULMO"  # noqa: A001 - dmgbuild's name: LZMA, which macOS reads since 10.15
filesystem = "APFS"
files = [application, *([defines["licences"]] if "licences" in defines else [])]
symlinks = {"Applications": "/Applications"}
window_rect = ((200, 200), (560, 340))
default_view = "icon-view"
icon_size = 112
text_size = 13
icon_locations = {Path(application).name: (150, 140), "Applications": (410, 140)}
