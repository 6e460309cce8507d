"""What a company's own PSO certificate takes off an obligation, and as long as it is valid.

Source: DOMAIN.md section 3: an exemption or discount holds at the bid and throughout.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from sroi_desktop.domain.periods import ONE_DAY, Period
from sroi_desktop.domain.rules import PsoDiscount, PsoLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A PSO certificate of the company, valid on both its first and its last day."""

    level: PsoLevel
    valid: Period
    id: int | None = None


@dataclass(frozen=True, slots=True)
class PsoEffect:
    """What the certificates take off an obligation, in per cent.

    `ends_on` is the first day still to come on which less would be taken off, so that a
    certificate has to be renewed before it. `lapsed_on` is the day in the past on which a
    discount was lost, for good. `bid_known` tells whether the day of the bid is known.
    """

    percentage: Fraction = NOTHING
    ends_on: date | None = None
    lapsed_on: date | None = None
    bid_known: bool = True


NO_EFFECT = PsoEffect()


def effect(
    discounts: Sequence[PsoDiscount],
    certificates: Sequence[Certificate],
    bid_on: date | None,
    period: Period | None,
    today: date | None = None,
) -> PsoEffect:
    """Return what PSO certificates take off an obligation.

    The least that they give on any day counts, from the bid until today: what was lost does
    not come back with a later certificate.

    Args:
        discounts: what the rules give for which step.
        certificates: of the company, those that ended too.
        bid_on: the day of the bid; where it is not known the first day of the contract.
        period: the days of the contract; without them only the bid is judged.
        today: up to which day a certificate has to have been valid; None asks before the
            contract, and then only its first day counts.
    """
    first = bid_on or (period.start if period is not None else today)
    if not discounts or first is None:
        return PsoEffect(bid_known=bid_on is not None)
    at_bid = discount_on(first, discounts, certificates)
    end = max(first, period.end) if period is not None else first
    left, lapsed_on, ends_on = at_bid, None, None
    for day in _days_after(certificates, first, end):
        given = discount_on(day, discounts, certificates)
        if given >= left:
            continue
        if today is not None and day <= today:
            left, lapsed_on = given, lapsed_on or day
        else:
            ends_on = day
            break
    return PsoEffect(left, ends_on, lapsed_on, bid_on is not None)


def discount_on(
    day: date, discounts: Iterable[PsoDiscount], certificates: Iterable[Certificate]
) -> Fraction:
    """Return what the certificates that are valid on a day take off, in per cent."""
    levels = [one.level for one in certificates if day in one.valid]
    given = (
        discount.percentage
        for discount in discounts
        if any(level.reaches(discount.from_level) for level in levels)
    )
    return max(given, default=NOTHING)


def _days_after(certificates: Iterable[Certificate], first: date, last: date) -> list[date]:
    """Return the days after which a certificate no longer holds, in order: only then less is given.

    Args:
        certificates: those of the company.
        first: what ended before this day was never relied on.
        last: what ends on it or later is not missed.
    """
    ends = {one.valid.end for one in certificates if first <= one.valid.end < last}
    return [end + ONE_DAY for end in sorted(ends)]
