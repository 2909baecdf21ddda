"""The rows that both cases made apart from each other and that are the same: each pair gets one number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from workbench.changes import Value
from workbench.merging.matching import CLAIMS, MENTIONS, Candidate, Says, homes, matched
from workbench.merging.meeting import Meeting
from workbench.merging.numbers import carried
from workbench.merging.told import Key
from workbench.merging.trails import Trail
from workbench.model.article import Article
from workbench.model.assessment import Assessment
from workbench.model.claim import Claim
from workbench.model.declined import Declined
from workbench.model.mention import Mention
from workbench.model.merged import Merged
from workbench.model.override import Override

T = TypeVar("T", Mention, Claim)
Pairs = list[tuple[Candidate[Claim], Candidate[Claim]]]


def pair(meeting: Meeting) -> set[Key]:
    """Give what is the same its one number; return the keys here of the rows that were made on both sides."""
    joined: set[Key] = set()
    claims: Pairs = []
    own = _by_article(meeting.own, meeting.numbers.owner)
    joined.update(_articles(meeting, own))
    for article_id, rows in _by_article(meeting.news, meeting.numbers.known).items():
        here = meeting.numbers.known(article_id)
        if here is None or meeting.rows.row("article", here) is None:
            continue
        mentions = _pairs(meeting, rows, own.get(here, []), Mention, MENTIONS)
        claims += (found := _pairs(meeting, rows, own.get(here, []), Claim, CLAIMS))
        joined.update(("mention", mine.id) for _, mine in mentions)
        joined.update(("claim", mine.id) for _, mine in found)
    joined.update(_incidents(meeting, claims))
    joined.update(_judged(meeting))
    named = (key for key in meeting.news if isinstance(key[1], str))
    return joined | {key for key in named if _made_twice(meeting, key)}


def _made_twice(meeting: Meeting, key: Key) -> bool:
    there = meeting.rows.row(*key) is not None or key in meeting.own
    return there and meeting.news[key].now is not None and meeting.base(key, meeting.news[key]).value is None


def _articles(meeting: Meeting, own: dict[int, list[Trail]]) -> Iterator[Key]:
    """Give articles read from the same bytes one number; what was found in one taken in anew is compared anew."""
    numbers, rows = meeting.numbers, meeting.rows
    worked_on = {_article_of(trail) for trail in meeting.own.values()}
    for there, document in _documents(meeting):
        here = rows.article_with(document)
        if here is None or here.id == numbers.known(there):
            continue
        other = numbers.owner(here.id)
        if other is not None and here.id not in worked_on:
            continue  # nobody here worked on what the other took out before it took it in again
        for old in {there, other} - {None}:
            _forget(meeting, old)
        numbers.put(there, here.id)
        found: list[Mention | Claim] = [*rows.mentions(here.id), *rows.claims(here.id)]
        known = {trail.first.id for trail in own[here.id]}
        own[here.id] += [_standing(row) for row in found if row.id not in known and numbers.owner(row.id) is None]
        yield "article", here.id


def _documents(meeting: Meeting) -> Iterator[tuple[int, str]]:
    """Yield the other's articles that may be here under another number, with their documents."""
    for (_, id_), trail in meeting.news.items():
        if isinstance(trail.now, Article) and isinstance(id_, int):
            yield id_, trail.now.document
    for (_, id_), trail in meeting.own.items():
        there = meeting.numbers.owner(id_) if isinstance(id_, int) and isinstance(trail.any, Article) else None
        if there is None or trail.now is not None or ("article", there) in meeting.news:
            continue
        again = meeting.rows.article_with(trail.any.document) if isinstance(trail.any, Article) else None
        if again is not None and meeting.numbers.owner(again.id) is None:
            yield there, again.document


def _forget(meeting: Meeting, article_id: int | None) -> None:
    for (_, id_), trail in meeting.news.items():
        if isinstance(trail.first, Mention | Claim) and trail.first.article_id == article_id and isinstance(id_, int):
            meeting.numbers.forget(id_)
    if article_id is not None:
        meeting.numbers.forget(article_id)


def _standing(row: Mention | Claim) -> Trail:
    """Return the trail of a row that nothing happened to."""
    return Trail(row, row, row, 0, any=row)


def _article_of(trail: Trail) -> int:
    row = trail.any
    if isinstance(row, Article):
        return row.id
    return row.article_id if isinstance(row, Mention | Claim) else 0


def _by_article(found: Mapping[Key, Trail], known: Callable[[int], int | None]) -> dict[int, list[Trail]]:
    """Return the mentions and claims that the other case knows nothing of, by their article."""
    rows: dict[int, list[Trail]] = defaultdict(list)
    for (_, id_), trail in found.items():
        row = trail.first
        passing = trail.before is trail.read is trail.now is None  # as what came by a merge that was undone
        if isinstance(row, Mention | Claim) and isinstance(id_, int) and known(id_) is None and not passing:
            rows[row.article_id].append(trail)
    return rows


def _pairs(
    meeting: Meeting, rows: Iterable[Trail], own: Iterable[Trail], type_: type[T], says: tuple[Says[T], ...]
) -> list[tuple[Candidate[T], Candidate[T]]]:
    theirs = [found for found in (_candidate(trail, type_) for trail in rows) if found]
    mine = [found for found in (_candidate(trail, type_) for trail in own) if found]
    pairs = matched(theirs, mine, says)
    for there, here in pairs:
        meeting.numbers.put(there.id, here.id)
    return pairs


def _candidate(trail: Trail, type_: type[T]) -> Candidate[T] | None:
    first, now = trail.first, trail.now or trail.first
    return Candidate(first.id, first, now) if isinstance(first, type_) and isinstance(now, type_) else None


def _incidents(meeting: Meeting, pairs: Pairs) -> Iterator[Key]:
    """Give incidents of which the same claims tell one number: as they were read, then as they are."""
    numbers = meeting.numbers
    votes = [(a.first.incident_id, b.first.incident_id, _place(a.first)) for a, b in pairs]
    later = [(a.now.incident_id, b.now.incident_id, _place(a.now)) for a, b in pairs]
    for round_ in (votes, later):
        open_ = [v for v in round_ if v[0] and v[1] and numbers.known(v[0]) is None and numbers.owner(v[1]) is None]
        for there, here in homes(open_).items():
            numbers.put(there, here)
            yield "incident", here


def _place(claim: Claim) -> Hashable:
    return claim.evidence, claim.number or claim.evidence, claim.effect


def _judged(meeting: Meeting) -> Iterator[Key]:
    """Give judgements on the same thing one number."""
    for (kind, id_), trail in meeting.news.items():
        if not isinstance(id_, int) or not isinstance(trail.now, Assessment | Override | Declined | Merged):
            continue
        here = _same(meeting, carried(trail.now, meeting.numbers))
        if here is not None and here.id != meeting.numbers.known(id_) and isinstance(here.id, int):
            meeting.numbers.put(id_, here.id)
            yield kind, here.id


def _same(meeting: Meeting, value: Value) -> Value | None:
    rows = meeting.rows
    match value:
        case Assessment():
            return rows.assessment(value.about, value.about_id)
        case Override():
            return next((one for one in rows.overrides(value.incident) if one.key == value.key), None)
        case Declined():
            pair_ = (value.one, value.other)
            return next((one for one in rows.declined() if (one.one, one.other) == pair_), None)
        case Merged():
            return next((one for one in rows.merged() if (one.line, one.hash) == (value.line, value.hash)), None)
    return None
