"""Figures → where it happened: bars by admin area, with how exactly each place is known; nothing is drawn here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.charts.atlas import Atlas
from workbench.charts.background import Background
from workbench.charts.parts import Segment
from workbench.charts.phrases import Phrases, english
from workbench.charts.series import Bar, Panel, panel_words, rationales_of
from workbench.charts.table import FIGURE, Table, provenance
from workbench.charts.wording import caption, people_words
from workbench.colours import NEUTRAL
from workbench.model.actor import Side
from workbench.model.circumstance import Where
from workbench.model.claim import Effect, Scope
from workbench.model.figure import Figure, Reckoning
from workbench.reckoning.sides import in_order
from workbench.reckoning.totals import Amount, add
from workbench.spreadsheet import Cell

#: So many areas have a bar of their own; the smaller ones share one.
MOST = 20
#: UCDP's precision from which on a place is known no nearer than its district, its country, or not at all.
DISTRICT, COUNTRY, OPEN = 3, 6, 7
COLUMNS = ("area_id", "area", "side", "effect", *FIGURE)
_NO_AREA, _NO_PLACE = ", area not known", ", place not known"


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """A chart by place: a panel for each effect, the sides' names and colours, and the lines beneath.

    `split` holds each bar once for every side it has people of, with that side's name.
    """

    title: str
    panels: tuple[Panel, ...]
    split: tuple[tuple[str, Bar], ...]
    legend: tuple[tuple[str, str], ...]
    caption: tuple[str, ...]
    convention: str = "default"
    phrases: Phrases = field(default_factory=english, compare=False)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """All bars, from the first panel's top to the last one's end."""
        return tuple(bar for panel in self.panels for bar in panel.bars)

    @property
    def description(self) -> str:
        """What the chart shows, in sentences for those who do not see it."""
        return " ".join([*map(panel_words, self.panels), *(f"{line}." for line in self.caption)])

    def table(self) -> Table:
        """Return one row for each bar and side, in people; the rows of a bar add up to it."""
        return Table(COLUMNS, tuple(_row(side, bar, self.convention) for side, bar in self.split))


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
) -> PlaceSeries:
    """Return the chart of `effects` by admin area, each bar parted by side; what has no place is the last bar.

    Where all that is known lies in one province, the bars are its places.
    """
    background = background or Background()
    wanted = [f for f in reckoning.figures if f.effect in effects and incident in (None, f.incident)]
    events = events_of(wanted)
    homes = _homes({figure.incident for figure in events}, atlas, background)
    named = {side.id: side for side in sides}
    phrases = background.phrases
    groups = {effect: _grouped([f for f in events if f.effect is effect], homes, phrases) for effect in effects}
    panels = tuple(_panel(effect, groups[effect], named, background) for effect in effects)
    split = tuple(row for effect in effects for row in _split(effect, groups[effect], named, background))
    title = panels[0].title if len(panels) == 1 else phrases("by_place", effect=phrases("casualties"))
    apart = [one for one in reckoning.unused if background.concerns(one.claim, effects, incident)]
    lines = caption(wanted, apart, background, incident)
    legend = legend_of(events, named, phrases)
    return PlaceSeries(title, panels, split, legend, lines, background.convention, phrases)


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


def legend_of(figures: Iterable[Figure], sides: Mapping[str, Side], phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return the names and colours of the sides of some figures."""
    order = in_order({figure.side for figure in figures}, sides.values())
    return tuple((phrases.side(side, sides), _colour(side, sides)) for side in order)


def _colour(side: str | None, sides: Mapping[str, Side]) -> str:
    return sides[side].colour if side is not None and side in sides else NEUTRAL


def _homes(incidents: Iterable[int], atlas: Atlas, background: Background) -> dict[int, Home]:
    """Return the row of every incident: its admin area, or where there is but one area, its place in it."""
    wheres = {incident: where_of(incident, background) for incident in incidents}
    phrases = background.phrases
    areas = {incident: _area(where, atlas, phrases) for incident, where in wheres.items()}
    provinces = {home.key for home in areas.values() if home.known}
    places = {where.place or where.name for where in wheres.values() if where}
    if len(provinces) > 1 or len(places) < 2:
        return areas
    return {incident: _place(where, areas[incident], atlas, phrases) for incident, where in wheres.items()}


def _area(where: Where | None, atlas: Atlas, phrases: Phrases) -> Home:
    if where is None:
        return Home("", phrases("place_unknown"), known=False)
    area = atlas.area(where.place)
    if where.precision == COUNTRY or (area and area.level == "country"):
        name = atlas.country(area.country) if area else where.name
        return Home(area.country if area else where.name, phrases("area_unknown", name=phrases.place(name)))
    if area is None:
        return Home(where.place or where.name, phrases.place(where.name))
    return Home(area.id, phrases.place(area.name))


def _place(where: Where | None, home: Home, atlas: Atlas, phrases: Phrases) -> Home:
    """Return the row of a place within the one area there is."""
    if where is None:
        return home
    if where.precision >= DISTRICT:
        area = atlas.area(where.place)
        name = phrases.place(area.name if area else where.name)
        return Home(home.key, phrases("place_in_unknown", name=name))
    return Home(where.place or where.name, phrases.place(where.name))


#: The figures of each row.
_Groups = Sequence[tuple[Home, list[Figure]]]


