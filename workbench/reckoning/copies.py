"""What a copy tells again is one observation with what its original tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.model.claim import Claim
from workbench.retold import retold


def told_again(claims: Iterable[Claim], originals: Mapping[int, int]) -> dict[int, int]:
    """Return, by the ids of the claims that copies tell again, the claims of the same text that stand for them.

    `originals` names, for the articles that are copies, what they are copies of.
    """
    families: dict[int, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        families[originals.get(claim.article_id, claim.article_id)][claim.article_id].append(claim)
    found: dict[int, int] = {}
    for original, articles in families.items():
        found.update(_in_family(original, articles) if len(articles) > 1 else {})
    return found


def _in_family(original: int, articles: Mapping[int, list[Claim]]) -> dict[int, int]:
    """Hold each copy against all that was told before it, the original first."""
    told: list[Claim] = []
    found: dict[int, int] = {}
    for article in sorted(articles, key=lambda id_: (id_ != original, id_)):
        again = retold(articles[article], told)
        found.update({id_: claim.id for id_, claim in again.items()})
        told += [claim for claim in articles[article] if claim.id not in again]
    return found


def led_to(claims: Iterable[Claim], again: Mapping[int, int]) -> list[Claim]:
    """Lead relations to claims that are told again to those that stand for them."""
    return [_led(claim, again) if claim.relations and again else claim for claim in claims]


def _led(claim: Claim, again: Mapping[int, int]) -> Claim:
    """Lead one claim's relations; the claim itself where none goes elsewhere."""
    relations = tuple(replace(r, to=again.get(r.to, r.to)) for r in claim.relations)
    return claim if relations == claim.relations else replace(claim, relations=relations)
