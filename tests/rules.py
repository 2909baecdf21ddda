"""The rule of the architecture: who may import whom. Every function returns the imports that break it."""

from __future__ import annotations

from tests.imports import House, Import, inside

#: Lower may not import upper, nor a room its neighbour on the same floor.
FLOORS = (
    ("workbench.model", "workbench.errors", "workbench.history", "workbench.version", "workbench.spelled_numbers"),
    (
        "workbench.changes",
        "workbench.registers",
        "workbench.resources",
        "workbench.settings",
        "workbench.wording",
        "workbench.colours",
        "workbench.folding",
        "workbench.days",
        "workbench.searching",
        "workbench.likeness",
        "workbench.retold",
        "workbench.spreadsheet",
        "workbench.saving",
        "workbench.passphrases",
        "workbench.folders",
        "workbench.logs",
        "workbench.crashes",
    ),
    (
        "workbench.acts",
        "workbench.acts_incidents",
        "workbench.acts_judged",
        "workbench.conflicts",
        "workbench.copying",
        "workbench.recording",
        "workbench.teaching",
        "workbench.extraction",
        "workbench.reckoning",
        "workbench.casefile",
        "workbench.importers",
        "workbench.training",
    ),
    # They show what the reckoning found, in its own sums and words, and the reckoning knows neither of them.
    ("workbench.charts", "workbench.exporters", "workbench.relating", "workbench.merging"),
    ("workbench.case",),
    ("workbench.commands",),
    (
        "ui.colours",
        "ui.words",
        "ui.named",
        "ui.typing_guard",
        "ui.finder",
        "ui.tasks",
        "ui.slices",
        "ui.memory",
        "ui.handing",
        "ui.application",
    ),
    ("ui.stylesheet", "ui.problems", "ui.rich_lines", "ui.swatch", "ui.eliding_box", "ui.instance"),
    ("ui.theme", "ui.start"),
    ("ui.reads", "ui.reckonings", "ui.proposed", "ui.unwritten", "ui.looking"),
    ("ui.first_look",),
    ("ui.reckons",),
    ("ui.session",),
    ("ui.intake", "ui.actions", "ui.searches", "ui.backing_up", "ui.following"),
    ("ui.models", "ui.reader"),
    ("ui.panels", "ui.dialogs"),
    ("ui.main_window",),
    ("ui.front",),
    ("ui.desk",),
    (
        "ui.arrivals",
        "ui.offers",
        "ui.judging",
        "ui.joining",
        "ui.examining",
        "ui.locking",
        "ui.looking_back",
        "ui.upgrading",
        "ui.openings",
        "ui.chronicle",
        "ui.leaving",
        "ui.mending",
    ),
    ("ui.rooms",),
    ("ui.app",),
    ("ui.run",),
    ("ui.selftest",),
    ("main",),
)

#: What leaves its floor all the same: who, whom, and why.
EXCEPTIONS = {
    ("workbench.extraction", "workbench.reckoning.conventions"): "one table of vague numbers for reading and reckoning",
    ("workbench.registers", "workbench.folding"): "one spelling of names, wherever they are compared",
    ("workbench.registers", "workbench.resources"): "one reader for all tables that ship",
}

#: What panels, models and dialogs share without being one: whom, and why.
SHARED = {"ui.dialogs.date_choice": "a field that dialogs hold, not a dialog"}

QT = ("PySide6", "shiboken6", "PyQt6", "PyQt5", "PySide2")
NETWORK = (
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "urllib3",
    "aiohttp",
    "webbrowser",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineWidgets",
    "trafilatura.downloads",
    "trafilatura.fetch_url",
)


def qt_in_workbench(house: House) -> list[Import]:
    """Rule 1: `workbench` knows neither Qt nor `ui`."""
    return [found for found in house.importing(*QT, "ui") if inside(found.by, "workbench")]


def against_the_floors(house: House) -> list[Import]:
    """Rule 2: each room imports what stands below it, and nothing beside or above."""
    return [found for found in house.imports if climbs(found)]


def climbs(found: Import) -> bool:
    """Tell whether an import of ours goes up, or sideways without a written exception."""
    by, of = room_of(found.by), room_of(found.of)
    if of in {"", by}:
        return False
    return floor_of(of) >= floor_of(by) and not any(
        inside(found.by, who) and inside(found.of, whom) for who, whom in EXCEPTIONS
    )


