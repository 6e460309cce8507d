"""Which of the places where values were read are behind an amount.

A derivation shows them, so that who reads it can look the value up in the document itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sroi_desktop.domain.rules.notes import Citation
    from sroi_desktop.domain.rules.rule_set import RuleSet

_OF_EVERY_VALUE = ("full_time_hours", "counting.")
OBLIGATION = "obligation."


def behind_value(rules: RuleSet, block: str, bonuses: Iterable[str] = ()) -> tuple[Citation, ...]:
    """Return where the values of a row and its bonuses were read, and what holds for all rows.

    Args:
        rules: the rule set.
        block: code of the row.
        bonuses: codes of the bonuses that are claimed.
    """
    rows = (f"blocks.{block}.", *(f"bonuses.{code}." for code in bonuses), *_OF_EVERY_VALUE)
    return tuple(one for one in rules.citations if one.key.startswith(rows))


def behind_obligation(rules: RuleSet) -> tuple[Citation, ...]:
    """Return where it was read how much is owed."""
    return tuple(one for one in rules.citations if one.key.startswith(OBLIGATION))
