"""What the layers of the grammar hand on: a sentence as it is read, and claims in the making."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import islice

from workbench.extraction.clauses import ClauseFinder, Clauses
from workbench.extraction.effects import Hit
from workbench.extraction.number import Number
from workbench.extraction.victims import Group
from workbench.extraction.words import Words
from workbench.model.claim import Category, Effect, Modifier, RelationType, Unit

#: So many claims back a sentence may speak of one told before.
_REMEMBERED = 100
NEGATED = Modifier.NEGATED


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making; positions are tokens.

    `links` lead to other drafts of the article, `because` are the words that say so. `owner` are the words that say
    whose losses they are.
    """

    effect: Effect
    unit: Unit
    group: Group
    number: Number | None
    anchor: tuple[int, int]
    sentence: tuple[int, int]
    victims: tuple[int, int] | None
    category: Category
    hit: Hit | None = None
    agent: tuple[int, int] | None = None
    rules: list[str] = field(default_factory=list)
    links: list[tuple[RelationType, Draft]] = field(default_factory=list)
    subset: bool = False
    negated: bool = False
    times: int = 1
    divided: int = 1
    roles: set[str] = field(default_factory=set)
    because: str = ""
    owner: tuple[int, int] | None = None

    def says(self, rule: str) -> Draft:
        """Note a rule that fired, and return the draft."""
        if rule not in self.rules:
            self.rules.append(rule)
        return self


@dataclass(slots=True)
class Sentence:
    """A sentence with its groups, casualty verbs and clauses; `used` are the groups that have their claim.

    Its clauses and what is asked of its words are found when they are first asked for: most sentences tell of nobody
    who came to harm.
    """

    words: Words
    start: int
    end: int
    groups: list[Group]
    hits: list[Hit]
    divider: ClauseFinder
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    leads: dict[int, tuple[int, int]] = field(default_factory=dict)
    tails: set[int] = field(default_factory=set)
    partitives: dict[int, Group] = field(default_factory=dict)
    _divided: Clauses | None = None
    _spoken: frozenset[str] | None = None
    _places: dict[frozenset[str], list[int]] = field(default_factory=dict)
    _by_clause: dict[int, set[str]] = field(default_factory=dict)

    @property
    def clauses(self) -> Clauses:
        """The clauses of the sentence."""
        if self._divided is None:
            self._divided = self.divider.find(self.words, self.start, self.end)
        return self._divided

    @property
    def spoken(self) -> frozenset[str]:
        """The words of the sentence, lower-cased."""
        if self._spoken is None:
            self._spoken = frozenset(self.words.lower[self.start : self.end])
        return self._spoken

    def places(self, wanted: frozenset[str]) -> list[int]:
        """Return the tokens of the sentence that are one of `wanted`, in order."""
        found = self._places.get(wanted)
        if found is None:
            lower, span = self.words.lower, range(self.start, self.end)
            found = [] if wanted.isdisjoint(self.spoken) else [k for k in span if lower[k] in wanted]
            self._places[wanted] = found
        return found

    def beside(self, *tokens: int) -> AbstractSet[str]:
        """Return the words of the clauses that `tokens` lie in."""
        if not self._by_clause:
            for word, clause in zip(self.words.lower[self.start : self.end], self.clauses.clause, strict=True):
                self._by_clause.setdefault(clause, set()).add(word)
        found = {self.clauses.of(token) for token in tokens}
        if len(found) == 1:
            return self._by_clause[found.pop()]
        return set().union(*(self._by_clause[clause] for clause in found))

    def subset(self, group: Group) -> bool:
        """Tell whether a group is introduced as part of another (darunter, von ihnen, zwei der fünf)."""
        return group.start in self.leads or group.start in self.tails or group.start in self.partitives

    def free(self, group: Group) -> bool:
        """Tell whether a group has no claim yet."""
        return group.start not in self.used

    def add(self, draft: Draft) -> Draft:
        """Take in a draft; its group is used."""
        self.drafts.append(draft)
        self.used.add(draft.group.start)
        return draft

    def draft(self, effect: Effect, group: Group, anchor: tuple[int, int], rule: str, hit: Hit | None = None) -> Draft:
        """Make a draft for `group`; who they were is taken from an earlier group where its noun is left out."""
        source = self.giver(group)
        made = Draft(
            effect=effect,
            unit=source.unit or Unit.PERSONS,
            group=group,
            number=group.number,
            anchor=anchor,
            sentence=(self.start, self.end),
            victims=source.victims if source is group else source.people,
            category=source.category,
            hit=hit,
        )
        if source is not group:
            made.says("victims: noun left out")
        return made.says(f"effect: {rule}, {self.words.span(*anchor)}")

    def giver(self, group: Group) -> Group:
        """Return the group whose noun says who a group is: its own, or that of another where it is left out."""
        return self._noun_giver(group) if group.elliptic else group

    def _noun_giver(self, group: Group) -> Group:
        """Return the group whose noun an elliptic group shares: its whole, else the one before, else the one after."""
        whole = self.partitives.get(group.start)
        if whole is not None and not whole.elliptic:
            return replace(whole, noun=None)
        before = [g for g in self.groups if g.end <= group.start and _gives_noun(g)]
        claimed = [g for g in before if g.start in self.used]
        claimed = claimed or [
            g for g in before if g.number is not None and g.known and g.number.modifier is not NEGATED
        ]
        later = (g for g in self.groups if g.start >= group.end and g.number is not None and _gives_noun(g))
        after = [g for g in later if g.number is not None and g.known and not g.number.article]
        after = [g for g in after if self.clauses.of(g.start) == self.clauses.of(group.start)]
        if claimed:
            return claimed[-1]
        return after[0] if after and not before else group


def last_of(drafts: Sequence[Draft], wanted: Callable[[Draft], bool]) -> list[Draft]:
    """Return the last of the latest drafts that is `wanted`, where there is one."""
    latest = islice(reversed(drafts), _REMEMBERED)
    return list(islice(filter(wanted, latest), 1))


def _gives_noun(group: Group) -> bool:
    """Tell whether a group has a noun for people that an elliptic group after it may share."""
    return not group.elliptic and group.noun is None and group.unit in (Unit.PERSONS, Unit.HOUSEHOLDS)
