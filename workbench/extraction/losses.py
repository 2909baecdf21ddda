"""A party's losses put at a number: put army losses at 60 dead, die Verluste der Russen belaufen sich auf 900 Mann."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.extraction.drafts import Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, Unit

_FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)
#: A number stands at most so far behind the noun it is told of, and an owner's words are no more than so many.
_REACH, _LONGEST = 25, 6
#: What joins a number to losses without a verb: losses in a day – 900 soldiers.
_SIGNS = frozenset((":", "–", "—", "-"))


class Losses:
    """Read whose losses are put at how many."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words, self._lexicon = lexicon.words, lexicon
        self._nouns, self._at = words("tolls", "losses"), words("tolls", "to") | words("tolls", "at") | _SIGNS
        self._verbs, self._puts = words("tolls", "amounts"), words("tolls", "puts") | words("tolls", "naming")
        self._possessives, self._manpower = words("people_words", "possessives"), words("people_words", "manpower")
        self._enemies = words("people_words", "enemies")
        self._fights = frozenset().union(
            *(lexicon.sections["circumstances"].get(name, ()) for name in ("fights", "wars", "troops"))
        )
        self._marks = words("clauses", "possessive_marks")
        closed = ("articles", "prepositions", "subordinators", "coordinators", "passive", "active", "pronouns")
        self._closed = self._puts.union(*(words("clauses", key) for key in closed), words("attribution", "verbs"))
        self._closed -= self._possessives
        self._joining = frozenset((",",)) | words("clauses", "coordinators")

    def read(self, sentence: Sentence) -> dict[int, tuple[int, int]]:
        """Add the drafts of the numbers that losses are put at; return whose they are, by where a number starts.

        What a number's own noun says (60 dead) is read with all other such nouns, later.
        """
        owners: dict[int, tuple[int, int]] = {}
        for noun in sentence.places(self._nouns):
            owner = self._owner(sentence, noun)
            counted = list(self._counted(sentence, noun, owner))
            for group in counted:
                if owner is not None:
                    owners[group.start] = owner
                if group.noun is None:
                    self._add(sentence, noun, group, owner)
            if counted:
                sentence.used.update(g.start for g in sentence.groups if g.bare and g.head == noun)
        return owners

    def _owner(self, sentence: Sentence, noun: int) -> tuple[int, int] | None:
        """Return the words that say whose losses they are: of the army, der Russen; army losses, russische Verluste."""
        group = next((g for g in sentence.groups if g.head == noun), None)
        if group is not None and group.full > noun + 1:
            return noun + 1, group.full
        words, first = sentence.words, noun
        while first > sentence.start and noun - first < _LONGEST and self._may_own(sentence, first - 1):
            first -= 1
        return (first, noun) if first < noun and words.word(first) else None

    def _may_own(self, sentence: Sentence, i: int) -> bool:
        """Tell whether a token before losses may say whose they are."""
        words = sentence.words
        marked = words.lower[i] in self._marks
        return marked or (words.word(i) and words.lower[i] not in self._closed)

    def _counted(self, sentence: Sentence, noun: int, owner: tuple[int, int] | None) -> Iterator[Group]:
        """Yield the number that losses are put at, and those listed with it."""
        last: Group | None = None
        for group in sentence.groups:
            if group.start <= noun or group.number is None or group.number.article:
                continue
            if last is None and not self._put(sentence, noun, group):
                if group.start > noun + _REACH:
                    return
                continue
            if last is not None and not self._listed(sentence, last, group):
                return
            if not self._fits(sentence, group, owner) or not sentence.free(group):
                return
            yield group
            last = group

    def _listed(self, sentence: Sentence, last: Group, group: Group) -> bool:
        """Tell whether a number goes on a list and has no verb of its own: 60 dead and 120 wounded."""
        words, clauses = sentence.words, sentence.clauses
        at = last.full + any(h.start == last.full for h in sentence.hits)
        between = words.lower[at : group.start]
        verb = any(h.start > group.full and clauses.of(h.start) == clauses.of(group.start) for h in sentence.hits)
        return bool(between) and self._joining.issuperset(between) and not verb

    def _put(self, sentence: Sentence, noun: int, group: Group) -> bool:
        """Tell whether losses are said to be a number: a verb or a sign joins the two, and no other harm is between."""
        words, clauses = sentence.words, sentence.clauses
        if group.start > noun + _REACH or any(noun < h.start < group.start and not h.neutral for h in sentence.hits):
            return False
        between = words.lower[noun + 1 : group.start]
        before = words.at(group.start - 1)
        if before in _SIGNS:
            return True
        same = clauses.of(noun) == clauses.of(group.start)
        if not self._verbs.isdisjoint(between):
            return same and (not group.governed or group.governed in self._at)
        told = not (self._puts | self._verbs).isdisjoint(sentence.spoken)
        return same and told and before in self._at

    def _fits(self, sentence: Sentence, group: Group, owner: tuple[int, int] | None) -> bool:
        """Tell whether a number counts people a party may lose: dead, soldiers, men of an army, or nobody named."""
        if group.unit is Unit.VEHICLES:
            return True
        if group.unit is not Unit.PERSONS:
            return False
        if group.noun is not None or group.category.broad in _FIGHTERS:
            return True
        armed = not (self._fights | self._enemies).isdisjoint(sentence.spoken)
        if group.elliptic:
            put = any(k < group.start for k in sentence.places(self._puts))
            return armed or (put and owner is not None)
        armed = armed or sentence.words.at(group.head) in self._manpower
        return group.known and armed and group.category is Category.UNSPECIFIED

    def _add(self, sentence: Sentence, noun: int, group: Group, owner: tuple[int, int] | None) -> None:
        """Make the draft of one number of losses: of the dead where it says so, else of casualties of any kind."""
        effect, anchor = Effect.CASUALTIES_UNSPECIFIED, (noun, noun + 1)
        hit = next((h for h in sentence.hits if h.start == group.full and h.words), None)
        own = hit.words[0].effect(Unit.PERSONS) if hit is not None else None
        if group.unit is Unit.VEHICLES:
            effect = Effect.EQUIPMENT_LOST
        elif hit is not None and own is not None:
            effect, anchor = self._both_harms(sentence, hit, own), (hit.start, hit.end)
        draft = sentence.draft(effect, group, anchor, "losses put at a number")
        draft.victims, draft.category, draft.owner = group.victims, group.category, owner
        if owner is not None and draft.category is Category.UNSPECIFIED:
            kinds = (self._lexicon.noun_category(word) for word in sentence.words.lower[slice(*owner)])
            draft.category = Category.CIVILIAN if Category.CIVILIAN in kinds else draft.category
        draft.roles.add("total")
        sentence.add(draft)

    def _both_harms(self, sentence: Sentence, hit: Hit, own: Effect) -> Effect:
        """Return what befell people of whom one or two words say it: 900 killed and wounded."""
        second = next((h for h in sentence.hits if h.start == hit.end + 1 and h.words), None)
        joined = second is not None and sentence.words.at(hit.end) in self._joining
        effects = {own, second.words[0].effect(Unit.PERSONS)} if second is not None else {own}
        return Effect.KILLED_OR_WOUNDED if joined and effects == {Effect.KILLED, Effect.WOUNDED} else own
