"""Rule 3 across groups of people: a total over several sides or effects, and the parts told of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.figure import Check, Unused
from workbench.reckoning import checks, ranges, words
from workbench.reckoning.account import Account
from workbench.reckoning.cells import Cell, breadth, covers
from workbench.reckoning.links import Links
from workbench.reckoning.ranges import Range
from workbench.reckoning.seen import Seen

#: How a note says that parts were taken off a total.
LEAVES = "leaves of"
#: The terms of parts in the order of telling, and their sum.
_Sums = tuple[Sequence[Range], Range]


@dataclass(frozen=True, slots=True)
class Resolved:
    """An account that becomes a figure."""

    cell: Cell
    account: Account


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one total: figures of its own, checks, and the parts it was held against."""

    figures: tuple[Resolved, ...] = ()
    checks: tuple[Check, ...] = ()
    unused: tuple[Unused, ...] = ()
    parts: tuple[Resolved, ...] = ()


def settle(accounts: Mapping[Cell, Account], members: Mapping[Cell, Sequence[Seen]], links: Links) -> list[Outcome]:
    """Resolve every cell, from narrow to wide, so that each total is held against figures already there."""
    drawn = _drawn(members, links)
    resolved: list[Resolved] = []
    outcomes: list[Outcome] = []
    for cell in sorted(accounts, key=lambda c: (bool(drawn.get(c)), *breadth(c), _order(members[c]))):
        own = drawn.get(cell, frozenset())
        parts = [r for r in resolved if _is_part(cell, r, members[cell], own, links)]
        outcome = _settle_one(cell, accounts[cell], _believed(cell, accounts[cell], parts, own), drawn=bool(own))
        resolved.extend(outcome.figures)
        outcomes.append(outcome)
    return outcomes


def _drawn(members: Mapping[Cell, Sequence[Seen]], links: Links) -> dict[Cell, frozenset[Cell]]:
    """Return the cells that explicit relations make parts of each cell."""
    home = {s.id: cell for cell, seen in members.items() for s in seen}
    return {
        cell: frozenset(
            home[part]
            for s in seen
            for part in links.parts.get(s.id, ())
            if part in home and _may_hold(cell, home[part])
        )
        for cell, seen in members.items()
    }


def _may_hold(wide: Cell, part: Cell) -> bool:
    """Tell whether a drawn part can lie in a cell at all: one side's people hold nobody of another side."""
    return part != wide and part.scope is wide.scope and wide.side in (None, BOTH_SIDES, part.side)


def _order(seen: Iterable[Seen]) -> tuple[object, ...]:
    """Order cells of one breadth by their first claim."""
    return min(s.rank for s in seen)


def _is_part(wide: Cell, resolved: Resolved, totals: Iterable[Seen], drawn: frozenset[Cell], links: Links) -> bool:
    """Tell whether a figure counts people of a wider cell: drawn so, or lying in it and not told apart."""
    if resolved.cell in drawn:
        return True
    if not covers(wide, resolved.cell):
        return False
    ids = {s.id for s in resolved.account.used}
    return not any(ids & links.apart.get(total.id, frozenset()) for total in totals)


def _believed(wide: Cell, total: Account, parts: Sequence[Resolved], drawn: frozenset[Cell]) -> Sequence[Resolved]:
    """Take a belligerent's claims of its enemy's losses out of the parts where the total does not bear them out.

    A number of people that nobody called their total, by another origin, says nothing of the enemy at all, and
    nothing of people of whom another origin gives only the most they can be: "up to 60" fills no total. A party
    counts its own people: what its enemy says of its own losses is no part of that.
    """
    if wide.side is None:
        parts = [p for p in parts if p.cell in drawn or not _of_another(p, total)]
    if not parts or checks.fit(total.range, ranges.add([part.account.range for part in parts])) <= 0:
        return parts
    return [part for part in parts if not part.account.used[0].partisan]


def _of_another(part: Resolved, total: Account) -> bool:
    """Tell whether an enemy's losses, a most only, or another party's own losses come from another origin."""
    seen = part.account.used
    most = any(s.range.low is None and s.range.high is not None for s in seen)
    parties = {s.party for s in total.used} - {None}
    other = bool(parties) and part.cell.side not in (None, BOTH_SIDES, CIVILIAN_SIDE, *parties)
    return (most or seen[0].partisan or other) and _voice(seen[0]) not in {_voice(s) for s in total.used}


