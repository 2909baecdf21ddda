"""A thread that is told when to work."""

from __future__ import annotations

from ui.tasks import Done, Failed, InlineTasks, Work


class Later:
    """Does what it is asked for when it is told to, as a busy thread does."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Work, Done, Failed]] = []

    def run(self, work: Work, done: Done, failed: Failed) -> None:
        self.waiting.append((work, done, failed))

    def finish(self) -> None:
        """Do all of it."""
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            InlineTasks().run(*one)
