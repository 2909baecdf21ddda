"""Claims for the reckoning's tests, one keyword a thing that matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workbench.model.actor import Actor, Source
from workbench.model.claim import Category, Claim, Effect, Quantity, Relation, RelationType
from workbench.model.figure import Figure, Reckoning
from workbench.model.incident import Incident
from workbench.model.method import Method
from workbench.model.span import Span
from workbench.reckoning import conventions as c
from workbench.reckoning.figures import reckon
from workbench.reckoning.judged import Judged
from workbench.reckoning.printed import Printed
from workbench.reckoning.seen import Basis

TABLE = c.load(Path(__file__).parents[3] / "resources" / "conventions" / "vague_numbers.tsv")
ACTORS = {
    "army": Actor("army", "Army", "state_force", side="government"),
    "brigade": Actor("brigade", "1st Brigade", "state_force", parent="army"),
    "hts": Actor("hts", "HTS", "rebel", side="opposition"),
    "allies": Actor("allies", "Allied groups", "rebel", side="opposition"),
    "mission": Actor("mission", "UN mission", "un_force", side="international"),
    "stray": Actor("stray", "Stray", "rebel"),
}
SOURCES = {
    "sohr": Source("sohr", "SOHR", "monitor_ngo"),
    "un": Source("un", "UN", "un_body"),
    "army_web": Source("army_web", "Websites", "partisan_media", interest="aligned", side="government"),
    "ministry": Source("ministry", "Ministry", "authority", interest="belligerent", side="government"),
}
KILLED = Effect.KILLED
WOUNDED = Effect.WOUNDED
SOLDIERS = Category.COMBATANT_STATE
FIGHTERS = Category.COMBATANT_NONSTATE
CIVILIANS = Category.CIVILIAN
DAYS = {n: date(2024, 11, 27 + n) for n in range(4)}


def claim(number: int, quantity: Quantity | int, **more: Any) -> Claim:
    """Make claim `number`; an int is an exact quantity, `to` maps relation types to ids."""
    relations = tuple(Relation(RelationType(kind), to) for kind, ids in more.pop("to", {}).items() for to in _many(ids))
    exact = c.exact(quantity) if isinstance(quantity, int) else quantity
    values: dict[str, Any] = {
        "id": number,
        "article_id": 1,
        "effect": KILLED,
        "quantity": exact,
        "evidence": Span(number * 10, number * 10 + 5),
        "incident_id": 1,
        "origin": "sohr",
        "relations": relations,
        "number_text": "" if exact.value is None else str(exact.value),
    }
    return Claim(**{**values, **more})


def _many(ids: int | Iterable[int]) -> Iterable[int]:
    """Take one id or several."""
    return (ids,) if isinstance(ids, int) else ids


def soldiers(number: int, quantity: Quantity | int, **more: Any) -> Claim:
    """Make a claim of government soldiers killed."""
    return claim(number, quantity, **{"side": "government", "category": SOLDIERS, "victims_text": "Soldaten", **more})


def fighters(number: int, quantity: Quantity | int, **more: Any) -> Claim:
    """Make a claim of opposition fighters killed."""
    return claim(number, quantity, **{"side": "opposition", "category": FIGHTERS, "victims_text": "Kämpfer", **more})


def civilians(number: int, quantity: Quantity | int, **more: Any) -> Claim:
    """Make a claim of civilians killed."""
    return claim(number, quantity, **{"category": CIVILIANS, "victims_text": "Zivilisten", **more})


def basis(method: Method | None = None, published: Mapping[int, date | None] | None = None) -> Basis:
    """Make what claims are read by."""
    return Basis(ACTORS, SOURCES, method or Method(), TABLE, Printed(published or {}))


def reckoned(
    *claims: Claim,
    policy: str = "most_recent",
    convention: str = "default",
    days: Mapping[int, int] | None = None,
    judged: Judged | None = None,
    outlets: Mapping[int, str] = MappingProxyType({}),
    copies: Mapping[int, int] = MappingProxyType({}),
) -> Reckoning:
    """Reckon claims; `days` maps articles to days after 27 November 2024, `copies` to their originals."""
    incidents = [Incident(i, f"incident {i}") for i in sorted({x.incident_id for x in claims if x.incident_id})]
    published: dict[int, date | None] = {article: DAYS[day] for article, day in (days or {}).items()}
    method, printed = Method("case", convention, policy), Printed(published, outlets, copies)
    return reckon(claims, incidents, ACTORS, SOURCES, method, TABLE, printed, judged)


def numbers(figure: Figure) -> tuple[int, int | None, int | None]:
    """Low, best and high."""
    return figure.low, figure.best, figure.high


def table(reckoning: Reckoning) -> dict[tuple[str | None, str], tuple[int, int | None, int | None]]:
    """Low, best and high by side and effect; one figure each."""
    found = {(f.side, f.effect.value): numbers(f) for f in reckoning.figures}
    assert len(found) == len(reckoning.figures)
    return found


def whys(reckoning: Reckoning) -> dict[int, str]:
    """Why each claim is not used, wherever that is said first."""
    said = [u for f in reckoning.figures for u in f.not_used] + list(reckoning.unused)
    return {u.claim: u.why for u in reversed(said)}


def texts(reckoning: Reckoning, kind: str) -> list[tuple[bool, str]]:
    """The checks of one kind, whether they hold and their words."""
    return [(check.holds, check.text) for check in reckoning.checks if check.kind == kind]
