"""Running a command in this process, and what it printed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sroi_desktop.app.cli import run

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """What it printed as JSON."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def call(capsys: pytest.CaptureFixture[str], *argv: object) -> Said:
    """Run a command; a traceback fails the test, wherever it was printed."""
    capsys.readouterr()
    status = run([str(word) for word in argv])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err
    assert status in {0, 1, 2}
    assert (status == 0) or printed.err.strip(), "a refusal says why"
    return Said(status, printed.out, printed.err)


def done(capsys: pytest.CaptureFixture[str], *argv: object) -> dict[str, Any]:
    """Run a command that is done, and return its JSON."""
    said = call(capsys, *argv, "--json")
    assert (said.status, said.err) == (0, "")
    return said.data


def refused(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    """Run a command that is refused, and return the reason."""
    said = call(capsys, *argv)
    assert said.status == 1, said.err
    assert said.out == ""
    return said.err
