"""Who belonged to the SCO on any day since 1996, and as what: dated facts with their sources.

A status counts from the first day on which it surely held: membership and observer status from
the day of the decision, a dialogue partner's from the signing of its memorandum, which took
effect at once. Where reports agree on the month or the year alone, that alone is told.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from quizapp.atlas.view import View
from quizapp.atlas.world import countries
from quizapp.core.counting import counted

BEGINNING = date(1996, 4, 26)
"""The first agreement of the Shanghai Five; before it there is nothing to show."""
FOUNDED = date(2001, 6, 15)
MERGED = date(2025, 9, 1)
"""Observers and dialogue partners became one status."""
KNOWN_UNTIL = date(2025, 9, 1)
"""The last day these facts were gathered for."""


class Status(Enum):
    """What a country is to the organisation. The value is the word for one of them."""

    FIVE = "Shanghai Five"
    MEMBER = "member"
    OBSERVER = "observer"
    DIALOGUE = "dialogue partner"
    PARTNER = "SCO partner"


class Step(NamedTuple):
    """A country's status from a day on; `exact` is "day", "month" or "year": what is known of it.

    `source` is the address of a report; `note` what else is to be told, "" for nothing.
    """

    code: str
    status: Status
    since: date
    source: str
    exact: str = "day"
    note: str = ""


_FIVE = "https://photius.com/shanghai_cooperation_organization/"
_UZBEKISTAN = "http://en.people.cn/english/200106/14/print20010614_72623.html"
_FOUNDING = "http://en.kremlin.ru/events/president/news/41570"
_FIRST_OBSERVER = (
    "https://en.inform.kz/amp/mongolian-president-to-participate-in-sco-summit-in-astana_a3030679/"
)
_OBSERVERS = (
    "http://eurasianhome.org/xml/t/databases.xml?lang=en&nic=databases&intorg=9&pid=27&s=-1"
)
_FIRST_PARTNERS = "http://revbel.org/en/2010/06/lukashenko-ne-pozvali-na-sammit-shos"
_AFGHANISTAN = "https://pajhwok.com/2012/06/07/sco-accepts-afghanistan-observer/"
_TURKIYE = (
    "https://uzdaily.com/ru/"
    "afganistanu-prisvoen-status-nabliudatelia-turtsii-partnera-po-dialogu-s-shos"
)
_BELARUS_OBSERVES = (
    "https://www.inform.kz/en/belarus-officially-applies-for-sco-membership_a3955094/amp"
)
_CAMBODIA = "https://uztag.info/ru/news/kambodzha-poluchila-status-partnera-po-dialogu-shos"
_AZERBAIJAN = "https://economy.gov.az/en/article/shanxay-emekdashliq-teshkilat/22940"
_NEPAL = "http://eng.sectsco.org/20200819/670183.html"
_ARMENIA = "https://www.gazeta.uz/ru/2016/04/16/sco/"
_ENLARGED = "https://rferl.org/amp/shanghai-cooperation-organization-meeting-astana/28537493.html"
_EGYPT = "https://newsghana.com.gh/egypt-and-qatar-granted-status-of-sco-dialogue-partner/"
_SAUDI = (
    "https://www.urdupoint.com/en/world/saudi-king-approves-riyadhs-dialogue-partner-1667578.html"
)
_GOA = (
    "https://www.financialexpress.com/business/"
    "defence-sco-adds-kuwait-uae-myanmar-and-maldives-as-dialogue-partners-3076846/"
)
_BAHRAIN = "https://libyannewswire.com/bahrain-granted-the-status-of-sco-dialogue-partner/"
_IRAN = (
    "https://sputnikglobe.com/20230704/"
    "iran-becomes-full-fledged-member-of-shanghai-cooperation-organization-1111655518.html"
)
_BELARUS = "https://head-post.com/belarus-joins-sco-becomes-its-10th-member-state"
_TIANJIN = "https://tass.com/world/2010381/amp"

_ONCE_DECIDED = "decided in Yekaterinburg in June 2009"
_IN_UFA = "decided in Ufa in July 2015"
_IN_SAMARKAND = "decided in Samarkand in September 2022"


def _dialogue(code: str, since: date, source: str, exact: str = "day", note: str = "") -> Step:
    return Step(code, Status.DIALOGUE, since, source, exact, note)


STEPS: tuple[Step, ...] = (
    *(Step(code, Status.FIVE, BEGINNING, _FIVE) for code in ("CN", "KZ", "KG", "RU", "TJ")),
    Step("UZ", Status.FIVE, date(2001, 6, 14), _UZBEKISTAN, note="the day before the founding"),
    *(
        Step(code, Status.MEMBER, FOUNDED, _FOUNDING, note="a founder")
        for code in ("CN", "KZ", "KG", "RU", "TJ", "UZ")
    ),
    Step("MN", Status.OBSERVER, date(2004, 6, 17), _FIRST_OBSERVER, note="the first observer"),
    *(Step(code, Status.OBSERVER, date(2005, 7, 5), _OBSERVERS) for code in ("IN", "IR", "PK")),
    *(
        _dialogue(code, date(2010, 6, 10), _FIRST_PARTNERS, "year", _ONCE_DECIDED)
        for code in ("BY", "LK")
    ),
    Step("AF", Status.OBSERVER, date(2012, 6, 7), _AFGHANISTAN),
    _dialogue("TR", date(2013, 4, 26), _TURKIYE, note="decided in Beijing on 7 June 2012"),
    Step("BY", Status.OBSERVER, date(2015, 7, 10), _BELARUS_OBSERVES),
    _dialogue("KH", date(2015, 9, 24), _CAMBODIA, note=_IN_UFA),
    _dialogue("AZ", date(2016, 3, 14), _AZERBAIJAN, note=_IN_UFA),
    _dialogue("NP", date(2016, 3, 22), _NEPAL, note=_IN_UFA),
    _dialogue("AM", date(2016, 4, 16), _ARMENIA, note=_IN_UFA),
    *(Step(code, Status.MEMBER, date(2017, 6, 9), _ENLARGED) for code in ("IN", "PK")),
    *(
        _dialogue(code, date(2022, 9, 14), _EGYPT, note="decided in Dushanbe in September 2021")
        for code in ("EG", "QA")
    ),
    _dialogue(
        "SA", date(2023, 3, 28), _SAUDI, note="memorandum of September 2022, approved in Riyadh"
    ),
    *(
        _dialogue(code, date(2023, 5, 6), _GOA, "month", _IN_SAMARKAND)
        for code in ("AE", "KW", "MM", "MV")
    ),
    Step("IR", Status.MEMBER, date(2023, 7, 4), _IRAN, note="the ninth member"),
    _dialogue("BH", date(2023, 7, 15), _BAHRAIN, "month", _IN_SAMARKAND),
    Step("BY", Status.MEMBER, date(2024, 7, 4), _BELARUS, note="the tenth member"),
    Step("LA", Status.PARTNER, MERGED, _TIANJIN, note="decided that day in Tianjin"),
    *(
        Step(code, Status.PARTNER, MERGED, _TIANJIN, note="observers and partners became one")
        for code in (
            *("AF", "MN"),
            *("AE", "AM", "AZ", "BH", "EG", "KH", "KW"),
            *("LK", "MM", "MV", "NP", "QA", "SA", "TR"),
        )
    ),
)
"""Every change of status, by day."""


def on(day: date) -> dict[str, Step]:
    """Each country's status on a day, by its ISO 3166 code; nobody's before BEGINNING.

    After KNOWN_UNTIL it is the last one known.
    """
    return {step.code: step for step in STEPS if step.since <= day}


def path(code: str) -> tuple[Step, ...]:
    """All that a country has been, oldest first."""
    return tuple(step for step in STEPS if step.code == code)


@lru_cache(maxsize=1)
def event_days() -> tuple[date, ...]:
    """The days on which anything changed."""
    return tuple(sorted({step.since for step in STEPS}))


def when(step: Step) -> str:
    """The day, or as much of it as is known: "4 July 2024", "May 2023", "2010"."""
    if step.exact == "year":
        return str(step.since.year)
    month = f"{step.since:%B} {step.since.year}"
    return month if step.exact == "month" else f"{step.since.day} {month}"


VIEW = View(20, -2, 178, 73)
"""The window onto every country that has ever had a status, from Egypt to the Bering Strait."""


class Group(NamedTuple):
    """The countries of one status on a day: what it is called, and who, in the order of joining."""

    status: Status
    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        """The group by name, with how many are in it: "10 members", "2 observers"."""
        many = len(self.steps)
        if self.status is Status.FIVE:
            return f"{many} in the Shanghai Five"
        return counted(many, self.status.value)


def groups(day: date) -> tuple[Group, ...]:
    """Who is what on a day, group by group; none before BEGINNING."""
    found: dict[Status, list[Step]] = {}
    for step in on(day).values():
        found.setdefault(step.status, []).append(step)
    return tuple(
        Group(status, tuple(sorted(found[status], key=_by_joining)))
        for status in Status
        if status in found
    )


def _by_joining(step: Step) -> tuple[date, str]:
    """Partners whose status only got another name count from when they came."""
    return joined(step).since, name_of(step.code)


def joined(step: Step) -> Step:
    """The step by which a country came to be what it is; where its status was only renamed in
    2025, the one before.
    """
    if step.status is Status.PARTNER:
        before = [one for one in path(step.code) if one.status is not Status.PARTNER]
        return before[-1] if before else step
    return step


def name_of(code: str) -> str:
    """A country's common English name."""
    return countries()[code].name


