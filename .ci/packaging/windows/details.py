"""What Windows shows of a program under Properties, Details, and in the task manager: text that PyInstaller reads."""

from __future__ import annotations

import re
import struct
from pathlib import Path

PUBLISHER = "Casualty Workbench contributors"
ENGLISH, UNICODE = 0x0409, 1200
#: What a program's head says of the processor it is made for → what that is called.
PROCESSORS = {0x8664: "x64", 0xAA64: "arm64"}


def details(version: str, file: str, purpose: str, rights: str) -> str:
    """Return the version resource of the program `file`: a Python expression, as PyInstaller wants it."""
    numbers = tuple(int(number) for number in numbered(version).split("."))
    shown = {
        "CompanyName": PUBLISHER,
        "FileDescription": purpose,
        "FileVersion": version,
        "InternalName": file.removesuffix(".exe"),
        "LegalCopyright": rights,
        "OriginalFilename": file,
        "ProductName": "Casualty Workbench",
        "ProductVersion": version,
    }
    structs = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in shown.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, "
        "fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('{ENGLISH:04X}{UNICODE:04X}', [{structs}])]), "
        f"VarFileInfo([VarStruct('Translation', [{ENGLISH}, {UNICODE}])])])\n"
    )


def numbered(version: str) -> str:
    """Return a version as the four numbers that Windows wants: 0.2.0rc1 as 0.2.0.0."""
    return ".".join([*re.findall(r"\d+", re.split(r"[a-z+-]", version)[0]), "0", "0", "0", "0"][:4])


def processor(program: Path) -> str:
    """Return the processor that a program for Windows is made for: x64 or arm64.

    Raises:
        ValueError: where the file is no such program.

    """
    head = program.read_bytes()[:4096]
    start = struct.unpack_from("<I", head, 0x3C)[0] if len(head) >= 0x40 else 0
    if head[start : start + 4] != b"PE\0\0":
        raise ValueError(f"{program} is no program for Windows.")
    machine = struct.unpack_from("<H", head, start + 4)[0]
    if machine not in PROCESSORS:
        raise ValueError(f"{program} is made for another processor than {' and '.join(PROCESSORS.values())}.")
    return PROCESSORS[machine]


def rights(root: Path) -> str:
    """Return who has the copyright, as LICENSE says."""
    text = (root / "LICENSE").read_text(encoding="utf-8")
    return next(line for line in text.splitlines() if line.startswith("Copyright"))
