"""Two things side by side, or beneath each other where there is no room for both."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from sroi_desktop.ui.kit.look import current_look


class Split(QWidget):
    """Holds two widgets; `narrow` is the width, in heights of the text, below which they stack."""

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (2, 1),
        narrow: float = 48,
        spacing: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        self._layout.addWidget(first, shares[0])
        self._layout.addWidget(second, shares[1])

    def is_stacked(self) -> bool:
        """Tell whether the second stands beneath the first."""
        return self._layout.direction() == QBoxLayout.Direction.TopToBottom

    def fit_to_look(self) -> None:
        """Find out again how much room there is at the new text size."""
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out again whether both fit side by side."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        stacked = self.width() < current_look().em(self._narrow)
        direction = (
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        if direction != self._layout.direction():
            self._layout.setDirection(direction)
