"""Build-up by kind of effort: one bar per kind."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from sroi_desktop.domain.money import ZERO, total
from sroi_desktop.language import _
from sroi_desktop.language.numbers import whole_money_text
from sroi_desktop.reporting import styles
from sroi_desktop.reporting.charts.shapes import bar, fit, label, label_width
from sroi_desktop.reporting.data import KindShare
from sroi_desktop.reporting.text import one_line

MOST_KINDS = 14
ROW = 21.0
LEGEND = 24.0
NAMES = 0.36  # of the width
AMOUNTS = 76.0


def build_up_chart(shares: Sequence[KindShare], width: float) -> Drawing:
    """Return one bar per kind: realised filled, planned outlined.

    Args:
        shares: at least one.
        width: points; the height follows from the number of kinds.
    """
    shares = _at_most(shares, MOST_KINDS)
    names = NAMES * width
    height = LEGEND + ROW * len(shares)
    drawing = Drawing(width, height)
    _draw_legend(drawing, names, height - 10)
    largest = max(1, *((share.realised + share.planned).cents for share in shares))
    room = width - names - AMOUNTS
    for index, share in enumerate(shares):
        bottom = height - LEGEND - ROW * (index + 1) + 5
        drawing.add(label(0, bottom + 3, fit(share.label, names - 10), styles.TEXT))
        end = names
        for amount, filled in ((share.realised, True), (share.planned, False)):
            if amount > ZERO:
                long = room * amount.cents / largest
                drawing.add(bar(end, bottom, long, filled=filled))
                end += long
        amount_text = whole_money_text(share.realised + share.planned)
        drawing.add(label(end + 6, bottom + 3, amount_text, styles.TEXT))
    return drawing


def build_up_alternative(shares: Sequence[KindShare]) -> str:
    """Return in sentences what the build-up chart shows."""
    parts = [
        _("{kind}: {realised} realised, {planned} planned").format(
            kind=one_line(share.label),
            realised=whole_money_text(share.realised),
            planned=whole_money_text(share.planned),
        )
        for share in _at_most(shares, MOST_KINDS)
    ]
    return _("Bar chart by kind of effort. {kinds}.").format(kinds="; ".join(parts))


def _draw_legend(drawing: Drawing, left: float, y: float) -> None:
    for words, filled in ((_("realised"), True), (_("planned"), False)):
        drawing.add(bar(left, y - 1, 14, filled=filled, thickness=8))
        drawing.add(label(left + 19, y, words, styles.MUTED))
        left += 19 + label_width(words) + 18


def _at_most(shares: Sequence[KindShare], most: int) -> list[KindShare]:
    """Return the shares, those beyond the most taken together."""
    if len(shares) <= most:
        return list(shares)
    rest = shares[most - 1 :]
    others = KindShare(
        _("{count} other kinds").format(count=len(rest)),
        total(share.realised for share in rest),
        total(share.planned for share in rest),
    )
    return [*shares[: most - 1], others]
