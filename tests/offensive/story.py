"""The five articles in a case, and what an analyst makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from workbench import acts
from workbench.case import Case
from workbench.changes import Change
from workbench.commands.merging import next_merge
from workbench.commands.opening import created, reckoned
from workbench.commands.reading import Reader, reader_of
from workbench.commands.taking import choose_conflict, take_in
from workbench.importers.imported import Imported
from workbench.importers.read import read
from workbench.model.claim import Claim, Effect
from workbench.model.figure import Figure, Reckoning
from workbench.model.incident import Incident
from workbench.resources import folder as resources

FOLDER = Path(__file__).parent
ARTICLES = FOLDER / "articles"
CONFLICT = "congo"


@dataclass(frozen=True, slots=True)
class Told:
    """The case as it stands when the analyst is done, and the acts in words."""

    claims: dict[int, Claim]
    incidents: dict[int, Incident]
    reckoning: Reckoning
    acts: tuple[str, ...]

    def figure(self, signed: dict[str, Any]) -> Figure | None:
        """Return the figure that a signed one is about."""
        named = {i.id for i in self.incidents.values() if i.title.startswith(signed["incident"])}
        wanted = (signed["side"], signed["effect"])
        found = [f for f in self.reckoning.figures if f.incident in named and (f.side, f.effect.value) == wanted]
        return found[0] if len(found) == 1 else None


def signed() -> list[dict[str, Any]]:
    """Return the figures a person signs, with why; they were written before the program read the articles."""
    figures: list[dict[str, Any]] = json.loads((FOLDER / "signed.json").read_text(encoding="utf-8"))
    return figures


def articles() -> Iterator[Imported]:
    """Yield the articles in the order they came."""
    for row in json.loads((ARTICLES / "index.json").read_text(encoding="utf-8")):
        [imported] = read(ARTICLES / row["file"])
        told = date.fromisoformat(row["published"])
        title = imported.document.text.partition("\n")[0]
        yield replace(imported, title=title, outlet=row["outlet"], language=row["language"], published=told)


def tell(path: Path) -> Told:
    """Make the case at `path`: the articles are read, and the analyst corrects what has to be corrected."""
    reader = reader_of(resources())
    with created(path, "analyst") as case:
        choose_conflict(case, reader, CONFLICT)
        for imported in articles():
            take_in(case, reader, imported)
        done = tuple(_carried_out(case))
        return _told(case, reader, done)


def _told(case: Case, reader: Reader, done: tuple[str, ...]) -> Told:
    claims = {claim.id: claim for claim in case.claims()}
    incidents = {incident.id: incident for incident in case.incidents()}
    return Told(claims, incidents, reckoned(case, reader.conventions), done)


def _carried_out(case: Case) -> Iterator[str]:
    """Carry out the analyst's acts; yield each in words."""
    while (merge := next_merge(case)) is not None:
        case.apply(merge)
        yield f"confirms that two tellings are one incident: {merge.about}"
    for change, why in _corrections(case.claims()):
        case.apply(change)
        yield f"{why}: “{change.about}”"


def _corrections(claims: list[Claim]) -> Iterator[tuple[Change, str]]:
    """Yield what the analyst corrects in the claims, and why."""
    for claim in claims:
        if claim.number_text in ("17", "Rund 30") and claim.actor is None:
            yield acts.edit_actor(claim, "cd_fardc"), "the soldiers are the army's"
        if claim.victims_text == "Verletzte" and claim.effect is Effect.WOUNDED:
            yield acts.reject(claim), "counted as dead by mistake, which is no news of wounded"
        if claim.victims_text == "Tote" and claim.when is None:
            yield acts.reject(claim), "says only what was counted wrongly"
