from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.workbench.casefile.conftest import KEY
from tests.workbench.casefile.failing import FailingConnection, at_every_statement, install
from tests.workbench.casefile.lines import fill, spoil, write
from workbench import acts
from workbench.casefile.backups import (
    Backup,
    Restored,
    back_up,
    backups_in,
    folder_of,
    kept_of,
    restore,
    restore_newest,
)
from workbench.casefile.cipher import Key, derived, keys_by
from workbench.casefile.store import Store
from workbench.casefile.verifying import verify
from workbench.casefile.waiting import Waiting
from workbench.errors import CaseNotWritable, NotACaseFile, PassphraseNeeded, Stopped
from workbench.model.actor import Side

#: On plain and on encrypted cases.
ENCRYPTED_TOO = True

NOW = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def act(store: Store, name: str) -> None:
    write(store, acts.add_values("copy_registers", [Side(name, name, "#000000", 1)]))


def backed_up(store: Store, at: datetime = NOW) -> Backup:
    made = back_up(store.path, folder_of(store.path), at, store.key)
    assert made is not None
    return made


def test_a_backup_of_an_open_case_verifies_and_is_named_by_its_last_line(store: Store) -> None:
    fill(store)
    made = backed_up(store)
    found = verify(made.path, key=store.key)
    assert found.faults == ()
    assert found.head is not None
    assert (made.line, made.hash) == (2, found.head.hash[:12])
    assert made.path.name == f"2026-03-04T12-30-00Z no 1 line 2 {made.hash}.case"
    assert backups_in(folder_of(store.path)) == [made]
    assert [path.name for path in folder_of(store.path).iterdir()] == [made.path.name]


def test_nothing_new_is_no_backup(store: Store) -> None:
    fill(store)
    backed_up(store)
    assert back_up(store.path, folder_of(store.path), NOW + HOUR, store.key) is None
    act(store, "one")
    newer = backed_up(store, NOW + HOUR)
    assert backups_in(folder_of(store.path))[0] == newer


def at(*times: str) -> list[Backup]:
    """Return backups of such times, the newest first."""
    return [
        Backup(Path(time), datetime.fromisoformat(time).replace(tzinfo=UTC), n, "") for n, time in enumerate(times)
    ][::-1]


def test_ten_opens_seven_days_and_four_weeks_stay() -> None:
    days = [f"2026-0{month}-{day:02}T10:00" for month in (1, 2) for day in range(1, 29)]
    opens = [f"2026-03-01T{hour:02}:00" for hour in range(15)]
    stay = [str(backup.path) for backup in kept_of(at(*days, *opens))]
    assert stay == [
        *opens[:4:-1],
        *[f"2026-02-{day}T10:00" for day in (28, 27, 26, 25, 24, 23)],
        "2026-02-22T10:00",
        "2026-02-15T10:00",
        "2026-02-08T10:00",
    ]
    assert kept_of([]) == []


def test_what_does_not_stay_is_taken_away_and_nothing_else(store: Store) -> None:
    folder = folder_of(store.path)
    for n in range(14):
        act(store, f"side {n}")
        backed_up(store, NOW + n * timedelta(minutes=1))
        (folder / "2026-99-99T99-99-99Z line 1 0123456789ab.case").write_text("no date")
        (folder / "mine.case").write_text("not ours")
    assert [backup.line for backup in backups_in(folder)] == list(range(14, 4, -1))
    assert len(list(folder.iterdir())) == 12


def test_a_damaged_case_makes_no_backup_and_no_older_one_goes(store: Store) -> None:
    fill(store)
    good = backed_up(store)
    store.close()
    columns = "step, takes_back, act, about, analyst, at, edits, program, reason, note, documents"
    spoil(
        store.path,
        "UPDATE journal SET about = 'x' WHERE number = 1;"
        f"INSERT INTO journal (number, hash, {columns})"
        f" SELECT 3, 'abcdefabcdef', {columns} FROM journal WHERE number = 2;",
        store.key,
    )
    with pytest.raises(NotACaseFile, match=r"does not verify.*2026-03-04 12:30 UTC"):
        back_up(store.path, folder_of(store.path), NOW + HOUR, store.key)
    assert backups_in(folder_of(store.path)) == [good]
    assert len(list(folder_of(store.path).iterdir())) == 1
    kept = back_up(store.path, folder_of(store.path), NOW + HOUR, store.key, to_migrate=True)
    assert backups_in(folder_of(store.path)) == [kept, good]


