"""Trained pipelines, whole and broken: what is loaded, and in what words the rest is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed

from workbench.errors import BadResource
from workbench.extraction.extractor import Extractor
from workbench.extraction.trained import load, load_installed, load_shipped
from workbench.model.mention import Label
from workbench.reckoning.conventions import Conventions
from workbench.registers import Registers

TEXT = "Bei Homs wurden am Montag neun Soldaten getötet. Das sagte Wrobel."
RULES_ALONE = "Names are found by the registers and rules alone until the program is installed again."


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Train, on a few sentences, a pipeline that takes Wrobel for a person."""
    folder = tmp_path_factory.mktemp("resources")
    (folder / "pipelines").mkdir()
    fix_random_seed(0)
    nlp = spacy.blank("de")
    nlp.add_pipe("ner").add_label("PER")  # type: ignore[attr-defined] # a component's own method
    texts = ("Wrobel kam.", "Gestern kam Wrobel.", *(f"{part}." for part in TEXT.split(".")[:2]))
    at = [(text.find("Wrobel"), text.find("Wrobel") + 6) for text in texts]
    marked = [[(*span, "PER")] if span[0] >= 0 else [] for span in at]
    pairs = zip(texts, marked, strict=True)
    examples = [Example.from_dict(nlp.make_doc(text), {"entities": named}) for text, named in pairs]
    nlp.initialize(lambda: examples)
    for _ in range(60):
        nlp.update(examples)
    nlp.meta["performance"] = {"ents_per_type": {"PER": {"p": 0.75, "r": 0.5, "f": 0.6}}}
    nlp.to_disk(folder / "pipelines" / "de")
    return folder


@pytest.fixture
def copied(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "resources")
    return tmp_path / "resources"


def change(resources: Path, **values: Any) -> None:
    path = resources / "pipelines" / "de" / "meta.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")


def refusal(resources: Path) -> str:
    with pytest.raises(BadResource) as caught:
        load_shipped("de", resources)
    sentence = str(caught.value)
    assert sentence.startswith(f"The trained pipeline de in {resources / 'pipelines'} cannot be used: ")
    assert sentence.endswith(f". {RULES_ALONE}")
    return sentence.partition("used: ")[2].removesuffix(f". {RULES_ALONE}")


def test_a_whole_pipeline_is_loaded_with_what_it_says_of_itself(made: Path) -> None:
    found = load_shipped("de", made)
    assert found.precision == {"PER": 0.75}
    words = Doc(found.nlp.vocab, words=["Gestern", "kam", "Wrobel", "."])
    assert [ent.text for ent in found.nlp(words).ents] == ["Wrobel"]


def test_of_a_larger_pipeline_only_what_finds_names_is_loaded(made: Path, tmp_path: Path) -> None:
    nlp = spacy.load(made / "pipelines" / "de")
    nlp.add_pipe("sentencizer", first=True)
    (tmp_path / "pipelines").mkdir()
    nlp.to_disk(tmp_path / "pipelines" / "de")
    assert load_shipped("de", tmp_path).nlp.pipe_names == ["ner"]


def test_a_missing_folder_is_a_sentence(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "meta.json is missing"


@pytest.mark.parametrize("file", ["config.cfg", "ner/model", "ner/moves", "ner/cfg", "vocab/strings.json"])
def test_a_missing_file_is_a_sentence(file: str, copied: Path) -> None:
    (copied / "pipelines" / "de" / file).unlink()
    assert refusal(copied)


@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.6])
@pytest.mark.parametrize("file", ["meta.json", "config.cfg", "ner/model", "ner/moves", "ner/cfg", "vocab/strings.json"])
def test_a_truncated_file_is_a_sentence(file: str, share: float, copied: Path) -> None:
    path = copied / "pipelines" / "de" / file
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "\n" not in refusal(copied)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"spacy_version": ">=2.3.0,<2.4.0"}, "it was made for spaCy >=2.3.0,<2.4.0, and this is "),
        ({"spacy_version": ""}, "it was made for spaCy of no version, and this is "),
        ({"lang": "fr"}, "it reads fr and not de"),
        ({"pipeline": ["tagger"]}, "it finds no names"),
        ({"pipeline": None}, ""),
        ({"performance": {"ents_per_type": {"PER": None}}}, ""),
    ],
)
def test_another_version_language_or_purpose_is_a_sentence(values: dict[str, Any], why: str, copied: Path) -> None:
    change(copied, **values)
    assert refusal(copied).startswith(why)


def test_a_configuration_of_something_else_is_a_sentence(copied: Path) -> None:
    (copied / "pipelines" / "de" / "config.cfg").write_text('[nlp]\nlang = "de"\npipeline = ["ner"]\n', "utf-8")
    assert refusal(copied)


def test_a_pipeline_that_is_not_installed_is_a_sentence() -> None:
    with pytest.raises(BadResource, match=r"The pipeline de_none_sm is not installed\. The one that ships is used"):
        load_installed("de_none_sm", "de")


def package(made: Path, folder: Path, name: str) -> None:
    """Install a pipeline the way spaCy's own are: a package that holds a folder with its version."""
    inside = folder / name / f"{name}-1.0.0"
    shutil.copytree(made / "pipelines" / "de", inside)
    (folder / name / "__init__.py").write_text("raise SystemExit('a package need not be run')", "utf-8")


def test_an_installed_pipeline_is_used_where_it_is_chosen(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(made, tmp_path, "de_own_sm")
    monkeypatch.syspath_prepend(tmp_path)
    told: list[str] = []
    found = load("de", tmp_path, ["en_other_sm", "de_own_sm"], told.append)
    assert found is not None
    assert found.nlp.meta["name"] == spacy.load(made / "pipelines" / "de").meta["name"]
    assert told == []


def test_what_cannot_be_used_is_told_and_the_shipped_one_takes_its_place(made: Path, tmp_path: Path) -> None:
    told: list[str] = []
    assert load("de", made, ["de_none_sm"], told.append) is not None
    assert load("de", tmp_path, ["de_none_sm"], told.append) is None
    assert [sentence.split()[2] for sentence in told] == ["de_none_sm", "de_none_sm", "pipeline"]


def test_a_language_without_a_pipeline_is_read_without_a_word(tmp_path: Path) -> None:
    told: list[str] = []
    assert load("fr", tmp_path, (), told.append) is None
    assert told == []


def test_articles_are_read_with_and_without_a_pipeline(
    made: Path, resources: Path, tmp_path: Path, known: Registers, table: Conventions
) -> None:
    told: list[str] = []
    found = {}
    for name, pipelines in (("with", made / "pipelines"), ("without", None)):
        folder = tmp_path / name
        shutil.copytree(resources, folder, ignore=shutil.ignore_patterns("pipelines", "sample"))
        if pipelines is not None:
            shutil.copytree(pipelines, folder / "pipelines")
        extractor = Extractor(known, folder, table, tell=told.append)
        found[name] = [extractor.read(TEXT, language="de") for _ in range(2)][-1]
    assert [claim.number_text for claim in found["with"].claims] == ["neun"]
    assert found["with"].claims == found["without"].claims
    (new,) = set(found["with"].mentions) - set(found["without"].mentions)
    assert (new.text, new.label, new.confidence) == ("Wrobel", Label.PERSON, 0.75)
    assert [sentence.endswith(RULES_ALONE) for sentence in told] == [True]
