"""PySide6 must not use up None on a Python where None is counted."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

import sroi_desktop.ui  # noqa: F401 - protects at import
from sroi_desktop.ui.singletons import HEAD_START


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_that_none_outlives_more_calls_than_it_has_references(qtbot: QtBot) -> None:
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > HEAD_START // 2
    assert sys.getrefcount(True) > HEAD_START // 2
    assert sys.getrefcount(False) > HEAD_START // 2
