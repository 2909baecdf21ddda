"""Which of several places a name means, and whether it means a place at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, hypot, log10, radians

from workbench.extraction.names_fold import Piece
from workbench.extraction.names_found import INFLECTED, LIKELY, OPEN, Found, votes
from workbench.extraction.names_table import Entry, Hit
from workbench.extraction.places import BY_SOUND, Gazetteer, Place

#: A place with fewer people is meant only where the text speaks of its country.
_SMALL = 15_000
#: So many powers of ten of weight the country, a place around it named beside it, and a near place are worth.
_COUNTRY, _PAIR, _NEAR = 1.3, 3.0, 1.0
_NEAR_KM = 120.0
_CLEAR = 0.7  # powers of ten by which the best has to lead, or it is one of several
_MOST_ANCHORS = 60
#: So many words and names after a name are looked at for the country that belongs to it.
_BESIDE, _MOST_BESIDE = 4, 12
_POINTS = ("city", "town", "facility")
_KM = 111.2  # a degree of latitude


class Settler:
    """Settles the places of one text, each name in one sense unless words beside it say another."""

    def __init__(
        self, gazetteer: Gazetteer, words: Sequence[Piece], hits: Sequence[Hit], others: Sequence[Hit]
    ) -> None:
        """Take the words of the text, the places met and the other names."""
        self._gazetteer = gazetteer
        self._words = words
        self._starts = {at for hit in hits for at in range(hit.first, hit.last)}
        self._hits = sorted(hits, key=lambda hit: (hit.first, -hit.last))
        self._others = {(hit.first, hit.last) for hit in others}
        self._heard = votes(others)
        self._heard.update(self._spoken())
        self._anchors = self._anchored()

    @property
    def heard(self) -> Counter[str]:
        """How often each country is spoken of, by places too."""
        return self._heard

    def found(self) -> list[Found]:
        """Return what each name means; a name that nothing speaks for is left out."""
        return [found for number, hit in enumerate(self._hits) if (found := self._read(number, hit)) is not None]

    def _spoken(self) -> Counter[str]:
        """Count the countries of places that can only be in one, and are no small places."""
        spoken: Counter[str] = Counter()
        for hit in self._hits:
            countries = {entry.country for entry in hit.entries if entry.weight >= _SMALL}
            if len(countries) == 1 and hit.fit != BY_SOUND and (hit.first, hit.last) not in self._others:
                spoken[countries.pop()] += 1
        return spoken

    def _anchored(self) -> list[Place]:
        """Return places that a name of their own leads to alone."""
        alone = {hit.entries[0].id for hit in self._hits if len({e.id for e in hit.entries}) == 1}
        places = (self._gazetteer.place(key) for key in sorted(alone))
        local = [p for p in places if p.latitude is not None and p.level in ("city", "town", "adm1", "facility")]
        return [p for p in local if p.population >= _SMALL or p.level != "city"][:_MOST_ANCHORS]

    def _read(self, number: int, hit: Hit) -> Found | None:
        beside = self._beside(number)
        entries = [entry for entry in hit.entries if self._may_be(entry, hit, beside)]
        if not entries:
            return None
        scores = sorted(((self._score(entry, beside), entry.id, entry) for entry in entries), key=lambda s: s[:2])
        best, lead = scores[-1][2], scores[-1][0] - scores[-2][0] if len(scores) > 1 else _CLEAR
        return Found(hit.first, hit.last, best.label, "", best.id, best.country, None, self._sure(best, hit, lead))

    def _alone(self, hit: Hit) -> bool:
        """Tell whether no other name stands right beside a name, which would make it a part of a longer one."""
        return not (self._proper(hit.first - 1, hit.first) or self._proper(hit.last, hit.last))

    def _proper(self, at: int, joint: int) -> bool:
        """Tell whether a capital word at `at` is tied to a name at `joint`, and is no place itself."""
        if not 0 <= at < len(self._words) or at in self._starts:
            return False
        before, after = self._words[joint - 1], self._words[joint]
        return self._words[at].capital and after.start - before.end <= 1 and self._words[at].text.isalpha()

    def _sure(self, best: Entry, hit: Hit, lead: float) -> float:
        if lead < _CLEAR:
            return OPEN + 0.1
        if hit.fit == BY_SOUND or best.weight < _SMALL:
            return LIKELY - 0.1
        return INFLECTED

    def _may_be(self, entry: Entry, hit: Hit, beside: frozenset[str]) -> bool:
        """Tell whether a name may mean a place: small ones and mere sounds need their country in the text."""
        weak = entry.weight < _SMALL or hit.fit == BY_SOUND
        spoken = self._heard[entry.country] > 0 or entry.id in beside
        return not weak or (spoken and self._alone(hit))

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
        """Return the countries and provinces that a name stands beside: Tripoli, Lebanon; Goma in Nord-Kivu."""
        hit = self._hits[number]
        after = (other for other in self._hits[number + 1 : number + _MOST_BESIDE] if other.first >= hit.last)
        return frozenset(
            entry.id
            for other in after
            if other.first - hit.last <= _BESIDE and self._together(hit.last, other.first)
            for entry in other.entries
            if self._gazetteer.place(entry.id).level not in _POINTS
        )

    def _together(self, first: int, last: int) -> bool:
        """Tell whether no sentence ends between two words."""
        return all(word.text not in ".;!?" for word in self._words[first:last])


def kilometres(one: Place, other: Place) -> float:
    """Return the distance of two places in kilometres, a million where one of them is nowhere."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 1e6
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return _KM * hypot(one.latitude - other.latitude, east)
