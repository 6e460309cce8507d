"""Joins the help with its presenter."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.ui.help.presenter import HelpPresenter
from sroi_desktop.ui.help.view import HelpPanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.workbench import Workbench


class HelpScreen(Screen):
    """The page with explanations and terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = HelpPanel(self)
        self._presenter = HelpPresenter(self._panel)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._panel.entry_chosen.connect(self._on_entry)
        self._panel.search_changed.connect(self._on_search)
        self._panel.link_followed.connect(self._on_link)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Show the topic asked for, or the one that was open."""
        self._presenter.open_at(argument)

    @Slot(str)
    def _on_entry(self, key: str) -> None:
        self._presenter.choose(key)

    @Slot(str)
    def _on_search(self, text: str) -> None:
        self._presenter.search(text)

    @Slot(str)
    def _on_link(self, link: str) -> None:
        self._presenter.follow(link)


def make_screen(_bench: Workbench | None = None, parent: QWidget | None = None) -> Screen:
    """Return the page with explanations and terms; it needs nothing of the administration."""
    return HelpScreen(parent)
