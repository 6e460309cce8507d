"""What every test with widgets ends with: none of them lives on to look into a closed file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Delete what asked to be deleted, before the fixtures close their files.

    pytest-qt closes the widgets of a test just before this, but leaves their deletion to an
    event loop that a test does not have: timers in them would go on in the next test.
    """
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
