"""Train the pipelines that ship: ``python -m workbench.training [LANGUAGE …]``, which `make train` runs."""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import click

from workbench.errors import WorkbenchError
from workbench.resources import folder
from workbench.training import recipes
from workbench.training.making import train

ROOT = Path(__file__).resolve().parents[2]


@click.command()
@click.argument("languages", nargs=-1)
@click.option("--corpora", type=click.Path(path_type=Path), default=ROOT.parent / "shared" / "data" / "corpora")
@click.option("--recipes", "recipe_folder", type=click.Path(path_type=Path), default=recipes.FOLDER)
@click.option("--to", type=click.Path(path_type=Path), default=folder() / "pipelines")
@click.option("--work", type=click.Path(path_type=Path), default=ROOT / "build" / "training")
def main(languages: tuple[str, ...], corpora: Path, recipe_folder: Path, to: Path, work: Path) -> None:
    """Train the pipelines of LANGUAGES, of all that have a recipe where none is named, each in a process of its own."""
    known = sorted(path.stem for path in recipe_folder.glob("*.toml"))
    # A process is given what it runs by the name of its module: `train` stands in one that is not called __main__.
    # One core a language: threads of the linear algebra would only get into each other's way.
    os.environ["OMP_NUM_THREADS"] = "1"
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        jobs = [
            processes.submit(train, recipe_folder / f"{name}.toml", corpora / name, work / name, to / name)
            for name in languages or known
        ]
        for job in jobs:
            click.echo(_result(job))


def _result(job: Future[str]) -> str:
    try:
        return job.result()
    except WorkbenchError as problem:
        raise click.ClickException(str(problem)) from problem


if __name__ == "__main__":
    main()
