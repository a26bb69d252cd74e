"""A round as lines of text: the questions, the score, and what becomes of the misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.core.counting import counted
from quizapp.core.question import DONT_KNOW
from quizapp.core.verdict import Mark
from quizapp.plain import Stops, asked_text, describe, explain, read_line, sign, understood

if TYPE_CHECKING:
    from quizapp.core.question import Asked
    from quizapp.plain import Lines
    from quizapp.play import Play, Round, RoundSetup


def quiz(play: Play, lines: Lines, setup: RoundSetup) -> None:
    """Play a round, from the first question to the score, and its misses as often as wanted."""
    playing = play.start(setup)
    while True:
        _say_begin(lines, playing)
        try:
            while (asked := play.ask(playing)) is not None:
                playing = _play_one(play, lines, playing, asked)
        except Stops:
            lines.say("Stopped here. This round is not scored; the replies are kept as practice.")
            return
        _say_results(play, lines, playing)
        if not playing.missed or not _again(play, lines, playing):
            return
        playing = play.misses(playing)


def _say_begin(lines: Lines, playing: Round) -> None:
    clock = f" {playing.clock.seconds} seconds each." if playing.clock.seconds else ""
    questions = counted(playing.total, "question")
    lines.say(f"A round of {questions}.{clock} /quit stops; ? is “I don’t know”.")
    if playing.again:
        lines.say(f"Seed {playing.seed}. For a friend: {playing.again}")


def _say_results(play: Play, lines: Lines, playing: Round) -> None:
    """Every question with what was replied, the points, and the best rounds of this kind."""
    result = play.finish(playing)
    lines.say("")
    for number, one in enumerate(playing.replies, 1):
        points = counted(one.points, "point")
        word = sign(one.reply, one.verdict.mark)
        lines.say(f"{number}. {word}, {points}. {asked_text(one.asked)}")
        lines.say(f"   The answer: {one.verdict.expected}")
        if one.verdict.mark is not Mark.RIGHT and one.reply != DONT_KNOW:
            lines.say(f"   Your reply: {', '.join(one.reply)}")
    run = f", {playing.best_combo} in a row" if playing.best_combo > 1 else ""
    points = counted(playing.points, "point")
    lines.say("")
    lines.say(f"{result.right} of {playing.total} right, {points}{run}.")
    if result.best:
        lines.say("That is your best score for this kind of round.")
    for place, best in enumerate(result.bests, 1):
        own = "  this round" if best.now else ""
        score = f"{counted(best.points, 'point')}, {best.right} of {best.total}"
        lines.say(f"  {place}. {score}, {best.when.date().isoformat()}{own}")
    if playing.again:
        lines.say(f"Seed {playing.seed}. The same questions again: {playing.again}")


def _again(play: Play, lines: Lines, playing: Round) -> bool:
    """What becomes of the misses; True where they are to be played again."""
    lines.say("/misses plays what you missed again, /today adds it to today; Enter ends.")
    while text := (lines.read("> ") or "").strip().lower():
        if text in ("/misses", "/m"):
            return True
        if text in ("/quit", "/q"):
            return False
        if text in ("/today", "/t"):
            added = play.add_misses_to_today(playing)
            lines.say(f"{counted(added, 'question')} added to today.")
        else:
            lines.say("Here there are /misses and /today; Enter ends.")
    return False


def _play_one(play: Play, lines: Lines, playing: Round, asked: Asked) -> Round:
    lines.say("")
    place = f"Question {playing.position + 1} of {playing.total}"
    for line in describe(asked, f"{place} · {counted(playing.points, 'point')}"):
        lines.say(line)
    began = lines.clock()
    while True:
        text = read_line(lines)
        if text.lower() in ("/quit", "/q"):
            raise Stops
        seconds = lines.clock() - began
        late = playing.clock.seconds is not None and seconds > playing.clock.seconds
        if late:
            lines.say("Time is up.")
        elif text.startswith("/"):
            lines.say("In a round there are /quit, and ? for a question you do not know.")
            continue
        reply = DONT_KNOW if late else understood(lines, asked, text)
        if reply is not None:
            break
    after, judged = play.reply(playing, asked, reply, int(seconds * 1000))
    for line in explain(judged):
        lines.say(line)
    lines.say(f"  +{counted(after.points - playing.points, 'point')}")
    return after
