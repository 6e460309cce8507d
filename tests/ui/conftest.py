"""What every test with widgets ends with: none of them lives on to look into a closed file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Delete what asked to be deleted, before the fixtures close their files.

    pytest-qt closes the widgets of a test just before this, but leaves their deletion to an
    event loop that a test does not have: timers in them would go on in the next test.
    """
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtBot]:
    """Return the one of pytest-qt, which keeps the widgets that it is given until it closes them.

    By itself it knows them by weak references. A window that only the test had would be garbage
    once the test returns, and Python might take it apart in the midst of the events that follow.
    """
    kept: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_keep(widget: QWidget, **more: object) -> None:
        kept.append(widget)
        add(widget, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(qtbot, "addWidget", add_and_keep)
    yield qtbot
    kept.clear()
