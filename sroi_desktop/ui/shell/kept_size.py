"""How large the window was last time; its place is left to the desktop (Wayland tells none)."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QWidget

from sroi_desktop.ui.kit.look import current_look

_KEY = "window/size"
_FIRST = QSize(1280, 820)
# How high the title bar is no desktop tells before the window is there.
_TITLE_BAR_EM = 2.6


def bring_back(window: QWidget, sizes: QSettings | None) -> None:
    """Give the window the size of last time, at first a usual one; never beyond the screen."""
    kept = sizes.value(_KEY) if sizes is not None else None
    size = kept if isinstance(kept, QSize) and kept.isValid() else _FIRST
    title_bar = QSize(0, current_look().em(_TITLE_BAR_EM))
    window.resize(size.boundedTo(window.screen().availableGeometry().size() - title_bar))


def keep(window: QWidget, sizes: QSettings | None) -> None:
    """Keep the size for next time; a maximized window keeps the one before."""
    if sizes is not None and not window.windowState() & Qt.WindowState.WindowMaximized:
        sizes.setValue(_KEY, window.size())
