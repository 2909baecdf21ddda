"""Which drives a file can be written ahead on: those of this computer that stay in it; and which file lies there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

#: Kinds of file system as Linux and macOS call them that lie on another computer, or that nobody knows where.
_REMOTE = re.compile(
    r"nfs\d?|cifs|smb\w*|afpfs|afs|ncpfs|ceph|glusterfs|lustre|gpfs|beegfs|ocfs2|gfs2|9p|virtiofs|vboxsf|vmhgfs"
    r"|webdav|davfs\d?|coda|drvfs|fuse(\..*)?|fuseblk|macfuse|osxfuse"
)
_FIXED = 3  # Windows: a drive that is built in
_MOUNT = re.compile(r"^(?P<source>.*?) on (?P<place>/.*) \((?P<kind>[^,)]+)(?P<how>[^)]*)\)$", re.MULTILINE)


def stays(folder: Path) -> bool:
    """Tell whether a folder lies on a drive of this computer that is not pulled out; False where nobody can tell.

    SQLite writes ahead (WAL) with memory that all programs on the file share, which no network drive has, and leaves
    two files beside it, which a drive that is pulled out leaves behind half written.
    """
    try:
        if sys.platform == "win32":
            import ctypes

            return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.resolve().anchor) == _FIXED)
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True, timeout=10)
            return stays_mac(folder.resolve(), told.stdout)
        return stays_linux(folder.resolve())
    except (OSError, ValueError, subprocess.SubprocessError):
        return False


def stays_linux(folder: Path, root: Path = Path("/")) -> bool:
    """Tell it by what the kernel says of mounts and devices, below `root`."""
    seen = ("", "", "")
    for line in (root / "proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines():
        fields, _, about = line.partition(" - ")
        _, _, device, _, place, *_ = fields.split()
        # Of several mounts at one place the last is the one that is seen.
        if _lies_in(folder, _plain(place)) and len(_plain(place)) >= len(seen[0]):
            seen = (_plain(place), about.split()[0], device)
    place, kind, device = seen
    return bool(place) and _REMOTE.fullmatch(kind) is None and not _comes_out(root / "sys/dev/block" / device)


def _comes_out(device: Path) -> bool:
    """Tell whether a block device hangs on USB or says of itself that it can be removed."""
    disk = device.resolve()
    if "usb" in "/".join(disk.parts):
        return True
    flags = [place / "removable" for place in (disk, disk.parent)]
    return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


def _plain(place: str) -> str:
    """Return a mount's place as it is: the kernel writes spaces as octal numbers."""
    return re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), place)


def _lies_in(folder: Path, place: str) -> bool:
    return PurePosixPath(folder.as_posix()).is_relative_to(place)


def stays_mac(folder: Path, mounts: str) -> bool:
    """Tell it by what ``mount`` prints: what is mounted below /Volumes was plugged in or connected."""
    found = [mount for mount in _MOUNT.finditer(mounts) if _lies_in(folder, mount["place"])]
    if not found:
        return False
    seen = max(found, key=lambda mount: len(mount["place"]))
    local = "local" in seen["how"].replace(" ", "").split(",")
    return local and _REMOTE.fullmatch(seen["kind"]) is None and not seen["place"].startswith("/Volumes/")


def real(path: Path) -> Path:
    """Return where a case lies that a symbolic link names: what lies beside it has to lie beside the file itself."""
    return path.resolve() if path.is_symlink() else path


def files_at(path: Path) -> tuple[tuple[int, int] | None, ...]:
    """Return what tells a case and what was written ahead of it from any other files; None where there is none.

    The second goes where a program that has it open, too, takes itself for the last to close it.
    """
    return file_at(path), file_at(path.with_name(f"{path.name}-wal"))


def file_at(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other; None where there is none."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_dev, there.st_ino
