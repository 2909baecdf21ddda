"""`python -m tests.offensive` writes docs/offensive.md."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.offensive.page import page
from tests.offensive.story import tell

PAGE = Path(__file__).resolve().parents[2] / "docs" / "offensive.md"


def main() -> int:
    """Write the page."""
    with TemporaryDirectory() as folder:
        PAGE.write_text(page(tell(Path(folder) / "offensive.case")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
