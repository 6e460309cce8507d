"""What goes with a table: the obligation, what time counts, evidence, deadlines, penalty."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules.blocks import LIMIT_UNSTATED, Block, CountingLimit
from sroi_desktop.domain.rules.units import Category, EffortKind


class ObligationBase(Enum):
    """The sum that the percentage is taken of."""

    CONTRACT_SUM = "contract_sum"
    BID_SUM = "bid_sum"
    INVOICED_TURNOVER = "invoiced_turnover"
    WAGE_SUM = "wage_sum"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LowLabour:
    """A lower percentage where labour is a small part of the price."""

    share_under: Fraction
    percentage: Fraction


@dataclass(frozen=True, slots=True)
class ObligationTerms:
    """How much social return is owed; None and empty mean that the source is silent.

    Percentages run from 0 to 100 (5 means five per cent).
    """

    percentage: Fraction | None = None
    base: ObligationBase = ObligationBase.UNKNOWN
    base_text: str | None = None
    thresholds: tuple[tuple[Category, Money], ...] = ()
    cap: Money | None = None
    low_labour: LowLabour | None = None
    min_months: int | None = None
    offered_up_to: Fraction | None = None
    supplies_from_labour_share: Fraction | None = None
    note: str | None = None

    def threshold(self, category: Category) -> Money | None:
        """Return the sum below which nothing is owed, or None where none is known."""
        return dict(self.thresholds).get(category)


OBLIGATION_UNSTATED = ObligationTerms()


class TimeMethod(Enum):
    """How a period becomes a part of a year."""

    CALENDAR_MONTHS = "calendar_months"
    DAYS = "days"
    WORKED_HOURS = "worked_hours"
    WEEKS = "weeks"


class ReferenceDate(Enum):
    """The day on which age and target group are judged."""

    START = "start"
    AWARD = "award"


@dataclass(frozen=True, slots=True)
class CountingTerms:
    """What time counts; None means that the source is silent."""

    method: TimeMethod | None = None
    pro_rata: str | None = None
    default_limit: CountingLimit = LIMIT_UNSTATED
    wage_subsidy_extends: bool = False
    look_back_months: int | None = None
    counts_before_contract: bool | None = None
    min_hours_per_week: Fraction | None = None
    interruption_months: int | None = None
    reference: ReferenceDate | None = None


COUNTING_UNSTATED = CountingTerms()


@dataclass(frozen=True, slots=True)
class EvidenceRequirement:
    """A piece that proves an effort.

    It is asked for the named blocks, or where none are named for the kinds.
    `assumed` marks a usual piece that the source does not name itself.
    """

    code: str
    label: str
    kinds: tuple[EffortKind, ...] = ()
    blocks: tuple[str, ...] = ()
    covers_period: bool = False
    assumed: bool = False

    def asked_for(self, block: Block) -> bool:
        """Tell whether an effort under this block needs the piece."""
        return block.code in self.blocks if self.blocks else block.kind in self.kinds


class DeadlineKind(Enum):
    """What has to be done by a certain day."""

    FIRST_CONTACT = "first_contact"
    PLAN = "plan"
    REPORT = "report"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A number of days after an event: after the award, or after a period to report on."""

    kind: DeadlineKind
    days: int
    working_days: bool = False


class Rhythm(Enum):
    """How often an authority wants a report."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    AT_END = "at_end"

    @property
    def months(self) -> int | None:
        """The months between two reports, or None for one report at the end."""
        return {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}.get(self.value)


@dataclass(frozen=True, slots=True)
class PenaltyTerms:
    """What a shortfall costs: `factor` 1.5 means one and a half times what is missing."""

    factor: Fraction | None = None
    recovery_period: bool = False
    no_fault_exempt: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ShareCap:
    """The largest part of the obligation that some blocks together may fill."""

    label: str
    blocks: tuple[str, ...]
    share: Fraction
