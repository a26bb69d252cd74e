"""The nouns that may stand for something with a name: "the ship" for the Dali."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ALIKE = """
tree|statue|lighthouse
ship vessel freighter boat ferry tanker trawler yacht warship
company firm maker manufacturer carrier airline retailer startup brewer carmaker|bank lender
agency authority regulator watchdog
organisation organization body charity
bloc alliance
stone slab rock megalith
spacecraft probe craft satellite orbiter lander
capsule|rover|telescope|rocket|mission|asteroid|comet|planet
plane aircraft jet airliner
book novel memoir
drug medicine medication treatment therapy vaccine
storm hurricane typhoon cyclone
earthquake quake
volcano|mountain|glacier|island|river|lake|canal|dam|reservoir|desert|forest|valley|peninsula
bridge|tunnel|tower|stadium|airport|harbour harbor port|cathedral|palace|castle|temple|monument
mine|refinery|museum|gallery|library|theatre theater|prison|hospital|university
town|village|city|resort|province|county|district|region
party|team club side|band|newspaper|magazine|journal|union|academy|committee|council|commission
court|parliament|assembly|board|ministry|association|federation|league|foundation|institute
bill law act|treaty pact accord|declaration|agreement deal|constitution|program programme|project
prize award|film movie|album|song|play|series|painting|poem|exhibition|festival
race marathon|tournament championship|cup|final|match|game|season
summit|conference|eruption|earthquake|hearing|election|referendum|trial|ceremony|outbreak|fire
crash|explosion|attack|collapse|outage|protest|flood|strike|auction|rally|parade|talks
virus|disease|bacterium|parasite|mineral|element|language|species|fossil|crater
app|website|platform|chip|device|engine|reactor|system|operator|owner|insurer|tool|update
"""
_OFFICES = """
president|chancellor|governor|mayor|king|queen|pope|coach trainer|captain|author writer novelist
administrator|commissioner|striker|goalkeeper|senator|singer|actor actress|director|founder
"""
GROUPS = {
    word: words.split()[0]
    for line in (_ALIKE + _OFFICES).strip().splitlines()
    for words in line.split("|")
    for word in words.split()
}
"""A noun to the first of those that may stand for the same thing."""
PEOPLE = frozenset(re.findall(r"\w+", _OFFICES))


def group(noun: str) -> str:
    """The first of the nouns that may stand for what `noun` stands for; "" for no such noun."""
    return GROUPS.get(noun.lower(), "")


def has_noun(words: Iterable[str]) -> bool:
    """True where one of the words may stand for something that is introduced by name."""
    return not GROUPS.keys().isdisjoint(words)
