"""The incidents of an article: the event it tells first, others by date or place, and the past apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.extraction.circumstances import Setting
from workbench.extraction.relations import connected
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, RelationType, Scope
from workbench.model.incident import Incident

_TOWN, _PROVINCE, _COUNTRY = 3, 4, 6
_MONTH = 4
_SCOPE_TITLES = {Scope.EVENT: "Event", Scope.CUMULATIVE: "Running toll", Scope.BACKGROUND: "Background"}
_Key = tuple[Scope, str, str]


def incidents(claims: Sequence[Claim], settings: Sequence[Setting]) -> tuple[list[Claim], list[Incident]]:
    """Return the claims with their incident, and the incidents; the first one is the main one."""
    main = _main(settings)
    told = [_key(claim, setting, main) for claim, setting in zip(claims, settings, strict=True)]
    keys = _spread(claims, told)
    order = sorted((key for key in dict.fromkeys((*told, *keys)) if key in keys), key=lambda k: k[0] is not Scope.EVENT)
    numbers = {key: number for number, key in enumerate(order, 1)}
    placed = [replace(claim, incident_id=numbers[key]) for claim, key in zip(claims, keys, strict=True)]
    of_key: dict[_Key, list[Claim]] = {key: [] for key in order}
    for claim, key in zip(placed, keys, strict=True):
        of_key[key].append(claim)
    made = [_incident(numbers[key], key, of_key[key]) for key in order]
    return placed, made


@dataclass(frozen=True, slots=True)
class _Main:
    """The day and the place of the article's event, as far as its claims tell them."""

    when: When | None
    place: Setting | None


def _main(settings: Sequence[Setting]) -> _Main:
    """Return the first day told, and the first place told: a town of the first province, else a country."""
    when = next((s.when for s in settings if s.own_when and s.when is not None and s.when.precision <= 2), None)
    placed = [s for s in settings if s.own_where and s.where is not None and s.where.precision <= _PROVINCE]
    first = next(iter(placed), None)
    towns = (s for s in placed if s.where is not None and s.where.precision <= _TOWN and s.area == placed[0].area)
    return _Main(when, next(towns, first) or next((s for s in settings if s.abroad), None))


def _key(claim: Claim, setting: Setting, main: _Main) -> _Key:
    """Name the incident of a claim by its scope and by what sets it apart from the article's event."""
    if claim.scope is not Scope.EVENT:
        return (
            claim.scope,
            str(setting.when.start) if setting.when else "",
            setting.where.place if setting.where else "",
        )
    return claim.scope, _apart_in_time(setting, main), _apart_in_place(setting, main)


def _apart_in_time(setting: Setting, main: _Main) -> str:
    """Return the first day of a claim's time where it is told and is not the day of the article's event."""
    when, first = setting.when, main.when
    if not setting.own_when or when is None or first is None or when.precision > _MONTH:
        return ""
    return "" if when.start <= first.end and first.start <= when.end else when.start.isoformat()


def _apart_in_place(setting: Setting, main: _Main) -> str:
    """Return the town, province or country of a claim where it is told and is not where the article's event was."""
    where, first = setting.where, main.place.where if main.place is not None else None
    if setting.abroad and main.place is not None and where is not None:
        return where.place if _elsewhere(setting.area[:1], main.place.area[:1]) else ""
    if not setting.own_where or main.place is None or where is None or first is None or where.precision > _PROVINCE:
        return ""
    towns = max(where.precision, first.precision) <= _TOWN
    apart = where.place != first.place if towns else _elsewhere(setting.area, main.place.area)
    return where.place if apart else ""


def _elsewhere(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Tell whether two areas (country, province) are known to differ."""
    return any(a and b and a != b for a, b in zip(one, two, strict=True))


def _spread(claims: Sequence[Claim], keys: list[_Key]) -> list[_Key]:
    """Keep claims that are linked in one incident: that of the first of them with their scope."""
    links = connected(claims)
    at = {claim.id: index for index, claim in enumerate(claims)}
    found = list(keys)
    for index, claim in enumerate(claims):
        for other in sorted(links[claim.id]):
            k = at[other]
            elsewhere = keys[index][-1] not in ("", keys[k][-1]) and other in claim.related(RelationType.ADDITIONAL_TO)
            joined = claims[k].scope is claim.scope and claim.id not in _retold(claims[k]) and not elsewhere
            if k < index and joined:
                found[index] = found[k]
                break
    for index, claim in enumerate(claims):
        later = [at[other] for other in _retold(claim) if at[other] > index]
        if later:
            found[index] = found[later[0]]
    return found


def _retold(claim: Claim) -> tuple[int, ...]:
    """Return the claims that tell in full what a headline says: it goes with them, and they stay where they are."""
    return (*claim.related(RelationType.SUMMARY_OF), *claim.related(RelationType.SAME_AS))


def _incident(number: int, key: _Key, claims: Sequence[Claim]) -> Incident:
    """Make an incident from its claims: the first date and place told."""
    when = _first_when([c.when for c in claims if c.when is not None])
    where = _first_where([c.where for c in claims if c.where is not None])
    return Incident(number, _title(key[0], when, where), when, where, clarity=1 if key[0] is Scope.EVENT else 2)


def _first_when(found: Sequence[When]) -> When | None:
    """Return the first date, one told before one inherited."""
    told = [when for when in found if not when.inherited]
    return next(iter((*told, *found)), None)


def _first_where(found: Sequence[Where]) -> Where | None:
    """Return the first place: a town or province before a country (a headline's), one told before one inherited."""
    told = [where for where in found if not where.inherited]
    fine = (where for where in (*told, *found) if where.precision <= _PROVINCE)
    return next(iter((*fine, *told, *found)), None)


def _title(scope: Scope, when: When | None, where: Where | None) -> str:
    """Name an incident by place and date: Aleppo, 2024-11-27."""
    parts = [where.name] if where is not None else []
    if when is not None:
        parts.append(
            when.start.isoformat() if when.start == when.end else f"{when.start.isoformat()} to {when.end.isoformat()}"
        )
    known = ", ".join(parts)
    if scope is Scope.EVENT:
        return known or _SCOPE_TITLES[scope]
    return f"{_SCOPE_TITLES[scope]}: {known}" if known else _SCOPE_TITLES[scope]
