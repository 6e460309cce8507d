"""Reading a rule set together with the set that it builds on, wherever that stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sroi_desktop.assets import resource
from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets.files import read_file
from sroi_desktop.rulesets.problems import UnknownRuleSetError

# Where a library keeps its sets: tables in the folder itself, terms and the generic set below.
_PLACES = (".", "terms", "generic")


@dataclass(frozen=True, slots=True)
class Bases:
    """Finds the sets that others build on, by id, in the first folder that has them."""

    folders: tuple[Path, ...]

    def find(self, rule_set_id: str, way: tuple[str, ...] = ()) -> RuleSet:
        """Return a set by its id, which is the name of its file.

        Args:
            rule_set_id: letters, figures and hyphens only.
            way: the ids of the sets that build on it.

        Raises:
            UnknownRuleSetError: no folder has it.
            RuleFileError: its file cannot be used.
        """
        for folder in self.folders:
            for place in _PLACES:
                path = folder / place / f"{rule_set_id}.toml"
                if path.is_file():
                    return read_file(path, None, self.find, way)
        raise UnknownRuleSetError(rule_set_id)


def read_rule_set(
    source: Path | bytes, name: str | None = None, folders: Iterable[Path] = ()
) -> RuleSet:
    """Return the rule set in a TOML file.

    Args:
        source: the file, or its bytes.
        name: how the file is called in a problem; the file's own name where not given.
        folders: where a set that it builds on may stand, besides next to the file and among
            the shipped sets.

    Raises:
        RuleFileError: the file cannot be used; it lists everything that is the matter.

    Source: docs/ruleset-format.md.
    """
    beside = (source.parent,) if isinstance(source, Path) else ()
    bases = Bases((*folders, *beside, resource("rulesets")))
    return read_file(source, name, bases.find)
