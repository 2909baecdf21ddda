from __future__ import annotations

import pytest

from tests.workbench.extraction.reads import claims
from workbench.extraction.extractor import Extractor
from workbench.extraction.status import quoted_tokens
from workbench.model.claim import Epistemic, Scope


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Neun Bauern wurden getötet.", Epistemic.OWN_VOICE),
        ("Laut Polizei wurden neun Bauern getötet.", Epistemic.ATTRIBUTED),
        ("Neun Bauern seien getötet worden.", Epistemic.ATTRIBUTED),
        ("„Neun Bauern wurden getötet“, sagte der Arzt.", Epistemic.QUOTED),
        ("Die Miliz soll neun Bauern getötet haben.", Epistemic.ALLEGED),
        ("Die Miliz will neun Soldaten getötet haben.", Epistemic.SELF_CLAIM),
        ("Das Ministerium wollte neun Soldaten vernichtet haben.", Epistemic.SELF_CLAIM),
        ("Angeblich wurden neun Bauern getötet.", Epistemic.ALLEGED),
        ("Berichten zufolge wurden neun Bauern getötet.", Epistemic.ALLEGED),
        ("Die Armee bestritt, dass neun Bauern getötet wurden.", Epistemic.DENIED),
        ("Neun Bauern könnten getötet werden.", Epistemic.HYPOTHETICAL),
        ("Die Polizei befürchtet neun Tote.", Epistemic.HYPOTHETICAL),
        ("Die Zahl der Toten liegt bei neun, man befürchtet mehr.", Epistemic.OWN_VOICE),
        ("Der Führer drohte, neun Bauern hinrichten zu lassen.", Epistemic.THREAT),
    ],
)
def test_german_status(extractor: Extractor, text: str, status: Epistemic) -> None:
    assert [claim.epistemic for claim in claims(extractor, text)] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nine farmers were killed.", Epistemic.OWN_VOICE),
        ("The police said nine farmers were killed.", Epistemic.ATTRIBUTED),
        ("The militia allegedly executed nine farmers.", Epistemic.ALLEGED),
        ("The army denied that nine farmers were killed.", Epistemic.DENIED),
        ("Nine farmers could die.", Epistemic.HYPOTHETICAL),
        ("The chief threatened to execute nine farmers.", Epistemic.THREAT),
        ("Nine farmers may have died.", Epistemic.HYPOTHETICAL),
        ("Shells on 26 May killed nine farmers.", Epistemic.OWN_VOICE),
        ("The police killed nine farmers before they could flee.", Epistemic.OWN_VOICE),
        ("A mob killed nine farmers who might be spies.", Epistemic.OWN_VOICE),
    ],
)
def test_english_status(extractor: Extractor, text: str, status: Epistemic) -> None:
    assert [claim.epistemic for claim in claims(extractor, text, "en")] == [status]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Am Mittwoch wurden neun Bauern getötet.", Scope.EVENT),
        ("Seit 2011 wurden 9000 Bauern getötet.", Scope.CUMULATIVE),
        ("Seit Kriegsbeginn wurden 9000 Bauern getötet.", Scope.CUMULATIVE),
        ("2013 wurden bei einem Anschlag neun Bauern getötet.", Scope.BACKGROUND),
        ("Im Zweiten Weltkrieg starben dort 9000 Bauern.", Scope.BACKGROUND),
        ("Vor zehn Jahren starben dort neun Bauern.", Scope.BACKGROUND),
        ("Die vor zehn Jahren gegründete Miliz tötete neun Soldaten.", Scope.EVENT),
    ],
)
def test_scope(extractor: Extractor, text: str, scope: Scope) -> None:
    assert [claim.scope for claim in claims(extractor, text)] == [scope]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Im Juni waren dort bei einem Angriff auf eine Schule neun Bauern getötet worden.", Scope.BACKGROUND),
        ("Im Mai 2023 hatten Milizen ein Lager überfallen und neun Soldaten getötet.", Scope.BACKGROUND),
        ("Am Dienstag waren dort bereits neun Bauern getötet worden.", Scope.EVENT),
        ("Neun Bauern waren getötet worden, teilte die Polizei mit.", Scope.EVENT),
        ("Im Juni wurden dort neun Bauern getötet.", Scope.EVENT),
    ],
)
def test_what_had_happened_long_before_is_background(extractor: Extractor, text: str, scope: Scope) -> None:
    assert [claim.scope for claim in claims(extractor, text)] == [scope]


def test_an_attack_that_a_war_followed_is_background(extractor: Extractor) -> None:
    text = "The war followed an attack in which gunmen killed nine farmers and took 12 hostages."
    assert {c.scope for c in claims(extractor, text, "en")} == {Scope.BACKGROUND}


def test_a_year_of_the_article_is_no_background(extractor: Extractor) -> None:
    assert [c.scope for c in claims(extractor, "Am 27. November 2024 wurden neun Bauern getötet.")] == [Scope.EVENT]


