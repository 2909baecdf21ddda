"""Print the release notes of a version, as CHANGELOG.md tells them.

python .ci/packaging/notes.py 1.2.0
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_BELOW = """
---
How to install, and what Windows and macOS say of it: docs/install.md. `SHA256SUMS` holds the checksums of the files;
`*.cdx.json` says what is inside (CycloneDX); the licences of others stand under *Help, About*,
and in each program's folder `resources/licences`.
"""


def notes(changelog: str, version: str) -> str:
    """Return the section of a version, without its heading.

    Raises:
        SystemExit: where the changelog has no section, or an empty one, for the version.

    """
    found = re.search(
        rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## \[|^\[|\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    if found is None or not found[1].strip():
        below = f"below “## [{version}] - DATE”"
        sys.exit(f"CHANGELOG.md tells nothing of {version}: move what stands under “Unreleased” {below}.")
    return found[1].strip() + "\n" + _BELOW


def main(arguments: list[str]) -> int:
    """Print the notes of the version that is named; a tag's leading v is dropped."""
    if len(arguments) != 1:
        sys.exit("Say which version: notes.py 1.2.0")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    print(notes(changelog, arguments[0].removeprefix("v")), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
