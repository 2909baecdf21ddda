"""A name found in a text, on its way from the table to the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.extraction.names_fold import Piece
from workbench.extraction.names_lexicon import ADJECTIVE, ANYWHERE, BUILDING
from workbench.extraction.names_table import Entry, Hit
from workbench.model.claim import Category
from workbench.model.mention import Label

#: Confidence of a find by how it was made; it orders the review and drops nothing.
SURE, INFLECTED, LIKELY, BY_RULE, OPEN = 0.95, 0.9, 0.75, 0.7, 0.5

#: Which of several readings of the same words wins.
_RANK = (
    Label.STATE_FORCE.value,
    Label.ROLE.value,
    Label.ARMED_GROUP.value,
    Label.ORG.value,
    Label.SOURCE.value,
    Label.EVENT.value,
    Label.PERSON.value,
    ADJECTIVE,
    Label.NORP.value,
    Label.GPE.value,
    Label.LOC.value,
    Label.FACILITY.value,
    Label.EQUIPMENT.value,
    Label.WEAPON.value,
    BUILDING,
)
_PLACES = frozenset({Label.GPE.value, Label.LOC.value, Label.FACILITY.value})
_MANY = 3  # an alias shared by so many actors is a common noun (Armee) that is a mention even where it stays open
_SEVERAL = "?"  # several countries are heard of about as often
_CLEAR = 0.6  # the next country may have so much of the votes of the first, or the alias stays open


@dataclass(frozen=True, slots=True)
class Found:
    """Pieces [first, last) read as `label`; `id` is a register id, `place` a place id, `country` an ISO code.

    `precision` overrides the place's own; `nests` says that the place within is a mention of its own,
    `inferred` that it names nobody itself (die Gruppe).
    """

    first: int
    last: int
    label: str
    id: str = ""
    place: str = ""
    country: str = ""
    category: Category | None = None
    confidence: float = SURE
    precision: int | None = None
    nests: bool = False
    inferred: bool = False

    def inside(self, other: Found) -> bool:
        """Tell whether it lies within `other`."""
        return other.first <= self.first and self.last <= other.last


def shouted(words: Sequence[Piece], hit: Hit, doubtful: Container[str]) -> bool:
    """Tell whether a hit is a `doubtful` word in capitals among others: THE WAR IS OVER names no Islamic State."""
    if hit.last - hit.first > 1 or words[hit.first].folded not in doubtful:
        return False
    beside = [words[k].text for k in (hit.first - 1, hit.last) if 0 <= k < len(words)]
    return any(word.isalpha() and word.isupper() and len(word) > 1 for word in beside)


def votes(hits: Iterable[Hit]) -> Counter[str]:
    """Count the countries an article speaks of: a shared alias has no vote, a place only where it is the only one."""
    counted: Counter[str] = Counter()
    for hit in hits:
        countries = {entry.country for entry in hit.entries if not entry.shared and entry.label != Label.SOURCE}
        countries -= {"", ANYWHERE}
        if len(countries) == 1 and not any(entry.shared for entry in hit.entries):
            counted[countries.pop()] += 1
    return counted


def outright(hits: Iterable[Hit]) -> frozenset[str]:
    """Return the actors that an article names by an alias of their own."""
    return frozenset(e.id for hit in hits for e in hit.entries if e.id and not any(o.shared for o in hit.entries))


def read(hit: Hit, heard: Mapping[str, int], named: Container[str] = ()) -> Found | None:
    """Settle what a hit names, by the countries `heard` of; None where a shared alias has nothing to stand on.

    `named` are the actors that the article names outright: of two coalitions, "the coalition" is the one named.
    """
    label = min((entry.label for entry in hit.entries), key=_rank)
    entries = [entry for entry in hit.entries if entry.label == label]
    if entries[0].shared:
        return _shared(hit, [entry for entry in hit.entries if entry.shared], heard, named)
    one = entries[0]
    return Found(hit.first, hit.last, label, one.id, "", one.country, None, (LIKELY, INFLECTED, SURE)[hit.fit])


def _rank(label: str) -> int:
    return _RANK.index(label)


def _shared(hit: Hit, entries: Sequence[Entry], heard: Mapping[str, int], named: Container[str]) -> Found | None:
    """Settle an alias of several by the country most heard of, else by who is named outright; else it stays open."""
    common = next((entry for entry in entries if entry.country == ANYWHERE), None)
    country = _country(entries, heard)
    there = [entry for entry in entries if entry.country == country]
    known = [entry for entry in entries if entry.id in named]
    acronym = common is None and entries[0].alias.isupper()
    if country and acronym and known and not any(entry in there for entry in known):
        return _open(hit, entries)  # the country speaks for one of them, its full name for another
    if len(there) > 1:
        there = [entry for entry in there if entry.id in named]
    if len(there) == 1:
        return _settled(hit, there[0])
    alone = len(entries) == 1 or acronym or common is not None
    if len(known) == 1 and not country and alone:
        return _settled(hit, known[0])
    if common is not None and not country:
        return Found(hit.first, hit.last, common.label, common.id, "", "", None, OPEN)
    return _open(hit, entries) if country or len(entries) >= _MANY or (acronym and len(entries) > 1) else None


def _country(entries: Iterable[Entry], heard: Mapping[str, int]) -> str:
    """Return the country among those of `entries` that an article speaks of most, if another is not heard as often.

    A country with two entries counts once. Empty where none is heard of, or others are heard of far more.
    """
    rivals = sorted({entry.country for entry in entries}, key=lambda country: (-heard.get(country, 0), country))
    most = heard.get(rivals[0], 0)
    if not most or most < _CLEAR * max(heard.values(), default=0):
        return ""
    clear = len(rivals) == 1 or heard.get(rivals[1], 0) <= _CLEAR * most
    return rivals[0] if clear else _SEVERAL


def _settled(hit: Hit, entry: Entry) -> Found:
    return Found(hit.first, hit.last, entry.label, entry.id, "", entry.country, None, LIKELY)


def _open(hit: Hit, entries: Sequence[Entry]) -> Found:
    return Found(hit.first, hit.last, entries[0].label, "", "", "", None, OPEN)


def linked(found: Sequence[Found]) -> list[Found]:
    """Give words for people the actor whom the register calls by the same words: Palestinian gunmen.

    The actor's shorter names within them are then no names of their own.
    """
    groups = {(f.first, f.last): f for f in found if f.label == Label.ARMED_GROUP and f.id}
    people = {(f.first, f.last) for f in found if f.label == Label.ROLE} & groups.keys()
    by_length = sorted(people, key=lambda span: span[1] - span[0])
    whole = {piece: groups[span] for span in by_length for piece in range(*span)}
    kept = (f for f in found if f.label != Label.ARMED_GROUP or not _within(f, whole.get(f.first)))
    return [_with_actor(f, groups[f.first, f.last]) if (f.first, f.last) in people else f for f in kept]


def _within(one: Found, other: Found | None) -> bool:
    return (
        other is not None
        and one.id == other.id
        and one.inside(other)
        and one.last - one.first < other.last - other.first
    )


def _with_actor(one: Found, group: Found) -> Found:
    return replace(one, id=group.id, country=group.country) if one.label == Label.ROLE else one


def chosen(found: Iterable[Found]) -> list[Found]:
    """Keep the longest finds, and within them what is a mention of its own (the town in "Provinz Aleppo")."""
    kept: dict[int, list[Found]] = {}
    listed = list(found)
    nesting = {(one.first, one.last) for one in listed if one.nests}
    for one in sorted(listed, key=lambda f: (f.first - f.last, _rank(f.label), -f.confidence, f.first)):
        if all(_may_stand_in(one, other, nesting) for other in _crossing(one, kept)):
            for piece in range(one.first, one.last):
                kept.setdefault(piece, []).append(one)
    alone = dict.fromkeys(one for piece in sorted(kept) for one in kept[piece])
    return [_placed(one, kept) for one in sorted(alone, key=lambda f: (f.first, f.last))]


def _crossing(one: Found, kept: Mapping[int, Sequence[Found]]) -> list[Found]:
    """Return the kept finds that share pieces with `one`; `kept` lists them by piece, the longest first."""
    return list(dict.fromkeys(other for piece in range(one.first, one.last) for other in kept.get(piece, ())))


def _placed(one: Found, kept: Mapping[int, Sequence[Found]]) -> Found:
    """Give a place within a longer one the longer's meaning: the Aleppo of "Provinz Aleppo" is the province."""
    if one.label not in _PLACES:
        return one
    outer = (o for o in kept.get(one.first, ()) if o.label in _PLACES and one != o and one.inside(o) and o.place)
    found = next(outer, None)
    return one if found is None else replace(one, place=found.place, precision=found.precision)


_FORCES = frozenset({Label.STATE_FORCE.value, Label.ARMED_GROUP.value, Label.ORG.value})
_STANDS_IN = {
    Label.GPE.value: frozenset({Label.SOURCE, Label.STATE_FORCE}),
    Label.PERSON.value: frozenset({Label.STATE_FORCE, Label.ROLE}),
    Label.STATE_FORCE.value: frozenset({Label.SOURCE}),
}


def _may_stand_in(one: Found, other: Found, nesting: Container[tuple[int, int]]) -> bool:
    if not one.inside(other) or (one.first, one.last) == (other.first, other.last):
        return False
    if one.label == Label.GPE and other.label in _PLACES:
        return (other.first, other.last) in nesting
    if one.label == Label.GPE and other.label == Label.STATE_FORCE and other.country not in (one.country, ANYWHERE):
        return False  # the Quds Force of Iran is not named in Jerusalem
    if other.label == Label.ROLE and one.label != Label.PERSON:
        return one.label in _FORCES and one.id == other.id
    return other.label in _STANDS_IN.get(one.label, ()) and (not one.id or one.id != other.id)
