"""An obligation that grows with what is invoiced: what is owed to date, and by the end.

Pure: the invoices and the forecast are given. Books nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.demands import Demand, Obligation
from sroi_desktop.domain.money import ZERO, Money, total
from sroi_desktop.domain.obligation import owed
from sroi_desktop.domain.periods import Period
from sroi_desktop.domain.rules import ObligationBase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sroi_desktop.domain.contract import Contract
    from sroi_desktop.domain.pso import Certificate
    from sroi_desktop.domain.rules import ObligationTerms


@dataclass(frozen=True, slots=True)
class Invoice:
    """What the company invoiced under a contract, excluding VAT; a credit note is negative.

    A number is not tested for a BSN: invoice numbers may meet the same test.
    """

    dated: date
    amount: Money
    number: str | None = None
    contract_id: int | None = None
    id: int | None = None


class ForecastKind(Enum):
    """What the turnover at the end of the contract is taken from."""

    OWNER = "owner"
    CONTRACT_SUM = "contract_sum"
    EVEN_PACE = "even_pace"
    INVOICED = "invoiced"


@dataclass(frozen=True, slots=True)
class Running:
    """What is owed on turnover: `to_date` on what was invoiced, `at_end` on the forecast."""

    invoiced: Money
    forecast: Money
    kind: ForecastKind
    to_date: Obligation
    at_end: Obligation


def applies(contract: Contract, terms: ObligationTerms) -> bool:
    """Tell whether what is owed grows with what is invoiced: an amount that is named does not."""
    return terms.base is ObligationBase.INVOICED_TURNOVER and contract.fixed_amount is None


def running(
    contract: Contract,
    terms: ObligationTerms,
    invoices: Iterable[Invoice],
    day: date,
    certificates: tuple[Certificate, ...] = (),
) -> Running:
    """Return what is owed on what is invoiced, up to a day and by the end of the contract.

    Whether anything is owed at all is judged by the forecast: the first invoices of a large
    contract are not below a threshold.

    Args:
        contract: gives the expected turnover, and else the contract sum, as the forecast.
        terms: what the rules say.
        invoices: everything that was invoiced under the contract.
        day: invoices of this day count, later ones do not.
        certificates: the company's own PSO certificates.

    Source: DOMAIN.md section 2: a base of invoiced turnover is a running figure.
    """
    invoiced = max(ZERO, total(one.amount for one in invoices if one.dated <= day))
    forecast, kind = _forecast(contract, invoiced, day)
    known = replace(
        Demand.of(contract, ObligationBase.INVOICED_TURNOVER, certificates),
        base_is=ObligationBase.INVOICED_TURNOVER,
        whole=forecast,
    )
    return Running(
        invoiced,
        forecast,
        kind,
        owed(replace(known, base=invoiced), terms, day),
        owed(replace(known, base=forecast), terms, day),
    )


def _forecast(contract: Contract, invoiced: Money, day: date) -> tuple[Money, ForecastKind]:
    """Return the turnover by the end of the contract, never less than what was invoiced.

    Once it has ended, what was invoiced is what there is, where anything was.
    """
    if contract.period is not None and day > contract.period.end and invoiced:
        return invoiced, ForecastKind.INVOICED
    for sum_, kind in (
        (contract.expected_turnover, ForecastKind.OWNER),
        (contract.sum_excl_vat, ForecastKind.CONTRACT_SUM),
    ):
        if sum_ is not None:
            return (sum_, kind) if sum_ > invoiced else (invoiced, ForecastKind.INVOICED)
    return _at_even_pace(contract.period, invoiced, day)


def _at_even_pace(period: Period | None, invoiced: Money, day: date) -> tuple[Money, ForecastKind]:
    """Return what the invoices so far come to, when the rest of the contract goes on like them."""
    if period is None or not period.start <= day < period.end:
        return invoiced, ForecastKind.INVOICED
    so_far = Period(period.start, day).days
    return Money.from_euros(invoiced.euros * Fraction(period.days, so_far)), ForecastKind.EVEN_PACE
