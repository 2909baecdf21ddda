"""Claims from tolls: a noun such as Zahl or toll with its numbers, and numbers that another source sets beside one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from workbench.extraction.drafts import Draft, Sentence, last_of
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.tolls_again import Pointers
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, RelationType, Unit

_REACH = 12
#: So many claims back a toll may be spoken of again.
_RECENT = 6
#: So near behind a verb stands the noun that it puts at a number: put its own dead at nine.
_PUT = 4
#: So near behind its noun stands the participle that says what a toll counts: the number of those killed.
_THOSE = 3
#: What a toll counts, the words that say so, and whom.
Toll = tuple[Effect, tuple[int, int], Group | None]
_TOLLS = frozenset(("total", "update", "delta", "superseded"))
#: The tolls that deaths told beside them are among.
_MOVED = frozenset(("total", "update"))
_ENDS = frozenset((",", ".", ";", "!", "?", ")", "“", '"'))


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
        self._confirms, self._only = words("tolls", "confirms"), words("status", "not_merely") | words("tolls", "only")
        self._nouns_before = lexicon.grammar.nouns_before_nouns
        self._came, self._amounts = words("tolls", "came"), words("tolls", "amounts")
        self._perfects = words("clauses", "perfects")

    def read(self, sentence: Sentence, before: list[Draft]) -> None:
        """Add the drafts of a sentence's tolls; `before` are the drafts of earlier sentences."""
        for at, stop in pairwise([*self._starts(sentence), sentence.end]):
            self._toll(sentence, at, stop, before)

    def _starts(self, sentence: Sentence) -> list[int]:
        """Return where tolls start: their nouns, and after one an article for it (die der Verletzten)."""
        nouns = sentence.places(self._tolls)
        more = [i for i in sentence.places(self._again) if nouns and i > nouns[0] and self._stands_for(sentence, i)]
        spoken = (i for i in sentence.places(self._pronouns) if self._moved(sentence, i))
        return sorted({*nouns, *more, *spoken, *self._put(sentence)})

    def _put(self, sentence: Sentence) -> list[int]:
        """Return the casualty nouns that are put at a number: put its own dead at nine."""
        words = sentence.words
        return [
            g.head
            for g in sentence.groups
            if g.bare
            and g.noun is not None
            and (
                self._amounting(sentence, g)
                or (
                    words.at(g.full) in self._roles["at"]
                    and not self._puts.isdisjoint(words.lower[max(sentence.start, g.head - _PUT) : g.head])
                )
            )
        ]

    def _amounting(self, sentence: Sentence, dead: Group) -> bool:
        """Tell whether a verb right behind a noun says how many they come to: deaths stood at 12, have reached 30."""
        words, at = sentence.words, dead.full
        while words.at(at) in self._perfects:
            at += 1
        if words.at(at) not in self._amounts or dead.governed or dead.noun is None or dead.noun.needs:
            return False
        number = next((g for g in sentence.groups if g.start > at and g.number is not None), None)
        return number is not None and words.at(number.full) not in self._lexicon.nouns

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
        self._confirmed(sentence, before)
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
                self._rival(sentence, group, told[-1])

    def read_moves(self, sentence: Sentence) -> None:
        """Take deaths that moved a toll as some of it: it rose to 56 after two people died of their wounds."""
        for toll in [d for d in sentence.drafts if d.roles & _MOVED and d.number is not None]:
            for draft in sentence.drafts:
                apart = draft.roles & _TOLLS or draft.subset or not _same_people(draft, toll)
                if draft.effect is toll.effect and not apart:
                    self._move(sentence, draft, toll)

    def _move(self, sentence: Sentence, draft: Draft, toll: Draft) -> None:
        """Link a death to the toll that came of it, where a word in between says so: after, bringing, nachdem."""
        words, number = sentence.words.lower, draft.number
        low, high = sorted((draft.group.start, toll.group.start))
        low -= self._opened_before(sentence, low)
        if number is None or toll.number is None or not 0 < (number.value or 0) < (toll.number.value or 0):
            return
        counted = {k for g in sentence.groups if g.number is not None for k in range(g.start, g.number.end)}
        because = next((words[k] for k in range(low, high) if words[k] in self._came and k not in counted), None)
        if because is not None:
            draft.links.append((RelationType.SUBSET_OF, toll))
            draft.because = because

    def _opened_before(self, sentence: Sentence, first: int) -> int:
        """Return how many tokens before `first` its clause begins."""
        k, clauses = first, sentence.clauses
        while k > sentence.start and clauses.of(k - 1) == clauses.of(first):
            k -= 1
        return first - k

    def _confirmed(self, sentence: Sentence, before: list[Draft]) -> None:
        """Read ``police confirmed only 17``: a bare number behind a verb of telling, for one told before."""
        words = sentence.words
        for group in sentence.groups if sentence.places(self._confirms) else ():
            verb = group.start - 1 - (words.at(group.start - 1) in self._only)
            verb -= words.at(verb) in self._roles["to"]
            ends = group.end >= sentence.end or words.text[group.end] in _ENDS
            if not (group.elliptic and ends and sentence.free(group) and words.at(verb) in self._confirms):
                continue
            own = [d for d in sentence.drafts if d.group.start < group.start and _counts_people(d)]
            near = own or [d for d in before[-_RECENT:] if d.sentence[1] == sentence.start and _counts_people(d)]
            told = next((d for d in near if d.effect is Effect.KILLED), near[-1] if near else None)
            if told is not None and told.effect is not Effect.RELEASED:
                self._rival(sentence, group, told)

    def _rival(self, sentence: Sentence, group: Group, told: Draft) -> None:
        """Make the draft of a number that another source gives for what was told."""
        draft = sentence.draft(told.effect, group, (group.start, group.end), "another's number")
        draft.victims, draft.category = told.victims, told.category
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
        put = next((g for g in sentence.groups if g.bare and g.head == at and g.noun is not None), None)
        if put is not None and put.noun is not None and word not in self._tolls:
            sentence.used.add(put.start)
            effect = put.noun.effect(Unit.PERSONS)
            return (effect, (at, at + 1), None) if effect is not None else None
        told = (g.start for g in sentence.groups if g.start > at and g.elliptic and g.number is not None)
        stop = min(next(told, sentence.end), at + _REACH + 1)
        near = [g for g in sentence.groups if g.bare and at < g.head < stop]
        for group in near:
            if sentence.words.at(group.head) in self._victims and group.noun is None:
                sentence.used.add(group.start)
                return Effect.CASUALTIES_UNSPECIFIED, (at, group.head + 1), None
            word_of_harm = group.noun or group.adjective
            effect = word_of_harm.effect(Unit.PERSONS) if word_of_harm is not None else None
            if effect is not None and not (word_of_harm and word_of_harm.weak and self._hit_behind(sentence, group)):
                sentence.used.add(group.start)
                return effect, (at, group.head + 1), group if group.noun is None else self._named(sentence, at, group)
        said = [h for h in sentence.hits if h.start > at and h.words and Unit.PERSONS in h.words[0].units]
        if said and said[0].start < stop and (near or self._of_those(sentence, at, said[0])):
            named = None if near else self._between(sentence, at, said[0].start)
            return self._suffered(sentence, [named] if named is not None else near, said[0])
        own = self._lexicon.nouns.get(sentence.words.at(at - 1)) if self._nouns_before else None
        effect = own.effect(Unit.PERSONS) if own is not None else None
        if effect is not None:
            return effect, (at - 1, at + 1), None
        if word in self._killed:
            return Effect.KILLED, (at, at + 1), None
        if word in self._victims:
            return Effect.CASUALTIES_UNSPECIFIED, (at, at + 1), None
        return self._suffered(sentence, near, said[0]) if near and said else None

    def _named(self, sentence: Sentence, at: int, dead: Group) -> Group | None:
        """Return who the dead are by the words beside them: the number of M23 dead, of dead M23 fighters."""
        words = sentence.words
        behind = next((g for g in sentence.groups if g.start >= dead.full and g.bare and g.noun is None), None)
        people = behind if self._nouns_before and behind is not None and behind.unit is Unit.PERSONS else None
        near = people is not None and people.known and people.start <= dead.full + _THOSE
        if people is not None and near and all(words.capital(k) for k in range(dead.full, people.start)):
            sentence.used.add(people.start)
            return replace(people, victims=(dead.full, people.full))
        return self._between(sentence, at, dead.start)

    def _between(self, sentence: Sentence, at: int, end: int) -> Group | None:
        """Return who stands by name between a toll's preposition and what befell them: the number of RSF killed."""
        words, first = sentence.words, at + 2
        if not self._nouns_before or words.at(at + 1) not in self._of or not first < end <= first + _THOSE:
            return None
        first += words.at(first) in self._articles
        named = first < end and all(words.capital(k) for k in range(first, end))
        return Group(first, end, None, (first, end), end - 1, full=end) if named else None

    def _suffered(self, sentence: Sentence, near: list[Group], hit: Hit) -> Toll | None:
        """Say that a toll counts those to whom a verb happened: the number of people who were killed."""
        sentence.used.update(g.start for g in near)
        effect = hit.words[0].effect(Unit.PERSONS)
        return (effect, (hit.start, hit.end), near[0] if near else None) if effect is not None else None

    def _of_those(self, sentence: Sentence, at: int, hit: Hit) -> bool:
        """Tell whether a participle says by itself whom a toll counts: the number of those killed."""
        return hit.start == at + 1 or (sentence.words.at(at + 1) in self._of and hit.start - at <= _THOSE)

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


def _same_people(one: Draft, two: Draft) -> bool:
    """Tell whether two drafts may be of the same people by the words for them."""
    kinds = {one.category.broad, two.category.broad}
    return len(kinds) == 1 or Category.UNSPECIFIED in kinds
