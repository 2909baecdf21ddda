from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.workbench.exporters.material import CONTENT, DAY, FIGURES, RECKONING, SHA, SOLDIERS, TEXT
from tests.workbench.values import findings
from workbench.exporters.extraction import Json, Reading, article, document, failure, of_reckoning
from workbench.model.circumstance import When, Where
from workbench.model.figure import Unused
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.mention import Label, Mention
from workbench.model.span import Span

CLAIM_KEYS = {
    *("id", "effect", "unit", "value", "low", "high", "best", "modifier", "number", "victims", "attribution"),
    *("evidence", "actor", "side", "category", "origin", "relay", "epistemic", "scope", "relations"),
}
FOUND = Findings(
    "de",
    (
        Mention(1, 0, Span(20, 25), "Armee", Label.STATE_FORCE, "sy_army", confidence=0.9),
        Mention(2, 0, Span(10, 15), "Homs", Label.GPE, where=Where("homs", "Homs", 1, 34.7, 36.7), inferred=True),
        Mention(3, 0, Span(10, 15), "Mittwoch", Label.DATE, when=When(DAY, DAY, 1)),
    ),
    (replace(SOLDIERS, id=1, article_id=0),),
    (Incident(1, "Homs", When(DAY, DAY, 1)), Incident(2, "Hama")),
)


@pytest.fixture
def made() -> Json:
    figures = tuple(replace(figure, used=(1,), not_used=()) for figure in FIGURES)
    reckoning = replace(RECKONING, figures=figures)
    return article("path", "homs.txt", Reading(SHA, "", date(2024, 11, 28), FOUND, reckoning, {1: "government"}, TEXT))


def test_the_head_of_an_article(made: Json) -> None:
    head = {key: made[key] for key in ("path", "sha256", "lang", "title", "published", "text")}
    assert head == {
        "path": "homs.txt",
        "sha256": SHA,
        "lang": "de",
        "title": None,
        "published": "2024-11-28",
        "text": CONTENT.decode(),
    }


def test_mentions_say_only_what_is_known(made: Json) -> None:
    armee, homs, day = made["mentions"]
    assert homs["inferred"] is True
    assert armee == {
        "id": "m1",
        "start": 20,
        "end": 25,
        "text": "Armee",
        "label": "STATE_FORCE",
        "actor": "sy_army",
        "confidence": 0.9,
    }
    assert homs["place"] == {"id": "homs", "name": "Homs", "precision": 1, "latitude": 34.7, "longitude": 36.7}
    assert day["date"] == {"start": "2024-11-27", "end": "2024-11-27", "precision": 1}


def test_a_claim_has_every_key_and_offsets_into_the_text(made: Json) -> None:
    [claim] = made["claims"]
    assert set(claim) == CLAIM_KEYS
    assert TEXT[claim["number"]["start"] : claim["number"]["end"]] == "12"
    assert (claim["id"], claim["side"], claim["origin"], claim["relay"]) == ("c1", "government", "sy_army", "reuters")


def test_exactly_one_incident_is_the_main_one(made: Json) -> None:
    assert [row["main"] for row in made["incidents"]] == [True, False]
    assert made["incidents"][0]["claims"] == ["c1"]
    assert made["incidents"][0]["date"]["precision"] == 1
    assert "date" not in made["incidents"][1]


def test_figures_and_checks_name_claims_and_incidents(made: Json) -> None:
    assert made["figures"][0] == {
        "incident": "i1",
        "scope": "event",
        "side": "government",
        "category": None,
        "effect": "killed",
        "low": 12,
        "best": 12,
        "high": 12,
        "open": False,
        "unquantified": False,
        "used": ["c1"],
        "not_used": [],
        "origins": [],
        "outlets": [],
    }
    assert made["figures"][1]["high"] is None
    assert made["checks"][0] == {
        "kind": "total_and_parts",
        "holds": True,
        "text": "7 + 5 = 12 lies in 12",
        "claims": ["c11"],
    }


def test_claims_that_bear_on_no_figure_are_told_with_the_reason() -> None:
    reckoning = replace(RECKONING, figures=(), unused=(Unused(1, "“zwölf” is denied, so it is kept and left out."),))
    made = article("id", "a", Reading(SHA, "", None, FOUND, reckoning, {}))
    assert made["not_used"] == [{"claim": "c1", "why": "“zwölf” is denied, so it is kept and left out."}]


def test_an_article_holds_what_the_reckoning_alone_does(made: Json) -> None:
    alone = of_reckoning(replace(RECKONING, figures=()))
    assert set(alone) == {"figures", "checks", "not_used"} < set(made)
    assert alone["checks"] == made["checks"]
    assert alone["not_used"] == []


def test_relations_lead_to_claims_of_the_article() -> None:
    made = article("id", "a", Reading(SHA, "Titel", None, findings(), replace(RECKONING, figures=()), {}))
    assert made["claims"][1]["relations"] == [{"type": "subset_of", "to": "c1"}]
    assert (made["id"], made["title"], made["published"]) == ("a", "Titel", None)
    assert "text" not in made


def test_a_document_is_plain_json(made: Json) -> None:
    whole = document([made, made])
    assert json.loads(json.dumps(whole, allow_nan=False)) == whole
    assert failure(None, "It is empty.") == {"id": None, "error": "It is empty."}
