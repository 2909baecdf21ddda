from __future__ import annotations

from tests.workbench.extraction.reads import PUBLISHED
from workbench.extraction.extractor import Extractor
from workbench.model.findings import Findings


def read(extractor: Extractor, text: str) -> Findings:
    return extractor.read(text, language="de", published=PUBLISHED)


def test_one_event_is_one_incident(extractor: Extractor) -> None:
    found = read(extractor, "Am Mittwoch starben in Homs neun Bauern. Vier Bauern wurden verletzt.")
    assert [i.title for i in found.incidents] == ["Homs, 2024-11-27"]
    assert [c.incident_id for c in found.claims] == [1, 1]


def test_another_day_is_another_incident(extractor: Extractor) -> None:
    found = read(extractor, "Am Mittwoch starben neun Bauern. Am Montag waren zwei Lehrer getötet worden.")
    assert [c.incident_id for c in found.claims] == [1, 2]


def test_another_town_is_another_incident(extractor: Extractor) -> None:
    found = read(extractor, "In Homs starben neun Bauern. In Hama starben zwei Lehrer.")
    assert [c.incident_id for c in found.claims] == [1, 2]


def test_a_running_toll_stands_apart_after_the_event(extractor: Extractor) -> None:
    found = read(extractor, "Seit 2011 starben 9000 Bauern. Am Mittwoch starben in Homs neun Bauern.")
    assert [c.incident_id for c in found.claims] == [2, 1]
    assert found.incidents[1].title.startswith("Running toll")
    assert found.incidents[1].clarity == 2


def test_linked_claims_stay_together(extractor: Extractor) -> None:
    found = read(extractor, "In Homs starben neun Bauern, darunter zwei Kinder in Hama.")
    assert {c.incident_id for c in found.claims} == {1}


def test_no_claims_no_incident(extractor: Extractor) -> None:
    assert read(extractor, "Es war ein ruhiger Tag in Homs.").incidents == ()


def test_a_headlines_country_gives_way_to_the_town_of_the_text(extractor: Extractor) -> None:
    found = read(extractor, "Syrien: Neun Tote bei Angriff\n\nAm Mittwoch starben in Homs neun Bauern.")
    assert [i.title for i in found.incidents] == ["Homs, 2024-11-27"]


def test_another_country_is_another_incident(extractor: Extractor) -> None:
    text = "In Homs starben neun Bauern. Bei dem Überfall auf Israel waren 40 Lehrer getötet worden."
    assert [i.title for i in read(extractor, text).incidents] == ["Homs", "Israel"]
    text = "In Israel starben neun Bauern, im Libanon kamen 40 Lehrer um."
    assert [i.title for i in read(extractor, text).incidents] == ["Israel", "Lebanon"]


def test_a_country_that_acts_is_no_other_incident(extractor: Extractor) -> None:
    found = read(extractor, "In Homs starben neun Bauern. Israel tötete auch vier Lehrer.")
    assert len(found.incidents) == 1


def test_a_town_elsewhere_does_not_take_the_first_province(extractor: Extractor) -> None:
    text = "In der Provinz Idlib starben neun Bauern. In Homs starben zwei Lehrer."
    assert [i.title for i in read(extractor, text).incidents] == ["Idlib Governorate", "Homs"]


def test_more_people_elsewhere_are_not_added(extractor: Extractor) -> None:
    text = "In Homs wurden sieben Bauern verletzt. In Hama starb ein Lehrer, vier weitere Bauern wurden verletzt."
    assert [c.incident_id for c in read(extractor, text).claims] == [1, 2, 2]


def test_another_week_is_another_incident(extractor: Extractor) -> None:
    text = "Am Mittwoch starben in Homs neun Bauern. In der vergangenen Woche waren dort zwei Lehrer getötet worden."
    assert len(read(extractor, text).incidents) == 2


def test_a_sentence_that_points_back_is_where_the_one_before_was(extractor: Extractor) -> None:
    text = "In Homs wurde eine Schule bombardiert. Dabei starben neun Bauern. In Hama starben vier Lehrer."
    assert [i.title for i in read(extractor, text).incidents] == ["Homs", "Ḩamāh"]


def test_a_full_total_takes_no_more_parts(extractor: Extractor) -> None:
    text = "Syrien: Elf Tote\n\nIn Homs starben neun Bauern und zwei Lehrer. In Hama fielen vier Soldaten."
    assert [len(claim.relations) for claim in read(extractor, text).claims][-1] == 0


def test_more_people_in_another_town_are_another_incident(extractor: Extractor) -> None:
    text = "In Homs wurden neun Bauern verletzt. In Hama wurden weitere vier Bauern verletzt."
    assert [c.incident_id for c in read(extractor, text).claims] == [1, 2]
