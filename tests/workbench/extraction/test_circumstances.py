from __future__ import annotations

from datetime import date

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


def test_date_and_place_of_the_clause(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Am Mittwoch wurden in Homs neun Bauern getötet.")
    assert claim.when is not None
    assert claim.where is not None
    assert (claim.when.start, claim.when.inherited) == (date(2024, 11, 27), False)
    assert (claim.where.name, claim.where.inherited) == ("Homs", False)


def test_what_a_sentence_leaves_out_is_inherited(extractor: Extractor) -> None:
    _, claim = claims(extractor, "Am Mittwoch wurden in Homs neun Bauern getötet. Vier Bauern wurden verletzt.")
    assert claim.when is not None
    assert claim.where is not None
    assert claim.when.inherited
    assert claim.where.inherited


def test_the_seat_of_a_source_is_no_place_of_the_event(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Die Behörden in Damaskus teilten mit, neun Bauern seien getötet worden.")
    assert claim.where is None


def test_the_origin_of_the_victims_is_no_place_of_the_event(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Neun Bauern aus Homs wurden getötet.")
    assert claim.where is None


def test_the_wider_name_wins(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "In der Provinz Aleppo wurden neun Bauern getötet.")
    assert claim.where is not None
    assert claim.where.precision == 4


def test_the_past_inherits_nothing(extractor: Extractor) -> None:
    found = claims(extractor, "Am Mittwoch wurden in Homs neun Bauern getötet. Seit 2011 wurden 9000 Bauern getötet.")
    assert found[1].where is None


def test_the_next_sentence_goes_on_where_one_was(extractor: Extractor) -> None:
    found = claims(
        extractor, "In Homs starben neun Bauern.\n\nIn Hama starben zwei Lehrer. Drei Bauern wurden verletzt."
    )
    homs, hama, there = [c.where.place for c in found if c.where is not None]
    assert hama == there != homs
    assert found[1].incident_id == found[2].incident_id


def test_a_new_paragraph_does_not(extractor: Extractor) -> None:
    found = claims(
        extractor, "In Homs starben neun Bauern. In Hama starben zwei Lehrer.\n\nDrei Bauern wurden verletzt."
    )
    homs, hama, there = [c.where.place for c in found if c.where is not None]
    assert homs == there != hama


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Nubl in der Provinz Aleppo starben sieben Bauern.", "Nubl"),
        ("In Syrien starben in Homs sieben Bauern.", "Homs"),
        ("Sieben Bauern starben in der Provinz Aleppo.", "Aleppo Governorate"),
    ],
)
def test_of_places_that_hold_each_other_the_inner_one_counts(extractor: Extractor, text: str, place: str) -> None:
    (claim,) = claims(extractor, text)
    assert claim.where is not None
    assert claim.where.name == place


@pytest.mark.parametrize(
    "text",
    [
        "Am Dienstag starben in Homs neun Bauern, teilte die Polizei am Mittwoch mit.",
        "Wie die Polizei am Mittwoch mitteilte, starben am Dienstag in Homs neun Bauern.",
        "Am Sonntag starben in Hama zwei Lehrer. Am Dienstag waren in Homs neun Bauern getötet worden.",
    ],
)
def test_the_day_of_the_event_is_no_other(extractor: Extractor, text: str) -> None:
    when = claims(extractor, text)[-1].when
    assert when is not None
    assert when.start == date(2024, 11, 26)


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Am Dienstag detonierte in Homs eine Bombe. Dabei starben neun Bauern.", 26, "Homs"),
        ("Am Dienstag detonierte eine Bombe. In Hama starb ein Lehrer. In Homs starben neun Bauern.", None, "Homs"),
        ("Am Dienstag detonierte in Hama eine Bombe.\n\nNeun Bauern starben.", None, None),
        ("Am Dienstag sprach der Minister in Hama, teilte er mit. Neun Bauern starben.", None, None),
    ],
)
def test_what_no_claim_tells_is_taken_from_the_sentence_before(
    extractor: Extractor, text: str, day: int | None, place: str | None
) -> None:
    claim = claims(extractor, text)[-1]
    assert (claim.when.start.day if claim.when else None) == day
    assert (claim.where.name if claim.where else None) == place


