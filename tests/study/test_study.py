from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import PACK, Clock

from quizapp.core.grading import expected_text
from quizapp.core.memory import Rating, in_words
from quizapp.core.question import Asked, Form, Reply
from quizapp.core.session import Session
from quizapp.core.verdict import Mark
from quizapp.errors import QuizError, UsageError
from quizapp.store import reviews
from quizapp.study import Step, Study, TopicRef


def right(asked: Asked) -> Reply:
    answer = asked.prompt.answer
    return tuple(getattr(answer, "items", ())) or (expected_text(answer),)


def give(study: Study, session: Session, reply: Callable[[Asked], Reply] = right) -> Step:
    session, asked = study.ask(session)
    assert asked is not None
    return study.reply(session, asked, reply(asked), 4000)


def wrong(asked: Asked) -> Reply:
    return ()


def play_all(study: Study, session: Session) -> Session:
    while not session.finished:
        session = give(study, session).session
    return session


def memories(study: Study) -> list[tuple[object, ...]]:
    return study.database.connection.execute("SELECT * FROM memory ORDER BY question").fetchall()


def test_a_first_day_offers_the_new_questions(study: Study) -> None:
    today = study.today()
    assert (today.due, today.new, today.again, today.left) == (0, 4, 0, 4)
    assert today.minutes >= 1


def test_topics_take_turns_among_the_new_questions(study: Study) -> None:
    session = study.start()
    topics = []
    while not session.finished:
        session, asked = study.ask(session)
        assert asked is not None
        topics.append(asked.question.topic)
        session = study.reply(session, asked, right(asked), 1000).session
    assert topics == ["capitals", "numbers", "capitals", "numbers"]


def test_a_reply_is_on_disk_when_it_was_judged(study: Study, tmp_path: Path) -> None:
    step = give(study, study.start())
    assert step.judged.saved
    other = sqlite3.connect(study.database.path)
    row = other.execute("SELECT verdict, rating, reply, took, form FROM review").fetchone()
    other.close()
    assert row[:2] == ("right", 3)
    assert json.loads(row[2]) == list(step.judged.reply)
    assert row[3:] == (4000, step.judged.asked.form.value)


def test_a_right_reply_says_when_each_rating_would_bring_it_back(study: Study) -> None:
    futures = give(study, study.start()).judged.futures
    assert [future.rating for future in futures] == list(Rating)
    days = [future.days for future in futures]
    assert days == sorted(days)
    assert futures[2].text == in_words(futures[2].days)


def test_a_miss_comes_again_in_the_same_session_until_it_is_right(study: Study) -> None:
    session = give(study, study.start(), wrong).session
    missed = session.done[0].question
    assert missed in session.waiting
    session = play_all(study, session)
    assert [done.question for done in session.done].count(missed) == 2
    assert session.missed == (missed,)


def test_everything_is_where_it_was_after_quitting_in_the_middle(
    open_study: Callable[[], Study],
) -> None:
    study = open_study()
    session = give(study, give(study, study.start(), wrong).session).session
    session, before = study.ask(session)
    study.close()
    again = open_study()
    resumed, _ = again.ask(again.start())
    assert resumed.total == session.total
    assert len(resumed.done) == 2
    assert before is not None
    assert set(resumed.waiting) == set(session.waiting)
    assert again.today().again == 1
    back = again.undo(resumed)
    assert back.current == session.done[-1].question


def test_the_same_question_is_asked_the_same_way_after_a_restart(
    open_study: Callable[[], Study],
) -> None:
    study = open_study()
    _, asked = study.ask(study.start())
    study.close()
    again = open_study()
    assert again.ask(again.start())[1] == asked


def test_undo_takes_a_reply_back_to_the_letter(study: Study) -> None:
    session = give(study, study.start()).session
    before, daily = memories(study), study.today()
    step = give(study, session, wrong)
    undone = study.undo(step.session)
    assert undone == session
    assert memories(study) == before
    assert study.today().done == daily.done
    rows = study.database.connection.execute("SELECT mode FROM review ORDER BY id").fetchall()
    assert [row[0] for row in rows] == ["study", "study", "undo"]


