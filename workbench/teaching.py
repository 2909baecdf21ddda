"""A correction that teaches: the other places of its words, and the register that new articles are read with.

Only what the machine found and nobody decided on follows, and only where it was read as the corrected place was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.changes import Change, Edit, Value
from workbench.folding import folded
from workbench.model.actor import Actor, Source
from workbench.model.claim import Category, Claim
from workbench.model.mention import Label, Maker, Mention, Status
from workbench.registers import Registers

#: The act that carries a correction to the other places of its words.
TEACH = "teach"
#: The acts that can be taught.
_TAUGHT = ("relabel", "link", "reject", "edit_actor", "edit_side")
#: The labels of names that may become another name of an actor or a source; others name places, people and things.
_NAMES = frozenset({Label.ARMED_GROUP, Label.STATE_FORCE, Label.ORG, Label.SOURCE})
_RULE = "taught, «{}»"
#: What German and English put at the end of a word, as single letters.
_ENDINGS = "enrms"

Row = Actor | Source


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a correction says of its words: they are to be read as in `after`, no longer as in `before`.

    `name` are the words that the actor or source is called by in new articles, empty where nothing is to be learnt.
    """

    before: Mention | Claim
    after: Mention | Claim
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where words stand in a case.

    `mentions` and `claims` (by their people) have these words; `counting` and `telling` are the claims whose people,
    and whose source, such a mention names. `followed` are the ids of mentions on which nobody decided but by an earlier
    lesson: a later one may take them along.
    """

    mentions: Sequence[Mention] = ()
    claims: Sequence[Claim] = ()
    counting: Sequence[Claim] = ()
    telling: Sequence[Claim] = ()
    followed: frozenset[int] = frozenset()


def lesson(change: Change, mentions_of: Callable[[int], Iterable[Mention]]) -> Lesson | None:
    """Return what a change teaches, or None; `mentions_of` an article are asked for where a claim was corrected.

    Words that name nobody themselves ("the group", "soldiers") teach nothing: elsewhere they stand for others.
    """
    edits = [edit for edit in change.edits if isinstance(edit.after, Mention | Claim)]
    if change.act not in _TAUGHT or len(edits) != 1 or edits[0].before is None:
        return None
    before, after = edits[0].before, edits[0].after
    if isinstance(before, Mention) and isinstance(after, Mention):
        return _of_mention(before, after)
    if isinstance(before, Claim) and isinstance(after, Claim) and _whose(before) != _whose(after):
        people = after.victims
        return _of_claim(before, after, [m for m in mentions_of(after.article_id) if people and people.covers(m.span)])
    return None


def _whose(claim: Claim) -> tuple[str | None, str | None]:
    return claim.actor, claim.side


def _of_mention(before: Mention, after: Mention) -> Lesson | None:
    if before.inferred:
        return None
    if after.status is Status.REJECTED:
        return Lesson(before, after, before.text)
    if (before.label, before.actor) == (after.label, after.actor):
        return None
    return Lesson(before, after, before.text, before.text if before.label in _NAMES else "")


def _of_claim(before: Claim, after: Claim, inside: Sequence[Mention]) -> Lesson | None:
    """Return what a claim teaches: of the one name among its people's words, else of these words as a whole."""
    names = [m for m in inside if m.label in _NAMES and not m.inferred and m.status is not Status.REJECTED]
    if before.actor != after.actor and len(names) == 1 and names[0].actor == before.actor:
        name = names[0]
        return Lesson(name, replace(name, actor=after.actor, status=Status.EDITED), name.text, name.text)
    telling = names or (len(folded(after.victims_text).split()) > 1 and not any(m.inferred for m in inside))
    return Lesson(before, after, after.victims_text) if telling else None


def taught(lesson: Lesson, places: Places, case: Registers, shipped: Registers) -> Change:
    """Return the one change by which the other places follow a correction, and new articles too.

    `case` are the case's own rows of the registers, `shipped` those of the program; the change has no edits where
    nothing follows. The cost is that of the places.
    """
    before, after = lesson.before, lesson.after
    edits: list[Edit] = []
    if isinstance(before, Mention) and isinstance(after, Mention):
        edits += _mentions(before, after, places)
        if before.actor != after.actor and before.label is after.label:
            edits += _claims(before, after, places)
        if lesson.name:
            edits += _register(lesson.name, before.actor, after.actor, case, shipped)
    elif isinstance(before, Claim) and isinstance(after, Claim):
        edits += _alike(before, after, places.claims)
    return Change(TEACH, tuple(edits), lesson.words)


