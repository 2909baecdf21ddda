"""People that relations tell apart although several origins, or several articles, speak of them (rule 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.reckoning.links import Links
from workbench.reckoning.seen import Seen
from workbench.reckoning.tellings import agree


def told_apart(seen: Sequence[Seen], links: Links) -> tuple[list[list[Seen]], list[Seen]]:
    """Part claims on one group of people into those that relations keep apart, and those that may be about all.

    One article of one origin is parted where it is told; this parts what different origins, or articles, say, which
    would else be rival or later accounts of the same people. No groups where no relation says so.
    """
    apart = _apart(seen, links)
    if not apart:
        return [], list(seen)
    ordered = sorted(seen, key=lambda s: s.rank)
    groups: list[list[Seen]] = []
    for s in (s for s in ordered if s.id in apart):
        home = next((g for g in groups if not any(other.id in apart[s.id] for other in g)), None)
        if home is None:
            groups.append([s])
        else:
            home.append(s)
    general: list[Seen] = []
    for s in (s for s in ordered if s.id not in apart):
        home = _home(s, groups)
        (general if home is None else home).append(s)
    return groups, general


def _apart(seen: Sequence[Seen], links: Links) -> Mapping[int, set[int]]:
    """Return, for each claim that is told apart from another's or another article's, the claims it is apart from."""
    by_id = {s.id: s for s in seen}
    found = {s.id: {i for i in links.apart.get(s.id, ()) if i in by_id and _far(s, by_id[i], links)} for s in seen}
    return {claim: others for claim, others in found.items() if others}


def _far(one: Seen, other: Seen, links: Links) -> bool:
    """Tell whether two claims that are apart are told by two origins, or drawn apart over two articles."""
    if one.origin != other.origin:
        return True
    return one.claim.article_id != other.claim.article_id and other.id in links.disjoint.get(one.id, ())


def _home(seen: Seen, groups: Sequence[list[Seen]]) -> list[Seen] | None:
    """Return the only group whose origin goes on here, else the only one whose numbers it can agree with."""
    own = [g for g in groups if any(s.origin == seen.origin for s in g)]
    if own:
        return own[0] if len(own) == 1 else None
    like = [g for g in groups if any(agree(s, seen) for s in g)]
    return like[0] if len(like) == 1 else None
