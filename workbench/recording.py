"""One reading of an article into the case; a later reading meets what is there already.

A finding that an earlier reading made of the same words keeps its id and its incident, so that merges, and relations
drawn to it, stay. What an analyst touched stays as it is, and stands for the new finding wherever that is referred to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import TypeVar

from workbench.changes import Change, Edit, adding, removing
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.mention import Maker, Mention, Status
from workbench.retold import retold
from workbench.wording import article_words

Found = Mention | Claim
T = TypeVar("T", Mention, Claim)

#: What a mention is but for its ids; `replace` takes thrice as long, and an article has dozens.
_REST = attrgetter(*(field.name for field in fields(Mention)[2:]))


def size_of(findings: Findings) -> int:
    """Return how many fresh ids `record_findings` needs."""
    return len(findings.incidents) + len(findings.claims) + len(findings.mentions)


def record_findings(
    article: Article,
    findings: Findings,
    first_id: int,
    *,
    existing: Iterable[Mention | Claim | Incident] = (),
    printed_again: Sequence[Claim] = (),
    automatic: bool = False,
) -> Change:
    """Return the change that puts one reading of an article into the case.

    `first_id` is the first of as many fresh ids as the findings have rows. `existing` are the article's rows so far,
    with the incidents that no other article tells of; `printed_again` the claims of articles with the same text: what
    they tell again goes to the same incidents.
    """
    rows = list(existing)
    claims = _Claims(article.id, findings, [r for r in rows if isinstance(r, Claim)], first_id, printed_again)
    mentions = _mentions(article.id, findings.mentions, [r for r in rows if isinstance(r, Mention)], claims.next_id)
    incidents = [r for r in rows if isinstance(r, Incident) and r.made_by is Maker.MACHINE]
    left = [incident for incident in incidents if incident.id not in claims.told]
    edits = (*adding(claims.incidents), *mentions, *claims.edits, *removing(left))
    return Change("extract", edits, article_words(article), automatic=automatic)


def _untouched(row: Found) -> bool:
    return row.made_by is Maker.MACHINE and row.status is Status.PROPOSED


def _alike(old: Claim, new: Claim) -> bool:
    """Tell whether two claims say the same of the same words."""
    places = (old.number or old.evidence, new.number or new.evidence)
    return old.effect is new.effect and (old.number is None) == (new.number is None) and places[0].overlaps(places[1])


def _matches(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, Claim]:
    """Return, by the new claims' ids, the old claims that they find again; each old one once, the touched first."""
    waiting = sorted(old, key=lambda row: (_untouched(row), row.id))
    found: dict[int, Claim] = {}
    for claim in new:
        match = next((row for row in waiting if _alike(row, claim)), None)
        if match is not None:
            waiting.remove(match)
            found[claim.id] = match
    return found


class _Claims:
    """The claims and incidents of a reading, put beside those that are there."""

    def __init__(
        self, article_id: int, findings: Findings, old: list[Claim], first_id: int, printed_again: Sequence[Claim]
    ) -> None:
        self._article_id = article_id
        self._matched = _matches(old, findings.claims)
        self._homes = _homes(findings.claims, retold(findings.claims, printed_again))
        self._homes |= _homes(findings.claims, self._matched)
        new = [row for row in findings.incidents if row.id not in self._homes]
        self._homes |= {row.id: first_id + n for n, row in enumerate(new)}
        first_id += len(new)
        fresh = [claim.id for claim in findings.claims if claim.id not in self._matched]
        self._ids = {id_: row.id for id_, row in self._matched.items()}
        self._ids |= {id_: first_id + n for n, id_ in enumerate(fresh)}
        self.next_id = first_id + len(fresh)
        self.incidents = [replace(row, id=self._homes[row.id]) for row in new]
        self.edits = (*self._put(findings.claims), *self._let_go(old))
        kept = {id_ for edit in self.edits if isinstance(edit.after, Claim) for id_ in [edit.after.incident_id]}
        gone = {edit.value.id for edit in self.edits if edit.after is None}
        self.told = kept | {row.incident_id for row in old if row.id not in gone}

    def _put(self, claims: Iterable[Claim]) -> Iterable[Edit]:
        for claim in claims:
            old = self._matched.get(claim.id)
            if old is None:
                yield Edit(None, self._settled(claim, self._home(claim)))
            elif _untouched(old) and (again := self._settled(claim, old.incident_id)) != old:
                yield Edit(old, again)

    def _home(self, claim: Claim) -> int | None:
        return None if claim.incident_id is None else self._homes[claim.incident_id]

    def _settled(self, claim: Claim, incident: int | None) -> Claim:
        relations = tuple(replace(relation, to=self._ids[relation.to]) for relation in claim.relations)
        return replace(
            claim, id=self._ids[claim.id], article_id=self._article_id, incident_id=incident, relations=relations
        )

    def _let_go(self, old: list[Claim]) -> Iterable[Edit]:
        """Take away what was not found again, but for what an analyst touched or drew a relation to."""
        again = {row.id for row in self._matched.values()}
        pointed = {relation.to for row in old if not _untouched(row) for relation in row.relations}
        gone = {row.id for row in old if _untouched(row) and row.id not in again | pointed}
        for row in old:
            relations = tuple(relation for relation in row.relations if relation.to not in gone)
            if row.id in gone:
                yield Edit(row, None)
            elif row.id not in again and relations != row.relations:
                yield Edit(row, replace(row, relations=relations))


def _homes(claims: Iterable[Claim], known: Mapping[int, Claim]) -> dict[int, int]:
    """Return, by the reading's incidents, the case's incidents where most of their claims are `known` to be at home."""
    votes: dict[int, Counter[int]] = {}
    for claim in claims:
        old = known.get(claim.id)
        if old is not None and old.incident_id is not None and claim.incident_id is not None:
            votes.setdefault(claim.incident_id, Counter())[old.incident_id] += 1
    return {local: counted.most_common(1)[0][0] for local, counted in votes.items()}


def _mentions(article_id: int, found: Iterable[Mention], old: list[Mention], first_id: int) -> Iterable[Edit]:
    """Put the mentions of a reading beside those that are there; one on words that an analyst decided on gives way."""
    if not old:  # as nearly always, and then much faster
        yield from (Edit(None, Mention(id_, article_id, *_REST(row))) for id_, row in enumerate(found, first_id))
        return
    touched = [row for row in old if not _untouched(row)]
    known = {(row.span, row.label): row for row in old if _untouched(row)}
    for n, row in enumerate(row for row in found if not any(t.span.overlaps(row.span) for t in touched)):
        before = known.pop((row.span, row.label), None)
        after = Mention(before.id if before else first_id + n, article_id, *_REST(row))
        if after != before:
            yield Edit(before, after)
    yield from removing(known.values())
