"""Which of several places a name means, and whether it means a place at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from math import cos, hypot, log10, radians

from workbench.extraction.names_fold import Piece
from workbench.extraction.names_found import INFLECTED, LIKELY, OPEN, SURE, Found, votes
from workbench.extraction.names_lexicon import ADJECTIVE
from workbench.extraction.names_table import AS_WRITTEN, BY_SOUND, Entry, Hit
from workbench.extraction.places import Gazetteer, Place
from workbench.extraction.places_found import find
from workbench.extraction.places_guard import Guard
from workbench.model.mention import Label

#: A place with fewer people is meant only where the text speaks of its country.
_SMALL = 15_000
#: So is one with fewer people whose name is written with an ending, which may make it another word.
_LARGE = 1_000_000
#: So many powers of ten of weight the country, a place around it named beside it, and a near place are worth.
_COUNTRY, _PAIR, _NEAR = 1.3, 3.0, 1.0
_NEAR_KM, _SAME_KM = 120.0, 30.0
#: Powers of ten by which the best has to lead, or it is one of several; twice as many where its country is not told.
_CLEAR = 0.7
_MOST_ANCHORS = 60
#: So many words and names after a name are looked at for the country that belongs to it.
_BESIDE, _MOST_BESIDE = 4, 12
_POINTS = ("city", "town", "facility")
_KM = 111.2  # a degree of latitude


class Settler:
    """Settles the places of one text, each name in one sense unless words beside it say another."""

    def __init__(self, gazetteer: Gazetteer, words: Sequence[Piece], others: Sequence[Hit], guard: Guard) -> None:
        """Take the words of the text, the names of other things in it, and what tells the names of people."""
        self._gazetteer = gazetteer
        self._words = words
        met = sorted(find(gazetteer, words), key=lambda hit: (hit.first, -hit.last))
        self._starts = {at for hit in met if hit.fit == AS_WRITTEN for at in range(hit.first, hit.last)}
        self._written = {(hit.first, hit.last) for hit in met if hit.fit == AS_WRITTEN}
        self._hits = [hit for hit in met if not guard.keeps(words, hit.first, hit.last, self._starts)]
        self._peoples = {hit.last: entry.country for hit in others for entry in hit.entries if entry.label == ADJECTIVE}
        self._others = {(hit.first, hit.last) for hit in others}
        self._heard = votes(others)
        self._heard.update(self._spoken())
        self._anchors = self._anchored()

    @property
    def heard(self) -> Counter[str]:
        """How often each country is spoken of, by places too."""
        return self._heard

    def outdo(self, one: Found, places: Container[tuple[int, int]]) -> bool:
        """Tell whether a people is only named by an ending where one of `places` is written so: Libyen, no Libyer."""
        span = (one.first, one.last)
        people = one.label in (Label.NORP, ADJECTIVE) and one.confidence < SURE
        return people and span in self._written and span in places

    def found(self) -> list[Found]:
        """Return what each name means; a name that nothing speaks for is left out."""
        return [found for number, hit in enumerate(self._hits) if (found := self._read(number, hit)) is not None]

    def _spoken(self) -> Counter[str]:
        """Count the countries of places that can only be in one, and are no small places."""
        spoken: Counter[str] = Counter()
        for hit in self._hits:
            countries = {entry.country for entry in hit.entries if not self._weak(entry, hit)}
            if len(countries) == 1 and (hit.first, hit.last) not in self._others:
                spoken[countries.pop()] += 1
        return spoken

    def _anchored(self) -> list[Place]:
        """Return places that a name of their own leads to alone."""
        told = (hit for hit in self._hits if hit.fit != BY_SOUND)
        alone = {hit.entries[0].id for hit in told if len({entry.id for entry in hit.entries}) == 1}
        places = (self._gazetteer.place(key) for key in sorted(alone))
        local = [p for p in places if p.latitude is not None and p.level in ("city", "town", "adm1", "facility")]
        return [p for p in local if p.population >= _SMALL or p.level != "city"][:_MOST_ANCHORS]

    def _read(self, number: int, hit: Hit) -> Found | None:
        beside = self._beside(number)
        entries = [entry for entry in hit.entries if self._may_be(entry, hit, beside)]
        if not entries:
            return None
        held = self._held(number)
        scores = sorted(((self._score(e, beside) + _PAIR * (e.id in held), e.id, e) for e in entries), key=_first_two)
        best = scores[-1][2]
        rival = next((score for score, _, each in reversed(scores[:-1]) if not self._one(best, each)), None)
        lead = 2 * _CLEAR if rival is None else scores[-1][0] - rival
        return Found(hit.first, hit.last, best.label, "", best.id, best.country, None, self._sure(best, hit, lead))

    def _alone(self, hit: Hit) -> bool:
        """Tell whether no other name stands right beside a name, which would make it a part of a longer one."""
        return not (self._proper(hit.first - 1, hit.first) or self._proper(hit.last, hit.last))

    def _proper(self, at: int, joint: int) -> bool:
        """Tell whether a capital word at `at` is tied to a name at `joint`, and is no place itself."""
        if not 0 <= at < len(self._words) or at in self._starts or (at < joint and self._opens(at)):
            return False
        before, after = self._words[joint - 1], self._words[joint]
        return self._words[at].capital and after.start - before.end <= 1 and self._words[at].text.isalpha()

    def _opens(self, at: int) -> bool:
        """Tell whether a word opens a sentence, so that its capital says nothing."""
        return at == 0 or not self._words[at - 1].text[0].isalnum()

    def _one(self, best: Entry, other: Entry) -> bool:
        """Tell whether two places are much the same: a town and what it lies in, or another town near by."""
        if other.id in self._gazetteer.around(best.id) or best.id in self._gazetteer.around(other.id):
            return True
        return kilometres(self._gazetteer.place(best.id), self._gazetteer.place(other.id)) < _SAME_KM

    def _sure(self, best: Entry, hit: Hit, lead: float) -> float:
        if lead < (_CLEAR if self._heard[best.country] else 2 * _CLEAR):
            return OPEN + 0.1
        if hit.fit == BY_SOUND or best.weight < _SMALL:
            return LIKELY - 0.1
        return INFLECTED

    def _may_be(self, entry: Entry, hit: Hit, beside: frozenset[str]) -> bool:
        """Tell whether a name may mean a place: small ones and mere sounds need their country in the text."""
        spoken = self._heard[entry.country] > 0 or not beside.isdisjoint(self._gazetteer.around(entry.id))
        return not self._weak(entry, hit) or (spoken and self._alone(hit))

    def _weak(self, entry: Entry, hit: Hit) -> bool:
        """Tell whether a name needs more than itself: a small place, a mere sound, a word as well, an ending."""
        least = _SMALL if hit.fit == AS_WRITTEN else _LARGE
        return hit.fit == BY_SOUND or entry.shared or entry.weight < least

    def _score(self, entry: Entry, beside: frozenset[str]) -> float:
        share = self._heard[entry.country] / max(1, max(self._heard.values(), default=1))
        score = log10(max(entry.weight, 10.0)) + _COUNTRY * (share + (share > 0)) / 2
        if not beside.isdisjoint(self._gazetteer.around(entry.id)):
            score += _PAIR
        return score + _NEAR * self._nearness(self._gazetteer.place(entry.id))

    def _nearness(self, place: Place) -> float:
        """Return 1 for a place where another stands, falling to 0 with the distance to the nearest.

        What is no point on a map is near where its country is spoken of.
        """
        if place.level not in _POINTS:
            return float(self._heard[place.country] > 0)
        far = min((kilometres(place, other) for other in self._anchors if other.id != place.id), default=1e6)
        return _NEAR_KM / (_NEAR_KM + far)

    def _beside(self, number: int) -> frozenset[str]:
        """Return what a name stands beside: Tripoli, Lebanon; Goma in Nord-Kivu; the Lebanese town of Tripoli."""
        hit = self._hits[number]
        peoples = {self._peoples.get(at, "") for at in range(hit.first - _BESIDE + 1, hit.first + 1)} - {""}
        near = {entry.id for other in self._after(number) for entry in other.entries if self._is_area(entry)}
        return frozenset(peoples | near)

    def _held(self, number: int) -> frozenset[str]:
        """Return what the name before may lie in: Georgia after Atlanta is no country."""
        hit = self._hits[number]
        before = self._hits[number - 1] if number else None
        if before is None or not 0 < hit.first - before.last <= 2 or not self._together(before.last, hit.first):
            return frozenset()
        return frozenset(key for entry in before.entries for key in self._gazetteer.around(entry.id))

    def _after(self, number: int) -> list[Hit]:
        """Return the names that begin soon after a name, in the same sentence."""
        hit = self._hits[number]
        later = self._hits[number + 1 : number + _MOST_BESIDE]
        near = [other for other in later if 0 <= other.first - hit.last <= _BESIDE]
        return [other for other in near if self._together(hit.last, other.first)]

    def _is_area(self, entry: Entry) -> bool:
        return self._gazetteer.place(entry.id).level not in _POINTS

    def _together(self, first: int, last: int) -> bool:
        """Tell whether no sentence ends between two words."""
        return all(word.text not in ".;!?" for word in self._words[first:last])


def _first_two(scored: tuple[float, str, Entry]) -> tuple[float, str]:
    return scored[:2]


def kilometres(one: Place, other: Place) -> float:
    """Return the distance of two places in kilometres, a million where one of them is nowhere."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 1e6
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return _KM * hypot(one.latitude - other.latitude, east)
