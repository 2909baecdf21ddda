"""A language is added by writing a lexicon: French with a few dozen words, and no code of its own."""

from __future__ import annotations

import ast
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.workbench.extraction.reads import PUBLISHED, short
from workbench import registers
from workbench.extraction import lexicon
from workbench.extraction.extractor import Extractor
from workbench.model.claim import Category, Claim, Epistemic, Modifier, RelationType
from workbench.reckoning import conventions

_LEXICON = Path(__file__).parent / "french" / "fr.json"


@pytest.fixture(scope="module")
def french(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """Read with the shipped resources and a French lexicon beside the German and the English one."""
    folder = tmp_path_factory.mktemp("resources")
    for part in ("registers", "gazetteer", "lexicon"):
        shutil.copytree(resources / part, folder / part)
    shutil.copy(_LEXICON, folder / "lexicon")
    known = registers.load(folder / "registers")
    return Extractor(known, folder, conventions.load(resources / "conventions" / "vague_numbers.tsv"))


def _read(french: Extractor, text: str) -> list[Claim]:
    return list(french.read(text, language="fr", published=PUBLISHED).claims)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Passives, one auxiliary shared by two participles, and a participle without one.
        ("Douze soldats ont été tués.", ["killed 12"]),
        (
            "Douze soldats ont été tués et trois civils blessés à Alep, selon l'OSDH.",
            ["killed 12", "wounded 3"],
        ),
        ("Un soldat a été tué et deux autres blessés.", ["killed 1", "wounded 2"]),
        # The active, with its object behind.
        ("L'armée a tué dix rebelles.", ["killed 10"]),
        # Verbs whose subject it happens to.
        ("Quatre-vingt-dix rebelles sont décédés.", ["killed 90"]),
        # Casualty nouns, after a verb of existence and after a toll.
        ("L’attaque a fait 14 morts et 30 blessés.", ["killed 14", "wounded 30"]),
        ("Le bilan est passé à 45 morts.", ["killed 45"]),
        # Modifiers, vague numbers, none.
        ("Au moins 37 soldats du gouvernement ont été tués.", ["killed 37-"]),
        ("Plus de 200 personnes ont été blessées.", ["wounded 201-"]),
        ("Des dizaines de personnes ont été tuées.", ["killed 24-99"]),
        ("Aucun civil n'a été tué.", ["killed 0"]),
        # Parts of a whole, behind the verb and inside the phrase.
        ("Au moins 37 soldats ont été tués, dont quatre officiers.", ["killed 37-", "killed 4"]),
        ("Cinq civils, dont trois soldats, ont été tués.", ["killed 5", "killed 3"]),
        # Numbers that count nobody.
        ("La route est longue de vingt kilomètres.", []),
        ("Un homme de 45 ans a signé deux accords.", []),
        ("Les deux pays ont signé un accord en 2015.", []),
    ],
)
def test_claims_are_read(french: Extractor, text: str, told: list[str]) -> None:
    assert [short(claim) for claim in _read(french, text)] == told


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Douze soldats ont été tués.", [("soldats", Category.COMBATANT_STATE)]),
        (
            "Au moins 37 soldats du gouvernement ont été tués, dont quatre officiers.",
            [("soldats du gouvernement", Category.COMBATANT_STATE), ("officiers", Category.OFFICER)],
        ),
        ("L'armée a tué dix rebelles.", [("rebelles", Category.COMBATANT_NONSTATE)]),
        ("Aucun civil n'a été tué.", [("civil", Category.CIVILIAN)]),
        (
            "Un soldat a été tué et deux autres blessés.",
            [("soldat", Category.COMBATANT_STATE), ("soldat", Category.COMBATANT_STATE)],
        ),
    ],
)
def test_victims_are_named_and_sorted(french: Extractor, text: str, victims: list[tuple[str, Category]]) -> None:
    assert [(claim.victims_text, claim.category) for claim in _read(french, text)] == victims


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Douze soldats ont été tués à Alep, selon l'OSDH.", "l'OSDH"),
        ("Selon la police, vingt personnes ont été blessées.", "la police"),
        ("D'après le ministère, vingt personnes ont été blessées.", "le ministère"),
        ("D’après l’armée, vingt personnes ont été blessées.", "l’armée"),
        ("Un soldat a été tué, a déclaré le ministère.", "le ministère"),
        ("Vingt personnes ont été blessées.", ""),
    ],
)
def test_sources_are_named(french: Extractor, text: str, source: str) -> None:
    (claim,) = _read(french, text)
    assert claim.attribution_text == source
    assert claim.epistemic is (Epistemic.ATTRIBUTED if source else Epistemic.OWN_VOICE)


