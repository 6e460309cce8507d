"""Widgets of the kit are freed when their owner goes: nothing holds them back."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sroi_desktop.ui.kit.cards import ToggleCards
from sroi_desktop.ui.kit.content import Act, CardChoice, Choice, FigureContent, StepContent
from sroi_desktop.ui.kit.drop import FileDropArea
from sroi_desktop.ui.kit.fields import ChoiceField, DateField, MoneyField, NoteField, OptionsField
from sroi_desktop.ui.kit.figures import Figure
from sroi_desktop.ui.kit.messages import Banner
from sroi_desktop.ui.kit.palette import Tone
from sroi_desktop.ui.kit.search import SearchField
from sroi_desktop.ui.kit.steps import StepRow
from sroi_desktop.ui.kit.tables import Column, TableView
from sroi_desktop.ui.kit.theme import Theme

ACT = Act("go", "Ga")
CHOICES = (Choice("a", "A"), Choice("b", "B"))


def _table(parent: QWidget) -> QWidget:
    columns = [Column[int]("n", "N", str)]
    view: TableView[int] = TableView(columns, abs, name="N", parent=parent)
    view.set_rows([1, 2, 3])
    return view


def _step(parent: QWidget) -> QWidget:
    return StepRow(StepContent("A", "B", "check", Tone.GOOD, ACT), parent=parent)


MAKERS: dict[str, Callable[[QWidget], QWidget]] = {
    "money": lambda parent: MoneyField("A", parent=parent),
    "date": lambda parent: DateField("A", parent=parent),
    "note": lambda parent: NoteField("A", parent=parent),
    "choice": lambda parent: ChoiceField("A", CHOICES, searchable=True, parent=parent),
    "options": lambda parent: OptionsField("A", CHOICES, parent=parent),
    "cards": lambda parent: ToggleCards("A", [CardChoice("a", "A")], parent=parent),
    "banner": lambda parent: Banner("A", act=ACT, parent=parent),
    "figure": lambda parent: Figure(FigureContent("A", "1", act=ACT), parent=parent),
    "step": _step,
    "search": lambda parent: SearchField("A", parent),
    "drop": lambda parent: FileDropArea("A", parent=parent),
    "table": _table,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_that_a_widget_is_freed_with_its_parent(
    theme: Theme, qtbot: QtBot, make: Callable[[QWidget], QWidget]
) -> None:
    host = QWidget()
    made = weakref.ref(make(host))
    assert made() is not None
    host.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del host
    gc.collect()
    assert made() is None
