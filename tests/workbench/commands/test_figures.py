"""``figures``: by the case's own method, by another one, and what that changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.workbench.values import article, claim, document, incident
from workbench import acts, acts_incidents, acts_judged
from workbench.case import Case
from workbench.changes import Change, adding
from workbench.commands.figures import figures
from workbench.model.claim import Modifier, Quantity
from workbench.model.convention import OwnReading
from workbench.model.method import Method
from workbench.model.override import Override

Call = Callable[..., Result]
DOZENS = Quantity(None, 24, 99, None, Modifier.VAGUE, "dozens")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a case with one claim of dozens killed."""
    path = tmp_path / "a.case"
    case = Case.create(path, "Ana")
    case.apply(acts.import_article(article(1), document()))
    told = claim(3, quantity=DOZENS, number_text="Dutzende", incident_id=2)
    case.apply(Change("extract", adding([incident(2), told]), automatic=True))
    case.close()
    return path


@pytest.fixture
def call(path: Path) -> Call:
    return lambda *arguments: CliRunner().invoke(figures, [str(path), *arguments])


def best(result: Result) -> tuple[int | None, ...]:
    (figure,) = json.loads(result.stdout)["figures"]
    return figure["low"], figure["best"], figure["high"]


def test_another_convention_is_reckoned_and_the_case_stays_as_it_is(call: Call, path: Path) -> None:
    assert best(call("--json")) == (24, None, 99)
    told = call("--json", "--convention", "acled", "--policy", "lowest")
    assert best(told) == (12, 12, 12)
    assert (json.loads(told.stdout)["convention"], json.loads(told.stdout)["policy"]) == ("acled", "lowest")
    case = Case.open(path)
    assert case.method() == Method()
    case.close()


def test_what_it_changes_is_a_table(call: Call) -> None:
    head, total, figure = call("--changes", "--convention", "acled").stdout.splitlines()
    assert head.split() == ["where", "side", "who", "effect", "now", "then"]
    assert total.startswith("All incidents")
    assert figure.split()[-2:] == ["24–99", "12"]
    assert call("--changes").stdout.strip() == "No figure would change."


def test_the_own_convention_is_the_case_s(call: Call, path: Path) -> None:
    case = Case.open(path)
    case.apply(acts_judged.read_own(None, OwnReading("dozens", "30", "60", "40"), "dozens"))
    case.close()
    assert best(call("--json", "--convention", "own")) == (30, 40, 60)


def test_a_figure_set_by_hand_says_so_in_every_form(call: Call, path: Path) -> None:
    case = Case.open(path)
    key = json.loads(call("--json").stdout)["figures"][0]
    told = claim(3)
    override = Override(case.reserve(1), 2, told.scope, key["side"], told.category, told.effect, 30, 31, 32, "By name.")
    case.apply(acts_judged.override(None, override, "killed"))
    case.close()
    assert "31 (30–32), set by hand" in call().stdout
    assert "31 (30–32) killed, set by hand, lies in 24–99, what the claims give (“By name.”)" in call().stdout
    assert json.loads(call("--json").stdout)["figures"][0]["set_by_hand"]["rationale"] == "By name."
    assert "By name.,24,,99" in call("--csv").stdout


@pytest.mark.parametrize("wrong", [("--convention", "mine"), ("--policy", "highest")])
def test_what_there_is_not_is_named_with_what_there_is(call: Call, wrong: tuple[str, str]) -> None:
    result = call(*wrong)
    assert result.exit_code == 2
    assert f"“{wrong[1]}”. Choose one of: " in result.stderr
    assert ("own" if wrong[0] == "--convention" else "by_hand") in result.stderr


def test_who_may_be_counted_twice_is_said_until_an_analyst_decides(call: Call, path: Path) -> None:
    case = Case.open(path)
    case.apply(acts.import_article(article(4, "Wieder."), document("Wieder.")))
    again = claim(6, article_id=4, quantity=DOZENS, number_text="Dutzende", incident_id=5)
    case.apply(Change("extract", adding([incident(5), again]), automatic=True))
    case.close()
    assert json.loads(call("--json").stdout)["undecided"] == [["i2", "i5"]]
    assert "! up to 24 people may be counted twice until it is decided whether two incidents" in call().stdout
    assert call("--csv").stdout.splitlines()[1].endswith(",5")
    case = Case.open(path)
    one, other = case.incidents()
    case.apply(acts_incidents.decline(case.reserve(1), one, other))
    case.close()
    assert json.loads(call("--json").stdout)["undecided"] == []
    assert "counted twice" not in call().stdout
