"""What the answers say about the contract itself: sum, demand, days and rhythm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sroi_desktop.domain.clause import kinds as asked
from sroi_desktop.domain.clause.kinds import Key
from sroi_desktop.domain.rules import Category, ObligationBase, Quota, QuotaUnit, Rhythm

if TYPE_CHECKING:
    from datetime import date
    from enum import Enum
    from fractions import Fraction

    from sroi_desktop.domain.clause.answers import Answers
    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.money import Money

HUNDRED = 100
_SUMS = {
    ObligationBase.BID_SUM.value: "bid_sum",
    ObligationBase.WAGE_SUM.value: "wage_sum",
    ObligationBase.INVOICED_TURNOVER.value: "expected_turnover",
}


def contract_from(answers: Answers, contract: Contract) -> Contract:
    """Return a contract with everything that the answers say about it.

    Args:
        answers: what was read in the clause.
        contract: what else is known; what was not answered stays as it is there.
    """
    starts, ends = answers.day(Key.TERM, "starts"), answers.day(Key.TERM, "ends")
    category = answers.text(Key.CONTRACT, "category")
    labour = answers.number(Key.CONTRACT, "labour")
    rhythm = answers.text(Key.RHYTHM, "rhythm")
    known: dict[str, date | Enum | Fraction | Money | tuple[Quota, ...] | None] = {
        "category": None if category is None else Category(category),
        "sum_excl_vat": answers.amount(Key.CONTRACT, "sum"),
        "labour_share": None if labour is None else labour / HUNDRED,
        "percentage": answers.number(Key.DEMAND, "percentage"),
        "fixed_amount": answers.amount(Key.DEMAND, "amount"),
        "quotas": quotas(answers) or None,
        "starts_on": starts,
        "ends_on": ends,
        "rhythm": None if rhythm is None else Rhythm(rhythm),
        "full_time_hours": answers.number(Key.FULL_TIME, "hours"),
        **_base(answers),
    }
    return replace(contract, **{name: value for name, value in known.items() if value is not None})  # type: ignore[arg-type]


def quotas(answers: Answers) -> tuple[Quota, ...]:
    """Return what is asked in another unit than euros; empty where nothing is."""
    number = answers.number(Key.DEMAND, "number")
    unit = answers.text(Key.DEMAND, "unit")
    if number is None or unit not in {asked.HOURS, asked.FTE, asked.PLACEMENTS}:
        return ()
    return (Quota(QuotaUnit(unit), number, answers.amount(Key.DEMAND, "per")),)


def _base(answers: Answers) -> dict[str, Money | None]:
    """Return the sum that the percentage is taken of, where that is another one."""
    name = _SUMS.get(answers.text(Key.BASE, "base") or "")
    return {} if name is None else {name: answers.amount(Key.BASE, "amount")}
