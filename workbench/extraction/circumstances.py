"""When and where a claim happened: what its clause says, else what the article tells of its event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark
from workbench.extraction.sources import Speaker
from workbench.extraction.superlatives import Superlatives
from workbench.extraction.words import Words
from workbench.model.circumstance import When, Where
from workbench.model.mention import Label, Mention

_PLACES = frozenset((Label.GPE, Label.LOC, Label.FACILITY))
#: A coarser date (a month, a year) dates no event by itself.
_FINE = 3
#: Lines, regions and countries are too coarse to place an event while a finer place is told.
_PROVINCE, _COARSE, _COUNTRY = 4, 5, 6
#: What stands after the place where an article was written.
_AFTER_DATELINE = frozenset((*"–—-,(/:", "--"))
#: Where a date or place may come from.
_CLAUSE, _BEFORE, _ARTICLE = "told in its clause", "inherited from the sentence before", "inherited from the article"


@dataclass(frozen=True, slots=True)
class Setting:
    """Date and place of a claim; `own` tells whether its sentence gives them, `area` is (country, province).

    `when_from` and `where_from` say where they come from. `spare` are date and place of the sentence before, which
    counts where neither its own nor any claim tells them: In Homs detonierte eine Bombe. Neun Bauern starben.
    `strange` tells whether its clause names a place that the gazetteer does not know, and none that it does but for
    the one where the article was written. `abroad` tells that its clause says the country as a scene: in Israel.
    """

    when: When | None
    where: Where | None
    own_when: bool = False
    own_where: bool = False
    area: tuple[str, str] = ("", "")
    when_from: str = _CLAUSE
    where_from: str = _CLAUSE
    spare: tuple[When | None, Where | None] = (None, None)
    strange: bool = False
    abroad: bool = False


@dataclass(frozen=True, slots=True)
class Joining:
    """Words that say how a sentence's parts belong together.

    `joints` join one part of a list to the next, `scenes` stand before where something happens, `back` points to what
    was told last, `local` speak for the place they have charge of; `openers` begin what is said, but for after
    `prepositions`, where no comma does.
    """

    joints: frozenset[str]
    scenes: frozenset[str]
    back: frozenset[str]
    local: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    superlatives: Superlatives


def joining(lexicon: Lexicon) -> Joining:
    """Return the words of a lexicon."""
    of = lexicon.words
    openers = of("attribution", "pronouns") | of("clauses", "articles") | of("numbers", "articles")
    said = openers if lexicon.grammar.saying_without_that else frozenset()
    before = of("clauses", "prepositions")
    scenes, back, local = (of("names", key) for key in ("scenes", "back", "local"))
    return Joining(of("clauses", "coordinators"), scenes, back, local, said, before, Superlatives(lexicon))


class SettingFinder:
    """Find the settings of the claims of one article."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        words: Words,
        area: Callable[[str], tuple[str, str]],
        joining: Joining,
    ) -> None:
        """Take the article's mentions, in the order of the text, its words, and what says where a place lies."""
        self._area = area
        self._joining = joining
        dates = _Placed(words, [m for m in mentions if m.label is Label.DATE and m.when is not None])
        self._dates = dates.without(joining.superlatives)
        places = [m for m in mentions if m.label in _PLACES]
        self._places = _Placed(words, _outermost([m for m in places if m.where is not None]))
        self._strange = _Placed(words, [m for m in places if m.where is None])

    def own(
        self,
        draft: Draft,
        sentence: Sentence,
        marks: Sequence[Mark],
        before: Sentence | None = None,
        speaker: Speaker | None = None,
    ) -> Setting:
        """Return what a draft's sentence says of its date and place; `before` is the one it may go on from.

        Who is heard is no place: Israel killed six by its own account.
        """
        heard = [] if speaker is None else [(speaker.start, speaker.end)]
        said = [*_stretches_of_saying(draft, sentence, marks, self._joining), *heard]
        date = next(iter(self._nearest(self._dates, draft, sentence, said)), None)
        place = self._finest(self._nearest(self._places, draft, sentence, said), sentence)
        if place is None:
            place = self._in_charge(sentence, marks)
        elif self._is_dateline(place, sentence):
            place = self._further_on(draft, sentence, said) or place
        when = date.when if date is not None else None
        where = place.where if place is not None else None
        area = self._area(where.place) if where is not None else ("", "")
        far = place is None or self._is_dateline(place, sentence)
        own_where = where is not None and where.precision < _COARSE
        strange = far and bool(self._nearest(self._strange, draft, sentence, said))
        abroad = place is not None and self._is_scene(place, sentence)
        spare = self._spare(before)
        own = Setting(when, where, when is not None, own_where, area, spare=spare, strange=strange, abroad=abroad)
        opened = sentence.words.lower[sentence.start : max(draft.group.start, sentence.start + 1)]
        return own if self._joining.back.isdisjoint(opened) else self._going_back(own)

    def _going_back(self, own: Setting) -> Setting:
        """Let a sentence that points back be where and when the one before it was: Dabei starben neun Bauern."""
        when, where = own.spare
        if own.where is None and where is not None:
            there, fine = replace(where, inherited=True), where.precision < _COARSE
            own = replace(own, where=there, own_where=fine, area=self._area(where.place), where_from=_BEFORE)
        if own.when is None and when is not None:
            own = replace(own, when=replace(when, inherited=True), own_when=True, when_from=_BEFORE)
        return own

    def _is_scene(self, place: Mention, sentence: Sentence) -> bool:
        """Tell whether a place is a country, or a side of one, where something happens: in Israel, not Israel said."""
        country = place.where is not None and place.where.place == self._area(place.where.place)[0]
        return country and sentence.words.at(self._places.tokens_of(place)[0] - 1) in self._joining.scenes

    def _further_on(self, draft: Draft, sentence: Sentence, said: Sequence[tuple[int, int]]) -> Mention | None:
        """Return the place told behind a claim: JERUSALEM – Four were killed when a house collapsed in Rafah."""
        after = self._places.inside(draft.group.end, sentence.end)
        told = (m for token, m in after if not any(start <= token < end for start, end in said))
        return next((m for m in told if m.where is not None and m.where.precision < _COARSE), None)

    def _in_charge(self, sentence: Sentence, marks: Sequence[Mark]) -> Mention | None:
        """Return the place of an official who tells of it: the governor of Belgorod reported one dead."""
        words = sentence.words.lower
        for mark in marks:
            if not self._joining.local.isdisjoint(words[slice(*mark.wide)]):
                places = (m for _, m in self._places.inside(*mark.wide) if m.where is not None)
                return next((m for m in places if m.where is not None and m.where.precision < _COARSE), None)
        return None

    def _is_dateline(self, place: Mention, sentence: Sentence) -> bool:
        """Tell whether a place is where the article was written: GOMA, Feb 5 - Nine were killed in Sake."""
        first, last = self._places.tokens_of(place)
        return first == sentence.start and sentence.words.at(last) in _AFTER_DATELINE

    def _spare(self, before: Sentence | None) -> tuple[When | None, Where | None]:
        """Return the first fine date and the finest place that a sentence names."""
        if before is None:
            return None, None
        whens = (m.when for _, m in self._dates.inside(before.start, before.end) if m.when is not None)
        places = [m for _, m in self._places.inside(before.start, before.end) if m.where is not None]
        told = [m for m in places if not self._is_dateline(m, before)] or places
        finest = min((m.where for m in told if m.where is not None), key=lambda where: where.precision, default=None)
        return next((when for when in whens if when.precision <= _FINE), None), finest

    def _nearest(
        self, placed: _Placed, draft: Draft, sentence: Sentence, said: Sequence[tuple[int, int]]
    ) -> list[Mention]:
        """Return mentions by their nearness to a draft: those of its clause, else those before it in its sentence.

        The words for sources, and the stretches where it is `said` when and where they spoke, are left out.
        """
        near = placed.inside(sentence.start, sentence.end)
        if not near:
            return []
        clauses = {sentence.clauses.of(draft.group.start), sentence.clauses.of(draft.anchor[0])}
        found: list[tuple[bool, int, int, Mention]] = []
        for token, mention in near:
            spoken = any(start <= token < end for start, end in said)
            inside = draft.victims is not None and draft.victims[0] <= token < draft.victims[1]
            outside = sentence.clauses.of(token) not in clauses
            if not spoken and not inside and (not outside or token < draft.group.start):
                far = self._joined(sentence, draft, token)
                found.append((outside, far, abs(token - draft.anchor[0]), mention))
        found.sort(key=lambda each: each[:3])
        return [each[3] for each in found if each[:2] == found[0][:2]]

    def _finest(self, near: Sequence[Mention], sentence: Sentence) -> Mention | None:
        """Return the nearest place, or the one inside it that stands beside it: Nubl in der Provinz Aleppo.

        Where the article was written is none beside it: BEIRUT – In Lebanon nine were killed.
        """
        if not near:
            return None
        beside = (place for place in near[1:] if not self._is_dateline(place, sentence))
        inside = (place for place in beside if self._inside(place.where, near[0].where))
        return next(inside, near[0])

    def _inside(self, inner: Where | None, outer: Where | None) -> bool:
        """Tell whether a place lies in a province or country, or in its country and nobody knows its province."""
        if inner is None or outer is None or outer.precision < _PROVINCE or inner.precision >= outer.precision:
            return False
        country, province = self._area(inner.place)
        same = bool(country) and country == self._area(outer.place)[0]
        return same and (outer.precision != _PROVINCE or province in ("", outer.place))

    def _joined(self, sentence: Sentence, draft: Draft, token: int) -> int:
        """Count the commas and joining words between a draft's words and a token: eight in Homs and four in Hama.

        A draft that leans on another's verb has no more of its own than its number.
        """
        number, verb = draft.group.start, draft.anchor[0]
        leans = draft.subset or "leaning" in draft.roles
        low, high = (number, number) if leans else sorted((number, verb))
        first, last = (token, low) if token < low else (high, token)
        return sum(word == "," or word in self._joining.joints for word in sentence.words.lower[first:last])


