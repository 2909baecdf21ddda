from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.reader.rows import claim
from ui.panels.reader_header import ReaderHeader, details
from workbench.model.article import Article, ReviewState
from workbench.model.mention import Status

ARTICLE = Article(1, "ab", "HTS erobert Waffendepots", "de", "SOHR", date(2024, 11, 28), "a.txt")
CLAIMS = [claim(1, "37 Tote", "37"), claim(2, "37 Tote", "37", status=Status.REJECTED)]


def test_the_details_stand_in_one_line() -> None:
    assert details(ARTICLE, CLAIMS) == "28 Nov 2024 · SOHR · German · 1 of 2 claims reviewed"


def test_what_is_not_known_is_said() -> None:
    bare = replace(ARTICLE, outlet="", published=None, language="xx-none")
    assert details(bare, []) == "date unknown · outlet not given · xx-none · no claims"
    assert "German · copy of another article · 1 of 2" in details(replace(ARTICLE, copy_of=3), CLAIMS)
    assert details(replace(ARTICLE, state=ReviewState.REVIEWED), CLAIMS).endswith("✓ reviewed")


def test_an_article_without_a_title_has_its_files_name(qtbot: QtBot) -> None:
    header = ReaderHeader()
    qtbot.addWidget(header)
    for shown, title in ((ARTICLE, ARTICLE.title), (replace(ARTICLE, title=""), "a.txt")):
        header.show_article(shown, CLAIMS)
        label = header.findChild(QLabel, "articleTitle")
        assert isinstance(label, QLabel)
        assert label.text() == title
    header.align(80)
    header.adjustSize()
    header.show()
    assert label is not None
    assert label.x() == 80
