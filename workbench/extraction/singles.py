"""One person without a number: the Taliban leader, facilitator Zia Khan, killing him; a woman and her son.

So the press releases of armed forces tell of those they were after, and agencies of leaders who were killed, and of
families.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.effects import Hit
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.number import Number
from workbench.extraction.victims import Group
from workbench.extraction.words import Words
from workbench.model.claim import Category, Effect, Modifier, Unit

_FIGHTERS = frozenset((Category.COMBATANT_NONSTATE, Category.PERPETRATOR))
#: So many words may stand before the noun, and so many make a name.
_MOST = 6
#: Who ``him`` stands for is looked for among so many tokens before.
_BEFORE = 120
#: An age in words: nine-month-old.
_AGED = "-old"
#: So many tokens stand between two who are joined: und, ``along with``.
_JOINED = 3
#: So many tokens may part a pronoun from its participle: he was engaged and killed.
_NEAR = 5


class SingleFinder:
    """Make groups of one of fighters that are named or known, where a sentence tells of a death."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        words = lexicon.words
        self._heads, self._jargon = words("singles", "heads"), words("singles", "jargon")
        self._armed, self._modifiers = words("singles", "armed"), words("singles", "modifiers")
        self._articles, self._objects = words("singles", "articles"), words("singles", "objects")
        self._subjects, self._auxiliaries = words("singles", "subjects"), words("singles", "auxiliaries")
        self._past, self._whose = words("singles", "past"), words("singles", "whose")
        self._passive = words("clauses", "passive")
        self._prepositions = words("clauses", "prepositions")
        self._joiners = lexicon.phrases("clauses", "second_coordinators")
        self._marks = words("clauses", "possessive_marks")
        self._plurals, self._plural_ends = words("", "plurals"), lexicon.endings("plural_nouns")
        self._criminals = words("singles", "criminals")
        self._single_ends, self._attributive = lexicon.endings("single_nouns"), lexicon.endings("attributive")
        self._kin, self._young = words("singles", "kin"), words("singles", "young")
        self._offspring = words("singles", "offspring")
        self._owners, self._coordinators = words("singles", "owners"), words("clauses", "coordinators")
        closed = (words("clauses", key) for key in ("passive", "active", "coordinators", "subordinators", "pronouns"))
        self._closed = self._prepositions.union(*closed, words("attribution", "verbs"), lexicon.verbs)

    def add(self, words: Words, start: int, end: int, groups: list[Group], hits: Sequence[Hit]) -> list[Group]:
        """Return `groups` with those of single fighters in [start, end) among them, where `hits` tell of a death."""
        deadly = [h for h in hits if any(word.effect(Unit.PERSONS) is Effect.KILLED for word in h.words)]
        told = bool(self._heads) and bool(deadly or self._acts(words, start, end))
        kin = not self._owners.isdisjoint(words.lower[start:end]) and any(not h.neutral for h in hits)
        if not (told or kin):
            return groups
        counted = [g for g in groups if g.number is not None and not self._only_aged(words, g)]
        taken = {k for g in counted for k in range(g.start, g.full)}
        found: list[Group] = []
        for i in range(start, end):
            if i in taken or (found and i < found[-1].end):
                continue
            group = (self._at(words, i, start, end) or self._pronoun(words, i, deadly)) if told else None
            group = group or (self._owned(words, i, end, groups, found) if kin else None)
            if group is not None and taken.isdisjoint(range(group.start, group.end)):
                found.append(group)
        made = {k for g in found for k in range(g.start, g.end)}
        made |= {g.start for g in groups if g.bare and self._category(words, g.end) is not None}
        kept = [g for g in groups if g in counted or made.isdisjoint(range(g.start, g.end))]
        return sorted((*kept, *found), key=lambda g: g.start)

    def keeps(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether a draft may stand: of a single fighter it must tell a death that the fighter suffered."""
        group, hit = draft.group, draft.hit
        if not group.unsaid:
            return True
        if sentence.words.at(group.start) in self._owners and self._with_another(sentence, draft):
            return True
        if draft.effect is not Effect.KILLED or sentence.words.at(group.start - 1) in self._past:
            return False
        if sentence.words.at(group.start - 2) in self._past and group.definite:
            return False
        if hit is not None and self._of_kin(sentence, group, hit):
            return False
        before = hit is not None and group.end <= hit.start and hit.words[0].voice == "transitive"
        return hit is None or not before or self._suffers(sentence, group, hit)

    def _with_another(self, sentence: Sentence, draft: Draft) -> bool:
        """Tell whether the same verb is said of whoever stands right before somebody of theirs: a woman and her son."""
        before = (d for d in sentence.drafts if d.hit is draft.hit and d.group.full < draft.group.start)
        return draft.hit is not None and any(draft.group.start - d.group.full <= _JOINED for d in before)

    def _only_aged(self, words: Words, group: Group) -> bool:
        """Tell whether a group is no more than an age, which a noun may follow: her 14-year-old son."""
        return group.full == group.start + 1 and self._lexicon.is_age(words.text[group.start])

    def _of_kin(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether a verb stands in a clause on somebody of the fighter's: the leader, whose father was killed."""
        at = next((k for k in sentence.places(self._whose) if group.full <= k <= group.full + 1), None)
        if at is None or hit.start < at:
            return False
        first = min(h.start for h in sentence.hits if h.start > at)
        return hit.start == first and "," not in sentence.words.text[at : hit.start]

    def _acts(self, words: Words, start: int, end: int) -> bool:
        """Tell whether the noun of a deadly act stands in [start, end): the death of the facilitator."""
        deadly = self._lexicon.sections["acts"].get(Effect.KILLED.value, ())
        return not set(deadly).isdisjoint(words.lower[start:end])

    def _suffers(self, sentence: Sentence, group: Group, hit: Hit) -> bool:
        """Tell whether a verb behind a fighter is in the passive, or a headline's participle: Leader Killed in Raid."""
        words = sentence.words
        if self._passive & set(words.lower[group.full : hit.start]):
            return True
        return words.capital(hit.start) and group.full == hit.start

    def _at(self, words: Words, i: int, start: int, end: int) -> Group | None:
        """Read the fighter whose noun is token `i`: with the article, or with a name."""
        category = self._category(words, i)
        if category is None:
            return None
        first = self._first(words, i, start)
        if not self._is_armed(words, first, i, category):
            return None
        stop = self._named_to(words, i + 1, end)
        if stop == i + 1 and words.small(stop) and self._person(words.at(stop)):
            return None
        article = words.at(first - 1) in self._articles
        headline = words.capital(i) and any(
            words.capital(k) and words.at(k) in self._lexicon.verbs for k in (stop, first - 1)
        )
        bare = article or words.at(first - 1) in self._closed or first == start or not words.word(first - 1)
        if words.at(stop) in self._marks or not bare or not (article or stop > i + 1 or headline):
            return None
        kind = category if category in _FIGHTERS else Category.COMBATANT_NONSTATE
        return self._group(words, first, i, stop, kind, definite=article)

    def _category(self, words: Words, i: int) -> Category | None:
        """Return who token `i` names where it is a noun for one person who may fight, None otherwise."""
        word = words.at(i)
        if word in self._heads or word in self._jargon:
            return Category.UNSPECIFIED
        if not words.word(i) or word in self._plurals or word in self._criminals or word.endswith(self._plural_ends):
            return None
        found = self._lexicon.noun_category(word)
        return found if found in _FIGHTERS else None

    def _person(self, word: str) -> bool:
        """Tell whether a noun is for people, so that a noun before it only says whose or which: the rebel's driver."""
        return word in self._heads or word in self._jargon or self._lexicon.noun_category(word) is not None

    def _first(self, words: Words, i: int, start: int) -> int:
        """Return where the words before a noun begin that say which: senior Taliban, heavily armed."""
        first = i
        while first > start and i - first < _MOST and self._modifier(words, first - 1):
            first -= 1
        return first

    def _modifier(self, words: Words, i: int) -> bool:
        """Tell whether token `i` may say which fighter is meant."""
        word = words.lower[i]
        if word in self._modifiers or word in self._armed:
            return True
        return words.capital(i) and word not in self._closed and word not in self._articles

    def _is_armed(self, words: Words, first: int, i: int, category: Category) -> bool:
        """Tell whether a noun, or a word before it, says that its person fights."""
        if category in _FIGHTERS or words.lower[i] in self._jargon:
            return True
        return any(word in self._armed for word in words.lower[first:i])

    def _named_to(self, words: Words, i: int, end: int) -> int:
        """Return where a name ends that follows a noun right away or between commas; `i` where none does."""
        if words.at(i) == "," and words.capital(i + 1):
            stop = self._name_end(words, i + 1, end)
            return stop if stop < end and words.at(stop) == "," else i
        return self._name_end(words, i, end)

    def _name_end(self, words: Words, i: int, end: int) -> int:
        """Return the end of the capitalised words from token `i` on."""
        stop = i
        while stop < min(end, i + _MOST) and words.capital(stop) and words.lower[stop] not in self._closed:
            stop += 1
        return stop

    def _group(self, words: Words, first: int, head: int, stop: int, kind: Category, *, definite: bool) -> Group:
        """Make the group of one whose number nobody says."""
        number = Number(head, head, head, value=1)
        governed = self._governor(words, first - 1 if not definite else first - 2)
        return Group(
            first,
            stop,
            number,
            (first, stop),
            head,
            category=kind,
            known=True,
            governed=governed,
            definite=definite,
            full=stop,
        )

    def _governor(self, words: Words, at: int) -> str:
        """Return the preposition at `at`, none where it ends words that join: along with."""
        return words.at(at) if words.at(at) in self._prepositions and not self._joins(words, at) else ""

    def _joins(self, words: Words, at: int) -> bool:
        """Tell whether words that join end with token `at`: along with."""
        found = ((self._joiners.match(words.lower, at - n), n) for n in (1, 2) if at >= n)
        return any(hit is not None and hit[0] == n + 1 for hit, n in found)

    def _owned(self, words: Words, i: int, end: int, groups: Sequence[Group], found: Sequence[Group]) -> Group | None:
        """Read whoever is someone's told before: a woman and her mother, along with his bodyguard, her children."""
        if words.lower[i] not in self._owners or i + 1 >= end:
            return None
        before = next((g for g in (*found, *groups) if g.full == i - 1 and g.unit is Unit.PERSONS), None)
        listed = words.at(i - 1) == "," and before is not None and before.known
        if not (listed or words.at(i - 1) in self._coordinators or self._joins(words, i - 1)):
            return None
        head = i + 1
        while head + 1 < min(end, i + _MOST) and self._describes(words, head):
            head += 1
        category = self._lexicon.noun_category(words.at(head))
        several = words.at(head) in self._offspring
        one = category is not None and not several and self._is_one(words.at(head))
        if category is None or not (one or several) or words.at(head + 1) in self._marks:
            return None
        if category is Category.UNSPECIFIED and before is not None:
            category = before.category.broad if before.category.broad is Category.CIVILIAN else category
        stop = self._name_end(words, head + 1, end) if one else head + 1
        group = self._group(words, i, head, stop, category, definite=False)
        return group if one else replace(group, number=Number(head, head, head, modifier=Modifier.BARE_PLURAL))

    def _describes(self, words: Words, i: int) -> bool:
        """Tell whether a token stands before the noun for one person: her wounded, elder or 14-year-old son."""
        aged = self._lexicon.is_age(words.text[i]) or words.at(i).endswith(_AGED)
        if aged or words.at(i) in self._lexicon.adjectives:
            return True
        inflected = bool(self._attributive) and words.small(i) and words.at(i).endswith(self._attributive)
        return inflected or (words.at(i) in self._young and self._lexicon.noun_category(words.at(i + 1)) is not None)

    def _is_one(self, noun: str) -> bool:
        """Tell whether a noun has the form of a singular, as its ending says or its language leaves open."""
        if self._single_ends:
            return noun.endswith(self._single_ends) or noun in self._kin
        return noun not in self._plurals and not noun.endswith(self._plural_ends)

    def _pronoun(self, words: Words, i: int, deadly: Sequence[Hit]) -> Group | None:
        """Read ``killing him``, ``shot him dead`` and ``he was killed`` where a fighter was spoken of before."""
        word = words.lower[i]
        if word in self._objects:
            suffers = any(h.end == i or h.start == i + 1 for h in deadly)
        elif word in self._subjects and words.at(i + 1) in self._auxiliaries:
            suffers = any(i + 1 < h.start <= i + _NEAR for h in deadly)
        else:
            return None
        kind = self._meant(words, i) if suffers else None
        return self._group(words, i, i, i + 1, kind, definite=False) if kind is not None else None

    def _meant(self, words: Words, i: int) -> Category | None:
        """Return the kind of the last single fighter before token `i`, None where there is none."""
        for k in range(i - 1, max(-1, i - _BEFORE), -1):
            category = self._category(words, k)
            if category is not None and self._is_armed(words, self._first(words, k, 0), k, category):
                return category if category in _FIGHTERS else Category.COMBATANT_NONSTATE
        return None
