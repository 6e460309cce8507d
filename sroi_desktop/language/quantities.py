"""Obligations in hours, full-time years or placements, as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.rules import QuotaUnit
from sroi_desktop.language import _
from sroi_desktop.language.numbers import number_text, short_money_text

if TYPE_CHECKING:
    from fractions import Fraction

    from sroi_desktop.domain.demands import Quantity
    from sroi_desktop.domain.quantities import Filled
    from sroi_desktop.domain.rules import Quota


def amount_text(unit: QuotaUnit, amount: Fraction) -> str:
    """Return an amount with its unit: "1.040 hours", "0,5 years at full time"."""
    words = {
        QuotaUnit.HOURS: _("{count} hours"),
        QuotaUnit.FTE: _("{count} years at full time"),
        QuotaUnit.PLACEMENTS: _("{count} placements"),
    }
    return words[unit].format(count=number_text(amount))


def quota_text(quota: Quota) -> str:
    """Return what is asked, with the sum that it is asked for, if any."""
    text = amount_text(quota.unit, quota.amount)
    if quota.per is None:
        return text
    return _("{asked} for every {amount}").format(asked=text, amount=short_money_text(quota.per))


def quantity_text(quantity: Quantity) -> str:
    """Return what is owed in a unit; while that is not known, what it is worked out from."""
    if quantity.amount is None:
        return quota_text(quantity.quota)
    return amount_text(quantity.unit, quantity.amount)


def filled_text(filled: Filled) -> str:
    """Return how far a quantity is filled, as one sentence."""
    unit = filled.owed.unit
    return _("{owed} owed: {done} done, {planned} planned, {open} open.").format(
        owed=quantity_text(filled.owed),
        done=amount_text(unit, filled.done),
        planned=amount_text(unit, filled.planned),
        open=_("not known yet") if filled.open is None else amount_text(unit, filled.open),
    )
