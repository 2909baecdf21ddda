"""Parts of groups: darunter, davon, von ihnen, unter den Toten, zwei der fünf, die Hälfte der 40, je."""

from __future__ import annotations

from dataclasses import replace

from workbench.extraction.drafts import Draft, Sentence, last_of
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.numbers import Number
from workbench.extraction.victims import Group
from workbench.model.claim import Category, Effect, RelationType, Unit

_NEAR = 6
_MOST_EVENTS = 20
#: What stands between a number and a list that spells it out, and how long such a list may be.
_SPELLERS = frozenset((",", "-", "–", "—", ":", "("))
_MOST_LISTED = 8
_WHOLES = (3, 4, 5, 10, 100, 1000)
#: So many claims back a sentence may speak of the victims of one.
_RECENT = 12
_HARMS = (Effect.KILLED, Effect.WOUNDED, Effect.KILLED_OR_WOUNDED)


class Parts:
    """Mark which groups are parts before verbs are read, and make their drafts afterwards."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        self._lexicon = lexicon
        words = lexicon.words
        self._leads = lexicon.phrases("subsets", "lead")
        self._tails = lexicon.phrases("subsets", "tail")
        self._among = lexicon.phrases("subsets", "among")
        self._copula = words("subsets", "copula")
        self._coordinators = words("clauses", "coordinators")
        self._articles = words("clauses", "articles")
        self._genitives = words("clauses", "genitives") | words("subsets", "of")
        self._ratios = words("subsets", "ratios")
        self._from = words("clauses", "attachments")
        self._possessives = words("people_words", "possessives")
        self._listing = _SPELLERS | self._coordinators | self._articles | self._possessives
        self._strong, self._can = words("clauses", "strong_verbs"), words("clauses", "active")
        self._pasts = lexicon.endings("pasts")
        self._halves = words("numbers", "halves")
        self._finite = words("clauses", "passive") | words("clauses", "active")
        self._sides = words("", "existence")

    def mark(self, sentence: Sentence) -> None:
        """Mark the parts and the bases among a sentence's groups."""
        self._drop_ratios(sentence)
        self._join_owned(sentence)
        self._mark_leads(sentence)
        self._mark_tails(sentence)
        self._mark_partitives(sentence)
        self._mark_brackets(sentence)
        self._mark_appositions(sentence)
        self._mark_bases(sentence)

    def _drop_ratios(self, sentence: Sentence) -> None:
        """Leave out ``vier von zehn``, ``nine out of ten``: shares, not people."""
        out: set[int] = set()
        for one, two in zip(sentence.groups, sentence.groups[1:], strict=False):
            between = sentence.words.lower[one.end : two.start]
            whole = two.number.value if two.number is not None else None
            if one.elliptic and " ".join(between) in self._ratios and whole in _WHOLES:
                out |= {one.start, two.start}
        sentence.groups[:] = [g for g in sentence.groups if g.start not in out]

    def _join_owned(self, sentence: Sentence) -> None:
        """Make one group of ``two of its soldiers``: the whole is nobody's toll, so the two are no part of one."""
        joined: list[Group] = []
        for group in sentence.groups:
            last = joined[-1] if joined else None
            between = sentence.words.lower[last.end : group.start] if last is not None else []
            owned = bool(self._possessives & set(between)) and all(
                w in self._possessives or w in self._genitives for w in between
            )
            counted = last is not None and last.elliptic and last.number is not None
            if last is not None and counted and owned and group.bare and group.known and group.noun is None:
                victims = (group.start - 1, (group.victims or (group.start, group.end))[1])
                joined[-1] = replace(
                    group,
                    start=last.start,
                    number=last.number,
                    victims=victims,
                    governed=last.governed,
                    definite=False,
                    further=last.further,
                )
            else:
                joined.append(group)
        sentence.groups[:] = joined

    def _mark_leads(self, sentence: Sentence) -> None:
        """Mark what follows darunter, davon, including; a list after it up to its ``und``."""
        for start, end, _ in self._leads.find(sentence.words.lower, sentence.start, sentence.end):
            after = [g for g in sentence.groups if g.start >= end]
            if not after or not self._near(sentence, end, after[0]):
                continue
            for group in self._list_of(sentence, after):
                sentence.leads[group.start] = (start, group.full)

    def _near(self, sentence: Sentence, end: int, group: Group) -> bool:
        """Tell whether a group follows a lead word closely, with no verb but a copula in between."""
        between = range(end, group.start)
        verbs = any(h.start in between for h in sentence.hits)
        return len(between) <= _NEAR and not verbs and "," not in sentence.words.text[end : group.start]

    def _list_of(self, sentence: Sentence, groups: list[Group]) -> list[Group]:
        """Return the groups of a list: joined by commas, ended by ``und``."""
        taken = [groups[0]]
        for group in groups[1:]:
            between = sentence.words.lower[taken[-1].full : group.start]
            if between and all(w in self._coordinators for w in between):
                return [*taken, group] if not self._own_verb(sentence, group) else taken
            if between != [","] or not self._ends_with_und(sentence, group, groups):
                return taken
            taken.append(group)
        return taken

    def _own_verb(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a verb right after a group is said of it alone."""
        for hit in sentence.hits:
            between = sentence.words.lower[group.full : hit.start]
            if not hit.neutral and group.full <= hit.start <= group.full + 2 and "," not in between:
                return not self._finite & set(between)
        return False

    def _ends_with_und(self, sentence: Sentence, group: Group, groups: list[Group]) -> bool:
        """Tell whether a list goes on after `group` to an ``und``."""
        later = [g for g in groups if g.start > group.start]
        return (
            bool(later)
            and sentence.words.at(later[0].start - 1) in self._coordinators
            and later[0].start - group.full <= 2
        )

    def _mark_tails(self, sentence: Sentence) -> None:
        """Mark numbers before davon, von ihnen, of them."""
        for group in sentence.groups:
            hit = self._tails.match(sentence.words.lower, group.end)
            if hit is None or group.end + hit[0] > sentence.end or group.number is None:
                continue
            counts = group.elliptic or group.known or group.noun is not None
            if counts and not self._leads_on(sentence, group.end + hit[0]):
                sentence.tails.add(group.start)

    def _leads_on(self, sentence: Sentence, after: int) -> bool:
        """Tell whether what ends at `after` belongs to a number right behind it: fifteen people, of them two nurses."""
        return any(group.start == after and group.number is not None for group in sentence.groups)

    def _mark_brackets(self, sentence: Sentence) -> None:
        """Mark what a bracket right after a group lists: acht Menschen (sieben Patienten und eine Pflegekraft)."""
        texts = sentence.words.text
        for whole in sentence.groups:
            if whole.full >= sentence.end or texts[whole.full] != "(" or whole.number is None:
                continue
            close = next((k for k in range(whole.full, sentence.end) if texts[k] == ")"), sentence.end)
            inside = [
                g
                for g in sentence.groups
                if whole.full < g.start < close and g.number is not None and g.unit is Unit.PERSONS
            ]
            if not any(whole.full < h.start < close for h in sentence.hits):
                for group in inside:
                    sentence.leads.setdefault(group.start, (whole.full, close + 1))

    def _mark_appositions(self, sentence: Sentence) -> None:
        """Mark a list that spells a number out: five people, a man, his wife and three girls; it must add up."""
        for at, whole in enumerate(sentence.groups):
            listed = self._spelt_out(sentence, whole, sentence.groups[at + 1 : at + 1 + _MOST_LISTED])
            for group in listed:
                sentence.leads.setdefault(group.start, (whole.full, group.full))

    def _spelt_out(self, sentence: Sentence, whole: Group, after: list[Group]) -> list[Group]:
        """Return the groups of the list right after `whole` that together are as many as it counts."""
        left = whole.number.value if whole.number is not None else None
        if left is None or left <= 1 or sentence.words.at(whole.full) not in _SPELLERS:
            return []
        last, listed = whole, []
        for group in after:
            between = sentence.words.lower[last.full : group.start]
            if not _among(group, whole) or any(word not in self._listing for word in between):
                return []
            listed.append(group)
            last, left = group, left - _count(group)
            if left <= 0:
                ended = bool(self._coordinators & set(between)) and not self._goes_on(sentence, whole, group)
                return listed if left == 0 and ended else []
        return []

    def _goes_on(self, sentence: Sentence, whole: Group, last: Group) -> bool:
        """Tell whether a list goes on after `last`, or a verb of its own follows where `whole` has one before it."""
        follows = sentence.words.at(last.full)
        said = any(h.end <= whole.start and not h.neutral for h in sentence.hits)
        return follows in self._coordinators or (said and follows in self._finite)

    def _mark_partitives(self, sentence: Sentence) -> None:
        """Mark ``zwei der fünf Verletzten``: the first is a part, the second its whole."""
        for one, two in zip(sentence.groups, sentence.groups[1:], strict=False):
            between = sentence.words.lower[one.end : two.start]
            counted = two.number is not None or (two.definite and (two.noun is not None or two.known))
            joined = 0 < len(between) <= 2 and all(w in self._genitives or w in self._articles for w in between)
            if one.elliptic and one.number is not None and counted and joined:
                sentence.partitives[one.start] = two

    def _mark_bases(self, sentence: Sentence) -> None:
        """Mark wholes that are no toll: von 30 Angreifern wurden zehn getötet, 10 of the 30 attackers."""
        for index, group in enumerate(sentence.groups):
            clause = sentence.clauses.of(group.start) if group.governed in self._from else -1
            later = [
                g
                for g in sentence.groups[index + 1 :]
                if clause >= 0
                and g.number is not None
                and (g.elliptic or g.number.value == 0)
                and sentence.clauses.of(g.start) == clause
            ]
            harmed = group.noun is not None or group.adjective is not None
            fronted = group.governed in self._from and group.number is not None and bool(later) and not harmed
            part = next((s for s, whole in sentence.partitives.items() if whole is group), None)
            if fronted or (part is not None and group.noun is None and group.number is not None):
                sentence.groups[index] = replace(group, base=True)
            if fronted:
                sentence.partitives.setdefault(later[0].start, sentence.groups[index])

    def distribute(self, sentence: Sentence) -> None:
        """Multiply what is said of each of several events: bei zwei Angriffen je drei."""
        events = [n.value for n, noun in self._counted_events(sentence) if noun and n.value and n.value <= _MOST_EVENTS]
        for draft in sentence.drafts:
            if draft.number is not None and draft.number.each and events:
                draft.times = events[0]
                draft.says(f"number: each of {events[0]}")

    def _counted_events(self, sentence: Sentence) -> list[tuple[Number, bool]]:
        """Return the numbers of the sentence with whether they count events."""
        return [(g.number, g.unit is None) for g in sentence.groups if g.number is not None]

    def read(self, sentence: Sentence, before: list[Draft]) -> None:
        """Add the drafts of parts; `before` are the drafts of earlier sentences."""
        self._halved(sentence)
        self._named_by_predicate(sentence)
        for group in sentence.groups:
            if group.start in sentence.leads or group.start in sentence.tails:
                self._part(sentence, group, before)
        for start, whole in list(sentence.partitives.items()):
            self._partitive(sentence, start, whole, before)
        self._among_them(sentence, before)

    def _part(self, sentence: Sentence, group: Group, before: list[Draft]) -> None:
        """Say of a part what is said of its whole, and link the two."""
        wholes, because = self._wholes(sentence, group, before), self._part_by(sentence, group)
        if not sentence.free(group):
            own = [d for d in sentence.drafts if d.group is group]
            for draft in own:
                self._link(draft, wholes[-1:], because)
            return
        if group.unit is None or group.base or not self._countable(group) or self._own_story(sentence, group):
            return
        for whole in wholes:
            anchor = whole.anchor if whole.sentence[0] == sentence.start else (group.start, group.end)
            draft = sentence.draft(whole.effect, group, anchor, "part of a group")
            if group.elliptic:
                draft.victims, draft.category, draft.unit = whole.victims, whole.category, whole.unit
                self._named_after(sentence, group, draft)
                if group.start in sentence.tails:
                    draft.category, draft.victims = self._predicate(sentence, group, draft)
            self._link(sentence.add(draft), [whole], because)

    def _own_story(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a verb of its own follows a part, and says nothing of harm: drei von ihnen kehrten zurück."""
        tail = self._tails.match(sentence.words.lower, group.end)
        if tail is None:
            return False
        word = sentence.words.at(group.end + tail[0])
        return word in self._strong or (word in self._can and word not in self._copula) or word.endswith(self._pasts)

    def _named_after(self, sentence: Sentence, group: Group, draft: Draft) -> None:
        """Take who a part was from the noun right after ``of them``: five of them civilians."""
        tail = self._tails.match(sentence.words.lower, group.end)
        if tail is None:
            return
        noun = next((g for g in sentence.groups if g.bare and g.start == group.end + tail[0]), None)
        if noun is not None and noun.noun is None:
            sentence.used.add(noun.start)
            draft.victims, draft.category = noun.victims, noun.category

    def _countable(self, group: Group) -> bool:
        """Tell whether a part names people: a number, or a noun without article."""
        return group.number is not None or (group.known and not group.definite and group.unit is Unit.PERSONS)

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
        near = earlier or later or last_of(before, lambda d: not d.subset and d.unit is Unit.PERSONS)
        if not near:
            return []
        chosen = near[0].group if near is later else near[-1].group
        return [d for d in near if d.group is chosen]

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
        effect = whole.noun.effect(Unit.PERSONS) if whole.noun is not None else None
        if part is None or effect is None or not sentence.free(part):
            return
        wholes = [d for d in sentence.drafts if d.group.start == whole.start]
        if not wholes and whole.bare:
            wholes = last_of(before, lambda d: d.effect is effect and not d.subset)
        elif not wholes:
            wholes = [sentence.add(sentence.draft(effect, whole, (whole.head, whole.head + 1), "casualty noun"))]
        draft = sentence.draft(effect, part, (whole.head, whole.head + 1), "part of a counted group")
        draft.category, draft.victims = self._predicate(sentence, whole, wholes[0] if wholes else draft)
        self._link(sentence.add(draft), wholes, sentence.words.span(part.end, whole.start))

    def _predicate(self, sentence: Sentence, whole: Group, total: Draft) -> tuple[Category, tuple[int, int] | None]:
        """Return who a part is said to be after sind/waren."""
        for k in range(whole.end, sentence.end):
            if sentence.words.lower[k] in self._copula:
                group = next((g for g in sentence.groups if g.start > k and g.bare), None)
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
            if self._copula & set(sentence.words.lower[group.full : min(group.full + 2, sentence.end)]):
                draft.category, draft.victims = self._predicate(sentence, group, draft)

    def _halved(self, sentence: Sentence) -> None:
        """Read ``die Hälfte der 40 Toten``: a part half as large."""
        for group in sentence.groups:
            before = sentence.words.lower[max(sentence.start, group.start - 3) : group.start]
            effect = group.noun.effect(Unit.PERSONS) if group.noun is not None else None
            if not self._halves & set(before) or group.number is None or group.number.value is None or effect is None:
                continue
            total = next((d for d in sentence.drafts if d.group is group), None)
            if total is None:
                total = sentence.add(sentence.draft(effect, group, (group.head, group.head + 1), "casualty noun"))
            draft = sentence.draft(effect, group, total.anchor, "half of a counted group")
            draft.divided = 2
            draft.category, draft.victims = self._predicate(sentence, group, total)
            self._link(sentence.add(draft), [total], "half of it")

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
        able = [d for d in before[-_RECENT:] if not d.subset and "superseded" not in d.roles]
        if effect is Effect.CASUALTIES_UNSPECIFIED:
            # Victims of whom more was said before are the dead, or those hurt where nobody died.
            harmed = [d for d in able if d.unit is Unit.PERSONS and d.effect in _HARMS]
            wholes = [d for d in harmed if d.effect is Effect.KILLED][-1:] or harmed[-1:]
            return (wholes[0].effect if wholes else effect), wholes
        return effect, [d for d in able if d.effect is effect][-1:]

    def _members(self, sentence: Sentence, whole: Group, copula: int, effect: Effect, wholes: list[Draft]) -> None:
        """Make the drafts of the people said to be among others."""
        clause = sentence.clauses.of(copula)
        behind = [g for g in sentence.groups if g.start > whole.start and sentence.clauses.of(g.start) == clause]
        for group in behind or sentence.groups:
            if group.start == whole.start or not sentence.free(group) or sentence.clauses.of(group.start) != clause:
                continue
            if group.governed or group.unit is not Unit.PERSONS or sentence.subset(group):
                continue
            member = group if group.number is not None or not group.definite else self._single(group)
            made = sentence.add(sentence.draft(effect, member, (copula, copula + 1), "among them"))
            self._link(made, wholes, sentence.words.span(whole.start - 2, whole.start) or "among them")

    def _single(self, group: Group) -> Group:
        """Count one person named with an article: auch der Kommandeur."""
        return replace(group, number=Number(group.head, group.head, group.head, value=1))


def _count(group: Group) -> int:
    """Return how many a group counts, none where nobody says."""
    return (group.number.value or 0) if group.number is not None else 0


def _among(group: Group, whole: Group) -> bool:
    """Tell whether a counted group may be some of a whole's people: of its kind, or of nobody knows which."""
    wide, narrow = whole.category.broad, group.category.broad
    kin = Category.UNSPECIFIED in (wide, narrow) or wide is narrow
    return _count(group) > 0 and group.unit is Unit.PERSONS and not group.elliptic and kin
