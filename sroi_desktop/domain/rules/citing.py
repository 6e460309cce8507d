"""Which of the places where values were read are behind an amount.

A derivation shows them, so that who reads it can look the value up in the document itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.rules.notes import Citation
    from sroi_desktop.domain.rules.rule_set import RuleSet

# Tables whose rows have no code and no kind: a citation names a row by its number, from 1.
NUMBERED = ("obligation.percentages", "obligation.quotas", "obligation.pso", "share_caps")
OBLIGATION = "obligation."
_OF_TIME = ("full_time_hours", "counting.")


def behind_value(rules: RuleSet, block: str, valuation: Valuation) -> tuple[Citation, ...]:
    """Return where the values were read that a valuation rests on.

    Those of its row and of the bonuses in its steps; for what is valued by time also the
    full-time week and the terms of counting.

    Args:
        rules: the rule set.
        block: code of the row.
        valuation: what came of it.

    Raises:
        UnknownBlockError: the rule set has no such row.
    """
    told = {step.label for step in valuation.steps}
    keys = [f"blocks.{block}."]
    keys += [f"bonuses.{bonus.code}." for bonus in rules.bonuses if bonus.label in told]
    if any(basis.grows_with_time for basis in rules.block(block).unit.bases):
        keys += _OF_TIME
    return tuple(one for one in rules.citations if one.key.startswith(tuple(keys)))


def behind_obligation(rules: RuleSet) -> tuple[Citation, ...]:
    """Return where it was read how much is owed."""
    return tuple(one for one in rules.citations if one.key.startswith(OBLIGATION))
