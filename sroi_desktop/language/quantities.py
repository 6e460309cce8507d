"""Obligations in hours, full-time years or placements, as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.quantities import NOTHING, most_open
from sroi_desktop.domain.rules import QuotaUnit
from sroi_desktop.language import _, ngettext
from sroi_desktop.language.numbers import number_text, short_money_text
from sroi_desktop.language.steps import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from sroi_desktop.domain.demands import Quantity
    from sroi_desktop.domain.quantities import Filled
    from sroi_desktop.domain.rules import Quota


def amount_text(unit: QuotaUnit, amount: Fraction) -> str:
    """Return an amount with its unit: "1.040 hours", "0,5 years at full time"."""
    number = 1 if amount == 1 else 2  # half a placement is said as several are
    words = {
        QuotaUnit.HOURS: ngettext("{count} hour", "{count} hours", number),
        QuotaUnit.FTE: ngettext("{count} year at full time", "{count} years at full time", number),
        QuotaUnit.PLACEMENTS: ngettext("{count} placement", "{count} placements", number),
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


def beside_text(found: Iterable[Filled], measure: Filled) -> str:
    """Return what is owed beside the quantity that is shown: "and 2 placements"; else ""."""
    others = [quantity_text(one.owed) for one in found if one is not measure]
    return _("and {quantities}").format(quantities=enumeration(others)) if others else ""


def open_text(found: Iterable[Filled], measure: Filled) -> str:
    """Return what is open of the quantity of which the largest part is."""
    left = most_open(found) or measure.measured(NOTHING)
    return amount_text(*left)


def filled_text(filled: Filled) -> str:
    """Return how far a quantity is filled, as one sentence."""
    unit = filled.owed.unit
    return _("{owed} owed: {done} done, {planned} planned, {open} open.").format(
        owed=quantity_text(filled.owed),
        done=amount_text(unit, filled.done),
        planned=amount_text(unit, filled.planned),
        open=_("not known yet") if filled.open is None else amount_text(unit, filled.open),
    )
