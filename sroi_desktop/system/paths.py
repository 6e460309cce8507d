"""Where the program keeps its own files: data, settings, logs and backups of one user."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

APP_NAME = "sroi_desktop"
FILE_SUFFIX = ".sroi"

# Not roaming: a redirected roaming folder on a network share breaks SQLite files.
_DIRS = PlatformDirs(APP_NAME, appauthor=False, roaming=False)


def data_folder() -> Path:
    """Return the folder for administrations, made when it is not there."""
    return _made(Path(_DIRS.user_data_dir))


def backup_folder() -> Path:
    """Return the folder for backups, apart from the administrations themselves."""
    return _made(Path(_DIRS.user_data_dir) / "backups")


def settings_file() -> Path:
    """Return the path of the settings; the file need not be there."""
    return _made(Path(_DIRS.user_config_dir)) / "settings.json"


def log_file() -> Path:
    """Return the path of the log; the file need not be there."""
    return _made(Path(_DIRS.user_log_dir)) / "sroi_desktop.log"


def _made(folder: Path) -> Path:
    """Make a folder where that is possible; whoever writes into it finds out where it is not."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
