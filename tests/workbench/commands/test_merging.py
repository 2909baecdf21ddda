"""What `demo` and the sample case merge unasked is what much speaks for, across articles."""

from __future__ import annotations

from dataclasses import replace

from tests.workbench.values import claim, exact, incident
from workbench.commands.merging import next_merge
from workbench.model.actor import Actor
from workbench.model.claim import Claim
from workbench.model.incident import Incident


class Held:
    """A case of two incidents, each with one claim."""

    def __init__(self, *claims: Claim) -> None:
        self._claims = list(claims)

    def claims(self) -> list[Claim]:
        return self._claims

    def claims_of(self, incident_id: int) -> list[Claim]:
        return [claim for claim in self._claims if claim.incident_id == incident_id]

    def incidents(self) -> list[Incident]:
        return [incident(1), incident(2)]

    def actors(self) -> dict[str, Actor]:
        return {}


ONE = claim(1, incident_id=1)
OTHER = claim(2, incident_id=2, article_id=2)


def test_what_four_kinds_of_reason_speak_for_is_one() -> None:
    change = next_merge(Held(ONE, OTHER))
    assert change is not None
    assert change.act == "merge_incidents"
    assert [edit.after for edit in change.edits] == [replace(OTHER, incident_id=1), None]


def test_less_is_left_to_the_analyst() -> None:
    assert next_merge(Held(ONE, replace(OTHER, quantity=exact(8)))) is None


def test_incidents_of_one_article_stay_apart() -> None:
    assert next_merge(Held(ONE, replace(OTHER, article_id=1))) is None