def _grouped(figures: Iterable[Figure], homes: Mapping[int, Home], phrases: Phrases) -> _Groups:
    """Return the figures of each row, the largest first and what has no place last."""
    groups: dict[Home, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[homes[figure.incident]].append(figure)
    ranked = sorted(groups.items(), key=lambda item: (not item[0].known, -sized(add(item[1])), item[0].name))
    return _gathered(ranked, phrases)


def _panel(effect: Effect, groups: _Groups, sides: Mapping[str, Side], background: Background) -> Panel:
    phrases = background.phrases
    bars = tuple(_bar(home, figures, effect, sides, background) for home, figures in groups)
    there = people_words([figure for _, figures in groups for figure in figures], phrases)
    return Panel(effect, phrases("by_place", effect=phrases.title(effect)), there, bars)


def _split(
    effect: Effect, groups: _Groups, sides: Mapping[str, Side], background: Background
) -> Iterable[tuple[str, Bar]]:
    for home, figures in groups:
        for side in in_order({figure.side for figure in figures}, sides.values()):
            part = [figure for figure in figures if figure.side == side]
            yield background.phrases.side(side, sides), _bar(home, part, effect, sides, background)


def _gathered(ranked: _Groups, phrases: Phrases) -> _Groups:
    """Put the smallest areas into one row where there are too many; what has no place stays apart."""
    known = [row for row in ranked if row[0].known]
    if len(known) <= MOST:
        return ranked
    small = known[MOST - 1 :]
    rest = (
        Home("others", phrases.counted("other_areas", len(small))),
        [figure for _, group in small for figure in group],
    )
    return [*known[: MOST - 1], rest, *(row for row in ranked if not row[0].known)]


def _bar(
    home: Home, figures: Sequence[Figure], effect: Effect, sides: Mapping[str, Side], background: Background
) -> Bar:
    amount, phrases = add(figures), background.phrases
    parts = side_parts(figures, effect, sides, phrases)
    used = tuple(dict.fromkeys(claim for figure in figures for claim in figure.used))
    label = phrases.amount(amount)
    what = phrases("happened", number=label, effect=phrases.effect(effect))
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
        label=label,
        note=precision_words(figures, background) if home.known else incidents_words(figures, phrases),
        words=phrases("mark", what=what, whom=home.name),
        segments=_drawn(parts, amount),
        used=used,
        not_used=tuple(dict.fromkeys(unused for figure in figures for unused in figure.not_used)),
        origins=background.origins(used),
        by_hand=rationales_of(figures),
        claimed=amount.claimed or 0,
    )


def _drawn(parts: Sequence[Segment], amount: Amount) -> tuple[Segment, ...]:
    """Return the parts that can be drawn to scale: several, of numbers that add up to what is known."""
    counted = tuple(part for part in parts if part.value)
    return counted if len(parts) > 1 and sum(part.value for part in counted) == amount.known else ()


def side_parts(
    figures: Iterable[Figure], effect: Effect, sides: Mapping[str, Side], phrases: Phrases
) -> tuple[Segment, ...]:
    """Return what each side has of some figures, in the case's order and the sides' colours; only what is counted."""
    groups: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.side].append(figure)
    order = in_order(set(groups), sides.values())
    return tuple(_part(side, groups[side], effect, sides, phrases) for side in order)


def _part(
    side: str | None, figures: Sequence[Figure], effect: Effect, sides: Mapping[str, Side], phrases: Phrases
) -> Segment:
    amount, name = add(figures), phrases.side(side, sides)
    value, vague = amount.known or 0, amount.best is None and not amount.unquantified
    what = phrases("happened", number=phrases.amount(amount), effect=phrases.effect(effect))
    claims = tuple(dict.fromkeys(claim for figure in figures for claim in figure.used))
    return Segment(name, value, claims, _colour(side, sides), phrases("mark", what=what, whom=name), vague)


def precision_words(figures: Iterable[Figure], background: Background) -> str:
    """Return how exactly incidents are placed: "exact place", "4 incidents: 3 exact, 1 province only"."""
    incidents, phrases = dict.fromkeys(figure.incident for figure in figures), background.phrases
    found = Counter(where.precision for i in incidents if (where := where_of(i, background)))
    if len(incidents) == 1:
        return "".join(phrases(f"placed.{precision}") for precision in found)
    if len(found) < 2:
        how = "".join(phrases(f"placed.{precision}") for precision in found)
    else:
        how = ", ".join(phrases.counted(f"placed_many.{one}", count) for one, count in sorted(found.items()))
    return phrases("placed", incidents=phrases.counted("how_many", len(incidents)), how=how)


def incidents_words(figures: Iterable[Figure], phrases: Phrases) -> str:
    """Return how many incidents some figures are of."""
    return phrases.counted("how_many", len({figure.incident for figure in figures}))


def _row(side: str, bar: Bar, convention: str) -> tuple[Cell, ...]:
    numbers: tuple[Cell, ...] = (bar.low, bar.best, bar.high, bar.open, bar.unquantified, bar.label, bar.note)
    judged = ("; ".join(bar.by_hand), bar.claimed)
    behind = provenance(bar.used, bar.origins, bar.not_used, convention)
    return (bar.side or "", bar.name, side, bar.effect.value, *numbers, *judged, *behind)
