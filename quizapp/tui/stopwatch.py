"""A stopwatch that is held while a question is out of sight."""

from __future__ import annotations

from collections.abc import Callable


class Stopwatch:
    """Counts seconds of `clock`, which never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counted = 0.0
        self._since: float | None = None
        self._held = False

    def start(self) -> None:
        """Count from nothing; while it is held, from the moment it goes on."""
        self._counted = 0.0
        self._since = None if self._held else self._clock()

    def hold(self) -> None:
        """Stand still until `go_on`."""
        if self._since is not None:
            self._counted = self.seconds
        self._since, self._held = None, True

    def go_on(self) -> None:
        """Count on, where it was held."""
        if self._held:
            self._since, self._held = self._clock(), False

    @property
    def seconds(self) -> float:
        """Seconds counted since the start, those it was held left out."""
        running = 0.0 if self._since is None else self._clock() - self._since
        return self._counted + running
