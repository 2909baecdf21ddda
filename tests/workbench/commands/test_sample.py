from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from workbench import acts
from workbench.commands import sample
from workbench.commands.opening import opened
from workbench.commands.sample import ANALYST, CASE, PNG, REPORT, SVG, articles, make
from workbench.errors import BadResource, CaseNotWritable


@pytest.fixture(scope="module")
def made(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    target = tmp_path_factory.mktemp("demo") / "deep"
    target.mkdir()
    for ending in ("", "-wal"):
        (target / f"{CASE}{ending}").write_bytes(b"left behind by an older one")
    said: list[str] = []
    make(resources, target, said.append)
    return target, said


def test_makes_case_chart_and_report(made: tuple[Path, list[str]]) -> None:
    target, said = made
    assert (target / SVG).read_text(encoding="utf-8").startswith("<svg")
    assert (target / PNG).read_bytes().startswith(b"\x89PNG")
    assert (target / REPORT).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert all(any(str(target / name) in line for line in said) for name in (CASE, SVG, PNG, REPORT))
    assert any("killed" in line for line in said)


def test_the_case_holds_every_article_and_its_findings(made: tuple[Path, list[str]]) -> None:
    with opened(made[0] / CASE) as case:
        assert len(case.articles()) == 8
        assert all(article.title and article.outlet and article.published for article in case.articles())
        assert len({claim.article_id for claim in case.claims()}) == 7
        assert case.consistent()


def test_two_articles_on_one_event_are_merged_as_an_analyst_would(made: tuple[Path, list[str]]) -> None:
    with opened(made[0] / CASE) as case:
        files = {article.id: article.file_name[:2] for article in case.articles()}
        told: dict[int | None, set[str]] = {}
        for claim in case.claims():
            told.setdefault(claim.incident_id, set()).add(files[claim.article_id])
        merges = [line for line in case.log() if line.act == "merge_incidents"]
    assert {"05", "06"} in told.values()
    assert [articles for articles in told.values() if len(articles) > 1] == [{"05", "06"}]
    assert {line.analyst for line in merges} == {ANALYST}


def test_a_folder_that_cannot_be_made_gets_a_sentence(resources: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CaseNotWritable, match="Choose another folder"):
        make(resources, tmp_path / "file" / "demo", print)


@pytest.mark.parametrize("index", ["{", "[{}]", '[{"file": "a.txt", "published": "soon"}]', "7"])
def test_a_damaged_index_gets_a_sentence(tmp_path: Path, index: str) -> None:
    (tmp_path / "index.json").write_text(index)
    (tmp_path / "a.txt").write_text("Five soldiers were killed.")
    with pytest.raises(BadResource, match="Install the program again"):
        list(articles(tmp_path))


def test_a_case_that_somebody_corrected_is_kept_beside_the_new_one(
    resources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "articles", lambda folder: islice(articles(folder), 1))
    said: list[str] = []
    make(resources, tmp_path, said.append)
    with opened(tmp_path / CASE, "Ana") as case:
        case.apply(acts.accept(case.claims()[0]))
    for _ in range(2):
        make(resources, tmp_path, said.append)
    kept = tmp_path / "sample-corrected-1.case"
    assert [path.name for path in sorted(tmp_path.glob("*.case"))] == [kept.name, CASE]
    assert [line for line in said if line.startswith("Kept:")] == [f"Kept:   {kept}, which somebody has corrected"]
    with opened(kept) as case:
        assert case.log(limit=1)[0].analyst == "Ana"
