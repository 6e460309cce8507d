"""Rules that are still being typed: the tables of a file that is not there yet, and what is amiss.

A file with a problem is refused whole; of what is being typed everything that can be used is
used, so that the owner sees at once what it is worth.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sroi_desktop.domain.rules import RuleSet
from sroi_desktop.rulesets import building, checks
from sroi_desktop.rulesets.problems import RuleFileError, RuleFileProblem
from sroi_desktop.rulesets.reading import shaped
from sroi_desktop.rulesets.schema import RuleFile

_NAME = "rules.toml"


class Judged(NamedTuple):
    """What tables make: the rules, None where they have no shape, and what is the matter.

    Rules with a problem can be looked at, but not kept.
    """

    rules: RuleSet | None
    problems: tuple[RuleFileProblem, ...]


def judged(tables: Mapping[str, Any]) -> Judged:
    """Return what the tables of a rule-set file make, with everything that is the matter.

    Args:
        tables: as in the file; amounts have no parts of a cent.
    """
    try:
        file = shaped(dict(tables), _NAME, RuleFile)
    except RuleFileError as error:
        return Judged(None, error.problems)
    problems = tuple(
        RuleFileProblem(_NAME, found.path, found.kind, found.data)
        for found in checks.findings(file)
    )
    return Judged(building.rule_set(file), problems)
