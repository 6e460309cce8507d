"""The screens, in Qt Widgets: one folder per screen with view, presenter and model."""

from __future__ import annotations
