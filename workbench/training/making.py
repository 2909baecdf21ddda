"""One pipeline from its recipe to its folder, in a process of its own."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import click

from workbench.training import recipes
from workbench.training.folders import write
from workbench.training.measure import scores
from workbench.training.stages import Training


def train(recipe: Path, corpora: Path, work: Path, to: Path) -> str:
    """Train, measure and write the pipeline of one recipe; return a line that tells how right it is."""
    begun = monotonic()
    told = recipes.load(recipe)
    training = Training(told, corpora, work, click.echo)
    nlp = training.run()
    measured = {name: scores(nlp, training.texts([name])) for name in told.measured_on}
    write(nlp, told, measured, to)
    figures = ", ".join(f"{score['PER ORG LOC'].f1:.1f} on {name}" for name, score in measured.items())
    return f"{told.language}: F1 {figures}; {(monotonic() - begun) / 60:.0f} minutes; written to {to}"
