"""A new pack to begin with: five answers in, a commented pack out that passes every check."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from quizapp.errors import PackError, Problem, UsageError
from quizapp.packs.format.files import file_name, refuse_missing_folder
from quizapp.packs.format.text import proposed_identifier
from quizapp.packs.library import with_home
from quizapp.packs.read import parse_pack


class Asked(NamedTuple):
    """One thing a new pack is asked for: its name on the command line, and the question."""

    name: str
    question: str


FIVE: Final = (
    Asked("title", "Its title"),
    Asked("id", "Its id, which stays for ever: a-z, 0-9 and hyphens"),
    Asked("about", "What it is about, in a sentence"),
    Asked("topic", "Its first topic"),
    Asked("license", "On which terms others may use it"),
)


def proposed(name: str, given: Mapping[str, str], stem: str = "") -> str:
    """What is proposed for one of the five, from what was given so far and the file's name."""
    title = given.get("title", "")
    match name:
        case "title":
            words = (given.get("id", "") or stem).replace("-", " ").replace("_", " ").strip()
            return words[:1].upper() + words[1:] if words else "My pack"
        case "id":
            return proposed_identifier(stem) or proposed_identifier(title) or "my-pack"
        case "about":
            return f"Questions on this subject: {title}."
        case "topic":
            return "First steps"
        case _:
            return "CC-BY-4.0"


def fault(name: str, value: str) -> str:
    """What is wrong with one answer, "" where nothing is."""
    given = {one.name: proposed(one.name, {"title": "A title"}) for one in FIVE}
    try:
        starter_text({**given, name: value}, "en")
    except PackError as error:
        return error.problems[0].message
    return ""


def starter_text(given: Mapping[str, str], language: str) -> str:
    """The text of a new pack. Raises PackError with every answer that cannot stand in one."""
    values = {name: _toml(value) for name, value in given.items()}
    topic = proposed_identifier(given["topic"]) or "first"
    text = _STARTER.format(**values, language=_toml(language), topic_id=_toml(topic))
    try:
        parse_pack(text.encode(errors="surrogatepass"), "the new pack")
    except PackError as error:
        # Lines of a file that is not there would lead nobody anywhere.
        problems = tuple(Problem(one.path, 0, "", one.message) for one in error.problems)
        raise PackError(tuple(dict.fromkeys(problems))) from None
    return text


def place_for(path: Path | None, pack: str) -> Path:
    """The file of a new pack: the one that was named, or one with its id in a folder.

    Raises UsageError where something is there already.
    """
    target = Path() if path is None else with_home(path)
    if target.suffix.lower() != ".toml" or target.is_dir():
        # A folder for packs may be new itself, but not what it is to lie in.
        _refuse_no_folder(target)
        refuse_missing_folder(target)
        target = target / f"{pack}.toml"
    else:
        refuse_missing_folder(target)
    refuse_existing(target)
    return target


def _refuse_no_folder(path: Path) -> None:
    if (path.exists() or path.is_symlink()) and not path.is_dir():
        raise UsageError(
            f"{file_name(path)}: this is no folder; name one, or a file that ends in .toml"
        )


def refuse_existing(target: Path) -> None:
    """Raise UsageError where a file lies at `target` already."""
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target}: this file is there already; name another one")


def write_starter(target: Path, text: str) -> None:
    """Write a new pack whole or not at all, never over a file that is there."""
    from quizapp.packs.placing import write_whole

    try:
        write_whole(target, text.encode())
    except FileExistsError:
        refuse_existing(target)
        raise


def _toml(value: str) -> str:
    """A text as it stands in a TOML file; what TOML cannot say in one line is escaped."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_escape(char) for char in escaped) + '"'


def _escape(char: str) -> str:
    if char.isprintable() or 0xD800 <= ord(char) <= 0xDFFF:
        return char
    return f"\\U{ord(char):08X}"


_STARTER: Final = """\
# A question pack for SCO Quiz. Lines that begin with # are notes for you; take them out as you go.
# All that can stand here: questions/README.md, "Writing question packs".

format = 1
id = {id}  # for ever: what learners remember hangs on it
title = {title}
version = "1.0.0"  # raise it whenever you hand a new version on
language = {language}
license = {license}  # on which terms others may use it
about = {about}

# A topic is a part of the pack. Its brief is read before its questions are asked.

[[topic]]
id = {topic_id}
title = {topic}
brief = \"\"\"
Write here, in your own words, what to know before being asked. A few short paragraphs are enough.
\"\"\"

# An example to write over. Each question is one fact, and its id stays as well.

[[question]]
id = "example"
topic = {topic_id}
ask = "Which city is the capital of Kazakhstan, as of November 2026?"
answer = "Astana"
wrong = ["Almaty", "Karaganda", "Shymkent"]  # without wrong options it must be typed
accept = ["Nur-Sultan", "Akmola"]  # other right spellings
hint = "It became the capital in 1997."
why = "The government moved there in 1997; Almaty, the largest city, had been the capital before."
as_of = 2026-11-21  # the day on which it was true, where that can change
evidence = {{ source = "https://en.wikipedia.org/wiki/Astana" }}  # where it can be looked up
checked = 2026-11-21  # the day on which you last checked it by hand

# Three more kinds to begin with; take the # away to use one. The type of `answer` says which it is.
#
# [[question]]
# id = "a-number"
# topic = {topic_id}
# ask = "About how long is the border between Kazakhstan and Russia?"
# answer = 7600
# within = 500
# unit = "km"
# why = "At about 7,600 km it is the longest unbroken border on land."
#
# [[question]]
# id = "a-date"
# topic = {topic_id}
# ask = "On which day was the SCO founded?"
# answer = 2001-06-15
# why = "It was declared in Shanghai on 15 June 2001."
#
# [[question]]
# id = "true-or-false"
# topic = {topic_id}
# ask = "The SCO's Charter of 2002 binds its members to defend one another."
# answer = false
# why = "The SCO is not a military alliance: its Charter knows no such duty."
"""
