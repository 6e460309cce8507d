"""Where the Tab key stops among radio buttons: at the chosen one, where there is one.

Qt moves that stop with the mouse and the arrow keys, and forgets it when the answer is set.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton


def mark_tab_stop(buttons: Sequence[QRadioButton]) -> QRadioButton | None:
    """Let Tab stop at the chosen button, or at the first; return that one, if there is any."""
    stop = next((button for button in buttons if button.isChecked()), None)
    stop = stop or next(iter(buttons), None)
    for button in buttons:
        reached = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(reached)
    return stop
