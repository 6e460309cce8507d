"""What the smoke test for screen readers needs on Linux: a virtual screen and an AT-SPI bus.

Only a test needs it, so where it cannot be installed the test is left out and says so.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import debian
import qt_libraries

PACKAGES = (
    ("xvfb",),
    ("xauth",),
    ("dbus",),
    ("at-spi2-core",),
    ("python3-pyatspi",),
    ("gir1.2-atspi-2.0",),
    *qt_libraries.DEBIAN_PACKAGES,
)
VIRTUAL_SCREEN = {"DISPLAY": ":99"}
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
READER = Path("/usr/lib/python3/dist-packages/pyatspi")


def is_there(venv: Path) -> bool:
    """Tell whether the virtual screen, the bus and the reader are on this system, and Qt can draw.

    A machine without a screen of its own may lack the libraries to draw on the virtual one.
    """
    tools = all(shutil.which(tool) for tool in ("Xvfb", "xvfb-run", "dbus-run-session"))
    reading = tools and LAUNCHER.exists() and READER.exists()
    return reading and not qt_libraries.missing(venv, VIRTUAL_SCREEN)


def ensure(venv: Path) -> None:
    """Install what is lacking where that may be done; else print how."""
    if not sys.platform.startswith("linux") or is_there(venv) or not debian.is_debian():
        return
    if not debian.may_install():
        print(f"For the screen reader test:\n  {debian.command(*PACKAGES)}")
        return
    print("Installing what the screen reader test needs ...", flush=True)
    debian.install(*PACKAGES)
