"""Work behind the window that waits until a test has it done."""

from __future__ import annotations

from ui.tasks import Done, Failed, InlineTasks, Work


class Waits:
    """Runs work when it is told to."""

    def __init__(self) -> None:
        self.work: list[tuple[Work, Done, Failed]] = []

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        self.work.append((work, done, failed))

    def finish(self) -> None:
        """Never asked for."""

    def do(self) -> None:
        """Do all that waits."""
        works, self.work = self.work, []
        for work in works:
            InlineTasks().run(*work)
