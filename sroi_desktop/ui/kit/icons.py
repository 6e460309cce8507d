"""The only loader of icons: SVG outlines from `resources/icons`, drawn in a colour of the palette.

The icons are Lucide's (ISC licence, `resources/icons/LICENSE.txt`). An unknown name raises at
once: a missing icon is a mistake of ours, never of the user.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sroi_desktop.assets import resource
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import ColourName

ICON_SIZE = 18


class UnknownIconError(LookupError):
    """No icon of that name is shipped."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no icon named {name!r} in resources/icons")
        self.name = name


@lru_cache(maxsize=256)
def svg_source(name: str, colour: str) -> bytes:
    """Return the SVG of an icon with its strokes in `colour` (`#RRGGBB`).

    Raises:
        UnknownIconError: no icon of that name is shipped.
    """
    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise UnknownIconError(name)
    return path.read_text(encoding="utf-8").replace("currentColor", colour).encode()


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    """Return the outlines in a colour: each is drawn once, and then coloured in."""
    pixmap = QPixmap(_outlines(name, size, gap, ratio))
    inside = QPixmap(pixmap.size())
    inside.setDevicePixelRatio(ratio)
    inside.fill(QColor(colour))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.drawPixmap(0, 0, inside)
    painter.end()
    return pixmap


@lru_cache(maxsize=256)
def _outlines(name: str, size: int, gap: int, ratio: float) -> QPixmap:
    source = QByteArray(svg_source(name, "#000000"))
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(source).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _ratio() -> float:
    """Return the finest pixel ratio of all screens, at least 2 so that no icon blurs."""
    application = QGuiApplication.instance()
    # Asked of the application: a screen that was just taken away cannot be asked any more.
    finest = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return max(2.0, finest)


def icon_pixmap(
    name: str, colour: QColor | ColourName = "text", size: int = ICON_SIZE, *, gap: int = 0
) -> QPixmap:
    """Return the icon as a picture of `size` logical pixels, and `gap` empty ones after it."""
    hexadecimal = _hexadecimal(colour)
    return _drawn(name, hexadecimal, size, gap, _ratio())


def icon(
    name: str, colour: QColor | ColourName = "text", size: int = ICON_SIZE, *, gap: int = 0
) -> QIcon:
    """Return the icon in a colour of the palette, greyed where its widget is disabled.

    `gap` keeps the words of a button at a distance, which no style of Qt lets one choose.

    The colour is that of the moment: a widget that lives through a change of theme asks again
    (`kit.buttons` and `kit.text` do so themselves).

    Raises:
        UnknownIconError: no icon of that name is shipped.
    """
    made = QIcon(icon_pixmap(name, colour, size, gap=gap))
    made.addPixmap(icon_pixmap(name, "disabled", size, gap=gap), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, area: QRectF, name: str, colour: QColor | ColourName) -> None:
    """Draw the icon into `area` (logical pixels)."""
    source = svg_source(name, _hexadecimal(colour))
    QSvgRenderer(QByteArray(source)).render(painter, area)


def _hexadecimal(colour: QColor | ColourName) -> str:
    if isinstance(colour, QColor):
        return colour.name()
    return current_look().palette.colour(colour)


def forget_icons() -> None:
    """Empty the cache of drawn pictures: before the application ends, or in tests."""
    _drawn.cache_clear()
    _outlines.cache_clear()
