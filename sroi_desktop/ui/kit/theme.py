"""Applies a look to the whole application, and applies it again when the choice changes.

Fusion style, a full palette and one stylesheet. Follows the system's colours unless the user
chose a theme. Decides nothing about where the choice is stored: settings do.
"""

from __future__ import annotations

from enum import Enum
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sroi_desktop.assets import resource
from sroi_desktop.ui.kit.icons import forget_icons
from sroi_desktop.ui.kit.look import (
    DEFAULT_TEXT_SIZE,
    LARGEST_TEXT_SIZE,
    SMALLEST_TEXT_SIZE,
    Look,
    use_look,
)
from sroi_desktop.ui.kit.palette import DARK, HIGH_CONTRAST, LIGHT, Palette
from sroi_desktop.ui.kit.stylesheet import stylesheet
from sroi_desktop.ui.kit.stylesheet_images import StyleImages


class Appearance(Enum):
    """The user's choice of theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


_CHOSEN = {
    Appearance.LIGHT: LIGHT,
    Appearance.DARK: DARK,
    Appearance.HIGH_CONTRAST: HIGH_CONTRAST,
}


class Theme(QObject):
    """Keeps the application in the chosen look. One per application, owned by it.

    Signals:
        changed(): the look has been applied again; pictures drawn before are out of date.
    """

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = Appearance.SYSTEM
        self._text_size = DEFAULT_TEXT_SIZE
        # Renewed at each change: Qt must not find an old picture under a new name.
        self._folder = TemporaryDirectory(prefix="sroi-look-", ignore_cleanup_errors=True)
        self._applied: Look | None = None
        load_fonts()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        application.aboutToQuit.connect(self._release)

    @property
    def appearance(self) -> Appearance:
        """The user's choice, not what the system made of it."""
        return self._appearance

    def apply(
        self,
        appearance: Appearance = Appearance.SYSTEM,
        text_size: int = DEFAULT_TEXT_SIZE,
    ) -> None:
        """Show the application in that theme at that text size (pixels, kept within 12 to 22)."""
        self._appearance = appearance
        self._text_size = max(SMALLEST_TEXT_SIZE, min(LARGEST_TEXT_SIZE, text_size))
        self._tell_platform()
        self._refresh()

    def _refresh(self) -> None:
        look = Look(self._palette(), self._text_size)
        if look == self._applied:
            return
        self._applied = look
        use_look(look)
        application = self._application
        application.setPalette(application_palette(look.palette))
        application.setFont(look.font())
        application.setStyleSheet(stylesheet(look, StyleImages(look.palette, self._folder)))
        for widget in application.allWidgets():
            _refit(widget)
        self.changed.emit()

    def _palette(self) -> Palette:
        chosen = _CHOSEN.get(self._appearance)
        if chosen is not None:
            return chosen
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _tell_platform(self) -> None:
        """Give title bars and native dialogs the same colours, where the platform can."""
        hints = self._application.styleHints()
        chosen = _CHOSEN.get(self._appearance)
        if chosen is None:
            hints.unsetColorScheme()
        else:
            dark = Qt.ColorScheme.Dark if chosen.is_dark else Qt.ColorScheme.Light
            hints.setColorScheme(dark)

    @Slot()
    def _follow_system(self) -> None:
        if self._appearance is Appearance.SYSTEM and self._applied is not None:
            self._refresh()

    @Slot()
    def _release(self) -> None:
        forget_icons()
        self._folder.cleanup()


def _refit(widget: QWidget) -> None:
    """Let a widget with sizes of its own measure again at the new text size."""
    fit = getattr(widget, "fit_to_look", None)
    if callable(fit):
        fit()


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; loading them twice does no harm."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def application_palette(palette: Palette) -> QPalette:
    """Return the palette for everything the stylesheet does not name."""
    roles = {
        QPalette.ColorRole.Window: palette.background,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.card,
        QPalette.ColorRole.AlternateBase: palette.background,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.Button: palette.card,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.BrightText: palette.danger,
        QPalette.ColorRole.ToolTipBase: palette.card,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.LinkVisited: palette.accent,
        QPalette.ColorRole.Light: palette.card,
        QPalette.ColorRole.Midlight: palette.line,
        QPalette.ColorRole.Mid: palette.edge,
        QPalette.ColorRole.Dark: palette.edge,
        QPalette.ColorRole.Shadow: palette.line,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.disabled))
    return made