def test_modifiers_are_read(french: Extractor) -> None:
    least, none = _read(french, "Au moins neuf soldats ont été tués. Aucun civil n'a été tué.")
    assert least.number_text == "Au moins neuf"
    assert least.quantity.modifier is Modifier.AT_LEAST
    assert none.quantity.modifier is Modifier.NEGATED


def test_a_part_is_linked_to_its_whole(french: Extractor) -> None:
    whole, part = _read(french, "Douze soldats ont été tués, dont quatre officiers.")
    assert part.related(RelationType.SUBSET_OF) == (whole.id,)


def test_a_toll_takes_the_place_of_the_one_before(french: Extractor) -> None:
    first, second = _read(french, "Douze personnes ont été tuées. Le bilan est passé à 45 morts.")
    assert second.related(RelationType.SUPERSEDES) == (first.id,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Douze soldats ont été tués mercredi à Alep.", date(2024, 11, 27)),
        ("Douze soldats ont été tués hier.", date(2024, 11, 27)),
        ("Le 26 novembre, douze soldats ont été tués.", date(2024, 11, 26)),
    ],
)
def test_days_are_settled(french: Extractor, text: str, day: date) -> None:
    (claim,) = _read(french, text)
    assert claim.when is not None
    assert (claim.when.start, claim.when.end, short(claim)) == (day, day, "killed 12")


def test_what_is_only_possible_is_told_apart(french: Extractor) -> None:
    (claim,) = _read(french, "Vingt personnes pourraient être tuées, selon la police.")
    assert claim.epistemic is Epistemic.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "words", "who", "inferred"),
    [
        ("Le Hezbollah a attaqué. Le groupe a perdu dix soldats.", "groupe", "hezbollah", True),
        ("Le gouvernement du président Jean Exemple a menti.", "Jean Exemple", "", False),
        ("Le président Conseil national a menti.", "", "", False),
    ],
)
def test_names_are_built_with_the_words_of_the_lexicon(
    french: Extractor, text: str, words: str, who: str, inferred: bool
) -> None:
    mentions = french.read(text, language="fr", published=PUBLISHED).mentions
    found = [(m.text, m.actor or "", m.inferred) for m in mentions if m.text not in ("Hezbollah", "dix")]
    assert found == ([(words, who, inferred)] if words else [])


def test_german_and_english_are_read_as_before(french: Extractor) -> None:
    assert [short(c) for c in french.read("Zwölf Soldaten wurden getötet.", language="de").claims] == ["killed 12"]
    assert [short(c) for c in french.read("Twelve soldiers were killed.", language="en").claims] == ["killed 12"]


#: Names and dates hold German and English forms side by side: they are looked for in every text.
_BY_FORM = ("names", "dates", "places")
_LAYERS = [path for path in sorted(Path(lexicon.__file__).parent.glob("*.py")) if not path.name.startswith(_BY_FORM)]


_WORD = re.compile(r"[\w.]*words\.(?:at\(|lower\[)")


#: What looks at the letters of a word.
_CUTTING = ("endswith", "startswith", "removesuffix", "removeprefix", "replace")


def _words_asked_for(code: str) -> list[str]:
    """Return where a text's words are compared with words, or cut at letters, that stand in the code."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare) and _WORD.match(ast.unparse(node.left)):
            literal = (
                part for part in node.comparators if isinstance(part, (ast.Constant, ast.Tuple, ast.List, ast.Set))
            )
            if any(re.search(r"[^\W\d_]", ast.unparse(part)) for part in literal):
                found.append(ast.unparse(node))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CUTTING:
            said = (part.value for each in node.args for part in ast.walk(each) if isinstance(part, ast.Constant))
            if any(re.search(r"[^\W\d_]", str(part)) for part in said):
                found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("path", _LAYERS, ids=lambda path: path.stem)
def test_no_layer_asks_for_a_word_that_stands_in_no_lexicon(path: Path) -> None:
    assert _words_asked_for(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('words.at(i) == "von"', 1),
        ('sentence.words.lower[k] in ("of", "mit")', 1),
        ('words.at(i).endswith(("n", "s"))', 1),
        ('word.replace("dreissig", "dreißig")', 1),
        ("word.endswith(self._endings)", 0),
        ('words.at(i) == ","', 0),
        ("words.at(i) in self._links", 0),
    ],
)
def test_words_in_code_are_found(code: str, count: int) -> None:
    assert len(_words_asked_for(code)) == count
