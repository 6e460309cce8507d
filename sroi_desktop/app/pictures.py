"""Pictures of the screens, taken without a screen: to look at, and for the README.

The example company on a fixed day, so that two runs give the same pictures.
"""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QSize, QtMsgType, qInstallMessageHandler

from sroi_desktop.app.scenes import empty_states, shots
from sroi_desktop.app.scenes_midway import states
from sroi_desktop.app.studio import DAY, Setting, Studio, home_in
from sroi_desktop.ui.kit.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QApplication

    from sroi_desktop.app.scenes import Shot

__all__ = ["DAY", "EVERY_SETTING", "NARROW", "WIDE", "Setting", "take_all"]

_log = logging.getLogger(__name__)
WIDE, NARROW = QSize(1280, 820), QSize(1024, 700)
EVERY_SETTING = tuple(
    Setting(appearance, size)
    for appearance in (Appearance.LIGHT, Appearance.DARK)
    for size in (WIDE, NARROW)
)


def take_all(
    folder: Path,
    settings: Iterable[Setting] = EVERY_SETTING,
    names: frozenset[str] | None = None,
    *,
    with_states: bool = False,
) -> list[Path]:
    """Take pictures of every screen in every setting; returns the files.

    Args:
        folder: made when it is not there.
        settings: look, size and text size.
        names: only the screens whose name begins with one of these; None for all.
        with_states: also screens halfway, with errors, and of an empty administration.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from sroi_desktop.app.window import make_application

    folder.mkdir(parents=True, exist_ok=True)
    before = qInstallMessageHandler(_log_of_qt)
    try:
        with tempfile.TemporaryDirectory() as temporary, home_in(Path(temporary) / "home"):
            app, wanted = make_application(), tuple(settings)
            taken = _take(app, Path(temporary), folder, wanted, names, with_states=with_states)
            if with_states:
                taken += _take_empty(app, Path(temporary), folder, wanted, names)
    finally:
        qInstallMessageHandler(before)
    return taken


def _take(
    app: QApplication,
    temporary: Path,
    folder: Path,
    settings: tuple[Setting, ...],
    names: frozenset[str] | None,
    *,
    with_states: bool,
) -> list[Path]:
    """Take pictures of the example company and of the first window."""
    taken: list[Path] = []
    studio = Studio(app, temporary)
    try:
        desk = studio.session.desk
        there = (*shots(desk), *(states(desk) if with_states else ()))
        for setting in settings:
            taken += studio.take(setting, _asked_for(there, names), folder)
            if names is None or "00" in names:
                taken += studio.take_welcome(setting, folder)
    finally:
        studio.close()
    return taken


def _take_empty(
    app: QApplication,
    temporary: Path,
    folder: Path,
    settings: tuple[Setting, ...],
    names: frozenset[str] | None,
) -> list[Path]:
    """Take pictures of an administration in which nothing stands yet."""
    wanted = _asked_for(empty_states(), names)
    if not wanted:
        return []
    taken: list[Path] = []
    studio = Studio(app, temporary, empty=True)
    try:
        for setting in settings:
            taken += studio.take(setting, wanted, folder)
    finally:
        studio.close()
    return taken


def _asked_for(there: tuple[Shot, ...], names: frozenset[str] | None) -> tuple[Shot, ...]:
    """Return the shots whose name begins with one of these."""
    if names is None:
        return there
    return tuple(shot for shot in there if any(shot.name.startswith(name) for name in names))


def _log_of_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Keep Qt's remarks on drawing without a screen out of what a command prints."""
    _log.info("Qt: %s", message)
