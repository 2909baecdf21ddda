"""Ready to read: registers, place index and both pipelines in a fresh process, after spaCy itself was imported."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Measure
from tests.conftest import ROOT
from workbench import resources

#: A sentence in each language is read, so that nothing can be put off until after the measure.
OURS = """
from workbench import registers, resources
from workbench.extraction.extractor import Extractor
from workbench.reckoning import conventions
folder = resources.folder()
table = conventions.load(folder / "conventions" / "vague_numbers.tsv")
extractor = Extractor(registers.load(folder / "registers"), folder, table)
extractor.read("In Aleppo starben zwei Soldaten.", language="de")
extractor.read("Two soldiers died in Aleppo.", language="en")
"""
BARE = """
from pathlib import Path
for path in sorted(Path("resources", "pipelines").glob("*/config.cfg")):
    spacy.load(path.parent)("Aleppo")
"""
_FRAME = """
import time, spacy
begun = time.process_time()
{work}
print(time.process_time() - begun)
try:
    status = open("/proc/self/status").read()
    print(int(status.partition("VmRSS:")[2].split()[0]) / 1024)
except OSError:
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 ** 2)
"""
_SECONDS, _MEGABYTES = 0.8, 250


def measures(_folder: Path) -> Iterator[Measure]:
    """Yield the time and the memory until both languages can be read; nothing where no pipelines are there."""
    if not (resources.folder() / "pipelines").is_dir():
        return
    name = "pipelines, registers, place index ready after spaCy"
    floor = "a fresh process with spaCy that loads the two pipelines alone"
    yield Measure(name, floor, "s", _SECONDS, lambda: taken(OURS)[0], lambda: taken(BARE)[0], 5, absolute=True)
    yield Measure(
        f"{name}, resident", floor, "MB", _MEGABYTES, lambda: taken(OURS)[1], lambda: taken(BARE)[1], 1, absolute=True
    )


def taken(work: str) -> tuple[float, float]:
    """Run `work` in a fresh process; return its seconds on one core after `import spacy`, and its megabytes."""
    # As an installed program does, it keeps what it has compiled.
    environ = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    line = [sys.executable, "-c", _FRAME.format(work=work)]
    told = subprocess.run(line, cwd=ROOT, env=environ, check=True, capture_output=True, timeout=120, encoding="utf-8")
    seconds, megabytes = told.stdout.split()
    return float(seconds), float(megabytes)
