"""A mention's label, and the actor or source it names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from ui.named import words
from ui.panels.inspector_fields import Choice, ChoiceField
from ui.panels.inspector_words import circumstance_words
from ui.reader.wording import doubt_words
from ui.session import Session
from ui.words import label_words
from workbench import acts
from workbench.model.mention import Label, Mention


class MentionForm(QWidget):
    """Shows a mention and says what is wanted of it in acts; it changes nothing itself."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._mention: Mention | None = None
        self._label, self._link = ChoiceField("Label"), ChoiceField("Linked to", search=True)
        self._circumstance = words("", wrap=True)
        self._sure = words("", wrap=True)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        for name, field in (
            ("Label", self._label),
            ("Names", self._link),
            ("When, where", self._circumstance),
            ("Confidence", self._sure),
        ):
            form.addRow(words(name, "muted"), field)
        self._form = form
        self._label.offer([Choice(label_words(label), label) for label in Label])
        self._label.chosen.connect(self._relabel)
        self._link.chosen.connect(self._relink)
        for asking in (self._label, self._link):
            asking.left.connect(self.left)
            asking.kept.connect(self.left)

    def offer(self) -> None:
        """Offer the actors and sources of the case and the register."""
        session, registers = self._session, self._session.registers
        actors = {**registers.actors, **session.actors()}
        sources = {**registers.sources, **session.sources()}
        pairs = [(actor.name, actor.id) for actor in actors.values()]
        pairs += [(source.name, source.id) for source in sources.values()]
        names = sorted(pairs, key=lambda pair: pair[0].casefold())
        self._link.offer([Choice("nobody in the register", None), *(Choice(name, id_) for name, id_ in names)])

    def begin(self, field: str) -> None:
        """Put the keyboard into a field: ``who`` is the link, all else the label."""
        (self._link if field in ("who", "origin") else self._label).begin()

    def show_mention(self, mention: Mention) -> None:
        """Show a mention as it stands now."""
        self._mention = mention
        self._label.show_value(mention.label)
        self._link.show_value(mention.actor)
        self._circumstance.setText(circumstance_words(mention.when, mention.where))
        self._form.setRowVisible(self._circumstance, mention.when is not None or mention.where is not None)
        self._sure.setText(doubt_words(mention))
        self._form.setRowVisible(self._sure, bool(self._sure.text()))

    def _relabel(self, label: object) -> None:
        if self._mention is not None and isinstance(label, Label):
            self.wanted.emit(acts.relabel(self._mention, label))
            self.left.emit()

    def _relink(self, actor: object) -> None:
        if self._mention is not None and (actor is None or isinstance(actor, str)):
            self.wanted.emit(acts.link(self._mention, actor))
            self.left.emit()
