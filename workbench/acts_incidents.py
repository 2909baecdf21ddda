"""The analyst's acts on incidents and on copies: values in, a Change out; the claims stay as they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from workbench.changes import Change, Edit, adding, removing
from workbench.errors import WorkbenchError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.incident import AGGREGATE, ONE_EVENT, Incident
from workbench.model.mention import Maker
from workbench.retold import retold
from workbench.wording import article_words

T = TypeVar("T", bound=Hashable)


def decline(id_: int, one: Incident, other: Incident) -> Change:
    """Return the change that says two incidents are two: they are not proposed as one again."""
    return Change("decline_merge", adding([_two(id_, one.id, other.id)]), f"{one.title} ≠ {other.title}")


def propose_again(declined: Declined, about: str) -> Change:
    """Return the change that takes it back, long after it was said."""
    return Change("propose_again", removing([declined]), about)


def _two(id_: int, one: int, other: int) -> Declined:
    return Declined(id_, min(one, other), max(one, other))


def split(first_id: int, incident: Incident, claims: Sequence[Claim], all_claims: Sequence[Claim]) -> Change:
    """Return the change that puts some of an incident's claims into an incident of their own.

    It takes two fresh ids, the second for the word that the two are two. WorkbenchError where none or all are chosen.
    """
    if not claims:
        raise WorkbenchError("No claim is chosen. Choose those that tell of another event, then split.")
    if len(claims) == len(all_claims):
        raise WorkbenchError("All claims of the incident are chosen. Leave at least one where it is.")
    fresh = Incident(
        first_id,
        incident.title,
        _common((c.when for c in claims), incident.when),
        _common((c.where for c in claims), incident.where),
        incident.clarity,
        Maker.ANALYST,
    )
    two = _two(first_id + 1, incident.id, fresh.id)
    return Change("split_incident", (*adding([fresh]), *_moved(claims, fresh.id), *adding([two])), incident.title)


def _common(told: Iterable[T | None], otherwise: T | None) -> T | None:
    """Return what most claims tell, the first told among equals; the incident's own where none tells anything."""
    counted = Counter(one for one in told if one is not None)
    return counted.most_common(1)[0][0] if counted else otherwise


def move_claims(claims: Sequence[Claim], to: Incident, emptied: Iterable[Incident] = ()) -> Change:
    """Return the change that puts claims into another incident; those that are `emptied` by it go."""
    return Change("move_claims", (*_moved(claims, to.id), *removing(emptied)), to.title)


def _moved(claims: Iterable[Claim], to: int) -> tuple[Edit, ...]:
    return tuple(Edit(c, replace(c, incident_id=to)) for c in claims if c.incident_id != to)


def rename(incident: Incident, title: str) -> Change:
    """Return the change that gives an incident another title; WorkbenchError where it has none."""
    if not title.strip():
        raise WorkbenchError("An incident needs a title. Say in a few words what happened.")
    after = replace(incident, title=title.strip())
    return Change("rename_incident", (Edit(incident, after),) if after != incident else (), incident.title)


def tell_as_whole(incident: Incident, *, whole: bool) -> Change:
    """Return the change that says an incident's numbers are told of several events as a whole, or of one event."""
    after = replace(incident, clarity=AGGREGATE if whole else ONE_EVENT)
    return Change("tell_as_whole", (Edit(incident, after),) if after != incident else (), incident.title)


def mark_copy(
    article: Article,
    original: Article,
    copies: Iterable[Article],
    claims: Sequence[Claim],
    printed: Sequence[Claim],
    incidents: Iterable[Incident],
) -> Change:
    """Return the change that makes an article a copy of another, and its `copies` with it.

    What its `claims` tell again goes to the incidents of the claims `printed` already, and with them what was told of
    the same event. Of its own `incidents` those go that nothing is left of. WorkbenchError where it would be a copy of
    itself.
    """
    first = original.id if original.copy_of is None else original.copy_of
    if first == article.id:
        raise WorkbenchError("An article cannot be a copy of itself, or of its own copy. Choose another original.")
    family = (Edit(one, replace(one, copy_of=first)) for one in (article, *copies))
    homes = _homes(claims, printed)
    moved = tuple(Edit(c, replace(c, incident_id=homes[c.incident_id])) for c in claims if c.incident_id in homes)
    left = {edit.value.id for edit in moved}
    told = {c.incident_id for c in claims if c.id not in left} | set(homes.values())
    gone = removing(incident for incident in incidents if incident.id not in told)
    about = f"{article_words(article)} = {article_words(original)}"
    return Change("mark_copy", (*(e for e in family if e.before != e.after), *moved, *gone), about)


def _homes(claims: Sequence[Claim], printed: Sequence[Claim]) -> dict[int | None, int]:
    """Return, for the incidents of a copy, where most of what they tell is at home already."""
    votes: dict[int | None, Counter[int]] = {}
    again = retold(claims, printed)
    for claim in claims:
        home = again[claim.id].incident_id if claim.id in again else None
        if home is not None:
            votes.setdefault(claim.incident_id, Counter())[home] += 1
    best = {own: counted.most_common(1)[0][0] for own, counted in votes.items()}
    return {own: home for own, home in best.items() if own != home}


def no_copy(
    article: Article, claims: Sequence[Claim], shared: Iterable[Incident], fresh_id: Callable[[], int]
) -> Change:
    """Return the change that makes a copy an article like any other.

    What it tells of incidents that it shares with others goes to incidents of its own, like those: were they one event
    all the same, they can be merged.
    """
    own = {incident.id: replace(incident, id=fresh_id(), made_by=Maker.ANALYST) for incident in shared}
    moved = (Edit(c, replace(c, incident_id=own[c.incident_id].id)) for c in claims if c.incident_id in own)
    freed = Edit(article, replace(article, copy_of=None))
    return Change("no_copy", (freed, *adding(own.values()), *moved), article_words(article))
