"""The sample case: the shipped articles, read, and their incidents merged where they are proposed as one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from workbench.case import Case
from workbench.charts.drawing import to_png, to_svg
from workbench.charts.look import LIGHT
from workbench.commands.merging import next_merge
from workbench.commands.opening import created, looked_at, reckoned
from workbench.commands.picturing import series_of, write_report
from workbench.commands.reading import Reader, reader_of
from workbench.commands.taking import take_in
from workbench.errors import BadResource, CaseNotWritable, NotACaseFile
from workbench.exporters.table import to_text
from workbench.importers.imported import Imported
from workbench.importers.read import read
from workbench.resources import text_of
from workbench.saving import save

CASE, REPORT, SVG, PNG = "sample.case", "report.html", "chart.svg", "chart.png"
#: Who the journal of the sample case names.
ANALYST = "sample analyst"
_ALL = 10**9


def make(resources: Path, target: Path, say: Callable[[str], None]) -> None:
    """Make case, chart and report in the folder `target`, in place of older ones; `say` hears what came out.

    A sample case that somebody has corrected is kept beside the new one.
    """
    if (kept := _kept_aside(target / CASE)) is not None:
        say(f"{'Kept:':<8}{kept}, which somebody has corrected")
    _clear(target)
    reader = reader_of(resources)
    with created(target / CASE, ANALYST) as case:
        for imported in articles(resources / "sample"):
            take_in(case, reader, imported)
        while (merge := next_merge(case)) is not None:
            case.apply(merge)
        _show(case, reader, resources, target, say)


def articles(folder: Path) -> Iterator[Imported]:
    """Yield the sample articles, with what the index says of each."""
    try:
        rows = json.loads(text_of(folder / "index.json"))
        for row in rows:
            [imported] = read(folder / row["file"])
            told = date.fromisoformat(row["published"])
            yield replace(imported, title=row["title"], outlet=row["outlet"], language=row["language"], published=told)
    except (ValueError, KeyError, TypeError) as error:
        raise BadResource(
            f"index.json of the sample articles is damaged ({error}). Install the program again."
        ) from error


def _kept_aside(old: Path) -> Path | None:
    """Give an older sample case another name where somebody but the demo has acted on it; return where it lies."""
    try:
        with looked_at(old) as case:
            acted = any(line.analyst != ANALYST for line in case.log(limit=_ALL))
    except (NotACaseFile, CaseNotWritable):
        return None
    if not acted:
        return None
    kept = next(name for n in count(1) if not (name := old.with_stem(f"{old.stem}-corrected-{n}")).exists())
    return old.rename(kept)


def _clear(target: Path) -> None:
    try:
        target.mkdir(parents=True, exist_ok=True)
        for ending in ("", "-wal", "-shm"):
            (target / f"{CASE}{ending}").unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise CaseNotWritable(f"The sample cannot be made in {target}: {reason}. Choose another folder.") from error


def _show(case: Case, reader: Reader, resources: Path, target: Path, say: Callable[[str], None]) -> None:
    reckoning = reckoned(case, reader.conventions)
    series = series_of(case, reckoning)
    save(to_svg(series, LIGHT).encode(), target / SVG, "chart")
    save(to_png(series, LIGHT), target / PNG, "chart")
    write_report(case, reckoning, target / REPORT, resources)
    for words, name in (("Case", CASE), ("Chart", SVG), ("Chart", PNG), ("Report", REPORT)):
        say(f"{words + ':':<8}{target / name}")
    say("")
    for line in to_text(reckoning.figures, case.sides()).splitlines():
        say(line)
