"""The glossary names what exists."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

TEXT = (Path(__file__).parents[3] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [line for line in TEXT.splitlines() if line.startswith("| ")]
NAMES = [match[1] for row in ROWS if (match := re.match(r"\| `([a-z_]+\.\w+)` \|", row))]


@pytest.mark.parametrize("name", NAMES)
def test_that_every_code_term_exists(name: str) -> None:
    module, _, attribute = name.partition(".")
    assert hasattr(import_module(f"sroi_desktop.domain.{module}"), attribute)


def test_that_every_term_stands_in_the_glossary_once() -> None:
    terms = [row.split("|")[1].strip() for row in ROWS if not row.startswith(("| ---", "| code"))]
    assert len(terms) == len(set(terms))
    assert len(NAMES) > 30


def test_that_every_row_has_a_dutch_word_and_a_meaning() -> None:
    for row in ROWS:
        assert len([cell for cell in row.strip("|").split("|") if cell.strip()]) == 3
