"""The eleven claims of the reference article, written by hand from its right reading."""

from __future__ import annotations

from tests.workbench.reckoning.making import TABLE, claim
from workbench.model.claim import Category, Claim, Effect, Epistemic
from workbench.reckoning import conventions as c

MIXED = Category.COMBATANT_MIXED
FIGHTERS = Category.COMBATANT_NONSTATE
SOLDIERS = Category.COMBATANT_STATE


def aleppo() -> list[Claim]:
    """Make the claims C1 to C11 with the relations of the right reading."""
    dozens = c.vague("dozens", TABLE)
    plural = c.bare_plural()
    civilian = {"category": Category.CIVILIAN, "victims_text": "Zivilisten"}
    return [
        claim(
            1,
            dozens,
            side="both",
            category=MIXED,
            origin=None,
            epistemic=Epistemic.ALLEGED,
            number_text="Dutzende",
            victims_text="syrische Armeesoldaten und Rebellenkämpfer",
            to={"summary_of": (3, 4, 5), "same_as": 2},
        ),
        claim(
            2,
            c.nearly(100),
            side="both",
            category=MIXED,
            number_text="fast 100",
            victims_text="Kämpfer und Soldaten",
            to={"total_of": (3, 4, 5)},
        ),
        claim(
            3,
            44,
            side="opposition",
            category=FIGHTERS,
            actor="hts",
            number_text="44",
            victims_text="Mitglieder der HTS",
            to={"component_of": (2, 1)},
        ),
        claim(
            4,
            16,
            side="opposition",
            category=FIGHTERS,
            actor="allies",
            number_text="16",
            victims_text="Mitglieder verbündeter bewaffneter Gruppen",
            to={"component_of": (2, 1)},
        ),
        claim(
            5,
            37,
            side="government",
            category=SOLDIERS,
            actor="army",
            number_text="37",
            victims_text="Mitglieder der (syrischen) Regimekräfte",
            to={"component_of": (2, 1), "additional_to": (3, 4)},
        ),
        claim(
            6,
            c.at_least(4),
            side="government",
            category=Category.OFFICER,
            actor="army",
            number_text="mindestens vier",
            victims_text="Offiziere verschiedener Dienstgrade",
            to={"subset_of": 5},
        ),
        claim(
            7,
            5,
            effect=Effect.CAPTURED,
            side="government",
            category=SOLDIERS,
            actor="army",
            number_text="fünf",
            victims_text="Mitglieder",
        ),
        claim(8, plural, to={"disjoint_from": 2}, **civilian),
        claim(9, plural, effect=Effect.WOUNDED, to={"disjoint_from": 8}, **civilian),
        claim(
            10,
            plural,
            effect=Effect.KILLED_OR_WOUNDED,
            category=Category.CHILD,
            victims_text="Kinder",
            to={"subset_of": (8, 9)},
        ),
        claim(
            11,
            dozens,
            side="opposition",
            category=FIGHTERS,
            actor="hts",
            origin="army_web",
            number_text="Dutzende",
            to={"rival_of": (3, 4)},
        ),
    ]
