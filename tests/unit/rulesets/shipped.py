"""The published facts and the shipped library, for the tests of this room."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from sroi_desktop.rulesets import Library, load_library

_DATA = Path(__file__).parent / "data"

Fact = dict[str, Any]


@cache
def facts(name: str) -> list[Fact]:
    """Return published facts: "tables", "terms" or "cases"."""
    found: list[Fact] = json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def library() -> Library:
    """Return the shipped library."""
    return load_library()