def test_undo_works_across_twenty_replies_and_a_rating(study: Study) -> None:
    session = study.start()
    for _ in range(18):
        session = give(study, session, wrong).session
    step = study.rate(give(study, session), Rating.EASY)
    session = step.session
    for _ in range(19):
        session = study.undo(session)
    assert not session.done
    assert memories(study) == []
    assert study.today().new == 4
    with pytest.raises(QuizError, match="no reply"):
        study.undo(session)


def test_easy_comes_back_later_than_good_and_hard_sooner(study: Study) -> None:
    step = give(study, study.start())
    number = step.session.done[-1].question
    due = {}
    for rating in (Rating.GOOD, Rating.EASY, Rating.HARD, Rating.GOOD):
        step = study.rate(step, rating)
        memory = reviews.memory(study.database, number)
        assert memory is not None
        assert memory.replies == 1
        due[rating] = memory.due
    assert due[Rating.HARD] <= due[Rating.GOOD] < due[Rating.EASY]


def test_a_wrong_reply_cannot_be_rated_away(study: Study) -> None:
    with pytest.raises(QuizError, match="with y"):
        study.rate(give(study, study.start(), wrong), Rating.EASY)


def typed(study: Study, clock: Clock, question: str) -> tuple[Session, Asked]:
    """Study on until the question is asked without options."""
    for _ in range(12):
        session = study.start()
        while not session.finished:
            session, asked = study.ask(session)
            assert asked is not None
            if asked.question.id == question and not asked.options:
                return session, asked
            session = study.reply(session, asked, right(asked), 1000).session
        clock.days(3)
    raise AssertionError(f"{question} was never asked without options")


def test_a_question_is_recognised_first_and_recalled_later(study: Study, clock: Clock) -> None:
    _, first = study.ask(study.start())
    assert first is not None
    assert first.options
    session, asked = typed(study, clock, "astana")
    assert asked.form is Form.TYPED
    memory = reviews.memory(study.database, session.current or 0)
    assert memory is not None
    assert memory.replies >= 1


def test_i_was_right_regrades_and_remembers_the_spelling(study: Study, clock: Clock) -> None:
    session, asked = typed(study, clock, "astana")
    step = study.reply(session, asked, ("Nur-Sultan",), 1000)
    assert step.judged.verdict.mark is Mark.WRONG
    assert step.judged.appealable
    step = study.appeal(step)
    assert step.judged.verdict.mark is Mark.RIGHT
    assert "Nur-Sultan" in step.judged.verdict.reason
    assert not step.session.done[-1].again
    clock.days(400)
    session, asked = typed(study, clock, "astana")
    assert study.reply(session, asked, ("nur-sultan",), 1000).judged.verdict.mark is Mark.RIGHT


def test_undoing_an_appeal_forgets_its_spelling(study: Study, clock: Clock) -> None:
    session, asked = typed(study, clock, "astana")
    step = study.appeal(study.reply(session, asked, ("Nur-Sultan",), 1000))
    session = study.undo(step.session)
    assert study.reply(session, asked, ("Nur-Sultan",), 1000).judged.verdict.mark is Mark.WRONG


def test_a_pick_cannot_be_appealed(study: Study) -> None:
    step = give(study, study.start(), wrong)
    with pytest.raises(QuizError, match="not typed"):
        study.appeal(step)


def test_an_early_morning_reply_belongs_to_the_day_before(study: Study, clock: Clock) -> None:
    clock.days(0.7)  # 01:48 in the morning
    play_all(study, study.start())
    assert study.today().left == 0
    assert study.today().done == 4
    clock.days(0.1)  # 04:12
    assert study.today().done == 0


def test_tomorrow_asks_what_is_due(study: Study, clock: Clock) -> None:
    play_all(study, study.start())
    today = study.today()
    assert today.next_due is not None
    assert today.next_count >= 1
    clock.days((today.next_due - today.day).days)
    assert study.today().due == today.next_count


