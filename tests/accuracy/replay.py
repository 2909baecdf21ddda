"""Stand between the scorer and the program: ``keep`` what the program answers, ``hand`` it out again.

So a passage can be scored alone without being read again, and the scorer stays the only one who judges.
``keep FILE COMMAND…`` runs COMMAND on standard input and adds its lines to FILE; ``hand FILE`` prints FILE.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def main(words: Sequence[str]) -> int:
    """Keep or hand out answers; the exit code is the program's."""
    file = Path(words[1])
    if words[0] == "hand":
        sys.stdout.buffer.write(file.read_bytes())
        return 0
    done = subprocess.run(words[2:], input=sys.stdin.buffer.read(), stdout=subprocess.PIPE, check=False)
    sys.stdout.buffer.write(done.stdout)
    with file.open("ab") as kept:
        kept.write(done.stdout)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
