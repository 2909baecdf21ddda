"""Groups of people (or things) as a text names them: number, adjectives, head noun, what depends on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.extraction.lexicon import EffectWord, Lexicon
from workbench.extraction.lexicon_sections import OTHER
from workbench.extraction.noun_phrases import Phrase, PhraseReader
from workbench.extraction.number import Kind, Number
from workbench.extraction.words import Words
from workbench.model.claim import Category, Effect, Modifier, Unit
from workbench.spelled_numbers import spelled_number

#: So many adjectives may stand before a noun.
_MOST_ADJECTIVES = 12
#: So many words an article and a noun for several have between them, with the noun.
_DESCRIBED = 3
#: A noun so long may end a compound.
_TAIL = 5
_UNITS = {unit.value: unit for unit in Unit}


@dataclass(frozen=True, slots=True)
class Group:
    """So many of whom, over tokens [start, end).

    `victims` are the tokens that say who (without the number), None where the noun is left out. `unit` is None for
    things nobody counts as casualties (houses). `known` says that the lexicon knows the noun. `noun` and `adjective`
    are casualty words inside the group (Tote, verletzte Teilnehmer), `opened` says that the adjective comes first.
    `governed` is the preposition before it.
    """

    start: int
    end: int
    number: Number | None
    victims: tuple[int, int] | None
    head: int
    unit: Unit | None = Unit.PERSONS
    category: Category = Category.UNSPECIFIED
    known: bool = False
    noun: EffectWord | None = None
    adjective: EffectWord | None = None
    governed: str = ""
    definite: bool = False
    further: bool = False
    base: bool = False
    full: int = 0
    merged: tuple[int, ...] = ()
    opened: bool = False

    @property
    def elliptic(self) -> bool:
        """Whether the noun is left out (31 weitere)."""
        return self.victims is None

    @property
    def people(self) -> tuple[int, int] | None:
        """The tokens that say who, without the casualty adjective they open with (getöteten ukrainischen Soldaten)."""
        if self.victims is None or self.adjective is None or not self.opened or self.victims[0] >= self.head:
            return self.victims
        return self.victims[0] + 1, self.victims[1]

    @property
    def unsaid(self) -> bool:
        """Whether nobody says its number, which is one: the Taliban leader."""
        return self.number is not None and self.number.start == self.number.end

    @property
    def bare(self) -> bool:
        """Whether no number is given."""
        return self.number is None


class GroupFinder:
    """Find the groups of a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        self._reader = PhraseReader(lexicon)
        self._more = lexicon.words("numbers", "more")
        self._before = lexicon.words("numbers", "all") | lexicon.words("relations", "additional")
        self._articles = lexicon.words("clauses", "articles")
        self._prepositions = lexicon.words("clauses", "prepositions")
        self._subordinators = lexicon.words("clauses", "subordinators")
        self._collectives, self._makes_up = (
            lexicon.words("numbers", "collectives"),
            lexicon.words("clauses", "attachments"),
        )
        self._makes_up |= lexicon.words("subsets", "of")
        self._and = lexicon.words("clauses", "coordinators")
        self._joiners = lexicon.phrases("clauses", "second_coordinators")
        self._closed = frozenset().union(
            lexicon.words("subsets", "lead"),
            lexicon.words("clauses", "subordinators"),
            lexicon.words("clauses", "contrast"),
            lexicon.words("clauses", "uninflected"),
            lexicon.words("attribution", "verbs"),
            lexicon.words("clauses", "passive"),
            lexicon.words("clauses", "active"),
            self._articles,
            self._prepositions,
            self._before,
            lexicon.verbs,
        )
        self._none_with_noun = lexicon.words("numbers", "none_with_noun")
        self._ones, self._pairs = lexicon.words("numbers", "pronouns"), lexicon.words("numbers", "pairs")
        self._single = lexicon.words("numbers", "articles") | lexicon.words("clauses", "articles") | self._more
        self._members, self._doubtful = (
            lexicon.words("numbers", "members"),
            lexicon.words("clauses", "doubtful_articles"),
        )
        self._sure_articles = self._articles - self._doubtful
        self._genitives = lexicon.words("clauses", "genitives")
        self._relative_articles = lexicon.words("clauses", "relative_articles")
        self._postpositions = lexicon.words("attribution", "postpositions")
        self._reports, self._attributive = lexicon.endings("reports"), lexicon.endings("attributive")
        self._per = lexicon.words("numbers", "articles") | lexicon.words("numbers", "per")
        self._times = frozenset(lexicon.sections["numbers"]["units"].get("time", ()))
        self._whole_adverbs = lexicon.words("subsets", "whole_adverbs")
        self._counted_only = lexicon.words("", "adjectives_counted")
        self._singulars, self._taken_as = lexicon.words("", "abstract_nouns"), lexicon.words("numbers", "taken_as")
        self._armed = lexicon.words("people_words", "armed")
        self._murders = frozenset(lexicon.sections["acts"].get(Effect.KILLED.value, ()))
        self._heads = lexicon.endings("heads")
        self._owners = lexicon.words("singles", "owners")
        self._enemies = lexicon.words("people_words", "enemies")
        tailed = lexicon.grammar.compounds_by_tail
        #: The nouns that say whose people are meant, with those long enough to end a compound.
        self._kinds = {
            Category(name): (frozenset(nouns), tuple(n for n in nouns if tailed and len(n) >= _TAIL))
            for name, nouns in lexicon.sections["groups"].items()
        }

    def find(self, words: Words, start: int, end: int, numbers: list[Number]) -> list[Group]:
        """Return the groups in [start, end), in order; `numbers` are those of the same stretch."""
        found: list[Group] = []
        numbers = [n for n in numbers if not self._only_family(words, n, numbers)]
        taken: set[int] = {k for n in numbers for k in range(n.start, n.end)}
        for number in numbers:
            group = self._numbered(words, number, end)
            if group is not None and (not found or group.start >= found[-1].end):
                found.append(group)
                taken.update(range(group.start, group.end))
        found.extend(self._bare(words, start, end, taken))
        found.sort(key=lambda g: g.start)
        return self._mixed(words, found)

    def _only_family(self, words: Words, number: Number, numbers: list[Number]) -> bool:
        """Tell whether a number is the one of ``a family of five``, whose people are counted by the second."""
        if number.article and self._makes_group(words, number.end, numbers):
            return True
        if not number.article or self._lexicon.noun_thing(words.at(number.end)) != Unit.HOUSEHOLDS.value:
            return False
        return words.at(number.end + 1) in self._members and any(n.start == number.end + 2 for n in numbers)

    def _makes_group(self, words: Words, i: int, numbers: list[Number]) -> bool:
        """Tell whether a noun for several follows an article, and then how many they are: a small group of ten."""
        nouns = (k for k in range(i, i + _DESCRIBED) if words.at(k) in self._collectives)
        return any(words.at(k + 1) in self._makes_up and any(n.start == k + 2 for n in numbers) for k in nouns)

    def _numbered(self, words: Words, number: Number, end: int) -> Group | None:
        """Read the group that `number` opens; None where it counts nothing."""
        if number.kind is not Kind.COUNT:
            return None
        at, further = number.end, self._further_before(words, number.start) or words.at(number.core) in self._more
        while at < end and words.lower[at] in self._more:
            at, further = at + 1, True
        at += words.quote(at) and words.quote(number.start - 1)  # "more than 100" fighters
        phrase = self._reader.read(words, at, end) if at < end else None
        if phrase is None:
            if number.end - number.start == 1 and words.lower[number.core] in self._none_with_noun:
                return None
            if self._stands_for_noun(words, number):
                return None
            alone = number.article and not further and words.lower[number.core] not in self._ones
            return (
                None if alone or self._of_things(words, at, end) else self._elliptic(words, number, at, further=further)
            )
        if number.article and self._lexicon.noun_thing(words.lower[phrase.head]) in (OTHER, "areas"):
            return None
        if (number.value or 0) > 1 and words.lower[phrase.head] in self._taken_as:
            phrase = self._reader.read(words, at, phrase.head) if phrase.head > at else None  # took 18 (men) prisoner
            if phrase is None:
                return self._elliptic(words, number, at, further=further)
        if (number.value or 0) > 1 and words.lower[phrase.head] in self._singulars:
            return None
        return self._of_phrase(words, self._paired(words, number, phrase), phrase, further=further)

    def _paired(self, words: Words, number: Number, phrase: Phrase) -> Number:
        """Count the people of a noun that means two by itself: a couple, three couples."""
        if words.at(phrase.head) not in self._pairs or not number.value:
            return number
        high = number.high * 2 if number.high is not None else None
        return replace(number, value=number.value * 2, high=high, article=False)

    def _stands_for_noun(self, words: Words, number: Number) -> bool:
        """Tell whether ``one`` behind an article and an adjective stands for a noun: a dying one."""
        if number.value != 1 or words.lower[number.core] not in self._ones or number.end - number.start != 1:
            return False
        return words.at(number.start - 2) in self._single and words.small(number.start - 1)

    def _of_things(self, words: Words, at: int, end: int) -> bool:
        """Tell whether a number without a noun is a part of things: 200 of the rifles."""
        first = at if self._lexicon.grammar.nouns_capitalised else at + 1
        if (first > at and words.at(at) not in self._genitives) or words.at(first) not in self._sure_articles:
            return False
        at = first + 1
        while at < end and (words.at(at) in self._whole_adverbs or words.text[at].isdigit()):
            at += 1
        phrase = self._reader.read(words, at, end) if at < end else None
        return phrase is not None and self._lexicon.noun_thing(words.lower[phrase.head]) == OTHER

    def _further_before(self, words: Words, i: int) -> bool:
        """Tell whether ``weitere`` or ``another`` stands right before a number."""
        return words.at(i - 1) in self._more

    def _elliptic(self, words: Words, number: Number, end: int, *, further: bool) -> Group:
        """Make the group of a number without a noun."""
        harm = self._harm_alone(words, end)
        end += harm is not None
        base = Group(number.start, end, number, None, -1, adjective=harm, further=further, full=end)
        return replace(base, governed=self._governor(words, number.start), definite=False)

    def _harm_alone(self, words: Words, i: int) -> EffectWord | None:
        """Return the casualty adjective whose noun follows the next: 12 getötete und 30 verletzte Soldaten."""
        word, after = words.at(i), words.at(i + 2)
        counted = words.at(i + 1) in self._and and (
            after[:1].isdigit() or spelled_number(after, self._lexicon.language)
        )
        return self._lexicon.adjectives.get(word) if counted and self._lexicon.grammar.nouns_capitalised else None

    def _of_phrase(self, words: Words, number: Number | None, phrase: Phrase, *, further: bool = False) -> Group:
        """Make the group of a noun phrase."""
        start = number.start if number is not None else phrase.start
        head = words.lower[phrase.head]
        thing = OTHER if self._rate(words, phrase.head + 1) else self._lexicon.noun_thing(head)
        if number is not None and thing == Unit.HOUSEHOLDS.value and words.lower[number.core].endswith(self._heads):
            thing = None
        category = self._category(words, phrase) if thing is None else None
        outer = start if number is not None else self._reader.outer(words, start)
        noun = self._noun(words, phrase)
        return Group(
            start,
            phrase.full if number is not None else phrase.end,
            number,
            (phrase.start, phrase.full),
            phrase.head,
            unit=_UNITS.get(thing) if thing is not None else Unit.PERSONS,
            category=self._narrowed(words, phrase, category),
            known=category is not None
            or thing is not None
            or noun is not None
            or self._lexicon.is_age(words.text[phrase.head]),
            noun=noun if thing is None else None,
            adjective=self._adjective(words, phrase),
            opened=words.lower[phrase.start] in self._lexicon.adjectives,
            governed=self._governor(words, outer),
            definite=words.at(outer - 1) in self._sure_articles,
            further=further,
            full=phrase.full,
        )

    def _noun(self, words: Words, phrase: Phrase) -> EffectWord | None:
        """Return the casualty noun that is a phrase's head; victims of murders are dead."""
        noun = self._lexicon.nouns.get(words.lower[phrase.head]) if self._reader.is_noun(words, phrase.head) else None
        if noun is None or noun.effect(Unit.PERSONS) is not Effect.CASUALTIES_UNSPECIFIED:
            return noun
        murdered = not self._murders.isdisjoint(words.lower[phrase.head + 1 : phrase.full])
        return replace(noun, units={**noun.units, Unit.PERSONS: Effect.KILLED}) if murdered else noun

    def _rate(self, words: Words, i: int) -> bool:
        """Tell whether ``a day`` or ``per year`` follows at `i`: so many at a time, not in one event."""
        return words.at(i) in self._per and words.at(i + 1) in self._times

    def _category(self, words: Words, phrase: Phrase) -> Category | None:
        """Return who the head's people are; a noun before it may decide (police officer)."""
        head = words.lower[phrase.head]
        if self._lexicon.grammar.nouns_before_nouns and phrase.head > phrase.start:
            pair = self._lexicon.noun_category(f"{words.lower[phrase.head - 1]} {head}")
            return pair if pair is not None else self._lexicon.noun_category(head)
        return self._lexicon.noun_category(head)

    def _narrowed(self, words: Words, phrase: Phrase, category: Category | None) -> Category:
        """Say who the head's people are; members of a group take the group's category."""
        if category is Category.OFFICER and self._of_rebels(words, phrase):
            return Category.COMBATANT_NONSTATE
        if category is not None and category is not Category.UNSPECIFIED:
            return category
        if words.lower[phrase.head] in self._enemies:
            return Category.UNSPECIFIED  # Gegner der Armee are not of the army
        inside = words.lower[phrase.start : phrase.full]
        named = (kind for kind, nouns in self._kinds.items() if self._group_word(inside, *nouns))
        bears_arms = category is not None and not self._armed.isdisjoint(words.lower[phrase.start : phrase.head])
        return next(named, Category.COMBATANT_NONSTATE if bears_arms else Category.UNSPECIFIED)

    def _of_rebels(self, words: Words, phrase: Phrase) -> bool:
        """Tell whether a word before a head names a group that is no state's: a Taliban commander."""
        nouns = self._kinds.get(Category.COMBATANT_NONSTATE)
        return nouns is not None and self._group_word(words.lower[phrase.start : phrase.head], *nouns)

    def _group_word(self, inside: list[str], nouns: frozenset[str], tails: tuple[str, ...]) -> bool:
        """Tell whether one of some words is one of `nouns`, or a compound that ends with one of `tails`."""
        return not nouns.isdisjoint(inside) or any(word.endswith(tails) for word in inside)

    def _adjective(self, words: Words, phrase: Phrase) -> EffectWord | None:
        """Return the casualty adjective inside a phrase (verletzte Teilnehmer), if any."""
        for word in words.lower[phrase.start : phrase.head]:
            if word in self._lexicon.adjectives:
                return self._lexicon.adjectives[word]
        return None

    def _governor(self, words: Words, start: int) -> str:
        """Return the preposition that governs what starts at `start`, or an empty text."""
        at = start - 1
        if words.at(at) in self._genitives and self._lexicon.noun_thing(words.at(at - 1)) == Unit.HOUSEHOLDS.value:
            return ""
        if words.at(at) in self._makes_up and words.at(at - 1) in self._collectives:
            return self._governor(words, self._opens_phrase(words, at - 1))
        if (
            words.at(at) in self._relative_articles
            and words.at(at - 1) in self._prepositions
            and words.at(start) != words.at(at)
        ):
            return "" if self._relative(words, start) else words.at(at - 1)
        while at >= 0 and (words.lower[at] in self._articles or words.lower[at] in self._before or words.quote(at)):
            at -= 1
        postposed = words.at(at) in self._postpositions and words.at(at - 1).endswith(self._reports)
        opens = words.at(at) in self._subordinators and words.at(at - 1) == ","
        free = postposed or opens or self._joins(words, at)
        return words.at(at) if words.at(at) in self._prepositions and not free else ""

    def _opens_phrase(self, words: Words, noun: int) -> int:
        """Return where the phrase of a noun starts that others make up: a small group of ten soldiers."""
        near = range(noun - 1, max(noun - _MOST_ADJECTIVES - 1, -1), -1)
        return next((k for k in near if words.lower[k] in self._single), noun)

    def _joins(self, words: Words, at: int) -> bool:
        """Tell whether a preposition ends words that join groups: along with, in addition to."""
        found = ((self._joiners.match(words.lower, at - n), n) for n in (1, 2) if at - n >= 0)
        return any(hit is not None and hit[0] == n + 1 for hit, n in found)

    def _relative(self, words: Words, start: int) -> bool:
        """Tell whether dem/der before a number refers back (bei dem 148 Menschen starben)."""
        number = words.lower[start]
        return (number[0].isdigit() or not words.capital(start)) and words.at(start) not in self._single

    def _bare(self, words: Words, start: int, end: int, taken: set[int]) -> list[Group]:
        """Return the groups without a number: known nouns, casualty nouns and people named by age."""
        found: list[Group] = []
        for i in range(start, end):
            if i in taken or not self._reader.is_noun(words, i) or (found and i < found[-1].end):
                continue
            group = self._bare_at(words, i, end)
            if group is not None:
                found.append(group)
        return found

    def _bare_at(self, words: Words, i: int, end: int) -> Group | None:
        """Read a group without a number whose head is token `i`."""
        word = words.lower[i]
        if self._lexicon.is_age(words.text[i]) and words.at(i - 1) in self._articles:
            number = Number(i, i + 1, i, value=1)
            return Group(i, i + 1, number, (i, i + 1), i, known=True, definite=True, full=i + 1)
        if (
            word not in self._lexicon.nouns
            and self._lexicon.noun_category(word) is None
            and word not in self._lexicon.things
        ):
            return None
        if self._before_noun(words, i) and i + 1 < end:
            return None
        first = self._adjectives_before(words, i)
        phrase = Phrase(first, i, i + 1, self._reader.attached(words, i + 1, end))
        return self._of_phrase(words, None, phrase)

    def _before_noun(self, words: Words, i: int) -> bool:
        """Tell whether a noun for people says more of the one behind it: police chief, rebel commander."""
        if not self._lexicon.grammar.nouns_before_nouns:
            return False
        return all(self._lexicon.noun_category(words.at(k)) is not None for k in (i, i + 1))

    def _adjectives_before(self, words: Words, i: int) -> int:
        """Return where the adjectives before a noun start."""
        first = i
        least = max(0, i - _MOST_ADJECTIVES)
        while first > least and self._adjectival(words, first - 1):
            first -= 1
        return first

    def _adjectival(self, words: Words, i: int) -> bool:
        """Tell whether token `i` is an inflected adjective by its look."""
        word = words.lower[i]
        if not self._attributive:
            described = word in self._lexicon.adjectives and word not in self._counted_only
            return described or self._lexicon.pair(word, words.at(i + 1))
        attributive = words.small(i) and word.endswith(self._attributive) and len(word) > 4
        return attributive and word not in self._closed

    def _mixed(self, words: Words, groups: list[Group]) -> list[Group]:
        """Join ``100 Kämpfer und Soldaten``: one number over two groups."""
        joined: list[Group] = []
        for group in groups:
            last = joined[-1] if joined else None
            if last is not None and self._shares_number(words, last, group):
                joined[-1] = _join(last, group)
            else:
                joined.append(group)
        return joined

    def _shares_number(self, words: Words, first: Group, second: Group) -> bool:
        """Tell whether `second` has no number of its own and is joined to `first` by ``und``."""
        if first.number is None or first.elliptic or not second.bare or second.definite or second.noun is not None:
            return False
        if first.noun is not None or first.unit is not second.unit or first.number.value in (0, 1):
            return False
        if words.lower[second.start] in self._owners:
            return False  # ein Ehepaar und dessen Tochter
        between = words.lower[first.end : second.start]
        return len(between) == 1 and between[0] in self._lexicon.words("clauses", "coordinators")


def _join(first: Group, second: Group) -> Group:
    """Make one group of two that share a number."""
    kinds = {first.category.broad, second.category.broad}
    fighters = {Category.COMBATANT_STATE, Category.COMBATANT_NONSTATE}
    category = Category.COMBATANT_MIXED if kinds == fighters else first.category
    if kinds != fighters and first.category is not second.category:
        category = first.category.broad if len(kinds) == 1 else Category.UNSPECIFIED
    victims = (first.victims or (first.start, first.end))[0]
    return replace(
        first,
        end=second.end,
        full=second.full,
        victims=(victims, second.full),
        category=category,
        merged=(first.head, second.head),
    )


def counts_none(group: Group) -> bool:
    """Tell whether a group says that there were none (keine Toten)."""
    return group.number is not None and group.number.modifier is Modifier.NEGATED
