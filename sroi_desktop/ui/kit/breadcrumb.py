"""The way back: the places above the present one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.content import Crumb
from sroi_desktop.ui.kit.flow import Wrap
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.text import ElidedLabel, IconLabel


class Breadcrumb(Wrap):
    """Links to the places above, then the name of the present one.

    Signals:
        crumb_chosen(str): key of a place above.
    """

    crumb_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=4, line_spacing=0)
        self.setAccessibleName(_("Where you are"))
        self._keys: dict[QWidget, str] = {}

    def set_trail(self, trail: Sequence[Crumb], here: str) -> None:
        """Show this way; without places above it the breadcrumb disappears."""
        self.clear()
        self._keys = {}
        self.setVisible(bool(trail))
        for crumb in trail:
            link = LinkButton(crumb.text, parent=self)
            link.setProperty("quiet", True)
            link.setObjectName(f"crumb.{crumb.key}")
            link.clicked.connect(self._on_clicked)
            self._keys[link] = crumb.key
            self.add(link, IconLabel("chevron-right", Tone.NEUTRAL, size=14, parent=self))
        self.add(ElidedLabel(here, "small", tone=Tone.NEUTRAL, parent=self))

    @Slot()
    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QWidget) and link in self._keys:
            self.crumb_chosen.emit(self._keys[link])
