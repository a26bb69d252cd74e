"""What the words near a name say its bearer is: the roles that the table of people has."""

from __future__ import annotations

import re
from functools import lru_cache

_ROLES = (
    ("president of the European Commission", "European Commission"),
    ("president of the European Council", "European Council"),
    ("president of the European Central Bank", "European Central Bank|ECB"),
    ("chairman of the Federal Reserve", "Federal Reserve|Fed chair"),
    (
        "UN secretary-general",
        "un secretary|united nations secretary|secretary general of the united nations",
    ),
    ("NATO secretary-general", "nato secretary|nato s secretary|secretary general of nato"),
    ("regional director of the WHO", "regional director"),
    ("director-general of the WHO", "who director|who s director|who chief|head of the who "),
    ("administrator of NASA", "nasa administrator|nasa s administrator|administrator of nasa"),
    ("chair of the NTSB", "NTSB|transportation safety board"),
    ("official of the FDA", "FDA|food and drug administration"),
    ("chairman of the SEC", "SEC |securities and exchange"),
    ("administrator of the Panama Canal", "canal administrator|canal s administrator"),
    ("director of the FBI", "FBI"),
    ("director of the CIA", "CIA"),
    ("director of the CDC", "CDC"),
    ("IOC president", "IOC|olympic committee"),
    ("FIFA president", "FIFA"),
    ("IMF chief", "IMF|monetary fund"),
    ("World Bank chief", "World Bank"),
    ("Swedish Academy member", "Swedish Academy|Academy s|nobel committee"),
    ("central banker", "central bank|bank of japan|BOJ|policy board"),
    ("vice president", "vice president"),
    ("secretary of state", "secretary of state"),
    ("defense secretary", "defense secretary"),
    ("treasury secretary", "treasury secretary"),
    ("transport secretary", "transportation secretary|transport secretary"),
    ("homeland security secretary", "homeland security secretary"),
    ("attorney general", "attorney general"),
    ("education secretary", "education secretary"),
    ("health secretary", "health secretary"),
    ("home secretary", "home secretary"),
    ("foreign minister", "foreign minister|foreign secretary"),
    ("finance minister", "finance minister|chancellor of the exchequer"),
    ("defence minister", "defence minister|defense minister"),
    ("health minister", "health minister|minister of health"),
    ("environment minister", "environment minister"),
    ("prime minister", "prime minister|premier |chancellor"),
    ("speaker of the House", "speaker of the house|house speaker"),
    ("press secretary", "press secretary"),
    ("senator", "senator |Sen. "),
    ("congressman", "congressman|Rep. |Representative "),
    ("governor", "governor |Gov. "),
    ("mayor", "mayor "),
    ("first lady", "first lady"),
    ("Supreme Court justice", "Justice "),
    ("astronaut", "astronaut"),
    ("cosmonaut", "cosmonaut"),
    (
        "EU commissioner",
        "EU commissioner|commissioner of EU|commissioner of the EU|EU s commissioner",
    ),
    ("member of the European Parliament", "MEP |European Parliament|rapporteur"),
    ("surgeon", "surgeon"),
    ("doctor", "doctor |physician|nephrolog|oncolog|cardiolog|epidemiolog|virolog"),
    ("historian", "historian"),
    ("meteorologist", "meteorolog|hurricane specialist|hurricane researcher|forecaster"),
    ("explorer", "explorer"),
    ("volcanologist", "volcanologist"),
    ("archaeologist", "archaeolog"),
    ("geologist", "geolog"),
    ("planetary scientist", "planetary|asteroid|OSIRIS|principal investigator"),
    ("oceanographer", "oceanograph"),
    ("climate scientist", "climate scien|climatolog|atmospheric scien|atmospheric chem"),
    ("astronomer", "astronomer"),
    ("physicist", "physicist"),
    ("biochemist", "CRISPR|biochemist|geneticist|molecular|structural biologist"),
    ("biologist", "biologist|ecologist|zoologist"),
    ("economist", "economist"),
    ("inventor", "inventor"),
    ("Nobel laureate in literature", "nobel prize in literature|nobel laureate"),
    ("Peace laureate", "peace prize"),
    ("translator", "translat"),
    ("writer", "novelist|poet |playwright|writer |author |fiction"),
    ("wheelchair racer", "wheelchair"),
    ("marathon runner", "marathon"),
    ("sprinter", "sprinter"),
    (
        "football captain",
        "captain of England|captain of Sweden|captain of Belgium|captain of Spain",
    ),
    ("football coach", "coach of |coach to |national coach|manager of England"),
    ("referee", "referee "),
    ("footballer", "goalkeeper|striker|midfielder|defender|penalty|equalis|equaliz|corner kick"),
    ("cricketer", "wicket|lbw |batsman|bowler|innings"),
    ("quarterback", "quarterback"),
    ("tennis player", "tennis|Wimbledon"),
    ("golfer", "golfer"),
    ("boxer", "boxer"),
    ("cyclist", "cyclist"),
    ("director", "film director|filmmaker|directed by"),
    ("actor", "actor |actors |actress|voice of|starring"),
    ("comics author", "comic"),
    ("jazz musician", "jazz"),
    ("singer", "singer"),
    ("painter", "painter"),
    ("composer", "composer"),
    ("royal", "Prince |Princess |royal "),
    ("archbishop", "archbishop"),
    ("pope", "Pope "),
    ("general", "General "),
    ("ambassador", "ambassador"),
    ("activist", "activist|campaigner"),
    ("airline chief", "airline|AirAsia"),
    ("security chief", "CrowdStrike|cybersecurity"),
    ("technology chief", "Facebook|Google|Twitter|Apple |Microsoft|Amazon |Tesla"),
    ("lawyer", "lawyer|attorney |prosecutor|barrister|KC |QC "),
    ("scientist", "researcher|professor|scientist|co author|university"),
    ("politician", "lawmaker|politician|legislator|councillor|MP |opposition"),
    ("business leader", "chief executive|CEO |entrepreneur|billionaire"),
    ("president", "president "),
)
"""The roles by the words that tell of them, the surest first; capitals count where they stand.

A word may go on behind what stands here, but for one with a space behind it.
"""
_APART = re.compile(r"[^\w.]+|\.(?=\s|$)(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)")


