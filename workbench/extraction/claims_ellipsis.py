"""Claims whose verb or noun is left out because the words before said it: in Haiti 21, in Kuba vier."""

from __future__ import annotations

from dataclasses import replace

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group
from workbench.model.claim import Effect, Modifier, RelationType, Unit

#: So many tokens may lead from the comma to the number of a clause without a verb.
_LONGEST_LEAD = 8
_SHORT_COPULA = 4
_STOPS = frozenset((",", ".", ";", "!", "?", ")", "–", "-", ":"))


class Ellipses:
    """Read numbers that repeat the verb or the noun of the claim before them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._coordinators = words("clauses", "coordinators")
        auxiliaries = words("clauses", "passive") | words("clauses", "active")
        self._finite = auxiliaries | words("clauses", "strong_verbs")
        self._copies = lexicon.phrases("ellipsis", "copula")
        self._rest = words("ellipsis", "rest")
        self._settings, self._states = words("ellipsis", "settings"), words("ellipsis", "states")
        self._when = words("clauses", "time_words")
        self._more, self._one = words("numbers", "more"), words("numbers", "articles")
        self._pasts, self._endings = lexicon.endings("pasts"), lexicon.endings("verbs")
        self._severe = words("severity", "severe") | words("severity", "light")
        self._participles = words("clauses", "participles")
        self._exists = words("", "existence")
        self._total = words("relations", "total")
        self._leads = words("clauses", "prepositions") | words("clauses", "articles")
        self._leads |= words("attribution", "before")

    def read(self, sentence: Sentence, before: list[Draft]) -> None:
        """Add the drafts of numbers that lean on a claim of this sentence or the one before."""
        for group in sentence.groups:
            if group.number is None or not sentence.free(group) or group.base:
                continue
            if group.number.modifier is Modifier.NEGATED or group.unit is not Unit.PERSONS:
                continue
            self._number_after_noun(sentence, group)
            if sentence.subset(group):
                self._graver(sentence, group)
                continue
            self._lean(sentence, group, before)

    def _lean(self, sentence: Sentence, group: Group, before: list[Draft]) -> None:
        """Try the rules for one number, until one has made its draft."""
        if not sentence.free(group):
            return
        for rule in (
            self._how_badly,
            self._gap,
            self._gap_before,
            self._gap_behind,
            self._part_goes_on,
            self._others,
            self._bracketed,
        ):
            rule(sentence, group)
            if not sentence.free(group):
                return
        self._copied(sentence, group, before)

    def _number_after_noun(self, sentence: Sentence, group: Group) -> None:
        """Read ``Tote (12)``, ``die meisten Chinesen (rund 70)``: a number in brackets after its noun."""
        first, words = group.start - 1, sentence.words
        if not group.elliptic or words.at(first) != "(" or words.at(group.end) != ")":
            return
        noun = next((g for g in sentence.groups if g.full == first and g.bare and not g.elliptic), None)
        if noun is None:
            return
        counted = replace(noun, number=group.number)
        model = self._last(sentence, group)
        effect = noun.noun.effect(Unit.PERSONS) if noun.noun is not None else None
        if effect is not None and not noun.definite:
            sentence.drafts[:] = [d for d in sentence.drafts if d.group.start != noun.start]
            sentence.add(
                sentence.draft(effect, counted, (noun.head, noun.head + 1), "number in brackets after its noun")
            )
            sentence.used.add(group.start)
        elif model is not None and sentence.subset(noun):
            self._part_of(self._copy(sentence, counted, model, "number in brackets after its noun"), model)
            sentence.used.add(group.start)

    def _graver(self, sentence: Sentence, group: Group) -> None:
        """Read ``21 Kinder wurden verletzt, fünf der Schüler schwer``: a part, and how badly it was hurt."""
        whole, model = sentence.partitives.get(group.start), self._last(sentence, group)
        if whole is None or model is None or model.effect is not Effect.WOUNDED:
            return
        if sentence.words.at(whole.full) in self._severe and self._ends_clause(sentence, whole.full + 1):
            draft = self._copy(sentence, group, model, "how badly, verb left out")
            draft.victims = whole.victims
            self._part_of(draft, model)

    def _how_badly(self, sentence: Sentence, group: Group) -> None:
        """Read ``13 were wounded, two seriously``: some of those before, and how badly they were hurt."""
        words, model = sentence.words, self._last(sentence, group)
        if model is None or model.effect is not Effect.WOUNDED or not group.elliptic or model.hit is None:
            return
        joined = words.text[group.start - 1] == "," or words.lower[group.start - 1] in self._coordinators
        if joined and words.at(group.end) in self._severe and self._ends_clause(sentence, group.end + 1):
            draft = self._copy(sentence, group, model, "how badly, verb left out")
            sorts = {words.at(model.hit.start - 1), words.at(model.hit.end), words.at(model.group.full)} & self._severe
            if not sorts:
                self._part_of(draft, model)

    def _gap(self, sentence: Sentence, group: Group) -> None:
        """Read ``in Haiti starben 21 Menschen, in Kuba vier``: a place and a number, the verb said before."""
        model = self._last(sentence, group)
        opener = self._opener(sentence, group)
        if model is None or opener is None or not group.elliptic or not self._ends_clause(sentence, group.end):
            return
        if model.group.start >= opener or group.governed != model.group.governed or model.subset:
            return
        self._copy(sentence, group, model, "verb left out").roles.add("leaning")

    def _gap_before(self, sentence: Sentence, group: Group) -> None:
        """Read ``forderte in Hamburg 315, an der Küste 340 Tote``: the noun follows the second number."""
        if not group.elliptic or group.governed or not self._ends_clause(sentence, group.end):
            return
        later = (d for d in sentence.drafts if d.group.start > group.end and d.group.noun is not None and d.number)
        model = min(later, key=lambda d: d.group.start, default=None)
        if model is None or not self._verbless(sentence, group.end, model.group.start):
            return
        lead = sentence.words.at(group.end + 1)
        if lead in self._leads and sentence.places(self._exists):
            self._copy(sentence, group, model, "noun after another number")

    def _part_goes_on(self, sentence: Sentence, group: Group) -> None:
        """Read ``19 davon am Unfallort, drei etwas später``: one part of a whole after another."""
        model = self._last(sentence, group)
        if model is None or not model.subset or not group.elliptic or group.governed:
            return
        comma = group.start - 1
        joined = sentence.words.text[comma] == "," or sentence.words.lower[comma] in self._coordinators
        stop = next((k for k in range(group.end, sentence.end) if sentence.words.text[k] in _STOPS), sentence.end)
        if (
            joined
            and not self._like_a_verb(sentence.words.at(group.end))
            and self._verbless(sentence, model.group.full, stop, group)
        ):
            draft = self._copy(sentence, group, model, "another part")
            draft.roles.add("leaning")
            self._join(draft, model)

    def _gap_behind(self, sentence: Sentence, group: Group) -> None:
        """Read ``five were killed in Homs and three in Hama``: a number and another place or time, the verb before."""
        model, words = self._last(sentence, group), sentence.words
        if model is None or not group.elliptic or group.governed or model.hit is None:
            return
        joint = group.start - 1
        while words.at(joint) in self._more:
            joint -= 1
        joint -= joint < group.start - 1 and words.at(joint) in self._one  # and a further eight in the south
        joined = words.lower[joint] in self._coordinators or words.text[joint] == ","
        if joined and self._set(sentence, max(model.group.full, model.anchor[1]), joint):
            stop = next((k for k in range(group.end, sentence.end) if self._ends_clause(sentence, k)), sentence.end)
            if self._set(sentence, group.end, stop) and words.at(group.end) in self._settings | self._when:
                draft = self._copy(sentence, group, model, "verb left out")
                draft.roles.add("leaning")
                if model.subset:
                    self._join(draft, model)

    def _set(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether [start, end) says where or when, and has neither a verb nor a state of health."""
        inside = sentence.words.lower[start:end]
        said = any(word in self._settings or word in self._when for word in inside)
        told = self._states & set(inside) or any(self._verb_by_look(word) for word in inside)
        return said and not told and self._verbless(sentence, start, end)

    def _verb_by_look(self, word: str) -> bool:
        """Tell whether a word ends as a verb of the past does: survived."""
        return bool(self._pasts) and word.endswith(self._pasts)

    def _opener(self, sentence: Sentence, group: Group) -> int | None:
        """Return the comma or ``und`` before a lead without verb (in Kuba, das französische), None where none fits."""
        at = group.start - 1 if not group.governed else group.start - 2
        first = at
        while at > sentence.start and first - at <= _LONGEST_LEAD:
            word = sentence.words.lower[at]
            if word in self._coordinators or sentence.words.text[at] in (",", ";"):
                lead = sentence.words.lower[at + 1 : first + 1]
                return at if lead and lead[0] in self._leads and self._verbless(sentence, at + 1, first + 1) else None
            at -= 1
        return None

    def _like_a_verb(self, word: str) -> bool:
        """Tell whether a word ends as verbs do."""
        return any(word.endswith(ending) and len(word) > len(ending) + 1 for ending in self._endings)

    def _verbless(self, sentence: Sentence, start: int, end: int, own: Group | None = None) -> bool:
        """Tell whether no verb and no other number stands in [start, end)."""
        inside = sentence.words.lower[start:end]
        if self._finite & set(inside) or any(start <= h.start < end or start <= h.verb < end for h in sentence.hits):
            return False
        others = (g for g in sentence.groups if start <= g.start < end and g is not own)
        return not any(g.number is not None or g.noun is not None for g in others)

    def _ends_clause(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a clause ends before token `at`."""
        if at >= sentence.end or sentence.words.text[at] in _STOPS:
            return True
        return sentence.words.lower[at] in self._coordinators

    def _copied(self, sentence: Sentence, group: Group, before: list[Draft]) -> None:
        """Read ``im Vorjahr waren es 142``: a copula that stands for the verb before."""
        end = group.end + (sentence.words.at(group.end) in self._participles)
        if group.noun is not None or not self._ends_clause(sentence, max(end, group.full)):
            return
        near = max(sentence.start, group.start - _SHORT_COPULA)
        copula = next(self._copies.find(sentence.words.lower, near, group.start), None)
        model = self._last(sentence, group) or self._told_just_now(sentence, before)
        if copula is not None and model is not None and self._verbless(sentence, copula[1], group.start):
            self._copy(sentence, group, model, "copula for the verb before")

    def _told_just_now(self, sentence: Sentence, before: list[Draft]) -> Draft | None:
        """Return the last whole counted in the sentence right before."""
        near = [d for d in before[-_LONGEST_LEAD:] if d.sentence[1] == sentence.start and d.number is not None]
        return next((d for d in reversed(near) if not d.subset and d.unit is Unit.PERSONS), None)

    def _others(self, sentence: Sentence, group: Group) -> None:
        """Read ``98 der Toten seien Flüchtlinge, die übrigen 14 Kämpfer``: the rest of a whole."""
        model = self._last(sentence, group)
        if model is None or not self._rest & set(sentence.words.lower[group.start - 1 : group.end]):
            return
        if any(h.start >= group.end and not h.neutral for h in sentence.hits):
            return
        draft = self._copy(sentence, group, model, "the rest")
        if model.subset:
            self._join(draft, model)

    def _bracketed(self, sentence: Sentence, group: Group) -> None:
        """Read ``(insgesamt 105 Menschen)`` after what it sums up."""
        at = group.start - 1
        if sentence.words.at(at) not in self._total or sentence.words.at(at - 1) != "(":
            return
        model = self._last(sentence, group)
        if model is not None and sentence.words.at(group.full) == ")":
            self._copy(sentence, group, model, "sum in brackets")

    def _part_of(self, draft: Draft, whole: Draft) -> None:
        """Make a draft a part of another."""
        draft.subset = True
        draft.roles.add("subset")
        draft.links.append((RelationType.SUBSET_OF, whole))

    def _join(self, draft: Draft, model: Draft) -> None:
        """Make a draft a part of what another is a part of."""
        draft.subset = True
        draft.roles.add("subset")
        draft.links.extend(link for link in model.links if link[0] is RelationType.SUBSET_OF)

    def _last(self, sentence: Sentence, group: Group) -> Draft | None:
        """Return the last counted claim on people before a group in its sentence."""
        earlier = [
            d
            for d in sentence.drafts
            if d.group.start < group.start and d.number is not None and d.unit is Unit.PERSONS
        ]
        last = max(earlier, key=lambda d: d.group.start, default=None)
        return last if last is not None and last.effect is not Effect.RELEASED else None

    def _copy(self, sentence: Sentence, group: Group, model: Draft, rule: str) -> Draft:
        """Say of a group what was said of another."""
        draft = sentence.draft(model.effect, group, model.anchor, rule)
        if model.sentence[0] != sentence.start:
            draft.anchor = (group.start, group.end)
        if group.elliptic:
            draft.victims, draft.category, draft.unit = model.victims, model.category, model.unit
        return sentence.add(draft)
