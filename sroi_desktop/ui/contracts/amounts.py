"""How far a contract is, in words: in euros, or in the unit that it asks for. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.money import ZERO
from sroi_desktop.language import _
from sroi_desktop.language.numbers import whole_money_text
from sroi_desktop.language.steps import enumeration

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.position import Position
    from sroi_desktop.domain.quantities import Filled, Measured


def is_known(position: Position) -> bool:
    """Tell whether it is known what is owed, and that it is anything at all."""
    return not position.owes_nothing and (position.owed is not None or position.measure is not None)


def realised_text(position: Position) -> str:
    """Return what was done: "€ 54.689 realised", "624 hours realised"."""
    done = _amount(position, position.totals.realised, lambda measure: measure.done)
    return _("{amount} realised").format(amount=done)


def planned_text(position: Position) -> str:
    """Return what is planned; the bar shows it, a screen reader must tell it."""
    if not is_known(position):
        return ""
    planned = _amount(position, position.totals.planned, lambda measure: measure.planned)
    return _("{amount} planned").format(amount=planned)


def owed_text(position: Position) -> str:
    """Return what is owed: "of € 120.000", "of 1.000 hours", or that it is not known."""
    if position.owes_nothing:
        return _("nothing is owed")
    if not is_known(position):
        return _("obligation not known yet")
    whole = _amount(position, position.owed or ZERO, lambda measure: measure.whole)
    return _("of {amount}").format(amount=whole)


def open_amounts(position: Position) -> str:
    """Return all that is open, in euros and in other units; "" where nothing is."""
    parts = [whole_money_text(position.open)] if position.open else []
    if position.open_quantity is not None:
        parts.append(_in_unit(position.open_quantity))
    return enumeration(parts)


def _amount(position: Position, euros: Money, part: Callable[[Filled], Fraction]) -> str:
    """Return euros, or the part of the quantity that the contract is measured by."""
    measure = position.measure
    if measure is None:
        return whole_money_text(euros)
    return _in_unit(measure.measured(part(measure)))


def _in_unit(amount: Measured) -> str:
    from sroi_desktop.language.quantities import amount_text  # noqa: PLC0415 - few owe in units

    return amount_text(*amount)