def _open(row: Mention | Claim) -> bool:
    return row.status is Status.PROPOSED and row.made_by is Maker.MACHINE


def _mentions(before: Mention, after: Mention, places: Places) -> Iterable[Edit]:
    known = (before.label, before.actor)
    status = Status.REJECTED if after.status is Status.REJECTED else Status.EDITED
    for other in places.mentions:
        free = _open(other) or (other.id in places.followed and other.id != before.id)
        if free and not other.inferred and (other.label, other.actor) == known:
            yield Edit(other, replace(other, label=after.label, actor=after.actor, status=status))


def _claims(before: Mention, after: Mention, places: Places) -> Iterable[Edit]:
    """Let the claims follow whose people or source the name is; they are still to be decided on."""
    changed: dict[int, tuple[Claim, Claim]] = {}
    rule = _RULE.format(" ".join(before.text.split()))
    for claim in places.counting:
        if _open(claim) and claim.actor == before.actor and (claim.actor or _is_nobodys(claim)):
            rules = (*claim.rules, f"victims: {rule}")
            changed[claim.id] = claim, replace(claim, actor=after.actor, rules=rules)
    for claim in places.telling:
        if _open(claim) and claim.origin == before.actor:
            _, now = changed.get(claim.id, (claim, claim))
            changed[claim.id] = claim, replace(now, origin=after.actor, rules=(*now.rules, f"source: {rule}"))
    return (Edit(claim, now) for claim, now in changed.values())


def _is_nobodys(claim: Claim) -> bool:
    """Tell whether nothing says yet whose the people of a claim are."""
    return claim.actor is None and claim.side is None and claim.category.broad is not Category.CIVILIAN


def _alike(before: Claim, after: Claim, others: Iterable[Claim]) -> Iterable[Edit]:
    """Let the claims follow that count people in the same words and had the same actor and side."""
    rule = f"victims: {_RULE.format(' '.join(after.victims_text.split()))}"
    for other in others:
        if _open(other) and other.id != before.id and _whose(other) == _whose(before):
            yield Edit(other, replace(other, actor=after.actor, side=after.side, rules=(*other.rules, rule)))


def _register(name: str, old: str | None, new: str | None, case: Registers, shipped: Registers) -> Iterable[Edit]:
    """Let a name go over from one actor or source of the case to another."""
    rows: dict[str, Actor | Source] = {**case.sources, **case.actors}
    if old in rows:
        name = _known_as(name, rows[old])
    for key, after in ((old, _without), (new, _with)):
        if key is not None and key in rows and old != new:
            row = rows[key]
            now = after(row, name, shipped)
            if now != row:
                yield Edit(row, now)


def _known_as(name: str, row: Row) -> str:
    """Return the name of a row that a text has with other endings: of «syrischen Armee» it has «syrische Armee»."""
    names = (row.name, *row.aliases)
    if any(folded(known) == folded(name) for known in names):
        return name
    return next((known for known in names if _bare(known) == _bare(name)), name)


def _bare(name: str) -> list[str]:
    return [word.rstrip(_ENDINGS) or word for word in folded(name).split()]


def _without(row: Row, name: str, _shipped: Registers) -> Row:
    kept = tuple(alias for alias in row.aliases if folded(alias) != folded(name))
    return replace(row, aliases=kept)


def _with(row: Row, name: str, shipped: Registers) -> Row:
    """Return the row with a name more; one that several share in the program's registers is then this row's alone."""
    names = [folded(known) for known in (row.name, *row.aliases)]
    shared = " ".join(name.casefold().split()) in shipped.shared
    there = names.count(folded(name)) > (1 if shared else 0)
    return row if there else replace(row, aliases=(*row.aliases, " ".join(name.split())))


def is_taught(claim: Claim) -> bool:
    """Tell whether a lesson changed a claim."""
    return any(f": {_RULE.partition('«')[0]}" in rule for rule in claim.rules)


def count(change: Change) -> tuple[int, int]:
    """Return in how many places a change of ours corrects something, and in how many articles."""
    places: list[Value] = [edit.value for edit in change.edits if isinstance(edit.value, Mention | Claim)]
    return len(places), len({row.article_id for row in places if isinstance(row, Mention | Claim)})


def learns(change: Change) -> bool:
    """Tell whether new articles are read otherwise after a change of ours."""
    return any(isinstance(edit.value, Actor | Source) for edit in change.edits)
