"""The one type family of our reports, as ReportLab knows it: Inter, embedded."""

from __future__ import annotations

import threading
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sroi_desktop.assets import resource

REGULAR = "Inter"
MEDIUM = "Inter-Medium"
SEMIBOLD = "Inter-SemiBold"
REGULAR_FIGURES = "Inter-Figures"  # digits of equal width, for columns
SEMIBOLD_FIGURES = "Inter-SemiBold-Figures"

_FILES = {
    REGULAR: "Inter-Regular.ttf",
    MEDIUM: "Inter-Medium.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    REGULAR_FIGURES: "Inter-Regular.ttf",
    SEMIBOLD_FIGURES: "Inter-SemiBold.ttf",
}
_WITH_EQUAL_FIGURES = frozenset({REGULAR_FIGURES, SEMIBOLD_FIGURES})
_FIRST_EQUAL_FIGURE = 0xE071  # where Inter keeps zero.tf to nine.tf, resources/fonts/README.md
_FIRST_FIGURE = ord("0")
_PRIVATE_USE = range(0xE000, 0xF900)
_lock = threading.Lock()


def register() -> None:
    """Make the fonts known to ReportLab; once per process, from any thread."""
    with _lock:
        _register_all()


@cache
def characters() -> frozenset[int]:
    """Return the code points that every weight can show, private ones left out."""
    with _lock:
        coverage = _register_all()
    return frozenset.intersection(*coverage) - frozenset(_PRIVATE_USE)


@cache
def _register_all() -> tuple[frozenset[int], ...]:
    """Register each font and return which code points it has."""
    coverage = []
    for name, file in _FILES.items():
        font = TTFont(name, str(resource("fonts", file)), asciiReadable=False)
        if name in _WITH_EQUAL_FIGURES:
            _use_equal_figures(font)
        pdfmetrics.registerFont(font)
        coverage.append(frozenset(font.face.charToGlyph))
    return tuple(coverage)


def _use_equal_figures(font: TTFont) -> None:
    """Show digits by their tabular glyphs; to a reader's software they stay digits."""
    face = font.face
    face.name += b"-Figures"  # ReportLab files embedded fonts under this name
    for digit in range(10):
        drawn, read = _FIRST_EQUAL_FIGURE + digit, _FIRST_FIGURE + digit
        face.charToGlyph[read] = face.charToGlyph[drawn]
        face.charWidths[read] = face.charWidths[drawn]