def test_daily_limits_hold_across_sittings(
    open_study: Callable[[], Study], packs: Path, clock: Clock
) -> None:
    questions = "".join(
        f'\n[[question]]\nid = "n{number}"\ntopic = "numbers"\n'
        f'ask = "What is {number} plus {number}?"\nanswer = {number * 2}\n'
        for number in range(30)
    )
    (packs / "small.toml").write_text(PACK + questions, encoding="utf-8")
    study = open_study()
    assert study.today().new == 10
    session = study.start()
    for _ in range(3):
        session = give(study, session).session
    study.close()
    study = open_study()
    assert study.today().new == 7
    play_all(study, study.start())
    assert study.start().finished
    assert study.today().new == 0
    clock.days(1)
    assert study.today().new == 10


def test_a_topic_and_a_limit_narrow_the_session(study: Study) -> None:
    session = study.start(topic=study.find_topic("Numbers"))
    assert session.total == 2
    assert study.start(limit=1).total == 1


def test_an_unknown_topic_names_the_nearest(study: Study) -> None:
    with pytest.raises(UsageError, match='did you mean "capitals"'):
        study.find_topic("capitol")
    assert study.find_topic("small/capitals") == TopicRef("small", "capitals")


def test_needed_questions_come_first(open_study: Callable[[], Study], packs: Path) -> None:
    text = PACK.replace('id = "astana"\n', 'id = "astana"\nneeds = ["languages"]\n')
    (packs / "small.toml").write_text(text, encoding="utf-8")
    study = open_study()
    session, order = study.start(), []
    while not session.finished:
        session, asked = study.ask(session)
        assert asked is not None
        order.append(asked.question.id)
        session = study.reply(session, asked, right(asked), 1000).session
    assert order.index("languages") < order.index("astana")


def test_two_windows_do_not_ask_the_same_question_twice(open_study: Callable[[], Study]) -> None:
    one, other = open_study(), open_study()
    session_one, session_other = one.start(), other.start()
    step = give(one, session_one)
    session_other, asked = other.ask(session_other)
    assert asked is not None
    assert asked.question.id != step.judged.asked.question.id
    give(other, session_other)
    assert one.today().done == other.today().done == 2


def test_a_replay_of_the_log_rebuilds_the_memories_exactly(study: Study, clock: Clock) -> None:
    for number in range(30):
        session = study.start()
        if session.finished:
            clock.days(1)
            continue
        step = give(study, session, wrong if number % 4 == 3 else right)
        if number % 5 == 0 and step.judged.verdict.mark is Mark.RIGHT:
            step = study.rate(step, Rating.HARD)
        if number % 7 == 6:
            study.undo(step.session)
        clock.days(0.4)
    before = memories(study)
    daily = study.database.connection.execute("SELECT * FROM daily WHERE replies").fetchall()
    assert before
    study.database.connection.execute("UPDATE memory SET stability = 1, due = 5")
    reviews.rebuild(study.database, retention=study.retention)
    assert memories(study) == before
    assert study.database.connection.execute("SELECT * FROM daily").fetchall() == daily


def test_a_removed_question_sleeps_and_comes_back_with_its_memory(
    open_study: Callable[[], Study], packs: Path, clock: Clock
) -> None:
    study = open_study()
    play_all(study, study.start())
    before = memories(study)
    study.close()
    start = PACK.index('[[question]]\nid = "minsk"')
    end = PACK.index('[[question]]\nid = "members"')
    (packs / "small.toml").write_text(PACK[:start] + PACK[end:], encoding="utf-8")
    study = open_study()
    clock.days(30)
    assert study.today().due == 3
    study.close()
    (packs / "small.toml").write_text(PACK, encoding="utf-8")
    study = open_study()
    assert study.today().due == 4
    assert memories(study) == before


def test_a_renamed_question_keeps_its_memory(
    open_study: Callable[[], Study], packs: Path, clock: Clock
) -> None:
    study = open_study()
    play_all(study, study.start())
    study.close()
    text = PACK.replace('id = "minsk"\n', 'id = "capital-of-belarus"\nwas = ["minsk"]\n')
    (packs / "small.toml").write_text(text, encoding="utf-8")
    study = open_study()
    assert study.today().new == 0
    assert len(memories(study)) == 4


