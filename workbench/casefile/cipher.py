"""Passphrases, the keys made of them, and which SQLite reads a file: SQLCipher where there is a key, else Python's.

The two know nothing of each other's locks, so no file is open in one process through both.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from workbench.errors import NotACaseFile, PassphraseNeeded, WeakPassphrase, WrongPassphrase
from workbench.saving import looks_encrypted
from workbench.version import called

_Kinds = tuple[type[Exception], type[Exception]]
#: What either raises; neither's errors are the other's.
ERRORS: _Kinds = (sqlite3.Error, sqlcipher.Error)
INTEGRITY_ERRORS: _Kinds = (sqlite3.IntegrityError, sqlcipher.IntegrityError)
OPERATIONAL_ERRORS: _Kinds = (sqlite3.OperationalError, sqlcipher.OperationalError)

#: SQLCipher 4's own: bytes of a key, and of the salt a file begins with; rounds of PBKDF2-HMAC-SHA512.
_KEY, _SALT, _ROUNDS = 32, 16, 256_000
#: Characters that a passphrase has at least, spaces left out; and so many of them differ.
LEAST, DIFFERENT = 8, 5


@dataclass(frozen=True, slots=True)
class Key:
    """What opens an encrypted file, made of its passphrase and its salt; it shows neither itself nor them."""

    salt: bytes = field(repr=False)
    secret: bytes = field(repr=False)

    @property
    def words(self) -> str:
        """The key as SQLCipher takes it, in a form that spares it the making."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def new_key(passphrase: str) -> Key:
    """Return the key of a new file; WeakPassphrase where the passphrase is none that protects."""
    seen = "".join(unicodedata.normalize("NFC", passphrase).split())
    if len(seen) < LEAST:
        raise WeakPassphrase(
            f"A passphrase has at least {LEAST} characters besides spaces; four words or more that do not belong "
            "together are better."
        )
    if len(set(seen.casefold())) < DIFFERENT:
        raise WeakPassphrase(
            f"A passphrase has at least {DIFFERENT} different characters: one that repeats a few is guessed at once. "
            "Four words or more that do not belong together are good."
        )
    if not passphrase.isprintable():
        raise WeakPassphrase(
            "A passphrase has no line breaks, tabs or other signs that cannot be seen. Leave them out."
        )
    return derived(passphrase, os.urandom(_SALT))


def key_of(path: Path, passphrase: str) -> Key:
    """Return the key that a passphrase gives for an encrypted file, whether it opens it or not; NotACaseFile as read.

    It takes a fifth of a second: guessing is to be slow.
    """
    return derived(passphrase, salt_of(path))


def salt_of(path: Path) -> bytes:
    """Return the salt an encrypted file begins with; the file is not open in this process. NotACaseFile as read."""
    try:
        with path.open("rb") as file:
            return file.read(_SALT)
    except OSError as error:
        raise NotACaseFile(f"{path.name} cannot be read ({error.strerror}). Check who may read it.") from error


def keys_by(passphrase: str) -> Callable[[Path], Key]:
    """Return what gives the key to each file that a passphrase opens; each salt has its own, made once."""
    made: dict[bytes, Key] = {}

    def key_to(path: Path) -> Key:
        salt = salt_of(path)
        if salt not in made:
            made[salt] = derived(passphrase, salt)
        return made[salt]

    return key_to


def derived(passphrase: str, salt: bytes) -> Key:
    """Return the key for a salt. Letters with accents count the same however a keyboard writes them (NFC)."""
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Key(salt, hashlib.pbkdf2_hmac("sha512", secret, salt, _ROUNDS, _KEY))


def is_encrypted(path: Path) -> bool:
    """Tell whether a file that is not open in this process looks as SQLCipher writes one; False where none is read."""
    try:
        return looks_encrypted(path)
    except OSError:
        return False


def fitting(path: Path, key: Key | None) -> Key | None:
    """Return `key` where a file is encrypted with its salt, None where it is plain.

    PassphraseNeeded where it is encrypted otherwise. The file is not open in this process.
    """
    if not is_encrypted(path):
        return None
    if key is None or not _bears(path, key.salt):
        raise needed(path)
    return key


def _bears(path: Path, salt: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(_SALT) == salt


def needed(path: Path) -> PassphraseNeeded:
    """Return what asks for the passphrase of a file."""
    return PassphraseNeeded(f"{path.name} is encrypted, and opens with its passphrase only.", path)


def wrong(path: Path) -> WrongPassphrase:
    """Return what says that a key does not open a file."""
    return WrongPassphrase(
        f"This passphrase does not open {path.name}. Mind capitals and the keyboard’s language, and try again; where "
        "it is surely right the file is damaged where it begins, and a backup may open: “Restore a backup…”, or "
        f"“{called()} restore”.",
        path,
    )


def proven(path: Path, key: Key | None) -> Key | None:
    """Return `key` where it opens an encrypted file, None where the file is plain; as `needed` and `wrong` otherwise.

    The file is not open in this process.
    """
    if not is_encrypted(path):
        return None
    if key is None:
        raise needed(path)
    with closing(connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", key, uri=True)) as connection:
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except ERRORS as error:
            # Half a file, say, whose rest was written ahead: who opens it hears of it.
            if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_NOTADB) & 0xFF == sqlite3.SQLITE_NOTADB:
                raise wrong(path) from error
    return key


def connect(where: str | Path, key: Key | None, **options: Any) -> sqlite3.Connection:
    """Open a file with the SQLite that reads it. A wrong key shows when something is read."""
    if key is None:
        plain: sqlite3.Connection = sqlite3.connect(_named(where), **options)
        return plain
    return converting(where, key, **options)


def converting(where: str | Path, key: Key | None, **options: Any) -> sqlite3.Connection:
    """Open a file, plain or encrypted, with the SQLite that can write it anew with another key."""
    connection: sqlite3.Connection = sqlcipher.connect(_named(where), **options)  # the same but for its class
    try:
        # A wrong passphrase is told to who typed it, not to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.execute(f'PRAGMA key = "{key.words}"')
            # Where a newer SQLCipher has other habits, cases are still written as they were.
            connection.execute("PRAGMA cipher_compatibility = 4")
        connection.execute("PRAGMA temp_store = MEMORY")
    except ERRORS:
        connection.close()
        raise
    return connection


def _named(where: str | Path) -> str:
    """Return a file's name so that SQLite takes it for nothing else, as it does :memory:."""
    return where if isinstance(where, str) else str(where.absolute())
