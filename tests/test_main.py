from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from main import cli
from workbench.commands import sample
from workbench.commands.opening import opened
from workbench.commands.sample import articles
from workbench.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
FULL = Path("/dev/full")
HEADLINE = "Kämpfe bei Homs"
TEXT = f"{HEADLINE}\n\nBei Kämpfen bei Homs wurden am Mittwoch fünf Soldaten der syrischen Armee getötet.\n"
QUIET = "Talks in Doha\n\nThe talks in Doha ended without a date for the next round, diplomats said on Friday.\n"


def call(*args: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args], input=given, prog_name="main.py")


def run(*args: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, args)]
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "homs ü.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, article: Path) -> Path:
    path = tmp_path / "Homs.case"
    result = call(
        "import", path, article, "--published", "2024-11-28", "--outlet", "Der Bote", "--analyst", "A. Analyst"
    )
    assert result.exit_code == 0, result.output
    assert f"{path} is a new case." in result.output
    assert "1 claim" in result.output
    return path


class TestCalls:
    def test_help_names_every_command_and_loads_nothing_heavy(self) -> None:
        heavy = ("PySide6", "spacy", "matplotlib", "trafilatura", "numpy", "sqlite_utils", "ui")
        program = (
            "import sys; sys.argv = ['main.py', '--help']\n"
            "import main\n"
            "try: main.main()\n"
            f"finally: print([name for name in {heavy!r} if name in sys.modules])"
        )
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert result.returncode == 0
        assert result.stdout.strip().endswith("[]")
        for command in ("demo", "extract", "figures", "import", "report"):
            assert command in result.stdout

    def test_the_version_is_the_projects(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["version"] == VERSION
        assert VERSION in call("--version").output

    @pytest.mark.parametrize(
        ("args", "words"),
        [
            (["reprot"], "Did you mean “report”?"),
            (["gone.case"], "There is no case at gone.case"),
            (["a.case", "b.case"], "unexpected extra argument"),
            (["extract"], "Name at least one article"),
            (["extract", "--jsonl", "a", "b"], "reads one file"),
            (["extract", "--jsonl", "gone.jsonl"], "gone.jsonl cannot be read: No such file or directory."),
            (["extract", "--jsonl", "."], ". cannot be read: it is a folder. Name a file of JSON lines."),
            (["extract", "a.txt", "--convention", "none"], "There is no convention “none”"),
            (["extract", "a.txt", "--lang", "fr"], "There is no language “fr”. Choose one of: de, en."),
            (["extract", "a.txt", "--published", "28.11.2024"], "does not match the format"),
            (["extract", "--jsonl", "--jobs", "0"], "x>=1"),
            (["import", "a.case"], "Missing argument"),
            (["report", "main.py"], "Missing option '--to'"),
            (["figures", "gone.case"], "does not exist"),
            (["--wrong"], "No such option"),
        ],
    )
    def test_a_wrong_call_gets_a_sentence_and_exit_code_2(self, args: list[str], words: str) -> None:
        result = call(*args)
        assert result.exit_code == 2
        assert words in result.stderr
        assert result.stdout == ""

    @pytest.mark.parametrize("args", [["--new-window", "gone.case"], ["gone.case", "--new-window"]])
    def test_another_window_can_be_asked_for_before_and_after_the_case(self, args: list[str]) -> None:
        result = call(*args)
        assert result.exit_code == 2
        assert "There is no case at gone.case" in result.stderr


class TestWindow:
    @pytest.fixture
    def begun(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], bool]]:
        """Note how the window is begun, as if another one took it."""
        begun: list[tuple[list[Path], bool]] = []

        def begin(paths: list[Path], *, alone: bool) -> None:
            begun.append((paths, alone))

        monkeypatch.setattr("ui.start.begin", begin)
        return begun

    def test_a_start_whose_file_another_window_took_ends_well(
        self, begun: list[tuple[list[Path], bool]], article: Path
    ) -> None:
        for args in ([], [article], ["--new-window", article]):
            result = call(*args)
            assert (result.exit_code, result.output) == (0, "")
        assert begun == [([], False), ([article], False), ([article], True)]

    def test_a_second_start_does_not_load_the_window(self, tmp_path: Path) -> None:
        program = (
            "import sys\nfrom pathlib import Path\n"
            "from ui.instance import Instance\n"
            "from workbench.folders import own\n"
            "import ui.start\n"
            "ui.start.Instance.begin = lambda *_: ui.start.Standing.HANDED\n"
            "assert ui.start.begin([]) is None\n"
            "print([name for name in ('PySide6.QtWidgets', 'ui.app', 'workbench.case') if name in sys.modules])"
        )
        places = (
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "XDG_RUNTIME_DIR",
            "USERPROFILE",
            "LOCALAPPDATA",
            "TMPDIR",
        )
        environ = {**os.environ, **dict.fromkeys(places, str(tmp_path))}
        command = [sys.executable, "-c", program]
        result = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, encoding="utf-8", check=False)
        assert (result.stdout.strip(), result.stderr) == ("[]", "")

    def test_without_a_terminal_the_window_says_what_is_not_there(
        self, begun: list[tuple[list[Path], bool]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for stream in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(sys, stream, None)
        cli.main(["gone.case"], prog_name="main.py", standalone_mode=False)
        assert begun == [([Path("gone.case")], False)]

    @pytest.mark.parametrize(
        ("args", "code"), [("--help", 0), ("gone.case x", 2), ("figures gone.case", 2), ("extract --jsonl", 2)]
    )
    def test_without_a_terminal_a_command_ends_as_it_would_with_one(
        self, monkeypatch: pytest.MonkeyPatch, args: str, code: int
    ) -> None:
        import main

        monkeypatch.setattr(sys, "argv", ["main.py", *args.split()])
        monkeypatch.setattr(main, "stay_offline", lambda: None)  # it would hold for every later test
        for stream in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(sys, stream, None)
        with pytest.raises(SystemExit) as end:
            main.main()
        assert end.value.code == code


class TestExtract:
    def test_one_document_of_all_articles(self, article: Path, tmp_path: Path) -> None:
        quiet = tmp_path / "talks.txt"
        quiet.write_text(QUIET, encoding="utf-8")
        result = call("extract", article, quiet, "--published", "2024-11-28")
        assert result.exit_code == 0
        homs, talks = json.loads(result.stdout)["articles"]
        assert (homs["path"], homs["title"], homs["lang"], homs["published"]) == (
            str(article),
            HEADLINE,
            "de",
            "2024-11-28",
        )
        assert homs["text"] == TEXT
        assert [(claim["effect"], claim["value"], claim["side"]) for claim in homs["claims"]] == [
            ("killed", 5, "government")
        ]
        assert [(row["best"], row["used"]) for row in homs["figures"]] == [(5, [homs["claims"][0]["id"]])]
        assert (talks["lang"], talks["claims"], talks["figures"]) == ("en", [], [])
        assert [incident["main"] for incident in homs["incidents"]].count(True) == 1

    def test_a_bad_article_is_named_and_the_rest_is_kept(self, article: Path, tmp_path: Path) -> None:
        result = call("extract", tmp_path / "gone.txt", article)
        assert result.exit_code == 1
        assert "is not there" in result.stderr
        assert len(json.loads(result.stdout)["articles"]) == 1

    def test_lines_come_in_order_and_bad_ones_are_answered_in_one_process_or_several(self) -> None:
        rows: list[dict[str, Any]] = [{"id": str(n), "text": TEXT, "lang": "de"} for n in range(20)]
        rows[7] = {"id": "7", "text": ""}
        given = "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        result = run("extract", "--jsonl", "--jobs", "2", given="\ufeff" + given)
        assert result.returncode == 1, result.stderr
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        assert [answer["id"] for answer in answers] == [str(n) for n in range(20)]
        assert [answer["id"] for answer in answers if "error" in answer] == ["7"]
        same = {json.dumps({**answer, "id": ""}) for answer in answers if "error" not in answer}
        assert len(same) == 1
        alone = call("extract", "--jsonl", "--jobs", "1", given=("\ufeff" + given).encode())
        assert (alone.exit_code, alone.stdout) == (1, result.stdout)

    def test_lines_from_a_file_with_their_text(self, tmp_path: Path) -> None:
        path = tmp_path / "lines.jsonl"
        path.write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
        result = call("extract", "--jsonl", path, "--jobs", "1", "--with-text")
        assert result.exit_code == 0
        assert json.loads(result.stdout)["text"] == TEXT

    def test_an_answer_comes_before_the_next_question(self) -> None:
        command = [sys.executable, str(ROOT / "main.py"), "extract", "--jsonl", "--jobs", "1"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
            assert process.stdin
            assert process.stdout
            for id_ in ("a", "b"):
                process.stdin.write(json.dumps({"id": id_, "text": QUIET}) + "\n")
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["id"] == id_
            process.stdin.close()
            assert process.wait(60) == 0

    @pytest.mark.skipif(sys.platform == "win32", reason="nothing is handed on closed on Windows")
    @pytest.mark.parametrize("file", [[], ["-"]])
    def test_a_closed_standard_input_gets_a_sentence(self, file: list[str]) -> None:
        command = [sys.executable, str(ROOT / "main.py"), "extract", "--jsonl", *file]
        shell = ["sh", "-c", '"$@" <&-', "sh", *command]
        result = subprocess.run(shell, capture_output=True, encoding="utf-8", check=False)
        assert (result.returncode, result.stdout) == (2, "")
        assert "Standard input is closed. Name a file" in result.stderr

    @pytest.mark.skipif(sys.platform == "win32", reason="a broken pipe is another thing on Windows")
    def test_a_reader_that_leaves_is_no_fault(self) -> None:
        command = [sys.executable, str(ROOT / "main.py"), "extract", "--jsonl", "--jobs", "1"]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        ) as process:
            assert process.stdin
            assert process.stdout
            assert process.stderr
            process.stdout.close()
            process.stdin.write("".join(json.dumps({"id": str(n), "text": QUIET}) + "\n" for n in range(50)))
            process.stdin.close()
            assert "Traceback" not in process.stderr.read()


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
class TestFullDisk:
    SENTENCE = "Error: What came out could not be written: No space left on device. Make room, or write elsewhere."

    @pytest.mark.parametrize("command", ["--help", "figures", "figures --json", "figures --csv"])
    def test_a_start_ends_with_a_sentence(self, case: Path, command: str) -> None:
        args = [*command.split(), *([] if command == "--help" else [str(case)])]
        with FULL.open("wb") as full:
            program = [sys.executable, str(ROOT / "main.py"), *args]
            result = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
        assert (result.returncode, result.stderr.strip()) == (1, self.SENTENCE)

    @pytest.mark.parametrize("command", ["extract", "extract --jsonl"])
    def test_an_extract_gets_it_too(
        self, article: Path, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch,
        capfd: pytest.CaptureFixture[str],
    ) -> None:  # fmt: skip
        lines = tmp_path / "lines.jsonl"
        lines.write_text(json.dumps({"id": "a", "text": QUIET}), encoding="utf-8")
        with FULL.open("w", encoding="utf-8") as full:
            monkeypatch.setattr(sys, "stdout", full)
            with pytest.raises(SystemExit) as end:
                cli.main([*command.split(), str(lines if "--jsonl" in command else article)], prog_name="main.py")
            assert end.value.code == 1
        assert capfd.readouterr().err.strip() == self.SENTENCE


class TestCase:
    def test_import_takes_over_the_sides_of_a_conflict(self, case: Path, article: Path, tmp_path: Path) -> None:
        listed = call("conflicts")
        assert "syria" in listed.output.split()
        known = call("import", case, article, "--conflict", "atlantis")
        assert known.exit_code == 2
        assert "no conflict “atlantis”" in known.output
        new = tmp_path / "new.case"
        assert call("import", new, article, "--conflict", "syria").exit_code == 0
        with opened(new) as held:
            assert held.method().conflict == "syria"
            assert held.actors()["sy_sdf"].side == "kurdish_forces"

    def test_import_refuses_the_same_bytes_and_keeps_the_rest(self, case: Path, article: Path, tmp_path: Path) -> None:
        quiet = tmp_path / "talks.txt"
        quiet.write_text(QUIET, encoding="utf-8")
        result = call("import", case, article, quiet)
        assert result.exit_code == 1
        assert HEADLINE in result.output
        assert f"{quiet}: 0 claims" in result.output

    def test_figures_by_side(self, case: Path) -> None:
        result = call("figures", case)
        assert result.exit_code == 0
        head, row = result.stdout.splitlines()[:2]
        assert head.split() == ["killed"]
        assert row.split()[-1] == "5"

    def test_figures_as_json_and_csv(self, case: Path) -> None:
        told = json.loads(call("figures", case, "--json").stdout)
        assert (told["convention"], told["figures"][0]["best"]) == ("default", 5)
        assert call("figures", case, "--csv").stdout.startswith("incident,title,")

    def test_report(self, case: Path, tmp_path: Path) -> None:
        target = tmp_path / "report.html"
        result = call("report", case, "--to", target, "--analyst", "A. Analyst")
        assert (result.exit_code, result.stdout.strip()) == (0, f"The report is in {target}")
        text = target.read_text(encoding="utf-8")
        for words in ("<h1>Homs</h1>", "by A. Analyst", "Der Bote", '<mark class="number">fünf</mark>', "<svg"):
            assert words in text

    @pytest.mark.parametrize("command", [["figures"], ["report", "--to", "x.html"], ["import"]])
    def test_what_is_no_case_gets_a_sentence(self, command: list[str], article: Path, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.case"
        wrong.write_text("no case")
        files = [article] if command == ["import"] else []
        result = call(command[0], wrong, *files, *command[1:])
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ")
        assert wrong.read_text() == "no case"

    def test_a_report_that_cannot_be_written_gets_a_sentence(self, case: Path, tmp_path: Path) -> None:
        result = call("report", case, "--to", tmp_path / "gone" / "report.html")
        assert result.exit_code == 1
        assert "could not be written" in result.stderr

    @pytest.mark.parametrize("command", [["figures"], ["report", "--to", "x.html"]])
    def test_a_damaged_case_gets_a_sentence(self, case: Path, command: list[str]) -> None:
        content = case.read_bytes()
        case.write_bytes(content[: len(content) // 2])
        result = call(command[0], case, *command[1:])
        assert (result.exit_code, result.stdout) == (1, "")
        assert "Homs.case is damaged" in result.stderr

    @pytest.mark.parametrize("ending", ["", "-wal"])
    def test_a_report_is_never_written_over_a_case(self, case: Path, ending: str) -> None:
        before = case.read_bytes()
        result = call("report", case, "--to", f"{case}{ending}")
        assert result.exit_code == 1
        assert "the report would have destroyed it. Choose another name." in result.stderr
        assert case.read_bytes() == before


def test_demo_says_where_each_result_lies_and_the_figures_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample, "articles", lambda folder: islice(articles(folder), 1))
    result = call("demo", "--to", tmp_path)
    assert result.exit_code == 0, result.output
    for name in ("sample.case", "chart.svg", "chart.png", "report.html"):
        assert (tmp_path / name).is_file()
        assert str(tmp_path / name) in result.stdout
    assert "killed" in result.stdout


@pytest.mark.reference
def test_the_reference_article_gives_its_table(shared: Path) -> None:
    path = shared / "data" / "reference" / "aleppo.txt"
    result = call("extract", path, "--published", "2024-11-28")
    [row] = json.loads(result.stdout)["articles"]
    people = {"killed", "wounded", "captured"}
    told = {(f["side"], f["effect"]): (f["best"], f["unquantified"]) for f in row["figures"] if f["effect"] in people}
    assert told == {
        ("government", "killed"): (37, False),
        ("government", "captured"): (5, False),
        ("opposition", "killed"): (60, False),
        ("civilian", "killed"): (None, True),
        ("civilian", "wounded"): (None, True),
    }
    assert any(
        check["holds"] and check["text"] == "44 + 16 + 37 = 97 lies in fast 100 (90–99)" for check in row["checks"]
    )
    harmed = [claim for claim in row["claims"] if claim["effect"] in people]
    assert not {claim["value"] for claim in harmed} & {200, 10, 6, 2015}
    assert any(
        relation["type"] == "subset_of" for claim in harmed if claim["value"] == 4 for relation in claim["relations"]
    )
