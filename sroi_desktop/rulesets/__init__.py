"""Rule sets as files: the shipped library, and reading, checking and writing one TOML file."""

from __future__ import annotations

from sroi_desktop.rulesets.files import read_rule_set
from sroi_desktop.rulesets.library import Covered, Library, load_library
from sroi_desktop.rulesets.problems import (
    ProblemKind,
    RuleFileError,
    RuleFileProblem,
    UnknownRuleSetError,
)
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
