"""A case with one article on one day's fighting, for tests of the panels that show figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ui.fixtures import session_on
from tests.workbench.values import article, document
from ui.session import Session
from workbench import acts
from workbench.model.actor import Actor, Side, Source
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Modifier, Quantity, Relation, RelationType
from workbench.model.incident import Incident
from workbench.model.span import Span

TEXT = (
    "Bei Gefechten am Mittwoch wurden 37 Soldaten der Armee getötet, darunter mindestens vier Offiziere, und fünf "
    "gefangen genommen, teilte die Beobachtungsstelle mit. 🪖 Auf der anderen Seite starben demnach 44 Kämpfer der HTS "
    "sowie 16 Verbündete. Auch Zivilisten seien getötet worden. Die Armee sprach von Dutzenden getöteten Kämpfern."
)
SIDES = (
    Side("government", "Government", "#0072B2", 1),
    Side("opposition", "HTS and allies", "#D55E00", 2),
    Side("civilian", "Civilians", "#009E73", 3),
)
ACTORS = (
    Actor("army", "Syrian Army", "state_force", "SY", 1, side="government"),
    Actor("hts", "Hay'at Tahrir al-Sham", "rebel", "SY", 2, side="opposition", aliases=("HTS",)),
    Actor("allies", "Allied groups", "rebel", "SY", 2, side="opposition"),
)
SOURCES = (
    Source("sohr", "SOHR", "monitor_ngo"),
    Source("army", "Syrian Army", "state_force", "SY", "belligerent", "government"),
)
_DAY = date(2024, 11, 27)
_WHEN, _WHERE = When(_DAY, _DAY, 1), Where("SY-HL", "Aleppo province", 4)
_STATE, _NONSTATE = Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def exact(number: int) -> Quantity:
    return Quantity(number, number, number, number, Modifier.EXACT)


def fighting(path: Path, resources: Path) -> tuple[Session, dict[str, Claim]]:
    """Return a session on a new case, and its claims by their number's or victims' words; the caller closes it."""
    session = session_on(path, resources)
    taken = article(session.reserve(), TEXT, "Gefechte bei Aleppo")
    incident = Incident(session.reserve(), "Gefechte bei Aleppo", _WHEN, _WHERE)
    first = session.reserve(7)
    claims = _claims(taken.id, incident.id, first)
    assert session.apply(acts.import_article(taken, document(TEXT)))
    assert session.apply(acts.add_values("copy_registers", [*SIDES, *ACTORS, *SOURCES], automatic=True))
    assert session.apply(acts.add_values("extract", [incident, *claims], automatic=True))
    return session, {claim.number_text or claim.victims_text: claim for claim in claims}


def _claims(article_id: int, incident_id: int, first: int) -> list[Claim]:
    four = Quantity(4, 4, None, 4, Modifier.AT_LEAST)
    dozens = Quantity(None, 24, 99, 24, Modifier.VAGUE, "dozens")
    plural = Quantity(None, 2, None, None, Modifier.BARE_PLURAL, "plural")
    rows: list[tuple[str, str, Quantity, dict[str, object]]] = [
        ("37", "Soldaten der Armee", exact(37), {"actor": "army", "category": _STATE}),
        ("mindestens vier", "Offiziere", four, {"actor": "army", "category": Category.OFFICER}),
        ("fünf", "gefangen genommen", exact(5), {"actor": "army", "category": _STATE, "effect": Effect.CAPTURED}),
        ("44", "Kämpfer der HTS", exact(44), {"actor": "hts", "category": _NONSTATE}),
        ("16", "Verbündete", exact(16), {"actor": "allies", "category": _NONSTATE}),
        ("", "Zivilisten", plural, {"side": "civilian", "category": Category.CIVILIAN}),
        ("Dutzenden", "getöteten Kämpfern", dozens, {"side": "opposition", "category": _NONSTATE, "origin": "army"}),
    ]
    made = []
    for number, (stated, victims, quantity, others) in enumerate(rows):
        evidence = span(stated).join(span(victims)) if stated else span(victims)
        values: dict[str, object] = {
            "effect": Effect.KILLED,
            "incident_id": incident_id,
            "number": span(stated) if stated else None,
            "number_text": stated,
            "victims": span(victims),
            "victims_text": victims,
            "origin": "sohr",
            "when": _WHEN,
            "where": _WHERE,
            "relations": (Relation(RelationType.SUBSET_OF, first),) if "vier" in stated else (),
            **others,
        }
        made.append(Claim(first + number, article_id, quantity=quantity, evidence=evidence, **values))  # type: ignore[arg-type]  # fields by name
    return made
