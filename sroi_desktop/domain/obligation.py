"""What a company owes under a contract, and what looks doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.derivation import Operation, Step, StepKind
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.rules import Category, ObligationBase

if TYPE_CHECKING:
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.rules import ObligationTerms, RuleSet

HUNDRED = Fraction(100)
# Above this share the Commissie van Aanbestedingsexperts called a demand disproportionate
# (Advies 290); PIANOo names 5% as the usual figure.
USUAL_PERCENTAGE = Fraction(5)
# A sum from which a slip of three zeros is more likely than a contract of an SME.
DOUBTFUL_SUM = Money.from_euros(500_000_000)
LOW_LABOUR_SHARE = Fraction(3, 10)


class SignalKind(Enum):
    """Something about an obligation that the owner should look at."""

    SUM_UNKNOWN = "sum_unknown"
    PERCENTAGE_UNKNOWN = "percentage_unknown"
    CATEGORY_UNKNOWN = "category_unknown"
    BELOW_THRESHOLD = "below_threshold"
    TOO_SHORT = "too_short"
    DOUBTFUL_SUM = "doubtful_sum"
    ABOVE_USUAL = "above_usual"
    LITTLE_LABOUR = "little_labour"
    CAPPED = "capped"
    RUNNING_TURNOVER = "running_turnover"
    OFFERED_BINDS = "offered_binds"


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal; `amount` and `number` fill in its sentence."""

    kind: SignalKind
    amount: Money | None = None
    number: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Obligation:
    """The amount owed, or None while it cannot be known, with its steps and signals."""

    amount: Money | None
    steps: tuple[Step, ...] = ()
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a tender or contract says about the obligation; None is "not known".

    Percentages run from 0 to 100; `labour_share` and `company_share` are fractions of 1.
    """

    category: Category | None = None
    base: Money | None = None
    percentage: Fraction | None = None
    offered: Fraction | None = None
    fixed: Money | None = None
    labour_share: Fraction | None = None
    months: Fraction | None = None
    company_share: Fraction = Fraction(1)

    @classmethod
    def of(cls, contract: Contract) -> Demand:
        """Return what a contract says about its obligation."""
        return cls(
            category=contract.category,
            base=contract.sum_excl_vat,
            percentage=contract.percentage,
            offered=contract.offered_percentage,
            fixed=contract.fixed_amount,
            labour_share=contract.labour_share,
            months=contract.months,
            company_share=contract.company_share,
        )


def of_contract(contract: Contract, rules: RuleSet) -> Obligation:
    """Return what a company owes under a contract and its rule set."""
    return owed(Demand.of(contract), rules.obligation)


def owed(demand: Demand, terms: ObligationTerms) -> Obligation:
    """Return what is owed: percentage x base, within the cap, nothing below the threshold.

    An amount named in the contract beats every formula; the percentage offered in the bid
    binds; the contract's own percentage comes before the rule set's.

    Source: DOMAIN.md section 2; the terms come from the rule set with its own sources.
    """
    signals = _doubts(demand)
    if demand.fixed is not None:
        return _finished([_start(StepKind.FIXED, demand.fixed)], demand, signals)
    percentage = _percentage(demand, terms)
    if demand.base is None or percentage is None:
        if demand.base is None:
            signals.append(Signal(SignalKind.SUM_UNKNOWN))
        if percentage is None:
            signals.append(Signal(SignalKind.PERCENTAGE_UNKNOWN))
        return Obligation(None, (), tuple(signals))
    steps = [_start(StepKind.BASE, demand.base)]
    if (reason := _nothing_owed(demand, terms, signals)) is not None:
        steps.append(_times(StepKind.THRESHOLD, Fraction(0), steps[-1].result))
        return Obligation(ZERO, tuple(steps), (*signals, reason))
    signals += _about_percentage(demand, percentage)
    if terms.base is ObligationBase.INVOICED_TURNOVER:
        signals.append(Signal(SignalKind.RUNNING_TURNOVER))
    steps.append(_times(StepKind.PERCENTAGE, percentage / HUNDRED, steps[-1].result))
    if terms.cap is not None and steps[-1].result > terms.cap.euros:
        cap = terms.cap
        steps.append(Step(StepKind.CAP, Operation.AT_MOST, cap.euros, cap.euros))
        signals.append(Signal(SignalKind.CAPPED, amount=cap))
    return _finished(steps, demand, signals)


def _finished(steps: list[Step], demand: Demand, signals: list[Signal]) -> Obligation:
    if demand.company_share != 1:
        steps.append(_times(StepKind.COMPANY_SHARE, demand.company_share, steps[-1].result))
    return Obligation(Money.from_euros(steps[-1].result), tuple(steps), tuple(signals))


def _start(kind: StepKind, amount: Money) -> Step:
    return Step(kind, Operation.START, amount.euros, amount.euros)


def _times(kind: StepKind, factor: Fraction, before: Fraction) -> Step:
    return Step(kind, Operation.TIMES, factor, before * factor)


def _percentage(demand: Demand, terms: ObligationTerms) -> Fraction | None:
    """Choose the percentage: offered in the bid, named in the contract, or by the rule set."""
    demanded = demand.percentage
    if demanded is None:
        demanded = terms.percentage
        low = terms.low_labour
        if (
            low is not None
            and demand.labour_share is not None
            and demand.labour_share < low.share_under
        ):
            demanded = low.percentage
    if demand.offered is None:
        return demanded
    return demand.offered if demanded is None else max(demand.offered, demanded)


def _nothing_owed(demand: Demand, terms: ObligationTerms, signals: list[Signal]) -> Signal | None:
    """Return why nothing is owed, or None where something is."""
    if demand.category is None:
        if terms.thresholds:
            signals.append(Signal(SignalKind.CATEGORY_UNKNOWN))
    else:
        threshold = terms.threshold(demand.category)
        if threshold is not None and demand.base is not None and demand.base < threshold:
            return Signal(SignalKind.BELOW_THRESHOLD, amount=threshold)
        least = terms.supplies_from_labour_share
        if least is not None and _supplies_with_labour_below(demand, least):
            return Signal(SignalKind.LITTLE_LABOUR, number=least * HUNDRED)
    return _too_short(demand, terms)


def _too_short(demand: Demand, terms: ObligationTerms) -> Signal | None:
    least, months = terms.min_months, demand.months
    if least is None or months is None or months >= least:
        return None
    return Signal(SignalKind.TOO_SHORT, number=Fraction(least))


def _doubts(demand: Demand) -> list[Signal]:
    """Return what is doubtful about the figures as typed, such as a billion for a million."""
    amounts = (demand.base, demand.fixed)
    return [
        Signal(SignalKind.DOUBTFUL_SUM, amount=amount)
        for amount in amounts
        if amount is not None and amount >= DOUBTFUL_SUM
    ]


def _about_percentage(demand: Demand, percentage: Fraction) -> list[Signal]:
    signals = []
    if percentage > USUAL_PERCENTAGE:
        signals.append(Signal(SignalKind.ABOVE_USUAL, number=percentage))
    if demand.offered is not None and demand.offered == percentage:
        signals.append(Signal(SignalKind.OFFERED_BINDS, number=percentage))
    if _supplies_with_labour_below(demand, LOW_LABOUR_SHARE):
        signals.append(Signal(SignalKind.LITTLE_LABOUR, number=LOW_LABOUR_SHARE * HUNDRED))
    return signals


def _supplies_with_labour_below(demand: Demand, least: Fraction) -> bool:
    """Tell whether this is a delivery with a known labour share below a limit."""
    share = demand.labour_share
    return demand.category is Category.SUPPLIES and share is not None and share < least
