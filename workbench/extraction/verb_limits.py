"""Whom a verb can be said of: soldiers fall, police arrests capture nobody, a robber who flees is not displaced."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import EffectWord, Lexicon
from workbench.extraction.victims import Group, counts_none
from workbench.model.claim import Category, Effect, Unit

#: The sentence before is looked through so far back.
_BACK = 80
#: A word so long may end a compound: Autounfall.
_TAIL = 5
#: Who flees from a fight is driven out of no home.
_FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)


class Limits:
    """Tell what the words around a verb let it be said of."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._grammar = lexicon.grammar
        openers, before = lexicon.words("clauses", "subordinators"), lexicon.words("clauses", "prepositions")
        self._conjunctions = openers & before if self._grammar.participle_after_noun else frozenset()
        self._relatives = lexicon.words("clauses", "relatives")
        self._auxiliaries = lexicon.words("clauses", "passive") | lexicon.words("clauses", "active")
        self._adverbs = lexicon.words("clauses", "adverbs")
        self._agents = lexicon.words("clauses", "agents")
        self._supposed = lexicon.words("clauses", "suppositions")
        self._passive = lexicon.words("clauses", "passive")
        self._marks = lexicon.words("clauses", "possessive_marks") | {"'"}
        self._means, self._for_what = lexicon.words("status", "means"), lexicon.words("status", "purpose")
        self._infinitives = lexicon.words("status", "infinitive_marks")
        self._possessives = lexicon.words("people_words", "possessives")
        self._own, self._manpower = lexicon.words("people_words", "own"), lexicon.words("people_words", "manpower")
        self._enemies = lexicon.words("people_words", "enemies")
        self._followers = lexicon.words("people_words", "followers")

    def allow(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a verb may be said of a group."""
        return self._among(sentence, group, hit, word) and self._ungoverned(sentence, group, hit, word)

    def _among(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a group is of the people the verb is said of."""
        if self._never(sentence, group, word) or self.elsewhere(sentence, word):
            return False
        if self._beside(sentence, hit, word) or self._owner(sentence, group, hit):
            return False
        if not word.only or group.unit is not Unit.PERSONS:
            return True
        group = sentence.giver(group)
        fits = group.category in word.only or group.category.broad in word.only
        return fits or (
            (group.known or group.elliptic) and (self._around(sentence, hit, word) or self._armed(sentence, group, hit))
        )

    def _armed(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether men are those of a force: 40 Mann, four of its own men, der Feind verlor 40 Männer."""
        words = sentence.words
        inside = words.lower[max(group.start - 1, sentence.start) : group.head + 1]
        manned = words.at(group.head) in self._manpower and group.number is not None and not group.number.article
        followers = words.at(group.head) in self._followers and not self._possessives.isdisjoint(inside)
        if manned or followers or not self._own.isdisjoint(inside):
            return True
        return not self._enemies.isdisjoint(sentence.beside(hit.start))

    def _never(self, sentence: Sentence, group: Group, word: EffectWord) -> bool:
        """Tell whether a group's noun, or that it is one person, keeps the verb off: der Täter floh."""
        fled = word.effect(Unit.PERSONS) is Effect.DISPLACED and group.unit is Unit.PERSONS
        if fled and group.category.broad in _FIGHTERS:
            return True
        single = group.number is not None and group.number.article and group.unit is Unit.PERSONS
        if single and word.effect(Unit.PERSONS) is Effect.DISPLACED:
            return True
        head = sentence.words.at(group.head) if group.head >= 0 else ""
        return any(head in self._lexicon.words("circumstances", name) for name in word.never)

    def elsewhere(self, sentence: Sentence, word: EffectWord) -> bool:
        """Tell whether the sentence tells of something else, where the verb has another weight: sport."""
        inside = sentence.words.lower[sentence.start : sentence.end] if word.never_near else []
        near = any(self._lexicon.words("circumstances", name) & set(inside) for name in word.never_near)
        return near or (bool(word.needs) and not self._harm_near(sentence, word))

    def _harm_near(self, sentence: Sentence, word: EffectWord) -> bool:
        """Tell whether what a verb needs to tell of harm stands in its sentence or in the one before it."""
        first = self._sentence_before(sentence)
        near = set(sentence.words.lower[first : sentence.end])
        needed = frozenset().union(*(self._lexicon.words("circumstances", name) for name in word.needs))
        if not needed.isdisjoint(near) or not self._lexicon.nouns.keys().isdisjoint(near):
            return True
        tails = tuple(w for w in needed if len(w) >= _TAIL) if self._grammar.compounds_by_tail else ()
        return any(w.endswith(tails) for w in near) if tails else False

    def _sentence_before(self, sentence: Sentence) -> int:
        """Return where the sentence before starts, or as far back as is looked."""
        words, start = sentence.words, sentence.start
        at = next((k for k in range(start - 2, max(start - _BACK, 0), -1) if words.stop(k)), None)
        return at + 1 if at is not None else max(start - _BACK, 0)

    def _beside(self, sentence: Sentence, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a word in the verb's clause says that it means no harm: in seiner Ehre verletzt."""
        if not word.figurative:
            return False
        words, clauses, own = sentence.words, sentence.clauses, sentence.clauses.of(hit.start)
        figures = (self._lexicon.words("circumstances", name) for name in word.figurative)
        found = [k for each in figures for k in sentence.places(each) if clauses.of(k) == own]
        suffered = not self._passive.isdisjoint(sentence.beside(hit.start))
        found = [k for k in found if k < hit.start or self._lexicon.noun_category(words.at(k)) is None]
        return any(not suffered or words.at(k - 1) in self._possessives for k in found)

    def _owner(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether a group only owns what a verb is said of: killed two strikers' chances."""
        owned = sentence.words.word(group.full + 1) and sentence.words.at(group.full) in self._marks
        return owned and group.start >= hit.end and self._grammar.participle_after_noun

    def _around(self, sentence: Sentence, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a word that lifts the limit stands in the verb's clause."""
        own = sentence.beside(hit.start)
        lifting = (self._lexicon.words("circumstances", name) for name in word.unless)
        tails = self._grammar.compounds_by_tail
        return any(own & words or (tails and any(w.endswith(tuple(words)) for w in own)) for words in lifting)

    def _ungoverned(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether no preposition keeps a group from its verb, or just the one the verb asks for."""
        if word.governors:
            return group.governed in word.governors
        if not group.governed or counts_none(group) or self._purpose(sentence, group, hit):
            return True
        if group.governed in self._conjunctions and group.full <= hit.start:
            return True
        return (word.form == "idiom" and group.start == hit.end) or self._right_before(sentence, group, hit, word)

    def _purpose(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether um opens what a means was used for and governs nobody: benutzte …, um drei Männer zu töten."""
        used = any(k < group.start for k in sentence.places(self._means))
        marked = sentence.words.at(hit.start - 1) in self._infinitives
        return used and marked and group.governed in self._for_what

    def _right_before(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether only adverbs part a group from its verb: with 17 still missing, with five feared dead."""
        between = sentence.words.lower[group.full : hit.start]
        passed = self._adverbs | self._auxiliaries if self._relatives & set(between[:1]) else self._adverbs
        if word.voice == "resultative":
            passed = passed | self._supposed
        if not self._supposed.isdisjoint(between):
            passed = passed | self._infinitives | self._passive  # for three people believed to be trapped
        if group.governed in self._agents and word.form == "idiom":
            return False
        near = group.full <= hit.start and all(word in passed or word in self._relatives for word in between)
        return near and self._grammar.participle_after_noun

    def dead_already(self, group: Group, word: EffectWord) -> bool:
        """Tell whether a group's own noun says that they died, so that no other verb is said of them: 12 deaths."""
        own = group.noun.effect(Unit.PERSONS) if group.noun is not None else None
        dead = own in (Effect.KILLED, Effect.BODIES_RECOVERED)
        return dead and word.effect(Unit.PERSONS) is Effect.WOUNDED


def hurt_otherwise(group: Group, hit: Hit) -> bool:
    """Tell whether a group's own word tells of another harm: 12 dead and 30 wounded soldiers; 9 hurt, 6 captives."""
    listed = group.noun if group.start >= hit.end and group.number is not None else None
    own = group.adjective if group.opened and hit.words[0].voice == "resultative" else listed
    effect = own.effect(Unit.PERSONS) if own is not None else None
    return effect is not None and effect is not hit.words[0].effect(Unit.PERSONS)
