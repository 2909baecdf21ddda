from __future__ import annotations

from workbench.passphrases import FORGOTTEN, older_backups_words, rewritten_words, written_words


def test_what_became_of_a_case_is_said_with_its_limits() -> None:
    told = rewritten_words("a.case", encrypted=True, wiped=True)
    assert told.startswith("a.case is encrypted, and opens with its new passphrase only. What the file held before was")
    assert "SSD" in told
    plain = rewritten_words("a.case", encrypted=False, wiped=False)
    assert "has no passphrase any longer" in plain
    assert "could not be written over" in plain


def test_backups_made_before_are_counted() -> None:
    assert older_backups_words(1, encrypted=True).startswith("One backup made before is plain, or opens with an older")
    assert older_backups_words(3, encrypted=True).startswith("3 backups made before are plain, or open with")
    assert older_backups_words(2, encrypted=False) == "2 backups made before still open with the passphrase only."


def test_what_leaves_an_encrypted_case_is_said_to_be_plain() -> None:
    assert written_words("chart", "a.png", encrypted=False) == "The chart is in a.png"
    told = written_words("chart", "a.png", encrypted=True)
    assert told == "The chart is in a.png. It is not encrypted, though the case is."


def test_what_forgetting_means_is_said_plainly() -> None:
    assert "has lost the case" in FORGOTTEN
