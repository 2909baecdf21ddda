from __future__ import annotations

import errno
import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from workbench.commands.group import WINDOW, CaseOrCommand, case_to_open
from workbench.errors import NotACaseFile


@pytest.fixture
def cli() -> click.Group:
    @click.group(cls=CaseOrCommand)
    def group() -> None:
        """A group."""

    @group.command(WINDOW)
    @click.argument("case", required=False)
    def window(case: str | None) -> None:
        click.echo(f"window on {case}")

    @group.command()
    def figures() -> None:
        raise NotACaseFile("It is not a case. Open another.")

    @group.command()
    @click.argument("number", type=int)
    def refused(number: int) -> None:
        raise OSError(number, os.strerror(number), "report.html" if number == errno.EACCES else None)

    assert isinstance(group, click.Group)
    return group


@pytest.mark.parametrize(("args", "words"), [([], "window on None"), (["a.case"], "window on a.case")])
def test_a_case_file_or_nothing_opens_the_window(cli: click.Group, args: list[str], words: str) -> None:
    result = CliRunner().invoke(cli, args)
    assert (result.exit_code, result.output.strip()) == (0, words)


def test_a_known_error_is_a_sentence_and_exit_code_1(cli: click.Group) -> None:
    result = CliRunner().invoke(cli, ["figures"])
    assert (result.exit_code, result.stderr.strip()) == (1, "Error: It is not a case. Open another.")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "could not be written: No space left on device. Make room, or write elsewhere."),
        (errno.EIO, "The system refused: Input/output error. Check the disk"),
        (errno.EACCES, "The system refused (report.html): Permission denied."),
    ],
)
def test_what_the_system_refuses_is_a_sentence_too(cli: click.Group, number: int, words: str) -> None:
    result = CliRunner().invoke(cli, ["refused", str(number)])
    assert result.exit_code == 1
    assert words in result.stderr


def test_a_reader_that_leaves_is_left_to_click(cli: click.Group) -> None:
    result = CliRunner().invoke(cli, ["refused", str(errno.EPIPE)])
    assert (result.exit_code, result.stderr) == (1, "")


@pytest.mark.parametrize("args", [["a.case", "b.case"], ["--wrong"], ["figures", "--wrong"]])
def test_a_wrong_call_has_exit_code_2(cli: click.Group, args: list[str]) -> None:
    assert CliRunner().invoke(cli, args).exit_code == 2


def test_a_command_that_stands_elsewhere_is_there_when_it_is_asked_for() -> None:
    elsewhere = {"verify": "workbench.commands.verify:verify"}

    @click.group(cls=CaseOrCommand, elsewhere=elsewhere)
    def group() -> None:
        """A group."""

    assert isinstance(group, click.Group)
    assert group.commands == {}
    assert "verify  Tell whether" in CliRunner().invoke(group, ["--help"]).output
    assert CliRunner().invoke(group, ["verify"]).exit_code == 2
    assert "No such command 'window'" in CliRunner().invoke(group, ["gone"]).stderr


def test_help_names_both_ways(cli: click.Group) -> None:
    assert "[CASE] | COMMAND" in CliRunner().invoke(cli, ["--help"]).output


def test_what_is_there_is_opened(tmp_path: Path) -> None:
    assert case_to_open(None, None, []) is None
    assert case_to_open(tmp_path, None, []) == tmp_path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.case", "There is no case at gone.case"),
        ("reprot", "neither a case file nor a command. Did you mean “report”?"),
        ("zzz", "See main.py --help"),
    ],
)
def test_a_slip_of_the_keys_gets_a_sentence(name: str, words: str) -> None:
    with pytest.raises(click.UsageError, match=words):
        case_to_open(Path(name), None, ["import", "report", "figures"])
