"""Who the counted people were: actor, side and category of a claim's victims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names import Name
from workbench.model.actor import BOTH_SIDES, CIVILIAN_SIDE
from workbench.model.claim import THINGS, Category
from workbench.model.mention import Label
from workbench.registers import Registers

_ARMED = frozenset((Label.ARMED_GROUP.value, Label.STATE_FORCE.value))
_FIGHTERS = frozenset((Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED))
_MEMBERS = ("mitglied", "angehörig", "member")
_STATE_KINDS = frozenset(("state_force", "coalition", "un_force"))


@dataclass(frozen=True, slots=True)
class Who:
    """Actor, side and category; `victims` are the tokens that say so, `rule` how it was found."""

    actor: str | None
    side: str | None
    category: Category
    victims: tuple[int, int] | None
    rule: str = ""


class PeopleResolver:
    """Link the victims of drafts to actors."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        """Take the language's words and the registers."""
        self._lexicon = lexicon
        self._registers = registers
        self._allied = lexicon.words("", "allied")
        self._active = lexicon.words("clauses", "active")

    def who(self, draft: Draft, sentence: Sentence, names: Sequence[Name], known: dict[int, Who]) -> Who:
        """Return who a draft's people were; `known` holds the answers for earlier drafts by identity."""
        if draft.effect in THINGS:
            return Who(None, None, Category.UNSPECIFIED, draft.victims)
        if draft.category is Category.COMBATANT_MIXED:
            return Who(None, BOTH_SIDES, draft.category, draft.victims, "one number over two sides")
        if draft.category.broad is Category.CIVILIAN:
            return Who(None, CIVILIAN_SIDE, draft.category, draft.victims)
        named = self._named(draft, sentence, names)
        if named is not None:
            return self._of_actor(named, draft.category, draft.victims, "named")
        return self._inherited(draft, sentence, names, known)

    def _named(self, draft: Draft, sentence: Sentence, names: Sequence[Name]) -> str | None:
        """Return the armed actor named inside the victims' words."""
        if draft.victims is None:
            return None
        start, end = sentence.words.chars(*draft.victims)
        inside = [
            n
            for n in names
            if n.label in _ARMED and n.start < end and start < n.end and n.register_id in self._registers.actors
        ]
        return inside[0].register_id if inside else None

    def _inherited(self, draft: Draft, sentence: Sentence, names: Sequence[Name], known: dict[int, Who]) -> Who:
        """Take the actor from the whole, from the group before, from allies named before, or from who was attacked."""
        whole = next((known[id(to)] for _, to in draft.links if id(to) in known), None)
        if whole is not None and whole.actor is not None and self._fits(draft.category, whole.category):
            return self._of_actor(whole.actor, draft.category, draft.victims, "side of the whole")
        before = [known[id(d)] for d in sentence.drafts if id(d) in known and d.group.start < draft.group.start]
        if before and before[-1].actor is not None and self._member(draft, sentence):
            return self._of_actor(before[-1].actor, draft.category, draft.victims, "side from the group before")
        if draft.victims is None:
            return self._attacked(draft, sentence, names)
        return Who(None, None, draft.category, draft.victims)

    def _fits(self, category: Category, whole: Category) -> bool:
        """Tell whether a part of a fighting whole may be on its side."""
        return category.broad in _FIGHTERS or category is Category.UNSPECIFIED or category is whole

    def _member(self, draft: Draft, sentence: Sentence) -> bool:
        """Tell whether the victims are members of a group left out (fünf Mitglieder)."""
        head = sentence.words.at(draft.group.head)
        return draft.victims is not None and draft.victims[1] - draft.victims[0] == 1 and head.startswith(_MEMBERS)

    def _attacked(self, draft: Draft, sentence: Sentence, names: Sequence[Name]) -> Who:
        """Take whom the killers are said to have attacked in the same clause (angegriffen und Dutzende getötet)."""
        words, clause = sentence.words, sentence.clauses.of(draft.group.start)
        inside = [k for k in range(sentence.start, draft.group.start) if sentence.clauses.of(k) == clause]
        if not inside or draft.hit is None or draft.hit.words[0].voice != "transitive":
            return Who(None, None, draft.category, None)
        if not any(words.lower[k] in self._active for k in inside):
            return Who(None, None, draft.category, None)
        start, end = words.chars(inside[0], inside[-1] + 1)
        armed = [
            n
            for n in names
            if n.label in _ARMED and start <= n.start and n.end <= end and n.register_id in self._registers.actors
        ]
        if len(armed) < 2:
            return Who(None, None, draft.category, None)
        victims = words.covering(armed[-1].start, armed[-1].end)
        return self._of_actor(armed[-1].register_id, draft.category, victims, "the actor attacked")

    def _of_actor(self, actor: str, category: Category, victims: tuple[int, int] | None, rule: str) -> Who:
        """Make the answer for an actor; who is unspecified takes the category of the actor's kind."""
        if category is Category.UNSPECIFIED:
            state = self._registers.actors[actor].kind in _STATE_KINDS
            category = Category.COMBATANT_STATE if state else Category.COMBATANT_NONSTATE
        return Who(actor, None, category, victims, rule)
