"""The system may ask the program to close, and it closes in order."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from sroi_desktop.app.quitting import SIGNALS, QuitSignals


@pytest.fixture
def signals(qtbot: QtBot) -> Iterator[QuitSignals]:
    """Return the ear for signals, taken away again after the test."""
    made = QuitSignals()
    yield made
    made.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process instead of asking")
@pytest.mark.parametrize("number", SIGNALS)
def test_that_the_system_can_ask_to_close(
    signals: QuitSignals, qtbot: QtBot, number: signal.Signals
) -> None:
    with qtbot.waitSignal(signals.asked):
        os.kill(os.getpid(), number)


def test_that_the_signals_go_back_to_whoever_had_them(qtbot: QtBot) -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    QuitSignals().close()
    assert [signal.getsignal(number) for number in SIGNALS] == before