def test_quotations_end_with_their_line() -> None:
    texts = ["„", "a", "“", "b", "„", "c", "\n", "d"]
    assert quoted_tokens(texts, frozenset({7})) == [True, True, False, False, True, True, True, False]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Die Helfer befürchten, dass neun Bauern getötet wurden.", Epistemic.HYPOTHETICAL),
        ("Die Helfer befürchten Schlimmes, neun Bauern wurden getötet.", Epistemic.OWN_VOICE),
        ("Die Helfer warnten, dass bis zu neun Bauern sterben.", Epistemic.HYPOTHETICAL),
    ],
)
def test_what_is_feared_in_a_clause_of_its_own(extractor: Extractor, text: str, status: Epistemic) -> None:
    assert [claim.epistemic for claim in claims(extractor, text)] == [status]


def test_who_claims_its_own_deed_is_the_source(extractor: Extractor) -> None:
    (claim,) = claims(extractor, "Die Taliban wollen neun Soldaten getötet haben, was die Regierung dementierte.")
    assert claim.attribution_text == "Taliban"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sollten sich die Berichte bestätigen, wären neun Bauern getötet worden.", Epistemic.HYPOTHETICAL),
        ("Beinahe wären neun Bauern getötet worden.", Epistemic.HYPOTHETICAL),
        ("Der Arzt sagte, es hätte neun Tote geben können.", Epistemic.HYPOTHETICAL),
        ("Der Arzt sagte, neun Bauern hätten ihr Leben verloren.", Epistemic.ATTRIBUTED),
        ("Die Meldung, dass neun Bauern getötet wurden, ist frei erfunden.", Epistemic.DENIED),
        ("Die Behauptung, neun Bauern seien tot, sei falsch, sagte der Arzt.", Epistemic.DENIED),
        ("Neun Bauern wurden getötet, die Frist war falsch berechnet.", Epistemic.OWN_VOICE),
    ],
)
def test_what_is_supposed_or_refuted(extractor: Extractor, text: str, status: Epistemic) -> None:
    assert [claim.epistemic for claim in claims(extractor, text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Neun Geiseln würden sterben, drohte der Führer.",
        "Der Arzt sagte, neun Bauern werden sterben.",
        "Ohne Hilfe werden neun Bauern sterben.",
    ],
)
def test_the_future_is_only_possible(extractor: Extractor, text: str) -> None:
    assert [claim.epistemic for claim in claims(extractor, text)] == [Epistemic.HYPOTHETICAL]


def test_hearsay_of_a_part_is_not_of_its_whole(extractor: Extractor) -> None:
    text = "58 Geiseln befinden sich noch in der Gewalt der Gruppe, davon sollen 20 am Leben sein."
    assert [claim.epistemic for claim in claims(extractor, text)] == [Epistemic.OWN_VOICE, Epistemic.ALLEGED]


def test_a_running_toll_may_begin_its_sentence(extractor: Extractor) -> None:
    found = claims(extractor, "Since October 2023, 9,000 farmers have been killed in Gaza.", "en")
    assert [claim.scope for claim in found] == [Scope.CUMULATIVE]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The 1988 Halabja Survivors' Union said nine farmers were killed.", Scope.EVENT),
        ("In 1988 doctors said nine farmers were killed.", Scope.BACKGROUND),
        ("The 1988 Halabja attack killed nine farmers.", Scope.BACKGROUND),
    ],
)
def test_a_year_in_the_name_of_a_source_is_no_date(extractor: Extractor, text: str, scope: Scope) -> None:
    assert [claim.scope for claim in claims(extractor, text, "en")] == [scope]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Reports that nine farmers were killed could not be independently verified."),
        ("en", "Nine farmers were killed, but there was no independent confirmation."),
        ("de", "Neun Bauern wurden getötet; unabhängig ließ sich das nicht überprüfen."),
        ("de", "Neun Bauern wurden getötet, die Angabe wurde nicht verifiziert."),
    ],
)
def test_what_nobody_could_check_is_unconfirmed(extractor: Extractor, language: str, text: str) -> None:
    assert [claim.epistemic for claim in claims(extractor, text, language)] == [Epistemic.UNCONFIRMED]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Bislang sind neun Tote geborgen worden.", Scope.EVENT),
        ("In dem Krieg sind bislang 9.000 Bauern getötet worden.", Scope.CUMULATIVE),
        ("Es war der blutigste Angriff seit 2011, als 70 Bauern getötet wurden.", Scope.BACKGROUND),
        ("Neun Bauern starben bei dem blutigsten Angriff seit 2011.", Scope.EVENT),
    ],
)
def test_what_so_far_and_since_say(extractor: Extractor, text: str, scope: Scope) -> None:
    assert {claim.scope for claim in claims(extractor, text)} == {scope}


@pytest.mark.parametrize(
    ("text", "epistemic"),
    [
        ("Nine farmers abducted in May were found dead.", Epistemic.OWN_VOICE),
        ("Nine farmers may have been killed.", Epistemic.HYPOTHETICAL),
        ("Officials: Nine Farmers May Have Been Killed", Epistemic.HYPOTHETICAL),
    ],
)
def test_a_month_leaves_nothing_open(extractor: Extractor, text: str, epistemic: Epistemic) -> None:
    assert {claim.epistemic for claim in claims(extractor, text, "en")} == {epistemic}
