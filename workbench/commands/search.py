"""``search``: what holds words, in a case."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from workbench import days
from workbench.commands.saying import hand_out, say
from workbench.model.article import ReviewState
from workbench.model.search import Found, Hit, Passage, Place, Sought
from workbench.wording import article_words


def _days(param: click.Parameter, value: str | None) -> tuple[date, date] | None:
    """Return the first and the last day of what was typed; a usage error where it is no day."""
    found = days.typed(value) if value is not None else None
    if value is not None and found is None:
        raise click.BadParameter(f"“{value}” is no day, month or year. Write 2024-11-28, 2024-11 or 2024.", param=param)
    return found


def _first(_: click.Context, param: click.Parameter, value: str | None) -> date | None:
    found = _days(param, value)
    return found[0] if found else None


def _last(_: click.Context, param: click.Parameter, value: str | None) -> date | None:
    found = _days(param, value)
    return found[1] if found else None


@click.command(short_help="Find words in the articles, claims and notes of a case.")
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("words", nargs=-1)
@click.option("--since", callback=_first, metavar="DAY", help="Published on this day, month or year, or later.")
@click.option("--until", callback=_last, metavar="DAY", help="Published on this day, month or year, or before.")
@click.option("--outlet", default="", help="Published there.")
@click.option("--language", default="", help="Written in it: de, en.")
@click.option("--state", type=click.Choice([state.value for state in ReviewState]), help="How far its review is.")
@click.option("--actor", default="", metavar="ID", help="Naming this actor, or with claims of it.")
@click.option("--side", default="", metavar="ID", help="With claims of this side.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON line for each.")
def search(case: Path, words: Sequence[str], state: str | None, *, as_json: bool, **narrowed: Any) -> None:
    """Print what in CASE holds all of WORDS: articles, the best first, then claims and notes.

    Muenchen finds München; the last word may be a beginning; words in quotation marks stand next to one another.
    Without WORDS the articles that the options name are printed. The exit code is 1 where nothing is found.
    """
    from workbench.commands.opening import looked_at

    wanted = Sought(" ".join(words), state=ReviewState(state) if state else None, **narrowed)
    if wanted.is_empty:
        raise click.UsageError("Say what to look for: words, or one of the options.")
    with looked_at(case) as held:
        found = held.search(wanted)
    for hit in found.hits:
        if as_json:
            hand_out(json.dumps(_plain(hit), ensure_ascii=False))
        else:
            for line in _said(hit):
                say(line)
    if not as_json:
        say(counted(found), err=True)
    click.get_current_context().exit(0 if found.hits else 1)


def counted(found: Found) -> str:
    """Say how much there is, and that not all of it is shown."""
    least = "more than " if found.articles > found.most else ""
    number = min(found.articles, found.most)
    shown = sum(hit.place is Place.ARTICLE for hit in found.hits)
    some = f", of which {shown} are shown" if shown < found.articles else ""
    return f"{least}{number} article{'' if number == 1 else 's'}{some}; {found.notes} in claims and notes"


def _said(hit: Hit) -> tuple[str, str]:
    article = hit.article
    where = f"claim {hit.claim} in article {article.id}" if hit.claim else f"article {article.id}"
    parts = (where, str(article.published or "date unknown"), article.outlet, article_words(article))
    return " · ".join(part for part in parts if part), f"    {_marked(hit.text)}"


def _marked(passage: Passage) -> str:
    """Return a passage with what was found between « and »."""
    words, at = "", 0
    for mark in passage.marks:
        words += f"{passage.words[at : mark.start]}«{mark.of(passage.words)}»"
        at = mark.end
    return words + passage.words[at:]


def _plain(hit: Hit) -> dict[str, Any]:
    return {
        "found_in": hit.place.value,
        "article": hit.article.id,
        "claim": hit.claim or None,
        "title": article_words(hit.article),
        "published": hit.article.published.isoformat() if hit.article.published else None,
        "outlet": hit.article.outlet,
        "passage": hit.text.words,
        "marks": [[mark.start, mark.end] for mark in hit.text.marks],
        "span": [hit.span.start, hit.span.end] if hit.span else None,
    }
