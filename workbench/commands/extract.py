"""``extract``: mentions, claims and figures as JSON, or claims and why they were made as plain text."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from workbench.commands.asked import Asked
from workbench.commands.saying import hand_out, say, say_lines
from workbench.errors import UnreadableArticle
from workbench.extraction.installed import installed
from workbench.extraction.languages import languages
from workbench.resources import folder, refuse_changed

if TYPE_CHECKING:
    from workbench.exporters.extraction import Reading

_BOM = b"\xef\xbb\xbf"


@click.command(short_help="Print mentions, claims and figures as JSON.")
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path))
@click.option("--jsonl", is_flag=True, help="Read JSON lines from one file, or from standard input; write JSON lines.")
@click.option("--explain", is_flag=True, help="Print claims and why each is as it is, for a person to read.")
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Day of publication.")
@click.option("--lang", metavar="|".join(languages(folder())), help="Language of the articles; else it is found.")
@click.option("--convention", default="default", show_default=True, help="What vague numbers are taken for.")
@click.option(
    "--jobs", type=click.IntRange(1), help="Worker processes for JSON lines; else one a core, if it is worth it."
)
@click.option("--pipeline", "pipelines", multiple=True, metavar="NAME", help="Find names with an installed pipeline.")
@click.option("--with-text", is_flag=True, help="Put the text into JSON lines too.")
@click.pass_context
def extract(ctx: click.Context, /, articles: tuple[Path, ...], **options: Any) -> None:
    """Print the mentions, claims and figures of ARTICLES as one JSON document.

    With --jsonl each line is an article, {"id": …, "text": …} and if known "lang", "published" and "title". Each gives
    one line, in order and as soon as it is ready; a line that is no article gives {"id": …, "error": …}, and the exit
    code is then 1.

    With --explain the claims of ARTICLES are printed as plain text: each part with its words and offsets, the sentence,
    the rules that fired, and the numbers that made no claim.

    --pipeline names one of spaCy's that is installed (de_core_news_md), to find names with in place of the one that
    ships; it can be given once for each language.
    """
    _check_language(options["lang"])
    _check_convention(options["convention"])
    _check_pipelines(options["pipelines"])
    published: datetime | None = options["published"]
    day = published.date() if published else None
    asked = Asked(options["lang"], day, "", options["convention"], options["pipelines"])
    if options["jsonl"]:
        if options["explain"]:
            raise click.UsageError("--explain is for a person to read, --jsonl for programs: use one of them.")
        if len(articles) > 1:
            raise click.UsageError("--jsonl reads one file, or standard input.")
        good = _lines(articles, asked, options["jobs"], with_text=options["with_text"])
    elif articles:
        good = (_explained if options["explain"] else _document)(articles, asked)
    else:
        raise click.UsageError("Name at least one article, or use --jsonl.")
    ctx.exit(0 if good else 1)


def _check_language(language: str | None) -> None:
    """Refuse a language that nobody reads; where a lexicon that shipped is gone, that is what is wrong."""
    refuse_changed(folder() / "lexicon")
    there = languages(folder())
    if language is not None and language not in there:
        raise click.UsageError(f"There is no language “{language}”. Choose one of: {', '.join(there)}.")


def _check_convention(convention: str) -> None:
    from workbench.reckoning.conventions import load

    names = load(folder() / "conventions" / "vague_numbers.tsv").names()
    if convention not in names:
        raise click.UsageError(f"There is no convention “{convention}”. Choose one of: {', '.join(names)}.")


def _check_pipelines(names: Iterable[str]) -> None:
    there = [name for language in languages(folder()) for name in installed(language)]
    for name in names:
        if name not in there:
            choice = f"Installed are: {', '.join(there)}" if there else "None is installed"
            raise click.UsageError(f"There is no pipeline “{name}” here. {choice}.")


def _document(paths: Iterable[Path], asked: Asked) -> bool:
    """Print one document of all the articles that could be read; the others are named on standard error."""
    from workbench.exporters.extraction import article, document

    rows: list[dict[str, Any]] = []
    good = True
    for path, reading in _read(paths, asked):
        good &= reading is not None
        rows.extend([article("path", str(path), reading)] if reading is not None else [])
    hand_out(json.dumps(document(rows), ensure_ascii=False, allow_nan=False, indent=2))
    return good


def _explained(paths: Iterable[Path], asked: Asked) -> bool:
    """Print each article's claims for a person, as they are read; return whether all could be read."""
    from workbench.commands.reading import reader_of
    from workbench.exporters.explanation import explanation

    known = reader_of(folder(), asked.pipelines).registers
    good = True
    for number, (path, reading) in enumerate(_read(paths, asked)):
        good &= reading is not None
        if reading is not None:
            words = explanation(str(path), reading, {**known.actors, **known.sources}, known.sides)
            say_lines(("\n" if number else "") + words, nl=False)
    return good


def _read(paths: Iterable[Path], asked: Asked) -> Iterator[tuple[Path, Reading | None]]:
    """Yield each article read; None for a file that could not be, which is named on standard error."""
    from workbench.commands.reading import reader_of
    from workbench.importers.batch import files_in
    from workbench.importers.read import read

    reader = reader_of(folder(), asked.pipelines)
    for path in files_in(paths):
        try:
            for imported in read(path):
                told = replace(
                    asked,
                    language=asked.language or imported.language,
                    published=asked.published or imported.published,
                    title=imported.title,
                )
                yield path, reader.read(imported.document, told, with_text=True)
        except UnreadableArticle as error:
            say(str(error), err=True)
            yield path, None


def _lines(articles: tuple[Path, ...], asked: Asked, jobs: int | None, *, with_text: bool) -> bool:
    """Print a line for each line; return whether all could be read."""
    from workbench.commands.lines import Task, read_line
    from workbench.commands.workers import ALONE, cores, in_order

    work = partial(read_line, Task(folder(), asked, with_text))
    alone = ALONE if jobs is None else 0  # processes that somebody asks for are started for little work, too
    good = True
    with _stream(articles) as stream, closing(in_order(work, _filled(stream), jobs or cores(), alone)) as results:
        for line, read_well in results:
            hand_out(line)
            good &= read_well
    return good


def _stream(articles: tuple[Path, ...]) -> AbstractContextManager[IO[bytes]]:
    """Open the file of lines, or standard input; UsageError where there is none."""
    name = str(articles[0]) if articles else "-"
    if name == "-" and (sys.stdin is None or sys.stdin.closed):
        raise click.UsageError("Standard input is closed. Name a file: --jsonl FILE.")
    try:
        return click.open_file(name, "rb")
    except OSError as error:
        why = "it is a folder" if Path(name).is_dir() else error.strerror or "the system refused"
        raise click.UsageError(f"{name} cannot be read: {why}. Name a file of JSON lines.") from error


def _filled(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines that hold anything, as they come, without a byte order mark."""
    for number, line in enumerate(iter(stream.readline, b"")):
        content = line.removeprefix(_BOM) if number == 0 else line
        if content.strip():
            yield content
