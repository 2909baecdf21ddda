from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workbench.casefile import drives
from workbench.casefile.drives import stays, stays_linux, stays_mac

MOUNTS = """\
22 1 259:2 / / rw,relatime - ext4 /dev/nvme0n1p2 rw
40 22 0:51 / /home/ana/net rw shared:1 - nfs4 server:/home rw
41 22 0:52 / /home/ana/share\\040one rw - cifs //server/one rw
42 22 8:17 / /media/ana/STICK rw - vfat /dev/sdb1 rw
43 22 0:60 / /var rw - tmpfs tmpfs rw
44 22 0:61 / /home/ana/cloud rw - fuse.rclone cloud rw
45 22 11:0 / /media/card rw - ext4 /dev/mmcblk0p1 rw
46 43 259:9 / /var/over rw - cifs //server/old rw
47 43 259:9 / /var/over rw - ext4 /dev/nvme0n1p9 rw
"""

MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
//ana@server/one on /Users/ana/share one (smbfs, nodev, nosuid, mounted by ana)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/mountinfo").write_text(MOUNTS)
    disks = {"259:2": "pci/nvme0n1/p2", "8:17": "pci/usb2/sdb/sdb1", "11:0": "mmc/mmcblk0/p1"}
    (tmp_path / "sys/dev/block").mkdir(parents=True)
    for number, place in disks.items():
        (tmp_path / "sys/devices" / place).mkdir(parents=True)
        (tmp_path / "sys/dev/block" / number).symlink_to(tmp_path / "sys/devices" / place)
    (tmp_path / "sys/devices/mmc/mmcblk0/removable").write_text("1\n")
    (tmp_path / "sys/devices/pci/nvme0n1/removable").write_text("0\n")
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no colon in a name, which Linux gives its devices")
@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/ana", True),
        ("/var/x", True),
        ("/var/over/x", True),
        ("/home/ana/network", True),
        ("/home/ana/net/cases", False),
        ("/home/ana/share one", False),
        ("/home/ana/cloud", False),
        ("/media/ana/STICK/cases", False),
        ("/media/card", False),
    ],
)
def test_linux_tells_network_and_removable_drives(root: Path, folder: str, expected: bool) -> None:
    assert stays_linux(Path(folder), root) is expected


@pytest.mark.parametrize(
    ("folder", "expected"),
    [("/Users/ana", True), ("/Volumes/STICK/a", False), ("/Users/ana/share one/a", False)],
)
def test_macos_tells_network_and_plugged_in_drives(folder: str, expected: bool) -> None:
    assert stays_mac(Path(folder), MAC) is expected
    assert stays_mac(Path(folder), "") is False


def test_what_cannot_be_found_out_counts_as_a_drive_that_may_go(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: Path) -> bool:
        raise OSError

    for name in ("stays_linux", "stays_mac"):
        monkeypatch.setattr(drives, name, unknown)
    monkeypatch.setattr("sys.platform", "linux")
    assert stays(Path("/")) is False
