"""The figures of the open case, kept by incident: a correction reckons anew only the incidents it bears on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from workbench.changes import Change, Edit, Value
from workbench.model.actor import Actor, Source
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.convention import OWN
from workbench.model.figure import Reckoning
from workbench.model.incident import Incident
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.reckoning.aggregates import Around, Wholes, nowhere, without_components
from workbench.reckoning.conventions import Conventions
from workbench.reckoning.differences import Difference, differences
from workbench.reckoning.figures import joined, named_stray, seen_stray, stray
from workbench.reckoning.incident import reckon_incident
from workbench.reckoning.judged import Judging, by_incident, judged_in
from workbench.reckoning.overriding import lost
from workbench.reckoning.printed import Printed, printed, printed_around
from workbench.reckoning.seen import Basis
from workbench.reckoning.voices import Voice, voices

#: What every incident is reckoned with: where one of these changes, all of them do.
_FOR_ALL = ("actor", "source", "side", "method")
#: What is read with them, and bears on figures only under some methods.
_JUDGED = ("assessment", "override", "own_reading")


class Told(Judging, Protocol):
    """What figures are reckoned from; an open case is that."""

    def claims(self, article_id: int | None = None) -> list[Claim]:
        """Return the claims of an article, or of the case."""

    def printed_again(self, article: Article) -> list[Claim]:
        """Return the claims of all other articles that are the same text as this one."""

    def claims_of(self, incident_id: int | None) -> list[Claim]:
        """Return the claims about an incident."""

    def incidents(self, after: int = 0, limit: int = -1) -> list[Incident]:
        """Return all incidents by id, or as many after one."""

    def incident(self, id_: int) -> Incident | None:
        """Return an incident; None where it has gone."""

    def articles(self) -> list[Article]:
        """Return all articles."""

    def article(self, id_: int) -> Article:
        """Return an article; StaleChange where it has gone."""

    def copies(self) -> list[Article]:
        """Return all articles that are copies of another."""

    def actors(self) -> dict[str, Actor]:
        """Return the actors by id."""

    def sources(self) -> dict[str, Source]:
        """Return the sources by id."""

    def method(self) -> Method:
        """Return the convention and the policy."""


#: Where more incidents than these are not known, all claims are read at once.
_FEW = 20
#: So many incidents are read together, in a few thousandths of a second.
_PIECE = 200


class Strays:
    """What is read piece by piece of a whole case: its articles, and the claims about no incident."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self._claims: list[Claim] = []

    def take(self, articles: Iterable[Article], claims: Iterable[Claim]) -> None:
        """Keep the next articles, and of their claims those about no incident."""
        self.articles += articles
        self._claims += (claim for claim in claims if claim.incident_id is None)

    def named(self, basis: Basis) -> Reckoning:
        """Return the checks that name the claims."""
        return named_stray(seen_stray(self._claims, basis))


class _Shelf:
    """The articles of a case as they are asked for one by one; which are copies is read once."""

    def __init__(self, case: Told) -> None:
        self.article = case.article
        self._copies: dict[int | None, list[Article]] = defaultdict(list)
        for copy in case.copies():
            self._copies[copy.copy_of].append(copy)

    def copies_of(self, article_id: int) -> list[Article]:
        """Return the articles that are copies of one."""
        return self._copies.get(article_id, [])


