from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from main import cli
from tests.conftest import ROOT
from workbench.case import Case, Key, cipher
from workbench.commands import unlocking
from workbench.commands.opening import created, looked_at, opened
from workbench.commands.unlocking import GIVEN, GIVEN_IN, GIVEN_NEW, new_key, unlocked
from workbench.errors import PassphraseNeeded, WeakPassphrase, WorkbenchError, WrongPassphrase

WORDS = "vier kurze Wörter hier"
OTHER = "ganz andere Wörter dort"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (GIVEN, GIVEN_IN, GIVEN_NEW):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(unlocking, "can_ask", lambda: False)
    path = tmp_path / "a.case"
    with created(path, "Ana", cipher.new_key(WORDS)):
        pass
    return path


class Terminal:
    """Types passphrases where click asks for them; each may be asked for once."""

    def __init__(self, patch: pytest.MonkeyPatch, *typed: str) -> None:
        self.typed, self.shown = list(typed), list[str]()
        patch.setattr(unlocking, "can_ask", lambda: True)
        patch.setattr(click, "prompt", self.prompt)

    def prompt(self, words: str, *, hide_input: bool, err: bool, confirmation_prompt: str = "") -> str:
        assert hide_input, "it must not show"
        self.shown += [words, *([confirmation_prompt] if confirmation_prompt else [])]
        return self.typed.pop(0)


def test_the_terminal_is_asked_until_the_passphrase_is_right(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch, "falsch", WORDS)
    with looked_at(path) as case:
        assert case.log()
    assert terminal.shown == ["Passphrase of a.case"] * 2


def test_after_three_tries_it_is_wrong(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch, "falsch", "auch", "noch einmal", WORDS)
    with pytest.raises(WrongPassphrase, match="does not open"), opened(path):
        pass
    assert terminal.typed == [WORDS]


@pytest.fixture
def both(path: Path) -> tuple[Path, Path, Path]:
    """Return a case, another with the same passphrase, and one with its own."""
    others = path.with_name("b.case"), path.with_name("c.case")
    for other, words in zip(others, (WORDS, OTHER), strict=True):
        with created(other, "Ben", cipher.new_key(words)):
            pass
    return path, *others


def test_two_cases_with_one_passphrase_ask_once(both: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    one, same, _ = both
    for command in ("merge", "agree"):
        terminal = Terminal(monkeypatch, "falsch", WORDS)
        told = CliRunner().invoke(cli, [command, str(one), str(same)])
        assert told.exit_code == 0, told.output
        assert terminal.shown == ["Passphrase of a.case"] * 2


def test_another_passphrase_is_asked_for_and_nobody_is_told_to_mind_capitals(
    both: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _, other = both
    terminal = Terminal(monkeypatch, WORDS, OTHER)
    told = CliRunner().invoke(cli, ["agree", str(one), str(other)])
    assert told.exit_code == 0, told.output
    assert terminal.shown == ["Passphrase of a.case", "Passphrase of c.case"]
    assert "does not open" not in told.stderr
    terminal = Terminal(monkeypatch, WORDS, "eins", "zwei", "drei")
    told = CliRunner().invoke(cli, ["agree", str(one), str(other)])
    assert told.exit_code == 1
    assert terminal.shown == ["Passphrase of a.case", *["Passphrase of c.case"] * 3]
    assert told.stderr.count("does not open c.case") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="a process hands no open file on by its number there")
@pytest.mark.parametrize(
    ("lines", "which", "code"),
    [
        ((WORDS,), 1, 0),
        ((WORDS, WORDS), 1, 0),
        ((WORDS, OTHER), 2, 0),
        ((WORDS,), 2, 1),
        ((WORDS, "falsch"), 2, 1),
    ],
)
def test_one_line_serves_both_where_it_opens_both(
    both: tuple[Path, Path, Path], lines: tuple[str, ...], which: int, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, here = os.pipe()
    os.write(here, "".join(f"{line}\n" for line in lines).encode())
    os.close(here)
    monkeypatch.setenv(GIVEN_IN, str(there))
    told = CliRunner().invoke(cli, ["merge", str(both[0]), str(both[which])])
    os.close(there)
    assert told.exit_code == code, told.output
    if code:
        assert ("no passphrase is left" in told.stderr) is (len(lines) == 1)


def test_a_plain_case_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Terminal(monkeypatch)
    with created(tmp_path / "b.case"):
        pass
    with opened(tmp_path / "b.case") as case:
        assert case.key is None


def test_where_nobody_can_be_asked_it_says_how_to_give_it(path: Path) -> None:
    with pytest.raises(PassphraseNeeded, match=rf"is encrypted.*terminal, or set {GIVEN_IN} or {GIVEN}"):
        unlocked(lambda key: Case.open_reading(path, key=key))


def test_the_environment_gives_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(GIVEN, WORDS)
    with opened(path) as case:
        assert isinstance(case.key, Key)
    monkeypatch.setenv(GIVEN, "falsch")
    with pytest.raises(WrongPassphrase), looked_at(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="a process hands no open file on by its number there")
def test_an_open_file_gives_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for end in ("", "\n", "\r\n"):
        there, here = os.pipe()
        os.write(here, f"{WORDS}{end}".encode())
        os.close(here)
        monkeypatch.setenv(GIVEN_IN, str(there))
        with looked_at(path) as case:
            assert case.key
        os.close(there)
    with (
        pytest.raises(WorkbenchError, match=f"{GIVEN_IN} is '{there}', from which no passphrase can be read"),
        opened(path),
    ):
        pass
    monkeypatch.setenv(GIVEN_IN, "three")
    with pytest.raises(WorkbenchError, match="no passphrase can be read"), opened(path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="a process hands no open file on by its number there")
def test_each_case_takes_a_line_of_an_open_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there, here = os.pipe()
    os.write(here, f"{WORDS}\n{WORDS}\n".encode())
    os.close(here)
    monkeypatch.setenv(GIVEN_IN, str(there))
    mended = CliRunner().invoke(cli, ["verify", str(path), "--mend"])
    assert mended.exit_code == 0, "it takes one line, however often it is opened"
    with looked_at(path) as case:
        assert case.key
    with pytest.raises(WorkbenchError, match="each encrypted case takes a line"), looked_at(path):
        pass
    os.close(there)


def test_a_new_one_is_typed_twice_until_it_protects(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch, "kurz", WORDS)
    assert new_key().salt
    assert terminal.shown == ["New passphrase", "The same again"] * 2


def test_a_new_one_comes_from_the_environment_where_nobody_is_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WorkbenchError, match=GIVEN_NEW):
        new_key()
    monkeypatch.setenv(GIVEN_NEW, "kurz")
    with pytest.raises(WeakPassphrase):
        new_key()
    monkeypatch.setenv(GIVEN_NEW, WORDS)
    assert new_key().salt


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_at_a_real_terminal_nothing_shows(path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "main.py"), "verify", str(path)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
        os.close(theirs)
        shown = b""
        while b"Passphrase of a.case" not in shown:
            shown += os.read(ours, 1024)
        os.write(ours, WORDS.encode() + b"\n")
        while b"Verifies" not in shown:
            shown += os.read(ours, 1024)
    os.close(ours)
    assert process.returncode == 0
    assert WORDS.encode() not in shown
