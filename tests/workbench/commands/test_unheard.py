from __future__ import annotations

import sys

import click
import pytest

from workbench.commands.unheard import run_unheard


@click.group()
def cli() -> None:
    pass


@cli.command()
@click.pass_context
def leave(ctx: click.Context) -> None:
    ctx.exit(3)


@cli.command()
def fail() -> None:
    raise click.ClickException("Homs.case is not there. Look for it elsewhere.")


@cli.command()
def stop() -> None:
    raise click.Abort


@cli.command()
def work() -> str:
    return "done"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["leave"], 3, []),
        (["work"], 0, []),
        (["stop"], 1, []),
        (["fail"], 1, ["Homs.case is not there. Look for it elsewhere."]),
        (["fly"], 2, ["No such command 'fly'."]),
    ],
)
def test_a_mistake_is_shown_and_codes_are_those_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: list[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(sys, "argv", ["program", *arguments])
    monkeypatch.setattr(sys, "stderr", None)
    assert run_unheard(cli, shown.append) == code
    assert shown == said
