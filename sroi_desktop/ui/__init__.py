"""The screens, in Qt Widgets: one folder per screen with view, presenter and model."""

from __future__ import annotations

from sroi_desktop.ui.singletons import protect_singletons

# Before any Qt: see the module.
protect_singletons()
