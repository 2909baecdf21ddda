"""What both sides changed differently, as questions that somebody decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.changes import Value
from workbench.merging.bases import ROW
from workbench.merging.drafts import Draft
from workbench.merging.fields import Open, Take, decided
from workbench.merging.meeting import Meeting
from workbench.merging.numbers import carried
from workbench.merging.told import Key
from workbench.merging.trails import Touch
from workbench.merging.words import about, said, states
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Question:
    """What both changed differently: of what, which part, what it is here and there, who made it so, what can be."""

    number: int
    about: str
    what: str
    mine: str
    theirs: str
    by_mine: Touch | None
    by_theirs: Touch | None
    takes: tuple[Take, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with what it decides: a part of one row, or, where one side took away, all of these rows."""

    question: Question
    rows: tuple[Draft, ...]
    part: Open | None = None

    @property
    def decides(self) -> list[tuple[Key, str]]:
        """What an answer decides: the rows, and which part of each."""
        return [(draft.key, ROW if self.part is None else self.part.name) for draft in self.rows]


def asks(found: Iterable[Draft], meeting: Meeting) -> tuple[list[Draft], list[Ask]]:
    """Return the drafts, those that only an article's fate decides left out, and all that has to be asked."""
    rows = list(found)
    found_in = _families(rows, meeting)
    families = {id_: family for id_, family in found_in.items() if _disputed(family)}
    inside = {draft.key for family in families.values() for draft in family}
    settled = [draft for family in found_in.values() for draft in family if draft.mine is not None]
    alone = [draft for draft in {d.key: d for d in (*rows, *settled)}.values() if draft.key not in inside]
    worded = _Worded(meeting, rows)
    made = [*worded.families(families), *(ask for draft in alone for ask in worded.of(draft))]
    numbered = [Ask(_numbered(ask.question, n), ask.rows, ask.part) for n, ask in enumerate(made, 1)]
    return alone, numbered


def _numbered(question: Question, number: int) -> Question:
    parts = (question.mine, question.theirs, question.by_mine, question.by_theirs, question.takes)
    return Question(number, question.about, question.what, *parts)


def results(alone: Iterable[Draft], asked: Iterable[Ask], takes: Mapping[int, Take]) -> dict[Key, Value | None]:
    """Return what each row becomes by the answers; those that are not there take mine."""
    rows: dict[Key, Value | None] = {draft.key: draft.result for draft in alone}
    parts: dict[Key, list[tuple[Open, Take]]] = defaultdict(list)
    theirs: dict[Key, Value | None] = {}
    for ask in asked:
        take = takes.get(ask.question.number, Take.MINE)
        if ask.part is not None:
            (draft,) = ask.rows
            parts[draft.key].append((ask.part, take))
            theirs[draft.key] = draft.theirs
        else:
            rows |= {draft.key: draft.theirs if take is Take.THEIRS else draft.mine for draft in ask.rows}
    for key, chosen in parts.items():
        row, other = rows[key], theirs[key]
        if row is not None and other is not None:
            rows[key] = decided(row, other, chosen)
    return rows


def _article_of(value: Value | None) -> int:
    if isinstance(value, Article):
        return value.id
    return value.article_id if isinstance(value, Mention | Claim) else 0


def _families(rows: list[Draft], meeting: Meeting) -> dict[int, list[Draft]]:
    """Return, by article that one side took away, the drafts of it and of all that was found in it."""
    away = {d.mine.id for d in rows if isinstance(d.mine, Article) and d.theirs is None}
    here = {id_ for id_ in {_article_of(d.theirs) for d in rows} - {0} if _removed(meeting, id_)}
    families: dict[int, list[Draft]] = {id_: [] for id_ in away | here}
    for draft in rows:
        id_ = _article_of(draft.mine or draft.theirs)
        if id_ in families:
            families[id_].append(draft)
    for id_, family in families.items():
        known = {draft.key for draft in family}
        others = _left(meeting, id_) if id_ in away else _gone(meeting, id_)
        family.extend(draft for draft in others if draft.key not in known)
    return families


def _removed(meeting: Meeting, article_id: int) -> bool:
    trail = meeting.own.get(("article", article_id))
    return trail is not None and trail.now is None and meeting.rows.row("article", article_id) is None


def _left(meeting: Meeting, article_id: int) -> Iterator[Draft]:
    """Yield what is in an article here that the other took away, `gone` where it did so without knowing of it."""
    rows: list[Mention | Claim] = [*meeting.rows.mentions(article_id), *meeting.rows.claims(article_id)]
    _, decided = meeting.decided
    for row in rows:
        key: Key = ("mention" if isinstance(row, Mention) else "claim", row.id)
        own = meeting.own.get(key)
        known = key in decided and meeting.known is not None and key not in meeting.known
        yield Draft(key, row, None, None if known else row, gone=not known, by_mine=own.last if own else None)


def _gone(meeting: Meeting, article_id: int) -> Iterator[Draft]:
    """Yield what went with an article here and stands in the other."""
    for key, trail in meeting.own.items():
        if trail.now is None and _article_of(trail.any) == article_id:
            there = meeting.numbers.owner(key[1]) if isinstance(key[1], int) else None
            row = meeting.theirs.row(key[0], there) if there is not None else None
            if row is not None:
                yield Draft(key, None, carried(row, meeting.numbers), None, by_mine=trail.last)


def _disputed(family: Sequence[Draft]) -> bool:
    """Tell whether one side worked on what the other took away; not where that is brought back whole, known as gone."""
    comes = any(d.key[0] == "article" and d.mine is None and d.result is not None and not d.gone for d in family)
    return any(d.gone or d.asked or (d.mine is None and d.result is not None and not comes) for d in family)


class _Worded:
    """Puts questions into words."""

    def __init__(self, meeting: Meeting, rows: Iterable[Draft]) -> None:
        self._meeting = meeting
        self._known = {draft.key: draft.mine or draft.theirs for draft in rows}

    def families(self, families: Mapping[int, list[Draft]]) -> Iterator[Ask]:
        """Yield a question for each article that one side took away and the other worked on."""
        for id_, family in sorted(families.items()):
            whole = next((d for d in family if d.key == ("article", id_)), family[0])
            here = whole.mine is not None
            mine = next((d.by_mine for d in family if d.by_mine), None)
            theirs = next((d.by_theirs for d in family if d.by_theirs), None)
            words = states(here=here, rows=len(family))
            told = about(whole.mine or whole.theirs, self._row)
            yield Ask(Question(0, told, "article", *words, mine, theirs, (Take.MINE, Take.THEIRS)), tuple(family))

    def of(self, draft: Draft) -> Iterator[Ask]:
        """Yield the questions on one row."""
        value = draft.mine or draft.theirs
        if value is None:
            return
        told, touched = about(value, self._row), (draft.by_mine, draft.by_theirs)
        if draft.gone:
            words = states(here=draft.mine is not None, rows=1)
            yield Ask(Question(0, told, "row", *words, *touched, (Take.MINE, Take.THEIRS)), (draft,))
        for part in draft.asked:
            words = (said(draft.mine, part, self._row), said(draft.theirs, part, self._row))
            takes = tuple(take for take in Take if take is not Take.BOTH or part.both is not None)
            yield Ask(Question(0, told, part.name, *words, *touched, takes), (draft,), part)

    def _row(self, kind: str, id_: int | str) -> Value | None:
        return self._meeting.rows.row(kind, id_) or self._known.get((kind, id_))
