"""What an article tells twice or takes back: headlines and vague numbers that sum up, and denials."""

from __future__ import annotations

from workbench.extraction.links import OUT, Links
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import THINGS, Category, Effect, Epistemic, Modifier, RelationType

#: So many claims after a headline its event is told in.
_SOON = 12
_HARMS = (Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED)


def summaries(links: Links) -> None:
    """Link a vague number to the numbers told elsewhere that lie in its bounds."""
    for vague, claim in enumerate(links.claims):
        if claim.quantity.modifier is not Modifier.VAGUE or links.part(vague) or claim.effect in THINGS:
            continue
        told = [k for k in links.around(vague) if _summed_up(links, k, vague)]
        whole = [k for k in told if not links.claims[k].related(RelationType.TOTAL_OF)]
        value = sum(links.claims[k].quantity.value or 0 for k in whole)
        high = claim.quantity.high
        if not whole or (high is not None and value > high) or value < (claim.quantity.low or 0):
            continue
        links.relate(vague, RelationType.SUMMARY_OF, *told, why="the numbers lie in its bounds")


def _summed_up(links: Links, number: int, vague: int) -> bool:
    """Tell whether a number may be what a vague number told elsewhere in the article sums up."""
    claim, other = links.claims[number], links.claims[vague]
    if not links.numbered(number) or links.part(number):
        return False
    if links.drafts[number].sentence == links.drafts[vague].sentence or links.drafts[number].roles & {
        "delta",
        "superseded",
    }:
        return False
    rival = claim.origin is not None and other.origin is not None and claim.origin != other.origin
    return not rival and _same_people(links, number, vague)


def _same_people(links: Links, one: int, two: int) -> bool:
    """Tell whether two claims may be of the same people: one side, or one of them over both."""
    sides = {links.sides[one], links.sides[two]}
    if BOTH_SIDES in sides:
        return CIVILIAN_SIDE not in sides and None not in sides
    return len(sides) == 1 and links.claims[one].category is links.claims[two].category


def headlines(links: Links) -> None:
    """Link what a headline or a teaser says to the same thing told in full: the first such claims after it."""
    for head, claim in enumerate(links.claims):
        if claim.effect in THINGS or claim.relations or links.part(head):
            continue
        if claim.quantity.unquantified:
            _named_first(links, head)
        elif "headline" in links.drafts[head].roles:
            _counted_first(links, head)


def _named_first(links: Links, head: int) -> None:
    """Link people whom an opening names without a number to the numbers told of them afterwards."""
    if any(_told_of(links, k, head) for k in links.before(head)):
        return
    found = [k for k in range(head + 1, min(head + _SOON + 1, len(links.claims))) if _told_of(links, k, head)]
    links.relate(head, RelationType.SUMMARY_OF, *found, why="named first, counted below")


def _told_of(links: Links, number: int, named: int) -> bool:
    """Tell whether a number counts people whom another sentence only names."""
    claim, other = links.claims[number], links.claims[named]
    if claim.quantity.unquantified or links.together(number, named) or claim.scope is not other.scope:
        return False
    if {claim.epistemic, other.epistemic} & OUT or links.none(number):
        return False
    effects = _HARMS if other.effect is Effect.CASUALTIES_UNSPECIFIED else (other.effect,)
    whole = not links.part(number) and not links.component(number)
    kind = other.category in (Category.UNSPECIFIED, claim.category.broad)
    sides = links.sides[named] in (None, links.sides[number])
    headline = "headline" in links.drafts[named].roles or other.category is Category.UNSPECIFIED
    return claim.effect in effects and whole and kind and sides and headline and not links.elsewhere(number, named)


def _counted_first(links: Links, head: int) -> None:
    """Link a headline's number to the first number of the text that can be the same."""
    for k in range(head + 1, min(head + _SOON + 1, len(links.claims))):
        if _repeats(links, k, head):
            links.relate(head, RelationType.SAME_AS, k, why="the headline's number in the text")
            return


def _repeats(links: Links, number: int, head: int) -> bool:
    """Tell whether a number of the text is a headline's, of people who may be the same."""
    claim, other = links.claims[number], links.claims[head]
    if not links.alike(number, head) or links.part(number) or "headline" in links.drafts[number].roles:
        return False
    same = claim.quantity.value is not None and claim.quantity.value == other.quantity.value
    people = links.kin(number, head)
    return same and people and not links.elsewhere(number, head)


def denials(links: Links) -> None:
    """Link a count of none, or a number that is denied, to the claim by somebody else that it denies."""
    for index, claim in enumerate(links.claims):
        if claim.effect in THINGS or not (links.none(index) or claim.epistemic is Epistemic.DENIED):
            continue
        near = [k for k in range(index - 1, max(-1, index - _SOON - 1), -1) if _denies(links, index, k)]
        deaths = (k for k in near if links.claims[k].effect is Effect.KILLED)
        links.relate(index, RelationType.DENIES, *[*deaths, *near][:1], why="somebody else told of that harm")


def _denies(links: Links, denial: int, told: int) -> bool:
    """Tell whether one claim denies another: harm of the same kind, to people who may be the same."""
    a, b = links.claims[denial], links.claims[told]
    if links.none(told) or links.part(told) or "headline" in links.drafts[told].roles:
        return False
    if b.effect in THINGS or a.scope is not b.scope:
        return False
    effects = (*_HARMS, Effect.CASUALTIES_UNSPECIFIED)
    harm = a.effect is b.effect or (a.effect in effects and b.effect in effects and a.effect is not Effect.KILLED)
    own = links.voice(denial) == links.voice(told) and b.epistemic is not Epistemic.DENIED
    people = links.kin(told, denial)
    return harm and people and not own and not links.elsewhere(denial, told)
