"""The shapes that all our charts are made of."""

from __future__ import annotations

from typing import Literal

from reportlab.graphics.shapes import STATE_DEFAULTS, Rect, String
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

from sroi_desktop.reporting import fonts, styles
from sroi_desktop.reporting.measure import shortened

LABEL_SIZE = 8

# A drawing begins by choosing this font, also where it writes nothing in it: one we embed.
STATE_DEFAULTS["fontName"] = fonts.REGULAR


def label(
    x: float,
    y: float,
    words: str,
    colour: Color,
    *,
    anchor: Literal["start", "middle", "end"] = "start",
    font: str = fonts.REGULAR,
) -> String:
    """Return a text in the size of all chart texts; x, y is its baseline's anchor."""
    return String(
        x, y, words, fontName=font, fontSize=LABEL_SIZE, fillColor=colour, textAnchor=anchor
    )


def label_width(words: str, font: str = fonts.REGULAR) -> float:
    """Return how wide a label is, points."""
    return stringWidth(words, font, LABEL_SIZE)


def fit(words: str, width: float) -> str:
    """Return the words on one line, shortened to fit the width."""
    return shortened(words, fonts.REGULAR, LABEL_SIZE, width)


def bar(x: float, y: float, width: float, *, filled: bool, thickness: float = 12) -> Rect:
    """Return a bar: filled for what is done, outlined for what is planned."""
    shape = Rect(x, y, width, thickness)
    shape.fillColor = styles.ACCENT if filled else styles.PAPER
    shape.strokeColor = styles.ACCENT
    shape.strokeWidth = 0.8
    return shape
