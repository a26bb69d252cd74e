"""All there is to say of one question: wordings, sources, memory, history, the learner's note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from quizapp.core.dates import date_text
from quizapp.core.grading import expected_text
from quizapp.core.memory import Rating, in_days
from quizapp.core.numbers import option_text
from quizapp.core.question import DateAnswer, MatchAnswer, NumberAnswer, OrderAnswer
from quizapp.core.standing import State, forms_of
from quizapp.tui.widgets.lines import fit, wrapped
from quizapp.tui.wording import counted, short_date

if TYPE_CHECKING:
    from quizapp.browsing import Details, Line, Past
    from quizapp.core.question import Answer, Prompt

Piece = tuple[str, str]
"""Some text and its style."""
EMPTY = Content("")
SIGNS = {
    State.NEW: ("─", "$muted"),
    State.SHAKY: ("╍", "$nearly"),
    State.STRONG: ("━", "$accent"),
    State.SUSPENDED: ("x", "$muted"),
}
"""How a question stands, by sign and colour; the signs are those of the mastery bars."""
MARKS = {"right": ("✓", "$right"), "nearly": ("≈", "$nearly"), "wrong": ("✗", "$wrong")}
FLAG = "*"
STATE_WIDTH, NEXT_WIDTH = 11, 8
RIGHT_WIDTH = STATE_WIDTH + NEXT_WIDTH + 3
DAY_WIDTH, MARK_WIDTH, RATING_WIDTH, FORM_WIDTH = 7, 9, 7, 11


def next_words(line: Line, today: date) -> str:
    """When a question comes back, in a word or two; "" where it does not."""
    if line.next is None:
        return ""
    return "! due" if line.due else f"in {in_days((line.next - today).days)}"


def question_row(line: Line | None, today: date, width: int, *, here: bool) -> list[Piece]:
    """A question on one line of a list: what is asked, its flag, how it stands, when it is next."""
    mark = ("▌" if here else " ", "bold $accent")
    if line is None:
        return [mark, ("this question has gone", "$muted")]
    sign, style = SIGNS[line.standing]
    room = max(width - RIGHT_WIDTH - 3, 0)
    ask = fit(line.ask, room)
    return [
        mark,
        (ask + " " * (room - cell_len(ask)), ""),
        (f"  {FLAG} " if line.flagged else "    ", "$nearly"),
        (f"{sign} {line.standing.value}".ljust(STATE_WIDTH), style),
        (next_words(line, today).rjust(NEXT_WIDTH), "bold $nearly" if line.due else "$muted"),
    ]


def details_lines(details: Details, today: date, width: int) -> list[Content]:
    """The page on a question, none of its lines wider than `width`."""
    rows: list[Content] = []
    for part in (
        _first(details, width),
        _others(details, width),
        _standing(details, width),
        _note(details, width),
        _memory(details, today, width),
        _history(details, today, width),
        _place(details, width),
    ):
        rows += [EMPTY, *part] if rows and part else part
    return rows


def _first(details: Details, width: int) -> list[Content]:
    """The main wording with its answer, and why it is so."""
    prompt = details.question.prompts[0]
    rows = [*_prompt(prompt, width, "bold")]
    if details.question.why:
        rows += [EMPTY, *wrapped(details.question.why, width)]
    return rows


def _others(details: Details, width: int) -> list[Content]:
    others = details.question.prompts[1:]
    if not others:
        return []
    rows = [_heading("Also asked as")]
    for prompt in others:
        rows += _prompt(prompt, width, "")
    return rows


def _prompt(prompt: Prompt, width: int, style: str) -> Iterator[Content]:
    yield from wrapped(_ask(prompt), width, style)
    for number, text in enumerate(_answer(prompt.answer)):
        first, *rest = wrapped(text, width, "$right", indent=2)
        yield first if number else Content.assemble(("✓ ", "$right"), first[2:])
        yield from rest
    for label, text in _beside(prompt):
        yield from wrapped(f"{label}: {text}", width, "$muted", indent=2)


def _answer(answer: Answer) -> list[str]:
    """The right answer; pairs and steps stand on a line each."""
    match answer:
        case MatchAnswer():
            return [f"{left}: {right}" for left, right in answer.pairs]
        case OrderAnswer():
            return [f"{place} {item}" for place, item in enumerate(answer.items, 1)]
        case _:
            return [expected_text(answer)]


def _ask(prompt: Prompt) -> str:
    """What is asked; a gap sentence with dots where its gaps are."""
    return prompt.ask or "…".join(getattr(prompt.answer, "parts", ()))


def _beside(prompt: Prompt) -> Iterator[tuple[str, str]]:
    """What else an answer says: other spellings, wrong options, leeway, a hint."""
    answer = prompt.answer
    spellings = _spellings(answer)
    if spellings:
        yield "Also right", " · ".join(spellings)
    if isinstance(answer, NumberAnswer) and answer.within:
        yield "Right within", str(answer.within)
    wrong = _wrong(answer)
    if wrong:
        yield "Wrong options", " · ".join(wrong)
    if prompt.hint:
        yield "Hint", prompt.hint


def _spellings(answer: Answer) -> list[str]:
    """Spellings accepted: of the answer, or of one of its items beside that item."""
    return [
        one if isinstance(one, str) else f"{one[0]} = {', '.join(one[1])}"
        for one in getattr(answer, "accept", ())
    ]


def _wrong(answer: Answer) -> list[str]:
    match answer:
        case NumberAnswer():
            return [option_text(value, answer.unit) for value in answer.wrong]
        case DateAnswer():
            return [date_text(day) for day in answer.wrong]
        case _:
            return [str(option) for option in getattr(answer, "wrong", ())]


def _standing(details: Details, width: int) -> list[Content]:
    """What the fact rests on: its day, who said it, the sources, what came after."""
    question = details.question
    facts = []
    if question.as_of:
        facts.append(f"As of {date_text(question.as_of)}")
    if question.until:
        facts.append(f"was so until {date_text(question.until)}")
    if question.said_by:
        facts.append(f"said by {question.said_by}")
    if question.checked:
        facts.append(f"checked {date_text(question.checked)}")
    texts = [" · ".join(facts), *details.sources]
    if details.successor:
        texts.append(f"Since then: {details.successor}")
    if question.more:
        texts.append(f"Read on: {question.more}")
    return [row for text in texts for row in wrapped(text, width, "$muted")]


def _note(details: Details, width: int) -> list[Content]:
    if not details.note:
        return []
    return [_heading("Your note"), *wrapped(details.note, width)]


def _memory(details: Details, today: date, width: int) -> list[Content]:
    line, memory = details.line, details.memory
    words: list[Content] = [_heading("Memory")]
    sign, style = SIGNS[line.standing]
    state = Content.styled(f"{sign} {line.standing.value}", style)
    if line.flagged:
        state = Content.assemble(state, ("   ", ""), (f"{FLAG} flagged", "$nearly"))
    words.append(state)
    if line.standing is State.SUSPENDED:
        words += wrapped("It is not asked until you put it back.", width)
    if memory is None:
        return [*words, *wrapped("Not learned yet: it has no memory.", width, "$muted")]
    if line.next is not None:
        words += wrapped(_coming(line.next, today), width)
    chance = f"{round((details.recall or 0) * 100)} % chance that you know it today"
    days = f"{memory.stability:.1f} days" if memory.stability >= 1 else "less than a day"
    lasts = f"stability {days}, difficulty {memory.difficulty:.1f} of 10"
    told = f"{counted(memory.replies, 'reply', 'replies')}, {details.lapses} forgotten"
    for text in (chance, lasts, told):
        words += wrapped(f"{text[:1].upper()}{text[1:]}.", width, "$muted")
    return words


def _coming(day: date, today: date) -> str:
    if day < today:
        return f"Due since {short_date(day, today)}."
    if day == today:
        return "Due today."
    return f"Comes back in {in_days((day - today).days)}, on {short_date(day, today)}."


def _history(details: Details, today: date, width: int) -> list[Content]:
    if not details.past:
        return []
    rows = [_heading("History")]
    several = len(details.question.prompts) > 1
    for past in details.past:
        rows += _past(past, today, width, several=several)
    if details.earlier:
        rows += wrapped(f"and {details.earlier} before these", width, "$muted")
    return rows


def _past(past: Past, today: date, width: int, *, several: bool) -> list[Content]:
    """A row of the log; one that was taken back is struck out and says so."""
    day = f"{past.day.day} {past.day:%b}"
    if past.day.year != today.year:
        day += f" {past.day.year}"
    day = day.ljust(max(DAY_WIDTH, len(day) + 1))
    reply = ""
    if past.mode == "reset":
        words = "its answer changed" if past.form == "answer" else "started over"
        row = Content.assemble((day, "$muted"), words)
    else:
        sign, style = MARKS.get(past.verdict, ("·", "$muted"))
        rating = Rating(past.rating).name.capitalize() if past.rating else past.mode
        mark = f"{sign} {past.verdict}".ljust(MARK_WIDTH)
        form = past.form.ljust(FORM_WIDTH)
        rating = rating.ljust(max(RATING_WIDTH, len(rating) + 1))
        row = Content.assemble((day, "$muted"), (mark, style), rating, (form, "$muted"))
        reply = _reply(past, several=several)
    if past.undone:
        row = Content.assemble((row.plain.rstrip(), "$muted strike"), ("  undone ", "$muted"))
    if not reply or row.cell_length + Content(reply).cell_length <= width:
        return [Content.assemble(row, (reply, "$muted" if past.undone else ""))]
    return [row, *wrapped(reply, width, "$muted", indent=len(day))]


def _reply(past: Past, *, several: bool) -> str:
    said = ", ".join(past.reply) if past.reply else "don't know"
    if several and past.wording:
        said = f"{said} (wording {past.wording + 1})"
    if past.former and past.former[0] != past.verdict:
        said = f"{said} (first {past.former[0]})"
    elif past.former:
        first = Rating(past.former[1]).name.capitalize() if past.former[1] else ""
        said = f"{said} (first {first})" if first else said
    return said


def _place(details: Details, width: int) -> list[Content]:
    forms = ", ".join(form.value for form in forms_of(details.question))
    texts: Sequence[str] = (
        f"{details.topic_title} · {details.pack_title}",
        f"Asked as {forms}",
        f"{details.line.pack}/{details.line.id}",
    )
    return [row for text in texts for row in wrapped(text, width, "$muted")]


def _heading(text: str) -> Content:
    return Content.styled(text, "bold $accent")
