"""Claims from casualty nouns and adjectives (17 Tote, verletzte Teilnehmer) and from tolls (stieg um drei auf 45)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from workbench.extraction.drafts import Draft, Sentence, last_of
from workbench.extraction.lexicon import EffectWord, Lexicon
from workbench.extraction.tolls_again import Pointers
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, Unit

_REACH = 12
#: So many claims back a toll may be spoken of again.
_RECENT = 6
_HARMS = {Effect.KILLED, Effect.WOUNDED}
_FIGHTERS = (Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE, Category.COMBATANT_MIXED)
#: What a toll counts, the words that say so, and whom.
Toll = tuple[Effect, tuple[int, int], Group | None]
_TOLLS = frozenset(("total", "update", "delta", "superseded"))


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
        if words.at(at) in self._links:
            noun = at - 1
        elif words.at(group.start) in self._genitives:
            noun = group.start - 1
        elif last is not None and last[0].full == at and words.at(at) in self._coordinators:
            return last[1], at
        else:
            return None
        act = self._acts.get(words.at(noun))
        if {words.at(noun - 1), words.at(noun - 2)} & self._planned:
            return None
        return (act, noun) if act is not None else None

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
        fighters = group.category.broad in _FIGHTERS
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
        if effect is Effect.CASUALTIES_UNSPECIFIED and group.noun is None and group.unit is Unit.PERSONS:
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
            return counted and (self._exists(sentence, group) or (wounds and deaths))
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

    def _trapped(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether the noun is part of a fixed name (Totes Meer)."""
        near = range(max(sentence.start, group.head - 1), min(group.head + 1, sentence.end))
        return any(self._bodies.match(sentence.words.lower, k) for k in near)

    def _add(self, sentence: Sentence, group: Group, word: EffectWord) -> None:
        """Make the draft of a casualty noun; who they were is in the noun's genitive, if anywhere."""
        effect = word.effect(group.unit or Unit.PERSONS)
        if effect is None:
            return
        if effect in _HARMS and self._both(sentence, group, effect):
            effect = Effect.KILLED_OR_WOUNDED
        rule = "casualty noun" if word is group.noun else "casualty adjective"
        draft = sentence.draft(effect, group, (group.head, group.head + 1), rule)
        draft.negated = group.bare and self._denied(sentence, group)
        if self._rises_to(sentence, group):
            draft.roles.add("update")
        if group.number is not None and self._told_before(sentence, group):
            draft.roles.add("superseded")
        sentence.add(draft)

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


