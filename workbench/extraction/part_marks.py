"""Which groups are parts of others, before verbs are read: darunter, davon, zwei der fünf, a list in brackets."""

from __future__ import annotations

from dataclasses import replace

from workbench.extraction.drafts import Sentence
from workbench.extraction.lexicon import Lexicon
from workbench.extraction.victims import Group, counts_none
from workbench.extraction.words import Words
from workbench.model.claim import Category, Effect, Unit

_NEAR = 6
_LINKS = 2
#: So many words stand at most from ``sondern`` to its number.
_BUT = 2
#: So near before a number stands what says that another is right: statt der zunächst gemeldeten 30.
_INSTEAD = 4
_BORDERS = frozenset((",", ";", ".", ":", ")", "–", "—"))
#: What stands between a number and a list that spells it out, and how long such a list may be.
_SPELLERS = frozenset((",", "-", "–", "—", ":", "("))
_MOST_LISTED = 8
#: What follows a list that ends its clause.
_LIST_ENDS = frozenset((",", ".", ";", "!", "?", ")", "–", "—", "“", '"'))
_HELD = (Effect.CAPTURED, Effect.ABDUCTED)
_WHOLES = (3, 4, 5, 10, 100, 1000)


class PartMarks:
    """Mark the parts, the wholes that are no toll, and lists that spell a number out."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the language's words."""
        words = lexicon.words
        self._leads = lexicon.phrases("subsets", "lead")
        self._relatives = words("clauses", "relatives")
        self._tails = lexicon.phrases("subsets", "tail")
        self._all_but = lexicon.phrases("subsets", "all_but")
        self._coordinators = words("clauses", "coordinators")
        self._articles = words("clauses", "articles")
        self._of, self._fewer = words("subsets", "of"), words("subsets", "fewer")
        self._counted = words("numbers", "articles")
        self._genitives = words("clauses", "genitives") | self._of
        self._whole_adverbs = words("subsets", "whole_adverbs")
        self._ratios, self._populations = words("subsets", "ratios"), words("subsets", "populations")
        self._from = words("clauses", "attachments")
        self._possessives = words("people_words", "possessives")
        self._capitals = lexicon.grammar.nouns_capitalised
        self._with = words("numbers", "members") if self._capitals else frozenset[str]()
        self._listing = _SPELLERS | self._coordinators | self._articles | self._possessives
        self._sources = words("attribution", "before")
        self._participles = lexicon.grammar.participle_after_noun
        self._finite = words("clauses", "passive") | words("clauses", "active")
        self._not, self._but = words("status", "not"), words("clauses", "contrast")
        self._instead = lexicon.phrases("subsets", "instead")
        self._shares: dict[str, int] = lexicon.sections["numbers"]["shares"]
        self._plurals, self._plural_nouns = words("", "plurals"), lexicon.endings("plural_nouns")

    def mark(self, sentence: Sentence) -> None:
        """Mark the parts and the bases among a sentence's groups."""
        self._drop_said(sentence)
        self._drop_ratios(sentence)
        self._drop_differences(sentence)
        self._join_owned(sentence)
        self._subtract(sentence)
        self._name_one(sentence)
        self._mark_leads(sentence)
        self._mark_tails(sentence)
        self._mark_partitives(sentence)
        self._mark_brackets(sentence)
        self._mark_appositions(sentence)
        self._mark_bases(sentence)
        self._mark_refuted(sentence)
        self._open_shares(sentence)

    def _drop_said(self, sentence: Sentence) -> None:
        """Leave out a none that is part of what befell others: von acht Arbeitern gab es kein Lebenszeichen."""
        said = {k for h in sentence.hits if h.end > h.start + 1 for k in range(h.start, h.end)}
        sentence.groups[:] = [g for g in sentence.groups if not (counts_none(g) and said.issuperset((g.start, g.head)))]

    def _drop_ratios(self, sentence: Sentence) -> None:
        """Leave out ``vier von zehn``, ``nine out of ten``: shares, not people."""
        out: set[int] = set()
        for one, two in zip(sentence.groups, sentence.groups[1:], strict=False):
            between = sentence.words.lower[one.end : two.start]
            whole = two.number.value if two.number is not None else None
            if one.elliptic and " ".join(between) in self._ratios and whole in _WHOLES and self._rate(sentence, two):
                out |= {one.start, two.start}
        sentence.groups[:] = [g for g in sentence.groups if g.start not in out]

    def _drop_differences(self, sentence: Sentence) -> None:
        """Leave out by how many there were fewer: 300 fewer deaths, 300 Tote weniger als im Vorjahr."""
        sentence.groups[:] = [g for g in sentence.groups if not self._difference(sentence.words, g)]

    def _difference(self, words: Words, group: Group) -> bool:
        """Tell whether a number says by how many others there were more; less than a day after is no such."""
        if group.number is None:
            return False
        inside = not self._fewer.isdisjoint(words.lower[group.number.end : group.full])
        measured = words.at(group.full + 2)[:1].isdigit() or words.at(group.full + 2) in self._counted
        return inside or (words.at(group.full) in self._fewer and not measured)

    def _rate(self, sentence: Sentence, whole: Group) -> bool:
        """Tell whether a whole stands for people in general: nine out of ten patients, but three of five hostages."""
        words = sentence.words
        apart = words.at(whole.start - 1) in self._of
        return not apart or whole.elliptic or not whole.known or words.at(whole.head) in self._populations

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

    def _subtract(self, sentence: Sentence) -> None:
        """Make one group of ``all but two of the 14 passengers``: it counts twelve."""
        for at, (one, two) in enumerate(zip(sentence.groups, sentence.groups[1:], strict=False)):
            left = _count(two) - _count(one)
            between = sentence.words.lower[one.end : two.start]
            parted = 0 < len(between) <= _LINKS and all(w in self._genitives or w in self._articles for w in between)
            start = next(
                (one.start - n for n in (2, 3) if self._all_but_ends(sentence, one.start - n, one.start)), None
            )
            if start is None or not parted or left <= 0 or two.number is None or not one.elliptic:
                continue
            number = replace(two.number, start=start, core=start, value=left)
            joined = replace(two, start=start, number=number, governed="", definite=False)
            sentence.groups[at : at + 2] = [joined]
            return

    def _all_but_ends(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether ``all but`` takes [start, end)."""
        found = self._all_but.match(sentence.words.lower, start) if start >= sentence.start else None
        return found is not None and start + found[0] == end

    def _name_one(self, sentence: Sentence) -> None:
        """Take a noun with an article for who one of several was, no group of its own: one of them a child."""
        for at, (one, two) in enumerate(zip(sentence.groups, sentence.groups[1:], strict=False), 1):
            tail = self._tails.match(sentence.words.lower, one.end) if one.elliptic and _count(one) == 1 else None
            single = two.number is not None and two.number.article
            if single and tail is not None and one.end + tail[0] == two.start:
                sentence.groups[at] = replace(two, number=None)

    def _mark_leads(self, sentence: Sentence) -> None:
        """Mark what follows darunter, davon, including; a list after it up to its ``und``."""
        for start, end, _ in self._leads.find(sentence.words.lower, sentence.start, sentence.end):
            after = [g for g in sentence.groups if g.start >= end and not self._source(sentence, g)]
            if not after or not self._near(sentence, end, after[0]) or self._tail_of(sentence, start, after[0]):
                continue
            listed = (*self._list_of(sentence, after), *self._inserted(sentence, end, after))
            for group in (*listed, *self._in_relative(sentence, end, after)):
                sentence.leads[group.start] = (start, group.full)

    def _in_relative(self, sentence: Sentence, end: int, after: list[Group]) -> list[Group]:
        """Return the bare numbers of a clause that starts with von denen: einer schwer und zwei leicht verletzt."""
        if sentence.words.at(end - 1) not in self._relatives:
            return []
        same = [g for g in after if sentence.clauses.of(g.start) == sentence.clauses.of(after[0].start)]
        return [g for g in same if g.elliptic and g.number is not None]

    def _tail_of(self, sentence: Sentence, start: int, after: Group) -> bool:
        """Tell whether ``of them`` follows its number, and what stands behind says how they were: 3 of them wounded."""
        before = any(g.end == start and g.number is not None for g in sentence.groups)
        return before and after.number is None and after.noun is not None and not after.noun.weak

    def _source(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a group is who says so, or where: darunter laut Ärzten zwei Kinder, including at a clinic."""
        single = group.number is not None and group.number.article and bool(group.governed)
        return single or (group.bare and sentence.words.at(group.start - 1) in self._sources)

    def _inserted(self, sentence: Sentence, end: int, after: list[Group]) -> list[Group]:
        """Return those counted from a lead word to a comma where no verb stands: including the mayor and 2 guards."""
        texts = sentence.words.text
        stop = next((k for k in range(end, sentence.end) if texts[k] in _BORDERS), sentence.end)
        told = any(end <= h.start < stop and not h.neutral for h in sentence.hits)
        if told or self._finite & set(sentence.words.lower[end:stop]):
            return []
        return [g for g in after if g.full <= stop and not g.governed and g.number is not None]

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
            company = between[:1] and between[0] in self._with and self._possessives.issuperset(between[1:])
            if company and group.known and group.number is not None:
                taken.append(group)
                continue
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
        if left is None or left <= 1:
            return []
        if sentence.words.at(whole.full) not in _SPELLERS:
            return self._spelt_out_behind(sentence, whole, after, left)
        last, listed = whole, []
        for group in after:
            between = sentence.words.lower[last.full : group.start]
            if not self._among(sentence, group, whole) or any(word not in self._listing for word in between):
                return []
            listed.append(group)
            last, left = group, left - self._count(sentence, group)
            if left <= 0:
                ended = bool(self._coordinators & set(between)) and not self._goes_on(sentence, whole, group)
                return listed if left == 0 and ended else []
        return []

    def _count(self, sentence: Sentence, group: Group) -> int:
        """Return how many a group counts, one where a relative is named: a boy and his uncle."""
        if group.number is not None:
            return group.number.value or 0
        single = group.known and group.noun is None and not self._plural(sentence.words.at(group.head))
        return 1 if single and sentence.words.at(group.start - 1) in self._possessives else 0

    def _plural(self, noun: str) -> bool:
        """Tell whether a noun has the form of a plural."""
        return noun in self._plurals or (bool(self._plural_nouns) and noun.endswith(self._plural_nouns))

    def _among(self, sentence: Sentence, group: Group, whole: Group) -> bool:
        """Tell whether a counted group may be some of a whole's people: of its kind, or of nobody knows which."""
        wide, narrow = whole.category.broad, group.category.broad
        kin = Category.UNSPECIFIED in (wide, narrow) or wide is narrow
        return self._count(sentence, group) > 0 and group.unit is Unit.PERSONS and not group.elliptic and kin

    def _spelt_out_behind(self, sentence: Sentence, whole: Group, after: list[Group], left: int) -> list[Group]:
        """Return the groups of a list that ends a clause after its verb: 13 people died, eleven men and two boys."""
        counted = [group for group in after if not group.bare]
        if whole.base or not counted or not self._after_verb(sentence, whole, counted[0]):
            return []
        last, listed = counted[0], counted[:1]
        for group in counted[1:]:
            between = sentence.words.lower[last.full : group.start]
            if not between or any(word not in self._listing for word in between):
                break
            listed.append(group)
            last = group
        ended = sentence.words.at(last.full) in _LIST_ENDS or last.full >= sentence.end
        apt = all(self._among(sentence, group, whole) for group in listed)
        total = sum(self._count(sentence, group) for group in listed)
        return listed if len(listed) > 1 and ended and apt and total == left else []

    def _after_verb(self, sentence: Sentence, whole: Group, first: Group) -> bool:
        """Tell whether a verb of harm and one mark that opens a list stand between a whole and a group."""
        words, opener = sentence.words, first.start - 1
        while words.at(opener) in self._articles or words.at(opener) in self._possessives:
            opener -= 1
        told = any(whole.full <= h.start < opener and not h.neutral for h in sentence.hits)
        before = words.lower[whole.full : opener]
        return told and words.at(opener) in _SPELLERS and "," not in before and not self._coordinators & set(before)

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
            between = [word for word in between if word not in self._whole_adverbs]
            joined = 0 < len(between) <= 2 and all(w in self._genitives or w in self._articles for w in between)
            if one.elliptic and one.number is not None and counted and (joined or " ".join(between) in self._ratios):
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
                and not g.governed
                and (g.elliptic or g.number.value == 0)
                and sentence.clauses.of(g.start) == clause
            ]
            harmed = group.noun is not None or _harmed_before(group) or self._hit_behind(sentence, group)
            fronted = group.governed in self._from and group.number is not None and bool(later) and not harmed
            fronted = fronted and not _object_of_idiom(sentence, group)
            part = None if harmed else next((s for s, whole in sentence.partitives.items() if whole is group), None)
            if fronted or (part is not None and group.number is not None):
                sentence.groups[index] = replace(group, base=True)
            if fronted or (harmed and group.number is not None and later and group.governed in self._genitives):
                sentence.partitives.setdefault(later[0].start, sentence.groups[index])

    def _open_shares(self, sentence: Sentence) -> None:
        """Let a verb be said of a whole behind a share, which no preposition keeps it from: half of 40 were shot."""
        words = sentence.words
        for index, group in enumerate(sentence.groups):
            if group.governed not in self._of or group.number is None or not (group.noun is None or group.noun.weak):
                continue
            at = group.start - 1
            while words.at(at) in self._articles or words.at(at) in self._genitives:
                at -= 1
            told = words.at(group.full) in self._relatives or self._hit_behind(sentence, group)
            if words.at(at).rpartition("-")[2] in self._shares and at >= sentence.start and not told:
                sentence.groups[index] = replace(group, governed="")

    def _mark_refuted(self, sentence: Sentence) -> None:
        """Mark numbers that another takes the place of: nicht zwölf, sondern drei; 40 instead of 30; 40, not 30."""
        words = sentence.words
        for index, group in enumerate(sentence.groups):
            if group.number is None or group.number.value in (None, 0):
                continue
            refuted = words.at(group.start - 1) in self._not and (
                self._righted(sentence, index) or (group.elliptic and words.at(group.start - 2) == ",")
            )
            last = sentence.groups[index - 1].end if index else sentence.start
            near = max(sentence.start, group.start - _INSTEAD, last)
            if refuted or any(self._instead.find(words.lower, near, group.start)):
                sentence.groups[index] = replace(group, base=True)

    def _righted(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a number after sondern or but takes the place of one: nicht zwölf, sondern nur drei."""
        later = (g for g in sentence.groups[index + 1 :] if g.number is not None)
        second = next(later, None)
        near = range(second.start - _BUT, second.start) if second is not None else ()
        return any(k >= sentence.groups[index].end and sentence.words.at(k) in self._but for k in near)

    def _hit_behind(self, sentence: Sentence, group: Group) -> bool:
        """Tell whether a participle right behind a group says what happened to it: of the 12 people killed."""
        return (
            self._participles
            and group.number is not None
            and any(h.start == group.full and not h.neutral and h.words[0].voice == "transitive" for h in sentence.hits)
        )


def _object_of_idiom(sentence: Sentence, group: Group) -> bool:
    """Tell whether a phrase of harm takes a group for its object: claimed the lives of six people and injured nine."""
    return any(h.end == group.start and h.words and h.words[0].form == "idiom" for h in sentence.hits)


def _count(group: Group) -> int:
    """Return how many a group counts, none where nobody says."""
    return (group.number.value or 0) if group.number is not None else 0


def _harmed_before(group: Group) -> bool:
    """Tell whether an adjective says how a group came to harm: captive soldiers are only whose share is told."""
    return group.adjective is not None and group.adjective.effect(Unit.PERSONS) not in _HELD
