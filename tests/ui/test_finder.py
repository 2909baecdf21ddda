from __future__ import annotations

from typing import Any

from tests.workbench.values import TEXT, article, findings
from ui.finder import Finder


class Recorder:
    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def warm_up(self) -> None:
        self.asked.append(("", {}))

    def read(self, text: str, **known: Any) -> object:
        self.asked.append((text, known))
        return findings()


def test_the_extractor_is_made_at_the_first_article_and_only_then() -> None:
    made: list[Recorder] = []

    def make() -> Any:
        made.append(Recorder())
        return made[-1]

    finder = Finder(make)
    assert not made
    assert finder(article(), TEXT) == findings()
    finder(article(), TEXT)
    finder.warm_up()
    (extractor,) = made
    assert [text for text, _ in extractor.asked] == [TEXT, TEXT, ""]
    assert extractor.asked[0] == (
        TEXT,
        {"language": "de", "published": article().published, "title": article().title, "registers": None},
    )


def test_a_renewed_finder_makes_its_extractor_anew() -> None:
    made: list[Recorder] = []

    def make() -> Any:
        made.append(Recorder())
        return made[-1]

    finder = Finder(make)
    finder.warm_up()
    finder.renew()
    assert len(made) == 1
    finder(article(), TEXT)
    assert [len(extractor.asked) for extractor in made] == [1, 1]
