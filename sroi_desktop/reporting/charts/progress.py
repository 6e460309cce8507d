"""Progress against time: what is realised, what is planned, and an even build-up beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine
from reportlab.lib.colors import Color

from sroi_desktop.domain.money import ZERO, Money
from sroi_desktop.language import _
from sroi_desktop.language.numbers import date_text, number_text, whole_money_text
from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.charts.scale import THOUSAND, Scale, draw_axes, ticks
from sroi_desktop.reporting.charts.shapes import LABEL_SIZE, label, label_width
from sroi_desktop.reporting.data import Point, ReportData

Box = tuple[float, float, float, float]


def progress_chart(data: ReportData, width: float, height: float) -> Drawing | None:
    """Return the curve of the contract, or None where there is nothing to draw it from.

    Args:
        data: the snapshot.
        width: points.
        height: points.
    """
    first, last = _time_span(data)
    if first is None or last is None or first >= last:
        return None
    scale = _scale(data, first, last, width, height)
    drawing = Drawing(width, height)
    draw_axes(drawing, scale)
    _draw_even_line(drawing, scale, data)
    _draw_realised(drawing, scale, data.progress.realised)
    _draw_planned(drawing, scale, data.progress.planned)
    _draw_labels(drawing, scale, data)
    return drawing


def progress_alternative(data: ReportData) -> str:
    """Return in sentences what the progress chart shows."""
    sentences = []
    if data.progress.realised:
        now = data.progress.realised[-1]
        sentences.append(
            _("Chart over time. On {day}, {amount} has been realised.").format(
                day=date_text(now.day), amount=whole_money_text(now.amount)
            )
        )
    if data.progress.planned:
        end = data.progress.planned[-1]
        sentences.append(
            _("With what is planned this becomes {amount} on {day}.").format(
                amount=whole_money_text(end.amount), day=date_text(end.day)
            )
        )
    if data.totals.owed is not None and data.contract.ends is not None:
        sentences.append(
            _("A dashed line shows an even build-up to {amount} on {day}.").format(
                amount=whole_money_text(data.totals.owed), day=date_text(data.contract.ends)
            )
        )
    return " ".join(sentences)


def _time_span(data: ReportData) -> tuple[date | None, date | None]:
    """Return the days that the chart runs between: the contract, or the points there are."""
    days = [point.day for point in (*data.progress.realised, *data.progress.planned)]
    starts, ends = data.contract.starts, data.contract.ends
    first = min([*days, starts] if starts else days, default=None)
    last = max([*days, ends] if ends else days, default=None)
    return first, last


def _scale(data: ReportData, first: date, last: date, width: float, height: float) -> Scale:
    amounts = [point.amount for point in (*data.progress.realised, *data.progress.planned)]
    highest = max([*amounts, data.totals.owed or ZERO, THOUSAND])
    left, below, above = 46.0, 18.0, 16.0
    return Scale(
        left=left,
        bottom=below,
        width=width - left - 8,
        height=height - below - above,
        first=first,
        last=last,
        top=ticks(highest)[-1],
    )


def _draw_even_line(drawing: Drawing, scale: Scale, data: ReportData) -> None:
    if data.totals.owed is None or data.contract.starts is None or data.contract.ends is None:
        return
    start, end = Point(data.contract.starts, ZERO), Point(data.contract.ends, data.totals.owed)
    drawing.add(_curve(scale, (start, end), styles.MUTED, 0.8, dash=(4, 3)))


def _draw_realised(drawing: Drawing, scale: Scale, points: Sequence[Point]) -> None:
    if not points:
        return
    corners = [coordinate for point in points for coordinate in scale.at(point)]
    last, first = scale.x(points[-1].day), scale.x(points[0].day)
    area = [*corners, last, scale.bottom, first, scale.bottom]
    drawing.add(Polygon(area, fillColor=styles.ACCENT_SOFT, strokeColor=None))
    drawing.add(_curve(scale, points, styles.ACCENT, 2))
    x, y = scale.at(points[-1])
    drawing.add(Circle(x, y, 3.2, fillColor=styles.ACCENT, strokeColor=None))


def _draw_planned(drawing: Drawing, scale: Scale, points: Sequence[Point]) -> None:
    if len(points) > 1:
        drawing.add(_curve(scale, points, styles.ACCENT, 1.6, dash=(1.6, 2.4)))


def _draw_labels(drawing: Drawing, scale: Scale, data: ReportData) -> None:
    """Write at each curve what it is, where it overlaps no other label."""
    taken: list[Box] = []
    for words, point, colour in _labels(data):
        width = label_width(words, fonts.MEDIUM)
        x, y = scale.at(point)
        for left, bottom in _places(x, y, width, scale):
            box = (left, bottom - 2, left + width, bottom + LABEL_SIZE)
            if not any(_overlap(box, other) for other in taken):
                taken.append(box)
                drawing.add(label(left, bottom, words, colour, font=fonts.MEDIUM))
                break


def _labels(data: ReportData) -> list[tuple[str, Point, Color]]:
    """Return the labels, the most important first."""
    labels = []
    if data.progress.realised:
        now = data.progress.realised[-1]
        words = _("now: {thousands}").format(thousands=_thousands(now.amount))
        labels.append((words, now, styles.ACCENT))
    if len(data.progress.planned) > 1:
        end = data.progress.planned[-1]
        words = _("planned: {thousands}").format(thousands=_thousands(end.amount))
        labels.append((words, end, styles.ACCENT))
    owed, starts, ends = data.totals.owed, data.contract.starts, data.contract.ends
    if owed is not None and starts is not None and ends is not None:
        part = Fraction(3, 4)
        day = starts + timedelta(days=int((ends - starts).days * part))
        words = _("evenly to {thousands}").format(thousands=_thousands(owed))
        labels.append((words, Point(day, Money(int(owed.cents * part))), styles.MUTED))
    return labels


def _places(x: float, y: float, width: float, scale: Scale) -> list[tuple[float, float]]:
    """Return where a label for a point may stand, the best place first, inside the chart."""
    lowest, rightmost = scale.bottom + 3, scale.left + scale.width - width
    wanted = [(x - width - 4, y + 6), (x - width / 2, y + 9), (x + 6, y - 13), (x - width, y - 15)]
    return [(min(max(left, scale.left), rightmost), max(bottom, lowest)) for left, bottom in wanted]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _thousands(amount: Money) -> str:
    return number_text(Fraction(amount.cents, THOUSAND.cents), 0)


def _curve(
    scale: Scale,
    points: Sequence[Point],
    colour: Color,
    width: float,
    *,
    dash: tuple[float, float] | None = None,
) -> PolyLine:
    corners = [coordinate for point in points for coordinate in scale.at(point)]
    line = PolyLine(corners, strokeColor=colour, strokeWidth=width, strokeLineJoin=1)
    if dash is not None:
        line.strokeDashArray = dash
    return line
