"""One article from file to report, with no screen: read, extracted, corrected, reckoned, drawn, reported, reopened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbench import acts
from workbench.case import Case
from workbench.charts.drawing import to_svg
from workbench.charts.look import LIGHT
from workbench.commands.opening import created, opened, reckoned
from workbench.commands.picturing import series_of, write_report
from workbench.commands.reading import Reader, reader_of
from workbench.commands.taking import take_in
from workbench.importers.read import read
from workbench.model.claim import Claim, Effect
from workbench.model.figure import Figure, Reckoning
from workbench.model.mention import Status


@pytest.fixture(scope="module")
def reader(resources: Path) -> Reader:
    return reader_of(resources)


@pytest.fixture
def case(tmp_path: Path, resources: Path, reader: Reader) -> Iterator[Case]:
    [imported] = read(resources / "sample" / "01-aleppo-offensive.txt")
    with created(tmp_path / "Aleppo.case", "A. Analyst") as case:
        told = replace(imported, outlet="Beispiel-Zeitung", published=date(2024, 11, 28))
        take_in(case, reader, told)
        yield case


def figure_of(reckoning: Reckoning, side: str | None, effect: Effect = Effect.KILLED) -> Figure:
    [figure] = [row for row in reckoning.figures if (row.side, row.effect) == (side, effect)]
    return figure


def claim_of(case: Case, number: int) -> Claim:
    [claim] = [row for row in case.claims() if row.quantity.value == number and row.effect is Effect.KILLED]
    return claim


def test_the_figures_are_those_of_the_article(case: Case, reader: Reader) -> None:
    reckoning = reckoned(case, reader.conventions)
    assert figure_of(reckoning, "government").best == 37
    assert figure_of(reckoning, "opposition").best == 60
    assert figure_of(reckoning, "government", Effect.CAPTURED).best == 5
    assert figure_of(reckoning, "civilian").unquantified
    assert any(check.holds and "44 + 16 + 37 = 97" in check.text for check in reckoning.checks)
    assert not {249, 197, 150} & {figure.best for figure in reckoning.figures}


def test_every_span_of_the_article_covers_the_words_it_says(case: Case) -> None:
    text = case.text(case.articles()[0].id)
    for claim in case.claims():
        assert claim.number is None or claim.number.of(text) == claim.number_text
        assert claim.victims is None or claim.victims.of(text) == claim.victims_text
    assert all(mention.span.of(text) == mention.text for mention in case.mentions(case.articles()[0].id))


def test_a_correction_moves_the_figure_and_undo_moves_it_back(case: Case, reader: Reader) -> None:
    before = reckoned(case, reader.conventions)
    case.apply(acts.reject(claim_of(case, 37)))
    rejected = reckoned(case, reader.conventions)
    killed = [figure for figure in rejected.figures if figure.side == "government" and figure.effect is Effect.KILLED]
    assert all(figure.best != 37 for figure in killed)
    case.undo()
    assert reckoned(case, reader.conventions) == before


def test_the_report_quotes_the_sentence_behind_each_figure(
    case: Case, reader: Reader, resources: Path, tmp_path: Path
) -> None:
    case.apply(acts.accept(claim_of(case, 44)))
    reckoning = reckoned(case, reader.conventions)
    target = tmp_path / "report.html"
    write_report(case, reckoning, target, resources)
    page = target.read_text(encoding="utf-8")
    for number in ("37", "44", "16"):
        assert f">{number}</mark>" in page
    assert "accepted by A. Analyst" in page
    assert case.articles()[0].document in page
    for n, figure in enumerate(reckoning.figures, 1):
        assert all(f'id="f{n}-c{claim}"' in page and f'href="#f{n}-c{claim}"' in page for claim in figure.used)
    unused = {row.claim for figure in reckoning.figures for row in figure.not_used}
    used = {claim for figure in reckoning.figures for claim in figure.used}
    assert all(f'id="u{claim}"' in page for claim in unused - used)


def test_the_chart_shows_the_figures(case: Case, reader: Reader) -> None:
    series = series_of(case, reckoned(case, reader.conventions))
    labels = {(bar.side, bar.effect): bar.label for bar in series.bars}
    assert labels["government", Effect.KILLED] == "37"
    assert labels["opposition", Effect.KILLED] == "60"
    assert labels["civilian", Effect.KILLED] == "unquantified"
    assert to_svg(series, LIGHT).startswith("<svg")


def test_the_case_is_as_it_was_left(case: Case, reader: Reader) -> None:
    case.apply(acts.accept(claim_of(case, 37)))
    before = reckoned(case, reader.conventions)
    case.close()
    with opened(case.path, "B. Analyst") as again:
        assert reckoned(again, reader.conventions) == before
        assert claim_of(again, 37).status is Status.ACCEPTED
        assert again.undo_about() == ("accept", acts.words_of(claim_of(again, 37)))
        again.undo()
        assert claim_of(again, 37).status is Status.PROPOSED
        assert again.consistent()
