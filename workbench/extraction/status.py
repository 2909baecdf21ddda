"""How a sentence vouches for its claims, and whether it tells an event, a running toll or the past."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from workbench.extraction.denied import DeniedReader
from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark
from workbench.extraction.number import Kind, Number
from workbench.extraction.superlatives import Superlatives
from workbench.extraction.unreal import UnrealReader
from workbench.extraction.words import Phrases, Words
from workbench.model.circumstance import When
from workbench.model.claim import Epistemic, Scope

#: What had happened (pluperfect) so long before the article is another event than the one it tells.
_LONG = timedelta(days=28)
#: The words after since that may name a month or a war.
_SOON = 6
#: What was judged, and by which words.
Judged = tuple[Epistemic, str]


class StatusReader:
    """Read the mood of clauses."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._sets = {key: words("status", key) for key in ("alleged", "self_claim", "threat", "hypothetical")}
        self._hearsay = lexicon.phrases("status", "hearsay")
        self._unconfirmed = lexicon.phrases("status", "unconfirmed")
        self._wish, self._months = words("status", "wish"), words("numbers", "months")
        self._denied = DeniedReader(lexicon)
        self._unreal_verbs = UnrealReader(lexicon)
        self._concessive = words("status", "concessive")
        self._ago, self._ago_units = words("scope", "ago"), words("scope", "ago_units")
        self._presumed = words("status", "presumed")
        self._that = words("status", "reporting_openers")
        self._final = lexicon.grammar.verb_final
        self._openers = words("clauses", "subordinators")
        self._reported = words("clauses", "subjunctive1")
        self._if = words("clauses", "subjunctive2")
        self._since = words("scope", "since")
        self._cumulative = lexicon.phrases("scope", "cumulative")
        self._background = lexicon.phrases("scope", "background")
        self._had, self._so_far = words("scope", "had"), words("scope", "so_far")
        self._superlatives = Superlatives(lexicon)
        self._wars, self._articles = words("scope", "wars"), words("clauses", "articles")
        self._tail = words("clauses", "infinitive_tail")

    def epistemic(self, draft: Draft, sentence: Sentence, mark: Mark | None, *, quoted: bool, carried: bool) -> Judged:
        """Say how a draft is vouched for, and by which words."""
        inside = self._clause_words(draft, sentence)
        everything = sentence.words.lower[sentence.start : sentence.end]
        if words := self._denied.denies(draft, sentence, mark):
            return Epistemic.DENIED, words
        reported = not self._reported.isdisjoint(everything)  # beside habe, hätten only reports as well
        firm = self._unreal(draft, sentence, everything, told=mark is not None or carried or reported)
        if firm is not None:
            return firm
        if words := self._found(self._unconfirmed, sentence):
            return Epistemic.UNCONFIRMED, words
        if words := self._alleged(draft, sentence) or self._found(self._hearsay, sentence):
            return Epistemic.ALLEGED, words
        if self._tail & inside and (words := _first(self._sets["self_claim"] & inside, everything)):
            return Epistemic.SELF_CLAIM, words
        if quoted:
            return Epistemic.QUOTED, "quotation marks"
        if mark is not None or carried:
            return Epistemic.ATTRIBUTED, "the source carried over" if carried else "its source"
        if words := _first((self._reported | self._wish if reported else self._reported) & inside, everything):
            return Epistemic.ATTRIBUTED, words
        return Epistemic.OWN_VOICE, "no source"

    def _alleged(self, draft: Draft, sentence: Sentence) -> str:
        """Return the first word of hearsay in a draft's clauses that is not of a part of it: davon sollen 20."""
        clauses, words = self._clauses(draft, sentence), sentence.words.lower
        others = [
            (lead[0], max(lead[1], group.full))
            for group in sentence.groups
            if group is not draft.group and (lead := sentence.leads.get(group.start)) is not None
        ]
        found = (k for k in sentence.places(self._sets["alleged"]) if sentence.clauses.of(k) in clauses)
        own = (k for k in found if not any(start <= k < end for start, end in others))
        return next((words[k] for k in own), "")

    def tells(self, draft: Draft, sentence: Sentence, mark: Mark) -> bool:
        """Tell whether a source may tell a draft: not who denies something else in the sentence."""
        return not self._denied.elsewhere(draft, sentence, mark)

    def reported(self, draft: Draft, sentence: Sentence) -> bool:
        """Tell whether a draft's clause is in reported speech (Konjunktiv I)."""
        return bool((self._reported | self._wish) & self._clause_words(draft, sentence))

    def _unreal(self, draft: Draft, sentence: Sentence, everything: list[str], *, told: bool) -> Judged | None:
        """Say whether a draft is threatened or only possible."""
        end = max(draft.anchor[0], draft.group.start)
        before = {sentence.words.lower[k] for k in sentence.places(self._sets["threat"]) if k < end}
        infinitive = draft.hit is not None and any(w.form == "infinitive" for w in draft.hit.words)
        if infinitive and (words := _first(before, everything)):
            return Epistemic.THREAT, words
        possible = self._possible(draft, sentence) | self._feared(draft, sentence)
        if possible and possible <= self._presumed and sentence.words.at(draft.anchor[0] - 1) in possible:
            return Epistemic.UNCONFIRMED, _first(possible, everything)
        if possible - self._wish or (possible and not told):
            return Epistemic.HYPOTHETICAL, _first(possible - self._wish or possible, everything)
        unreal = self._unreal_verbs.why(draft, sentence)
        return (Epistemic.HYPOTHETICAL, unreal) if unreal else None

    def _feared(self, draft: Draft, sentence: Sentence) -> set[str]:
        """Return what makes only possible what the clause behind it tells: man befürchtet, dass so viele starben."""
        clauses, words, own = sentence.clauses, sentence.words, self._clauses(draft, sentence)
        found = set()
        for k in sentence.places(self._sets["hypothetical"] - self._if):
            comma = next((i for i in range(k + 1, min(k + _SOON, sentence.end)) if words.text[i] == ","), None)
            if comma is not None and words.at(comma + 1) in self._that and clauses.of(comma + 1) in own:
                found.add(words.lower[k])
        return found

    def _possible(self, draft: Draft, sentence: Sentence) -> set[str]:
        """Return the words that make a draft only possible: could and if anywhere in its clauses, feared beside it.

        Where verbs do not close their clause, such a word stands before what it is said of: shot before he could flee.
        """
        words, clauses = sentence.words, sentence.clauses
        own = {clauses.segment(draft.group.start), clauses.segment(draft.anchor[0])}
        end = sentence.end if self._final else min(max(draft.anchor[1], draft.group.start), sentence.end)
        at = self._clauses(draft, sentence)
        return {
            words.lower[k]
            for k in sentence.places(self._sets["hypothetical"])
            if k < end
            and clauses.of(k) in at
            and (words.lower[k] in self._if or clauses.segment(k) in own)
            and not self._month(words, k)
            and not self._concessive & {words.at(k - 1), words.at(k + 1)}
        }

    def _month(self, words: Words, k: int) -> bool:
        """Tell whether a word is the name of a month (on 26 May)."""
        number = words.text[k - 1 : k] + words.text[k + 1 : k + 2]
        dated = any(text[0].isdigit() for text in number)
        alone = words.small(k - 1) and not words.capital(k + 1)  # in May, and no headline: Hundreds May Have Died
        return words.lower[k] in self._months and words.capital(k) and (dated or alone)

    def _clause_words(self, draft: Draft, sentence: Sentence) -> AbstractSet[str]:
        """Return the words of the draft's clauses: that of its number and that of its verb."""
        return sentence.beside(draft.group.start, draft.anchor[0])

    def _found(self, phrases: Phrases, sentence: Sentence) -> str:
        """Return the first of `phrases` that stands in a sentence, empty where none does."""
        if phrases.firsts.isdisjoint(sentence.spoken):
            return ""
        found = phrases.find(sentence.words.lower, sentence.start, sentence.end)
        return next((sentence.words.span(start, end) for start, end, _ in found), "")

    def scope(
        self,
        draft: Draft,
        sentence: Sentence,
        numbers: list[Number],
        published: date | None,
        when: When | None = None,
        sources: Sequence[tuple[int, int]] = (),
    ) -> tuple[Scope, str]:
        """Say whether a draft is an event, a running toll or something past, and by which words; `when` is its own.

        A year in a name of one of the `sources`, token by token, dates nothing.
        """
        inside = self._clause_words(draft, sentence)
        first = bisect_left(numbers, sentence.start, key=lambda n: n.start)
        stop = bisect_left(numbers, sentence.end, key=lambda n: n.start)
        years = [n for n in numbers[first:stop] if n.kind is Kind.YEAR and n.value]
        reached = [n for n in years if self._superlatives.reach(sentence.words, n.start)]
        before = next((n for n in reached if self._told_of(draft, sentence, n)), None)
        if before is not None:
            return Scope.BACKGROUND, str(before.value)
        years = [n for n in years if n not in reached]
        years = [n for n in years if not any(self._in_name(sentence.words, n.start, span) for span in sources)]
        since = self._since & (inside | set(sentence.words.lower[sentence.start : sentence.start + 1]))
        if all(self._superlatives.reach(sentence.words, k) for k in sentence.places(since)):
            since = frozenset()
        if since and (any(self._after_since(sentence, n) for n in years) or self._since_month(sentence)):
            return Scope.CUMULATIVE, _first(since, sentence.words.lower[sentence.start : sentence.end])
        if words := self._found(self._cumulative, sentence):
            return Scope.CUMULATIVE, words
        if (self._so_far & inside) and not self._wars.isdisjoint(sentence.spoken):
            return Scope.CUMULATIVE, _first(self._so_far & inside, sentence.words.lower[sentence.start : sentence.end])
        if words := self._found(self._background, sentence):
            return Scope.BACKGROUND, words
        ago = (n for n in numbers[first:stop] if n.kind is Kind.TIME and self._years_ago(sentence, n))
        dated = (*(n for n in years if self._past(sentence, n, published)), *ago)
        own = self._clauses(draft, sentence)
        past = next((n for n in dated if sentence.clauses.of(n.start) in own), None)
        if past is None and when is not None and published is not None and published - when.end > _LONG:
            had = _first(self._had & inside, sentence.words.lower[sentence.start : sentence.end])
            if had and draft.hit is not None and any(w.form == "participle" for w in draft.hit.words):
                return Scope.BACKGROUND, had
        return (Scope.EVENT, "nothing else said") if past is None else (Scope.BACKGROUND, str(past.value))

    def _in_name(self, words: Words, at: int, name: tuple[int, int]) -> bool:
        """Tell whether a token lies in a name, or between it and its article: the 2014 Memorial Group."""
        opens = at == name[0] - 1 and words.at(at - 1) in self._articles
        return opens or name[0] <= at < name[1]

    def _told_of(self, draft: Draft, sentence: Sentence, year: Number) -> bool:
        """Tell whether a clause behind a year tells a draft: the deadliest attack since 2016, when 54 died."""
        words, clause = sentence.words, sentence.clauses.of(draft.anchor[0])
        opens = words.at(year.end) == "," and words.at(year.end + 1) in self._openers
        return opens and year.end + 1 < sentence.end and sentence.clauses.of(year.end + 1) == clause

    def _years_ago(self, sentence: Sentence, number: Number) -> bool:
        """Tell whether a number says how long ago something was: vor zehn Jahren, not die vor zehn Jahren gebaute."""
        words = sentence.words
        ago = words.at(number.start - 1) in self._ago and words.at(number.end - 1) in self._ago_units
        return ago and words.at(number.start - 2) not in self._articles

    def _clauses(self, draft: Draft, sentence: Sentence) -> set[int]:
        """Return the clauses a draft's words lie in."""
        return {sentence.clauses.of(draft.group.start), sentence.clauses.of(draft.anchor[0])}

    def _after_since(self, sentence: Sentence, number: Number) -> bool:
        """Tell whether ``seit`` stands before a year."""
        return bool(self._since & set(sentence.words.lower[max(sentence.start, number.start - 3) : number.start]))

    def _since_month(self, sentence: Sentence) -> bool:
        """Tell whether ``since`` stands before a month or the beginning of a war (since October 2023)."""
        lower = sentence.words.lower
        at = sentence.places(self._since)
        return any((self._months | self._wars) & set(lower[k + 1 : min(k + _SOON, sentence.end)]) for k in at)

    def _past(self, sentence: Sentence, number: Number, published: date | None) -> bool:
        """Tell whether a year lies before the article: before its year, or named alone where its day is unknown."""
        if number.value is None:
            return False
        if published is not None:
            return number.value < published.year
        before, two = sentence.words.at(number.start - 1), sentence.words.at(number.start - 2)
        return not (before in self._months or two in self._months or before == ",")


def _first(wanted: AbstractSet[str], words: list[str]) -> str:
    """Return the first of `words` that is wanted, empty where none is."""
    return next((word for word in words if word in wanted), "") if wanted else ""


def quoted_tokens(texts: list[str], lines: frozenset[int]) -> list[bool]:
    """Tell for each token whether it stands inside quotation marks; a quotation ends with its line."""
    inside, found = False, []
    for i, text in enumerate(texts):
        if i in lines:
            inside = False
        if text in ("„", "«", "»", "“", "”", '"'):
            inside = _turned(text, inside=inside)
        found.append(inside)
    return found


def _turned(mark: str, *, inside: bool) -> bool:
    """Return whether a quotation goes on after one more mark."""
    return True if mark == "„" else not inside
