"""A language is read with the shipped pipeline or with one that is installed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.pipelines import Pipelines

OFFERS = {"de": ("de_own_md", "de_own_sm"), "en": ()}


def test_what_is_in_use_is_chosen(qtbot: QtBot) -> None:
    shown = Pipelines(OFFERS, ["de_own_sm", "en_gone_sm"])
    qtbot.addWidget(shown)
    assert shown.chosen == ("de_own_sm",)
    assert child(shown, QComboBox, "pipeline_en").count() == 1
    assert {"German", "English"} <= {label.text() for label in shown.findChildren(QLabel)}


def test_answers_follow_the_fields(qtbot: QtBot) -> None:
    shown = Pipelines(OFFERS, [])
    qtbot.addWidget(shown)
    chosen = [shown.chosen]
    for name in ("de_own_md", "The one that ships"):
        child(shown, QComboBox, "pipeline_de").setCurrentText(name)
        chosen.append(shown.chosen)
    assert chosen == [(), ("de_own_md",), ()]


def test_it_says_where_none_is_installed(qtbot: QtBot) -> None:
    shown = Pipelines({"de": (), "en": ()}, [])
    qtbot.addWidget(shown)
    assert "None is installed on this computer." in {label.text() for label in shown.findChildren(QLabel)}
