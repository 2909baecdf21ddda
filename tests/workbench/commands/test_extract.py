from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workbench.commands import workers
from workbench.commands.asked import Asked
from workbench.commands.extract import extract
from workbench.commands.reading import reader_of

TEXT = "Five soldiers were killed in Homs on Monday, the army said."


def call(*args: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(extract, [str(arg) for arg in args], input=given)


def test_a_file_of_lines_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "gone", "No such file or directory"), (tmp_path, "it is a folder")):
        result = call("--jsonl", path)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{path} cannot be read: {words}. Name a file of JSON lines." in result.stderr


@pytest.mark.parametrize(("jobs", "alone"), [(["--jobs", "3"], (3, 0)), ([], (workers.cores(), workers.ALONE))])
def test_processes_that_are_asked_for_are_started_at_once(
    jobs: list[str], alone: tuple[int, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, float]] = []

    def in_order(_work: object, items: Iterable[bytes], jobs: int, alone: float) -> Iterator[tuple[str, bool]]:
        asked.append((jobs, alone))
        yield from ((item.decode(), True) for item in items)

    monkeypatch.setattr(workers, "in_order", in_order)
    assert call("--jsonl", *jobs, given=b"a line").stdout == "a line\n"
    assert asked == [alone]


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "none"])
def test_without_standard_input_a_file_is_asked_for(closed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    stream.close()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", stream if closed else None)
        with pytest.raises(SystemExit) as left:
            extract.main(["--jsonl"], prog_name="extract")
    assert left.value.code == 2


def test_lines_are_answered_one_by_one_and_blank_ones_are_passed_over() -> None:
    lines = [json.dumps({"id": str(n), "text": TEXT, "lang": "en"}).encode() for n in range(2)]
    result = call("--jsonl", "-", "--jobs", "1", given=b"\xef\xbb\xbf" + b"\n \n".join(lines))
    assert result.exit_code == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(answer["id"], answer["claims"][0]["value"]) for answer in answers] == [("0", 5), ("1", 5)]
    assert "text" not in answers[0]


def test_a_bad_line_is_answered_and_told_by_the_exit_code() -> None:
    good = json.dumps({"id": "a", "text": TEXT, "lang": "en"}).encode()
    result = call("--jsonl", "--jobs", "1", given=b"not JSON\n" + good)
    assert result.exit_code == 1
    bad, fine = (json.loads(line) for line in result.stdout.splitlines())
    assert (bad["id"], bad["error"]) == (None, "The line is not JSON in UTF-8.")
    assert fine["id"] == "a"


def test_a_page_says_title_and_day_itself_where_nobody_else_does(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    head = '<title>Homs</title><meta property="article:published_time" content="2024-11-28">'
    page.write_text(f"<!DOCTYPE html><html><head>{head}</head><body><article><p>{TEXT}</p></article></body></html>")
    [told] = json.loads(call(page).stdout)["articles"]
    [overruled] = json.loads(call(page, "--published", "2024-12-01").stdout)["articles"]
    assert (told["title"], told["published"]) == ("Homs", "2024-11-28")
    assert overruled["published"] == "2024-12-01"


def test_claims_are_explained_to_a_person(tmp_path: Path) -> None:
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_text(f"{TEXT} Homs lies 6 miles away.")
    result = call(*files, "--explain", "--lang", "en", "--published", "2024-11-28")
    assert result.exit_code == 0
    one, two = result.stdout.split(f"\n== {files[1]} ==")
    assert one.startswith(f"== {files[0]} ==\n")
    for told in (
        "Claim 1 of 1: killed, Five soldiers",
        "2024-11-25",
        "effect: verb after its people, killed",
        "6 miles",
    ):
        assert told in one
        assert told in two


def test_an_explanation_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    result = call(tmp_path / "gone.txt", file, "--explain")
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert "Claim 1 of 1" in result.stdout


def test_an_explanation_is_not_for_programs() -> None:
    result = call("--jsonl", "--explain")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "use one of them" in result.stderr


@pytest.mark.parametrize(
    ("there", "told"), [((), "None is installed."), (("de_own_sm",), "Installed are: de_own_sm, de_own_sm.")]
)
def test_a_pipeline_that_is_not_installed_is_refused(
    there: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.commands.extract.installed", lambda _: there)
    result = CliRunner().invoke(extract, ["--pipeline", "de_none_sm", "a.txt"])
    assert result.exit_code == 2
    assert f"There is no pipeline “de_none_sm” here. {told}" in result.output


def test_what_cannot_be_loaded_is_said_once_and_the_reading_goes_on(
    tmp_path: Path, resources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(resources, tmp_path / "own", ignore=shutil.ignore_patterns("pipelines", "sample"))
    reader = reader_of(tmp_path / "own")
    for _ in range(2):
        assert reader.find("Neun Soldaten starben.", Asked("de")).claims
    told = capsys.readouterr()
    assert told.out == ""
    (sentence,) = told.err.splitlines()
    assert sentence.startswith("The trained pipeline de in ")
    assert "meta.json is missing. Names are found by the registers and rules alone" in sentence
