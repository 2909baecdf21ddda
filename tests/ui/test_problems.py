"""What nobody caught becomes a sentence or a report, and never shows text of the case."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.problems import Problems, describe
from workbench.errors import StaleChange


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


@pytest.fixture
def problems(tmp_path: Path, qtbot: QtBot) -> Problems:
    return Problems(tmp_path / "reports")


def test_a_known_error_is_a_sentence(problems: Problems, qtbot: QtBot) -> None:
    error = raised(StaleChange("This has gone."))
    with qtbot.waitSignal(problems.told) as told, qtbot.assertNotEmitted(problems.reported):
        problems.handle(type(error), error)
    assert told.args == ["This has gone."]


def test_a_fault_is_a_report_in_a_file(problems: Problems, qtbot: QtBot, tmp_path: Path) -> None:
    error = raised(ValueError("37 Mitglieder der Regimekräfte"))
    with qtbot.waitSignal(problems.reported) as reported, qtbot.assertNotEmitted(problems.told):
        problems.handle(type(error), error)
    text, file = reported.args or []
    assert file.parent == tmp_path / "reports"
    assert file.read_text(encoding="utf-8") == text
    assert "builtins.ValueError" in text
    assert "tests/ui/test_problems.py" in text


def test_a_report_holds_no_text_of_the_case_and_no_home_folder() -> None:
    error = raised(KeyError("Zivilisten"), raised(ValueError("getötet")))
    text = describe(error)
    assert "Zivilisten" not in text
    assert "getötet" not in text
    assert str(Path(__file__).parents[2]) not in text
    assert text.index("KeyError") < text.index("ValueError")


def test_the_same_fault_is_shown_once(problems: Problems, qtbot: QtBot, tmp_path: Path) -> None:
    error = raised(ValueError("x"))
    problems.report(error)
    with qtbot.assertNotEmitted(problems.reported):
        problems.report(error)
    assert len(list((tmp_path / "reports").iterdir())) == 2


def test_a_folder_that_cannot_be_written_does_not_hide_the_report(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    problems = Problems(blocked)
    with qtbot.waitSignal(problems.reported) as reported:
        problems.report(raised(ValueError("x")))
    assert (reported.args or [])[1] is None


def test_old_reports_go(problems: Problems, tmp_path: Path) -> None:
    for _ in range(25):
        problems.report(raised(ValueError("x")))
    assert len(list((tmp_path / "reports").iterdir())) == 20
