"""What Windows shows of a program under Properties, Details, and in the task manager: text that PyInstaller reads."""

from __future__ import annotations

import re

ENGLISH, UNICODE = 0x0409, 1200


def details(version: str, file: str, purpose: str, publisher: str, rights: str) -> str:
    """Return the version resource of the program `file`: a Python expression, as PyInstaller wants it."""
    numbers = tuple(int(number) for number in numbered(version).split("."))
    shown = {
        "CompanyName": publisher,
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
