"""How our reports look: measures in points, colours, and type.

Colours differ in lightness as well as hue, so that a black-and-white print says the same.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from sroi_desktop.reporting import fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 20 * mm
TOP = 19 * mm
BOTTOM = 24 * mm
WIDTH = PAGE_WIDTH - 2 * MARGIN
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
FOOTER_LINE = 16.5 * mm
FOOTER_BASELINE = 12.5 * mm

TEXT = HexColor("#1B2430")
MUTED = HexColor("#5C6675")
LINE = HexColor("#D5D9E0")
ACCENT = HexColor("#0F6E68")
ACCENT_SOFT = HexColor("#DDEEEC")
WARNING = HexColor("#9A5B00")
PAPER = HexColor("#FFFFFF")

ROOM_BELOW_HEADING = 100.0
CELL_PADDING = 5.0
FIGURE_GAP = 14.0
AMOUNT_SHARE = 0.165  # of the width, for a column of amounts

HAIRLINE = 0.4
RULE = 0.8
ACCENT_RULE = 1.4


def _style(name: str, size: float, leading: float, **traits: Any) -> ParagraphStyle:  # noqa: ANN401
    traits.setdefault("fontName", fonts.REGULAR)
    traits.setdefault("textColor", TEXT)
    return ParagraphStyle(name, fontSize=size, leading=leading, **traits)


TITLE = _style("title", 22, 27, fontName=fonts.SEMIBOLD)
SUBTITLE = _style("subtitle", 11.5, 16, textColor=MUTED, spaceBefore=3)
HEADING = _style("heading", 13, 17, fontName=fonts.SEMIBOLD, spaceBefore=18, spaceAfter=7)
SUBHEADING = _style("subheading", 10, 14, fontName=fonts.SEMIBOLD, spaceBefore=12, spaceAfter=2)
BODY = _style("body", 10, 14.5, spaceAfter=5)
SMALL = _style("small", 8.5, 12, textColor=MUTED)
SMALL_RIGHT = _style("small right", 8.5, 13, textColor=MUTED, alignment=TA_RIGHT)
NAME = _style("name", 10.5, 14, fontName=fonts.SEMIBOLD)
ITEM = _style("item", 10, 14.5, leftIndent=12, spaceAfter=3)
NUMBERED = _style("numbered", 10, 14.5, leftIndent=22, spaceAfter=7)
SMALL_ITEM = _style("small item", 8.5, 12, leftIndent=10, textColor=MUTED)
CONTENTS = _style("contents", 10, 17)

FIGURE_LABEL = _style("figure label", 8.5, 12, fontName=fonts.MEDIUM, textColor=MUTED)
FIGURE = _style("figure", 17.5, 23, fontName=fonts.SEMIBOLD)
FIGURE_NOTE = _style("figure note", 8.5, 11.5, textColor=MUTED)

CELL = _style("cell", 9, 12.5)
CELL_STRONG = _style("cell strong", 9, 12.5, fontName=fonts.MEDIUM)
CELL_SMALL = _style("cell small", 8, 11.5, textColor=MUTED)
CELL_HEADER = _style("cell header", 8.5, 11.5, fontName=fonts.MEDIUM, textColor=MUTED)
CELL_HEADER_RIGHT = _style(
    "cell header right", 8.5, 11.5, fontName=fonts.MEDIUM, textColor=MUTED, alignment=TA_RIGHT
)
CELL_RIGHT = _style("cell right", 9, 12.5, fontName=fonts.REGULAR_FIGURES, alignment=TA_RIGHT)
CELL_AMOUNT = _style("cell amount", 9, 12.5, fontName=fonts.SEMIBOLD_FIGURES, alignment=TA_RIGHT)

SIGNATURE = _style("signature", 9, 12.5, textColor=MUTED)

LINK_COLOUR = "#0F6E68"
