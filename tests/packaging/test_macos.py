"""`.ci/packaging/macos/release.py`: what is called on a Mac, in which order, with which secrets."""

from __future__ import annotations

import base64
import plistlib
import runpy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

CERTIFICATE = {
    "MACOS_CERTIFICATE": base64.b64encode(b"certificate").decode(),
    "MACOS_CERTIFICATE_PASSWORD": "opensesame",
    "CODESIGN_IDENTITY": "Developer ID Application: Somebody",
}
NOTARY = {
    "MACOS_NOTARY_KEY": base64.b64encode(b"key").decode(),
    "MACOS_NOTARY_KEY_ID": "K1",
    "MACOS_NOTARY_ISSUER": "I1",
}


@pytest.fixture
def release(script: Callable[[str], Any]) -> Any:
    return script("macos/release.py")


@pytest.fixture
def dist(tmp_path: Path, release: Any) -> Path:
    (tmp_path / "dist" / f"{release.NAME}.app").mkdir(parents=True)
    return tmp_path / "dist"


class Called:
    """Note each command; of files that are handed over, what they hold at that moment."""

    def __init__(self) -> None:
        self.lines: list[list[str]] = []
        self.held: list[bytes] = []

    def __call__(self, line: Sequence[str]) -> None:
        self.lines.append(list(line))
        self.held += [Path(word).read_bytes() for word in line if word.endswith((".p12", ".p8"))]

    @property
    def steps(self) -> list[str]:
        """Return the commands by their first two words, those of this Python by its module."""
        return [line[2] if line[1] == "-m" else " ".join(line[:2]) for line in self.lines]


def test_without_secrets_the_image_is_made_and_nothing_is_signed(release: Any, dist: Path) -> None:
    called = Called()
    made = release.image({}, dist, "1.2.0", called)
    assert called.steps == ["codesign --verify", "dmgbuild"]
    assert made.name.startswith("casualty-workbench-1.2.0-macos-")
    assert called.lines[-1][-1] == str(made)
    assert f"app={dist / 'Casualty Workbench.app'}" in called.lines[-1]


def test_without_a_certificate_the_keychains_stay_as_they_are(release: Any, tmp_path: Path) -> None:
    called = Called()
    release.keychain({}, tmp_path, called)
    assert called.lines == []


def test_the_program_is_notarized_before_it_is_packed_and_the_image_after(release: Any, dist: Path) -> None:
    called = Called()
    release.image(CERTIFICATE | NOTARY, dist, "1.2.0", called)
    assert called.steps == [
        "codesign --verify",
        "ditto -c",
        *("xcrun notarytool", "xcrun stapler"),
        "dmgbuild",
        "codesign --sign",
        *("xcrun notarytool", "xcrun stapler"),
        "spctl --assess",
    ]
    stapled = [line[-1] for line in called.lines if line[:2] == ["xcrun", "stapler"]]
    assert [Path(name).suffix for name in stapled] == [".app", ".dmg"]
    assert called.held == [b"key", b"key"]


def test_a_certificate_alone_signs_the_image_and_asks_nobody(release: Any, dist: Path) -> None:
    called = Called()
    release.image(CERTIFICATE, dist, "1.2.0", called)
    assert called.steps == ["codesign --verify", "dmgbuild", "codesign --sign"]


def test_the_certificate_goes_into_a_keychain_of_its_own_and_its_file_goes(release: Any, tmp_path: Path) -> None:
    called = Called()
    release.keychain(CERTIFICATE, tmp_path, called)
    assert called.steps[0] == "security create-keychain"
    assert "security import" in called.steps
    assert called.held == [b"certificate"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", sorted(CERTIFICATE))
def test_half_a_certificate_is_a_mistake(release: Any, tmp_path: Path, missing: str) -> None:
    some = {name: value for name, value in CERTIFICATE.items() if name != missing}
    with pytest.raises(SystemExit, match="or none"):
        release.keychain(some, tmp_path, Called())


def test_what_is_not_signed_cannot_be_notarized(release: Any, dist: Path) -> None:
    with pytest.raises(SystemExit, match="notarizes only what is signed"):
        release.image(NOTARY, dist, "1.2.0", Called())


def test_without_a_program_it_says_how_to_build_one(release: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="make bundle"):
        release.image({}, tmp_path, "1.2.0", Called())


def test_a_step_that_fails_ends_it_without_showing_secrets(release: Any, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        release.run(["false", "import", "opensesame"])
    assert "opensesame" not in str(ended.value) + capsys.readouterr().out


def test_the_program_asks_for_no_exception_from_the_hardened_runtime() -> None:
    assert plistlib.loads((ROOT / ".ci" / "packaging" / "macos" / "entitlements.plist").read_bytes()) == {}


def test_the_image_shows_the_program_beside_the_folder_it_belongs_into(release: Any) -> None:
    given = {"defines": {"app": "dist/Casualty Workbench.app"}}
    settings = runpy.run_path(str(release.HERE / "dmg_settings.py"), init_globals=given)
    assert settings["files"] == ["dist/Casualty Workbench.app"]
    assert set(settings["icon_locations"]) == {"Casualty Workbench.app", *settings["symlinks"]}
