"""Figures → where it happened: bars by admin area, with how exactly each place is known; nothing is drawn here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.charts.atlas import Atlas
from workbench.charts.background import Background
from workbench.charts.parts import Segment
from workbench.charts.series import Bar, Panel, SideSeries
from workbench.charts.wording import caption, effect_title, people_words
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.circumstance import Where
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import Amount, add
from workbench.reckoning.words import amount_words
from workbench.wording import side_words

#: So many areas have a bar of their own; the smaller ones share one.
MOST = 20
#: UCDP's precision from which on a place is known no nearer than its district, its country, or not at all.
DISTRICT, COUNTRY, OPEN = 3, 6, 7
_PRECISIONS = {
    1: "placed exactly",
    2: "placed near it",
    3: "placed to the district",
    4: "placed to the province",
    5: "placed to a line or region",
    6: "placed to the country",
}
NOT_KNOWN = "Place not known"
_NO_AREA, _NO_PLACE = ", area not known", ", place not known"


@dataclass(frozen=True, slots=True)
class Home:
    """The row a figure stands in; `known` is false for the one of figures without a place."""

    key: str
    name: str
    known: bool = True


def by_place(
    reckoning: Reckoning,
    sides: Iterable[Side],
    effects: Sequence[Effect],
    atlas: Atlas,
    incident: int | None = None,
    background: Background | None = None,
) -> SideSeries:
    """Return the chart of `effects` by admin area, each bar parted by side; what has no place is the last bar.

    Where all that is known lies in one province, the bars are its places.
    """
    background = background or Background()
    wanted = [f for f in reckoning.figures if f.effect in effects and incident in (None, f.incident)]
    events = events_of(wanted)
    homes = _homes({figure.incident for figure in events}, atlas, background)
    named = {side.id: side for side in sides}
    panels = tuple(
        _panel(effect, [f for f in events if f.effect is effect], homes, named, background) for effect in effects
    )
    title = panels[0].title if len(panels) == 1 else "Casualties, by place"
    apart = [one for one in reckoning.unused if background.concerns(one.claim, effects, incident)]
    return SideSeries(title, panels, caption(wanted, apart, background, incident), background.convention)


def where_of(incident: int, background: Background) -> Where | None:
    """Return where an incident happened; None where nobody knows."""
    known = background.incidents.get(incident)
    where = known.where if known else None
    return None if where is None or where.precision >= OPEN or not (where.place or where.name) else where


def events_of(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures of events by incident; tolls since a day never mix with them."""
    return sorted((f for f in figures if f.scope is Scope.EVENT), key=lambda f: (f.incident, f.used))


def sized(amount: Amount) -> int:
    """Return the number by which amounts are ranked and drawn: what is counted, else the low end."""
    return amount.low if amount.known is None else amount.known


def _homes(incidents: Iterable[int], atlas: Atlas, background: Background) -> dict[int, Home]:
    """Return the row of every incident: its admin area, or where there is but one area, its place in it."""
    wheres = {incident: where_of(incident, background) for incident in incidents}
    areas = {incident: _area(where, atlas) for incident, where in wheres.items()}
    provinces = {home.key for home in areas.values() if home.known}
    places = {where.place or where.name for where in wheres.values() if where}
    if len(provinces) > 1 or len(places) < 2:
        return areas
    return {incident: _place(where, areas[incident]) for incident, where in wheres.items()}


def _area(where: Where | None, atlas: Atlas) -> Home:
    if where is None:
        return Home("", NOT_KNOWN, known=False)
    area = atlas.area(where.place)
    if where.precision == COUNTRY or (area and area.level == "country"):
        name = atlas.country(area.country) if area else where.name
        return Home(area.country if area else where.name, f"{name}{_NO_AREA}")
    return Home(area.id, area.name) if area else Home(where.place or where.name, where.name)


def _place(where: Where | None, area: Home) -> Home:
    if where is None:
        return area
    if where.precision >= DISTRICT:
        return Home(area.key, area.name.removesuffix(_NO_AREA) + _NO_PLACE)
    return Home(where.place or where.name, where.name)


def _panel(
    effect: Effect,
    figures: Sequence[Figure],
    homes: Mapping[int, Home],
    sides: Mapping[str, Side],
    background: Background,
) -> Panel:
    groups: dict[Home, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[homes[figure.incident]].append(figure)
    ranked = sorted(groups.items(), key=lambda item: (not item[0].known, -sized(add(item[1])), item[0].name))
    bars = tuple(_bar(home, group, effect, sides, background) for home, group in _gathered(ranked))
    return Panel(effect, f"{effect_title(effect)}, by place", people_words(figures), bars)


def _gathered(ranked: Sequence[tuple[Home, list[Figure]]]) -> list[tuple[Home, list[Figure]]]:
    """Put the smallest areas into one row where there are too many; what has no place stays apart."""
    known = [row for row in ranked if row[0].known]
    if len(known) <= MOST:
        return list(ranked)
    small = known[MOST - 1 :]
    rest = (Home("others", f"{len(small)} other areas"), [figure for _, group in small for figure in group])
    return [*known[: MOST - 1], rest, *(row for row in ranked if not row[0].known)]


def _bar(
    home: Home, figures: Sequence[Figure], effect: Effect, sides: Mapping[str, Side], background: Background
) -> Bar:
    amount = add(figures)
    parts = side_parts(figures, sides)
    used = tuple(dict.fromkeys(claim for figure in figures for claim in figure.used))
    return Bar(
        home.key or None,
        home.name,
        parts[0].colour if len(parts) == 1 else NEUTRAL,
        effect,
        amount.low,
        amount.best,
        amount.high,
        amount.known,
        amount.open,
        amount.unquantified,
        empty=False,
        label=amount_words(amount),
        note=precision_words(figures, background) if home.known else incidents_words(figures),
        segments=_drawn(parts, amount),
        used=used,
        not_used=tuple(dict.fromkeys(unused for figure in figures for unused in figure.not_used)),
        origins=background.origins(used),
    )


def _drawn(parts: Sequence[Segment], amount: Amount) -> tuple[Segment, ...]:
    """Return the parts that can be drawn to scale: several, of numbers that add up to what is known."""
    counted = tuple(part for part in parts if part.value)
    return counted if len(parts) > 1 and sum(part.value for part in counted) == amount.known else ()


def side_parts(figures: Iterable[Figure], sides: Mapping[str, Side]) -> tuple[Segment, ...]:
    """Return what each side has of some figures, in the case's order and the sides' colours; only what is counted."""
    groups: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.side].append(figure)
    return tuple(
        Segment(
            side_words(side, sides),
            add(groups[side]).known or 0,
            tuple(dict.fromkeys(claim for figure in groups[side] for claim in figure.used)),
            sides[side].colour if side is not None and side in sides else NEUTRAL,
        )
        for side in in_order(set(groups), sides.values())
    )


def precision_words(figures: Iterable[Figure], background: Background) -> str:
    """Return how exactly incidents are placed: "placed exactly", "3 placed exactly, 1 placed to the province"."""
    incidents = dict.fromkeys(figure.incident for figure in figures)
    found = Counter(where.precision for i in incidents if (where := where_of(i, background)))
    words = [(count, _PRECISIONS.get(precision, "placed")) for precision, count in sorted(found.items())]
    if len(incidents) == 1:
        return words[0][1] if words else ""
    return ", ".join(f"{count} {how}" for count, how in words)


def incidents_words(figures: Iterable[Figure]) -> str:
    """Return how many incidents some figures are of."""
    count = len({figure.incident for figure in figures})
    return "one incident" if count == 1 else f"{count} incidents"