def test_a_backup_is_restored_beside_what_is_damaged(store: Store) -> None:
    fill(store)
    made = backed_up(store)
    store.close()
    store.path.write_bytes(b"SQLite format 3\x00 and then nothing of the kind")
    damaged = store.path.read_bytes()
    done = restore_newest(store.path, folder_of(store.path), lambda _: store.key)
    assert done == Restored(made, store.path.with_name("a restored.case"))
    assert restore(store.path, made.path, store.key) == store.path.with_name("a restored 2.case")
    assert store.path.read_bytes() == damaged
    again = Store.open(store.path.with_name("a restored.case"), key=store.key)
    assert not again.refusal
    assert again.tables() == again.folded()
    act(again, "one")
    again.close()
    assert verify(made.path, key=store.key).lines == 2


def test_the_newest_backup_that_verifies_is_restored(store: Store) -> None:
    fill(store)
    good = backed_up(store)
    act(store, "one")
    newer = backed_up(store, NOW + HOUR)
    newer.path.write_bytes(newer.path.read_bytes()[:5000])
    with pytest.raises(NotACaseFile):
        restore(store.path, newer.path, store.key)
    done = restore_newest(store.path, folder_of(store.path), lambda _: store.key)
    assert done.backup == good
    assert [backup for backup, _ in done.passed] == [newer]
    good.path.unlink()
    with pytest.raises(NotACaseFile, match=r"no backup of a\.case"):
        restore_newest(store.path, folder_of(store.path), lambda _: store.key)


def test_one_that_does_not_open_with_the_right_key_is_passed_over(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "a.case", key=KEY)
    fill(store)
    good = backed_up(store)
    act(store, "one")
    newer = backed_up(store, NOW + HOUR)
    store.close()
    begun = newer.path.read_bytes()
    newer.path.write_bytes(begun[:100] + bytes([begun[100] ^ 1]) + begun[101:])
    assert restore_newest(store.path, folder_of(store.path), lambda _: KEY).backup == good
    with pytest.raises(PassphraseNeeded, match=newer.path.name):
        restore_newest(store.path, folder_of(store.path))


def test_one_that_lost_its_salt_is_passed_over_and_named(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "a.case", key=derived("vier Wörter: Ofen Tal", bytes(range(16))))
    fill(store)
    good = backed_up(store)
    act(store, "one")
    newer = backed_up(store, NOW + HOUR)
    store.close()
    begun = newer.path.read_bytes()
    newer.path.write_bytes(bytes([begun[0] ^ 1]) + begun[1:])
    done = restore_newest(store.path, folder_of(store.path), keys_by("vier Wörter: Ofen Tal"))
    assert done.backup == good
    assert done.passed == ((newer, "it has another passphrase, or is damaged where it begins"),)
    with pytest.raises(PassphraseNeeded):
        restore_newest(store.path, folder_of(store.path), keys_by("ganz andere Wörter"))


def test_a_clock_set_back_makes_no_older_backup_the_newest(store: Store) -> None:
    fill(store)
    ahead = backed_up(store, NOW + 9000 * HOUR)
    act(store, "one")
    newer = backed_up(store, NOW)
    assert backups_in(folder_of(store.path)) == [newer, ahead]
    assert back_up(store.path, folder_of(store.path), NOW, store.key) is None
    assert restore_newest(store.path, folder_of(store.path), lambda _: store.key).backup == newer


def test_backups_of_an_older_program_bear_no_count_and_are_ordered_by_their_lines(tmp_path: Path) -> None:
    names = [
        "2026-03-04T12-30-00Z no 1 line 3 0123456789ab.case",
        "2026-03-01T12-30-00Z line 7 0123456789ab.case",
        "2099-03-04T12-30-00Z line 4 0123456789ab.case",
    ]
    for name in names:
        (tmp_path / name).touch()
    assert [backup.path.name for backup in backups_in(tmp_path)] == names


def test_backups_lie_where_they_are_wanted_and_cases_of_one_name_apart(tmp_path: Path) -> None:
    one, other = tmp_path / "1" / "a.case", tmp_path / "2" / "a.case"
    assert folder_of(one) == tmp_path / "1" / "a backups"
    assert folder_of(one, str(tmp_path)).parent == tmp_path
    assert folder_of(one, str(tmp_path)) != folder_of(other, str(tmp_path))
    assert backups_in(tmp_path / "nowhere") == []


