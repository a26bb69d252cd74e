"""A folder of drafts, and the pack that their questions go to."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting.sheets import folder


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return folder(tmp_path / "work")


@pytest.fixture
def pack(drafts: Path) -> Path:
    return drafts.with_name("ten.toml")
