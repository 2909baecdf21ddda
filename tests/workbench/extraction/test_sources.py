from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor


@pytest.mark.parametrize(
    ("text", "origin", "relay"),
    [
        ("Laut der Syrischen Beobachtungsstelle für Menschenrechte starben neun Bauern.", "sohr", None),
        (
            "Aktivisten, die mit der Beobachtungsstelle arbeiten, sagten, neun Bauern seien getötet worden.",
            "sohr",
            None,
        ),
        ("Zeugen sagten, neun Bauern seien getötet worden.", "witness", None),
        ("Neun Bauern seien getötet worden, meldete die Nachrichtenagentur Reuters.", "reuters", None),
        ("Die Hisbollah teilte mit, neun Soldaten seien getötet worden.", "hezbollah", None),
        ("Die Hisbollah tötete nach eigenen Angaben neun Soldaten.", "hezbollah", None),
        ("Laut SOHR starben neun Bauern, berichtet die Nachrichtenagentur Reuters.", "sohr", "reuters"),
        ("Neun Bauern wurden getötet.", None, None),
        ("Die von Saudi-Arabien geführte Koalition erklärte, sie habe neun Männer getötet.", "sa_coalition", None),
        (
            "Die Koalition unter Führung Saudi-Arabiens griff an. Die Militärkoalition sprach von neun Toten.",
            "sa_coalition",
            None,
        ),
        (
            "Die Behörde, die von den Huthi geführt wird, berichtete, neun Bauern seien getötet worden.",
            "official",
            None,
        ),
    ],
)
def test_origin_and_relay(extractor: Extractor, text: str, origin: str | None, relay: str | None) -> None:
    assert [(claim.origin, claim.relay) for claim in claims(extractor, text)] == [(origin, relay)]


def test_own_figures_are_the_subjects(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Die Hisbollah tötete nach eigenen Angaben neun Soldaten.")
    assert claim.attribution_text == "Hisbollah"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (
            "The Houthi-run health ministry met. The ministry, which the Houthis run, had said nine farmers died.",
            "ye_moh",
        ),
        ("The coalition led by Saudi Arabia repeated that nine farmers were killed.", "sa_coalition"),
        ("The Houthis, who run the ministry, said that nine soldiers were killed.", "ye_houthi"),
    ],
)
def test_a_clause_on_the_source_does_not_speak(extractor: Extractor, text: str, origin: str) -> None:
    assert [claim.origin for claim in claims(extractor, text, "en")] == [origin]


@pytest.mark.parametrize(
    ("language", "text", "origin"),
    [
        ("de", "Moskau meldete den Tod von neun Bauern.", "gov_ru"),
        ("de", "Nach Angaben aus Kiew starben neun Bauern.", "gov_ua"),
        ("de", "Laut Islamabad starben neun Bauern.", "gov_pk"),
        ("de", "Die Türkei teilte mit, neun Bauern seien getötet worden.", "gov_tr"),
        ("de", "Die russische Regierung meldete den Tod von neun Bauern.", "gov_ru"),
        ("de", "Russische Behörden meldeten den Tod von neun Bauern.", "gov_ru"),
        ("de", "Die Regierung in Moskau sprach von neun getöteten Bauern.", "gov_ru"),
        ("de", "Ärzte in Moskau meldeten den Tod von neun Bauern.", None),
        ("en", "Israel said nine farmers were killed.", "gov_il"),
        ("en", "According to Kyiv, nine farmers were killed.", "gov_ua"),
        ("en", "The Turkish government said nine farmers were killed.", "gov_tr"),
        ("en", "Kyiv's air force said nine farmers were killed.", "ua_air_force"),
        ("en", "Nine farmers were killed near Moscow, residents said.", None),
    ],
)
def test_a_government_speaks_where_its_country_or_capital_does(
    extractor: Extractor, language: str, text: str, origin: str | None
) -> None:
    assert [claim.origin for claim in claims(extractor, text, language)] == [origin]


def test_fighters_who_are_only_meant_speak_too(extractor: Extractor) -> None:
    text = "Die Al-Schabaab griff an. Die Islamisten behaupteten, neun Soldaten getötet zu haben."
    assert [claim.origin for claim in claims(extractor, text)] == ["so_shabaab"]


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Die RSF nannte neun Tote. Nach Armeeangaben starben acht Kämpfer der RSF. Die Armee feierte.", "sd_saf"),
        ("Die ukrainische Armee nannte neun Tote. Behördenangaben zufolge starben acht Bauern.", None),
        ("Die RSF nannte neun Tote. Nach Militärangaben starben acht Bauern.", None),
        ("Die RSF nannte neun Tote. Nach Angaben starben acht Bauern.", "sd_rsf"),
    ],
)
def test_a_compound_names_its_own_source(extractor: Extractor, text: str, origins: str | None) -> None:
    assert claims(extractor, text)[-1].origin == origins


def test_a_compound_repeats_the_ministry_that_was_heard(extractor: Extractor) -> None:
    text = "Das Gesundheitsministerium in Gaza nannte neun Tote. Nach Ministeriumsangaben starben weitere acht Bauern."
    assert [claim.origin for claim in claims(extractor, text)] == ["gaza_moh", "gaza_moh"]


@pytest.mark.parametrize(
    ("language", "text", "origin"),
    [
        ("de", "Israel tötete nach eigenen Angaben neun Kämpfer der Hisbollah.", "gov_il"),
        ("de", "In Israel hat die Hisbollah nach eigenen Angaben neun Soldaten getötet.", "hezbollah"),
        ("en", "Russia lost nine soldiers by its own account.", "gov_ru"),
    ],
)
def test_own_figures_are_whose_the_sentence_begins_with(
    extractor: Extractor, language: str, text: str, origin: str
) -> None:
    assert [claim.origin for claim in claims(extractor, text, language)] == [origin]
