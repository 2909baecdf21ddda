"""The steps of the self-test, in order: what an analyst does on a first day, in the real window with what ships."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox

from ui.dialogs.passphrase import Passphrase
from ui.dialogs.passphrase_asked import PassphraseAsked
from ui.dialogs.passphrase_backups import PassphraseBackups
from ui.intake import Intake
from ui.panels.chart_view import ChartView
from ui.selftest.articles import SAMPLES, Sample, write
from ui.selftest.walk import SelfTestFailed, Walk
from ui.selftest.witness import CLIENTS, Witness, clients
from ui.session import Focus
from workbench import acts, resources, version
from workbench.case import Case, verify
from workbench.charts.exported import FORMATS, exported
from workbench.exporters import table
from workbench.importers.read import read
from workbench.model.claim import Claim
from workbench.model.mention import Status
from workbench.saving import save

#: Does a step; returns what came of it in a few words.
Act = Callable[[Walk], str]
_TYPED = "Straße nach Süden 7"
_PLAIN = b"SQLite format 3\x00"
#: How each kind of file begins.
_BEGINS = {".png": b"\x89PNG", ".svg": b"<svg", ".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>"}
#: Bytes; a report or a chart of fewer holds nothing.
_LEAST = 200
_WORDS = "Five soldiers were killed in Homs."


def paint(walk: Walk) -> str:
    """See the window painted."""
    walk.window.show()
    walk.wait("the window is painted", lambda: walk.is_painted)
    return f"{walk.window.width()} × {walk.window.height()}, {QGuiApplication.platformName()}"


def see_whole(_: Walk) -> str:
    """See that all that ships is as it was shipped."""
    sentence = resources.changed(resources.folder())
    _demand(not sentence, f"the file {sentence}")
    return "as it was listed" if (resources.folder() / resources.SUMS).is_file() else "from source nothing is listed"


def warm_up(walk: Walk) -> str:
    """See that articles can be read: spaCy, lexicons and pipelines are loaded behind the window."""
    walk.wait("articles can be read", lambda: walk.is_ready)
    return "spaCy, lexicons and pipelines are loaded"


def take_sample(walk: Walk) -> str:
    """Have the sample case made of the sample articles."""
    walk.wait_read(lambda: walk.do("sample_case"))
    articles, claims = walk.session.articles(), walk.session.claims()
    _demand(len(articles) > 2 and claims, "the sample articles gave no claims")
    return f"{len(articles)} articles, {len(claims)} claims"


def take_formats(walk: Walk) -> str:
    """Take in an article of every format."""
    read_in = [item for path in write(walk.folder) for item in read(path)]
    told = [replace(item, outlet="Self-test", published=date(2024, 11, 29)) for item in read_in]
    walk.wait_read(lambda: walk.find(Intake).supply(told))
    for sample in SAMPLES:
        _claim_of(walk, sample)
    return ", ".join(Path(sample.file).suffix.lstrip(".").upper() for sample in SAMPLES)


def see_pipelines(walk: Walk) -> str:
    """See that the shipped pipelines found what nothing else finds."""
    found = []
    for sample in SAMPLES:
        names = {mention.text for mention in walk.session.mentions(_article_of(walk, sample))} if sample.name else set()
        missed = sample.name and sample.name not in names
        _demand(not missed, f"the trained pipeline of the language “{sample.language}” did not find {sample.name}")
        found += [f"{sample.language}: {sample.name}"] if sample.name else []
    return ", ".join(found)


def correct(walk: Walk) -> str:
    """Correct a claim, and see on a second connection that it is on disk."""
    session, claim = walk.session, _claim_of(walk, SAMPLES[0])
    session.focus(Focus(claim.article_id, "claim", claim.id, claim.evidence, asker="desk"))
    session.apply(acts.edit_quantity(claim, replace(claim.quantity, value=13, low=13, high=13, best=13)))
    edited = session.claim(claim.id)
    walk.do("undo")
    _demand(session.claim(claim.id) == claim, "undo did not take the correction back")
    walk.do("redo")
    walk.refuse_problems()
    _demand(_on_disk(walk, claim.id) == edited, "the correction is not on disk")
    _demand(edited.status is Status.EDITED, "the corrected claim does not count as edited")
    return f"{claim.quantity.value} became 13; {_verified(walk)} lines of the journal verify"


def encrypt(walk: Walk) -> str:
    """Set a passphrase, see that the file is no plain one, and open it again."""
    session, path = walk.session, _path(walk)
    count = len(session.claims())
    walk.do("passphrase")
    dialog = walk.dialog(Passphrase)
    walk.type_into(dialog, newPassphrase=_TYPED, samePassphrase=_TYPED)
    for box in dialog.findChildren(QCheckBox, "notedPassphrase"):
        box.click()
    walk.press(dialog, "rewriteCase")
    walk.wait("the case is encrypted", lambda: session.is_open and session.key is not None)
    for left in walk.window.findChildren(PassphraseBackups):
        walk.press(left, "deleteBackups")
    walk.do("close_case")
    _demand(not path.read_bytes().startswith(_PLAIN), "the encrypted case is a plain file")
    session.open(path)
    asked = walk.dialog(PassphraseAsked)
    walk.type_into(asked, passphrase=_TYPED)
    walk.press(asked, "openEncrypted")
    walk.wait("the encrypted case is open", lambda: session.is_open)
    _demand(len(session.claims()) == count, "the encrypted case is not what it was")
    return f"{path.name}, {path.stat().st_size // 1024:,} KiB"


def draw(walk: Walk) -> str:
    """Draw every kind of chart in the window, and write each in every format."""
    walk.do("show_charts")
    view = walk.find(ChartView)
    kinds, written = view.choices.kinds, 0
    for row in range(kinds.count()):
        for path in _drawn(walk, view, row):
            check_file(path)
            written += 1
    return f"{kinds.count()} kinds, {written} files"


def _drawn(walk: Walk, view: ChartView, row: int) -> Iterator[Path]:
    """Have a kind of chart drawn, and yield its files."""
    kinds, drawn = view.choices.kinds, _Count()
    view.drawn.connect(drawn.add)
    kinds.setCurrentRow(row)
    view.choices.redraw.emit()
    walk.wait(f"the chart “{kinds.item(row).text()}” is drawn", lambda: drawn.number)
    if view.chart is None:
        raise SelfTestFailed(f"There is no chart “{kinds.item(row).text()}”.")
    for format_ in FORMATS:
        path = walk.folder / f"{view.choices.kind.id}.{format_.lower()}"
        save(exported(view.chart, format_), path, "chart")
        yield path


def report(walk: Walk) -> str:
    """Write the report, and the figures as a table and as plain text."""
    session, page = walk.session, walk.folder / _path(walk).with_suffix(".html").name
    walk.do("report")
    walk.wait("the report is written", page.exists)
    check_file(page)
    figures, sides = session.reckoning().figures, session.sides()
    rows, text = walk.folder / "figures.csv", walk.folder / "figures.txt"
    save(table.to_csv(figures, session.incidents(), sides).encode(), rows, "table")
    save(table.to_text(figures, sides).encode(), text, "table")
    for path in (rows, text):
        check_file(path)
    return "HTML, CSV, plain text"


def start_workers(walk: Walk) -> str:
    """Have the command line read two articles in two processes of its own."""
    lines, command = walk.folder / "lines.jsonl", [*program(), "extract", "--jsonl", "--jobs", "2"]
    lines.write_text("".join(f"{json.dumps({'id': str(n), 'text': _WORDS, 'lang': 'en'})}\n" for n in (1, 2)), "utf-8")
    process = QProcess(walk)
    process.start(command[0], [*command[1:], str(lines)])
    walk.wait("the command line ends", lambda: process.state() is QProcess.ProcessState.NotRunning)
    printed, told = bytes(process.readAllStandardOutput().data()), bytes(process.readAllStandardError().data())
    try:
        claims = [len(json.loads(line)["claims"]) for line in printed.splitlines()]
    except (ValueError, KeyError) as error:
        raise SelfTestFailed(
            f"The command line printed no JSON ({error}): {printed[:200]!r} {told[-300:]!r}"
        ) from error
    _demand(process.exitCode() == 0 and claims == [1, 1], f"the command line did not read: {told[-300:]!r}")
    return "2 articles, 2 processes"


def close(walk: Walk) -> str:
    """Close the window: nothing is left open, and the case verifies."""
    path, key = _path(walk), walk.session.key
    walk.window.close()
    _demand(not walk.session.is_open, "the case stays open without its window")
    left = [name for end in ("-wal", "-shm", "-lock") if (name := path.with_name(path.name + end)).exists()]
    _demand(not left, f"{left} stays beside the closed case")
    faults = verify(path, key=key).faults
    _demand(not faults, f"the closed case does not verify: {faults}")
    return "the case verifies"


def stay_alone(witness: Witness) -> str:
    """See that nothing reached out, and that nothing was written outside the folder."""
    frozen = bool(getattr(sys, "frozen", False))
    inside = clients() if frozen else []
    _demand(not inside, f"the program holds clients for the network: {', '.join(inside)}")
    _demand(not witness.connections, f"something asked for a connection: {witness.connections[:1]}")
    _demand(not witness.strays, f"this was written outside the self-test's folder: {witness.strays[:3]}")
    return f"none of {', '.join(CLIENTS)} is inside" if frozen else "no connection was asked for"


STEPS: tuple[tuple[str, Act], ...] = (
    ("the window is painted", paint),
    ("what ships is whole", see_whole),
    ("articles can be read", warm_up),
    ("the sample case is made", take_sample),
    ("an article of every format is read", take_formats),
    ("the shipped pipelines find names", see_pipelines),
    ("a correction is on disk, undone, redone", correct),
    ("a case is encrypted and opened again", encrypt),
    ("every kind of chart is drawn and written", draw),
    ("every report is written", report),
    ("the command line works in processes", start_workers),
    ("the window closes", close),
)
#: What the last step is called, which looks back at all others.
LAST = "nothing reached the network or wrote elsewhere"


class _Count:
    """How often a signal was heard."""

    def __init__(self) -> None:
        self.number = 0

    def add(self) -> None:
        """Hear it once more."""
        self.number += 1


def _demand(holds: object, what: str) -> None:
    if not holds:
        raise SelfTestFailed(f"{what[0].upper()}{what[1:].removesuffix('.')}.")


def _path(walk: Walk) -> Path:
    path = walk.session.path
    if path is None:
        raise SelfTestFailed("No case is open.")
    return path


def _article_of(walk: Walk, sample: Sample) -> int:
    found = [article.id for article in walk.session.articles() if article.file_name == sample.file]
    _demand(found, f"{sample.file} is not in the case")
    return found[0]


def _claim_of(walk: Walk, sample: Sample) -> Claim:
    claims = walk.session.claims(_article_of(walk, sample))
    found = [claim for claim in claims if claim.quantity.value == sample.killed]
    _demand(found, f"the {sample.killed} killed were not found in {sample.file}")
    return found[0]


def _on_disk(walk: Walk, claim: int) -> Claim:
    case = Case.open_reading(_path(walk), key=walk.session.key)
    try:
        return case.claim(claim)
    finally:
        case.close()


def _verified(walk: Walk) -> int:
    found = verify(_path(walk), key=walk.session.key)
    _demand(not found.faults, f"the case does not verify: {found.faults}")
    return found.lines


def check_file(path: Path) -> None:
    """Raise SelfTestFailed where a file that was written is cut off or of another kind than its name says."""
    content = path.read_bytes()
    whole = len(content) >= _LEAST and content.startswith(_BEGINS.get(path.suffix, b""))
    _demand(whole, f"the file {path.name} was not written whole: {len(content)} bytes, {content[:20]!r}")


def program() -> list[str]:
    """Return what starts this program again, with a standard output where there are two of it."""
    started = str(version.file())
    return [started] if getattr(sys, "frozen", False) else [sys.executable, started]
