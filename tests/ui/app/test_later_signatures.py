"""What Qt for Python says of its signatures is the same when it loads that later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6

ROOT = Path(__file__).parents[3]
LATER = "from sroi_desktop.app.later_signatures import load_signatures_later as later; later()\n"
ASK = """
import inspect, sys
from contextlib import redirect_stdout, suppress
from io import StringIO
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
def told(ask):
    try:
        return ask()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
print(told(lambda: QSize("a", "b")))
print(told(lambda: QSize(1, 2).scale("x", 1)))
print(told(lambda: QWidget(1, 2, 3)))
print(told(lambda: setattr(QSize(), "nothing", 1)))
print(told(lambda: inspect.signature(QWidget.setParent)))
print(told(lambda: inspect.signature(QWidget)))
print(QSize.scale.__doc__, QWidget.__doc__)
with redirect_stdout(StringIO()) as text:
    help(QSize.scaled)
print(text.getvalue(), Qt.AlignmentFlag.AlignTop, sys.modules["__feature__"].__name__)
"""
LOADED = """
import sys
from sroi_desktop.app.main import load_window
window = load_window()
import PySide6.QtWidgets
names = [one for one in sys.modules if one.startswith("shibokensupport.signature")]
print(*(one for one in names if "__getattr__" not in vars(sys.modules[one])))
"""


def printed(program: str) -> str:
    variables = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_that_errors_signatures_and_help_are_the_same() -> None:
    as_ever = printed(ASK)
    assert "Supported signatures" in as_ever
    assert "scaled(" in as_ever
    assert printed(LATER + ASK) == as_ever


@pytest.mark.skipif(
    not (Path(shiboken6.__file__).parent / "files.dir").is_dir(),
    reason="Qt's modules are still packed: they are loaded by Qt's own importer",
)
def test_that_a_start_loads_nothing_that_describes_signatures() -> None:
    loaded = set(printed(LOADED).split())
    assert "shibokensupport.signature.loader" in loaded
    assert not any(name.endswith((".parser", ".layout", ".pyi_generator")) for name in loaded)
