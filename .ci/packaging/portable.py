"""Pack a bundle for carrying: a ZIP that is unpacked anywhere and started, the same bytes from the same files.

python .ci/packaging/portable.py [FOLDER] ZIP

Names are sorted, times are those of SOURCE_DATE_EPOCH (else of the last commit), and what may be started stays so.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from project import ROOT, epoch

FOLDER = "Casualty Workbench"
_UNIX = 3
#: ZIP knows no earlier time.
_EARLIEST = 315_532_800
_CHUNK = 1 << 20


def main(argv: Sequence[str]) -> int:
    """Pack the folder into the file named last; return the exit code."""
    if len(argv) not in {1, 2}:
        print(
            "Say a bundle's folder (dist/casualty-workbench where none is said) and the ZIP to be made.",
            file=sys.stderr,
        )
        return 2
    bundle = Path(argv[0]) if len(argv) == 2 else ROOT / "dist" / "casualty-workbench"
    if not bundle.is_dir():
        print(f"{bundle} is not there: build the bundle first.", file=sys.stderr)
        return 1
    made = Path(argv[-1])
    pack(bundle, made, epoch(os.environ))
    print(f"{made} ({made.stat().st_size / 1_000_000:.0f} MB)")
    return 0


def pack(bundle: Path, made: Path, when: int) -> None:
    """Write the files of `bundle` into a ZIP in which they lie in one folder, whole or not at all."""
    made.parent.mkdir(parents=True, exist_ok=True)
    part = made.with_name(made.name + ".part")
    with ZipFile(part, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(
            (path for path in bundle.rglob("*") if path.is_file()), key=lambda path: path.relative_to(bundle).parts
        ):
            _add(archive, path, f"{FOLDER}/{path.relative_to(bundle).as_posix()}", when)
    part.replace(made)


def _add(archive: ZipFile, path: Path, name: str, when: int) -> None:
    moment = datetime.fromtimestamp(max(when, _EARLIEST), UTC)
    entry = ZipInfo(name, moment.timetuple()[:6])
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX  # also on Windows, so that the bytes are the same
    mode = 0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644
    entry.external_attr = (stat.S_IFREG | mode) << 16
    entry.file_size = path.stat().st_size
    with path.open("rb") as source, archive.open(entry, "w") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
