"""One fighter without a number: whose death counts as one, and whose does not."""

from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims, told
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category, RelationType


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        # a name beside the noun
        ("Troops killed Taliban leader Rahim Khan in Zabul.", "Taliban leader Rahim Khan"),
        ("Troops killed Taliban leader, Rahim, in Zabul.", "Taliban leader, Rahim"),
        ("Haqqani network facilitator Rahim was killed on Sunday.", "Haqqani network facilitator Rahim"),
        ("Senior insurgent commander Rahim died in the strike.", "Senior insurgent commander Rahim"),
        ("The army confirmed the death of militant leader Rahim Khan.", "militant leader Rahim Khan"),
        # the article
        ("The insurgent was shot and killed.", "insurgent"),
        ("Rahim, the Taliban shadow governor for Zabul, was killed.", "Taliban shadow governor"),
        ("A strike killed the heavily armed insurgent.", "heavily armed insurgent"),
        # headlines
        ("Taliban Commander Killed in Zabul", "Taliban Commander"),
        ("Air Strike Kills Senior Taliban Leader in Zabul", "Senior Taliban Leader"),
        # an apposition to a name
        ("Troops killed Rahim Khan, a Taliban leader, in Zabul.", "Taliban leader"),
        # a pronoun for a fighter told before
        ("An insurgent fired on the patrol. Troops returned fire, killing him.", "him"),
        ("An armed man ran from the house. He was engaged and killed.", "He"),
    ],
)
def test_one_fighter(extractor: Extractor, text: str, victims: str) -> None:
    (claim,) = claims(extractor, text, "en")
    assert (claim.quantity.value, claim.victims_text) == (1, victims)
    assert claim.category in (Category.COMBATANT_NONSTATE, Category.PERPETRATOR)
    assert claim.number is None or claim.number_text


@pytest.mark.parametrize(
    "text",
    [
        "Party leader Smith was killed in a crash.",
        "The leader was killed.",
        "The Taliban leader captured in May was tried.",
        "Taliban leader Rahim was detained in Zabul.",
        "Taliban leader Rahim's house was destroyed.",
        "The vote was held after Taliban leader Rahim was killed.",
        "The man was hurt. Police shot and killed him.",
        "He was killed.",
        # somebody of the fighter's
        "The rebel leader's brother was killed.",
        "The rebel leader’s bodyguard was shot dead on Monday.",
        "The militant commander's driver died in the crash, an agency reported.",
        "The rebel leader, whose father was killed in 1994, met the president.",
        "The rebel commander whose wife was killed has surrendered.",
        "The guerrilla leader driver was killed in the raid.",
        # crimes are told by their victims
        "The gunman shot at guards before police shot him dead.",
        "The attacker was killed.",
    ],
)
def test_no_fighter_who_counts(extractor: Extractor, text: str) -> None:
    assert [short for short in told(extractor, text, "en") if short.startswith("killed")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The insurgent killed two soldiers.", ["killed 2"]),
        ("Taliban leader Rahim said two soldiers were killed.", ["killed 2"]),
        ("The facilitator and another insurgent were killed.", ["killed 1", "killed 1"]),
        ("Troops killed Taliban leader Rahim, along with one other insurgent.", ["killed 1", "killed 1"]),
        ("Troops killed a Taliban leader and two of his associates.", ["killed 1", "killed 2"]),
        ("General Ruiz was killed in the blast along with his driver and two guards.", ["killed 1", "killed 2"]),
        ("A shell killed a woman and her mother.", ["killed 1", "killed 1"]),
        ("A farmer, his wife and their two sons died.", ["killed 1", "killed 1", "killed 2"]),
        ("A farmer and his wives met soldiers, who killed two rebels.", ["killed 2"]),
        ("Another soldier was killed.", ["killed 1"]),
    ],
)
def test_single_people_beside_others(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "en") == expected


def test_one_named_is_one_of_those_counted(extractor: Extractor) -> None:
    text = "The strikes killed nine insurgents. They killed Rahim, the senior Taliban leader for Zabul."
    nine, one = claims(extractor, text, "en")
    assert one.related(RelationType.SUBSET_OF) == (nine.id,)


def test_one_spoken_of_again_is_the_same(extractor: Extractor) -> None:
    text = "A Taliban leader was killed in Zabul. The Taliban leader was killed when he fired at troops."
    first, again = claims(extractor, text, "en")
    assert again.related(RelationType.SAME_AS) == (first.id,)


def test_associates_are_of_their_leader(extractor: Extractor) -> None:
    leader, others = claims(extractor, "Troops killed a Taliban leader and two of his associates.", "en")
    assert (leader.actor, leader.category) == (others.actor, others.category)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A couple and their son were killed.", ["killed 2", "killed 1"]),
        ("en", "A woman and her 14-year-old son were killed.", ["killed 1", "killed 1"]),
        ("en", "A man and his wife were wounded by shelling.", ["wounded 1", "wounded 1"]),
        ("en", "A couple of soldiers were killed.", ["killed 2-3"]),
        ("de", "Eine Frau und ihr 14-jähriger Sohn kamen ums Leben.", ["killed 1", "killed 1"]),
        ("de", "Ein Ehepaar und dessen Tochter wurden getötet.", ["killed 2", "killed 1"]),
        ("de", "Ein Mann, seine Frau und ihre drei Kinder starben.", ["killed 1", "killed 1", "killed 3"]),
        ("de", "Eine Mutter und ihr Baby wurden verletzt.", ["wounded 1", "wounded 1"]),
        ("de", "Der Angriff tötete einen Vater und seine Tochter.", ["killed 1", "killed 1"]),
        ("de", "Eine Frau und ihre Enkel wurden verletzt.", ["wounded 1", "wounded 2-"]),
        ("de", "Der Minister und seine Frau besuchten die 12 Verletzten.", ["wounded 12"]),
        ("de", "Die Miliz und ihr Verbündeter töteten 12 Bauern.", ["killed 12"]),
    ],
)
def test_one_person_of_anothers_family(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected


def test_the_family_of_a_civilian_are_civilians(extractor: Extractor) -> None:
    found = claims(extractor, "Eine Frau und ihr Sohn kamen ums Leben.")
    assert [claim.category.broad for claim in found] == [Category.CIVILIAN, Category.CIVILIAN]
    assert found[1].related(RelationType.DISJOINT_FROM) == (found[0].id,)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Ein Bauer und seine Töchter wurden verletzt.", ["wounded 1", "wounded 2-"]),
        ("de", "Der Beschuss tötete eine Mutter und ihre Söhne.", ["killed 1", "killed 2-"]),
        ("en", "A farmer and his daughters were wounded.", ["wounded 1", "wounded 2-"]),
        ("en", "A farmer and his three daughters were wounded.", ["wounded 1", "wounded 3"]),
        ("en", "A farmer fled as police killed two robbers; his daughters were safe.", ["killed 2"]),
    ],
)
def test_somebodys_children_are_several(extractor: Extractor, language: str, text: str, expected: list[str]) -> None:
    assert told(extractor, text, language) == expected
