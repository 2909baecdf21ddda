"""No command, import or report opens a socket; workers neither."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUARD = """
import os, socket, sys
def tell(what):
    with open({log!r}, "a", encoding="utf-8") as file:
        file.write(what + "\\n")
    os._exit(99)
def ask(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        tell(f"{{event}} {{args!r}}")
make = socket.socket.__init__
def opened(self, *args, **others):
    make(self, *args, **others)
    tell(f"opened {{self!r}}")
socket.socket.__init__ = opened
sys.addaudithook(ask)
"""
#: Runs commands as a start of the program would, without loading everything anew for each.
ONE_AFTER_THE_OTHER = """
import json, sys
import main
for args in json.loads(sys.argv.pop()):
    sys.argv[1:] = args
    try:
        main.main()
    except SystemExit as end:
        print(" ".join(args), end.code or 0, sep=": ", file=sys.stderr)
"""
PAGE = """<!DOCTYPE html><html lang="de"><head><title>Kämpfe bei Homs</title>
<base href="http://tracker.example/"><link rel="stylesheet" href="http://tracker.example/a.css">
<link rel="preconnect" href="http://tracker.example"><script src="http://tracker.example/t.js"></script>
<meta http-equiv="refresh" content="0; url=http://tracker.example/"></head>
<body><article><h1>Kämpfe bei Homs</h1><p>Bei Kämpfen bei Homs wurden nach Angaben der Armee fünf Soldaten getötet.</p>
<img src="http://tracker.example/p.gif" width="1"><iframe src="http://tracker.example/f"></iframe>
<video poster="http://tracker.example/v.jpg"></video><p>Zwei weitere wurden verletzt, sagte ein Sprecher.</p></article>
</body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guard").mkdir()
    guard = GUARD.format(log=str(tmp_path / "sockets.log"))
    (tmp_path / "guard" / "sitecustomize.py").write_text(guard, encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    lines = [json.dumps({"id": str(n), "text": "Five soldiers were killed in Homs.", "lang": "en"}) for n in range(4)]
    (tmp_path / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def started(folder: Path, code: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Start Python with the guard, which the processes that it starts have, too."""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(folder / "guard"), str(ROOT)))}
    command = [sys.executable, "-c", code, *args]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)


def test_the_guard_bites(folder: Path) -> None:
    assert started(folder, "import socket; socket.socket()").returncode == 99
    assert "opened" in (folder / "sockets.log").read_text(encoding="utf-8")


def test_no_command_opens_a_socket(folder: Path) -> None:
    commands = (
        ("--help",),
        ("extract", "page.html"),
        ("extract", "--jsonl", "lines.jsonl", "--jobs", "2"),
        ("import", "a.case", "page.html"),
        ("figures", "a.case", "--json"),
        ("report", "a.case", "--to", "report.html"),
        ("demo", "--to", "demo"),
    )
    result = started(folder, ONE_AFTER_THE_OTHER, json.dumps(commands))
    assert result.returncode == 0, result.stderr
    assert result.stderr.splitlines()[-len(commands) :] == [f"{' '.join(command)}: 0" for command in commands]
    assert not (folder / "sockets.log").exists()
    for report in (folder / "report.html", folder / "demo" / "report.html"):
        assert "http://tracker" not in report.read_text(encoding="utf-8")
    for name in ("sample.case", "chart.svg", "chart.png", "report.html"):
        assert (folder / "demo" / name).is_file()
        assert str(Path("demo", name)) in result.stdout
