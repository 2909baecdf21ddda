"""Claims from verbs: which groups a casualty verb is said of, by word order and voice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.extraction.bare_plurals import BarePlurals
from workbench.extraction.claims_joined import JoinedVerbs
from workbench.extraction.drafts import Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import EffectWord, Lexicon
from workbench.extraction.reach import Reach
from workbench.extraction.verb_limits import Limits, hurt_otherwise
from workbench.extraction.victims import Group, counts_none
from workbench.model.claim import Category, Effect, Unit

_NEAR = 4
_RULES = {"left": "after its people", "right": "before its people"}
_BREAKS = frozenset((":", "-", "–", "—"))
_STOPS = frozenset((".", ";", "!", "?"))
_ENDS = frozenset((",", ".", ";", "!", "?", "“", '"', "”", ")", "…"))


class VerbClaims:
    """Join verbs to groups inside their clause."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._limits = Limits(lexicon)
        words = lexicon.words
        self._grammar = lexicon.grammar
        self._genitives = words("numbers", "genitives")
        self._genitives_of = words("clauses", "genitives")
        self._gerunds = lexicon.endings("gerunds")
        self._second = words("clauses", "second_coordinators")
        self._prepositions, self._articles = words("clauses", "prepositions"), words("clauses", "articles")
        self._passive = words("clauses", "passive")
        self._auxiliaries = self._passive | words("clauses", "active")
        self._coordinators = words("clauses", "coordinators")
        self._severity = words("severity", "severe") | words("severity", "light")
        fillers = words("clauses", "coordination_fillers") | words("clauses", "articles") | self._severity
        self._connecting = fillers | self._coordinators | self._passive | {",", "(", ")"}
        self._reflexives = words("clauses", "reflexives")
        self._subordinators = words("clauses", "subordinators")
        self._tolls = words("", "severity_tolls")
        self._not = words("status", "not")
        self._reach = Reach(lexicon)
        self._bare_plurals = BarePlurals(lexicon)
        self._joined_verbs = JoinedVerbs(lexicon, self._connecting)
        self._says = words("attribution", "verbs")
        self._joiners = lexicon.phrases("clauses", "second_coordinators")

    def read(self, sentence: Sentence) -> None:
        """Add the drafts of every casualty verb of a sentence."""
        told = [(index, hit) for index, hit in enumerate(sentence.hits) if not hit.neutral]
        left = [(index, hit) for index, hit in told if not self._verb(sentence, index, hit)]
        for index, hit in left:  # after all others: 16 men, who had been abducted, were found dead
            if not (self._joined_verbs.share(sentence, index, hit) or self._joined_verbs.described(sentence, hit)):
                self._antecedent(sentence, hit)
                self._shared_subject(sentence, hit)
        self._added(sentence)

    def _added(self, sentence: Sentence) -> None:
        """Say of people added with ``along with`` what is said of those before: 26 were killed, along with 9 guards."""
        for group in sentence.groups:
            before = [d for d in sentence.drafts if d.group.start < group.start and d.hit is not None and not d.subset]
            if before and sentence.free(group) and self._reach.added(sentence, group):
                last = before[-1]
                sentence.add(sentence.draft(last.effect, group, last.anchor, "verb: added to others", last.hit))

    def _verb(self, sentence: Sentence, index: int, hit: Hit) -> bool:
        """Add the drafts of one verb; return whether it is said of anybody in its own clause."""
        taken: list[Group] = []
        for word in _readings(hit):
            chosen, rule = self._choose(sentence, index, hit, word)
            for group in chosen:
                if not taken or self._mixed(sentence, group, taken):
                    self._add(sentence, group, hit, word, rule)
            taken = taken or chosen
        if taken:
            self._joined_verbs.lead(sentence, index, hit)
        return bool(taken) or self._joined_verbs.share(sentence, index, hit)

    def _mixed(self, sentence: Sentence, group: Group, taken: list[Group]) -> bool:
        """Tell whether things are joined to the people a verb was said of, or people to things: men and two tanks."""
        kin = sorted((*taken, group), key=lambda g: g.start)
        joined = all(self._joined(sentence, one, two, kin) for one, two in pairwise(kin))
        return joined and all(g.unit is not group.unit for g in taken) and not group.bare

    def _add(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord, rule: str) -> None:
        """Make the draft of one group under a verb."""
        effect = word.effect(group.unit or Unit.PERSONS)
        if effect is None:
            return
        if effect is Effect.WOUNDED and sentence.words.at(hit.start - 1) in self._tolls:
            effect = Effect.KILLED
        draft = sentence.draft(effect, group, (hit.start, hit.end), f"verb {rule}", hit)
        draft.negated = group.bare and self._denied(sentence, hit)
        if group.noun is not None and effect is Effect.KILLED and group.noun.effect(Unit.PERSONS) is Effect.WOUNDED:
            draft.says("effect: died of wounds").roles.add("late")
        sentence.add(draft)

    def _denied(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether ``nicht`` stands in the verb's clause."""
        clauses, own = sentence.clauses, sentence.clauses.of(hit.start)
        return any(k < hit.end and clauses.of(k) == own for k in sentence.places(self._not))

    def _choose(self, sentence: Sentence, index: int, hit: Hit, word: EffectWord) -> tuple[list[Group], str]:
        """Return the groups a verb is said of, and the rule that found them."""
        low, high = self._bounds(sentence, index, hit)
        for able in self._candidates(sentence, hit, word):
            inside = [g for g in able if low <= g.start and g.end <= high and not self._reach.parted(sentence, g, hit)]
            chosen, rule = self._choose_of(sentence, inside, hit, word)
            if chosen:
                return chosen, rule
        return [], ""

    def _choose_of(self, sentence: Sentence, able: list[Group], hit: Hit, word: EffectWord) -> tuple[list[Group], str]:
        """Return the groups among `able` that a verb is said of, and the rule that found them."""
        own = [g for g in able if self._object_in_idiom(g, hit)]
        if own:
            return own, f"object in {sentence.words.text[hit.start]}"
        left = [g for g in able if g.end <= hit.start]
        right = [g for g in able if g.start >= hit.end]
        if self._grammar.verb_final and "finite" not in {w.form for w in hit.words}:
            right = [g for g in right if not self._verb_later(sentence, g)]
        orders = self._orders(sentence, hit, word, left, right)
        for numbered in (True, False):
            for order in orders:
                side = left if order == "left" else right
                group = _nearest([g for g in side if g.bare is not numbered], order)
                if group is not None:
                    return self._chain(sentence, able, group, hit), _RULES[order]
        joined = [g for g in right if not g.bare and self._beside(sentence, g)]
        return (self._chain(sentence, able, joined[0], hit), "beside its subject") if joined else ([], "")

    def _bounds(self, sentence: Sentence, index: int, hit: Hit) -> tuple[int, int]:
        """Return the stretch a verb's groups lie in: from the verb before it to the verb after it in its clause."""
        clause = sentence.clauses.of(hit.start)
        wholes = {whole.full for whole in sentence.partitives.values()}
        reduced = wholes if self._grammar.participle_after_noun else ()  # two of the 15 people injured there died
        reduced = {*reduced, *self._described(sentence)}
        earlier = [
            h for h in sentence.hits[:index] if sentence.clauses.of(h.start) == clause and h.start not in reduced
        ]
        while earlier and self._goes_on(sentence, earlier[-1], hit):
            hit = earlier.pop()
        before = [h.end for h in earlier]
        hit = sentence.hits[index]
        after = [h.start for h in sentence.hits[index + 1 :] if sentence.clauses.of(h.start) == clause]
        return (before[-1] if before else sentence.start), (after[0] if after else sentence.end)

    def _described(self, sentence: Sentence) -> set[int]:
        """Return where participles behind their noun stand that tell of no harm: five men arrested there were freed."""
        if not self._grammar.participle_after_noun:
            return set()
        told = {d.hit.start for d in sentence.drafts if d.hit is not None}
        return {g.full for g in sentence.groups if g.number is not None and g.known} - told

    def _goes_on(self, sentence: Sentence, before: Hit, hit: Hit) -> bool:
        """Tell whether a verb shares the people of a harmless one before it: were surrounded and later shot."""
        words = sentence.words
        inside = [g for g in sentence.groups if before.end <= g.start < hit.start and not g.governed]
        inside = [g for g in inside if not self._genitive(sentence, g)]
        own = any(g.known or g.elliptic or (g.number is not None and not g.number.article) for g in inside)
        joined = words.at(before.end) in self._coordinators
        shares = hit.neutral or "participle" in {w.form for w in hit.words}
        return before.neutral and joined and not own and shares

    def _candidates(self, sentence: Sentence, hit: Hit, word: EffectWord) -> list[list[Group]]:
        """Return the groups that may stand under a verb: those of their own, and where none is taken the parts."""
        clause = sentence.clauses.of(hit.start)
        able = [
            g
            for g in sentence.groups
            if sentence.clauses.of(g.start) == clause and sentence.free(g) and self._fits(sentence, g, hit, word)
        ]
        segment = sentence.clauses.segment(hit.start)
        near = [g for g in able if sentence.clauses.segment(g.start) == segment or g.start in sentence.partitives]
        parts = [g for g in near if sentence.subset(g)]
        own = [] if self._grammar.verb_final else [g for g in parts if g.start not in sentence.leads]
        whole = [g for g in able if not sentence.subset(g) or g in own]
        return [whole, parts] if any(not g.bare for g in whole) or not parts else [parts]

    def _object_in_idiom(self, group: Group, hit: Hit) -> bool:
        """Tell whether an idiom's phrase is the counted object itself: took 40 prisoners."""
        idiom = hit.words[0].form == "idiom" and (hit.verb < group.start or hit.verb == group.full)
        return idiom and group.number is not None and group.head == hit.start

    def _fits(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a verb can be said of a group at all."""
        if group.base or group.unit is None or word.effect(group.unit) is None:
            return False
        if self._inside(group, hit):
            return self._object_in_idiom(group, hit)
        reduced = word.voice == "transitive" and hit.start == group.full
        if not reduced and any(whole.start == group.start for whole in sentence.partitives.values()):
            return False
        return not self._speaks(sentence, group) and self._may_be(sentence, group, hit, word)

    def _speaks(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether an English verb of saying follows a group right away: two officials said."""
        return sentence.words.at(group.full) in self._says and not self._grammar.verb_final

    def _may_be(self, sentence: Sentence, group: Group, hit: Hit, word: EffectWord) -> bool:
        """Tell whether a group of a fitting unit may be what a verb is said of, by its words."""
        if not self._limits.allow(sentence, group, hit, word):
            return False
        if group.elliptic:
            whole = sentence.partitives.get(group.start)
            return not word.need_noun and (not word.people_only or (whole is not None and whole.known))
        if self._limits.dead_already(group, word) or self._genitive(sentence, group):
            return False
        if group.bare:
            if word.need_noun or self._lexicon.is_age(sentence.words.at(group.head)):
                return False
            plural = group.known and not group.definite and group.noun is None and group.unit is Unit.PERSONS
            return plural and self._bare_plurals.are_meant(sentence, group, hit, word)
        if not group.known and (counts_none(group) or _of_known_only(group, word)):
            return False
        return group.known or not (group.number is not None and group.number.article)

    def _genitive(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether einer, eines, der or ihrer makes a group depend on the noun before it: der Vater einer Frau."""
        words, first = sentence.words, group.start
        own = words.at(first) in self._genitives
        tied = group.bare and words.at(first - 1) in self._genitives_of
        at = first if own else first - 1
        return self._grammar.nouns_capitalised and (own or tied) and at > sentence.start and words.capital(at - 1)

    def _inside(self, group: Group, hit: Hit) -> bool:
        """Tell whether a group overlaps the verb's own words."""
        return group.start < hit.end and hit.start < group.end

    def _orders(
        self, sentence: Sentence, hit: Hit, word: EffectWord, left: Sequence[Group], right: Sequence[Group]
    ) -> tuple[str, ...]:
        """Say on which side of a verb its groups are looked for, the likelier side first."""
        if self._grammar.verb_final:
            return self._final_orders(sentence, hit, word, left)
        if word.voice == "resultative":
            return () if self._reach.of_pronoun(sentence, hit) else ("left",)
        if word.voice == "intransitive":
            behind = any(not self._parted(sentence, hit, g) for g in right[:1])
            return ("left", "right") if behind else ("left",)
        if self._reach.perfect(sentence, hit) and word.form != "idiom":
            return ("right",)
        if self._auxiliary_near(sentence, hit) and not sentence.words.at(hit.start).endswith(self._gerunds):
            return ("left", "right") if word.form == "idiom" else ("left",)
        if sentence.words.at(hit.end) in self._passive and "participle" in {w.form for w in hit.words}:
            return ("left", "right")
        if {w.form for w in hit.words} == {"infinitive"} and sentence.words.at(hit.end) in self._genitives_of:
            return ()
        if self._reach.fronted(sentence, hit):
            return ("right",)
        near = any(self._object(sentence, hit, g) for g in right)
        if near or word.form in ("infinitive", "idiom") or "participle" not in {w.form for w in hit.words}:
            return ("right",) if word.form != "idiom" else ("right", "left")
        return () if self._reach.has_object(sentence, hit) else ("left",)

    def _object(self, sentence: Sentence, hit: Hit, group: Group) -> bool:
        """Tell whether a group is the object of an active verb: right behind it, or at the end of a list."""
        near = group.start - self._reach.after_name(sentence, hit) <= _NEAR
        if near and not self._parted(sentence, hit, group):
            return True
        return self._reach.lists(sentence, hit, group)

    def _parted(self, sentence: Sentence, hit: Hit, group: Group) -> bool:
        """Tell whether a comma, ``and`` or ``when`` stands between a verb and a group: killed and one wounded."""
        between = sentence.words.lower[self._reach.after_name(sentence, hit) : group.start]
        if between and between[0] in self._reflexives:
            return False
        parting = self._coordinators | self._subordinators | self._auxiliaries
        if not _BREAKS.isdisjoint(between[1:]):
            return True
        return any(word == "," or word in parting for word in between)

    def _auxiliary_near(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether a form of to be stands shortly before a verb (were reportedly killed)."""
        first = min(hit.start, hit.verb)
        near = range(first - 1, max(sentence.start, first - _NEAR) - 1, -1)
        for k in near:
            if sentence.words.lower[k] in self._passive:
                return True
            if sentence.words.text[k] == "," or any(g.start <= k < g.end for g in sentence.groups):
                return False
        return sentence.words.at(first - 1) in self._coordinators and self._after_passive(sentence, first - 1)

    def _after_passive(self, sentence: Sentence, coordinator: int) -> bool:
        """Tell whether the word before ``and`` is a casualty verb in the passive: were killed and wounded."""
        before = [h for h in sentence.hits if h.end == coordinator and not h.neutral]
        return bool(before) and self._auxiliary_near(sentence, before[0])

    def _final_orders(self, sentence: Sentence, hit: Hit, word: EffectWord, left: Sequence[Group]) -> tuple[str, ...]:
        """Say where groups stand where participles close the clause and finite verbs come second."""
        forms = {w.form for w in hit.words}
        if "finite" not in forms or (forms & {"participle", "infinitive"} and self._has_auxiliary(sentence, hit)):
            return ("left", "right")
        closing = hit.end >= sentence.end or sentence.words.text[hit.end] in _ENDS
        adjacent = bool(left) and left[-1].full == hit.start and not left[-1].bare
        closing = closing or (adjacent and sentence.words.at(hit.end) in self._coordinators)
        if closing or word.voice == "intransitive":
            return ("left", "right")
        return ("right", "left")

    def _has_auxiliary(self, sentence: Sentence, hit: Hit) -> bool:
        """Tell whether the verb's clause has an auxiliary."""
        clause = sentence.clauses.of(hit.start)
        return any(sentence.clauses.of(k) == clause for k in sentence.places(self._auxiliaries))

    def _chain(self, sentence: Sentence, able: list[Group], group: Group, hit: Hit) -> list[Group]:
        """Return `group` with the groups of its kind that are coordinated with it."""
        able = [g for g in able if g.bare == group.bare]
        at = able.index(group)
        first = at
        while first > 0 and self._joined(sentence, able[first - 1], able[first], able):
            first -= 1
        last = at
        while last + 1 < len(able) and self._joined(sentence, able[last], able[last + 1], able):
            last += 1
        chain = [g for g in able[first : last + 1] if g is group or not hurt_otherwise(g, hit)]
        chain += [g for g in able if g not in chain and self._beside(sentence, g)]
        return [
            g
            for g in chain
            if (g.end <= hit.start) == (group.end <= hit.start)
            or self._beside(sentence, g)
            or self._postponed(sentence, hit, g)
        ]

    def _beside(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether words that join stand right before a group, wherever it is: died in the blast along with two."""
        lower = sentence.words.lower
        found = (self._joiners.match(lower, group.start - n) for n in (2, 3) if group.start - n >= sentence.start)
        return any(hit is not None and hit[0] == n for hit, n in zip(found, (2, 3), strict=False))

    def _joined(self, sentence: Sentence, one: Group, two: Group, able: list[Group]) -> bool:
        """Tell whether only a comma, ``und`` and the like stand between two groups."""
        stretch = range(self._reach.placed(sentence, one), two.start)
        between = [k for k in stretch if not _in_part(sentence, k) and not self._reach.of_age(sentence.words, k)]
        texts = [sentence.words.lower[k] for k in between]
        if " ".join(texts).removeprefix(", ") in self._second:
            return True
        if not texts or not any(t in self._coordinators or t == "," for t in texts):
            return False
        if all(
            t in self._connecting or any(h.start <= k < h.end for h in sentence.hits) or self._single(sentence, k)
            for k, t in zip(between, texts, strict=True)
        ):
            return any(t in self._coordinators or t in self._severity for t in texts) or self._listed(
                sentence, two, able
            )
        return False

    def _single(self, sentence: Sentence, token: int) -> bool:
        """Tell whether a token names one person of a list by an article: a farmer, his wife and their two sons."""
        single = (g for g in sentence.groups if g.bare and g.known and g.definite and not g.governed)
        return any(g.start <= token < g.full for g in single)

    def _listed(self, sentence: Sentence, two: Group, able: list[Group]) -> bool:
        """Tell whether a comma before `two` stands in a list that ends with ``und``."""
        later = [g for g in able if g.start > two.start]
        return any(
            self._coordinators & set(sentence.words.lower[max(g.start - 3, two.end) : g.start]) for g in later[:6]
        )

    def _postponed(self, sentence: Sentence, hit: Hit, group: Group) -> bool:
        """Tell whether a group follows a closing participle right after ``sowie``."""
        after = group.start >= hit.end and sentence.words.at(hit.end) in self._coordinators
        if self._grammar.verb_final:
            return after and not self._verb_later(sentence, group)
        return after and (group.full >= sentence.end or sentence.words.text[group.full] in _STOPS)

    def _verb_later(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether another verb follows a group in its clause: then the group is that verb's."""
        clause = sentence.clauses.of(group.start)
        return any(h.start >= group.end and sentence.clauses.of(h.start) == clause for h in sentence.hits)

    def _shared_subject(self, sentence: Sentence, hit: Hit) -> None:
        """Say a verb right behind ``und`` of the subject before it: acht Menschen saßen fest und starben."""
        words, joint = sentence.words, min(hit.start, hit.verb) - 1
        if not self._grammar.verb_second or words.at(joint) not in self._coordinators:
            return
        clause = sentence.clauses.of(joint - 1)
        before = [g for g in sentence.groups if g.full <= joint and sentence.clauses.of(g.start) == clause]
        subject = next((g for g in before if not g.bare and not g.governed), None)
        opens = subject is not None and (
            subject.start == sentence.start or sentence.clauses.of(subject.start - 1) != clause
        )
        if subject is None or not opens or not sentence.free(subject) or hit.words[0].voice != "intransitive":
            return
        if self._fits(sentence, subject, hit, hit.words[0]) and subject.known:
            self._add(sentence, subject, hit, hit.words[0], "of the subject it shares")

    def _antecedent(self, sentence: Sentence, hit: Hit) -> None:
        """Say a verb of a relative clause of the group before it: sechs Menschen, die verwundet wurden."""
        clause = sentence.clauses.of(hit.start)
        first = next(
            (k for k in range(sentence.start, sentence.end) if sentence.clauses.of(k) == clause), sentence.start
        )
        opener = first + 1 if sentence.words.at(first) == "," else first
        word = hit.words[0]
        relative = sentence.words.at(opener) in self._lexicon.words("clauses", "relatives")
        if not relative or self._limits.elsewhere(sentence, word):
            return
        joined = sentence.words.at(hit.end) in self._coordinators  # die getötet und verletzt wurden
        behind = sentence.words.lower[opener : hit.end + (4 if joined else 2)]
        if word.voice == "transitive" and self._passive.isdisjoint(behind):
            return
        before = [g for g in sentence.groups if g.full in (first, first - 1) or g.end in (first, first - 1)]
        for group in before[-1:]:
            if (
                group.number is not None
                and group.unit is Unit.PERSONS
                and sentence.free(group)
                and not group.number.article
            ):
                self._add(sentence, group, hit, word, "of a relative clause")


def _readings(hit: Hit) -> list[EffectWord]:
    """Return the different verbs a form may belong to, one reading each."""
    seen: dict[tuple[str, frozenset[Category], tuple[Effect, ...]], EffectWord] = {}
    for word in hit.words:
        seen.setdefault((word.voice, word.only, tuple(word.units.values())), word)
    return list(seen.values())


def _of_known_only(group: Group, word: EffectWord) -> bool:
    """Tell whether a group must be known as people: beide, or what is said of things as well (released, lost)."""
    both = group.number is not None and group.number.both
    return both or word.people_only or word.effect(Unit.PERSONS) in (Effect.RELEASED, Effect.CASUALTIES_UNSPECIFIED)


def _nearest(groups: Sequence[Group], order: str) -> Group | None:
    """Return the group nearest to the verb."""
    if not groups:
        return None
    return groups[-1] if order == "left" else groups[0]


def _in_part(sentence: Sentence, token: int) -> bool:
    """Tell whether a token lies in an inserted part (darunter zwei Kinder) or in a clause put in between."""
    return any(
        lead[0] <= token < max(lead[1], g.full) for g in sentence.groups if (lead := sentence.leads.get(g.start))
    )
