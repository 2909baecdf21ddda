"""A claim's fields, its relations and its checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.named import words
from ui.panels.inspector_assessment import Assessing
from ui.panels.inspector_cards import Stack, Why, card
from ui.panels.inspector_fields import Choice, ChoiceField, WordsField
from ui.panels.inspector_relations import Relations
from ui.panels.inspector_words import cards, circumstance_words, said_how
from ui.session import Session
from workbench import acts
from workbench.changes import Change
from workbench.model.actor import BOTH_SIDES, Actor, Source
from workbench.model.claim import Category, Claim, Effect
from workbench.reckoning.sides import side_of
from workbench.reckoning.typed_numbers import UnreadableNumber, parse
from workbench.wording import (
    BOTH,
    SIDE_UNKNOWN,
    category_words,
    effect_words,
    incident_names,
    quantity_words,
    reading_words,
)


class ClaimForm(QWidget):
    """Shows a claim and says what is wanted of it in acts; it changes nothing itself."""

    #: A Change.
    wanted = Signal(object)
    jumped = Signal(int)
    left = Signal()
    refused = Signal(str)
    #: It needs more room now, or less.
    resized = Signal()
    #: Words that find the figures that are to be set by hand.
    figures_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._claim: Claim | None = None
        self._number = WordsField("Number")
        self._bounds = words("", "muted")
        self._effect, self._side = ChoiceField("Effect"), ChoiceField("Side")
        self._who, self._origin = ChoiceField("Who", search=True), ChoiceField("Said by", search=True)
        self._category, self._incident = ChoiceField("Category"), ChoiceField("Incident", search=True)
        self._follows = words("follows from who", "muted")
        self._circumstance = words("", wrap=True)
        self._how = words("", "muted")
        self._relations = Relations(session)
        self._note, self._why = WordsField("Note"), Why()
        self._assessing, self._cards = Assessing(session), Stack(10)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for label, *fields in (
            ("&Number", self._number, self._bounds),
            ("Effect", self._effect),
            ("&Side", self._side, self._follows),
            ("&Who", self._who),
            ("Category", self._category),
            ("Said by", self._origin, self._how),
            ("When, where", self._circumstance),
            ("Incident", self._incident),
            ("&Relations", self._relations),
            ("Note", self._note),
        ):
            form.addRow(_label(label, fields[0]), _column(fields))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._why)
        layout.addWidget(self._assessing)
        layout.addWidget(self._cards)
        self._note.setPlaceholderText("why you decided so")

    def _connect(self) -> None:
        self._effect.offer([Choice(effect_words(effect), effect) for effect in Effect])
        self._category.offer([Choice(category_words(category), category) for category in Category])
        for shut in (self._why, self._assessing):
            shut.opened.connect(self.resized)
        self._assessing.wanted.connect(self.wanted)
        self._assessing.figures_wanted.connect(self.figures_wanted)
        self._number.entered.connect(self._set_number)
        self._note.entered.connect(lambda text: self._want(lambda claim: acts.edit_note(claim, text.strip())))
        for field, act in self._choices().items():
            field.chosen.connect(lambda value, act=act: self._want(lambda claim: act(claim, value)))
            for done in (field.left, field.kept):
                done.connect(self.left)
        self._relations.wanted.connect(self.wanted)
        self._relations.jumped.connect(self.jumped)
        self._relations.refused.connect(self.refused)
        for asking in (self._number, self._note, self._relations, self._assessing):
            asking.left.connect(self.left)

    def _choices(self) -> dict[ChoiceField, Callable[..., Change]]:
        return {
            self._effect: acts.edit_effect,
            self._side: acts.edit_side,
            self._who: acts.edit_actor,
            self._category: acts.edit_category,
            self._origin: acts.edit_origin,
            self._incident: acts.move_claim,
        }

    def offer(self) -> None:
        """Offer the case's sides, and the actors and sources of the case and the register."""
        session = self._session
        actors = {**session.registers.actors, **session.actors()}
        sources = {**session.registers.sources, **session.sources()}
        self._who.offer(_by_name({id_: actor.name for id_, actor in actors.items()}, "nobody named"))
        speakers: dict[str, Actor | Source] = {**actors, **sources}
        self._origin.offer(_by_name({id_: speaker.name for id_, speaker in speakers.items()}, "the article itself"))
        self.offer_incidents()

    def offer_incidents(self) -> None:
        """Offer the case's incidents; those of one title by their numbers too."""
        self._incident.offer_later(self._incidents, self._one_incident)
        if self._claim is not None:
            self._incident.show_value(self._claim.incident_id)

    def _incidents(self) -> list[Choice]:
        return _by_name(incident_names(self._session.incidents_known().values()), "none of them")

    def _one_incident(self, id_: object) -> list[Choice]:
        """Return what is offered while nobody chooses: the incident of the claim that is shown."""
        incident = self._session.incident(id_) if isinstance(id_, int) and self._session.is_open else None
        return _by_name(incident_names([incident] if incident is not None else []), "none of them")

    def begin(self, field: str) -> None:
        """Put the keyboard into a field: number, side, who, origin, incident or relation."""
        asked = {
            "number": self._number.begin,
            "side": self._side.begin,
            "who": self._who.begin,
            "origin": self._origin.begin,
            "incident": self._incident.begin,
        }
        asked.get(field, self._relations.begin)()

    def show_claim(self, claim: Claim) -> None:
        """Show a claim as it stands now."""
        self._claim = claim
        stated, reading = quantity_words(claim.quantity), reading_words(claim.quantity)
        self._number.show_words(stated)
        self._bounds.setText(reading if reading != stated else "")
        self._bounds.setVisible(bool(self._bounds.text()))
        self._effect.show_value(claim.effect)
        self._offer_sides(claim)
        self._side.show_value(claim.side)
        self._who.show_value(claim.actor)
        self._category.show_value(claim.category)
        self._origin.show_value(claim.origin)
        self._incident.show_value(claim.incident_id)
        self._how.setText(said_how(claim))
        self._how.setVisible(bool(self._how.text()))
        self._circumstance.setText(circumstance_words(claim.when, claim.where))
        self._note.show_words(claim.note)
        self._why.show_reasons(claim.rules)
        self._show_others(claim)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        worn = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
        if worn and self._claim is not None:
            self._offer_sides(self._claim)
            self._side.show_value(self._claim.side)

    def _offer_sides(self, claim: Claim) -> None:
        """Offer the sides, and first the one that follows from the actor."""
        sides = self._session.sides()
        follows = sides.get(side_of(_without_side(claim), self._session.actors()) or "")
        self._follows.setVisible(follows is not None and claim.side is None)
        self._side.offer(
            [
                Choice(f"{follows.name} (follows from who)", None, follows.colour, follows.name)
                if follows
                else Choice(SIDE_UNKNOWN, None),
                *(Choice(side.name, side.id, side.colour) for side in sides.values()),
                Choice(BOTH, BOTH_SIDES),
            ]
        )

    def renew(self) -> None:
        """Show anew what others tell of the claim that is shown."""
        if self._claim is not None and self.isVisible():
            self._show_others(self._claim)

    def _show_others(self, claim: Claim) -> None:
        """Show the claims it belongs to, and whether the arithmetic holds."""
        self._relations.show_claim(claim)
        self._assessing.show_claim(claim)
        claims = self._session.claims(claim.article_id)
        speakers: dict[str, Actor | Source] = {**self._session.actors(), **self._session.sources()}
        origins = {id_: speaker.name for id_, speaker in speakers.items()}
        self._cards.fill(
            card(shown) for shown in cards(claim, claims, self._session.reckoning_of(claim.incident_id), origins)
        )

    def _set_number(self, typed: str) -> None:
        try:
            quantity = parse(typed, self._session.conventions)
        except UnreadableNumber as error:
            self.refused.emit(str(error))
            return
        self._number.setModified(False)
        self._want(lambda claim: acts.edit_quantity(claim, quantity))

    def _want(self, act: Callable[[Claim], Change]) -> None:
        if self._claim is not None:
            self.wanted.emit(act(self._claim))
            self.left.emit()


def _without_side(claim: Claim) -> Claim:
    return replace(claim, side=None)


def _by_name(names: Mapping[str, str] | Mapping[int, str], nobody: str) -> list[Choice]:
    """Return choices by name, with one for none of them first."""
    ordered = sorted(names.items(), key=lambda pair: pair[1].casefold())
    return [Choice(nobody, None), *(Choice(name, id_) for id_, name in ordered)]


def _label(text: str, buddy: QWidget) -> QLabel:
    label = words(text.replace("&", ""), "muted")
    label.setBuddy(buddy)
    return label


def _column(fields: Sequence[QWidget]) -> QWidget:
    if len(fields) == 1:
        return fields[0]
    column = QWidget()
    column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    for field in fields:
        layout.addWidget(field)
    return column
