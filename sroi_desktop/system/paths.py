"""Where the program keeps its own files: data, settings, logs and backups of one user.

With SROI_DESKTOP_HOME set, everything stands in that one folder: on a USB stick, or apart from
the user's own files for a demonstration.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from platformdirs import PlatformDirs

APP_NAME = "sroi_desktop"
FILE_SUFFIX = ".sroi"
HOME_VARIABLE = "SROI_DESKTOP_HOME"

# Not roaming: a redirected roaming folder on a network share breaks SQLite files.
_DIRS = PlatformDirs(APP_NAME, appauthor=False, roaming=False)


def data_folder() -> Path:
    """Return the folder for administrations, made when it is not there."""
    return _made(_own_home() or Path(_DIRS.user_data_dir))


def backup_folder() -> Path:
    """Return the folder for backups, apart from the administrations themselves."""
    return _made((_own_home() or Path(_DIRS.user_data_dir)) / "backups")


def rules_folder() -> Path:
    """Return the folder for the owner's own rule sets; it need not be there."""
    return (_own_home() or Path(_DIRS.user_data_dir)) / "rules"


def settings_file() -> Path:
    """Return the path of the settings; the file need not be there."""
    return _made(_own_home() or Path(_DIRS.user_config_dir)) / "settings.json"


def log_file() -> Path:
    """Return the path of the log; the file need not be there."""
    return _made(_own_home() or Path(_DIRS.user_log_dir)) / "sroi_desktop.log"


def _own_home() -> Path | None:
    """Return the one folder for everything, where the user set one."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).absolute() if home else None


def _made(folder: Path) -> Path:
    """Make a folder where that is possible; whoever writes into it finds out where it is not."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
