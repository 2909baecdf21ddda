"""What is doubtful about a relation between two claims: it can be drawn, and the analyst is told."""

from __future__ import annotations

from typing import NamedTuple

from workbench.model.actor import BOTH_SIDES
from workbench.model.claim import Claim, RelationType, Scope
from workbench.reckoning import ranges, words
from workbench.reckoning.effects import may_be_one
from workbench.reckoning.screening import why_left_out
from workbench.reckoning.seen import Basis, Seen, see
from workbench.wording import bounds_words, met_words

#: Relations of tellings of the same people, or of some of them.
_SHARED = frozenset(
    {
        RelationType.SUBSET_OF,
        RelationType.COMPONENT_OF,
        RelationType.TOTAL_OF,
        RelationType.SUMMARY_OF,
        RelationType.SAME_AS,
        RelationType.SUPERSEDES,
        RelationType.RIVAL_OF,
    }
)
#: Relations within what one origin says.
_ONE_VOICE = {
    RelationType.SUPERSEDES: "a later number replaces only what the same origin gave, another's is a rival account",
    RelationType.SAME_AS: "two origins that agree are two observations, not one statement",
    RelationType.ADDITIONAL_TO: "nobody may know both numbers but who drew this",
    RelationType.DELTA_OF: "nobody may know both numbers but who drew this",
}
#: What is read between incidents too: parts of an aggregate over days or places, and people apart from it.
_BETWEEN_INCIDENTS = frozenset(
    {
        RelationType.TOTAL_OF,
        RelationType.COMPONENT_OF,
        RelationType.SUBSET_OF,
        RelationType.DISJOINT_FROM,
        RelationType.ADDITIONAL_TO,
    }
)
_SCOPES = {Scope.EVENT: "one event", Scope.CUMULATIVE: "a running toll", Scope.BACKGROUND: "background"}
_WHOLES = (RelationType.TOTAL_OF, RelationType.SUMMARY_OF)


class _Pair(NamedTuple):
    """A relation as the reckoning sees it: who carries it, what it is, and whom it leads to."""

    one: Seen
    type: RelationType
    other: Seen


def doubts(claim: Claim, type_: RelationType, other: Claim, basis: Basis) -> tuple[str, ...]:
    """Return what speaks against a relation that `claim` carries to `other`, each in a sentence."""
    pair = _Pair(see(claim, basis), type_, see(other, basis))
    return tuple(sentence for find in _FINDERS if (sentence := find(pair)) is not None)


def _left_out(pair: _Pair) -> str | None:
    """Doubt a relation that no figure can show, for one of the two counts nowhere."""
    if pair.type is RelationType.DENIES:
        return None
    why = why_left_out(pair.one.claim) or why_left_out(pair.other.claim)
    return None if why is None else f"{why} The relation has no bearing on a figure."


def _other_incident(pair: _Pair) -> str | None:
    """Doubt a relation between two incidents, but for parts of what is told as a whole, and people apart from it."""
    one, other = pair.one.claim.incident_id, pair.other.claim.incident_id
    if None not in (one, other) and (one == other or pair.type in _BETWEEN_INCIDENTS):
        return None
    if None in (one, other):
        return "One of the two belongs to no incident, so the relation has no bearing on a figure."
    return (
        "The two belong to different incidents, so the relation has no bearing on a figure. Where they tell of one "
        "event, move a claim or merge the incidents."
    )


def _other_scope(pair: _Pair) -> str | None:
    """Doubt a relation between an event and a toll since a day."""
    one, other = pair.one.claim.scope, pair.other.claim.scope
    if one is other:
        return None
    return f"One tells of {_SCOPES[one]}, the other of {_SCOPES[other]}: their figures are kept apart."


def _other_side(pair: _Pair) -> str | None:
    """Doubt that people of two sides are the same people."""
    one, other = pair.one.side, pair.other.side
    if pair.type not in _SHARED or one == other or None in (one, other) or BOTH_SIDES in (one, other):
        return None
    return f"{words.quoted(pair.one.claim)} and {words.quoted(pair.other.claim)} count people of different sides."


def _other_effect(pair: _Pair) -> str | None:
    """Doubt that what happened to them is told of the same people."""
    one, other = pair.one.claim.effect, pair.other.claim.effect
    if pair.type not in _SHARED or pair.type is RelationType.SUBSET_OF or may_be_one(one, other):
        return None
    return f"One tells of {met_words(one)}, the other of {met_words(other)}."


def _other_unit(pair: _Pair) -> str | None:
    """Doubt a relation between persons and households."""
    if pair.one.claim.unit is pair.other.claim.unit:
        return None
    one, other = pair.one.claim.unit.value, pair.other.claim.unit.value
    return f"One counts {one}, the other {other}, and neither is turned into the other."


def _too_many(pair: _Pair) -> str | None:
    """Doubt a part that alone is larger than its whole."""
    if pair.type in _WHOLES:
        whole, part = pair.one, pair.other
    elif pair.type is RelationType.COMPONENT_OF:
        whole, part = pair.other, pair.one
    else:
        return None
    if whole.range.high is None or part.range.floor <= whole.range.high:
        return None
    return f"{words.quoted(part.claim)} alone are more than {words.quoted(whole.claim)}."


def _other_numbers(pair: _Pair) -> str | None:
    """Doubt that one statement holds two numbers."""
    if pair.type is not RelationType.SAME_AS or ranges.meet(pair.one.range, pair.other.range) is not None:
        return None
    one, other = (bounds_words(s.range.low, s.range.high) for s in (pair.one, pair.other))
    return f"{one} and {other} are no one number."


def _other_origin(pair: _Pair) -> str | None:
    """Doubt relations between what two origins say, and rivals that are one origin's."""
    one, other = pair.one.claim.origin, pair.other.claim.origin
    if one is None or other is None:
        return None
    if one != other and pair.type in _ONE_VOICE:
        return f"The two come from different origins: {_ONE_VOICE[pair.type]}."
    if one == other and pair.type is RelationType.RIVAL_OF:
        return "Both come from the same origin, whose later number replaces the earlier: it is no rival of itself."
    return None


def _older(pair: _Pair) -> str | None:
    """Doubt that an earlier article replaces a later one."""
    if pair.type is not RelationType.SUPERSEDES or pair.one.day >= pair.other.day:
        return None
    return f"{words.quoted(pair.one.claim)} was published before {words.quoted(pair.other.claim)}, which it replaces."


_FINDERS = (
    _left_out,
    _other_incident,
    _other_scope,
    _other_side,
    _other_effect,
    _other_unit,
    _too_many,
    _other_numbers,
    _other_origin,
    _older,
)
