"""Guesses of a trained pipeline beside what registers, places and rules found."""

from __future__ import annotations

import pytest

from workbench.extraction.guesses import Guess
from workbench.extraction.names_fold import pieces
from workbench.extraction.names_found import LIKELY, OPEN, Found
from workbench.extraction.names_trained import BeforeNames, merged
from workbench.model.mention import Label

SURE = 0.9
P = 0.6
BEFORE = BeforeNames(
    frozenset({"general"}), frozenset({"die", "der", "den"}), frozenset({"provinz", "stadt"}), frozenset({"miliz"})
)


def _guess(text: str, words: str, label: Label, *, part: bool = False) -> Guess:
    start = text.index(words)
    return Guess(start, start + len(words), label, P, part)


def _found(text: str, words: str, label: Label, confidence: float = SURE, *, nests: bool = False) -> Found:
    cut, start = pieces(text), text.index(words)
    inside = [i for i, piece in enumerate(cut) if start <= piece.start < start + len(words)]
    return Found(inside[0], inside[-1] + 1, label.value, "known", confidence=confidence, nests=nests)


def _read(text: str, found: list[Found], *guesses: Guess) -> list[tuple[str, str]]:
    cut = pieces(text)
    return [(text[cut[f.first].start : cut[f.last - 1].end], f.label) for f in merged(found, guesses, cut, BEFORE)]


@pytest.mark.parametrize(
    ("text", "words", "label", "name"),
    [
        ("Das sagte Anna Wrobel.", "Anna Wrobel", Label.PERSON, "Anna Wrobel"),
        ("Das meldet der Wrobel-Funk.", "Wrobel-Funk", Label.ORG, "Wrobel-Funk"),
        ("Nahe Wrobeljan fielen Schüsse.", "Wrobeljan", Label.LOC, "Wrobeljan"),
        # Neither articles nor titles belong to a name, nor what ends the sentence.
        ("Das sagte General Wrobel.", "General Wrobel.", Label.PERSON, "Wrobel"),
        ("So sagt es der Sender Wrobel.", "der Sender Wrobel", Label.ORG, "Sender Wrobel"),
        ("So sagt es Die Wrobel Stiftung.", "Die Wrobel Stiftung", Label.ORG, "Wrobel Stiftung"),
        ("ships of the U.S. sailed", "the U.S.", Label.LOC, "U.S."),
        ("the Wrobel Foundation said", "the Wrobel Foundation", Label.ORG, "Wrobel Foundation"),
        ("Das sagte al-Wrobel.", "al-Wrobel", Label.PERSON, "al-Wrobel"),
        ("Das sagte Anna al-Wrobel.", "Anna", Label.PERSON, "Anna al-Wrobel"),
        ("Das tat die Miliz Wrobel.", "Miliz Wrobel", Label.ORG, "Miliz Wrobel"),
        # What stands behind a word for a place is one.
        ("In der Provinz Wrobel fielen Schüsse.", "Wrobel", Label.PERSON, "Wrobel"),
        # What peoples are called, and weapons, needs no capital.
        ("wrobelische Truppen", "wrobelische", Label.NORP, "wrobelische"),
        ("two wrobel bombs fell", "wrobel bombs", Label.WEAPON, "wrobel bombs"),
    ],
)
def test_what_nobody_knows_is_added(text: str, words: str, label: Label, name: str) -> None:
    found = Label.LOC if "Provinz" in text else label
    assert _read(text, [], _guess(text, words, label)) == [(name, found.value)]


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("Das sagte niemand dort.", "niemand dort", Label.PERSON),
        ("Das sagte der General.", "der General", Label.PERSON),
        ("Zwei, Drei, Vier, Fünf, Sechs, Sieben", "Zwei, Drei, Vier, Fünf, Sechs, Sieben", Label.ORG),
        ("Am Wrobel .", ".", Label.LOC),
        ("Die Führer der Miliz flohen.", "Miliz", Label.ORG),
        ("Die Führer der Milizen flohen.", "Milizen", Label.LOC),
    ],
)
def test_what_is_no_name_is_not_added(text: str, words: str, label: Label) -> None:
    assert _read(text, [], _guess(text, words, label)) == []


@pytest.mark.parametrize(("words", "named"), [("Wrobel-Kämpfer", ["Wrobel"]), ("Wrobelkämpfer", [])])
def test_of_a_compound_the_first_part_is_the_name(words: str, named: list[str]) -> None:
    text = f"Vier {words} flohen."
    assert [name for name, _ in _read(text, [], _guess(text, words, Label.ORG, part=True))] == named


