"""One measure: our figure and the floor's, taken in turn in the same run, and the goal their ratio has to reach."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

HEADER = ("measure", "ours", "floor", "ratio", "goal", "", "what the floor is")
WIDTHS = (50, 16, 16, 8, 16, 6, 0)


@dataclass(frozen=True, slots=True)
class Measure:
    """`ours` and `bare` return one figure each time they are called, in `unit`; what they set up is not in it.

    Seconds are to be few and rates ("…/s") many: `goal` is the most, or the least, that ours over the floor may be,
    or that ours itself may be where it is `absolute`.
    """

    name: str
    floor: str
    unit: str
    goal: float
    ours: Callable[[], float]
    bare: Callable[[], float]
    repeats: int = 5
    absolute: bool = False

    @property
    def is_rate(self) -> bool:
        """Whether more is better."""
        return self.unit.endswith("/s")


@dataclass(frozen=True, slots=True)
class Row:
    """The medians of a measure."""

    measure: Measure
    ours: float
    floor: float

    @property
    def ratio(self) -> float:
        """Ours divided by the floor."""
        return self.ours / self.floor

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        figure = self.ours if self.measure.absolute else self.ratio
        return figure >= self.measure.goal if self.measure.is_rate else figure <= self.measure.goal

    def cells(self) -> tuple[str, ...]:
        """Return what the table shows of it."""
        sign = "≥" if self.measure.is_rate else "≤"
        goal = shown(self.measure.goal, self.measure.unit) if self.measure.absolute else f"{self.measure.goal:g} ×"
        return (
            self.measure.name,
            shown(self.ours, self.measure.unit),
            shown(self.floor, self.measure.unit),
            f"{self.ratio:.2f} ×",
            f"{sign} {goal}",
            "" if self.reached else "MISSED",
            self.measure.floor,
        )


def take(measure: Measure) -> Row:
    """Measure ours and the floor in turn, so that a busy machine is as busy for both; the first pair only warms up."""
    pairs = [(measure.ours(), measure.bare()) for _ in range(measure.repeats + 1)][1:]
    return Row(measure, median(ours for ours, _ in pairs), median(bare for _, bare in pairs))


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def processor_seconds(work: Callable[[], object]) -> float:
    """Return how long `work` keeps one core busy, whatever else the machine does meanwhile."""
    start = process_time()
    work()
    return process_time() - start


def shown(figure: float, unit: str) -> str:
    """Return a figure with its unit: seconds in milliseconds where they are few, rates in whole numbers."""
    if unit == "s":
        return f"{figure:.2f} s" if figure >= 1 else f"{figure * 1000:.2f} ms"
    return f"{figure:,.0f} {unit}"


def line(cells: Iterable[str]) -> str:
    """Return one line of the table."""
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)).rstrip()