def test_a_changed_answer_is_learned_anew(open_study: Callable[[], Study], packs: Path) -> None:
    study = open_study()
    play_all(study, study.start())
    study.close()
    text = PACK.replace("answer = 10\nwrong = [6, 8, 9]", "answer = 11\nwrong = [6, 8, 9]")
    (packs / "small.toml").write_text(text, encoding="utf-8")
    study = open_study()
    assert len(memories(study)) == 3
    count = study.database.connection.execute("SELECT count(*) FROM review").fetchone()[0]
    assert count == 5


def test_a_full_disk_is_said_and_the_learner_plays_on(study: Study) -> None:
    session = study.start()
    database = study.database.connection
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    warned = False
    for _ in range(200):
        if session.finished:
            break
        step = give(study, session, wrong)
        session = step.session
        if step.judged.warning:
            warned = True
            assert "disk is full" in step.judged.warning
            assert not step.judged.saved
            break
    assert warned
    assert study.undo(session).current == session.done[-1].question


def test_a_suspended_question_is_not_asked_any_more(study: Study, clock: Clock) -> None:
    session, asked = study.ask(study.start())
    assert asked is not None
    session = study.suspend(session, asked)
    assert session.total == 3
    assert study.today().new == 3
    study.unsuspend(asked)
    assert study.today().new == 4


def test_the_summary_tells_what_was_missed(study: Study) -> None:
    session = play_all(study, give(study, study.start(), wrong).session)
    summary = study.summary(session)
    assert (summary.replies, summary.questions, summary.right_first) == (5, 4, 3)
    assert [missed.expected for missed in summary.missed] == ["Astana"]
    assert summary.streak == 1
    assert summary.left == 0


def test_playing_the_misses_again_moves_no_memory(study: Study) -> None:
    session = play_all(study, give(study, study.start(), wrong).session)
    before = memories(study)
    practice = study.retry_misses(session)
    step = give(study, practice)
    assert step.session.finished
    assert memories(study) == before


def test_a_streak_grows_day_by_day(study: Study, clock: Clock) -> None:
    lengths = []
    for _ in range(3):
        session = study.start()
        if session.finished:
            session = study.retry_misses(session)
        if not session.finished:
            give(study, session, wrong)
        lengths.append(study.today().streak)
        clock.days(1)
    assert lengths == [1, 2, 3]
    clock.time += timedelta(days=3)
    assert study.today().streak == 0


def test_the_topics_tell_how_far_they_are_known(study: Study, clock: Clock) -> None:
    play_all(study, study.start(topic=study.find_topic("capitals")))
    capitals, numbers = study.topics()
    assert (capitals.title, capitals.pack_title) == ("Capitals", "A small pack")
    assert (capitals.questions, capitals.seen, capitals.strong, capitals.due) == (2, 2, 0, 0)
    assert (numbers.questions, numbers.seen) == (2, 0)
    clock.days(40)
    assert study.topics()[0].due == 2


def test_more_goes_beyond_the_daily_limit_on_request(
    open_study: Callable[[], Study], packs: Path
) -> None:
    questions = "".join(
        f'\n[[question]]\nid = "n{number}"\ntopic = "numbers"\n'
        f'ask = "What is {number} plus {number}?"\nanswer = {number * 2}\n'
        for number in range(30)
    )
    (packs / "small.toml").write_text(PACK + questions, encoding="utf-8")
    study = open_study()
    play_all(study, study.start())
    assert study.start().finished
    assert study.start(topic=study.find_topic("numbers")).finished
    assert study.start(topic=study.find_topic("numbers"), more=True).total == 10
    assert study.start(more=True).total == 10


def test_the_first_topics_share_a_days_new_questions(study: Study, packs: Path) -> None:
    text = PACK + "".join(
        f'\n[[question]]\nid = "c{number}"\ntopic = "capitals"\n'
        f'ask = "Which city is capital number {number}?"\nanswer = "City {number}"\n'
        for number in range(20)
    )
    (packs / "small.toml").write_text(text, encoding="utf-8")
    study.refresh()
    session, topics = study.start(), []
    while not session.finished:
        session, asked = study.ask(session)
        assert asked is not None
        topics.append(asked.question.topic)
        session = study.reply(session, asked, right(asked), 1000).session
    assert len(topics) == 10
    assert topics.count("numbers") == 2
    assert "numbers" in topics[:4]


