"""Whose people are meant where nobody names them: our own are the speaker's, the enemy its one opponent's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.names import Name
from workbench.extraction.people import Who, armed
from workbench.extraction.sources import Speaker
from workbench.model.actor import BOTH_SIDES, lineage, side_of_actor
from workbench.model.claim import THINGS, Category
from workbench.registers import Registers

_STATE, _GENERIC = "state_force", "_generic"
_PARTIES = ("belligerent", "aligned")
_STATE_KINDS = frozenset((_STATE, "coalition", "un_force"))


class Told(Protocol):
    """A draft with its sentence, its people and its speaker; its people are changed."""

    draft: Draft
    sentence: Sentence
    who: Who
    speaker: Speaker | None


class Belonging:
    """Link our own and the enemy to an actor once it is known who speaks."""

    def __init__(self, lexicon: Lexicon, registers: Registers) -> None:
        """Take the language's words and the registers."""
        words = lexicon.words
        self._registers = registers
        self._own, self._enemies = words("people_words", "own"), words("people_words", "enemies")
        self._possessives = words("people_words", "possessives")
        self._losses, self._admits = words("tolls", "losses"), words("tolls", "admits")
        state = [a for a in registers.actors.values() if a.kind == _STATE and a.parent is None]
        self._forces = {a.country: a.id for a in reversed(state)}

    def settle(self, told: Sequence[Told], names: Sequence[Name]) -> None:
        """Say whose people our own and the enemy are, and the parts of both; what names nobody stays open."""
        actors: dict[int, str] = {}
        named = frozenset(name.register_id for name in names if name.register_id)
        for each in told:
            if each.draft.effect in THINGS:
                continue
            found = self._own_of(each, told, names) or self._enemy_of(each, named)
            whole = next((actors[id(to)] for _, to in each.draft.links if id(to) in actors), None)
            if found is None and whole is not None and each.who.actor is None and each.who.side is None:
                found = whole, "side of the whole"
            if found is not None:
                actors[id(each.draft)] = found[0]
                each.who = self._of(each.who, *found)
            elif each.who.side == BOTH_SIDES and self._says(each, self._enemies):
                each.who = replace(each.who, side=None, category=Category.UNSPECIFIED, rule="an enemy of nobody known")

    def _own_of(self, each: Told, told: Sequence[Told], names: Sequence[Name]) -> tuple[str, str] | None:
        """Return the actor whose own people a claim is of: who speaks, unless its clause names who had them."""
        owned = each.draft.owner is not None and self._stands(each, each.draft.owner, self._possessives)
        if not (owned or self._says(each, self._own) or self._admitted(each)):
            return None
        speaker = self._party(each.speaker)
        if speaker is None or self._named_before(each, told, names):
            return None
        return speaker, "the speaker's own"

    def _admitted(self, each: Told) -> bool:
        """Tell whether a speaker admits losses that nobody names as another's: it acknowledged the loss of nine men."""
        anchor = each.sentence.words.at(each.draft.anchor[0])
        lost = anchor in self._losses and each.draft.owner is None and each.who.actor is None
        return lost and bool(each.sentence.places(self._admits))

    def _named_before(self, each: Told, told: Sequence[Told], names: Sequence[Name]) -> bool:
        """Tell whether an armed actor is named before a claim in its clause, and neither speaks nor is counted."""
        sentence, words = each.sentence, each.sentence.words
        counted = [span for t in told if t.sentence is sentence for span in (t.draft.victims, t.draft.owner) if span]
        said = [(each.speaker.start, each.speaker.end)] if each.speaker is not None else []
        clause, group = sentence.clauses.of(each.draft.group.start), each.draft.group.start
        for name in names:
            at = words.covering(name.start, name.end)[0]
            inside = sentence.start <= at < group and sentence.clauses.of(at) == clause
            speaks = each.speaker is not None and name.register_id == each.speaker.origin
            if inside and armed(name) and not speaks and not any(start <= at < end for start, end in (*counted, *said)):
                return True
        return False

    def _enemy_of(self, each: Told, named: Iterable[str]) -> tuple[str, str] | None:
        """Return the one opponent of who speaks, where a claim is of the enemy and names nobody."""
        said = self._says(each, self._enemies) and not self._of_another(each)
        if each.who.actor is not None or not (said or self._lost(each)):
            return None
        party = self._party(each.speaker)
        foe = self._foe(party, named) if party is not None else None
        return None if foe is None else (foe, "the speaker's enemy, inferred")

    def _of_another(self, each: Told) -> bool:
        """Tell whether it is said whose enemies they are: Gegner des Regimes, enemies of the state."""
        group = each.draft.group
        return group.full > group.head + 1 and each.sentence.words.at(group.head) in self._enemies

    def _lost(self, each: Told) -> bool:
        """Tell whether the enemy is who lost the people of a claim: der Feind verlor 40 Mann."""
        hit = each.draft.hit
        lost = hit is not None and hit.words[0].need_noun
        return lost and not self._enemies.isdisjoint(each.sentence.beside(each.draft.anchor[0]))

    def _says(self, each: Told, wanted: frozenset[str]) -> bool:
        """Tell whether the words for the people of a claim, or for whose losses they are, hold a word of `wanted`."""
        draft, group = each.draft, each.draft.group
        spans = (draft.victims, draft.owner, (group.start, max(group.head, group.start) + 1))
        return any(self._stands(each, span, wanted) for span in spans if span is not None)

    def _stands(self, each: Told, span: tuple[int, int], wanted: frozenset[str]) -> bool:
        return not wanted.isdisjoint(each.sentence.words.lower[span[0] : span[1]])

    def _party(self, speaker: Speaker | None) -> str | None:
        """Return the armed actor that speaks, or for which a source speaks; None where no party does."""
        if speaker is None or speaker.origin is None or speaker.origin in self._registers.actors:
            return speaker.origin if speaker is not None else None
        return self._spoken_for(speaker.origin)

    def _spoken_for(self, source: str) -> str | None:
        """Return the forces of the country whose side a source is on."""
        known = self._registers.sources.get(source)
        if known is None or known.interest not in _PARTIES:
            return None
        force = self._forces.get(known.country)
        same = force is not None and side_of_actor(force, self._registers.actors) == known.side
        return force if same else None

    def _foe(self, party: str, named: Iterable[str]) -> str | None:
        """Return the only opponent of a party: of those the article names, else in the case's conflict."""
        actors, side = self._registers.actors, side_of_actor(party, self._registers.actors)
        if side is None:
            return None
        known = [one if one in actors else self._spoken_for(one) for one in named]
        roots = {lineage(one, actors)[-1] for one in known if one is not None and not one.endswith(_GENERIC)}
        opposed = self._registers.opposed
        against = {one for one in roots if frozenset((side, side_of_actor(one, actors) or side)) in opposed}
        if len({side_of_actor(one, actors) for one in against}) == 1:
            armies = [one for one in against if actors[one].kind == _STATE]
            return (
                next(iter(armies if len(against) > 1 else against)) if len(against) == 1 or len(armies) == 1 else None
            )
        return self._registers.foes.get(side)

    def _of(self, who: Who, actor: str, rule: str) -> Who:
        """Return people as those of an actor; who is unspecified takes the category of the actor's kind."""
        category = who.category
        if category in (Category.UNSPECIFIED, Category.COMBATANT_MIXED):
            state = self._registers.actors[actor].kind in _STATE_KINDS
            category = Category.COMBATANT_STATE if state else Category.COMBATANT_NONSTATE
        return Who(actor, None, category, who.victims, rule)
