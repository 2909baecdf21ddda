"""One incident's claims become figures and checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from workbench.model.claim import Claim, Effect, Scope
from workbench.model.figure import Check, Figure, Reckoning, Tie, Unused
from workbench.model.mention import Status
from workbench.model.toll import Toll
from workbench.reckoning import checks, words
from workbench.reckoning.account import Account, together
from workbench.reckoning.cells import Cell, arrange
from workbench.reckoning.drawn import checked, with_rivals
from workbench.reckoning.fates import follow, with_linked_bodies
from workbench.reckoning.inheritance import inherit
from workbench.reckoning.links import Links, leading_out, links
from workbench.reckoning.overriding import overridden
from workbench.reckoning.removals import Counted, Hanging, How, remove
from workbench.reckoning.rivals import weigh
from workbench.reckoning.screening import screened
from workbench.reckoning.seen import Basis, Seen
from workbench.reckoning.tolls import falls, tolls_of
from workbench.reckoning.wide import Outcome, settle


def reckon_incident(incident: int, claims: Iterable[Claim], basis: Basis) -> Reckoning:
    """Reckon the claims of one incident, and of it alone; their order does not matter."""
    seen, left = screened(claims, basis)
    kept = with_linked_bodies([s for s in seen if s.id not in left])
    related, counted = counted_of(kept)
    members = arrange(counted.live)
    accounts = {cell: weigh(group, counted.links, basis) for cell, group in members.items()}
    outcomes = settle(follow(accounts, members, counted, basis), members, counted.links)
    told = tolls_of(incident, counted, related, basis)
    known = {s.id: s for s in seen}
    board = _Board(outcomes, known, basis)
    board.hang(counted)
    for s in seen:
        if s.id in left:
            board.leave_out(s, left[s.id])
    events = (toll for toll in told if toll.scope is Scope.EVENT)
    more = (*falls(events), *checked(seen, members, related), *_in_the_future(kept))
    found = board.reckoning(incident, told, more, leading_out(kept, known))
    return overridden(found, basis.judged.overrides.get(incident, ()))


def counted_of(kept: Sequence[Seen]) -> tuple[Links, Counted]:
    """Return how claims that are not left out stand to each other, and which of them count."""
    related = links(kept)
    return related, remove(with_rivals(inherit(kept, related), related), related)


def _in_the_future(seen: Iterable[Seen]) -> Iterator[Check]:
    """Yield the checks on claims that are told for a day after their article was published."""
    for s in seen:
        when = s.claim.when
        if when is not None and not when.inherited and date.min < s.day < when.start:
            yield checks.future(s, when.start)


class _Board:
    """Figures in the making: where each claim is at home, and what is left out of which figure."""

    def __init__(self, outcomes: Sequence[Outcome], seen: Mapping[int, Seen], basis: Basis) -> None:
        """Take what was settled, cell by cell; `seen` are all claims of the incident by id."""
        self._seen = seen
        self._basis = basis
        self._accounts: dict[Cell, list[Account]] = defaultdict(list)
        self._unused: dict[Cell, list[Unused]] = defaultdict(list)
        self._notes: dict[Cell, list[str]] = defaultdict(list)
        self._checks: list[Check] = []
        self._nowhere: list[Unused] = []
        self._home: dict[int, tuple[Cell, ...]] = {}
        for outcome in outcomes:
            self._place(outcome)

    def _place(self, outcome: Outcome) -> None:
        """Put one outcome's figures, checks and left-out claims where they belong."""
        for figure in outcome.figures:
            self._accounts[figure.cell].append(figure.account)
            self._checks += figure.account.checks
            self._unused[figure.cell] += figure.account.unused
            self._settle_in(figure.account.used, figure.account.unused, (figure.cell,))
        self._checks += outcome.checks
        cells = tuple(dict.fromkeys(part.cell for part in outcome.parts))
        for cell in cells:
            self._unused[cell] += outcome.unused
        self._settle_in((), outcome.unused, cells)

    def _settle_in(self, used: Iterable[Seen], unused: Iterable[Unused], cells: tuple[Cell, ...]) -> None:
        """Remember in which figures claims are used or left out."""
        for claim in (*(s.id for s in used), *(u.claim for u in unused)):
            self._home.setdefault(claim, cells)

    def hang(self, counted: Counted) -> None:
        """Leave the claims that hang on others out of the figures those are at home in, and check them there."""
        anchors = {h.seen.id: h.anchor for h in counted.hanging}
        seen = {s.id: s for s in (*counted.live, *(h.seen for h in counted.hanging))}
        told: dict[int, dict[Cell, None]] = defaultdict(dict)
        for hanging in counted.hanging:
            cells = self._homes(hanging.anchor, anchors)
            self._leave_hanging(hanging, cells)
            if hanging.how is How.SUBSET:
                self._check(checks.subset(hanging.seen, seen[hanging.anchor]))
            elif hanging.how is How.EQUAL:
                self._check(checks.one_statement(hanging.seen, seen[hanging.anchor]))
            elif hanging.how is How.SUMMARY and hanging.seen.range != seen[hanging.anchor].range:
                told[hanging.seen.id].update(dict.fromkeys(cells))
        for claim, homes in told.items():
            self._check_total(seen[claim], tuple(homes))

    def _leave_hanging(self, hanging: Hanging, cells: tuple[Cell, ...]) -> None:
        """Leave one claim out of `cells`, of its own side where they have one; a subset adds a note."""
        same_side = tuple(c for c in cells if c.side == hanging.seen.side)
        unused = Unused(hanging.seen.id, hanging.why)
        for cell in same_side or cells:
            self._unused[cell].append(unused)
            if hanging.how is How.SUBSET:
                self._notes[cell].append(words.among(hanging.seen.claim))
        if not cells:
            self._nowhere.append(unused)

    def _homes(self, claim: int, anchors: Mapping[int, int]) -> tuple[Cell, ...]:
        """Return the figures a claim is at home in, by way of the claims it hangs on."""
        passed: set[int] = set()
        while claim in anchors and claim not in passed:
            passed.add(claim)
            claim = anchors[claim]
        return self._home.get(claim, ())

    def _check(self, found: Check | None) -> None:
        """Keep a check, where there is one."""
        self._checks += [found] if found else []

    def _check_total(self, total: Seen, cells: tuple[Cell, ...]) -> None:
        """Hold a number that is not counted against the figures that tell the same in detail."""
        accounts = [a for cell in cells for a in self._accounts[cell]]
        if accounts and total.range.bounded and not total.unquantified:
            accounts.sort(key=lambda a: min(s.rank for s in a.used))
            terms = [t for a in accounts for t in a.terms]
            self._checks.append(checks.total_and_parts(total, terms, [s for a in accounts for s in a.used]))

    def leave_out(self, seen: Seen, why: str) -> None:
        """Leave a claim out of the figures of its side and effect, or of all where there are none."""
        unused = Unused(seen.id, why)
        cells = [c for c in self._accounts if c.effect is seen.claim.effect and c.side == seen.side]
        for cell in cells:
            self._unused[cell].append(unused)
        if not cells:
            self._nowhere.append(unused)

    def reckoning(
        self, incident: int, told: tuple[Toll, ...], more: Iterable[Check], ties: tuple[Tie, ...]
    ) -> Reckoning:
        """Return the figures and checks, in an order that depends on nothing but their content."""
        figures = [self._figure(incident, cell) for cell in sorted(self._accounts, key=_cell_order)]
        found = sorted({*self._checks, *more}, key=lambda c: (c.kind, c.claims, c.text))
        return Reckoning(tuple(figures), tuple(found), _once(self._nowhere, ()), told, ties)

    def _figure(self, incident: int, cell: Cell) -> Figure:
        """Make the figure of one cell."""
        account = together(self._accounts[cell])
        used = tuple(s.id for s in sorted((*account.used, *account.lost), key=lambda s: s.rank))
        origins = {s.origin for s in account.used}
        return Figure(
            incident=incident,
            scope=cell.scope,
            side=cell.side,
            category=cell.category,
            effect=cell.effect,
            low=account.range.floor,
            best=account.range.best,
            high=account.range.high,
            open=account.range.high is None,
            unquantified=account.unquantified,
            used=used,
            not_used=_once(self._unused[cell], used),
            notes=tuple(dict.fromkeys((*account.notes, *self._notes[cell]))),
            origins=tuple(sorted(origins)),
            outlets=self._outlets(account.used, self._unused[cell], origins),
            claimed=sum(a.range.floor for a in self._accounts[cell] if a.used and all(s.partisan for s in a.used)),
        )

    def _outlets(self, used: Iterable[Seen], unused: Iterable[Unused], origins: Collection[str]) -> tuple[str, ...]:
        """Return where a figure was printed: its claims, and those that the same origins were left out with."""
        beside = (self._seen[u.claim] for u in unused if u.claim in self._seen)
        again = (s for s in beside if s.origin in origins and s.claim.status is not Status.REJECTED)
        printed = {self._basis.articles.outlets.get(s.claim.article_id, "") for s in (*used, *again)}
        return tuple(sorted(printed - {""}))


def _once(unused: Iterable[Unused], used: Sequence[int]) -> tuple[Unused, ...]:
    """Name each left-out claim once, by id, and none that is used."""
    first: dict[int, Unused] = {}
    for u in unused:
        if u.claim not in used:
            first.setdefault(u.claim, u)
    return tuple(first[claim] for claim in sorted(first))


def _cell_order(cell: Cell) -> tuple[int, int, str, str]:
    """Order figures: events first, effects as DOMAIN lists them, sides by name, side unknown last."""
    scopes, effects = list(Scope), list(Effect)
    return scopes.index(cell.scope), effects.index(cell.effect), cell.side or "\uffff", cell.category or ""
