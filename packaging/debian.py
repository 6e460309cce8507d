"""Packages on Debian, Ubuntu and their kin: what may be installed, and the command for a person."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")


def is_debian() -> bool:
    """Tell whether this system installs its packages with apt-get."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Tell whether this process may install packages: apt-get is there and we are root."""
    return is_debian() and hasattr(os, "geteuid") and os.geteuid() == 0


def command(*packages: Sequence[str]) -> str:
    """Return the line a person can paste to install packages, named as for `install`."""
    line = shlex.join([*INSTALL, *(known(*names) for names in packages)])
    return f"sudo apt-get update && sudo {line}"


def install(*packages: Sequence[str]) -> bool:
    """Install packages without a question; tell whether that succeeded.

    Args:
        packages: Each with the names it goes by, newest first; see `known`.
    """
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A list that cannot be refreshed may still do: what counts is the installation.
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, stdin=subprocess.DEVNULL, check=False)
    done = subprocess.run(
        [*INSTALL, "-qq", *(known(*names) for names in packages)],
        env=quiet,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0


def known(*names: str) -> str:
    """Return the first of `names` that this release has; the last when it knows none.

    Libraries were renamed with the 64-bit time change: libglib2.0-0 became libglib2.0-0t64.
    """
    for name in names[:-1]:
        found = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if found.returncode == 0:
            return name
    return names[-1]
