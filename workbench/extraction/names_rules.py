"""Names that rules build out of smaller ones: a people and its army, a side of a country, a building and its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.extraction.names_fold import Piece
from workbench.extraction.names_found import BY_RULE, INFLECTED, LIKELY, OPEN, Found
from workbench.extraction.names_lexicon import ADJECTIVE, BUILDING
from workbench.extraction.names_words import NameWords, among
from workbench.extraction.roles import Roles
from workbench.model.claim import Category
from workbench.model.mention import Label

_ARTICLE = frozenset({"al", "el", "as", "ar", "an", "az", "esch", "asch", "ash", "ad", "at"})
_DISTRICT, _PROVINCE = 3, 4  # UCDP's precisions
_MOST_PEOPLES = 4  # named together before one noun
_MOST_TIED = 12  # so many parts of one word are looked at
_OF_STATES = (Category.COMBATANT_STATE, Category.OFFICER)
_PLACES = frozenset({Label.GPE.value, Label.LOC.value})
#: Of whom a person's or a source's men are is not in the word: a Reuters-Reporter is no side's.
_NO_FORCES = frozenset({Label.PERSON.value, Label.SOURCE.value})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at: the pieces, the finds that begin at each piece, and who stands for what."""

    pieces: Sequence[Piece]
    at: Mapping[int, Sequence[Found]]
    roles: Roles
    words: NameWords
    german: bool
    forces: Mapping[str, str]
    governments: Mapping[str, str]
    country: Callable[[str], str]
    province_of: Callable[[str], str]
    rebels: Callable[[], tuple[str, float]]
    owner: Callable[[Piece], str]
    text: str

    def folded(self, index: int) -> str:
        """Return the folded word at `index`, empty beyond the end."""
        return self.pieces[index].folded if 0 <= index < len(self.pieces) else ""

    def first_at(self, index: int, *labels: str) -> Found | None:
        """Return the longest find that begins at `index` with one of `labels`."""
        finds = self.at.get(index)
        if finds is None:
            return None
        fitting = [found for found in finds if found.label in labels]
        return max(fitting, key=lambda found: found.last, default=None)

    def proper(self, index: int) -> bool:
        """Tell whether a name could go on at `index`: a capital or an Arabic article, right after the last word."""
        if not 0 < index < len(self.pieces):
            return False
        piece, before = self.pieces[index], self.pieces[index - 1]
        near = piece.joined or self.text[before.end : piece.start] == " "
        article = piece.folded in _ARTICLE and index + 1 < len(self.pieces) and self.pieces[index + 1].joined
        return near and piece.text[0].isalpha() and (piece.capital or article)

    def capital_before(self, index: int) -> bool:
        """Tell whether the word right before `index` is a name's: a capital or an Arabic article."""
        if index < 1:
            return False
        piece, after = self.pieces[index - 1], self.pieces[index]
        near = after.joined or self.text[piece.end : after.start] == " "
        return near and piece.text[0].isalpha() and (piece.capital or (piece.folded in _ARTICLE and after.joined))


_Rule = Callable[[Scene, int, Piece], Found | None]
#: So many words are remembered with the rules they begin.
_MOST_KNOWN = 100_000


class Rules:
    """Which rules a word can begin, remembered by word, for most words begin none."""

    def __init__(self, roles: Roles, words: NameWords) -> None:
        """Take the language's words for people, and those that names are built with."""
        self._begins: tuple[tuple[_Rule, Callable[[str], object]], ...] = (
            (_role, roles.may_end),
            (_side_of_country, words.directions.__contains__),
            (_administered, words.is_administered),
            (_titled, words.titles.__contains__),
            (_inner_side, words.unsided),
        )
        self._known: dict[str, tuple[_Rule, ...]] = {}

    def of(self, folded: str) -> tuple[_Rule, ...]:
        """Return the rules that a folded word can begin."""
        known = self._known.get(folded)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[folded] = tuple(rule for rule, begins in self._begins if begins(folded))
        return known


