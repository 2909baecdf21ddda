"""An article's details can be corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from tests.ui.find import child
from ui.dialogs.article_details import ArticleDetails
from workbench.model.article import Article

ARTICLE = Article(1, "ab" * 32, "Title", "de", "SOHR", date(2024, 11, 28), "a.txt", imported_at="2024-11-29T10:00:00Z")


def test_the_fields_show_the_article(qtbot: QtBot) -> None:
    shown = ArticleDetails(ARTICLE, ["dpa"])
    qtbot.addWidget(shown)
    assert shown.answers == ("Title", "SOHR", date(2024, 11, 28))
    assert "ab" * 32 in {label.text() for label in shown.findChildren(QLabel)}


def test_answers_follow_the_fields(qtbot: QtBot) -> None:
    shown = ArticleDetails(ARTICLE, ["dpa"])
    qtbot.addWidget(shown)
    child(shown, QLineEdit, "titleField").setText(" New ")
    child(shown, QLineEdit, "outletField").setText("dpa")
    child(shown, QRadioButton, "dateUnknown").click()
    assert shown.answers == ("New", "dpa", None)


def test_an_unknown_date_is_shown_as_such(qtbot: QtBot) -> None:
    shown = ArticleDetails(Article(1, "", "Title", "de"), [])
    qtbot.addWidget(shown)
    assert child(shown, QRadioButton, "dateUnknown").isChecked()


def test_what_it_is_a_copy_of_is_chosen_among_the_others(qtbot: QtBot) -> None:
    first = replace(ARTICLE, id=7, title="First")
    for copy_of, shown_first in ((None, None), (7, 7), (99, None)):
        shown = ArticleDetails(replace(ARTICLE, copy_of=copy_of), [], [first])
        qtbot.addWidget(shown)
        assert shown.original == shown_first
        box = child(shown, QComboBox, "originalField")
        assert [box.itemText(n).split(" · ")[0] for n in range(box.count())] == ["no other article", "First"]
        box.setCurrentIndex(1)
        assert shown.original == 7
