"""Handing a file or an address to the program that the computer has for it.

The only place that does so: the program itself never touches the network, and says so before
a browser does (see `ui.rules`). Tests put another `Opener` in place with `use_opener`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


class Opener(Protocol):
    """What can be asked of the desktop."""

    def open_file(self, path: Path) -> bool:
        """Open a file in the program for its kind; return whether there is one."""
        ...

    def open_link(self, address: str) -> bool:
        """Open an address in the browser; return whether there is one."""
        ...


class QtOpener:
    """The desktop itself."""

    def open_file(self, path: Path) -> bool:
        """Open a file in the program for its kind."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_link(self, address: str) -> bool:
        """Open an address in the browser."""
        return QDesktopServices.openUrl(QUrl(address))


class _InUse:
    opener: Opener = QtOpener()
    # The copies are removed when the program ends; the originals stay in the administration.
    folder: TemporaryDirectory[str] | None = None


def use_opener(opener: Opener) -> Opener:
    """Open by other means; returns those used before. For tests."""
    before = _InUse.opener
    _InUse.opener = opener
    return before


def open_copy(name: str, write: Callable[[Path], None]) -> bool:
    """Write a copy under that name in a folder of our own, and open it.

    Args:
        name: of the file, without a folder.
        write: writes the content to the path it is given.

    Returns:
        Whether there is a program for it.

    Raises:
        OSError: the copy cannot be written.
    """
    if _InUse.folder is None:
        _InUse.folder = TemporaryDirectory(prefix="sroi-", ignore_cleanup_errors=True)
    path = Path(_InUse.folder.name) / Path(name).name
    write(path)
    return _InUse.opener.open_file(path)


def open_link(address: str) -> bool:
    """Open an address in the browser; ask the owner first."""
    return _InUse.opener.open_link(address)


def open_folder(folder: Path) -> bool:
    """Show a folder in the program for files; return whether there is one."""
    return _InUse.opener.open_file(folder)
