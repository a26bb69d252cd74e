"""Which drafts could be accepted as they stand: each is judged once, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from quizapp.drafting.drafts import Draft

READY, TO_MEND = "ready", "to mend"
"""What drafts are sifted by beside flags."""
SIFTS = {READY: "can be accepted as it stands", TO_MEND: "something must be mended first"}


class Readiness:
    """Asks `is_ready` about drafts as they were drafted, and remembers what it said."""

    def __init__(self, is_ready: Callable[[Draft], bool]) -> None:
        self._is_ready = is_ready
        self._known: dict[str, bool] = {}

    def weigh(self, drafts: Iterable[Draft], most: int) -> bool:
        """Judge up to `most` drafts more; False once all are judged."""
        for draft in drafts:
            if draft.id not in self._known:
                if not most:
                    return True
                most -= 1
                self.ready(draft)
        return False

    def ready(self, draft: Draft) -> bool:
        """Whether nothing must be mended in a draft."""
        if draft.id not in self._known:
            self._known[draft.id] = self._is_ready(draft)
        return self._known[draft.id]

    def count(self, drafts: Iterable[Draft]) -> int:
        """How many of `drafts` are ready; -1 while one of them is not judged yet."""
        found = [self._known.get(draft.id) for draft in drafts]
        return -1 if None in found else sum(map(bool, found))

    def fits(self, draft: Draft, sift: str) -> bool:
        """Whether a draft has a flag, or is ready or not, or whether nothing is sifted."""
        if sift in SIFTS:
            return self.ready(draft) == (sift == READY)
        return not sift or any(flag.name == sift for flag in draft.flags)
