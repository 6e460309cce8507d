"""The system libraries Qt needs on Linux: which are missing, and how to get them.

Asks `ldd` about the parts of Qt in `.venv`; nothing of Qt is loaded. Windows and macOS need none.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import debian

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Each with the names it goes by, newest first (docs/dependencies.md says what each is for).
DEBIAN_PACKAGES = (
    ("libglib2.0-0t64", "libglib2.0-0"),
    ("libegl1",),
    ("libgl1",),
    ("libdbus-1-3",),
    ("libfontconfig1",),
    ("libxkbcommon0",),
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
    ("libxkbcommon-x11-0",),
    ("libwayland-cursor0",),
    ("libcups2t64", "libcups2"),
)
ALWAYS = ("lib/libQt6Widgets.so.6", "lib/libQt6Pdf.so.6", "plugins/platforms/libqoffscreen.so")
SCREENS = (
    ("WAYLAND_DISPLAY", "plugins/platforms/libqwayland.so"),
    ("DISPLAY", "plugins/platforms/libqxcb.so"),
)
MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def has_screen(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; Windows and macOS always have a desktop."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing(venv: Path, environment: Mapping[str, str]) -> list[str]:
    """Return the names of the libraries that Qt asks for and this system lacks.

    With a screen, one of the ways to draw on it must be whole; X11 serves most Wayland desktops.
    """
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
    lacking: set[str] = set()
    for qt in venv.glob("lib/python*/site-packages/PySide6/Qt"):
        lacking |= _not_found(qt, *ALWAYS)
        screens = [_not_found(qt, part) for name, part in SCREENS if environment.get(name)]
        lacking |= min(screens, key=len, default=set())
    return sorted(lacking)


def ensure(venv: Path) -> bool:
    """Tell whether Qt can load; install what it lacks where that may be done, else say how."""
    lacking = missing(venv, os.environ)
    if not lacking:
        return True
    print(f"Qt lacks system libraries: {', '.join(lacking)}", flush=True)
    if not debian.is_debian():
        print(f"Please install them:\n  {_other_command(lacking)}")
        return False
    if not debian.may_install():
        print(f"Please run:\n  {debian.command(*DEBIAN_PACKAGES)}")
        return False
    print("Installing them with apt-get ...", flush=True)
    return debian.install(*DEBIAN_PACKAGES) and not missing(venv, os.environ)


def _not_found(qt: Path, *parts: str) -> set[str]:
    """Return what `ldd` cannot find for these files of Qt."""
    files = [str(qt / part) for part in parts if (qt / part).exists()]
    if not files:
        return set()
    english = {**os.environ, "LC_ALL": "C"}
    answer = subprocess.run(
        ["ldd", *files], capture_output=True, text=True, check=False, env=english
    )
    return set(MISSING.findall(answer.stdout))


def _other_command(lacking: list[str]) -> str:
    """Return a command for a system with rpm packages, which can be asked for by library."""
    wanted = [f"{name}()(64bit)" for name in lacking]
    for tool in ("dnf", "zypper"):
        if shutil.which(tool):
            return f"sudo {tool} install {shlex.join(wanted)}"
    return f"the packages of your distribution that hold {', '.join(lacking)}"
