"""The format of a rule-set file as JSON schema, for editors and other programs.

Made from the classes that check the files, so that it cannot say anything else. It tells the
shape; what contradicts itself is told by `rules check`.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import msgspec

from sroi_desktop.rulesets.schema import FORMAT, RuleFile

_EXACT = {
    "description": 'An exact number: 40000, 2.5 or "1/3".',
    "anyOf": [
        {"type": "number"},
        {"type": "string", "pattern": r"^-?\d{1,15}(\.\d{1,9}|/0*[1-9]\d{0,8})?$"},
    ],
}


def json_schema() -> dict[str, Any]:
    """Return the schema of a rule-set file."""
    found: dict[str, Any] = msgspec.json.schema(RuleFile, schema_hook=_number)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sroi-desktop:schema:rule-set:{FORMAT}",
        "title": "rule set",
        **found,
    }


def json_schema_text() -> str:
    """Return the schema as it stands in resources/schema/ruleset.schema.json."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _number(kind: type) -> dict[str, Any]:
    if kind is Fraction:
        return _EXACT
    raise NotImplementedError(kind)
