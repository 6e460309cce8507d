"""A screen reader can read the running program and press its buttons (AT-SPI, Linux)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import screen_reader

from sroi_desktop.rulesets import load_library
from sroi_desktop.services import example

pytestmark = pytest.mark.no_cover

SYSTEM_PYTHON = Path("/usr/bin/python3")
ROOT = Path(__file__).parents[2]
SCRIPT = """
trap 'kill $(jobs -p)' EXIT
{launcher} --launch-immediately >/dev/null 2>&1 &
sleep 1
{python} -m sroi_desktop {file} >/dev/null 2>&1 &
{reader} {script} Opdrachten >{heard}
"""


def _is_there() -> bool:
    if not (SYSTEM_PYTHON.exists() and screen_reader.is_there(Path(sys.prefix))):
        return False
    probe = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False
    )
    return probe.returncode == 0


@pytest.mark.skipif(not _is_there(), reason="needs Xvfb, D-Bus and AT-SPI (Debian packages)")
def test_that_a_screen_reader_reads_the_window_and_opens_a_page(tmp_path: Path) -> None:
    file = tmp_path / "voorbeeld.sroi"
    example.write(file, load_library())
    heard_file = tmp_path / "heard.json"
    script = SCRIPT.format(
        heard=heard_file,
        launcher=screen_reader.LAUNCHER,
        python=sys.executable,
        file=file,
        reader=SYSTEM_PYTHON,
        script=ROOT / "tests" / "e2e" / "read_aloud.py",
    )
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    answer = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", "bash", "-c", script],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=90,
        check=False,
    )
    assert answer.returncode == 0
    heard = json.loads(heard_file.read_text())
    nameless = [role for role, name in heard["focusable"] if not name.strip()]
    assert nameless == []
    assert any(name == "Overzicht" for _role, name in heard["focusable"])
    assert any("Groenonderhoud Wijk Oost" in name for _role, name in heard["focusable"])
    assert any(title.startswith("Opdrachten") for title in heard["titles"])
    row = " | ".join(heard["row"])
    for words in ("Kantine en lunches", "Groenonderhoud Wijk Oost", "12-04-2026", "4.250,00"):
        assert words in row
    name, description = heard["field"]
    assert name.startswith("Begindatum")
    assert "Vul hier iets in." in description
