"""What a contract still lacks before its obligation and its dates are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain import obligation
from sroi_desktop.domain.next_step import Lack
from sroi_desktop.domain.obligation import SignalKind

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import RuleSet


def lacks(
    contract: Contract, rules: RuleSet | None = None, owed: Money | None = None
) -> tuple[Lack, ...]:
    """Return what a contract still lacks before its obligation and dates are known.

    Args:
        contract: what the owner filled in.
        rules: may name a percentage and a rhythm; without them a percentage is not judged.
        owed: what the books say is owed: where that is known, it took another sum or invoices.
    """
    found = set() if rules is None else _signals(contract, rules)
    needs_sum = contract.fixed_amount is None and SignalKind.IN_UNITS not in found
    rhythm = contract.rhythm or (rules.rhythm if rules is not None else None)
    checks = (
        (Lack.CATEGORY, contract.category is None and needs_sum),
        (Lack.SUM, contract.sum_excl_vat is None and needs_sum and owed is None),
        (Lack.PERCENTAGE, SignalKind.PERCENTAGE_UNKNOWN in found),
        (Lack.START, contract.starts_on is None),
        (Lack.END, contract.ends_on is None),
        (Lack.RHYTHM, rhythm is None),
    )
    return tuple(lack for lack, is_lacking in checks if is_lacking)


def _signals(contract: Contract, rules: RuleSet) -> set[SignalKind]:
    return {signal.kind for signal in obligation.of_contract(contract, rules).signals}
