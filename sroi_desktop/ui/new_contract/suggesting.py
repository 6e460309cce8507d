"""Names that may be meant by what was typed, each one press away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from sroi_desktop.language import _
from sroi_desktop.ui.kit.buttons import LinkButton
from sroi_desktop.ui.kit.flow import Wrap


class Suggestions(Wrap):
    """The names beside each other; without any it is not there.

    Signals:
        chosen(str): the name that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14)
        self._key = key
        self._links: list[LinkButton] = []
        self.setAccessibleName(_("Names that may be meant"))
        self.hide()

    def show_names(self, names: tuple[str, ...]) -> None:
        """Offer these names in the place of those before."""
        self.clear()
        self._links = [self._link(number, name) for number, name in enumerate(names)]
        for link in self._links:
            self.add(link)
        self.setVisible(bool(names))

    @Slot()
    def focus_first(self) -> None:
        """Go to the first name, if there is one."""
        if self._links:
            self._links[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _link(self, number: int, name: str) -> LinkButton:
        link = LinkButton(name.replace("&", "&&"), icon_name="map-pin", parent=self)
        link.setObjectName(f"{self._key}.{number}")
        link.setProperty("name", name)
        link.clicked.connect(self._on_link)
        return link

    @Slot()
    def _on_link(self) -> None:
        self.chosen.emit(str(self.sender().property("name")))
