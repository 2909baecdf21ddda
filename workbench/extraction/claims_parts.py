"""Parts of groups: darunter, davon, von ihnen, unter den Toten, zwei der fünf, die Hälfte der 40."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from workbench.extraction.drafts import Draft, Sentence, last_of
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.number import Number
from workbench.extraction.victims import Group
from workbench.extraction.words import Phrases
from workbench.model.claim import Category, Effect, Modifier, RelationType, Unit
from workbench.spelled_numbers import spelled_number

#: What may part some from those they are among.
_NEAR = 3
#: So far before ``among`` may some stand of whom more is said: two medics working for an aid group were among.
_FAR = 9
#: So many claims back a sentence may speak of the victims of one.
_RECENT = 12
_HARMS = (Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED)


class Parts:
    """Make the drafts of parts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._leads = lexicon.phrases("subsets", "lead")
        self._nouns = lexicon.nouns
        self._tails = lexicon.phrases("subsets", "tail")
        self._among = lexicon.phrases("subsets", "among")
        self._copula = words("subsets", "copula")
        self._bare_plurals = lexicon.grammar.bare_plurals
        self._plural_nouns, self._plurals = lexicon.endings("plural_nouns"), words("", "plurals")
        self._single_nouns = lexicon.endings("single_nouns")
        self._strong, self._can = words("clauses", "strong_verbs"), words("clauses", "active")
        self._could = self._can - self._copula - words("status", "alleged")
        self._pasts = lexicon.endings("pasts")
        self._finite = (
            self._copula | self._strong | self._can | words("clauses", "passive") | words("subsets", "describing")
        )
        self._amid = words("subsets", "amid")
        self._being = words("clauses", "passive") | words("clauses", "perfects")
        self._sources = words("attribution", "before")
        self._says = words("attribution", "verbs").union(*lexicon.sections["attribution"]["separable"].values())
        self._language = lexicon.language
        self._shares: dict[str, int] = lexicon.sections["numbers"]["shares"]
        self._modifiers = Phrases(lexicon.sections["numbers"]["modifiers"])
        self._one = words("numbers", "articles") | words("clauses", "articles")
        self._relatives = words("clauses", "relatives")
        self._genitives, self._nouns_capitalised = words("clauses", "genitives"), lexicon.grammar.nouns_capitalised

    def read(self, sentence: Sentence, before: list[Draft]) -> None:
        """Add the drafts of parts; `before` are the drafts of earlier sentences."""
        self._shared(sentence)
        self._named_by_predicate(sentence)
        self._among_them(sentence, before)
        for group in sentence.groups:
            if group.start in sentence.leads or group.start in sentence.tails:
                self._part(sentence, group, before)
        for start, whole in list(sentence.partitives.items()):
            self._partitive(sentence, start, whole, before)
            self._of_those_told(sentence, start, whole, before)
        self._among_others(sentence)

    def _part(self, sentence: Sentence, group: Group, before: list[Draft]) -> None:
        """Say of a part what is said of its whole, and link the two."""
        wholes, because = self._wholes(sentence, group, before), self._part_by(sentence, group)
        if not sentence.free(group):
            own = [d for d in sentence.drafts if d.group is group]
            for draft in own:
                self._link(draft, wholes[-1:], because)
            return
        if group.unit is None or group.base or not self._countable(sentence, group):
            return
        if self._own_story(sentence, group):
            return
        if not wholes and group.start in sentence.leads:
            self._of_household(sentence, group)
        for whole in wholes:
            anchor = whole.anchor if whole.sentence[0] == sentence.start else (group.start, group.end)
            draft = sentence.draft(whole.effect, group, anchor, "part of a group")
            if group.elliptic:
                draft.victims, draft.category, draft.unit = whole.victims, whole.category, whole.unit
                named = self._named_after(sentence, group, draft)
                if group.start in sentence.tails and not named:
                    draft.category, draft.victims = self._predicate(sentence, group, draft)
            self._link(sentence.add(draft), [whole], because)

    def _of_household(self, sentence: Sentence, group: Group) -> None:
        """Say of some of a family whom nobody counts what is said of it: a family, including four children, died."""
        family = any(g.unit is Unit.HOUSEHOLDS and g.full <= group.start for g in sentence.groups)
        clause = sentence.clauses.of(group.start)
        behind = (h for h in sentence.hits if h.words and h.start >= group.full)
        hit = next((h for h in behind if family and sentence.clauses.of(h.start) == clause), None)
        effect = hit.words[0].effect(Unit.PERSONS) if hit is not None else None
        if hit is not None and effect is not None:
            sentence.add(sentence.draft(effect, group, (hit.start, hit.end), "part of a family", hit))

    def _own_story(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a verb of its own follows a part, and says nothing of harm: drei von ihnen kehrten zurück."""
        tail = self._tails.match(sentence.words.lower, group.end)
        if tail is None:
            return self._escaped(sentence, group)
        after = group.end + tail[0]
        word = sentence.words.at(after)
        if sentence.words.capital(after):
            return False
        return word in self._strong or (word in self._can and word not in self._copula) or word.endswith(self._pasts)

    def _escaped(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a relative clause says of some what they could do: von denen 50 entkommen konnten."""
        lead = sentence.leads.get(group.start)
        if lead is None or not self._relatives & set(sentence.words.lower[lead[0] : group.start]):
            return False
        clause = sentence.clauses.of(group.start)
        last = max(k for k in range(group.start, sentence.end) if sentence.clauses.of(k) == clause)
        while last > group.full and not sentence.words.word(last):
            last -= 1
        return sentence.words.at(last) in self._could and not any(
            group.full <= h.start <= last for h in sentence.hits if h.words
        )

    def _named_after(self, sentence: Sentence, group: Group, draft: Draft) -> bool:
        """Take who a part was from the noun or the name right after ``of them``: five of them civilians."""
        tail = self._tails.match(sentence.words.lower, group.end)
        if tail is None:
            return False
        after = group.end + tail[0]
        noun = next((g for g in sentence.groups if g.bare and g.start == after and g.noun is None), None)
        if noun is not None:
            sentence.used.add(noun.start)
            draft.victims, draft.category = noun.victims, noun.category
            return True
        named = next((k for k in range(after, sentence.end) if not sentence.words.capital(k)), sentence.end)
        if named > after:
            draft.victims = (after, named)
        return named > after

    def _countable(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a part names people: a number, or a noun without article."""
        plural = group.known and not group.definite and group.unit is Unit.PERSONS
        if group.number is not None:
            return group.known or not group.number.article or group.elliptic
        return plural and self._plural(sentence.words.at(group.head))

    def _plural(self, noun: str) -> bool:
        """Tell whether a noun without number and article is a plural: children, but not chief."""
        return self._bare_plurals or noun.endswith(self._plural_nouns) or noun in self._plurals

    def _wholes(self, sentence: Sentence, group: Group, before: list[Draft]) -> list[Draft]:
        """Return the drafts a part belongs to: of the nearest group before it, else the next, else the last told."""
        lead = sentence.leads.get(group.start, (group.start, group.end))[0]
        whole = [
            d
            for d in sentence.drafts
            if d.group is not group and not d.subset and d.unit in (Unit.PERSONS, Unit.HOUSEHOLDS)
        ]
        earlier = [d for d in whole if d.group.start < lead]
        later = [d for d in whole if d.group.start > lead]
        nearest = self._counted_before(sentence, lead)
        if nearest is not None and not any(d.group.start == nearest.start for d in sentence.drafts):
            return []
        among = [d for d in sentence.drafts if nearest is not None and d.group.start == nearest.start]
        near = earlier or among or later or self._told_before(sentence, lead, before)
        if not near:
            return []
        chosen = near[0].group if near is later else near[-1].group
        return [d for d in near if d.group is chosen]

    def _told_before(self, sentence: Sentence, lead: int, before: list[Draft]) -> list[Draft]:
        """Return the last people told of: of those to whom happened what a lead word says (among the dead), if any."""
        hit = self._leads.match(sentence.words.lower, lead)
        said = sentence.words.lower[lead : lead + hit[0]] if hit is not None else []
        effects = {noun.effect(Unit.PERSONS) for word in said if (noun := self._nouns.get(word)) is not None}
        whole = last_of(before, lambda d: not d.subset and d.unit is Unit.PERSONS and d.effect in effects)
        return whole or last_of(before, lambda d: not d.subset and d.unit is Unit.PERSONS)

    def _counted_before(self, sentence: Sentence, lead: int) -> Group | None:
        """Return the last people counted before a part: of them it is a part, whether harmed or not."""
        counted = [
            g
            for g in sentence.groups
            if g.full <= lead and g.number is not None and not g.number.article and not g.elliptic and not g.base
        ]
        people = [g for g in counted if g.unit is Unit.PERSONS and g.known and not sentence.subset(g)]
        return people[-1] if people else None

    def _part_by(self, sentence: Sentence, group: Group) -> str:
        """Return the words that make a group a part: darunter, von ihnen, an opening bracket."""
        words = sentence.words
        lead = sentence.leads.get(group.start)
        at = lead[0] if lead is not None else group.end
        hit = (self._leads if lead is not None else self._tails).match(words.lower, at)
        return words.span(at, at + (hit[0] if hit is not None else 1))

    def _link(self, draft: Draft, wholes: list[Draft], because: str) -> None:
        """Make a draft a part of others; `because` are the words that say so."""
        draft.subset, draft.because = True, because
        draft.roles.add("subset")
        draft.links.extend((RelationType.SUBSET_OF, whole) for whole in wholes if whole is not draft)

    def _partitive(self, sentence: Sentence, start: int, whole: Group, before: list[Draft]) -> None:
        """Read ``zwei der fünf Verletzten sind Kinder``; the whole of a casualty noun is a claim of its own."""
        part = next((g for g in sentence.groups if g.start == start), None)
        wholes = [d for d in sentence.drafts if d.group.start == whole.start]
        word = whole.noun or whole.adjective
        effect = wholes[0].effect if wholes else word.effect(Unit.PERSONS) if word is not None else None
        if part is None or effect is None:
            return
        own = [d for d in sentence.drafts if d.group is part]
        if own and not any(d.subset for d in own):
            self._own_verb(sentence, whole, own, effect)
        if not sentence.free(part):
            return
        if not wholes and whole.bare:
            wholes = last_of(before, lambda d: d.effect is effect and not d.subset)
        elif not wholes:
            wholes = [sentence.add(sentence.draft(effect, whole, (whole.head, whole.head + 1), "casualty noun"))]
        draft = sentence.draft(effect, part, (whole.head, whole.head + 1), "part of a counted group")
        draft.category, draft.victims = self._predicate(sentence, whole, wholes[0] if wholes else draft)
        self._link(sentence.add(draft), wholes, sentence.words.span(part.end, whole.start))

    def _own_verb(self, sentence: Sentence, whole: Group, own: list[Draft], effect: Effect) -> None:
        """Link a part that a verb of its own speaks of: von den 19 Verletzten schweben vier in Lebensgefahr."""
        moved = effect is Effect.WOUNDED  # some of the wounded died: rule 11 of the method
        same = [d for d in own if d.effect is effect or (moved and d.effect is Effect.KILLED)]
        if not same or whole.number is None:
            return
        wholes = [d for d in sentence.drafts if d.group.start == whole.start]
        wholes = wholes or [sentence.add(sentence.draft(effect, whole, (whole.head, whole.head + 1), "casualty noun"))]
        for draft in same:
            self._link(draft, wholes, sentence.words.span(whole.start, whole.full))

    def _of_those_told(self, sentence: Sentence, start: int, whole: Group, before: list[Draft]) -> None:
        """Link ``two of the children died`` to the children told before, who are more."""
        if not whole.bare or whole.noun is not None:
            return
        for draft in [d for d in sentence.drafts if d.group.start == start and not d.subset]:
            wholes = last_of(before, partial(_holds, draft))
            if wholes:
                self._link(draft, wholes, sentence.words.span(draft.group.end, whole.start))

    def _predicate(self, sentence: Sentence, whole: Group, total: Draft) -> tuple[Category, tuple[int, int] | None]:
        """Return who a part is said to be after sind/waren."""
        for k in range(whole.end, sentence.end):
            if sentence.words.lower[k] in self._copula:
                group = next((g for g in sentence.groups if g.start > k and g.bare and _names(g)), None)
                if (
                    group is not None
                    and sentence.clauses.of(k) == sentence.clauses.of(whole.start)
                    and group.start - k <= 3
                ):
                    sentence.used.add(group.start)
                    return group.category, group.victims
        return total.category, total.victims

    def _named_by_predicate(self, sentence: Sentence) -> None:
        """Take who the dead were from ``98 Tote seien Flüchtlinge``."""
        for draft in sentence.drafts:
            group = draft.group
            if group.noun is None or group.governed or group.number is None or draft.hit is not None or draft.subset:
                continue
            if self._depends(sentence, group):
                continue
            if self._copula & set(sentence.words.lower[group.full : min(group.full + 2, sentence.end)]):
                draft.category, draft.victims = self._predicate(sentence, group, draft)

    def _depends(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a genitive makes a group depend on a noun before it: ein Viertel der 40 Toten."""
        words = sentence.words
        article = group.start if words.at(group.start) in self._genitives else group.start - 1
        genitive = words.at(article) in self._genitives and article > sentence.start
        return self._nouns_capitalised and genitive and words.capital(article - 1)

    def _shared(self, sentence: Sentence) -> None:
        """Read ``die Hälfte der 40 Toten``, ``two thirds of the 90 people who fled``: a part of a stated size."""
        for group in sentence.groups:
            share = self._share_before(sentence, group) if group.number is not None and group.number.value else None
            own = next((d for d in sentence.drafts if d.group is group and self._of_share(sentence, d)), None)
            if share is not None and own is not None:
                self._cut(own, *share)
                continue
            total = self._harmed(sentence, group) if share is not None else None
            if share is None or total is None or total.number is None:
                continue
            draft = sentence.draft(total.effect, group, total.anchor, "share of a counted group")
            times, draft.divided, modifier = share
            draft.times *= times
            draft.number = replace(total.number, modifier=modifier or total.number.modifier)
            draft.category, draft.victims = self._predicate(sentence, group, total)
            self._link(sentence.add(draft), [total], "a share of it")

    def _of_share(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether a verb is said of a share and not of its whole: half of the 40 men were killed."""
        strong = draft.group.noun is not None and not draft.group.noun.weak
        behind = draft.hit is not None and draft.hit.start == draft.group.full
        described = behind or sentence.words.at(draft.group.full) in self._relatives
        return draft.hit is not None and not described and not strong

    def _cut(self, draft: Draft, times: int, divided: int, modifier: Modifier | None) -> None:
        """Make what a verb says of a share its own number: of 20, where half of the 40 men were killed."""
        if draft.number is not None:
            draft.times *= times
            draft.divided = divided
            draft.number = replace(draft.number, modifier=modifier or draft.number.modifier)
            draft.says("number: a share of a counted group")

    def _share_before(self, sentence: Sentence, group: Group) -> tuple[int, int, Modifier | None] | None:
        """Return how many times which part of a group is spoken of, and with which modifier: fast zwei Drittel der."""
        words, at = sentence.words, group.start - 1
        while words.at(at) in self._one or words.at(at) in self._genitives:
            at -= 1
        first, _, name = words.at(at).rpartition("-")
        divided = self._shares.get(name)
        if divided is None or at < sentence.start:
            return None
        counted = next((g for g in sentence.groups if g.number is not None and g.number.end == at), None)
        number = counted.number if counted is not None else None
        if counted is None or number is None:
            times = spelled_number(first, self._language) if first else 1
            return (times, divided, self._modifier_before(sentence, at)) if times else None
        sentence.used.add(counted.start)
        own = (
            number.modifier if number.modifier is not Modifier.EXACT else self._modifier_before(sentence, number.start)
        )
        return (number.value, divided, own) if number.value and number.value < divided else None

    def _modifier_before(self, sentence: Sentence, at: int) -> Modifier | None:
        """Return what narrows or widens a share: nearly half, more than a quarter."""
        words = sentence.words
        while words.at(at - 1) in self._one:
            at -= 1
        for n in (1, 2):
            hit = self._modifiers.match(words.lower, at - n) if at - n >= sentence.start else None
            if hit is not None and hit[0] == n:
                return Modifier(hit[1])
        return None

    def _harmed(self, sentence: Sentence, group: Group) -> Draft | None:
        """Return the claim on a whole that is harmed whatever is said of its share: the 40 dead, the 90 who fled."""
        total = next((d for d in sentence.drafts if d.group is group), None)
        effect = group.noun.effect(Unit.PERSONS) if group.noun is not None else None
        if effect is not None and total is None:
            total = sentence.add(sentence.draft(effect, group, (group.head, group.head + 1), "casualty noun"))
        behind = total is not None and total.hit is not None and total.hit.start == group.full
        return total if effect is not None or behind or sentence.words.at(group.full) in self._relatives else None

    def _among_them(self, sentence: Sentence, before: list[Draft]) -> None:
        """Read ``Unter den Toten sind drei Kinder`` and ``Unter den sechs Menschen … waren drei Soldaten``."""
        for start, end, _ in self._among.find(sentence.words.lower, sentence.start, sentence.end):
            whole = next((g for g in sentence.groups if g.start <= end + 1 <= g.full + 1 and g.start >= start), None)
            copulas = sentence.places(self._copula)
            if whole is None or not copulas:
                continue
            copula = next((k for k in copulas if k > end), copulas[-1])
            effect, wholes = self._whole_named(sentence, whole, before)
            if effect is not None:
                self._members(sentence, whole, copula, effect, wholes)

    def _whole_named(self, sentence: Sentence, whole: Group, before: list[Draft]) -> tuple[Effect | None, list[Draft]]:
        """Return the effect and the drafts of the group after ``unter den``."""
        own = [d for d in sentence.drafts if d.group.start == whole.start]
        if own:
            return own[0].effect, own
        effect = whole.noun.effect(Unit.PERSONS) if whole.noun is not None else None
        earlier = [d for d in sentence.drafts if d.group.start < whole.start]
        able = [d for d in (*before[-_RECENT:], *earlier) if not d.subset and "superseded" not in d.roles]
        if effect is Effect.CASUALTIES_UNSPECIFIED:
            # Victims of whom more was said before are the dead, or those hurt where nobody died.
            harmed = [d for d in able if d.unit is Unit.PERSONS and d.effect in _HARMS]
            wholes = [d for d in harmed if d.effect is Effect.KILLED][-1:] or harmed[-1:]
            return (wholes[0].effect if wholes else effect), wholes
        above = [d for d in sentence.drafts if not d.subset and d.group.full <= whole.start]
        return effect, [d for d in (*able, *above) if d.effect is effect][-1:]

    def _members(self, sentence: Sentence, whole: Group, copula: int, effect: Effect, wholes: list[Draft]) -> None:
        """Make the drafts of the people said to be among others."""
        clause = sentence.clauses.of(copula)
        behind = [g for g in sentence.groups if g.start > whole.start and sentence.clauses.of(g.start) == clause]
        for group in behind or sentence.groups:
            if group.start == whole.start or not sentence.free(group) or sentence.clauses.of(group.start) != clause:
                continue
            if group.governed or group.unit is not Unit.PERSONS or sentence.subset(group):
                continue
            if self._speaks(sentence, group, copula) or self._begins_clause(sentence, group, copula):
                continue
            one = group.definite or (self._single_nouns and sentence.words.at(group.head).endswith(self._single_nouns))
            member = self._single(group) if one and group.number is None else group
            made = sentence.add(sentence.draft(effect, member, (copula, copula + 1), "among them"))
            self._link(made, wholes, sentence.words.span(whole.start - 2, whole.start) or "among them")

    def _begins_clause(self, sentence: Sentence, group: Group, copula: int) -> bool:
        """Tell whether a verb behind a group after a comma is said of it: zwei Kinder, 31 Menschen befinden sich."""
        words = sentence.words
        behind = group.start > copula and words.at(group.start - 1) == ","
        return behind and words.at(group.full) in self._finite and words.small(group.full)

    def _speaks(self, sentence: Sentence, group: Group, copula: int) -> bool:
        """Tell whether a verb of saying after a comma has one person behind it for its subject: teilte ein Arzt mit."""
        words, verb = sentence.words, group.start - 1
        if words.at(verb) in self._sources:
            return True
        while verb > copula and words.text[verb] not in (",", "“", '"'):
            if words.lower[verb] in self._says:
                return verb > copula + 1 and words.text[verb - 1] in (",", "“", '"')
            verb -= 1
        return False

    def _among_others(self, sentence: Sentence) -> None:
        """Read ``six officers had been among 20 soldiers killed``: some of those told of behind."""
        for whole in [d for d in sentence.drafts if d.group.governed in self._amid and d.unit is Unit.PERSONS]:
            at = whole.group.start - 1
            part = next((g for g in sentence.groups if at - _FAR <= g.full < at and sentence.free(g)), None)
            if part is None or part.number is None or part.number.article or part.unit is not Unit.PERSONS:
                continue
            between = sentence.words.lower[part.full : at]
            told = any(part.full <= h.start < at for h in sentence.hits) or "," in between
            if between[-1] in self._being and (len(between) <= _NEAR or not told):
                draft = sentence.draft(whole.effect, part, whole.anchor, "part of a group")
                self._link(sentence.add(draft), [whole], sentence.words.span(at, at + 1))

    def _single(self, group: Group) -> Group:
        """Count one person named with an article: auch der Kommandeur."""
        return replace(group, number=Number(group.head, group.head, group.head, value=1))


def _names(group: Group) -> bool:
    """Tell whether a noun says who people are, not what happened to them; refugees are both."""
    return group.noun is None or group.noun.weak


def _holds(part: Draft, whole: Draft) -> bool:
    """Tell whether an earlier draft counts more people of a part's kind to whom the same happened."""
    some, most = (d.number.value if d.number is not None else None for d in (part, whole))
    same = whole.effect is part.effect and whole.category is part.category and not whole.subset
    return same and some is not None and most is not None and most > some
