"""The course of a contract as a chart: days across, euros upward. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sroi_desktop.domain.periods import MONTHS_PER_YEAR, add_months
from sroi_desktop.language import _
from sroi_desktop.language.numbers import month_text, number_text, whole_money_text
from sroi_desktop.ui.kit.content import ChartContent, ChartMark, ChartPoint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sroi_desktop.domain.money import Money
    from sroi_desktop.domain.periods import Period
    from sroi_desktop.services.progress import Curve, Point

THOUSAND = 1000
_MOST_MARKS = 5
_STEPS = (1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 75)


def chart_of(curve: Curve, period: Period, owed: Money) -> ChartContent:
    """Return the chart of a contract whose dates and obligation are known."""
    reached = [point.amount for point in (*curve.realised, *curve.planned)]
    top, step = _scale(max([owed, *reached]))
    now = curve.realised[-1].amount if curve.realised else None
    ahead = curve.planned[-1].amount if curve.planned else None
    return ChartContent(
        width=max(1, (period.end - period.start).days),
        height=top,
        realised=_points(curve.realised, period.start),
        planned=_points(curve.planned, period.start),
        even=(ChartPoint(0, 0), ChartPoint((period.end - period.start).days, _euros(owed))),
        across=tuple(_months(period)),
        upward=tuple(_amounts(top, step)),
        realised_label=_("now {amount}").format(amount=whole_money_text(now)) if now else "",
        planned_label=(
            _("planned {amount}").format(amount=whole_money_text(ahead))
            if ahead and ahead != now
            else ""
        ),
        alternative=_in_words(curve, owed),
    )


def unit_text(chart: ChartContent) -> str:
    """Return what the figures beside the chart are in."""
    return _("x € 1,000") if chart.height > _MOST_MARKS * THOUSAND else _("in euros")


def _in_words(curve: Curve, owed: Money) -> str:
    parts = [_("Course of the contract: {amount} is owed.").format(amount=whole_money_text(owed))]
    if curve.realised:
        done = whole_money_text(curve.realised[-1].amount)
        parts.append(_("Realised until now: {amount}.").format(amount=done))
    if curve.planned:
        end = whole_money_text(curve.planned[-1].amount)
        parts.append(_("With what is planned, {amount} at the end.").format(amount=end))
    return " ".join(parts)


def _euros(amount: Money) -> float:
    """Return an amount to draw with; never to compute with."""
    return amount.cents / 100


def _points(points: tuple[Point, ...], start: date) -> tuple[ChartPoint, ...]:
    return tuple(ChartPoint((one.day - start).days, _euros(one.amount)) for one in points)


def _scale(most: Money) -> tuple[int, int]:
    """Return the top of the chart and the step between its lines, in whole euros."""
    euros = max(1, -(-most.cents // 100))
    power = 1
    while True:
        for factor in _STEPS:
            step = factor * power
            lines = -(-euros // step)
            if lines <= _MOST_MARKS - 1:
                return lines * step, step
        power *= 100


def _amounts(top: int, step: int) -> Iterator[ChartMark]:
    is_in_thousands = top > _MOST_MARKS * THOUSAND
    for amount in range(0, top + 1, step):
        shown = f"{amount / THOUSAND:g}".replace(".", ",") if is_in_thousands else ""
        yield ChartMark(amount, shown or number_text(amount))


def _months(period: Period) -> Iterator[ChartMark]:
    """Yield about five month names along the axis: the first, and whole steps after it."""
    months = max(1, int(period.calendar_months))
    step = next((one for one in (1, 2, 3, 6) if months / one < _MOST_MARKS), MONTHS_PER_YEAR)
    while months / step >= _MOST_MARKS:
        step += MONTHS_PER_YEAR
    yield ChartMark(0, month_text(period.start))
    day = add_months(period.start.replace(day=1), step)
    last = (period.end - period.start).days
    while (day - period.start).days <= last - 10:
        yield ChartMark((day - period.start).days, month_text(day))
        day = add_months(day, step)
