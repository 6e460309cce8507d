"""What a tender would ask of the company, before there is a contract. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation
from sroi_desktop.domain.rules import Basis, EffortKind

if TYPE_CHECKING:
    from fractions import Fraction

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.obligation import Demand, Obligation
    from sroi_desktop.domain.rules import Block, RuleSet
    from sroi_desktop.services.desk import Desk

# What shows the size of an obligation best: someone hired, hours given, something bought.
_SHOWN = (
    (EffortKind.PLACEMENT, Basis.YEAR),
    (EffortKind.ACTIVITY, Basis.HOUR),
    (EffortKind.PURCHASE, Basis.AMOUNT),
)


@dataclass(frozen=True, slots=True)
class Example:
    """One way to fill a whole obligation: so many years, hours or euros under a block."""

    block: Block
    basis: Basis
    quantity: Fraction


def authorities(desk: Desk) -> tuple[str, ...]:
    """Return the municipalities and regions of which rules are known, in order."""
    library = desk.library
    names = {name for rules in (*library.rule_sets, *library.terms) for name in rules.covers}
    return tuple(sorted(names, key=str.casefold))


def reckon(demand: Demand, rules: RuleSet) -> Obligation:
    """Return what would be owed under published rules."""
    return obligation.owed(demand, rules.obligation)


def examples(rules: RuleSet, owed: Money) -> tuple[Example, ...]:
    """Return what would fill an obligation: of each kind the first block that has a value.

    Limits to the time that someone counts are left out: this shows a size, not a plan.
    """
    found = (_example(rules, owed, kind, basis) for kind, basis in _SHOWN)
    return tuple(one for one in found if one is not None) if owed else ()


def _example(rules: RuleSet, owed: Money, kind: EffortKind, basis: Basis) -> Example | None:
    for block in rules.blocks:
        if block.kind is not kind or block.unit.bases[0] is not basis:
            continue
        if basis is Basis.AMOUNT:
            return Example(block, basis, owed.euros)
        if block.value:
            return Example(block, basis, owed.euros / block.value.euros)
    return None
