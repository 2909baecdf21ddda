from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from tests.workbench.training.conftest import marked, save
from workbench.training.names import Names
from workbench.training.swaps import Swaps

NAMES = Names(
    language="de",
    given=["Olga"],
    family=["Haddad"],
    organisations=["PKK"],
    places=["Homs"],
    peoples=["Leipziger"],
    inhabitants="er",
    genitive="s",
)


@pytest.fixture
def swaps(tmp_path: Path) -> Swaps:
    save(tmp_path / "marked.spacy", ["Ida|PER Kern|| aus Sarata|LOC führt das Amt|ORG"])
    return Swaps(NAMES, tmp_path / "marked.spacy", texts=1.0, spans=1.0)


@pytest.mark.parametrize(
    ("line", "label", "names"),
    [
        ("dort sprach Ana|PER Roth|| kurz", "PER", {"Olga Haddad", "Ida Kern"}),
        ("dort sprach Roth|PER kurz", "PER", {"Haddad", "Ida Kern"}),
        ("in Nubl|LOC heute", "LOC", {"Homs", "Sarata"}),
        ("der Süden Nubls|LOC brennt", "LOC", {"Homs", "Sarata"}),
        ("Roths|PER Rede", "PER", {"Haddad", "Haddads", "Ida Kern"}),
        ("die Hamas|ORG zog ab", "ORG", {"PKK", "Amt"}),
        ("zwei Berliner|NORP kamen", "NORP", {"Leipziger"}),
        ("zwei syrische|NORP Orte", "NORP", {"syrische"}),
        ("ein HTS-Kämpfer|ORGpart starb", "ORGpart", {"PKK-Kämpfer"}),
        ("der Nubl-Vertrag|LOCpart gilt", "LOCpart", {"Homs-Vertrag"}),
        ("die Regierungstruppen|ORGpart flohen", "ORGpart", {"Regierungstruppen"}),
        ("im Roten|MISC Buch|| steht", "MISC", {"Roten Buch"}),
    ],
)
def test_a_name_makes_way_for_one_of_its_kind(swaps: Swaps, line: str, label: str, names: set[str]) -> None:
    text = marked(line)
    copies = [swaps.swapped(text) for _ in range(40)]
    assert {(span.text, span.label_) for copy in copies for span in copy.ents} == {(name, label) for name in names}


def test_the_words_around_stay(swaps: Swaps) -> None:
    copy = swaps.swapped(marked("Heute traf Ana|PER Roth|| in Nubl|LOC die Hamas|ORG ."))
    outside = " ".join(token.text for token in copy if not token.ent_type)
    assert outside == "Heute traf in die ."
    assert [span.label_ for span in copy.ents] == ["PER", "LOC", "ORG"]


def test_a_text_with_names_is_read_twice_and_one_without_once(swaps: Swaps) -> None:
    nlp = spacy.blank("de")
    for line, copies in (("in Nubl|LOC", 2), ("im Dorf", 1)):
        text = marked(line)
        yielded = list(swaps(nlp, Example(text, text)))
        assert len(yielded) == copies
        assert yielded[0].reference is text
        assert not any(example.predicted.ents for example in yielded[1:])


def test_the_same_texts_are_swapped_alike(tmp_path: Path, swaps: Swaps) -> None:
    lines = ["Ana|PER Roth|| in Nubl|LOC"] * 20
    again = Swaps(NAMES, tmp_path / "marked.spacy", texts=1.0, spans=1.0)
    assert [swaps.swapped(marked(line)).text for line in lines] == [again.swapped(marked(line)).text for line in lines]