def built(scene: Scene, rules: Rules) -> Iterator[Found]:
    """Yield every name that a rule builds on a word, or on a find that a rule goes on from; the longest win later."""
    for index, piece in enumerate(scene.pieces):
        for rule in rules.of(piece.folded):
            found = rule(scene, index, piece)
            if found is not None:
                yield found
    for index, finds in scene.at.items():
        for rule in {_ON_FINDS[found.label]: None for found in finds if found.label in _ON_FINDS}:
            found = rule(scene, index, scene.pieces[index])
            if found is not None:
                yield found


def _role(scene: Scene, index: int, piece: Piece) -> Found | None:
    """Read a word for people, with all that hyphens join to it: HTS-Kämpfer, Armeesoldaten, aid workers."""
    if scene.words.capitalised and not piece.capital and not piece.joined:
        return None
    first = index
    while first and scene.pieces[first].joined and index - first < _MOST_TIED:
        first -= 1
    words = [p.folded for p in scene.pieces[max(first, index - 1) : index + 1]]
    category = scene.roles.category_of(words)
    if first == index and index and scene.roles.names_pair(words_before(scene, index)):
        first, category = index - 1, scene.roles.category(words_before(scene, index))
    if category is None or category is Category.UNSPECIFIED or (first == index and piece.folded in scene.words.seldom):
        return None
    tied = range(first, index) if piece.joined else ()
    inner = [_of_whom(scene, found, category) for at in tied for found in scene.at.get(at, ())]
    who = next((who for who in (*inner, _called(scene, first, index + 1, category)) if who), "")
    if not who and category in _OF_STATES:
        who = scene.owner(piece) or _of_country(scene, index + 1)
    confidence = LIKELY if who else INFLECTED
    if not who and any(scene.words.is_of_rebels(p.folded) for p in scene.pieces[first : index + 1]):
        who, confidence = scene.rebels()
    return Found(first, index + 1, Label.ROLE.value, who, "", "", category, confidence)


def _called(scene: Scene, first: int, last: int, category: Category) -> str:
    """Return the group that is called by a word for fighters where the article is: the bandits are those of Nigeria."""
    if category is not Category.COMBATANT_NONSTATE:
        return ""
    known = (found for found in scene.at.get(first, ()) if found.last == last)
    return next((found.id for found in known if found.label == Label.ARMED_GROUP.value), "")


def _of_country(scene: Scene, index: int) -> str:
    """Return the force of the country whose soldiers they are: Soldaten der Ukraine, soldiers of Ukraine."""
    after = _past(scene, index)
    place = scene.first_at(after, *_PLACES) if after > index or scene.german else None
    return scene.forces.get(place.country, "") if place is not None and place.place == place.country else ""


def _of_whom(scene: Scene, found: Found, category: Category) -> str:
    """Return the actor that the first part of a compound names: HTS, or of the US its army where soldiers are meant."""
    if found.label == Label.GPE.value and category in _OF_STATES:
        return scene.forces.get(found.place, "")
    return found.id if found.label not in _NO_FORCES else ""


def words_before(scene: Scene, index: int) -> str:
    """Return the word at `index` with the one before it."""
    return f"{scene.pieces[index - 1].text} {scene.pieces[index].text}"


def _by_people(scene: Scene, index: int, _piece: Piece) -> Found | None:
    """Read a people's adjective with what it stands before: its soldiers, its army, its government, its border."""
    peoples = _joined(scene, index)
    found = _of_people(scene, peoples[-1]) if peoples else None
    if found is None or len(peoples) == 1:
        return found
    if found.label not in (Label.STATE_FORCE, Label.ROLE):
        return None
    everyone = [_of_people(scene, replace(people, last=peoples[-1].last)) for people in peoples]
    same = all(one is not None and one.id == found.id for one in everyone)
    return replace(found, first=index) if same else replace(found, first=index, id="", country="", confidence=OPEN)


def _joined(scene: Scene, index: int) -> list[Found]:
    """Return the peoples that are named together from `index` on: Russian and Syrian."""
    peoples: list[Found] = []
    people = scene.first_at(index, ADJECTIVE)
    while people is not None and len(peoples) < _MOST_PEOPLES:
        peoples.append(people)
        joint = scene.folded(people.last) in scene.words.joints
        people = scene.first_at(people.last + 1, ADJECTIVE) if joint else None
    return peoples