def test_what_is_inherited_is_marked_in_the_rules(extractor: Extractor) -> None:
    _, claim = claims(extractor, "Am Mittwoch starben in Homs neun Bauern. Vier Bauern wurden verletzt.")
    assert {"date: inherited from the sentence before", "place: inherited from the sentence before"} <= set(claim.rules)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Aleppo – Bei Kämpfen in Kafr Dabbus starben vier Bauern.", "SY-HL"),
        ("Aleppo – Es wurde gekämpft. In Aleppo starben vier Bauern.\n\nIn Tell Kradi starben drei Bauern.", "SY-HL"),
        ("Aleppo – Bei Kämpfen in Nubl starben vier Bauern.", "Nubl"),
    ],
)
def test_where_nobody_knows_the_place_its_surroundings_are_as_much_as_is_known(
    extractor: Extractor, text: str, place: str
) -> None:
    where = claims(extractor, text)[-1].where
    assert where is not None
    assert place in (where.place, where.name)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "In Homs starben neun Bauern. In Hama kam nach Behördenangaben ein Lehrer um, vier wurden verletzt.",
            ["Homs", "Ḩamāh", "Ḩamāh"],
        ),
        ("Israel tötete nach eigenen Angaben neun Kämpfer der Hisbollah.", [None]),
    ],
)
def test_a_source_amid_the_sentence_takes_no_place_away(
    extractor: Extractor, text: str, places: list[str | None]
) -> None:
    assert [claim.where and claim.where.name for claim in claims(extractor, text)] == places


def test_what_is_said_without_a_comma_keeps_its_place(extractor: Extractor) -> None:
    text = "The army said in Damascus it had repelled an assault on Homs, killing nine rebels."
    (claim,) = claims(extractor, text, "en")
    assert claim.where is not None
    assert claim.where.name == "Homs"


def test_the_south_of_a_town_is_in_the_town(extractor: Extractor) -> None:
    found = claims(extractor, "Im Süden von Homs starben neun Bauern. Im Süden Syriens starben vier Lehrer.")
    assert [claim.where and claim.where.precision for claim in found] == [1, 5]


def test_where_an_article_was_written_is_no_scene_beside_another(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Damaskus – Bei Angriffen in Syrien sind neun Bauern getötet worden.")
    assert (claim.where and claim.where.name) == "Syria"
    (claim,) = claims(extractor, "Damaskus – In der Provinz Idlib brannte ein Haus. Dabei starben neun Bauern.")
    assert (claim.where and claim.where.name) == "Idlib Governorate"


def test_what_follows_a_toll_has_its_day_and_not_that_of_the_last_death(extractor: Extractor) -> None:
    text = "The toll of Monday's attack in Homs rose to 56 after two people died overnight. At least 90 were injured."
    assert [claim.when and claim.when.start for claim in claims(extractor, text, "en")][-1] == date(2024, 11, 25)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("de", "Der Gouverneur des Gebiets Belgorod meldete neun Tote.", "Belgorod Oblast"),
        ("de", "Ein Sprecher des Gebiets Belgorod meldete neun Tote.", None),
        ("en", "Rockets fired from Lebanon injured nine farmers in northern Israel.", "Israel"),
        ("de", "Aus dem Libanon abgefeuerte Raketen verletzten neun Bauern.", None),
        ("en", "DAMASCUS -- Nine rebels died when a house collapsed in the city of Homs.", "Homs"),
        ("en", "DAMASCUS -- Nine rebels died when a house collapsed.", "Damascus"),
        ("de", "Am Dienstag brannte in Homs ein Haus. Nach Angaben der Armee starben dabei neun Bauern.", "Homs"),
    ],
)
def test_who_tells_of_it_and_whence_it_came(extractor: Extractor, language: str, text: str, place: str | None) -> None:
    (claim,) = claims(extractor, text, language)
    assert (claim.where.name if claim.where else None) == place
