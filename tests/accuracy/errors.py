"""The passages in which most went wrong: what was wanted beside what was found.

What is wrong in a passage is asked of the scorer, for that passage alone, with the answer that was kept of the run.
A stretch of passages without any wrong is asked about once, one with a wrong is halved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.accuracy.phrases import Judged
from tests.accuracy.scoring import Score, handing, score

#: The scorer's parts, and the file whose passages each of them reads.
PARTS = {"de": "bench_de", "hand": "bench_en_sides", "counts": "bench_en_counts", "muc": "bench_en_sides"}
WORST = 20
_SHOWN = 600
Passage = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A passage with how much is wrong in it; `said` is what the judge says."""

    weight: int
    name: str
    text: str
    said: str
    wanted: Sequence[str]
    found: Sequence[str]

    def lines(self) -> Iterator[str]:
        """Yield it as it is printed."""
        text = " ".join(self.text.split())
        yield f"{self.name} ({self.weight} wrong): {self.said}"
        yield f"  text    {text[:_SHOWN]}{' …' if len(text) > _SHOWN else ''}"
        yield f"  wanted  {'; '.join(self.wanted) or 'nothing'}"
        yield f"  found   {'; '.join(self.found) or 'nothing'}"


def of_phrases(judged: Sequence[Judged]) -> Iterator[Wrong]:
    """Yield the phrases in which a number or a field is wrong."""
    for each in judged:
        fields = [name for name, right in each.fields() if not right]
        if each.right:
            continue
        said = ", ".join((*(() if each.numbers_right else ("number and effect",)), *fields))
        wanted = [_told(claim) for claim in each.row["claims"]]
        found = [f"{c.effect.value} {c.quantity.low}–{c.quantity.high} {c.unit.value}" for c in each.found]
        weight = len(fields) + (not each.numbers_right)
        yield Wrong(weight, f"phrases {each.row['id']}", each.row["text"], said, wanted, found)


def of_benchmark(tool: Path, folder: Path, answers: Path, room: Path) -> Iterator[Wrong]:
    """Yield the passages of the benchmark in which something is wrong; `room` is for passing files on."""
    kept = {row["id"]: row for row in _rows(answers)}
    for part, file in PARTS.items():
        passages = [row for row in _rows(folder / f"{file}.jsonl") if row["id"] in kept and _is_of(part, row)]
        asked = _Asked(tool, room, handing(answers), part, file)
        yield from (_wrong(passage, scores, kept[passage["id"]]) for passage, scores in asked.wrong(passages))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The scorer, asked about some passages of one part."""

    tool: Path
    room: Path
    command: Sequence[str]
    part: str
    file: str

    def wrong(self, passages: Sequence[Passage]) -> Iterator[tuple[Passage, list[Score]]]:
        """Yield each passage with something wrong, and what the scorer says of it alone."""
        if not passages:
            return
        lines = (json.dumps(passage, ensure_ascii=False) for passage in passages)
        (self.room / f"{self.file}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        scores = score(self.tool, self.room, self.command, only=self.part)
        half = len(passages) // 2
        if not sum(each.wrong for each in scores):
            return
        if not half:
            yield passages[0], scores
            return
        yield from self.wrong(passages[:half])
        yield from self.wrong(passages[half:])


def _rows(path: Path) -> list[Passage]:
    """Return the rows of a file; none where it is not there. Only a line feed ends one: texts hold other breaks."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else ()
    return [json.loads(line) for line in lines if line.strip()]


def _is_of(part: str, row: Passage) -> bool:
    """Tell whether a passage of a shared file belongs to a part."""
    return row.get("kind") == {"hand": "hand_claims", "muc": "victim_groups"}.get(part, row.get("kind"))


def _wrong(passage: Passage, scores: Sequence[Score], answer: Mapping[str, Any]) -> Wrong:
    """Make the entry of one passage."""
    said = ", ".join(f"{each.name} {each.value:g}" for each in scores if each.wrong)
    wanted = [_told(claim) for claim in passage["claims"]] if "claims" in passage else [_killed(passage)]
    told = answer.get("claims", []) if "claims" in passage else answer.get("figures", [])
    return Wrong(
        sum(each.wrong for each in scores),
        passage["id"],
        passage["text"],
        said,
        wanted,
        [_told(claim, passage["text"]) for claim in told],
    )


def _killed(passage: Passage) -> str:
    return f"killed {passage['killed_low']}–{passage['killed_high']}"


def _told(claim: Mapping[str, Any], text: str = "") -> str:
    """Write a claim or a figure as its effect, its bounds and what else tells it from others."""
    parts = ("count_text", "category", "side", "attribution", "modifier", "relation", "epistemic")
    spoken = (claim[key] for key in parts if claim.get(key))
    more = (text[each["start"] : each["end"]] if isinstance(each, dict) else str(each) for each in spoken)
    bounds = claim.get("numbers") or [claim]
    numbers = " or ".join(f"{each.get('low')}–{each.get('high')}" for each in bounds)
    return f"{claim['effect']} {numbers} ({', '.join(more)})"


def worst(found: Sequence[Wrong]) -> list[Wrong]:
    """Return the worst of them, those with most wrong first."""
    return sorted(found, key=lambda each: (-each.weight, each.name))[:WORST]
