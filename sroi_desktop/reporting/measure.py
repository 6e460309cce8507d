"""How wide words are, and what to do where they are too wide."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from sroi_desktop.reporting.text import one_line

ELLIPSIS = "…"
MOST_PER_EM = 5  # characters, of the narrowest kind


def shortened(words: str, font: str, size: float, width: float) -> str:
    """Return the words on one line, cut with an ellipsis where they are wider than the width."""
    words = one_line(words)
    if stringWidth(words, font, size) <= width:
        return words
    words = words[: int(MOST_PER_EM * width / size)]
    while words and stringWidth(words + ELLIPSIS, font, size) > width:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS


def fitting(words: str, style: ParagraphStyle, width: float) -> ParagraphStyle:
    """Return the style, with smaller type where the words are wider than the width."""
    wide = stringWidth(one_line(words), style.fontName, style.fontSize)
    if wide <= width:
        return style
    size = style.fontSize * width / wide
    return ParagraphStyle(f"{style.name} fitting", parent=style, fontSize=size)
