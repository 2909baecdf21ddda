"""Where matplotlib keeps its list of the system's fonts."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

from workbench.folders import cache, made, own

#: What matplotlib looks at.
VARIABLE = "MPLCONFIGDIR"


def keep_list_of_fonts(environ: MutableMapping[str, str]) -> None:
    """Let matplotlib keep its list in this program's own folder, where `environ` says nothing else.

    A bundle has no other place for it, and made anew at every start it takes a second, or several on a machine with
    many fonts.
    """
    folder = made([cache(environ), Path(own(environ).spare, "cache")])
    if folder is not None:
        environ.setdefault(VARIABLE, str(folder))
