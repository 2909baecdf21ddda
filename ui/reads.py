"""What the window reads of the open case: the session hands it on."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from workbench.case import Case, Key, LogLine, Lookup, Queue, cipher
from workbench.changes import Value
from workbench.errors import WorkbenchError
from workbench.model.actor import Actor, Side, Source
from workbench.model.article import Article
from workbench.model.assessment import About, Assessment
from workbench.model.claim import Claim
from workbench.model.convention import OwnReading
from workbench.model.declined import Declined
from workbench.model.incident import Incident
from workbench.model.mention import Mention
from workbench.model.method import Method
from workbench.model.override import Override
from workbench.model.wanted import Held, Wanted
from workbench.registers import Registers
from workbench.teaching import Places


class Reads:
    """The session's own part that reads; nothing here changes a case."""

    _case: Case | None = None

    @property
    def is_open(self) -> bool:
        """Whether a case is open."""
        return self._case is not None

    @property
    def _open_case(self) -> Case:
        if self._case is None:
            raise WorkbenchError("No case is open. Open one, or make a new one.")
        return self._case

    @property
    def key(self) -> Key | None:
        """What opens the case where it is encrypted."""
        return self._case.key if self._case else None

    def key_for(self, path: Path) -> Key | None:
        """Return the key of the open case where another file may open with it: they are copies of one."""
        try:
            return cipher.fitting(path, self.key)
        except WorkbenchError:
            return None

    @property
    def is_written_ahead(self) -> bool:
        """Whether who reads the file of the open case meanwhile hinders no change."""
        return self._case is not None and self._case.is_written_ahead

    def undo_about(self) -> tuple[str, str] | None:
        """Return the act, and the words it concerns, that undo would take back; None where nothing may be changed."""
        return self._case.undo_about() if self._case and not self._case.refusal else None

    def redo_about(self) -> tuple[str, str] | None:
        """Return the act, and the words it concerns, that redo would do again."""
        return self._case.redo_about() if self._case and not self._case.refusal else None

    def articles(self) -> list[Article]:
        """Return all articles; none where no case is open."""
        return self._case.articles() if self._case else []

    def article(self, id_: int) -> Article:
        """Return an article."""
        return self._open_case.article(id_)

    def article_with(self, sha256: str) -> Article | None:
        """Return the article read from the bytes with this hash, or None."""
        return self._open_case.article_with(sha256)

    def alike(self, text: str) -> list[Article]:
        """Return the articles that share the most passages with a text, copies left out."""
        return self._open_case.alike(text)

    def copies_of(self, article_id: int) -> list[Article]:
        """Return the articles that are copies of one."""
        return self._open_case.copies_of(article_id)

    def copies(self) -> list[Article]:
        """Return all articles that are copies of another."""
        return self._open_case.copies()

    def printed_again(self, article: Article) -> list[Claim]:
        """Return the claims of all other articles that are the same text as this one."""
        return self._open_case.printed_again(article)

    def text(self, article_id: int) -> str:
        """Return an article's stored text."""
        return self._open_case.text(article_id)

    def mentions(self, article_id: int) -> list[Mention]:
        """Return an article's mentions."""
        return self._open_case.mentions(article_id)

    def mention(self, id_: int) -> Mention:
        """Return a mention."""
        return self._open_case.mention(id_)

    def claims(self, article_id: int | None = None) -> list[Claim]:
        """Return the claims of an article, or of the case; none where no case is open."""
        return self._case.claims(article_id) if self._case else []

    def claim(self, id_: int) -> Claim:
        """Return a claim."""
        return self._open_case.claim(id_)

    def places_of(self, said: str) -> Places:
        """Return where the same words stand in the case."""
        return self._open_case.places_of(said)

    def claims_of(self, incident_id: int | None) -> list[Claim]:
        """Return the claims about an incident; where it is None those about none."""
        return self._open_case.claims_of(incident_id)

    def claims_with(self, ids: Collection[int]) -> list[Claim]:
        """Return the claims with these ids that are still there."""
        return self._open_case.claims_with(ids)

    def incident(self, id_: int) -> Incident | None:
        """Return an incident; None where it has gone."""
        return self._open_case.incident(id_)

    def declined(self) -> list[Declined]:
        """Return the proposals that an analyst declined; none where no case is open."""
        return self._case.declined() if self._case else []

    def incidents(self, after: int = 0, limit: int = -1) -> list[Incident]:
        """Return all incidents by id, or as many after one; none where no case is open."""
        return self._case.incidents(after, limit) if self._case else []

    def actors(self) -> dict[str, Actor]:
        """Return the case's actors by id."""
        return self._case.actors() if self._case else {}

    def sources(self) -> dict[str, Source]:
        """Return the case's sources by id."""
        return self._case.sources() if self._case else {}

    def sides(self) -> dict[str, Side]:
        """Return the case's sides by id, in the order they are drawn."""
        return self._case.sides() if self._case else {}

    def case_registers(self) -> Registers:
        """Return the case's own rows of the registers; none where no case is open."""
        return self._case.registers() if self._case else Registers({}, {}, {})

    def method(self) -> Method:
        """Return the convention and the policy in force."""
        return self._case.method() if self._case else Method()

    def assessments(self) -> list[Assessment]:
        """Return all assessments; none where no case is open."""
        return self._case.assessments() if self._case else []

    def assessment(self, about: About, about_id: int | str) -> Assessment | None:
        """Return what was made of a claim, an incident or a source, or None."""
        return self._open_case.assessment(about, about_id)

    def overrides(self) -> list[Override]:
        """Return all figures set by hand; none where no case is open."""
        return self._case.overrides() if self._case else []

    def own_readings(self) -> dict[str, OwnReading]:
        """Return the rows of the analyst's own convention by the term they read."""
        return self._case.own_readings() if self._case else {}

    def counts(self) -> dict[int, int]:
        """Return how many claims wait for a decision, by article."""
        return self._case.counts() if self._case else {}

    def log(self, *, limit: int = 1000, before: int | None = None, wanted: Wanted | None = None) -> list[LogLine]:
        """Return the journal's lines that are wanted, newest first."""
        return self._case.log(limit=limit, before=before, wanted=wanted) if self._case else []

    def log_held(self) -> Held:
        """Return by what the journal's lines can be chosen."""
        return self._case.log_held() if self._case else Held((), (), "")

    def takers(self) -> list[tuple[int, int]]:
        """Return the lines of the journal that take back another, each with that one."""
        return self._case.takers() if self._case else []

    def log_of(self, row: Value) -> list[LogLine]:
        """Return the lines in which an analyst changed a row."""
        return self._open_case.log_of(row)

    def rows_of(self, article_id: int) -> list[Mention | Claim | Incident]:
        """Return what was found in an article."""
        return self._open_case.rows_of(article_id)

    def tally(self, what: str) -> dict[str, int]:
        """Return how many there are of a sort by name, as `Case.tally`; none where no case is open."""
        return self._case.tally(what) if self._case else {}

    def queue(self) -> Queue | None:
        """Return what reads the articles a piece at a time; None where no case is open."""
        return self._case.queue() if self._case else None

    def lookup(self) -> Lookup:
        """Return what searches the case on another thread."""
        return self._open_case.lookup()

    def holding(self, words: str) -> list[int]:
        """Return the ids of the articles that hold the words."""
        return self._case.holding(words) if self._case else []
