"""The claims of an article with the relations found so far, and how two of them may stand to each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from workbench.extraction.circumstances import Setting
from workbench.extraction.drafts import Draft
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.circumstance import When, Where
from workbench.model.claim import Category, Claim, Effect, Epistemic, Modifier, Relation, RelationType, Scope

#: So many claims back and ahead a claim is compared with others: reading time grows with length alone.
_WINDOW = 100
OUT = frozenset((Epistemic.DENIED, Epistemic.HYPOTHETICAL, Epistemic.THREAT))
FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)
_NOT_ONE = (Modifier.NEGATED, Modifier.UP_TO, Modifier.LESS_THAN)
_PROVINCE, _COUNTRY = 4, 6


class Links:
    """Claims with the relations found so far; `sides` and `settings` give each claim's side, date and place."""

    def __init__(
        self,
        claims: Sequence[Claim],
        drafts: Sequence[Draft],
        sides: Sequence[str | None],
        settings: Sequence[Setting],
    ) -> None:
        """Take claims and the drafts they were made of, in the same order."""
        self.claims = list(claims)
        self.drafts = list(drafts)
        self.sides = list(sides)
        self.settings = list(settings)
        self._of_draft = {id(draft): index for index, draft in enumerate(drafts)}
        self._of_id = {claim.id: index for index, claim in enumerate(claims)}
        self._kin: dict[tuple[Effect, Scope], list[int]] = {}
        for index, claim in enumerate(claims):
            if claim.epistemic not in OUT:
                self._kin.setdefault((claim.effect, claim.scope), []).append(index)

    def before(self, index: int) -> list[int]:
        """Return the claims before one that it is compared with: those like it, the nearest of them last."""
        return self._like(index, max(0, index - _WINDOW), index)

    def around(self, index: int) -> list[int]:
        """Return the claims that one is compared with, those like it, itself among them where it stands."""
        return self._like(index, max(0, index - _WINDOW), index + _WINDOW + 1)

    def _like(self, index: int, first: int, stop: int) -> list[int]:
        """Return the claims in [first, stop) that are `alike` one."""
        claim = self.claims[index]
        if claim.epistemic in OUT:
            return []
        kin = self._kin[claim.effect, claim.scope]
        return kin[bisect_left(kin, first) : bisect_left(kin, stop)]

    def sentence(self, index: int) -> list[int]:
        """Return the other claims of a claim's sentence; they stand beside it."""
        own, first, stop = self.drafts[index].sentence, index, index + 1
        least, most = max(0, index - _WINDOW), min(len(self.drafts), index + _WINDOW + 1)
        while first > least and self.drafts[first - 1].sentence == own:
            first -= 1
        while stop < most and self.drafts[stop].sentence == own:
            stop += 1
        return [k for k in range(first, stop) if k != index]

    def index(self, draft: Draft) -> int | None:
        """Return where a draft stands, None where it became no claim."""
        return self._of_draft.get(id(draft))

    def relate(self, one: int, kind: RelationType, *others: int, why: str) -> None:
        """Let claim `one` stand in a relation to other claims, and say why; said twice it counts once."""
        claim = self.claims[one]
        told = dict.fromkeys(claim.relations)
        told.update(dict.fromkeys(Relation(kind, self.claims[two].id) for two in others if two != one))
        if len(told) > len(claim.relations):
            rule = f"relation: {kind.value.replace('_', ' ')}, {why}"
            rules = claim.rules if rule in claim.rules else (*claim.rules, rule)
            self.claims[one] = replace(claim, relations=tuple(told), rules=rules)

    def to(self, index: int, kind: RelationType) -> list[int]:
        """Return the claims that one stands in a relation to."""
        return [self._of_id[to] for to in self.claims[index].related(kind)]

    def alike(self, one: int, two: int) -> bool:
        """Tell whether two claims are of one effect and scope, and both stand."""
        a, b = self.claims[one], self.claims[two]
        return a.effect is b.effect and a.scope is b.scope and a.epistemic not in OUT and b.epistemic not in OUT

    def part(self, index: int) -> bool:
        """Tell whether a claim is a part of another."""
        return self.drafts[index].subset or bool(self.claims[index].related(RelationType.SUBSET_OF))

    def component(self, index: int) -> bool:
        """Tell whether a claim is one of the numbers that make up a total."""
        return bool(self.claims[index].related(RelationType.COMPONENT_OF))

    def family(self, index: int) -> list[int]:
        """Return the totals and the parts of a claim."""
        return [*self.to(index, RelationType.COMPONENT_OF), *self.to(index, RelationType.TOTAL_OF)]

    def after_another(self, index: int) -> bool:
        """Tell whether ``weitere`` adds to people of another effect: zwei getötet, drei weitere verletzt."""
        return self.drafts[index].group.elliptic and self.beside(index)

    def beside(self, index: int) -> bool:
        """Tell whether a claim's sentence tells of another effect before it, and of none like it."""
        same = [k for k in self.sentence(index) if k < index and not self.drafts[k].subset]
        return bool(same) and not any(self.alike(k, index) for k in same)

    def together(self, one: int, two: int) -> bool:
        """Tell whether two claims stand in one sentence."""
        return self.drafts[one].sentence == self.drafts[two].sentence

    def numbered(self, index: int) -> bool:
        """Tell whether a claim states one number of which parts can be told."""
        quantity = self.claims[index].quantity
        return bool(quantity.value) and quantity.modifier not in _NOT_ONE

    def single(self, index: int) -> bool:
        """Tell whether a claim counts one person with an article: eine 52-jährige Frau."""
        number = self.drafts[index].number
        return number is not None and number.article

    def none(self, index: int) -> bool:
        """Tell whether a claim counts nobody."""
        return self.claims[index].quantity.modifier is Modifier.NEGATED

    def voice(self, index: int) -> str:
        """Return who says a claim: the registered origin, else the words that name one, else an empty text."""
        claim = self.claims[index]
        return claim.origin or claim.attribution_text

    def other_voice(self, one: int, two: int) -> bool:
        """Tell whether two claims are known to come from two sources."""
        voices = {self.voice(one), self.voice(two)}
        return len(voices) == 2 and "" not in voices

    def known_voices(self, one: int, two: int) -> bool:
        """Tell whether the register knows who says each of two claims."""
        return self.claims[one].origin is not None and self.claims[two].origin is not None

    def fits(self, part: int, whole: int) -> bool:
        """Tell whether the people of one claim may be among those of another by who they were."""
        if self.sides[whole] in (None, self.sides[part]):
            kind = self.claims[whole].category
            return kind is Category.UNSPECIFIED or kind.broad is self.claims[part].category.broad
        return self.sides[whole] == BOTH_SIDES and self.sides[part] != CIVILIAN_SIDE

    def kin(self, one: int, two: int) -> bool:
        """Tell whether two claims may be of the same people by who they were."""
        return self.fits(one, two) or self.fits(two, one)

    def fighters(self, index: int) -> bool:
        """Tell whether a claim counts fighters."""
        return self.claims[index].category.broad in FIGHTERS

    def same_kind(self, one: int, two: int) -> bool:
        """Tell whether two claims are both of fighters, or both of others."""
        return self.fighters(one) == self.fighters(two)

    def inside(self, part: int, whole: int) -> bool:
        """Tell whether a claim names a place that lies inside the larger one that another names."""
        narrow, wide = self.own_place(part), self.own_place(whole)
        if narrow is None or wide is None or narrow.precision >= wide.precision:
            return False
        country, province = self.settings[part].area
        return (wide.precision == _COUNTRY and wide.place == country) or (
            wide.precision == _PROVINCE and wide.place == province
        )

    def elsewhere(self, one: int, two: int) -> bool:
        """Tell whether two claims name two places, neither of which holds the other, or two days."""
        return self.other_place(one, two) or self._other_day(one, two)

    def other_place(self, one: int, two: int) -> bool:
        """Tell whether two claims name two places, neither of which holds the other."""
        here, there = self.own_place(one), self.own_place(two)
        if here is None or there is None or here.place == there.place:
            return False
        larger = max(here.precision, there.precision) > _PROVINCE
        return not larger and not self.inside(one, two) and not self.inside(two, one)

    def later(self, one: int, two: int) -> bool:
        """Tell whether a claim names a day after that of another."""
        a, b = self._own_day(one), self._own_day(two)
        return a is not None and b is not None and a.start > b.end

    def apart(self, one: int, two: int) -> bool:
        """Tell whether two claims name two places, one perhaps inside the other, or two days."""
        here, there = self.own_place(one), self.own_place(two)
        other = here is not None and there is not None and here.place != there.place
        return other or self.elsewhere(one, two)

    def own_place(self, index: int) -> Where | None:
        """Return the place that a claim's own sentence names, or the one that it goes on from."""
        where = self.claims[index].where
        told = where is not None and (not where.inherited or self.settings[index].own_where)
        return where if told else None

    def _other_day(self, one: int, two: int) -> bool:
        """Tell whether two claims name days that do not meet."""
        days = [self._own_day(one), self._own_day(two)]
        a, b = days
        return a is not None and b is not None and not (a.start <= b.end and b.start <= a.end)

    def _own_day(self, index: int) -> When | None:
        """Return the day that a claim's own sentence names, or the one that it goes on from."""
        return self.claims[index].when if self.settings[index].own_when else None
