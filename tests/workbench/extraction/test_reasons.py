"""Every part of a claim says by which words, or by which rule, it is as it is."""

from __future__ import annotations

import re

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.extraction.reasons import PARTS

RULE = re.compile(rf"({'|'.join(PARTS)}): \S.*")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Mindestens neun Bauern wurden getötet.", "number: at least, Mindestens"),
        ("Insgesamt wurden 9 Bauern getötet.", "number: exact, 9"),
        ("Dutzende Bauern wurden getötet.", "number: vague (dozens), Dutzende"),
        ("Bauern wurden getötet.", "number: a plural without one"),
        ("Keine Bauern wurden getötet.", "number: negated, Keine"),
        ("Zwischen 30 und 40 Bauern wurden getötet.", "number: between, Zwischen 30 und 40"),
        ("Ein Soldat wurde getötet.", "number: one, the article Ein"),
        ("Bei zwei Angriffen wurden je drei Bauern getötet.", "number: each of 2"),
        ("999999999999 Milliarden Bauern wurden getötet.", "number: too large to keep, 999999999999 Milliarden"),
        ("Neun Bauern wurden getötet.", "effect: verb after its people, getötet"),
        ("Die Miliz tötete neun Bauern.", "effect: verb before its people, tötete"),
        ("Der Anschlag forderte neun Tote.", "effect: casualty noun, Tote"),
        ("Die Zahl der Toten stieg auf neun.", "effect: toll (update), Zahl der Toten"),
        ("Neun Bauern wurden getötet.", "victims: civilian, Bauern"),
        ("Neun Menschen wurden getötet.", "victims: unspecified, Menschen"),
        ("Drei Panzer wurden zerstört.", "victims: vehicles, Panzer"),
        ("Dutzende wurden getötet.", "victims: nobody named"),
        ("Neun Kämpfer der Hisbollah wurden getötet.", "victims: named, hezbollah"),
        ("Neun Bauern kamen, vier wurden getötet.", "victims: noun left out"),
    ],
)
def test_number_effect_and_victims(extractor: Extractor, text: str, rule: str) -> None:
    assert rule in {each for claim in claims(extractor, text) for each in claim.rules}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Laut Polizei wurden neun Bauern getötet.", "source: laut"),
        ("Der Armee zufolge wurden neun Bauern getötet.", "source: zufolge"),
        ("Neun Bauern starben, wie die Beobachtungsstelle mitteilte.", "source: mitteilte"),
        ("Neun Bauern wurden getötet. Das teilte SOHR mit.", "source: the sentence after"),
        ("Neun Bauern wurden getötet. Das teilte SOHR mit.", "source: in the register, sohr"),
        ("Neun Bauern wurden getötet. Das teilte SOHR mit.", "status: attributed, the sentence after"),
        ("SOHR sagte, neun Bauern starben. Vier seien verletzt worden.", "source: carried over"),
        ("Neun Bauern wurden getötet.", "status: own voice, no source"),
        ("Laut Polizei wurden neun Bauern getötet.", "status: attributed, its source"),
        ("Neun Bauern seien getötet worden.", "status: attributed, seien"),
        ("„Neun Bauern wurden getötet“, sagte der Arzt.", "status: quoted, quotation marks"),
        ("Die Miliz soll neun Bauern getötet haben.", "status: alleged, soll"),
        ("Die Miliz will neun Soldaten getötet haben.", "status: self claim, will"),
        ("Die Armee bestritt, dass neun Bauern getötet wurden.", "status: denied, bestritt"),
        ("Neun Bauern könnten getötet werden.", "status: hypothetical, könnten"),
        ("Der Führer drohte, neun Bauern hinrichten zu lassen.", "status: threat, drohte"),
        ("Neun Bauern wurden getötet.", "scope: event, nothing else said"),
        ("Seit 2011 wurden 9000 Bauern getötet.", "scope: cumulative, seit"),
        ("Im Jahr 2005 wurden neun Bauern getötet.", "scope: background, 2005"),
    ],
)
def test_source_status_and_scope(extractor: Extractor, text: str, rule: str) -> None:
    assert rule in {each for claim in claims(extractor, text) for each in claim.rules}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Am Mittwoch wurden in Homs neun Bauern getötet.", "date: told in its clause"),
        ("Am Mittwoch wurden in Homs neun Bauern getötet.", "place: told in its clause"),
        ("In Homs starben neun Bauern. Drei wurden verletzt.", "place: inherited from the sentence before"),
        ("Drei Bauern wurden verletzt.\n\nIn Homs starben neun Bauern.", "place: inherited from the article"),
        ("Neun Bauern starben, darunter zwei Kinder.", "relation: subset of, darunter"),
        ("Neun Bauern starben, zwei von ihnen Kinder.", "relation: subset of, von ihnen"),
        ("Die Hälfte der 40 Toten waren Kinder.", "relation: subset of, a share of it"),
        ("Neun Bauern starben. Unter den Toten sind drei Kinder.", "relation: subset of, Unter den"),
        ("Neun Bauern (sieben Männer und zwei Frauen) starben.", "relation: subset of, ("),
        ("Neun Bauern starben. Vier weitere Bauern starben.", "relation: additional to, more than was told before"),
        ("Neun Bauern starben. Die Zahl der Toten stieg auf zwölf.", "relation: supersedes, the toll moved on"),
        ("Insgesamt starben neun Bauern.", "relation: total"),
    ],
)
def test_setting_and_relations(extractor: Extractor, text: str, rule: str) -> None:
    assert rule in {each for claim in claims(extractor, text) for each in claim.rules}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("At least nine soldiers were killed.", "number: at least, At least"),
        ("Nine soldiers were killed, the army said.", "source: said"),
        ("Nine soldiers may have been killed.", "status: hypothetical, may"),
        ("Nine soldiers were killed, including two officers.", "relation: subset of, including"),
        ("Since 2011 some 9,000 soldiers were killed.", "scope: cumulative, since"),
    ],
)
def test_english_says_why_too(extractor: Extractor, text: str, rule: str) -> None:
    assert rule in {each for claim in claims(extractor, text, "en") for each in claim.rules}


def test_every_claim_speaks_of_its_parts_in_one_form(extractor: Extractor) -> None:
    text = (
        "In Homs starben am Mittwoch laut SOHR fast 50 Soldaten, darunter zwei Offiziere; 31 weitere seien verletzt "
        "worden. Die Rebellen sprachen von 70 Toten. Seit 2011 wurden Hunderttausende getötet oder vertrieben."
    )
    found = claims(extractor, text)
    assert len(found) > 4
    for claim in found:
        assert all(RULE.fullmatch(rule) for rule in claim.rules), claim.rules
        assert {"number", "victims", "effect", "status", "scope"} <= {rule.partition(":")[0] for rule in claim.rules}
        assert len(set(claim.rules)) == len(claim.rules)
