"""``merge``: one case into another."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.commands.saying import say

if TYPE_CHECKING:
    from workbench.merging.asking import Question
    from workbench.merging.fields import Take
    from workbench.merging.plan import Plan


@click.command(short_help="Take another analyst's case into a case.")
@click.argument("into", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("other", metavar="FROM", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--take",
    multiple=True,
    metavar="[NUMBER=]WHOSE",
    help="Whose is taken where both changed the same: mine (INTO's), theirs (FROM's), both; for one question or all.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would come, and what is asked.")
@click.option("--analyst", envvar=["USER", "USERNAME"], default="", help="Who the journal names.")
def merge(into: Path, other: Path, take: Sequence[str], analyst: str, *, dry_run: bool) -> None:
    """Take into INTO what FROM holds besides: two copies of one case, or two cases. FROM is only read.

    Rows that both have are one row, with what each changed; the same article read in both is one article. What both
    changed differently is listed with a number; nothing is written before each of these has an answer. A backup of
    INTO is made first, and one undo takes the merge back.
    """
    from workbench.commands.opening import backed_up, key_to, opened

    known: list[str] = []  # both may have the same passphrase
    with opened(into, analyst, known=known) as case, case.joining(other, key_to(other, known)) as plan:
        _tell(plan)
        takes = answers(plan.questions, take)
        if plan.empty or dry_run:
            say("There is nothing to merge." if plan.empty else "Nothing was written.")
            return
        change = plan.change(_all_answered(plan, takes))
        backed_up(case)
        case.apply(change)
        say(f"{plan.name} is merged into {into.name}; one undo takes it back.")


def _all_answered(plan: Plan, takes: dict[int, Take]) -> dict[int, Take]:
    open_ = [str(question.number) for question in plan.questions if question.number not in takes]
    if open_:
        raise click.ClickException(
            f"Nothing was written: not answered yet is {', '.join(open_)}. Answer with --take {open_[0]}=mine or "
            f"--take {open_[0]}=theirs, or all alike with --take mine."
        )
    return takes


def _tell(plan: Plan) -> None:
    if plan.empty:
        say(f"{plan.name} holds nothing that is not here already.")
    elif plan.shared:
        say(f"{plan.name} is a copy of this case: the first {plan.shared} lines of both journals are the same.")
    else:
        say(f"{plan.name} is another case; {plan.joined} rows that both made are one.")
    for one in plan.counts({}):
        say(f"{one.kind}: {one.added} added, {one.changed} changed, {one.removed} taken away")
    if plan.decided:
        say(f"decided in {plan.name}: {plan.decided} {'row' if plan.decided == 1 else 'rows'}; that is noted")
    for question in plan.questions:
        say(question_line(question))


def question_line(question: Question) -> str:
    """Return a question as a line: its number, of what, what it is here and there, by whom."""
    sides = ((question.mine, question.by_mine, "mine"), (question.theirs, question.by_theirs, "theirs"))
    told = (f"{whose}: {words}{f' ({by.analyst}, {by.at})' if by else ''}" for words, by, whose in sides)
    return f"{question.number}. {question.what} of {question.about}: {'; '.join(told)}"


def answers(questions: Sequence[Question], takes: Sequence[str]) -> dict[int, Take]:
    """Return the answers by question; a UsageError says which cannot be read."""
    from workbench.merging.fields import Take

    numbers = {question.number for question in questions}
    found: dict[int, Take] = {}
    for one in sorted(takes, key=lambda take: "=" in take):
        number, _, whose = one.rpartition("=")
        if whose not in set(Take) or (number and not number.isdecimal()):
            raise click.UsageError(f"“{one}” is no answer. Write mine, theirs or both, or 3=theirs for one question.")
        if number and int(number) not in numbers:
            raise click.UsageError(f"There is no question {number}.")
        for question in questions:
            if number in ("", str(question.number)):
                found[question.number] = _possible(question, Take(whose), alone=bool(number))
    return found


def _possible(question: Question, take: Take, *, alone: bool) -> Take:
    """Return an answer; said for all, “both” is mine where only one can stand."""
    return take if alone or take in question.takes else question.takes[0]