def _of_people(scene: Scene, people: Found) -> Found | None:
    """Read what one people's adjective stands before."""
    index, after = people.first, people.last
    force = scene.first_at(after, Label.STATE_FORCE.value)
    if force is not None:
        own = force.country == people.country or force.confidence >= INFLECTED
        who = force.id if own else scene.forces.get(people.country, "")
        return Found(index, force.last, force.label, who, "", people.country, None, LIKELY)
    role = _role_at(scene, after)
    return _people_role(scene, people, role) if role else _people_thing(scene, people, after)


def _role_at(scene: Scene, index: int) -> Found | None:
    """Return the role that begins at `index`, over the hyphens that follow."""
    last = index
    while last + 1 < len(scene.pieces) and scene.pieces[last + 1].joined and last - index < _MOST_TIED:
        last += 1
    if last >= len(scene.pieces):
        return None
    found = _role(scene, last, scene.pieces[last])
    return found if found and found.first == index else None


def _people_role(scene: Scene, people: Found, role: Found) -> Found:
    state = role.category is not None and role.category.broad is Category.COMBATANT_STATE
    own = state and role.category not in (Category.UN, Category.POLICE)
    who = scene.forces.get(people.country, "") if own else role.id
    return replace(role, first=people.first, id=who or role.id, country=people.country, confidence=LIKELY)


def _people_thing(scene: Scene, people: Found, after: int) -> Found | None:
    word, known = scene.folded(after), scene.words
    if among(word, known.governments):
        who = scene.governments.get(people.country, "")
        return Found(people.first, after + 1, Label.ORG.value, who, "", people.country, None, BY_RULE)
    for words, label in ((known.assemblies, Label.ORG), (known.borders, Label.LOC), (known.wars, Label.EVENT)):
        if among(word, words):
            place, precision = (people.country, 5) if label is Label.LOC else ("", None)
            return Found(
                people.first, after + 1, label.value, "", place, people.country, None, BY_RULE, precision=precision
            )
    if among(word, known.heads_of_state) and not scene.proper(after + 1):
        return Found(people.first, after + 1, Label.PERSON.value, "", "", people.country, None, BY_RULE)
    return None


def _side_of_country(scene: Scene, index: int, piece: Piece) -> Found | None:
    """Read "Nordwesten Syriens", "Süden des Libanon", "northern Syria"; a place right behind narrows it."""
    if scene.german and not piece.capital:
        return None
    place = scene.first_at(_past(scene, index + 1), *_PLACES)
    if place is None:
        return None
    inner = scene.first_at(place.last, *_PLACES) if scene.proper(place.last) else None
    last = inner or place
    where = (scene.province_of(inner.place) or inner.place) if inner else place.place
    whole = 5 if place.place == place.country else None  # the south of a town is in the town
    precision = _PROVINCE if inner else whole
    return Found(index, last.last, Label.LOC.value, "", where, last.country, None, BY_RULE, precision, nests=True)


def _past(scene: Scene, index: int) -> int:
    """Return the index behind the word "of" if one stands at `index`."""
    return index + (scene.folded(index) in scene.words.of)


def _inner_side(scene: Scene, index: int, piece: Piece) -> Found | None:
    """Read "Nordsyrien" and "Südlibanon": a side and a country in one word."""
    country = scene.country(scene.words.unsided(piece.folded)) if scene.german and piece.capital else ""
    if not country:
        return None
    return Found(index, index + 1, Label.LOC.value, "", country, country, None, BY_RULE, precision=5)


def _administered(scene: Scene, index: int, piece: Piece) -> Found | None:
    """Read "Provinz Aleppo", "Stadt Aleppo" and "city of Aleppo"; a village may be unknown."""
    after = _past(scene, index + 1)
    if piece.capital is not scene.german or (not scene.german and after == index + 1):
        return None
    place = scene.first_at(after, *_PLACES)
    if place is not None:
        return _area(scene, place, index, place.last, piece.folded)
    if scene.german and among(piece.folded, scene.words.villages) and scene.proper(index + 1):
        return Found(index, _name_end(scene, index + 1), Label.GPE.value, confidence=OPEN)
    return None


