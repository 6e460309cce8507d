"""What a company owes under a contract, and what looks doubtful about it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain import percentages, pso
from sroi_desktop.domain.demands import Demand, Obligation, Quantity, Signal, SignalKind
from sroi_desktop.domain.derivation import Operation, Step, StepKind
from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.domain.pso import NO_EFFECT
from sroi_desktop.domain.rules import Category, NotePlace, ObligationBase

if TYPE_CHECKING:
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.pso import Certificate, PsoEffect
    from sroi_desktop.domain.rules import ObligationTerms, Quota, RuleSet

__all__ = [
    "HUNDRED",
    "Demand",
    "Obligation",
    "Quantity",
    "Signal",
    "SignalKind",
    "at_stake",
    "of_contract",
    "owed",
]

HUNDRED = Fraction(100)
WHOLE = Fraction(1)
# A sum from which a slip of three zeros is more likely than a contract of an SME.
DOUBTFUL_SUM = Money.from_euros(500_000_000)
LOW_LABOUR_SHARE = Fraction(3, 10)
_BASES = {
    ObligationBase.BID_SUM: StepKind.BID_SUM,
    ObligationBase.WAGE_SUM: StepKind.WAGE_SUM,
    ObligationBase.INVOICED_TURNOVER: StepKind.TURNOVER,
}


def of_contract(
    contract: Contract,
    rules: RuleSet,
    *,
    certificates: tuple[Certificate, ...] = (),
    today: date | None = None,
) -> Obligation:
    """Return what a company owes under a contract and its rule set.

    Args:
        contract: what the owner filled in.
        rules: the rule set that the contract keeps.
        certificates: the company's own PSO certificates, also those that ended.
        today: up to which day those have to have been valid.
    """
    terms = rules.obligation
    found = owed(Demand.of(contract, terms.base, certificates), terms, today)
    notes = rules.notes_on(NotePlace.OBLIGATION)
    return Obligation(
        found.amount, found.steps, found.signals, found.quantities, (*found.notes, *notes)
    )


def at_stake(owed: Obligation) -> Money:
    """Return what comes back of an obligation once its PSO certificate no longer holds."""
    whole = Fraction(0)
    for step in owed.steps:
        if step.kind is not StepKind.PSO:
            whole = step.applied_to(whole)
    return Money.from_euros(whole) - (owed.amount or ZERO)


def owed(demand: Demand, terms: ObligationTerms, today: date | None = None) -> Obligation:
    """Return what is owed: percentage x base, within the cap, nothing below the threshold.

    An amount named in the contract beats every formula; the percentage offered in the bid
    binds; the contract's own percentage comes before the rule set's. A PSO certificate takes
    its part off what is left after the cap.

    Args:
        demand: what the tender or contract says.
        terms: what the rules say.
        today: up to which day a PSO certificate has to have been valid.

    Source: DOMAIN.md section 2; the terms come from the rule set with its own sources.
    """
    signals = _doubts(demand)
    reason = None if demand.fixed is not None else _nothing_owed(demand, terms, signals)
    discount = _discount(demand, terms, today)
    quotas = demand.quotas_under(terms)
    quantities = () if reason else _quantities(demand, quotas, _left(discount))
    steps = _steps(demand, terms, reason, signals, in_units=bool(quotas))
    if reason is None:
        signals += _about_pso(demand, terms, discount)
        _take_off(steps, discount, demand)
    elif steps or quotas:
        signals.append(reason)
    notes = () if terms.note is None else (terms.note,)
    amount = Money.from_euros(steps[-1].result) if steps else None
    found = Obligation(amount, tuple(steps), tuple(signals), quantities, notes)
    if found.in_units and all(one.amount == 0 for one in quantities):
        return replace(found, amount=ZERO)  # below a threshold, or exempt by a certificate
    return found


def _steps(
    demand: Demand,
    terms: ObligationTerms,
    reason: Signal | None,
    signals: list[Signal],
    *,
    in_units: bool,
) -> list[Step]:
    """Return the steps up to the cap; none while the sum or the percentage is not known."""
    if demand.fixed is not None:
        return [_start(StepKind.FIXED, demand.fixed)]
    percentage = percentages.chosen(demand, terms, signals)
    if demand.base is None or percentage is None:
        signals += _unknown(demand, percentage, in_units=in_units)
        return []
    steps = [_start(_base_kind(demand, terms), demand.base)]
    if reason is not None:
        steps.append(_times(StepKind.THRESHOLD, Fraction(0), steps[-1].result))
        return steps
    signals += percentages.doubts(demand, terms, percentage)
    signals += _about_base(demand, terms)
    steps.append(_times(StepKind.PERCENTAGE, percentage / HUNDRED, steps[-1].result))
    if terms.cap is not None and steps[-1].result > terms.cap.euros:
        cap = terms.cap
        steps.append(Step(StepKind.CAP, Operation.AT_MOST, cap.euros, cap.euros))
        signals.append(Signal(SignalKind.CAPPED, amount=cap))
    return steps


def _start(kind: StepKind, amount: Money) -> Step:
    return Step(kind, Operation.START, amount.euros, amount.euros)


def _times(kind: StepKind, factor: Fraction, before: Fraction) -> Step:
    return Step(kind, Operation.TIMES, factor, before * factor)


def _base_kind(demand: Demand, terms: ObligationTerms) -> StepKind:
    return _BASES.get(demand.base_is or terms.base, StepKind.BASE)


def _quantities(demand: Demand, quotas: tuple[Quota, ...], left: Fraction) -> tuple[Quantity, ...]:
    """Return what is owed in other units: exact, since no source says how to round it."""
    part = demand.company_share * left
    found = []
    for quota in quotas:
        base = None if quota.per is None else demand.contract_sum
        times = None
        if quota.per is None:
            times = WHOLE
        elif base is not None:
            times = base.euros / quota.per.euros
        amount = None if times is None else quota.amount * times * part
        found.append(Quantity(quota, amount, base, part))
    return tuple(found)


def _nothing_owed(demand: Demand, terms: ObligationTerms, signals: list[Signal]) -> Signal | None:
    """Return why nothing is owed, or None where something is."""
    if demand.category is None:
        if terms.thresholds:
            signals.append(Signal(SignalKind.CATEGORY_UNKNOWN))
    else:
        threshold, whole = terms.threshold(demand.category), demand.contract_sum
        if threshold is not None and whole is not None and whole < threshold:
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


def _unknown(demand: Demand, percentage: Fraction | None, *, in_units: bool) -> list[Signal]:
    """Return what is not known; an obligation in units alone needs no percentage."""
    if percentage is None and in_units:
        return [Signal(SignalKind.IN_UNITS)]
    found = []
    if demand.base is None:
        found.append(Signal(SignalKind.SUM_UNKNOWN))
    if percentage is None:
        found.append(Signal(SignalKind.PERCENTAGE_UNKNOWN))
    return found


def _about_base(demand: Demand, terms: ObligationTerms) -> list[Signal]:
    found = []
    if _supplies_with_labour_below(demand, LOW_LABOUR_SHARE):
        found.append(Signal(SignalKind.LITTLE_LABOUR, number=LOW_LABOUR_SHARE * HUNDRED))
    if terms.base is ObligationBase.INVOICED_TURNOVER:
        found.append(Signal(SignalKind.RUNNING_TURNOVER))
    elif terms.base in _BASES and demand.base_is not in {None, terms.base}:
        found.append(Signal(SignalKind.BASE_PRESUMED, base=terms.base))
    return found


def _supplies_with_labour_below(demand: Demand, least: Fraction) -> bool:
    """Tell whether this is a delivery with a known labour share below a limit."""
    share = demand.labour_share
    return demand.category is Category.SUPPLIES and share is not None and share < least


def _discount(demand: Demand, terms: ObligationTerms, today: date | None) -> PsoEffect:
    """Return what PSO certificates take off; nothing off an amount named in the contract."""
    if demand.fixed is not None:
        return NO_EFFECT
    return pso.effect(terms.pso, demand.certificates, demand.bid_on, demand.period, today)


def _left(discount: PsoEffect) -> Fraction:
    return 1 - discount.percentage / HUNDRED


def _take_off(steps: list[Step], discount: PsoEffect, demand: Demand) -> None:
    """Add the steps that leave the company its own part of what is owed."""
    if not steps:
        return
    if discount.percentage:
        steps.append(_times(StepKind.PSO, _left(discount), steps[-1].result))
    if demand.company_share != 1:
        steps.append(_times(StepKind.COMPANY_SHARE, demand.company_share, steps[-1].result))


def _about_pso(demand: Demand, terms: ObligationTerms, discount: PsoEffect) -> list[Signal]:
    """Return what a PSO certificate does, and until when it has to be renewed."""
    if demand.fixed is not None:
        beside = terms.pso and demand.certificates
        return [Signal(SignalKind.PSO_BESIDE_FIXED)] if beside else []
    found = []
    if discount.percentage:
        found.append(Signal(SignalKind.PSO_DISCOUNT, number=discount.percentage))
        if not discount.bid_known:
            found.append(Signal(SignalKind.PSO_BID_UNKNOWN))
        if discount.ends_on is not None:
            found.append(Signal(SignalKind.PSO_ENDS, day=discount.ends_on))
    if discount.lapsed_on is not None:
        found.append(Signal(SignalKind.PSO_LAPSED, day=discount.lapsed_on))
    return found
