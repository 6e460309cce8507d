"""The rows of a table: blocks with their counting limits, and bonuses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules.units import EffortKind, Unit


class LimitKind(Enum):
    """How the time that someone may count is limited."""

    SILENT = "silent"
    MONTHS = "months"
    WORKED_YEARS = "worked_years"
    WORKED_HOURS = "worked_hours"
    WAGE_SUBSIDY = "wage_subsidy"
    UNLIMITED = "unlimited"


@dataclass(frozen=True, slots=True)
class CountingLimit:
    """The longest time that one person may count.

    `amount` is in months, full-time working years or worked hours, as the kind says; without
    a meaning for the other kinds.
    """

    kind: LimitKind = LimitKind.SILENT
    amount: int = 0


LIMIT_UNSTATED = CountingLimit()


class SplitBy(Enum):
    """What the rows of one group differ in: the question that chooses between them."""

    BENEFIT_DURATION = "benefit_duration"
    LEVEL = "level"
    CONTRACT = "contract"
    DISABILITY = "disability"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BlockGroup:
    """Rows for one target group of which a person falls under exactly one."""

    code: str
    label: str
    by: SplitBy


@dataclass(frozen=True, slots=True)
class Block:
    """One row of the table: a target group or activity, and what it is worth.

    `value` is None where the source names none (invoices, cost, agreed with the adviser).
    `min_months_out`: months someone may not have worked for the same employer before.
    `share_cap`: the largest part of an obligation that this block may fill.
    `group` is the code of the group that the row is a choice of, and `choice` what tells it
    apart there ("korter dan 2 jaar"). `counts_for` is the part of an amount paid that counts.
    """

    code: str
    label: str
    kind: EffortKind
    unit: Unit
    value: Money | None = None
    limit: CountingLimit = LIMIT_UNSTATED
    min_months_out: int | None = None
    share_cap: Fraction | None = None
    note: str | None = None
    assumptions: tuple[str, ...] = ()
    group: str | None = None
    choice: str | None = None
    counts_for: Fraction | None = None


class BonusUnit(Enum):
    """What a bonus is per, as the source puts it."""

    PER_YEAR = "per_year"
    EXTRA_ON_BLOCK = "extra_on_block"
    ONCE = "once"
    ONCE_OR_PER_YEAR = "once_or_per_year_not_stated"
    COST = "cost"

    @property
    def has_value(self) -> bool:
        """Tell whether a bonus has a value of its own: what it cost has not."""
        return self is not BonusUnit.COST


@dataclass(frozen=True, slots=True)
class AgeCondition:
    """An age that someone must have reached on the reference date.

    `inclusive` is True for "at least this age" and False for "older than this age".
    """

    years: int
    inclusive: bool = True

    @property
    def youngest(self) -> int:
        """The youngest age, in whole years, that meets the condition."""
        return self.years if self.inclusive else self.years + 1

    def met_at(self, age: int) -> bool:
        """Tell whether someone of this age, in whole years, meets the condition."""
        return age >= self.youngest


@dataclass(frozen=True, slots=True)
class Bonus:
    """An extra on top of a block.

    `stagger` groups bonuses of which only the highest counts. `follows_hours` and
    `follows_time` are None where the source is silent: then the bonus follows, and the
    valuation says that this is an assumption. `blocks` are the codes of the only blocks that
    it is for; empty for every block of its kinds.
    """

    code: str
    label: str
    unit: BonusUnit
    value: Money | None = None
    age: AgeCondition | None = None
    stagger: str | None = None
    follows_hours: bool | None = None
    follows_time: bool | None = None
    kinds: tuple[EffortKind, ...] = (EffortKind.PLACEMENT, EffortKind.APPRENTICESHIP)
    blocks: tuple[str, ...] = ()

    def is_for(self, block: Block) -> bool:
        """Tell whether the bonus can come on top of this block."""
        return block.code in self.blocks if self.blocks else block.kind in self.kinds
