"""The documents on the rules name everything there is, and nothing that is not there."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pytest
from msgspec import Struct

from sroi_desktop.assets import resource
from sroi_desktop.domain.rules import (
    Anchor,
    BonusUnit,
    CapOf,
    DeadlineKind,
    EditionBy,
    EffortKind,
    NotePlace,
    PsoLevel,
    QuotaUnit,
    Rhythm,
    SplitBy,
    TimeMethod,
    Unit,
)
from sroi_desktop.rulesets import schema
from sroi_desktop.rulesets.json_schema import json_schema_text

ROOT = Path(__file__).parents[3]
FORMAT = (ROOT / "docs" / "ruleset-format.md").read_text(encoding="utf-8")
RULES = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
TABLES = [
    thing
    for thing in vars(schema).values()
    if isinstance(thing, type) and issubclass(thing, Struct)
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_that_every_key_of_the_format_is_described(table: type[Struct]) -> None:
    for key in table.__struct_fields__:
        assert re.search(rf"\b{key}\b", FORMAT), key


@pytest.mark.parametrize(
    "kind",
    [
        *(Unit, BonusUnit, EffortKind, Rhythm, DeadlineKind, Anchor, CapOf, EditionBy),
        *(NotePlace, PsoLevel, QuotaUnit, SplitBy, TimeMethod),
    ],
)
def test_that_every_word_to_choose_is_described(kind: type[Enum]) -> None:
    for member in kind:
        assert f"`{member.value}`" in FORMAT, member


def test_that_every_file_named_with_a_rule_is_there() -> None:
    places = {
        ".toml": [resource("rulesets")],
        ".py": [
            ROOT,
            ROOT / "sroi_desktop" / "domain",
            ROOT / "sroi_desktop" / "rulesets",
            ROOT / "tests" / "unit" / "domain",
            ROOT / "tests" / "unit" / "rulesets",
        ],
    }
    named = re.findall(r"`([\w/-]+(\.toml|\.py))`", RULES)
    assert len(named) > 50
    for name, suffix in named:
        assert any((place / name).is_file() for place in places[suffix]), name


def test_that_the_published_json_schema_is_that_of_the_code() -> None:
    """Write it anew: print(json_schema_text(), end="") into the file."""
    published = resource("schema", "ruleset.schema.json").read_text(encoding="utf-8")
    assert published == json_schema_text()


def test_that_a_schema_describes_in_one_paragraph() -> None:
    """The lines of a docstring keep their indentation, but not from Python 3.13 on."""
    for path in resource("schema").glob("*.json"):
        assert "\\n" not in path.read_text(encoding="utf-8"), path.name
