"""From the words for a source to the register: who says so (origin), and through whom (relay)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.extraction.lexicon import Lexicon
from workbench.extraction.marks import Mark
from workbench.extraction.names import Name
from workbench.extraction.words import Words
from workbench.model.mention import Label
from workbench.registers import Registers

#: Kinds of source that name nobody in particular: someone more particular beside them is the origin.
_GENERAL = frozenset(("individual", "state_official", "unattributed"))
_SHORTEST = 5
#: No name is longer.
_LONGEST = 300
_AGENCY = "news_agency"
_ARMED = frozenset((Label.ARMED_GROUP.value, Label.STATE_FORCE.value))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so: register ids, and the tokens that name them (empty where nobody is named).

    `inferred` says that the words only stand for an origin named before.
    """

    origin: str | None
    relay: str | None
    start: int
    end: int
    inferred: bool = False


class SourceResolver:
    """Link sources to the register."""

    def __init__(self, registers: Registers, lexicon: Lexicon) -> None:
        """Take the registers, and the language's words."""
        self._articles = lexicon.words("attribution", "source_articles")
        self._anybody = lexicon.words("attribution", "anybody")
        self._willing = lexicon.words("status", "self_claim")
        self._prepositions = lexicon.words("clauses", "prepositions")
        self._plural = next(iter(lexicon.endings("nouns")), "")
        self._registers = registers

    def relays(self, marks: Sequence[Mark], words: Words, names: Sequence[Name]) -> list[tuple[Mark, str]]:
        """Return the marks of a sentence that name an agency alone, with the agency."""
        if not any(map(self._agency, names)):
            return []
        found = ((mark, *self._resolve(mark, words, names)) for mark in marks)
        return [(mark, agency) for mark, origin, agency in found if origin is None and agency is not None]

    def speaker(
        self, mark: Mark, words: Words, names: Sequence[Name], relays: Sequence[tuple[Mark, str]] = ()
    ) -> Speaker:
        """Return who speaks in `mark`; an agency in another mark of the sentence relays it."""
        origin, relay = self._resolve(mark, words, names)
        others = (agency for other, agency in relays if other is not mark and agency != origin)
        relay = relay or next(others, None)
        if origin is None and relay is not None:
            origin, relay = relay, None
        named = (n for n in self._inside(mark, words, names) if n.register_id == origin)
        inferred = [n.inferred for n in named]
        return Speaker(origin, relay, mark.start, mark.end, bool(inferred) and all(inferred))

    def _agency(self, name: Name) -> bool:
        """Tell whether a name is a news agency's."""
        source = self._registers.sources.get(name.register_id)
        return source is not None and source.kind == _AGENCY

    def _resolve(self, mark: Mark, words: Words, names: Sequence[Name]) -> tuple[str | None, str | None]:
        """Return origin and relay among the names in and around a mark."""
        inside, end = self._inside(mark, words, names), words.chars(*mark.wide)[1]
        sources = [n.register_id for n in inside if n.register_id in self._registers.sources]
        agencies = [s for s in sources if self._registers.sources[s].kind == _AGENCY]
        others = [s for s in sources if s not in agencies]
        particular = [s for s in others if self._registers.sources[s].kind not in _GENERAL]
        # Fighters named in a clause on the source do not speak: the ministry, which is run by the rebels, said.
        stop = end if mark.clause is None else words.chars(mark.clause, mark.clause + 1)[0]
        fighters = (n for n in inside if (n.label in _ARMED or n.inferred) and n.start < stop)
        armed = [n.register_id for n in fighters if n.register_id in self._registers.actors]
        origin = next(iter((*particular, *armed, *others)), None) or self._government(mark, words)
        return origin, next(iter(agencies), None)

    def _government(self, mark: Mark, words: Words) -> str | None:
        """Return the government that is meant where a country or a capital speaks: Moscow said, laut Kiew."""
        said = [words.text[k] for k in range(mark.start, mark.end) if words.lower[k] not in self._articles]
        return self._registers.spoken_for.get(" ".join(said).casefold())

    def _inside(self, mark: Mark, words: Words, names: Sequence[Name]) -> list[Name]:
        """Return the names in and around a mark that the registers know."""
        start, end = words.chars(*mark.wide)
        near = names[bisect_left(names, start - _LONGEST, key=_start) : bisect_left(names, end, key=_start)]
        return [n for n in near if n.register_id and n.start < end and start < n.end]

    def named(self, words: Words, names: Sequence[Name]) -> list[Speaker]:
        """Return the sources that `names` name, whether they speak there or not: they may be spoken of again."""
        found = (n for n in names if n.register_id in self._registers.sources)
        return [Speaker(n.register_id, None, *words.covering(n.start, n.end)) for n in found]

    def forces(self, words: Words, names: Sequence[Name]) -> dict[str, frozenset[str | None]]:
        """Return the forces of an article by the words that name them: Armee, where die syrische Armee is one."""
        found: dict[str, set[str | None]] = {}
        for name in names:
            for word in words.lower[slice(*words.covering(name.start, name.end))] if name.label in _ARMED else ():
                found.setdefault(word, set()).add(name.register_id)
        return {word: frozenset(ids) for word, ids in found.items()}

    def known(
        self,
        speaker: Speaker,
        mark: Mark,
        words: Words,
        heard: Sequence[Speaker],
        forces: Mapping[str, frozenset[str | None]],
    ) -> Speaker:
        """Return who is meant where only a noun is said, by who was heard before or by the article's `forces`."""
        return self._meant(self._again(speaker, words, heard, mark), mark, forces)

    def _meant(self, speaker: Speaker, mark: Mark, forces: Mapping[str, frozenset[str | None]]) -> Speaker:
        """Return the one force of the article that a compound names as its source: Armeeangaben, where die Armee is."""
        if speaker.origin is not None or len(mark.who) < _SHORTEST:
            return speaker
        meant = forces.get(mark.who, frozenset())
        (origin,) = meant if len(meant) == 1 else (None,)
        return Speaker(origin, speaker.relay, speaker.start, speaker.end, inferred=True) if origin else speaker

    def _again(self, speaker: Speaker, words: Words, heard: Sequence[Speaker], mark: Mark) -> Speaker:
        """Return who was heard before where only their noun is said again: das Ministerium, the organisation."""
        said = [words.lower[k] for k in range(speaker.start, speaker.end) if words.lower[k] not in self._articles]
        said = [mark.who] if mark.who else said
        if speaker.origin is not None or len(said) != 1:
            return speaker
        noun = said[0].removesuffix(self._plural)
        for earlier in reversed(heard):
            spoken = words.lower[earlier.start : earlier.end]
            named = noun in self._anybody or any(
                w.removesuffix(self._plural).endswith(noun) for w in spoken if len(noun) >= _SHORTEST
            )
            if earlier.origin is not None and named:
                return Speaker(earlier.origin, speaker.relay or earlier.relay, speaker.start, speaker.end)
        return speaker

    def claiming(self, words: Words, names: Sequence[Name], sentence: tuple[int, int]) -> Speaker | None:
        """Return who claims their own deed: a country or capital at its verb (Moskau will …), else who is armed."""
        willing = [k for k in range(*sentence) if words.lower[k] in self._willing]
        for at in (beside for k in willing for beside in (k - 1, k + 1)):
            origin = self._registers.spoken_for.get(words.at(at)) if at in range(*sentence) else None
            if origin is not None:
                return Speaker(origin, None, at, at + 1)
        return self.own(None, words, names, sentence)

    def own(
        self, speaker: Speaker | None, words: Words, names: Sequence[Name], sentence: tuple[int, int]
    ) -> Speaker | None:
        """Return the first armed actor or government of a sentence as the speaker: its own figures are given."""
        first, last = words.chars(*sentence)
        for name in names:
            who = self._own(name, words) if name.start >= first and name.end <= last else None
            if who:
                origin, relay = (speaker.origin, speaker.relay) if speaker is not None else (None, None)
                return Speaker(origin or who, relay, *words.covering(name.start, name.end))
        return speaker

    def _own(self, name: Name, words: Words) -> str | None:
        """Return whose own figures are given where a name is the first: an armed actor, or Israel for its government.

        A country where something happens is none: in Israel.
        """
        if name.label in _ARMED:
            return name.register_id or None
        at = words.covering(name.start, name.end)
        inside = words.at(at[0] - 1) in self._prepositions
        said = " ".join(words.text[slice(*at)]).casefold()
        return None if name.label != Label.GPE.value or inside else self._registers.spoken_for.get(said)


def _start(name: Name) -> int:
    """Return where a name starts."""
    return name.start
