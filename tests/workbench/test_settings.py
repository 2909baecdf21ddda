from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.settings import THEMES, Settings, load, save

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
any_settings = st.builds(
    Settings,
    analyst=words,
    theme=st.sampled_from(THEMES),
    language=words,
    recent=st.lists(words, max_size=4).map(tuple),
    window=words,
    font_size=st.integers(-5, 30),
    pipelines=st.lists(words, max_size=2).map(tuple),
)
plain = st.none() | st.booleans() | st.integers() | words | st.lists(st.integers() | words, max_size=3)


@given(settings=any_settings)
def test_what_is_saved_comes_back(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("settings") / "deep" / "settings.json"
    save(settings, path)
    assert load(path) == settings
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'"text"', b"null"])
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    for number in (1, 2):
        path.write_bytes(content)
        assert load(path) == Settings()
        assert not path.exists()
        assert (tmp_path / f"settings.json.damaged-{number}").read_bytes() == content


@given(kept=st.dictionaries(st.sampled_from(["analyst", "theme", "recent", "window", "font_size", "newer"]), plain))
def test_what_another_version_wrote_is_taken_as_far_as_it_fits(
    kept: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    settings = load(path)
    assert settings.theme in THEMES
    assert isinstance(settings.analyst, str)
    assert all(isinstance(item, str) for item in settings.recent)
    assert not isinstance(settings.font_size, bool)
    assert path.exists()


def test_recent_files_are_unique_and_few() -> None:
    settings = Settings(recent=tuple(f"{n}.case" for n in range(10)))
    assert settings.with_recent("5.case")[:2] == ("5.case", "0.case")
    assert len(settings.with_recent("new.case")) == 10
    assert len(set(settings.with_recent("5.case"))) == 10


def test_a_place_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkbenchError, match="could not be saved"):
        save(Settings(), tmp_path / "file" / "settings.json")


def test_an_unreadable_file_gives_defaults(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    assert load(path) == Settings()
