"""No word of an encrypted case, no passphrase and no key reaches the disk but encrypted."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.secrecy import MARK, OTHER, PASSPHRASE, forms_of, traces
from tests.workbench.values import article, document
from workbench import acts
from workbench.case import Case, backups, cipher
from workbench.commands.unlocking import GIVEN, GIVEN_NEW

TEXT = (
    f"Kämpfe bei {MARK}\n\nBei Kämpfen bei {MARK} wurden am Mittwoch fünf Soldaten der syrischen Armee getötet, sagte "
    f"der Sprecher {MARK}. Drei Kämpfer wurden verletzt.\n"
)
PLACES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")
XDG = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "MPLCONFIGDIR")


def day(folder: Path, part: str, case: Path, file: Path, given: str, new: str) -> subprocess.CompletedProcess[str]:
    """Run a part of the day in a process that has nowhere to write but below `folder`."""
    places = {name: str(folder / name) for name in (*PLACES, *XDG)}
    for place in places.values():
        Path(place).mkdir(exist_ok=True, mode=0o700)
    environ = {**os.environ, **places, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    environ |= {GIVEN: given, GIVEN_NEW: new, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.secrecy", part, str(case), str(file)]
    return subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed as abruptly there")
def test_a_day_with_an_encrypted_case_leaves_no_word_of_it(tmp_path: Path) -> None:
    wrote, given = tmp_path / "wrote", tmp_path / "given"
    wrote.mkdir()
    given.mkdir()
    case, file = wrote / "Fall.case", given / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    killed = day(wrote, "read", case, file, PASSPHRASE, PASSPHRASE)
    assert killed.returncode == -9, killed.stderr
    assert case.with_name("Fall.case-wal").stat().st_size
    secrets = {"the word": MARK.encode(), "the passphrase": PASSPHRASE.encode(), "the new one": OTHER.encode()}
    secrets |= key_in(case, PASSPHRASE, "the key")
    assert traces(wrote, secrets) == []
    looked = day(wrote, "look", case, file, PASSPHRASE, OTHER)
    assert looked.returncode == 0, looked.stderr
    secrets |= key_in(case, OTHER, "the new key")
    assert traces(wrote, secrets) == []
    assert (wrote / "Fall restored.case").exists()
    assert backups.backups_in(backups.folder_of(case))
    assert list(wrote.rglob("logs/reports/*.txt")), "the fault was reported, beside the log"
    log = read_log(wrote)
    for line in (
        "started as first",
        "case shown number=1 past=0 encrypted=1",
        "fault: ValueError",
        "Qt warning default",
    ):
        assert line in log
    assert "Fall" not in log, "a name may tell too much"
    told = killed.stdout + killed.stderr + looked.stdout + looked.stderr
    assert not [words for words in (PASSPHRASE, OTHER) if words in told]
    written = {json.loads(line)["written"] for line in told.splitlines() if line.startswith('{"written"')}
    astray = {path for path in written if not Path(wrote, path).is_relative_to(tmp_path) and path != os.devnull}
    assert astray == set(), "all of it lies where it is looked for"


def read_log(wrote: Path) -> str:
    (file,) = wrote.rglob("casualty-workbench.log")
    return file.read_text(encoding="utf-8")


def key_in(case: Path, passphrase: str, name: str) -> dict[str, bytes]:
    return {name: cipher.key_of(case, passphrase).secret}


def test_the_same_look_finds_the_words_of_a_plain_case(tmp_path: Path) -> None:
    case = Case.create(tmp_path / "a.case", "Ana")
    case.apply(acts.import_article(article(case.reserve(1), TEXT, MARK), document(TEXT)))
    found = traces(tmp_path, {"the word": MARK.encode()})
    case.close()
    assert any(place.startswith("a.case-wal: the word") for place in found)


@pytest.mark.parametrize("how", [how for how, _ in forms_of(MARK.encode())])
def test_the_look_knows_every_form(tmp_path: Path, how: str) -> None:
    words = {"the word": MARK.encode()}
    text = f"before {MARK} after"
    encoded = {
        "bytes": text.upper().encode(),
        "hexadecimal": text.encode().hex().encode(),
        **{f"base64 {n}": b64(bytes(n) + MARK.encode() + b"xyz") for n in range(3)},
    }
    (tmp_path / "file").write_bytes(encoded.get(how) or text.encode(how))
    assert f"file: the word as {how}" in traces(tmp_path, words)


def b64(content: bytes) -> bytes:
    import base64

    return base64.b64encode(content)


def test_the_look_unpacks(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.txt", MARK * 9)
    (tmp_path / "b.gz").write_bytes(gzip.compress(MARK.encode() * 9))
    (tmp_path / "c.png").write_bytes(b"in the middle " + zlib.compress(MARK.encode("utf-16-le") * 9) + b" of it")
    (tmp_path / "d.bin").write_bytes(os.urandom(100_000))
    found = {place.split(" ")[0].rstrip(":") for place in traces(tmp_path, {"the word": MARK.encode()})}
    assert found == {"a.zip", "b.gz", "c.png"}
