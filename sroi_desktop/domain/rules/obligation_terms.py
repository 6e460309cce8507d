"""How much social return is owed: of what sum, which percentage, in which unit, and less when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from sroi_desktop.domain.money import Money
from sroi_desktop.domain.rules.recognition import PsoDiscount
from sroi_desktop.domain.rules.units import Category


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
class PercentageRow:
    """A percentage for some contracts only: of one kind, or with little labour in the price."""

    percentage: Fraction
    category: Category | None = None
    labour_share_under: Fraction | None = None


class QuotaUnit(Enum):
    """A unit beside euros; FTE are years at full time: half a year at full time is 0.5."""

    HOURS = "hours"
    FTE = "fte"
    PLACEMENTS = "placements"


@dataclass(frozen=True, slots=True)
class Quota:
    """A number of hours, full-time years or placements, once or for every so many euros."""

    unit: QuotaUnit
    amount: Fraction
    per: Money | None = None


@dataclass(frozen=True, slots=True)
class ObligationTerms:
    """How much social return is owed; None and empty mean that the source is silent.

    Percentages run from 0 to 100 (5 means five per cent). Of `percentages` the first row that
    fits holds; where none fits `low_labour` and then `percentage` hold. `pso` takes a part off.
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
    percentages: tuple[PercentageRow, ...] = ()
    quotas: tuple[Quota, ...] = ()
    pso: tuple[PsoDiscount, ...] = ()

    def threshold(self, category: Category) -> Money | None:
        """Return the sum below which nothing is owed, or None where none is known."""
        return dict(self.thresholds).get(category)


OBLIGATION_UNSTATED = ObligationTerms()