def test_a_folder_that_takes_no_backup_is_a_sentence(store: Store, tmp_path: Path) -> None:
    fill(store)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CaseNotWritable, match="The case itself is saved"):
        back_up(store.path, tmp_path / "file" / "backups", NOW, store.key)
    made = backed_up(store)
    shutil.rmtree(folder_of(store.path))
    with pytest.raises(NotACaseFile, match="no file"):
        restore(store.path, made.path, store.key)


def test_a_backup_that_fails_at_any_statement_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Key | None
) -> None:
    install(monkeypatch)
    monkeypatch.setattr(FailingConnection, "stays", True)
    store = Store.create(tmp_path / "a.case", key=key)
    fill(store)
    folder = folder_of(store.path)

    def refused(_: Exception) -> None:
        assert not list(folder.iterdir())

    count = at_every_statement(
        lambda: back_up(store.path, folder, NOW, store.key), refused, (CaseNotWritable, NotACaseFile)
    )
    assert count >= 8
    assert len(backups_in(folder)) == 1
    store.close()


def stopping(at: int) -> Waiting:
    """Return who has work stopped the `at`-th time that is asked, and from then on."""
    asked = count()
    return Waiting(lambda: next(asked) >= at)


@pytest.mark.parametrize("at", range(4))
def test_a_backup_that_is_stopped_leaves_nothing_of_itself(store: Store, at: int) -> None:
    fill(store)
    backed_up(store)
    act(store, "one")
    folder = folder_of(store.path)
    before = sorted(folder.iterdir())
    with pytest.raises(Stopped, match="This was stopped"):
        back_up(store.path, folder, NOW + HOUR, store.key, waiting=stopping(at))
    assert sorted(folder.iterdir()) == before
    act(store, "two")
    assert backed_up(store, NOW + HOUR).line == 4


def test_a_backup_holds_the_state_it_is_named_by_whoever_writes_meanwhile(store: Store) -> None:
    fill(store)
    written: list[int] = []

    def write_one() -> bool:
        written.append(len(written))
        act(store, f"side {len(written)}")
        return False

    made = back_up(store.path, folder_of(store.path), NOW, store.key, waiting=Waiting(write_one))
    assert made is not None
    found = verify(made.path, key=store.key)
    assert len(written) == 4
    assert found.head is not None
    assert (found.lines, found.head.hash[:12], made.line) == (3, made.hash, 3)


def test_backups_of_another_case_or_of_a_state_given_up_stay(store: Store) -> None:
    folder = folder_of(store.path)
    fill(store)
    folder.mkdir()
    others = [folder / f"2026-03-0{day}T12-30-00Z no {day + 30} line {day} 0123456789ab.case" for day in range(1, 9)]
    for other in others:
        other.touch()
    for n in range(13):
        act(store, f"side {n}")
        backed_up(store, NOW + n * timedelta(minutes=1))
    assert back_up(store.path, folder, NOW, store.key) is None
    assert set(others) < set(folder.iterdir())
    assert len(list(folder.iterdir())) == len(others) + 10


def test_a_case_of_the_longest_name_is_restored(tmp_path: Path) -> None:
    store = Store.create(tmp_path / f"{'ä' * 119}.case")
    fill(store)
    made = backed_up(store)
    store.close()
    assert restore(store.path, made.path).name == f"{'ä' * 110} restored.case"


def test_restoring_takes_no_file_of_others_for_its_own(store: Store) -> None:
    fill(store)
    made = backed_up(store)
    others = [store.path.with_name(name) for name in ("a.part", "a restored.case", "a restored 2.case")]
    for other in others[:2]:
        other.write_text("of others")
    others[2].touch()
    assert restore(store.path, made.path, store.key) == others[2], (
        "an empty file is what a restoring that was cut off left"
    )
    assert [other.read_text() for other in others[:2]] == ["of others"] * 2
    assert verify(others[2], key=store.key).faults == ()


def test_a_name_that_was_kept_for_nothing_is_given_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store)
    made = backed_up(store)

    def gone(self: Path, target: Path) -> Path:
        raise OSError(f"{target} is on another drive than {self}")

    monkeypatch.setattr(Path, "replace", gone)
    with pytest.raises(CaseNotWritable, match="could not be restored"):
        restore(store.path, made.path, store.key)
    assert not list(store.path.parent.glob("*restor*"))
