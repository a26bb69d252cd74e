"""What a web page leaves in a saved article: links, credits, captions, bylines, notices."""

from __future__ import annotations

import re

_FEWEST_WORDS = 6
"""A block of fewer words without a full stop is a heading or a caption."""

_ALWAYS = re.compile(
    r"""
    ^\W*(?:
      read\ (?:more|also|next|on)\b | see\ also\b | see\ in\ video | watch\b.{0,40}(?:video|:)
      | share\ (?:this|on|via|video) | click\ (?:here|to)\b | (?:sign|log)\ (?:up|in)\b
      | subscribe\b | follow\ (?:us|me|the|@) | related\b.{0,12}(?:stories|articles|content|:)
      | advertisement\b | sponsored\b | copyright\b | \u00a9 | \(c\)\ | all\ rights\ reserved
      | (?:photo|image|picture|video|file\ photo|photograph|illustration)\b
        .{0,12}(?:credit|by\b|:|courtesy|/)
      | file\ (?:image|picture)\b | (?:looking\ back|pictured|caption)\ ?:
      | (?:posted|published|updated|last\ updated|last\ modified)\b.{0,4}(?:on|at|by|:|\d|[A-Z])
      | by\s+[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){1,3}(?:\s*[,|].*)?$
      | \(?(?:reporting|writing|editing|additional\ reporting)\ by\b
      | (?:reporting|editing)\ by\b | source\s*: | tags?\s*: | topics?\s*: | categor(?:y|ies)\s*:
      | \d+\ of\ \d+\. | view\ (?:full|the|all|more)\b | get\ the\ (?:latest|news|app)
      | this\ (?:story|article|report|post)\b.{0,30}
        \b(?:originally|first\ appeared|was\ (?:updated|published))
      | (?:we|this\ (?:web)?site)\ uses?\ cookies | your\ email | enter\ your
      | comments?\s*(?:\(|:|$)
      | have\ your\ say | download\ (?:the|our) | print\ this | e-?mail\ this | skip\ to
      | most\ (?:read|popular|viewed) | trending\b | more\ (?:on|from)\ (?:this|the)\b.{0,30}$
      | for\ more\ information\b | contact\s*: | media\ contacts?\b | press\ (?:contact|office)s?\b
      | corrections?\b.{0,3}(?:this|an?\ earlier|:) | editor'?s?'?\ note
      | -end-$ | \#\#\# | live\ updates | listen\ to\ this
      | please\ (?:share|subscribe|enable|consider)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ANYWHERE = re.compile(
    r"\b(?:cookie policy|privacy policy|terms of (?:use|service)|newsletter|all rights reserved"
    r"|getty images|file photo|view full size|sign up now|subscribe (?:now|to|today)"
    r"|share pin it|@\w+\s*$|enable javascript|advertisement)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^\W*(?:-- )?By [A-Z]")
_ADDRESS = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$")
_CAPTION = re.compile(
    r"\(AP Photo|/AP\)|/AFP\)|/Reuters\)|REUTERS/"
    r"|\b(?:is|are) (?:seen|pictured|shown) (?:in|at|on|here)\b"
    r"|\b(?:Image|Photo|Picture|Video|Credit): \S|\((?:Image|Photo|Picture) "
    r"|\bin this (?:picture|photo|image)\b|\bpictured (?:above|here|left|right)\b"
)


_SOURCE = re.compile(r'^\W*"[^"]{8,160}"\s*\u2013\s*[A-Z][^"]{2,60}$')
"""A line of a list of sources: a title, who published it and when."""


def is_source(text: str) -> bool:
    """True for a line of a list of sources."""
    return _SOURCE.match(text) is not None


def is_remains(block: str) -> bool:
    """True where `block` is no paragraph of the article but something the page put there."""
    text = block.strip()
    words = text.split()
    if _ALWAYS.match(text) or _ADDRESS.match(text) or is_source(text):
        return True
    if len(words) < _FEWEST_WORDS and not text.endswith((".", '."', "?", "!", '"')):
        return True
    if len(words) <= 40 and (_ANYWHERE.search(text) or _CAPTION.search(text)):
        return True
    if len(words) <= 12 and _BYLINE.match(text):
        return True
    return not any(char.isalpha() for char in text)
