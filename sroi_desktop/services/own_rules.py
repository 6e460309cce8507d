"""A copy of a rule set with the values of the contract in hand, which always come first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import Block, Bonus, RuleSet

OWN = "-own"


def has_value(row: Block | Bonus) -> bool:
    """Tell whether a row is worth an amount of its own; what was paid or agreed is not."""
    return row.unit.has_value


def without_value(rules: RuleSet) -> tuple[Block | Bonus, ...]:
    """Return the rows that still need a value from the contract."""
    rows: tuple[Block | Bonus, ...] = (*rules.blocks, *rules.bonuses)
    return tuple(row for row in rows if has_value(row) and row.value is None)


def adjusted(
    rules: RuleSet,
    blocks: Mapping[str, Money | None],
    bonuses: Mapping[str, Money | None],
) -> RuleSet:
    """Return the rules with these values, marked as the owner's own copy where they differ.

    Args:
        rules: the published set, or the one with the usual rows.
        blocks: the values by the code of the block; None is "not known".
        bonuses: the same for bonuses. Rows that are not named keep their value.
    """
    changed = replace(
        rules,
        blocks=tuple(
            replace(row, value=blocks[row.code]) if row.code in blocks else row
            for row in rules.blocks
        ),
        bonuses=tuple(
            replace(row, value=bonuses[row.code]) if row.code in bonuses else row
            for row in rules.bonuses
        ),
    )
    if changed == rules:
        return rules
    remark = _("Values were filled in or changed from the contract; the contract decides.")
    return replace(
        changed,
        id=rules.id if rules.id.endswith(OWN) else f"{rules.id}{OWN}",
        assumptions=tuple(dict.fromkeys((*rules.assumptions, remark))),
    )