def _province_after(scene: Scene, index: int, _piece: Piece) -> Found | None:
    """Read "Aleppo province"."""
    place = scene.first_at(index, *_PLACES)
    word = scene.folded(place.last) if place is not None and not scene.german else ""
    if place is None or not scene.words.is_administered(word) or word in scene.words.towns:
        return None
    return _area(scene, place, index, place.last + 1, word)


def _area(scene: Scene, place: Found, first: int, last: int, word: str) -> Found:
    """Return what a word for an area and a name say: the province named as its town is, a district, the town."""
    if among(word, scene.words.towns):
        return replace(place, first=first, nests=True)
    key, precision = place.place, _DISTRICT
    if among(word, scene.words.provinces):
        key, precision = scene.province_of(place.place) or place.place, _PROVINCE
    return replace(place, first=first, last=last, label=Label.GPE.value, place=key, precision=precision, nests=True)


def _name_end(scene: Scene, index: int, most: int = 3) -> int:
    """Return where a name that begins at `index` ends: capitals and articles in a row, nothing that is known else."""
    last = index
    while last < index + most and scene.proper(last) and not _role_at(scene, last):
        last += 1
    return last


def _facility(scene: Scene, index: int, _piece: Piece) -> Found | None:
    """Read a building with its name: "Flughafen al-Nayrab", "Schifa-Klinik", "Nasser hospital"."""
    building = scene.first_at(index, BUILDING)
    if building is None:
        return None
    first, last, of = index, building.last, _past(scene, building.last)
    owner = _local(scene.first_at(of, *_PLACES)) if of > last else None
    if owner is not None:
        return _in_place(scene, replace(owner, first=first, label=Label.FACILITY.value, precision=None, nests=True))
    if scene.pieces[index].joined or not scene.german:
        while index - first < 3 and scene.capital_before(first) and (scene.pieces[first].joined or not scene.german):
            first -= 1
        known = _local(scene.first_at(first, *_PLACES, Label.FACILITY.value))
    else:
        last = _name_end(scene, last)
        known = _local(scene.first_at(building.last, *_PLACES, Label.FACILITY.value))
    if (first, last) == (index, building.last):
        return None
    found = Found(first, last, Label.FACILITY.value, "", "", "", None, BY_RULE)
    return _in_place(scene, found if known is None else replace(found, place=known.place, country=known.country))


def _local(place: Found | None) -> Found | None:
    """Return a place that is no country: a US base lies where it lies."""
    return None if place is None or place.place == place.country else place


def _in_place(scene: Scene, found: Found) -> Found:
    """Let a building that is no place itself lie where the words behind it say: Nasser-Krankenhaus in Chan Junis."""
    if found.place or scene.folded(found.last) not in scene.words.inside:
        return replace(found, confidence=BY_RULE)
    town = scene.first_at(found.last + 1, *_PLACES)
    return found if town is None else replace(found, place=town.place, country=town.country)


def _titled(scene: Scene, index: int, _piece: Piece) -> Found | None:
    """Read the name after a title as a person's."""
    if not scene.proper(index + 1) or scene.pieces[index + 1].joined:
        return None
    known = any(found.label not in (BUILDING, *_PLACES) for found in scene.at.get(index + 1, ()))
    known = known or scene.words.is_office(scene.folded(index + 1))
    last = _name_end(scene, index + 1)
    if known or last == index + 1:
        return None
    return Found(index + 1, last, Label.PERSON.value, confidence=OPEN + 0.1)


def is_article(folded: str) -> bool:
    """Tell whether a folded word is an Arabic article: al-, ash-."""
    return folded in _ARTICLE


def _group(scene: Scene, index: int, _piece: Piece) -> Found | None:
    """Read the group into the name: "Hisbollah-Gruppe", "Hezbollah group"."""
    named = scene.first_at(index, Label.ARMED_GROUP.value)
    if named is None or not named.id or scene.folded(named.last) not in scene.words.groups:
        return None
    if not scene.words.beside and not scene.pieces[named.last].joined:
        return None
    return replace(named, last=named.last + 1)


#: The rules that go on from a find of a label.
_ON_FINDS: Mapping[str, _Rule] = {
    ADJECTIVE: _by_people,
    BUILDING: _facility,
    Label.ARMED_GROUP.value: _group,
    Label.GPE.value: _province_after,
    Label.LOC.value: _province_after,
}
