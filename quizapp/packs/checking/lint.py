"""Author checks of one pack: everything a machine can judge of the hand-check."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.core.question import Pack, Question
from quizapp.packs.checking.finding import Remark, Remarks
from quizapp.packs.checking.lint_options import option_remarks, pack_option_remarks
from quizapp.packs.checking.lint_wording import pack_wording_remarks, wording_remarks


def lint(pack: Pack, progress: Callable[[int, int], None] | None = None) -> list[Remark]:
    """Everything an author should look at again in `pack`, without its sources and other packs.

    `progress` is told questions done and questions in all now and then.
    """
    english = pack.language.split("-")[0].lower() == "en"
    found = [*_missing_briefs(pack), *pack_option_remarks(pack)]
    found += pack_wording_remarks(pack, english=english)
    for number, question in enumerate(pack.questions):
        if progress and number % 500 == 0:
            progress(number, len(pack.questions))
        found += _missing(question)
        found += option_remarks(question, english=english)
        found += wording_remarks(question, english=english)
    return found


def _missing_briefs(pack: Pack) -> Remarks:
    for topic in pack.topics:
        if not topic.brief:
            message = f'topic "{topic.id}" has no brief; say what to know before being asked'
            yield Remark("no-brief", 0, "", message)


def _missing(question: Question) -> Remarks:
    for rule, there, message in (
        ("no-why", question.why, "has no why; explain why the answer is right"),
        ("no-evidence", question.evidence, "has no evidence; cite a source and its paragraph"),
        ("not-checked", question.checked, "has no checked; check it by hand and give the date"),
    ):
        if not there:
            yield Remark(rule, question.line, question.id, message)
