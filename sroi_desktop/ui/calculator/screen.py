"""Joins the calculator with its presenter."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sroi_desktop.ui.calculator.form import FieldName, Form
from sroi_desktop.ui.calculator.presenter import CalculatorPresenter
from sroi_desktop.ui.calculator.view import CalculatorPanel
from sroi_desktop.ui.kit.content import HeaderContent
from sroi_desktop.ui.shell.page import Screen
from sroi_desktop.ui.tab_order import set_tab_order
from sroi_desktop.ui.workbench import Workbench


class CalculatorScreen(Screen):
    """The page with the tender calculator."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = CalculatorPanel(self)
        self._presenter = CalculatorPresenter(self._panel, bench.desk, bench.open_page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._panel)
        self._panel.changed.connect(self._on_changed)
        self._panel.left.connect(self._on_left)
        self._panel.act_chosen.connect(self.run_act)
        set_tab_order(self)

    def header(self) -> HeaderContent:
        """Return the head of the page."""
        return self._presenter.header()

    def open_at(self, argument: object) -> None:
        """Show the calculator as it was left."""
        self._presenter.load()
        self._panel.focus()

    @Slot(str)
    def run_act(self, key: str) -> None:
        """Carry out an act of the page."""
        self._presenter.run_act(key)
        self.header_changed.emit()

    @Slot(object)
    def _on_changed(self, form: Form) -> None:
        self._presenter.change(form)
        self.header_changed.emit()

    @Slot(str)
    def _on_left(self, name: str) -> None:
        self._presenter.finish(cast("FieldName", name))


def make_screen(bench: Workbench, parent: QWidget | None = None) -> Screen:
    """Return the page with the tender calculator."""
    return CalculatorScreen(bench, parent)
