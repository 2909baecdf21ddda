"""What the analyst makes of a claim: its source, its information, its incident, and the figure it counts in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.named import named, words
from ui.panels.inspector_fields import Choice, ChoiceField, WordsField
from ui.session import Session
from ui.words import clock_words
from workbench import acts_judged
from workbench.model.assessment import About, Assessment, Credibility, Grade, Likelihood, Reliability
from workbench.model.claim import Claim
from workbench.model.figure import Figure
from workbench.model.incident import Incident
from workbench.reckoning.totals import add
from workbench.reckoning.words import amount_words
from workbench.wording import (
    assessment_words,
    claim_words,
    credibility_words,
    effect_words,
    incident_names,
    incident_words,
    likelihood_words,
    reliability_words,
    side_words,
)

S = TypeVar("S", bound=StrEnum)
_JUDGED_BY = {About.SOURCE: "Source", About.CLAIM: "Information", About.INCIDENT: "Incident"}


class Assessing(QWidget):
    """Closed until it is asked for; says what is wanted in changes, and which figures are to be set by hand."""

    #: A Change.
    wanted = Signal(object)
    left = Signal()
    opened = Signal(bool)
    #: Words that find the figures.
    figures_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._claim: Claim | None = None
        self._switch = named(QToolButton(), "Assessment")
        self._reliability = _choices(
            "Reliability of the source", "reliability not judged", Reliability, reliability_words
        )
        self._credibility = _choices(
            "Credibility of the information", "credibility not judged", Credibility, credibility_words
        )
        self._grade = _choices("Grade of the incident", "not graded", Grade, lambda grade: f"graded {grade.value}")
        self._likelihood = _choices("Likelihood of the incident", "likelihood not judged", Likelihood, likelihood_words)
        self._notes = {about: WordsField(f"Note on the {word.lower()}") for about, word in _JUDGED_BY.items()}
        self._made = words("", "muted", wrap=True)
        self._counts = named(words("", wrap=True), "Figure it counts in", "countsIn")
        self._set = named(QPushButton("Set the figure by hand…"), "Set the figure by hand", "setFigure", look="quiet")
        self._body = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._switch.setCheckable(True)
        self._switch.setArrowType(Qt.ArrowType.RightArrow)
        self._switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        form = QFormLayout(self._body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        boxes = {
            About.SOURCE: (self._reliability,),
            About.CLAIM: (self._credibility,),
            About.INCIDENT: (self._grade, self._likelihood),
        }
        for about, fields in boxes.items():
            for number, field in enumerate((*fields, self._notes[about])):
                form.addRow(words("" if number else _JUDGED_BY[about], "muted"), field)
            self._notes[about].setPlaceholderText("why")
        form.addRow(self._made)
        form.addRow(self._counts)
        form.addRow(self._set)
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)

    def _connect(self) -> None:
        self._switch.toggled.connect(self._open)
        self._reliability.chosen.connect(lambda grade: self._judge(About.SOURCE, reliability=grade))
        self._credibility.chosen.connect(lambda grade: self._judge(About.CLAIM, credibility=grade))
        self._grade.chosen.connect(lambda grade: self._judge(About.INCIDENT, grade=grade))
        self._likelihood.chosen.connect(lambda term: self._judge(About.INCIDENT, likelihood=term))
        for about, note in self._notes.items():
            note.entered.connect(lambda text, about=about: self._judge(about, note=text))
        for box in (self._reliability, self._credibility, self._grade, self._likelihood):
            box.left.connect(self.left)
            box.kept.connect(self.left)
        for note in self._notes.values():
            note.left.connect(self.left)
        self._set.clicked.connect(lambda: self.figures_wanted.emit(self._finding_words()))

    def _open(self, opened: bool) -> None:
        self._switch.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self._body.setVisible(opened)
        self.opened.emit(opened)

    # What is shown

    def show_claim(self, claim: Claim) -> None:
        """Show what was made of a claim, of its source and its incident."""
        self._claim = claim
        found = {about: self._about(about) for about in _JUDGED_BY}
        source, information, incident = (found[about] for about in _JUDGED_BY)
        self._reliability.show_value(source.reliability if source else None)
        self._credibility.show_value(information.credibility if information else None)
        self._grade.show_value(incident.grade if incident else None)
        self._likelihood.show_value(incident.likelihood if incident else None)
        for about, note in self._notes.items():
            assessment = found[about]
            note.show_words(assessment.note if assessment else "")
        for field in (self._reliability, self._notes[About.SOURCE]):
            field.setEnabled(claim.origin is not None)
        for field in (self._grade, self._likelihood, self._notes[About.INCIDENT]):
            field.setEnabled(claim.incident_id is not None)
        told = _brief(source, information, incident)
        self._switch.setText(f"Assessment: {told}" if told else "Assessment")
        self._made.setText("\n".join(self._made_words(a) for a in (source, information, incident) if a))
        self._made.setVisible(bool(self._made.text()))
        self._show_figures()

    def _about(self, about: About) -> Assessment | None:
        id_ = self._id_of(about)
        return self._session.assessment(about, id_) if id_ is not None else None

    def _id_of(self, about: About) -> int | str | None:
        """Return the id of what is judged of the claim that is shown; None where the claim names none."""
        if self._claim is None:
            return None
        return {
            About.SOURCE: self._claim.origin,
            About.CLAIM: self._claim.id,
            About.INCIDENT: self._claim.incident_id,
        }[about]

    def _made_words(self, assessment: Assessment) -> str:
        line = self._session.log_of(assessment)[-1]
        who = line.analyst or "an analyst without a name"
        return f"{_JUDGED_BY[assessment.about]}: {who}, {clock_words(line.at, with_day=True)}"

    def _figures(self) -> list[Figure]:
        """Return the figures that the claim counts in."""
        claim = self._claim
        if claim is None or claim.incident_id is None:
            return []
        return [f for f in self._session.reckoning_of(claim.incident_id).figures if claim.id in f.used]

    def _show_figures(self) -> None:
        sides, figures = self._session.sides(), self._figures()
        told = [f"{side_words(f.side, sides)}, {effect_words(f.effect)}: {amount_words(add([f]))}" for f in figures]
        self._counts.setText("Counts in: " + "; ".join(told) if told else "Counts in no figure.")
        self._set.setVisible(bool(figures))

    def _finding_words(self) -> str:
        """Return words that find the first figure in a list of all."""
        figures, incidents = self._figures(), incident_names(self._session.incidents())
        if not figures:
            return ""
        where = incidents.get(figures[0].incident, "")
        return f"{where} {side_words(figures[0].side, self._session.sides())} {effect_words(figures[0].effect)}"

    # What is done

    def _judge(self, about: About, **judged: object) -> None:
        id_ = self._id_of(about)
        if id_ is None:
            return
        before = self._session.assessment(about, id_)
        blank = before or Assessment(self._session.reserve(), about, str(id_))
        after = replace(blank, **judged)  # type: ignore[arg-type]  # the fields of an assessment by name
        self.wanted.emit(acts_judged.assess(before, after, self._named(about)))
        self.left.emit()

    def _named(self, about: About) -> str:
        """Return the words by which what is judged is known."""
        claim = self._claim
        if claim is None or about is About.CLAIM:
            return claim_words(claim) if claim else ""
        if about is About.INCIDENT:
            named_ = next((i for i in self._session.incidents() if i.id == claim.incident_id), None)
            return incident_words(named_) if isinstance(named_, Incident) else ""
        source = self._session.sources().get(claim.origin or "") or self._session.actors().get(claim.origin or "")
        return source.name if source else claim.origin or ""


def _brief(source: Assessment | None, information: Assessment | None, incident: Assessment | None) -> str:
    """Return all grades in the fewest letters: ``B2 · graded fair``."""
    code = "".join(
        part.value
        for part in (source.reliability if source else None, information.credibility if information else None)
        if part
    )
    return " · ".join(filter(None, (code, assessment_words(incident) if incident else "")))


def _choices(name: str, none: str, scale: type[S], named_: Callable[[S], str]) -> ChoiceField:
    field = ChoiceField(name)
    field.offer([Choice(none, None), *(Choice(named_(step), step) for step in scale)])
    return field
