"""The small pack with a question that cites an article, and that article's source file."""

from __future__ import annotations

from datetime import date

from conftest import PACK

from quizapp.packs.sources import make_source

ARTICLE = "Headline\n\nBelarus became the 10th member in Astana.\n"
SOURCE = make_source(ARTICLE, "news", "Headline", "Herald", date(2024, 7, 4), "")
CITED = PACK + 'evidence = { source = "news", paragraph = 1, terms = ["Belarus"] }\n'
