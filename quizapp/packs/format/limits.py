"""How much a pack may hold. Pack text comes from strangers, so every size has a bound."""

from __future__ import annotations

from typing import Final

FORMAT: Final = 1

FILE_BYTES: Final = 64 * 2**20
BRACKETS: Final = 2_500_000
"""Opening brackets in one file: far above any honest pack, low enough to keep memory in hand."""
NESTING: Final = 32
"""Brackets inside brackets, and parts of one dotted key; a pack needs eight."""

QUESTIONS: Final = 200_000
TOPICS: Final = 1_000
ALSO: Final = 12
EVIDENCE: Final = 12
TERMS: Final = 12
LINKED: Final = 40
"""Ids in one `needs` or `was`."""

WRONG: Final = 8
ITEMS: Final = 40
ORDERED: Final = (2, 12)
PAIRS: Final = (2, 12)
GAPS: Final = 12
SPELLINGS: Final = 40
"""Other right spellings of one answer, item or gap."""
LEVELS: Final = (1, 3)

# Lengths of text, in characters.
ID: Final = 64
TITLE: Final = 120
LICENSE: Final = 120
ABOUT: Final = 1_000
BRIEF: Final = 8_000
ASK: Final = 500
OPTION: Final = 200
WHY: Final = 1_000
HINT: Final = 1_000
UNIT: Final = 40
NAME: Final = 200
ADDRESS: Final = 1_000
PARAGRAPHS: Final = 100_000

# How much is said about a file that is wrong from end to end.
PROBLEMS: Final = 100_000
SUGGESTIONS: Final = 500
"""Problems before the search for what an unknown name might have meant is given up."""
CIRCLES: Final = 20
