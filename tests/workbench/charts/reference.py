"""The figures that several chart tests draw: two sides with a subset and parts, people without a number, rivals."""

from __future__ import annotations

from datetime import date

from workbench import resources
from workbench.charts import phrases
from workbench.charts.background import Background
from workbench.charts.series import SideSeries, by_side
from workbench.model.actor import Actor, Side, Source
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Modifier, Quantity, Scope
from workbench.model.figure import Check, Figure, Reckoning, Unused
from workbench.model.incident import Incident
from workbench.model.span import Span

SIDES = (
    Side("civilian", "Civilians", "#009E73", 3),
    Side("government", "Government", "#0072B2", 1),
    Side("opposition", "HTS and allies", "#D55E00", 2),
)
_DAY = date(2024, 11, 27)
_PLURAL = Quantity(None, 2, None, None, Modifier.BARE_PLURAL, "plural")


def exact(number: int) -> Quantity:
    return Quantity(number, number, number, number, Modifier.EXACT)


def claim(id_: int, quantity: Quantity, words: str, actor: str | None = None, **others: object) -> Claim:
    values: dict[str, object] = {"origin": "sohr", "incident_id": 1, "number_text": words, **others}
    return Claim(id_, 1, Effect.KILLED, quantity, Span(0, 10), actor=actor, **values)  # type: ignore[arg-type]  # fields by name


CLAIMS = (
    claim(1, Quantity(None, 24, 99, 24, Modifier.VAGUE, "dozens"), "Dutzende", origin=None),
    claim(2, Quantity(100, 90, 99, 99, Modifier.NEARLY), "fast 100"),
    claim(3, exact(44), "44", "sy_hts"),
    claim(4, exact(16), "16", "allies"),
    claim(5, exact(37), "37", "army"),
    claim(6, Quantity(4, 4, None, 4, Modifier.AT_LEAST), "mindestens vier", "army"),
    claim(7, exact(5), "fünf", "army"),
    claim(8, _PLURAL, "", victims_text="Zivilisten"),
    claim(11, Quantity(None, 24, 99, 24, Modifier.VAGUE, "dozens"), "Dutzende", origin="web"),
)


def figure(side: str | None, number: int | None, used: tuple[int, ...], **others: object) -> Figure:
    """Return a figure of killed; `number` None is a bare plural."""
    values: dict[str, object] = {
        "incident": 1,
        "scope": Scope.EVENT,
        "category": Category.UNSPECIFIED,
        "effect": Effect.KILLED,
        "low": 2 if number is None else number,
        "best": number,
        "high": number,
        "open": number is None,
        "unquantified": number is None,
        "not_used": (),
        **others,
    }
    return Figure(side=side, used=used, **values)  # type: ignore[arg-type]  # the fields of a figure by name


def reckoning() -> Reckoning:
    rival = Unused(11, "a belligerent's side on its enemy's losses: kept as a rival")
    totals = (Unused(1, "a total of both sides"), Unused(2, "a total of both sides"))
    officers = ("of them at least 4 officers",)
    government, others, civilians = Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.CIVILIAN
    return Reckoning(
        (
            figure("government", 37, (5, 6), category=government, not_used=totals, notes=officers),
            figure("opposition", 60, (3, 4), category=others, not_used=(*totals, rival)),
            figure("civilian", None, (8,), category=civilians, notes=("children among them",)),
            figure("government", 5, (7,), category=government, effect=Effect.CAPTURED),
            figure("civilian", None, (9,), category=civilians, effect=Effect.WOUNDED),
        ),
        (Check("total_and_parts", True, "44 + 16 + 37 = 97 lies in fast 100 (90–99)", (2, 3, 4, 5)),),
    )


def background(convention: str = "default", language: str = "en") -> Background:
    where = Where("SY-HL", "Aleppo province", 4)
    return Background(
        {one.id: one for one in CLAIMS},
        {
            "sy_hts": Actor("sy_hts", "Hay'at Tahrir al-Sham", "rebel", side="opposition", aliases=("HTS",)),
            "allies": Actor("allies", "allies", "rebel", side="opposition"),
            "army": Actor("army", "Syrian army", "state_force", side="government"),
        },
        {"sohr": Source("sohr", "SOHR", "monitor"), "web": Source("web", "pro-government websites", "media")},
        {1: Incident(1, "Aleppo", When(_DAY, _DAY, 1), where)},
        convention,
        phrases=phrases.load(resources.folder(), language),
        sides={side.id: side for side in SIDES},
    )


def series(*effects: Effect) -> SideSeries:
    return by_side(reckoning(), SIDES, effects or (Effect.KILLED,), None, background())
