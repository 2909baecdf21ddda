"""What was found in an article and why, as plain text for a person; the JSON of `extraction` is for programs.

Offsets are half-open and count code points of the stored text, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.exporters.extraction import Reading
from workbench.exporters.quotes import pieces
from workbench.model.actor import Actor, Side, Source
from workbench.model.circumstance import When, Where
from workbench.model.claim import THINGS, Claim, Unit
from workbench.model.span import Span
from workbench.wording import (
    category_words,
    claim_words,
    effect_words,
    epistemic_words,
    read_words,
    relation_words,
    said_by,
    scope_words,
    side_words,
)

_LABEL = 11
_LANGUAGES = {"de": "German", "en": "English"}
Names = Mapping[str, Actor | Source]


def explanation(name: str, reading: Reading, names: Names, sides: Mapping[str, Side]) -> str:
    """Return an article's claims and why each is as it is, then the numbers that made none; `name` heads it.

    `names` are actors and sources by id. The reading has to carry its text.
    """
    found = reading.findings
    blocks = ["\n".join(_head(name, reading))]
    for number, claim in enumerate(found.claims, 1):
        title = f"Claim {number} of {len(found.claims)}: {effect_words(claim.effect)}, {claim_words(claim)}"
        rows = _rows(claim, reading, names, sides)
        blocks.append("\n".join((title, *(f"  {label:<{_LABEL}}{words}".rstrip() for label, words in rows))))
    if found.uncounted:
        numbers = (f"  {_at(row.span)}  “{_line(row.text)}”  {row.what}" for row in found.uncounted)
        blocks.append("\n".join(("Numbers that made no claim:", *numbers)))
    return "\n\n".join(blocks) + "\n"


def _head(name: str, reading: Reading) -> Iterator[str]:
    """Yield what is known of the article itself."""
    found = reading.findings
    yield f"== {name} =="
    if reading.title:
        yield _line(reading.title)
    day = (
        f"published {reading.published}"
        if reading.published
        else "day of publication unknown, so no “on Monday” has a date"
    )
    claims = f"{len(found.claims)} claim{'' if len(found.claims) == 1 else 's'}"
    yield f"{_LANGUAGES.get(found.language, found.language)}; {day}; {len(reading.text or ''):,} characters; {claims}"


def _rows(claim: Claim, reading: Reading, names: Names, sides: Mapping[str, Side]) -> Iterator[tuple[str, str]]:
    """Yield the parts of a claim, each with its label; a label left empty goes on with the one before."""
    text = reading.text or ""
    unit = "" if claim.unit is Unit.PERSONS else f" {claim.unit.value}"
    yield "effect", effect_words(claim.effect) + _quoted(claim.effect_span, text)
    yield "number", f"{read_words(claim.quantity)}{unit} ({_modifier(claim)})" + _quoted(claim.number, text)
    who = claim.unit.value if claim.effect in THINGS else category_words(claim.category)
    yield "victims", who + _quoted(claim.victims, text)
    yield "actor", _actor(claim.actor, names)
    yield "side", side_words(reading.sides.get(claim.id), sides)
    yield "source", (said_by(claim, names) or "nobody named") + _quoted(claim.attribution, text)
    yield "status", epistemic_words(claim.epistemic)
    yield "scope", scope_words(claim.scope)
    yield "date", _when(claim.when)
    yield "place", _where(claim.where)
    yield from _several("relations", _relations(claim, reading.findings.claims))
    yield "evidence", _quoted(claim.evidence, text).strip()
    yield "sentence", _marked(claim, text)
    yield from _several("why", claim.rules)


def _several(label: str, lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield lines under one label."""
    yield from ((label if n == 0 else "", line) for n, line in enumerate(lines))


def _modifier(claim: Claim) -> str:
    """Return the modifier, and the bounds as they are stored: ``at least; low 4, high open``."""
    low, high = claim.quantity.low, claim.quantity.high
    bounds = f"low {'open' if low is None else low}, high {'open' if high is None else high}"
    return f"{claim.quantity.modifier.value.replace('_', ' ')}; {bounds}"


def _actor(actor: str | None, names: Names) -> str:
    """Return whose people they were, with the register's key."""
    return "unknown" if actor is None else f"{names[actor].name if actor in names else actor} ({actor})"


def _when(when: When | None) -> str:
    """Return the days of a claim, how exactly they are known and whether they are its own."""
    if when is None:
        return "unknown"
    days = str(when.start) if when.start == when.end else f"{when.start} to {when.end}"
    return f"{days} ({_known(when)})"


def _where(where: Where | None) -> str:
    """Return the place of a claim, how exactly it is known and whether it is its own."""
    if where is None:
        return "unknown"
    return f"{where.name or where.place} ({_known(where)})"


def _known(setting: When | Where) -> str:
    """Return how exactly a date or place is known, and whether the claim's own clause tells it."""
    return f"precision {setting.precision}, {'inherited' if setting.inherited else 'its own'}"


def _relations(claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """Return the relations a claim carries: among claim 1, “12 Soldaten”."""
    places = {other.id: (number, claim_words(other)) for number, other in enumerate(claims, 1)}
    known = (relation for relation in claim.relations if relation.to in places)
    return tuple(f"{relation_words(r.type)} claim {places[r.to][0]}, “{places[r.to][1]}”" for r in known)


def _marked(claim: Claim, text: str) -> str:
    """Return the claim's sentence on one line, its parts named in brackets."""
    cut = (
        f"[{piece.parts.replace(' ', '+')}: {piece.text}]" if piece.parts else piece.text
        for piece in pieces(claim, text)
    )
    return _line("".join(cut))


def _quoted(span: Span | None, text: str) -> str:
    """Return the words of a part with their place, or nothing where it has no words."""
    return f" “{_line(span.of(text))}” {_at(span)}" if span else ""


def _at(span: Span) -> str:
    return f"{span.start}:{span.end}"


def _line(words: str) -> str:
    return " ".join(words.split())