def _stretches_of_saying(
    draft: Draft, sentence: Sentence, marks: Sequence[Mark], joining: Joining
) -> list[tuple[int, int]]:
    """Return the words for sources with what stands beside a verb of saying: teilte X am Mittwoch in Kiew mit."""
    clauses = sentence.clauses
    own = {clauses.segment(draft.group.start), clauses.segment(draft.anchor[0])}
    found = [mark.wide for mark in marks]
    for mark in marks:
        segment = clauses.segment(mark.verb)
        if mark.named and not mark.aside and segment not in own and sentence.words.small(mark.verb):
            start, end = clauses.stretch(mark.verb)
            found.append((start, _content(sentence, mark, end, joining)))
    return found


def _content(sentence: Sentence, mark: Mark, end: int, joining: Joining) -> int:
    """Return where what is said begins without a comma: the army said in Kyiv it had repelled an assault on Lyman."""
    words = sentence.words
    after = range(max(mark.verb, mark.end) + 1, end)
    openers, before = joining.openers, joining.prepositions
    return next((k for k in after if words.lower[k] in openers and words.at(k - 1) not in before), end)


class _Placed:
    """Mentions with their first token, found by token."""

    def __init__(self, words: Words, mentions: Sequence[Mention]) -> None:
        """Take mentions in the order of the text."""
        self._words = words
        self._tokens = [words.covering(m.span.start, m.span.end)[0] for m in mentions]
        self._mentions = mentions

    def without(self, superlatives: Superlatives) -> _Placed:
        """Return the mentions that no superlative reaches."""
        kept = zip(self._tokens, self._mentions, strict=True)
        return _Placed(self._words, [m for token, m in kept if not superlatives.reach(self._words, token)])

    def tokens_of(self, mention: Mention) -> tuple[int, int]:
        """Return the tokens of a mention, the end not included."""
        return self._words.covering(mention.span.start, mention.span.end)

    def inside(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """Return the mentions that start in the tokens [start, end)."""
        first, last = bisect_left(self._tokens, start), bisect_left(self._tokens, end)
        return list(zip(self._tokens[first:last], self._mentions[first:last], strict=True))


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out what lies inside the mention before it: Aleppo in Provinz Aleppo."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or not kept[-1].span.covers(mention.span):
            kept.append(mention)
    return kept


def settled(
    own: Sequence[Setting],
    events: Sequence[bool],
    after: Sequence[int | None],
    heads: Sequence[bool] = (),
    around: Callable[[Where], Where] = lambda where: where,
) -> list[Setting]:
    """Give each claim of an event the date and place it leaves out, marked as inherited.

    A claim that names a place nobody knows is somewhere `around` the one it would inherit: Goma – In Sake starben neun.

    They are those of the claim it goes on from (`after` gives its index, told in the sentence before), else the
    article's: the first fine date and the first place smaller than a country that its
    claims name, those of a headline (`heads`) left out.
    """
    told = [setting for setting, event in zip(own, events, strict=True) if event]
    text = [setting for setting, event, head in zip(own, events, heads, strict=False) if event and not head]
    dates = [s.when for s in told if s.when is not None and s.when.precision <= _FINE]
    places = [s.where for s in (text or told) if s.where is not None and s.where.precision < _COUNTRY]
    coarse = [s.where for s in told if s.where is not None]
    when = replace(dates[0], inherited=True) if dates else None
    where = replace((places or coarse)[0], inherited=True) if coarse else None
    made: list[Setting] = []
    for setting, event, before in zip(own, events, after, strict=True):
        going_on = _gone_on(setting, made[before]) if event and before is not None and events[before] else setting
        full = _filled(going_on, when, where) if event else setting
        lost = setting.strange and full.where is not None and full.where.precision < _PROVINCE
        made.append(replace(full, where=around(full.where)) if lost and full.where is not None else full)
    return made


def _gone_on(setting: Setting, before: Setting) -> Setting:
    """Let a claim without date or place of its own share those that the claim before it gives itself."""
    if setting.where is None and before.own_where and before.where is not None:
        there = replace(before.where, inherited=True)
        setting = replace(setting, where=there, own_where=True, area=before.area, where_from=_BEFORE)
    if not setting.own_when and before.own_when and before.when is not None:
        there_too = replace(before.when, inherited=True)
        setting = replace(setting, when=there_too, own_when=True, when_from=_BEFORE)
    return setting


def _filled(setting: Setting, when: When | None, where: Where | None) -> Setting:
    """Fill in the article's date and place, else those of the sentence before."""
    spare_when, spare_where = setting.spare
    when_from = where_from = _ARTICLE
    if when is None and spare_when is not None:
        when, when_from = replace(spare_when, inherited=True), _BEFORE
    if where is None and spare_where is not None:
        where, where_from = replace(spare_where, inherited=True), _BEFORE
    if setting.when is None and setting.where is None:
        return replace(setting, when=when, when_from=when_from, where=where, where_from=where_from)
    if setting.when is None:
        return replace(setting, when=when, when_from=when_from)
    if setting.where is None:
        return replace(setting, where=where, where_from=where_from)
    return setting