_NO_OFFICES = re.compile(
    r"\b(?:(?:Mrs?|Ms) Justice |Justice (?=Department)"
    r"|General (?=Hospital|Assembly|Motors|Electric|Secretary|Election))"
)


_WORLDS = {
    role: world
    for world, roles in {
        "science": "scientist|doctor|surgeon|meteorologist|volcanologist|archaeologist|geologist"
        "|planetary scientist|oceanographer|climate scientist|astronomer|physicist|biochemist"
        "|biologist|chemist|historian|economist|inventor",
        "sport": "wheelchair racer|marathon runner|sprinter|football captain|football coach|referee"
        "|footballer|cricketer|quarterback|tennis player|golfer|boxer|cyclist|club coach",
        "arts": "Nobel laureate in literature|translator|writer|director|actor|comics author|singer"
        "|jazz musician|painter|composer|Swedish Academy member",
        "business": "airline chief|security chief|technology chief|business leader|analyst",
        "law": "lawyer|Supreme Court justice",
        "space": "astronaut|cosmonaut",
        "past": "explorer|emperor|pharaoh",
    }.items()
    for role in roles.split("|")
}


def world(role: str) -> str:
    """In what part of public life a role is one; "" where there is no role."""
    return _WORLDS.get(role, "politics") if role else ""


@lru_cache(maxsize=512)
def role_in(text: str) -> str:
    """The role that a text gives somebody, or ""."""
    words = _plain(text)
    return next((role for role, told in _told().items() if _says(words, told)), "")


def tells(role: str, text: str) -> bool:
    """True where a text tells that somebody has a role."""
    return _says(_plain(text), _told().get(role, ()))


@lru_cache(maxsize=1)
def _told() -> dict[str, tuple[str, ...]]:
    return {role: tuple(f" {one}" for one in told.split("|")) for role, told in _ROLES}


def _says(words: tuple[str, str], told: tuple[str, ...]) -> bool:
    return any(one in words[one.islower()] for one in told)


@lru_cache(maxsize=512)
def _plain(text: str) -> tuple[str, str]:
    """A text as words with single spaces: as it stands, and in small letters."""
    words = f" {_NO_OFFICES.sub('', _APART.sub(' ', text))} "
    return words, words.lower()
