from __future__ import annotations

from typing import Any

from tests.workbench.values import TEXT, article, findings
from ui.finder import Finder


class Recorder:
    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

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
    assert len(extractor.asked) == 2
    assert extractor.asked[0] == (
        TEXT,
        {"language": "de", "published": article().published, "title": article().title, "registers": None},
    )
