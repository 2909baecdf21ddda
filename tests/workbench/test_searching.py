"""Words are found however they are spelt, and shown as they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.span import Span
from workbench.searching import Folded, Term, asked, fold, holds, passage, whole

#: The letters of the code page of Western languages, vowels and what stands between words more often.
WESTERN = [bytes([place]).decode("cp1252", "replace") for place in range(256)] + list("aeouAEOUäöüß  ") * 9
#: What makes folding hard: what is several letters, none, or only a mark on another; and what Windows writes.
HARD = "aeou äöüßéÄËÖæøŁıſǆﬁİΐ가к̆й\u0308\u200d\u00ad🪖👨\u200d👩\u200d👧-'’ʿ\ufeffxyz_12\r\n\t.သုံး"
LETTERS = st.text(st.sampled_from(HARD), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("München", "Muenchen"),
        ("München", "MUNCHEN"),
        ("Mu\u0308nchen", "münchen"),
        ("Straße", "STRASSE"),
        ("Göttingen", "Goettingen"),
        ("Ägypten", "Aegypten"),
        ("Erdoğan", "Erdogan"),
        ("Łódź", "Lodz"),
        ("Diyarbakır", "Diyarbakir"),
        ("ʿAin al-ʿArab", "Ain al Arab"),
        ("Sol\u00addaten", "Soldaten"),
        ("Київ", "київ"),
        ("كتـــاب", "كتاب"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_one_word_in_all_its_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert fold(one) != ""


@pytest.mark.parametrize(("one", "other"), [("Hama", "Homs"), ("Tote", "Töter"), ("37", "73"), ("Müll", "Mall")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(LETTERS)
def test_what_is_typed_of_a_word_is_its_beginning(word: str) -> None:
    for whole_word in word.split():
        for end in range(len(whole_word) + 1):
            assert fold(whole_word).startswith(fold(whole_word[:end]))


@given(st.lists(LETTERS, max_size=20).map(" ".join))
def test_folded_words_lead_back_to_where_they_stand(text: str) -> None:
    folded = Folded(text)
    assert folded.words == fold(text)
    places = [match.span() for match in re.finditer("[^ ]+", folded.words)]
    for (start, end), span in zip(places, folded.spans(places), strict=True):
        assert 0 <= span.start < span.end <= len(text)
        assert fold(span.of(text)) == folded.words[start:end]


def test_a_text_longer_than_a_piece_leads_back_too() -> None:
    text = " ".join(f"Straße{number} 🪖\r\n" for number in range(400))
    found, span = passage(text, asked("strasse377"))
    assert span is not None
    assert span.of(text) == "Straße377"
    assert [mark.of(found.words) for mark in found.marks] == ["Straße377"]
    assert found.words.startswith("… ")


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("Offiz", (Term(("offiz",), begins=True),)),
        ("vier Offiz", (Term(("vier",)), Term(("offiz",), begins=True))),
        ("Offiz* vier", (Term(("offiz",), begins=True), Term(("vier",), begins=True))),
        ("HTS-Kämpfer im", (Term(("hts", "kampfer")), Term(("im",), begins=True))),
        ('"37 Mitglieder"', (Term(("37", "mitglieder")),)),
        ("„37 Mitglieder“ der", (Term(("37", "mitglieder")), Term(("der",), begins=True))),
        ('"37 Mitgl', (Term(("37", "mitgl"), begins=True),)),
        ("a", (Term(("a",)),)),
        ("vier vier", (Term(("vier",)), Term(("vier",), begins=True))),
        ('* - " ( NEAR/3', (Term(("near", "3")),)),
    ],
)
def test_what_is_typed_means_its_words(typed: str, terms: tuple[Term, ...]) -> None:
    assert asked(typed) == terms


@given(st.text(max_size=300))
def test_what_fts5_is_asked_holds_no_operator(typed: str) -> None:
    terms = asked(typed)
    assert sum(len(term.words) for term in terms) <= 24
    assert all(re.fullmatch(r'"[^\W_]+( [^\W_]+)*"\*?', term.match) for term in terms)


@pytest.mark.parametrize("typed", ["München", "muenchen", "MUNCH", '"in München"'])
@pytest.mark.parametrize(
    "text",
    [
        "\ufeffIn München wurden Soldaten getötet.",
        "Am Abend\r\nin\r\nMu\u0308nchen\r\nstarben zwei.",
        "🪖👨\u200d👩\u200d👧 In Muenchen",
        "in MÜNCHEN",
    ],
)
def test_a_passage_shows_the_words_as_they_stand(typed: str, text: str) -> None:
    shown, span = passage(text, asked(typed))
    assert span is not None
    assert fold(span.of(text)).endswith("munchen")
    assert [fold(mark.of(shown.words)) for mark in shown.marks] == [fold(span.of(text))]
    assert not {"\r", "\n", "\ufeff"} & set(shown.words)


def test_a_passage_is_taken_where_the_most_words_stand() -> None:
    text = "Soldaten. " + "Dazwischen steht nichts davon. " * 20 + "Vier Offiziere und Soldaten starben."
    shown, span = passage(text, asked("soldaten offiziere vier"))
    assert [mark.of(shown.words) for mark in shown.marks] == ["Vier", "Offiziere", "Soldaten"]
    assert span == Span(text.index("Vier"), text.index("Vier") + 4)


def test_a_text_without_the_words_is_shown_from_its_beginning() -> None:
    shown, span = passage("Nichts\r\ndavon. " * 100, asked("Xanadu"))
    assert span is None
    assert shown.marks == ()
    assert shown.words.startswith("Nichts davon. ")
    assert shown.words.endswith(" …")
    assert len(shown.words) < 260
    assert passage("", asked("x")) == (whole("", ()), None)


def test_a_title_is_shown_whole() -> None:
    shown = whole("Kämpfe: Kämpfer kämpfen", asked("kämpfer kaempf"))
    assert shown.words == "Kämpfe: Kämpfer kämpfen"
    assert [mark.of(shown.words) for mark in shown.marks] == ["Kämpfe", "Kämpfer", "kämpfen"]


def test_a_note_holds_words_or_not() -> None:
    assert holds("Laut Straßenpolizei", asked("strasse"))
    assert not holds("Laut Straßenpolizei", asked('"strasse"'))
    assert not holds("", asked("x"))


@given(st.text(alphabet=st.sampled_from(WESTERN), max_size=30))
def test_western_texts_are_folded_as_all_others(text: str) -> None:
    """A letter of another script has the same text folded in the way of all others, which is slower."""
    assert fold(f"{text} Ж") == f"{fold(text)} ж".strip()
