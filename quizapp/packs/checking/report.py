"""The report of a check: every finding, and the packs that could be read."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from quizapp.core.question import PackId
from quizapp.packs.checking.finding import Finding


@dataclass(frozen=True, slots=True)
class PackSummary:
    """A pack that could be read: how many of its questions cite a paragraph, or addresses alone."""

    id: PackId
    path: str
    questions: int
    cited: int
    by_address: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a check found, in the order of paths and lines."""

    findings: tuple[Finding, ...] = ()
    packs: tuple[PackSummary, ...] = ()

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(found.level == "error" for found in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.findings) - self.errors

    def to_json(self) -> dict[str, object]:
        """The report as values that JSON has."""
        return {
            "errors": self.errors,
            "warnings": self.warnings,
            "packs": [asdict(summary) for summary in self.packs],
            "findings": [asdict(found) for found in self.findings],
        }
