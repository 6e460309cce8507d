"""What one effort would be worth under other rules: the same hours, days and amounts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sroi_desktop.domain import valuation
from sroi_desktop.domain.errors import DomainError
from sroi_desktop.domain.likeness import Fit, fit
from sroi_desktop.domain.tenure import FRESH, Tenure

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Valuation
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.rules import Block, RuleSet


@dataclass(frozen=True, slots=True)
class Worth:
    """What an effort would be worth under a rule set.

    `valuation` is None where no row of the set stands for it, or where the row that does cannot
    value it, as `refusal` then says. `lost` are the bonuses that the set does not know.
    """

    fit: Fit
    valuation: Valuation | None = None
    refusal: DomainError | None = None
    lost: tuple[str, ...] = ()

    @property
    def value(self) -> Money | None:
        """The amount, None where there is none."""
        return None if self.valuation is None else self.valuation.value


def worth(
    effort: Effort,
    block: Block,
    rules: RuleSet,
    contract: Contract,
    *,
    chosen: str | None = None,
    found: Fit | None = None,
    tenure: Tenure = FRESH,
) -> Worth:
    """Return what an effort would be worth under a rule set.

    Args:
        effort: what was done.
        block: the row that it stands under now.
        rules: the set that it is valued under.
        contract: gives the days that count, the award date and the full-time week.
        chosen: the code of the row that the owner chose for it in that set.
        found: the row there, where that is known already.
        tenure: the counting time that it takes over under that set.
    """
    found = found or fit(block, rules, chosen)
    if found.block is None:
        return Worth(found)
    known = {one.code for one in rules.bonuses}
    lost = tuple(code for code in effort.bonuses if code not in known)
    moved = replace(
        tenure.of(effort),
        kind=found.block.kind,
        block=found.block.code,
        bonuses=tuple(code for code in effort.bonuses if code in known),
        bonus_costs=tuple(one for one in effort.bonus_costs if one[0] in known),
    )
    try:
        return Worth(found, valuation.value(moved, rules, contract), lost=lost)
    except DomainError as error:
        return Worth(found, refusal=error, lost=lost)
