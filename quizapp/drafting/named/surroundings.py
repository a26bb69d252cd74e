"""What an article says around a person's name: offices, countries, pronouns."""

from __future__ import annotations

import re

from quizapp.drafting.ideas import View


def near(view: View, name: str) -> str:
    """What the article says close to a person's names: offices, countries, pronouns."""
    plain = view.article.plain
    found = [" ".join(view.names.titles.get(name, ()))]
    place = plain.find(name)
    for _ in range(_PLACES):
        if place < 0:
            break
        before = plain[max(place - _BEFORE, 0) : place]
        # What belongs to the sentence before says nothing of this name.
        before = re.split(r"[.!?\"]\s", before)[-1]
        behind = re.split(r"[.!?\"](?:\s|$)", plain[place : place + len(name) + _BEHIND])[0]
        found.append(before + behind)
        place = plain.find(name, place + 1)
    return " ".join(found)


_PLACES, _BEFORE, _BEHIND = 3, 60, 70


def called(view: View, name: str) -> str:
    """What the article calls a person in his titles, right before and right behind his name."""
    found = list(view.names.titles.get(name, ()))
    plain = view.article.plain
    place = plain.find(name)
    while place >= 0:
        found += re.findall(r"(?:^|[\s(])((?:[\w'-]+ ){1,3})$", plain[max(place - 40, 0) : place])
        if match := _IS_CALLED.match(plain, place + len(name)):
            found.append(match[0])
        place = plain.find(name, place + 1)
    return " ".join(found)


_IS_CALLED = re.compile(r"\sKC\b|,\s(?:an?|the|who|head|for|[A-Z][\w-]+'s)\s[^,.;:\"]{3,60}")
