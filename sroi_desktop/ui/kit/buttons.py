"""Buttons in the kinds of the design; each redraws its icon when the look changes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from sroi_desktop.ui.kit.content import Act, ButtonKind
from sroi_desktop.ui.kit.icons import icon
from sroi_desktop.ui.kit.look import current_look
from sroi_desktop.ui.kit.palette import ColourName

_ICON_COLOURS: dict[ButtonKind, ColourName] = {
    "primary": "on_accent",
    "secondary": "text",
    "quiet": "text",
    "link": "accent",
    "danger": "danger",
}


class Button(QPushButton):
    """A button with words, and perhaps an icon before them. One primary button per view."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = "secondary",
        *,
        icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon_name
        self.setProperty("kind", kind)
        self.setAutoDefault(True)  # Enter presses the button that has the focus
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.fit_to_look()

    def set_kind(self, kind: ButtonKind) -> None:
        """Make it a button of another kind."""
        if kind == self._kind:
            return
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.fit_to_look()

    def set_icon_name(self, name: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Draw the icon again in the colours and at the size of the look."""
        if self._icon_name is None:
            return
        size = current_look().em(1.15)
        gap = 4 if self.text() else 0
        self.setIcon(icon(self._icon_name, _ICON_COLOURS[self._kind], size, gap=gap))
        self.setIconSize(QSize(size + gap, size))


class LinkButton(Button):
    """An act that reads as a link: for the small things beside a text."""

    def __init__(
        self,
        text: str,
        *,
        small: bool = False,
        icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "link", icon_name=icon_name, parent=parent)
        self.setProperty("small", small)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ActButton(Button):
    """A button made from an `Act`, which tells its key when it is pressed.

    Signals:
        act_chosen(str): the key of the act.
    """

    act_chosen = Signal(str)

    def __init__(self, act: Act, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(act.text, act.kind, icon_name=act.icon, parent=parent)
        self._key = act.key
        self.setObjectName(f"act.{act.key}")
        self.setEnabled(act.enabled)
        self.setToolTip(act.hint)
        if act.kind == "link":
            self.setProperty("small", small)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.act_chosen.emit(self._key)


class IconButton(QToolButton):
    """A button with an icon only: its name is both tooltip and accessible name."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_name(name)
        self.fit_to_look()

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon_name(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.fit_to_look()

    def fit_to_look(self) -> None:
        """Draw the icon again in the colours and at the size of the look."""
        size = current_look().em(1.3)
        self.setIcon(icon(self._icon_name, "muted", size))
        self.setIconSize(QSize(size, size))
