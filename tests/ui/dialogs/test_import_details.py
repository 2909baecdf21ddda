"""Only what was not found is asked for, and for a batch only once."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.import_details import ImportDetails
from workbench.importers.imported import Imported, document_of


def imported(title: str = "", outlet: str = "", published: date | None = None, name: str = "a.txt") -> Imported:
    return Imported(document_of(name.encode(), name, "utf-8"), title, "de", outlet, published, "text/plain", name)


def dialog(qtbot: QtBot, *items: Imported) -> ImportDetails:
    made = ImportDetails(items, ["SOHR", "Reuters"])
    qtbot.addWidget(made)
    return made


def import_button(shown: ImportDetails) -> QPushButton:
    return next(b for b in shown.findChildren(QPushButton) if b.text() == "Import")


def test_a_single_article_lacks_three_things(qtbot: QtBot) -> None:
    shown = dialog(qtbot, imported())
    child(shown, QLineEdit, "titleField").setText("Rebels advance")
    child(shown, QLineEdit, "outletField").setText("Reuters")
    assert not import_button(shown).isEnabled()
    child(shown, QDateEdit, "dateField").setDate(QDate(2024, 11, 28))
    assert import_button(shown).isEnabled()
    (done,) = shown.completed()
    assert (done.title, done.outlet, done.published) == ("Rebels advance", "Reuters", date(2024, 11, 28))


def test_the_date_may_be_left_unknown_only_on_purpose(qtbot: QtBot) -> None:
    shown = dialog(qtbot, imported("Title", "SOHR"))
    assert shown.findChild(QLineEdit, "titleField") is None
    assert shown.findChild(QLineEdit, "outletField") is None
    assert not import_button(shown).isEnabled()
    child(shown, QRadioButton, "dateUnknown").click()
    assert import_button(shown).isEnabled()
    assert shown.completed()[0].published is None


def test_a_batch_is_asked_once_and_only_gaps_are_filled(qtbot: QtBot) -> None:
    day = date(2024, 11, 27)
    shown = dialog(qtbot, imported("One", "dpa", day), imported("", "", None, "b.txt"))
    child(shown, QLineEdit, "outletField").setText("SOHR")
    child(shown, QDateEdit, "dateField").setDate(QDate(2024, 11, 28))
    assert shown.findChild(QLineEdit, "titleField") is None
    first, second = shown.completed()
    assert (first.title, first.outlet, first.published) == ("One", "dpa", day)
    assert (second.title, second.outlet, second.published) == ("b.txt", "SOHR", date(2024, 11, 28))


def test_a_known_date_is_not_asked_for(qtbot: QtBot) -> None:
    shown = dialog(qtbot, imported("Title", "", date(2024, 11, 27)))
    assert shown.findChild(QDateEdit, "dateField") is None
    assert import_button(shown).isEnabled()
