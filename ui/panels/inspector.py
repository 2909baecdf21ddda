"""What is known of the claim or mention the analyst looks at, and what can be changed of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.named import named, words
from ui.panels.inspector_cards import Page
from ui.panels.inspector_claim import ClaimForm
from ui.panels.inspector_mention import MentionForm
from ui.panels.inspector_words import number_of
from ui.reader import gestures
from ui.reader.highlights import Key, Row, key_of
from ui.reader.wording import harm_words
from ui.session import Focus, Session
from ui.words import label_words
from workbench import acts, registers
from workbench.changes import Change, Edit
from workbench.model.actor import Actor, Source
from workbench.model.article import Article
from workbench.model.assessment import Assessment
from workbench.model.claim import Claim
from workbench.model.findings import Findings
from workbench.model.incident import Incident
from workbench.model.mention import Mention, Status
from workbench.model.override import Override

ASKER = "inspector"
_EMPTY = (
    "Here a claim is taken apart: how many, what happened to them, whose they were, who says so, and whether the "
    "arithmetic holds.\n\nClick a highlight in the article, or press J."
)


class Inspector(QWidget):
    """Shows what is focused; its fields and buttons become acts."""

    #: Words that find the figures that are to be set by hand.
    figures_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        named(self, "Claim or mention", "inspector")
        self._session = session
        self._row: Row | None = None
        self._came_from: QWidget | None = None
        self._heading = named(words("", wrap=True), "What is looked at", "inspectorHeading")
        self._heading.setStyleSheet("font-size: 16pt; font-weight: 700;")
        self._status = named(words("", "muted", wrap=True), "Status", "inspectorStatus")
        self._claim, self._mention = ClaimForm(session), MentionForm(session)
        self._pages, self._page = QStackedWidget(), Page()
        self._accept = named(QPushButton("Accept  A"), "Accept", "inspectorAccept", look="primary")
        self._reject = named(QPushButton("Reject  X"), "Reject", "inspectorReject")
        self._lay_out()
        self._connect()
        self._open()

    def _lay_out(self) -> None:
        empty = words(_EMPTY, "muted", wrap=True)
        empty.setObjectName("inspectorEmpty")
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        empty.setContentsMargins(18, 24, 18, 24)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(18, 14, 18, 18)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self._status)
        layout.addSpacing(12)
        layout.addWidget(self._claim)
        layout.addWidget(self._mention)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._page)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons())
        self._pages.addWidget(empty)
        self._pages.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(18, 10, 18, 14)
        row.setSpacing(8)
        row.addWidget(self._accept)
        row.addWidget(self._reject)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._open)
        session.focused.connect(self._follow_focus)
        session.changed.connect(self._follow)
        session.looking.done.connect(self._claim.renew)
        for form in (self._claim, self._mention):
            form.wanted.connect(self._apply)
            form.left.connect(self._give_back)
        self._claim.resized.connect(self._page.fit)
        self._claim.jumped.connect(self._jump)
        self._claim.refused.connect(session.problem)
        self._claim.figures_wanted.connect(self.figures_wanted)
        self._accept.clicked.connect(lambda: self._decide(Status.ACCEPTED))
        self._reject.clicked.connect(lambda: self._decide(Status.REJECTED))

    # What is shown

    @property
    def row(self) -> Row | None:
        """The claim or mention that is shown."""
        return self._row

    def edit(self, field: str) -> None:
        """Put the keyboard into a field: number, side, who, origin or relation; Esc brings it back."""
        if self._row is None:
            return
        self._came_from = QApplication.focusWidget()
        if isinstance(self._row, Claim):
            self._claim.begin(field)
        else:
            self._mention.begin(field)

    def _open(self) -> None:
        """Take in another case, or none."""
        if self._session.is_open:  # filling the choices takes a while, and the window is not there yet
            self._claim.offer()
            self._mention.offer()
        self._show(None)

    def _follow_focus(self, focus: Focus) -> None:
        if focus.kind == "claim":
            self._show(self._session.claim(focus.row_id))
        elif focus.kind == "mention":
            self._show(self._session.mention(focus.row_id))
        else:
            self._show(None)

    def _follow(self, change: Change) -> None:
        if any(self._is_news(edit) for edit in change.edits):
            self._claim.offer()
            self._mention.offer()
        elif change.touches("incident"):
            self._claim.offer_incidents()
        row = self._row
        if row is None or not any(_bears_on(row, edit) for edit in change.edits):
            return
        mine = [edit for edit in change.edits if edit.kind == key_of(row)[0] and edit.value.id == row.id]
        after = mine[-1].after if mine else row
        self._show(after if isinstance(after, Claim | Mention) else None)

    def _is_news(self, edit: Edit) -> bool:
        """Tell whether an actor or source comes, goes or changes that is not offered as it is."""
        known = self._session.shipped()
        if isinstance(edit.value, Actor):
            return edit.after != known.actors.get(edit.value.id)
        return isinstance(edit.value, Source) and edit.after != known.sources.get(edit.value.id)

    def _show(self, row: Row | None) -> None:
        self._row = row
        self._pages.setCurrentIndex(0 if row is None else 1)
        self._claim.setVisible(isinstance(row, Claim))
        self._mention.setVisible(isinstance(row, Mention))
        if isinstance(row, Claim):
            words = harm_words(row)
            self._heading.setText(words[:1].upper() + words[1:])
            self._status.setText(f"{row.status.value} · {number_of(row, self._session.claims(row.article_id))}")
            self._claim.show_claim(row)
        elif row is not None:
            self._heading.setText(" ".join(row.text.split()))
            self._status.setText(f"{row.status.value} · {label_words(row.label)}")
            self._mention.show_mention(row)
        if row is not None:
            self._accept.setEnabled(row.status is not Status.ACCEPTED)
            self._reject.setEnabled(row.status is not Status.REJECTED)
        self._page.fit()

    # What is done

    def _focus(self, key: Key) -> None:
        if self._row is not None:
            self._session.focus(Focus(self._row.article_id, *key, asker=ASKER))

    def _jump(self, claim: int) -> None:
        """Look at another claim, in whatever article; one that has gone is nowhere."""
        for found in self._session.claims_with([claim]):
            self._session.focus(Focus(found.article_id, "claim", claim, found.evidence, asker=ASKER))

    def _decide(self, status: Status) -> None:
        row = self._row
        if row is None:
            return
        rows: list[Row] = [*self._session.claims(row.article_id), *self._session.mentions(row.article_id)]
        following = gestures.after_deciding(rows, row, least_sure_first=self._session.least_sure_first)
        change = acts.accept(row) if status is Status.ACCEPTED else acts.reject(row)
        if self._session.apply(change, asker=ASKER) and following is not None:
            self._focus(key_of(following))

    def _apply(self, change: Change) -> None:
        """Carry out a change; an actor of the register that the case lacks is copied into it first."""
        self._session.apply(change, asker=ASKER, needs=lambda: self._lacking(change))

    def _lacking(self, change: Change) -> Change:
        session = self._session
        after = [edit.after for edit in change.edits]
        claims = tuple(row for row in after if isinstance(row, Claim))
        mentions = tuple(row for row in after if isinstance(row, Mention))
        used = registers.used_by(Findings("", mentions, claims, ()), session.shipped())
        return acts.copy_registers(used, session.case_registers())

    def _give_back(self) -> None:
        """Return the keyboard to where it was before a field was edited."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)


def _bears_on(row: Row, edit: Edit) -> bool:
    """Tell whether what is shown of `row` may look different; what is new in other articles does not bear on it."""
    value = edit.value
    if isinstance(value, Claim | Mention):
        return value.article_id == row.article_id or _shares_incident(row, value)
    if isinstance(value, Assessment | Override):
        return True
    if isinstance(value, Incident):
        return isinstance(row, Claim) and value.id == row.incident_id
    return not isinstance(value, Article) and edit.before is not None


def _shares_incident(row: Row, value: Claim | Mention) -> bool:
    """Tell whether both are claims about one incident, so that one's figures and relations bear on the other."""
    if not isinstance(row, Claim) or not isinstance(value, Claim):
        return False
    return row.incident_id is not None and row.incident_id == value.incident_id
