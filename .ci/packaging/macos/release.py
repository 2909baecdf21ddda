"""Sign, notarize and pack the program for macOS.

    python .ci/packaging/macos/release.py keychain   before `make bundle`: take the certificate from the environment
    python .ci/packaging/macos/release.py image      after it: check, notarize, staple, and make dist/*.dmg

Secrets come from the environment (see CONTRIBUTING.md). Without them the keychain stays as it is, PyInstaller signs ad
hoc, and the image runs on the Mac that made it.
"""

from __future__ import annotations

import base64
import os
import platform
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent)]
from project import ROOT, version  # noqa: E402 - it lies one folder higher

NAME = "Casualty Workbench"
#: A Developer ID Application certificate with its key (.p12, base64), its password, and its name.
CERTIFICATE = ("MACOS_CERTIFICATE", "MACOS_CERTIFICATE_PASSWORD", "CODESIGN_IDENTITY")
#: A key of App Store Connect (.p8, base64), its number and its issuer.
NOTARY = ("MACOS_NOTARY_KEY", "MACOS_NOTARY_KEY_ID", "MACOS_NOTARY_ISSUER")

Run = Callable[[Sequence[str]], None]


def run(line: Sequence[str]) -> None:
    """Run a command; end with its exit code where it fails. Its arguments may be secret and are not shown."""
    code = subprocess.run(line, check=False).returncode
    if code:
        sys.exit(f"{line[0]} {line[1]} failed (exit code {code}), for the reason given above.")


def given(environ: Mapping[str, str], names: Sequence[str]) -> bool:
    """Tell whether all secrets of a kind are set; some without the others are a mistake."""
    there = [name for name in names if environ.get(name)]
    if there and len(there) < len(names):
        sys.exit(f"Set all of {', '.join(names)}, or none: only {', '.join(there)} is set.")
    return bool(there)


def keychain(environ: Mapping[str, str], folder: Path, call: Run) -> None:
    """Put the certificate into a keychain of its own, which codesign then finds."""
    if not given(environ, CERTIFICATE):
        print("No certificate in the environment: the program is signed ad hoc, for this Mac only.")
        return
    chain, password = str(folder / "release.keychain-db"), secrets.token_urlsafe(24)
    certificate = folder / "certificate.p12"
    certificate.touch(mode=0o600)
    certificate.write_bytes(base64.b64decode(environ["MACOS_CERTIFICATE"]))
    call(["security", "create-keychain", "-p", password, chain])
    call(["security", "set-keychain-settings", "-lut", "21600", chain])
    call(["security", "unlock-keychain", "-p", password, chain])
    secret = environ["MACOS_CERTIFICATE_PASSWORD"]
    call(["security", "import", str(certificate), "-P", secret, "-T", "/usr/bin/codesign", "-k", chain])
    call(["security", "set-key-partition-list", "-S", "apple-tool:,apple:", "-s", "-k", password, chain])
    call(["security", "list-keychains", "-d", "user", "-s", chain, "login.keychain-db"])
    certificate.unlink()


def image(environ: Mapping[str, str], dist: Path, version: str, call: Run) -> Path:
    """Make the disk image of the program in `dist`, notarized where the environment has the secrets; return it."""
    app = dist / f"{NAME}.app"
    if not app.is_dir():
        sys.exit(f"{app} is not there: build it first with `make bundle`.")
    call(["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app)])
    signed, notarized = given(environ, CERTIFICATE), given(environ, NOTARY)
    if notarized and not signed:
        sys.exit(f"Apple notarizes only what is signed: set {', '.join(CERTIFICATE)} too.")
    made = dist / f"casualty-workbench-{version}-macos-{platform.machine()}.dmg"
    with tempfile.TemporaryDirectory() as folder:
        if notarized:
            packed = Path(folder, "app.zip")
            call(["ditto", "-c", "-k", "--keepParent", str(app), str(packed)])
            notarize(environ, packed, app, Path(folder), call)
        made.unlink(missing_ok=True)
        settings = ["-s", str(HERE / "dmg_settings.py"), "-D", f"app={app}"]
        call([sys.executable, "-m", "dmgbuild", *settings, NAME, str(made)])
        if signed:
            call(["codesign", "--sign", environ["CODESIGN_IDENTITY"], "--timestamp", str(made)])
        if notarized:
            notarize(environ, made, made, Path(folder), call)
            call(["spctl", "--assess", "--type", "execute", "--verbose=4", str(app)])
    return made


def notarize(environ: Mapping[str, str], sent: Path, stapled: Path, folder: Path, call: Run) -> None:
    """Have Apple look at `sent`, wait for its word, and staple it to `stapled`, so that it holds without a network."""
    key = folder / "notary.p8"
    key.touch(mode=0o600)
    key.write_bytes(base64.b64decode(environ["MACOS_NOTARY_KEY"]))
    who = ["--key", str(key), "--key-id", environ["MACOS_NOTARY_KEY_ID"], "--issuer", environ["MACOS_NOTARY_ISSUER"]]
    call(["xcrun", "notarytool", "submit", str(sent), *who, "--wait", "--timeout", "30m"])
    call(["xcrun", "stapler", "staple", str(stapled)])


def main(arguments: Sequence[str]) -> int:
    """Carry out the step that is named."""
    if platform.system() != "Darwin":
        sys.exit("Programs for macOS are signed and packed on a Mac.")
    match list(arguments):
        case ["keychain"]:
            keychain(os.environ, Path(os.environ.get("RUNNER_TEMP") or tempfile.mkdtemp()), run)
        case ["image"]:
            print(image(os.environ, ROOT / "dist", version(), run))
        case _:
            sys.exit("Say which step: keychain or image.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
