"""A copy is known by its words and its numbers; another report with the same standing paragraphs is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.likeness import MOST_WORDS, RUN, STRETCH, likeness, marks
from workbench.searching import fold

HEADLINE = "Schwere Gefechte am Fluss: mindestens 14 Soldaten tot"
LEAD = (
    "Bei Gefechten nahe der Brücke von Norddorf sind nach Angaben der Beobachter mindestens 14 Soldaten getötet worden."
)
NEWS = (
    "Weitere 23 Soldaten seien verletzt und in das Krankenhaus der Provinzhauptstadt gebracht worden, hieß es.",
    "Die Angreifer hätten am frühen Morgen drei Stellungen gleichzeitig mit Mörsern beschossen, sagte ein Sprecher.",
    "Auch sieben Zivilisten kamen ums Leben, als eine Granate den Markt des Ortes traf.",
    "Das Militär bestätigte den Angriff, nannte aber keine Zahlen und sprach von einer begrenzten Lage.",
    "Anwohner berichteten, dass der Strom seit der Nacht ausgefallen sei und die Bäckereien geschlossen blieben.",
    "Der Gouverneur rief die Menschen auf, in den Kellern zu bleiben, bis die Straße nach Süden wieder frei sei.",
)
BOILERPLATE = (
    "Der Krieg in dem Land hatte 2011 mit Protesten gegen die Regierung begonnen.",
    "Seither wurden nach Schätzung der UN mehr als 300.000 Menschen getötet und Millionen vertrieben.",
    "Die Angaben der Beobachter, die sich auf ein Netz von Informanten stützen, lassen sich nicht unabhängig prüfen.",
)
AGENCY = " ".join((HEADLINE, LEAD, *NEWS, *BOILERPLATE))

OTHER_DAY = (
    "Autobombe vor Kaserne: neun Tote",
    "Vor einer Kaserne in der Hafenstadt ist am Donnerstag ein mit Sprengstoff beladener Lastwagen explodiert.",
    "Dabei starben neun Rekruten, die gerade auf einen Bus warteten, und 31 Menschen wurden verletzt.",
    "Zu der Tat bekannte sich zunächst niemand, doch der Verdacht richtete sich gegen eine Gruppe aus dem Osten.",
    "Die Polizei sperrte das Viertel ab und suchte nach einem zweiten Wagen, den Zeugen gesehen haben wollen.",
)

FORM = (
    "Die Luftwaffe teilte mit, in der Nacht seien {0} Drohnen angeflogen, von denen {1} abgeschossen worden seien. "
    "Weitere {2} seien von den Radarschirmen verschwunden, ohne Schaden anzurichten. In drei Gebieten fielen Trümmer "
    "auf Wohnhäuser; nach Angaben der Behörden wurden dabei {3} Menschen verletzt. Alle Angaben sind vorläufig."
)


#: What cases hold of five words must never change by itself.
FIXED = -55746921374402572


def marked(text: str) -> set[int]:
    return set(marks(fold(text)))


def syndicated(headline: str, lead: str, body: Sequence[str] = (*NEWS, *BOILERPLATE)) -> str:
    return " ".join((headline, lead, *body))


def is_copy(text: str, original: str = AGENCY) -> bool:
    return bool(marked(text) & marked(original)) and likeness(text, original).is_copy


def test_the_same_text_is_a_copy() -> None:
    found = likeness(AGENCY, AGENCY)
    assert (found.share, found.times, found.new, found.changed) == (1.0, 1.0, 0, ())
    assert found.is_copy


def test_another_headline_a_changed_lead_and_cuts_leave_a_copy() -> None:
    lead = "Mindestens 14 Soldaten sind bei Kämpfen in der Nähe von Norddorf ums Leben gekommen, sagen Beobachter."
    assert is_copy(syndicated("Viele Tote bei Norddorf", lead))
    assert is_copy(syndicated("Viele Tote bei Norddorf", lead, NEWS))
    assert is_copy(syndicated("Viele Tote bei Norddorf", lead, NEWS[:4]))
    assert is_copy(syndicated("Viele Tote bei Norddorf", lead, (NEWS[0], NEWS[2], NEWS[3], BOILERPLATE[1])))


def test_signs_case_and_how_numbers_are_written_make_no_difference() -> None:
    told = (
        AGENCY.upper()
        .replace("300.000", "300 000".replace(" ", "\u202f"))
        .replace(", ", " – ")
        .replace("14", "vierzehn")
    )
    assert is_copy(told)


def test_two_reports_on_two_days_share_their_boilerplate_only() -> None:
    other = " ".join((*OTHER_DAY, *BOILERPLATE))
    assert marked(other) & marked(AGENCY)
    found = likeness(other, AGENCY)
    assert 0.3 < found.share < 0.55
    assert not found.is_copy


def test_boilerplate_that_outweighs_a_short_report_makes_no_copy_of_it() -> None:
    found = likeness(" ".join((*OTHER_DAY[1:3], *BOILERPLATE)), AGENCY)
    assert found.share > 0.55
    assert found.new == 2
    assert not found.is_copy


def test_the_same_form_filled_in_on_another_day_is_another_report() -> None:
    found = likeness(FORM.format(63, 41, 22, 5), FORM.format(87, 56, 31, 12))
    assert found.share > 0.5
    assert (63, 87) in found.changed
    assert not found.is_copy


def test_an_update_with_a_risen_toll_is_another_report() -> None:
    update = AGENCY.replace("23 Soldaten", "31 Soldaten")
    assert likeness(update, AGENCY).changed == ((31, 23),)
    assert not is_copy(update)
    assert not is_copy(AGENCY.replace("sieben Zivilisten", "neun Zivilisten"))


def test_a_changed_year_or_hour_changes_no_count() -> None:
    assert is_copy(f"Aktualisiert 14:35 Uhr. {AGENCY}", f"Aktualisiert 15:10 Uhr. {AGENCY}")
    assert is_copy(AGENCY.replace("2011", "2012"))


def test_a_long_report_that_quotes_another_is_no_copy_of_it() -> None:
    brief = " ".join(NEWS[:3])
    words = [f"wort{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200)]
    assert likeness(brief, f"{brief} {' '.join(words)}").is_copy
    assert not likeness(f"{brief} {' '.join(words)}", brief).is_copy


def test_without_numbers_the_words_must_be_nearly_all_the_same() -> None:
    told = " ".join((*NEWS[3:], *OTHER_DAY[3:]))
    assert likeness(told, " ".join(NEWS[3:])).share == 1.0
    mixed = " ".join((*NEWS[3:], OTHER_DAY[3]))
    others = " ".join(
        (*NEWS[3:], "Ein zweites Blatt schreibt dazu seinen eigenen Absatz und druckt ihn hier ans Ende.")
    )
    found = likeness(mixed, others)
    assert 0.55 < found.share < 0.9
    assert found.is_copy is (found.share >= 0.75)


@pytest.mark.parametrize("text", ["", "Drei Tote.", "— — —", "14 14 14"])
def test_what_says_next_to_nothing_is_no_copy(text: str) -> None:
    assert not likeness(text, AGENCY).is_copy
    assert not likeness(text, text).is_copy


def test_so_long_a_passage_in_common_always_shares_a_mark() -> None:
    before, after = "alpha beta gamma delta " * 9, "eins zwei drei vier fünf sechs " * 9
    passage = " ".join(AGENCY.split()[20 : 20 + RUN + STRETCH - 1])
    assert marked(before + passage) & marked(passage + " " + after)


def test_marks_are_few_the_same_everywhere_and_fit_the_case_file() -> None:
    found = marked(AGENCY)
    assert 4 < len(found) < len(AGENCY.split()) / 5
    assert found == marked(f"  {AGENCY}\n")
    assert len(marks(fold(AGENCY))) == len(found)
    assert all(-(2**63) <= mark < 2**63 for mark in found)
    assert marks("") == marks("so ein kurzer satz") == []
    assert marks("so ein kurzer satz hier") == [FIXED]


def test_a_book_is_looked_at_as_far_as_it_matters() -> None:
    start = " ".join(f"w{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(MOST_WORDS))
    assert marked(start) == marked(f"{start} {AGENCY}")


@given(st.lists(st.sampled_from(["drei", "Tote", "in", "der", "Stadt", "5", "12.000", "2011", "am"]), max_size=60))
def test_every_text_is_all_of_itself(words: list[str]) -> None:
    text = " ".join(words)
    found = likeness(text, text)
    assert found.share == (1.0 if len(text.split()) >= RUN else 0.0)
    assert (found.new, found.changed) == (0, ())
