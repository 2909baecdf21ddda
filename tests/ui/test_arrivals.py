"""What failed at import is told, briefly and with its reason."""

from __future__ import annotations

from ui.arrivals import failure_words


def test_one_failure_is_one_line() -> None:
    assert failure_words([("a.txt", "The file is empty.")]) == "a.txt: The file is empty."


def test_several_are_listed() -> None:
    told = failure_words([("a.txt", "Empty."), ("b.txt", "Not text.")]).splitlines()
    assert told == ["2 articles failed; all others are in the case.", "a.txt: Empty.", "b.txt: Not text."]


def test_of_many_the_first_are_listed() -> None:
    told = failure_words([(f"{n}.txt", "Empty.") for n in range(20)]).splitlines()
    assert told[0].startswith("20 articles failed")
    assert told[-1] == "… and 14 more."
    assert len(told) == 8
