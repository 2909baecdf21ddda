"""A small case in memory, as the exporters read one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date

from workbench.changes import Value
from workbench.exporters.judgements import Act
from workbench.exporters.report import Made
from workbench.model.actor import BOTH_SIDES, Actor, Side, Source
from workbench.model.article import Article, Document
from workbench.model.assessment import Assessment
from workbench.model.circumstance import When, Where
from workbench.model.claim import Claim, Effect, Epistemic, Modifier, Quantity, Scope
from workbench.model.convention import OwnReading
from workbench.model.declined import Declined
from workbench.model.figure import Check, Figure, Reckoning, Unused
from workbench.model.incident import Incident
from workbench.model.mention import Status
from workbench.model.method import Method
from workbench.model.span import Span

TEXT = (
    "Kämpfe bei Homs\n"
    "Die Armee teilte mit, 12 Soldaten \U0001f56f seien getötet worden. „Auch Zivilisten starben“, hieß es. "
    "Dutzende Rebellen sollen gefallen sein.\n"
    "<b>Drei</b> Panzer brannten aus."
)
CONTENT = TEXT.encode()
SHA = hashlib.sha256(CONTENT).hexdigest()
MADE = Made("Homs", "A. Analyst", "2024-12-01T10:00:00Z", "Casualty Workbench 0.1.0")


@dataclass(frozen=True)
class Line:
    act: str
    analyst: str
    at: str


def part(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def claim(id_: int, number: str, victims: str, quantity: Quantity, **others: object) -> Claim:
    spans = {"number": part(number) if number else None, "victims": part(victims)}
    words = {"number_text": number, "victims_text": victims}
    values = {"article_id": 1, "effect": Effect.KILLED, "evidence": part(victims), "incident_id": 1}
    return Claim(id_, quantity=quantity, **{**values, **spans, **words, **others})  # type: ignore[arg-type]  # fields by name


SOLDIERS = claim(
    11,
    "12",
    "Soldaten",
    Quantity(12, 12, 12, 12, Modifier.EXACT),
    status=Status.ACCEPTED,
    origin="sy_army",
    relay="reuters",
    epistemic=Epistemic.ATTRIBUTED,
    attribution=part("Die Armee"),
    effect_span=part("getötet"),
)
CIVILIANS = claim(12, "", "Zivilisten", Quantity(None, 2, None, None, Modifier.BARE_PLURAL))
REBELS = claim(13, "Dutzende", "Rebellen", Quantity(None, 24, 99, None, Modifier.VAGUE, "dozens"))
TANKS = claim(14, "Drei", "Panzer", Quantity(3, 3, 3, 3, Modifier.EXACT), effect=Effect.EQUIPMENT_LOST)
CLAIMS = (SOLDIERS, CIVILIANS, REBELS, TANKS)


def figure(side: str | None, claim_: Claim, *not_used: Unused, **others: object) -> Figure:
    q = claim_.quantity
    shape = (q.low or 0, q.best, q.high, q.high is None, q.unquantified)
    made = Figure(1, Scope.EVENT, side, None, claim_.effect, *shape, (claim_.id,), not_used)
    return replace(made, **others)  # type: ignore[arg-type]  # fields by name


FIGURES = (
    figure("government", SOLDIERS, Unused(13, "a belligerent’s count of its enemy"), notes=("4 officers among them",)),
    figure("civilian", CIVILIANS),
)
RECKONING = Reckoning(FIGURES, (Check("total_and_parts", holds=True, text="7 + 5 = 12 lies in 12", claims=(11,)),))
DAY = date(2024, 11, 27)


@dataclass
class Contents:
    claim_rows: tuple[Claim, ...] = CLAIMS
    texts: dict[int, str] = field(default_factory=lambda: {1: TEXT})
    side_rows: tuple[Side, ...] = (
        Side("civilian", "Civilians", "#009E73", 2),
        Side("government", "Government", "#0072B2", 1),
    )
    title: str = "Kämpfe bei Homs"
    assessment_rows: tuple[Assessment, ...] = ()
    convention: str = "default"

    def articles(self) -> list[Article]:
        return [Article(1, SHA, self.title, "de", "Der Bote", date(2024, 11, 28), "homs.txt", imported_at="2024-11-30")]

    def text(self, article_id: int) -> str:
        return self.texts[article_id]

    def document(self, sha256: str) -> Document:
        assert sha256 == SHA
        return Document(SHA, CONTENT, TEXT, "utf-8")

    def claims(self) -> list[Claim]:
        return list(self.claim_rows)

    def incidents(self) -> list[Incident]:
        return [
            Incident(1, "Homs, 27 November", When(DAY, DAY, 1), Where("homs", "Homs", 1, 34.7, 36.7)),
            Incident(2, "Idle"),
        ]

    def declined(self) -> list[Declined]:
        return []

    def actors(self) -> dict[str, Actor]:
        return {"sy_army": Actor("sy_army", "Syrian army", "state_force", side="government")}

    def sources(self) -> dict[str, Source]:
        return {
            "reuters": Source("reuters", "Reuters", "agency"),
        }

    def sides(self) -> dict[str, Side]:
        return {side.id: side for side in self.side_rows}

    def method(self) -> Method:
        return Method(convention=self.convention)

    def assessments(self) -> list[Assessment]:
        return list(self.assessment_rows)

    def own_readings(self) -> dict[str, OwnReading]:
        return {"dozens": OwnReading("dozens", "24", "60", "-")}

    def log_of(self, row: Value) -> list[Act]:
        if isinstance(row, Claim):
            return [Line("accept", "A. Analyst", "2024-12-01T09:00:00Z")] if row.status is Status.ACCEPTED else []
        return [Line("assess", "A. Analyst", "2024-12-01T09:30:00Z"), Line("assess", "B.", "2024-12-01T09:40:00Z")]


__all__ = [
    "BOTH_SIDES",
    "CLAIMS",
    "CONTENT",
    "FIGURES",
    "MADE",
    "RECKONING",
    "SHA",
    "TEXT",
    "Contents",
    "claim",
    "figure",
]
