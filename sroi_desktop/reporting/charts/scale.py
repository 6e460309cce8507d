"""Axes: round amounts upwards, months to the right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from reportlab.graphics.shapes import Drawing, Line

from sroi_desktop.domain.money import Money
from sroi_desktop.language import _
from sroi_desktop.language.numbers import month_text, number_text
from sroi_desktop.reporting import styles
from sroi_desktop.reporting.charts.shapes import label, label_width
from sroi_desktop.reporting.data import Point

THOUSAND = Money(100_000)
STEPS = (1, 2, 3, 5, 10)
MOST_TICKS = 5
MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where an amount and a day lie in the drawing, in points."""

    left: float
    bottom: float
    width: float
    height: float
    first: date
    last: date
    top: Money

    def x(self, day: date) -> float:
        """Return how far right a day lies."""
        days = max((self.last - self.first).days, 1)
        return self.left + self.width * (day - self.first).days / days

    def y(self, amount: Money) -> float:
        """Return how high an amount lies."""
        return self.bottom + self.height * amount.cents / max(self.top.cents, 1)

    def at(self, point: Point) -> tuple[float, float]:
        """Return where a point lies."""
        return self.x(point.day), self.y(point.amount)


def ticks(highest: Money) -> list[Money]:
    """Return at most six round amounts from zero up to at least the highest."""
    step = 1
    while True:
        for factor in STEPS:
            size = THOUSAND.cents * factor * step
            if highest.cents <= size * MOST_TICKS:
                count = max(-(-highest.cents // size), 1)
                return [Money(size * number) for number in range(count + 1)]
        step *= 10


def draw_axes(drawing: Drawing, scale: Scale) -> None:
    """Draw the lines and names that the curves are read against."""
    right = scale.left + scale.width
    for amount in ticks(scale.top):
        y = scale.y(amount)
        drawing.add(Line(scale.left, y, right, y, strokeColor=styles.LINE, strokeWidth=0.5))
        words = number_text(Fraction(amount.cents, THOUSAND.cents))
        drawing.add(label(scale.left - 9, y - 3, words, styles.MUTED, anchor="end"))
    unit = _("x € 1,000")
    drawing.add(label(scale.left - 9, scale.y(scale.top) + 8, unit, styles.MUTED, anchor="end"))
    for day, words in _months(scale):
        drawing.add(label(scale.x(day), scale.bottom - 13, words, styles.MUTED, anchor="middle"))


def _months(scale: Scale) -> list[tuple[date, str]]:
    """Return the first days of months to name below the chart, each with room for its name."""
    day = scale.first.replace(day=1)
    starts = []
    while day <= scale.last:
        if day >= scale.first:
            starts.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    room = label_width(month_text(scale.first)) + 16
    for every in MONTHS_APART:
        chosen = [start for start in starts if (start.month - 1 + 12 * start.year) % every == 0]
        gaps = [scale.x(after) - scale.x(before) for before, after in pairwise(chosen)]
        if all(gap >= room for gap in gaps):
            return [(start, month_text(start)) for start in chosen]
    return []
