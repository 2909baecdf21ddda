"""Analysts who do this and that in a case, as hypothesis has them do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from tests.workbench.merging.copies import Copy
from tests.workbench.values import TEXT, article, claim, document, exact, findings
from workbench import acts, acts_incidents, acts_judged, recording
from workbench.changes import Value
from workbench.model.actor import Actor, Side
from workbench.model.article import Article, ReviewState
from workbench.model.assessment import About, Assessment, Credibility
from workbench.model.claim import Claim, Effect, Relation, RelationType, Scope
from workbench.model.incident import Incident
from workbench.model.mention import Label, Mention
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.model.span import Span

T = TypeVar("T")
Act = tuple[str, int, int]
_TEXTS = (TEXT, f"{TEXT} Am Morgen.", f"{TEXT} Am Abend.")
_EFFECTS = (Effect.KILLED, Effect.WOUNDED, Effect.CAPTURED)


def journals(most: int = 6) -> st.SearchStrategy[list[Act]]:
    """Return lists of acts: which, on what, with what."""
    return st.lists(st.tuples(st.sampled_from(sorted(_ACTS)), st.integers(0, 7), st.integers(0, 2)), max_size=most)


def do(case: Copy, acts_: Sequence[Act]) -> None:
    """Have an analyst do the acts, as far as there is something to do them on."""
    for name, which, how in acts_:
        _ACTS[name](case, which, how)


def _some(case: Copy, type_: type[T], which: int) -> T | None:
    rows = [case.rows_now[key] for key in sorted(case.rows_now, key=str)]
    found = [row for row in rows if isinstance(row, type_)]
    return found[which % len(found)] if found else None


def _import(case: Copy, _which: int, how: int) -> None:
    one = article(case.reserve(), _TEXTS[how])
    if one.document not in case.documents:
        case.apply(acts.import_article(one, document(_TEXTS[how])))
        case.apply(recording.record_findings(one, findings(), case.reserve(), automatic=True))


def _remove(case: Copy, which: int, _how: int) -> None:
    if (one := _some(case, Article, which)) is not None:
        rows: list[Mention | Claim | Incident] = [*case.mentions(one.id), *case.claims(one.id)]
        told = {row.incident_id for row in case.claims(one.id) if row.incident_id is not None}
        for id_ in sorted(told):
            row = case.row("incident", id_)
            if isinstance(row, Incident) and all(c.article_id == one.id for c in case.claims_of(id_)):
                rows.append(row)
        case.apply(acts.remove_article(one, rows))


def _on_claim(act: Callable[[Copy, Claim, int], None]) -> Callable[[Copy, int, int], None]:
    def done(case: Copy, which: int, how: int) -> None:
        if (row := _some(case, Claim, which)) is not None:
            act(case, row, how)

    return done


def _decide(case: Copy, row: Claim, how: int) -> None:
    change = (acts.accept, acts.reject, acts.accept)[how](row)
    if change.edits:
        case.apply(change)


def _change(case: Copy, row: Claim, how: int) -> None:
    changes = (
        acts.edit_effect(row, _EFFECTS[row.id % 3]),
        acts.edit_quantity(row, exact(7 + row.id % 2)),
        acts.edit_note(row, f"by {case.name}"),
    )
    if changes[how].edits:
        case.apply(changes[how])


def _delete(case: Copy, row: Claim, _how: int) -> None:
    near = [one for one in case.rows_now.values() if isinstance(one, Claim)]
    case.apply(acts.delete(row, near))


def _add(case: Copy, row: Claim, how: int) -> None:
    place = Span(33 + how, 38)
    new = replace(claim(case.reserve(), 5), evidence=place, number=place, incident_id=row.incident_id)
    case.apply(acts.add_claim(replace(new, article_id=row.article_id)))


def _relate(case: Copy, row: Claim, how: int) -> None:
    other = _some(case, Claim, row.id + how + 1)
    type_ = (RelationType.SUBSET_OF, RelationType.RIVAL_OF, RelationType.SAME_AS)[how]
    if other is not None and other.id != row.id and Relation(type_, other.id) not in row.relations:
        case.apply(acts.edit_relations("relate", [(row, (*row.relations, Relation(type_, other.id)))]))


def _assess(case: Copy, row: Claim, how: int) -> None:
    before = case.assessment(About.CLAIM, row.id)
    blank = before or Assessment(case.reserve(), About.CLAIM, str(row.id))
    change = acts_judged.assess(before, replace(blank, credibility=tuple(Credibility)[how]), "it")
    if change.edits:
        case.apply(change)


def _merge(case: Copy, which: int, how: int) -> None:
    one, other = _some(case, Incident, which), _some(case, Incident, which + how + 1)
    if one is not None and other is not None and one.id != other.id:
        case.apply(acts.merge_incidents(one, other, case.claims_of(other.id), case.declined()))


def _split(case: Copy, which: int, _how: int) -> None:
    if (one := _some(case, Incident, which)) is not None and len(case.claims_of(one.id)) > 1:
        claims = case.claims_of(one.id)
        case.apply(acts_incidents.split(case.reserve(), one, claims[:1], claims))


def _decline(case: Copy, which: int, how: int) -> None:
    one, other = _some(case, Incident, which), _some(case, Incident, which + how + 1)
    if one is None or other is None or one.id == other.id:
        return
    change = acts_incidents.decline(case.reserve(), one, other)
    known = {(pair.one, pair.other) for pair in case.declined()}
    if (min(one.id, other.id), max(one.id, other.id)) not in known:
        case.apply(change)


def _override(case: Copy, which: int, how: int) -> None:
    if (one := _some(case, Incident, which)) is not None:
        before = next(iter(case.overrides(one.id)), None)
        numbers = (how + 1, None, how + 2)
        after = Override(case.reserve(), one.id, Scope.EVENT, None, None, Effect.KILLED, *numbers, f"by {how}")
        change = acts_judged.override(before, after if before is None else replace(after, id=before.id), "it")
        if change.edits:
            case.apply(change)


def _mention(case: Copy, which: int, how: int) -> None:
    one = _some(case, Article, which)
    row = _some(case, Mention, which)
    if how == 0 and one is not None:
        case.apply(acts.add_mention(case.reserve(), one.id, Span(5, 13), TEXT, Label.PERSON))
    elif row is not None:
        change = acts.relabel(row, (Label.ORG, Label.SOURCE)[how - 1])
        if change.edits:
            case.apply(change)


def _register(case: Copy, which: int, how: int) -> None:
    actor = case.actors().get("army")
    if actor is None:
        rows: list[Value] = [Side("s1", "One", "#000000"), Side("s2", "Two", "#ffffff")]
        rows = [row for row in rows if ("side", row.id) not in case.rows_now]
        case.apply(acts.add_values("copy_registers", [*rows, Actor("army", "Army", "state_force")], automatic=True))
    elif actor.side != (side := (None, "s1", "s2")[how]):
        case.apply(acts.edit_side_of_actor(actor, side))
    del which


def _details(case: Copy, which: int, how: int) -> None:
    one = _some(case, Article, which)
    if one is not None:
        change = acts.set_state(one, tuple(ReviewState)[how])
        if change.edits:
            case.apply(change)


def _method(case: Copy, _which: int, how: int) -> None:
    before = case.row("method", "case")
    if isinstance(before, Method):
        change = acts.set_method(before, replace(before, policy=("most_recent", "lowest", "by_hand")[how]))
        if change.edits:
            case.apply(change)


def _undo(case: Copy, _which: int, _how: int) -> None:
    case.undo()


_ACTS: dict[str, Callable[[Copy, int, int], None]] = {
    "import": _import,
    "remove": _remove,
    "decide": _on_claim(_decide),
    "change": _on_claim(_change),
    "delete": _on_claim(_delete),
    "add": _on_claim(_add),
    "relate": _on_claim(_relate),
    "assess": _on_claim(_assess),
    "merge": _merge,
    "split": _split,
    "decline": _decline,
    "override": _override,
    "mention": _mention,
    "register": _register,
    "details": _details,
    "method": _method,
    "undo": _undo,
}
