"""The modules without Qt that the first screen needs: loaded before Qt, see `app.main`."""

from __future__ import annotations

from sroi_desktop.language import numbers, steps
from sroi_desktop.services import acts, administrations, history, positions, refusals
from sroi_desktop.system import logs, paths, settings

__all__ = [
    "acts",
    "administrations",
    "history",
    "logs",
    "numbers",
    "paths",
    "positions",
    "refusals",
    "settings",
    "steps",
]
