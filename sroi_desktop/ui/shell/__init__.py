"""The frame of the main window: navigation, page header, status line, search."""

from __future__ import annotations