@pytest.mark.parametrize(
    ("known", "label"),
    [("Hamas", Label.ARMED_GROUP), ("Reuters", Label.SOURCE), ("Aleppo", Label.GPE), ("Nasser-Klinik", Label.FACILITY)],
)
@pytest.mark.parametrize("guess", [Label.PERSON, Label.ORG, Label.LOC])
def test_where_registers_and_rules_speak_they_win(known: str, label: Label, guess: Label) -> None:
    text = f"Dort sah {known} nichts."
    assert _read(text, [_found(text, known, label)], _guess(text, known, guess)) == [(known, label.value)]


def test_a_role_before_a_name_is_no_part_of_it() -> None:
    text = "Das sagte Armeesprecher Wrobel."
    role = _found(text, "Armeesprecher", Label.ROLE)
    read = _read(text, [role], _guess(text, "Armeesprecher Wrobel", Label.PERSON))
    assert read == [("Armeesprecher", "ROLE"), ("Wrobel", "PERSON")]


def test_two_who_agree_are_surer() -> None:
    text = "Dort liegt Aleppo."
    (one,) = merged([_found(text, "Aleppo", Label.GPE, 0.6)], [_guess(text, "Aleppo", Label.LOC)], pieces(text), BEFORE)
    assert one.confidence == pytest.approx(1 - 0.4 * 0.4)
    (one,) = merged([_found(text, "Aleppo", Label.GPE)], [_guess(text, "Aleppo", Label.PERSON)], pieces(text), BEFORE)
    assert one.confidence == SURE


@pytest.mark.parametrize(
    ("text", "known", "label", "words", "guess", "read"),
    [
        # A surname that is a town too, or one that somebody better known has.
        ("Das sagte Peter Homs.", "Homs", Label.GPE, "Peter Homs", Label.PERSON, [("Peter Homs", "PERSON")]),
        ("Das sagte Maher Assad.", "Assad", Label.PERSON, "Maher Assad", Label.PERSON, [("Maher Assad", "PERSON")]),
        # Not where the place comes first: a name ends with a surname.
        ("Aus Homs Kranz sagte", "Homs", Label.GPE, "Homs Kranz", Label.PERSON, [("Homs", "GPE")]),
        # An organisation named after its town holds the town.
        ("Die Uni Homs.", "Homs", Label.GPE, "Uni Homs", Label.ORG, [("Uni Homs", "ORG"), ("Homs", "GPE")]),
        # A common noun that was linked to the country's own is part of another's name; a name of its own is not.
        ("Die Kranz Home Army.", "Army", Label.STATE_FORCE, "Kranz Home Army", Label.ORG, [("Kranz Home Army", "ORG")]),
        # No organisation around an actor that is known.
        ("Die Hamas Bewegung.", "Hamas", Label.ARMED_GROUP, "Hamas Bewegung", Label.ORG, [("Hamas", "ARMED_GROUP")]),
    ],
)  # fmt: skip
def test_longer_names(
    text: str, known: str, label: Label, words: str, guess: Label, read: list[tuple[str, str]]
) -> None:
    confidence = LIKELY if known == "Army" else SURE
    assert sorted(_read(text, [_found(text, known, label, confidence)], _guess(text, words, guess))) == sorted(read)


@pytest.mark.parametrize(
    ("confidence", "nests", "label"), [(0.6, False, "PERSON"), (0.9, False, "GPE"), (0.6, True, "GPE")]
)
def test_a_doubtful_place_may_be_a_person(confidence: float, nests: bool, label: str) -> None:
    text = "Das sagte Kranz."
    found = [_found(text, "Kranz", Label.GPE, confidence, nests=nests)]
    assert _read(text, found, _guess(text, "Kranz", Label.PERSON)) == [("Kranz", label)]


def test_a_surname_is_known_again_but_not_behind_an_article() -> None:
    text = "Wrobel. Das sagte Anna Wrobel. Wrobel nannte den Wrobel-Turm, die Wrobel und wrobel nicht."
    cut = pieces(text)
    read = merged([], [_guess(text, "Anna Wrobel", Label.PERSON)], cut, BEFORE)
    assert [text[cut[f.first].start : cut[f.last - 1].end] for f in read] == ["Anna Wrobel", "Wrobel"]
    assert {(f.label, f.confidence) for f in read} == {("PERSON", P)}
    assert read[1].first > read[0].last


def test_without_guesses_nothing_changes() -> None:
    found = [Found(0, 1, Label.GPE.value)]
    assert merged(found, [], pieces("Homs"), BEFORE) == found


def test_whose_name_stays_doubtful_though_it_is_a_name() -> None:
    text = "Die SNA und die HTS."
    found = [_found(text, "SNA", Label.ARMED_GROUP, OPEN), _found(text, "HTS", Label.ARMED_GROUP, LIKELY)]
    guesses = [_guess(text, words, Label.ORG) for words in ("SNA", "HTS")]
    open_one, likely = merged(found, guesses, pieces(text), BEFORE)
    assert open_one.confidence == OPEN
    assert likely.confidence > LIKELY
