"""The one door to an open case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from workbench import history
from workbench.casefile import backups, cipher, rekeying, unopened, words
from workbench.casefile.cipher import Key
from workbench.casefile.journal import Entry, LogLine
from workbench.casefile.lookup import Lookup
from workbench.casefile.past import as_it_stood
from workbench.casefile.queue import Queue
from workbench.casefile.store import Store
from workbench.casefile.telling import Telling, refuse_unsound, told_in
from workbench.casefile.verifying import verify
from workbench.casefile.waiting import EXAMINING, NOBODY, Waiting
from workbench.changes import KINDS, Change, Value, adding, kind_of, removing
from workbench.errors import NotACaseFile, StaleChange, WorkbenchError
from workbench.folding import folded
from workbench.history import Step
from workbench.merging import plan as merging
from workbench.merging.plan import Plan
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article, Document
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.convention import OwnReading
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.merged import Merged
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.model.search import Found, Sought
from workbench.model.wanted import Held, Wanted
from workbench.registers import Registers
from workbench.teaching import TEACH, Places
from workbench.version import PROGRAM, VERSION
from workbench.wording import name_words

__all__ = ["Case", "Key", "LogLine", "Lookup", "Queue", "as_it_stood", "backups", "cipher", "rekeying", "verify"]
__all__ += ["EXAMINING", "Waiting", "refuse_unsound", "told_in", "unopened"]

T = TypeVar(
    "T", Article, Mention, Claim, Incident, Actor, Source, Side, OwnReading, Assessment, Override, Declined, Merged
)

#: So many articles are compared with a new one word by word.
_MOST_ALIKE = 5


def utc_now() -> str:
    """Return the time as the journal writes it: UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Case:
    """An open case: everything is read from it and every change goes through `apply`.

    It belongs to the thread that opened it. After `apply` returns, the change is on disk.
    """

    def __init__(self, store: Store, analyst: str, clock: Callable[[], str]) -> None:
        self._store = store
        self._analyst = name_words(analyst)
        self._clock = clock
        self._next_id = 0

    @classmethod
    def create(
        cls, path: Path, analyst: str = "", clock: Callable[[], str] = utc_now, *, key: Key | None = None
    ) -> Case:
        """Make a new case file, encrypted where there is a key; CaseNotWritable where that fails."""
        store = Store.create(path, analyst, clock(), key)
        case = cls(store, analyst, clock)
        try:
            case.apply(Change("create_case", adding([Method()]), name_words(path.stem), automatic=True))
        except WorkbenchError:
            store.discard()
            raise
        return case

    @classmethod
    def open(
        cls,
        path: Path,
        analyst: str = "",
        clock: Callable[[], str] = utc_now,
        *,
        backups_in: str = "",
        key: Key | None = None,
        waiting: Waiting | None = NOBODY,
    ) -> Case:
        """Open a case file; NotACaseFile or CaseNotWritable where that fails, PassphraseNeeded where it is encrypted.

        Where another has it open, or nothing can be written there, it is only read, and `refusal` says why. One of an
        older schema is backed up, there or in `backups_in`, and brought to this one; OlderCase if nobody is `waiting`.
        """
        return cls(Store.open(path, analyst, clock(), backups_in, key, waiting), analyst, clock)

    @classmethod
    def open_reading(cls, path: Path, analyst: str = "", key: Key | None = None, refusal: str = "") -> Case:
        """Open a case file that is only read, whoever has it; `refusal` says why it takes no changes.

        CaseNotWritable where it is of an older schema.
        """
        why = refusal or f"{path.name} was opened to be read. Open it in the window to change it."
        return cls(Store.open_reading(path, why, key), analyst, utc_now)

    @property
    def refusal(self) -> str:
        """The sentence that says why the case takes no changes; empty where it does."""
        return self._store.refusal

    @property
    def path(self) -> Path:
        """Where the case file lies."""
        return self._store.path

    @property
    def key(self) -> Key | None:
        """What opens the case file where it is encrypted, None where it is plain."""
        return self._store.key

    @property
    def is_written_ahead(self) -> bool:
        """Whether changes are written ahead: then who reads the file meanwhile hinders no change."""
        return self._store.is_written_ahead

    @property
    def analyst(self) -> str:
        """Who the journal names."""
        return self._analyst

    def close(self) -> None:
        """Let go of the file; nothing is left to be written."""
        self._store.close()

    def apply(self, change: Change) -> Change:
        """Carry out a change and journal it; StaleChange, AlreadyImported or CaseNotWritable leave all as it was."""
        return self._write(change, Step.AUTOMATIC if change.automatic else Step.DO)

    def together(self) -> AbstractContextManager[None]:
        """Return a context whose changes are on disk when it ends, or, where anything in it fails, none of them."""
        return self._store.transaction()

    def undo(self) -> Change | None:
        """Take back the last act that was not taken back; return what was changed by that, or None."""
        if (number := history.next_undo(self._store.steps())) is None:
            return None
        inverse = self._store.change_at(number).inverse
        return self._write(self._with_findings(inverse), Step.UNDO, number)

    def redo(self) -> Change | None:
        """Do again what was last taken back; return what was changed by that, or None."""
        number = history.next_redo(self._store.steps())
        return None if number is None else self._write(self._store.change_at(number).inverse, Step.REDO, number)

    def undo_about(self) -> tuple[str, str] | None:
        """Return the act, and the words it concerns, that undo would take back."""
        return self._about(history.next_undo(self._store.steps()))

    def redo_about(self) -> tuple[str, str] | None:
        """Return the act, and the words it concerns, that redo would do again."""
        return self._about(history.next_redo(self._store.steps()))

    def _about(self, number: int | None) -> tuple[str, str] | None:
        if number is None:
            return None
        (line,) = self._store.log(limit=1, before=number + 1)
        return line.act, line.about

    def _write(self, change: Change, step: Step, takes_back: int | None = None) -> Change:
        self._store.write(Entry(change, step, takes_back, self._analyst, self._clock(), f"{PROGRAM} {VERSION}"))
        return change

    def _with_findings(self, inverse: Change) -> Change:
        """Let what was found in an article go with it, where undoing takes the article itself away."""
        leaving = [e.before for e in inverse.edits if isinstance(e.before, Article) and e.after is None]
        known = {(edit.kind, edit.value.id) for edit in inverse.edits}
        rows = [row for article in leaving for row in self.rows_of(article.id)]
        more = removing(row for row in rows if (kind_of(row), row.id) not in known)
        return replace(inverse, edits=(*more, *inverse.edits))

    def reserve(self, count: int) -> int:
        """Return the first of `count` ids that no row has or had."""
        # Another program may have written meanwhile.
        self._next_id = max(self._next_id, self._store.next_id()) + count
        return self._next_id - count

    def articles(self) -> list[Article]:
        """Return all articles, in the order they came."""
        return self._all(Article)

    def article(self, id_: int) -> Article:
        """Return an article; StaleChange where it has gone."""
        return self._one(Article, id_)

    def article_with(self, sha256: str) -> Article | None:
        """Return the article read from the bytes with this hash, or None."""
        return self._store.article_with(sha256)

    def text(self, article_id: int) -> str:
        """Return an article's stored text, the one all spans point into."""
        return self._store.text(article_id)

    def document(self, sha256: str) -> Document:
        """Return what an article was read from, bytes included."""
        if (found := self._store.document(sha256)) is None:
            raise StaleChange("The case holds no such document.")
        return found

    def alike(self, text: str) -> list[Article]:
        """Return the articles that share the most passages with a text, copies left out."""
        return [self.article(id_) for id_ in self._store.alike(text, limit=_MOST_ALIKE)]

    def copies_of(self, article_id: int) -> list[Article]:
        """Return the articles that are copies of one."""
        return self._all(Article, "WHERE copy_of = ? ORDER BY id", article_id)

    def copies(self) -> list[Article]:
        """Return all articles that are copies of another."""
        return self._all(Article, "WHERE copy_of IS NOT NULL ORDER BY id")

    def printed_again(self, article: Article) -> list[Claim]:
        """Return the claims of all other articles that are the same text as this one."""
        first = article.id if article.copy_of is None else article.copy_of
        others = "article_id IN (SELECT id FROM article WHERE ? IN (id, copy_of) AND id <> ?)"
        return self._all(Claim, f"WHERE {others} ORDER BY article_id, evidence_start, id", first, article.id)

    def mentions(self, article_id: int) -> list[Mention]:
        """Return an article's mentions by their place in the text."""
        return self._all(Mention, "WHERE article_id = ? ORDER BY span_start, span_end, id", article_id)

    def mention(self, id_: int) -> Mention:
        """Return a mention; StaleChange where it has gone."""
        return self._one(Mention, id_)

    def claims(self, article_id: int | None = None) -> list[Claim]:
        """Return the claims of an article by their place in the text, or of the whole case by article."""
        if article_id is None:
            return self._all(Claim, "ORDER BY article_id, evidence_start, id")
        return self._all(Claim, "WHERE article_id = ? ORDER BY evidence_start, id", article_id)

    def claim(self, id_: int) -> Claim:
        """Return a claim; StaleChange where it has gone."""
        return self._one(Claim, id_)

    def places_of(self, said: str) -> Places:
        """Return where the same words stand, in whatever spelling; the cost is that of these places."""
        key = folded(said)
        return Places(
            self._all(Mention, words.MENTIONS, key),
            self._all(Claim, words.CLAIMS, key),
            self._all(Claim, words.COUNTING, key),
            self._all(Claim, words.TELLING, key),
            frozenset(self._store.changed_only_by(key, TEACH)),
        )

    def claims_of(self, incident_id: int | None) -> list[Claim]:
        """Return the claims about an incident; where it is None those about none."""
        if incident_id is None:
            return self._all(Claim, "WHERE incident_id IS NULL ORDER BY article_id, evidence_start, id")
        return self._all(Claim, "WHERE incident_id = ? ORDER BY article_id, evidence_start, id", incident_id)

    def claims_with(self, ids: Collection[int]) -> list[Claim]:
        """Return the claims with these ids; those that have gone are left out."""
        found = (self._store.get(Claim, id_) for id_ in sorted(ids))
        return [claim for claim in found if isinstance(claim, Claim)]

    def incident(self, id_: int) -> Incident | None:
        """Return an incident; None where it has gone."""
        found = self._store.get(Incident, id_)
        return found if isinstance(found, Incident) else None

    def incidents(self, after: int = 0, limit: int = -1) -> list[Incident]:
        """Return all incidents by id, or as many after one."""
        return self._all(Incident, "WHERE id > ? ORDER BY id LIMIT ?", after, limit)

    def actors(self) -> dict[str, Actor]:
        """Return the case's register of actors by id."""
        return {actor.id: actor for actor in self._all(Actor)}

    def sources(self) -> dict[str, Source]:
        """Return the case's register of sources by id."""
        return {source.id: source for source in self._all(Source)}

    def sides(self) -> dict[str, Side]:
        """Return the case's sides by id, in the order they are drawn."""
        return {side.id: side for side in self._all(Side, "ORDER BY position, id")}

    def registers(self) -> Registers:
        """Return the case's own rows of the registers."""
        return Registers(self.actors(), self.sources(), self.sides())

    def method(self) -> Method:
        """Return how this case turns claims into figures."""
        found = self._store.get(Method, "case")
        return found if isinstance(found, Method) else Method()

    def own_readings(self) -> dict[str, OwnReading]:
        """Return the rows of the analyst's own convention by the term they read."""
        return {row.id: row for row in self._all(OwnReading, "ORDER BY id")}

    def assessments(self) -> list[Assessment]:
        """Return all assessments, in the order they came."""
        return self._all(Assessment, "ORDER BY id")

    def assessment(self, about: About, about_id: int | str) -> Assessment | None:
        """Return what was made of a claim, an incident or a source, or None."""
        return next(iter(self._all(Assessment, "WHERE about = ? AND about_id = ?", about, str(about_id))), None)

    def overrides(self, incident_id: int | None = None) -> list[Override]:
        """Return the overrides of one incident's figures, or of the whole case."""
        if incident_id is None:
            return self._all(Override, "ORDER BY id")
        return self._all(Override, "WHERE incident = ? ORDER BY id", incident_id)

    def declined(self) -> list[Declined]:
        """Return the proposals that an analyst declined."""
        return self._all(Declined, "ORDER BY id")

    def merged(self) -> list[Merged]:
        """Return the cases that were taken into this one."""
        return self._all(Merged, "ORDER BY id")

    def row(self, kind: str, id_: int | str) -> Value | None:
        """Return the row of a kind with an id, or None."""
        return self._store.get(KINDS[kind], id_)

    def telling(self) -> Telling:
        """Return the case as its journal tells it."""
        return self._store.telling()

    @contextmanager
    def joining(self, path: Path, key: Key | None = None, *, sound: bool = False) -> Iterator[Plan]:
        """Hold another case open, which is only read, with how it is taken into this one.

        `sound` says that it was verified just now.

        NotACaseFile where it is none, does not verify, or is this case itself; PassphraseNeeded where it is encrypted
        and the key does not open it. WorkbenchError where it is encrypted and this case is not.
        """
        if path.exists() and path.samefile(self.path):
            raise NotACaseFile(f"{path.name} is this very case. Choose the other analyst's copy of it, or another.")
        if key is not None and self.key is None:
            raise WorkbenchError(
                f"{path.name} is encrypted and {self.path.name} is not: what is in it would lie open. Give "
                f"{self.path.name} a passphrase first."
            )
        with told_in(path, key, sound=sound) as theirs:
            yield merging.plan(self, self.telling(), theirs, self.reserve(0))

    def counts(self) -> dict[int, int]:
        """Return how many claims wait for a decision, by article."""
        return self._store.counts()

    def named_actors(self) -> dict[str, int]:
        """Return how often each actor or source is mentioned in the articles, by id."""
        return self._store.tally("actor")

    def named_places(self) -> dict[str, int]:
        """Return how often each place is mentioned in the articles, by id."""
        return self._store.tally("place")

    def own_sides(self, given: Mapping[str, Actor] | None = None) -> set[str]:
        """Return the ids of the actors whose side an analyst chose, here or in a case that was merged.

        Of what was merged only the rows are known: a side was chosen that `given`, by the conflict in force, has not.
        """
        known, merged = given or {}, self._store.rows_of_act("actor", merging.ACT)
        come = (actor for id_, actor in self.actors().items() if id_ in merged and id_ in known)
        elsewhere = {actor.id for actor in come if actor.side != known[actor.id].side}
        return self._store.rows_of_act("actor", "edit_side_of_actor") | elsewhere

    def log(self, *, limit: int = 1000, before: int | None = None, wanted: Wanted | None = None) -> list[LogLine]:
        """Return the journal's lines that are wanted, newest first."""
        return self._store.log(limit=limit, before=before, wanted=wanted)

    def changes_after(self, number: int, *, limit: int) -> list[tuple[int, Change]]:
        """Return the changes of the lines after one, each with the number of its line, oldest first."""
        last = min(self.log(limit=1)[0].number, number + limit)
        return [(line, self._store.change_at(line)) for line in range(number + 1, last + 1)]

    def log_held(self) -> Held:
        """Return by what the journal's lines can be chosen."""
        return self._store.log_held()

    def takers(self) -> list[tuple[int, int]]:
        """Return the lines that take back another, each with that one."""
        return self._store.takers()

    def log_of(self, row: Value) -> list[LogLine]:
        """Return the lines in which an analyst changed a row, oldest first."""
        return self._store.log_of(kind_of(row), row.id)

    def mend(self, waiting: Waiting = NOBODY) -> None:
        """Make what rows are found by anew; CaseNotWritable, NotACaseFile (a damaged row) or Stopped: not at all."""
        self._store.mend(waiting)

    def tally(self, what: str) -> dict[str, int]:
        """Return how many there are by name of a sort: `state`, `outlet`, `language` (articles), `claim` (status)."""
        return self._store.tally(what)

    def search(self, wanted: Sought) -> Found:
        """Return what holds every word asked for, best first."""
        return self._store.search(wanted)

    def queue(self) -> Queue:
        """Return what reads the articles a piece at a time."""
        return self._store.queue()

    def lookup(self) -> Lookup:
        """Return what searches the case on another thread, as it is on disk; it closes with the case."""
        return self._store.lookup()

    def holding(self, words: str) -> list[int]:
        """Return the ids of the articles that hold the words, the last to come in first."""
        return self._store.holding(words)

    def rows_of(self, article_id: int) -> list[Mention | Claim | Incident]:
        """Return what was found in an article: mentions, claims, and incidents that no other article tells of."""
        claims = self.claims(article_id)
        told = sorted({c.incident_id for c in claims if c.incident_id is not None})
        own = [i for i in told if all(c.article_id == article_id for c in self.claims_of(i))]
        incidents = [self._one(Incident, id_) for id_ in own]
        return [*self.mentions(article_id), *claims, *incidents]

    def rows(self) -> dict[tuple[str, str], object]:
        """Return every row of the case, by kind and id."""
        return self._store.tables()

    def consistent(self) -> bool:
        """Tell whether the tables hold exactly what the journal says."""
        return self.rows() == self._store.folded()

    def _all(self, type_: type[T], where: str = "", *parameters: int | str) -> list[T]:
        return [row for row in self._store.select(type_, where, *parameters) if isinstance(row, type_)]

    def _one(self, type_: type[T], id_: int) -> T:
        found = self._store.get(type_, id_)
        if not isinstance(found, type_):
            raise StaleChange("This is no longer in the case; it was taken away or undone.")
        return found
