"""Widgets are found in a layout as they are placed, and no item of Qt's is held on to."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.placed import placed

UI = Path(__file__).parents[3] / "sroi_desktop" / "ui"


def _label(name: str, parent: QWidget) -> QLabel:
    made = QLabel(name, parent)
    made.setObjectName(name)
    return made


def test_that_widgets_are_found_in_the_order_of_the_layouts(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    names = ("last", "grid", "second", "first", "elsewhere")
    last, grid, second, first, _elsewhere = (_label(name, host) for name in names)
    outer, inner, cells = QVBoxLayout(host), QHBoxLayout(), QGridLayout()
    inner.addWidget(first)
    inner.addWidget(second)
    outer.addLayout(inner)
    outer.addStretch()
    outer.addLayout(cells)
    cells.addWidget(grid, 0, 0)
    outer.addWidget(last)
    assert [one.objectName() for one in placed(outer)] == ["first", "second", "grid", "last"]
    assert [one.objectName() for one in placed(inner)] == ["first", "second"]


def test_that_a_layout_of_nothing_places_nothing() -> None:
    assert list(placed(QVBoxLayout())) == []


def test_that_no_widget_is_taken_for_an_item_that_qt_deleted(qtbot: QtBot) -> None:
    for _ in range(60):
        host = QWidget()
        qtbot.addWidget(host)
        layout = QVBoxLayout(host)
        for _ in range(20):
            layout.addWidget(QLabel("x", host))
        for widget in placed(layout):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for _ in range(5):
            table = QTableView(host)
            assert not isinstance(table.viewport(), QWidgetItem)
            assert not any(isinstance(child, QWidgetItem) for child in table.children())


def test_that_no_item_of_a_layout_is_asked_for() -> None:
    asking = [
        path.name
        for path in sorted(UI.rglob("*.py"))
        if re.search(r"\.itemAt\([^,]*\)", path.read_text(encoding="utf-8"))
    ]
    assert asking == []
