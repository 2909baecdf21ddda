"""What a hostile case holds does nothing to a terminal; what other programs read is as it is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from main import cli
from tests.conftest import ROOT
from tests.workbench.test_joining import made
from workbench import acts
from workbench.commands.group import CaseOrCommand
from workbench.commands.saying import hand_out, say, say_lines, visible
from workbench.errors import WorkbenchError
from workbench.model.actor import Side

HOSTILE = "\x1b[2J\x9b1m\u202egnu\u2066\x07 \ud800"
SHOWN = r"\u{1b}[2J\u{9b}1m\u{202e}gnu\u{2066}\u{7} \u{d800}"


@pytest.mark.parametrize(
    "words", ["Zwölf Tote – „mindestens“", "خمسة قتلى\u200cها", "👩\u200d👧", "a\tb\nc", "\u00a0\u00ad"]
)
def test_what_is_seen_stays(words: str) -> None:
    assert visible(words) == words


def test_what_does_something_is_shown_as_its_number() -> None:
    assert visible(HOSTILE) == SHOWN
    assert visible("a\rb\u2028c\U000e0041\u061c\u200f") == r"a\u{d}b\u{2028}c\u{e0041}\u{61c}\u{200f}"


def test_a_sentence_is_one_line_and_a_table_several(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"Title {HOSTILE}\n✓ Verifies", err=True)
    say_lines(f"one{HOSTILE}\ntwo")
    out, err = capsys.readouterr()
    assert err == f"Title {SHOWN}\\u{{a}}✓ Verifies\n"
    assert out == f"one{SHOWN}\ntwo\n"


def test_data_is_handed_on_as_it_is_but_at_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = HOSTILE.replace("\ud800", "")
    hand_out(data, nl=False)
    assert capsys.readouterr().out == data
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    hand_out(data)
    assert capsys.readouterr().out == f"{visible(data)}\n"


def test_what_goes_wrong_is_said_so_too() -> None:
    @click.group(cls=CaseOrCommand)
    def group() -> None:
        """Hold a command."""

    @group.command()
    @click.argument("which")
    def fail(which: str) -> None:
        raise WorkbenchError(HOSTILE) if which == "case" else click.UsageError(HOSTILE)

    for which in ("case", "usage"):
        said = CliRunner().invoke(group, ["fail", which]).stderr
        assert f"Error: {SHOWN}" in said


def test_a_hostile_case_is_shown_and_its_data_unchanged(tmp_path: Path) -> None:
    case = made(tmp_path / "a.case", "Ana")
    name = "Army\x1b]0;title\x07\u202e\n✓ Verifies"
    case.apply(acts.add_values("copy_registers", [Side("s", name, "#000000", 1)]))
    case.apply(acts.edit_side(case.claims()[0], "s"))
    case.close()
    run = CliRunner()
    shown = run.invoke(cli, ["figures", str(tmp_path / "a.case")]).stdout
    assert r"Army\u{1b}]0;title\u{7}\u{202e} ✓ Verifies" in shown
    data = run.invoke(cli, ["figures", str(tmp_path / "a.case"), "--csv"]).stdout
    assert name in data


def test_no_command_writes_past_this() -> None:
    commands = (ROOT / "workbench" / "commands").glob("*.py")
    past = [path.name for path in commands if re.search(r"\bclick\.s?echo\b|\bprint\(", path.read_text("utf-8"))]
    assert past == ["saying.py"]