def _voice(seen: Seen) -> str:
    """Return who says a claim: its registered origin, else the words for its source, else its article."""
    return seen.claim.origin or seen.claim.attribution_text or seen.origin


def _settle_one(cell: Cell, account: Account, parts: Sequence[Resolved], *, drawn: bool) -> Outcome:
    """Make a cell a figure of its own where no number is a part of it, else hold it against its parts."""
    own = _own_cell(cell)
    counted = [part for part in parts if not part.account.unquantified]
    if parts and (account.unquantified or not account.range.bounded):
        return _kept_out(account, parts, "names no number and only bounds", _sums(parts))
    named = [part for part in parts if part.account.unquantified]
    perhaps = tuple(_perhaps(s) for part in named for s in part.account.used)
    total = replace(account, notes=account.notes + perhaps) if perhaps else account
    if not counted:
        return Outcome(figures=(Resolved(own, total),))
    sums = _sums(counted)
    outcome = _compared(own, total, counted, sums, sure=drawn or cell.side == BOTH_SIDES)
    found = (
        checks.total_and_parts(s, sums[0], [u for part in counted for u in part.account.used])
        for s in (*account.used, *account.bounding)
        if s.range.bounded and not s.partisan
    )
    return replace(outcome, checks=(*found, *outcome.checks))


def _compared(own: Cell, total: Account, parts: Sequence[Resolved], sums: _Sums, *, sure: bool) -> Outcome:
    """Let the parts count, leave a rest, or name the conflict."""
    how = checks.fit(total.range, sums[1])
    if how > 0:
        return _exceeded(own, total, parts, sums, sure=sure)
    if how < 0 or (how == 0 and _short_of_one(total, sums[1])):
        return Outcome(figures=(Resolved(own, _rest(total, sums)),))
    return _kept_out(total, parts, "is a total, never added to its parts", sums)


def _short_of_one(total: Account, parts: Range) -> bool:
    """Tell whether parts that fit the lowest of several origins' totals stay below the highest: that leaves a rest."""
    several = len({s.origin for s in total.used}) > 1
    return several and parts.high is not None and total.range.high is not None and parts.high < total.range.high


def _perhaps(seen: Seen) -> str:
    """Note people that are named beside a total, without a number of their own."""
    return f"{words.quoted(seen.claim)} may be among them"


def _sums(parts: Sequence[Resolved]) -> _Sums:
    """Return the terms of the parts in the order of telling, and their sum."""
    return _in_text_order(parts), ranges.add([part.account.range for part in parts])


def _in_text_order(parts: Sequence[Resolved]) -> list[Range]:
    """Return the terms of all parts, those told first first."""
    ordered = sorted(parts, key=lambda part: min(s.rank for s in part.account.used))
    return [t for part in ordered for t in part.account.terms]


def _kept_out(account: Account, parts: Sequence[Resolved], how: str, sums: _Sums) -> Outcome:
    """Leave a total out of every figure; it stands beside its parts."""
    equation = words.equation(*sums)
    unused = tuple(Unused(s.id, f"{words.quoted(s.claim)} {how}: {equation}.") for s in account.used)
    return Outcome(checks=account.checks, unused=account.unused + unused, parts=tuple(parts))


def _rest(account: Account, sums: _Sums) -> Account:
    """Return what the parts leave of a total, as an account of its own."""
    left = ranges.rest(account.range, sums[1])
    less = ", or less" if sums[1].high is None else ""
    note = f"what {words.equation(*sums)} {LEAVES} {account.label}{less}"
    return replace(account, range=left, terms=(left,), notes=(note, *account.notes))


def _exceeded(own: Cell, account: Account, parts: Sequence[Resolved], sums: _Sums, *, sure: bool) -> Outcome:
    """Decide on a total that its parts exceed: wrong, outdated, or about other people."""
    if sure or account.range.high == 0:
        return _kept_out(account, parts, "is exceeded by its parts, a conflict", sums)
    if account.day < max(part.account.day for part in parts):
        return _kept_out(account, parts, "is older than the parts that exceed it", sums)
    note = f"{account.label} is less than {words.equation(*sums)} and is counted as other people"
    return Outcome(figures=(Resolved(own, replace(account, notes=(note, *account.notes))),))


def _own_cell(cell: Cell) -> Cell:
    """Return the cell a figure stands in: people of both sides have no side of their own."""
    return Cell(cell.scope, cell.effect, None, cell.category) if cell.side == BOTH_SIDES else cell
