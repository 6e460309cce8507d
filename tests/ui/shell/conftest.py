"""The theme, as for the kit."""

from __future__ import annotations

from tests.ui.kit.conftest import one_theme, theme

__all__ = ["one_theme", "theme"]
