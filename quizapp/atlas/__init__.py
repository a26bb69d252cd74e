"""The map of Eurasia and its surroundings: data, views, text drawings and descriptions.

`world` reads the data, `view` and `places` say what to show, `pixels` samples it, `draw`
turns it into text. The `make_` modules made the data and are run by hand only.
"""

from __future__ import annotations

from quizapp.atlas.places import describe

__all__ = ["describe"]