def test_misses_of_a_round_are_counted_and_asked_today(study: Study) -> None:
    play_all(study, study.start())
    assert study.today().left == 0
    number = 1
    assert study.add_to_today([number]) == 1
    assert study.today().left == 1
    session = study.start()
    assert session.waiting == (number,)
    play_all(study, session)
    assert study.today().left == 0


def test_a_round_of_what_was_met_asks_nothing_else(study: Study) -> None:
    from quizapp.play import Play, RoundSetup

    playing = Play(study)
    with pytest.raises(UsageError, match="you have met no question"):
        playing.start(RoundSetup(met=True))
    session, asked = study.ask(study.start())
    assert asked is not None
    study.reply(session, asked, ("Astana",), 1000)
    made = playing.start(RoundSetup(met=True, seed=4))
    assert made.numbers == (session.current,)
    assert made.setup.endswith("; met")
    assert made.again == ""
    assert len(playing.start(RoundSetup(seed=4)).numbers) == 4
    topic = TopicRef("small", asked.question.topic)
    assert playing.start(RoundSetup((topic,), met=True)).numbers == made.numbers
    other = next(one.ref for one in study.topics() if one.ref != topic)
    with pytest.raises(UsageError, match="you have met no question"):
        playing.start(RoundSetup((other,), met=True))


def test_a_round_draws_the_same_questions_for_a_seed_none_giving_the_next_away(
    study: Study,
) -> None:
    from quizapp.core.apart import apart
    from quizapp.play import Play, RoundSetup

    for seed in range(1, 9):
        made = Play(study).start(RoundSetup(seed=seed))
        assert made.numbers == Play(study).start(RoundSetup(seed=seed)).numbers
        asked = [found[1] for one in made.numbers if (found := study.question(one))]
        assert apart(asked) == list(range(len(asked)))


def test_the_summary_is_of_this_sitting_with_the_day_beside_it(
    open_study: Callable[[], Study],
) -> None:
    study = open_study()
    give(study, study.start(), wrong)
    later = open_study()
    session = play_all(later, later.start())
    summary = later.summary(session)
    assert (summary.questions, summary.replies) == (4, 4)
    assert summary.day_replies == 5
    assert not summary.missed
    assert later.retry_misses(session).finished


def test_taking_back_replies_of_an_earlier_sitting_makes_them_part_of_this_one(
    open_study: Callable[[], Study],
) -> None:
    study = open_study()
    give(study, give(study, study.start()).session)
    later = open_study()
    session = later.undo(later.start())
    assert session.sitting == ()
    session = give(later, session).session
    assert (len(session.sitting), len(session.done)) == (1, 2)


def test_what_was_missed_and_not_asked_again_is_still_missed(study: Study) -> None:
    session = give(study, study.start(), wrong).session
    session = give(study, session).session
    summary = study.summary(session)
    assert (summary.questions, summary.right_first, summary.still_missed) == (2, 1, 1)


def test_a_day_that_is_done_says_how_much_can_be_learned_beyond_its_limit(
    study: Study,
) -> None:
    study.database.connection.execute("INSERT INTO setting (name, value) VALUES ('new-a-day', '2')")
    study.choices = type(study.choices)(study.database)
    assert study.today().beyond == 0
    session = play_all(study, study.start())
    assert study.today().beyond == 2
    assert study.summary(session).beyond == 2
    assert len(study.start(more=True).waiting) == 2


def test_of_a_former_answer_only_the_later_one_is_told(
    open_study: Callable[[], Study], packs: Path
) -> None:
    first, rest = PACK.split("[[question]]", 1)
    former = (
        '[[question]]\nid = "nine"\ntopic = "numbers"\nask = "How many were there?"\n'
        'answer = 9\nuntil = 2024-07-03\nas_of = 2023-07-04\nreplaced_by = "members"\n\n'
    )
    (packs / "small.toml").write_text(f"{first}{former}[[question]]{rest}", encoding="utf-8")
    study = open_study()
    session = study.start()
    told = {}
    while not session.finished:
        step = give(study, session)
        session, told[str(step.judged.asked.question.id)] = step.session, step.judged.successor
    assert told["nine"] == "Since 4 July 2024: 10."
    assert told["members"] == ""
