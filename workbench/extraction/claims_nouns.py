"""Claims from casualty nouns and adjectives: 17 Tote, verletzte Teilnehmer, der Tod von drei Männern."""

from __future__ import annotations

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import EffectWord, Lexicon
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, Unit

_HARMS = {Effect.KILLED, Effect.WOUNDED}
_FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)


class NounClaims:
    """Read nouns that are casualties by themselves."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        words = lexicon.words
        self._grammar = lexicon.grammar
        self._existence = words("", "existence")
        self._finite = words("clauses", "passive") | words("clauses", "active")
        self._burial = words("scope", "burial")
        self._not = words("status", "not")
        self._bodies = lexicon.phrases("", "noun_traps")
        self._to = words("tolls", "to")
        self._rising = words("tolls", "rising")
        self._earlier, self._told = words("tolls", "earlier"), words("tolls", "told")
        self._acts = {word: Effect(effect) for effect, names in lexicon.sections["acts"].items() for word in names}
        #: Before the noun of an act these say that it was not done.
        self._planned = words("status", "planned")
        self._links = words("", "act_links")
        self._articles = words("clauses", "articles")
        self._genitives = words("numbers", "genitives")
        self._coordinators = words("clauses", "coordinators")
        self._abstract = words("", "abstract_nouns")
        self._fatally = words("", "severity_tolls")
        self._about = words("numbers", "about_nouns")
        self._money = frozenset(lexicon.sections["numbers"]["units"].get("money", ()))
        self._units = frozenset(lexicon.sections["circumstances"].get("troops", ()))
        self._own = words("people_words", "own")
        self._sports = frozenset(lexicon.sections["circumstances"].get("athletes", ()))

    def read_acts(self, sentence: Sentence) -> None:
        """Add the drafts of ``die Leichen von 30 Männern``, ``the murder of six priests``."""
        last: tuple[Group, Effect] | None = None
        for group in sentence.groups:
            found = self._act_of(sentence, group, last)
            if found is None or not self._of_people(sentence, group, found[0]):
                continue
            act, at = found
            last = group, act
            sentence.used.update(g.start for g in sentence.groups if g.bare and g.head == at)
            sentence.add(sentence.draft(act, group, (at, at + 1), "noun of the act"))

    def _act_of(self, sentence: Sentence, group: Group, last: tuple[Group, Effect] | None) -> tuple[Effect, int] | None:
        """Return the act that a group is the object of and where its noun stands, None where there is none."""
        words, at = sentence.words, group.start - 1
        while words.at(at) in self._articles:
            at -= 1
        noun = at
        if last is not None and last[0].full == at and words.at(at) in self._coordinators:
            return last[1], at
        if words.at(at) in self._coordinators:
            return self._act_of_single(sentence, at)
        if words.at(at) in self._links:
            noun = at - 1
        elif words.at(group.start) in self._genitives:
            noun = group.start - 1
        else:
            return None
        act = self._acts.get(words.at(noun))
        if {words.at(noun - 1), words.at(noun - 2)} & self._planned:
            return None
        return (act, noun) if act is not None else None

    def _act_of_single(self, sentence: Sentence, at: int) -> tuple[Effect, int] | None:
        """Return the act done to one person whom nobody counts before ``and``: the death of the mayor and two men."""
        words = sentence.words
        single = next((g for g in sentence.groups if g.full == at and g.bare and g.known and g.definite), None)
        noun = (single.start if single is not None else 0) - 1
        while noun > sentence.start and words.at(noun) in self._articles:
            noun -= 1
        act = self._acts.get(words.at(noun - 1)) if single is not None and words.at(noun) in self._links else None
        return (act, noun - 1) if act is not None else None

    def _of_people(self, sentence: Sentence, group: Group, act: Effect) -> bool:
        """Tell whether a group counts people that no claim was made of yet."""
        harmed = group.noun is not None and not group.noun.weak and act is not Effect.BODIES_RECOVERED
        if group.number is None or harmed or not sentence.free(group):
            return False
        if group.elliptic:
            return group.further
        losses = act is Effect.CASUALTIES_UNSPECIFIED
        if self._athletes(sentence, group) or (losses and not self._troops(sentence, group)):
            return False
        return group.unit in (Unit.PERSONS, Unit.HOUSEHOLDS) and (group.known or not group.number.article)

    def _troops(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a group are fighters, or people of a unit that is named: der Verlust von neun Mann."""
        fighters = group.category.broad in _FIGHTERS or not self._own.isdisjoint(
            sentence.words.lower[group.start : group.head]
        )
        return group.known and (fighters or not self._units.isdisjoint(sentence.spoken))

    def _athletes(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a group are athletes, whose injuries are no news of harm: die Verletzung von zwei Stürmern."""
        return sentence.words.at(group.head) in self._sports

    def read(self, sentence: Sentence) -> None:
        """Add the drafts of casualty nouns and adjectives that no verb has taken."""
        for group in sentence.groups:
            self._fatal(sentence, group)
            self._measured(sentence, group)
            word = group.noun or group.adjective
            if word is not None and sentence.free(group) and not group.base and self._stands(sentence, group, word):
                self._add(sentence, group, word)

    def _measured(self, sentence: Sentence, group: Group) -> None:
        """Read ``300 Mann Verluste``: people counted right before a noun that says what befell them."""
        noun = next((g for g in sentence.groups if g.start == group.full and g.bare and g.noun is not None), None)
        if noun is None or noun.noun is None or group.number is None or not group.known or not sentence.free(group):
            return
        effect = noun.noun.effect(Unit.PERSONS)
        victims = self._lexicon.nouns.get(sentence.words.at(noun.head))
        unsaid = victims is not None and victims.effect(Unit.PERSONS) is Effect.CASUALTIES_UNSPECIFIED
        if unsaid and effect is not None and group.noun is None and group.unit is Unit.PERSONS:
            sentence.used.add(noun.start)
            sentence.add(sentence.draft(effect, group, (noun.head, noun.head + 1), "casualty noun"))

    def _fatal(self, sentence: Sentence, group: Group) -> None:
        """Read ``one fatally``: an adverb stands for the verb said before."""
        at = group.end
        verb = any(at < h.start <= at + 1 for h in sentence.hits)
        if group.elliptic and sentence.free(group) and sentence.words.at(at) in self._fatally and not verb:
            sentence.add(sentence.draft(Effect.KILLED, group, (at, at + 1), "casualty adverb"))

    def _stands(self, sentence: Sentence, group: Group, word: EffectWord) -> bool:
        """Tell whether a casualty noun makes a claim where it stands."""
        if (
            group.unit is None
            or self._trapped(sentence, group)
            or sentence.subset(group)
            or self._never(sentence, group, word)
            or self._lacks(sentence, word)
        ):
            return False
        if word.weak:
            counted = group.number is not None and not group.number.article
            deaths = any(d.effect is Effect.KILLED for d in sentence.drafts)
            wounds = word.effect(Unit.PERSONS) is Effect.WOUNDED
            return counted and (self._exists(sentence, group) or (wounds and deaths) or self._listed(sentence, group))
        if group.bare:
            return self._bare(sentence, group)
        if group.number is not None and group.number.article:
            return group.known and not group.governed and sentence.words.at(group.head) not in self._abstract
        return True

    def _never(self, sentence: Sentence, group: Group, word: EffectWord) -> bool:
        """Tell whether a casualty adjective stands before people whose harm is no news: verletzte Stürmer."""
        head = sentence.words.at(group.head)
        return any(head in self._lexicon.words("circumstances", name) for name in word.never)

    def _lacks(self, sentence: Sentence, word: EffectWord) -> bool:
        """Tell whether nothing in the sentence says that a noun means people: the losses of a company."""
        if not word.needs:
            return False
        fights = any(sentence.spoken & self._lexicon.words("circumstances", name) for name in word.needs)
        if word.effect(Unit.PERSONS) is not Effect.CASUALTIES_UNSPECIFIED:
            return not fights
        return not fights and not any(g.category.broad in _FIGHTERS and g.noun is None for g in sentence.groups)

    def _bare(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a casualty noun without a number makes a claim: Tote und Verletzte bei Explosion."""
        if (
            group.noun is None
            or group.definite
            or group.governed
            or sentence.words.at(group.start - 2) in self._about
            or sentence.places(self._burial)
            or (group.noun.effect(Unit.PERSONS) is Effect.CASUALTIES_UNSPECIFIED and sentence.places(self._money))
            or self._heading(sentence, group)
        ):
            return False
        if not self._grammar.nouns_capitalised and group.noun.effect(Unit.PERSONS) is not Effect.CASUALTIES_UNSPECIFIED:
            return False
        headline = not sentence.hits and not sentence.places(self._finite)
        return headline or self._exists(sentence, group)

    def _heading(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a noun heads a number with a noun of its own, or a column: Verluste: 12 Tote; Tote Verletzte."""
        beside = [g for g in sentence.groups if g.noun is not None and g is not group]
        if sentence.words.at(group.full) == ":":
            return any(g.start == group.full + 1 and not g.bare for g in beside)
        return any(g.bare and (g.start == group.full or g.full == group.start) for g in beside)

    def _exists(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a verb of existence stands in the group's clause (es gab, forderte, hinterließ)."""
        clause = sentence.clauses.of(group.start)
        inside = range(group.start, group.full)
        verbs = (k for k in sentence.places(self._existence) if k not in inside)
        return any(sentence.clauses.of(k) == clause for k in verbs)

    def _listed(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a number ends a list of people who came to harm: 20 Verwundete, 6 Gefangene."""
        words, at = sentence.words, group.start - 1
        while words.at(at) == "," or words.at(at) in self._coordinators:
            at -= 1
        before = [d for d in sentence.drafts if d.effect in _HARMS and d.group.number is not None]
        return at < group.start - 1 and any(d.group.full <= at + 1 <= max(d.group.full, d.anchor[1]) for d in before)

    def _trapped(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether the noun is part of a fixed name (Totes Meer)."""
        near = range(max(sentence.start, group.head - 1), min(group.head + 1, sentence.end))
        return any(self._bodies.match(sentence.words.lower, k) for k in near)

    def _add(self, sentence: Sentence, group: Group, word: EffectWord) -> None:
        """Make the draft of a casualty noun; who they were is in the noun's genitive, if anywhere."""
        effect = word.effect(group.unit or Unit.PERSONS)
        if effect is None:
            return
        if effect in _HARMS and (self._both(sentence, group, effect) or self._either(sentence, group)):
            effect = Effect.KILLED_OR_WOUNDED
        rule = "casualty noun" if word is group.noun else "casualty adjective"
        draft = sentence.draft(effect, group, (group.head, group.head + 1), rule)
        draft.negated = group.bare and self._denied(sentence, group)
        if self._rises_to(sentence, group):
            draft.roles.add("update")
        if group.number is not None and self._told_before(sentence, group):
            draft.roles.add("superseded")
        sentence.add(draft)

    def _either(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether adjectives say that people are dead or hurt: 40 getötete oder verletzte Männer."""
        if group.victims is None or group.number is None or group.noun is not None:
            return False
        inside = (self._lexicon.adjectives.get(word) for word in sentence.words.lower[group.victims[0] : group.head])
        return {word.effect(Unit.PERSONS) for word in inside if word is not None} >= _HARMS

    def _both(self, sentence: Sentence, group: Group, effect: Effect) -> bool:
        """Tell whether one number counts dead and wounded together: 300 Tote und Verwundete."""
        if group.number is None or group.noun is None or group.number.value in (None, 1):
            return False
        other = next((g for g in sentence.groups if g.start == group.full + 1 and g.bare and not g.definite), None)
        if other is None or other.noun is None or sentence.words.at(group.full) not in self._coordinators:
            return False
        if {effect, other.noun.effect(Unit.PERSONS)} != _HARMS:
            return False
        sentence.used.add(other.start)
        return True

    def _denied(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether ``nicht`` stands in the noun's clause."""
        part = sentence.clauses.of if self._grammar.negation_past_commas else sentence.clauses.segment
        return any(part(k) == part(group.start) for k in sentence.places(self._not))

    def _told_before(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether an older toll is remembered: zunächst war von fünf Toten die Rede."""
        before = any(k < group.start for k in sentence.places(self._earlier))
        return before and bool(sentence.places(self._told))

    def _rises_to(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a toll is said to rise to this number."""
        return group.governed in self._to and bool(sentence.places(self._rising))
