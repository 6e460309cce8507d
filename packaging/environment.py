"""The virtual environment `.venv`: made from requirements.lock, recognised by a stamp.

Standard library only, because it runs before anything is installed. It never deletes a sound
environment: one that was made by hand, or for an older lock, is brought in line by pip.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import debian

LOCK = "requirements.lock"
STAMP = ".sroi-desktop-stamp"
# What is done beside installing; another number has every environment brought in line.
AFTER_PIP = 1


class SetupError(Exception):
    """The environment cannot be made; the text says what the person can do."""


def python_of(folder: Path) -> Path:
    """Return where the interpreter of the virtual environment in `folder` is."""
    if os.name == "nt":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def fingerprint(root: Path) -> str:
    """Return what the environment depends on, as a hash: lock, metadata, Python, place.

    The tools' settings in pyproject.toml do not count; they need no new installation.
    """
    import tomllib  # noqa: PLC0415 - absent from a Python that is too old, which dev.py tells

    metadata = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        (root / LOCK).read_text(encoding="utf-8"),
        json.dumps([metadata["project"], metadata["build-system"]], sort_keys=True),
        json.dumps([sys.version_info[:3], sys.platform, str(root), AFTER_PIP]),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_current(root: Path) -> bool:
    """Tell whether `.venv` was made for exactly this lock, Python and folder."""
    folder = root / ".venv"
    stamp = folder / STAMP
    return (
        python_of(folder).exists()
        and stamp.exists()
        and stamp.read_text(encoding="utf-8") == fingerprint(root)
    )


def ensure(root: Path) -> Path:
    """Return the interpreter of an environment that is in line with the lock.

    Raises:
        SetupError: it cannot be made here; the text says what to do.
    """
    folder = root / ".venv"
    python = python_of(folder)
    if is_current(root):
        return python
    if not _is_sound(python):
        _create(folder)
    print("Installing the packages of requirements.lock into .venv (once) ...", flush=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    _run([*pip, "install", "--quiet", "--require-hashes", "-r", str(root / LOCK)])
    editable = ["--quiet", "--no-deps", "--no-build-isolation", "--editable", str(root)]
    _run([*pip, "install", *editable])
    _unpack_qt(python)
    _write_stamp(folder / STAMP, fingerprint(root))
    return python


def _unpack_qt(python: Path) -> None:
    """Have Qt for Python put its own modules on the disk, as a switch of its own allows.

    They come packed in a library, and are unpacked and compiled at each start, which takes a
    sixth of that of a bare window. On the disk Python keeps them compiled. Those of an older
    version go first. Where it does not succeed, starting only takes longer.
    """
    for packed in ("1", "0"):
        variables = {**os.environ, "SBK_EMBED": packed}
        command = [str(python), "-c", "import shiboken6"]
        subprocess.run(command, env=variables, capture_output=True, check=False)


def _is_sound(python: Path) -> bool:
    """Tell whether the interpreter starts, is ours in version, and has pip."""
    if not python.exists():
        return False
    code = "import sys, pip; print(*sys.version_info[:2])"
    answer = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    return answer.returncode == 0 and answer.stdout.split() == [
        str(part) for part in sys.version_info[:2]
    ]


def _create(folder: Path) -> None:
    print(f"Making a virtual environment with Python {sys.version.split()[0]} ...", flush=True)
    if importlib.util.find_spec("ensurepip") is None:
        _install_venv_module()
    if folder.exists():
        shutil.rmtree(folder)
    _run([_base_python(), "-m", "venv", str(folder)])


def _install_venv_module() -> None:
    """Debian and Ubuntu ship Python without what makes an environment."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not debian.is_debian():
        raise SetupError("This Python has no ensurepip; install the full Python of your system.")
    if not debian.may_install():
        raise SetupError(
            f"Python's venv is not installed. Please run:\n  {debian.command((package,))}"
        )
    print(f"Installing {package} ...", flush=True)
    if not debian.install((package,)):
        raise SetupError(f"apt-get could not install {package}; its message stands above.")


def _base_python() -> str:
    """Return the interpreter outside any environment, also when started from `.venv`."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError(f"This did not succeed; its message stands above:\n  {' '.join(command)}")


def _write_stamp(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
