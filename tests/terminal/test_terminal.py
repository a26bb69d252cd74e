from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parent))

import kills


def test_no_reply_that_was_shown_is_lost_by_twenty_kills(tmp_path: Path) -> None:
    assert kills.run(20, tmp_path) > 20
