"""Rule sets as files: the shipped library, and reading, checking and writing one TOML file.

What reads and writes the files themselves is loaded when it is first asked for: it brings
msgspec and tomllib, and the first screen of the program needs neither.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from sroi_desktop.rulesets.library import Covered, Library, load_library

if TYPE_CHECKING:
    from sroi_desktop.rulesets.bases import read_rule_set
    from sroi_desktop.rulesets.drafting import Judged, judged
    from sroi_desktop.rulesets.own_sets import Kept, place_for
    from sroi_desktop.rulesets.packs import (
        LARGEST_PACK,
        PACK_SUFFIX,
        Pack,
        PackError,
        PackProblem,
        SourceFile,
        open_pack,
        seal,
    )
    from sroi_desktop.rulesets.problems import (
        ProblemKind,
        RuleFileError,
        RuleFileProblem,
        UnknownRuleSetError,
    )
    from sroi_desktop.rulesets.writing import plain_tables, write_rule_set

__all__ = [
    "LARGEST_PACK",
    "PACK_SUFFIX",
    "Covered",
    "Judged",
    "Kept",
    "Library",
    "Pack",
    "PackError",
    "PackProblem",
    "ProblemKind",
    "RuleFileError",
    "RuleFileProblem",
    "SourceFile",
    "UnknownRuleSetError",
    "judged",
    "load_library",
    "open_pack",
    "place_for",
    "plain_tables",
    "read_rule_set",
    "seal",
    "write_rule_set",
]

_LATER = {
    "read_rule_set": "bases",
    **dict.fromkeys(("plain_tables", "write_rule_set"), "writing"),
    **dict.fromkeys(("Judged", "judged"), "drafting"),
    "Kept": "own_sets",
    "place_for": "own_sets",
    **dict.fromkeys(("ProblemKind", "RuleFileError"), "problems"),
    **dict.fromkeys(("RuleFileProblem", "UnknownRuleSetError"), "problems"),
    **dict.fromkeys(("PACK_SUFFIX", "Pack", "PackError", "PackProblem"), "packs"),
    **dict.fromkeys(("LARGEST_PACK", "SourceFile", "open_pack", "seal"), "packs"),
}


def __getattr__(name: str) -> object:
    """Load what is asked for (PEP 562)."""
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