class TollClaims:
    """Read tolls: a noun such as Zahl or toll, of whom, and numbers after prepositions."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        words = lexicon.words
        self._tolls = words("tolls", "nouns")
        self._rising = words("tolls", "rising")
        self._roles = {key: words("tolls", key) for key in ("to", "by", "from", "at")}
        self._down = lexicon.phrases("tolls", "down_from")
        self._speaks = words("tolls", "speaks")
        self._victims = words("tolls", "casualties_unspecified")
        self._again_spoken = Pointers(lexicon)
        self._killed, self._earlier = words("tolls", "killed"), words("tolls", "earlier")
        self._of, self._whose = words("subsets", "of"), words("tolls", "among")
        self._articles = words("clauses", "articles")
        self._again = words("tolls", "again")
        self._pronouns, self._puts = words("tolls", "pronouns"), words("tolls", "puts")
        self._ends = words("tolls", "to") | words("tolls", "at") | words("tolls", "from")
        self._genitives = words("clauses", "genitives")
        self._nouns_before = lexicon.grammar.nouns_before_nouns

    def read(self, sentence: Sentence, before: list[Draft]) -> None:
        """Add the drafts of a sentence's tolls; `before` are the drafts of earlier sentences."""
        for at, stop in pairwise([*self._starts(sentence), sentence.end]):
            self._toll(sentence, at, stop, before)

    def _starts(self, sentence: Sentence) -> list[int]:
        """Return where tolls start: their nouns, and after one an article for it (die der Verletzten)."""
        nouns = sentence.places(self._tolls)
        more = [i for i in sentence.places(self._again) if nouns and i > nouns[0] and self._stands_for(sentence, i)]
        spoken = (i for i in sentence.places(self._pronouns) if self._moved(sentence, i))
        return sorted({*nouns, *more, *spoken})

    def _moved(self, sentence: Sentence, i: int) -> bool:
        """Tell whether a pronoun stands for a toll that is put at a number or moved to it: it now puts it at 41."""
        words = sentence.words
        moved = words.at(i - 1) in self._rising | self._puts and words.at(i + 1) in self._ends
        return moved and words.lower[i] in self._pronouns

    def _stands_for(self, sentence: Sentence, i: int) -> bool:
        """Tell whether an article stands for the noun of a toll: die Zahl der Toten …, die der Verletzten …."""
        return sentence.words.at(i + 1) in self._genitives and not sentence.words.word(i - 1)

    def read_rivals(self, sentence: Sentence, before: list[Draft]) -> None:
        """Read ``die Rebellen sprachen von 50``: a number without a noun, for the toll told before."""
        for at in sentence.places(self._again_spoken.nouns):
            own = [d for d in sentence.drafts if d.group.start < at]
            found = self._told_of(sentence, at, [*before[-_RECENT:], *own])
            if found is not None:
                self._numbers(sentence, at, sentence.end, found)
        self._settle(sentence, before)
        if sentence.drafts:
            self.read(sentence, [*before[-_RECENT:], *sentence.drafts])
        if not sentence.places(self._speaks):
            return
        told = last_of(sentence.drafts, _counts_people) or last_of(before, _counts_people)
        if not told:
            return
        for group in sentence.groups:
            if (
                group.elliptic
                and sentence.free(group)
                and group.governed in self._roles["from"]
                and group.number is not None
            ):
                draft = sentence.draft(told[-1].effect, group, (group.start, group.end), "another's number")
                draft.victims, draft.category = told[-1].victims, told[-1].category
                draft.roles.add("rival")
                sentence.add(draft)

    def _settle(self, sentence: Sentence, before: list[Draft]) -> None:
        """Take the victims that a toll counts as dead where the dead were spoken of shortly before."""
        tolls = [d for d in sentence.drafts if d.effect is Effect.CASUALTIES_UNSPECIFIED and d.roles & _TOLLS]
        if tolls and any(d.effect is Effect.KILLED for d in (*before[-_REACH:], *sentence.drafts)):
            for draft in tolls:
                draft.effect = Effect.KILLED
                draft.says("victims: the dead told of before")

    def _toll(self, sentence: Sentence, at: int, stop: int, before: list[Draft]) -> None:
        """Read the numbers before `stop` of the toll whose noun is token `at`."""
        spoken = sentence.words.lower[at] in self._pronouns
        found = (None if spoken else self._effect(sentence, at)) or self._told_of(sentence, at, before)
        if found is not None:
            self._numbers(sentence, at, stop, found)

    def _among(self, sentence: Sentence, at: int, number: Group) -> Group | None:
        """Return among whom a toll counts: the toll among soldiers, unter den Soldaten stieg die Zahl der Toten."""
        clause = sentence.clauses.of(at)
        told = [g for g in sentence.groups if g.governed in self._whose and g.start < number.start]
        near = [g for g in told if g.bare and g.noun is None and sentence.clauses.of(g.start) == clause]
        sentence.used.update(g.start for g in near)
        return near[-1] if near else None

    def _numbers(self, sentence: Sentence, at: int, stop: int, found: Toll) -> None:
        """Add the drafts of the numbers before `stop` that a toll at token `at` is said to have."""
        effect, anchor, whom = found
        clause = sentence.clauses.of(at)
        numbers = [
            g
            for g in sentence.groups
            if (at < g.start < stop or self._before(g, at))
            and (g.elliptic or self._of_toll(g))
            and g.number is not None
            and sentence.free(g)
            and sentence.clauses.of(g.start) == clause
        ]
        for group in numbers:
            role = self._role(sentence, group, numbers)
            if role is not None:
                self._add(sentence, group, effect, anchor, whom or self._among(sentence, at, group), role)

    def _before(self, group: Group, at: int) -> bool:
        """Tell whether a number stands right before its toll: bringing to 33 the number of the dead."""
        return at - 2 <= group.full <= at and group.governed in self._roles["to"]

    def _effect(self, sentence: Sentence, at: int) -> Toll | None:
        """Say what a toll counts: its own word, a casualty noun after it, or a verb in its relative clause."""
        word = sentence.words.lower[at]
        told = (g.start for g in sentence.groups if g.start > at and g.elliptic and g.number is not None)
        stop = min(next(told, sentence.end), at + _REACH + 1)
        near = [g for g in sentence.groups if g.bare and at < g.head < stop]
        for group in near:
            word_of_harm = group.noun or group.adjective
            effect = word_of_harm.effect(Unit.PERSONS) if word_of_harm is not None else None
            if effect is not None and not (word_of_harm and word_of_harm.weak and self._hit_behind(sentence, group)):
                sentence.used.add(group.start)
                return effect, (at, group.head + 1), group if group.noun is None else None
        hit = next((h for h in sentence.hits if h.start > at and h.words and Unit.PERSONS in h.words[0].units), None)
        if hit is not None and near:
            sentence.used.update(g.start for g in near)
            effect = hit.words[0].effect(Unit.PERSONS)
            return (effect, (hit.start, hit.end), near[0]) if effect is not None else None
        own = self._lexicon.nouns.get(sentence.words.at(at - 1)) if self._nouns_before else None
        effect = own.effect(Unit.PERSONS) if own is not None else None
        if effect is not None:
            return effect, (at - 1, at + 1), None
        if word in self._killed:
            return Effect.KILLED, (at, at + 1), None
        return (Effect.CASUALTIES_UNSPECIFIED, (at, at + 1), None) if word in self._victims else None

    def _of_toll(self, group: Group) -> bool:
        """Tell whether a number says of a toll that it counts people: stieg auf 23 Personen."""
        named = group.known and group.noun is None and group.adjective is None
        return named and group.category is Category.UNSPECIFIED and group.governed in self._roles["to"]

    def _hit_behind(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a participle behind captives, hostages or refugees says what a toll counts of them."""
        near = (h for h in sentence.hits if group.full <= h.start <= group.full + 1)
        return any(Unit.PERSONS in h.words[0].units for h in near if h.words)

    def _told_of(self, sentence: Sentence, at: int, before: list[Draft]) -> Toll | None:
        """Say what a toll counts that is only spoken of again: the army put the figure at seven."""
        if not (self._moved(sentence, at) or self._again_spoken.points(sentence, at)):
            return None
        told = [d for d in before[-_RECENT:] if d.number is not None and d.unit is Unit.PERSONS and not d.subset]
        if not told:
            return None
        near = [d for d in told if d.sentence == told[-1].sentence]
        chosen = next((d for d in near if d.effect is Effect.KILLED), near[-1])
        return chosen.effect, (at, at + 1), chosen.group if chosen.group.noun is None else None

    def _role(self, sentence: Sentence, group: Group, numbers: list[Group]) -> str | None:
        """Say what a number is to the toll from the preposition before it."""
        before = group.governed or sentence.words.at(group.start - 1)
        rising = bool(sentence.places(self._rising))
        if any(self._down.match(sentence.words.lower, group.start - n) for n in (1, 2)):
            return "superseded"
        if before in self._roles["by"] and rising:
            return "delta"
        if before in self._roles["from"]:
            return "superseded" if len(numbers) > 1 else None
        if rising and before in self._roles["to"]:
            return "update"
        if before in self._of and sentence.words.at(group.start - 2) in self._killed:
            return "total" if not sentence.places(self._earlier) else "superseded"
        return "total" if before in self._roles["at"] or before in self._tolls else None

    def _add(
        self, sentence: Sentence, group: Group, effect: Effect, anchor: tuple[int, int], whom: Group | None, role: str
    ) -> None:
        """Make the draft of one number of a toll."""
        draft = sentence.draft(effect, group, anchor, f"toll ({role})")
        draft.victims = whom.victims if whom is not None else group.victims
        draft.category = whom.category if whom is not None else replace(group).category
        draft.roles.add(role)
        sentence.add(draft)


def _counts_people(draft: Draft) -> bool:
    """Tell whether a draft gives a number of persons."""
    return draft.number is not None and draft.unit is Unit.PERSONS