class Reckonings:
    """Keeps what was reckoned until a change bears on it."""

    def __init__(self, case: Told, conventions: Conventions, around: Around = nowhere) -> None:
        self._case = case
        self._conventions = conventions
        self._around = around
        self._incidents: dict[int, Incident] | None = None
        #: Those that were read so far, while they are read in small steps.
        self._coming: dict[int, Incident] | None = None
        self._wholes: Wholes | None = None
        self._less: dict[int, Reckoning] = {}
        self._basis: Basis | None = None
        self._printed: Printed | None = None
        self._shelf: _Shelf | None = None
        self._known: dict[int | None, Reckoning] = {}
        #: How many claims there were about an incident when it was reckoned.
        self._told: dict[int, int] = {}
        self._strays: Strays | None = None
        self._whole: Reckoning | None = None
        self._voices: dict[int, tuple[Voice, ...]] = {}

    def hear(self, change: Change) -> None:
        """Forget what a change bears on."""
        if any(change.touches(kind) for kind in _FOR_ALL) or self._regraded(change):
            self._forget_all()
        if any(change.touches(kind) for kind in _JUDGED):
            self._basis = None
        if change.touches("incident"):
            self._wholes = None
        for edit in change.edits:
            self._take_over(edit)
            for value in (edit.before, edit.after):
                if isinstance(value, Claim):
                    self._forget(value.incident_id)
                elif isinstance(value, Incident):
                    self._forget(value.id)
                elif isinstance(value, Override):
                    self._forget(value.incident)
                elif isinstance(value, Article) and _printed_otherwise(edit):
                    self._forget_told_in(value)

    def _take_over(self, edit: Edit) -> None:
        """Bring what is known of all incidents and articles in step."""
        if edit.kind == "article" and _printed_otherwise(edit):
            self._printed = self._shelf = self._strays = None
        for known in (self._incidents, self._coming):
            if known is None:
                continue
            if isinstance(edit.after, Incident):
                self._keep(known, edit.after)
            elif isinstance(edit.before, Incident):
                known.pop(edit.before.id, None)

    def _keep(self, known: dict[int, Incident], incident: Incident) -> None:
        """Put an incident among those known by id; those that come are read later where they stand further on."""
        last = next(reversed(known), 0)
        if incident.id in known or (known is self._incidents and incident.id > last):
            known[incident.id] = incident
        elif incident.id < last:
            self._incidents = self._coming = None  # they stand in order

    def _regraded(self, change: Change) -> bool:
        """Tell whether a change of grades or own readings bears on figures under the method in force."""
        if not (change.touches("assessment") or change.touches("own_reading")):
            return False
        method = self._case.method()
        graded = method.policy == "most_reliable" and change.touches("assessment")
        return graded or (method.convention == OWN and change.touches("own_reading"))

    def _forget_all(self) -> None:
        self._basis = None
        self._known.clear()
        self._voices.clear()
        self._strays = None
        self._whole = None

    def _forget_told_in(self, article: Article) -> None:
        """Forget what an article, and all that are the same text, tell of."""
        for claim in (*self._case.claims(article.id), *self._case.printed_again(article)):
            self._forget(claim.incident_id)

    def _forget(self, incident: int | None) -> None:
        self._known.pop(incident, None)
        if incident is None:
            self._strays = None
        else:
            self._voices.pop(incident, None)
        self._whole = None

    def read_incidents(self) -> Iterator[None]:
        """Read all incidents in small steps, between which the case may change; none where they are known."""
        while self._incidents is None:
            coming = self._coming = self._coming or {}
            found = self._case.incidents(next(reversed(coming), 0), _PIECE)
            coming |= {incident.id: incident for incident in found}
            if len(found) == _PIECE:
                yield
            elif coming is self._coming:
                self._incidents, self._coming = coming, None

    @property
    def incidents(self) -> Mapping[int, Incident]:
        """All incidents by id, in that order."""
        return self._all()

    @property
    def originals(self) -> Mapping[int, int]:
        """The copies of the case, each with what it is a copy of in the end."""
        return self._all_printed().originals

    @property
    def is_known(self) -> bool:
        """Whether all incidents are reckoned but for a few."""
        return self._incidents is not None and len(self.lacking()) <= _FEW

    def awaits(self, incident: int | None) -> bool:
        """Tell whether the figures of an incident wait for many others, which are to be reckoned yet."""
        if incident is None or self._whole is not None or not self._may_be_whole(incident):
            return False
        return not self.is_known

    def told(self) -> dict[int, int]:
        """Return how many claims there are about each incident."""
        return {id_: self._told[id_] for id_ in self._all() if self.alone(id_) is not None}

    def of_incident(self, incident: int | None) -> Reckoning:
        """Return the figures and checks of one incident; of the claims that have none where it is None.

        What is told as a whole waits for the incidents inside it.
        """
        alone = self.alone(incident)
        if incident is None or not self._may_be_whole(incident):
            return alone
        self.whole()
        return self._less.get(incident, alone)

    def _may_be_whole(self, incident: int) -> bool:
        """Tell whether events in other incidents may be taken off one: it was so before, or is told as a whole."""
        known = self._case.incident(incident) if self._incidents is None else self._incidents.get(incident)
        return incident in self._less or (known is not None and known.aggregate)

    def _told_as_wholes(self) -> Wholes:
        if self._wholes is None:
            self._wholes = Wholes(self._all().values(), self._around)
        return self._wholes

    def _all(self) -> dict[int, Incident]:
        if self._incidents is None:
            self._incidents = {incident.id: incident for incident in self._case.incidents()}
        return self._incidents

    def alone(self, incident: int | None) -> Reckoning:
        """Return what the claims of one incident give by themselves."""
        if incident not in self._known:
            claims = self._case.claims_of(incident)
            self._known[incident] = self._reckon(incident, claims)
        return self._known[incident]

    def tried(self, change: Change) -> tuple[Difference, ...]:
        """Return the figures that a change of claims would make others, if it were carried out."""
        after = {edit.after.id: edit.after for edit in change.edits if isinstance(edit.after, Claim)}
        old: dict[int, Reckoning] = {}
        new: dict[int, Reckoning] = {}
        for incident in sorted({c.incident_id for c in after.values() if c.incident_id is not None}):
            claims = [after.get(claim.id, claim) for claim in self._case.claims_of(incident)]
            old[incident], new[incident] = self.alone(incident), self._reckon(incident, claims)
        if any(r.ties for r in new.values()) or any(i.aggregate for i in self._all().values()):
            parts = {id_: self.alone(id_) for id_ in self._all()}
            old, new = self._taken_apart(parts), self._taken_apart(parts | new)
        found = differences(joined(old.values()), joined(new.values()))
        return tuple(difference for difference in found if difference.incident is not None)

    def _taken_apart(self, parts: dict[int, Reckoning]) -> dict[int, Reckoning]:
        """Return the incidents, those told as a whole less what others explain."""
        return parts | without_components(parts, self._all().values(), self._around)

    def voices(self, incident: int) -> tuple[Voice, ...]:
        """Return what each origin says of one incident."""
        if incident not in self._voices:
            self._voices[incident] = self._heard(incident)
        return self._voices[incident]

    def _heard(self, incident: int) -> tuple[Voice, ...]:
        claims = self._case.claims_of(incident)
        return voices(incident, claims, self.basis_of(claims))

    def unheard(self, incidents: Iterable[int]) -> list[int]:
        """Return those of some incidents whose voices are to be reckoned yet."""
        return [incident for incident in incidents if incident not in self._voices]

    def whole(self) -> Reckoning:
        """Return the figures and checks of the whole case."""
        if self._whole is None:
            if len(self.lacking()) > _FEW:
                self._reckon_all()
            known = self._all()
            gone = lost(by_incident(self._case.overrides()), frozenset(known))
            parts = {id_: self.alone(id_) for id_ in known}
            self._less = self._told_as_wholes().less(parts)
            self._whole = joined([*(parts | self._less).values(), self.alone(None), Reckoning((), gone)])
        return self._whole

    def by(self, method: Method, take: Callable[[Reckoning], object]) -> Iterator[float]:
        """Reckon the whole case by another method in small steps, and hand that to `take`; what is kept stays."""
        other = Reckonings(self._case, self._conventions, self._around)
        other._incidents, other._basis = dict(self._all()), replace(self._bare(), method=method)
        other._printed = self._all_printed()
        ids = sorted(other._incidents)
        for done, id_ in enumerate(ids):
            other.take(id_, self._case.claims_of(id_))
            yield done / len(ids)
        take(other.whole())

    def lacking(self) -> set[int]:
        """Return the incidents that are to be reckoned yet."""
        return self._all().keys() - self._known.keys()

    def take(self, incident: int, claims: list[Claim]) -> None:
        """Reckon an incident by its claims, which were read just now, where that was not done."""
        if incident not in self._known:
            self._known[incident] = self._reckon(incident, claims)

    def strays(self) -> Strays:
        """Return what is to look for the claims about no incident, as all claims are read."""
        self._strays = Strays()
        return self._strays

    def take_strays(self, found: Strays) -> None:
        """Take what was found, unless such a claim changed meanwhile."""
        if self._strays is found:
            self._printed = self._printed or printed(found.articles)
            self._known.setdefault(None, found.named(self.basis()))
        self._strays = None

    def _reckon_all(self) -> None:
        claims: dict[int | None, list[Claim]] = defaultdict(list)
        self._all_printed()
        for claim in self._case.claims():
            claims[claim.incident_id].append(claim)
        for incident in (*sorted(self.lacking()), None):
            if incident not in self._known:
                self._known[incident] = self._reckon(incident, claims[incident])

    def _reckon(self, incident: int | None, claims: list[Claim]) -> Reckoning:
        basis = self.basis_of(claims)
        if incident is not None:
            self._told[incident] = len(claims)
        return stray(claims, basis) if incident is None else reckon_incident(incident, claims, basis)

    def basis(self) -> Basis:
        """Return what all claims of the case are read by."""
        return replace(self._bare(), articles=self._all_printed())

    def basis_of(self, claims: Iterable[Claim]) -> Basis:
        """Return what these claims are read by; of articles it may know no others than theirs."""
        if self._printed is not None:
            return self.basis()
        if self._shelf is None:
            self._shelf = _Shelf(self._case)
        return replace(self._bare(), articles=printed_around({c.article_id for c in claims}, self._shelf))

    def _bare(self) -> Basis:
        """Return what claims are read by, without their articles."""
        if self._basis is None:
            case = self._case
            judged = judged_in(case)
            table = self._conventions.with_own(judged.readings)
            self._basis = Basis(case.actors(), case.sources(), case.method(), table, judged=judged)
        return self._basis

    def _all_printed(self) -> Printed:
        """Return what is known of all articles."""
        if self._printed is None:
            self._printed = printed(self._case.articles())
        return self._printed


def _printed_otherwise(edit: Edit) -> bool:
    """Tell whether an edit moves an article's day, outlet or original, by which claims are held against each other."""
    return _print_of(edit.before) != _print_of(edit.after)


def _print_of(value: Value | None) -> tuple[object, ...]:
    return (value.published, value.outlet, value.copy_of) if isinstance(value, Article) else ()
