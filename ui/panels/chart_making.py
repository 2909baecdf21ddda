"""A chart made behind the window, of what was taken from the case; of several that were asked for only the last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ui.tasks import Runner
from workbench.charts.kinds import Chart, Kind, Material, Query
from workbench.reckoning.undecided import twice, warning


@dataclass(frozen=True, slots=True)
class Made:
    """A chart, the id of its kind, and who of those charted may be counted twice."""

    kind: str
    chart: Chart
    warned: str


class ChartMaking:
    """Knows which chart is awaited, so that one that comes too late is nobody's."""

    def __init__(self, behind: Runner, take: Callable[[Made], object], failed: Callable[[Exception], object]) -> None:
        """Make charts by `behind`; `take` gets the one that is awaited, `failed` why there is none."""
        self._behind, self._take, self._failed = behind, take, failed
        self._awaited = 0
        self._work: Callable[[], Made] | None = None

    def leave(self) -> None:
        """Wait no longer for what is under way."""
        self._awaited += 1
        self._work = None

    @property
    def is_under_way(self) -> bool:
        """Whether a chart is awaited."""
        return self._work is not None

    def begin(self, kind: Kind, material: Material, query: Query) -> None:
        """Make this chart in place of what is under way; nothing it is made of may change."""
        self.leave()
        number, self._work = self._awaited, partial(made, kind, material, query)
        work = self._work
        self._behind.run(
            lambda: work() if number == self._awaited else None,
            partial(self._come, number),
            partial(self._fail, number),
        )

    def finish(self) -> None:
        """Make at once what is under way."""
        if self._work is not None:
            self._come(self._awaited, self._work())

    def _come(self, number: int, chart: Made | None) -> None:
        if chart is not None and number == self._awaited and self.is_under_way:
            self.leave()
            self._take(chart)

    def _fail(self, number: int, error: Exception) -> None:
        if number == self._awaited:
            self.leave()
            self._failed(error)


def made(kind: Kind, material: Material, query: Query) -> Made:
    """Make a chart."""
    figures, background = material.reckoning.figures, material.background
    shown = (f for f in figures if f.effect in query.effects and query.incident in (None, f.incident))
    warned = warning(twice(shown, background.undecided), background.incidents)
    return Made(kind.id, kind.make(material, query), warned)
