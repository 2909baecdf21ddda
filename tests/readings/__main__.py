"""`python -m tests.readings` writes docs/readings.md; with `--differences` it lists what the readings do not name."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from tests.readings.articles import ROOT, load, names, reader
from tests.readings.compare import differences
from tests.readings.page import page

PAGE = ROOT / "docs" / "readings.md"


def main(words: Sequence[str]) -> int:
    """Write the page, or list the differences as the readings' files want them."""
    extractor = reader()
    articles = [load(name, extractor) for name in names()]
    if "--differences" in words:
        for one in articles:
            known = {(d["claim"], d["field"], d["got"]) for d in one.reading.get("differences", ())}
            for each in (d for d in differences(one) if tuple(d) not in known):
                told = {"claim": each.claim, "field": each.field, "got": each.got}
                sys.stdout.write(f"{one.name} {json.dumps(told, ensure_ascii=False)}\n")
        return 0
    PAGE.write_text(page(articles), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