def room_of(module: str) -> str:
    """Return the room a module of ours belongs to, or nothing for a module that is not ours."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] in {"workbench", "ui", "main"} else ""


def floor_of(room: str) -> int:
    """Return how high a room stands; a room that DESIGN does not know stands nowhere."""
    for height, rooms in enumerate(FLOORS):
        if room in rooms:
            return height
    if room in {"workbench", "ui"}:
        return -1
    raise LookupError(f"{room} stands on no floor: give it one in tests/rules.py")


def outside_their_room(house: House) -> list[Import]:
    """Rule 3: SQL in `casefile`, spaCy in `extraction` and `training`, matplotlib in `charts` and the chart panel."""
    return [
        *_only(house, ("sqlite3", "sqlite_utils", "sqlcipher3"), ("workbench.casefile",)),
        *_only(house, ("spacy", "thinc"), ("workbench.extraction", "workbench.training")),
        *_only(house, ("matplotlib",), ("workbench.charts", *_named_like(house, "ui.panels.chart"))),
        *house.importing("matplotlib.pyplot"),
    ]


#: What of the window opens `case`.
_READING = ("ui.session", "ui.reads", "ui.reckonings", "ui.first_look")
_BEHIND = ("ui.locking", "ui.backing_up", "ui.examining", "ui.mending", "ui.upgrading")
_OPENING = (*_READING, *_BEHIND, "ui.app", "ui.selftest")


def beside_the_door(house: House) -> list[Import]:
    """Rule 4: only `case` opens `casefile`; only the session, `app` and the commands open `case`.

    `ui/reckonings`, `ui/first_look` and `ui/reads` are the session's own parts that reckon and read the case it has
    opened; `ui/locking` makes keys, and writes a case anew while the session has it closed; `ui/backing_up` copies it
    behind the window, `ui/examining` verifies it there, `ui/mending` makes its indexes anew while the session has it
    closed, and `ui/upgrading` brings it up to this schema before the session opens it; `ui/selftest` looks from outside
    at what is on disk.
    The commands are for `main`, and for `app`, which hands the window what they do.
    """
    return [
        *_only(house, ("workbench.casefile",), ("workbench.casefile", "workbench.case")),
        *_only(house, ("workbench.case",), ("workbench.commands", *_OPENING)),
        *_only(house, ("workbench.commands",), ("workbench.commands", "main", "ui.app")),
    ]


def across_the_desk(house: House) -> list[Import]:
    """Rule 5: a panel knows no other panel, a dialog no other dialog, a model no other model.

    Files of one thing share its first word: inspector_fields belongs to inspector.
    """
    return [
        found
        for found in house.importing("ui.panels", "ui.dialogs", "ui.models")
        if room_of(found.by) == room_of(found.of) and _thing(found.by) != _thing(found.of) and found.of not in SHARED
    ]


#: What the first sight of the window needs nothing of: the desk and its tabs, dialogs, whatever knows a case.
UNSEEN = (
    "ui.app",
    "ui.desk",
    "ui.dialogs",
    "ui.models",
    "ui.reader",
    "ui.session",
    "workbench.acts",
    "workbench.case",
    "workbench.casefile",
    "workbench.charts",
    "workbench.extraction",
    "workbench.importers",
    "workbench.merging",
    "workbench.reckoning",
    "matplotlib",
    "spacy",
    "sqlite_utils",
)


def before_it_is_seen(house: House) -> list[str]:
    """Return what is loaded before the window is painted, and need not be."""
    return sorted(name for name in house.loaded_with("main", "ui.start", "ui.run") if inside(name, *UNSEEN))


def reaching_out(house: House) -> list[Import]:
    """Find what could open a socket."""
    return [found for found in house.importing(*NETWORK) if inside(found.by, "workbench", "ui", "main")]


def _only(house: House, what: tuple[str, ...], where: tuple[str, ...]) -> list[Import]:
    return [found for found in house.importing(*what) if not inside(found.by, *where)]


def _named_like(house: House, start: str) -> tuple[str, ...]:
    return tuple(module for module in house.modules if module.startswith(start))


def _thing(module: str) -> str:
    return module.split(".")[2].partition("_")[0]
