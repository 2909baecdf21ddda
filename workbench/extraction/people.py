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
_STATE_KINDS = frozenset(("state_force", "coalition", "un_force"))


_COUNTRY = 6


@dataclass(frozen=True, slots=True)
class Said:
    """Tokens of the words for sources in a sentence, and the armed actor who spoke last (empty for nobody)."""

    spans: tuple[tuple[int, int], ...] = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """Actor, side and category; `victims` are the tokens that say so, `rule` how it was found."""

    actor: str | None
    side: str | None
    category: Category
    victims: tuple[int, int] | None
    rule: str = ""


def armed(name: Name) -> bool:
    """Tell whether a name is that of a force or an armed group that the registers know."""
    return name.label in _ARMED and bool(name.register_id)


class PeopleResolver:
    """Link the victims of drafts to actors."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        """Take the language's words and the registers."""
        self._registers = registers
        self._active = lexicon.words("clauses", "active")
        self._possessives = lexicon.words("people_words", "possessives")
        self._members = tuple(lexicon.words("people_words", "members"))
        self._pronouns = lexicon.words("clauses", "pronouns")
        self._fights = lexicon.words("people_words", "fights")
        own = [a for a in registers.actors.values() if a.kind == "state_force" and a.parent is None]
        self._forces = {a.country: a.id for a in reversed(own)}

    def who(
        self, draft: Draft, sentence: Sentence, names: Sequence[Name], known: dict[int, Who], said: Said | None = None
    ) -> Who:
        """Return who a draft's people were; `known` holds the answers for earlier drafts by identity."""
        if draft.effect in THINGS:
            return Who(None, None, Category.UNSPECIFIED, draft.victims)
        if draft.category is Category.COMBATANT_MIXED:
            return Who(None, BOTH_SIDES, draft.category, draft.victims, "one number over two sides")
        if draft.category.broad is Category.CIVILIAN:
            return Who(None, CIVILIAN_SIDE, draft.category, draft.victims)
        named = self._named(draft, sentence, names)
        if named is not None:
            how = "inferred from who was named before" if named.inferred else "named"
            return self._of_actor(named.register_id, draft.category, draft.victims, how)
        people = self._of_people(draft, sentence, names)
        if people is not None:
            return self._of_actor(people, draft.category, draft.victims, "a people's forces")
        owner = self._owner(draft, sentence, names, said or Said())
        if owner is not None:
            return self._of_actor(owner, draft.category, draft.victims, "the subject's own")
        return self._inherited(draft, sentence, names, known)

    def _named(self, draft: Draft, sentence: Sentence, names: Sequence[Name]) -> Name | None:
        """Return the name of an armed actor inside the victims' words."""
        spans = [sentence.words.chars(*words) for words in (draft.victims, draft.owner) if words is not None]
        inside = [n for start, end in spans for n in names if n.start < end and start < n.end]
        armed = [n for n in inside if n.label in _ARMED and n.register_id in self._registers.actors]
        lost = draft.owner is not None
        roles = [n for n in inside if self._tells_side(n)] if lost or draft.category.broad in _FIGHTERS else []
        return next(iter((*armed, *roles)), None)

    def _of_people(self, draft: Draft, sentence: Sentence, names: Sequence[Name]) -> str | None:
        """Return the forces of a people: whose losses are told (der Russen), or who fell in a fight (30 Russen)."""
        fell = draft.category is Category.UNSPECIFIED and not self._fights.isdisjoint(sentence.spoken)
        span = draft.owner or (draft.victims if fell else None)
        if span is None:
            return None
        start, end = sentence.words.chars(*span)
        inside = (self._force(n, peoples=True) for n in names if n.start < end and start < n.end)
        return next((force for force in inside if force is not None), None)

    def _tells_side(self, name: Name) -> bool:
        """Tell whether a word for people names whose they are (ukrainische Soldaten, US-Soldaten)."""
        actor = self._registers.actors.get(name.register_id)
        return name.label == Label.ROLE.value and actor is not None and actor.kind != "civilian"

    def _owner(self, draft: Draft, sentence: Sentence, names: Sequence[Name], said: Said) -> str | None:
        """Return whose people they were: of who lost them, or of who its, ihre and so on stand for."""
        members = sentence.words.at(draft.group.head).startswith(self._members)
        lost = draft.hit is not None and draft.hit.words[0].need_noun
        if draft.group.elliptic or not (lost or members or draft.category.broad in _FIGHTERS):
            return None
        if not lost and not self._possessed(draft, sentence):
            return None
        words, clause = sentence.words, sentence.clauses.of(draft.group.start)
        able: list[tuple[int, str]] = []
        for name in names:
            at = words.covering(name.start, name.end)[0]
            who = self._force(name, peoples=lost and not words.capital(at + 1) and words.capital(at))
            quoted = any(start <= at < end for start, end in said.spans) and not (not lost and at < draft.group.start)
            inside = sentence.clauses.of(at) == clause if lost else at < draft.group.start
            if who is not None and inside and not quoted:
                able.append((abs(at - draft.anchor[0]) if lost else -at, who))
        if able:
            return min(able)[1]
        if not lost and any(start < end for start, end in said.spans):
            return None  # whoever speaks here means their own people, not those of who spoke before
        return said.actor if not lost or self._pronoun_subject(draft, sentence) else None

    def _pronoun_subject(self, draft: Draft, sentence: Sentence) -> bool:
        """Tell whether a pronoun is the subject of the draft's clause: it lost five soldiers."""
        clause = sentence.clauses.of(draft.anchor[0])
        near = (k for k in sentence.places(self._pronouns) if k < draft.anchor[0] + 2)
        return any(sentence.clauses.of(k) == clause for k in near)

    def _possessed(self, draft: Draft, sentence: Sentence) -> bool:
        """Tell whether its, their or ihre stands before the victims or opens their words."""
        first = draft.group.start
        last = max(draft.group.head, first)
        return any(word in self._possessives for word in sentence.words.lower[max(first - 1, sentence.start) : last])

    def _force(self, name: Name, *, peoples: bool = False) -> str | None:
        """Return the armed actor a name stands for; a country stands for its army, and a people where it may."""
        if name.label in _ARMED and name.register_id in self._registers.actors:
            return name.register_id
        if peoples and name.country:
            return self._forces.get(name.country)
        if name.label == Label.GPE.value and name.where is not None and name.where.precision >= _COUNTRY:
            return self._forces.get(name.where.place)
        return None

    def _inherited(self, draft: Draft, sentence: Sentence, names: Sequence[Name], known: dict[int, Who]) -> Who:
        """Take the actor from the whole, from the group before, from allies named before, or from who was attacked."""
        whole = next((known[id(to)] for _, to in draft.links if id(to) in known), None)
        if whole is not None and whole.actor is not None and self._fits(draft.category, whole.category):
            return self._of_actor(whole.actor, draft.category, draft.victims, "side of the whole")
        earlier = (d for d in sentence.drafts if d.group.start < draft.group.start)
        before = [who for who in (known.get(id(d)) for d in earlier) if who is not None]
        if before and before[-1].actor is not None and self._member(draft, sentence):
            return self._of_actor(before[-1].actor, draft.category, draft.victims, "side from the group before")
        same = (k for k in reversed(before) if k.victims == draft.victims)
        shared = next(same, None) if draft.group.elliptic else None
        if shared is not None and shared.actor is not None and draft.victims is not None:
            return self._of_actor(shared.actor, draft.category, draft.victims, "side from the noun shared")
        if draft.victims is None:
            return self._attacked(draft, sentence, names)
        return Who(None, None, draft.category, draft.victims)

    def _fits(self, category: Category, whole: Category) -> bool:
        """Tell whether a part of a fighting whole may be on its side."""
        return category.broad in _FIGHTERS or category is Category.UNSPECIFIED or category is whole

    def _member(self, draft: Draft, sentence: Sentence) -> bool:
        """Tell whether the victims are members of a group left out (fünf Mitglieder)."""
        head, victims = sentence.words.at(draft.group.head), draft.victims
        if victims is None or not head.startswith(self._members):
            return False
        return victims[1] - victims[0] == 1 + (sentence.words.at(victims[0]) in self._possessives)

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