def what_changed(since: date, until: date) -> str:
    """What changed from one day to another, both counted in; a sentence, "" for nothing."""
    changes: dict[tuple[date, Status], list[Step]] = {}
    for step in STEPS:
        if since <= step.since <= until:
            changes.setdefault((step.since, step.status), []).append(step)
    told = [_told([step for step in steps if joined(step) is step]) for steps in changes.values()]
    if since <= MERGED <= until:
        told.append("observers and dialogue partners are one from then on, SCO partners")
    return "; ".join(told) + "." if told else ""


def _told(steps: list[Step]) -> str:
    names = listed([name_of(step.code) for step in steps])
    if steps[0].since == FOUNDED:
        return f"{when(steps[0])}: {names} found the SCO"
    if steps[0].status is Status.FIVE:
        begin = "begin the" if steps[0].since == BEGINNING else "joins the"
        return f"{when(steps[0])}: {names} {begin} Shanghai Five"
    value = steps[0].status.value
    article = "an" if value[0] in "aeiouS" else "a"
    what = f"becomes {article} {value}" if len(steps) == 1 else f"become {value}s"
    return f"{when(steps[0])}: {names} {what}"


def life(code: str, *, noted: bool = False) -> str:
    """All that a country has been, oldest first, in a sentence; "" where it never was anything.

    With `noted` the little that is to be told of each step stands with it.
    """
    told = [
        f"{step.status.value} {'in' if step.exact != 'day' else 'on'} {when(step)}"
        + (f" ({step.note})" if noted and step.note else "")
        for step in path(code)
    ]
    return f"{name_of(code)}: {', '.join(told)}." if told else ""


def listed(items: list[str]) -> str:
    """Items in a row: "China, Russia and India"."""
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last


def what_is_known(day: date) -> str:
    """What has to be said of a day outside the time these facts are for; "" within it."""
    if day < BEGINNING:
        return "Before 26 April 1996 there was neither the SCO nor the Shanghai Five before it."
    if day > KNOWN_UNTIL:
        return "What is known here ends with 1 September 2025: later changes are not shown."
    return ""
