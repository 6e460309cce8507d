"""The theme for tests of the kit: one per run, back to light and 14 px after each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from sroi_desktop.language import activate
from sroi_desktop.ui.kit.theme import Appearance, Theme


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """Return the theme of the whole run."""
    return Theme(qapp)


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    """Return the theme, light at 14 px."""
    activate("en")
    one_theme.apply(Appearance.LIGHT, 14)
    yield one_theme
    one_theme.apply(Appearance.LIGHT, 14)
    activate("nl")
