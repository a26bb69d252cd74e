"""What a user can cause: every such error is a QuizError and is caught once, at the door."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong in a file: where it is, what it is and how to mend it.

    `line` counts from 1; 0 means the file as a whole. `question` is the id the
    author wrote, or "" where the problem is outside any question.
    """

    path: str
    line: int
    question: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        subject = f'question "{self.question}": ' if self.question else ""
        return f"{place}: {subject}{self.message}"


class QuizError(Exception):
    """Something the user can mend; the text says what, where and how, one line per problem."""


class UsageError(QuizError):
    """A command was called with words it does not take."""


class PackError(QuizError):
    """A pack or source file that cannot be used, with every problem found in it.

    Raises ValueError when built without a problem: an error must name something to mend.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        if not problems:
            raise ValueError("a PackError names at least one problem")
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class CatalogDamaged(QuizError):  # noqa: N818 - nothing of the learner's is wrong
    """The compiled packs were found damaged and thrown away; they are made anew when opened."""


class DataError(QuizError):
    """The user-data file cannot be opened, read or written."""


class Ended(Exception):  # noqa: N818 - it is a wish of the system's, not an error
    """The app was ended from outside, or by a bug; `status` is the exit status to leave with."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status
