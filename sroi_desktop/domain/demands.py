"""What a tender or contract says about social return, and what comes of it; nothing is computed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.rules import ObligationBase, QuotaUnit

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.derivation import Step
    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.domain.pso import Certificate
    from sroi_desktop.domain.rules import Category, ObligationTerms, Quota


class SignalKind(Enum):
    """Something about an obligation that the owner should look at."""

    SUM_UNKNOWN = "sum_unknown"
    PERCENTAGE_UNKNOWN = "percentage_unknown"
    CATEGORY_UNKNOWN = "category_unknown"
    LABOUR_UNKNOWN = "labour_unknown"
    BASE_PRESUMED = "base_presumed"
    BELOW_THRESHOLD = "below_threshold"
    TOO_SHORT = "too_short"
    DOUBTFUL_SUM = "doubtful_sum"
    ABOVE_USUAL = "above_usual"
    LITTLE_LABOUR = "little_labour"
    CAPPED = "capped"
    RUNNING_TURNOVER = "running_turnover"
    OFFERED_BINDS = "offered_binds"
    OFFER_BELOW_DEMAND = "offer_below_demand"
    OFFER_ABOVE_MAXIMUM = "offer_above_maximum"
    IN_UNITS = "in_units"
    PSO_DISCOUNT = "pso_discount"
    PSO_ENDS = "pso_ends"
    PSO_LAPSED = "pso_lapsed"
    PSO_BID_UNKNOWN = "pso_bid_unknown"
    PSO_BESIDE_FIXED = "pso_beside_fixed"


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal; `amount`, `number`, `base` and `day` fill in its sentence."""

    kind: SignalKind
    amount: Money | None = None
    number: Fraction | None = None
    base: ObligationBase | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is owed in another unit than euros, or None while it cannot be known.

    `base` is the sum that the quota is taken of, where it is one per so many euros; `part` is
    the company's share, less what a PSO certificate takes off.
    """

    quota: Quota
    amount: Fraction | None
    base: Money | None = None
    part: Fraction = Fraction(1)

    @property
    def unit(self) -> QuotaUnit:
        """What it is counted in."""
        return self.quota.unit


@dataclass(frozen=True, slots=True)
class Obligation:
    """The amount owed, or None while it cannot be known, with its steps and signals.

    `quantities` is what is owed in other units; where that is all, there is no amount, but zero
    where nothing at all is owed. `notes` are the rules about it in words, which were not
    computed.
    """

    amount: Money | None
    steps: tuple[Step, ...] = ()
    signals: tuple[Signal, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def in_units(self) -> bool:
        """Tell whether something is owed, and nothing of it in euros."""
        return self.amount is None and any(one.kind is SignalKind.IN_UNITS for one in self.signals)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a tender or contract says about the obligation; None is "not known".

    Percentages run from 0 to 100; `labour_share` and `company_share` are fractions of 1.
    `base` is the sum that the percentage is taken of, and `base_is` which sum that is, None
    where it is the one that the rules ask for. `whole` is the contract sum by which thresholds
    and quotas are judged, where that is another sum. `quotas` are named in the contract itself.
    """

    category: Category | None = None
    base: Money | None = None
    percentage: Fraction | None = None
    offered: Fraction | None = None
    fixed: Money | None = None
    labour_share: Fraction | None = None
    months: Fraction | None = None
    company_share: Fraction = Fraction(1)
    base_is: ObligationBase | None = None
    whole: Money | None = None
    quotas: tuple[Quota, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    bid_on: date | None = None
    period: Period | None = None

    @property
    def contract_sum(self) -> Money | None:
        """The sum by which thresholds and quotas are judged."""
        return self.base if self.whole is None else self.whole

    def quotas_under(self, terms: ObligationTerms) -> tuple[Quota, ...]:
        """Return what is asked for in other units: the contract comes before the rules.

        Of the rules nothing is left where the contract names an amount of its own.
        """
        return self.quotas or (() if self.fixed is not None else terms.quotas)

    @classmethod
    def of(
        cls,
        contract: Contract,
        wanted: ObligationBase = ObligationBase.UNKNOWN,
        certificates: tuple[Certificate, ...] = (),
    ) -> Demand:
        """Return what a contract says about its obligation.

        Args:
            contract: what the owner filled in.
            wanted: the sum that the rules take the percentage of; where it is not filled in
                the contract sum stands in for it, and `base_is` tells so.
            certificates: the company's own, for rules that give a discount for them.
        """
        known = {
            ObligationBase.BID_SUM: contract.bid_sum,
            ObligationBase.WAGE_SUM: contract.wage_sum,
            ObligationBase.INVOICED_TURNOVER: contract.expected_turnover,
        }.get(wanted)
        return cls(
            category=contract.category,
            base=contract.sum_excl_vat if known is None else known,
            percentage=contract.percentage,
            offered=contract.offered_percentage,
            fixed=contract.fixed_amount,
            labour_share=contract.labour_share,
            months=contract.months,
            company_share=contract.company_share,
            base_is=ObligationBase.CONTRACT_SUM if known is None else wanted,
            whole=contract.sum_excl_vat,
            quotas=contract.quotas,
            certificates=certificates,
            bid_on=contract.bid_on,
            period=contract.period,
        )
