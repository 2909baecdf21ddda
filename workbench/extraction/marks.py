"""Where a sentence names a source, and which of its sources a claim is told by."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.extraction.drafts import Draft, Sentence

#: So many tokens at most part who is cited from the verb of who cites them.
_CITED = 20
#: So many tokens at most stand between the two where their words are shown as one.
_CLOSE = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that name a source: tokens [start, end), empty where nobody is named; `wide` takes its clauses too.

    `pronoun` says that someone named before speaks (er sagte), `own` that the subject does (nach eigenen Angaben),
    `general` that nobody in particular does (nach neuesten Angaben), `back` that the sentence before is meant
    (das teilte die Polizei mit), `cites` that another passes on what they say (unter Berufung auf Ärzte). `clause`
    is where a clause on the subject starts, `inside` that only what its verb's own clause tells is told by it,
    `onwards` that nothing before it is (nine died, but residents say). `who` is what a compound says of its source
    (Armeeangaben: armee).
    """

    start: int
    end: int
    wide: tuple[int, int]
    verb: int
    rule: str
    pronoun: bool = False
    own: bool = False
    general: bool = False
    back: bool = False
    cites: bool = False
    clause: int | None = None
    inside: bool = False
    onwards: bool = False
    who: str = ""

    @property
    def named(self) -> bool:
        """Whether words for a source are there."""
        return self.start < self.end

    @property
    def aside(self) -> bool:
        """Whether a preposition names the source, amid what is told: laut Ärzten, according to doctors."""
        return self.wide[0] == self.verb < self.start


def mark_for(draft: Draft, marks: list[Mark], sentence: Sentence) -> Mark | None:
    """Choose whose words a claim is, among the sources of its sentence: in its stretch, else the nearest.

    Where the source chosen passes on what another said, that other is returned.
    """
    named = [m for m in marks if not _of_part(draft, m, sentence)]
    if not named:
        return None
    at = draft.group.start
    segment = sentence.clauses.segment(at)
    same = [m for m in named if not m.general and sentence.clauses.segment(m.verb) == segment]
    same = same if any(m.named or m.pronoun for m in same) else []
    chosen = min(same or named, key=lambda m: (not m.named, m.general, abs(m.verb - at)))
    return chosen if chosen.cites else _cited_by(chosen, named) or chosen


def last_of(marks: list[Mark]) -> Mark | None:
    """Return who goes on speaking after a sentence: the last one named, or whom that one cites."""
    named = [m for m in marks if m.named and not m.inside]
    if not named or named[-1].cites:
        return named[-1] if named else None
    return _cited_by(named[-1], named) or named[-1]


def with_relays(marks: list[Mark]) -> list[Mark]:
    """Take who passes it on into the words for who is cited, where they stand close: X meldete unter Berufung auf Y."""
    relays = [m for m in marks if m.named and not m.cites]
    return [_joined(mark, relays) if mark.cites and relays else mark for mark in marks]


def _joined(cited: Mark, relays: list[Mark]) -> Mark:
    """Return who is cited with the words of the nearest relay."""
    relay = min(relays, key=lambda m: abs(m.verb - cited.verb))
    apart = max(relay.start - cited.end, cited.wide[0] - relay.end)
    if apart > _CLOSE:
        return cited
    first, end = min(cited.wide[0], relay.start), max(cited.end, relay.end)
    return replace(cited, start=first, end=end, onwards=cited.onwards or relay.onwards)


def _of_part(draft: Draft, mark: Mark, sentence: Sentence) -> bool:
    """Tell whether a source vouches for an inserted part only that comes after the draft: darunter laut Ärzten zwei."""
    at = draft.group.start
    if mark.onwards and at < mark.wide[0]:
        return True
    if mark.inside and (at < mark.verb or sentence.clauses.of(at) == sentence.clauses.of(mark.start)):
        return True
    spans = (lead for lead in sentence.leads.values() if lead[0] <= mark.verb < lead[1])
    return any(draft.group.start < lead[0] for lead in spans)


def _cited_by(chosen: Mark, marks: list[Mark]) -> Mark | None:
    """Return who is cited by the source chosen, where somebody is: each cites whoever is named nearest."""
    relays = [m for m in marks if not m.cites]
    for cited in marks:
        near = cited.cites and min(relays, key=lambda m: abs(m.verb - cited.verb)) is chosen
        if near and abs(cited.verb - chosen.verb) <= _CITED:
            return cited
    return None
