"""Rule sets as files: the shipped library, and reading, checking and writing one TOML file.

What reads and writes the files themselves is loaded when it is first asked for: it brings
msgspec and tomllib, and the first screen of the program needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sroi_desktop.rulesets.library import Covered, Library, load_library
from sroi_desktop.rulesets.problems import (
    ProblemKind,
    RuleFileError,
    RuleFileProblem,
    UnknownRuleSetError,
)

if TYPE_CHECKING:
    from sroi_desktop.rulesets.bases import read_rule_set
    from sroi_desktop.rulesets.writing import write_rule_set

__all__ = [
    "Covered",
    "Library",
    "ProblemKind",
    "RuleFileError",
    "RuleFileProblem",
    "UnknownRuleSetError",
    "load_library",
    "read_rule_set",
    "write_rule_set",
]

_LATER = {"read_rule_set": "bases", "write_rule_set": "writing"}


def __getattr__(name: str) -> object:
    """Load what is asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
