"""The look in use: one palette and one base text size, and the sizes that follow from them.

Widgets that paint themselves read `current_look()` in their paint event; everything else is
coloured by the stylesheet. Only `theme.Theme` changes the look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QColor, QFont

from sroi_desktop.ui.kit.palette import LIGHT, ColourName, Palette, Tone

FONT_FAMILY = "Inter"
DEFAULT_TEXT_SIZE = 14
SMALLEST_TEXT_SIZE = 12
LARGEST_TEXT_SIZE = 22

TextRole = Literal[
    "hero",
    "title",
    "figure",
    "section",
    "heading",
    "body",
    "strong",
    "small",
    "smallstrong",
    "hint",
    "hintstrong",
    "overline",
]

# Size as a share of the base (in fourteenths, the way the design names them) and weight.
_ROLES: dict[TextRole, tuple[int, int]] = {
    "hero": (30, 700),
    "title": (22, 700),
    "figure": (22, 700),
    "section": (16, 700),
    "heading": (15, 700),
    "body": (14, 400),
    "strong": (14, 600),
    "small": (13, 400),
    "smallstrong": (13, 600),
    "hint": (12, 400),
    "hintstrong": (12, 600),
    "overline": (11, 600),
}
TEXT_ROLES: tuple[TextRole, ...] = tuple(_ROLES)


@dataclass(frozen=True, slots=True)
class Look:
    """A palette at a text size (pixels, 12 to 22)."""

    palette: Palette = LIGHT
    text_size: int = DEFAULT_TEXT_SIZE

    def pixels(self, role: TextRole) -> int:
        """Return the text height of that role in pixels."""
        share, _weight = _ROLES[role]
        return max(11, round(self.text_size * share / DEFAULT_TEXT_SIZE))

    def weight(self, role: TextRole) -> int:
        """Return the font weight (100 to 900) of that role."""
        return _ROLES[role][1]

    def em(self, times: float) -> int:
        """Return a length in pixels that grows with the text: `times` the base text height."""
        return round(self.text_size * times)

    def font(self, role: TextRole = "body", *, tabular: bool = False) -> QFont:
        """Return the font of that role; `tabular` gives all figures the same width."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(self.pixels(role))
        font.setWeight(QFont.Weight(self.weight(role)))
        if tabular:
            # Amounts beneath each other only: it widens the hyphens of dates and codes too.
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, name: ColourName) -> QColor:
        """Return a named colour of the palette, ready to paint with."""
        return QColor(self.palette.colour(name))

    def foreground(self, tone: Tone) -> QColor:
        """Return the colour of words and icons in that tone."""
        return QColor(self.palette.foreground(tone))

    def soft(self, tone: Tone) -> QColor:
        """Return the soft background of that tone."""
        return QColor(self.palette.soft(tone))


class _InUse:
    """Holds the one look in use, so that no module needs `global`."""

    look = Look()


def current_look() -> Look:
    """Return the look in use."""
    return _InUse.look


def use_look(look: Look) -> None:
    """Make `look` the one in use. For `theme.Theme` and tests; it repaints nothing itself."""
    _InUse.look = look
