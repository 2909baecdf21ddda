"""Claims on some of those told before: what is only said of them, where they were, and lists after a colon."""

from __future__ import annotations

from workbench.extraction.drafts import Draft, Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group
from workbench.model.claim import Effect, Modifier, RelationType, Unit

#: So many claims back a sentence may speak of the people of one.
_RECENT = 12
#: A whole that opens its sentence starts within so many tokens; so many words may stand before a described verb.
_OPENING, _ADVERBS = 3, 1
_HARMS = (Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED)
_STOPS = frozenset((",", ".", ";", "!", "?", ")", "–", "-", ":"))
_BREAKS = frozenset((",", ";", "–", "—"))
#: What sets a list off, and what ends it.
_OPENERS = {",": ",", "–": "–", "—": "—", "-": "-", "(": ")", ":": "."}


class Described:
    """Read numbers whose harm was told with their whole."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._describing = words("subsets", "describing")
        self._includes, self._strangers = words("subsets", "includes"), lexicon.phrases("subsets", "strangers")
        self._alone = words("relations", "alone")
        self._places = words("ellipsis", "places")
        self._from = words("clauses", "attachments")
        self._coordinators = words("clauses", "coordinators")
        self._articles = words("clauses", "articles")
        self._genitives = words("clauses", "genitives")
        self._listing = self._coordinators | words("people_words", "possessives") | {","}
        self._passive = words("clauses", "passive")
        self._apart = self._passive | words("clauses", "active") | words("ellipsis", "states")
        self._months = words("numbers", "months")
        self._pasts = lexicon.endings("pasts")
        self._rising, self._to = words("tolls", "rising"), words("tolls", "to")

    def read(self, sentence: Sentence, before: list[Draft]) -> None:
        """Add the drafts of numbers that lean on what was told of a whole; `before` are those of earlier sentences."""
        if not sentence.groups:
            return
        self._listed(sentence)
        self._spelt_out(sentence, before)
        self._included(sentence, before)
        for group in sentence.groups:
            if group.number is None or not sentence.free(group) or group.number.modifier is Modifier.NEGATED:
                continue
            for rule in (self._corrected, self._some_of, self._out_of, self._described, self._there):
                rule(sentence, group, before)
                if not sentence.free(group):
                    break

    def _corrected(self, sentence: Sentence, group: Group, _before: list[Draft]) -> None:
        """Read ``von 31 Toten gesprochen und diese Zahl später auf 28 korrigiert``: a number for one told before it."""
        clause = sentence.clauses.of(group.start)
        moved = any(sentence.clauses.of(k) == clause for k in sentence.places(self._rising))
        if not group.elliptic or group.governed not in self._to or not moved:
            return
        told = [d for d in sentence.drafts if d.group.start < group.start and d.number is not None and not d.subset]
        model = told[-1] if told and told[-1].unit is Unit.PERSONS and told[-1].effect in _HARMS else None
        if model is not None:
            draft = sentence.draft(model.effect, group, (group.start, group.end), "toll: update")
            draft.victims, draft.category = model.victims, model.category
            draft.roles.add("update")
            sentence.add(draft)

    def _some_of(self, sentence: Sentence, group: Group, before: list[Draft]) -> None:
        """Read ``sieben der Opfer``, ``drei der fünf getöteten Soldaten``, ``zwei der Kinder waren jünger``."""
        whole = sentence.partitives.get(group.start)
        if whole is None or whole.governed or whole.unit is not Unit.PERSONS:
            return
        harm = whole.noun or whole.adjective
        effect = harm.effect(Unit.PERSONS) if harm is not None else None
        wholes = [d for d in sentence.drafts if d.group.start == whole.start]
        if not wholes and effect is not None and whole.number is not None and whole.adjective is not None:
            anchor = (whole.start, whole.head + 1)
            wholes = [sentence.add(sentence.draft(effect, whole, anchor, "casualty adjective"))]
        wholes = wholes or self._earlier(sentence, whole, effect, before)
        if wholes:
            self._part(sentence, group, wholes[0], sentence.words.span(group.end, whole.start))

    def _earlier(self, sentence: Sentence, whole: Group, effect: Effect | None, before: list[Draft]) -> list[Draft]:
        """Return the last claim on the people that a whole without number names again."""
        able = [d for d in before[-_RECENT:] if d.unit is Unit.PERSONS and d.number is not None]
        if effect is Effect.CASUALTIES_UNSPECIFIED:
            harmed = [d for d in able if d.effect in _HARMS and not d.subset]
            return ([d for d in harmed if d.effect is Effect.KILLED] or harmed)[-1:]
        if effect is not None:
            return [d for d in able if d.effect is effect and not d.subset][-1:]
        if not self._only_described(sentence, whole.end, whole.full):
            return []
        noun = sentence.words.at(whole.head)
        return [d for d in able if d.group.head >= 0 and sentence.words.at(d.group.head) == noun][-1:]

    def _only_described(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether the first verb of the clause from `start` on describes people, and none harms or moves them."""
        clause = sentence.clauses.of(start)
        inside = [k for k in range(end, sentence.end) if sentence.clauses.of(k) == clause]
        verb = next((k for k in inside if sentence.words.lower[k] in self._describing), None)
        if verb is None or any(sentence.clauses.of(h.start) == clause and h.start >= end for h in sentence.hits):
            return False
        auxiliary = sentence.words.lower[verb] in self._passive
        return not (auxiliary and self._passive_after(sentence, verb + 1))

    def _passive_after(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a participle follows a form of to be: were arrested."""
        word = sentence.words.at(at)
        return bool(self._pasts) and word.endswith(self._pasts)

    def _out_of(self, sentence: Sentence, group: Group, _before: list[Draft]) -> None:
        """Read ``von den 39 Verletzten mussten 14 operiert werden`` and ``of the 26 people killed, 15 were women``."""
        if not group.elliptic or group.governed or sentence.subset(group):
            return
        whole = next(
            (g for g in sentence.groups if g.start <= sentence.start + _OPENING and g.number is not None), None
        )
        if whole is None or whole.governed not in self._from or whole.start >= group.start or whole.elliptic:
            return
        if any(h.start > group.start and not h.neutral for h in sentence.hits):
            return
        told = [d for d in sentence.drafts if d.group is whole] or self._whole(sentence, whole)
        if told:
            self._part(sentence, group, told[0], sentence.words.span(whole.start - 1, whole.full))

    def _whole(self, sentence: Sentence, whole: Group) -> list[Draft]:
        """Make the draft of a whole whose harm stands in it or right after it."""
        hit = next((h for h in sentence.hits if h.start == whole.full and h.words and not h.neutral), None)
        harm = whole.noun or whole.adjective or (hit.words[0] if hit is not None else None)
        effect = harm.effect(Unit.PERSONS) if harm is not None else None
        if effect is None or not sentence.free(whole):
            return []
        anchor = (hit.start, hit.end) if hit is not None else (whole.head, whole.head + 1)
        return [sentence.add(sentence.draft(effect, whole, anchor, "whole of a part"))]

    def _described(self, sentence: Sentence, group: Group, before: list[Draft]) -> None:
        """Read ``sieben befänden sich in kritischem Zustand``: a number and a verb that only describes."""
        words, first = sentence.words, group.start - 1
        opens = group.start == sentence.start or words.text[first] in _BREAKS or words.at(first) in self._coordinators
        if not group.elliptic or not opens or group.governed or sentence.subset(group):
            return
        verbs = [k for k in range(group.end, group.end + _ADVERBS + 1) if words.at(k) in self._describing]
        if not verbs or not self._only_described(sentence, group.start, group.end) or self._others(sentence, group):
            return
        model = self._model(sentence, group, before)
        if model is not None:
            self._part(sentence, group, model, words.span(verbs[0], verbs[0] + 1))

    def _others(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a number counts some of others: of people told last without harm, or those said to be free."""
        told = [g for g in sentence.groups if g.full <= group.start and g.known and not g.bare and not g.elliptic]
        people = [g for g in told if g.number is not None and g.unit is Unit.PERSONS]
        if people and sentence.free(people[-1]):
            return True
        stop = next((k for k in range(group.end, sentence.end) if sentence.words.text[k] in _STOPS), sentence.end)
        return any(self._strangers.find(sentence.words.lower, group.end, stop))

    def _model(self, sentence: Sentence, group: Group, before: list[Draft]) -> Draft | None:
        """Return the last claim of this sentence or the one before that a number may count some of."""
        own = [d for d in sentence.drafts if d.group.start < group.start]
        near = own or [d for d in before[-_RECENT:] if d.sentence[1] == sentence.start]
        able = [d for d in near if d.unit is Unit.PERSONS and d.number is not None and d.effect in _HARMS]
        model = able[-1] if able else None
        return None if model is None or not _smaller(group, model) else model

    def _there(self, sentence: Sentence, group: Group, _before: list[Draft]) -> None:
        """Read ``and six in Kandahar``, ``mehr als 60 allein in der Hauptstadt``: a number and its place."""
        words, at, first = sentence.words, group.end, group.start - 1
        joined = words.at(first) == "," or words.at(first) in self._coordinators
        if not group.elliptic or group.governed or not joined or sentence.subset(group):
            return
        at += 1 if words.at(at) in self._alone else 0
        stop = next((k for k in range(at, sentence.end) if words.text[k] in _STOPS), sentence.end)
        if (
            words.at(at) not in self._places
            or not self._names_place(sentence, at + 1)
            or self._verb(sentence, at, stop)
        ):
            return
        own = [d for d in sentence.drafts if d.group.start < group.start and d.number is not None]
        model = own[-1] if own and own[-1].unit is Unit.PERSONS and own[-1].effect in _HARMS else None
        if model is not None:
            self._copy(sentence, group, model)

    def _names_place(self, sentence: Sentence, at: int) -> bool:
        """Tell whether a name, or an article and a noun, follows a preposition of place, and no month."""
        words = sentence.words
        return words.at(at) not in self._months and (words.capital(at) or words.at(at) in self._articles)

    def _verb(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether a verb stands in [start, end), or words for a state of health: in critical condition."""
        inside = sentence.words.lower[start:end]
        seen = bool(self._pasts) and any(word.endswith(self._pasts) for word in inside)
        return seen or not self._apart.isdisjoint(inside) or any(start <= h.start < end for h in sentence.hits)

    def _copy(self, sentence: Sentence, group: Group, model: Draft) -> None:
        """Say of a number at another place what was said of the one before."""
        draft = sentence.draft(model.effect, group, model.anchor, "verb left out")
        draft.roles.add("leaning")
        draft.victims, draft.category, draft.unit = model.victims, model.category, model.unit
        if model.subset:
            _join(draft, [to for kind, to in model.links if kind is RelationType.SUBSET_OF], model.because)
        sentence.add(draft)

    def _listed(self, sentence: Sentence) -> None:
        """Read ``22 dead: 14 rebels, five soldiers and three civilians``: a colon and whom the number holds."""
        words = sentence.words
        for colon in (k for k in range(sentence.start, sentence.end) if words.text[k] == ":"):
            told = [d for d in sentence.drafts if d.group.start < colon and d.number is not None and not d.subset]
            listed = self._list_after(sentence, colon)
            total = told[-1].number.value if told and told[-1].number is not None else None
            behind = any(h.start > colon for h in sentence.hits)
            if (
                total
                and not behind
                and len(listed) > 1
                and sum(map(_count, listed)) <= total
                and told[-1].effect in _HARMS
            ):
                for group in listed:
                    self._part(sentence, group, told[-1], ":")

    def _list_after(self, sentence: Sentence, colon: int) -> list[Group]:
        """Return the free groups that stand in a list from a colon on."""
        found: list[Group] = []
        at = colon + 1
        for group in (g for g in sentence.groups if g.start > colon):
            between = sentence.words.lower[at : group.start]
            if any(word not in self._listing for word in between):
                break
            if group.number is None or group.unit is not Unit.PERSONS or not sentence.free(group):
                break
            found.append(group)
            at = group.full
        return found

    def _spelt_out(self, sentence: Sentence, before: list[Draft]) -> None:
        """Read ``the dead – five men and a boy – were from one village``: a list set off says who the dead were."""
        for whole in sentence.groups:
            effect = whole.noun.effect(Unit.PERSONS) if whole.bare and whole.definite and whole.noun else None
            opener = sentence.words.text[whole.full] if whole.full < sentence.end else ""
            apart = whole.governed and whole.governed not in self._genitives
            if effect is None or whole.noun is None or whole.noun.weak or opener not in _OPENERS or apart:
                continue
            listed = self._list_after(sentence, whole.full)
            closer = sentence.words.text[listed[-1].full] if listed and listed[-1].full < sentence.end else "."
            if listed and closer == _OPENERS[opener]:
                wholes = self._earlier(sentence, whole, effect, before)
                sentence.used.add(whole.start)
                for group in listed:
                    draft = sentence.draft(effect, group, (whole.head, whole.head + 1), "spelt out")
                    _join(sentence.add(draft), wholes, sentence.words.span(whole.start, whole.full))

    def _included(self, sentence: Sentence, before: list[Draft]) -> None:
        """Read ``the dead included six schoolchildren`` and ``zu den Opfern zählen acht Schüler``."""
        for at in sentence.places(self._includes):
            whole = next((g for g in sentence.groups if g.bare and g.noun is not None and g.full <= at), None)
            effect = whole.noun.effect(Unit.PERSONS) if whole is not None and whole.noun is not None else None
            if whole is None or effect is None or at - whole.full > _OPENING or not whole.definite:
                continue
            wholes = self._earlier(sentence, whole, effect, before)
            harm = wholes[0].effect if wholes else effect
            sentence.used.add(whole.start)
            for group in sentence.groups:
                near = group.start > at and sentence.clauses.of(group.start) == sentence.clauses.of(at)
                if near and group.number is not None and sentence.free(group) and group.unit is Unit.PERSONS:
                    draft = sentence.add(sentence.draft(harm, group, (at, at + 1), "among them"))
                    _join(draft, wholes, sentence.words.span(whole.start, at + 1))

    def _part(self, sentence: Sentence, group: Group, whole: Draft, because: str) -> None:
        """Make the draft of some people of a whole."""
        here = whole.sentence[0] == sentence.start
        anchor = whole.anchor if here else (group.start, group.end)
        draft = sentence.draft(whole.effect, group, anchor, "part of a group")
        if group.elliptic:
            draft.victims, draft.category = (whole.victims if here else None), whole.category
        links = [to for kind, to in whole.links if kind is RelationType.SUBSET_OF] if whole.subset else []
        again = group.start in sentence.partitives
        _join(sentence.add(draft), [whole] if again or not links else links, because)


def _join(draft: Draft, wholes: list[Draft], because: str) -> None:
    """Make a draft a part of others; `because` are the words that say so."""
    draft.subset, draft.because = True, because
    draft.roles.add("subset")
    draft.links.extend((RelationType.SUBSET_OF, whole) for whole in wholes)


def _count(group: Group) -> int:
    """Return how many a group counts."""
    return (group.number.value or 0) if group.number is not None else 0


def _smaller(group: Group, whole: Draft) -> bool:
    """Tell whether a number may count some of a whole's people."""
    total = whole.number.value if whole.number is not None else None
    return total is None or _count(group) < total
