"""Take the pictures of the README from the real window, on the sample case: `make screenshot`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1440, 900)
CHARTS = 2
#: Milliseconds within which the chart has to be drawn.
PATIENCE = 30_000


def main() -> int:
    """Make the sample case, and a picture of the review in light and of the charts in dark."""
    sys.path.insert(0, str(ROOT))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory(prefix="screenshot-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        subprocess.run([sys.executable, str(ROOT / "main.py"), "demo", "--to", folder], check=True, cwd=ROOT)
        take(place / "sample.case", place / "settings.json", ROOT / "docs")
    return 0


def take(case: Path, settings: Path, target: Path) -> None:
    """Open the window on `case` and write both pictures to `target`."""
    from ui import app
    from ui.panels.chart_view import ChartView
    from ui.session import Focus, Session
    from ui.tasks import Tasks
    from ui.theme import Choice, Theme

    window = app.build(case, settings_path=settings, tasks=Tasks())
    session, theme = window.findChild(Session), window.findChild(Theme)
    charts = window.findChild(ChartView)
    if session is None or theme is None or charts is None:
        raise LookupError("the window holds no session, no theme or no charts")
    claim = next(claim for claim in session.claims() if claim.quantity.value is not None)
    window.resize(*SIZE)
    window.show()
    theme.choose(Choice.LIGHT)
    session.focus(Focus(claim.article_id, "claim", claim.id))
    keep(window, target / "screenshot.png")
    theme.choose(Choice.DARK)
    waiting = QEventLoop()  # lets other threads run, as QSignalSpy.wait does not
    charts.drawn.connect(waiting.quit)
    QTimer.singleShot(PATIENCE, waiting.quit)
    window.show_workspace(CHARTS)
    waiting.exec()
    keep(window, target / "screenshot-charts.png")
    window.close()


def keep(window: QWidget, path: Path) -> None:
    """Write what the window shows to `path`, half a second after what was asked of it last."""
    QTest.qWait(500)
    if not window.grab().save(str(path)):
        raise OSError(f"{path} could not be written")
    print(f"{path.relative_to(ROOT)} is written")


if __name__ == "__main__":
    sys.exit(main())
