"""How an effort stands under a rule set that it was not booked under.

The same code is the same group in every set. Where a set lacks the row, the owner chooses one
(`likeness` says which look most like it): nothing is moved to another row in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sroi_desktop.domain.effort import Effort
    from sroi_desktop.domain.rules import Block, RuleSet


@dataclass(frozen=True, slots=True)
class Answer:
    """What the owner decided about an effort that a set does not know as it was booked.

    `block` is the code of the row that it counts as there, None for the row of the same code;
    `without` are the codes of claimed bonuses that no longer count. `aside` is the reason why the
    effort stays in the books and is worth nothing, where the set cannot count it; None otherwise.
    """

    block: str | None = None
    without: frozenset[str] = frozenset()
    aside: str | None = None


AS_BOOKED = Answer()


@dataclass(frozen=True, slots=True)
class Fitted:
    """An effort as it would stand under a set, and what has to be answered first.

    `row` is the code of a row that the set does not have, `bonuses` the codes of claimed
    bonuses that it does not have.
    """

    effort: Effort
    row: str | None = None
    bonuses: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether the set knows all that the effort names."""
        return self.row is None and not self.bonuses


def row_of(rules: RuleSet, code: str) -> Block | None:
    """Return the row with this code, or None where the set does not have it."""
    return next((block for block in rules.blocks if block.code == code), None)


def fitted(effort: Effort, rules: RuleSet, answer: Answer = AS_BOOKED) -> Fitted:
    """Return an effort as it would stand under a rule set, with the answers of the owner.

    Args:
        effort: as it is booked.
        rules: the set that it would stand under.
        answer: which row, and without which bonuses.
    """
    missing, chosen = None, None if answer.block is None else row_of(rules, answer.block)
    if chosen is not None and chosen.code != effort.block:
        effort = replace(effort, block=chosen.code, kind=chosen.kind)
    elif row_of(rules, effort.block) is None:
        missing = effort.block
    if not effort.bonuses:
        return Fitted(effort, missing)
    known = {bonus.code for bonus in rules.bonuses}
    unknown = [code for code in effort.bonuses if code not in known]
    dropped = [code for code in unknown if code in answer.without]
    if dropped:
        effort = without_bonuses(effort, dropped)
    return Fitted(effort, missing, tuple(code for code in unknown if code not in dropped))


def without_bonuses(effort: Effort, codes: list[str]) -> Effort:
    """Return an effort that no longer claims some bonuses, nor what they cost."""
    return replace(
        effort,
        bonuses=tuple(code for code in effort.bonuses if code not in codes),
        bonus_costs=tuple(cost for cost in effort.bonus_costs if cost[0] not in codes),
    )
